"""Where a row of words is several: columns of text, cells of a table, a box beside the text.

In justified type the room between two words can be as wide as that between two columns, so the width alone does not
tell. What does is that the white goes on above and below: a gutter runs through several rows, the room between words
does not. How many rows it takes depends on how wide it is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from math import inf

from summarizer.inputs.pdf.glyphs import Row, Word

_NARROWEST = 0.6
"""Times the size of the letters: what is narrower is the room between words."""
_TIMES = 1.8
"""Times the usual room between two words of the page."""
_WIDEST = 1.3
"""Times the size: what is wider may be a gutter on any page."""
_NEEDED = ((2.5, 1), (1.5, 2), (1.0, 3), (0.6, 5))
"""So many times the size wide, through so many rows with words on both sides, it is a gutter."""
_FEW = 3
"""Through so many rows or fewer it is none where the next rows above or below go across it without a break."""
_BULLET = re.compile(r"[•▪◦‣●■➢✓]|\(?\d{1,2}[.)]")
"""What stands before an item of a list belongs to it."""
_FAR = 3.0
"""Times the size: rows farther apart have nothing to do with each other."""
_PITCH = 1.8
"""Times the size: rows as close as this may be of one paragraph."""


class Side(Enum):
    """On which side of a gap a row has words."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words between two gutters."""

    words: Row
    row: int
    """Of the page, counted from 0 at the top."""

    @property
    def x0(self) -> float:
        """Where its first word begins."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Where its last word ends."""
        return self.words[-1].x1

    @property
    def y(self) -> float:
        """Its base line."""
        return self.words[0].y

    @property
    def size(self) -> float:
        """Of most of its letters."""
        sizes: dict[float, int] = {}
        for word in self.words:
            if not word.raised:
                sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
        return max(sizes, key=sizes.__getitem__) if sizes else self.words[0].size

    @property
    def text(self) -> str:
        """Its words, without the marks of footnotes."""
        return " ".join(word.text for word in self.words if not word.raised)

    def above(self, other: Piece) -> bool:
        """Whether the two share some width."""
        return self.x0 < other.x1 and other.x0 < self.x1


def pieces(rows: Sequence[Row]) -> list[Piece]:
    """Every row of a page, cut at the gutters."""
    narrowest = min(max(_NARROWEST, _TIMES * _usual(rows)), _WIDEST)
    found = []
    for number, row in enumerate(rows):
        start = 0
        for at in range(1, len(row)):
            bullet = at == start + 1 and _BULLET.fullmatch(row[start].text)
            if not bullet and _is_gutter(rows, number, row[at - 1], row[at], narrowest):
                found.append(Piece(row[start:at], number))
                start = at
        found.append(Piece(row[start:], number))
    return found


def _usual(rows: Sequence[Row]) -> float:
    """The usual room between two words, in sizes: in a typewriter's letters it is as wide as a letter."""
    gaps = sorted((b.x0 - a.x1) / max(a.size, b.size) for row in rows for a, b in pairwise(row))
    return gaps[len(gaps) // 2] if gaps else 0.0


def _is_gutter(rows: Sequence[Row], number: int, left: Word, right: Word, narrowest: float) -> bool:
    size = min(left.size, right.size) if left.raised or right.raised else max(left.size, right.size)
    gap = (left.x1, right.x0)
    if gap[1] - gap[0] < narrowest * size:
        return False
    crossed, found = False, Counter({Side.BOTH: 1})
    enough = _wide_enough(gap, size, found)
    for step in (-1, 1):
        last = near = rows[number][0].y
        at, here = number + step, gap
        while 0 <= at < len(rows) and abs(rows[at][0].y - last) <= _FAR * size:
            narrowed, side = _through(rows[at], here)
            if narrowed[1] - narrowed[0] < narrowest * size:
                crossed |= abs(rows[at][0].y - near) <= _PITCH * size
                break
            found[side] += 1
            here = narrowed
            enough = enough or _wide_enough(here, size, found)
            last = rows[at][0].y
            near = last if side is Side.BOTH else near
            at += step
            if enough and _through_rows(found) > _FEW:
                return True
        gap = here if step < 0 else gap
    return enough and not (crossed and _through_rows(found) <= _FEW)


def _through_rows(found: Counter[Side]) -> int:
    """Rows on both sides, and rows left of it for as many right of it: base lines of columns need not agree."""
    return found[Side.BOTH] + min(found[Side.LEFT], found[Side.RIGHT])


def _wide_enough(gap: tuple[float, float], size: float, found: Counter[Side]) -> bool:
    return any(gap[1] - gap[0] >= width * size and _through_rows(found) >= count for width, count in _NEEDED)


def _through(row: Row, gap: tuple[float, float]) -> tuple[tuple[float, float], Side]:
    """What of the gap is white in this row, too, and on which side of it the row has words."""
    best, side, left = (gap[1], gap[1]), Side.LEFT, -inf
    for at in range(len(row) + 1):
        right = row[at].x0 if at < len(row) else inf
        low, high = max(left, gap[0]), min(right, gap[1])
        if high - low > best[1] - best[0]:
            best, side = (low, high), Side.RIGHT if at == 0 else Side.LEFT if at == len(row) else Side.BOTH
        left = max(left, row[at].x1) if at < len(row) else left
    return best, side
