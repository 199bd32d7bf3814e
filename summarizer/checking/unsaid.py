"""Checks a unit that the source figure leaves unsaid: "von 518 Millionen auf eine Milliarde Euro".

German drops the unit of the first of two figures, and English says it. That is right when the unit is the one said
nearby, and an error when it is another: "from $518 million to €1 billion". A unit that nothing in the source has is
doubted as well, but less: the figure reader may not know the word.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.checking import units
from summarizer.checking.atoms import Atom, Slot
from summarizer.data import Reason

_REASONS: dict[Slot, Reason] = {
    Slot.MONEY: Reason.CURRENCY,
    Slot.SHARE: Reason.POINTS,
    Slot.POINTS: Reason.POINTS,
    Slot.MEASURE: Reason.UNIT,
}
_PLACES: dict[Slot, frozenset[Slot]] = {
    Slot.MONEY: frozenset({Slot.MONEY}),
    Slot.SHARE: frozenset({Slot.SHARE, Slot.POINTS}),
    Slot.POINTS: frozenset({Slot.SHARE, Slot.POINTS}),
    Slot.MEASURE: frozenset({Slot.MEASURE}),
}
_OTHER, _NONE = 0.65, 0.2


def doubt(claim: Atom, origin: Atom, source: Sequence[Atom]) -> tuple[float, Reason] | None:
    """How doubtful the claim's unit is, where ``origin`` has none; None where nothing is wrong with it."""
    reason = _REASONS.get(claim.slot)
    if reason is None or claim.unit is None or origin.unit is not None:
        return None
    if claim.unit == "°C" and origin.slot is Slot.MEASURE:
        return None  # 2,7 Grad: what is warm is measured in Celsius in German
    said = {atom.unit for atom in source if atom.slot in _PLACES[claim.slot] and atom.unit is not None}
    if any(_alike(claim.unit, unit) for unit in said):
        return None
    return (_OTHER if said else _NONE), reason


def _alike(left: str, right: str) -> bool:
    return left == right or units.same_currency_word(left, right)
