"""Reads a run of digits with separators as a value.

Rules, in this order (the first that fits wins); ``own`` is the language's own decimal mark, the comma in German and
the point in English, ``other`` the other one:

1. both marks: the last one is the decimal mark, whatever the language (``1.234,5`` and ``1,234.5``);
2. an apostrophe groups thousands, and what follows it is decimal (Swiss: ``1'234.50``);
3. ``own`` once: decimal (German ``4,800`` is 4.8); ``own`` several times: groups, if they are of three digits;
4. ``other`` with groups of three digits: thousands (German ``1.234`` is 1234);
5. ``other`` once, otherwise: decimal (Swiss ``12.50``, a sloppy ``2.5`` in German, ``1,3`` in English).

Anything else (``1.1.1``, ``12,34,5``) is no number. English also reads the Indian grouping ``12,34,567``.
To add a language, give its decimal mark in its locale.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

MAX_DIGITS: Final = 36
"""Longer runs are codes, not quantities, and would cost quadratic time."""
_APOSTROPHES: Final = ("'", "’")
_SWISS: Final = re.compile(r"\d{1,3}(?:['’]\d{3})+(?:[.,]\d+)?")
_GROUPS: Final = {
    ".": re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+"),
    ",": re.compile(r"[1-9]\d{0,2}(?:,\d{3})+"),
}
_INDIAN: Final = re.compile(r"[1-9]\d?(?:,\d\d)+,\d{3}")


def parse(word: str, decimal_mark: str) -> Decimal | None:
    """The value of ``word``, a run of digits and separators that starts and ends with a digit; None if it has none."""
    if len(word) > MAX_DIGITS:
        return None
    if word.isdigit():
        return Decimal(int(word))
    if any(mark in word for mark in _APOSTROPHES):
        if not _SWISS.fullmatch(word):
            return None
        return Decimal(word.replace("'", "").replace("’", "").replace(",", "."))
    points, commas = word.count("."), word.count(",")
    if points and commas:
        return _both(word)
    mark = "." if points else ","
    if mark == decimal_mark:
        return _own(word, mark, points + commas)
    if _GROUPS[mark].fullmatch(word):
        return Decimal(word.replace(mark, ""))
    if points + commas == 1:
        return Decimal(word.replace(",", "."))
    return Decimal(word.replace(",", "")) if _INDIAN.fullmatch(word) else None


def _both(word: str) -> Decimal | None:
    decimal = "." if word.rfind(".") > word.rfind(",") else ","
    group = "," if decimal == "." else "."
    whole, _, fraction = word.rpartition(decimal)
    if _GROUPS[group].fullmatch(whole) or (group == "," and _INDIAN.fullmatch(whole)):
        return Decimal(f"{whole.replace(group, '')}.{fraction}")
    return None


def _own(word: str, mark: str, count: int) -> Decimal | None:
    if count == 1:
        return Decimal(word.replace(",", "."))
    return Decimal(word.replace(mark, "")) if _GROUPS[mark].fullmatch(word) else None
