"""When feasts are: fixed days, days after Easter, n-th weekdays of a month, Sundays before Advent.

Easter follows the Gregorian rule (the anonymous algorithm published by Meeus).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple

YEARS: Final = range(1583, 2200)
"""Gregorian years that feasts are computed for."""


class Feast(NamedTuple):
    """When a feast is; exactly one of its forms is filled."""

    month: int = 0
    day: int = 0
    """Day of the month; with `weekday`, which one of the month (negative: from its end)."""
    easter: int | None = None
    """Days after Easter Sunday."""
    weekday: int | None = None
    """1 Monday to 7 Sunday."""
    advent: int | None = None
    """Weeks after the first Sunday of Advent."""

    @property
    def movable(self) -> bool:
        """Whether its date is known only with the year."""
        return self.easter is not None or self.weekday is not None or self.advent is not None


def easter(year: int) -> date:
    """Easter Sunday of a Gregorian year."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def advent(year: int, number: int) -> date:
    """The n-th Sunday of Advent."""
    christmas = date(year, 12, 25)
    return christmas - timedelta(days=christmas.isoweekday(), weeks=4 - number)


def on(feast: Feast, year: int) -> date:
    """The day of a feast in a year."""
    if feast.easter is not None:
        return easter(year) + timedelta(days=feast.easter)
    if feast.advent is not None:
        return advent(year, 1) + timedelta(weeks=feast.advent)
    if feast.weekday is None:
        return date(year, feast.month, feast.day)
    if feast.day > 0:
        first = date(year, feast.month, 1)
        return first + timedelta(days=(feast.weekday - first.isoweekday()) % 7, weeks=feast.day - 1)
    last = date(year + feast.month // 12, feast.month % 12 + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.isoweekday() - feast.weekday) % 7, weeks=-feast.day - 1)
