"""Finds a number inside a German word: Dreizylinder, Viertklässler, Fünftürer, siebengruppig, Startelf.

English says such numbers apart ("three-cylinder", "fourth graders"). Most German ones are read as figures; for those
that are not, it is enough that the word is there. A longer number (dreizehn, vierzig) is not the shorter one.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

_STEMS: dict[int, str] = {
    2: "zwei|zweit|doppel",
    3: "drei|dritt",
    4: "vier",
    5: "fünf",
    6: "sechs",
    7: "sieben|siebt",
    8: "acht",
    9: "neun",
    10: "zehn",
    11: "elf",
    12: "zwölf",
}
_LONGER = r"(?!zehn|zig|ßig|und|hundert|tausend|einhalb|ein\b|el)"


@lru_cache(maxsize=32)
def _pattern(value: int) -> re.Pattern[str]:
    stems = _STEMS[value]
    capital = "|".join(stem.capitalize() for stem in stems.split("|"))
    return re.compile(
        rf"\b(?:(?:{capital}){_LONGER}[a-zäöüß]{{3,}}|(?:{stems}){_LONGER}[a-zäöüß]{{2,}}(?:ig|isch)(?:e[nmrs]?)?\b"
        rf"|[A-ZÄÖÜ]-?[a-zäöüß]*-?(?:{stems}|{capital})\b(?=[^a-zäöüß]|$))"
    )


def inside_a_word(value: Decimal, text: str) -> bool:
    """Whether a German text has the number as the beginning (or, for Startelf, the end) of a longer word."""
    number = int(value) if value == value.to_integral_value() else 0
    return number in _STEMS and _pattern(number).search(text) is not None
