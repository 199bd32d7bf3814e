"""Reads the sign of a figure where one text writes it and the other says it: minus 50 million is a loss of 50 million.

A sum with a minus and one without are the same where the text without it says in the clause of the figure that it is a
loss; so are shares and points where that text says that something shrank *by* so much. A profit, or a rate that falls
*to* a level, is another figure. Of a
step, the words are those of ``words/direction.txt``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from summarizer.checking.atoms import Atom, Slot
from summarizer.checking.clauses import Clauses
from summarizer.checking.direction import Directions
from summarizer.checking.late import late
from summarizer.checking.reading import Reading

_SUMS = frozenset({Slot.MONEY})
_STEPS = frozenset({Slot.SHARE, Slot.POINTS})
_LOSING = {
    "de": late(
        r"\b(?:\w*(?:verlust|verluste|verlusts|verlustes|verlusten|fehlbetrag|defizit|defizits)|einbu(?:ß|ss)en?"
        r"|rote\w? zahlen|verlor|verloren|verliert|verlieren)\b",
        re.IGNORECASE,
    ),
    "en": late(
        r"\b(?:loss|losses|lost|loses|losing|lose|deficits?|shortfall|in the red|red ink|loss-making|negative)\b",
        re.IGNORECASE,
    ),
}
_GAINING = {
    "de": late(r"\b(?:\w*gewinne?[sn]?|\w*überschuss|\w*überschüsse)\b", re.IGNORECASE),
    "en": late(r"\b(?:profits?|surplus|gains?|earned|earnings of)\b", re.IGNORECASE),
}
_LEVEL = {"de": late(r"\b(?:auf|bei)(?: \w+){0,2} $"), "en": late(r"\b(?:to|at)(?: \w+){0,2} $")}
_NEAR = 60
"""How far before or behind its figure, in code points, a word of loss may stand."""


def settle(target: Reading, source: Reading, claims: Sequence[Atom], origins: Sequence[Atom]) -> Sequence[Atom]:
    """The claims, with the sign of the source where the words of the text without a sign say the same."""
    signed = {atom.value for atom in (*claims, *origins) if _negative(atom)}
    if not signed:
        return claims
    return [_settled(target, source, claim, origins) for claim in claims]


def _settled(target: Reading, source: Reading, claim: Atom, origins: Sequence[Atom]) -> Atom:
    if claim.slot not in _SUMS | _STEPS or not isinstance(claim.value, Decimal) or not claim.value:
        return claim
    values = [o.value for o in origins if o.slot is claim.slot]
    if claim.value in values:
        return claim
    for origin in origins:
        if origin.slot is not claim.slot or origin.value != -claim.value:
            continue
        unsigned, reading = (origin, source) if claim.value < 0 else (claim, target)
        if _says_minus(unsigned, reading):
            return claim._replace(value=origin.value)
    return claim


def _negative(atom: Atom) -> bool:
    return atom.slot in _SUMS | _STEPS and isinstance(atom.value, Decimal) and atom.value < 0


def _says_minus(atom: Atom, reading: Reading) -> bool:
    """Whether the clause of a figure says that it is a loss, or a step down."""
    span = reading.figures[atom.figure].span
    start, end = Clauses(reading.text).around(span.start, span.end)
    before = reading.text[max(start, span.start - _NEAR) : span.start].replace("\n", " ")
    behind = reading.text[span.end : min(end, span.end + _NEAR)].replace("\n", " ")
    if atom.slot in _SUMS:
        around = f"{before} # {behind}"
        return bool(_LOSING[reading.language].search(around)) and not _GAINING[reading.language].search(around)
    down = "down" in Directions(reading).of(atom)
    return down and not _LEVEL[reading.language].search(before)
