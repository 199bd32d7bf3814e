"""The same blocks on a terminal, with colour and ruled tables, drawn by rich.

Imported only where the screen is a terminal, because rich takes longer to import than a check takes to run. Text
reaches rich as `Text`, never as its markup, so that brackets in an article stay brackets.
"""

from __future__ import annotations

import io
from collections.abc import Iterable

from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from summarizer.reports.blocks import Block, Bullets, Document, Entries, Fields, Heading, Line, Paragraph, Style, Table
from summarizer.reports.text import fit, plain, shown

_STYLES = {
    Style.PLAIN: "",
    Style.STRONG: "bold",
    Style.FLAG: "bold red",
    Style.SOURCE: "bold cyan",
    Style.GOOD: "bold green",
    Style.BAD: "bold red",
    Style.QUIET: "dim",
    Style.REFERENCE: "dim",
}
# The marks of plain text stay: colour alone is lost on NO_COLOR and on a reader who can't tell red from green.
_GAP = 3  # between two columns of the box below
_MARKS = {Style.FLAG: ("[?", "]"), Style.SOURCE: ("[", "]")}


def render(document: Document, width: int, *, colour: bool = True) -> str:
    """The document as text with terminal colours, ``width`` columns wide."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=True,
        no_color=not colour,
        color_system="standard",
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
    for number, block in enumerate(document):
        if number:
            console.print()
        for part in _draw(block, width):
            console.print(part)
    return out.getvalue()


def _text(line: Line) -> Text:
    text = Text()
    for run in line:
        before, after = _MARKS.get(run.style, ("", ""))
        text.append(before + shown(run) + after, style=_STYLES[run.style])
    return text


def _draw(block: Block, width: int) -> list[RenderableType]:
    match block:
        case Heading():
            title = _text(block.line)
            title.stylize("bold underline" if block.level == 1 else "bold")
            return [title]
        case Paragraph():
            return [_text(block.line)]
        case Bullets():
            return [_hanging("•", [_text(item) for item in block.items])]
        case Entries():
            return _entries(block)
        case Fields():
            return [_fields(block.items)]
        case Table():
            return [_table(block, width)]


def _hanging(lead: str, items: list[Text]) -> RichTable:
    grid = RichTable.grid(padding=(0, 1))
    for item in items:
        grid.add_row(lead, item)
    return grid


def _entries(block: Entries) -> list[RenderableType]:
    parts: list[RenderableType] = []
    for number, entry in enumerate(block.items, 1):
        if number > 1:
            parts.append(Text())
        title = Text(f"{number}. ")
        title.append_text(_text(entry.title))
        parts += [title, Padding(_fields(entry.fields), (0, 0, 0, 3))]
    return parts


def _fields(fields: Iterable[tuple[str, Line]]) -> RichTable:
    grid = RichTable.grid(padding=(0, 2, 0, 0))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column()
    for label, line in fields:
        grid.add_row(label, _text(line))
    return grid


def _table(block: Table, width: int) -> RichTable:
    table = RichTable(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="bold")
    cells = [[plain(cell) for cell in row] for row in block.rows]
    widths = fit([list(block.titles), *cells], width - _GAP * (len(block.titles) - 1))
    for column, (title, size) in enumerate(zip(block.titles, widths, strict=True)):
        table.add_column(title, justify="right" if column in block.numeric else "left", overflow="fold", width=size)
    for row in block.rows:
        table.add_row(*(_text(cell) for cell in row))
    return table
