"""What is no article, told by its first bytes and, in containers, by a name inside: each with what to do instead.

A row goes away when a format that reads it joins `summarizer.inputs.FORMATS`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.errors import InputError


class Signature(NamedTuple):
    """First bytes, what they tell, and what to do; a container is told by a name it ``holds``, too."""

    begins: bytes
    what: str
    instead: str
    holds: bytes = b""


SAVE = "save the article's text as plain text"
SAVE_DOCX = "save it as .docx"

SIGNATURES = (
    Signature(
        b"PK\x03\x04",
        "an OpenDocument text",
        SAVE_DOCX,
        b"mimetypeapplication/vnd.oasis.opendocument.text",  # stands first, unpacked, by the standard (part 2, 3.3)
    ),
    Signature(b"PK\x03\x04", "a zip archive or an office document that is no .docx or .epub", f"unpack it, or {SAVE}"),
    Signature(b"PK\x05\x06", "an empty zip archive", "give a file that holds the article"),
    Signature(b"\x1f\x8b", "compressed with gzip", "unpack it first"),
    Signature(b"BZh", "compressed with bzip2", "unpack it first"),
    Signature(b"\xfd7zXZ\x00", "compressed with xz", "unpack it first"),
    Signature(b"\x28\xb5\x2f\xfd", "compressed with zstd", "unpack it first"),
    Signature(b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it first"),
    Signature(b"Rar!", "a RAR archive", "unpack it first"),
    Signature(
        b"\xd0\xcf\x11\xe0", "a Word document in the old form, .doc", SAVE_DOCX, "WordDocument".encode("utf-16-le")
    ),
    Signature(
        b"\xd0\xcf\x11\xe0",
        "an office document with a password",
        "save it without one",
        "EncryptedPackage".encode("utf-16-le"),  # [MS-OFFCRYPTO] 2.3.4.4: a .docx with a password is such a container
    ),
    Signature(b"\xd0\xcf\x11\xe0", "an old office document", SAVE),
    Signature(b"{\\rtf", "an RTF document", SAVE_DOCX),
    Signature(b"%!PS", "a PostScript file", SAVE),
    Signature(b"\x89PNG", "a picture", "give the article's text"),
    Signature(b"\xff\xd8\xff", "a picture", "give the article's text"),
    Signature(b"GIF8", "a picture", "give the article's text"),
    Signature(b"SQLite format 3\0", "a database", SAVE),
    Signature(b"-----BEGIN PGP MESSAGE", "encrypted", "decrypt it first"),
    Signature(b"Salted__", "encrypted", "decrypt it first"),
    Signature(b"age-encryption.org", "encrypted", "decrypt it first"),
)


_REPORT = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"schema_version"\s*:\s*"\d+\.\d+"\s*,\s*"document"\s*:\s*"')
"""How every JSON and JSONL file begins that this tool writes (docs/report.schema.json)."""


def refuse(data: bytes, shown: str) -> None:
    """Raises `InputError` if ``data`` is plainly something else than an article's text."""
    for signature in SIGNATURES:
        if data.startswith(signature.begins) and signature.holds in data:
            raise InputError(f"{shown} is {signature.what}: {signature.instead}.")
    if _REPORT.match(data, 0, 400):
        raise InputError(
            f"{shown} is a report of summarizer and no article: name the article itself (only summarizer brief takes "
            "reports, those of summaries)."
        )
