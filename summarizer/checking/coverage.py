"""Lists the figures of the source that the target leaves out, weightiest first.

A summary leaves most figures out, and rightly; the list is there so that a reader sees at a glance whether the sum
that the story is about is among them. Money weighs most, then shares, counts and measures; what stands in the first
sentences of the article weighs more than what stands further down.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from summarizer.checking import course
from summarizer.checking.atoms import Atom, Weight
from summarizer.checking.judge import Judgement
from summarizer.checking.judge import omitted as judge_omitted
from summarizer.checking.late import late
from summarizer.checking.reading import Reading
from summarizer.data import Finding, Kind, Reason, Verdict

_WEIGHTS: dict[Kind, float] = {
    Kind.MONEY: 5.0,
    Kind.PERCENT: 3.5,
    Kind.PERCENTAGE_POINT: 3.5,
    Kind.COUNT: 3.0,
    Kind.NUMBER: 2.5,
    Kind.QUARTER: 1.5,
    Kind.HALF_YEAR: 1.5,
    Kind.DURATION: 1.5,
    Kind.YEAR: 1.0,
    Kind.FRACTION: 1.5,
    Kind.MULTIPLE: 1.5,
    Kind.RATIO: 1.5,
    Kind.DESIGNATION: 1.0,
    Kind.ORDINAL: 1.0,
    Kind.VAGUE: 1.0,
    Kind.AGE: 0.8,
    Kind.TIME: 0.8,
}
_LEAD = 400
"""How many code points of an article are its lead."""
_EARLY, _OLD, _SLIGHT = 1.5, 0.7, 0.3
"""What the lead multiplies a weight with; the old value of a change; a word that is no news (beide, Dienstag)."""
_PRICE = 1000
"""Below it a sum is what one pays for a ticket, a share, a kilogram."""
_PRICED = 3.0
_LOST = 2.5
_LOST_LIVES = late(
    r"^(?:Tote|Todesopfer|Opfer|Verletzt|Schwerverletzt|Vermisst|Gefallen|Getötet|Ertrunken)|\b(?:starben|gestorben|getötet"
    r"|ums Leben|verletzt|vermisst|entlassen|obdachlos)\b"
)
"""What no summary may leave out: lives, health and livelihoods."""
_BEHIND = 45


def weight(reading: Reading, atom: Atom) -> float:
    """How much a source figure matters: its kind, its size, what it counts, and how early it stands."""
    found = reading.figures[atom.figure]
    base = _WEIGHTS.get(found.kind, 2.0)
    size = found.value if found.high is None else found.high
    if found.kind is Kind.MONEY and isinstance(size, Decimal) and size < _PRICE:
        base = _PRICED
    if isinstance(size, Decimal) and size > 0 and found.kind is not Kind.YEAR:
        base += min(3.0, 0.3 * max(0, size.adjusted()))
    behind = reading.text[found.span.end : found.span.end + _BEHIND].split(".")[0].replace("\n", " ").lstrip()
    if found.kind in (Kind.COUNT, Kind.NUMBER) and _LOST_LIVES.search(behind):
        base += _LOST
    if atom.weight < Weight.SPELLED:
        base *= _SLIGHT
    if course.place(atom, reading) is course.Place.OLD:
        base *= _OLD
    return base * (_EARLY if found.span.start < _LEAD else 1.0)


def omitted(
    source: Reading, unused: Sequence[Atom], threshold: float | None, fail_on: frozenset[Verdict] | None
) -> tuple[Finding, ...]:
    """One finding a figure of which some part is unused. ``threshold`` None: nothing is flagged."""
    worst: dict[int, Judgement] = {}
    weights: dict[int, float] = {}
    for atom in unused:
        weights[atom.figure] = max(weights.get(atom.figure, 0.0), weight(source, atom))
        judgement = judge_omitted(atom, atom.figure)
        if atom.figure not in worst or worst[atom.figure].doubt < judgement.doubt:
            worst[atom.figure] = judgement
    counts = threshold is not None and (fail_on is None or Verdict.OMITTED in fail_on)
    return tuple(
        Finding(
            Verdict.OMITTED,
            None,
            (source.figures[figure],),
            Reason.LEFT_OUT,
            "",
            worst[figure].doubt,
            counts and threshold is not None and worst[figure].doubt >= threshold,
        )
        for figure in sorted(worst, key=lambda f: (-weights[f], f))
    )
