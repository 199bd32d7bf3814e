"""Writes a figure in English.

`english` renders what was parsed, never the surface: what a reader of English sees has gone through the value. What it
writes is read back by ``find(…, "en")`` as the same value; a property test holds this. One function a group of kinds;
the table `_RENDER` joins them. Rows for JSON are in rows.py.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Final

from summarizer.data import Figure, Kind, Qualifier
from summarizer.figures.locale import wordset
from summarizer.figures.rendering.calendar import century, dated, decade, part_of_year, time, year_range
from summarizer.figures.rendering.numbers import ordinal_word
from summarizer.figures.rendering.quantities import (
    age,
    count,
    duration,
    fraction,
    measure,
    money,
    multiple,
    ratio,
    suffixed,
    vague,
)

_QUALIFIERS: Final = {
    Qualifier.ABOUT: "about ", Qualifier.NEARLY: "nearly ", Qualifier.JUST_OVER: "just over ",
    Qualifier.AT_MOST: "up to ",
    Qualifier.AT_LEAST: "at least ", Qualifier.MORE_THAN: "more than ", Qualifier.LESS_THAN: "less than ",
    Qualifier.FURTHER: "another ",
}  # fmt: skip
_ROUNDS: Final = {
    "1/16 final": "round of 32", "1/8 final": "round of 16", "1/4 final": "quarter-final", "1/2 final": "semi-final",
}  # fmt: skip


def english(figure: Figure) -> str:
    """The figure in English, with its hedge: "up to 37", "US$1.1 billion", "6 November", "10 to 15 percent".

    The counted noun is not part of it. Designations are given as they are.
    """
    return _QUALIFIERS.get(figure.qualifier, "") + _RENDER.get(figure.kind, measure)(figure)


def _ordinal(figure: Figure) -> str:
    if not isinstance(figure.value, Decimal):
        return figure.surface
    value = int(figure.value)
    return f"{ordinal_word(-value)}-last" if value < -1 else ordinal_word(value) if value > 0 else "last"


def _designation(figure: Figure) -> str:
    value = str(figure.value)
    if value in _ROUNDS:
        return _ROUNDS[value]
    label, _, rest = value.partition(" ")
    if label == "rank" and rest.isdigit():
        return f"{ordinal_word(int(rest))} place"
    return value[0].upper() + value[1:] if label in _LABELS else value


_LABELS: Final = wordset("article chapter page version resolution windows formula flight apollo room platform line no.")
_RENDER: Final[dict[Kind, Callable[[Figure], str]]] = {
    Kind.NUMBER: count,
    Kind.COUNT: count,
    Kind.MONEY: money,
    Kind.PERCENT: suffixed("percent"),
    Kind.PERMILLE: suffixed("per mille"),
    Kind.PERCENTAGE_POINT: suffixed("percentage point", "percentage points"),
    Kind.BASIS_POINT: suffixed("basis point", "basis points"),
    Kind.DATE: dated,
    Kind.YEAR: lambda figure: str(figure.value),
    Kind.YEAR_RANGE: year_range,
    Kind.DECADE: decade,
    Kind.CENTURY: century,
    Kind.QUARTER: part_of_year,
    Kind.HALF_YEAR: part_of_year,
    Kind.WEEK: part_of_year,
    Kind.TIME: time,
    Kind.DURATION: duration,
    Kind.AGE: age,
    Kind.ORDINAL: _ordinal,
    Kind.FRACTION: fraction,
    Kind.RATIO: ratio,
    Kind.MULTIPLE: multiple,
    Kind.VAGUE: vague,
    Kind.DESIGNATION: _designation,
}
