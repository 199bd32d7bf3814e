"""What a change is measured by: a rise from 200 to 250 is 25 per cent and not 20, and that of two shares is in points.

Which figure is the old one stands in the source, before each (von, auf, statt, nach: `course`). Where it doesn't,
either may be the base, for a rate is no less borne out because the sentence is silent. The target says that a
percentage is a change by the word right before it (up, down, by, rose) or a comparison right behind (less than).

To extend: a word of `_CHANGED` or `_COMPARED`.
"""

from __future__ import annotations

import re

from summarizer.checking import course
from summarizer.checking.atoms import Atom, Slot
from summarizer.checking.late import late
from summarizer.checking.reading import Reading

_CHANGED = late(
    r"\b(?:up|down|by|rises?|rose|risen|falls?|fell|fallen|falling|drop(?:s|ped|ping)?"
    r"|grow(?:s|n|ing)?|grew|gain(?:s|ed|ing)?|climb(?:s|ed|ing)?|slip(?:s|ped|ping)?|increase[sd]?|decrease[sd]?|decline[sd]?|jump(?:s|ed)?"
    r"|an? (?:rise|fall|increase|drop|decline|decrease|gain|jump) of)\s+"
    r"(?:(?:by|about|around|some|almost|nearly|just|only|roughly|more than|over|less than|under|a|an)\s+){0,3}$",
    re.IGNORECASE,
)
_COMPARED = late(
    r"\s+(?:more|less|fewer|higher|lower|larger|smaller|above|below)\b(?:\s+than\b|\s*[,.;)]|\s+(?:a|the|last|its|in|on)\b)"
)
"""Right behind a percentage: seven percent less than a year before."""
_BEFORE = 50
_TOGETHER = 60
"""How far apart, in code points, the old and the new value of one change begin."""


class Changes:
    """How the figures of the source follow one another, and which percentages of the target are changes."""

    def __init__(self, target: Reading, source: Reading) -> None:
        self._target = target
        self.source = source

    def ordered(self, one: Atom, other: Atom) -> tuple[Atom, Atom] | None:
        """The old figure and the new one; None where the source doesn't say which is which."""
        places = course.place(one, self.source), course.place(other, self.source)
        if places[0] is places[1]:
            return None
        if places[0] is course.Place.OLD or places[1] is course.Place.NEW:
            return one, other
        if places[1] is course.Place.OLD or places[0] is course.Place.NEW:
            return other, one
        return None

    def is_one(self, claim: Atom) -> bool:
        """Whether a percentage or a fraction of the target says by how much something changed."""
        if claim.slot not in (Slot.SHARE, Slot.FRACTION):
            return False
        span = self._target.figures[claim.figure].span
        before = self._target.text[max(0, span.start - _BEFORE) : span.start].replace("\n", " ")
        behind = self._target.text[span.end : span.end + _BEFORE].replace("\n", " ")
        return _CHANGED.search(before) is not None or _COMPARED.match(behind) is not None
