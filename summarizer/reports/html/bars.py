"""Shares of figures as bars: by verdict those of the English; what became of those of the German.

A figure of the German is carried over only if something accepted rests on it: what a contradicted claim was held
against differs, and no bar may show it as if all were well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.data import Check, Verdict
from summarizer.reports import wording
from summarizer.reports.findings import Checked


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a bar."""

    name: str
    """A verdict, ``carried`` or ``differs``; what the part is coloured by."""
    label: str
    count: int
    start: float
    """Where it begins and how wide it is, in percent."""
    width: float


@dataclass(frozen=True, slots=True)
class Bar:
    """Shares of a whole."""

    label: str
    shares: tuple[Share, ...]

    @property
    def said(self) -> str:
        """The bar in words."""
        return " · ".join(f"{share.label} {share.count:,}" for share in self.shares)


def bars_of(texts: Sequence[Checked]) -> Iterator[Bar]:
    """How the figures of the English fare, and what became of those of the German; nothing for none."""
    seen = Counter(finding.verdict for text in texts for finding in text.check.findings)
    if seen:
        counted = [(verdict.value, wording.VERDICTS[verdict], seen[verdict]) for verdict in Verdict if seen[verdict]]
        where = "the English and its deals" if len(texts) > 1 else "the English"
        yield Bar(f"{wording.plural(seen.total(), 'figure')} of {where}", _shared(counted))
    yield from _of_the_german(texts[0].check)


def _of_the_german(check: Check) -> Iterator[Bar]:
    """What became of the source figures that the check of the text itself had to do with, each counted once."""
    left_out = {figure.span for finding in check.omitted for figure in finding.sources}
    carried = {figure.span for finding in check.findings if finding.verdict.accepted for figure in finding.sources}
    carried -= left_out
    differs = {figure.span for finding in check.findings for figure in finding.sources} - carried - left_out
    counted = [
        ("carried", "carried over", len(carried)),
        ("differs", "differ", len(differs)),
        ("omitted", "left out", len(check.omitted)),
    ]
    total = sum(count for _, _, count in counted)
    if total:
        yield Bar(f"{wording.plural(total, 'figure')} of the German", _shared([each for each in counted if each[2]]))


def _shared(counted: Sequence[tuple[str, str, int]]) -> tuple[Share, ...]:
    total, start, shares = sum(count for _, _, count in counted), 0.0, []
    for name, label, count in counted:
        width = 100 * count / total
        shares.append(Share(name, label, count, round(start, 3), round(width, 3)))
        start += width
    return tuple(shares)
