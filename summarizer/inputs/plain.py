"""Plain text: decodes the bytes, cleans the characters, and takes a clear heading for the title.

Encodings. A byte-order mark decides. Else it is UTF-8 if it is valid UTF-8; a few stray bytes in what is plainly UTF-8
are read as Windows-1252. Else it is one of the three encodings German texts were saved in before UTF-8, the one that
makes German letters and quotes of the bytes: guessing by statistics over dozens of encodings gives Polish or Turkish
letters for short German texts. Whatever is not plain UTF-8 or UTF-16 is stated in `Article.notes`.
"""

from __future__ import annotations

import codecs
import re

from summarizer.data import Article
from summarizer.errors import InputError
from summarizer.inputs.cleaning import clean

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte-order marks; that of UTF-32 little-endian begins with that of UTF-16, so it comes first."""

LEGACY = (("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman"), ("cp850", "DOS code page 850"))
"""Tried in this order; the first of the best wins."""

_GERMAN = frozenset("äöüÄÖÜßéèáàçñ„“”‚‘’»«–—…€§°²³\u00a0")
_HIGH_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_BLANK_LINE = re.compile(r"[ \t]*\n")
_NOT_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BINARY_SHARE = 0.05

LONGEST_TITLE = 150
SHORTEST_BODY = 200
"""Characters; a shorter rest makes the first line a paragraph among others, not a heading."""


def recognises(data: bytes, origin: str) -> bool:  # noqa: ARG001 - one signature for every format
    """Takes everything: the last line of the table."""
    return True


def read(data: bytes, origin: str) -> Article:
    """The article in ``data``; raises `InputError` if the bytes are no text."""
    raw, note = _decode(data, "standard input" if origin == "-" else origin)
    text, removed = clean(raw)
    return Article(text=text, title=_title(text), origin=origin, notes=tuple(n for n in (note, *removed) if n))


def _decode(data: bytes, shown: str) -> tuple[str, str]:
    """The text, and what is to be said of its encoding."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding), ""
            except UnicodeDecodeError as error:
                what = f"{encoding.upper()[:6]} text but is damaged at byte {error.start + len(mark)}"
                raise InputError(f"{shown} begins as {what}: save it again as UTF-8.") from error
    _refuse_binary(data, shown)
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        pass
    stray = len(_HIGH_UTF8.sub(b"", data).translate(None, bytes(range(128))))
    if len(_HIGH_UTF8.findall(data)) > stray:
        text = data.decode("utf-8", errors="summarizer_windows_1252")
        return text, f"{stray} bytes that are not UTF-8 were read as Windows-1252."
    return _legacy(data, shown)


def _refuse_binary(data: bytes, shown: str) -> None:
    if b"\0" in data:
        raise InputError(f"{shown} holds NUL bytes, so it is no text: save the article as plain text in UTF-8.")
    if len(_NOT_TEXT.findall(data)) > len(data) * _BINARY_SHARE:
        raise InputError(f"{shown} is no text: save the article as plain text in UTF-8.")


def _legacy(data: bytes, shown: str) -> tuple[str, str]:
    best, best_name, best_score = "", "", -1.0
    for encoding, name in LEGACY:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        marks = data.translate(None, bytes(range(128))).decode(encoding, errors="replace")
        score = sum(map(_GERMAN.__contains__, marks)) / len(marks)
        if score > best_score:
            best, best_name, best_score = text, name, score
    if best_score < 0.5:
        raise InputError(f"{shown} is neither UTF-8 nor any encoding of German text: save it again as UTF-8.")
    return best, f"It is not UTF-8; it was read as {best_name}."


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    stray = error.object[error.start : error.end]
    return stray.decode("cp1252", errors="replace"), error.end


codecs.register_error("summarizer_windows_1252", _as_windows_1252)


def _title(text: str) -> str | None:
    """The first line, if it is clearly a heading: short, without a full stop, apart from a longer text below."""
    first, _, rest = text.partition("\n")
    first = first.strip()
    words = first.split()
    if not 2 <= len(words) <= 20 or len(first) > LONGEST_TITLE or not _BLANK_LINE.match(rest):
        return None
    if first[-1] in ".:;,…-–" or first[0] in "-–•*#|>" or first[0].islower():
        return None
    return first if len(rest.strip()) >= SHORTEST_BODY else None
