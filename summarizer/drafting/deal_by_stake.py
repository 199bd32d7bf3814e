"""Purchases of a firm or a part of it: "übernimmt", "beteiligt sich mit 30 Prozent an", "steigt bei X ein".

The firm that changes hands is what is bought, no party: the one who sells stands behind "von" and is often not named.
"Übernimmt" has many other senses (a post, the costs, the distribution), so it counts only with a share, a sum, or an
object that is a firm by its name.
"""

from __future__ import annotations

import itertools
import re

from summarizer.data import DealKind, Figure, Kind, Role
from summarizer.drafting import deal_dates, deal_mood, triggers
from summarizer.drafting.deal_source import PEOPLE, SHARES, Found
from summarizer.drafting.deal_view import View
from summarizer.drafting.deal_words import sides
from summarizer.drafting.grammar import Group
from summarizer.drafting.terms import TermKind

_JOINS_IN = re.compile(
    r"\bbeteilig(?:t|te|en|ten) sich\b|\bsich\b.{0,80}\bbeteilig|\bst(?:eigt|eigen|ieg|iegen)\b.*\bein$|\beinsteigen$"
)
_OVER = re.compile(r"\bübern(?:immt|ahm|ahmen|ehmen|ommen)\b|\bschluck(?:t|te|en)\b|\bzu übernehmen\b")
_NO_FIRM = re.compile(
    r"(?i)(?:vertrieb|betrieb|leitung|führung|amt|vorsitz|kosten|verantwortung|aufgaben?|rolle|macht|bürgschaft"
    r"|garantie"
    r"|geschäfte?|ausbildung|schulden|haftung|steuerung|wartung|planung|regie|kontrolle|bau|finanzierung|risiken|risiko"
    r"|regierung|dienst|stelle|funktion|patenschaft|schirmherrschaft|wahl|ausschreibung|spiel|rennen|programm)"
)


_HOLDS = re.compile(r"\b(?:hält|halten|hielt(?:en)?|behält|behalten|besitzt)\b")
_PART_OF = re.compile(r"Hälfte|Drittel|Viertel|Großteil|Teil")
"""Of what stands behind it: "die Hälfte der 180 Filialen"."""
_ALL_OF_IT = re.compile(r"Anteile|Aktien|\w*[Bb]eteiligung|\w*[Pp]aket|Geschäftsanteile")


def read(view: View) -> Found | None:
    """The purchase of a firm or a share that a clause reports; None where it is none."""
    buyers = sides(view.subjects)
    joins, over = bool(_JOINS_IN.search(view.text)), bool(_OVER.search(view.text))
    with_share = triggers.STAKE.search(view.text) and triggers.STAKE_OBJECT.search(view.text)
    if not buyers or not (joins or over or with_share):
        return None
    shares = view.figures(SHARES)
    targets = _targets(view, joins) or (_owned(view) if shares else [])
    if targets:
        return _stake(view, targets[0], shares, joins)
    return _whole(view, shares) if over else None


def _targets(view: View, joins: bool) -> list[Group]:
    wanted = frozenset({"an", "am", "bei", "beim"}) if joins else frozenset({"an", "am"})
    groups = view.clause.groups_after(wanted)
    usable = [g for g in groups if not view.source.inside(g.span, {Kind.DATE, Kind.YEAR})]
    return [g for g in usable if not _NO_FIRM.fullmatch(g.words[-1].text)] if len(usable) == len(groups) else []


def _owned(view: View) -> list[Group]:
    """ "74,9 Prozent der Gesellschaft", "30 Prozent des Netzbetreibers X": whose the share is."""
    groups = [] if _HOLDS.search(view.text) else view.clause.groups
    for before, group in itertools.pairwise(groups):
        of_it = view.source.inside(before.span, {Kind.PERCENT}) and group.genitive
        if of_it and view.trigger(group) is None and not _ALL_OF_IT.fullmatch(group.words[-1].text):
            return [group]
    return []


def _found(view: View, lead: str) -> Found:
    status = deal_mood.of_verb(DealKind.OTHER, view.text, view.source.text)
    deal = Found(DealKind.PURCHASE, status, "stake", [], [view.source.id], view.source.paragraph, lead=lead)
    buyers = sides(view.subjects)
    deal.parties = [(who, Role.BUYER) for who in buyers]
    sellers = [w for w in sides(view.after("von", "vom")) if all(w.name != b.name for b in buyers)]
    deal.parties += [(w, Role.SELLER) for w in sellers]
    deal.amount = view.money()
    deal_dates.of_clause(deal, view)
    deal.notes += deal_mood.hedges(view.source.text)
    return deal


def _stake(view: View, target: Group, shares: list[Figure], joins: bool) -> Found | None:
    deal = _found(view, "stake in")
    deal.item, deal.share = view.words(target), shares[0] if shares else None
    said = joins or re.search(r"\b(?:Mehrheit|Minderheit|Anteil|Beteiligung)", view.text)
    return deal if deal.share or deal.amount or said else None


def _whole(view: View, shares: list[Figure]) -> Found | None:
    """ "X übernimmt Y für …": all of Y, if Y is a firm."""
    objects = [g for g in view.objects() if not _NO_FIRM.search(g.words[-1].text)]
    if not objects:
        return None
    deal = _found(view, "")
    deal.noun, target = "takeover", objects[0]
    if _PART_OF.fullmatch(target.words[-1].text):
        owned = next((g for g in view.clause.groups if g.genitive and g.span.start > target.span.end), None)
        target = owned if owned is not None and view.counted(owned) else target
    who = view.party(target)
    terms = [t for t in view.source.setting.terms_in(target.span) if t.term.kind is TermKind.NOUN]
    deal.item, deal.share = view.words(target), shares[0] if shares else None
    named = who is not None and not who.is_country and not who.is_person and not who.german
    deal.quantity = view.counted(target)
    if deal.quantity is not None and PEOPLE.fullmatch(target.words[-1].text):
        return None
    if deal.quantity is not None:
        deal.noun = "purchase"
        owner = view.whose(target) if len(deal.sides) == 1 else None
        if owner is not None and not owner.is_person and owner.name != deal.sides[0].name:
            deal.parties.append((owner, Role.SELLER))
    own_part = any(
        t.english.endswith(("plant", "business", "division", "subsidiary", "factory", "network")) for t in terms
    )
    own_part = own_part or bool(_ALL_OF_IT.fullmatch(target.words[-1].text))
    part_of_many = bool(deal.share and deal.quantity and deal.noun == "purchase")
    enough = named or deal.amount or part_of_many or ((own_part or deal.quantity) and len(deal.sides) > 1)
    return deal if deal.item and enough else None
