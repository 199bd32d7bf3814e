"""Counts what the source lists: "three countries" where it names Kasachstan, Tadschikistan und Usbekistan.

Only a list counts: names or nouns joined by commas and a last "und" or "oder" within one sentence, each of at most
three words. The note names them, so that a reader can count along.
"""

from __future__ import annotations

from decimal import Decimal

from summarizer.checking.late import late

_ITEM = r"[A-ZÄÖÜ][\w.&’'-]*(?:\s(?:[A-ZÄÖÜ][\w.&’'-]*|von|der|de|al)){0,2}"
_LIST = late(rf"(?P<items>{_ITEM}(?:,\s{_ITEM})*),?\s(?:und|oder|sowie)\s(?P<last>{_ITEM})")
_LEAST, _MOST = 2, 12


def listed(count: Decimal, sentence: str) -> tuple[str, ...] | None:
    """The items of a list of exactly ``count`` in a German sentence; None where there is none."""
    if not _LEAST <= count <= _MOST:
        return None
    for match in _LIST.finditer(sentence):
        items = (*match["items"].split(", "), match["last"])
        if len(items) == count:
            return items
    return None
