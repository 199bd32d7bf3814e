"""Shares without a fraction word: jeder Dritte, one in three, vier von fünf, Hälfte; and what a share is a share of."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.data import Kind
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale
from summarizer.figures.numbers import read_number, scale_behind
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens
from summarizer.figures.units import in_unit, unit_at

HALF: Final = Decimal("0.5")
ONE: Final = Decimal(1)
_ROUND_WHOLES: Final = frozenset(
    map(Decimal, (2, 3, 4, 5, 6, 8, 10, 12, 20, 25, 50, 100, 200, 500, 1000, 10_000, 100_000))
)
_SMALL_WHOLES: Final = frozenset(map(Decimal, (3, 4, 5, 6, 8, 10, 100)))
"""Vier von fünf is a share; "7 von 50 Dörfern" are two counts, as in "7 of the 50 villages"."""


def share_of(t: Tokens, first: int, value: Decimal, stop: int, loc: Locale, kind: Kind = Kind.FRACTION) -> Reading:
    """The share ``value`` that ends before ``stop``, with the scale or unit it is a share of."""
    j = stop
    if loc.language == "en":
        if t.at[j].low == "of":
            j += 2 if t.at[j + 1].low in ("a", "an") else 1
        elif t.at[j].low in ("a", "an"):
            j += 1
    if j == stop or t.at[j - 1].low != "of" or t.at[j].low in loc.phrases:
        scaled = scale_behind(t, j, loc, value)
        found = unit_at(t, scaled.stop, loc)
        if found is not None and (found[0].kind is not Kind.AGE or value > 1):
            amount, code = in_unit(scaled.value, found[0])
            return Reading(found[0].kind, amount, first, found[1], unit=code)
        if scaled.scaled:
            return Reading(Kind.NUMBER, scaled.value, first, scaled.stop)
    return Reading(kind, value, first, stop)


def step(t: Tokens, i: int) -> int:
    """The next token, over a glued hyphen: half-a-billion, two-and-a-half."""
    return i + 2 if t.at[i + 1].word == "-" and not t.at[i].spaced and not t.at[i + 1].spaced else i + 1


def read_share_word(t: Tokens, i: int, _loc: Locale) -> Reading | None:
    """Hälfte; but not the first or second one, which are parts of a match or a year."""
    before = t.at[i - 1].lexeme
    if (before is not None and before.role is Role.ORDINAL) or t.at[i - 1].low in (
        "andere",
        "anderen",
        "hinteren",
        "vorderen",
    ):
        return None
    return Reading(Kind.FRACTION, HALF, i, i + 1)


def read_out_of(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """vier von fünf, one in three, four out of five."""
    lexeme = t.at[i].lexeme
    low = t.at[i + 1].low
    if lexeme is None or lexeme.value is None or low not in loc.words["out_of"]:
        return None
    j = i + 2
    if low == "out":
        j += t.at[j].low == "of"
    whole = t.at[j].lexeme
    if whole is None or whole.role not in (Role.CARDINAL, Role.DIGITS) or (low == "out" and j == i + 2):
        return None
    number = read_number(t, j, loc)
    if number is None or not 1 <= lexeme.value <= 99 or not lexeme.value < number.value <= 10**6:
        return None
    if unit_at(t, number.stop, loc) is not None:
        return None
    if not _proportion(t, i, lexeme.value, number.value, low):
        return None
    return Reading(Kind.FRACTION, lexeme.value / number.value, i, number.stop)


def _proportion(t: Tokens, i: int, part: Decimal, whole: Decimal, low: str) -> bool:
    """Whether "x in y" is a share: "one in three" is; "12 in six boxes", "21 von 23", "Channel 4 von 2004" are not."""
    if low == "over":
        return t.at[i].low in ("one", "1", "2000") or part < 10
    if low != "in":
        return whole in _SMALL_WHOLES and part <= 10
    return part == 1 or (whole in _ROUND_WHOLES and part < whole <= 100)


def read_every(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """jeder Dritte, every third: a share of one in three."""
    following = t.at[i + 1].lexeme
    if following is None or following.role is not Role.ORDINAL or following.value is None:
        return None
    least = 2 if loc.language == "de" else 3
    if not least <= following.value <= 100_000 or (loc.language == "en" and t.at[i + 2].low in loc.phrases):
        return None
    return Reading(Kind.FRACTION, ONE / following.value, i, i + 2)
