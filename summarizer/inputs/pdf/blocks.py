"""The blocks of a page, in the order in which they are read.

Pieces that stand one below the other, evenly spaced and with nothing beside them that belongs to both, are a block; a
table is one. Their order is Breuel's (High Performance Document Layout Analysis, 2003): a block is read before another
that it stands above, and before one to its right unless something between the two reaches across both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.inputs.pdf.glyphs import Row, Rule
from summarizer.inputs.pdf.gutters import Piece, pieces
from summarizer.inputs.pdf.tables import is_text, tables

_CLOSEST = 1.6
"""Times the size: lines no farther apart than this may be of one block, however close the others are."""
_EVEN = 1.2
"""Times the usual distance of two lines: what is farther apart is another block."""
_WIDEST = 2.6
_MOST = 120
"""Blocks of a page; more are read from top to bottom."""


@dataclass(frozen=True, slots=True)
class Block:
    """What is read together: lines of a text, or a table with its rows as lines."""

    pieces: tuple[Piece, ...]
    rows: tuple[str, ...] = ()
    """Of a table."""

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Its left, lower, right and upper edge."""
        return (
            min(piece.x0 for piece in self.pieces),
            min(piece.y for piece in self.pieces),
            max(piece.x1 for piece in self.pieces),
            max(piece.y + 0.7 * piece.size for piece in self.pieces),
        )


def blocks(rows: Sequence[Row], rules: Sequence[Rule] = ()) -> list[Block]:
    """What stands on a page, from its rows of words, in reading order."""
    found = pieces(rows)
    texts = frozenset(piece for block in _stacked(found) if is_text(block) for piece in block)
    drawn = tables(found, texts, rules)
    taken = {piece for table in drawn for piece in table.pieces}
    left = [piece for piece in found if piece not in taken]
    return _in_order(
        [
            *(Block(tuple(stack)) for stack in _stacked(left, taken)),
            *(Block(table.pieces, table.lines) for table in drawn),
        ]
    )


def _stacked(found: Sequence[Piece], between: set[Piece] | None = None) -> list[list[Piece]]:
    """Pieces put together with those right below them; ``between`` are others that stand in the way."""
    below = _neighbours(found, between or set())
    above: dict[Piece, list[Piece]] = {}
    for piece, others in below.items():
        for other in others:
            above.setdefault(other, []).append(piece)
    usual = _usual([(piece, others[0]) for piece, others in below.items() if len(others) == 1])
    stacks: list[list[Piece]] = []
    of: dict[Piece, list[Piece]] = {}
    for piece in found:
        over = above.get(piece, [])
        stack = of.get(over[0]) if len(over) == 1 and len(below[over[0]]) == 1 else None
        if stack is None or not _even(stack, piece, usual):
            stack = []
            stacks.append(stack)
        stack.append(piece)
        of[piece] = stack
    return stacks


def _neighbours(found: Sequence[Piece], between: set[Piece]) -> dict[Piece, list[Piece]]:
    """Of each piece those right below it."""
    below: dict[Piece, list[Piece]] = {piece: [] for piece in found}
    every = sorted({*found, *between}, key=lambda piece: (piece.row, piece.x0))
    for at, piece in enumerate(every):
        if piece in between:
            continue
        row = None
        for other in every[at + 1 :]:
            if other.row == piece.row:
                continue
            if piece.y - other.y > 2 * _WIDEST * piece.size or (row is not None and other.row != row):
                break
            if piece.above(other):
                row = other.row
                if other not in between:
                    below[piece].append(other)
    return below


def _usual(pairs: Sequence[tuple[Piece, Piece]]) -> float:
    """The most frequent distance of two lines, in sizes."""
    distances = Counter(round((one.y - other.y) / one.size, 1) for one, other in pairs)
    return next((distance for distance, _ in distances.most_common() if distance <= _WIDEST), 0.0)


def _even(stack: Sequence[Piece], piece: Piece, usual: float) -> bool:
    distance = stack[-1].y - piece.y
    if distance > max(_CLOSEST, _EVEN * usual) * max(stack[-1].size, piece.size):
        return False
    return len(stack) < 2 or distance <= _EVEN * (stack[-2].y - stack[-1].y) + 1


def _in_order(found: list[Block]) -> list[Block]:
    boxes = [block.box for block in found]
    downwards = sorted(range(len(found)), key=lambda at: (-round(boxes[at][3]), boxes[at][0]))
    if len(found) > _MOST:
        return [found[at] for at in downwards]
    order: list[int] = []
    seen: set[int] = set()

    def visit(at: int) -> None:
        if at in seen:
            return
        seen.add(at)
        for other in downwards:
            if other not in seen and _precedes(boxes, other, at):
                visit(other)
        order.append(at)

    for at in downwards:
        visit(at)
    return [found[at] for at in order]


_Box = tuple[float, float, float, float]


def _precedes(boxes: Sequence[_Box], one: int, other: int) -> bool:
    a, b = boxes[one], boxes[other]
    if _beside(a, b):
        return (a[1] + a[3]) > (b[1] + b[3])
    if a[2] > b[0]:
        return False
    top, bottom = max(a[3], b[3]), min(a[1], b[1])
    return not any(
        bottom < (c[1] + c[3]) / 2 < top and _beside(c, a) and _beside(c, b) and _parts(a, b, c)
        for at, c in enumerate(boxes)
        if at not in (one, other)
    )


def _beside(a: _Box, b: _Box) -> bool:
    """Whether the two share some width."""
    return a[0] < b[2] and b[0] < a[2]


def _parts(a: _Box, b: _Box, c: _Box) -> bool:
    """Whether ``c`` stands between the heights of the two."""
    middle = (c[1] + c[3]) / 2
    return min((a[1] + a[3]) / 2, (b[1] + b[3]) / 2) < middle < max((a[1] + a[3]) / 2, (b[1] + b[3]) / 2)
