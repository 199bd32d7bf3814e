"""Feast days as dates: Weihnachten is ``XXXX-12-25``, Ostern 2020 is ``2020-04-12``.

Movable feasts are dates only where a year stands behind them: without it there is nothing to compare. The names are in
the locales, the rules in `summarizer.figures.feasts`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.data import Kind
from summarizer.figures.feasts import YEARS, Feast, advent, on
from summarizer.figures.kinds.calendar import year_at
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens

_ADVENT: Final = wordset("advent adventssonntag")


def read(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """A feast, with the year behind it if there is one."""
    found = _feast(t, i)
    return None if found is None else _dated(t, i, found[1], found[0], loc)


def read_open(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """A movable feast without its year: open but for the month it always falls in."""
    found = _feast(t, i)
    if found is None or not found[0].movable or _is_attribute(t, found[1], loc):
        return None
    month = f"{found[0].month:02}" if found[0].weekday is not None else "XX"
    return Reading(Kind.DATE, f"XXXX-{month}-XX", i, found[1])


def _feast(t: Tokens, i: int) -> tuple[Feast, int] | None:
    lexeme = t.at[i].lexeme
    if lexeme is None or not isinstance(lexeme.extra, tuple):
        return None
    for phrase, feast in lexeme.extra:
        if all(t.at[i + 1 + k].low == word for k, word in enumerate(phrase)):
            return feast, i + 1 + len(phrase)
    return None


def _dated(t: Tokens, i: int, stop: int, feast: Feast, loc: Locale) -> Reading | None:
    j = stop
    if t.at[j].low in ("im", "in", "of", "des") and t.at[j + 1].low in ("jahr", "jahre", "jahres", "the"):
        j += 2
    year, end = year_at(t, j)
    if year is not None and int(year) in YEARS:
        return Reading(Kind.DATE, on(feast, int(year)).isoformat(), i, end)
    if feast.movable or _is_attribute(t, stop, loc):
        return None
    return Reading(Kind.DATE, f"XXXX-{feast.month:02}-{feast.day:02}", i, stop)


def _is_attribute(t: Tokens, stop: int, loc: Locale) -> bool:
    """Whether a noun follows that the feast only describes: Christmas market, Silvester-Party."""
    following = t.at[stop]
    if following.word == "-" and not t.at[stop - 1].spaced:
        return True
    return loc.language == "en" and following.word[:1].isalpha() and following.low not in loc.noun_stop


def read_advent(t: Tokens, i: int, j: int, number: Decimal) -> Reading | None:
    """1. Advent 2018: the ordinal ``number`` stands at ``i``, the word behind it at ``j``."""
    if t.at[j].low not in _ADVENT or not 1 <= number <= 4:
        return None
    year, end = year_at(t, j + 1)
    if year is None or int(year) not in YEARS:
        return None
    return Reading(Kind.DATE, advent(int(year), int(number)).isoformat(), i, end)
