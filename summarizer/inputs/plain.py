"""Plain text: decodes the bytes, cleans the characters, and takes a clear heading for the title."""

from __future__ import annotations

import re

from summarizer.data import Article
from summarizer.inputs.cleaning import clean
from summarizer.inputs.encodings import decode
from summarizer.inputs.source import Source

_BLANK_LINE = re.compile(r"[ \t]*\n")

LONGEST_TITLE = 150
SHORTEST_BODY = 200
"""Characters; a shorter rest makes the first line a paragraph among others, not a heading."""


def recognises(source: Source) -> bool:  # noqa: ARG001 - one signature for every format
    """Takes everything: the last line of the table."""
    return True


def read(source: Source) -> Article:
    """The article in ``source``; raises `InputError` if the bytes are no text."""
    raw, note = decode(source.data, source.shown, named=source.charset)
    text, removed = clean(raw)
    return Article(
        text=text,
        title=heading(text),
        url=source.url,
        retrieved=source.retrieved,
        origin=source.origin,
        notes=tuple(n for n in (note, *removed) if n),
    )


def heading(text: str) -> str | None:
    """The first line, if it is clearly a heading: short, without a full stop, apart from a longer text below."""
    first, _, rest = text.partition("\n")
    first = first.strip()
    words = first.split()
    if not 2 <= len(words) <= 20 or len(first) > LONGEST_TITLE or not _BLANK_LINE.match(rest):
        return None
    if first[-1] in ".:;,…-–" or first[0] in "-–•*#|>" or first[0].islower():
        return None
    return first if len(rest.strip()) >= SHORTEST_BODY else None
