"""Who the other side of a deal is, where a later sentence says it: "Lieferant ist X", "Den Zuschlag erhielt Y".

A role is added only where it is still open: a second seller would be a guess.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from summarizer.data import DealKind, Role
from summarizer.drafting.deal_source import COUNTS, Found, Source
from summarizer.drafting.deal_subjects import parties_in
from summarizer.drafting.deal_ties import CONTRACT, SAME, names_party
from summarizer.drafting.deal_view import View
from summarizer.drafting.grammar import Group
from summarizer.drafting.parties import Candidate
from summarizer.drafting.party_names import in_slot

_ROLE = re.compile(
    r"^(?:Neue[r]? |Künftige[r]? )?"
    r"(?P<who>Auftraggeber|Käufer|Abnehmer|Besteller|Bauherr|Lieferant|Hersteller|Verkäufer|Auftragnehmer|Anbieter"
    r"|Partner"
    r"|Kreditgeber|Geldgeber|Investor|Eigentümer|Lizenznehmer|Lizenzgeber|Empfänger)(?:in|en|n)?"
    r"(?: (?:de[rs]|für|von|bei|dafür|davon)\b[^,;:]{0,40}?)? (?:ist|sind|war"
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
_WINS = re.compile(
    r"^(?:Durchgesetzt|Gewonnen|Gesiegt) (?:hat|haben)\b|\bsetz(?:t|te|ten|en) sich .*\bdurch[.,]"
    r"|^Das Rennen (?:macht|machte|machten|gemacht)\b|^(?:Sieger|Gewinner) (?:ist|war|sind)\b"
    r"|\b(?:kam|kommt|kamen) zum Zuge?\b"
)
_AWARDED_FOR = re.compile(
    r"\b(?:erhielt|erhält|bekam|bekommt|gewann)\b.{0,30}\b(?:dafür|dazu|hierfür)\b.{0,40}\b(?:Zuschlag|\w*[Aa]uftrag)\b"
)


_GOODS = frozenset({DealKind.ORDER, DealKind.PURCHASE})
_MONEY_KINDS = frozenset({DealKind.LOAN, DealKind.INVESTMENT, DealKind.OTHER})
_BY = frozenset({"von", "vom", "durch"})
_SUPPLIES = re.compile(
    r"\b(?:(?:ge)?liefer\w+|(?:ge)?bau(?:en|t)|(?:ge)?fertig(?:en|t)|produzier\w+|stell(?:t|en)\b.*\bher)\b"
)
_THESE = re.compile(
    r"\b(?:[Dd]ie|[Dd]as|[Dd]en|[Ss]ie) (?:\w+ )?(?:[A-ZÄÖÜ]\w+)?(?:[Ff]ahrzeuge?|[Zz]üge?|[Bb]ahnen"
    r"|[Ss]chiffe?|[Gg]eräte?|[Mm]aschinen?|[Ff]lugzeuge?|[Aa]nlagen?"
    r"|[Ss]ysteme?|[Ww]agen|[Bb]usse|[Bb]oote|[Hh]ubschrauber)\b"
)
_DONE_BY = re.compile(
    r"(?i)\b(?:(?P<seller>(?:ge|herge|ausge)(?:lief|bau|stell|fertig)\w+|produziert|entwickelt|errichtet|verkauft|veräußert)"
    r"|(?P<buyer>gekauft|erworben|bestellt|geordert|übernommen|beschafft)"
    r"|(?P<investor>angeführt|finanziert|getragen|bereitgestellt|gezeichnet))\b"
)
_PASSIVE = re.compile(r"\b(?:wird|werden|wurden?|worden|kommen|kommt)\b")
_CHARGED = re.compile(r"(?i)\b(?:beauftragt|betraut|verpflichtet|ausgewählt)\b")
_MONEY_FROM = re.compile(
    r"^(?:(?:Auch|Außerdem|Ebenfalls|Mit dabei|Neben \w+)\b.{0,80}\b(?:beteilig\w+ sich|dabei|investier\w+)"
    r"|(?:Zu den|Unter den) (?:\w+ )?(?:\w*[Gg]eldgebern?|\w*[Ii]nvestoren|\w*[Kk]apitalgebern?)"
    r" (?:gehör\w+|zähl\w+|sind|ist))"
    r"|\bführ(?:t|te|en|ten) (?:sie|die (?:\w*[Rr]unde)) an$|\bDas (?:Geld|Kapital) (?:kommt|stammt|kam) (?:vom|von)\b"
    r"|\b[Aa]ngeführt\b"
)
"""Who puts the money into a financing round."""
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


def done_by(deal: Found, source: Source) -> bool:
    """ "Geliefert werden sie vom Konzern X", "Beauftragt wurde damit Y": the side that is still open.

    A state that was only said to be where the goods are from gives way to the firm that sends them.
    """
    named = _named_as_doing(deal, source)
    if named is None:
        return False
    found, role = named
    placed = [who for who in deal.with_role(Role.SELLER) if who.is_country] if role is Role.SELLER else []
    if deal.with_role(role) and len(placed) != len(deal.with_role(role)):
        return False
    new = [who for who in found if who.name not in {side.name for side in deal.sides}]
    if new:
        deal.parties = [(who, r) for who, r in deal.parties if who not in placed]
        deal.parties += [(who, role) for who in new]
    return bool(new)


def _named_as_doing(deal: Found, source: Source) -> tuple[list[Candidate], Role] | None:
    """The parties that a passive names as doing or as charged, with their role in ``deal``."""
    for clause in source.clauses():
        text = clause.span.of(source.text)
        if not _PASSIVE.search(text):
            continue
        view = View(source, clause)
        match = _DONE_BY.search(text)
        role = Role(match.lastgroup) if match and match.lastgroup else Role.SELLER
        fits = deal.kind in _GOODS if role is not Role.INVESTOR else deal.kind in _MONEY_KINDS
        if match and fits:
            found = _firms(view, clause.groups_after(_BY))
            return (found, role) if found else None
        if _CHARGED.search(text) and deal.kind in _GOODS and not view.after("von", "vom", "durch"):
            firms = [who for g in clause.groups if g.may_be_subject for who in _firms(view, (g,))]
            return (firms, Role.SELLER) if firms else None
    return None


def _firms(view: View, groups: Sequence[Group]) -> list[Candidate]:
    found = (in_slot(group, view.clause, view.source.setting) for group in groups)
    return [who for who in found if who is not None and not (who.is_person or who.is_country)]


def backers(deal: Found, source: Source) -> bool:
    """Who gives the money of a financing round: "Angeführt wird sie von X, auch Y ist dabei"."""
    if deal.noun != "financing round" or not _MONEY_FROM.search(source.text):
        return False
    new: list[Candidate] = []
    for clause in source.clauses():
        view = View(source, clause)
        led = re.search(r"\b[Aa]ngeführt\b|\b(?:kommt|stammt|kam)\b", view.text)
        new += _firms(view, [g for g in clause.groups if (g.preposition in _BY if led else g.may_be_subject)])
    ours = {side.name for side in deal.sides}
    new = [w for w in new if w.name not in ours and not w.german and not w.name.lower().endswith("runde")]
    deal.parties += [(who, Role.INVESTOR) for who in new]
    return bool(new)


def names_a_role(deal: Found, source: Source) -> bool:
    """Whether a sentence says who the other side is: "Auftraggeber ist …", "Den Zuschlag erhielt …"."""
    named = (
        _ROLE.match(source.text) or _won(deal, source) or _AWARD.search(source.text) or _AWARDED_FOR.search(source.text)
    )
    money = deal.noun == "financing round" and _MONEY_FROM.search(source.text)
    return bool(named or money) or _supplying(deal, source) is not None or _named_as_doing(deal, source) is not None


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
    groups = [g for g in clause.groups if g.span.start >= match.end() - 4 and not g.genitive]
    groups = list(itertools.takewhile(lambda g: g.preposition is None and (g is groups[0] or g.joined), groups))
    found = [who for g in groups if (who := in_slot(g, clause, source.setting)) is not None and not who.is_person]
    new = [who for who in found if who.name not in {side.name for side in deal.sides}]
    deal.parties += [(who, role) for who in new]
    return bool(new)


def award(deal: Found, source: Source) -> bool:
    """ "Den Zuschlag erhielt ein Konsortium aus X und Y": X and Y are the sellers."""
    told = _AWARD.search(source.text) or _AWARDED_FOR.search(source.text) or _won(deal, source)
    if not told or deal.with_role(Role.SELLER):
        return False
    sellers = [who for who in _after_award(source) if not who.is_person and not names_party(deal, who.name)]
    deal.parties += [(who, Role.SELLER) for who in sellers]
    return bool(sellers)


def _won(deal: Found, source: Source) -> bool:
    """ "Durchgesetzt hat sich X", said of an order that is open."""
    return bool(_WINS.search(source.text)) and deal.kind in _GOODS and bool(deal.with_role(Role.BUYER))


def _after_award(source: Source) -> list[Candidate]:
    strict = parties_in(source)
    if strict:
        return strict
    fronted = _WINS.match(source.text) is not None  # "Durchgesetzt hat sich": a participle, no name
    return [who for c in source.clauses() for who in _subjects(View(source, c)) if not (fronted and not who.span.start)]


def _subjects(view: View) -> list[Candidate]:
    return (
        view.own
        if view.own and view.own[0].span.start
        else _firms(view, [g for g in view.clause.groups if g.may_be_subject])
    )


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
