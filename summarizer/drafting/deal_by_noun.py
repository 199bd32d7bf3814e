"""Deals that a noun names: "einen Vertrag mit X über Y", "den Zuschlag für", "eine Absichtserklärung", "einen Kredit".

The noun says the kind; who does what comes from the verb it hangs on: who "vergibt" an order buys, who "erhält" it
sells, who "gewährt" a loan lends. What can't be read safely is left out: "das Abkommen" with nothing new is the one
already told, and a word after "laut" or "wegen" is only mentioned.
"""

from __future__ import annotations

import re

from summarizer.data import DealKind, Figure, Role
from summarizer.drafting import deal_dates, deal_mood, triggers
from summarizer.drafting.deal_matter import goods_after, matter, take_goods_behind
from summarizer.drafting.deal_source import COUNTS, Found
from summarizer.drafting.deal_ties import SAME
from summarizer.drafting.deal_view import View
from summarizer.drafting.deal_words import side, sides
from summarizer.drafting.grammar import Group
from summarizer.drafting.parties import Candidate
from summarizer.drafting.terms import plural

_GOODS = frozenset({DealKind.PURCHASE, DealKind.ORDER})
_MENTION_ONLY = frozenset(
    ["laut", "nach", "mit", "wegen", "gegen", "seit", "trotz", "durch", "unter", "in", "im", "bei", "beim", "aus",
     "vor", "zur", "zum", "zu", "für", "vom", "neben", "ohne", "um", "während"]
)  # fmt: skip
_GIVES = re.compile(
    r"\b(?:verg(?:ibt|eben|ab|aben)|erteil(?:t|en|te|ten)|gew(?:ährt|ähren|ährte|ährten)|g(?:ibt|eben|ab|aben)|gegeben"
    r"|bewillig(?:t|en|te|ten)|stell(?:t|en|te|ten) .{0,80}bereit|bereitgestellt|überträgt"
    r"|verläng\w+|verleih\w*|verlieh\w*|zugesagt|sagt .{0,60}\bzu$"
    r"|ging(?:en)? an|geh(?:t|en) an|räumt .{0,60}ein$)\b"
)
_AGREES = re.compile(r"\b(?:(?:ge)?einig\w+|verständig\w+|vereinbar\w+|ausgehandelt|schlossen|geschlossen)\b")
_FUNDS = re.compile(r"\b(?:förder|unterstütz|finanzier)\w+")
"""With a loan for a thing "in Albanien": the country borrows."""
_LENDS = re.compile(
    r"(?i)bank\b|sparkasse|\bfunds?\b|\bfonds|\bKfW\b|\bIMF\b|\bIWF\b|gläubiger|creditors|lenders?|kasse\b"
)
"""Whose business it is to lend, where the verb leaves open who does."""
_VAGUE = re.compile(r"(?i)(?:mehrere|einige|zahlreiche|viele|diverse)[rn]?$")
_PASSIVE = re.compile(r"\b(?:wurden?|worden|wird|werden|ist|sind)\b")
_EXISTS = re.compile(r"\b(?:gibt|gab) es\b|\bes (?:gibt|gab|gebe)\b")
_EXTENDED = re.compile(r"\bverlänger(?:t|n|te|ten)\b")
_BORROWS = re.compile(r"\b(?:nimmt|nehmen|nahm(?:en)?|aufgenommen|aufnehmen)\b")


def read(view: View) -> Found | None:
    """The deal that a noun in a clause names; None where it names none, or one told before."""
    for group in view.clause.groups:
        hit = view.trigger(group)
        if hit is None or any(group.span.overlaps(s.span) for s in view.subjects):
            continue
        deal = _read(view, group, hit) if _tells(view, group, hit) else None
        if deal is not None:
            return deal
    return None


def _tells(view: View, group: Group, hit: triggers.Noun) -> bool:
    """Whether a noun of a deal is told here, not taken up again or mentioned in passing."""
    signing = bool(triggers.SIGNING.search(view.text))
    agreed_in = group.preposition == "in" and group.article in ("einer", "einem") and signing
    if group.preposition in _MENTION_ONLY and not agreed_in:
        return False
    if (hit.needs_money and view.money() is None) or _EXISTS.search(view.text):
        return False
    if group.preposition == "von" and not signing and not _of_concluding(view, group):
        return False
    goods = hit.kind in _GOODS and goods_after(view, group) is not None
    partners = bool(view.after("mit", "zwischen"))
    gets = hit.kind is DealKind.ORDER and (triggers.RECEIVING.search(view.text) or _GIVES.search(view.text))
    gives = bool(_GIVES.search(view.text)) and bool(view.after("an") or view.datives(view.subjects))
    known = group.definite or group.genitive
    if known and hit.kind in _GOODS and view.after("durch") and not view.after("mit", "bei"):
        return False  # "die Übernahme von X durch Y beschäftigt die Gerichte": `deal_by_event` reads who does it
    if known and not (goods or partners or gets or gives or (signing and not view.carried)):
        return False
    return view.clause.has_verb() or goods


def _of_concluding(view: View, group: Group) -> bool:
    """Whether a group after "von" hangs on a word of concluding: "den Abschluss von acht Verträgen"."""
    before = [g for g in view.clause.groups if g.span.end <= group.span.start]
    return bool(before) and before[-1].words[-1].text in ("Abschluss", "Unterzeichnung", "Reihe", "Paket")


def _read(view: View, group: Group, hit: triggers.Noun) -> Found | None:
    status = deal_mood.of_noun(hit.status, view.source.text)
    deal = Found(hit.kind, status, hit.english, [], [view.source.id], view.source.paragraph)
    deal.amount = view.money()
    goods = goods_after(view, group) if hit.kind in _GOODS or hit.mutual else None
    if goods is not None:
        take_goods_behind(deal, view, goods)
    else:
        matter(deal, view, group)
        deal.quantity = deal.quantity or _counted(view, group)
    deal.parties = _parties(view, hit, deal)
    deal_dates.of_clause(deal, view)
    several = any(_VAGUE.match(w.text) for w in group.words)
    if (several or deal.quantity) and goods is None and hit.kind is DealKind.AGREEMENT:
        deal.lead = f"{plural(hit.english)} on" if several or _counted(view, group) else deal.lead
    if several:
        deal.notes.append("several, number not given")
    if _EXTENDED.search(view.text):
        deal.notes.append("extension")
    deal.notes += deal_mood.hedges(view.source.text)
    generic = not (deal.item or deal.amount or deal.quantity or len(deal.sides) > 1)
    deal.seed = generic
    awaited = deal.kind is DealKind.ORDER and deal.with_role(Role.SELLER) and triggers.RECEIVING.search(view.text)
    return deal if not generic or awaited else None


def _counted(view: View, group: Group) -> Figure | None:
    return next(iter(view.source.inside(group.span, COUNTS)), None)


def _parties(view: View, hit: triggers.Noun, deal: Found) -> list[tuple[Candidate, Role]]:
    subjects = _speaking_for(view)
    if deal.kind is DealKind.LOAN:
        return _lending(view, subjects)
    if deal.kind is DealKind.LICENCE:
        return _licensing(view, subjects)
    awarded = awarded_to(view, subjects) if _GIVES.search(view.text) else []
    if awarded and deal.kind not in (DealKind.INVESTMENT, DealKind.OTHER):
        buyers = subjects[:1] or sides(view.after("von", "vom"))
        return [(b, Role.BUYER) for b in buyers] + [(a, Role.SELLER) for a in awarded if a.name not in _names(buyers)]
    if deal.kind is DealKind.ORDER and triggers.RECEIVING.search(view.text):
        buyers = [b for b in sides(view.after("von", "vom", "aus")) if b.name not in _names(subjects)]
        return [(b, Role.BUYER) for b in buyers if not b.is_country or not subjects] + [
            (s, Role.SELLER) for s in subjects
        ]
    between = view.after("zwischen") if deal.kind is not DealKind.ORDER else []
    both = sides(between) if between else [*subjects, *sides(view.after("mit"))]
    both = both or view.binational()
    if len(both) == 1 and not view.subjects and _PASSIVE.search(view.text):
        both = [*sides(w for w in view.before.subjects if not w.is_person), *both]
    if not both and _PASSIVE.search(view.text) and SAME.search(view.text) and not view.before.sides:
        both = sides(view.before.subjects)  # "Ein entsprechendes Abkommen wurde geschlossen": by those just named
    if deal.kind is DealKind.OTHER and subjects and not triggers.RECEIVING.search(view.text):
        return _lending(view, subjects)
    if deal.kind is DealKind.OTHER and awarded_to(view, subjects):
        return _lending(view, subjects)
    sellers = [w for w in sides(view.after("bei", "beim", "von", "vom")) if hit.kind in _GOODS and both]
    return _roles(deal.kind, both, sellers, mutual=hit.mutual)


def _speaking_for(view: View) -> list[Candidate]:
    """The subjects as sides of the deal: a government that announces what others agreed is none."""
    if view.after("zwischen"):
        return []
    announcing = bool(triggers.ANNOUNCING.search(view.text))
    found = []
    for subject in view.subjects:
        one = side(subject)
        if one is not None and (not announcing or subject.is_person or not government(subject)):
            found.append(one)
    return list({s.name: s for s in found}.values())


def _lending(view: View, subjects: list[Candidate]) -> list[tuple[Candidate, Role]]:
    """Who lends and who borrows: the subject lends, unless it gets the loan or takes one up."""
    others = sides(view.after("an")) or sides(view.datives(subjects))
    if triggers.RECEIVING.search(view.text) or _BORROWS.search(view.text):
        lenders = [w for w in sides(view.after("von", "vom", "bei", "beim")) if w.name not in _names(subjects)]
        return [(w, Role.INVESTOR) for w in lenders] + [(s, _borrower(s)) for s in subjects]
    if _AGREES.search(view.text):
        both = list({w.name: w for w in [*subjects, *sides(view.after("mit"))]}.values())
        return [(w, Role.INVESTOR if _LENDS.search(w.name) else _borrower(w)) for w in both]
    others = others or sides(view.after("für"))
    others = others or [w for w in sides(view.after("mit")) if w.name not in _names(subjects)]
    if not others and _FUNDS.search(view.text):
        others = [w for w in sides(view.after("in")) if w.is_country]
    debated = re.search(r"\b(?:berät|berate\w*|entscheide\w*|abstimm\w+|diskutier\w+)\b", view.text)
    return [(s, Role.STATE if debated else Role.INVESTOR) for s in subjects] + [
        (o, _borrower(o)) for o in others if o.name not in _names(subjects)
    ]


def _licensing(view: View, subjects: list[Candidate]) -> list[tuple[Candidate, Role]]:
    """Who gives a licence sells, who gets it buys; a state that gives one is the state."""
    givers, getters = subjects, sides(view.after("an")) or sides(view.datives(subjects))
    if triggers.RECEIVING.search(view.text) or re.search(r"\berwarb(?:en)?\b|\berwirbt\b|\bkauf", view.text):
        givers, getters = sides(view.after("von", "vom")), subjects
    elif not getters:
        return _roles(DealKind.LICENCE, [*subjects, *sides(view.after("mit"))], [])
    given = [(g, Role.STATE if g.is_country or government(g) else Role.SELLER) for g in givers]
    return given + [(g, Role.BUYER) for g in getters if g.name not in _names(givers)]


def _borrower(who: Candidate) -> Role:
    return Role.STATE if who.is_country else Role.PARTNER


def _names(candidates: list[Candidate]) -> set[str]:
    return {who.name for who in candidates}


def _roles(
    kind: DealKind, both: list[Candidate], sellers: list[Candidate], *, mutual: bool = False
) -> list[tuple[Candidate, Role]]:
    """A role for each: by the kind of deal, by who a party is, and by where it stood (subject first)."""
    unique = list({one.name: one for one in both}.values())
    goods = kind in _GOODS and not mutual
    roles: list[tuple[Candidate, Role]] = []
    for at, one in enumerate(unique):
        if goods:
            role = Role.BUYER if at == 0 else Role.SELLER
        elif one.is_country:
            role = Role.STATE
        else:
            role = Role.INVESTOR if kind is DealKind.INVESTMENT else Role.PARTNER
        roles.append((one, role))
    return roles + [(s, Role.SELLER) for s in sellers if s.name not in {one.name for one in unique}]


def awarded_to(view: View, subjects: list[Candidate]) -> list[Candidate]:
    """Who gets public money, an order or a licence that a noun names."""
    return sides(view.after("an")) or sides(view.datives(subjects))


def government(who: Candidate) -> bool:
    """Whether a party is an organ of a state that may speak for others."""
    return bool(re.search(r"(?i)\b(?:government|administration|ministry|department|news agency)\b", who.name))
