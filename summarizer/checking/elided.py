"""What a bare number of the target may mean: a number whose unit is said once for two, or of years of age.

"48 cents, 21 of them for feed": 21 cents. "8.1bn litres, 1.5bn below last year": litres. "Under 21 and 75% were male":
years, not per cent. The reader of figures sees one figure at a time and leaves such a number bare, or gives it the unit
of the wrong neighbour; here the other readings are named, and the source decides which of them is borne out.

To extend: a reading is one more yield of `readings`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from summarizer.checking.atoms import Atom, Slot
from summarizer.checking.late import late
from summarizer.checking.reading import Reading

_OPEN = frozenset({Slot.NUMBER, Slot.COUNT})
_UNITED = frozenset({Slot.MONEY, Slot.MEASURE, Slot.SHARE, Slot.DURATION})
_BARE = late(r"[\d.,]+(?:\s?(?:bn|m|million|billion|thousand|k))?|[a-z-]+", re.IGNORECASE)
_AGED = late(
    r"\b(?:(?:under|over|below|above|aged?|younger than|older than|at|past|turn(?:s|ed)|between|and|to|from) "
    r"|the (?:under|over)-)$",
    re.IGNORECASE,
)
_CENTS = late(r"\b(?:cents?|pence|p|centimes?|Rappen|ct)\b|¢", re.IGNORECASE)
_NEAR = 90
_HUNDREDTH = Decimal("0.01")
_MOST_YEARS = 120
_SUM = Decimal(1_000_000)
"""From here on a number that counts nothing may be a sum in the currency of the text."""


def readings(claim: Atom, target: Reading) -> Iterator[Atom]:
    """Other figures that a bare number of the target may be, the likeliest first; none for one with its own unit."""
    figure = target.figures[claim.figure]
    if not isinstance(claim.value, Decimal) or not _BARE.fullmatch(figure.surface):
        return
    if claim.slot not in _OPEN and claim.slot is not Slot.SHARE:
        return
    before = target.text[max(0, figure.span.start - 30) : figure.span.start].replace("\n", " ")
    if claim.value <= _MOST_YEARS and _AGED.search(before):
        yield claim._replace(slot=Slot.AGE, unit="year", noun=None)
    if claim.slot in _OPEN and not (claim.noun is not None and claim.noun.concepts):
        sentence = target.sentence_index(claim.position)
        beside = [
            a
            for a in target.atoms_of((sentence,))
            if a.slot in _UNITED and a.figure != claim.figure and abs(a.position - claim.position) <= _NEAR
        ]
        beside.sort(key=lambda a: (a.position > claim.position, abs(a.position - claim.position)))
        money = next((a for a in target.atoms if a.slot is Slot.MONEY and a.unit is not None), None)
        if money is not None and claim.value >= _SUM:
            yield claim._replace(slot=Slot.MONEY, unit=money.unit, noun=None)
        for slot, unit, cents in dict.fromkeys((a.slot, a.unit, _in_cents(a, target)) for a in beside):
            value = claim.value * _HUNDREDTH if cents else claim.value
            yield claim._replace(slot=slot, unit=unit, value=value, noun=None)


def _in_cents(atom: Atom, target: Reading) -> bool:
    return atom.slot is Slot.MONEY and _CENTS.search(target.figures[atom.figure].surface) is not None


_BELOW = {
    "de": late(r"\b(?:unter|jünger als|bis(?: zu)?|höchstens) (?:\w+ )?$", re.IGNORECASE),
    "en": late(r"\b(?:under|below|younger than|up to|the under-?) ?$", re.IGNORECASE),
}
_ABOVE = {
    "de": late(r"\b(?:über|älter als|ab|mindestens) (?:\w+ )?$", re.IGNORECASE),
    "en": late(r"\b(?:over|above|older than|at least|past|the over-?) ?$", re.IGNORECASE),
}


def bound_turned(claim: Atom, target: Reading, origin: Atom, source: Reading) -> bool:
    """Whether an age is told as a bound from the other side: over 21 for "jünger als 21"."""
    return _side(claim, target) * _side(origin, source) < 0


def _side(atom: Atom, reading: Reading) -> int:
    start = reading.figures[atom.figure].span.start
    before = reading.text[max(0, start - 30) : start].replace("\n", " ")
    return (_ABOVE[reading.language].search(before) is not None) - (_BELOW[reading.language].search(before) is not None)
