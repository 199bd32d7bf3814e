"""From what to what: which of two figures is the old one and which the new, and which is only the step between them.

"Die Bank rechnet mit 1,1 Prozent statt bisher 1,4" is "cut from 1.4 to 1.1" in English: the order turns round and
nothing is exchanged. "Um sechs auf 50 Minuten" is "by six to 50", and "by 50" is wrong. The word that leads a figure
says which it is, in both languages; where it says so in both, that decides.

To extend: a word of `_LEADS`.
"""

from __future__ import annotations

import re
from enum import Enum

from summarizer.checking import direction
from summarizer.checking.atoms import Atom, Slot
from summarizer.checking.reading import Reading
from summarizer.data import Qualifier, Span


class Place(Enum):
    """What a figure is in a change."""

    OLD = "old"
    NEW = "new"
    STEP = "step"


_HEDGE = {
    "de": r"(?:(?:etwa|rund|knapp|gut|fast|nur|noch|mehr als|über|zuletzt|bisher|zuvor|bislang|ursprünglich)\s+){0,2}",
    "en": r"(?:(?:about|around|some|almost|nearly|just|only|more than|over|up to|a|an|the|previous|earlier)\s+){0,2}",
}
# The longest first: "von" alone is an old value only where a new one follows.
_LEADS: dict[str, tuple[tuple[Place, str], ...]] = {
    "de": (
        (Place.OLD, r"statt|anstatt|anstelle von|gegenüber|verglichen mit|im Vergleich zu|nach(?= \d)|nach zuvor|nach"),
        (Place.OLD, r"bisher|zuvor|bislang|ursprünglich"),
        (Place.NEW, r"auf"),
        (Place.STEP, r"um"),
    ),
    "en": (
        (Place.OLD, r"from|instead of|rather than|compared with|compared to|against|after|previously"),
        (Place.NEW, r"(?<!up )(?<!amounting )(?<!equal )(?<!comes )(?<!come )to"),
        (Place.STEP, r"by"),
    ),
}
_VON = re.compile(rf"\bvon\s+{_HEDGE['de']}$", re.IGNORECASE)
_AUF = re.compile(r"^[^.;:]{0,60}?\bauf\s+(?:\w+\s+)?\S*\d")
_CHANGING = frozenset({Slot.MONEY, Slot.SHARE, Slot.POINTS, Slot.MEASURE, Slot.COUNT, Slot.NUMBER, Slot.DURATION})
_PATTERNS = {
    language: tuple(
        (place, re.compile(rf"\b(?:{words})\s+{_HEDGE[language]}[$€£]?$", re.IGNORECASE)) for place, words in leads
    )
    for language, leads in _LEADS.items()
}
_BEFORE, _NEAR = 45, 80
DOUBT = 0.7


def place(atom: Atom, reading: Reading) -> Place | None:
    """What a figure is in a change; None where the word before it doesn't say."""
    figure = reading.figures[atom.figure]
    if atom.slot not in _CHANGING or figure.low is not None:
        return None
    span = figure.span
    before = reading.text[max(0, span.start - _BEFORE) : span.start].replace("\n", " ")
    for found, pattern in _PATTERNS[reading.language]:
        if pattern.search(before):
            return found if found is not Place.STEP or _moves(reading, span) else None
    if reading.language == "de" and _VON.search(before):
        behind = reading.text[span.end : span.end + 80].replace("\n", " ")
        return Place.OLD if _AUF.match(behind) else None
    return None


def _moves(reading: Reading, span: Span) -> bool:
    """Whether anything rises or falls around a figure: "um" and "by" have other senses too."""
    around = reading.text[max(0, span.start - _NEAR) : span.end + _NEAR].replace("\n", " ")
    return (
        direction.moves(around, reading.language)
        or _AUF.match(around[span.end - max(0, span.start - _NEAR) :]) is not None
    )


def agrees(claim: Atom, origin: Atom, here: Reading, there: Reading) -> bool | None:
    """Whether both texts give a figure the same place in a change; None where one of them doesn't say."""
    mine = place(claim, here)
    if mine is None or claim.qualifier is Qualifier.FURTHER:
        return None
    its = place(origin, there)
    return None if its is None else mine is its
