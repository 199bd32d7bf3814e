"""Which sentences of different articles tell the same event, so that a briefing tells it once.

Both are German, so they are compared as they stand: words by their stems, rare ones counting more; names and figures
decide. Two sentences need two anchors in common (names, equal figures) and enough of their words. Where both give
figures and none agrees, they need more: then they are either one event on which the sources differ, or two. Sentences
that follow right behind two that match ("Der Auftrag hat einen Wert von …") need no name: their names stand before.

An article's sentence matches one of another article at most. Cases, with the pairs that must stay apart, are in
``tests/cases/briefing/events.toml``.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations

from summarizer.briefing.hollow import hollow
from summarizer.briefing.items import MEASURED, Item
from summarizer.data import Figure, Kind
from summarizer.figures import find

_WORD = re.compile(r"[^\W\d_][\w]*")
_STEM = 6
_SHORTEST = 4
_ENOUGH, _ENOUGH_APART = 0.42, 0.62
_SHARED_BEHIND = 2
_ANCHORS = 2
_NOTHING_NEW = 0.75
"""Share of a sentence's words that stand in another of its article: it says that again."""


def clusters(found: Sequence[Item]) -> tuple[tuple[Item, ...], ...]:
    """The items by event, in the order of their first; most stand alone."""
    weigh = _weights(found)
    matched = _matched(found, weigh)
    home: dict[int, list[Item]] = {id(item): [item] for item in found}
    for _, a, b in matched:
        one, other = home[id(a)], home[id(b)]
        if one is other or {x.source for x in one} & {x.source for x in other}:
            continue
        one.extend(other)
        for item in other:
            home[id(item)] = one
    seen: set[int] = set()
    ordered = []
    for item in found:
        group = home[id(item)]
        if id(group) not in seen:
            seen.add(id(group))
            ordered.append(tuple(group))
    return tuple(ordered)


def unrepeated(found: Sequence[Item]) -> tuple[Item, ...]:
    """The items without those that say again, of one article, what stands before: a lead told anew in the body.

    Nothing in it may be new: no name, no figure, hardly a word; and nothing may lean on it.
    """
    weigh = _weights(found)
    leaned_on = {(item.source, item.position - 1) for item in found if item.leans}
    kept: list[Item] = []
    for item in found:
        bound = item.opens_deal or item.leans or (item.source, item.position) in leaned_on
        if bound or not any(_says_again(before, item, weigh) for before in kept):
            kept.append(item)
    return tuple(kept)


def _says_again(before: Item, item: Item, weigh: Mapping[str, float]) -> bool:
    if before.source != item.source or before.statement.nature is not item.statement.nature:
        return False
    if not item.names <= before.names or not (item.names or item.figures):
        return False
    if not all(any(equal_figures(x, y) for y in before.figures) for x in item.figures):
        return False
    own, other = stems(item.german), stems(before.german)
    whole = sum(weigh.get(word, 1.0) for word in own)
    return whole > 0 and sum(weigh.get(word, 1.0) for word in own if word in other) >= _NOTHING_NEW * whole


def _matched(found: Sequence[Item], weigh: Mapping[str, float]) -> list[tuple[float, Item, Item]]:
    pairs = [(a, b) for a, b in combinations(found, 2) if a.source != b.source]
    first = [(score, a, b) for a, b in pairs if (score := likeness(a, b, weigh)) > 0]
    first.sort(key=lambda match: -match[0])
    taken = {id(item) for _, a, b in first for item in (a, b)}
    after = {(item.source, item.position - 1): item for item in found}
    second = []
    for _, a, b in first:
        x, y = after.get((a.source, a.position)), after.get((b.source, b.position))
        if x and y and not {id(x), id(y)} & taken and _goes_on(x, y):
            second.append((common(stems(x.german), stems(y.german), weigh), x, y))
    return [*first, *sorted(second, key=lambda match: -match[0])]


def _goes_on(a: Item, b: Item) -> bool:
    """Whether two items behind a match go on about the same: words in common, and a figure of the same kind."""
    shared = stems(a.german).keys() & stems(b.german).keys()
    return len(shared) >= _SHARED_BEHIND and any(comparable(x, y) for x in a.figures for y in b.figures)


def likeness(a: Item, b: Item, weigh: Mapping[str, float]) -> float:
    """How surely two items tell one event: 0 where they don't."""
    equal = sum(any(equal_figures(x, y) for y in b.figures) for x in a.figures if x.kind in MEASURED)
    dated = any(x.kind is Kind.DATE and equal_figures(x, y) for x in a.figures for y in b.figures)
    if len(a.names & b.names) + equal + dated < _ANCHORS:
        return 0.0
    measured = [any(f.kind in MEASURED for f in item.figures) for item in (a, b)]
    share = common(stems(a.german), stems(b.german), weigh)
    needed = _ENOUGH_APART if all(measured) and not equal else _ENOUGH
    return share + 0.2 * equal if share >= needed else 0.0


def common(one: Counter[str], other: Counter[str], weigh: Mapping[str, float]) -> float:
    """The part of the shorter text's words that the longer one has too, by weight: 0 to 1."""
    sizes = [sum(weigh.get(word, 1.0) for word in words) for words in (one, other)]
    shared = sum(weigh.get(word, 1.0) for word in one if word in other)
    if not min(sizes):
        return 0.0
    return shared / (0.7 * min(sizes) + 0.3 * max(sizes))


@lru_cache(maxsize=4096)
def stems(german: str) -> Counter[str]:
    """The words of a German sentence that say something, cut to their stems, and its numbers."""
    words = (word.lower() for word in _WORD.findall(german))
    kept = Counter(word[:_STEM] for word in words if len(word) >= _SHORTEST and word not in hollow("sentence"))
    kept.update(str(f.value) for f in find(german, "de") if f.kind in MEASURED and f.value is not None)
    return kept


def equal_figures(one: Figure, other: Figure) -> bool:
    """Whether two German figures are worth the same."""
    if one.value is None or other.value is None:
        return one.low is not None and (one.low, one.high, one.unit) == (other.low, other.high, other.unit)
    return one.value == other.value and (one.unit == other.unit or one.unit is None or other.unit is None)


def comparable(one: Figure, other: Figure) -> bool:
    """Whether two figures may be of the same thing: kind, unit, and the noun counted."""
    if one.kind is not other.kind or one.unit != other.unit or one.kind not in MEASURED:
        return False
    nouns = [(f.noun or "").lower()[:_STEM] for f in (one, other)]
    return not all(nouns) or nouns[0] == nouns[1] or nouns[0].endswith(nouns[1]) or nouns[1].endswith(nouns[0])


def _weights(found: Iterable[Item]) -> dict[str, float]:
    """A word that many sentences have tells less."""
    all_stems = [set(stems(item.german)) for item in found]
    seen = Counter(word for words in all_stems for word in words)
    return {word: 1.0 / math.sqrt(1 + max(0, number - 2) / 4) for word, number in seen.items()}
