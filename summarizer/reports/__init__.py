"""Turns what a run found out into text: one file a format, one table that names them.

    >>> from summarizer.reports import Format, render
    >>> text = render(report, Format.MD)                            # doctest: +SKIP

`text`, `terminal` and `md` draw the same blocks (`layout` says what, `blocks` names the parts); `json` gives the
records themselves. To add a format: a file with a function from a report to a string, a member of `Format`, and a
line in `_RENDERERS`. A format's file is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from summarizer.data import Reading, Report

__all__ = ["Format", "Screen", "render"]

Content: TypeAlias = Report | Reading


class Format(StrEnum):
    """What a report can be written as."""

    TEXT = "text"
    MD = "md"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class Screen:
    """A terminal that a report goes to."""

    columns: int
    colour: bool = True


def render(content: Content, form: Format, screen: Screen | None = None) -> str:
    """A report, or a list of figures, as text that ends in a line end.

    ``screen`` is the terminal it will be shown on; only the text form looks different there.
    """
    return _RENDERERS[form](content, screen)


def _text(content: Content, screen: Screen | None) -> str:
    from summarizer.reports.layout import document

    if screen is not None:
        from summarizer.reports import terminal

        return terminal.render(document(content, page=False), screen.columns, colour=screen.colour)
    from summarizer.reports import text

    return text.render(document(content, page=False))


def _md(content: Content, _screen: Screen | None) -> str:
    from summarizer.reports import md
    from summarizer.reports.layout import document

    return md.render(document(content, page=True))


def _json(content: Content, _screen: Screen | None) -> str:
    from summarizer.reports import json

    return json.render(content)


_RENDERERS: dict[Format, Callable[[Content, Screen | None], str]] = {
    Format.TEXT: _text,
    Format.MD: _md,
    Format.JSON: _json,
}
