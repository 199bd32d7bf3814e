"""Who stands beside whom: "Talgo and Siemens" for Talgo und Stadler, and what one of two has, told of both.

A right party beside a figure hides a wrong one beside it, for `party` asks only whether anybody named is right. Two
that are joined by "and" are held against those that the source joins in its sentence of the figure: where it joins one
of them with somebody else, and never names the other there, the other is wrong. Where it gives each its own figure and
the target one figure to both, a part is told as the whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from summarizer.checking.atoms import Atom, Slot
from summarizer.checking.attribute import could_stand_for
from summarizer.checking.late import late
from summarizer.checking.mentions import Mention, ordinary_german
from summarizer.checking.party import Parties, Party
from summarizer.checking.portions import recipient
from summarizer.checking.reading import Reading

DOUBT, PART = 0.66, 0.64
_AND = late(r"['’]?s?\s+and\s+(?:the |its |their )?(?:\w+ ){0,2}?$")
_NAME = r"[A-ZÄÖÜ][\w&-]*(?: [A-ZÄÖÜ][\w&-]*){0,3}"
_JOINED_AFTER = late(rf"\s+(?:und|sowie)\s+(?P<article>(?:\w*e[rnms]?|das)\s+)?(?:[a-zäöüß]+\s+)?({_NAME})")
_JOINED_BEFORE = late(
    rf"(?P<article>\b(?:de[rnms]|die|das|ein\w*|sein\w*|ihr\w*)\s+)?({_NAME})\s+(?:und|sowie)\s+(?:(?:de[rnms]|die|das)\s+)?(?:[a-zäöüß]+\s+)?(?:[A-ZÄÖÜ][\w-]*\s+){{0,2}}$"
)
_EACH = late(r"\b(?:each|apiece|respectively|or|either)\b")
_SAME = late(r"\b(?:je|jeweils|beide\w*|zusammen|gemeinsam\w*|ebenfalls|auch|ebenso)\b", re.IGNORECASE)
_NOBODY = frozenset({"Partner", "Co", "Söhne", "Sohn", "Tochter", "Töchter", "Kollegen", "Kunden", "Mitarbeiter"})
_STEM = 5
_REACH = 80
_UNSHARED = frozenset({Slot.MONTH, Slot.YEAR, Slot.WEEKDAY, Slot.TIME, Slot.DESIGNATION, Slot.ORDINAL})


class Partner(NamedTuple):
    """One of two that stands beside a figure and shouldn't."""

    party: str
    """As the target names it."""
    instead: str
    """Whom the source names in its place."""
    places: tuple[int, ...]
    """Where the source names the party."""


class Partners:
    """The pairs of parties that a target joins."""

    def __init__(self, target: Reading, source: Reading, parties: Parties) -> None:
        self._target = target
        self._source = source
        self._parties = parties

    def _pairs(self, claim: Atom) -> list[tuple[Party, Party]]:
        """The parties of the clause of a figure that "and" joins two by two."""
        start, end = self._target.clauses.around(*self._target.figures[claim.figure].span)
        named = [party for party in self._parties.named if start <= party.at.start < end]
        text = self._target.text
        pairs = [(one, other) for one, other in pairwise(named) if _AND.fullmatch(text[one.at.end : other.at.start])]
        return [pair for pair in pairs if not text[max(0, pair[0].at.start - 2) : pair[0].at.start].startswith(",")]

    def wrong(self, claim: Atom) -> Partner | None:
        """The party that stands beside the right one, where the source names another; None where none does."""
        if claim.slot in _UNSHARED or not (pairs := self._pairs(claim)):
            return None
        equal = [o for o in self._source.atoms_worth(claim.value) if could_stand_for(claim, o)]
        found = [partner for o in equal if (partner := self._wrong_at(claim, o, pairs))]
        indices = {self._source.sentence_index(o.position) for o in equal}
        if not found or any(self._source.sentence_index(p) in indices for p in found[0].places):
            return None
        return found[0]

    def _wrong_at(self, claim: Atom, origin: Atom, pairs: Sequence[tuple[Party, Party]]) -> Partner | None:
        sentence = self._source.sentences[self._source.sentence_index(origin.position)].span
        for pair in pairs:
            for right, wrong in (pair, pair[::-1]):
                here = [place for place in right.places if sentence.start <= place < sentence.end]
                if not here or any(sentence.start <= place < sentence.end for place in wrong.places):
                    continue
                other = self._joined_with(here[0], right, sentence.start, sentence.end)
                if other and not self._alias(other, wrong) and not self._told(other, claim):
                    return Partner(wrong.name, other, wrong.places)
        return None

    def _joined_with(self, place: int, party: Party, start: int, end: int) -> str | None:
        """The name that the source joins with a party by "und"."""
        text = self._source.text
        stop = place + len(party.name.removesuffix("'s").removesuffix("’s"))
        found = _JOINED_AFTER.match(text, stop, end) or _JOINED_BEFORE.search(text[max(start, place - _REACH) : place])
        if found is None:
            return None
        words = found[2].split()
        sure = len(words) > 1 or found["article"] is None or not ordinary_german(words[-1])
        return words[-1] if sure and words[-1] not in _NOBODY else None

    def _alias(self, name: str, party: Party) -> bool:
        return any(word[:_STEM] == name[:_STEM] for word in party.name.split())

    def _told(self, name: str, claim: Atom) -> bool:
        """Whether the target names the other one too, in the clause of the figure."""
        return self._target.text.find(name, *self._target.clauses.around(*self._target.figures[claim.figure].span)) >= 0

    def one_of_two(self, claim: Atom, origin: Atom) -> str | None:
        """The party that has by itself what the target gives to it and another; None where none does."""
        if claim.slot in _UNSHARED or not (pairs := self._pairs(claim)):
            return None
        start, end = self._target.clauses.around(*self._target.figures[claim.figure].span)
        like = [a for a in self._target.atoms if start <= a.position < end and a.slot is claim.slot]
        if len(like) > 1 or _EACH.search(self._target.text, start, end):
            return None
        first, last = self._source.clauses.around(*self._source.figures[origin.figure].span)
        clause = self._source.text[first:last]
        if _SAME.search(clause):
            return None
        for pair in pairs:
            if pair[1].at.end > claim.position:
                continue
            own = [p for p in pair if any(first <= place < last for place in p.places)]
            if len(own) == 1 and self._has_its_own(origin, pair, own[0], Mention(first, last)):
                return own[0].name
        return None

    def _has_its_own(self, origin: Atom, pair: tuple[Party, Party], owner: Party, clause: Mention) -> bool:
        """Whether the sentence gives the other one a figure too, or says that this is only a part."""
        if recipient(origin, self._source) is not None:
            return True
        other = pair[0] if owner is pair[1] else pair[1]
        index = self._source.sentence_index(origin.position)
        sentence = self._source.sentences[index].span
        places = [place for place in other.places if sentence.start <= place < sentence.end]
        return any(
            atom.slot in (origin.slot, Slot.NUMBER)
            and atom.value != origin.value
            and any(self._source.clauses.of(place) == self._source.clauses.of(atom.position) for place in places)
            for atom in self._source.atoms_of((index,))
            if not clause.start <= atom.position < clause.end
        )
