"""Weekdays that a text places: last Wednesday, am kommenden Freitag, the first Friday of July, two Mondays ago.

Part of `find_dated` alone, as all days counted from another. They are calendar days like those of `relative`: the day
itself where the day of writing (or the month and year) tells it, open (``XXXX-XX-XX``) where not; `Figure.unit` keeps
the weekday (``XXXX-WXX-5``). "Next Friday" and "letzten Freitag" mean the nearest to some writers and that of the
neighbouring week to others: they are a day only where both are the same.

To add a language: its words in `_WEEK`, `_NEAREST`, `_EITHER`, `_THIS`.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Final, NamedTuple

from summarizer.data import Kind
from summarizer.figures.feasts import YEARS, Feast, on
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens

OPEN: Final = "XXXX-XX-XX"
_NEAREST: Final = {
    **dict.fromkeys(wordset("coming upcoming kommenden kommender kommende"), 1),
    **dict.fromkeys(wordset("past vergangenen vergangener vergangene"), -1),
}
_EITHER: Final = {
    **dict.fromkeys(wordset("next nächsten nächster nächste"), 1),
    **dict.fromkeys(wordset("last previous letzten letzter letzte vorigen voriger"), -1),
}
_THIS: Final = wordset("this diesen dieser diesem")
_WEEK: Final = wordset("week woche")
_MONTH: Final = wordset("month monat monats")
_OF: Final = wordset("of in im des")
_IN_A_ROW: Final = wordset("row running succession hintereinander nacheinander folge straight")
_RECURRING: Final = wordset("every each jeden jeder jedem alle")
_WEEKDAYS: Final = 7
_MOST_IN_MONTH: Final = 5


class _Weekday(NamedTuple):
    """A weekday that the text places."""

    number: int
    """1 Monday to 7 Sunday."""
    first: int
    stop: int

    def reading(self, day: date | None, month: str | None = None) -> Reading:
        value = day.isoformat() if day is not None else OPEN if month is None else f"{month}-XX"
        return Reading(Kind.DATE, value, self.first, self.stop, unit=f"XXXX-WXX-{self.number}")


def placed(t: Tokens, readings: list[Reading], loc: Locale, written: date | None) -> list[Reading]:
    """The placed weekdays of a text; a reading that one of them overlaps says less."""
    found = []
    before: Reading | None = None
    for index, reading in enumerate(readings):
        weekday = _number(reading)
        if weekday is not None and _free(t, reading):
            following = readings[index + 1] if index + 1 < len(readings) else None
            one = _Weekday(weekday, reading.first, reading.stop)
            place = _nth(t, one, before, following, written) or _near(t, one, written)
            found += [] if place is None else [place]
        elif reading.kind in (Kind.COUNT, Kind.NUMBER):
            counted = _several(t, reading, loc, written)
            found += [] if counted is None else [counted]
        before = reading
    return found


def _number(reading: Reading) -> int | None:
    value = reading.value
    named = reading.kind is Kind.DATE and isinstance(value, str) and value.startswith("XXXX-WXX-")
    return int(value[-1]) if named and isinstance(value, str) else None


def _free(t: Tokens, reading: Reading) -> bool:
    """Whether no date stands behind the weekday that says more: Friday (6 June), Freitag, 6. Juni."""
    behind = t.at[reading.stop]
    return not (behind.word in (",", "(", "-") and t.at[reading.stop + 1].lexeme is not None) and not (
        behind.lexeme is not None and behind.lexeme.role in (Role.DIGITS, Role.MONTH)
    )


def _near(t: Tokens, one: _Weekday, written: date | None) -> Reading | None:
    """last Wednesday, this coming Friday, am kommenden Montag, Sunday of next week, next week on Friday."""
    if not one.first:
        return _of_week(t, one, written)
    word = t.at[one.first - 1].low
    first = one.first - 1 - (t.at[one.first - 2].low in _THIS and word not in _THIS and one.first > 1)
    if word in _NEAREST:
        day = None if written is None else _nearest(written, one.number, _NEAREST[word])
        return one._replace(first=first).reading(day)
    if word in _EITHER:
        return one._replace(first=first).reading(_agreed(written, one.number, _EITHER[word]))
    if word in _THIS:
        return one._replace(first=first).reading(_in_week(written, one.number, 0))
    return _of_week(t, one, written)


def _of_week(t: Tokens, one: _Weekday, written: date | None) -> Reading | None:
    """next week on Friday, this week Friday; Sunday of next week, Sonntag nächster Woche."""
    j = one.first - 1 - (t.at[one.first - 1].low in ("on", "am"))
    if j > 0 and t.at[j].low in _WEEK:
        weeks = _weeks(t.at[j - 1].low)
        return None if weeks is None else one._replace(first=j - 1).reading(_in_week(written, one.number, weeks))
    k = one.stop + (t.at[one.stop].low in ("of", "in", "der"))
    if t.at[k + 1].low in _WEEK:
        weeks = _weeks(t.at[k].low)
        return None if weeks is None else one._replace(stop=k + 2).reading(_in_week(written, one.number, weeks))
    return None


def _weeks(word: str) -> int | None:
    return 0 if word in _THIS else _EITHER.get(word, _NEAREST.get(word))


def _nearest(written: date, weekday: int, way: int) -> date:
    return written + timedelta(days=way * ((way * (weekday - written.isoweekday()) - 1) % _WEEKDAYS + 1))


def _in_week(written: date | None, weekday: int, weeks: int) -> date | None:
    if written is None:
        return None
    return written + timedelta(days=weekday - written.isoweekday(), weeks=weeks)


def _agreed(written: date | None, weekday: int, way: int) -> date | None:
    """The day, if the nearest and that of the neighbouring week are the same."""
    if written is None:
        return None
    day = _nearest(written, weekday, way)
    return day if day == _in_week(written, weekday, way) else None


def _nth(
    t: Tokens, one: _Weekday, ordinal: Reading | None, month: Reading | None, written: date | None
) -> Reading | None:
    """the first Friday of July, am zweiten Sonntag im Mai 2026, the second Monday of next month."""
    nth = _ordinal(t, one, ordinal)
    if nth is None or not one.first:
        return None
    first = one.first - 1
    whole = _Weekday(one.number, first, one.stop)
    if t.at[one.stop].low in _OF and month is not None and month.first == one.stop + 1:
        value = month.value
        if month.kind is Kind.DATE and isinstance(value, str) and len(value) == len("XXXX-MM"):
            whole = whole._replace(stop=month.stop)
            return whole.reading(_nth_day(value, nth, one.number), value)
    j = one.stop + 1 if t.at[one.stop].low in _OF else one.stop
    if t.at[j + 1].low in _MONTH and _weeks(t.at[j].low) is not None:
        return whole._replace(stop=j + 2).reading(_nth_day(_month(written, _weeks(t.at[j].low) or 0), nth, one.number))
    if nth < 0 or any(t.at[k].low in _IN_A_ROW for k in range(one.stop, min(one.stop + 3, len(t.at) - 1))):
        return None
    recurs = t.at[first - 1].low in _RECURRING
    return None if recurs or t.at[one.stop].low in _OF else whole.reading(None)


def _ordinal(t: Tokens, one: _Weekday, ordinal: Reading | None) -> int | None:
    """Which of the month's weekdays is meant; -1 for the last."""
    if t.at[one.first - 1].low in ("last", "letzten", "letzter"):
        return -1
    if ordinal is None or ordinal.stop != one.first or ordinal.kind is not Kind.ORDINAL or ordinal.low is not None:
        return None
    value = ordinal.value
    if not isinstance(value, Decimal) or value not in range(1, _MOST_IN_MONTH + 1) or ordinal.first != one.first - 1:
        return None
    return int(value)


def _month(written: date | None, months: int) -> str:
    if written is None:
        return OPEN
    count = written.year * 12 + written.month - 1 + months
    return f"{count // 12:04}-{count % 12 + 1:02}"


def _nth_day(month: str, nth: int, weekday: int) -> date | None:
    year, _, number = month.partition("-")
    if not (year.isdecimal() and number.isdecimal()) or int(year) not in YEARS:
        return None
    day = on(Feast(int(number), nth, weekday=weekday), int(year))
    return day if day.month == int(number) else None


def _several(t: Tokens, reading: Reading, loc: Locale, written: date | None) -> Reading | None:
    """two Mondays ago, two Sundays from now, three Fridays later."""
    token, value = t.at[reading.stop], reading.value
    if token.lexeme is None or token.lexeme.role is not Role.WEEKDAY or not isinstance(value, Decimal):
        return None
    j, count = reading.stop + 1, int(value) if value == int(value) and value < 100 else 0
    ago, hence = t.at[j].low in loc.words["ago"], t.at[j].low == "from" and t.at[j + 1].low == "now"
    if not count or not (ago or hence or t.at[j].low == "later"):
        return None
    number = int(token.lexeme.value or 0)
    day = None
    if written is not None and (ago or hence):
        way = -1 if ago else 1
        day = _nearest(written, number, way) + timedelta(weeks=way * (count - 1))
    return _Weekday(number, reading.first, j + 1 + hence).reading(day)
