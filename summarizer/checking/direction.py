"""Whether a figure moves the same way in both texts: "rose 4.7 percent" where the source says sank.

Only where each text says one way and one way alone in the clause of the figure, and neither denies anything there;
whoever writes both "rose" and "fell" in a clause, or turns the sentence round, is left alone. Shares, sums and
measures move; a comparison (more, weniger) must stand right behind its figure, for elsewhere it is a hedge.

To extend: a word of ``words/direction.txt``.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from summarizer.checking.atoms import Atom, Slot
from summarizer.checking.clauses import Clauses
from summarizer.checking.reading import Reading

_FILE = Path(__file__).parent / "words" / "direction.txt"
_MOVING = frozenset({Slot.SHARE, Slot.POINTS, Slot.MONEY, Slot.MEASURE})
_COMPARED = _MOVING | {Slot.COUNT, Slot.NUMBER}
_REACH = 70
"""How far from its figure, in code points, a verb may stand."""
DOUBT = 0.75


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
            found.setdefault(section, []).extend(
                re.escape(form.strip().rstrip("*")) + (r"\w*" if form.strip().endswith("*") else "") for form in forms
            )
    return {name: re.compile(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE) for name, forms in found.items()}


class Directions:
    """Which way the figures of a text move."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._clauses = Clauses(reading.text)
        self._patterns = _patterns(reading.language)

    def of(self, atom: Atom) -> tuple[int, str]:
        """1 up, -1 down, 0 where it is not said or not clear; and the word that says so."""
        span = self._reading.figures[atom.figure].span
        start, end = self._clauses.around(span.start, span.end)
        text = self._reading.text
        before = text[max(start, span.start - _REACH) : span.start]
        behind = text[span.end : min(end, span.end + _REACH)]
        if self._patterns["not"].search(before) or self._patterns["not"].search(behind) or "n't" in before:
            return 0, ""
        if (compared := self._compared(behind))[0]:
            return compared
        if atom.slot not in _MOVING:
            return 0, ""
        up = self._patterns["up"].search(before) or self._patterns["up"].search(behind)
        down = self._patterns["down"].search(before) or self._patterns["down"].search(behind)
        if (up is None) == (down is None):
            return 0, ""
        return (1, up.group()) if up else (-1, down.group() if down else "")

    def _compared(self, behind: str) -> tuple[int, str]:
        """The comparison right behind a figure: 5 percent less."""
        for name, way in (("more", 1), ("less", -1)):
            if found := self._patterns[name].match(behind.lstrip()):
                return way, found.group()
        return 0, ""


def opposite(claim: Atom, origin: Atom, here: Directions, there: Directions) -> str | None:
    """The word of the source that says the other way than the target; None where it says the same, or nothing."""
    if claim.slot not in _COMPARED:
        return None
    mine, _ = here.of(claim)
    if not mine:
        return None
    its, word = there.of(origin)
    return word if mine * its < 0 else None
