"""What a result is called: after its article, safe as a file name everywhere, and never another's."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable

_LONGEST = 80
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)", re.IGNORECASE)
"""Names that Windows keeps for devices."""


def free_name(title: str, key: str, taken: Callable[[str], bool]) -> str:
    """A name for the result of the article ``key``: ``title`` made safe, with a hash of the key where that is taken."""
    name = slug(title)
    if name and not taken(name):
        return name
    return f"{name or 'article'}-{hashlib.sha256(key.encode(errors='replace')).hexdigest()[:12]}"


def slug(title: str) -> str:
    """``title`` in lower-case letters, digits, hyphens, underscores and inner dots of ASCII; may be empty."""
    text = unicodedata.normalize("NFC", title).translate(_UMLAUTS)  # before accents are taken off: ä is no a
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii").lower()
    text = re.sub(r"[^a-z0-9_.]+", "-", text)[:_LONGEST].strip("-.")
    text = re.sub(r"\.{2,}", ".", text)
    return f"{text}-" if _RESERVED.fullmatch(text.partition(".")[0]) else text
