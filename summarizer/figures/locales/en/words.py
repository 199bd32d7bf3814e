# ruff: noqa: E501 - tables, one group of words a row
"""English words and what each brings to a figure; `classify` is asked once for each distinct word.

"second", "may", "march" and "one" are words first: the readers decide by what stands beside them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Final

from summarizer.data import Kind
from summarizer.figures import numerals
from summarizer.figures.lexeme import Lexeme, Role, Whole
from summarizer.figures.locale import by_first_word
from summarizer.figures.locales import shared
from summarizer.figures.locales.en.names import FEASTS, LABELS

D = Decimal

_CARDINALS: Final = {
    "zero": 0, "nought": 0, "naught": 0, "nil": 0, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES: Final = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15,
    "quintillion": 10**18,
    "thousands": 1000, "millions": 10**6, "billions": 10**9, "trillions": 10**12, "hundreds": 100,
    "lakh": 10**5, "lakhs": 10**5, "lac": 10**5, "lkh": 10**5, "crore": 10**7, "crores": 10**7, "cr": 10**7,
    "koti": 10**7, "krores": 10**7,
}  # fmt: skip
_ABBREVIATED: Final = {
    "bn": 10**9,
    "mn": 10**6,
    "tn": 10**12,
    "bln": 10**9,
    "mln": 10**6,
    "tln": 10**12,
    "mil": 10**6,
    "mio": 10**6,
    "trn": 10**12,
}
_ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "nineth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100, "thousandth": 1000, "millionth": 10**6,
    "billionth": 10**9,
    "trillionth": 10**12,
}  # fmt: skip
_TENS: Final = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_HINT: Final = re.compile(r"(?:fold|th|ths|rd|nd|st|ly|ies|some|million|billion|trillion)$")
_FOLD: Final = re.compile(r"(?P<stem>[a-z]+)fold")
_VAGUE: Final = {"dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "thousands": (2000, 9999), "millions": (2 * 10**6, 10**9 - 1), "billions": (2 * 10**9, 10**12 - 1), "trillions": (2 * 10**12, 10**15 - 1)}  # fmt: skip
_MULTI: Final = re.compile(r"multi(?P<scale>million|billion|trillion)")
_TEENS_PLURAL: Final = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}


def classify(word: str) -> Lexeme | None:
    """What a word as written can mean for a figure."""
    if word[0].isdecimal():
        return Lexeme(Role.DIGITS, numerals.parse(word, "."))
    low = word.lower()
    if low.endswith(("'s", "’s")):
        low = low[:-2]
    found = _fixed().get(low)
    if found is not None:
        return _by_case(word, low, found)
    if len(word) < 3:
        sign = shared.FRACTION_SIGNS.get(word)
        return None if sign is None else Lexeme(Role.FRACTION, sign)
    if word in shared.CURRENCY_CODES and word not in shared.CODE_WORDS:
        return Lexeme(Role.CURRENCY, None, word)
    if _HINT.search(low):
        return _analyse(low)
    return None


def _by_case(word: str, low: str, found: Lexeme) -> Lexeme | None:
    if (
        found.role is Role.MONTH
        and low in ("may", "march", "mar", "dec", "sep", "jan", "jun", "sun", "august")
        and not word[0].isupper()
    ):
        return Lexeme(Role.MONTH, found.value, "lower")
    return found


def _analyse(low: str) -> Lexeme | None:
    match = _FOLD.fullmatch(low)
    if match is not None and match["stem"] in _CARDINALS:
        return Lexeme(Role.MULTIPLE, D(_CARDINALS[match["stem"]]))
    match = _MULTI.fullmatch(low)
    if match is not None:
        scale = D(SCALES[match["scale"]])
        return Lexeme(Role.VAGUE, scale, Whole(Kind.VAGUE, None, None, scale, scale * 1000 - 1))
    for ten, value in _TENS.items():  # seventythird
        if low.startswith(ten) and low[len(ten) :] in _ORDINALS and _ORDINALS[low[len(ten) :]] < 10:
            return Lexeme(Role.ORDINAL, D(value + _ORDINALS[low[len(ten) :]]), low)
    return None


_MONTHS: Final = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5, "june": 6,
    "jun": 6,
    "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "october": 10, "oct": 10,
    "november": 11, "nov": 11,
    "december": 12, "dec": 12,
}  # fmt: skip
WEEKDAYS: Final = {"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7}
_MULTIPLES: Final = {
    "twice": 2, "thrice": 3, "once": 1, "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "triple": 3,
    "tripled": 3, "triples": 3, "tripling": 3,
    "quadruple": 4, "quadrupled": 4, "quadrupling": 4, "halved": "0.5", "halving": "0.5", "halve": "0.5",
    "halves": "0.5", "treble": 3, "trebled": 3,
    "quintupled": 5,
}  # fmt: skip
_DENOMINATORS: Final = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
"""Those that are no plural of an ordinal."""


@cache
def _fixed() -> dict[str, Lexeme]:
    """Words that are what they are without analysis."""
    table = {word: Lexeme(Role.CARDINAL, D(value)) for word, value in _CARDINALS.items()}
    for word in ("a", "an", "one"):
        table[word] = Lexeme(Role.ARTICLE, D(1), word)
    table |= {word: Lexeme(Role.SCALE, D(value)) for word, value in SCALES.items()}
    table |= {word: Lexeme(Role.SCALE, D(value), "short") for word, value in _ABBREVIATED.items()}
    for word, (low, high) in _VAGUE.items():
        table[word] = Lexeme(
            Role.VAGUE if word in ("dozens", "scores") else Role.SCALE,
            D(SCALES.get(word, 12)),
            Whole(Kind.VAGUE, None, None, D(low), D(high)),
        )
    table |= {word: Lexeme(Role.ORDINAL, D(value), word) for word, value in _ORDINALS.items()}
    table |= {
        f"{word}ly": Lexeme(Role.FULL, None, Whole(Kind.ORDINAL, D(_ORDINALS[word])))
        for word in ("second", "third", "fourth")
    }
    table |= {f"{word}s": Lexeme(Role.FRACTION, D(1) / value) for word, value in _ORDINALS.items() if value > 2}
    table |= {word: Lexeme(Role.FRACTION, D(1) / value) for word, value in _DENOMINATORS.items()}
    table["half"] = Lexeme(Role.HALF, D("0.5"), "half")
    table["dozen"] = Lexeme(Role.COLLECTIVE, D(12))
    table["pair"] = Lexeme(Role.COLLECTIVE, D(2))
    table["minus"] = table["negative"] = Lexeme(Role.SIGN, D(-1))
    table["plus"] = Lexeme(Role.SIGN, D(1))
    table |= {word: Lexeme(Role.MULTIPLE, D(str(value))) for word, value in _MULTIPLES.items()}
    table |= {word: Lexeme(Role.MONTH, D(value)) for word, value in _MONTHS.items()}
    for day, number in WEEKDAYS.items():
        table[day] = table[f"{day}s"] = Lexeme(Role.WEEKDAY, D(number))
    table["every"] = table["each"] = Lexeme(Role.EVERY)
    table["both"] = Lexeme(Role.BOTH, D(2))
    table |= {sign: Lexeme(Role.CURRENCY, None, code) for sign, code in shared.CURRENCY_SIGNS.items()}
    table["rs"] = Lexeme(Role.CURRENCY, None, "INR")
    table["rm"] = Lexeme(Role.CURRENCY, None, "MYR")
    table |= {word: Lexeme(Role.LABEL, None, label) for word, label in LABELS.items()}
    table["decade"] = Lexeme(Role.SPAN, D(10))
    table["aged"] = table["age"] = table["ages"] = Lexeme(Role.AGED)
    table |= {word: Lexeme(Role.NAME) for word in ("semi", "last", "round")}
    table["world"] = Lexeme(Role.NAME, D(1))
    table |= {
        "q": Lexeme(Role.PERIOD, None, "Q"),
        "h": Lexeme(Role.PERIOD, None, "H"),
        "week": Lexeme(Role.PERIOD, None, "W"),
    }
    table |= {word: Lexeme(Role.CLOCK, None, "12:00") for word in ("noon", "midday", "noonish")}
    table["midnight"] = Lexeme(Role.CLOCK, None, "00:00")
    table |= {word: Lexeme(Role.FULL, None, Whole(Kind.DECADE, f"19{digit}")) for word, digit in _TEENS_PLURAL.items()}
    table["tens"] = Lexeme(Role.VAGUE, D(10), Whole(Kind.VAGUE, None, None, D(20), D(99)))
    table["fortnight"] = Lexeme(Role.FULL, None, Whole(Kind.DURATION, D(2), "week"))
    table["quarterfinal"] = table["quarterfinals"] = Lexeme(Role.FULL, None, Whole(Kind.DESIGNATION, "1/4 final"))
    table["semifinal"] = table["semifinals"] = Lexeme(Role.FULL, None, Whole(Kind.DESIGNATION, "1/2 final"))
    table |= {
        word: Lexeme(Role.HOLIDAY, None, rows) for word, rows in by_first_word(FEASTS).items() if word not in table
    }
    return table


SCALE_SYMBOLS: Final[Mapping[str, Decimal]] = {
    "k": D(1000),
    "K": D(1000),
    "M": D(10**6),
    "MM": D(10**6),
    "m": D(10**6),
    "b": D(10**9),
    "B": D(10**9),
    "bn": D(10**9),
    "mn": D(10**6),
    "tn": D(10**12),
    "G": D(10**9),
    "t": D(10**12),
}
