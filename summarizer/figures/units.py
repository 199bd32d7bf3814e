"""Finds the unit behind a number: words and phrases of the locale, symbols, currency signs and codes."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.data import Kind
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale, Unit, wordset
from summarizer.figures.locales.shared import DOLLAR_PREFIXES
from summarizer.figures.tokens import Tokens

HYPHENS: Final = frozenset("-‐‑")
_NAMES: Final = frozenset({"RAND", "REAL", "SOL", "LEI", "SOM", "MARK"})
"""Names in capitals that would be currencies: a 2015 RAND study."""
_SHORT: Final = frozenset({"Tg"})
"""Unit words of two letters that have a capital; others are looked for as symbols, whose case matters."""
_OPENING: Final = frozenset("[<{")
_CLOSING: Final = frozenset("]>})")
_SCALED_CODES: Final = wordset("EUR USD GBP CHF SEK AUD CAD")
_THOUSAND, _MILLION = Decimal(1000), Decimal(10**6)
_SHARES: Final[dict[str | None, tuple[int, str]]] = {
    "year": (12, "month"), "day": (24, "hour"), "hour": (60, "minute"), "minute": (60, "second"),
}  # fmt: skip
_SHARED_UNITS: Final = frozenset(_SHARES)


def unit_at(t: Tokens, j: int, loc: Locale) -> tuple[Unit, int] | None:
    """The unit that stands at token ``j``, directly behind a number, and the index behind it."""
    at = t.at
    token = at[j]
    word = token.word
    if not word or at[j - 1].breaks:
        return None
    if not word[0].isalpha():
        if (word in HYPHENS and not token.spaced) or (
            word in HYPHENS and at[j + 1].low in loc.phrases and at[j - 1].spaced and _hyphen_apart(t, j + 2)
        ):  # 100-Euro, 70-minute, but also "12 - Pfund"
            j += 1
            token, word = at[j], at[j].word
        elif word in _OPENING and at[j + 2].word in _CLOSING:
            inner = unit_at(t, j + 1, loc)
            return None if inner is None else (inner[0], inner[1] + 1)
    found = _worded(t, j, loc)
    if found is not None:
        return found
    unit_ = loc.symbols.get(word)
    if unit_ is not None and not _runs_on(t, j):
        return unit_, j + 1
    if not at[j - 1].spaced or word in "CFcf":
        unit_ = loc.glued_symbols.get(word)
        if unit_ is not None and not _runs_on(t, j) and (unit_.kind is Kind.TEMPERATURE or not at[j - 1].spaced):
            return (unit_, j + 1) if not at[j - 1].spaced or _closed(t, j + 1) else None
    lexeme = token.lexeme
    if lexeme is not None and lexeme.role is Role.CURRENCY and isinstance(lexeme.extra, str):
        point = token.low == "fr" and at[j + 1].word == "." and not token.spaced
        return Unit(Kind.MONEY, lexeme.extra), j + 1 + point
    return _prefixed_currency(t, j)


def _worded(t: Tokens, j: int, loc: Locale) -> tuple[Unit, int] | None:
    """A unit word or phrase; but not the p of "p m", nor the bits of "two bits of news"."""
    token = t.at[j]
    rows = loc.phrases.get(token.low)
    if rows is None or (token.word == "p" and t.at[j + 1].low == "m"):
        return None
    if token.low == "bits" and t.at[j + 1].low == "of":
        return None
    for rest, unit in rows:
        stop = _matches(t, j + 1, rest)
        short = len(token.word) < 3 and token.word != token.low and token.word not in _SHORT
        if stop and (rest or not short) and token.word not in _NAMES:
            return unit, stop
    return None


def _hyphen_apart(t: Tokens, j: int) -> bool:
    """Whether a hyphen with spaces around it stands at token ``j``: "12 - Pfund - Tasse"."""
    return t.at[j].word == "-" and t.at[j - 1].spaced


def _runs_on(t: Tokens, j: int) -> bool:
    """Whether a symbol is only the beginning of something longer: 24m212, 3ms."""
    return not t.at[j].spaced and t.at[j + 1].word[:1].isalnum()


def _closed(t: Tokens, j: int) -> bool:
    """Whether a one-letter symbol ends here: not in "35 F-35A", nor before more letters."""
    word = t.at[j].word
    hyphened = word == "-" and not t.at[j].spaced and not t.at[j - 1].spaced
    return not word or not (word[0].isalnum() or hyphened)


def _matches(t: Tokens, j: int, rest: tuple[str, ...]) -> int:
    """The index behind a phrase whose further words are ``rest``; 0 if they don't stand there."""
    at = t.at
    for word in rest:
        if at[j - 1].breaks:
            return 0
        if at[j].word in HYPHENS and at[j].word and word != "-":
            j += 1
        if at[j].low != word or (not at[j - 1].spaced) < word.isdecimal():  # m2, but not "12 m 2 dm"
            return 0
        j += 1
    return j


def _prefixed_currency(t: Tokens, j: int) -> tuple[Unit, int] | None:
    """5 us$, 8 Can$, 350 T€, 120 MEUR."""
    token, sign = t.at[j], t.at[j + 1]
    word = token.word
    if not token.spaced:
        if sign.word == "$" and token.low in DOLLAR_PREFIXES:
            return Unit(Kind.MONEY, DOLLAR_PREFIXES[token.low]), j + 2
        if sign.word == "€" and word in ("T", "M", "k", "K"):
            return Unit(Kind.MONEY, "EUR", _MILLION if word == "M" else _THOUSAND), j + 2
    if len(word) == 4 and word[0] in "MTk" and word[1:] in _SCALED_CODES:
        return Unit(Kind.MONEY, word[1:], _MILLION if word[0] == "M" else _THOUSAND), j + 1
    return None


def in_unit(value: Decimal, unit: Unit) -> tuple[Decimal, str | None]:
    """A number of units as (value, code).

    A share of a year, day, hour or minute is given in the next smaller unit, because that is what the same length is
    called otherwise: half an hour is 30 minutes, ein halbes Jahr is six months. From one upward the unit stays.
    """
    value *= unit.factor
    code = unit.code
    if unit.kind is Kind.DURATION and 0 < value < 1 and code in _SHARED_UNITS:
        factor, smaller = _SHARES[code]
        return value * factor, smaller
    return value, code
