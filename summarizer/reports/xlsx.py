"""Excel: the tables of `sheets`, each on a sheet of its own, titles frozen, with a filter on every column.

Numbers are written as numbers and everything else as strings, never as formulas or links, whatever it begins with. A
number with more digits than Excel keeps (15) is written as text, so that none is lost.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import xlsxwriter

from summarizer.data import Reading, Report
from summarizer.reports.office import undated
from summarizer.reports.sheets import Cell, Sheet, every, shown

_DIGITS = 15
_LONGEST = 32_767
"""Characters that a cell holds."""
_MOST_ROWS = 1_048_576
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_FONT = {"font_name": "Arial", "font_size": 10, "font_scheme": "none", "valign": "top"}
"""``none``, or Excel shows its theme's font instead of the one that is named."""


def render(content: Report | Reading) -> bytes:
    """All tables as the bytes of an .xlsx file."""
    out = io.BytesIO()
    # A copy, because XlsxWriter writes into what it is given: the second file of a process came out unlike the first.
    with xlsxwriter.Workbook(out, {**_OPTIONS, "default_format_properties": dict(_FONT)}) as book:
        book.set_properties({"title": _title(content), "author": "summarizer"})
        looks = _Looks(
            title=book.add_format(
                {"bold": True, "bg_color": "#E6ECF2", "bottom": 1, "text_wrap": True, "valign": "top"}
            ),
            text=book.add_format({"text_wrap": True, "valign": "top"}),
            whole=book.add_format({"num_format": "#,##0", "valign": "top"}),
            broken=book.add_format({"num_format": "#,##0.0#######", "valign": "top"}),
            flagged=book.add_format({"bold": True, "font_color": "#A3180F", "text_wrap": True, "valign": "top"}),
        )
        for sheet in every(content):
            _draw(book.add_worksheet(sheet.name), sheet, looks)
    return undated(out.getvalue())


@dataclass(frozen=True, slots=True)
class _Looks:
    """The cell formats of a workbook."""

    title: Any
    text: Any
    whole: Any
    broken: Any
    flagged: Any


def _title(content: Report | Reading) -> str:
    named = content.draft.headline.text if isinstance(content, Report) and content.draft else content.article.title
    return shown(named or "Figures")[:255]


def _draw(page: Any, sheet: Sheet, looks: _Looks) -> None:
    for number, column in enumerate(sheet.columns):
        page.set_column(number, number, column.width)
        page.write_string(0, number, column.title, looks.title)
    rows = sheet.rows[: _MOST_ROWS - 1]
    for at, row in enumerate(rows, 1):
        for number, cell in enumerate(row):
            _write(page, at, number, cell, looks)
    page.ignore_errors({"number_stored_as_text": f"A1:XFD{_MOST_ROWS}"})  # "15" as an article writes it is text
    page.freeze_panes(1, 0)
    if rows:
        page.autofilter(0, 0, len(rows), len(sheet.columns) - 1)
    page.set_landscape()
    page.set_paper(9)  # A4
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)


def _write(page: Any, row: int, column: int, cell: Cell, looks: _Looks) -> None:
    if cell is None or cell == "":
        return
    number = None if isinstance(cell, str) else Decimal(cell)
    if number is not None and _kept(number):
        look = looks.whole if number == number.to_integral_value() else looks.broken
        page.write_number(row, column, float(number), look)
        return
    said = shown(cell)
    if len(said) > _LONGEST:
        said = said[: _LONGEST - 1] + "…"
    page.write_string(row, column, said, looks.flagged if said == "yes" else looks.text)


def _kept(number: Decimal) -> bool:
    """Whether Excel, which counts in binary floating point, gives the number back as it was."""
    if not number.is_finite() or abs(number.adjusted()) > 300:
        return False
    return len(number.normalize().as_tuple().digits) <= _DIGITS
