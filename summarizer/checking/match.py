"""Compares one atom of the target with one of the source: equal, rounded, converted, or different, and in what.

The comparison is of values in their kind and unit, never of digits: "2 Wochen" is 14 days, "1.083 Mio." rounds to
"1.1 billion", and the 30 of "30 Prozent" is not the 30 of "30 Menschen". Where a reader of figures can't know the
kind (a bare "30"), the kind is left open and matches any, a little more weakly.

To allow two more kinds to stand for each other: one line in `_SOFT`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from summarizer.checking import qualifiers, units
from summarizer.checking.atoms import Atom, Slot
from summarizer.data import Qualifier, Reason, Verdict


class Match(NamedTuple):
    """What two atoms are to each other."""

    verdict: Verdict
    """One of the accepted verdicts, or CONTRADICTED for atoms that fill the same place with another value."""
    reason: Reason
    strength: float
    """For an accepted one: how sure the two are the same (1 = kind, unit and value equal). For a contradicted
    one: how likely the target's is the source's gone wrong."""


_SAME = Match(Verdict.SUPPORTED, Reason.NONE, 1.0)
_CONVERTED = Match(Verdict.CONVERTED, Reason.NONE, 0.9)
_ROUNDED = Match(Verdict.ROUNDED, Reason.NONE, 0.8)

_NUMERIC = (
    Slot.COUNT,
    Slot.MONEY,
    Slot.SHARE,
    Slot.POINTS,
    Slot.DURATION,
    Slot.AGE,
    Slot.MEASURE,
    Slot.ORDINAL,
    Slot.FRACTION,
    Slot.RATIO,
    Slot.MULTIPLE,
    Slot.DAY,
    Slot.YEAR,
    Slot.CENTURY,
    Slot.QUARTER,
    Slot.HALF,
    Slot.WEEK,
    Slot.DECADE,
)
# Kinds that may stand for each other when the value is equal, and how surely. A bare number may be anything.
_SOFT: dict[tuple[Slot, Slot], float] = {
    **{(Slot.NUMBER, slot): 0.85 for slot in _NUMERIC},
    (Slot.NUMBER, Slot.COUNT): 0.98,
    (Slot.NUMBER, Slot.MONTH): 0.5,
    (Slot.COUNT, Slot.MULTIPLE): 0.85,
    (Slot.COUNT, Slot.POINTS): 0.7,
    (Slot.COUNT, Slot.ORDINAL): 0.6,
    (Slot.COUNT, Slot.AGE): 0.7,
    (Slot.COUNT, Slot.YEAR): 0.5,
    (Slot.COUNT, Slot.DURATION): 0.6,
    (Slot.COUNT, Slot.MONEY): 0.6,
    (Slot.COUNT, Slot.MEASURE): 0.55,
    (Slot.ORDINAL, Slot.AGE): 0.7,
    (Slot.ORDINAL, Slot.DURATION): 0.7,
    (Slot.AGE, Slot.DURATION): 0.95,
    (Slot.ORDINAL, Slot.DAY): 0.8,
    (Slot.ORDINAL, Slot.CENTURY): 0.9,
    (Slot.ORDINAL, Slot.QUARTER): 0.9,
    (Slot.ORDINAL, Slot.HALF): 0.9,
    (Slot.ORDINAL, Slot.WEEK): 0.9,
    (Slot.ORDINAL, Slot.FRACTION): 0.5,
    (Slot.FRACTION, Slot.MULTIPLE): 0.9,
    (Slot.FRACTION, Slot.RATIO): 0.9,
    (Slot.MULTIPLE, Slot.RATIO): 0.8,
    (Slot.DECADE, Slot.YEAR): 0.7,
}
_SOFT.update({(right, left): strength for (left, right), strength in tuple(_SOFT.items())})

# Slots that a wrong value leaves as they are, so that an unmatched pair of them is a contradiction.
_SAME_PLACE: dict[tuple[Slot, Slot], float] = {
    (Slot.NUMBER, Slot.COUNT): 0.8,
    (Slot.SHARE, Slot.POINTS): 0.9,
    (Slot.AGE, Slot.DURATION): 0.8,
    (Slot.COUNT, Slot.MULTIPLE): 0.5,
    (Slot.FRACTION, Slot.RATIO): 0.6,
    (Slot.MONEY, Slot.NUMBER): 0.6,
    (Slot.MONEY, Slot.MEASURE): 0.5,
    (Slot.NUMBER, Slot.YEAR): 0.5,
    (Slot.NUMBER, Slot.MEASURE): 0.5,
    (Slot.NUMBER, Slot.AGE): 0.5,
    (Slot.NUMBER, Slot.ORDINAL): 0.5,
    (Slot.NUMBER, Slot.DURATION): 0.4,
    (Slot.NUMBER, Slot.SHARE): 0.4,
    (Slot.ORDINAL, Slot.DAY): 0.5,
    (Slot.ORDINAL, Slot.CENTURY): 0.8,
    (Slot.ORDINAL, Slot.QUARTER): 0.8,
    (Slot.COUNT, Slot.VAGUE): 0.4,
    (Slot.NUMBER, Slot.VAGUE): 0.4,
    (Slot.NUMBER, Slot.DESIGNATION): 0.5,
    (Slot.COUNT, Slot.DESIGNATION): 0.4,
    (Slot.NUMBER, Slot.RATIO): 0.4,
    (Slot.NUMBER, Slot.TIME): 0.4,
}
_SAME_PLACE.update({(right, left): strength for (left, right), strength in tuple(_SAME_PLACE.items())})

_ROUNDABLE = frozenset(
    {Slot.NUMBER, Slot.COUNT, Slot.MONEY, Slot.SHARE, Slot.POINTS, Slot.DURATION, Slot.MEASURE, Slot.MULTIPLE}
)
"""Quantities; a date, a rank or an age is never rounded."""
_TEN = Decimal(10)
_MOST_OFF = Decimal("0.05")
_MOST_OFF_ABOUT = Decimal("0.12")
_VAGUENESS = frozenset(
    {Qualifier.ABOUT, Qualifier.NEARLY, Qualifier.JUST_OVER, Qualifier.MORE_THAN, Qualifier.LESS_THAN}
    | {Qualifier.AT_LEAST, Qualifier.AT_MOST}
)


def compare(target: Atom, source: Atom, rounding: bool = True) -> Match | None:
    """What the target's atom is to the source's; None when they have nothing to do with each other.

    ``rounding`` says whether a rounder value is accepted; a translation that has the exact figure doesn't round.
    """
    if target.slot is source.slot:
        return _same_slot(target, source, rounding)
    if target.value is not None and target.value == source.value:
        soft = _SOFT.get((target.slot, source.slot))
        if soft is not None and _soft_units(target, source):
            return Match(Verdict.SUPPORTED, Reason.NONE, soft)
    return _across_slots(target, source, rounding)


def _same_slot(target: Atom, source: Atom, rounding: bool) -> Match | None:
    if target.slot is Slot.VAGUE:
        return _vague(target, source)
    if target.value == source.value:
        if target.unit == source.unit:
            return _SAME
        return _same_value(target, source)
    if target.slot is Slot.TIME:
        return _time(target, source)
    if target.slot is Slot.DESIGNATION:
        return _designation(target, source)
    if not isinstance(target.value, Decimal) or not isinstance(source.value, Decimal):
        return _score(target, source)
    if target.unit != source.unit and target.unit is not None and source.unit is not None:
        return _other_unit(target, source, target.value, source.value, rounding)
    if target.slot is Slot.MEASURE and _other_degrees(target, source, target.value, source.value):
        return _CONVERTED
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
        return _SAME
    reason = Reason.POINTS if target.slot in (Slot.SHARE, Slot.POINTS) else Reason.UNIT
    return Match(Verdict.CONTRADICTED, reason, 0.95)


def _other_unit(target: Atom, source: Atom, left: Decimal, right: Decimal, rounding: bool) -> Match | None:
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
        return _CONVERTED
    return Match(Verdict.CONTRADICTED, Reason.UNIT, 0.6)


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


def is_conversion(claim: Decimal, exact: Decimal, original: Decimal) -> bool:
    """Whether ``claim`` says ``exact``, as precisely as either it or the figure converted from is written.

    40 miles is "64 km" exactly and "60 km" as a newspaper puts it; both are within half a unit of the last
    place that the original states.
    """
    if exact == 0:
        return claim == 0
    off = abs(claim - exact)
    if off * 1000 <= abs(exact) * 4:
        return True
    half = max(half_unit(claim), abs(exact / original) * half_unit(original) if original else Decimal(0))
    return off <= half and off <= abs(exact) * _MOST_OFF_ABOUT


def _other_value(target: Atom, left: Decimal, right: Decimal, rounding: bool) -> Match:
    if rounding and target.slot in _ROUNDABLE and is_rounding(left, right, target.qualifier):
        return _ROUNDED
    return Match(Verdict.CONTRADICTED, *difference(target.slot, left, right))


def difference(slot: Slot, left: Decimal, right: Decimal) -> tuple[Reason, float]:
    """Which part of a value differs, and how much it looks like that value gone wrong."""
    if slot is Slot.WEEKDAY:
        # "in der Nacht zu Freitag" is Thursday night.
        return Reason.DATE_PART, 0.25 if abs(left - right) in (1, 6) else 0.8
    if slot in (Slot.DAY, Slot.MONTH, Slot.YEAR, Slot.DECADE, Slot.CENTURY, Slot.QUARTER, Slot.HALF):
        return Reason.DATE_PART, 0.85
    power = _power_of_ten(left, right)
    if power is not None and power != 0:
        if abs(power) % 3 == 0:
            return Reason.SCALE, 0.95
        return Reason.SEPARATOR, 0.95
    if _alike(left, right):
        return Reason.VALUE, 0.85
    return Reason.VALUE, 0.7


def is_rounding(claim: Decimal, exact: Decimal, qualifier: Qualifier) -> bool:
    """Whether ``claim`` is ``exact`` written with fewer digits: 1.1 for 1.083, "about 50" for 47."""
    if exact == 0 or claim == 0 or significant_digits(claim) >= significant_digits(exact):
        return False
    off = abs(claim - exact)
    if off > half_unit(claim):
        towards = qualifiers.side(qualifier)
        if towards == 0 or off > 2 * half_unit(claim) or (exact > claim) != (towards > 0):
            return False
    most = _MOST_OFF_ABOUT if qualifier in _VAGUENESS else _MOST_OFF
    return off <= abs(exact) * most


def significant_digits(value: Decimal) -> int:
    """How many digits a value states, trailing zeros of whole numbers left aside."""
    return len(value.normalize().as_tuple().digits)


def half_unit(value: Decimal) -> Decimal:
    """Half of the last place that a value states: 0.05 for 1.1, 50 for 300."""
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return _TEN**exponent / 2


def _power_of_ten(left: Decimal, right: Decimal) -> int | None:
    """How many places the point has moved between two values of the same digits, else None."""
    if left == 0 or right == 0:
        return None
    here, there = left.normalize().as_tuple(), right.normalize().as_tuple()
    if here.digits != there.digits:
        return None
    assert isinstance(here.exponent, int)
    assert isinstance(there.exponent, int)
    return here.exponent - there.exponent


def _alike(left: Decimal, right: Decimal) -> bool:
    """One digit changed, two swapped, or neighbours."""
    if abs(left - right) == 1:
        return True
    here, there = str(left.normalize()), str(right.normalize())
    if len(here) != len(there):
        return False
    different = [i for i, (a, b) in enumerate(zip(here, there, strict=True)) if a != b]
    return len(different) == 1 or (len(different) == 2 and sorted(here) == sorted(there))


def _vague(target: Atom, source: Atom) -> Match:
    if target.low == source.low:
        return _SAME
    if target.low is None or source.low is None:
        return Match(Verdict.SUPPORTED, Reason.NONE, 0.5)
    if (target.high is None or source.low <= target.high) and (source.high is None or target.low <= source.high):
        return Match(Verdict.SUPPORTED, Reason.NONE, 0.7)
    return Match(Verdict.CONTRADICTED, Reason.SCALE, 0.7)


def _time(target: Atom, source: Atom) -> Match:
    """Clock times; a 12-hour reading without a.m. or p.m. may be twelve hours off."""
    left, right = _minutes(str(target.value)), _minutes(str(source.value))
    if left is not None and right is not None and left == right:
        return _SAME
    return Match(Verdict.CONTRADICTED, Reason.VALUE, 0.9)


def _minutes(value: str) -> int | None:
    hour, _, minute = value.partition(":")
    if not hour.isdecimal() or not minute[:2].isdecimal():
        return None
    return (int(hour) * 60 + int(minute[:2])) % 1440


def _designation(target: Atom, source: Atom) -> Match | None:
    """787-9 against 787-8: the same name but for a part."""
    left, right = _bare(str(target.value)), _bare(str(source.value))
    if left == right:
        return _SAME
    if left in right or _NOT_DIGITS.sub("", left) == _NOT_DIGITS.sub("", right):
        return Match(Verdict.SUPPORTED, Reason.NONE, 0.7)
    shared = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        shared += 1
    longest = max(len(left), len(right))
    return Match(Verdict.CONTRADICTED, Reason.DESIGNATION, 0.4 + 0.5 * shared / longest)


_NOT_NAME = re.compile(r"[\W_]+")
_NOT_DIGITS = re.compile(r"\D+")


def _bare(designation: str) -> str:
    """B 33 and B33, 0800/6888000 and 0800 688 8000 are one name."""
    return _NOT_NAME.sub("", designation).casefold()


def _score(target: Atom, source: Atom) -> Match:
    """Match scores and other ratios written as text; a translator may turn 1:2 round to 2-1."""
    left, right = str(target.value), str(source.value)
    if sorted(left.replace("-", ":").split(":")) == sorted(right.replace("-", ":").split(":")):
        return Match(Verdict.SUPPORTED, Reason.NONE, 0.8)
    return Match(Verdict.CONTRADICTED, Reason.VALUE, 0.8)


def _soft_units(target: Atom, source: Atom) -> bool:
    """Whether two kinds that may stand for each other don't contradict each other by their units."""
    if target.unit is None or source.unit is None:
        return True
    if target.unit == source.unit:
        return True
    return {target.slot, source.slot} != {Slot.AGE, Slot.DURATION}


def _across_slots(target: Atom, source: Atom, rounding: bool) -> Match | None:
    """Atoms of different kinds: a vague word for a number, a share for a fraction, or a contradiction."""
    pair = {target.slot, source.slot}
    if Slot.RATIO in pair:
        return _ratio_part(target, source)
    if Slot.VAGUE in pair:
        return _vague_number(target, source)
    if Slot.DESIGNATION in pair:
        return _designated_number(target, source)
    left, right = target.value, source.value
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        found = _numbers_across(target, source, left, right, rounding)
        if found is not None:
            return found
    elif Slot.TIME in pair and pair & {Slot.NUMBER, Slot.COUNT}:
        return _bare_time(target, source)
    place = _SAME_PLACE.get((target.slot, source.slot))
    if place is None or not isinstance(left, Decimal) or not isinstance(right, Decimal):
        return None
    if left == right:
        reason = Reason.POINTS if pair == {Slot.SHARE, Slot.POINTS} else Reason.UNIT
        return Match(Verdict.CONTRADICTED, reason, 0.9)
    reason, strength = difference(target.slot, left, right)
    return Match(Verdict.CONTRADICTED, reason, strength * place)


def _numbers_across(target: Atom, source: Atom, left: Decimal, right: Decimal, rounding: bool) -> Match | None:
    pair = {target.slot, source.slot}
    if pair == {Slot.FRACTION, Slot.SHARE}:
        share, part = (left, right) if target.slot is Slot.SHARE else (right, left)
        if abs(part * 100 - share) <= Decimal("0.7"):
            return _CONVERTED
        return None
    if pair == {Slot.AGE, Slot.DURATION}:
        same = target.unit == source.unit
        return _same_slot(target, source, rounding) if same else _other_unit(target, source, left, right, rounding)
    if Slot.DURATION in pair and pair & {Slot.HALF, Slot.QUARTER}:
        return _part_of_year(target, source, left, right)
    if pair == {Slot.FRACTION, Slot.ORDINAL}:
        part, order = (left, right) if target.slot is Slot.FRACTION else (right, left)
        if order and abs(part * order - 1) < Decimal("0.001"):
            return Match(Verdict.SUPPORTED, Reason.NONE, 0.6)
        return None
    if pair == {Slot.MEASURE, Slot.MONEY}:
        return _pounds(target, source, left, right)
    if pair == {Slot.COUNT, Slot.MULTIPLE} or pair == {Slot.FRACTION, Slot.MULTIPLE}:
        return None
    if pair == {Slot.DECADE, Slot.YEAR} and left // 10 == right // 10:
        return Match(Verdict.SUPPORTED, Reason.NONE, 0.6)
    if rounding and pair <= {Slot.NUMBER, Slot.COUNT} and is_rounding(left, right, target.qualifier):
        return _ROUNDED
    return None


_MONTHS = {Slot.HALF: 6, Slot.QUARTER: 3}


def _part_of_year(target: Atom, source: Atom, left: Decimal, right: Decimal) -> Match | None:
    """The first six months for the first half-year, a quarter for three months."""
    span, part, length = (target, source, left) if target.slot is Slot.DURATION else (source, target, right)
    scale, month = units.scale(span.unit), units.scale("month")
    if scale is None or month is None or scale.dimension != month.dimension:
        return None
    if abs(units.in_unit(length, scale, month) - _MONTHS[part.slot]) < Decimal("0.1"):
        return Match(Verdict.CONVERTED, Reason.NONE, 0.6)
    return None


def _pounds(target: Atom, source: Atom, left: Decimal, right: Decimal) -> Match | None:
    """Pounds that were read as money on one side and stand for a weight."""
    money, measure = (target, source) if target.slot is Slot.MONEY else (source, target)
    scale = units.scale(measure.unit)
    if money.unit != "GBP" or scale is None or scale.dimension != "mass":
        return Match(Verdict.CONTRADICTED, Reason.UNIT, 0.9) if left == right else None
    pound = units.scale("lb")
    assert pound is not None
    here, there = (pound, scale) if target is money else (scale, pound)
    if is_conversion(left, units.in_unit(right, there, here), right):
        return _CONVERTED
    return Match(Verdict.CONTRADICTED, Reason.UNIT, 0.8)


def _vague_number(target: Atom, source: Atom) -> Match | None:
    """Hunderte for 340: the number must lie within the word's order of magnitude."""
    vague, number = (target, source) if target.slot is Slot.VAGUE else (source, target)
    if not isinstance(number.value, Decimal) or vague.low is None:
        return None
    if number.slot not in (Slot.NUMBER, Slot.COUNT, Slot.MONEY):
        return None
    if number.value >= vague.low and (vague.high is None or number.value <= vague.high):
        return Match(Verdict.ROUNDED, Reason.NONE, 0.6)
    return Match(Verdict.CONTRADICTED, Reason.SCALE, 0.25)


def _ratio_part(target: Atom, source: Atom) -> Match | None:
    """A score that one side reads as two numbers: 3:0 and "3 to nil", 25:15 and "25-15"."""
    ratio, number = (target, source) if target.slot is Slot.RATIO else (source, target)
    if number.slot not in (Slot.NUMBER, Slot.COUNT, Slot.TIME, Slot.DURATION):
        return None
    if str(number.value) == str(ratio.value) or str(number.value) in str(ratio.value).split(":"):
        return Match(Verdict.SUPPORTED, Reason.NONE, 0.7)
    return None


def _designated_number(target: Atom, source: Atom) -> Match | None:
    """A number that one side reads as part of a name: "Boeing 787", "die 787"."""
    name, number = (target, source) if target.slot is Slot.DESIGNATION else (source, target)
    digits = _NOT_DIGITS.sub("", str(number.value))
    text = _NOT_DIGITS.sub(" ", str(name.value)).strip()
    if not digits or not text:
        return None
    if digits == text.replace(" ", "") or (name is source and digits in text.split()):
        return Match(Verdict.SUPPORTED, Reason.NONE, 0.7)
    return None


def _bare_time(target: Atom, source: Atom) -> Match | None:
    clock, number = (target, source) if target.slot is Slot.TIME else (source, target)
    minutes = _minutes(str(clock.value))
    if minutes is None or not isinstance(number.value, Decimal):
        return None
    hour, minute = minutes // 60, minutes % 60
    if number.value * 100 in (hour * 100 + minute, (hour % 12) * 100 + minute):
        return Match(Verdict.SUPPORTED, Reason.NONE, 0.7)
    if minute == 0 and number.value in (hour, hour % 12):
        return Match(Verdict.SUPPORTED, Reason.NONE, 0.7)
    return None
