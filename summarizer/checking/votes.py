"""A vote whose sides have changed places: "rejected by 14 votes to 27" for "lehnte mit 27 gegen 14 Stimmen ab".

What decides comes first in both languages, so the larger number leads, whatever was decided. A motion that *fails* 14
to 27 is right. Which way the vote went is asked in `direction`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal

from summarizer.checking.atoms import Atom, Slot
from summarizer.checking.late import late
from summarizer.checking.reading import Reading

DOUBT = 0.7
_BEFORE = 120
_COUNTS = frozenset({Slot.COUNT, Slot.NUMBER})
_BETWEEN = {
    "de": late(r"\W+(?:Ja-?)?(?:Stimmen)?\W*(?:gegen|zu)\W+", re.IGNORECASE),
    "en": late(r"\W+(?:votes?\W+)?(?:to|against)\W+", re.IGNORECASE),
}
_DECIDED = late(
    r"\b(?:approv|adopt|pass|back|endors|ratif|reject|accept|agree|voted down|threw out|turned down)\w*[^.;]*"
    r"\bby\W+(?:a vote of )?$",
    re.IGNORECASE,
)


def turned(claim: Atom, target: Reading, source: Reading) -> str | None:
    """The source's words of a vote whose sides ``claim`` is the first of, turned round; None where it isn't."""
    if claim.slot not in _COUNTS:
        return None
    pair = _follows(claim, target)
    if (
        pair is None
        or not _less(claim, pair)
        or not _DECIDED.search(target.text[max(0, claim.position - _BEFORE) : claim.position])
    ):
        return None
    for origin in source.atoms_worth(pair.value):
        other = _follows(origin, source) if origin.slot in _COUNTS else None
        if other is not None and other.value == claim.value:
            return source.text[origin.position : source.figures[other.figure].span.end]
    return None


def _less(one: Atom, other: Atom) -> bool:
    return isinstance(one.value, Decimal) and isinstance(other.value, Decimal) and one.value < other.value


def _follows(atom: Atom, reading: Reading) -> Atom | None:
    """The other side of a vote, right behind a figure."""
    end = reading.figures[atom.figure].span.end
    atoms = reading.atoms
    for at in range(bisect_right(atoms, end, key=lambda other: other.position), len(atoms)):
        other = atoms[at]
        if other.slot in _COUNTS:
            between = reading.text[end : other.position]
            return other if _BETWEEN[reading.language].fullmatch(between) else None
    return None
