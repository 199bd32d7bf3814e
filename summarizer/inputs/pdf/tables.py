"""Tables: pieces that stand in one row with others, under others and over others, and are no lines of a text.

A column of text has lines too, and its neighbours stand beside them, but its lines are long and go on in the next; a
cell holds a word or a figure. A row of a table becomes one line, its cells apart, as in the other formats.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from summarizer.inputs.pdf.glyphs import Rule
from summarizer.inputs.pdf.gutters import Piece

CELLS_APART = " | "
_WORDS = 3.2
"""Lines of a text have more words on average."""
_LONG = 6
"""A single line with so many words is one of a text."""
_FAR = 3.2
"""Times the size: rows farther apart are two tables."""
_CLOSE = 1.5
"""Times the size: a line as close as this under a cell goes on in it."""
_FIGURES = re.compile(
    r"[\d.,%€$£+\-−–/:()\s]*\d[\d.,%€$£+\-−–/:()\s]*(?:Mio\.?|Mrd\.?|Euro|EUR|Prozent|TEU|t|kg|km|MW|GWh)?"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A table: its rows as lines, and the pieces it is made of."""

    lines: tuple[str, ...]
    pieces: tuple[Piece, ...]


def is_text(lines: Sequence[Piece]) -> bool:
    """Whether lines that stand one below the other are those of a text rather than cells."""
    words = sum(len(line.words) for line in lines)
    return words / len(lines) >= (_WORDS if len(lines) > 1 else _LONG)


def tables(pieces: Sequence[Piece], texts: frozenset[Piece], rules: Sequence[Rule]) -> list[Found]:
    """The tables among the pieces of a page; ``texts`` are the pieces that are lines of a text."""
    found: list[Found] = []
    run: list[list[Piece]] = []
    for _, row in groupby(pieces, key=lambda piece: piece.row):
        every = list(row)
        cells = _cells(every, texts)
        if run and not any(piece.above(other) for piece in every for each in run for other in each):
            continue  # of another column, whose base lines lie between
        if len(cells) > 1 and (not run or _follows(run, cells)):
            run.append(cells)
        elif run and len(every) == 1 and _below(run[-1], every[0]):
            run.append(every)
        else:
            found += _made(run, rules)
            run = [cells] if len(cells) > 1 else []
    return found + _made(run, rules)


def _cells(row: Sequence[Piece], texts: frozenset[Piece]) -> list[Piece]:
    """The pieces of a row that can be cells: those that aren't of a text, and a text beside a figure."""
    if len(row) > 1 and all(_FIGURES.fullmatch(piece.text) for piece in row[1:]):
        return list(row)
    runs = [list(run) for in_text, run in groupby(row, key=texts.__contains__) if not in_text]
    return max(runs, key=len, default=[])


def _follows(run: Sequence[Sequence[Piece]], row: Sequence[Piece]) -> bool:
    near = min(piece.y for piece in run[-1]) - row[0].y <= _FAR * row[0].size
    above = max(run[-3:], key=len)
    return near and sum(any(cell.above(piece) for piece in above) for cell in row) >= 2


def _below(above: Sequence[Piece], line: Piece) -> bool:
    """Whether a piece that stands alone in its row can be of the table: a cell that goes on, or the only one filled."""
    over = [piece for piece in above if piece.above(line)]
    return len(over) == 1 and over[0].y - line.y <= _FAR * line.size and len(line.words) < _LONG


def _made(run: Sequence[Sequence[Piece]], rules: Sequence[Rule]) -> list[Found]:
    rows = list(run)
    while rows and len(rows[-1]) == 1 and not _goes_on(rows[-2], rows[-1][0], rules, ruled=_ruled(run, rules)):
        rows.pop()
    if sum(len(row) > 1 for row in rows) < 2:
        return []
    columns = _columns(piece for row in rows for piece in row)
    if len(columns) < 2:
        return []
    ruled = _ruled(rows, rules)
    whole: list[list[Piece]] = []
    for row in rows:
        if whole and len(row) < len(columns) and all(_goes_on(whole[-1], each, rules, ruled=ruled) for each in row):
            whole[-1] = [*whole[-1], *row]
        else:
            whole.append(list(row))
    return [Found(tuple(_line(row, columns) for row in whole), tuple(piece for row in rows for piece in row))]


def _ruled(rows: Sequence[Sequence[Piece]], rules: Sequence[Rule]) -> bool:
    """Whether most rows of the table are parted by lines that are drawn."""
    parted = sum(_parted(above[0], below[0], rules) for above, below in pairwise(rows))
    return parted * 2 >= len(rows) - 1 and parted > 0


def _parted(above: Piece, below: Piece, rules: Sequence[Rule]) -> bool:
    return any(below.y < rule.y < above.y and rule.x0 < below.x1 and below.x0 < rule.x1 for rule in rules)


def _goes_on(above: Sequence[Piece], line: Piece, rules: Sequence[Rule], *, ruled: bool) -> bool:
    """Whether a line is the rest of a cell: no rule parts it from a table that has them, else it stands close to it."""
    over = min((piece for piece in above if piece.above(line)), key=lambda piece: piece.y, default=None)
    if over is None or over.y - line.y > _CLOSE * line.size:
        return False
    if ruled:
        return not _parted(over, line, rules)
    first = min(piece.x0 for piece in above)
    return line.text[:1].islower() or over.text.endswith("-") or line.x0 > first + line.size


def _columns(pieces: Iterable[Piece]) -> list[tuple[float, float]]:
    """The widths that cells share, from left to right; a cell across several columns makes none."""
    columns: list[tuple[float, float]] = []
    for piece in sorted(pieces, key=lambda each: each.x1 - each.x0):
        over = [at for at, (low, high) in enumerate(columns) if piece.x0 < high and low < piece.x1]
        if not over:
            columns.append((piece.x0, piece.x1))
        elif len(over) == 1:
            low, high = columns[over[0]]
            columns[over[0]] = (min(low, piece.x0), max(high, piece.x1))
    return sorted(columns)


def _line(row: Sequence[Piece], columns: Sequence[tuple[float, float]]) -> str:
    cells = [""] * len(columns)
    for piece in sorted(row, key=lambda each: (-each.y, each.x0)):
        at = next(at for at, (low, high) in enumerate(columns) if piece.x0 < high and low < piece.x1)
        cells[at] = _joined(cells[at], piece.text)
    return CELLS_APART.join(cells).rstrip(" |")


def _joined(before: str, after: str) -> str:
    if before.endswith("-") and after[:1].islower():
        return before[:-1] + after
    return f"{before} {after}".strip()
