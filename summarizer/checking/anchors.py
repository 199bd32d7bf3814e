"""Of when and where a figure is: the 2.3 per cent of October, not of September; the 10.8 of Bremen, not of Bayern.

Journalists set figures side by side and tell them apart by one word: a month, a year, a place, first and second. That
word is a figure's anchor. A figure's own clause has it, or else the sentence before it. Where a target figure is given
another anchor than in the source, while the source has that anchor at another figure of the sort, the two have been
mixed up. Only anchors of a figure's own clause count: one said before may have been left behind.

To extend: a kind of anchor is a letter, given in `_dated` or `_RELATIVE`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import NamedTuple

from summarizer.checking import context
from summarizer.checking.atoms import Atom, Slot, Weight
from summarizer.checking.attribute import could_stand_for, noun_fit
from summarizer.checking.late import late
from summarizer.checking.reading import Reading

_KINDS: dict[Slot, str] = {
    Slot.YEAR: "year",
    Slot.MONTH: "month",
    Slot.QUARTER: "quarter",
    Slot.HALF: "half",
    Slot.WEEKDAY: "weekday",
    Slot.ORDINAL: "ordinal",
}
_RELATIVE = {
    "de": (
        (
            "last",
            late(r"\b(?:im (?:vergangenen|letzten|vorigen) Jahr|(?:vergangenes|letztes|voriges) Jahr)\b", re.I),
        ),
        ("now", late(r"\b(?:derzeit|zurzeit|aktuell|momentan|heute)\b", re.IGNORECASE)),
    ),
    "en": (
        ("last", late(r"\blast year\b", re.IGNORECASE)),
        ("now", late(r"\b(?:currently|at present|now|today)\b", re.IGNORECASE)),
    ),
}
_LANGUAGE = late(r"[A-ZÄÖÜ][a-zäöüß]+isch\b")
"""A language is no place: Französisch."""
_AND = late(r"\s(?:und|sowie|während|and|while|whereas|but)\s")
_OWNED = frozenset({Slot.MONEY, Slot.SHARE, Slot.POINTS, Slot.COUNT, Slot.NUMBER, Slot.MEASURE, Slot.DURATION})
_DOUBT = 0.68
_TOLD = ("place", "month", "year", "quarter", "half", "ordinal")
_MOST_EQUAL = 20
"""A value that the source has more often than this is told of too much to be mixed up."""


class Anchor(NamedTuple):
    """A word that tells one figure from another."""

    position: int
    kind: str
    key: str


class Mixed(NamedTuple):
    """A figure given another anchor than in the source."""

    doubt: float
    case: str


class Anchors:
    """The anchors of a text, and which of its figures they belong to."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._parts: dict[tuple[int, int], list[Anchor]] = {}

    @cached_property
    def _ends(self) -> list[int]:
        """Where clauses end, "und" among them where it stands between two figures."""
        text = self.reading.text
        ends = self.reading.clauses.ends
        firm = [a.position for a in self.reading.atoms if a.slot in _OWNED]
        more = []
        for match in _AND.finditer(text):
            at = bisect_right(ends, match.start())
            start, stop = ends[at - 1] if at else 0, ends[at] if at < len(ends) else len(text)
            middle = bisect_right(firm, match.start())
            if middle and middle < len(firm) and firm[middle - 1] >= start and firm[middle] < stop:
                more.append(match.start())
        return sorted([*ends, *more])

    def part(self, position: int) -> tuple[int, int]:
        """Where the part of a sentence begins and ends that a figure has for itself."""
        at = bisect_right(self._ends, position)
        return (self._ends[at - 1] if at else 0), (self._ends[at] if at < len(self._ends) else len(self.reading.text))

    @cached_property
    def _dated(self) -> list[Anchor]:
        """The figures of the text that are anchors of others, in reading order."""
        found = [
            Anchor(atom.position, _KINDS[atom.slot], str(atom.value))
            for atom in self.reading.atoms
            if atom.slot in _KINDS
        ]
        return sorted(found)

    def of(self, atom: Atom, kind: str) -> set[str]:
        """The anchors of one kind in a figure's own part of the sentence."""
        return self.said_of(atom).get(kind, set())

    def said_of(self, atom: Atom) -> dict[str, set[str]]:
        """All anchors in a figure's own part of the sentence, by kind."""
        found: dict[str, set[str]] = {}
        for anchor in self._within(atom):
            if anchor.position != atom.position:
                found.setdefault(anchor.kind, set()).add(anchor.key)
        return found

    def _within(self, atom: Atom) -> list[Anchor]:
        """The anchors of the part of a sentence that a figure has for itself; each part is read once."""
        part = self.part(atom.position)
        if part not in self._parts:
            self._parts[part] = self._read(*part)
        return self._parts[part]

    def _read(self, start: int, end: int) -> list[Anchor]:
        text, language = self.reading.text, self.reading.language
        first, last = (bisect_left(self._dated, at, key=lambda anchor: anchor.position) for at in (start, end))
        found = self._dated[first:last]
        for key, pattern in _RELATIVE[language]:
            found += [Anchor(match.start(), "year", key) for match in pattern.finditer(text, start, end)]
        for at, word in context.words_between(text, start, end):
            places = context.places(word, language)
            if places and not _LANGUAGE.match(text, at):
                found += [Anchor(at, "place", key) for key in places]
        return found

    def nearest(self, atom: Atom, kind: str) -> bool:
        """Whether no other figure of the sort is nearer to the anchor of a part of a sentence."""
        start, end = self.part(atom.position)
        atoms = self.reading.atoms
        first, last = (bisect_left(atoms, at, key=lambda a: a.position) for at in (start, end))
        like = [a for a in atoms[first:last] if a.slot is atom.slot]
        anchors = [a for a in self._within(atom) if a.kind == kind]
        return all(min(like, key=lambda a: abs(a.position - at.position)).position == atom.position for at in anchors)


def mixed(claim: Atom, origin: Atom, here: Anchors, there: Anchors) -> Mixed | None:
    """Whether a figure has been given what the source gives to another figure of the sort."""
    if claim.slot not in _OWNED or claim.weight < Weight.SPELLED:
        return None
    said = here.said_of(claim)
    told = [(kind, said[kind]) for kind in _TOLD if kind in said]
    told = [(kind, keys) for kind, keys in told if len(keys) == 1 and here.nearest(claim, kind)]
    if not told:
        return None
    source = there.reading
    at = source.sentence_index(origin.position)
    rivals = [o for o in source.atoms_of((at - 1, at, at + 1)) if _rivals(claim, o)]
    equal = [o for o in source.atoms_worth(origin.value) if could_stand_for(claim, o)] or [origin]
    if not rivals or len(equal) > _MOST_EQUAL:
        return None
    for kind, mine in told:
        theirs = [there.of(o, kind) for o in equal]
        if all(keys and mine.isdisjoint(keys) for keys in theirs) and any(there.of(o, kind) == mine for o in rivals):
            return Mixed(_DOUBT, f"anchor.{kind}")
    return None


def _rivals(claim: Atom, other: Atom) -> bool:
    """Whether another figure of the source is of the same sort."""
    if other.value == claim.value or other.weight < Weight.SPELLED or not could_stand_for(claim, other):
        return False
    return (claim.unit in (other.unit, None) or other.unit is None) and noun_fit(claim, other) >= 0
