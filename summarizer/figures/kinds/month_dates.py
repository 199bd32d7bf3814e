"""Dates that begin with a month: November 5th, 2025; Nov 5–6; im November 2025; in May."""

from __future__ import annotations

from typing import Final

from summarizer.data import Kind
from summarizer.figures.kinds.calendar import SUFFIXES, is_year, iso, month_at, year_at
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens
from summarizer.figures.units import unit_at

DASHES: Final = frozenset("-–—")
_CONTEXT: Final = wordset(
    "in of last next since until till by early late mid during from this through before after on between and to "
    "between mid- the every"
)


def read_month(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """November 5th, 2025; Nov 5–6; im November 2025; in November."""
    lexeme = t.at[i].lexeme
    found = month_at(t, i)
    if found is None or lexeme is None:
        return None
    month, stop = found
    possessive = t.at[i].low != t.at[i].word.lower()  # February's 4-1 win
    day = None if possessive else _day_behind(t, stop, loc) if loc.language == "en" or t.at[stop].word in "/-" else None
    if day is not None:
        return _month_day(t, i, loc, month, day)
    before = t.at[i - 1].lexeme
    if lexeme.extra == "lower" or (i and t.at[i - 1].spaced and before is not None and before.role is Role.MONTH):
        return None
    year, behind = year_at(t, stop)
    if year is not None:
        return Reading(Kind.DATE, iso(year, month), i, behind)
    if not _month_alone(t, i, loc):
        return None
    return Reading(Kind.DATE, iso(None, month), i, i + 1)


def _month_alone(t: Tokens, i: int, loc: Locale) -> bool:
    word, low = t.at[i].word, t.at[i].low
    if loc.language == "de":
        if not word[0].isupper() or (t.at[i + 1].word == "-" and not t.at[i].spaced and low in ("mai", "august")):
            return False
        if len(low) < 4 and low not in ("mai",):
            return False
        return not (low in ("august", "may", "jan", "april") and t.at[i + 1].word[:1].isupper() and low != "april")
    if not word[0].isupper():
        return False
    if low in ("may", "march", "mar", "dec", "sep", "jan", "jun", "oct", "nov", "feb", "apr", "aug", "sept", "jul"):
        return t.at[i - 1].low in _CONTEXT and t.at[i - 1].low != "the"
    return not (
        low in ("april", "august", "june") and t.at[i + 1].word[:1].isupper() and t.at[i - 1].low not in _CONTEXT
    )


def _day_behind(t: Tokens, j: int, loc: Locale) -> tuple[int, int] | None:
    """The day at token ``j`` behind a month name, in digits or as an ordinal word."""
    comma = t.at[j].word == ","
    if t.at[j].word in (",", "-", "/", "the") and not t.at[j - 1].breaks:
        j += 1
    token = t.at[j]
    lexeme = token.lexeme
    if token.word.isdecimal() and len(token.word) <= 2 and 0 < int(token.word) <= 31:
        stop = j + 1
        if not token.spaced and t.at[stop].low in SUFFIXES:
            return int(token.word), stop + 1
        if not token.spaced and t.at[stop].word in "%:" and t.at[stop].word:
            return None
        if t.at[stop].lexeme is not None and t.at[stop].lexeme.role in (Role.SCALE, Role.CURRENCY):  # type: ignore[union-attr]
            return None
        if token.spaced and t.at[stop].low not in ("sec", "second") and unit_at(t, stop, loc) is not None:
            return None  # "January 21 South Carolina": a first word of a currency's name is no unit yet
        return int(token.word), stop
    if lexeme is None or lexeme.value is None or (token.low in ("a", "one", "second") and lexeme.role is Role.ARTICLE):
        return None
    if lexeme.role is Role.ORDINAL and lexeme.value <= 31:
        return int(lexeme.value), j + 1
    if lexeme.role is Role.CARDINAL and 2 <= lexeme.value <= 30 and not comma:  # not "In January, three men"
        step = j + 2 if t.at[j + 1].word == "-" else j + 1
        ones = t.at[step].lexeme
        tens = lexeme.value >= 20 and ones is not None and ones.role in (Role.ORDINAL, Role.CARDINAL)
        if tens and ones is not None and ones.value is not None and ones.value < 10:
            return int(lexeme.value + ones.value), step + 1
        return int(lexeme.value), j + 1
    return None


def _month_day(t: Tokens, i: int, loc: Locale, month: int, day: tuple[int, int]) -> Reading:
    stop = day[1]
    high: int | None = None
    if t.at[stop].word in DASHES or t.at[stop].low in loc.range_words:
        word = t.at[stop + 1].word
        if word.isdecimal() and len(word) <= 2 and day[0] < int(word) <= 31:
            high, stop = int(word), stop + 2
            if t.at[stop].low in SUFFIXES and not t.at[stop - 1].spaced:
                stop += 1
    if t.at[stop].word == "-" and is_year(t.at[stop + 1].word) and not t.at[stop].spaced:
        stop += 1
    year, stop = year_at(t, stop)
    if high is not None:
        return Reading(Kind.DATE, None, i, stop, low=iso(year, month, day[0]), high=iso(year, month, high))
    return Reading(Kind.DATE, iso(year, month, day[0]), i, stop)
