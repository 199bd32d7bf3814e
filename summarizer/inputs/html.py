"""HTML pages: trafilatura finds the article and what the page says of itself; we put the body into plain text.

The title comes first, as in a newspaper and as in a text file. Headings, paragraphs, lists and tables follow, a blank
line between them, a list item or a table row a line. Pictures' captions, navigation, teasers, comments and cookie texts
are left out. A date is taken from the page's own metadata only: guessed from a text it may be the event's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from summarizer.data import Article
from summarizer.errors import InputError
from summarizer.inputs.cleaning import clean
from summarizer.inputs.encodings import MARKS, decode
from summarizer.inputs.source import Source

MEDIA_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?>(?:(?><!--.*?-->|<\?.*?>)\s*)*)<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
"""The groups are atomic: with fifty comments, going back into them would take for ever."""
_ENCODING = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_ENCODING_WITHIN = 4_096
"""Bytes; the standard asks for the first 1,024, pages put it later."""
_FEW = 100
"""One NUL byte in so many is a stray; in UTF-16 it is one in two."""
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_CONTROLS = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1f\x7f]|&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01]|127)|x0*(?:[0-8bcef]|1[0-9a-f]|7f))(?!\w);?", re.I
)
"""Control characters, also those written as references: no XML tree can hold them."""
_TAG = re.compile(r"</?[a-zA-Z]")
_BLOCK_TAG = re.compile(
    r"</?(?:p|div|br|li|ul|ol|d[ltd]|t[rdh]|table|h[1-6]|section|article|blockquote|pre|figure|main|header|footer)\b",
    re.I,
)
MOST_TAGS = 100_000
"""Of a page: some 3 MB of markup and nothing else. Finding the article takes seconds by then, and longer with more."""
MOST_TAGS_IN_A_PARAGRAPH = 20_000
"""Between two blocks; the time that ordering them takes grows with the square."""
_SPACES = re.compile(r"[ \t\n\r\f]+")

_BODY, _END = re.compile(r"<body\b", re.I), re.compile(r"</(?:body|html)\b", re.I)


def recognises(source: Source) -> bool:
    """Whether it is a page: the server says so, or it begins like one."""
    return source.media_type in MEDIA_TYPES or _HTML.match(source.data, 0, _ENCODING_WITHIN) is not None


def read(source: Source) -> Article:
    """The article of the page; raises `InputError` for a page without one, or with more markup than any has."""
    named = _ENCODING.search(source.data, 0, _ENCODING_WITHIN)
    marked = source.data.startswith(tuple(mark for mark, _ in MARKS))
    charset = source.charset or (named[1].decode("ascii") if named and not marked else "")
    data = source.data
    if not marked and data.count(0) * _FEW < len(data):  # pages hold strays, which browsers pass over
        data = data.replace(b"\0", b"")
    page, note = decode(data, source.shown, named=charset)
    article = from_page(page, source)
    return article if not note else _noted(article, note)


def from_page(page: str, source: Source) -> Article:
    """The article in the characters of a page; ``source`` says where it is from. Raises `InputError` as `read`."""
    _bounded(page, source)
    found = _extract(_CONTROLS.sub("\ufffd", page.replace("\f", "\n")), source.url)
    blocks = list(_blocks(found.body)) if found is not None else []
    if not any(blocks):
        raise InputError(
            f"{source.shown} is a page without an article that can be told from the rest: save its text as plain text."
        )
    title = line(found.title)
    if title and line(blocks[0]) != title:
        blocks.insert(0, title)
    text, removed = clean("\n\n".join(blocks))
    return Article(
        text=text,
        title=title,
        author=line(found.author),
        outlet=line(found.sitename) or line(found.hostname),
        url=source.url or _address(found.url),
        published=found.date if found.date and _ISO_DATE.fullmatch(found.date) else None,
        retrieved=source.retrieved,
        origin=source.origin,
        notes=(*_cut_off(page), *removed),
    )


def _cut_off(page: str) -> tuple[str, ...]:
    """A note where a page that opens its body never closes it: HTML allows that, but pages that do it were cut off."""
    if _BODY.search(page) and not _END.search(page):
        return ("The page has no end: it may be cut off.",)
    return ()


def _bounded(page: str, source: Source) -> None:
    """Raises `InputError` for more markup than an article has: made up, or a program's listing."""
    inline = 0
    for total, tag in enumerate(_TAG.finditer(page), 1):
        inline = 0 if _BLOCK_TAG.match(page, tag.start()) else inline + 1
        if total > MOST_TAGS or inline > MOST_TAGS_IN_A_PARAGRAPH:
            raise InputError(
                f"{source.shown} has more markup than a page with an article ({MOST_TAGS:,} tags, and "
                f"{MOST_TAGS_IN_A_PARAGRAPH:,} in a paragraph, are read): save its text as plain text."
            )


def _noted(article: Article, note: str) -> Article:
    return replace(article, notes=(note, *article.notes))


def _extract(page: str, url: str | None) -> Any:
    import logging

    from trafilatura import bare_extraction

    # What it has to say of a page without an article, we say ourselves.
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    return bare_extraction(
        page,
        url=url,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )


def _blocks(body: Any) -> Iterator[str]:
    """Each block of the extracted tree as text: its elements are those of TEI (head, p, list, table, quote)."""
    for element in body:
        if element.tag == "list":
            yield "\n".join(f"- {text}" for item in element.iter("item") if (text := _text(item)))
        elif element.tag == "table":
            yield "\n".join(" | ".join(_text(cell) for cell in row.iter("cell")) for row in element.iter("row"))
        elif element.tag == "quote" and len(element):
            yield from _blocks(element)
        elif text := _text(element):
            yield text


def _text(element: Any) -> str:
    """All text of an element, on one line but for the line breaks that the page itself sets."""
    parts = []
    for event, node in _walk(element):
        if event == "break":
            parts.append("\n")
        else:
            parts.append(_SPACES.sub(" ", node))
    lines = (" ".join(line.split(" ")).strip() for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _walk(element: Any) -> Iterator[tuple[str, str]]:
    yield "text", element.text or ""
    for child in element:
        if child.tag == "lb":
            yield "break", ""
        elif child.tag != "graphic":
            yield from _walk(child)
        yield "text", child.tail or ""


def line(text: str | None) -> str | None:
    """What a page or message says of itself, cleaned, on one line; None where that is nothing."""
    shown = " ".join(clean(text)[0].split()) if text else ""
    return shown or None


def _address(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) else None
