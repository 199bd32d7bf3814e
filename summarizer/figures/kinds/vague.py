"""Vague quantities: Hunderte, dozens, tens of thousands, mehrere hundert, Millionenhöhe.

They have an order of magnitude (`Figure.low`, `Figure.high`), never a value. Words that name no magnitude at all
(mehrere, einige, several) are no figures: there would be nothing to compare.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.data import Kind
from summarizer.figures.lexeme import Role, Whole
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.numbers import read_number
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens
from summarizer.figures.units import unit_at

_SOME: Final = wordset(
    "mehrere mehreren mehrerer einige einigen einiger paar several few many viele vielen wenige wenigen zig"
)
_PLURALS: Final = wordset("millionen milliarden billionen hundreds thousands millions billions trillions")
_GERMAN_SCALES: Final = {"tausenden": 1000, "tausende": 1000, "hunderttausenden": 100_000}
_MILLION: Final = Decimal(10**6)


def read_word(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """Hunderte, dozens, tens of thousands, Millionenhöhe."""
    lexeme = t.at[i].lexeme
    if lexeme is None or not isinstance(lexeme.extra, Whole):
        return None
    low, high, stop = lexeme.extra.low, lexeme.extra.high, i + 1
    if low is None or high is None:
        return None
    if t.at[stop].low in ("of", "von"):
        scale = _scale(t, stop + 1)
        if scale is not None:
            return _counted(t, i, stop + 2, low * scale, high * scale + (scale - 1), loc)
    if t.at[i].low == "tens":
        return None
    return _counted(t, i, stop, low, high, loc)


def _scale(t: Tokens, j: int) -> Decimal | None:
    """thousands, Millionen behind "tens of", "Hunderte von"."""
    low = t.at[j].low
    if low in _GERMAN_SCALES:
        return Decimal(_GERMAN_SCALES[low])
    lexeme = t.at[j].lexeme
    return lexeme.value if lexeme is not None and lexeme.role is Role.SCALE and low in _PLURALS else None


def _counted(t: Tokens, first: int, stop: int, low: Decimal, high: Decimal, loc: Locale) -> Reading:
    j = stop + 1 if t.at[stop].low in ("of", "von") else stop
    found = unit_at(t, j, loc)
    if found is None:
        return Reading(Kind.VAGUE, None, first, stop, low=low, high=high)
    unit, stop = found
    return Reading(Kind.VAGUE, None, first, stop, unit=unit.code, low=low * unit.factor, high=high * unit.factor)


def read_some(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """Millionen Menschen, mehrere hundert, einige zehntausend Euro, several thousand, a few hundred."""
    lexeme = t.at[i].lexeme
    couple = t.at[i - 1].low == "of" and t.at[i - 2].low == "couple"
    some = couple or t.at[i - 1].low in _SOME
    if lexeme is None or lexeme.value is None or not (some or t.at[i].low in _PLURALS):
        return None
    if not some:
        if isinstance(lexeme.extra, Whole):
            return read_word(t, i, loc)
        value = lexeme.value
        return _counted(t, i, i + 1, value * 2, value * 1000 - 1, loc)
    number = read_number(t, i, loc)
    if number is None or number.digits or not _is_power(number.value):
        return None
    value = number.value
    return _counted(t, i - 1 - couple, number.stop, value * 2, value * (1000 if value >= _MILLION else 10) - 1, loc)


def read_digits_named(t: Tokens, i: int, _loc: Locale) -> Reading | None:
    """six-figure, a double-digit lead: so many digits, as "sechsstellig"."""
    value = _PLACES.get(t.at[i].low) or (t.at[i].lexeme.value if t.at[i].lexeme is not None else None)  # type: ignore[union-attr]
    if t.at[i + 1].word != "-" or t.at[i + 2].low not in _FIGURES or value is None or not 1 <= value <= _MOST_PLACES:
        return None
    low = Decimal(10) ** (int(value) - 1)
    return Reading(Kind.VAGUE, None, i, i + 3, low=low, high=low * 10 - 1)


_PLACES: Final = {"single": 1, "double": 2, "triple": 3}
_FIGURES: Final = wordset("figure figures digit digits")
_MOST_PLACES: Final = 15


def _is_power(value: Decimal) -> bool:
    return value >= 100 and str(int(value)).strip("0") == "1"
