"""Compares how two equal figures are hedged: "bis zu 37" is not "more than 37".

A translator may add or drop an "about"; what may not change is the side: a bound from above can't become one
from below, and an exact sum can't become "more than" (the classic slip: a deal "über 2,5 Milliarden", which is
*worth* 2.5 billion).
"""

from __future__ import annotations

from decimal import Decimal

from summarizer.checking.atoms import Atom, Slot
from summarizer.data import Qualifier

_SIDES: dict[Qualifier, int] = {
    Qualifier.MORE_THAN: 1,
    Qualifier.JUST_OVER: 1,
    Qualifier.AT_LEAST: 1,
    Qualifier.LESS_THAN: -1,
    Qualifier.NEARLY: -1,
    Qualifier.AT_MOST: -1,
}


def side(qualifier: Qualifier) -> int:
    """1 when the true value lies above what is written, -1 when below, 0 when neither is said."""
    return _SIDES.get(qualifier, 0)


_UNHEDGED = frozenset(
    {Slot.DAY, Slot.MONTH, Slot.YEAR, Slot.WEEKDAY, Slot.TIME, Slot.DECADE, Slot.CENTURY, Slot.QUARTER, Slot.HALF}
    | {Slot.ORDINAL, Slot.DESIGNATION, Slot.WEEK, Slot.RATIO, Slot.VAGUE}
)
"""Points in time and names: "bis 2020" says until when, not at most."""
_PERIODS = frozenset({Slot.DURATION, Slot.AGE, Slot.FRACTION, Slot.MULTIPLE})
"""Where "over" and "within" often mean the time something takes, not a bound."""


def conflict(target: Atom, source: Atom) -> float:
    """How surely the target's hedge contradicts the source's, between 0 (it doesn't) and 1."""
    here, there = target.qualifier, source.qualifier
    if here is there or target.slot in _UNHEDGED or source.slot in _UNHEDGED:
        return 0.0
    if _rounded_into(target, source):
        return 0.0
    found = _conflict(here, there)
    return min(found, 0.25) if target.slot in _PERIODS and not side(here) * side(there) < 0 else found


def _rounded_into(target: Atom, source: Atom) -> bool:
    """Whether a figure was rounded and says so: 212 people are "more than 200", 94.6 is "almost 95"."""
    if side(source.qualifier) or not isinstance(target.value, Decimal) or not isinstance(source.value, Decimal):
        return False
    return (source.value - target.value) * side(target.qualifier) > 0


def _conflict(target: Qualifier, source: Qualifier) -> float:
    here, there = side(target), side(source)
    if here * there < 0:
        return 0.9
    if here and not there:
        return _ADDED.get((target, source), 0.2)
    if there and not here:
        return 0.1
    return 0.0


# A bound that the source does not give at all.
_ADDED: dict[tuple[Qualifier, Qualifier], float] = {
    (Qualifier.MORE_THAN, Qualifier.EXACT): 0.5,
    (Qualifier.LESS_THAN, Qualifier.EXACT): 0.25,
    (Qualifier.AT_MOST, Qualifier.EXACT): 0.2,
    (Qualifier.AT_LEAST, Qualifier.EXACT): 0.25,
    (Qualifier.NEARLY, Qualifier.ABOUT): 0.1,
    (Qualifier.JUST_OVER, Qualifier.ABOUT): 0.1,
    (Qualifier.NEARLY, Qualifier.EXACT): 0.2,
    (Qualifier.JUST_OVER, Qualifier.EXACT): 0.2,
    (Qualifier.MORE_THAN, Qualifier.ABOUT): 0.62,
    (Qualifier.AT_LEAST, Qualifier.ABOUT): 0.62,
    (Qualifier.AT_MOST, Qualifier.ABOUT): 0.35,
    (Qualifier.LESS_THAN, Qualifier.ABOUT): 0.35,
}
