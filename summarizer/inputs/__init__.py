"""Reads what the analyst has into one `Article`; one file a format, one table.

`gather` unfolds the names on a command line; `read` fetches the bytes of one, with a limit, and the first line of
`FORMATS` that recognises them reads them; `refused` names what none of them does (a picture, an encrypted file).
Whatever the format, `cleaning` takes out of the text what could act on a terminal or hide from a reader, so that
nothing downstream has to.

How to extend
    A format: a file with a `recognises(source) -> bool` and a `read(source) -> Article`, a line in `FORMATS` above
    plain text, which takes everything, and its signature out of `refused`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import BinaryIO, NamedTuple

from summarizer.data import Article
from summarizer.errors import InputError
from summarizer.inputs import docx, epub, feeds, html, mail, markdown, pdf, plain, refused
from summarizer.inputs.feeds import Entry, moment
from summarizer.inputs.gathering import is_address, means_many, unfold
from summarizer.inputs.source import LARGEST, STANDARD_INPUT, Source, from_file, from_standard_input

__all__ = [
    "FORMATS",
    "LARGEST",
    "STANDARD_INPUT",
    "Entry",
    "Format",
    "feed",
    "gather",
    "is_address",
    "means_many",
    "moment",
    "read",
]


class Format(NamedTuple):
    """A kind of input this tool reads."""

    name: str
    endings: frozenset[str]
    """Of file names; a folder is read for these."""
    recognises: Callable[[Source], bool]
    read: Callable[[Source], Article]


FORMATS = (
    Format("PDF", frozenset({".pdf"}), pdf.recognises, pdf.read),
    Format("Word document", frozenset({".docx"}), docx.recognises, docx.read),
    Format("EPUB book", frozenset({".epub"}), epub.recognises, epub.read),
    Format("feed", frozenset(), feeds.recognises, feeds.read),
    Format("mail", frozenset({".eml"}), mail.recognises, mail.read),
    Format("HTML page", frozenset({".html", ".htm", ".xhtml"}), html.recognises, html.read),
    Format("Markdown", markdown.ENDINGS, markdown.recognises, markdown.read),
    Format("plain text", frozenset({".txt", ".text"}), plain.recognises, plain.read),
)
"""Asked in this order."""


def gather(names: Sequence[str], *, also: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The inputs that ``names`` mean, each to be given to `read`: files, ``-`` and addresses stay as they are.

    A folder becomes the files in it, at any depth, that have an ending some format reads, or one of ``also``; a pattern
    (``*``, ``?``, ``[]``, ``**``) what it matches. In the order of the names, within one of them in natural order; two
    names of one file are one input. A file that does not exist is passed on, for `read` to say so. Raises `InputError`
    for a folder or pattern without any input, and for no names at all.
    """
    return unfold(names, also.union(*(form.endings for form in FORMATS)))


def read(name: str, stdin: BinaryIO | None = None, *, allow_private: bool = False) -> Article:
    """The article in the file ``name``, at the address, or on ``stdin`` (the process's own by default) for ``-``.

    The text is NFC, its line ends are ``\\n``, it holds no control or invisible characters; no-break spaces stay.
    What was guessed or taken out stands in `Article.notes`. ``allow_private`` lets an address lead into this machine
    or its own network. Raises `InputError`, one sentence that names the input, for anything that can't be read.
    """
    source = _source(name, stdin, allow_private)
    if not source.data:
        raise _empty(source)
    form = next(form for form in FORMATS if form.recognises(source))
    if form.name == FORMATS[-1].name:
        refused.refuse(source.data, source.shown)
    article = form.read(source)
    if not article.text:
        raise _empty(source)
    return article


def feed(
    name: str, since: datetime | None = None, stdin: BinaryIO | None = None, *, allow_private: bool = False
) -> tuple[Entry, ...]:
    """What the RSS or Atom feed ``name`` (an address, a file or ``-``) lists, newest first, none before ``since``.

    Entries without a time are all kept, and come last. `moment` makes ``since`` of what a user types. Raises
    `InputError` where it can't be read, is no feed or lists nothing at all; nothing since ``since`` is an empty tuple.
    """
    return feeds.entries(_source(name, stdin, allow_private), since)


def _source(name: str, stdin: BinaryIO | None, allow_private: bool) -> Source:
    if name == STANDARD_INPUT:
        return from_standard_input(stdin)
    if is_address(name):
        from summarizer.inputs.fetching import fetch

        return fetch(name, allow_private=allow_private)
    return from_file(name)


def _empty(source: Source) -> InputError:
    return InputError(f"{source.shown} is empty: give a file that holds the article.")
