"""Which of two values is the larger one: "35 km/h more" for what the source makes 35 less.

The step follows from two figures of the source, and only its direction is wrong. No word of the source need say it, so
the values do: the target names the one that it tells the difference from (58.4 percent, 3.5 points less), or
two parties that stand each beside one of the operands (Talgo trains have 75 more seats than Stadler's). Where the first
is the smaller and the target says more, or the other way round, it is turned round. A difference that the source states
itself (300 Meter kürzer) must have the same word of the two behind it.

To extend: a line of `_PAIRS`, in both languages; a word of `_MORE` or `_LESS`; one of lengths of time, where fast is
short, goes to `_SOONER`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from summarizer.checking import course
from summarizer.checking.atoms import Atom, Slot
from summarizer.checking.late import late
from summarizer.checking.reading import Reading

DOUBT = 0.7
_ASKED = frozenset({Slot.MONEY, Slot.SHARE, Slot.POINTS, Slot.COUNT, Slot.NUMBER, Slot.MEASURE, Slot.DURATION})
_MORE = "more|higher|longer|larger|bigger|taller|heavier|wider|deeper|older|further|farther|dearer|above|ahead of"
_LESS = "less|fewer|lower|shorter|smaller|lighter|narrower|shallower|younger|cheaper|below|short of|behind|under"
_SOONER, _LATER = "faster|quicker|sooner", "slower"
_WORD = late(
    rf"(?:\s+(?!than\b|and\b|to\b)[a-z][\w-]*){{0,2}}?[\s-]+(?:(?P<more>{_MORE})|(?P<less>{_LESS})|(?P<soon>{_SOONER})|(?P<late>{_LATER}))\b"
)
_FROM = late(r"\b(?:from|than|against|after|compared with|to)\s+(?:\w+\s+)?[$€£]?$")
_BEFORE, _BEHIND = 120, 60
_PAIR = 2


_PAIRS: dict[str, tuple[tuple[str, str], ...]] = {
    "de": (
        ("länger", "kürzer"),
        ("höher", "niedriger|tiefer"),
        ("später", "früher"),
        ("älter", "jünger"),
        ("schneller", "langsamer"),
        ("schwerer", "leichter"),
        ("größer", "kleiner"),
        ("teurer|mehr", "billiger|günstiger|weniger"),
        ("breiter", "schmaler|schmäler"),
        ("weiter", "näher"),
        ("wärmer", "kälter|kühler"),
    ),
    "en": (
        ("longer", "shorter"),
        ("higher|taller", "lower"),
        ("later", "earlier|sooner"),
        ("older", "younger"),
        ("faster|quicker", "slower"),
        ("heavier", "lighter"),
        ("larger|bigger|greater", "smaller"),
        ("dearer|more expensive|more", "cheaper|less expensive|less|fewer"),
        ("wider|broader", "narrower"),
        ("further|farther", "nearer|closer"),
        ("warmer|hotter", "colder|cooler"),
    ),
}
"""Opposites that both languages say of one thing; a line of one has its line in the other."""
_OPPOSITE = {
    language: late(
        r"\s+(?:(?!than\b|als\b|and\b|und\b)[a-zäöü]+\s+)?(?:"
        + "|".join(f"(?P<u{n}>{up})|(?P<d{n}>{down})" for n, (up, down) in enumerate(pairs))
        + r")(?:e[nmrs]?)?(?P<than>\s+(?:than|als)\b)?(?![\w-])"
    )
    for language, pairs in _PAIRS.items()
}
_LATER = "2"


def opposite(claim: Atom, origin: Atom, target: Reading, source: Reading) -> str | None:
    """The source's comparison right behind its figure, where the target has its opposite; None where it hasn't."""
    if claim.slot not in _ASKED:
        return None
    mine = _behind(claim, target)
    its = _behind(origin, source) if mine is not None else None
    if mine is None or its is None or mine.lastgroup is None or its.lastgroup is None:
        return None
    ours, theirs = (next(name for name, text in found.groupdict().items() if text) for found in (mine, its))
    if ours[1:] != theirs[1:] or ours == theirs:
        return None
    if ours[1:] == _LATER and not (mine["than"] and its["than"]):
        return None  # whoever turns two events round says earlier for later
    return its.group().strip()


def _behind(atom: Atom, reading: Reading) -> re.Match[str] | None:
    return _OPPOSITE[reading.language].match(reading.text.replace("\n", " "), reading.figures[atom.figure].span.end)


def turned(claim: Atom, operands: Sequence[Atom], target: Reading, source: Reading) -> tuple[Atom, Atom] | None:
    """What the target takes for the first and the second value, where its words turn the two round; else None.

    ``operands`` are the two source figures that the claim is the difference of.
    """
    if claim.slot not in _ASKED or len(operands) != _PAIR or not isinstance(claim.value, Decimal):
        return None
    larger = _larger(claim, target)
    if larger is None:
        return None
    one, other = operands
    if not isinstance(one.value, Decimal) or not isinstance(other.value, Decimal) or one.unit != other.unit:
        return None
    first = _told_from(claim, operands, target) or _named_first(claim, operands, target, source)
    if first is None:
        return None
    second = other if first is one else one
    assert isinstance(first.value, Decimal)
    assert isinstance(second.value, Decimal)
    return (first, second) if (first.value > second.value) is not larger else None


def _larger(claim: Atom, target: Reading) -> bool | None:
    """Whether the target says that the first value is the larger one; None where it doesn't compare."""
    end = target.figures[claim.figure].span.end
    behind = target.text[end : end + _BEHIND].replace("\n", " ")
    found = _WORD.match(behind)
    if found is None:
        return None
    if found["soon"] or found["late"]:
        return (found["soon"] is not None) is not (claim.slot is Slot.DURATION)
    return found["more"] is not None


def _told_from(claim: Atom, operands: Sequence[Atom], target: Reading) -> Atom | None:
    """The operand that stands before the difference in its sentence, and alone does."""
    sentence = target.sentences[target.sentence_index(claim.position)].span
    found: list[Atom] = []
    for atom in target.atoms:
        if not max(sentence.start, claim.position - _BEFORE) <= atom.position < claim.position:
            continue
        before = target.text[max(sentence.start, atom.position - _BEFORE) : atom.position]
        if course.place(atom, target) is course.Place.OLD or _FROM.search(before):
            continue
        found += [operand for operand in operands if operand.value == atom.value]
    return found[0] if len(set(found)) == 1 else None


def _named_first(claim: Atom, operands: Sequence[Atom], target: Reading, source: Reading) -> Atom | None:
    """The operand beside the name that opens the comparison, where the other stands beside the one after "than"."""
    start, end = target.clauses.around(claim.position, claim.position + 1)
    than = target.text.find(" than ", claim.position, end)
    if than < 0:
        return None
    before = _names(target, start, claim.position)
    behind = _names(target, than, end)
    if not before or not behind or not before.isdisjoint(behind):
        return None
    owners = [_names(source, *source.clauses.around(o.position, o.position + 1)) for o in operands]
    for mine, (one, other) in zip(operands, (owners, owners[::-1]), strict=True):
        if before & one and behind & other and not before & other and not behind & one:
            return mine
    return None


def _names(reading: Reading, start: int, end: int) -> set[str]:
    """The capitalised words of a stretch, without what makes them a genitive."""
    return {re.sub(r"['’]s?$", "", word) for word in _CAPITALISED.findall(reading.text, start, end)}


_CAPITALISED = late(r"\b[A-ZÄÖÜ][^\W\d_]{2,}(?:['’]s)?")
