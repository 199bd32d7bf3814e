"""Dates that begin with a day: 6. November 2025, 1.–3. Mai, the 15th, fourth of July, am 3. und 4.5."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.data import Kind
from summarizer.figures.kinds.calendar import (
    DOTTED,
    SUFFIXES,
    full_year,
    iso,
    month_at,
    starts_sentence,
    weekday_before,
    year_at,
)
from summarizer.figures.kinds.month_dates import DASHES
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens


def day_first(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """6. November 2025; 1.–3. Mai; 6th of November; 5 Nov. 2025."""
    day = int(t.at[i].word)
    if not 0 < day <= 31:
        return None
    j = _behind_day(t, i, loc)
    second: tuple[int, int] | None = None
    low = t.at[j].low
    if low in loc.range_words or low in DASHES or low in ("/", "und", "and", "oder", "or"):
        second = _second_day(t, j + 1, loc)
        if second is None and loc.ordinal_point and (j == i + 2 or weekday_before(t, i, loc)):
            listed = _with_dotted(t, i, j, day)
            if listed is not None:
                return listed
    if second is not None:
        return _day_range(t, i, loc, day, second, low)
    month = month_at(t, j)
    if month is None:
        return _day_month_digits(t, i, j, loc, day)
    year, stop = year_at(t, month[1])
    if (
        t.at[stop].word == "/"
        and t.at[stop + 1].word.isdecimal()
        and len(t.at[stop + 1].word) <= 2
        and t.at[i - 1].word != "/"
    ):
        other = day_first(t, stop + 1, loc)
        if other is not None and isinstance(other.value, str):
            return Reading(Kind.DATE, None, i, other.stop, low=iso(year, month[0], day), high=other.value)
    return Reading(Kind.DATE, iso(year, month[0], day), i, stop)


def _with_dotted(t: Tokens, i: int, j: int, day: int) -> Reading | None:
    """vom 3. bis 5.12.2025, am 20. und 21.11.: the month of the second day is the first's too."""
    match = DOTTED.fullmatch(t.at[j + 1].word)
    if match is None or not 0 < int(match[2]) <= 12 or not 0 < int(match[1]) <= 31:
        return None
    pointed = t.at[j + 2].word == "." and not t.at[j + 1].spaced
    year = match[3] if match[3] is None or len(match[3]) == 4 else full_year(match[3])
    if year is None and not pointed:
        return None
    month, stop = int(match[2]), j + 2
    if year is None:
        year, behind = year_at(t, j + 3)
        stop = j + 3 if year is None else behind
    if t.at[j].low in ("und", "oder"):  # two dates; the second is read by itself
        return Reading(Kind.DATE, iso(year, month, day), i, j)
    first = i - 1 if t.at[i - 1].low == "vom" else i
    return Reading(Kind.DATE, None, first, stop, low=iso(year, month, day), high=iso(year, month, int(match[1])))


def _behind_day(t: Tokens, i: int, loc: Locale) -> int:
    """The token behind a day number and its point or th, of."""
    j = i + 1
    if t.at[i].spaced:
        return j + 1 if t.at[j].low == "of" else j
    if loc.ordinal_point:
        if t.at[j].word == ".":
            return j + 1
    elif t.at[j].low in SUFFIXES:
        j += 1
        if t.at[j].low == "day":
            j += 1
        if t.at[j].low == "of":
            j += 1
    return j + 1 if t.at[j].word == "-" and month_at(t, j + 1) is not None else j


def _second_day(t: Tokens, j: int, loc: Locale) -> tuple[int, int] | None:
    word = t.at[j].word
    if not word.isdecimal() or len(word) > 2 or not 0 < int(word) <= 31:
        return None
    stop = _behind_day(t, j, loc)
    return (int(word), stop) if month_at(t, stop) is not None else None


def _day_range(t: Tokens, i: int, loc: Locale, day: int, second: tuple[int, int], word: str) -> Reading | None:
    month = month_at(t, second[1])
    if month is None:
        return None
    year, stop = year_at(t, month[1])
    if word in ("und", "and", "oder", "or"):  # two dates; the second is read by itself
        return Reading(Kind.DATE, iso(year, month[0], day), i, _behind_day(t, i, loc))
    first = i
    if t.at[i - 1].low in ("vom", "from"):
        first = i - 1
    return Reading(Kind.DATE, None, first, stop, low=iso(year, month[0], day), high=iso(year, month[0], second[0]))


def _day_month_digits(t: Tokens, i: int, j: int, loc: Locale, day: int) -> Reading | None:
    """27. 11.; "am 3." with nothing behind it."""
    if not loc.ordinal_point or j != i + 2:
        return None
    month, before = t.at[j].word, t.at[i - 1].low
    if month.isdecimal() and len(month) <= 2 and 0 < int(month) <= 12 and t.at[j + 1].word == ".":
        return Reading(Kind.DATE, iso(None, int(month), day), i, j + 2)
    word = t.at[j].word
    ordinal = t.at[j].lexeme
    if ordinal is not None and ordinal.role is Role.ORDINAL and ordinal.value is not None and ordinal.value <= 12:
        previous = t.at[i - 1].lexeme
        if previous is not None and previous.role is Role.WEEKDAY:
            year, stop = year_at(t, j + 1)
            return Reading(Kind.DATE, iso(year, int(ordinal.value), day), i, stop)
    if before == "am" and (not word or t.at[j - 1].breaks or (word[:1].isupper() and starts_sentence(word))):
        return Reading(Kind.DATE, iso(None, None, day), i, j)
    return None


def read_day_alone(t: Tokens, i: int, value: Decimal, stop: int) -> Reading | None:
    """on the 15th, Friday the 15th: an English day of the month without its month."""
    if (
        t.at[i - 1].low != "the"
        or not 0 < value <= 31
        or (t.at[stop].word[:1].isalpha() and t.at[stop].low not in _AFTER_DAY)
    ):
        return None
    if _of_a_month(t, stop):
        return Reading(Kind.DATE, iso(None, None, int(value)), i, stop)
    before = t.at[i - 2]
    weekday = before.lexeme is not None and before.lexeme.role is Role.WEEKDAY
    if not weekday and (before.low not in _BEFORE_DAY or value < 4):
        return None
    if not weekday and t.at[stop].low == "of" and t.at[stop + 1].low not in ("this", "next", "last", "each", "every"):
        return None
    return Reading(Kind.DATE, iso(None, None, int(value)), i, stop)


def _of_a_month(t: Tokens, j: int) -> bool:
    """of next month, last month: behind a day."""
    j += t.at[j].low == "of"
    return t.at[j].low in ("this", "next", "last", "each", "every") and t.at[j + 1].low == "month"


_BEFORE_DAY: Final = wordset("on until till since by")
_AFTER_DAY: Final = wordset("of at in this next last and or to for with when after before as he she it they we from")


def read_ordinal_day(t: Tokens, i: int, value: Decimal, stop: int) -> Reading | None:
    """ersten Januar 2018; second of August; fourth of July."""
    if not 0 < value <= 31:
        return None
    j = stop + 1 if t.at[stop].low in ("of", "day") else stop
    j = j + 1 if t.at[j].low == "of" else j
    found = month_at(t, j) or _numbered_month(t, i, stop)
    if found is None:
        return None
    year, end = year_at(t, found[1])
    return Reading(Kind.DATE, iso(year, found[0], int(value)), i, end)


def _numbered_month(t: Tokens, i: int, j: int) -> tuple[int, int] | None:
    """den siebten vierten, siebter 4.: the month as an ordinal too, behind am, den or a weekday."""
    before = t.at[i - 1]
    weekday = before.lexeme is not None and before.lexeme.role is Role.WEEKDAY
    if not (weekday or before.low in ("am", "den")):
        return None
    slash = t.at[j].word == "/"
    j += slash
    lexeme = t.at[j].lexeme
    if lexeme is None or lexeme.value is None or not 1 <= lexeme.value <= 12:
        return None
    if lexeme.role is Role.ORDINAL and lexeme.extra != "decade" and not t.at[j + 1].word[:1].isupper():
        return int(lexeme.value), j + 1
    if lexeme.role is Role.DIGITS and t.at[j + 1].word == "." and not t.at[j].spaced:
        return int(lexeme.value), j + 2
    return None
