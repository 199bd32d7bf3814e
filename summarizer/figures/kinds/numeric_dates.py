"""Dates in digits alone: 24.12.2025, 24.12., 05/05/89, 2025-12-24; and where digits hand over to a month's name.

The order of day and month follows the language, unless only the other one is possible; with points it is day first in
English text too.
"""

from __future__ import annotations

import re
from typing import Final

from summarizer.data import Kind
from summarizer.figures.kinds.calendar import DOTTED, full_year, is_year, iso, month_at, weekday_before, year_at
from summarizer.figures.kinds.day_dates import day_first
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens

_REVERSED: Final = re.compile(r"(\d{4})\.(\d{1,2})\.(\d{1,2})")
_ATTACK: Final = (9, 11)
"""9/11 is a name as much as a date; no other day and month are read without context."""
_DAY_BEFORE: Final = wordset("am vom zum den der dem ab bis seit on")


def read_digits(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """A date that begins with digits."""
    token = t.at[i]
    word = token.word
    if not word.isdecimal():
        return _dotted(t, i, loc) if "." in word else None
    if len(word) <= 2:
        return day_first(t, i, loc) or _slashed(t, i, loc)
    if len(word) == 4 and not token.spaced:
        return _year_first(t, i)
    return _compact(t, i) if len(word) == 8 else None


def _dotted(t: Tokens, i: int, loc: Locale) -> Reading | None:
    word = t.at[i].word
    match = _REVERSED.fullmatch(word)
    if match is not None and 0 < int(match[2]) <= 12 and 0 < int(match[3]) <= 31:
        return Reading(Kind.DATE, iso(match[1], int(match[2]), int(match[3])), i, i + 1)
    match = DOTTED.fullmatch(word)
    if match is None:
        return None
    day, month, year = int(match[1]), int(match[2]), match[3]
    if year is not None:  # with points it is day first in English text too
        if month > 12:
            day, month = month, day
        if not (0 < day <= 31 and 0 < month <= 12):
            return None
        return Reading(Kind.DATE, iso(full_year(year) if len(year) == 2 else year, month, day), i, i + 1)
    return _dotted_without_year(t, i, loc, day, month)


def _dotted_without_year(t: Tokens, i: int, loc: Locale, first: int, other: int) -> Reading | None:
    """24.12. with its point; 24.12 only where nothing speaks for a decimal number."""
    before, after = t.at[i - 1], t.at[i + 1]
    order = _order(first, other, loc)
    if order is None or t.glued(i) or (not t.at[i].spaced and after.word[:1].isalpha()):
        return None
    weekday = weekday_before(t, i, loc)
    if after.word == "." and not t.at[i].spaced:
        year, stop = year_at(t, i + 2)
        if year is not None:
            return Reading(Kind.DATE, iso(year, order[1], order[0]), i, stop)
        if loc.ordinal_point and _closes_date(t, i, weekday):
            return Reading(Kind.DATE, iso(None, other, first), i, i + 2) if other <= 12 else None
        if not weekday and not (loc.twelve_hours and t.at[i + 1].spaced and t.at[i + 2].word[:1].islower()):
            return None  # but "6.6. late": the sentence goes on behind the second point
        return Reading(Kind.DATE, iso(None, other, first), i, i + 2) if 0 < other <= 12 and first else None
    dated = weekday or before.low in ("am", "on", "heute", "today", "vom", "morgen") or (i == 0 and loc.ordinal_point)
    if not dated or after.low in loc.phrases or after.word in loc.symbols or (after.word[:1].isupper() and i > 0):
        return None
    if after.lexeme is not None and after.lexeme.role in (Role.SCALE, Role.CURRENCY, Role.DIGITS):
        return None
    if not t.at[i].spaced and after.word in ("-", "^", "%", "x"):
        return None
    return Reading(Kind.DATE, iso(None, order[1], order[0]), i, i + 1)


def _closes_date(t: Tokens, i: int, weekday: bool) -> bool:
    """Whether the point behind 24.12 is the date's own and not only the sentence's."""
    following = t.at[i + 2].word
    if weekday or i == 0 or t.at[i - 1].low in _DAY_BEFORE or following[:1] in (",", ";", ")", "-", "–"):
        return True
    return bool(following) and not following[0].isupper()


def _slashed(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """05/05/89, 24/12/2025, 11-05-2025; 22/04 where it can only be a day."""
    mark = t.at[i + 1].word
    if mark not in "/-" or t.at[i].spaced or t.at[i + 1].spaced or not mark:
        return None
    middle, second, last = t.at[i + 2], t.at[i + 3], t.at[i + 4]
    if not middle.word.isdecimal() or len(middle.word) > 2:
        return None
    first, other = int(t.at[i].word), int(middle.word)
    if second.word == mark and last.word.isdecimal() and len(last.word) in (2, 4) and not middle.spaced:
        order = _order(first, other, loc)
        if order is None or (t.glued(i) and t.at[i - 1].word in "/-"):
            return None
        year = last.word if len(last.word) == 4 else full_year(last.word)
        return Reading(Kind.DATE, iso(year, order[1], order[0]), i, i + 5)
    if mark == "-" and (not weekday_before(t, i, loc) or t.at[i + 3].word[:1].isalpha()):
        return None  # Tuesday's 20-3 win
    return _slashed_short(t, i, loc, first, other)


def _slashed_short(t: Tokens, i: int, loc: Locale, first: int, other: int) -> Reading | None:
    order = _order(first, other, loc)
    if order is None:
        return None
    year, stop = year_at(t, i + 3)
    context = weekday_before(t, i, loc) or t.at[i - 1].low in ("am", "on", "vom", "next", "this") or year is not None
    if context or (max(order) > 20 and max(order) not in (24, 25) and order[1] <= 12 and not t.at[i - 1].spaced):
        return Reading(Kind.DATE, iso(year, order[1], order[0]), i, stop if year else i + 3)
    if _is_american(t, i, loc, order):
        return Reading(Kind.DATE, iso(None, order[1], order[0]), i, i + 3)
    if order[0] in (29, 30) or (loc.language == "en" and (first, other) == _ATTACK):
        return Reading(Kind.DATE, iso(None, order[1], order[0]), i, i + 3)
    return None


def _is_american(t: Tokens, i: int, loc: Locale, order: tuple[int, int]) -> bool:
    """4/22 in running English text: month and day; but an issue 4/22 and 3/32 of an inch are none."""
    if loc.day_first or order[0] <= _LARGEST_PART or order[0] == _SCORE_AND_FOUR or t.at[i - 1].low in _ISSUES:
        return False
    behind = t.at[i + 3]
    return t.at[i - 1].word.islower() and (not behind.word[:1].isalpha() or behind.low in _BEHIND_DAY)


_LARGEST_PART: Final = 20
_SCORE_AND_FOUR: Final = 24
_ISSUES: Final = wordset("issue number no nos page volume part season year edition route line of by")
_BEHIND_DAY: Final = wordset("at in for with when and or to from through until")


def _order(first: int, other: int, loc: Locale) -> tuple[int, int] | None:
    """(day, month) of two numbers, in the language's order if that is possible."""
    day, month = (first, other) if loc.day_first else (other, first)
    if month > 12:
        day, month = month, day
    return (day, month) if 0 < month <= 12 and 0 < day <= 31 else None


def _year_first(t: Tokens, i: int) -> Reading | None:
    """2025-12-24, 2025/12/24, 2020/Sep/23, 2020-Sep-23."""
    mark = t.at[i + 1].word
    if mark not in ("-", "/") or t.at[i + 1].spaced or not is_year(t.at[i].word) or t.at[i + 3].word != mark:
        return None
    month, day = t.at[i + 2], t.at[i + 4].word
    if day in ("sep", "Sep") or month_at(t, i + 4) is not None:
        named = month_at(t, i + 4)
        if named is not None and month.word.isdecimal() and len(month.word) <= 2:
            return Reading(Kind.DATE, iso(t.at[i].word, named[0], int(month.word)), i, i + 5)
    if not day.isdecimal() or len(day) > 2 or not 0 < int(day) <= 31:
        return None
    named = month_at(t, i + 2)
    number = (
        named[0] if named is not None else int(month.word) if month.word.isdecimal() and len(month.word) <= 2 else 0
    )
    if not 0 < number <= 12:
        return None
    if t.glued(i) and t.at[i - 1].word == "-" and t.at[i - 2].word.isdecimal():
        return None
    return Reading(Kind.DATE, iso(t.at[i].word, number, int(day)), i, i + 5)


def _compact(t: Tokens, i: int) -> Reading | None:
    """20250701 between hyphens."""
    word = t.at[i].word
    if t.at[i - 1].word != "-" or t.at[i + 1].word != "-" or not is_year(word[:4]):
        return None
    month, day = int(word[4:6]), int(word[6:])
    if 0 < month <= 12 and 0 < day <= 31:
        return Reading(Kind.DATE, iso(word[:4], month, day), i, i + 1)
    return None
