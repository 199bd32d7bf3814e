"""Turns what a run found out into a text or a file: one file a format, one table that names them.

    >>> from summarizer.reports import Format, encode, render
    >>> text = render(report, Format.MD)                            # doctest: +SKIP
    >>> data = encode(report, Format.DOCX)                          # doctest: +SKIP

`text`, `terminal`, `md` and `docx` draw the same blocks (`layout` says what, `blocks` names the parts), `html` draws
them around both texts side by side; `json` and `jsonl` give the records themselves, `csv` and `xlsx` the tables of
`sheets`. A document of another kind is laid out in blocks and drawn by `draw`.

To add a format: a file with a function from a report to a string or to bytes, a member of `Format`, and a line in
`_RENDERERS`. A format's file is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from summarizer.data import Reading, Report

if TYPE_CHECKING:
    from summarizer.reports.blocks import Document

__all__ = ["Content", "Format", "Screen", "SideBySide", "draw", "encode", "render"]


@dataclass(frozen=True, slots=True)
class SideBySide:
    """A report on a translation, to be shown with each paragraph beside its German."""

    report: Report


Content: TypeAlias = Report | Reading | SideBySide


class Format(StrEnum):
    """What a report can be written as."""

    TEXT = "text"
    MD = "md"
    HTML = "html"
    DOCX = "docx"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"

    @property
    def binary(self) -> bool:
        """Whether it is bytes that no terminal should be given."""
        return self in (Format.DOCX, Format.XLSX)


@dataclass(frozen=True, slots=True)
class Screen:
    """A terminal that a report goes to."""

    columns: int
    colour: bool = True


def render(content: Content, form: Format, screen: Screen | None = None) -> str:
    """A report, or a list of figures, as text that ends in a line end; `ValueError` for a format that is no text.

    ``screen`` is the terminal it will be shown on; only the text form looks different there.
    """
    shown = _rendered(content, form, screen)
    if isinstance(shown, bytes):
        raise ValueError(f"{form.value} is not text")
    return shown


def encode(content: Content, form: Format) -> bytes:
    """A report, or a list of figures, as the bytes of a file: UTF-8 where it is text.

    CSV has a byte order mark and CR LF at its line ends, without which Excel takes UTF-8 for an old code page.
    """
    shown = _rendered(content, form, None)
    if form is Format.CSV and isinstance(shown, str):
        return shown.replace("\n", "\r\n").encode("utf-8-sig", errors="replace")
    return _bytes(shown)


def draw(document: Document, form: Format, screen: Screen | None = None) -> bytes:
    """Any document laid out in `blocks`, as the bytes of a file, or as they are written to the terminal ``screen``.

    Its first heading is its title. Raises `ValueError` for a format that shows records and not documents.
    """
    if form not in _DRAWN:
        raise ValueError(f"a document can't be written as {form.value}")
    return _bytes(_DRAWN[form](document, screen))


def _rendered(content: Content, form: Format, screen: Screen | None) -> str | bytes:
    side_by_side = isinstance(content, SideBySide)
    report = content.report if isinstance(content, SideBySide) else content
    # The page of a report shows both texts side by side as it is; records are the same whatever was made.
    drawn = form in _DRAWN and not (side_by_side and form is Format.HTML)
    if isinstance(report, Reading) or report.translation is None or not drawn:
        return _RENDERERS[form](report, screen)
    from summarizer.reports import translation

    laid_out = {Format.TEXT: translation.as_text, Format.MD: translation.as_markdown}
    if form in laid_out and not side_by_side:
        return laid_out[form](report)
    return _DRAWN[form](translation.document(report, side_by_side=side_by_side), screen)


def _bytes(shown: str | bytes) -> bytes:
    if isinstance(shown, bytes):
        return shown
    return shown.encode("utf-8", errors="replace")


def _draw_text(document: Document, screen: Screen | None) -> str:
    if screen is not None:
        from summarizer.reports import terminal

        return terminal.render(document, screen.columns, colour=screen.colour)
    from summarizer.reports import text

    return text.render(document)


def _draw_md(document: Document, _screen: Screen | None) -> str:
    from summarizer.reports import md

    return md.render(document)


def _draw_html(document: Document, _screen: Screen | None) -> str:
    from summarizer.reports import html

    return html.page(document)


def _draw_docx(document: Document, _screen: Screen | None) -> bytes:
    from summarizer.reports import docx

    return docx.render(document)


def _text(content: Report | Reading, screen: Screen | None) -> str:
    from summarizer.reports.layout import Medium, document

    return _draw_text(document(content, Medium.SCREEN), screen)


def _md(content: Report | Reading, screen: Screen | None) -> str:
    from summarizer.reports.layout import Medium, document

    return _draw_md(document(content, Medium.PAGE), screen)


def _html(content: Report | Reading, _screen: Screen | None) -> str:
    from summarizer.reports import html

    return html.render(content)


def _docx(content: Report | Reading, screen: Screen | None) -> bytes:
    from summarizer.reports.layout import Medium, document

    return _draw_docx(document(content, Medium.SHEET), screen)


def _json(content: Report | Reading, _screen: Screen | None) -> str:
    from summarizer.reports import json

    return json.render(content)


def _jsonl(content: Report | Reading, _screen: Screen | None) -> str:
    from summarizer.reports import json

    return json.render_lines(content)


def _csv(content: Report | Reading, _screen: Screen | None) -> str:
    from summarizer.reports import csv

    return csv.render(content)


def _xlsx(content: Report | Reading, _screen: Screen | None) -> bytes:
    from summarizer.reports import xlsx

    return xlsx.render(content)


_DRAWN: dict[Format, Callable[[Document, Screen | None], str | bytes]] = {
    Format.TEXT: _draw_text,
    Format.MD: _draw_md,
    Format.HTML: _draw_html,
    Format.DOCX: _draw_docx,
}
_RENDERERS: dict[Format, Callable[[Report | Reading, Screen | None], str | bytes]] = {
    Format.TEXT: _text,
    Format.MD: _md,
    Format.HTML: _html,
    Format.DOCX: _docx,
    Format.JSON: _json,
    Format.JSONL: _jsonl,
    Format.CSV: _csv,
    Format.XLSX: _xlsx,
}
