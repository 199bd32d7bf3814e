"""From what to what: which of two figures is the old one and which the new, and which is only the step between them.

"Die Bank rechnet mit 1,1 Prozent statt bisher 1,4" is "cut from 1.4 to 1.1" in English: the order turns round and
nothing is exchanged. "Um sechs auf 50 Minuten" is "by six to 50", and "by 50" is wrong. The word that leads a figure
says which it is, in both languages; where it says so in both, that decides.

To extend: a word of `_LEADS`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum

from summarizer.checking import direction
from summarizer.checking.atoms import Atom, Slot
from summarizer.checking.late import late
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
        (Place.NEW, r"(?<!up )(?<!amounting )(?<!equal )(?<!comes )(?<!come )(?<!came )(?<!amounts )(?<!amounted )to"),
        (Place.STEP, r"by"),
    ),
}
_STILL = late(
    r"\b(?:waren|war|hatten?|lag(?:en)?|gab|betrug(?:en)?|zählten?|standen?)\b[^.,;:\d]{0,40}"
    r"\bnoch (?:(?:bei|etwa|rund|fast|knapp|gut) ){0,2}$",
    re.IGNORECASE,
)
"""What it still was: "am Samstag waren es noch 52.000"."""
_VON = late(rf"\bvon\s+{_HEDGE['de']}$", re.IGNORECASE)
_AUF = late(r"^[^.;:]{0,60}?\bauf\s+(?:\w+\s+)?\S*\d")
_CHANGING = frozenset({Slot.MONEY, Slot.SHARE, Slot.POINTS, Slot.MEASURE, Slot.COUNT, Slot.NUMBER, Slot.DURATION})
_PATTERNS = {
    language: tuple(
        (place, late(rf"\b(?:{words})\s+{_HEDGE[language]}[$€£]?$", re.IGNORECASE)) for place, words in leads
    )
    for language, leads in _LEADS.items()
}
_BEFORE, _NEAR = 60, 80
DOUBT = 0.7


def place(atom: Atom, reading: Reading) -> Place | None:
    """What a figure is in a change; None where the word before it doesn't say."""
    if atom.slot not in _CHANGING:
        return None
    known = reading.once(_Places).known
    key = atom.figure, atom.value
    if key not in known:
        known[key] = _place(atom, reading)
    return known[key]


class _Places:
    """What is known of the figures of a text: each is asked several times."""

    def __init__(self, _reading: Reading) -> None:
        self.known: dict[tuple[int, Decimal | str | None], Place | None] = {}


def _place(atom: Atom, reading: Reading) -> Place | None:
    figure = reading.figures[atom.figure]
    span = figure.span
    if figure.low is not None:
        changed = reading.language == "en" and figure.surface[:5].lower() == "from "
        return (Place.OLD if atom.value == figure.low else Place.NEW) if changed else None
    before = reading.text[max(0, span.start - _BEFORE) : span.start].replace("\n", " ")
    for found, pattern in _PATTERNS[reading.language]:
        if pattern.search(before):
            return found if found is not Place.STEP or _moves(reading, span) else None
    if reading.language == "de" and _STILL.search(before):
        return Place.OLD
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


_PAST = late(
    r"\b(?:was|were|had|previous\w*|earlier|prior|last|before|ago|then|once|still|after|against|from|compared|versus|vs"
    r"|former\w*|old|originally|initially|first|instead|rather than|until|up to now|year-ago|more|less|fewer|lower"
    r"|higher|above|below|down|up|double\w*|twice|halved?|over|than|end(?:ed|s)?)\b",
    re.IGNORECASE,
)
"""What may tell of a time before, or compare: the target doesn't give the old value as today's."""
STALE = 0.65
_TOLD = 40
"""Within how many code points such a word stands."""


def stale(claim: Atom, origin: Atom, here: Reading, there: Reading) -> Atom | None:
    """The new value of the source, where the target gives the old one with no word that says so, and it alone."""
    if claim.slot not in _CHANGING or place(claim, here) is not None or place(origin, there) is not Place.OLD:
        return None
    new = [
        atom
        for atom in there.atoms
        if atom.slot is origin.slot
        and atom.unit == origin.unit
        and atom.value != origin.value
        and abs(atom.position - origin.position) <= _NEAR
        and there.sentence_index(atom.position) == there.sentence_index(origin.position)
        and place(atom, there) is not Place.OLD
        and place(atom, there) is not Place.STEP
    ]
    if len(new) != 1 or any(atom.value == new[0].value for atom in here.atoms):
        return None
    span, sentence = here.figures[claim.figure].span, here.sentences[here.sentence_index(claim.position)].span
    around = here.text[max(sentence.start, span.start - _TOLD) : min(sentence.end, span.end + _TOLD)]
    return None if _PAST.search(around) else new[0]


def agrees(claim: Atom, origin: Atom, here: Reading, there: Reading) -> bool | None:
    """Whether both texts give a figure the same place in a change; None where one of them doesn't say."""
    mine = place(claim, here)
    if mine is None or claim.qualifier is Qualifier.FURTHER:
        return None
    its = place(origin, there)
    return None if its is None else mine is its
