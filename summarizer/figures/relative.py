"""Days named from the day a text was written, or from another day: gestern, vor drei Tagen, 2 weeks before Easter.

Not part of `find`, because two texts about one thing name such days in ways that can't be compared ("heute" and "on
Friday"); who reads a single text wants them. They are dates whose open parts are X (``XXXX-XX-XX``), and `Figure.unit`
is the distance as ISO 8601 writes it (``-P1D``, ``P2W``). If the day of writing is known, they are that day
(``2025-11-05``), as exact as the words: "two months ago" is a month, "vor drei Jahren" a year. "In two weeks" is a day
only where the sentence speaks of the future: "the second fire in two weeks" is a length of time.

To add a language: `Locale.days`, and the word sets ``ago``, ``ago_before``, ``behind_day``, ``before_day``, ``future``.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from summarizer.data import Figure, Kind
from summarizer.figures import named_weekdays, search
from summarizer.figures.indefinite import with_indefinite
from summarizer.figures.kinds import holidays
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.locales import locale
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens

_LETTERS: Final = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_OPEN: Final = "XXXX-XX-XX"
_PRECISION: Final = {"D": 10, "W": 10, "M": 7, "Y": 4}
"""How many characters of an ISO date are as exact as the words."""
_FUTURE: Final = 12
"""How many tokens before "in two weeks" the word may stand that speaks of the future."""
_ANY_YEAR: Final = 2001
"""Stands for an open year where days are counted: no leap year."""
_STEPS: Final = wordset("the dem den zum zur")


def find(text: str, language: str, written: date | None = None, *, indefinite: bool = False) -> tuple[Figure, ...]:
    """What `summarizer.figures.find` gives, and such days as dates; ``written`` is the day the text was written."""
    loc = locale(language)
    t = Tokens(text, loc.vocabulary)
    readings = _with_days(t, search.readings(t, loc), loc, written)
    return search.figures(t, with_indefinite(t, readings, loc) if indefinite else readings, loc)


def _with_days(t: Tokens, readings: list[Reading], loc: Locale, written: date | None) -> list[Reading]:
    starts = {reading.first: reading for reading in readings}
    weekdays = named_weekdays.placed(t, readings, loc, written)
    for day in weekdays:
        for first in range(day.first, day.stop):
            starts.pop(first, None)
    days = {day.first: day for day in [*_unnumbered(t, loc, written), *_named_days(t, starts, loc, written), *weekdays]}
    kept: list[Reading] = []
    floor = 0
    for first in sorted(starts.keys() | days.keys()):
        reading = starts.get(first) or days[first]
        if reading.kind is Kind.DURATION and reading.first >= floor:
            reading = _counted(t, reading, starts, days, loc, written) or reading
        if reading.first >= floor:
            kept.append(reading)
            floor = reading.stop
    return kept


def _named_days(t: Tokens, starts: dict[int, Reading], loc: Locale, written: date | None) -> list[Reading]:
    """yesterday, übermorgen, the day before yesterday; feasts without their year."""
    found = []
    taken = {j for reading in starts.values() for j in range(reading.first, reading.stop)}
    for i, token in enumerate(t.at):
        rows = loc.day_phrases.get(token.low)
        if rows is not None and i not in taken:
            for rest, offset in rows:
                stop = i + 1 + len(rest)
                if all(t.at[i + 1 + k].low == word for k, word in enumerate(rest)) and _is_day(t, i, loc):
                    found.append(_from_writing(i, stop, offset, "D", written))
                    break
        elif token.lexeme is not None and token.lexeme.role is Role.HOLIDAY and i not in taken:
            feast = holidays.read_open(t, i, loc)
            found += [] if feast is None else [feast]
    return found


def _is_day(t: Tokens, i: int, loc: Locale) -> bool:
    """Whether "Morgen" is tomorrow: in German the noun is a part of the day, or land."""
    capital = loc.nouns_capitalised and t.at[i].word[0].isupper()
    return not capital or i == 0 or t.at[i - 1].word in (".", "!", "?", ":", "„")


def _from_writing(first: int, stop: int, count: int, letter: str, written: date | None) -> Reading:
    distance = f"{'-' if count < 0 else ''}P{abs(count)}{letter}"
    value = _OPEN[: _PRECISION[letter]]
    if written is not None:
        value = _shifted(written, count, letter).isoformat()[: _PRECISION[letter]]
    return Reading(Kind.DATE, value, first, stop, unit=distance)


def _shifted(day: date, count: int, letter: str) -> date:
    """The day so many days, weeks, months or years later, kept within the calendar."""
    try:
        if letter in "DW":
            return day + timedelta(days=count * (7 if letter == "W" else 1))
        months = day.year * 12 + day.month - 1 + count * (12 if letter == "Y" else 1)
        return date(months // 12, months % 12 + 1, 1)
    except (OverflowError, ValueError):
        return date.max if count > 0 else date.min


def _unnumbered(t: Tokens, loc: Locale, written: date | None) -> list[Reading]:
    """Lengths without a number: a month ago, vor einem Jahr, a few weeks ago, will … in einer Woche.

    A few and several leave the day open to the unit: "vor einigen Jahren" is ``XXXX``.
    """
    found = []
    for j in range(1, len(t.at) - 1):
        unit = loc.units.get(t.at[j].low)
        letter = None if unit is None or unit.kind is not Kind.DURATION else _LETTERS.get(unit.code or "")
        if letter is None or unit is None or unit.factor != 1:
            continue
        lead = t.at[j - 1]
        one = lead.lexeme is not None and lead.lexeme.role is Role.ARTICLE
        if not (one or lead.low in loc.words["some"]):
            continue
        first = j - 2 if not one and t.at[j - 2].low in ("a", "ein") and j > 1 else j - 1
        place = _place(t, first, j + 1, loc)
        if place is not None:
            way, first, stop = place
            day = _from_writing(first, stop, way, letter, written)
            if not one:
                day.value, day.unit = _OPEN[: _PRECISION[letter]], None
            found.append(day)
    return found


def _place(t: Tokens, first: int, stop: int, loc: Locale) -> tuple[int, int, int] | None:
    """Which way a length between those tokens is counted from the day of writing, and the tokens of the whole."""
    before, behind = t.at[first - 1], t.at[stop]
    if behind.low in loc.words["ago"]:
        return -1, first, stop + 1
    if first and before.low in loc.words["ago_before"]:
        return -1, first - 1, stop
    if first and before.low == "in" and (behind.low == "time" or _future(t, first, loc)):
        return 1, first - 1, stop + (behind.low == "time")
    return None


def _counted(
    t: Tokens, length: Reading, starts: dict[int, Reading], days: dict[int, Reading], loc: Locale, written: date | None
) -> Reading | None:
    """A length of time that is counted from a day: two weeks ago, vor drei Jahren, 3 days after January 12."""
    letter, value = _LETTERS.get(length.unit or ""), length.value
    if letter is None or not isinstance(value, Decimal) or abs(value) > 10**4:
        return None
    if value != int(value):  # a month and three days ago: no whole number of days
        place = _place(t, length.first, length.stop, loc) if letter == "D" else None
        return None if place is None else Reading(Kind.DATE, _OPEN, place[1], place[2])
    count, first, stop = int(value), length.first, length.stop
    behind = t.at[stop]
    later = behind.low in loc.words["behind_day"]
    if later or behind.low in loc.words["before_day"]:
        j = stop + 2 if t.at[stop + 1].low in _STEPS else stop + 1
        anchor = starts.get(j) or days.get(j)
        if anchor is not None and anchor.kind is Kind.DATE and letter in "DW":
            return _from_day(first, anchor, (count if later else -count) * (7 if letter == "W" else 1), written)
        if behind.low == "from" and t.at[stop + 1].low == "now":
            return _from_writing(first, stop + 2, count, letter, written)
    place = _place(t, first - (t.at[first - 1].low in ("a", "an")), stop, loc)
    return None if place is None else _from_writing(place[1], place[2], place[0] * count, letter, written)


def _future(t: Tokens, first: int, loc: Locale) -> bool:
    for j in range(first - 1, max(-1, first - _FUTURE), -1):
        if t.at[j].word in (".", "?", "!") or t.at[j].breaks:
            return False
        if t.at[j].low in loc.words["future"] or t.at[j].low.endswith(("'ll", "’ll")):
            return True
    return False


def _from_day(first: int, anchor: Reading, days: int, written: date | None) -> Reading | None:
    """So many days from a day that the text names: with an open year where the day has one."""
    value = anchor.value
    if not isinstance(value, str):
        return None
    if anchor.unit is not None and anchor.unit.endswith("D"):
        return _from_writing(first, anchor.stop, int(anchor.unit.replace("P", "")[:-1]) + days, "D", written)
    year, _, rest = value.partition("-")
    if "X" in rest or len(rest) != 5:
        return Reading(Kind.DATE, _OPEN, first, anchor.stop)
    open_year = "X" in year
    try:
        day = date.fromisoformat(f"{_ANY_YEAR if open_year else year}-{rest}") + timedelta(days=days)
    except (OverflowError, ValueError):
        return None
    return Reading(Kind.DATE, f"XXXX-{day:%m-%d}" if open_year else day.isoformat(), first, anchor.stop)
