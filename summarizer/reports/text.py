"""Plain text: for pipes, files and mail; readable in any width and without colour.

A flagged figure reads ``[?16]``, the source's figure ``[15]``: marks that survive copying and any encoding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from summarizer.reports.blocks import (
    Block,
    Bullets,
    Document,
    Entries,
    Fields,
    Heading,
    Line,
    Paragraph,
    Run,
    Style,
    Table,
    unmarked,
    visible,
)
from summarizer.reports.blocks import columns as width_of

WIDTH = 100
_GAP = "  "
_NARROWEST = 3
_LONGEST_WORD = 16
_HELD = "\N{NO-BREAK SPACE}"
_SAMPLE = 200
"""Rows that the widths of a long table are made by."""
_MARKS = {Style.FLAG: "[?{}]", Style.SOURCE: "[{}]"}


def render(document: Document, width: int = WIDTH) -> str:
    """The document as plain text wrapped to ``width`` columns, a line end at its end."""
    lines = [text for block in document for text in (*_block(block, width), "")]
    return ("\n".join(lines[:-1]) + "\n").replace(_HELD, " ")


def plain(line: Line) -> str:
    """A line as one string, its marks written out."""
    return "".join(_MARKS.get(run.style, "{}").format(shown(run)) for run in line)


def shown(run: Run) -> str:
    """The text of a run; only our own references may look like one of our marks."""
    return visible(run.text) if run.style is Style.REFERENCE else unmarked(run.text)


def _block(block: Block, width: int) -> Iterator[str]:
    match block:
        case Heading():
            title = plain(block.line)
            wrapped = wrap(title, width)
            yield from wrapped
            rule = {1: "=", 2: "-"}.get(block.level)
            if rule:
                yield rule * max(width_of(text) for text in wrapped)
        case Paragraph():
            yield from wrap(plain(block.line), width)
        case Bullets():
            for item in block.items:
                yield from _hanging("- ", plain(item), width)
        case Entries():
            yield from _entries(block, width)
        case Fields():
            yield from _fields(block.items, "", width)
        case Table():
            yield from _table(block, width)


def _entries(block: Entries, width: int) -> Iterator[str]:
    indent = len(str(len(block.items))) + 2
    for number, entry in enumerate(block.items, 1):
        if number > 1:
            yield ""
        yield from _hanging(f"{number}. ".ljust(indent), plain(entry.title), width)
        yield from _fields(entry.fields, " " * indent, width)


def _fields(fields: Sequence[tuple[str, Line]], indent: str, width: int) -> Iterator[str]:
    label_width = max((len(label) for label, _ in fields), default=0) + 2
    for label, line in fields:
        yield from _hanging(indent + label.ljust(label_width), plain(line), width)


def _hanging(lead: str, text: str, width: int) -> Iterator[str]:
    room = max(width - len(lead), 20)
    for number, part in enumerate(wrap(text, room)):
        yield ((lead if number == 0 else " " * len(lead)) + part).rstrip()


def _table(block: Table, width: int) -> Iterator[str]:
    cells = [[plain(cell) for cell in row] for row in block.rows]
    widths = fit([list(block.titles), *cells], width - len(_GAP) * (len(block.titles) - 1))
    yield from _row(block.titles, widths, block.numeric)
    yield _GAP.join("-" * size for size in widths)
    for row in cells:
        yield from _row(row, widths, block.numeric)


def _row(cells: Sequence[str], widths: Sequence[int], numeric: frozenset[int]) -> Iterator[str]:
    wrapped = [wrap(cell, size) for cell, size in zip(cells, widths, strict=True)]
    for parts in zip_longest(*wrapped, fillvalue=""):
        padded = [
            _pad(part, size, column in numeric) for column, (part, size) in enumerate(zip(parts, widths, strict=True))
        ]
        yield _GAP.join(padded).rstrip()


def _pad(text: str, size: int, right: bool) -> str:
    space = " " * (size - width_of(text))
    return space + text if right else text + space


def fit(rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """Column widths: every cell on one line where there is room, else so that no row is taller than it must be.

    Each column starts as wide as its longest word, so that no number or date is cut in two, and what room is left goes
    to the columns whose cells make rows tall. Where there is not even room for the words, the widest are cut.
    """
    columns = list(zip(*rows, strict=True))
    natural = [max(width_of(cell) for cell in column) for column in columns]
    if sum(natural) <= room:
        return natural
    widths = [max(_longest_word(column), _NARROWEST) for column in columns]
    while sum(widths) > room and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    sample = [[width_of(cell) for cell in row] for row in rows[:: len(rows) // _SAMPLE + 1]]
    for _ in range(room - sum(widths)):
        able = [column for column, size in enumerate(widths) if size < natural[column]]
        if not able:
            break
        widths[_most_wanted(sample, widths, able)] += 1
    return widths


def _most_wanted(sizes: Sequence[Sequence[int]], widths: Sequence[int], able: Sequence[int]) -> int:
    """The column that keeps the most rows from being lower: each row has a vote for its tallest cell."""
    votes = dict.fromkeys(able, 0.0)
    for row in sizes:
        height, column = max((row[column] / widths[column], column) for column in able)
        votes[column] += max(height - 1, 0)
    return max(able, key=votes.__getitem__)


def _longest_word(cells: Sequence[str]) -> int:
    """The width a column needs for its words; of very long ones only what is held together on purpose counts whole."""
    return max(
        width_of(part) if _HELD in part else min(width_of(part), _LONGEST_WORD)
        for cell in cells
        for word in cell.split(" ")
        for part in _parts(word)
    )


def _parts(word: str) -> list[str]:
    """The parts of a word between which it may be broken: after a hyphen, unless it is held together elsewhere."""
    if _HELD in word:
        return [word]
    return [part for part in re.split(r"(?<=\w-)(?=\w)", word) if part] or [word]


def wrap(text: str, width: int) -> list[str]:
    """``text`` in lines of at most ``width`` columns, broken at spaces; a longer word is cut."""
    lines: list[str] = []
    current, used = "", 0
    for word in text.split(" "):
        size = width_of(word)
        if current and used + 1 + size <= width:
            current, used = f"{current} {word}", used + 1 + size
            continue
        if current:
            lines.append(current)
        *whole, current = _cut(word, width) if size > width else [word]
        lines += whole
        used = width_of(current)
    return [*lines, current] if current or not lines else lines


def _cut(word: str, width: int) -> list[str]:
    """A word that is wider than a line, in pieces: after hyphens where that helps, else anywhere."""
    pieces = [""]
    for part in _parts(word):
        if pieces[-1] and width_of(pieces[-1]) + width_of(part) > width:
            pieces.append("")
        for char in part:
            if width_of(pieces[-1]) + width_of(char) > width and pieces[-1]:
                pieces.append("")
            pieces[-1] += char
    return pieces
