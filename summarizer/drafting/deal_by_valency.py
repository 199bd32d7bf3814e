"""Deals that a verb of the table reports: a place in the clause is a role, and what the line needs must be there.

The second, general reading: `deal_by_verb` with its hand-made frames comes first, this takes what it leaves. Passive:
the agent behind "von" or "durch" has the subject's role, the subject is what was the object. Where what changes hands
is the subject ("das Geschäft geht an X"), who gives it is behind "von", or who was subject before.
"""

from __future__ import annotations

import re

from summarizer.data import Kind, Role
from summarizer.drafting import deal_dates, deal_mood
from summarizer.drafting.deal_matter import take_goods, take_goods_behind
from summarizer.drafting.deal_source import DATES, MEASURES, PEOPLE, SHARES, Found
from summarizer.drafting.deal_valency import Valency, table
from summarizer.drafting.deal_view import View, is_known
from summarizer.drafting.deal_words import sides
from summarizer.drafting.grammar import Group
from summarizer.drafting.parties import Candidate
from summarizer.drafting.verb_forms import Forms

_PASSIVE = re.compile(r"\b(?:wird|werden|wurden?|worden)\b")
_PERFECT = re.compile(r"\b(?:hat|haben|habe|hatten?)\b")
_OWN = frozenset({"sein", "seine", "seinen", "seiner", "ihr", "ihre", "ihren", "ihrer"})
_SHARE_OF = re.compile(r"(?:\w+)?(?:[Mm]ehrheit|[Bb]eteiligung|[Aa]nteile?|[Aa]ktienpaket)")
_ABSTRACT = re.compile(
    r"(?i)\w*(?:preis|medaille|titel|sieg|punkte?|rolle|verantwortung|dank|gruß|grüße|stimmen?|wahl|platz|tor|recht"
    r"|vorwurf|kritik|frage|antwort|hilfe|informationen?|daten|schuld|beifall|applaus|blick|spiel|rede|bitte"
    r"|einladung|auszeichnung|pokal)"
)
Parties = list[tuple[Candidate, Role]]


def read(view: View) -> Found | None:
    """The deal that a verb of the table reports in a clause; None where it reports none."""
    described = {w.span for g in view.clause.groups for w in g.words}
    words = [t.text for t in view.clause.tokens if not t.is_noun and t.span not in described and t.text.isalpha()]
    if not words:
        return None
    ends = view.clause.tokens[-1].text
    for line in table():
        verb = line.found(words if words[-1] == ends else [*words, ends])
        if verb is not None and _fits(view, line):
            deal = _by_line(view, line, verb, words)
            if deal is not None:
                return deal
    return None


def _fits(view: View, line: Valency) -> bool:
    reflexive = bool(re.search(r"\bsich\b", view.text))
    if line.sich is not None and reflexive is not line.sich:
        return False
    return line.words is None or bool(line.words.search(view.text))


def _by_line(view: View, line: Valency, verb: Forms, words: list[str]) -> Found | None:
    passive = bool(_PASSIVE.search(view.text) and verb.participle in words and not _PERFECT.search(view.text))
    thing = _thing_as_subject(view) if line.subject is None else None
    if line.subject is None and thing is None:
        return None
    parties = _changing(view, line, thing) if thing else _passive(view, line) if passive else _active(view, line)
    if not parties:
        return None
    status = line.status or deal_mood.of_verb(line.kind, view.text, view.source.text)
    deal = Found(line.kind, status, line.noun, parties, [view.source.id], view.source.paragraph)
    deal.amount = view.money()
    deal.share = next(iter(view.figures(SHARES)), None)
    _matter(deal, view, line, thing)
    if not (_enough(deal, view, line) and _safe(deal, view, thing)):
        return None
    deal_dates.of_clause(deal, view)
    deal.notes += [line.hedge] if line.hedge else deal_mood.hedges(view.source.text)
    return deal


def _active(view: View, line: Valency) -> Parties:
    subjects = sides(view.subjects)
    if not subjects or line.subject is None:
        return []
    parties = [(s, line.subject) for s in subjects]
    for preposition, role in line.behind.items():
        parties += [(who, role) for who in sides(view.after(preposition))]
    if line.dative is not None:
        parties += [(who, line.dative) for who in sides(view.datives(subjects))]
    if line.object is not None:
        named = next((found for g in view.objects() if (found := view.with_joined(g))), [])
        parties += [(who, line.object) for who in sides(named)]
    if line.owner is not None:
        owned = [w for g in view.clause.groups_after(line.about) if (w := view.whose(g)) is not None]
        parties += [(who, line.owner) for who in sides(owned[:1])]
    return _each_once(parties, line)


def _passive(view: View, line: Valency) -> Parties:
    if line.subject is None:
        return []
    parties = [(who, line.subject) for who in sides(view.after("von", "vom", "durch"))]
    if line.object is not None:
        parties += [(who, line.object) for who in sides(view.subjects)]
    for preposition, role in line.behind.items():
        if preposition not in ("von", "vom"):
            parties += [(who, role) for who in sides(view.after(preposition))]
    if line.dative is not None:
        parties += [(who, line.dative) for who in sides(view.datives())]
    return _each_once(parties, line)


def _changing(view: View, line: Valency, thing: Group) -> Parties:
    """Who gives and who gets, where what changes hands is the subject."""
    parties: Parties = []
    of_thing = _share_in(view, thing)
    for preposition, role in line.behind.items():
        found = [w for w in sides(view.after(preposition)) if of_thing is None or not w.span.overlaps(of_thing.span)]
        parties += [(w, role) for w in found if not w.span.overlaps(thing.span)]
    if line.dative is not None:
        parties += [(w, line.dative) for w in sides(view.datives()) if not w.span.overlaps(thing.span)]
    given = any(role is Role.SELLER for _, role in parties)
    own = view.party(thing)
    if not given and parties and (own is None or own.german):
        firms = [w for w in sides(view.before.subjects) if not w.is_country]
        parties += [(w, Role.SELLER) for w in firms[:1]]
    return _each_once(parties, line)


def _share_in(view: View, thing: Group) -> Group | None:
    """What a share is one of: "Seine Beteiligung an X geht an Y"."""
    at = view.clause.groups.index(thing)
    follows = view.clause.groups[at + 1 : at + 2]
    share = _SHARE_OF.fullmatch(thing.words[-1].text)
    return next((g for g in follows if share and g.preposition in ("an", "am", "bei", "beim")), None)


def _thing_as_subject(view: View) -> Group | None:
    """What changes hands: the first group that may be subject, a firm or a thing but nothing abstract."""
    for group in view.clause.groups:
        whole = len(group.words) == 1 and group.words[0].text in ("Alle", "Sämtliche", "Beide", "Ihre", "Seine")
        if whole or not group.may_be_subject or view.source.inside(group.span, {Kind.MONEY, *DATES}):
            continue
        return None if _ABSTRACT.fullmatch(group.words[-1].text) or view.trigger(group) else group
    return None


def _each_once(parties: Parties, line: Valency) -> Parties:
    """A party has the role of the place it was found in first; a state that is partner is a state."""
    found: dict[str, tuple[Candidate, Role]] = {}
    for who, role in parties:
        state = who.is_country and role is Role.PARTNER
        found.setdefault(who.name, (who, Role.STATE if state else role))
    joins = any(role is Role.STATE for role in (line.subject,))
    return [(w, Role.PARTNER if joins and not w.is_country and r is Role.STATE else r) for w, r in found.values()]


def _matter(deal: Found, view: View, line: Valency, thing: Group | None) -> None:
    """What the deal is about, and how much of it."""
    if thing is not None:
        again = view.taken_up(thing)
        deal.item = again[0].name if again else view.words(thing)
        counted = view.counted(thing)
        deal.quantity = counted if counted and not PEOPLE.fullmatch(thing.words[-1].text) else None
        return
    for group in view.clause.groups:
        if group.preposition in line.about and not view.source.inside(group.span, {Kind.MONEY, *DATES, Kind.DURATION}):
            take_goods_behind(deal, view, group)
            break
    for group in view.objects() if not deal.item else ():
        whom = view.party(group) if line.object is not None else None
        if whom is None and not any(group.span.overlaps(side.span) for side in deal.sides):
            take_goods(deal, view, group)
            break
    if deal.quantity is None and deal.item:
        deal.quantity = next(iter(view.figures(MEASURES)), None)


def _enough(deal: Found, view: View, line: Valency) -> bool:
    """Whether what the line needs is there."""
    have = {
        "buyer": bool(deal.with_role(Role.BUYER)), "seller": bool(deal.with_role(Role.SELLER)),
        "other": any(role is not line.subject for _, role in deal.parties),
        "two": len(deal.sides) > 1, "money": deal.amount is not None, "share": deal.share is not None,
        "quantity": deal.quantity is not None, "item": bool(deal.item),
        "firm": _about_a_firm(deal, view, line), "part": _part_of_own(view),
    }  # fmt: skip
    if any("seed" not in need and all(have[name] for name in need) for need in line.needs):
        return True
    have["seed"] = bool(deal.item)
    weak = [need for need in line.needs if "seed" in need]
    deal.seed = any(all(have[name] for name in need if name != "seed" or len(need) == 1) for need in weak)
    return deal.seed


def _part_of_own(view: View) -> bool:
    """Whether what is sold is the seller's own, or a share of something: "seine Tochter", "die Mehrheit"."""
    return any(g.article in _OWN or _SHARE_OF.fullmatch(g.words[-1].text) for g in view.objects())


def _about_a_firm(deal: Found, view: View, line: Valency) -> bool:
    """Whether the object, or what stands behind the line's prepositions, is a firm that shows as one."""
    places = [*(() if line.about else view.objects()), *view.clause.groups_after(line.about)]
    named = [who for g in places if (who := view.party(g)) is not None and not (who.is_country or who.is_person)]
    return any(is_known(w, view) and all(w.name != side.name for side in deal.sides) for w in named)


def _safe(deal: Found, view: View, thing: Group | None) -> bool:
    """Whether it is told of firms and states: such verbs are everybody's, so with no figure a bare word is no party.

    A seed with two sides waits for figures anyway.
    """
    if deal.amount is not None or (deal.seed and len(deal.sides) > 1):
        return True
    firm = view.party(thing) if thing is not None else None
    known = [is_known(who, view) for who in (*deal.sides, *([firm] if firm else []))]
    figures = deal.share or deal.quantity
    return any(known) if figures is not None or len(known) > 1 else all(known)
