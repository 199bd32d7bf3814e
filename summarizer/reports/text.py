"""Plain text: for pipes, files and mail; readable in any width and without colour.

A flagged figure reads ``[?16]``, the source's figure ``[15]``: marks that survive copying and any encoding.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from summarizer.reports.blocks import Block, Bullets, Document, Entries, Heading, Line, Paragraph, Style, Table, visible
from summarizer.reports.blocks import columns as width_of

WIDTH = 100
_GAP = "  "
_NARROWEST = 3
_LONGEST_WORD = 20
_MARKS = {Style.FLAG: "[?{}]", Style.SOURCE: "[{}]"}


def render(document: Document, width: int = WIDTH) -> str:
    """The document as plain text wrapped to ``width`` columns, a line end at its end."""
    lines = [text for block in document for text in (*_block(block, width), "")]
    return "\n".join(lines[:-1]) + "\n"


def plain(line: Line) -> str:
    """A line as one string, its marks written out."""
    return "".join(_MARKS.get(run.style, "{}").format(visible(run.text)) for run in line)


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
        case Table():
            yield from _table(block, width)


def _entries(block: Entries, width: int) -> Iterator[str]:
    indent = len(str(len(block.items))) + 2
    for number, entry in enumerate(block.items, 1):
        if number > 1:
            yield ""
        yield from _hanging(f"{number}. ".ljust(indent), plain(entry.title), width)
        label_width = max((len(label) for label, _ in entry.fields), default=0) + 2
        for label, line in entry.fields:
            yield from _hanging(" " * indent + label.ljust(label_width), plain(line), width)


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
    """Column widths that hold every cell on one line; where there is no room, the widest columns give way.

    A column gives up width only down to its longest word, so that a number or a date is not cut in two, until all of
    them have; then words are cut as well.
    """
    columns = list(zip(*rows, strict=True))
    widths = [max(width_of(cell) for cell in column) for column in columns]
    words = [max(width_of(word) for cell in column for word in cell.split(" ")) for column in columns]
    for floors in ([max(min(size, _LONGEST_WORD), _NARROWEST) for size in words], [_NARROWEST] * len(widths)):
        while sum(widths) > room:
            able = [column for column, floor in enumerate(floors) if widths[column] > floor]
            if not able:
                break
            widths[max(able, key=widths.__getitem__)] -= 1
    return widths


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
    pieces, start, used = [], 0, 0
    for index, char in enumerate(word):
        size = width_of(char)
        if used + size > width and index > start:
            pieces.append(word[start:index])
            start, used = index, 0
        used += size
    return [*pieces, word[start:]]
