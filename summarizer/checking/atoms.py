"""Takes figures apart into what can be compared one with one: a date into its parts, a range into its ends.

A translator writes "5. und 6. November 2025" where the original has "November 5 and 6, 2025", or "2014 bis 2016"
as two years. Compared whole, such figures differ; compared part by part they don't, and when a part does differ
the finding can name it. So every comparison of this room is between atoms; a figure is as good as its worst atom.

To add a kind of figure: one line in `_SLOTS`, and a branch in `_parts` if it is made of several parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from enum import IntEnum
from typing import NamedTuple

from summarizer.checking.late import late
from summarizer.checking.noun import Noun
from summarizer.data import Figure, Kind, Qualifier


class Slot(IntEnum):
    """What an atom can be compared with: the place in a sentence that it fills."""

    NUMBER = 1
    COUNT = 2
    MONEY = 3
    SHARE = 4
    """Per cent and per mille."""
    POINTS = 5
    """Percentage points and basis points."""
    DURATION = 6
    AGE = 7
    MEASURE = 8
    ORDINAL = 9
    FRACTION = 10
    RATIO = 11
    MULTIPLE = 12
    VAGUE = 13
    DAY = 14
    MONTH = 15
    YEAR = 16
    WEEKDAY = 17
    TIME = 18
    DECADE = 19
    CENTURY = 20
    QUARTER = 21
    HALF = 22
    WEEK = 23
    DESIGNATION = 24


class Weight(IntEnum):
    """How much it says that a translation has or lacks a figure."""

    FAINT = 0
    """Translators add and drop it at will: both, first, once, a weekday, hundreds."""
    SLIGHT = 1
    """They sometimes do: two, half, second, a month."""
    SPELLED = 2
    """They rarely do: a small number in words, which may also be part of a name or a phrase."""
    FIRM = 3


class Atom(NamedTuple):
    """The smallest part of a figure that can be right or wrong by itself."""

    slot: Slot
    value: Decimal | str | None
    """A number, or text for clock times, scores and designations; None for a vague quantity."""
    unit: str | None
    figure: int
    """Index of the figure it is part of."""
    position: int
    """Code point where the figure starts."""
    qualifier: Qualifier
    noun: Noun | None
    weight: Weight
    """How surely a careful translator carries it over."""
    low: Decimal | None = None
    high: Decimal | None = None


_SLOTS: dict[Kind, Slot] = {
    Kind.NUMBER: Slot.NUMBER,
    Kind.COUNT: Slot.COUNT,
    Kind.MONEY: Slot.MONEY,
    Kind.PERCENT: Slot.SHARE,
    Kind.PERMILLE: Slot.SHARE,
    Kind.PERCENTAGE_POINT: Slot.POINTS,
    Kind.BASIS_POINT: Slot.POINTS,
    Kind.YEAR: Slot.YEAR,
    Kind.YEAR_RANGE: Slot.YEAR,
    Kind.DECADE: Slot.DECADE,
    Kind.CENTURY: Slot.CENTURY,
    Kind.QUARTER: Slot.QUARTER,
    Kind.HALF_YEAR: Slot.HALF,
    Kind.WEEK: Slot.WEEK,
    Kind.TIME: Slot.TIME,
    Kind.DURATION: Slot.DURATION,
    Kind.AGE: Slot.AGE,
    Kind.ORDINAL: Slot.ORDINAL,
    Kind.FRACTION: Slot.FRACTION,
    Kind.RATIO: Slot.RATIO,
    Kind.MULTIPLE: Slot.MULTIPLE,
    Kind.VAGUE: Slot.VAGUE,
    Kind.DESIGNATION: Slot.DESIGNATION,
    **dict.fromkeys(
        (
            Kind.LENGTH,
            Kind.AREA,
            Kind.VOLUME,
            Kind.MASS,
            Kind.SPEED,
            Kind.TEMPERATURE,
            Kind.ENERGY,
            Kind.POWER,
            Kind.DATA,
            Kind.MEASURE,
        ),
        Slot.MEASURE,
    ),
}
_PERCENT_UNITS: dict[Kind, str] = {
    Kind.PERCENT: "%",
    Kind.PERMILLE: "‰",
    Kind.PERCENTAGE_POINT: "pp",
    Kind.BASIS_POINT: "bp",
}

_ISO_DATE = late(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d|XX))?")
_ISO_WEEKDAY = late(r"(?:\d{4}|XXXX)-WXX-(?P<weekday>[1-7])")
_ISO_PART = late(r"(?P<year>\d{4}|XXXX)-[QHW](?P<part>\d+)")
_COUNTING = frozenset({Kind.COUNT, Kind.NUMBER, Kind.VAGUE, Kind.ORDINAL, Kind.MULTIPLE})
_DIGIT = late(r"\d")
_TWO, _SMALL = Decimal(2), Decimal(12)
_COUNTED = frozenset({Slot.NUMBER, Slot.COUNT, Slot.DURATION, Slot.AGE})
_WORDLESS = frozenset({Slot.MONEY, Slot.SHARE, Slot.POINTS, Slot.MEASURE, Slot.TIME, Slot.DAY, Slot.YEAR})


def explode(figures: Sequence[Figure], text: str = "", language: str = "de") -> list[Atom]:
    """The atoms of all figures, in reading order; ``text`` is what they were read from, to find what they count."""
    atoms: list[Atom] = []
    shares = any(figure.kind is Kind.PERCENT for figure in figures)
    for index, found in enumerate(figures):
        figure = _in_points(found) if shares else found
        if language == "de" and figure.kind is Kind.COUNT and figure.noun:
            figure = _measured(figure)
        noun = Noun(figure, text, language) if figure.kind in _COUNTING else None
        atoms.extend(_parts(index, figure, noun))
    return atoms


_POINTS = frozenset({"Punkt", "Punkte", "Punkten", "Zähler", "point", "points"})
"""Where shares are spoken of, points are percentage points: "31.4 percent, down 5.2 points"."""


def _in_points(figure: Figure) -> Figure:
    """The same figure, in percentage points where it counts points."""
    if figure.kind is not Kind.COUNT or figure.noun not in _POINTS:
        return figure
    return replace(figure, kind=Kind.PERCENTAGE_POINT, noun=None)


_TAILS: tuple[tuple[re.Pattern[str], Kind, str], ...] = (
    (late(r"\w{3,}kilometern?"), Kind.LENGTH, "km"),
    (late(r"\w{3,}metern?"), Kind.LENGTH, "m"),
    (late(r"\w{3,}stunden?"), Kind.DURATION, "hour"),
    (late(r"\w{3,}tagen?"), Kind.DURATION, "day"),
    (late(r"\w{3,}wochen?"), Kind.DURATION, "week"),
    (late(r"\w{3,}monaten?"), Kind.DURATION, "month"),
)


def _measured(figure: Figure) -> Figure:
    """The same figure, as a measure where its noun is one with a first part: 900 Höhenmeter, 41 Verhandlungstage."""
    for tail, kind, unit in _TAILS:
        if tail.fullmatch(figure.noun or ""):
            return replace(figure, kind=kind, unit=unit, noun=None)
    return figure


def _parts(index: int, figure: Figure, noun: Noun | None) -> Iterator[Atom]:
    kind = figure.kind
    if kind is Kind.DATE:
        for iso in _ends(figure):
            yield from _date_parts(index, figure, str(iso))
        return
    slot = _SLOTS[kind]
    if slot in (Slot.QUARTER, Slot.HALF, Slot.WEEK):
        for iso in _ends(figure):
            yield from _period_parts(index, figure, slot, str(iso))
        return
    if slot is Slot.VAGUE:
        yield _atom(index, figure, slot, None, noun, _number(figure.low), _number(figure.high))
        return
    if slot is Slot.RATIO and figure.low is not None and figure.high is not None:
        yield _atom(index, figure, slot, f"{figure.low}:{figure.high}")
        return
    for end in _ends(figure):
        value: Decimal | str | None = end
        if slot not in (Slot.DESIGNATION, Slot.TIME):
            value = _number(end)
            value = end if value is None else value
        yield _atom(index, figure, slot, value, noun)


def _ends(figure: Figure) -> tuple[Decimal | str, ...]:
    """The value, or the two ends of a range."""
    if figure.low is not None and figure.high is not None and figure.low != figure.high:
        return (figure.low, figure.high)
    return () if figure.value is None else (figure.value,)


def _date_parts(index: int, figure: Figure, iso: str) -> Iterator[Atom]:
    weekday = _ISO_WEEKDAY.fullmatch(iso)
    if weekday:
        yield _atom(index, figure, Slot.WEEKDAY, Decimal(weekday["weekday"]))
        return
    match = _ISO_DATE.fullmatch(iso)
    if match is None:
        yield _atom(index, figure, Slot.DESIGNATION, iso)
        return
    for slot, part in ((Slot.DAY, match["day"]), (Slot.MONTH, match["month"]), (Slot.YEAR, match["year"])):
        if part and "X" not in part:
            yield _atom(index, figure, slot, Decimal(part))


def _period_parts(index: int, figure: Figure, slot: Slot, iso: str) -> Iterator[Atom]:
    match = _ISO_PART.fullmatch(iso)
    if match is None:
        value = _number(iso)
        yield _atom(index, figure, slot, iso if value is None else value)
        return
    yield _atom(index, figure, slot, Decimal(match["part"]))
    if match["year"] != "XXXX":
        yield _atom(index, figure, Slot.YEAR, Decimal(match["year"]))


_BARE_CENTS = late(r"(?!.*(?:us|euro|dollar))[\w.,\s-]*?(?:\b|(?<=\d))(?:cents?|ct|c)", re.IGNORECASE)


def _atom(
    index: int,
    figure: Figure,
    slot: Slot,
    value: Decimal | str | None,
    noun: Noun | None = None,
    low: Decimal | None = None,
    high: Decimal | None = None,
) -> Atom:
    unit = _PERCENT_UNITS.get(figure.kind, figure.unit)
    if unit == "°":
        unit = None  # a degree of which scale is not said
    if figure.kind is Kind.MONEY and _BARE_CENTS.fullmatch(figure.surface):
        unit = None  # a cent of which currency is not said
    if slot is Slot.AGE and unit is None:
        unit = "year"
    return Atom(
        slot,
        value,
        unit,
        index,
        figure.span.start,
        figure.qualifier,
        noun,
        _weight(slot, value, figure.surface),
        low,
        high,
    )


def _weight(slot: Slot, value: Decimal | str | None, surface: str) -> Weight:
    if slot in (Slot.VAGUE, Slot.WEEKDAY):
        return Weight.FAINT
    if _DIGIT.search(surface):
        return Weight.FIRM
    if slot in (Slot.DAY, Slot.TIME):
        return Weight.SLIGHT  # Halloween, midday: a word, and often not the other language's
    if slot is Slot.MEASURE and value == 1:
        return Weight.FAINT  # a pint, an inch
    if slot in _WORDLESS:
        return Weight.FIRM
    if (value == 1 and slot not in (Slot.MONTH, Slot.QUARTER, Slot.HALF)) or surface[:4].lower() in ("both", "beid"):
        return Weight.FAINT
    if slot is Slot.ORDINAL:
        return Weight.SLIGHT if value == _TWO else Weight.SPELLED
    if slot in (Slot.QUARTER, Slot.HALF):
        return Weight.FIRM
    if slot in (Slot.FRACTION, Slot.MULTIPLE, Slot.MONTH) or value in (0, _TWO):
        return Weight.SLIGHT
    small = isinstance(value, Decimal) and value <= _SMALL
    return Weight.SPELLED if small and slot in _COUNTED else Weight.FIRM


def _number(value: Decimal | str | None) -> Decimal | None:
    if value is None or isinstance(value, Decimal):
        return value
    try:
        if value.endswith("XX"):
            return Decimal(value[:-2]) + 1
        return Decimal(value.replace("X", "0"))
    except InvalidOperation:
        return None
