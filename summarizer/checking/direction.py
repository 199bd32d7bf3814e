"""Whether a figure goes the same way in both texts: "rose 4.7 percent" where the source says sank.

Rising and falling is one pair of opposites; profit and loss, hired and cut, exports and imports are others. One counts
only where each text says one way and one way alone in the clause of the figure, and neither denies anything there;
whoever writes both "rose" and "fell" in a clause, or turns the sentence round, is left alone. Which figures go which
way is `_OPPOSITES`; a comparison (more, weniger) must stand right behind its figure, for elsewhere it is a hedge.

To extend: a word of ``words/direction.txt``, or two sections there and a line in `_OPPOSITES`.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from summarizer.checking.atoms import Atom, Slot
from summarizer.checking.late import late
from summarizer.checking.reading import Reading
from summarizer.checking.wordlists import any_of, patterns, sections

_WORDS = "direction"
_MOVING = frozenset({Slot.SHARE, Slot.POINTS, Slot.MONEY, Slot.MEASURE, Slot.FRACTION})
_COUNTED = frozenset({Slot.COUNT, Slot.NUMBER})
_COMPARED = _MOVING | _COUNTED
_DATES = frozenset({Slot.DAY, Slot.MONTH, Slot.YEAR, Slot.QUARTER, Slot.HALF, Slot.WEEKDAY})
_OPPOSITES: tuple[tuple[str, str, frozenset[Slot], float], ...] = (
    ("up", "down", _MOVING, 0.75),
    ("profit", "loss", frozenset({Slot.MONEY}), 0.7),
    ("hired", "cut", _COUNTED, 0.7),
    ("export", "import", _COMPARED, 0.5),  # the imports of one country are the exports of another
    ("income", "spending", frozenset({Slot.MONEY}), 0.65),
    ("begin", "end", _DATES, 0.7),
    ("adopted", "rejected", _COUNTED | {Slot.RATIO, Slot.SHARE}, 0.7),
    ("demanded", "offered", frozenset({Slot.SHARE, Slot.MONEY}), 0.65),
    ("demanded", "imposed", frozenset({Slot.DURATION, Slot.MONEY}), 0.65),
    ("inflow", "outflow", frozenset({Slot.MONEY}), 0.7),
    ("works", "fails", _COUNTED, 0.65),
    ("opens", "closes", _COUNTED, 0.65),
    ("there", "missing", _COUNTED | {Slot.SHARE}, 0.45),  # of a whole, the rest is told as often
    ("gains", "loses", _COUNTED, 0.65),
    ("better", "worse", frozenset({Slot.ORDINAL}), 0.7),
)
"""Two ways, the figures that go them, and how doubtful one is that goes the other."""
_ASKED = _COMPARED | _DATES | {Slot.ORDINAL, Slot.RATIO, Slot.DURATION}
_LED = {
    "de": late(r"\b(?:um|auf|von)(?: \w+){0,2} $"),
    "en": late(r"\b(?:by|to|from)(?: \w+){0,2} $"),
}
"""Before a count that moves: Unemployment rose *to* 2.63 million."""
_THAN = {
    "de": late(r",? (?:und |damit |also |etwas |deutlich |erneut |klar ){0,3}(höher|niedriger|geringer) als\b"),
    "en": late(
        r",? (?:and |was |is |were |has been |slightly |much |significantly |far |clearly |again ){0,3}"
        r"(higher|lower|more|less) than\b"
    ),
}
"""A comparison a word or two behind its figure: turnout, at 61 percent, was lower than in 2020."""
_NAMED = frozenset({"profit", "income", "export", "inflow"})
"""The first of two opposites that are nouns beside their figure."""
_ANOTHER = late(
    r"\b(?:after|following|against|compared|versus|from|instead|while|whereas|nach|gegenüber|statt|während|zuvor)\b"
)
"""Before another figure that is compared with, or told beside."""
_REACH = 70
"""How far from its figure, in code points, a verb may stand."""


def moves(text: str, language: str) -> bool:
    """Whether a stretch of text says that something rises or falls."""
    words = patterns(_WORDS, language)
    return any(words[name].search(text) for name in ("up", "down", "step"))


class Directions:
    """Which way the figures of a text go."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._patterns = patterns(_WORDS, reading.language)

    @cached_property
    def said(self) -> set[str]:
        """The sections of which the text may have a word; most texts have none."""
        language = self._reading.language
        found = sections(_WORDS, language, self._reading.tokens)
        return found if found and any_of(_WORDS, language).search(self._reading.text) else set()

    def of(self, atom: Atom, *, moving: bool = False) -> dict[str, str]:
        """What is said of a figure, and the word that says so; empty where it is not said or not clear.

        ``moving`` says that the figure moves, though this text doesn't show that it is a share.
        """
        if not self.said:
            return {}
        span = self._reading.figures[atom.figure].span
        start, end = self._reading.clauses.around(span.start, span.end)
        text = self._reading.text
        before = text[max(start, span.start - _REACH) : span.start].replace("\n", " ")
        behind = text[span.end : min(end, span.end + _REACH)].replace("\n", " ")
        around = f"{before} # {behind}"
        beyond = text[span.end : span.end + _REACH].replace("\n", " ")
        if self._first("not", around) or "n't" in before:
            return {}
        dated = atom.slot in _DATES
        if not dated and (compared := self._compared(behind, beyond)):
            return compared
        found = {}
        own = self._own(atom, before, behind)
        for one, other, slots, _ in _OPPOSITES:
            if atom.slot not in slots and (dated or not (one == "up" and (moving or self._led(before)))):
                continue
            said = own if one in _NAMED else around
            here, there = self._first(one, said), self._first(other, said)
            if here and not there:
                found[one] = here.group()
            elif there and not here:
                found[other] = there.group()
        return found

    def _own(self, atom: Atom, before: str, behind: str) -> str:
        """What stands around a figure up to the next of its kind, which has a word of its own: earnings of 4.8 million
        following a loss of 3.1."""
        span = self._reading.figures[atom.figure].span
        for other in self._reading.atoms_of({self._reading.sentence_index(atom.position)}):
            its = self._reading.figures[other.figure].span
            if other.slot is not atom.slot or other.figure == atom.figure:
                continue
            if 0 <= its.start - span.end < len(behind):
                behind = behind[: its.start - span.end]
            if 0 <= span.start - its.end < len(before):
                between = before[len(before) - (span.start - its.end) :]
                before = between if _ANOTHER.search(between) else before
        told = _ANOTHER.search(behind)
        return f"{before} # {behind[: told.start()] if told else behind}"

    def _first(self, section: str, text: str) -> re.Match[str] | None:
        return self._patterns[section].search(text) if section in self.said else None

    def _led(self, before: str) -> bool:
        return _LED[self._reading.language].search(before) is not None

    def _compared(self, behind: str, beyond: str) -> dict[str, str]:
        """The comparison right behind a figure: 5 percent less."""
        if self.said.isdisjoint(("more", "less")):
            return {}
        for name, way in (("more", "up"), ("less", "down")):
            if found := self._patterns[name].match(behind.lstrip()):
                return {way: found.group()}
        if found := _THAN[self._reading.language].match(beyond):
            for name, way in (("more", "up"), ("less", "down")):
                if self._patterns[name].match(found[1]):
                    return {way: found[1]}
        return {}


class Opposite(NamedTuple):
    """That a figure goes the other way in the source."""

    word: str
    """The word of the source that says so."""
    doubt: float


def opposite(claim: Atom, origin: Atom, here: Directions, there: Directions) -> Opposite | None:
    """Whether the source says the other way than the target; None where it says the same, or nothing."""
    if claim.slot not in _ASKED:
        return None
    moving = Slot.POINTS in (claim.slot, origin.slot)
    mine = here.of(claim, moving=moving)
    if not mine:
        return None
    its = there.of(origin, moving=moving)
    for one, other, _, doubt in _OPPOSITES:
        if one in mine and other in its:
            return Opposite(_quoted(its[other]), doubt)
        if other in mine and one in its:
            return Opposite(_quoted(its[one]), doubt)
    return None


def _quoted(words: str) -> str:
    """A verb in two parts without what stands between them: läuft … aus."""
    first, apart, last = words.partition("#")
    return f"{first.split()[0]} … {last.split()[-1]}" if apart else words
