"""Markdown files: as plain text, with the marks, because a translation keeps the article's own layout.

Told by the ending alone: what Markdown is, and what is plain text with an asterisk, the bytes don't say. Front matter
(``title: …`` lines between two rules) is no part of the text; it gives title, author, date and outlet.
"""

from __future__ import annotations

import re
from dataclasses import replace

from summarizer.data import Article
from summarizer.inputs import plain
from summarizer.inputs.html import line
from summarizer.inputs.source import Source

ENDINGS = frozenset({".md", ".markdown"})
MEDIA_TYPE = "text/markdown"
_FRONT = re.compile(r"---[ \t]*\n(.{0,10000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S)
_PAIR = re.compile(r"^(\w+)[ \t]*:[ \t]*(.+?)[ \t]*$", re.M)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_HEADING = re.compile(r"#[ \t]+([^\n]+?)[ \t#]*(?:\n|\Z)")
_MARKS = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|\*\*|__|[*`]|(?<!\w)_|_(?!\w)")


def recognises(source: Source) -> bool:
    """Whether its name, or the server, says that it is Markdown."""
    return source.media_type == MEDIA_TYPE or source.ending in ENDINGS


def read(source: Source) -> Article:
    """The article with its marks; raises `InputError` if the bytes are no text."""
    article = plain.read(source)
    front = _FRONT.match(article.text)
    pairs = _PAIR.findall(front[1]) if front else []
    about = {name.lower(): value.strip("\"'") for name, value in pairs}
    text = article.text[front.end() :].strip() if front and pairs else article.text
    day = _DAY.match(about.get("date", ""))
    return replace(
        article,
        text=text,
        title=line(about.get("title")) or _heading(text) or plain.heading(text),
        author=line(about.get("author")),
        outlet=line(about.get("outlet") or about.get("source")),
        published=day[0] if day else None,
    )


def _heading(text: str) -> str | None:
    """A heading of the first level that opens the text, without its marks."""
    found = _HEADING.match(text)
    return line(_MARKS.sub(r"\1", found[1])) if found else None
