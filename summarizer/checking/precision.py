"""How two numbers differ: by rounding, by conversion, by a moved point, by a digit.

Precision is read off the figure: 1.1 states tenths, 300 hundreds. A rounder figure covers a more exact one within half
of its last place, and no more than a few per cent off, so that "3 million" does not cover 2.6.
"""

from __future__ import annotations

from decimal import Decimal

from summarizer.checking import qualifiers
from summarizer.checking.atoms import Slot
from summarizer.data import Qualifier, Reason

_TEN = Decimal(10)
_MOST_OFF = Decimal("0.05")
_MOST_OFF_ABOUT = Decimal("0.12")
_VAGUENESS = frozenset(
    {Qualifier.ABOUT, Qualifier.NEARLY, Qualifier.JUST_OVER, Qualifier.MORE_THAN, Qualifier.LESS_THAN}
    | {Qualifier.AT_LEAST, Qualifier.AT_MOST}
)


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


def is_telling_factor(number: Decimal) -> bool:
    """Whether multiplying by a number changes the digits: tens and hundreds would excuse a point that has moved."""
    return number > 1 and number.normalize().as_tuple().digits != (1,)


def significant_digits(value: Decimal) -> int:
    """How many digits a value states, trailing zeros of whole numbers left aside."""
    return len(value.normalize().as_tuple().digits)


def half_unit(value: Decimal) -> Decimal:
    """Half of the last place that a value states: 0.05 for 1.1, 50 for 300."""
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)
    return _TEN**exponent / 2


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
