"""Compares one atom of the target with one of the source, whatever their kinds.

Where a reader of figures can't know the kind (a bare "30"), the kind is left open and matches any, a little more
weakly; the 30 of "30 Prozent" is not the 30 of "30 Menschen".
"""

from __future__ import annotations

from summarizer.checking.across import SOFT, other_kind, soft_units
from summarizer.checking.atoms import Atom
from summarizer.checking.match import Match, same_kind
from summarizer.data import Reason, Verdict


def compare(target: Atom, source: Atom, rounding: bool = True) -> Match | None:
    """What the target's atom is to the source's; None when they have nothing to do with each other.

    ``rounding`` says whether a rounder value is accepted; a translation that has the exact figure doesn't round.
    """
    if target.slot is source.slot:
        return same_kind(target, source, rounding)
    if target.value is not None and target.value == source.value:
        soft = SOFT.get((target.slot, source.slot))
        if soft is not None and soft_units(target, source):
            return Match(Verdict.SUPPORTED, Reason.NONE, soft)
    return other_kind(target, source, rounding)
