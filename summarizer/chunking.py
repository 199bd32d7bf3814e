"""Packs whole sentences into chunks that fit a token limit.

Counting is a passed function, so any model's own tokenizer rules its own limit. Each sentence is counted once to plan,
each chunk once to prove: tokenizers don't add up exactly, so the plan is held to the real count and gives a sentence
back where it was wrong. No chunk is ever over the limit, and no sentence is ever lost.

Where a chunk must end, it ends at a paragraph if that leaves it half full; a heading goes with what it heads. A
sentence longer than the limit is cut into pieces that keep its id, so that a citation of any of them is one of the
sentence: at the end of a clause if there is one, else between words, outside figures as long as any gap is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from summarizer.data import Chunk, Sentence, Span

Count = Callable[[str], int]
Write = Callable[[Sentence], str]

HALF_FULL = 0.5
"""A chunk may end early at a paragraph's end, but not with less of the limit used than this share."""

_CLAUSE_END = re.compile(r"(?<!\d)[,;:](?=\s)|(?<![\d%€$] )[–—](?=\s+\D)|(?<=[a-zäöüß]{3})[.!?…](?=\s)")
_GAP = re.compile(r"\s+")
_PART_OF_FIGURE = re.compile(
    r"[\d$€£¥%§‰]|^[A-Z]{2,4}$|^(?:Mio|Mrd|Bio|Tsd|Nr|Abs|Art|Millionen?|Milliarden?|Billionen?)\b"
)
_ENDED = frozenset('.!?…:;“”"»«’)')


def pack(
    text: str, sentences: Sequence[Sentence], count: Count, limit: int, *, write: Write | None = None
) -> tuple[Chunk, ...]:
    """Chunks of at most ``limit`` tokens that hold all ``sentences`` of ``text`` in order.

    ``count`` gives the tokens of a text. ``write`` gives a sentence as it will stand in the prompt (with its id, say),
    by default its own text; a chunk is counted as its sentences written one a line. A sentence that doesn't fit alone
    comes as pieces with its id and parts of its span. Raises `ValueError` for a limit that no character fits into.
    """
    form = write if write is not None else lambda sentence: sentence.span.of(text)
    return tuple(_pack(_fitting(text, sentences, count, limit, form), _heads(text, sentences), count, limit, form))


def _pack(
    pieces: list[tuple[Sentence, int]], heads: set[str], count: Count, limit: int, form: Write
) -> Iterator[Chunk]:
    start = 0
    while start < len(pieces):
        end, used = start, 0
        while end < len(pieces) and used + pieces[end][1] <= limit:
            used += pieces[end][1]
            end += 1
        end = max(end, start + 1)
        if end < len(pieces):
            end = _best_end(pieces, start, end, heads, limit)
        while True:
            chosen = tuple(sentence for sentence, _ in pieces[start:end])
            tokens = count("\n".join(map(form, chosen)))
            if tokens <= limit or end == start + 1:
                break
            end -= 1
        yield Chunk(chosen, tokens)
        start = end


def _best_end(pieces: list[tuple[Sentence, int]], start: int, end: int, heads: set[str], limit: int) -> int:
    """The last paragraph's end that leaves the chunk half full; else ``end``, without headings left at the bottom."""
    used = sum(tokens for _, tokens in pieces[start:end])
    for cut in range(end, start, -1):
        if used < limit * HALF_FULL:
            break
        before, after = pieces[cut - 1][0], pieces[cut][0]
        if before.paragraph != after.paragraph and before.id not in heads:
            return cut
        used -= pieces[cut - 1][1]
    while end > start + 1 and pieces[end - 1][0].id in heads:
        end -= 1
    return end


def _heads(text: str, sentences: Sequence[Sentence]) -> set[str]:
    """Ids of the headings: paragraphs of one sentence that has no mark at its end."""
    heads = set()
    for i, sentence in enumerate(sentences):
        alone = (i == 0 or sentences[i - 1].paragraph != sentence.paragraph) and (
            i + 1 == len(sentences) or sentences[i + 1].paragraph != sentence.paragraph
        )
        if alone and text[sentence.span.end - 1] not in _ENDED:
            heads.add(sentence.id)
    return heads


def _fitting(
    text: str, sentences: Sequence[Sentence], count: Count, limit: int, form: Write
) -> list[tuple[Sentence, int]]:
    """Each sentence, or its pieces, with the tokens it takes together with the line end after it."""
    fitting: list[tuple[Sentence, int]] = []
    for sentence in sentences:
        tokens = count(form(sentence) + "\n")
        if tokens <= limit or count(form(sentence)) <= limit:
            fitting.append((sentence, tokens))
            continue
        for piece in _pieces(text, sentence, count, limit, form):
            fitting.append((piece, count(form(piece) + "\n")))
    return fitting


def _pieces(text: str, sentence: Sentence, count: Count, limit: int, form: Write) -> Iterator[Sentence]:
    start, end = sentence.span

    def piece(to: int) -> Sentence:
        return replace(sentence, span=Span(start, to))

    def fits(to: int) -> bool:
        return count(form(piece(to))) <= limit

    guess = 4 * limit
    while start < end:
        longest = _longest(fits, start, end, guess)
        if longest == start:
            raise ValueError(f"a limit of {limit} tokens does not hold one character of {sentence.id}")
        cut = longest
        if longest < end:
            guess = 2 * (longest - start)
            good = _good_end(text, start, longest)
            cut = good if fits(good) else longest
        yield piece(cut)
        gap = _GAP.match(text, cut, end)
        start = gap.end() if gap else cut


def _longest(fits: Callable[[int], bool], start: int, end: int, guess: int) -> int:
    """The furthest end that fits, found by halving from a guess: no text far beyond the limit is ever counted."""
    low, high = start, min(end, start + max(guess, 1))
    while fits(high):
        if high == end:
            return end
        low, high = high, min(end, 2 * high - start)
    while high - low > 1:
        middle = (low + high) // 2
        if fits(middle):
            low = middle
        else:
            high = middle
    return low


def _good_end(text: str, start: int, longest: int) -> int:
    """The best place to cut at or before ``longest``: a clause's end, a gap outside figures, any gap, anywhere."""
    middle = start + (longest - start) // 2
    clauses = [m.end() for m in _CLAUSE_END.finditer(text, middle, longest)]
    if clauses:
        return clauses[-1]
    gaps = [m.start() for m in _GAP.finditer(text, start + 1, longest + 1)]
    for gap in reversed(gaps):
        if not _divides_figure(text, start, gap, longest):
            return gap
    return gaps[-1] if gaps else longest


def _divides_figure(text: str, start: int, gap: int, longest: int) -> bool:
    before = text[max(start, gap - 40) : gap].split()
    after = text[gap : longest + 40].split(maxsplit=1)
    return bool(before and after and (_PART_OF_FIGURE.search(before[-1]) or _PART_OF_FIGURE.search(after[0])))
