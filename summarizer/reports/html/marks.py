"""Which figures of the two texts belong together, and how each is marked: the ids and links of the page.

Every figure of the English is ``c1``, ``c2`` … (``d2c1`` in the line of the second deal), every figure of the German
``f1``, ``f2`` …; a mark leads to its first partner, so that pairs can be followed without any script. Marks never
overlap: of two that would, the longer one from the earlier start stands, and the other is known by its name.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from summarizer.data import Figure, Finding, Report, Span, Verdict
from summarizer.reports import wording
from summarizer.reports.blocks import visible
from summarizer.reports.findings import Checked

NAME = "name"
"""What a name that the source lacks is called among the verdicts of figures."""
_WORST_FIRST = (
    Verdict.CONTRADICTED, Verdict.MISATTRIBUTED, Verdict.UNSUPPORTED, Verdict.DERIVED, Verdict.CONVERTED,
    Verdict.ROUNDED, Verdict.SUPPORTED, Verdict.OMITTED,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure or name that is marked in a text."""

    id: str
    span: Span
    verdict: str
    """The value of a `Verdict`, `NAME`, or nothing for a source figure that the check had no use for."""
    flagged: bool
    said: str
    """What a reader sees on pointing at it."""
    partners: tuple[str, ...] = ()
    link: str = ""
    """The id it leads to."""


Piece: TypeAlias = str | tuple[Mark, str]
"""Plain text, or a mark with the part of the text it covers."""


class Marks:
    """The marks of one text, in reading order."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._marks: list[Mark] = []
        self._known: dict[str, str] = {}
        for mark in sorted(marks, key=lambda each: (each.span.start, -each.span.end)):
            last = self._marks[-1] if self._marks else None
            if last is not None and mark.span.start < last.span.end:
                self._known[mark.id] = last.id
            elif mark.span.end > mark.span.start:
                self._marks.append(mark)
                self._known[mark.id] = mark.id
        self._starts = [mark.span.start for mark in self._marks]

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._marks)

    def standing(self, name: str) -> str:
        """The id of the mark that stands where the mark called ``name`` would."""
        return self._known.get(name, "")

    def pieces(self, text: str, stretch: Span) -> Iterator[Piece]:
        """The ``stretch`` of ``text`` cut at its marks; what of a mark reaches in from before it is plain text."""
        position = stretch.start
        first = max(bisect_right(self._starts, stretch.start) - 1, 0)
        for mark in self._marks[first : bisect_left(self._starts, stretch.end)]:
            start, end = max(mark.span.start, position), min(mark.span.end, stretch.end)
            if start >= end:
                continue
            if position < start:
                yield text[position:start]
            # An id must stand once in a page: what reaches in from the sentence before is plain text.
            yield (mark, text[start:end]) if mark.span.start >= stretch.start else text[start:end]
            position = end
        if position < stretch.end:
            yield text[position : stretch.end]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The marks of all texts of a report, led to one another."""

    source: Marks
    texts: tuple[Marks, ...]
    """Of the English, and after it of each deal's line."""

    def claim(self, text: int, finding: int) -> str:
        """The id of the claim of a finding of a text; nothing for one without a claim."""
        return self.texts[text].standing(claim_id(text, finding))


def claim_id(text: int, finding: int) -> str:
    """The id of the claim of the ``finding``-th finding of the ``text``-th text, both counted from 0."""
    return f"d{text}c{finding + 1}" if text else f"c{finding + 1}"


def row_id(claim: str) -> str:
    """The id of the line that says all about a claim, or about a source figure that is left out."""
    return f"row-{claim}"


def pair(report: Report, texts: Sequence[Checked]) -> Pairs:
    """All marks of a report; ``texts`` are its texts as `summarizer.reports.layout.checked` gives them."""
    spans = _source_spans(report, texts)
    uses: dict[str, list[tuple[str, Finding]]] = {name: [] for name in spans.values()}
    for number, text in enumerate(texts):
        for index, finding in enumerate(text.check.findings):
            for figure in finding.sources:
                uses[spans[figure.span]].append((claim_id(number, index), finding))
    omitted = {
        figure.span: finding for text in texts[:1] for finding in text.check.omitted for figure in finding.sources
    }
    of_texts = tuple(Marks(_claims(number, text, spans)) for number, text in enumerate(texts))
    standing = {mark.id for marks in of_texts for mark in marks}
    source = Marks(_source_mark(name, span, uses[name], omitted.get(span), standing) for span, name in spans.items())
    return Pairs(source, tuple(_led(marks, source) for marks in of_texts))


def _source_spans(report: Report, texts: Sequence[Checked]) -> dict[Span, str]:
    found = {figure.span: f"f{number}" for number, figure in enumerate(report.figures, 1)}
    for text in texts:
        for finding in (*text.check.findings, *text.check.omitted):
            for figure in finding.sources:
                found.setdefault(figure.span, f"f{len(found) + 1}")
    return found


def _claims(number: int, text: Checked, spans: dict[Span, str]) -> Iterator[Mark]:
    for index, finding in enumerate(text.check.findings):
        if finding.claim is not None:
            name = claim_id(number, index)
            partners = tuple(dict.fromkeys(spans[figure.span] for figure in finding.sources))
            yield Mark(
                name,
                finding.claim.span,
                finding.verdict.value,
                finding.flagged,
                claim_said(finding),
                partners,
                partners[0] if partners else row_id(name),
            )
    for index, each in enumerate(text.check.names, 1):
        said = "name not in the source" + (f": {each.note}" if each.note else "")
        lead = f"d{number}" if number else ""
        yield Mark(f"{lead}n{index}", each.span, NAME, each.flagged, visible(said), link="names")


def claim_said(finding: Finding) -> str:
    """A finding in a line: verdict, what of the source it was held against, why."""
    held = ", ".join(f"“{figure.surface}”" for figure in finding.sources)
    parts = [
        wording.verdict(finding),
        f"source: {held}" if held else "",
        wording.why(finding).rstrip(".") if finding.note or not finding.verdict.accepted else "",
    ]
    return visible(" – ".join(part for part in parts if part))


def _source_mark(
    name: str, span: Span, uses: Sequence[tuple[str, Finding]], left_out: Finding | None, standing: set[str]
) -> Mark:
    partners = tuple(dict.fromkeys(claim for claim, _ in uses if claim in standing))
    if uses:
        worst = min((finding for _, finding in uses), key=lambda finding: _WORST_FIRST.index(finding.verdict))
        surfaces = ", ".join(f"“{finding.claim.surface}”" for _, finding in uses if finding.claim)
        flagged = any(finding.flagged for _, finding in uses)
        said = f"{wording.VERDICTS[worst.verdict]} – English: {surfaces}"
        return Mark(name, span, worst.verdict.value, flagged, visible(said), partners, (*partners, "")[0])
    if left_out is not None:
        said = wording.VERDICTS[Verdict.OMITTED]
        return Mark(name, span, Verdict.OMITTED.value, left_out.flagged, said, (), row_id(name))
    return Mark(name, span, "", False, "a figure of the source that nothing was held against")


def _led(marks: Marks, source: Marks) -> Marks:
    """The marks with partners that stand: a figure within another is known by that one's mark."""
    return Marks(
        Mark(
            mark.id,
            mark.span,
            mark.verdict,
            mark.flagged,
            mark.said,
            tuple(dict.fromkeys(source.standing(partner) for partner in mark.partners)),
            source.standing(mark.link) or mark.link,
        )
        for mark in marks
    )


def of_figures(figures: Sequence[Figure], said: Sequence[str]) -> Marks:
    """The marks of a list of figures, each leading to its line in the table."""
    return Marks(
        Mark(f"f{number}", figure.span, "", False, words, (), row_id(f"f{number}"))
        for number, (figure, words) in enumerate(zip(figures, said, strict=True), 1)
    )
