"""Finds for each figure of the target the figure of the source it stands for, and doubts pairings that don't fit.

Equal values are paired one with one, best pairs first: same kind and unit before a bare number, the same counted
noun before another, the same place in the order before a distant one. What stays over is then paired by place (same
kind, another value): those are contradictions. Last, two pairs of one kind are tried crosswise: where the words
around the figures fit better that way, the two have been exchanged.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from summarizer.checking import noun
from summarizer.checking.atoms import Atom, Slot
from summarizer.checking.compare import compare
from summarizer.checking.match import Match
from summarizer.data import Reason, Verdict


class Pairing(NamedTuple):
    """How one atom of the target was explained."""

    match: Match | None
    """None when nothing in the source has to do with it."""
    source: int | None
    """Index of the source atom, None as above."""
    repeated: bool = False
    """Whether the source atom already bears out another atom of the target."""
    rival: int | None = None
    """For a repeated one: an unused source atom of the same place, which may be the one that was meant."""


class Pairings(NamedTuple):
    """How all atoms of a stretch of target were explained, and what of the source was not used."""

    of: list[Pairing]
    unused: list[int]


_NOTHING = Pairing(None, None)
_ACCEPTED = 10.0
_RIVAL = 0.65
"""How much an unused source figure must look like the one meant to rival an equal one that is used up."""


def pair(target: Sequence[Atom], source: Sequence[Atom], rounding: bool) -> Pairings:
    """Pairs the atoms of a stretch of target with those of the stretch of source it was made from."""
    found: list[Pairing | None] = [None] * len(target)
    accepted, rejected = _compare_all(target, source, rounding)
    accepted, rejected = _whole_dates(target, source, accepted, rejected)
    used: set[int] = set()
    accepted.sort(reverse=True)
    for _, i, j, match in accepted:
        if found[i] is None and j not in used:
            found[i] = Pairing(match, j)
            used.add(j)
    rejected.sort(reverse=True)
    rivals = _rivals(found, rejected, used)
    for _, i, j, match in accepted:
        if found[i] is None:
            found[i] = Pairing(match, j, True, rivals.get(i))
    for _, i, j, match in rejected:
        if found[i] is None and j not in used:
            found[i] = Pairing(match, j)
            used.add(j)
    return Pairings([_NOTHING if p is None else p for p in found], [j for j in range(len(source)) if j not in used])


_PERIODS = (Slot.QUARTER, Slot.HALF)
_Scored = tuple[float, int, int, Match]


def _compare_all(target: Sequence[Atom], source: Sequence[Atom], rounding: bool) -> tuple[list[_Scored], list[_Scored]]:
    accepted: list[_Scored] = []
    rejected: list[_Scored] = []
    stretch = len(source) / max(1, len(target))
    periods = {atom.slot for atom in source if atom.slot in _PERIODS}
    for i, claim in enumerate(target):
        for j, origin in enumerate(source):
            if claim.slot in periods and origin.slot is Slot.ORDINAL:
                continue  # the third of "third quarter" is another quarter's, not a third production line's
            match = compare(claim, origin, rounding)
            if match is None:
                continue
            order = abs(i * stretch - j) / (len(source) + 1)
            score = match.strength * 10 + noun_fit(claim, origin) - order
            if match.verdict is Verdict.CONTRADICTED:
                rejected.append((score, i, j, match))
            else:
                accepted.append((score, i, j, match))
    return accepted, rejected


_NEIGHBOURS = ((Slot.MONTH, Slot.DAY), (Slot.YEAR, Slot.MONTH), (Slot.YEAR, Slot.QUARTER), (Slot.YEAR, Slot.HALF))


def _whole_dates(
    target: Sequence[Atom], source: Sequence[Atom], accepted: list[_Scored], rejected: list[_Scored]
) -> tuple[list[_Scored], list[_Scored]]:
    """Holds a date together: the March of "30 March" is not borne out by another date's where the 30th is of April."""
    here, there = _dates(target), _dates(source)
    for slots in here.values():
        for outer, inner in _NEIGHBOURS:
            if outer not in slots or inner not in slots:
                continue
            anchors = [d for d in there.values() if inner in d and _same(target, source, slots[inner], d[inner])]
            others = [d[outer] for d in anchors if outer in d and not _same(target, source, slots[outer], d[outer])]
            if others and len(others) == len(anchors):
                claim = slots[outer]
                accepted = [scored for scored in accepted if scored[1] != claim]
                match = Match(Verdict.CONTRADICTED, Reason.DATE_PART, 0.85)
                rejected.append((_ACCEPTED, claim, others[0], match))
    return accepted, rejected


def _dates(atoms: Sequence[Atom]) -> dict[int, dict[Slot, int]]:
    """For each figure that is a date of several parts: where its day, month and year stand among the atoms."""
    found: dict[int, dict[Slot, int]] = {}
    for index, atom in enumerate(atoms):
        if atom.slot in (Slot.DAY, Slot.MONTH, Slot.YEAR, Slot.QUARTER, Slot.HALF):
            found.setdefault(atom.figure, {})[atom.slot] = index
    return {figure: slots for figure, slots in found.items() if len(slots) > 1}


def _same(target: Sequence[Atom], source: Sequence[Atom], i: int, j: int) -> bool:
    return target[i].value == source[j].value


def _rivals(found: Sequence[Pairing | None], rejected: Sequence[_Scored], used: set[int]) -> dict[int, int]:
    """For atoms still unexplained, the unused source atom most likely meant instead; each named once."""
    rivals: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j, match in rejected:
        if found[i] is None and i not in rivals and j not in used and j not in taken and match.strength >= _RIVAL:
            rivals[i] = j
            taken.add(j)
    return rivals


def noun_fit(target: Atom, source: Atom) -> float:
    """1.5 when both count the same thing by the lexicon, -1.5 when they count different ones, 0 when unknown."""
    if target.noun is None or source.noun is None:
        return 0.0
    return noun.fit(target.noun, source.noun)


_EXCHANGEABLE: dict[Slot, int] = {
    Slot.NUMBER: 1,
    Slot.COUNT: 1,
    Slot.MULTIPLE: 1,
    Slot.MONEY: 2,
    Slot.SHARE: 3,
    Slot.POINTS: 3,
    Slot.DURATION: 4,
    Slot.AGE: 5,
    Slot.MEASURE: 6,
    Slot.ORDINAL: 7,
    Slot.DAY: 8,
    Slot.MONTH: 9,
    Slot.YEAR: 10,
    Slot.TIME: 11,
    Slot.DESIGNATION: 12,
    Slot.DECADE: 13,
    Slot.RATIO: 14,
    Slot.FRACTION: 15,
}


def could_stand_for(claim: Atom, origin: Atom) -> bool:
    """Whether a target figure could be in the place of a source figure of another value."""
    place = _EXCHANGEABLE.get(claim.slot)
    other = _EXCHANGEABLE.get(origin.slot)
    if place is None or other is None:
        return False
    if Slot.DESIGNATION in (claim.slot, origin.slot):
        return place == other
    return place == other or Slot.NUMBER in (claim.slot, origin.slot)


def kind_fit(claim: Atom, origin: Atom) -> float:
    """1 where both are of one kind, less where one is open, 0 where they differ."""
    if claim.slot is origin.slot:
        return 1.0
    if claim.slot in _OPEN and origin.slot in _OPEN:
        return 0.9
    return 0.6 if Slot.NUMBER in (claim.slot, origin.slot) else 0.0


_OPEN = frozenset({Slot.NUMBER, Slot.COUNT})
