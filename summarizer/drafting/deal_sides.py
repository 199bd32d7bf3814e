"""Who the other side of a deal is, where a later sentence says it: "Lieferant ist X", "Den Zuschlag erhielt Y".

A role is added only where it is still open: a second seller would be a guess.
"""

from __future__ import annotations

import itertools
import re

from summarizer.data import DealKind, Role
from summarizer.drafting.deal_source import COUNTS, Found, Source
from summarizer.drafting.deal_subjects import parties_in
from summarizer.drafting.deal_ties import CONTRACT, SAME, names_party
from summarizer.drafting.deal_view import View
from summarizer.drafting.parties import Candidate
from summarizer.drafting.party_names import in_slot

_ROLE = re.compile(
    r"^(?:Neue[r]? |Künftige[r]? )?"
    r"(?P<who>Auftraggeber|Käufer|Abnehmer|Besteller|Bauherr|Lieferant|Hersteller|Verkäufer|Auftragnehmer|Anbieter"
    r"|Partner"
    r"|Kreditgeber|Geldgeber|Investor|Eigentümer|Lizenznehmer|Lizenzgeber|Empfänger)(?:in|en|n)? (?:ist|sind|war"
    r"|waren|wird) "
)
_ROLES = {
    "Auftraggeber": Role.BUYER, "Käufer": Role.BUYER, "Abnehmer": Role.BUYER, "Besteller": Role.BUYER,
    "Bauherr": Role.BUYER, "Lieferant": Role.SELLER, "Hersteller": Role.SELLER, "Verkäufer": Role.SELLER,
    "Auftragnehmer": Role.SELLER, "Anbieter": Role.SELLER, "Partner": Role.PARTNER, "Kreditgeber": Role.INVESTOR,
    "Geldgeber": Role.INVESTOR, "Investor": Role.INVESTOR, "Eigentümer": Role.SELLER, "Lizenznehmer": Role.BUYER,
    "Lizenzgeber": Role.SELLER, "Empfänger": Role.PARTNER,
}  # fmt: skip
_AWARD = re.compile(
    r"\b(?:Zuschlag|\w*[Aa]uftrag)\b.{0,40}\b(?:erhielt|erhält|erhielten|bekam|bekommt|ging|geht|gewann|sichert|sicherte|ergatterte|holte)\b"
)
_AWARDED_FOR = re.compile(
    r"\b(?:erhielt|erhält|bekam|bekommt|gewann)\b.{0,30}\b(?:dafür|dazu|hierfür)\b.{0,40}\b(?:Zuschlag|\w*[Aa]uftrag)\b"
)


_GOODS = frozenset({DealKind.ORDER, DealKind.PURCHASE})
_SUPPLIES = re.compile(
    r"\b(?:(?:ge)?liefer\w+|(?:ge)?bau(?:en|t)|(?:ge)?fertig(?:en|t)|produzier\w+|stell(?:t|en)\b.*\bher)\b"
)
_THESE = re.compile(
    r"\b(?:[Dd]ie|[Dd]as|[Dd]en|[Ss]ie) (?:\w+ )?(?:[A-ZÄÖÜ]\w+)?(?:[Ff]ahrzeuge?|[Zz]üge?|[Bb]ahnen"
    r"|[Ss]chiffe?|[Gg]eräte?|[Mm]aschinen?|[Ff]lugzeuge?|[Aa]nlagen?"
    r"|[Ss]ysteme?|[Ww]agen|[Bb]usse|[Bb]oote|[Hh]ubschrauber)\b"
)
_MORE = re.compile(r"(?i)\b(?:auch|bereits|seit|bisher|zudem|außerdem|jährlich|weltweit)\b")


def completes(deal: Found, source: Source) -> bool:
    """Whether a sentence only names the other side of a deal told before: "Den Zuschlag erhielt …"."""
    fronted = re.match(r"(?:Den|Der) (?:Zuschlag|\w*[Aa]uftrag)\b", source.text)
    awarded = bool(fronted and _AWARD.search(source.text))
    awarded = awarded or bool(_AWARDED_FOR.search(source.text))
    open_side = bool(deal.with_role(Role.BUYER)) and not deal.with_role(Role.SELLER)
    taken_up = re.match(rf"(?:Den|Der|Die|Das) {CONTRACT} mit\b", source.text) or SAME.search(source.text)
    return open_side and (awarded or bool(taken_up and counterpart(deal, source, take=False)))


def supplier(deal: Found, source: Source) -> bool:
    """ "22 Fahrzeuge wird X bis 2029 liefern", said of an order whose seller is open: X is the seller."""
    who = _supplying(deal, source)
    deal.parties += [(who, Role.SELLER)] if who is not None else []
    return who is not None


def _supplying(deal: Found, source: Source) -> Candidate | None:
    if deal.kind not in _GOODS or deal.with_role(Role.SELLER) or not deal.with_role(Role.BUYER):
        return None
    for clause in source.clauses():
        view = View(source, clause)
        made = _SUPPLIES.search(view.text) and not _MORE.search(view.text)
        these = _THESE.search(view.text) or view.figures(COUNTS)
        own = [who for who in view.own if not (who.is_person or who.is_country or names_party(deal, who.name))]
        if made and these and len(own) == 1 and not view.after("für", "an"):
            return own[0]
    return None


def names_a_role(deal: Found, source: Source) -> bool:
    """Whether a sentence says who the other side is: "Auftraggeber ist …", "Den Zuschlag erhielt …"."""
    named = _ROLE.match(source.text) or _AWARD.search(source.text) or _AWARDED_FOR.search(source.text)
    return bool(named) or _supplying(deal, source) is not None


def role(deal: Found, source: Source) -> bool:
    """ "Lieferant ist X", "Auftraggeber ist Y"."""
    match = _ROLE.match(source.text)
    if match is None:
        return False
    role = _ROLES[match["who"]]
    if match["who"] == "Eigentümer" and source.text.startswith(("Neue", "Künftige")):
        role = Role.BUYER
    if deal.with_role(role) and role is not Role.PARTNER:
        return False
    clause = source.clauses()[0]
    groups = [g for g in clause.groups if g.span.start >= match.end() - 4 and g.preposition is None and not g.genitive]
    found = [who for g in groups[:2] if (who := in_slot(g, clause, source.setting)) is not None and not who.is_person]
    new = [who for who in found if who.name not in {side.name for side in deal.sides}]
    deal.parties += [(who, role) for who in new]
    return bool(new)


def award(deal: Found, source: Source) -> bool:
    """ "Den Zuschlag erhielt ein Konsortium aus X und Y": X and Y are the sellers."""
    if not (_AWARD.search(source.text) or _AWARDED_FOR.search(source.text)) or deal.with_role(Role.SELLER):
        return False
    sellers = [who for who in _after_award(source) if not who.is_person and not names_party(deal, who.name)]
    deal.parties += [(who, Role.SELLER) for who in sellers]
    return bool(sellers)


def _after_award(source: Source) -> list[Candidate]:
    strict = parties_in(source)
    if strict:
        return strict
    return [who for clause in source.clauses() for who in View(source, clause).own]


def counterpart(deal: Found, source: Source, *, take: bool = True) -> bool:
    """ "Einen entsprechenden Vertrag mit X billigte das Parlament": X is the other side."""
    if len(deal.sides) != 1 or not deal.with_role(Role.BUYER, Role.SELLER):
        return False
    for clause in source.clauses():
        for group, behind in itertools.pairwise(clause.groups):
            named = behind.preposition == "mit" and re.fullmatch(CONTRACT, group.words[-1].text)
            who = in_slot(behind, clause, source.setting) if named else None
            if who is not None and not who.is_person and who.name not in {side.name for side in deal.sides}:
                other = Role.SELLER if deal.with_role(Role.BUYER) else Role.BUYER
                deal.parties += [(who, other)] if take else []
                return True
    return False
