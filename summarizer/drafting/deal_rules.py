"""Reads deals from the grammar of one German sentence: who buys what, who agrees with whom, who joins.

A class of sentence, not a text: clause by clause, first a share or a firm that changes hands (`deal_by_stake`), then a
noun that names a deal (`deal_by_noun`), then a verb that reports one (`deal_by_verb`). What a rule can't read safely it
leaves out: a deal without a party is not made up. Items stay German here; `deals` puts them into English.
"""

from __future__ import annotations

import re
from dataclasses import replace

from summarizer.data import Figure, Kind, Role, Span
from summarizer.drafting import (
    deal_by_event,
    deal_by_noun,
    deal_by_stake,
    deal_by_valency,
    deal_by_verb,
    deal_mood,
    triggers,
)
from summarizer.drafting.deal_source import COUNTS, NOTHING_BEFORE, Before, Found, Source
from summarizer.drafting.deal_subjects import meant_by_pronoun, parties_in, subjects_of
from summarizer.drafting.deal_view import View
from summarizer.drafting.deal_words import they, trigger
from summarizer.drafting.grammar import Clause, is_verb
from summarizer.drafting.parties import Candidate, candidate

__all__ = ["Before", "Found", "Source", "meant_by_pronoun", "parties_in", "read", "subjects_of", "worth_asking"]

_COVERING = re.compile(r"\b(?:umfass\w+|betreff\w+|betrifft|vorsieht|vorsehen|regel[nt]\w*|beinhalte\w+)\b")
_INFINITIVE = re.compile(r"\bzu [a-zäöüß]+n\b|\b(?:bei|ab|an|auf|ein|aus|zu)zu[a-zäöüß]+n\b")
_PLACED = frozenset({"in", "im", "nach", "aus", "vor", "auf", "bei"})
"""Before a country, where something is; before a firm, who it is with."""
_MENTION_ONLY = frozenset({"laut", "nach", "mit", "wegen", "gegen", "seit", "trotz", "durch", "unter", "in", "im"})


def read(source: Source, before: Before = NOTHING_BEFORE) -> list[Found]:
    """The deals that one sentence reports by itself; ``before`` is what its pronouns may stand for."""
    return _Reader(source, before).read()


def worth_asking(source: Source) -> bool:
    """Whether a model may know more: a word of a deal that is not just taken up again, and two parties at least."""
    parties: set[str] = set()
    hit = False
    for clause in source.clauses():
        view = View(source, clause)
        if deal_mood.off(view.text, source.text):
            continue
        for group in clause.groups:
            noun = trigger(source, group)
            hit |= noun is not None and not (noun.needs_money or group.definite or group.preposition in _MENTION_ONLY)
            who = candidate(group, clause, source.setting)
            place = who is not None and who.is_country and group.preposition in _PLACED
            if who is not None and not (who.is_person or place) and noun is None:
                parties.add(who.name)
        hit |= any(not t.is_noun and triggers.deal_verb(t.text) for t in clause.tokens)
    return hit and len(parties) > 1


class _Reader:
    """Goes through the clauses of one sentence, keeping who was subject last."""

    def __init__(self, source: Source, before: Before) -> None:
        self.source = source
        elsewhere = [replace(who, span=Span(0, 0)) for who in before.subjects]  # they stand in another sentence
        self.before = replace(before, subjects=tuple(elsewhere))
        self.found: list[Found] = []
        self.subjects: list[Candidate] = []
        self.announcer: Candidate | None = None

    def read(self) -> list[Found]:
        terms = deal_mood.only_terms(self.source.text) and not self.source.figures
        if terms and deal_mood.only_terms(self._first_clause()):
            return []
        for clause in self.source.clauses():
            colon = (
                self.source.text[: clause.span.start].rstrip().endswith(":")
            )  # "Ferrero greift zu: Der Hersteller …"
            before = replace(self.before, subjects=tuple(self.subjects)) if self.subjects and colon else self.before
            view = View(self.source, clause, before)
            own = list(view.own)
            view.subjects = own or self._carried(clause, view.text)
            if self.found and re.match(r"(?:darunter|davon)\b", view.text):
                self.found[-1].parts += _parts(view)
            elif self.found and _COVERING.search(view.text) and re.match(r"(?:die|der|das)\b", view.text):
                self._covered(clause)
            elif self.found and not self.found[-1].item and not own and _INFINITIVE.search(view.text):
                self._purpose(view)
            elif not deal_mood.off(view.text, self.source.text):
                self._clause(view)
            if own:
                self.subjects = own
            if triggers.ANNOUNCING.search(view.text) and own:
                self.announcer = own[0]
        return self.found

    def _first_clause(self) -> str:
        clauses = self.source.clauses()
        return clauses[0].span.of(self.source.text) if len(clauses) > 1 else self.source.text

    def _carried(self, clause: Clause, text: str) -> list[Candidate]:
        """The subjects of a clause that has none of its own: an infinitive's, a pronoun's."""
        goes_on = bool(clause.tokens) and is_verb(clause.tokens[0].text)
        if _INFINITIVE.search(text) or goes_on:
            return self.subjects
        if not self.subjects and they(text):
            both = re.search(r"\b(?:[Bb]eide|[Ss]ie)\b", text) and re.search(r"\b\w+(?:en|ten)\b", text)
            several = both and len(self.before.subjects) < 2 and len(self.before.sides) > 1 and " sie " in f" {text} "
            plural = several and re.search(
                r"\b(?:schlossen|schließen|vereinbarten|vereinbaren|unterzeichne\w+n|gründe\w*n|wollen|haben|planen)\b",
                text,
            )
            return list(self.before.sides if plural else self.before.subjects)
        return []

    def _clause(self, view: View) -> None:
        readers = (deal_by_stake.read, deal_by_noun.read, deal_by_verb.read, deal_by_valency.read, deal_by_event.read)
        deal = next((deal for read in readers if (deal := read(view)) is not None and deal.sides), None)
        if deal is None:
            return
        self._announced(deal, view)
        self.found.append(deal)

    def _covered(self, clause: Clause) -> None:
        """ "…, die unter anderem A, B und C umfassen": A, B and C are what it is about."""
        nouns = [g for g in clause.groups if g.preposition is None]
        if nouns and not self.found[-1].item:
            self.found[-1].item = Span(nouns[0].span.start, nouns[-1].span.end).of(self.source.text)

    def _purpose(self, view: View) -> None:
        """ "… vereinbarten sie, ein Gemeinschaftsunternehmen zu prüfen": what they agreed to do it with."""
        objects = [g for g in view.clause.groups if g.preposition is None]
        objects = [g for g in objects if not self.source.inside(g.span, {Kind.MONEY})]
        if objects:
            self.found[-1].item = view.words(objects[0])

    def _announced(self, deal: Found, view: View) -> None:
        between = bool(view.after("zwischen"))
        if triggers.ANNOUNCING.search(view.text) and view.subjects and (between or view.subjects[0].is_person):
            self.announcer = view.subjects[0]
        cited = [*view.after("laut"), *_stated_by(view)]
        said_by = cited[0] if cited else self.announcer
        if said_by is None or any(said_by.name == one.name for one in deal.sides):
            return
        deal.parties.append((said_by, Role.ANNOUNCED_BY))


def _stated_by(view: View) -> list[Candidate]:
    """Who stands behind "nach Angaben des …"."""
    for first, second in zip(view.clause.groups, view.clause.groups[1:], strict=False):
        if first.preposition == "nach" and first.words[-1].text.startswith(("Angabe", "Information")):
            who = candidate(second, view.clause, view.source.setting)
            return [who] if who is not None else []
    return []


def _parts(view: View) -> list[tuple[Figure, str]]:
    """ "darunter vier 787 und zehn 737 MAX": each count with what is counted."""
    parts = []
    for group in view.clause.groups:
        counted = view.source.inside(group.span, COUNTS)
        if counted:
            parts.append((counted[0], view.words(group)))
    return parts
