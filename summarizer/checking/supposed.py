"""Whether what the source only supposes is told as a fact: "könnte 40 kosten" → "costs 40".

German hedges a whole clause with one word (könnte, dürfte, möglicherweise, voraussichtlich). English has more ways than
can be listed, so a hedge counts as lost only where nothing in the sentence may stand for it. "Will" stands for what is
expected, not for what is merely possible. It counts at `high`.

To extend: a word of ``[may suppose]`` in ``words/denials.txt``, which only makes the question rarer.
"""

from __future__ import annotations

import re

from summarizer.checking.atoms import Atom, Slot
from summarizer.checking.late import late
from summarizer.checking.reading import Reading
from summarizer.checking.spotted import Spotted
from summarizer.checking.wordlists import patterns

DOUBT = 0.35
_REACH = 600
"""How long, in code points, a sentence may be on either side of a figure."""
_POSSIBLE = late(r"\b(?:könnten?|möglicherweise|womöglich|vielleicht|eventuell|unter Umständen)\b", re.IGNORECASE)
_EXPECTED = late(r"\b(?:dürften?|voraussichtlich|wohl|vermutlich|wahrscheinlich|mutmaßlich)\b", re.IGNORECASE)
_ASKED = frozenset(
    {Slot.NUMBER, Slot.COUNT, Slot.MONEY, Slot.SHARE, Slot.POINTS, Slot.MEASURE, Slot.YEAR, Slot.FRACTION}
)
_TO = late(r"\b(?:is|are|was|were|be) (?:\w+ )?to\b|\bas \w+ as\b|['’]d\b", re.IGNORECASE)
_WILL = late(r"\bwill\b|['’]ll\b|\bgoing to\b", re.IGNORECASE)
_STOP = late(r"[.!?…][\"”“»«)]?\s+(?=[^\s\da-zäöü])|\n\n")


_HEDGING = Spotted(rf"{_POSSIBLE.pattern}|{_EXPECTED.pattern}|\bumständen\b")


def supposes(reading: Reading) -> bool:
    """Whether a German text supposes anything."""
    if not _HEDGING.among(reading.tokens):
        return False
    return _POSSIBLE.search(reading.text) is not None or _EXPECTED.search(reading.text) is not None


def told_as_fact(claim: Atom, origin: Atom, here: Reading, there: Reading) -> str | None:
    """The German word that only supposes what the English tells as a fact; None where it doesn't."""
    if claim.slot not in _ASKED or not there.once(supposes):
        return None
    span = there.figures[origin.figure].span
    start, end = there.clauses.around(span.start, span.end)
    possible = _POSSIBLE.search(there.text, start, end)
    hedge = possible or _EXPECTED.search(there.text, start, end)
    if hedge is None:
        return None
    at = claim.position
    begin = max((m.end() for m in _STOP.finditer(here.text, max(0, at - _REACH), at)), default=max(0, at - _REACH))
    stop = _STOP.search(here.text, at, at + _REACH)
    last = stop.start() if stop else at + _REACH
    may = patterns("denials", here.language)["may suppose"]
    if may.search(here.text, begin, last) or _TO.search(here.text, begin, last):
        return None
    return None if not possible and _WILL.search(here.text, begin, last) else hedge.group()
