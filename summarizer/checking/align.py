"""Finds what a stretch of the target was made from: sentence by sentence for a translation, by evidence for a summary.

Both ask how much two sentences share in keys that survive translation (names, cognates, counted nouns, figures),
rare keys counting more. A translation keeps the order, so its sentences are aligned by dynamic programming over
runs of up to two on either side, where lengths count too. A summary doesn't, so each of its sentences takes the
source sentences that together explain most of it.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import NamedTuple

from summarizer.checking.atoms import Slot, Weight
from summarizer.checking.precision import significant_digits
from summarizer.checking.reading import Reading


class Bead(NamedTuple):
    """Target sentences and the source sentences that they stand for, by index, each list in order."""

    target: tuple[int, ...]
    source: tuple[int, ...]


_MOST_EVIDENCE = 4
_ROUNDABLE = frozenset({Slot.MONEY, Slot.COUNT, Slot.NUMBER, Slot.MEASURE})
_LEAST_GAIN = 0.18
"""How much of a summary sentence's weight a further source sentence must explain."""
_LONG = 20.0
"""The most weight that this is a part of, looking twice: however long a sentence is, a figure of its own is a gain."""
_ROUNDED = (2, 3)
"""To how many digits a writer of summaries rounds: €18.9 billion for 18,94 Milliarden."""


def profile(reading: Reading) -> list[frozenset[str]]:
    """For each sentence the keys it can be recognised by."""
    found = [set(keys) for keys in reading.sentence_keys]
    for atom in reading.atoms:
        if found and atom.value is not None and atom.weight >= Weight.SPELLED:
            found[reading.sentence_index(atom.position)].add(f"={hash(atom.value)}")
    return [frozenset(keys) for keys in found]


def _rounded(reading: Reading, *, exactly: bool) -> dict[int, set[str]]:
    """For each sentence the values of its figures as they are rounded; ``exactly`` takes those told so round."""
    found: dict[int, set[str]] = defaultdict(set)
    for atom in reading.atoms:
        if atom.slot not in _ROUNDABLE or not isinstance(atom.value, Decimal) or atom.weight < Weight.SPELLED:
            continue
        digits = significant_digits(atom.value)
        for places in _ROUNDED:
            if digits == places if exactly else digits > places:
                value = atom.value.normalize(Context(places, ROUND_HALF_UP))
                found[reading.sentence_index(atom.position)].add(f"≈{value}")
    return found


def weights(sentences: Sequence[frozenset[str]]) -> dict[str, float]:
    """What each key of the source tells: the rarer, the more."""
    count: dict[str, int] = defaultdict(int)
    for keys in sentences:
        for key in keys:
            count[key] += 1
    total = len(sentences)
    return {key: math.log(1 + total / seen) * (1.5 if key[0] in "=≈" else 1.0) for key, seen in count.items()}


def evidence(target: Reading, source: Reading) -> list[tuple[int, ...]]:
    """For each sentence of a summary the source sentences it draws on, the most telling first."""
    index = source.once(_Index)
    return [_cover(keys, index, math.inf) for keys in profile(target)]


def wider_evidence(target: Reading, source: Reading) -> list[tuple[int, ...]]:
    """The same at a second look: also sentences that a long one shares little with but a figure, told or rounded."""
    index = source.once(_RoundedIndex)
    rounded = _rounded(target, exactly=True)
    return [_cover(keys | rounded.get(at, set()), index, _LONG) for at, keys in enumerate(profile(target))]


class _Index:
    """The sentences of a source, made ready to be asked which of them hold a key."""

    def __init__(self, source: Reading) -> None:
        self.origins = self.profile(source)
        self.weight = weights(self.origins)
        self.where: dict[str, list[int]] = defaultdict(list)
        for index, keys in enumerate(self.origins):
            for key in keys:
                self.where[key].append(index)
        self.lengths = [math.sqrt(5 + len(keys)) for keys in self.origins]

    def profile(self, source: Reading) -> list[frozenset[str]]:
        """For each sentence the keys it can be recognised by."""
        return profile(source)


class _RoundedIndex(_Index):
    """The same with the values of figures as a summary rounds them."""

    def profile(self, source: Reading) -> list[frozenset[str]]:
        rounded = _rounded(source, exactly=False)
        return [keys | rounded.get(at, set()) for at, keys in enumerate(profile(source))]


def _cover(claim: frozenset[str], index: _Index, longest: float) -> tuple[int, ...]:
    """Greedy cover: the sentence that explains most, then the one that explains most of what is left.

    ``longest`` is the most weight of a claim that a gain is measured by.
    """
    weight, where, lengths = index.weight, index.where, index.lengths
    known = {key for key in claim if key in weight}
    whole = sum(weight[key] for key in known)
    left = set(known)
    chosen: list[int] = []
    while left and len(chosen) < _MOST_EVIDENCE:
        gains: dict[int, float] = {}
        for key in left:
            for at in where[key]:
                gains[at] = gains.get(at, 0.0) + weight[key]
        if chosen:
            gains = {at: gain for at, gain in gains.items() if gain >= _LEAST_GAIN * min(whole, longest)}
            if not gains:
                break
        best = max(gains, key=lambda at: (gains[at] / lengths[at], -at))
        chosen.append(best)
        left -= index.origins[best]
    return tuple(chosen)


def beads(target: Reading, source: Reading) -> list[Bead]:
    """The alignment of a translation, in order; every sentence of both sides is in one bead."""
    here, there = target.sentences, source.sentences
    if len(here) <= 1 or len(there) <= 1:
        return [Bead(tuple(range(len(here))), tuple(range(len(there))))]
    claims, origins = profile(target), profile(source)
    weight = weights(origins)
    sizes = ([s.span.end - s.span.start for s in here], [s.span.end - s.span.start for s in there])
    return _trace(_table(claims, origins, weight, sizes), len(here), len(there))


_MOVES = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (2, 2), (3, 1), (1, 3))
_MOVE_COST = {(1, 1): 0.0, (1, 0): 3.0, (0, 1): 3.0, (2, 1): 0.8, (1, 2): 0.8, (2, 2): 1.6, (3, 1): 2.0, (1, 3): 2.0}
_BAND = 60


def _table(
    claims: Sequence[frozenset[str]],
    origins: Sequence[frozenset[str]],
    weight: dict[str, float],
    sizes: tuple[Sequence[int], Sequence[int]],
) -> dict[tuple[int, int], tuple[float, tuple[int, int]]]:
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    n, m = len(claims), len(origins)
    for i in range(n + 1):
        middle = i * m // n
        for j in range(max(0, middle - _BAND), min(m, middle + _BAND) + 1):
            for di, dj in _MOVES:
                before = best.get((i - di, j - dj))
                if before is None or (di, dj) == (0, 0):
                    continue
                cost = before[0] + _cost(claims, origins, weight, sizes, (i, j), (di, dj))
                if (i, j) not in best or cost < best[i, j][0]:
                    best[i, j] = (cost, (di, dj))
    return best


def _cost(
    claims: Sequence[frozenset[str]],
    origins: Sequence[frozenset[str]],
    weight: dict[str, float],
    sizes: tuple[Sequence[int], Sequence[int]],
    end: tuple[int, int],
    move: tuple[int, int],
) -> float:
    (i, j), (di, dj) = end, move
    cost = _MOVE_COST[move]
    if not di or not dj:
        return cost
    here = frozenset().union(*claims[i - di : i])
    there = frozenset().union(*origins[j - dj : j])
    shared = sum(weight.get(key, 0.0) for key in here & there)
    whole = sum(weight.get(key, 0.0) for key in there) + 1.0
    length = abs(math.log((sum(sizes[0][i - di : i]) + 15) / (sum(sizes[1][j - dj : j]) + 15)))
    return cost + 2.0 * length - 4.0 * min(1.0, 2 * shared / whole) * max(di, dj)


def _trace(best: dict[tuple[int, int], tuple[float, tuple[int, int]]], n: int, m: int) -> list[Bead]:
    found: list[Bead] = []
    i, j = n, m
    while (i, j) != (0, 0):
        di, dj = best[i, j][1]
        found.append(Bead(tuple(range(i - di, i)), tuple(range(j - dj, j))))
        i, j = i - di, j - dj
    return found[::-1]
