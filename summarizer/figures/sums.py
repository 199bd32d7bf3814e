"""Quantities of two and more parts: 2 Euro 50, 1 hour and 30 minutes, 7 feet 10 inches.

The value is given in the smallest unit that is named, in money in the main unit.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.data import Kind
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.numbers import read_number
from summarizer.figures.reading import Number, Reading
from summarizer.figures.tokens import Tokens
from summarizer.figures.units import unit_at

D = Decimal
_SIZES: Final[dict[Kind, dict[str, Decimal]]] = {
    Kind.DURATION: {
        "year": D(31536000), "month": D(2628000), "week": D(604800), "day": D(86400), "hour": D(3600),
        "minute": D(60), "second": D(1),
    },
    Kind.LENGTH: {
        "km": D(1000), "m": D(1), "cm": D("0.01"), "mm": D("0.001"), "yd": D("0.9144"), "ft": D("0.3048"),
        "in": D("0.0254"),
    },
    Kind.MASS: {
        "t": D(1_000_000), "kg": D(1000), "g": D(1), "st": D("6350.29318"), "lb": D("453.59237"),
        "oz": D("28.349523125"),
    },
}  # fmt: skip
"""A year of 365 days: only sums of years and smaller units use it."""
_CENT: Final = D("0.01")


def more_parts(t: Tokens, reading: Reading, loc: Locale) -> Reading:
    """The reading with all that is added to it behind it."""
    if not isinstance(reading.value, Decimal) or t.at[reading.stop - 1].breaks:
        return reading
    if reading.kind is Kind.MONEY:
        return add_cents(t, reading, loc)
    sizes = _SIZES.get(reading.kind)
    if sizes is None or reading.unit not in sizes:
        return reading
    _half(t, reading, loc)
    for _ in range(6):
        if not _one_more(t, reading, sizes, loc):
            break
    return reading


def _half(t: Tokens, reading: Reading, loc: Locale) -> None:
    """an hour and a half, three years and a half."""
    j = reading.stop
    if t.at[j].low not in loc.ands or not isinstance(reading.value, Decimal):
        return
    j += 2 if t.at[j + 1].low in ("a", "an") else 1
    part = t.at[j].lexeme
    behind = t.at[j + 1].low
    if part is None or part.role is not Role.HALF or part.value is None or loc.language != "en":
        return
    if behind not in ("of", "the") and behind not in loc.phrases:
        reading.value, reading.stop = reading.value + part.value, j + 1


def _one_more(t: Tokens, reading: Reading, sizes: dict[str, Decimal], loc: Locale) -> bool:
    j = reading.stop
    if t.at[j].word == "," and t.at[j - 1].word != ",":
        j += 1
    joined = t.at[j].low in loc.ands
    j += joined
    if reading.unit == "ft" and t.at[j].word == "-" and not t.at[j].spaced and not t.at[j - 1].spaced:
        return _inches(t, reading, j + 1, loc)
    number = _plain_number(t, j, loc)
    if number is None:
        return False
    found = unit_at(t, number.stop, loc)
    if found is not None and _upwards(t, number.stop, found[1]):
        return False
    stop, code = number.stop, None
    if found is not None and found[0].kind is reading.kind:
        stop, code = found[1], found[0].code
    elif found is None and reading.unit == "ft" and t.at[number.stop].low == "in":
        stop, code = number.stop + 1, "in"
    elif found is None and reading.unit == "hour" and _spoken_minutes(t, number, j, loc):
        code = "minute"
    if code is None or code not in sizes or reading.unit is None or sizes[code] >= sizes[reading.unit]:
        return False
    assert isinstance(reading.value, Decimal)
    factor = found[0].factor if found is not None and found[0].kind is reading.kind else D(1)
    if sizes[code] == sizes["month"] if "month" in sizes else False:
        whole = reading.value * 12
    else:
        whole = reading.value * sizes[reading.unit] / sizes[code]
    reading.value, reading.unit, reading.stop = whole + number.value * factor, code, stop
    return True


def _inches(t: Tokens, reading: Reading, j: int, loc: Locale) -> bool:
    """A height as English sports pages write it: a 6-foot-6 forward, 5-foot-11-inch."""
    number = _plain_number(t, j, loc)
    if number is None or not 0 <= number.value < _FOOT or not isinstance(reading.value, Decimal):
        return False
    stop = number.stop
    if t.at[stop].word == "-" and t.at[stop + 1].low in ("inch", "in"):
        stop += 2
    reading.value, reading.unit, reading.stop = reading.value * _FOOT + number.value, "in", stop
    return True


_FOOT: Final = D(12)
"""In inches."""


def _upwards(t: Tokens, j: int, stop: int) -> bool:
    """Whether a length goes up, so that it adds nothing to the way: 900 Höhenmeter, 900 metres of climbing."""
    climbed = t.at[stop + 1].low if t.at[stop].low == "of" else t.at[stop].low
    return t.at[j].low.startswith("höhen") or climbed in _CLIMBED


_CLIMBED: Final = wordset("climb climbing ascent ascents elevation altitude vertical anstieg aufstieg höhenunterschied")


def _spoken_minutes(t: Tokens, number: Number, j: int, loc: Locale) -> bool:
    """1 hour thirty, 2 hours and 10: nothing that the number could count may follow."""
    behind = t.at[number.stop].word
    return loc.language == "en" and number.value < 60 and (not behind or not behind[0].isalnum()) and j > 0


def _plain_number(t: Tokens, j: int, loc: Locale) -> Number | None:
    lexeme = t.at[j].lexeme
    if lexeme is None or lexeme.role not in (Role.DIGITS, Role.CARDINAL):
        return None
    return read_number(t, j, loc)


def add_cents(t: Tokens, reading: Reading, loc: Locale) -> Reading:
    """2 Euro 50, zwei Euro fünfzig, 15 dollars and 15 cents."""
    value = reading.value
    if not isinstance(value, Decimal) or value != value.to_integral_value() or not 0 <= value < 10**6:
        return reading
    j = reading.stop
    joined = t.at[j].low in loc.ands
    number = _plain_number(t, j + joined, loc)
    if number is None and joined and t.at[j + 1].low in ("one", "eins"):
        number = Number(D(1), j + 2, digits=False)
    if number is None or not 0 <= number.value < 100 or number.value != number.value.to_integral_value():
        return reading
    found = unit_at(t, number.stop, loc)
    if found is not None:
        if found[0].kind is Kind.MONEY and found[0].factor == _CENT:
            reading.value, reading.stop = value + number.value * _CENT, found[1]
        return reading
    word = t.at[j + joined].word
    if joined and not (_ends_clause(t, number.stop) and reading.unit in _OF_CENTS and not _opens_span(t, reading, loc)):
        return reading
    if _nothing_counted(t, number.stop) and (not number.digits or len(word) == 2):
        reading.value, reading.stop = value + number.value * _CENT, number.stop
    return reading


_OF_CENTS: Final = wordset("USD EUR GBP CHF CAD AUD NZD SGD HKD MYR")
"""Currencies whose hundredths are prices' usual end: 15 dollars and 15."""


def _ends_clause(t: Tokens, j: int) -> bool:
    return t.at[j].word in ("", ".", "!", "?", ";", ")")


def _opens_span(t: Tokens, reading: Reading, loc: Locale) -> bool:
    """between $10 and 15, from 10 dollars and 15: two amounts."""
    before = t.at[reading.first - 1].low
    return before in loc.between or before in loc.words["from"] or t.at[reading.first].low in loc.between


def _nothing_counted(t: Tokens, j: int) -> bool:
    word = t.at[j].word
    return not word or not (word[0].isalnum() or word in "%€$-/:–")
