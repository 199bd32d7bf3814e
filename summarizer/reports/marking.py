"""Shows figures where they stand: a sentence with its figures marked, cut to a readable length.

Marks are spans of the whole text, as the check gives them; a mark that crosses the stretch shown is clipped to it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from summarizer.data import Sentence, Span
from summarizer.reports.blocks import Line, Run, Style, line

ELLIPSIS = "…"

Marks = Sequence[tuple[Span, Style]]


def marked(text: str, stretch: Span, marks: Marks) -> Line:
    """The ``stretch`` of ``text`` with each mark in its style; of two marks that overlap the first one wins."""
    runs: list[str | Run] = []
    position = stretch.start
    for span, style in sorted(marks, key=lambda mark: mark[0]):
        start, end = max(span.start, position), min(span.end, stretch.end)
        if start >= end or span.start < position:
            continue
        runs += [text[position:start], Run(text[start:end], style)]
        position = end
    runs.append(text[position : stretch.end])
    return line(*runs)


def excerpt(text: str, stretch: Span, marks: Marks, *, limit: int = 320) -> Line:
    """As `marked`, cut at spaces to about ``limit`` characters around the first mark where the stretch is longer."""
    if stretch.end - stretch.start <= limit:
        return marked(text, stretch, marks)
    focus = min((span for span, _ in marks if span.overlaps(stretch)), default=Span(stretch.start, stretch.start))
    start = max(stretch.start, min(focus.start - limit // 2, stretch.end - limit))
    end = min(stretch.end, max(start + limit, min(focus.end, start + 2 * limit)))
    start = _word_start(text, start, focus.start) if start > stretch.start else start
    end = _word_end(text, end, max(focus.end, start)) if end < stretch.end else end
    before = ELLIPSIS + " " if start > stretch.start else ""
    after = " " + ELLIPSIS if end < stretch.end else ""
    return line(before, *marked(text, Span(start, end), marks), after)


def sentence_at(sentences: Sequence[Sentence], position: int) -> Sentence | None:
    """The sentence that holds the code point at ``position``; None between sentences."""
    index = bisect_right(sentences, position, key=lambda sentence: sentence.span.start) - 1
    if index < 0 or position >= sentences[index].span.end:
        return None
    return sentences[index]


def sentences_of(sentences: Sequence[Sentence], spans: Iterable[Span]) -> tuple[Sentence, ...]:
    """The sentences that hold the starts of ``spans``, each once, in reading order."""
    found = {sentence.id: sentence for span in spans if (sentence := sentence_at(sentences, span.start))}
    return tuple(sorted(found.values(), key=lambda sentence: sentence.span))


def _word_start(text: str, start: int, limit: int) -> int:
    space = text.find(" ", start, limit)
    return space + 1 if space >= 0 else start


def _word_end(text: str, end: int, limit: int) -> int:
    space = text.rfind(" ", limit, end)
    return space if space >= 0 else end
