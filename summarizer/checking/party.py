"""Whose figure is it: the party that the target names before a figure, against the one that the source names there.

`exchange` sees two figures that changed places. Here a single figure is credited to somebody else: "Somon Air buys up
to 15" where the source gives 15 to Air Astana and 14 to Somon Air. Values and order are all in place, so only names
can tell. A target figure is doubted when every party named in its clause stands somewhere in the source, but at none of
the figures of this value, while another party does. It is all the surer when the source gives that party another
figure of the same sort.

What a party is, and where each text names it, is found by `mentions`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from summarizer.checking import portions
from summarizer.checking.atoms import Atom, Slot, Weight
from summarizer.checking.attribute import could_stand_for, noun_fit
from summarizer.checking.late import late
from summarizer.checking.mentions import WORD, Mention, by_key, known_part, named_for_sure, overlaps, runs, word_end
from summarizer.checking.reading import Reading

_BY = late(r"\b(?:by|for|from|of|to)(?: the)?(?: [\w]+-based)?\s+$")

_AT = late(r"\bat(?: [a-z-]+){0,4} $")

_WHOLE = late(r"\d\S*(?: \w+)?,? (?:out )?of (?:the |its |their |all )*$")
"""Before the whole that a part is of: 41 of the 98 seats are the party's, the 98 are not."""

_UNCOUNTED = frozenset({Slot.DAY, Slot.MONTH, Slot.YEAR, Slot.WEEKDAY, Slot.TIME, Slot.DECADE, Slot.CENTURY})
_UNCOUNTED_TOO = frozenset({Slot.QUARTER, Slot.HALF, Slot.WEEK, Slot.VAGUE, Slot.DESIGNATION, Slot.ORDINAL})
_SAME, _LIKE, _OTHER = 0.75, 0.65, 0.62
"""The doubt where the source gives the party another figure of the same unit or noun, a like one, or none."""
_TIED = 0.66
"""The same where both texts tie the figure to another party, whatever else it has."""
_BEFORE = 0.25
"""How much less it is where the source names the other party in a clause before."""
_UNDER = late(
    r"\b(?:bei|beim|gegen|von|vom|mit|für|in|im|an|am|aus|über|nach|zu|zum|zur|durch|laut|seit|auf|um)"
    r"(?: de[mnrs]| da[s]| die| eine[mnrs]?)?\s+$"
)
"""Before a party that is no subject."""
_STEM = 5
_RELATIVE = late(r",\s+(?:which|who)\s+(?!are\b|were\b|have\b)\w+")
"""Talgo, which had asked for so much."""
_APPOSED = late(r",\s+(?:der|die|das|dem|den|dessen|deren)\s[^,;.]*")
"""Between a German name and a figure of its relative clause."""
_LED = late(r"\b(?:in|at|of|with|for|from|to|by|on|near)(?: the)?\s+$")
_GIVER = late(r"(?:\s+\w+)?\s+(?:from|by)\s+(?:the\s+|its\s+|their\s+)?[a-z]")
"""Behind a figure: whose it is, by no name (€900m from the federal government)."""
_APPOSITION = 2
"""The commas between a subject with an apposition and its verb."""


class Party(NamedTuple):
    """A party that the target names at one place, and the source too."""

    at: Mention
    name: str
    """As the target writes it."""
    places: tuple[int, ...]
    """Where the source names it."""


class Wrong(NamedTuple):
    """A figure credited to another party than in the source."""

    party: str
    """As the target names it."""
    owner: str
    """As the source does; empty where it is only clear who it isn't."""
    doubt: float
    case: str


class Parties:
    """The parties of a pair of texts, read only when a figure of theirs has to be held against them."""

    def __init__(self, target: Reading, source: Reading, *, alone: bool) -> None:
        """``alone`` also doubts a party with no figure of the sort: only where a target may leave things out."""
        self._target = target
        self._source = source
        self._alone = alone

    @cached_property
    def named(self) -> list[Party]:
        """The parties of the target that the source names too, with the places where it does."""
        text = self._target.text
        spans = [(figure.span.start, figure.span.end) for figure in self._target.figures]
        found = []
        known: dict[tuple[str, ...], tuple[int, int, tuple[int, ...]]] = {}  # a long text names the same ones again
        for _, words, starts in runs(text):
            if words not in known:
                part = known_part(words, self._source.text)
                known[words] = part or (0, len(words), by_key(words, self._source))
            first, last, places = known[words]
            mention = Mention(starts[first], starts[last - 1] + len(words[last - 1]))
            if places and not overlaps(spans, mention.start, mention.end):
                found.append(Party(mention, text[mention.start : mention.end], places))
        return found

    @cached_property
    def _owners(self) -> list[Mention]:
        """Where the source names a party for sure, in reading order."""
        text = self._source.text
        known = {place for _, _, places in self.named for place in places}
        found = {Mention(place, word_end(text, place)) for place in known}
        for mention, starts in self._source.once(named_for_sure):
            if known.isdisjoint(starts):
                found.add(mention)
        return sorted(found)

    def _owner_of(self, atom: Atom) -> tuple[list[Mention], bool, bool]:
        """The parties that a source figure may belong to, whether its clause names them, and whether beyond doubt."""
        if given := portions.recipient(atom, self._source):
            return [Mention(*given)], True, True
        owners, clear = self._of(atom.position)
        clause = self._source.clauses.of(atom.position)
        mine = [m for m in owners if self._source.clauses.of(m.start) == clause]
        led = len(mine) == 1 == len(owners) and mine[0].start < atom.position and not self._under(mine[0])
        apposed = len(owners) == 1 and _APPOSED.fullmatch(self._source.text, owners[0].end, atom.position) is not None
        return owners, clear, led or (apposed and not self._under(owners[0]))

    def _of(self, position: int) -> tuple[list[Mention], bool]:
        clause, sentence = self._source.clauses.of(position), self._source.sentence_index(position)
        same = self._owners_of.get(sentence, [])
        mine = [m for m in same if self._source.clauses.of(m.start) == clause]
        before = [m for m in same if m.start < position and self._source.clauses.of(m.start) != clause]
        if mine:
            leads = any(m.start < position and not self._under(m) for m in mine)
            return (mine if leads else before[-1:] + mine), any(not self._under(m) for m in mine)
        if same:
            return before or same, any(not self._under(m) for m in before)
        earlier = bisect_left(self._owners, position, key=lambda m: m.start)
        if not earlier:
            return [], False
        last = self._owners_of[self._source.sentence_index(self._owners[earlier - 1].start)]
        return [m for m in last if m.start < position], False

    @cached_property
    def _owners_of(self) -> dict[int, list[Mention]]:
        """The same by the sentence that each stands in, in reading order."""
        found: dict[int, list[Mention]] = defaultdict(list)
        for mention in self._owners:
            found[self._source.sentence_index(mention.start)].append(mention)
        return found

    def _under(self, mention: Mention) -> bool:
        """Whether a preposition stands before a party: beside a figure, yet hardly its owner."""
        return _UNDER.search(self._source.text[max(0, mention.start - 20) : mention.start].lower()) is not None

    def _claimed(self, claim: Atom) -> list[Party]:
        """The parties that the target names before a figure in its clause, the nearest last; else those after "by"."""
        clause, text = self._target.clauses.of(claim.position), self._target.text
        if _WHOLE.search(text[max(0, claim.position - 40) : claim.position]):
            return []
        if _GIVER.match(text, self._target.figures[claim.figure].span.end):
            return []
        starts, ends = self.named, self._target.clauses.ends
        first = bisect_left(starts, ends[clause - 1], key=lambda party: party[0].start) if clause else 0
        last = (
            bisect_left(starts, ends[clause], key=lambda party: party[0].start) if clause < len(ends) else len(starts)
        )
        mine = starts[first:last]
        before = [party for party in mine if party[0].end <= claim.position]
        after = [p for p in mine if p not in before and _BY.search(text[max(0, p[0].start - 12) : p[0].start])]
        if mine:
            return after + before
        sentence = self._target.sentence_index(claim.position)
        for party in reversed(self.named[:first]):
            at = party[0]
            if self._target.sentence_index(at.start) < sentence:
                return []
            if at.end <= claim.position and self._target.sentence_index(at.start) == sentence:
                commas = text.count(",", at.end, claim.position) if text[at.end : at.end + 1] == "," else 0
                said_of_it = commas == 1 and _RELATIVE.match(text, at.end) is not None and not self._led(at)
                return [party] if said_of_it or commas == _APPOSITION else []
        return []

    def _led(self, at: Mention) -> bool:
        """Whether a preposition stands before a party of the target: the hospital in Peissenberg, which …"""
        return _LED.search(self._target.text[max(0, at.start - 12) : at.start]) is not None

    def wrong(self, claim: Atom, origin: Atom) -> Wrong | None:
        """Whether an accepted figure is credited to a party that the source gives it not."""
        if claim.slot in _UNCOUNTED or claim.slot in _UNCOUNTED_TOO or claim.weight < Weight.SPELLED:
            return None
        asked = self._alone or any(o.value != claim.value and could_stand_for(claim, o) for o in self._source.atoms)
        claimed = self._claimed(claim) if asked else []
        if not claimed:
            return None
        places = {place for _, _, found in claimed for place in found}
        equal = [o for o in self._source.atoms_worth(claim.value) if could_stand_for(claim, o)]
        owner, sure, own = None, True, False
        beside: list[Mention] = []
        for atom in {a.position: a for a in (*equal, origin)}.values():
            owners, clear, led = self._owner_of(atom)
            if any(m.start in places for m in owners) or self._alias(claimed, owners, atom.position):
                return None
            if not owners and min(places) < atom.position:
                return None
            if atom.position == origin.position:
                owner, sure, own = self._nearest(owners, atom.position), clear or not owners, led
                beside = owners
        if self._sold_at(claim, beside):
            return None
        last = claimed[-1]
        beside_it = self._source.atoms_of({self._source.sentence_index(place) for place in last.places})
        rival = max((self._rivals(claim, o, last.places) for o in beside_it if o.value != claim.value), default=0.0)
        if rival:
            case = f"party.{'same' if rival == _SAME else 'like'}.{'clear' if sure else 'before'}"
            return Wrong(last.name, owner or "", rival if sure else rival - _BEFORE, case)
        if self._told_behind(claim, beside):
            return None
        near = {self._source.sentence_index(p) for p in places}
        at = self._source.sentence_index(origin.position)
        if not self._alone or not owner or at in near or (at - 1 in near and not own):
            return None
        return Wrong(last.name, owner, *self._other(last, sure=sure, own=own))

    def _other(self, party: Party, *, sure: bool, own: bool) -> tuple[float, str]:
        """The doubt about a party that has no figure of the sort in the source, and the case."""
        if own and self._tied(party):
            return _TIED, "party.tied"
        if not sure:
            return _OTHER - _BEFORE - 0.1, "party.other.before"
        if not self._opens(party.at):
            return _OTHER - 0.33, "party.other.inside"
        return _OTHER, "party.other.clear"

    def _tied(self, party: Party) -> bool:
        """Whether the target ties a figure to a party by its grammar: Stadler's part, Talgo, which had asked."""
        text, at = self._target.text, party.at
        return text[at.end - 2 : at.end] in ("'s", "’s") or _RELATIVE.match(text, at.end) is not None

    def _sold_at(self, claim: Atom, owners: Sequence[Mention]) -> bool:
        """Whether the target names an owner behind the figure as where it is so: "for $240 at the retailer Chegg"."""
        starts = {m.start for m in owners}
        text, clause = self._target.text, self._target.clauses.of(claim.position)
        return any(
            at.start > claim.position
            and self._target.clauses.of(at.start) == clause
            and not starts.isdisjoint(places)
            and _AT.search(text[claim.position : at.start]) is not None
            for at, _, places in self.named
        )

    def _told_behind(self, claim: Atom, owners: Sequence[Mention]) -> bool:
        """Whether the target names an owner later in the sentence: pays 54 million, a year's sales, for Coldbrook."""
        starts = {m.start for m in owners}
        sentence = self._target.sentence_index(claim.position)
        return any(
            at.start > claim.position
            and self._target.sentence_index(at.start) == sentence
            and not starts.isdisjoint(places)
            and _BY.search(self._target.text[max(0, at.start - 20) : at.start]) is not None
            for at, _, places in self.named
        )

    def _opens(self, mention: Mention) -> bool:
        """Whether a party is the first thing said in its sentence of the target: its subject."""
        start = self._target.sentences[self._target.sentence_index(mention.start)].span.start
        return mention.start - start <= len("The ")

    def confirmed(self, claim: Atom, origin: Atom) -> bool:
        """Whether the party next to a target figure alone stands beside its figure in the source (a type: any)."""
        claimed = self._claimed(claim)
        if not claimed:
            return False
        for other in self._source.atoms if claim.slot is Slot.DESIGNATION else (origin,):
            if other.value == claim.value and other.slot is claim.slot:
                owners, clear = self._of(other.position)
                if clear and owners and all(m.start in claimed[-1][2] for m in owners):
                    return True
        return False

    def _alias(self, claimed: Sequence[Party], owners: Sequence[Mention], at: int) -> bool:
        """Whether the source may name one of the parties otherwise: Schalker, den Freien Wählern, PHE."""
        text = self._source.text
        stems = {word[:_STEM] for _, party, _ in claimed for word in WORD.findall(party) if len(word) >= _STEM - 1}
        if any(word[:_STEM] in stems for m in owners for word in WORD.findall(text[m.start : m.end])):
            return True
        sentence = self._source.sentences[self._source.sentence_index(at)].span.of(text)
        short = {"".join(word[0] for word in WORD.findall(party)) for _, party, _ in claimed}
        letters = {"".join(word[0] for word in WORD.findall(text[m.start : m.end])) for m in owners}
        if any(len(name) > 1 and name in letters for name in (party.name.removesuffix("'s") for party in claimed)):
            return True
        return any(len(word) > 1 and word in short for word in WORD.findall(sentence))

    def _nearest(self, owners: Sequence[Mention], position: int) -> str:
        if not owners:
            return ""
        mention = ([m for m in owners if m.start < position] or owners)[-1]
        return self._source.text[mention.start : mention.end]

    def _rivals(self, claim: Atom, other: Atom, places: Sequence[int]) -> float:
        """How surely another source figure is what the party has instead."""
        if not could_stand_for(claim, other) or other.weight < Weight.SPELLED or claim.unit != other.unit:
            return 0.0
        fit = noun_fit(claim, other)
        if fit < 0:
            return 0.0
        owners, clear = self._of(other.position)
        before = [m for m in owners if m.start < other.position] or owners
        if not clear or before[-1].start not in places:
            return 0.0
        return _SAME if fit > 1 or (claim.unit is not None and claim.slot is other.slot) else _LIKE
