"""Wholes and their parts: 60 trains, 38 of them from one maker and 22 from another.

All of them belong to whoever a part belongs to, so the names beside them don't tell which is which; that one is the sum
of the others does, and how the target speaks of them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal

from summarizer.checking.atoms import Atom
from summarizer.checking.attribute import could_stand_for
from summarizer.checking.late import late
from summarizer.checking.reading import Reading

_MOST_PARTS = 4
_OF_THE = late(r"\b(?:[Oo]f|[Aa]mong) (?:the|these|those|its|their|all|a total of)(?: [a-z]+)? \Z")
_OF_WHICH = late(r"\b(?:of which|of whom|of them|including) (?:[a-z]+ )?\Z")
_OF_THEM = late(r" (?:[a-z-]+ )?of (?:them|these|those|which|whom)\b")
_FEW = 40
"""Right before a figure: it is the whole that others are parts of, or a part; and right behind one: a part."""


_Paired = tuple[Atom, int]


def sums(origins: Sequence[Atom]) -> dict[int, set[int]]:
    """Source atoms that are the sum of a run of others near them, each with the parts: 60 with 38 and 22."""
    numbers = [(at, atom, atom.value) for at, atom in enumerate(origins) if isinstance(atom.value, Decimal)]
    found: dict[int, set[int]] = {}
    for first in range(len(numbers)):
        run, total = {numbers[first][0]}, numbers[first][2]
        for at, atom, value in numbers[first + 1 : first + _MOST_PARTS]:
            if not could_stand_for(origins[numbers[first][0]], atom):
                break
            run, total = run | {at}, total + value
            for whole, other, amount in numbers:
                if amount == total and whole not in run and could_stand_for(other, atom):
                    found.setdefault(whole, set()).update(run)
    return found


def told_as_whole(
    target: Reading, one: _Paired, other: _Paired, origins: Sequence[Atom], parts: Mapping[int, Collection[int]]
) -> bool | None:
    """Whether the target tells the whole as the whole, where of two pairs of claim and origin one is part of the other.

    Both belong to whoever the part belongs to, so the names beside them don't say which is which: the order does, and
    "of the" and "of them". None where neither is part of the other, or the target doesn't tell them as such. Each pair
    is a target atom and the index of its source atom in ``origins``; ``parts`` as `sums` gives them.
    """
    for (claim, j), (piece, m) in ((one, other), (other, one)):
        whole, part = claim.position, piece.position
        if m not in parts.get(j, ()) or target.sentence_index(whole) != target.sentence_index(part):
            continue
        if _is_whole(target.text, whole) or _is_part(target, piece):
            return True
        if _is_whole(target.text, part) or (part < whole and _is_part(target, claim)):
            return False
        return True if whole < part and origins[j].position < origins[m].position else None
    return None


def _is_whole(text: str, position: int) -> bool:
    return _OF_THE.search(text, max(0, position - _FEW), position) is not None


def _is_part(target: Reading, claim: Atom) -> bool:
    start, end = target.figures[claim.figure].span
    before = _OF_WHICH.search(target.text, max(0, start - _FEW), start)
    return before is not None or _OF_THEM.match(target.text, end) is not None
