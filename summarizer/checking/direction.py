"""Whether a figure goes the same way in both texts: "rose 4.7 percent" where the source says sank.

Rising and falling is one pair of opposites; profit and loss, hired and cut, exports and imports are others. One counts
only where each text says one way and one way alone in the clause of the figure, and neither denies anything there;
whoever writes both "rose" and "fell" in a clause, or turns the sentence round, is left alone. Which figures go which
way is `_OPPOSITES`; a comparison (more, weniger) must stand right behind its figure, for elsewhere it is a hedge.

To extend: a word of ``words/direction.txt``, or two sections there and a line in `_OPPOSITES`.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from summarizer.checking.atoms import Atom, Slot
from summarizer.checking.reading import Reading

_FILE = Path(__file__).parent / "words" / "direction.txt"
_MOVING = frozenset({Slot.SHARE, Slot.POINTS, Slot.MONEY, Slot.MEASURE})
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
)
"""Two ways, the figures that go them, and how doubtful one is that goes the other."""
_LED = {
    "de": re.compile(r"\b(?:um|auf|von)(?: \w+){0,2} $"),
    "en": re.compile(r"\b(?:by|to|from)(?: \w+){0,2} $"),
}
"""Before a count that moves: Unemployment rose *to* 2.63 million."""
_REACH = 70
"""How far from its figure, in code points, a verb may stand."""


def _pattern(form: str) -> str:
    first, apart, last = form.partition("…")
    found = re.escape(first.rstrip("*")) + (r"\w*" if first.endswith("*") else "")
    return rf"{found}\b[^\n]*\b{re.escape(last)}(?=\s*(?:$|und\b))" if apart else rf"{found}\b"


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    """A pattern for each section of the word list."""
    found: dict[str, list[str]] = {}
    section = ""
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif "=" in line and not line.startswith("#"):
            forms = line.split("=")[0 if language == "de" else 1].split(",")
            found.setdefault(section, []).extend(_pattern(form.strip()) for form in forms)
    return {name: re.compile(rf"\b(?:{'|'.join(forms)})", re.IGNORECASE) for name, forms in found.items()}


def moves(text: str, language: str) -> bool:
    """Whether a stretch of text says that something rises or falls."""
    patterns = _patterns(language)
    return any(patterns[name].search(text) for name in ("up", "down", "step"))


class Directions:
    """Which way the figures of a text go."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._clauses = reading.clauses
        self._patterns = _patterns(reading.language)

    def of(self, atom: Atom, *, moving: bool = False) -> dict[str, str]:
        """What is said of a figure, and the word that says so; empty where it is not said or not clear.

        ``moving`` says that the figure moves, though this text doesn't show that it is a share.
        """
        span = self._reading.figures[atom.figure].span
        start, end = self._clauses.around(span.start, span.end)
        text = self._reading.text
        before = text[max(start, span.start - _REACH) : span.start].replace("\n", " ")
        behind = text[span.end : min(end, span.end + _REACH)].replace("\n", " ")
        around = f"{before} # {behind}"
        if self._patterns["not"].search(around) or "n't" in before:
            return {}
        dated = atom.slot in _DATES
        if not dated and (compared := self._compared(behind)):
            return compared
        found = {}
        for one, other, slots, _ in _OPPOSITES:
            if atom.slot not in slots and (dated or not (one == "up" and (moving or self._led(before)))):
                continue
            here, there = self._patterns[one].search(around), self._patterns[other].search(around)
            if here and not there:
                found[one] = here.group()
            elif there and not here:
                found[other] = there.group()
        return found

    def _led(self, before: str) -> bool:
        return _LED[self._reading.language].search(before) is not None

    def _compared(self, behind: str) -> dict[str, str]:
        """The comparison right behind a figure: 5 percent less."""
        for name, way in (("more", "up"), ("less", "down")):
            if found := self._patterns[name].match(behind.lstrip()):
                return {way: found.group()}
        return {}


class Opposite(NamedTuple):
    """That a figure goes the other way in the source."""

    word: str
    """The word of the source that says so."""
    doubt: float


def opposite(claim: Atom, origin: Atom, here: Directions, there: Directions) -> Opposite | None:
    """Whether the source says the other way than the target; None where it says the same, or nothing."""
    if claim.slot not in _COMPARED and claim.slot not in _DATES:
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
