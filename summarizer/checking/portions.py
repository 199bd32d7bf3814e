"""Parts of a whole: whom they go to, and whether a part is told as the whole.

"Davon gehen 1,2 Milliarden Euro an Talgo": the words say that it is a part, and whose, though a preposition stands
before the name. And who tells the 780 million that one of two brings in as what both have takes a part for the whole.
The German says that a figure is a part (davon, darunter, entfällt auf), or gives each its own in one sentence; the
English says a whole (together, between them, the combined company, or two parties at once).

To extend: a word of `_PART`, `_WHOLE` or `_OF_WHICH`.
"""

from __future__ import annotations

import re
from decimal import Decimal

from summarizer.checking.atoms import Atom, Slot, Weight
from summarizer.checking.attribute import could_stand_for
from summarizer.checking.late import late
from summarizer.checking.reading import Reading
from summarizer.data import Span

DOUBT = 0.66
_PART = late(
    r"\b(?:davon|wovon|hiervon|darunter|von denen|von diesen|entf[aä]ll\w*|entfielen?|trägt dazu|tragen dazu"
    r"|steuer(?:t|n|te|ten)|bringt|bringen|allein)\b",
    re.IGNORECASE,
)
_GOING = late(r"\b(?:davon|wovon|hiervon|darunter|von denen|entf[aä]ll\w*|entfielen?|gehen|geht|ging|gingen)\b", re.I)
_TO = late(r"\b(?:an|auf|bei|beim|von|vom)\s+([A-ZÄÖÜ][\w&-]*(?: [A-ZÄÖÜ][\w&-]*)*)")
_SUMMED = late(
    r"\b(?:zusammen|insgesamt|gemeinsam\w*|gesamt\w*|beide\w*|alle\w*|jeweils|je|und|sowie|konzern\w*)\b", re.I
)
_WHOLE = late(
    r"\b(?:together|combined|between them|in all|in total|altogether|jointly|all told"
    r"|(?:a|the|new|merged|joint) (?:new |merged |joint )?(?:group|company|alliance))\b",
    re.IGNORECASE,
)
_BOTH = late(r"\b(?:together|combined|between them|in all|in total|altogether|jointly|all told)\b", re.IGNORECASE)
_OF_WHICH = late(
    r"\b(?:of (?:it|them|that|this|which|whom|these|those)|parts?|shares?|portion|alone|including|each|apiece"
    r"|respectively|adds?|brings?|bringing|contribut\w+)\b",
    re.IGNORECASE,
)
_DATED = frozenset(
    {Slot.DAY, Slot.MONTH, Slot.YEAR, Slot.WEEKDAY, Slot.TIME, Slot.ORDINAL, Slot.DESIGNATION, Slot.VAGUE}
)


def _clause(atom: Atom, reading: Reading) -> Span:
    return Span(*reading.clauses.around(*reading.figures[atom.figure].span))


def recipient(atom: Atom, source: Reading) -> Span | None:
    """The one that the source gives a part to: an Talgo, auf Marborg; None where it says no such thing."""
    clause = _clause(atom, source)
    text = clause.of(source.text)
    if _GOING.search(text) is None:
        return None
    found = [match.span(1) for match in _TO.finditer(text)]
    if len(found) != 1:
        return None
    return Span(clause.start + found[0][0], clause.start + found[0][1])


def as_whole(claim: Atom, origin: Atom, target: Reading, source: Reading) -> str | None:
    """The source's words for a part that the target tells as the whole; None where it doesn't."""
    if claim.slot in _DATED or claim.weight < Weight.SPELLED:
        return None
    mine = _clause(claim, target).of(target.text)
    if _WHOLE.search(mine) is None or _OF_WHICH.search(mine) or _several(claim, target):
        return None
    clause = _clause(origin, source)
    its = clause.of(source.text)
    if _SUMMED.search(its):
        return None
    if _PART.search(its) or (_BOTH.search(mine) and _sibling(origin, source) is not None):
        return its.strip()
    return None


def other_fraction(claim: Atom, origin: Atom, target: Reading, source: Reading) -> bool:
    """Whether both texts say a fraction of the same thing: one third of the cost, zwei Drittel der Kosten."""
    if not claim.slot is origin.slot is Slot.FRACTION:
        return False
    if isinstance(claim.value, Decimal) and isinstance(origin.value, Decimal):
        rest = abs(claim.value + origin.value - 1) < _CLOSE
        if rest and _denies(claim, target) is not _denies(origin, source):
            return False  # a third are to close where two thirds stay
    here, there = (_fraction_of(atom, reading) for atom, reading in ((claim, target), (origin, source)))
    return not here.isdisjoint(there)


def _denies(atom: Atom, reading: Reading) -> bool:
    """Whether the clause of a fraction says that something is not, or goes."""
    clause = _clause(atom, reading)
    return _GONE[reading.language].search(clause.of(reading.text)) is not None


def _fraction_of(atom: Atom, reading: Reading) -> set[str]:
    """The keys of the first noun behind a fraction, or within a reach of a word or two."""
    end = reading.figures[atom.figure].span.end
    words = [word for word in reading.words.between(end, end + _NOUN_REACH) if word.keys]
    return {key for word in words[:_WORDS] for key in word.keys if key[0] != "w"}


_NOUN_REACH, _WORDS = 40, 2
_CLOSE = Decimal("0.01")
_GONE = {
    "de": late(
        r"\b(?:nicht|kein\w*|ohne|schließ\w*|geschlossen\w*|streich\w*|gestrichen|wegfall\w*|lehn\w*|abgelehnt|gegen|fehl\w*"
        r"|leer\w*|verlor\w*|verlier\w*|un(?!d\b|s\b|ter)\w+|entlass\w*)\b",
        re.IGNORECASE,
    ),
    "en": late(
        r"\b(?:not|no|without|clos\w+|shut\w*|cut|cuts|axed?|los[est]\w*|reject\w*|oppos\w+|against|lack\w*|miss\w*|empty"
        r"|vacant|go|un(?!der|til|it|ion)\w+|dismiss\w*|fail\w*|rest|remain\w*|others?)\b",
        re.IGNORECASE,
    ),
}


def _several(claim: Atom, target: Reading) -> bool:
    """Whether another figure of the sort stands in the clause: the words may sum them up."""
    clause = _clause(claim, target)
    return any(
        atom.figure != claim.figure and clause.start <= atom.position < clause.end and could_stand_for(claim, atom)
        for atom in target.atoms
        if atom.slot is claim.slot
    )


def _sibling(origin: Atom, source: Reading) -> Atom | None:
    """A figure of the same unit in the next clause of the sentence, as each of two has its own."""
    sentence = source.sentence_index(origin.position)
    clause = source.clauses.of(origin.position)
    for atom in source.atoms_of((sentence,)):
        apart = abs(source.clauses.of(atom.position) - clause)
        like = atom.slot is origin.slot and atom.unit == origin.unit
        if apart == 1 and (like or atom.slot is Slot.NUMBER) and atom.value != origin.value:
            return None if _PART.search(_clause(atom, source).of(source.text)) else atom
    return None
