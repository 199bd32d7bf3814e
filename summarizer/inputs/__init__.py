"""Reads what the analyst has into one `Article`; one file a format, one table.

The bytes are fetched once, here, with a limit; `refused` names what is no article (a folder, a PDF, an encrypted
file), and the first line of `FORMATS` that recognises the bytes reads them. Whatever the format, `cleaning` takes out
of the text what could act on a terminal or hide from a reader, so that nothing downstream has to.

How to extend
    A format: a file with a `read(data, origin) -> Article` and a `recognises(data, origin) -> bool`, a line in
    `FORMATS` above plain text, which takes everything, and its signature out of `refused`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, NamedTuple

from summarizer.data import Article
from summarizer.errors import InputError
from summarizer.inputs import plain, refused
from summarizer.inputs.cleaning import one_line

STANDARD_INPUT = "-"
LARGEST = 20_000_000
"""Bytes. A newspaper's whole day is smaller; what is larger is a wrong file."""


class Format(NamedTuple):
    """A kind of input this tool reads."""

    name: str
    recognises: Callable[[bytes, str], bool]
    read: Callable[[bytes, str], Article]


FORMATS = (Format("plain text", plain.recognises, plain.read),)


def read(name: str, stdin: BinaryIO | None = None) -> Article:
    """The article in the file ``name``, or on ``stdin`` (the process's own by default) for ``-``.

    The text is NFC, its line ends are ``\\n``, it holds no control or invisible characters; no-break spaces stay.
    What was guessed or taken out stands in `Article.notes`. Raises `InputError`, one sentence that names the input,
    for anything that can't be read or is no text.
    """
    origin = one_line(name)
    shown = "standard input" if name == STANDARD_INPUT else origin
    data = _standard_input(stdin) if name == STANDARD_INPUT else _file(name, shown)
    if len(data) > LARGEST:
        raise InputError(f"{shown} is larger than {LARGEST // 1_000_000} MB: give the article alone.")
    refused.refuse(data, shown)
    chosen = next(form for form in FORMATS if form.recognises(data, origin))
    article = chosen.read(data, origin)
    if not article.text:
        raise InputError(f"{shown} is empty: give a file that holds the article.")
    return article


def _standard_input(stdin: BinaryIO | None) -> bytes:
    source = stdin if stdin is not None else getattr(sys.stdin, "buffer", None)
    if source is None:
        raise InputError("standard input is closed: give the article's path.")
    try:
        data: bytes = source.read(LARGEST + 1)
    except OSError as error:
        raise InputError(f"standard input can't be read ({error.strerror}): give the article's path.") from error
    return data


def _file(name: str, shown: str) -> bytes:
    try:
        path = Path(name)
        if path.is_dir():
            raise InputError(f"{shown} is a folder: name the article's file.")
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise InputError(f"{shown} does not exist: check the path, or give - for standard input.") from error
    except PermissionError as error:
        raise InputError(f"{shown} may not be read by this user: change its permissions.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a path"
        raise InputError(f"{shown} can't be read ({reason}): check the path.") from error
