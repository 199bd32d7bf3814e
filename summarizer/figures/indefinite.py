"""Determiners that name no number: mehrere Abkommen, ein paar Tage, several weeks, a few thousand-euro notes.

Read on demand only (``find(..., indefinite=True)``), as vague quantities of the order of ones: 2 to 9. Why not always:
a translation may drop or exchange them ("mehrere Vereinbarungen" – "agreements"), so that a check of them would raise
alarms over nothing; who lists what a text leaves vague wants them. Words without a magnitude (viele, many) are none.

A further word is one of the locale's sets ``indefinite`` (it stands alone) or ``few`` (behind an article: ein paar).
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.data import Kind
from summarizer.figures.counted import counted
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens
from summarizer.figures.units import unit_at

_LOW, _HIGH = Decimal(2), Decimal(9)
_ARTICLES: Final = wordset("a ein")
_UNCOUNTED: Final = wordset("zeit mühe aufregung skepsis unruhe einsicht erfahrung")
"""Nouns of no number behind einige: some time, some trouble."""


def with_indefinite(t: Tokens, readings: list[Reading], loc: Locale) -> list[Reading]:
    """The readings, and the determiners between them."""
    taken = {j for reading in readings for j in range(reading.first, reading.stop)}
    found = [
        reading
        for i in range(len(t.at))
        if t.at[i].low in _words(loc)
        and (reading := _read(t, i, loc)) is not None
        and taken.isdisjoint(range(reading.first, reading.stop))
    ]
    return sorted([*readings, *found], key=lambda reading: reading.first) if found else readings


def _words(loc: Locale) -> frozenset[str]:
    return loc.words["indefinite"] | loc.words["few"]


def _read(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """The determiner at token ``i``, if something is counted behind it."""
    first, stop = i, i + 1
    if t.at[i].low in loc.words["few"]:
        if not i or t.at[i - 1].low not in _ARTICLES:
            return None
        first = i - 1
    if t.at[stop].low == "of" and loc.language == "en":
        stop += 1
    unit = unit_at(t, stop, loc)
    if unit is not None:
        low, high = _LOW * unit[0].factor, _HIGH * unit[0].factor
        return Reading(Kind.VAGUE, None, first, unit[1], unit=unit[0].code, low=low, high=high)
    if not counted(t, stop, loc).seen or t.at[stop].low in _UNCOUNTED:
        return None
    return Reading(Kind.VAGUE, None, first, i + 1, low=_LOW, high=_HIGH)
