"""From bytes to characters, and a sentence about what was guessed.

A byte-order mark decides, then what the page or message itself names, if it fits. Else it is UTF-8 if it is valid
UTF-8; a few stray bytes in what is plainly UTF-8 are read as Windows-1252. Else it is one of the encodings German texts
were saved in before UTF-8, the one that makes German letters and quotes of the bytes. Only where none does,
charset-normalizer is asked, which knows dozens: asked first, it took 2 to 5 of 10 German stretches of 60 characters for
another encoding than they were in, and 1 to 5 of 10 of 200 characters, our rule 1 in 20 and 1 in 15
(docs/inputs.md). Whatever is not plain UTF-8, UTF-16 or UTF-32 gets a note.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from summarizer.errors import InputError

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
_NOT_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BINARY_SHARE = 0.05
_SAMPLE = 4_000
"""Bytes looked at for NULs that tell UTF-16."""
_LEAST_GERMAN = 0.5
"""Of the characters beyond ASCII, the share that German texts hold, for an old encoding to be taken."""


class Decoded(NamedTuple):
    """Characters, and what is to be said of how they were got; empty where nothing was guessed."""

    text: str
    note: str = ""


def decode(data: bytes, shown: str, *, named: str = "") -> Decoded:
    """The text in ``data``, which a server or the file itself says to be in the encoding ``named`` (empty: unknown).

    Raises `InputError` naming ``shown`` where the bytes are no text.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _marked(data, mark, encoding, shown)
    if wide := _wide(data):
        return wide
    _refuse_binary(data, shown)
    if named and (text := _strictly(data, named)) is not None:
        return Decoded(text)
    if (text := _strictly(data, "utf-8")) is not None:
        return Decoded(text)
    stray = len(_HIGH_UTF8.sub(b"", data).translate(None, bytes(range(128))))
    if len(_HIGH_UTF8.findall(data)) > stray:
        text = data.decode("utf-8", errors="summarizer_windows_1252")
        return Decoded(text, f"{stray} bytes that are not UTF-8 were read as Windows-1252.")
    return _legacy(data) or _by_statistics(data, shown)


def _marked(data: bytes, mark: bytes, encoding: str, shown: str) -> Decoded:
    try:
        return Decoded(data[len(mark) :].decode(encoding))
    except UnicodeDecodeError as error:
        what = f"{encoding.upper()[:6]} text but is damaged at byte {error.start + len(mark)}"
        raise InputError(f"{shown} begins as {what}: save it again as UTF-8.") from error


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: in a German text nearly every second byte is NUL."""
    sample = data[: _SAMPLE - _SAMPLE % 2]
    if len(sample) < 4 or len(data) % 2:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    if max(even, odd) < 0.8 * (len(sample) // 2) or min(even, odd) > 0:
        return None
    text = _strictly(data, encoding)
    return Decoded(text, f"It has no byte-order mark; it was read as {encoding.upper()}.") if text is not None else None


def _refuse_binary(data: bytes, shown: str) -> None:
    if b"\0" in data:
        raise InputError(f"{shown} holds NUL bytes, so it is no text: save the article as plain text in UTF-8.")
    if len(_NOT_TEXT.findall(data)) > len(data) * _BINARY_SHARE:
        raise InputError(f"{shown} is no text: save the article as plain text in UTF-8.")


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        codec = codecs.lookup(encoding)
        # Browsers read Latin-1 and ASCII as Windows-1252 (WHATWG Encoding Standard), and pages rely on it.
        name = "cp1252" if codec.name in ("iso8859-1", "ascii") else codec.name
        return data.decode(name)
    except (LookupError, UnicodeError, ValueError):
        return None


def _legacy(data: bytes) -> Decoded | None:
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
    if best_score < _LEAST_GERMAN:
        return None
    return Decoded(best, f"It is not UTF-8; it was read as {best_name}.")


def _by_statistics(data: bytes, shown: str) -> Decoded:
    from charset_normalizer import from_bytes

    found = from_bytes(data).best()
    if found is None:
        raise InputError(f"{shown} is in no encoding that can be told: save it again as UTF-8.")
    name = found.encoding.replace("_", "-")
    return Decoded(str(found), f"It is not UTF-8 and not an encoding German is usually in; it was read as {name}.")


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    stray = error.object[error.start : error.end]
    return stray.decode("cp1252", errors="replace"), error.end


codecs.register_error("summarizer_windows_1252", _as_windows_1252)
