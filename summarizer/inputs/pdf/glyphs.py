"""From the glyphs of a page to its words, in rows: what a PDF says of a text's order, and no more.

A PDF places glyphs; that some of them are a word, and some words a line, is for the reader to see. Here glyphs on one
base line become a row, and glyphs without room between them a word. Raised digits are told from those of the line: they
are a unit's (m², km³) or the mark of a footnote, which is no part of any figure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

_BOLD = re.compile(r"bold|black|heavy|semib|demi", re.I)
_SAME_LINE = 0.2
"""Glyphs whose base lines differ by less than this share of their size stand in one row."""
_ROOM = 0.12
"""Between two words there is more than this share of the size."""
_RAISED = 0.85
"""A raised mark is smaller than this share of the size beside it."""
_DIGITS = re.compile(r"\d{1,3}\)?|[*†‡]{1,3}")
_SQUARED = re.compile(r"(?:^|[^\w])(?:[kcdmµ]?m|Meter)$")
_POWERS = {"2": "²", "3": "³"}
_SHORTEST_RULE = 15.0
"""Points: no underlined letter."""
_FEW = 20
"""Glyphs of a page; with fewer outside of figures, those in figures are read too: some programs wrap whole pages."""


@dataclass(frozen=True, slots=True)
class Word:
    """Glyphs that stand together; lengths in points, ``y`` grows upwards."""

    text: str
    x0: float
    x1: float
    y: float
    """Of the base line."""
    size: float
    bold: bool = False
    linked: bool = False
    """Whether it leads somewhere when clicked."""
    raised: bool = False


Row = tuple[Word, ...]
"""Words on one base line, from left to right."""


class Rule(NamedTuple):
    """A level line that is drawn: the edge of a cell, or what stands above footnotes."""

    x0: float
    x1: float
    y: float


def rows(layout: Any, links: Sequence[tuple[float, float, float, float]]) -> list[Row]:
    """The rows of a page, from top to bottom; ``links`` are the rectangles that can be clicked."""
    lines: list[list[Any]] = []
    for glyph in sorted(_glyphs(layout), key=lambda each: (-_base(each), each.x0)):
        if lines and abs(_base(lines[-1][0]) - _base(glyph)) < _SAME_LINE * max(glyph.size, lines[-1][0].size):
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    found = [tuple(_words(sorted(line, key=lambda each: each.x0), links)) for line in lines]
    return _with_raised([row for row in found if row])


def rules(layout: Any) -> list[Rule]:
    """The level lines of a page, also the upper and lower edges of what is drawn around a cell."""
    from pdfminer.layout import LTCurve

    found = []
    for each in layout:
        if isinstance(each, LTCurve) and each.width >= _SHORTEST_RULE:
            found += [Rule(each.x0, each.x1, each.y0), Rule(each.x0, each.x1, each.y1)]
    return found


def _base(glyph: Any) -> float:
    return float(glyph.matrix[5])


def _glyphs(layout: Any) -> list[Any]:
    from pdfminer.layout import LTChar, LTFigure

    def inside(parent: Any, deep: bool) -> Iterator[Any]:
        for each in parent:
            if isinstance(each, LTChar):
                # Words that stand upright or on their head are a watermark, or the name of a photographer.
                if each.upright and each.matrix[0] > 0 and each.size > 0:
                    yield each
            elif deep and isinstance(each, LTFigure):
                yield from inside(each, deep)

    found = list(inside(layout, deep=False))
    return found if sum(not each.get_text().isspace() for each in found) >= _FEW else list(inside(layout, deep=True))


def _words(line: Sequence[Any], links: Sequence[tuple[float, float, float, float]]) -> Iterator[Word]:
    word: list[Any] = []
    for glyph in line:
        blank = glyph.get_text().isspace()
        if word and (blank or glyph.x0 - word[-1].x1 > _ROOM * max(glyph.size, word[-1].size)):
            yield _word(word, links)
            word = []
        if blank:
            continue
        if word and _printed_twice(word[-1], glyph):
            continue
        word.append(glyph)
    if word:
        yield _word(word, links)


def _printed_twice(before: Any, glyph: Any) -> bool:
    """Whether it is the same letter all but in the same place: bold type, as some programs make it."""
    return bool(glyph.get_text() == before.get_text() and glyph.x0 - before.x0 < 0.1 * glyph.size)


def _word(glyphs: Sequence[Any], links: Sequence[tuple[float, float, float, float]]) -> Word:
    first = glyphs[0]
    x0, x1, y = first.x0, glyphs[-1].x1, _base(first)
    size = Counter(round(each.size, 1) for each in glyphs).most_common(1)[0][0]
    middle, height = (x0 + x1) / 2, y + size / 4
    return Word(
        text="".join(each.get_text() for each in glyphs),
        x0=x0,
        x1=x1,
        y=y,
        size=size,
        bold=sum(_BOLD.search(each.fontname) is not None for each in glyphs) * 2 > len(glyphs),
        linked=any(left <= middle <= right and low <= height <= high for left, low, right, high in links),
    )


def _with_raised(found: list[Row]) -> list[Row]:
    """Marks that stand above the line put where they belong: a unit's power into its word, a note's mark marked."""
    kept: list[Row] = []
    marks: list[Word] = []
    for row in found:
        marks = [mark for mark in marks if mark.y - row[0].y < row[0].size]
        here = [each for each in row if _DIGITS.fullmatch(each.text)]
        if len(here) == len(row):
            marks.extend(here)
            kept.append(row)
            continue
        own = [mark for mark in marks if _beside(mark, row) is not None]
        if own:
            kept = [rest for each in kept if (rest := tuple(word for word in each if word not in own))]
            marks = [mark for mark in marks if mark not in own]
        kept.append(_placed(row, own))
    return kept


def _beside(mark: Word, row: Row) -> int | None:
    for at, word in enumerate(row):
        near = -0.3 * word.size < mark.x0 - word.x1 < 0.35 * word.size or 0 <= word.x0 - mark.x1 < 0.8 * word.size
        if mark.size < _RAISED * word.size and 0.1 * word.size < mark.y - word.y < 0.8 * word.size and near:
            return at
    return None


def _placed(row: Row, marks: Sequence[Word]) -> Row:
    words = list(row)
    for mark in marks:
        at = _beside(mark, tuple(words))
        if at is None:
            continue
        word, rest = words[at], words[at + 1] if at + 1 < len(words) else None
        power = _POWERS.get(mark.text, "") if _SQUARED.search(word.text) else ""
        text, end = word.text + power, max(word.x1, mark.x1)
        if mark.x0 > word.x0 and rest and abs(rest.x0 - mark.x1) <= _ROOM * word.size:  # the comma behind the mark
            text, end = text + rest.text, rest.x1
            del words[at + 1]
        words[at] = replace(word, text=text, x1=end)
        if not power:
            words.insert(at if mark.x0 <= word.x0 else at + 1, replace(mark, y=word.y, raised=True))
    return tuple(words)
