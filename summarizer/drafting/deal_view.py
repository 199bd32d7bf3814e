"""Who and what stands where in one clause: subject, datives, objects, groups behind prepositions, figures.

Everything that reads deals looks at a clause through a `View`. Pronouns and "das Unternehmen" are looked up in what
was said before (`deal_source.Before`); a subject may be carried from the clause before it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from summarizer.data import Figure, Kind, Span
from summarizer.drafting import triggers
from summarizer.drafting.deal_source import COUNTS, MEASURES, NOTHING_BEFORE, Before, Source
from summarizer.drafting.deal_words import (
    deal_word,
    total_sums,
    trigger,
)
from summarizer.drafting.grammar import Clause, Group, is_number_word
from summarizer.drafting.parties import Candidate, candidate
from summarizer.drafting.party_again import taken_up
from summarizer.drafting.party_names import in_slot
from summarizer.drafting.party_words import is_organised

_OF_TYPE = re.compile(r"\s+(?:vom|des) Typs? (?:„[^“]+“|[A-ZÄÖÜ\d][\w-]*(?: [A-Z\d][\w-]*)*)")
_BINATIONAL = re.compile(r"\b([A-Z]{2,3}|[a-zäöü]+)-([a-zäöü]+isch)(?:e[nrsm]?)\b")
_TYPE = re.compile(r"(?:Typs?|Modells?|Klasse|Baureihe|Serie|Version|Bauart)$")
CONSORTIUM = re.compile(
    r"\w*[Kk]onsortium|(?:Bieter|Arbeits)gemeinschaft|\w*(?:[Ff]irmen|[Ii]nvestoren|[Bb]ieter)gruppe|ARGE"
    r"|(?:\w+-?)?(?:[Dd]uo|[Tt]rio|[Gg]espann)"
)
_PLURAL_VERB = frozenset(
    {"haben", "sind", "werden", "wollen", "sollen", "hatten", "wurden", "planen", "können", "waren"}
)
_SINGULAR_VERB = frozenset({"hat", "ist", "wird", "will", "soll", "hatte", "wurde", "plant", "kann", "war", "muss"})
_HE_IS_SUBJECT = re.compile(r"^(?:[a-zäöüß]+ (?:er|sie|es)|[Ee]r)\b")
"""A pronoun that can only be subject: "…, hat er seine Mine verkauft"."""


class View:
    """One clause of a sentence, its places filled."""

    def __init__(
        self, source: Source, clause: Clause, before: Before = NOTHING_BEFORE, carried: Sequence[Candidate] = ()
    ):
        self.source = source
        self.clause = clause
        self.text = clause.span.of(source.text)
        self.before = before
        self.slotted = deal_word(source, clause)
        """Whether a word of deals stands in the clause, so that a word no list knows may be a firm."""
        self.own = self._own_subjects()
        self.carried = not self.own
        self.subjects = self.own or list(carried)

    def _own_subjects(self) -> list[Candidate]:
        """The party that may be subject, with those joined to it: the first, unless case or number say another.

        "Die Kette X übernimmt der Konzern Y", "Die Firmen X und Y beauftragte die Bahn".
        """
        if _HE_IS_SUBJECT.search(self.text):
            return []
        first = self._subjects_from(0)
        if not first or self._is_certain(first):
            return first
        start = max(who.span.end for who in first)
        later = [i for i, g in enumerate(self.clause.groups) if g.span.start >= start and not g.joined]
        for at in later:
            group = self.clause.groups[at]
            second = self._subjects_from(at) if group.may_be_subject else []
            if (
                second
                and second[0].span.overlaps(group.span)
                and (group.is_subject or self._number_fits(second, first))
            ):
                return second
        return first

    def _is_certain(self, found: Sequence[Candidate]) -> bool:
        return any(g.is_subject and any(g.span.overlaps(who.span) for who in found) for g in self.clause.groups)

    def _number_fits(self, second: Sequence[Candidate], first: Sequence[Candidate]) -> bool:
        """Whether one party and two stand there and the verb has the number of ``second``."""
        several = self._finite_plural()
        if several is None or (len(first) > 1) == (len(second) > 1):
            return False
        return (len(second) > 1) is several

    def _finite_plural(self) -> bool | None:
        """Whether the verb with the person is in the plural; None where its form does not say."""
        words = [token.text for token in self.clause.tokens]
        if any(word in _PLURAL_VERB for word in words):
            return True
        if any(word in _SINGULAR_VERB for word in words):
            return False
        verb = next(iter(self.clause.verbs), "")
        return True if verb.endswith("en") else False if verb.endswith(("t", "te")) else None

    def _subjects_from(self, at: int) -> list[Candidate]:
        """The first party from a group on that may be subject, with those joined to it."""
        found: list[Candidate] = []
        for group in self.clause.groups[at:]:
            if found and not group.joined:
                if group.genitive or group.preposition in ("aus", "in"):
                    continue
                break
            if group.preposition is not None and not found:
                continue
            if not found and group.may_be_subject:
                again = self.taken_up(group)
                if again:
                    return again
            who = self.party(group) if group.may_be_subject else None
            if who is not None and self.trigger(group) is None and not self._only_plural(group, who):
                found.append(who)
            elif found:
                break
        return found

    def _only_plural(self, group: Group, who: Candidate) -> bool:
        """Whether a bare unknown word is a plural, since its verb is: "Händler kaufen"."""
        lone = group.article in (None, "die") and len(group.words) == 1 and who.name == group.words[0].text
        known = who.is_country or who.name in self.source.setting.known_names or who.german
        others = any(g.joined for g in self.clause.groups)
        finite = next(iter(self.clause.verbs), "")
        several = finite in _PLURAL_VERB or finite.endswith("en")
        return bool(lone and not known and not others and several)

    def party(self, group: Group) -> Candidate | None:
        """``group`` as a party: by what is known of it or, beside a word of deals, by the place it stands in."""
        if _TYPE.match(group.words[0].text):
            return None
        if self.source.inside(group.span, {Kind.MONEY, Kind.PERCENT, Kind.DATE, *MEASURES}):
            return None
        if not self.slotted:
            return candidate(group, self.clause, self.source.setting)
        return in_slot(group, self.clause, self.source.setting)

    def taken_up(self, group: Group) -> list[Candidate]:
        """The parties that "das Unternehmen", "die Unternehmen" or "beide Seiten" stand for."""
        return taken_up(group, self.before)

    def after(self, *prepositions: str) -> list[Candidate]:
        """The parties behind ``prepositions``, with those joined to them."""
        found: list[Candidate] = []
        for group in self.clause.groups_after(frozenset(prepositions)):
            if CONSORTIUM.fullmatch(group.words[-1].text) and not {"um", "aus"} & set(prepositions):
                found += self.after("um", "aus")
                continue
            who = next(iter(self.taken_up(group)), None) or self.party(group)
            who = who or self.whose(group)
            if who is not None and self.trigger(group) is None:
                found.append(who)
        return found

    def with_joined(self, group: Group) -> list[Candidate]:
        """The party of a group and those joined to it: "die Konzerne X und Y"; none where the first is none."""
        at = self.clause.groups.index(group)
        found = []
        for one in (group, *itertools.takewhile(lambda g: g.joined, self.clause.groups[at + 1 :])):
            who = self.party(one)
            if who is None:
                break
            found.append(who)
        return found

    def whose(self, group: Group) -> Candidate | None:
        """The party a thing belongs to: "aus einem Windpark des Betreibers X"."""
        at = self.clause.groups.index(group)
        for follows in self.clause.groups[at + 1 : at + 3]:
            if follows.genitive:
                return self.party(follows)
            if follows.preposition not in ("an", "am", "für"):  # "die Rechte an einem Mittel des Herstellers X"
                return None
        return None

    def datives(self, taken: Sequence[Candidate] = ()) -> list[Candidate]:
        """Parties in the dative without a preposition: who gets something. A country has no article to show it."""
        found = []
        for group in self.clause.groups:
            if group.preposition is not None or group.genitive or self.trigger(group) is not None:
                continue
            if any(group.span.overlaps(s.span) for s in self.own):
                continue
            again = self.taken_up(group)
            who = next(iter(again), None) or self.party(group)
            plural = group.article == "den" and who is not None and not again and who.name == group.words[-1].text
            article = group.article in ("den", "dem", "der", "einem", "einer") and group.may_be_dative
            shown = who is not None and (article or who.is_country) and not plural
            shown = shown or (who is not None and self._before_object(group))
            if who is not None and shown and all(who.name != other.name for other in taken):
                found.append(who)
        return found

    def _before_object(self, group: Group) -> bool:
        """Whether a bare name stands right before the object: "hat Starlink eine Erlaubnis erteilt"."""
        at = self.clause.groups.index(group)
        if group.article is not None or not self.own or at + 1 == len(self.clause.groups):
            return False
        follows = self.clause.groups[at + 1]
        touching = not self.source.text[group.span.end : follows.span.start].strip(" ").count(" ")
        bare = follows.article in ("ein", "eine", "einen", "das", "die", "den")
        return touching and bare and follows.preposition is None and not follows.genitive and not follows.joined

    def objects(self, taken: Sequence[Candidate] = ()) -> list[Group]:
        """Groups without a preposition that are neither subject nor one of ``taken``, sums and dates left out."""
        spans = [s.span for s in (*self.own, *taken)]
        return [
            g
            for g in self.clause.groups
            if g.preposition is None
            and not g.genitive
            and not any(g.span.overlaps(span) for span in spans)
            and not self.source.inside(g.span, {Kind.MONEY, Kind.DATE, Kind.PERCENT, Kind.YEAR, Kind.DURATION})
        ]

    def trigger(self, group: Group) -> triggers.Noun | None:
        """The word of a deal in a group, if there is one outside a proper name."""
        return trigger(self.source, group)

    def figures(self, kinds: Iterable[Kind]) -> list[Figure]:
        """Figures of ``kinds`` in the clause."""
        return self.source.inside(self.clause.span, kinds)

    def money(self) -> Figure | None:
        """The sum of the clause; the price of one piece is none."""
        return next(iter(total_sums(self.source, self.clause.span)), None)

    def counted(self, group: Group) -> Figure | None:
        """What says how much or how many in a group."""
        return next(iter(self.source.inside(group.span, COUNTS | MEASURES)), None)

    def words(self, group: Group) -> str:
        """The German of a group without its figures and number words, with "vom Typ …" behind it."""
        figures = [self.source.local(f) for f in self.source.figures if f.kind is not Kind.DESIGNATION]
        kept = [w for w in group.words if not (any(f.overlaps(w.span) for f in figures) or is_number_word(w.text))]
        if not kept:
            return ""
        typed = _OF_TYPE.match(self.source.text[kept[-1].span.end :])
        return Span(kept[0].span.start, kept[-1].span.end + (typed.end() if typed else 0)).of(self.source.text)

    def binational(self) -> list[Candidate]:
        """The two countries of "deutsch-mongolisch"."""
        match = _BINATIONAL.search(self.text)
        if match is None:
            return []
        nations = self.source.setting.demonyms
        both = ["United States" if part == "US" else nations.get(part) for part in match.groups()]
        return [Candidate(name, name, Span(0, 0), name, is_country=True) for name in both if name]


def is_known(who: Candidate, view: View) -> bool:
    """Whether more than its place in the sentence says that a word is a firm or a state."""
    if who.is_country or who.german or who.name in view.source.setting.known_names:
        return True
    written = who.span.of(view.source.text)
    if is_organised(who.name):
        return True
    told_before = who.span.end == 0
    return told_before or written != who.name or who.name.isupper() or " " in who.name
