"""Compares atoms of different kinds: one side counts where the other measures, names or leaves the kind open.

Readers of two languages don't always see the same kind in the same words, and translators change it: "50 Prozent" is
half, "das zehnjährige Bestehen" the tenth anniversary, "erstes Halbjahr" the first six months.

To allow two more kinds to stand for each other: one line in `SOFT`.
"""

from __future__ import annotations

from decimal import Decimal

from summarizer.checking import units
from summarizer.checking.atoms import Atom, Slot
from summarizer.checking.late import late
from summarizer.checking.match import CONVERTED, ROUNDED, Match, minutes_of_day, other_unit, same_kind
from summarizer.checking.precision import difference, is_conversion, is_rounding
from summarizer.data import Qualifier, Reason, Verdict

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
SOFT: dict[tuple[Slot, Slot], float] = {
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
SOFT.update({(right, left): strength for (left, right), strength in tuple(SOFT.items())})

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


def soft_units(target: Atom, source: Atom) -> bool:
    """Whether two kinds that may stand for each other don't contradict each other by their units."""
    if target.unit is None or source.unit is None:
        return True
    if target.unit == source.unit:
        return True
    return {target.slot, source.slot} != {Slot.AGE, Slot.DURATION}


def other_kind(target: Atom, source: Atom, rounding: bool) -> Match | None:
    """Atoms of different kinds: a vague word for a number, a share for a fraction, or a contradiction."""
    pair = {target.slot, source.slot}
    if Slot.RATIO in pair:
        return _ratio_part(target, source)
    if Slot.VAGUE in pair:
        return _vague_number(target, source)
    if Slot.DESIGNATION in pair:
        return _designated_number(target, source)
    left, right = target.value, source.value
    if pair == {Slot.AGE, Slot.DURATION} and left != right and target.unit != source.unit:
        return None  # nobody's age has become four weeks
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
            return CONVERTED
        return None
    if pair == {Slot.AGE, Slot.DURATION}:
        same = target.unit == source.unit
        return same_kind(target, source, rounding) if same else other_unit(target, source, left, right, rounding)
    if Slot.DURATION in pair and pair & {Slot.HALF, Slot.QUARTER}:
        return _part_of_year(target, source, left, right)
    if Slot.FRACTION in pair and pair & {Slot.ORDINAL, Slot.COUNT, Slot.NUMBER}:
        part, order = (left, right) if target.slot is Slot.FRACTION else (right, left)
        if order and abs(part * order - 1) < Decimal("0.001"):
            return Match(Verdict.SUPPORTED, Reason.NONE, 0.6)
        return None
    if pair == {Slot.MEASURE, Slot.MONEY}:
        return _pounds(target, source, left, right)
    if pair == {Slot.COUNT, Slot.MULTIPLE} or pair == {Slot.FRACTION, Slot.MULTIPLE}:
        return None
    if Slot.DECADE in pair and pair & {Slot.NUMBER, Slot.COUNT, Slot.AGE} and left % 100 == right % 100:
        return Match(Verdict.SUPPORTED, Reason.NONE, 0.5)  # "in their 70s", "um die 70"
    if pair == {Slot.DECADE, Slot.YEAR} and left // 10 == right // 10:
        return Match(Verdict.SUPPORTED, Reason.NONE, 0.6)
    if rounding and pair <= {Slot.NUMBER, Slot.COUNT} and is_rounding(left, right, target.qualifier):
        return ROUNDED
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
    if money.unit == "GBP" and measure.unit == "Pfund" and left == right:
        return Match(Verdict.SUPPORTED, Reason.NONE, 0.8)
    if money.unit != "GBP" or scale is None or scale.dimension != "mass":
        return Match(Verdict.CONTRADICTED, Reason.UNIT, 0.9) if left == right else None
    pound = units.scale("lb")
    assert pound is not None
    here, there = (pound, scale) if target is money else (scale, pound)
    if is_conversion(left, units.in_unit(right, there, here), right):
        return CONVERTED
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


_NOT_DIGITS = late(r"\D+")
_ROUND = late(r"1/(?P<part>\d+) final")


def _designated_number(target: Atom, source: Atom) -> Match | None:
    """A number that one side reads as part of a name: "Boeing 787", "die 787"."""
    name, number = (target, source) if target.slot is Slot.DESIGNATION else (source, target)
    if round_of := _ROUND.fullmatch(str(name.value)):
        same = number.value == 2 * int(round_of["part"])  # the last 16 play the Achtelfinale
        return Match(Verdict.SUPPORTED, Reason.NONE, 0.7) if same else None
    if number is target and number.qualifier is Qualifier.FURTHER and number.slot is Slot.COUNT:
        # "acht weitere 787" are not "787 more"
        wrong = _NOT_DIGITS.sub("", str(number.value)) in _NOT_DIGITS.sub(" ", str(name.value)).split()
        return Match(Verdict.CONTRADICTED, Reason.DESIGNATION, 0.85) if wrong else None
    digits = _NOT_DIGITS.sub("", str(number.value))
    text = _NOT_DIGITS.sub(" ", str(name.value)).strip()
    if not digits or not text:
        return None
    if digits == text.replace(" ", "") or (name is source and digits in text.split()):
        return Match(Verdict.SUPPORTED, Reason.NONE, 0.7)
    return None


def _bare_time(target: Atom, source: Atom) -> Match | None:
    clock, number = (target, source) if target.slot is Slot.TIME else (source, target)
    minutes = minutes_of_day(str(clock.value))
    if minutes is None or not isinstance(number.value, Decimal):
        return None
    hour, minute = minutes // 60, minutes % 60
    if number.value * 100 in (hour * 100 + minute, (hour % 12) * 100 + minute):
        return Match(Verdict.SUPPORTED, Reason.NONE, 0.7)
    if minute == 0 and number.value in (hour, hour % 12):
        return Match(Verdict.SUPPORTED, Reason.NONE, 0.7)
    return None
