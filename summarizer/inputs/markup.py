"""All text of an HTML tree, block by block, for markup that is text throughout: chapters of a book, mail.

A page of the web goes through `html` instead, which tells the article from the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_PASSED_OVER = frozenset({
    "script", "style", "head", "title", "noscript", "template", "svg", "math", "nav", "figcaption", "object", "iframe",
    "select", "button", "textarea",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "figure", "footer", "form",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol", "p", "pre", "section", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_DEEPEST = 200
"""Levels of markup that are followed; real mail has thirty."""
_SPACES = re.compile(r"[ \t\n\r\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def blocks(markup: str) -> tuple[str, ...]:
    """The text of each block in reading order; line breaks within one are kept, list items begin with ``- ``."""
    from lxml import etree, html

    try:
        root = html.document_fromstring(markup.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):  # nothing in it
        return ()
    found: list[str] = []
    parts: list[str] = []
    for piece in _pieces(root, 0):
        if piece is not None:
            parts.append(piece)
            continue
        text = _tidy(parts)
        if text:
            found.append(text)
        parts = []
    return (*found, text) if (text := _tidy(parts)) else tuple(found)


def _tidy(parts: list[str]) -> str:
    lines = (_SPACES.sub(" ", line).strip() for line in "".join(parts).split("\0"))
    text = "\n".join(line for line in lines if line)
    return "" if text == "-" else text


def _pieces(element: Any, depth: int) -> Iterator[str | None]:
    """Stretches of text; None between two blocks, NUL for a line break."""
    if not isinstance(element.tag, str) or depth > _DEEPEST:  # a comment
        return
    tag = element.tag.lower()
    if tag in _PASSED_OVER or _HIDDEN.search(element.get("style") or ""):
        return
    if tag == "br":
        yield "\0"
        return
    block = tag in _BLOCKS
    if block:
        yield None
    if tag == "li":
        yield "- "
    yield element.text or ""
    for child in element:
        yield from _pieces(child, depth + 1)
        yield child.tail or ""
    if block:
        yield None
