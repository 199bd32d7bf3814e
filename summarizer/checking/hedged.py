"""Whether the target makes a figure firmer than the source: a bound that is gone, an "exactly" that nobody said.

"Rund" and "knapp" are left out by careful translators every day; "bis zu", "mindestens", "mehr als" and "weniger als"
are not, for without them another thing is said: an order of up to 37 aircraft may come to none. A bound counts as
lost only where the German word for it is plain (not "über" and "unter", which are prepositions as often) and nothing
beside the English figure says it in another way (as many as, in excess of, older than, sub-).

To extend: a word of `_BOUND`, `_KEPT` or `_EXACTLY`.
"""

from __future__ import annotations

import re

from summarizer.checking import qualifiers
from summarizer.checking.atoms import Atom, Slot
from summarizer.checking.late import late
from summarizer.checking.reading import Reading
from summarizer.data import Qualifier

LOST, EXACTLY = 0.35, 0.65
_OF_TIME = 0.25
"""For lengths of time and ages, which translators round most freely: "20 years ago" for more than 20."""
_BOUNDED = frozenset(
    {Slot.NUMBER, Slot.COUNT, Slot.MONEY, Slot.SHARE, Slot.POINTS, Slot.MEASURE, Slot.DURATION, Slot.AGE, Slot.FRACTION}
)
_LENGTHS = frozenset({Slot.DURATION, Slot.AGE})
_BEFORE, _BEHIND = 60, 40
"""How far from its figure, in code points, a hedge may stand."""

_BOUND = late(
    r"\b(?:bis zu|mindestens|wenigstens|zumindest|höchstens|maximal|(?:mehr|weniger) als|nicht (?:mehr|weniger) als)"
    r"(?: \w+){0,2} *$",
    re.IGNORECASE,
)
_KEPT = late(
    r"\b(?:as \w+ as|up to|upto|at (?:least|most|best)|least|(?:more|less|fewer|\w+er) than"
    r"|excess of|exceed\w*|over|above|below|beyond|under"
    r"|within|sub|past|plus|\w+-plus|top|tops|topped|topping|surpass\w*|upwards? of|maxim\w+|max|minim\w+|min|limit\w*"
    r"|cap|caps|capped|ceiling|(?:down|up) from|only"
    r"|or (?:more|less|fewer|older|younger|above|below|over|under|so)|and up)\b|\+",
    re.IGNORECASE,
)
_AT_ALL = late(r"\W{0,3}at (?:least|most|best)\b", re.IGNORECASE)
_POSSIBLE = late(r"\b(?:could|can|may|might|potentially|possibly)\b", re.IGNORECASE)
"""What says "bis zu" as well: the jobs of 3,000 people could go."""
_EXACTLY = {
    "en": late(r"\b(?:exactly|precisely|no more and no (?:less|fewer) than)(?: \w+)? *$", re.IGNORECASE),
    "de": late(r"\b(?:genau|exakt|präzise|punktgenau)(?: \w+)? *$", re.IGNORECASE),
}


class Firmer:
    """What of two texts' figures is firmer in the target than in the source."""

    def __init__(self, target: Reading, source: Reading) -> None:
        self._target = target
        self._source = source

    def than(self, claim: Atom, origin: Atom) -> tuple[float, str] | None:
        """How doubtful ``claim`` is for being firmer than ``origin``, and the source's words; None where it isn't."""
        if claim.slot not in _BOUNDED or claim.value != origin.value or origin.qualifier is Qualifier.EXACT:
            return None
        if claim.qualifier is not Qualifier.EXACT or origin.qualifier is Qualifier.FURTHER:
            return None
        before = self._before(self._source, origin)
        if _EXACTLY["en"].search(self._before(self._target, claim)):
            return EXACTLY, self._words(origin)
        if not qualifiers.side(origin.qualifier) or not _BOUND.search(before):
            return None
        if self._kept(claim, possible=origin.qualifier is Qualifier.AT_MOST):
            return None
        return (_OF_TIME if claim.slot in _LENGTHS else LOST), self._words(origin)

    def _kept(self, claim: Atom, *, possible: bool) -> bool:
        """Whether a word in the clause of the figure may say the bound; ``possible``: that it could be so does."""
        span = self._target.figures[claim.figure].span
        start, end = self._target.clauses.around(span.start, span.end)
        text = self._target.text
        before = text[max(start, span.start - _BEFORE) : span.start]
        behind = text[span.end : min(end, span.end + _BEHIND)]
        if _AT_ALL.match(text, span.end) or _KEPT.search(f"{before} # {behind}"):
            return True
        return possible and _POSSIBLE.search(before) is not None

    def _words(self, origin: Atom) -> str:
        """The source figure with its hedge."""
        span = self._source.figures[origin.figure].span
        before = self._before(self._source, origin)
        hedge = _BOUND.search(before)
        words = hedge.group() if hedge else " ".join(before.split()[-1:]) + " "
        return f"{words}{self._source.text[span.start : span.end]}".replace("\n", " ")

    @staticmethod
    def _before(reading: Reading, atom: Atom) -> str:
        start = reading.figures[atom.figure].span.start
        return reading.text[max(0, start - _BEHIND) : start].replace("\n", " ")
