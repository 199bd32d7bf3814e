"""Shares of figures as bars: by verdict those of the English, carried over or left out those of the German."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.data import Verdict
from summarizer.reports import wording
from summarizer.reports.findings import Checked


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a bar."""

    name: str
    """A verdict, or ``carried``; what the part is coloured by."""
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
    """How the figures of the English fare, and how many of the German are carried over; nothing for none."""
    seen = Counter(finding.verdict for text in texts for finding in text.check.findings)
    if seen:
        counted = [(verdict.value, wording.VERDICTS[verdict], seen[verdict]) for verdict in Verdict if seen[verdict]]
        yield Bar(f"{wording.plural(seen.total(), 'figure')} of the English", _shared(counted))
    left_out = len(texts[0].check.omitted)
    used = {figure.span for finding in texts[0].check.findings for figure in finding.sources}
    used -= {figure.span for finding in texts[0].check.omitted for figure in finding.sources}
    if used or left_out:
        counted = [("carried", "carried over", len(used)), ("omitted", "left out", left_out)]
        yield Bar(f"{wording.plural(len(used) + left_out, 'figure')} of the German", _shared(counted))


def _shared(counted: Sequence[tuple[str, str, int]]) -> tuple[Share, ...]:
    total, start, shares = sum(count for _, _, count in counted), 0.0, []
    for name, label, count in counted:
        width = 100 * count / total
        shares.append(Share(name, label, count, round(start, 3), round(width, 3)))
        start += width
    return tuple(shares)
