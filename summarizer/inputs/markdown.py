"""Markdown files: read by markdown-it-py, put into plain text, so that no sign of markup stands between a figure and
its unit.

Told by the ending alone: what Markdown is, and what is plain text with an asterisk, the bytes don't say. Front matter
(``title: …`` lines between two rules) gives title, author, date and outlet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from summarizer.data import Article
from summarizer.inputs.cleaning import clean
from summarizer.inputs.encodings import decode
from summarizer.inputs.html import line
from summarizer.inputs.markup import blocks
from summarizer.inputs.plain import heading
from summarizer.inputs.source import Source

if TYPE_CHECKING:
    from markdown_it.token import Token

ENDINGS = frozenset({".md", ".markdown"})
MEDIA_TYPE = "text/markdown"
_FRONT = re.compile(r"---[ \t]*\n(.{0,10000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_PAIR = re.compile(r"^(\w+)[ \t]*:[ \t]*(.+?)[ \t]*$", re.M)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def recognises(source: Source) -> bool:
    """Whether its name, or the server, says that it is Markdown."""
    return source.media_type == MEDIA_TYPE or source.ending in ENDINGS


def read(source: Source) -> Article:
    """The article without its markup; raises `InputError` if the bytes are no text."""
    from markdown_it import MarkdownIt

    raw, note = decode(source.data, source.shown, named=source.charset)
    cleaned, removed = clean(raw)
    about: dict[str, str] = {}
    if front := _FRONT.match(cleaned):
        about = {name.lower(): value.strip("\"'") for name, value in _PAIR.findall(front[1])}
        cleaned = cleaned[front.end() :]
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(cleaned)
    text = clean("\n\n".join(_blocks(tokens)))[0]
    day = _DAY.match(about.get("date", ""))
    return Article(
        text=text,
        title=line(about.get("title")) or _first_heading(tokens) or heading(text),
        author=line(about.get("author")),
        outlet=line(about.get("outlet") or about.get("source")),
        url=source.url,
        published=day[0] if day else None,
        retrieved=source.retrieved,
        origin=source.origin,
        notes=tuple(n for n in (note, *removed) if n),
    )


def _first_heading(tokens: Sequence[Token]) -> str | None:
    """A heading of the first level that opens the text."""
    if len(tokens) > 1 and tokens[0].type == "heading_open" and tokens[0].tag == "h1":
        return line(_inline(tokens[1]))
    return None


def _blocks(tokens: Sequence[Token]) -> Iterator[str]:
    rows: list[list[str]] = []
    in_table, mark = False, ""
    for token in tokens:
        match token.type:
            case "table_open":
                in_table, rows = True, []
            case "tr_open":
                rows.append([])
            case "table_close":
                in_table = False
                yield "\n".join(" | ".join(row) for row in rows)
            case "list_item_open":
                mark = "- "
            case "inline" if in_table:
                rows[-1].append(_inline(token).replace("\n", " "))
            case "inline":
                yield mark + _inline(token)
                mark = ""
            case "fence" | "code_block":
                yield token.content.strip()
            case "html_block":
                yield from blocks(token.content)


def _inline(token: Token) -> str:
    parts = []
    for child in token.children or ():
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak":
            parts.append("\n")
    return "".join(parts).strip()
