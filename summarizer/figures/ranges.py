"""What joins two numbers to a range: 10–15 %, drei bis vier, zwischen 3 und 5, from 3km to 5km.

A range's ends are `Figure.low` and `Figure.high`, its value is None. "von 10 auf 15" and "rose from 10 to 15" are no
ranges but two values: the words before the first number decide.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale
from summarizer.figures.numbers import read_number
from summarizer.figures.reading import Number
from summarizer.figures.tokens import Tokens

DASHES: Final = frozenset("-–—~")
_CHANGE_WORDS: Final = 6
"""How many words before "from" may hold the verb that says it is a change."""


def link(t: Tokens, first: int, j: int, loc: Locale) -> tuple[int, int] | None:
    """What joins a number at ``first`` to one behind token ``j``: (where that starts, where the range starts)."""
    at = t.at
    token = at[j]
    if at[j - 1].breaks or not token.word:
        return None
    if token.word in DASHES:
        return _dash(t, first, j)
    if token.low in loc.range_words:
        return _to(t, first, j, loc)
    if token.low in loc.ands:
        if at[first - 1].low in loc.between:
            return _hedged(t, j + 1, loc), first - 1
        return (_hedged(t, j + 1, loc), first - 2) if at[first - 2].low in loc.between else None
    return (j + 1, first) if token.word == "," and _loose(t, first, j, loc) else None


def _dash(t: Tokens, first: int, j: int) -> tuple[int, int] | None:
    token = t.at[j]
    if token.word == "-" and token.spaced and not t.at[j - 1].spaced:
        if t.at[j + 1].low in ("bis",):  # acht- bis zehn
            return j + 2, first
        return None
    start = j + 1
    if t.at[start].word == "~":
        start += 1
    return start, first


def _to(t: Tokens, first: int, j: int, loc: Locale) -> tuple[int, int] | None:
    start = j + 2 if t.at[j].low == "bis" and t.at[j + 1].low == "zu" else j + 1
    start = _hedged(t, start, loc)
    opens = t.at[first - 1].low in loc.words["from"]
    if _is_change(t, first, opens, loc):
        return None
    return start, first - opens


def _is_change(t: Tokens, first: int, opens: bool, loc: Locale) -> bool:
    """Whether a verb of change stands before: "rose 5% to 10%", "cut from 10 to 5"."""
    change = loc.words["change"]
    if not change or t.at[first - 1 - opens].low in loc.words["range"]:
        return False
    return any(t.at[k].low in change for k in range(max(0, first - _CHANGE_WORDS), first))


def _hedged(t: Tokens, j: int, loc: Locale) -> int:
    return j + 1 if t.at[j].low in loc.words["hedge"] else j


def _loose(t: Tokens, first: int, j: int, loc: Locale) -> bool:
    """zwei, drei Tage: two number words in a row, the second one more, then a unit."""
    a, b = t.at[j - 1].lexeme, t.at[j + 1].lexeme
    if a is None or b is None or a.role is not Role.CARDINAL or b.role is not Role.CARDINAL:
        return False
    if a.value is None or b.value is None or j != first + 1:
        return False
    return b.value == a.value + 1 and t.at[j + 2].low in loc.phrases


def number_at(t: Tokens, j: int, loc: Locale) -> Number | None:
    """The number at the far end of a range, with or without a currency sign before it."""
    lexeme = t.at[j].lexeme
    if lexeme is None:
        return None
    if lexeme.role is Role.CURRENCY:
        number = read_number(t, j + 1, loc, money=True)
        return number if number is not None and number.digits else None
    return read_number(t, j, loc) if lexeme.role in _NUMBER_ROLES else None


_NUMBER_ROLES: Final = frozenset({Role.DIGITS, Role.CARDINAL, Role.MIXED})


def scaled_low(low: Number, high: Number) -> Decimal:
    """The lower end, with the scale that stands at the upper end only: 3 bis 5 Millionen."""
    if not high.scaled or low.scaled or low.value >= 1000:
        return low.value
    for exponent in (15, 12, 9, 6, 3):
        scale = Decimal(10) ** exponent
        if high.value >= scale:
            return low.value * scale
    return low.value
