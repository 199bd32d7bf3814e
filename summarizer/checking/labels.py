"""Whether two figures of one sentence have been given each other's labels: "a profit of €80m on sales of €7m".

Where the numbers keep their order, nothing in their places shows it; the words that tell the two apart do. Such a word
is an anchor: one that both texts have once, that stands in the part of the sentence which a figure has for itself. A
figure's part ends at a comma, at "und" or "while" between the two, and where nothing divides them, the words before
the first figure are the first's, those between are the second's if something stood before the first too. Exchanged are
two figures only where each has an anchor of the other and neither has one of its own: one word that is rendered
unlike, or a subject that stands for both, proves nothing.

To extend: a line below ``[labels]`` of ``words/context.txt``; nouns of the lexicon and names count by themselves.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from summarizer.checking import course, direction
from summarizer.checking.atoms import Atom, Slot, Weight
from summarizer.checking.attribute import noun_fit
from summarizer.checking.late import late
from summarizer.checking.reading import Reading
from summarizer.data import Qualifier

_LIKE = frozenset({Slot.MONEY, Slot.SHARE, Slot.COUNT, Slot.NUMBER, Slot.MEASURE, Slot.FRACTION, Slot.DURATION})
_OPEN = frozenset({Slot.COUNT, Slot.NUMBER})
_PART = late(
    r"[,;:–—](?=\s)|\s-\s|\s(?:und|sowie|während|aber|gegen(?!über)|bei|and|while|whereas|but|against|versus|with)(?=\s)"
)
_STOP = late(r"[.!?…][\"”“»«)]?\s+(?=[^\s\da-zäöü])|\n\n")
_IN_TURN = late(r"\brespectively\b|\b(?:beziehungsweise|bzw|jeweils)\b", re.IGNORECASE)
_PAIRED = late(r"\W*(?:\w+\W+){0,1}(?:und|oder|bzw\.|and|or)\W+(?:\w+\W+){0,2}")
_LEADS = late(r"[\w-]+\s(?:of|von|in Höhe von|über)\s(?:\w+\s){0,2}[$€£]?$")
"""A word that is tied to the figure behind it: a loss *of* €37m."""
_WORD = late(r"\w+")
_BREAK = late(r"[,;:–—]")
_MOST = 2000
"""How many times as large the one may be: nobody takes 47 aircraft for 5.1 million passengers."""
_REACH = 600
"""How long, in code points, a sentence may be before the first figure and behind the last."""
_FAR = 220
"""How far apart, in code points, the two figures may stand."""
CLEAR, MIXED = 0.75, 0.4


class Crossed(NamedTuple):
    """Two figures with each other's labels."""

    one: int
    other: int
    doubt: float
    words: str
    """Of the target: the label that the first has and the source gives to the second."""


def crossed(target: Reading, source: Reading, pairs: Sequence[tuple[int, Atom, Atom]]) -> Iterator[Crossed]:
    """The pairs of figures with crossed labels; ``pairs`` has an index, a target atom and the source atom it fits."""
    pairs = [pair for pair in pairs if _once(pair[2], source)]
    for place, (one, claim, origin) in enumerate(pairs):
        for other, claim2, origin2 in pairs[place + 1 :]:
            if abs(claim2.position - claim.position) > _FAR:
                break
            if not _alike(claim, claim2) or not _alike(origin, origin2) or not _near(target, claim, claim2):
                continue
            if not all(course.place(a, target) for a in (claim, claim2)) and not all(
                course.place(a, source) for a in (origin, origin2)
            ):
                found = _weighed(target, source, (claim, origin), (claim2, origin2))
                if found is not None:
                    yield Crossed(one, other, *found)


def _once(origin: Atom, source: Reading) -> bool:
    """Whether the source has the value once, so that it is clear which of its figures is meant."""
    return origin.slot in _LIKE and source.once(_counted)[origin.value] == 1


def _counted(source: Reading) -> Counter[object]:
    return Counter(atom.value for atom in source.atoms if atom.slot in _LIKE)


def _alike(one: Atom, other: Atom) -> bool:
    """Whether two figures of a text are of one sort and size, so that they can be taken for each other."""
    if not isinstance(one.value, Decimal) or not isinstance(other.value, Decimal):
        return False
    small, large = sorted((abs(one.value), abs(other.value)))
    if large > small * _MOST:
        return False
    if one.value == other.value or one.figure == other.figure or one.slot not in _LIKE:
        return False
    if min(one.weight, other.weight) < Weight.SLIGHT or Qualifier.FURTHER in (one.qualifier, other.qualifier):
        return False
    like = one.slot is other.slot or {one.slot, other.slot} <= _OPEN
    return like and (one.unit == other.unit or None in (one.unit, other.unit)) and noun_fit(one, other) >= 0


def _near(target: Reading, claim: Atom, claim2: Atom) -> bool:
    first, last = sorted((claim.position, claim2.position))
    return last - first <= _FAR and not _STOP.search(target.text, first, last)


class _Parts:
    """Which of two figures of a text a word belongs to."""

    def __init__(self, reading: Reading, one: Atom, other: Atom) -> None:
        self._reading = reading
        self._turned = other.position < one.position
        spans = sorted((reading.figures[one.figure].span, reading.figures[other.figure].span))
        self._spans = spans
        text = reading.text
        first, last = max(0, spans[0].start - _REACH), min(len(text), spans[1].end + _REACH)
        stops = [match.end() for match in _STOP.finditer(text, first, last)]
        self.start = max((s for s in stops if s <= spans[0].start), default=first)
        self.stop = min((s for s in stops if s >= spans[1].end), default=last)
        breaks = [match.start() for match in _PART.finditer(text, self.start, self.stop)] + stops
        within = sorted(b for b in breaks if spans[0].end <= b < spans[1].start)
        self.divided = bool(within)
        between = text[spans[0].end : spans[1].start]
        #: Whether nothing but an "and" stands between the two: what is said of one is said of both.
        self.paired = _PAIRED.fullmatch(between) is not None
        # A German verb at the end of "25 in Graz und 30 in Linz eröffnen" is of both.
        self._shared = reading.language == "de" and _BREAK.search(between) is None
        #: Where the first figure begins, and which it is: what stands before it may be the subject of both.
        self.first, self.leader = spans[0].start, int(self._turned)
        if any(spans[0].end <= s <= spans[1].start for s in stops):  # two sentences: each is its figure's
            self._first = self.start, min(s for s in stops if s >= spans[0].end)
            self._second = max(s for s in stops if s <= spans[1].start), self.stop
            return
        self._first = (
            max((b for b in breaks if self.start <= b < spans[0].start), default=self.start),
            within[0] if within else spans[1].start,
        )
        self._second = (
            within[-1] if within else spans[0].end,
            min((b for b in breaks if spans[1].end <= b), default=self.stop),
        )

    def tokens(self) -> Iterator[tuple[tuple[str, ...], int | None, str, int]]:
        """The keys of each word, which figure it belongs to (0 the first given, 1 the other), the word, and where."""
        figures = self._reading.figures
        first = bisect_right(figures, self.start, key=lambda figure: figure.span.end)
        last = bisect_left(figures, self.stop, key=lambda figure: figure.span.start)
        spans = [figure.span for figure in figures[first:last]]
        words = [word for word in self._reading.words.between(self.start, self.stop) if word.keys]
        before = any(self._first[0] <= t.start < self._spans[0].start and _labels(t.keys) for t in words)
        behind = any(self._spans[1].end <= t.start < self._second[1] and _labels(t.keys) for t in words)
        for word in words:
            at = word.start
            if any(span.start <= at < span.end for span in spans):
                continue
            mine = self._owner(at, before=before, behind=behind)
            stop = _WORD.match(self._reading.text, at)
            yield word.keys, mine if mine is None else mine ^ self._turned, stop.group() if stop else "", at

    def _owner(self, at: int, *, before: bool, behind: bool) -> int | None:
        if not self.divided and self._spans[0].end <= at < self._spans[1].start:
            led = _LEADS.match(self._reading.text, at, self._spans[1].start) is not None
            return 1 if led else None if before is behind else int(before)
        if self._first[0] <= at < self._first[1]:
            return 0
        if self._shared and at >= self._spans[1].end and self._reading.text[at].islower():
            return None
        return 1 if self._second[0] <= at < self._second[1] else None


def _labels(keys: tuple[str, ...]) -> list[str]:
    return [key for key in keys if key[0] != "w"]


def _weighed(
    target: Reading, source: Reading, one: tuple[Atom, Atom], other: tuple[Atom, Atom]
) -> tuple[float, str] | None:
    """How doubtful it is that each figure has its own label, and the word that says so; None where it isn't."""
    here, there = _Parts(target, one[0], other[0]), _Parts(source, one[1], other[1])
    if here.paired or there.paired:
        return None
    if _IN_TURN.search(target.text, here.start, here.stop) or _IN_TURN.search(source.text, there.start, there.stop):
        return None
    theirs: dict[str, set[int | None]] = {}
    for keys, owner, _, _ in there.tokens():
        for key in _labels(keys):
            theirs.setdefault(key, set()).add(owner)
    mine = list(here.tokens())
    owners: dict[str, set[int | None]] = {}
    for keys, owner, _, _ in mine:
        for key in _labels(keys):
            owners.setdefault(key, set()).add(owner)
    rates = one[0].slot is other[0].slot is Slot.SHARE  # each rises or falls, in one word or another
    straight: set[int] = set()
    across: dict[int, str] = {}
    for keys, owner, word, at in mine:
        said = {next(iter(theirs[key])) for key in _labels(keys) if len(theirs.get(key, ())) == 1 == len(owners[key])}
        if owner is None or None in said or not said or (rates and direction.moves(word, target.language)):
            continue
        if owner in said:
            if not (owner == here.leader == there.leader and at < here.first):
                straight.add(owner)
        else:
            across.setdefault(owner, word)
    if len(across) < 2:
        return None
    return (MIXED if straight else CLEAR), across[0]
