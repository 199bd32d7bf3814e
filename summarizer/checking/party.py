"""Whose figure is it: the party that the target names before a figure, against the one that the source names there.

`exchange` sees two figures that changed places. Here a single figure is credited to somebody else: "Somon Air buys up
to 15" where the source gives 15 to Air Astana and 14 to Somon Air. Values and order are all in place, so only names
can tell. A target figure is doubted when every party named in its clause stands somewhere in the source, but at none of
the figures of this value, while another party does. It is all the surer when the source gives that party another
figure of the same sort.

German marks no names by capitals, so what a party of the source is must be sure: words that the target names too, or
two capitalised words side by side (Cove Capital). Countries are no parties: their adjectives stand beside everything.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from summarizer.checking import roles
from summarizer.checking.atoms import Atom, Slot, Weight
from summarizer.checking.attribute import could_stand_for, noun_fit
from summarizer.checking.lexicon import gazetteer, names, nouns, spotting
from summarizer.checking.reading import Reading
from summarizer.data import Kind

_RUN = re.compile(r"[A-ZÄÖÜ][\w'’]*(?:(?:[ \u00a0-]|\s&\s)[A-ZÄÖÜ][\w'’]*)*")
_WORD = re.compile(r"[\w'’]+")
_BY = re.compile(r"\b(?:by|for|from|of|to)(?: the)?\s+$")

_AT = re.compile(r"\bat(?: [a-z-]+){0,4} $")

_WHOLE = re.compile(r"\d\S*(?: \w+)?,? (?:out )?of (?:the |its |their |all )*$")
"""Before the whole that a part is of: 41 of the 98 seats are the party's, the 98 are not."""

_UNCOUNTED = frozenset({Slot.DAY, Slot.MONTH, Slot.YEAR, Slot.WEEKDAY, Slot.TIME, Slot.DECADE, Slot.CENTURY})
_UNCOUNTED_TOO = frozenset({Slot.QUARTER, Slot.HALF, Slot.WEEK, Slot.VAGUE, Slot.DESIGNATION, Slot.ORDINAL})
_SAME, _LIKE, _OTHER = 0.75, 0.65, 0.62
"""The doubt where the source gives the party another figure of the same unit or noun, a like one, or none."""
_BEFORE = 0.25
"""How much less it is where the source names the other party in a clause before."""
_UNDER = re.compile(
    r"\b(?:bei|beim|gegen|von|vom|mit|für|in|im|an|am|aus|über|nach|zu|zum|zur|durch|laut|seit|auf|um)"
    r"(?: de[mnrs]| da[s]| die| eine[mnrs]?)?\s+$"
)
"""Before a party that is no subject."""
_STEM = 5
_BOTH = 2
_LEAST = 4
_NO_SIDES = frozenset({"april", "august", "september", "november", "bank", "minister"})
_APPOSITION = 2
"""The commas between a subject with an apposition and its verb."""


class Mention(NamedTuple):
    """Where a party is named."""

    start: int
    end: int


class Wrong(NamedTuple):
    """A figure credited to another party than in the source."""

    party: str
    """As the target names it."""
    owner: str
    """As the source does; empty where it is only clear who it isn't."""
    doubt: float
    case: str


def _runs(text: str) -> Iterator[tuple[int, tuple[str, ...], tuple[int, ...]]]:
    """Runs of capitalised words: the start, the words, and the start of each."""
    for run in _RUN.finditer(text):
        found = list(_WORD.finditer(run.group()))
        yield run.start(), tuple(m.group() for m in found), tuple(run.start() + m.start() for m in found)


@lru_cache(maxsize=4096)
def _is_place(word: str, language: str) -> bool:
    return gazetteer.entry_of(word.removesuffix("'s").removesuffix("’s"), language) is not None


@lru_cache(maxsize=4096)
def _ordinary_german(word: str) -> bool:
    return bool(nouns.concepts(word, "de")) or _is_place(word, "de")


class Parties:
    """The parties of a pair of texts, read only when a figure of theirs has to be held against them."""

    def __init__(self, target: Reading, source: Reading) -> None:
        self._target = target
        self._source = source

    @cached_property
    def _named(self) -> list[tuple[Mention, str, tuple[int, ...]]]:
        """The parties of the target that the source names too, with the places where it does."""
        text = self._target.text
        spans = [(figure.span.start, figure.span.end) for figure in self._target.figures]
        found = []
        known: dict[tuple[str, ...], tuple[int, int, tuple[int, ...]]] = {}  # a long text names the same ones again
        for _, words, starts in _runs(text):
            if words not in known:
                part = _known_part(words, self._source.text)
                known[words] = part or (0, len(words), _by_key(words, self._source))
            first, last, places = known[words]
            mention = Mention(starts[first], starts[last - 1] + len(words[last - 1]))
            if places and not _overlaps(spans, mention.start, mention.end):
                found.append((mention, text[mention.start : mention.end], places))
        return found

    @cached_property
    def _owners(self) -> list[Mention]:
        """Where the source names a party for sure, in reading order."""
        text = self._source.text
        known = {place for _, _, places in self._named for place in places}
        found = {Mention(place, _word_end(text, place)) for place in known}
        for mention, starts in self._source.once(_named_for_sure):
            if known.isdisjoint(starts):
                found.add(mention)
        return sorted(found)

    def _of(self, position: int) -> tuple[list[Mention], bool]:
        """The parties that a source figure may belong to, and whether its own clause names them."""
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

    def _claimed(self, claim: Atom) -> list[tuple[Mention, str, tuple[int, ...]]]:
        """The parties that the target names before a figure in its clause, the nearest last; else those after "by"."""
        clause, text = self._target.clauses.of(claim.position), self._target.text
        if _WHOLE.search(text[max(0, claim.position - 40) : claim.position]):
            return []
        starts, ends = self._named, self._target.clauses.ends
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
        for party in reversed(self._named[:first]):
            at = party[0]
            if self._target.sentence_index(at.start) < sentence:
                return []
            if at.end <= claim.position and self._target.sentence_index(at.start) == sentence:
                apposed = text[at.end : at.end + 1] == "," and text.count(",", at.end, claim.position) == _APPOSITION
                return [party] if apposed else []
        return []

    def wrong(self, claim: Atom, origin: Atom, origins: Sequence[Atom], *, alone: bool) -> Wrong | None:
        """Whether an accepted figure is credited to a party that the source gives it not.

        ``origins`` are all figures of the source. ``alone`` also doubts a party with no figure of the sort in the
        source: only where the target may leave figures and parties out.
        """
        if claim.slot in _UNCOUNTED or claim.slot in _UNCOUNTED_TOO or claim.weight < Weight.SPELLED:
            return None
        asked = alone or any(o.value != claim.value and could_stand_for(claim, o) for o in origins)
        claimed = self._claimed(claim) if asked else []
        if not claimed:
            return None
        places = {place for _, _, found in claimed for place in found}
        equal = [o for o in self._source.atoms_worth(claim.value) if could_stand_for(claim, o)]
        owner, sure = None, True
        beside: list[Mention] = []
        for atom in {a.position: a for a in (*equal, origin)}.values():
            owners, clear = self._of(atom.position)
            if any(m.start in places for m in owners) or self._alias(claimed, owners, atom.position):
                return None
            if not owners and min(places) < atom.position:
                return None
            if atom.position == origin.position:
                owner, sure = self._nearest(owners, atom.position), clear or not owners
                beside = owners
        if self._sold_at(claim, beside):
            return None
        party, mine = claimed[-1][1], claimed[-1][2]
        beside_it = self._source.atoms_of({self._source.sentence_index(place) for place in mine})
        rival = max((self._rivals(claim, o, mine) for o in beside_it if o.value != claim.value), default=0.0)
        near = {self._source.sentence_index(p) for p in places}
        at = self._source.sentence_index(origin.position)
        if rival:
            case = f"party.{'same' if rival == _SAME else 'like'}.{'clear' if sure else 'before'}"
            return Wrong(party, owner or "", rival if sure else rival - _BEFORE, case)
        if not alone or not owner or not near.isdisjoint((at, at - 1)):
            return None
        if not sure:
            return Wrong(party, owner, _OTHER - _BEFORE - 0.1, "party.other.before")
        if not self._opens(claimed[-1][0]):
            return Wrong(party, owner, _OTHER - 0.33, "party.other.inside")
        return Wrong(party, owner, _OTHER, "party.other.clear")

    def _sold_at(self, claim: Atom, owners: Sequence[Mention]) -> bool:
        """Whether the target names an owner behind the figure as where it is so: "for $240 at the retailer Chegg"."""
        starts = {m.start for m in owners}
        text, clause = self._target.text, self._target.clauses.of(claim.position)
        return any(
            at.start > claim.position
            and self._target.clauses.of(at.start) == clause
            and not starts.isdisjoint(places)
            and _AT.search(text[claim.position : at.start]) is not None
            for at, _, places in self._named
        )

    def exchanged(self, claim: Atom, origin: Atom) -> str | None:
        """The party that buys in the target's sentence of a figure and sells in the source's; None where none does."""
        here, there = self._target, self._source
        if not (here.once(roles.speaks) and there.once(roles.speaks)):
            return None
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
        for _, run, starts in _runs(self._target.text):
            words = run[:-1] if len(run) > 1 and starts[len(run) - 1] in sums else run  # pays Alvon | CHF 40 million
            bare = [word.removesuffix("'s").removesuffix("’s") for word in words]
            for first in range(len(bare)):
                name = " ".join(bare[first:])
                if len(name) < _LEAST or (name.isascii() and name.lower() in _NO_SIDES):
                    continue
                places = _places(name, self._source.text)
                if places:
                    found.append((Mention(starts[first], starts[len(bare) - 1] + len(bare[-1])), name, places))
                    break
        return found

    def _opens(self, mention: Mention) -> bool:
        """Whether a party is the first thing said in its sentence of the target: its subject."""
        start = self._target.sentences[self._target.sentence_index(mention.start)].span.start
        return mention.start - start <= len("The ")

    def confirmed(self, claim: Atom, origin: Atom, origins: Sequence[Atom]) -> bool:
        """Whether the party next to a target figure alone stands beside its figure in the source (a type: any)."""
        claimed = self._claimed(claim)
        if not claimed:
            return False
        for other in origins if claim.slot is Slot.DESIGNATION else (origin,):
            if other.value == claim.value and other.slot is claim.slot:
                owners, clear = self._of(other.position)
                if clear and owners and all(m.start in claimed[-1][2] for m in owners):
                    return True
        return False

    def _alias(
        self, claimed: Sequence[tuple[Mention, str, tuple[int, ...]]], owners: Sequence[Mention], at: int
    ) -> bool:
        """Whether the source may name one of the parties otherwise: Schalker, den Freien Wählern, PHE."""
        text = self._source.text
        stems = {word[:_STEM] for _, party, _ in claimed for word in _WORD.findall(party) if len(word) >= _STEM - 1}
        if any(word[:_STEM] in stems for m in owners for word in _WORD.findall(text[m.start : m.end])):
            return True
        sentence = self._source.sentences[self._source.sentence_index(at)].span.of(text)
        short = {"".join(word[0] for word in _WORD.findall(party)) for _, party, _ in claimed}
        return any(len(word) > 1 and word in short for word in _WORD.findall(sentence))

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


def _overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the spans, which follow one another, shares a code point with a stretch."""
    at = bisect_left(spans, (end, 0))
    return at > 0 and spans[at - 1][1] > start


def _named_for_sure(source: Reading) -> list[tuple[Mention, tuple[int, ...]]]:
    """What is sure to be a name by the German alone, and where each of its words begins."""
    text = source.text
    spans = [(figure.span.start, figure.span.end) for figure in source.figures]
    runs = list(_runs(text))
    parts = {words[0] for _, words, _ in runs if len(words) > 1 and not _ordinary_german(words[0])}
    found = []
    for _, words, starts in runs:
        first = 0
        while first < len(words) and (_ordinary_german(words[first]) or _leads(text, starts, words, first)):
            first += 1
        rest = words[first:]
        end = starts[-1] + len(words[-1])
        if not rest:
            continue
        if text[starts[-1] - 1 : starts[-1]] == "-" and _ordinary_german(rest[-1]):
            continue  # a Ryder-Cup-Spieler is some player
        if len(rest) < 2 and not _sure_name(words, parts):
            continue
        if _overlaps(spans, starts[first], end) or all(map(_ordinary_german, rest)):
            continue
        found.append((Mention(starts[first], end), starts[first:]))
    return found


def _sure_name(words: Sequence[str], parts: set[str]) -> bool:
    """Whether one German word alone is a name: in capitals, or the first of a longer name elsewhere."""
    word = words[-1]
    return (word.isupper() and len(word) > 2) or (len(words) == 1 and word in parts and _unknown(word))


def _unknown(word: str) -> bool:
    return any(name.kind is names.NameKind.PROPER for name in names.find(word, "de"))


def _word_end(text: str, start: int) -> int:
    match = _RUN.match(text, start) or _WORD.match(text, start)
    return match.end() if match else start


def _leads(text: str, starts: Sequence[int], words: Sequence[str], at: int) -> bool:
    """Whether a word is capitalised only because it opens a sentence: Am Rande, Die Projekte."""
    if at or _is_unlike_word(words[0]):
        return False
    end = starts[0]
    while end and text[end - 1].isspace():
        end -= 1
    return not end or text[end - 1] in '.!?:„“”"»«' or "\n" in text[end : starts[0]]


@lru_cache(maxsize=4096)
def _is_unlike_word(word: str) -> bool:
    return word.isupper() or _unknown(word)


def _places(name: str, text: str) -> tuple[int, ...]:
    """Where a text has a name as whole words."""
    found = []
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not text[max(0, at - 1) : at].isalnum() and not text[end : end + 1].isalnum():
            found.append(at)
        at = text.find(name, end)
    return tuple(found)


def _known_part(words: Sequence[str], source: str) -> tuple[int, int, tuple[int, ...]] | None:
    """The longest part of a run that the source has letter by letter, and where."""
    for length in range(len(words), 0, -1):
        for first in range(len(words) - length + 1):
            part = words[first : first + length]
            if length == 1 and (spotting.ordinary(part[0]) or len(part[0]) < 3 or _is_place(part[0], "en")):
                continue
            if all(spotting.ordinary(word) or _is_place(word, "en") for word in part) and length < 2:
                continue
            last = part[-1].removesuffix("'s").removesuffix("’s")
            if any(word not in source for word in (*part[:-1], last)):
                continue
            spellings = {joint.join((*part[:-1], last + end)) for joint in " \u00a0-" for end in ("", "s")}
            places = tuple(sorted({at for spelling in spellings for at in _places(spelling, source)}))
            if places:
                return first, first + length, places
    return None


def _by_key(words: Sequence[str], source: Reading) -> tuple[int, ...]:
    """Where the source has a name in its own spelling: Tokayev, Tokajew."""
    if all(spotting.ordinary(word) or _is_place(word, "en") for word in words):
        return ()
    word = words[-1]
    if spotting.ordinary(word) or _is_place(word, "en") or len(word) < 4:
        return ()
    return source.names.positions(names.romanised_key(word))
