"""An article as passages to be translated, and back: what is text, what is layout, and what is neither.

A passage is a sentence without the marks it opens with (heading, list, quotation of Markdown) and without the emphasis
around it. Those, and the blank lines between passages, are never put to a model: they are put back as they were. A
line that holds signs alone (a rule, an underline, the frame of a table) is copied; one that holds figures alone is
copied with its figures written the English way.

To extend: a mark that opens a line goes into ``_MARK``, one that surrounds words into ``_AROUND``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from summarizer import chunking
from summarizer.data import Kind, Sentence, Span
from summarizer.figures import english, find

_MARK = re.compile(r"#{1,6}[ \t]+|>[ \t]?|[-*+•‣▪·◦–—][ \t]+(?:\[[ xX]\][ \t]+)?|\|[ \t]*")
_NUMBER = re.compile(r"\(?(?P<number>\d{1,3})[.)][ \t]+(?=\S)")
_AROUND = re.compile(r"(?P<mark>\*\*\*|___|\*\*|__|\*|_)(?=\S)(?P<text>.+?)(?<=\S)(?P=mark)(?P<end>[.:!?]?)", re.S)
_STOP_BEHIND = re.compile(r"[*_]+([.:!?])")
_INSIDE = re.compile(r"(?<![\w*])(?P<mark>\*\*|__|\*|_|`)(?=\S)(?P<text>[^*_`]+?)(?<=\S)(?P=mark)(?![\w*])")
_LINK = re.compile(r"!?\[(?P<text>[^\[\]]*)\]\((?P<address>[^()\s]+)\)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_ROW = re.compile(r"\|.*\|")
_CELL = re.compile(r"\|[^|\n]*[^|\s](?:[ \t]*\|$)?|\|")
_ROW_END = re.compile(r"[ \t]*\|$")
_LETTER = re.compile(r"[^\W\d_]")
_LONG = 1_200
"""Code points from which on a passage is counted in tokens, and cut if it is too long for one request."""
_DATES = frozenset({Kind.DATE, Kind.TIME})


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage of the article, taken apart."""

    key: str
    """The sentence's id, with a part's number where the sentence was cut: ``S3``, ``S3.2``."""
    sentence: Sentence
    """Its span is the passage's: marks included."""
    lead: str
    body: str
    """On one line."""
    trail: str
    straight: bool
    """Whether ``body`` stands in the article just so."""

    @property
    def german(self) -> Span:
        """Where it stands in the article, marks left out."""
        return Span(self.sentence.span.start + len(self.lead), self.sentence.span.end - len(self.trail))


def pieces(text: str, sentences: Sequence[Sentence], count: Callable[[str], int], limit: int) -> tuple[Piece, ...]:
    """The passages of ``text``, none longer than ``limit`` tokens as ``count`` counts them."""
    numbered = _numbered(text, sentences)
    found: list[Piece] = []
    paragraph = -1
    for sentence in sentences:
        opens = sentence.paragraph != paragraph
        paragraph = sentence.paragraph
        for part, cut in enumerate(_cut(text, sentence, count, limit), 1):
            key = sentence.id if part == 1 else f"{sentence.id}.{part}"
            found.append(_piece(text, cut, key, opens and part == 1, sentence.id in numbered))
    return tuple(found)


def ready(piece: Piece) -> str | None:
    """The English of a piece that needs no translator; None where there are words to translate."""
    bare = _ADDRESS.sub("", piece.body)
    if not _LETTER.search(bare) and not re.search(r"\d", bare):
        return piece.body
    inside = find(piece.body, "de")
    kept = [figure for figure in inside if figure.kind is not Kind.DESIGNATION]
    rest = list(piece.body)
    for span in [figure.span for figure in kept] + [Span(*m.span()) for m in _ADDRESS.finditer(piece.body)]:
        rest[span.start : span.end] = [" "] * (span.end - span.start)
    if _LETTER.search("".join(rest)):
        return None
    made = piece.body
    for figure in reversed(kept):
        made = made[: figure.span.start] + english(figure) + made[figure.span.end :]
    return made[:1].upper() + made[1:] if piece.body[:1].isupper() else made


def unmarked(body: str) -> tuple[str, tuple[tuple[str, str, str], ...]]:
    """``body`` without inner emphasis and links, and what was taken off: opening, words, closing."""
    marks: list[tuple[str, str, str]] = []

    def link(match: re.Match[str]) -> str:
        marks.append(("[", match["text"], f"]({match['address']})"))
        return match["text"]

    def emphasis(match: re.Match[str]) -> str:
        marks.append((match["mark"], match["text"], match["mark"]))
        return match["text"]

    return _INSIDE.sub(emphasis, _LINK.sub(link, body)), tuple(marks)


def remarked(english_text: str, marks: Sequence[tuple[str, str, str]]) -> str:
    """``english_text`` with the marks back on words that stand in it as they did; an address is never lost."""
    for opening, words, closing in marks:
        at = english_text.find(words) if words else -1
        if at >= 0:
            end = at + len(words)
            english_text = f"{english_text[:at]}{opening}{words}{closing}{english_text[end:]}"
        elif opening == "[":
            english_text = f"{english_text} ({closing[2:-1]})"
    return english_text


def assembled(text: str, pieces: Sequence[Piece], made: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    """The whole text with ``made`` in place of the pieces' bodies, and where each of them stands in it."""
    parts: list[str] = []
    placed: list[Span] = []
    at = 0
    before: Piece | None = None
    for piece, written in zip(pieces, made, strict=True):
        words = _ended_once(piece, written)
        gap = text[before.sentence.span.end if before else 0 : piece.sentence.span.start]
        if before and before.sentence.paragraph == piece.sentence.paragraph and "\n" in gap:
            gap = " "  # a line that was broken for its width: English breaks elsewhere
        start = at + len(gap) + len(piece.lead)
        placed.append(Span(start, start + len(words)))
        parts += (gap, piece.lead, words, piece.trail)
        at = start + len(words) + len(piece.trail)
        before = piece
    parts.append(text[before.sentence.span.end if before else 0 :])
    return "".join(parts), tuple(placed)


def _ended_once(piece: Piece, words: str) -> str:
    """``words`` without the stop that a translator adds where the piece's own stands behind its emphasis."""
    stop = _STOP_BEHIND.match(piece.trail)
    if stop and words.endswith(stop[1]) and not piece.body.endswith(stop[1]):
        return words.removesuffix(stop[1])
    return words


def _piece(text: str, sentence: Sentence, key: str, opens: bool, numbered: bool) -> Piece:
    words = sentence.span.of(text)
    marked = (opens and re.search(r"\w", words)) or words.startswith("|")
    lead = _lead(words, numbered) if marked else ""
    body, trail = words[len(lead) :], ""
    end = _ROW_END.search(body) if "|" in lead else None
    if end:
        body, trail = body[: end.start()], end[0]
    around = _AROUND.fullmatch(body)
    if around and around["mark"] not in around["text"]:
        lead, body, trail = (
            lead + around["mark"],
            around["text"],
            around["mark"] + around["end"] + trail,
        )
    line = " ".join(body.split())
    straight = line == words[len(lead) : len(lead) + len(line)]
    return Piece(key, sentence, lead, line, trail, straight)


def _lead(words: str, numbered: bool) -> str:
    at = 0
    while True:
        mark = _MARK.match(words, at) or (_NUMBER.match(words, at) if numbered else None)
        if mark is None or mark.end() >= len(words):
            return words[:at]
        at = mark.end()


def _numbered(text: str, sentences: Sequence[Sentence]) -> frozenset[str]:
    """Ids of sentences that open an item of a numbered list: a neighbour bears the next number or the one before."""
    found: list[tuple[str, int]] = []
    paragraph = -1
    for sentence in sentences:
        if sentence.paragraph == paragraph:
            continue
        paragraph = sentence.paragraph
        words = sentence.span.of(text)
        mark = _NUMBER.match(words)
        dated = mark and any(f.kind in _DATES and f.span.start < mark.end() < f.span.end for f in find(words, "de"))
        if mark and not dated:
            found.append((sentence.id, int(mark["number"])))
    numbers = [number for _, number in found]
    return frozenset(
        name
        for at, (name, number) in enumerate(found)
        if (at > 0 and numbers[at - 1] == number - 1) or (at + 1 < len(found) and numbers[at + 1] == number + 1)
    )


def _cut(text: str, sentence: Sentence, count: Callable[[str], int], limit: int) -> Iterator[Sentence]:
    """The sentence itself, the cells of a table's row, or the parts of one that is too long."""
    if _ROW.fullmatch(text, *sentence.span):
        for cell in _CELL.finditer(text, *sentence.span):
            yield replace(sentence, span=Span(*cell.span()))
        return
    if sentence.span.end - sentence.span.start <= _LONG:
        yield sentence
        return
    for chunk in chunking.pack(text, [sentence], count, limit):
        yield from (replace(sentence, span=part.span) for part in chunk.sentences)
