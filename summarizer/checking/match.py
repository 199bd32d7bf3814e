"""Compares two atoms of one kind: equal, rounded, converted, or different, and in what.

The comparison is of values in their unit, never of digits: "2 Wochen" is 14 days, "1.083 Mio." rounds to
"1.1 billion", 787-8 is another aircraft than 787-9.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from summarizer.checking import units
from summarizer.checking.atoms import Atom, Slot
from summarizer.checking.late import late
from summarizer.checking.precision import difference, is_conversion, is_rounding
from summarizer.data import Reason, Verdict


class Match(NamedTuple):
    """What two atoms are to each other."""

    verdict: Verdict
    """One of the accepted verdicts, or CONTRADICTED for atoms that fill the same place with another value."""
    reason: Reason
    strength: float
    """For an accepted one: how sure the two are the same (1 = kind, unit and value equal). For a contradicted
    one: how likely the target's is the source's gone wrong."""


SAME = Match(Verdict.SUPPORTED, Reason.NONE, 1.0)
CONVERTED = Match(Verdict.CONVERTED, Reason.NONE, 0.9)
ROUNDED = Match(Verdict.ROUNDED, Reason.NONE, 0.8)

_ROUNDABLE = frozenset(
    {Slot.NUMBER, Slot.COUNT, Slot.MONEY, Slot.SHARE, Slot.POINTS, Slot.DURATION, Slot.MEASURE, Slot.MULTIPLE}
)
"""Quantities; a date, a rank or an age is never rounded."""


def same_kind(target: Atom, source: Atom, rounding: bool) -> Match | None:
    """What two atoms of one slot are to each other; None when their units have nothing to do with each other."""
    if target.slot is Slot.VAGUE:
        return _vague(target, source)
    if target.value == source.value:
        if target.unit == source.unit:
            return SAME
        return _same_value(target, source)
    if target.slot is Slot.TIME:
        return _time(target, source)
    if target.slot is Slot.DESIGNATION:
        return _designation(target, source)
    if not isinstance(target.value, Decimal) or not isinstance(source.value, Decimal):
        return _score(target, source)
    if target.unit != source.unit and target.unit is not None and source.unit is not None:
        return other_unit(target, source, target.value, source.value, rounding)
    if target.slot is Slot.MEASURE and _other_degrees(target, source, target.value, source.value):
        return CONVERTED
    return _other_value(target, target.value, source.value, rounding)


def _same_value(target: Atom, source: Atom) -> Match:
    """Equal numbers with different unit marks."""
    if target.unit is None or source.unit is None:
        return Match(Verdict.SUPPORTED, Reason.NONE, 0.85)
    if target.slot is Slot.MONEY:
        if units.same_currency_word(target.unit, source.unit):
            return Match(Verdict.SUPPORTED, Reason.NONE, 0.95)
        return Match(Verdict.CONTRADICTED, Reason.CURRENCY, 0.97)
    left, right = units.scale(target.unit), units.scale(source.unit)
    if left is not None and right is not None and left == right:
        return SAME
    reason = Reason.POINTS if target.slot in (Slot.SHARE, Slot.POINTS) else Reason.UNIT
    return Match(Verdict.CONTRADICTED, reason, 0.95)


def other_unit(target: Atom, source: Atom, left: Decimal, right: Decimal, rounding: bool) -> Match | None:
    """Different numbers with different units: a conversion, or something else."""
    assert target.unit is not None
    assert source.unit is not None
    here, there = units.scale(target.unit), units.scale(source.unit)
    if here is None or there is None or here.dimension != there.dimension:
        if target.slot is not Slot.MONEY:
            return None
        if units.same_currency_word(target.unit, source.unit):
            return _other_value(target, left, right, rounding)
        return Match(Verdict.CONTRADICTED, Reason.CURRENCY, 0.35)
    exact = units.in_unit(right, there, here)
    if is_conversion(left, exact, right):
        return CONVERTED
    return Match(Verdict.CONTRADICTED, Reason.VALUE, 0.6)


_FAHRENHEIT = Decimal("1.8")
_MOST_DIFFERENCE = 20
"""Up to so many degrees Celsius may be a difference rather than a temperature."""


def _other_degrees(target: Atom, source: Atom, left: Decimal, right: Decimal) -> bool:
    """Whether degrees of an unsaid scale are the other scale's: 80 degrees for 27 °C, 10 degrees more for 6 °C."""
    if target.unit not in (None, "°C", "°F") or source.unit not in (None, "°C", "°F"):
        return False
    warmer = right * _FAHRENHEIT
    readings = [warmer + 32, (right - 32) / _FAHRENHEIT]
    if abs(right) <= _MOST_DIFFERENCE:
        readings.append(warmer)
    return any(is_conversion(left, exact, right) for exact in readings)


def _other_value(target: Atom, left: Decimal, right: Decimal, rounding: bool) -> Match:
    if rounding and target.slot in _ROUNDABLE and is_rounding(left, right, target.qualifier):
        return ROUNDED
    if right == left * 2 and target.noun is not None and target.noun.word in _PAIRS:
        return CONVERTED
    return Match(Verdict.CONTRADICTED, *difference(target.slot, left, right))


_PAIRS = frozenset({"pair", "pairs"})
"""Four pairs are eight of what is paired; "vier Paar" may have been read as that."""


def _vague(target: Atom, source: Atom) -> Match:
    if target.low == source.low:
        return SAME
    if target.low is None or source.low is None:
        return Match(Verdict.SUPPORTED, Reason.NONE, 0.5)
    if (target.high is None or source.low <= target.high) and (source.high is None or target.low <= source.high):
        return Match(Verdict.SUPPORTED, Reason.NONE, 0.7)
    return Match(Verdict.CONTRADICTED, Reason.SCALE, 0.7)


def _time(target: Atom, source: Atom) -> Match:
    """Clock times; a 12-hour reading without a.m. or p.m. may be twelve hours off."""
    left, right = minutes_of_day(str(target.value)), minutes_of_day(str(source.value))
    if left is not None and right is not None and left == right:
        return SAME
    return Match(Verdict.CONTRADICTED, Reason.VALUE, 0.9)


def minutes_of_day(value: str) -> int | None:
    """``14:30`` as minutes since midnight; None for anything else."""
    hour, _, minute = value.partition(":")
    if not hour.isdecimal() or not minute[:2].isdecimal():
        return None
    return (int(hour) * 60 + int(minute[:2])) % 1440


def _designation(target: Atom, source: Atom) -> Match | None:
    """787-9 against 787-8: the same name but for a part."""
    left, right = _bare(str(target.value)), _bare(str(source.value))
    if left == right:
        return SAME
    if left in right or _NOT_DIGITS.sub("", left) == _NOT_DIGITS.sub("", right):
        return Match(Verdict.SUPPORTED, Reason.NONE, 0.7)
    if left.endswith(_ROUND) and right.endswith(_ROUND):
        return Match(Verdict.CONTRADICTED, Reason.DESIGNATION, 0.75)
    shared = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        shared += 1
    longest = max(len(left), len(right))
    return Match(Verdict.CONTRADICTED, Reason.DESIGNATION, 0.4 + 0.5 * shared / longest)


_ROUND = "final"
"""How the reader of figures writes the rounds of a cup: ``1/8 final``."""
_NOT_NAME = late(r"[\W_]+")
_NOT_DIGITS = late(r"\D+")


def _bare(designation: str) -> str:
    """B 33 and B33, 0800/6888000 and 0800 688 8000 are one name."""
    return _NOT_NAME.sub("", designation).casefold()


def _score(target: Atom, source: Atom) -> Match:
    """Match scores and other ratios written as text; a translator may turn 1:2 round to 2-1."""
    left, right = str(target.value), str(source.value)
    if sorted(left.replace("-", ":").split(":")) == sorted(right.replace("-", ":").split(":")):
        return Match(Verdict.SUPPORTED, Reason.NONE, 0.8)
    return Match(Verdict.CONTRADICTED, Reason.VALUE, 0.8)
