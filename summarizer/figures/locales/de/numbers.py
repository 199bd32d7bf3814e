"""German numbers and ordinals below a million: one word each, taken apart exactly.

A word is read only if all of it is understood, so "Achtung" and "Elfenbein" are none.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Final

D = Decimal


_UNITS: Final = {
    "null": 0, "ein": 1, "eins": 1, "eine": 1, "zwei": 2, "zwo": 2, "drei": 3, "vier": 4, "fünf": 5, "fuenf": 5,
    "sechs": 6,
    "sieben": 7, "acht": 8, "neun": 9,
}  # fmt: skip
_DIGIT_WORDS: Final = tuple(sorted(_UNITS, key=len, reverse=True))
_TEENS: Final = {
    "zehn": 10, "elf": 11, "zwölf": 12, "zwoelf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "fuenfzehn": 15,
    "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19,
}  # fmt: skip
_TENS: Final = {
    "zwanzig": 20, "dreißig": 30, "dreissig": 30, "vierzig": 40, "fünfzig": 50, "fuenfzig": 50, "sechzig": 60,
    "siebzig": 70, "achtzig": 80, "neunzig": 90,
}  # fmt: skip
SCALES: Final = {
    "million": 10**6, "millionen": 10**6, "milliarde": 10**9, "milliarden": 10**9, "billion": 10**12,
    "billionen": 10**12,
    "billiarde": 10**15, "billiarden": 10**15, "trillion": 10**18, "trillionen": 10**18, "trilliarde": 10**21,
    "trilliarden": 10**21,
}  # fmt: skip
ABBREVIATED: Final = {
    "mio": 10**6, "mill": 10**6, "mrd": 10**9, "mia": 10**9, "md": 10**9, "bio": 10**12, "tsd": 1000, "td": 1000,
    "tsd.": 1000,
}  # fmt: skip
ORDINAL_STEMS: Final = {"erst": 1, "zweit": 2, "dritt": 3, "siebt": 7, "siebent": 7, "acht": 8}
_BIG_STEMS: Final = {"million": 10**6, "milliard": 10**9, "billion": 10**12}
PARTS: Final = {
    "halb": D(1) / 2, "drittel": D(1) / 3, "viertel": D(1) / 4, "fünftel": D(1) / 5, "sechstel": D(1) / 6,
    "siebtel": D(1) / 7, "achtel": D(1) / 8, "neuntel": D(1) / 9, "zehntel": D(1) / 10, "zwanzigstel": D(1) / 20,
    "hundertstel": D(1) / 100, "tausendstel": D(1) / 1000,
}  # fmt: skip
INFLECTED: Final = {"zweier": 2, "dreier": 3, "zweien": 2, "dreien": 3, "vieren": 4, "fünfen": 5, "einhundert": 100}
MIXED: Final = {"anderthalb": D("1.5"), "einundhalb": D("1.5"), "eineinhalb": D("1.5")}


@cache
def small_words() -> dict[str, int]:
    """All words for 0 to 99."""
    words = {**_UNITS, **_TEENS, **_TENS}
    for ten, tens in _TENS.items():
        for one, value in _UNITS.items():
            if value and one not in ("eins", "eine"):
                words[f"{one}und{ten}"] = tens + value
    return words


def cardinal(word: str) -> int | None:
    """The value of a German cardinal below a million, lower case; None if any part of it is something else."""
    small = small_words().get(word)
    if small is not None:
        return small
    for scale, factor in (("tausend", 1000), ("hundert", 100)):
        left, found, right = word.partition(scale)
        if found:
            ahead = 1 if not left else cardinal(left)
            behind = 0 if not right else cardinal(right.removeprefix("und") if right != "und" else right)
            if ahead is None or behind is None or ahead == 0 or behind >= factor or ahead >= 1000:
                return None
            return ahead * factor + behind
    return None


def ordinal(word: str) -> int | None:
    """The value of a German ordinal without its ending (dritt, hundertst), lower case."""
    for stem, low in ORDINAL_STEMS.items():
        if word == stem:
            return low
        head = word.removesuffix(stem) if word.endswith(stem) else ""
        head = head.removesuffix("und")
        if head.endswith(("hundert", "tausend")) and (rest := cardinal(head)) is not None:
            return rest + low
    if word.endswith("st"):
        if word[:-2] in _BIG_STEMS:
            return _BIG_STEMS[word[:-2]]
        value = cardinal(word[:-2])
        if value and (value % 100 >= 20 or value % 100 == 0):
            return value
    if word.endswith("t"):
        value = cardinal(word[:-1])
        return value if value is not None and 0 < value % 100 < 20 and value % 100 not in (1, 3) else None
    return None


def with_comma(low: str) -> Decimal | None:
    """nullkommafünf, zweikommasiebenfünf: the digits behind the mark one after the other, or as one number."""
    left, _, right = low.partition("komma")
    whole, digits = cardinal(left), ""
    if whole is None:
        return None
    together = cardinal(right)
    if together is not None:
        return D(f"{whole}.{together}")
    while right:
        digit = next((word for word in _DIGIT_WORDS if right.startswith(word)), None)
        if digit is None:
            return None
        digits += str(_UNITS[digit])
        right = right[len(digit) :]
    return D(f"{whole}.{digits}") if digits else None


MULTIPLES: Final = {
    "doppelt": 2, "doppelte": 2, "doppelten": 2, "doppelter": 2, "doppeltes": 2, "doppeltem": 2,
    "verdoppelt": 2, "verdoppelte": 2, "verdoppelten": 2, "verdoppeln": 2, "verdoppelung": 2, "verdopplung": 2,
    "verdoppele": 2,
    "verdreifacht": 3, "verdreifachte": 3, "verdreifachen": 3, "verdreifachten": 3, "verdreifachung": 3,
    "vervierfacht": 4, "vervierfachte": 4, "vervierfachen": 4, "verfünffacht": 5, "verfünffachen": 5,
    "verfünffachte": 5,
    "verzehnfacht": 10, "verzehnfachen": 10, "verzehnfachte": 10, "verzehnfachung": 10, "dreifach": 3,
    "halbiert": "0.5", "halbierte": "0.5", "halbierten": "0.5", "halbieren": "0.5", "halbierung": "0.5",
    "halbierter": "0.5",
}  # fmt: skip

SCALE_SYMBOLS: Final[Mapping[str, Decimal]] = {
    "k": D(1000),
    "K": D(1000),
    "M": D(10**6),
    "G": D(10**9),
    "T": D(1000),
    "bn": D(10**9),
    "mn": D(10**6),
    "tn": D(10**12),
    "m": D(10**6),
}
