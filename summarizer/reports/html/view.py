"""What the page of a report shows, ready for its template: both texts with their marks, what is flagged, the shares.

Words, order and reasons are those of `layout` and `findings`, so that the page says what the other formats say; only
what needs a browser (partners, filters, bars) is made here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from summarizer.data import Draft, Finding, Report, Sentence, Span, Verdict
from summarizer.reports import layout, wording
from summarizer.reports.blocks import Block, Entry, Line
from summarizer.reports.findings import (
    NOT_CHECKED,
    Checked,
    Source,
    doubt_blocks,
    entry,
    flagged_findings,
    name_blocks,
    verdict_line,
)
from summarizer.reports.html.bars import Bar, bars_of
from summarizer.reports.html.marks import NAME, Marks, Pairs, Piece, claim_id, pair, row_id
from summarizer.reports.marking import sentences_of


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence of a text, or what stands between two."""

    id: str
    """``S1``, ``T1`` …; nothing between sentences."""
    label: str
    """What a reader calls it: ``S1`` of the source, ``1`` of the English, as findings do."""
    pieces: tuple[Piece, ...]
    cited: tuple[str, ...] = ()
    """Ids of the source sentences it rests on."""


Paragraph = tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Flag:
    """A flagged figure with the place in the texts that it stands at."""

    verdict: str
    entry: Entry
    jump: str
    """The id of its mark."""


@dataclass(frozen=True, slots=True)
class Row:
    """A figure in the table of all figures."""

    id: str
    verdict: Verdict
    flagged: bool
    said: str
    """The verdict with what differs."""
    english: tuple[str, str]
    """The id of the claim, and its text."""
    german: tuple[tuple[str, str], ...]
    where: str
    note: str
    confidence: str


@dataclass(frozen=True, slots=True)
class View:
    """All that the template asks for."""

    title: str
    kicker: str
    headline: tuple[Piece, ...]
    source_line: str
    outcome: Line
    clean: bool
    flags: tuple[Flag, ...]
    doubts: tuple[Block, ...]
    names: tuple[Block, ...]
    bars: tuple[Bar, ...]
    verdicts: tuple[tuple[str, str, int], ...]
    """What can be filtered by: a verdict, its word, how many."""
    german: tuple[Paragraph, ...]
    english: tuple[Paragraph, ...]
    deals: tuple[Block, ...]
    deal_lines: tuple[tuple[Piece, ...], ...]
    rows: tuple[Row, ...]
    notes: tuple[Block, ...]
    provenance: tuple[tuple[str, Line], ...]
    closing: str


def view(report: Report) -> View:
    """The page of a report."""
    texts, draft = layout.checked(report), report.draft
    pairs = pair(report, texts)
    source = Source(report.article, report.sentences)
    rows = tuple(_rows(texts, pairs, source))
    written = draft is None or layout.is_written(draft)
    headline = _headline(report, draft, pairs)
    return View(
        title="".join(piece if isinstance(piece, str) else piece[1] for piece in headline),
        kicker=_kicker(report),
        headline=headline,
        source_line=layout.source_line(report),
        outcome=verdict_line(texts, written=written),
        clean=written and not report.flagged,
        flags=tuple(_flags(texts, pairs, source)),
        doubts=tuple(doubt_blocks(texts)),
        names=tuple(name_blocks(texts)),
        bars=tuple(bars_of(texts)),
        verdicts=tuple(_verdicts(rows, texts)),
        german=paragraphs(report.article.text, report.sentences, pairs.source),
        english=_english(report, draft, pairs.texts[0]),
        deals=tuple(layout.deal_blocks(report, draft, wide=True))[1:] if draft else (),
        deal_lines=tuple(
            tuple(marks.pieces(text.text, Span(0, len(text.text))))
            for text, marks in zip(texts[1:], pairs.texts[1:], strict=True)
        ),
        rows=rows,
        notes=tuple(layout.note_blocks(report))[1:],
        provenance=tuple(layout.provenance_fields(report)),
        closing=NOT_CHECKED,
    )


def _kicker(report: Report) -> str:
    if report.translation is not None:
        return "Translation of a German article"
    if report.draft is not None:
        return "Summary of a German article"
    return "Figure check of an English text against its German source"


def _headline(report: Report, draft: Draft | None, pairs: Pairs) -> tuple[Piece, ...]:
    if draft is None:
        article = report.article
        named = article.title or ("standard input" if article.origin == "-" else PurePath(article.origin).name)
        return (f"{'Figure check' if report.translation is None else 'Translation'}: {named}",)
    found = tuple(pairs.texts[0].pieces(report.target, report.target_sentences[0].span))
    return found or (layout.NO_HEADLINE if layout.is_written(draft) else layout.NO_SUMMARY,)


def _english(report: Report, draft: Draft | None, marks: Marks) -> tuple[Paragraph, ...]:
    """The English text; of a summary without its headline, which stands above."""
    cited = {citation.span: citation.sentences for citation in report.citations}
    sentences = report.target_sentences if draft is None else report.target_sentences[1:]
    start = report.target_sentences[1].span.start if draft is not None and sentences else 0
    labels = {sentence.id: str(number) for number, sentence in enumerate(sentences, 1)}
    return paragraphs(report.target, sentences, marks, cited=cited, labels=labels, start=start)


def paragraphs(
    text: str,
    sentences: Sequence[Sentence],
    marks: Marks,
    *,
    cited: dict[Span, tuple[str, ...]] | None = None,
    labels: dict[str, str] | None = None,
    start: int = 0,
) -> tuple[Paragraph, ...]:
    """A text by paragraphs and sentences, nothing of it left out; ``start`` is where it is shown from."""
    labels = labels or {}
    found: list[list[Stretch]] = []
    position, last = start, None
    for sentence in sentences:
        between = Span(position, sentence.span.start)
        if sentence.paragraph != last or not found:
            found.append([])
        if between.of(text).strip():
            found[-1].append(Stretch("", "", tuple(marks.pieces(text, between))))
        sources = (cited or {}).get(sentence.span, ())
        pieces = tuple(marks.pieces(text, sentence.span))
        found[-1].append(Stretch(sentence.id, labels.get(sentence.id, sentence.id), pieces, sources))
        position, last = sentence.span.end, sentence.paragraph
    if text[position:].strip():
        found.append([Stretch("", "", tuple(marks.pieces(text, Span(position, len(text)))))])
    return tuple(tuple(stretches) for stretches in found)


def _flags(texts: Sequence[Checked], pairs: Pairs, source: Source) -> Iterator[Flag]:
    places = {id(finding): place for place, finding in _placed(texts, pairs)}
    for text, finding in flagged_findings(texts):
        yield Flag(finding.verdict.value, entry(text, finding, source), places[id(finding)])


def _placed(texts: Sequence[Checked], pairs: Pairs) -> Iterator[tuple[str, Finding]]:
    """Every finding with the id of the mark it is about: the claim, or the source figure left out."""
    by_span = {mark.span: mark.id for mark in pairs.source}
    for number, text in enumerate(texts):
        yield from ((pairs.claim(number, index), finding) for index, finding in enumerate(text.check.findings))
        for finding in text.check.omitted:
            yield by_span.get(finding.sources[0].span, "") if finding.sources else "", finding


def _rows(texts: Sequence[Checked], pairs: Pairs, source: Source) -> Iterator[Row]:
    by_span = {mark.span: mark.id for mark in pairs.source}
    for number, text in enumerate(texts):
        for index, finding in enumerate(text.check.findings):
            if finding.claim is not None:
                place = pairs.claim(number, index)
                where = text.place(finding.claim.span)[0]
                name = row_id(claim_id(number, index))
                yield _row(name, finding, (place, finding.claim.surface), where, by_span)
    seen: set[str] = set()
    for finding in texts[0].check.omitted:
        place = next((by_span[figure.span] for figure in finding.sources if figure.span in by_span), "")
        name = row_id(place) if place and place not in seen else ""
        seen.add(place)
        sentences = sentences_of(source.sentences, (figure.span for figure in finding.sources))
        yield _row(name, finding, ("", ""), " ".join(sentence.id for sentence in sentences), by_span)


def _row(name: str, finding: Finding, english: tuple[str, str], where: str, by_span: dict[Span, str]) -> Row:
    german = tuple((by_span.get(figure.span, ""), figure.surface) for figure in finding.sources)
    said = wording.why(finding) if finding.note or not finding.verdict.accepted else ""
    return Row(
        id=name,
        verdict=finding.verdict,
        flagged=finding.flagged,
        said=wording.verdict(finding),
        english=english,
        german=german,
        where=where,
        note="" if finding.verdict is Verdict.OMITTED and not finding.note else said,
        confidence=f"{finding.confidence:.0%}" if finding.claim and not finding.verdict.accepted else "",
    )


def _verdicts(rows: Sequence[Row], texts: Sequence[Checked]) -> Iterator[tuple[str, str, int]]:
    seen = Counter(row.verdict for row in rows)
    yield from ((verdict.value, wording.VERDICTS[verdict], seen[verdict]) for verdict in Verdict if seen[verdict])
    names = sum(len(text.check.names) for text in texts)
    if names:
        yield NAME, "names", names
