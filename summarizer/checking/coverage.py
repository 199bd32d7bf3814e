"""Lists the figures of the source that the target leaves out, weightiest first.

A summary leaves most figures out, and rightly; the list is there so that a reader sees at a glance whether the sum
that the story is about is among them. Money weighs most, then shares, counts and measures; what stands in the first
sentences of the article weighs more than what stands further down.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from summarizer.checking.atoms import Atom
from summarizer.checking.judge import Judgement
from summarizer.checking.judge import omitted as judge_omitted
from summarizer.checking.reading import Reading
from summarizer.data import Finding, Kind, Reason, Verdict

_WEIGHTS: dict[Kind, float] = {
    Kind.MONEY: 5.0,
    Kind.PERCENT: 3.5,
    Kind.PERCENTAGE_POINT: 3.5,
    Kind.COUNT: 3.0,
    Kind.DATE: 2.0,
    Kind.YEAR: 2.0,
    Kind.DESIGNATION: 1.0,
    Kind.ORDINAL: 1.0,
    Kind.VAGUE: 1.0,
}
_LEAD = 400
"""How many code points of an article are its lead."""


def weight(reading: Reading, figure: int) -> float:
    """How much a source figure matters: its kind, its size, and how early it stands."""
    found = reading.figures[figure]
    base = _WEIGHTS.get(found.kind, 2.0)
    if isinstance(found.value, Decimal) and found.value > 0:
        base += min(3.0, 0.3 * max(0, found.value.adjusted()))
    return base * (1.5 if found.span.start < _LEAD else 1.0)


def omitted(
    source: Reading, unused: Sequence[Atom], threshold: float | None, fail_on: frozenset[Verdict] | None
) -> tuple[Finding, ...]:
    """One finding a figure of which some part is unused. ``threshold`` None: nothing is flagged."""
    worst: dict[int, Judgement] = {}
    for atom in unused:
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
        for figure in sorted(worst, key=lambda f: (-weight(source, f), f))
    )
