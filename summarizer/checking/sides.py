"""Who buys and who sells in the sentences of a figure, by the names that both texts spell alike.

`roles` reads the parts that parties play in a sentence; here the parties are found for it, and the two sentences held
against each other. Names that pass for places elsewhere (airlines, clubs of a city) are parties here.
"""

from __future__ import annotations

from functools import cached_property

from summarizer.checking import roles
from summarizer.checking.atoms import Atom
from summarizer.checking.mentions import Mention, places_of, runs
from summarizer.checking.reading import Reading
from summarizer.data import Kind

_BOTH = 2
_LEAST = 4
_NO_SIDES = frozenset({"april", "august", "september", "november", "bank", "minister"})


class Sides:
    """The sides of the deals that a pair of texts tells of."""

    def __init__(self, target: Reading, source: Reading) -> None:
        self._target = target
        self._source = source

    @cached_property
    def told(self) -> bool:
        """Whether both texts have a verb that gives parties their sides."""
        return self._target.once(roles.speaks) and self._source.once(roles.speaks)

    def exchanged(self, claim: Atom, origin: Atom) -> str | None:
        """The party that buys in the target's sentence of a figure and sells in the source's; None where none does."""
        here, there = self._target, self._source
        ours = here.sentences[here.sentence_index(claim.position)].span
        theirs = there.sentences[there.sentence_index(origin.position)].span
        mine = [
            roles.Named(name, at.start - ours.start, at.end - ours.start)
            for at, name, _ in self._sides
            if ours.start <= at.start < ours.end
        ]
        if len({party.party for party in mine}) < _BOTH:
            return None
        given = {
            roles.Named(name, place - theirs.start, place + len(name) - theirs.start)
            for _, name, places in self._sides
            for place in places
            if theirs.start <= place < theirs.end
        }
        claimed = roles.roles(ours.of(here.text).replace("\n", " "), here.language, mine)
        if not claimed or not given:
            return None
        return roles.exchanged(claimed, roles.roles(theirs.of(there.text).replace("\n", " "), there.language, given))

    @cached_property
    def _sides(self) -> list[tuple[Mention, str, tuple[int, ...]]]:
        """Names that both texts spell alike, airlines and the like among them that pass for places elsewhere."""
        found = []
        sums = {figure.span.start for figure in self._target.figures if figure.kind is Kind.MONEY}
        for _, run, starts in runs(self._target.text):
            words = run[:-1] if len(run) > 1 and starts[len(run) - 1] in sums else run  # pays Alvon | CHF 40 million
            bare = [word.removesuffix("'s").removesuffix("’s") for word in words]
            for first in range(len(bare)):
                name = " ".join(bare[first:])
                if len(name) < _LEAST or (name.isascii() and name.lower() in _NO_SIDES):
                    continue
                places = places_of(name, self._source.text)
                if places:
                    found.append((Mention(starts[first], starts[len(bare) - 1] + len(bare[-1])), name, places))
                    break
        return found
