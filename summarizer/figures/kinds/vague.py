"""Vague quantities: Hunderte, dozens, tens of thousands, Millionenhöhe. An order of magnitude, never a number.

Words that name no magnitude at all (mehrere, einige, several) are no figures: there is nothing to compare.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.data import Kind
from summarizer.figures.lexeme import Role, Whole
from summarizer.figures.locale import Locale
from summarizer.figures.numberwords import read_number
from summarizer.figures.quantities import unit_at
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens

_SOME: Final = frozenset(
    {
        "mehrere",
        "mehreren",
        "mehrerer",
        "einige",
        "einigen",
        "einiger",
        "several",
        "few",
        "many",
        "viele",
        "vielen",
        "paar",
        "wenige",
        "wenigen",
        "some",
    }
)
_ENGLISH_TENS: Final = frozenset({"tens", "hundreds", "thousands", "dozens", "scores", "millions", "billions"})


def read(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """A vague word, with the unit it counts."""
    lexeme = t.at[i].lexeme
    if lexeme is None or not isinstance(lexeme.extra, Whole):
        return None
    whole = lexeme.extra
    low, high, stop = whole.low, whole.high, i + 1
    if low is None or high is None:
        return None
    if lexeme.role is Role.SCALE and lexeme.value is not None:
        before = t.at[i - 1].lexeme
        if before is not None and before.role in (Role.CARDINAL, Role.DIGITS, Role.ARTICLE, Role.MIXED):
            return None
    if t.at[stop].low in ("of", "von") and t.at[stop + 1].low in (
        "thousands",
        "millions",
        "billions",
        "trillions",
        "tausenden",
        "millionen",
        "milliarden",
    ):
        scale = t.at[stop + 1].lexeme
        factor = Decimal(1000) if scale is None or scale.value is None else _scale_value(t, stop + 1, scale.value)
        low, high, stop = low * factor, high * factor, stop + 2
    return _unit(t, i, stop, low, high, loc)


def _scale_value(t: Tokens, j: int, value: Decimal) -> Decimal:
    return Decimal(1000) if t.at[j].low.startswith("tausend") else value


def _unit(t: Tokens, first: int, stop: int, low: Decimal, high: Decimal, loc: Locale) -> Reading:
    j = stop + 1 if t.at[stop].low in ("of", "von") else stop
    found = unit_at(t, j, loc)
    if found is not None:
        return Reading(
            Kind.VAGUE,
            None,
            first,
            found[1],
            unit=found[0].code,
            low=low * found[0].factor,
            high=high * found[0].factor,
        )
    return Reading(Kind.VAGUE, None, first, stop, low=low, high=high)


def read_scale(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """A scale that no number opens: Millionen Menschen, mehrere hundert, several thousand, a few hundred."""
    lexeme, before = t.at[i].lexeme, t.at[i - 1]
    if lexeme is None or lexeme.value is None:
        return None
    value, low = lexeme.value, t.at[i].low
    some = before.low in _SOME
    plural = low in (
        "millionen",
        "milliarden",
        "billionen",
        "hundreds",
        "thousands",
        "millions",
        "billions",
        "trillions",
    )
    if not some and not plural:
        return None
    number = read_number(t, i, loc)
    stop = i + 1
    if number is not None and number.stop > stop:
        value, stop = number.value, number.stop
    if isinstance(lexeme.extra, Whole):
        return read(t, i, loc)
    return _unit(t, i - 1 if some else i, stop, value * 2, value * 1000 - 1 if value >= 10**6 else value * 10 - 1, loc)
