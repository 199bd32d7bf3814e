"""What a clause shows before its places are filled: words of deals, totals, and for whom a name speaks.

Every reader of deals may ask these; a new way to say that a sum is the price of one piece goes here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from summarizer.data import Figure, Kind, Span
from summarizer.drafting import triggers
from summarizer.drafting.deal_source import Source
from summarizer.drafting.grammar import Clause, Group
from summarizer.drafting.parties import Candidate
from summarizer.drafting.terms import TermKind

PER_UNIT_AFTER = re.compile(r"^\s*(?:je|pro|per)\b")
PER_UNIT_BEFORE = re.compile(r"\b(?:je|pro|Je|Pro) [A-ZÄÖÜ]\w+|\bStückpreis|\bFestpreis von\b")
"""Words that make a sum the price of one piece."""
_THEY = re.compile(r"\b(?:[Ss]ie|[Bb]eide)\b")
_HE = re.compile(r"\b(?:[Ss]ie|[Ee]r|[Ee]s)\b")


def total_sums(source: Source, span: Span) -> list[Figure]:
    """Sums in a part of a sentence that are no price of one piece."""
    if PER_UNIT_BEFORE.search(span.of(source.text)):
        return []
    sums = source.inside(span, {Kind.MONEY})
    return [f for f in sums if not PER_UNIT_AFTER.match(source.text[source.local(f).end :])]


def deal_word(source: Source, clause: Clause) -> bool:
    """Whether a verb or a noun of deals stands in a clause."""
    if any(not t.is_noun and triggers.deal_verb(t.text) for t in clause.tokens):
        return True
    if triggers.ANNOUNCING.search(clause.span.of(source.text)):
        return True
    return any(trigger(source, group) is not None for group in clause.groups)


def trigger(source: Source, group: Group) -> triggers.Noun | None:
    """The word of a deal in a group, if there is one outside a proper name."""
    text = group.span.of(source.text)
    named = [t.span for t in source.setting.terms_in(group.span) if t.term.kind is TermKind.NAME]
    if re.search(r"\bJoint[ -]Ventures?\b", text):
        return triggers.NOUNS["joint venture"]
    for word in group.words:
        hit = triggers.noun(word.text) if word.is_noun else None
        if hit is not None and not any(word.span.overlaps(span) for span in named):
            return hit
    return None


def side(who: Candidate) -> Candidate | None:
    """A party, or the country that an office or a government speaks for."""
    if not who.is_person:
        return who
    if who.country is None:
        return None
    return Candidate(who.country, who.country, who.span, who.country, is_country=True)


def sides(found: Iterable[Candidate]) -> list[Candidate]:
    """The parties that candidates stand for, each once."""
    return list({s.name: s for who in found if (s := side(who)) is not None}.values())


def they(text: str) -> bool:
    """Whether a clause has a pronoun that may stand for a firm."""
    return bool(_THEY.search(text) or _HE.search(text))
