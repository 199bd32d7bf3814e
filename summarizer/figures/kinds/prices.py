"""Money whose sign or code stands before the number: $1.1bn, US$ 1.1 billion, EUR 125, $3-5 million, -$3bn.

Money behind its number is a unit like any other (`quantities`).
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.data import Kind
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale
from summarizer.figures.locales.shared import DOLLAR_PREFIXES
from summarizer.figures.numbers import read_number
from summarizer.figures.ranges import link, number_at, scaled_low
from summarizer.figures.reading import Number, Reading
from summarizer.figures.sums import add_cents
from summarizer.figures.tokens import Tokens
from summarizer.figures.units import unit_at


def read_money(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """$1.1bn, US$ 1.1 billion, EUR 125, € 2,50, £50m, $3-5 million."""
    lexeme = t.at[i].lexeme
    if lexeme is None or not isinstance(lexeme.extra, str):
        return None
    opening = _currency(t, i, lexeme.extra)
    if opening is None:
        return None
    code, first, j = opening
    following = t.at[j].lexeme
    if following is None or following.role is not Role.DIGITS or t.at[j - 1].breaks:
        return None
    number = read_number(t, j, loc, money=True)
    if number is None or (t.at[i].low == "fr" and t.at[number.stop].lexeme is not None):
        return None
    reading = Reading(Kind.MONEY, number.value, first, number.stop, unit=code)
    tail = unit_at(t, number.stop, loc)
    if (
        tail is not None
        and tail[0].factor == 1
        and tail[0].code == code
        and t.at[i].word in "$€£"
        and len(t.at[number.stop].word) > 1
    ):
        reading.stop = tail[1]  # $ 10 dollars
    return _negative(t, reading) or _money_range(t, reading, number, code, loc)


def _negative(t: Tokens, reading: Reading) -> Reading | None:
    """minus €35 million, -$3bn: a sign before the currency."""
    before = t.at[reading.first - 1]
    word = before.low in ("minus", "negative") and before.lexeme is not None
    sign = before.word in ("-", "−") and not before.spaced and (not t.glued(reading.first - 1))
    if not (word or sign) or not isinstance(reading.value, Decimal):
        return None
    reading.first, reading.value = reading.first - 1, -reading.value
    return reading


_BEHIND_SIGN: Final = {"us": "USD", "a": "AUD", "nz": "NZD", "hk": "HKD", "can": "CAD"}


def _currency(t: Tokens, i: int, code: str) -> tuple[str, int, int] | None:
    """(code, first token, token of the number) for a sign or code at token ``i``."""
    token, j = t.at[i], i + 1
    if token.word == "$":
        before = t.at[i - 1]
        if before.low in DOLLAR_PREFIXES and (not before.spaced or len(before.word) > 1 or before.low == "c"):
            return DOLLAR_PREFIXES[before.low], i - 1, j
        if not token.spaced and t.at[j].low in _BEHIND_SIGN and not t.at[j].spaced:
            return _BEHIND_SIGN[t.at[j].low], i, j + 1  # $US970 million, $A5
    elif token.low in ("fr", "rs"):
        if t.at[j].word == "." and not token.spaced:
            j += 1
        elif token.word not in ("Fr", "Rs", "rs"):
            return None
    elif t.at[j].word == "$" and not token.spaced:  # usd$ 15
        j += 1
    return code, i, j


def _money_range(t: Tokens, reading: Reading, number: Number, code: str, loc: Locale) -> Reading:
    """$3-5 million, €10–€20; with to only behind from or between: "rose €5 to €10" is two amounts."""
    joint = link(t, reading.first, reading.stop, loc)
    if joint is None:
        return add_cents(t, reading, loc)
    start = joint[0]
    if t.at[start].low in DOLLAR_PREFIXES and t.at[start + 1].word == "$":
        start += 1
    second = number_at(t, start, loc)
    if second is not None and t.at[start].lexeme is not None and t.at[start].lexeme.role is Role.DIGITS:  # type: ignore[union-attr]
        second = read_number(t, start, loc, money=True)
    if second is None or scaled_low(number, second) >= second.value:
        return reading
    low = scaled_low(number, second)
    return Reading(Kind.MONEY, None, joint[1], second.stop, unit=code, low=low, high=second.value)
