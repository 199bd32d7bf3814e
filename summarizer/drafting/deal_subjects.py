"""Who is subject of a sentence, and which firm or state a pronoun of the next one stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.data import Span
from summarizer.drafting.deal_source import Source
from summarizer.drafting.deal_view import View
from summarizer.drafting.parties import Candidate, candidate

_MOST_MEANT = 2
_AGENT = re.compile(
    r"\b(?:über(?:nimmt|nehmen|nahm)|plan|will\b|woll|kauf|erw[ei]rb|bestell|zahl|bau|verkauf|liefer|beschäftig|kündig"
    r"|verkünd|vereinbar|einig|unterz|gründ|investier|soll|möcht|beteilig|beauftrag)"
)
"""Verbs of those who act: "er läuft sieben Jahre" is said of a contract."""


def subjects_of(source: Source) -> list[Candidate]:
    """The parties that are subject in a sentence: what "sie" in the next one stands for."""
    found = (View(source, clause).own for clause in source.clauses())
    return next((subjects for subjects in found if subjects), [])


def parties_in(source: Source) -> list[Candidate]:
    """Every group of a sentence that may be a party, each once."""
    found: dict[str, Candidate] = {}
    for clause in source.clauses():
        for group in clause.groups:
            who = candidate(group, clause, source.setting)
            if who is not None:
                found.setdefault(who.name, who)
    return list(found.values())


def meant_by_pronoun(source: Source, before: Sequence[Candidate]) -> tuple[Span, str] | None:
    """Where "er" or "sie" stands for the firms and states ``before``, and what they are called; None if unclear.

    Only where the clause has no subject of its own and number fits: "er" for one, "sie" for several.
    """
    people = any(who.is_person for who in before)
    if not before or people or len({who.name for who in before}) > _MOST_MEANT:
        return None
    for clause in source.clauses():
        if View(source, clause).own or not _AGENT.search(clause.span.of(source.text)):
            return None
        for token in clause.tokens:
            if token.text.lower() == ("er" if len(before) == 1 else "sie"):
                names = list(dict.fromkeys(who.name for who in before))
                return token.span, " and ".join(names)
        if clause.has_verb():
            return None
    return None
