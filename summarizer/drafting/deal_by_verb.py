"""Deals that a verb reports: who buys, sells, supplies, commissions, invests, by the frame of the verb.

Active: the subject has the frame's first role, the party behind a preposition, in the dative or in the object the
other. Passive: the agent stands behind "von" or "durch", and what was the object is the subject. A frame says what
must be there for a deal; with less, the clause is none.
"""

from __future__ import annotations

import re

from summarizer.data import DealKind, Kind, Role, Span
from summarizer.drafting import deal_by_event, deal_dates, deal_mood
from summarizer.drafting.deal_frames import Frame, Need, frames_of, is_participle
from summarizer.drafting.deal_matter import take_goods, take_goods_behind
from summarizer.drafting.deal_source import COUNTS, MEASURES, Found
from summarizer.drafting.deal_view import CONSORTIUM, View, is_known
from summarizer.drafting.deal_words import sides
from summarizer.drafting.parties import Candidate
from summarizer.drafting.party_again import FIRM_AGAIN
from summarizer.drafting.terms import Occurrence, TermKind

_GOODS = frozenset({DealKind.PURCHASE, DealKind.ORDER})
_JOINS = re.compile(
    r"\b(?:wird|wurde|werden|wurden|(?:ist|sind) (?:seit|ab|nun|jetzt|damit))\b.*\bMitglied(?:er)?\b"
    r"|\b(?:tritt|treten|trat|traten)\b.*\bbei$"
    r"|\bbei(?:zu|ge)?tret(?:en|eten)\b"
)
_PASSIVE = re.compile(r"\b(?:wird|werden|wurden?|worden|sind|ist)\b")
_ACTIVE = re.compile(r"\b(?:hat|haben|habe|hatten?|will|wollen)\b")
_REFLEXIVE_OK = re.compile(
    r"\b(?:sicher(?:n|t|te|ten)|gesichert|trenn(?:en|t|te|ten)|getrennt)\b|\bsich (?:mit|bei|auf|über)\b"
    r"|\bsich\b.{0,80}\b(?:geeinigt|verständigt"
    r"|einigen|einigten)\b"
)
_SALES_FIGURE = re.compile(r"\b(?:im (?:vergangenen|ersten|zweiten|dritten|vierten|laufenden) |weltweit|Kunden)\b")
_WON = re.compile(
    r"\bsicher\w+ sich\b.*\b\w*[Aa]uftrag\b|\b\w*[Aa]uftrag\b.*\bsicher\w+ sich\b|\bsich\b.*[Aa]uftrag.*\bgesichert\b"
)
"""Who secures an order sells."""
_OF_FIRM = re.compile(r"Prozent (?:von|an|am|de[rs]|aller)\b|\b(?:Anteile?|Beteiligung|Aktien)\b")
_ALWAYS = re.compile(
    r"(?i)\b(?:seit|bereits|jährlich|weltweit|bisher|täglich|stellen|beschäftigte|mitarbeiter|menschen)\b"
)
"""Who supplies all the time, and whom a firm employs, tells no deal."""
_OWN_SHARES = re.compile(r"\beigene[rn]? (?:Aktien|Anteile|Anteilsscheine|Anleihen)\b")
_OWN = frozenset({"sein", "seine", "seinen", "seiner", "ihr", "ihre", "ihren", "ihrer"})
_PART = re.compile(r"(?i)(?:tochter|sparte|anteile?|beteiligung|werk|geschäft|fabrik|mehrheit|netz|bereich)$")


def read(view: View) -> Found | None:
    """The deal that the verb of a clause reports; None where it is none."""
    if _JOINS.search(view.text):
        return _joining(view)
    described = {w.span for g in view.clause.groups for w in g.words}  # "den geförderten Fonds": no verb
    words = [t.text for t in view.clause.tokens if not t.is_noun and t.span not in described]
    found = (_by_frame(view, frame) for frame in frames_of(words))
    return next((deal for deal in found if deal is not None), None)


def _by_frame(view: View, frame: Frame) -> Found | None:
    bought_off = frame.says_sold and frame.subject is Role.BUYER and view.text.endswith(" ab")  # `deal_by_valency`
    if bought_off or _OWN_SHARES.search(view.text):
        return None
    wins = frame.subject is Role.BUYER and frame.object_word is None and _WON.search(view.text)
    if wins and not frame.party_object:
        return None
    reflexive = re.search(r"\bsich\b", view.text) and not _REFLEXIVE_OK.search(view.text)
    if (reflexive and frame.kind in _GOODS) or not _right_words(view, frame):
        return None
    passive = _is_passive(view, frame)
    parties, taken = _passive(view, frame) if passive else _active(view, frame)
    deal = Found(
        frame.kind, deal_mood.of_verb(frame.kind, view.text, view.source.text), frame.noun, parties, [view.source.id],
        view.source.paragraph,
    )  # fmt: skip
    deal.amount = view.money()
    deal.share = (
        next(iter(view.figures({Kind.PERCENT})), None) if _OF_FIRM.search(view.text) and frame.says_sold else None
    )
    _take_matter(deal, view, frame, taken)
    if not parties:
        return None
    sold = passive and frame.says_sold and not deal.item and any(is_known(who, view) for who in view.own)
    deal.item = view.own[0].name if sold else deal.item
    if not sold and not _enough(deal, view, frame):
        one_sided = frame.subject is Role.SELLER and len(deal.sides) < 2  # "liefert seit Jahren": to nobody
        if not frame.seeds or not deal.item or (one_sided and _ALWAYS.search(view.text)):
            return None
        deal.seed, deal.waits = True, one_sided
    deal_dates.of_clause(deal, view)
    deal.notes += [frame.hedge] if frame.hedge else deal_mood.hedges(view.source.text)
    if frame.kind is DealKind.AGREEMENT:
        deal_by_event.direct(deal)
    return deal


def _right_words(view: View, frame: Frame) -> bool:
    """Whether object and matter are what the frame wants, where it wants something."""
    groups = view.clause.groups
    if frame.word is not None and not frame.word.search(view.text):
        return False
    if frame.object_word is not None:
        heads = [w.text for g in groups if g.preposition is None for w in g.words]
        return any(frame.object_word.fullmatch(head) for head in heads)
    if frame.matter_word is not None:
        heads = [w.text for g in groups if g.preposition in frame.matter for w in g.words]
        return any(frame.matter_word.fullmatch(head) for head in heads)
    return True


def _is_passive(view: View, frame: Frame) -> bool:
    if not _PASSIVE.search(view.text) or _ACTIVE.search(view.text):
        return False
    return any(frame.verbs.fullmatch(t.text) and is_participle(t.text) for t in view.clause.tokens)


def _active(view: View, frame: Frame) -> tuple[list[tuple[Candidate, Role]], list[Candidate]]:
    """The parties with their roles, and the candidates that are taken and so no thing."""
    subjects = sides(view.subjects)
    if not subjects:
        return [], []
    others = [w for w in view.after(*frame.behind) if all(w.name not in s.name for s in subjects)]
    if frame.party_object:
        others += _commissioned(view)
    if frame.other is Role.SELLER and not others:
        sources = [*view.objects()[:2], *view.clause.groups_after("aus")]
        others += [w for g in sources if (w := view.whose(g)) is not None][:1]
    if frame.dative and not others:
        others += view.datives(subjects)
    if frame.kind is DealKind.OTHER and frame.subject is Role.INVESTOR:
        others = _funded(view) or others
    parties = [(s, _role(s, frame.subject, frame)) for s in subjects]
    if frame.other is not None:
        parties += [(o, _role(o, frame.other, frame)) for o in sides(others)]
    if frame.kind is DealKind.INVESTMENT:
        others = []
        parties = parties[: len(subjects)]
    return parties, others


def _commissioned(view: View) -> list[Candidate]:
    """Who gets an order in the object; of a consortium, its members."""
    for group in view.objects():
        if CONSORTIUM.fullmatch(group.words[-1].text):
            return view.after("um", "aus")
        named = view.with_joined(group)
        if named:
            return named
    return []


def _passive(view: View, frame: Frame) -> tuple[list[tuple[Candidate, Role]], list[Candidate]]:
    agents = sides(view.after("von", "vom", "durch"))
    others = sides(view.after(*(frame.behind - {"von", "vom"})))
    if frame.party_object:
        others = sides(view.subjects)
    if not agents and not (others and frame.party_object):
        return [], []
    parties = [(a, _role(a, frame.subject, frame)) for a in agents]
    if frame.other is not None:
        parties += [(o, _role(o, frame.other, frame)) for o in others]
    return parties, [*agents, *others]


def _role(who: Candidate, role: Role, frame: Frame) -> Role:
    return Role.STATE if who.is_country and frame.kind not in _GOODS and role is Role.PARTNER else role


def _funded(view: View) -> list[Candidate]:
    """Who gets public money: a party in the object, or the one a plant belongs to."""
    for group in view.objects():
        at = [g for g in view.clause.groups if g.span.start >= group.span.start]
        for one in at[:2]:
            who = view.party(one)
            inside = one is group or one.preposition in ("von", "des") or one.genitive
            if who is not None and (inside or (one.preposition == "in" and who.is_country)):
                return [who]
    return []


def _take_matter(deal: Found, view: View, frame: Frame, taken: list[Candidate]) -> None:
    """What the deal is about, and how much of it."""
    if frame.matter:
        group = next((g for g in view.clause.groups if g.preposition in frame.matter), None)
        if group is not None and not view.source.inside(group.span, {Kind.DATE, Kind.YEAR, Kind.MONEY, Kind.QUARTER}):
            take_goods_behind(deal, view, group)
        if deal.item or frame.kind is DealKind.AGREEMENT:
            return
    for group in view.objects(taken):
        if group.words[0].text in ("Angaben",) or FIRM_AGAIN.fullmatch(group.words[-1].text):
            continue
        counted = view.counted(group)
        plain = frame.kind in _GOODS and not counted and not view.source.setting.terms_in(group.span)
        plain = plain and not (frame.seeds and (group.definite or frame.word is not None))
        if plain and not (frame.says_sold and view.party(group)) and not deal.amount and len(deal.parties) < 2:
            continue
        take_goods(deal, view, group)
        break
    if frame.kind in _GOODS and deal.quantity is None and deal.item:
        deal.quantity = next(iter(view.figures(MEASURES)), None)


def _enough(deal: Found, view: View, frame: Frame) -> bool:
    """Whether what the frame asks for is there."""
    first = deal.with_role(frame.subject)
    have = set()
    if deal.quantity is not None:
        have |= {Need.QUANTITY, Need.GOODS}
    if deal.item and _known_goods(deal, view):
        have.add(Need.GOODS)
    if len(deal.sides) > len(first) or (frame.subject is not frame.other and not first and deal.sides):
        have.add(Need.OTHER)
    if deal.amount is not None:
        have.add(Need.MONEY)
    if len(deal.sides) > 1:
        have.add(Need.TWO)
    if frame.subject is Role.BUYER and not first and frame.needs and not frame.party_object:
        return False
    if frame.kind in _GOODS and _SALES_FIGURE.search(view.text) and Need.OTHER not in have:
        return False
    if frame.says_sold and frame.subject is Role.SELLER and _sells_a_firm(view):
        have.add(Need.OTHER)
    if frame.says_sold and frame.subject is Role.BUYER and _buys_a_firm(view):
        have.add(Need.GOODS)
    return not frame.needs or any(need <= have for need in frame.needs)


def _buys_a_firm(view: View) -> bool:
    """Whether what is bought is a firm by its name."""
    for group in view.objects():
        who = view.party(group) if group.definite or group.article is None else None
        if who is None or who.is_country or who.is_person or who.german:
            continue
        described = group.definite and sum(w.is_noun for w in group.words) > len(who.name.split())
        if described or who.name in view.source.setting.known_names:
            return True
    return False


def _sells_a_firm(view: View) -> bool:
    """Whether what is sold is a part of the seller's own, by its name or by "seine Tochter"."""
    owned = [g for g in view.objects() if g.article in _OWN]
    return any(view.party(g) is not None or _PART.search(g.words[-1].text) for g in owned)


def _known_goods(deal: Found, view: View) -> bool:
    """Whether what is bought is goods the glossary knows, told of in general: "Panzer", not "ein Haus"."""
    groups = [g for g in view.objects() if view.words(g) == deal.item]
    bare = any(g.article is None for g in groups)
    return bare and any(t.term.kind is not TermKind.ADJECTIVE for t in _terms_of(deal, view))


def _terms_of(deal: Found, view: View) -> list[Occurrence]:
    start = view.source.text.find(deal.item)
    return view.source.setting.terms_in(Span(start, start + len(deal.item))) if start >= 0 else []


def _joining(view: View) -> Found | None:
    """ "X tritt Y bei": what X joins is what is neither X nor under a preposition that leads elsewhere."""
    members = sides(view.subjects)
    if not members:
        return None
    kind = DealKind.ACCESSION
    deal = Found(
        kind, deal_mood.of_verb(kind, view.text, view.source.text), "accession",
        [(m, Role.STATE if m.is_country else Role.PARTNER) for m in members], [view.source.id], view.source.paragraph,
    )  # fmt: skip
    for group in view.clause.groups:
        ours = any(group.span.overlaps(m.span) for m in view.own)
        if (
            not ours
            and group.words[0].text != "Mitglied"
            and group.preposition in (None, "zu", "zum", "zur")
            and not view.source.inside(group.span, COUNTS)
        ):
            deal.item = group.span.of(view.source.text)
            break
    deal_dates.of_clause(deal, view)
    return deal if deal.item else None
