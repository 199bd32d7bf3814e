"""Parties that are taken up by a common noun: "der Konzern", "die Wolfsburger", "beide Seiten", "das Land".

What they stand for is what was said before (`deal_source.Before`): the last subject that fits, or the sides of the deal
told last. A noun that fits nobody stands for nobody.
"""

from __future__ import annotations

import re
from dataclasses import replace

from summarizer.drafting.deal_source import Before
from summarizer.drafting.grammar import Group
from summarizer.drafting.parties import Candidate
from summarizer.drafting.vocabulary import base_of

FIRM_AGAIN = re.compile(
    r"(?:\w+-?)?(?:[Uu]nternehmen|[Kk]onzern|[Ff]irma|[Gg]esellschaft|[Hh]ersteller|[Bb]etreiber|[Rr]eederei"
    r"|[Vv]ersorger"
    r"|[Aa]nbieter|[Kk]onsortium|[Ww]erft|[Bb]ank|[Aa]utobauer|[Zz]ulieferer|[Gg]ruppe|[Ee]ntwickler|[Pp]roduzent"
    r"|[Ff]luggesellschaft|[Aa]irline|[Hh]ändler|[Ii]nvestor|[Kk]onzerns|[Uu]nternehmens)"
)
"""A word that takes up a firm named before."""
INHABITANTS = re.compile(
    r"(?!\w*(?:steller|treiber|bauer|geber|nehmer|bieter|händler|partner|käufer|kunden?|arbeiter)n?$)[A-ZÄÖÜ][a-zäöüß]+ern?"
)
"""A firm by its seat: "die Wolfsburger", "den Münchnern"."""
BOTH_AGAIN = re.compile(r"(?:Unternehmen|Konzerne|Firmen|Partner|Seiten|Länder|Staaten|Regierungen|Gesellschaften)")


def taken_up(group: Group, before: Before) -> list[Candidate]:
    """The parties that "das Unternehmen", "die Unternehmen" or "beide Seiten" stand for."""
    nouns = [w for w in group.words if w.is_noun]
    if not group.definite and group.article not in ("beide", "beiden"):
        return []
    if len(nouns) == 1 and BOTH_AGAIN.fullmatch(nouns[0].text) and group.article in ("die", "beide", "beiden"):
        plural = nouns[0].text != "Unternehmen" or group.article != "das"
        if plural and len(before.sides) > 1:
            return [replace(who, span=group.span) for who in before.sides[:3]]
    if len(nouns) == 1 and len(group.words) == 1 and group.article is not None:
        stem = nouns[0].text[:-1] if nouns[0].text[-1] in "ns" else nouns[0].text
        named = [w for w in before.sides if len(stem) > 4 and any(p.startswith(stem) for p in w.name.split())]
        if named:
            return [replace(named[0], span=group.span)]
    if len(nouns) == 1 and nouns[0].text in ("Land", "Staat", "Königreich", "Inselstaat") and group.article != "ein":
        states = [who for who in (*before.subjects, *before.sides) if who.is_country]
        if states:
            return [replace(states[0], span=group.span)]
    seated = len(group.words) == 1 and nouns and group.article in ("die", "den") and before.subjects
    if seated and INHABITANTS.fullmatch(nouns[0].text) and base_of(nouns[0].text) is None:
        firm = _firm_before(before)
        return [replace(firm, span=group.span)] if firm is not None else []
    plain = nouns and all(w.text[:1].islower() or w.is_noun for w in group.words)
    if plain and FIRM_AGAIN.fullmatch(nouns[-1].text) and group.article in ("der", "die", "das", "dem", "den"):
        firm = _firm_before(before)
        return [replace(firm, span=group.span)] if firm is not None else []
    return []


def _firm_before(before: Before) -> Candidate | None:
    for who in before.subjects:
        if not (who.is_person or who.is_country or who.name.startswith(("city of", "state of", "district of"))):
            return who
    return None
