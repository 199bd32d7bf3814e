"""Comparisons turned round: "half the size of" for doppelt so groß wie, "doubled" for halbiert.

Twice as large as another is right the other way round too, if the two change places with it: B is half the size of A.
So a comparison counts as turned only where the one compared with, which stands behind it in both languages, has stayed
the same; and a doubling or halving only where nothing in the sentence compares.

To extend: a word of `_BEHIND`, or of `_CHANGED` for a verb that multiplies.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from summarizer.checking.atoms import Atom, Slot
from summarizer.checking.late import late
from summarizer.checking.reading import Reading

DOUBT = 0.7
_ASKED = frozenset({Slot.FRACTION, Slot.MULTIPLE})
_VALUES = frozenset({Slot.MONEY, Slot.SHARE, Slot.COUNT, Slot.NUMBER, Slot.MEASURE})
_BEHIND = {
    "de": late(r"[^.;,]{0,40}?\b(?:wie|als)\b"),
    "en": late(r"[^.;,]{0,40}?\b(?:as|of|than)\b"),
}
_CHANGED = {
    "de": late(
        r"(?:ver\w+fach|verdoppel|verdreifach|halbier)\w*|auf die Hälfte|mehr als (?:ver|halb)\w+", re.IGNORECASE
    ),
    "en": late(r"(?:doubl|tripl|trebl|quadrupl|halv)\w*", re.IGNORECASE),
}
_TO = late(r"\W+(?:\w+ly\W+)?to\W+(?:about |around |some |just )?[$€£]?$")
_REFERENCE = 45
_CLOSE = Decimal("0.01")


def turned(claim: Atom, target: Reading, source: Reading) -> Atom | None:
    """The source's comparison that the target turns round; None where there is none."""
    if claim.slot not in _ASKED or not isinstance(claim.value, Decimal):
        return None
    asked = [a for a in source.atoms if a.slot in _ASKED]
    if any(a.value == claim.value for a in asked):
        return None
    for origin in asked:
        if isinstance(origin.value, Decimal) and _inverse(claim.value, origin.value):
            mine, its = _compared_with(claim, target), _compared_with(origin, source)
            if mine and its and not mine.isdisjoint(its) and not _before(claim, target, its):
                return origin
            if _changes(claim, target) and _changes(origin, source):
                return origin
    return None


def wrong_way(claim: Atom, target: Reading, origins: Sequence[Atom]) -> tuple[Atom, Atom] | None:
    """The old and the new value of a doubling that was a halving: "doubled to 64", from 128."""
    value = claim.value
    if claim.slot is not Slot.MULTIPLE or not isinstance(value, Decimal) or not _changes(claim, target):
        return None
    end = target.figures[claim.figure].span.end
    new = next((a for a in target.atoms if a.position > end and _TO.fullmatch(target.text[end : a.position])), None)
    if new is None or not isinstance(new.value, Decimal):
        return None
    here = [a for a in origins if a.slot in _VALUES and a.value == new.value and a.unit == new.unit]
    old = [a for a in origins if a.slot in _VALUES and a.value == new.value * value and a.unit == new.unit]
    right = any(a.value == new.value / value for a in origins)
    return (old[0], here[0]) if here and old and not right else None


def _inverse(one: Decimal, other: Decimal) -> bool:
    return one != other and abs(one * other - 1) < _CLOSE


def _compared_with(atom: Atom, reading: Reading) -> set[str]:
    """The keys of the words behind a comparison: what it is compared with."""
    end = reading.figures[atom.figure].span.end
    match = _BEHIND[reading.language].match(reading.text, end)
    if match is None:
        return set()
    stop = reading.clauses.around(atom.position, match.end())[1]
    found: set[str] = set()
    for word in reading.words.between(match.end(), min(stop, match.end() + _REFERENCE)):
        if word.capital:
            found.update(word.keys)
    return found


def _before(atom: Atom, reading: Reading, keys: set[str]) -> bool:
    """Whether one of the keys stands before a figure in its clause."""
    start = reading.clauses.around(atom.position, atom.position + 1)[0]
    return any(not keys.isdisjoint(word.keys) for word in reading.words.between(start, atom.position))


def _changes(atom: Atom, reading: Reading) -> bool:
    """Whether the figure is a verb that multiplies, and nothing behind it compares."""
    figure = reading.figures[atom.figure]
    return _CHANGED[reading.language].search(figure.surface) is not None
