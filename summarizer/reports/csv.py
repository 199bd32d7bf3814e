"""CSV: one table for any program: the deals of a summary, the findings of a check, the figures of a text.

RFC 4180 with commas and a point in numbers. A file begins with a byte order mark and ends its lines with CR LF, without
which Excel takes UTF-8 for an old code page; what goes to a pipe has neither, as tools in a pipe expect.

A spreadsheet runs a cell that begins like a formula, and an article may hold one: such text gets an apostrophe before
it (https://owasp.org/www-community/attacks/CSV_Injection). Numbers are ours and stay numbers, also negative ones.
"""

from __future__ import annotations

import csv
import io
import re

from summarizer.data import Reading, Report
from summarizer.reports.sheets import Cell, main, shown

_FORMULA = re.compile(r"\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def render(content: Report | Reading) -> str:
    """The main table as CSV, each line with a line feed at its end."""
    sheet = main(content)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.title for column in sheet.columns])
    writer.writerows([quoted(cell) for cell in row] for row in sheet.rows)
    return out.getvalue()


def quoted(cell: Cell) -> str:
    """A cell as it is written; text that a spreadsheet would run begins with an apostrophe."""
    said = shown(cell)
    runs = isinstance(cell, str) and (_FORMULA.match(cell) or _FORMULA.match(said))
    return f"'{said}" if runs else said
