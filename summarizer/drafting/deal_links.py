"""What the sentences after a deal add to it: the sum, the share, what it is for, that details are not known.

News tells a deal once and then goes on about it: "Der Auftrag hat ein Volumen von …", "Cove Capital hält 70 Prozent
des Joint Ventures", "Gemeinsam sollen sie … erschließen". Each rule needs a word that ties the sentence to the deal
before it, and both must stand in one paragraph.
"""

from __future__ import annotations

import re

from summarizer.data import DealKind, DealStatus, Figure, Kind, Role, Span
from summarizer.drafting import triggers
from summarizer.drafting.deal_rules import PER_UNIT_BEFORE, Found, Source, parties_in
from summarizer.drafting.grammar import Clause

_TIED = re.compile(
    r"\b(?:(?:Rahmen|Liefer|Kauf)?[Vv]ertrag\w*|Auftrag\w*|Abkommen\w*|Vereinbarung\w*|Projekte?\w*|Vorhaben\w*|Volumen\w*"
    r"|Wert|Gesamtwert|Kosten|Kaufpreis\w*|Preis\w*|Investition\w*|Geschäft\w*|Deals?|Joint[ -]Ventures?|Bestellung\w*"
    r"|kosten|kostet|beläuft|belaufen|umfassen|umfasst)\b"
)
_TOGETHER = re.compile(r"\b(?:[Gg]emeinsam|[Ss]ie|[Bb]eide|[Dd]as Ziel|[Zz]iel)\b")
_MODAL = re.compile(r"\b(?:soll|sollen|will|wollen|werden|möchten)\b")
_HOLDING = re.compile(r"\b(?:hält|halten|hielt|bekommt|erhält|Anteile?n?|beteiligt|beteiligen|sichert)\b")
_JOINT = re.compile(r"\b(?:Joint[ -]Ventures?|Gemeinschaftsunternehmens?)\b")
_SAME = re.compile(r"\b(?:entsprechende[srn]?|dazu|dafür|diesbezügliche[srn]?)\b", re.IGNORECASE)
_ORDERED = re.compile(
    r"(?i)\b(?:bestellt|abgerufen)\b.{0,20}\b(?:sind|wurden|ist|wurde)\b|\b(?:sind|wurden)\b.{0,80}\b(?:bestellt|abgerufen)\b"
)
_AWARD = re.compile(r"\b(?:Zuschlag|Auftrag)\b.{0,40}\b(?:erhielt|erhält|erhielten|bekam|bekommt|ging|geht)\b")
_AS = re.compile(r" (?:sind )?als ([A-ZÄÖÜ]\w+)")
_PER_UNIT = re.compile(r"^\s*(?:je|pro|per)\b")
_DOING = {
    "erschließen": "development",
    "entwickeln": "development",
    "bauen": "construction",
    "errichten": "construction",
    "aufbauen": "construction",
    "ausbauen": "expansion",
    "abbauen": "mining",
    "fördern": "extraction",
    "produzieren": "production",
    "herstellen": "production",
    "fertigen": "production",
    "betreiben": "operation",
    "modernisieren": "modernisation",
    "liefern": "supply",
    "erforschen": "research",
    "verarbeiten": "processing",
}
_GENERIC = frozenset({DealKind.AGREEMENT, DealKind.JOINT_VENTURE, DealKind.INVESTMENT, DealKind.MEMORANDUM})


def link(deal: Found, source: Source) -> Found | None:
    """Add to ``deal`` what ``source`` says of it; a deal of its own that leans on it (a first call-off) comes back.

    ``source`` counts as evidence of the deal only if it added something.
    """
    if source.paragraph != deal.paragraph:
        return None
    if _ORDERED.search(source.text) and not deal_names(deal, source.text):
        ordered = _call_off(deal, source)
        if ordered is not None:
            if _amount(deal, source) and source.id not in deal.evidence:
                deal.evidence.append(source.id)
            return ordered
    added = [
        _award(deal, source),
        _split(deal, source),
        _stake(deal, source),
        _share(deal, source),
        _amount(deal, source),
        _purpose(deal, source),
        _same(deal, source),
        _open(deal, source),
    ]
    if any(added) and source.id not in deal.evidence:
        deal.evidence.append(source.id)
    return None


def deal_names(deal: Found, text: str) -> bool:
    """Whether a text names one of the deal's parties."""
    return any(side.name in text for side in deal.sides)


def _award(deal: Found, source: Source) -> bool:
    """ "Den Zuschlag erhielt ein Konsortium aus X und Y": X and Y are the sellers."""
    if not _AWARD.search(source.text) or any(role is Role.SELLER for _, role in deal.parties):
        return False
    sellers = [who for who in parties_in(source) if not who.is_person and not deal_names(deal, who.name)]
    deal.parties += [(who, Role.SELLER) for who in sellers]
    return bool(sellers)


def _split(deal: Found, source: Source) -> bool:
    """ "Von den 84 sind 60 als X vorgesehen, 16 als Y und acht als Z": the parts of the quantity."""
    if deal.quantity is None or deal.parts:
        return False
    counted = source.inside(Span(0, len(source.text)), {Kind.COUNT, Kind.NUMBER})
    if not any(f.value == deal.quantity.value for f in counted):
        return False
    parts = [
        (figure, match[1])
        for figure in counted
        if (match := _AS.match(source.text[source.local(figure).end :])) and figure.value != deal.quantity.value
    ]
    deal.parts = parts if len(parts) > 1 else []
    return len(parts) > 1


def _stake(deal: Found, source: Source) -> bool:
    """ "Er übernimmt 24,9 Prozent der Anteile für 310 Millionen Euro", said of a stake named before."""
    if deal.noun != "stake" or not triggers.STAKE_OBJECT.search(source.text):
        return False
    whole = Span(0, len(source.text))
    shares, sums = source.inside(whole, {Kind.PERCENT}), source.inside(whole, {Kind.MONEY})
    if not shares or (deal.share and deal.share.value != shares[0].value):
        return False
    deal.share = deal.share or shares[0]
    deal.amount = deal.amount or (sums[0] if sums else None)
    return True


def _share(deal: Found, source: Source) -> bool:
    if "Option" in source.text:  # what may be bought one day
        return False
    shares = source.inside(Span(0, len(source.text)), {Kind.PERCENT, Kind.FRACTION})
    joint = _JOINT.search(source.text)
    if not shares or deal.share or not _HOLDING.search(source.text) or not (joint or deal_names(deal, source.text)):
        return False
    holder = next((side for side in deal.sides if side.name in source.text), None)
    deal.share = shares[0]
    if holder is not None:
        deal.notes.append(f"share held by {holder.name}")
    if joint:
        deal.kind, deal.noun = DealKind.JOINT_VENTURE, "joint venture"
    return True


def _amount(deal: Found, source: Source) -> bool:
    if deal.amount is not None or not _TIED.search(source.text) or PER_UNIT_BEFORE.search(source.text):
        return False
    whole = Span(0, len(source.text))
    sums = [f for f in source.inside(whole, {Kind.MONEY}) if not _PER_UNIT.match(source.text[source.local(f).end :])]
    if not sums:
        return False
    deal.amount = sums[0]
    return True


def _purpose(deal: Found, source: Source) -> bool:
    """ "Gemeinsam sollen sie ein Vorkommen erschließen": the object and its verb are what it is for."""
    if deal.item or deal.kind not in _GENERIC or not (_TOGETHER.search(source.text) and _MODAL.search(source.text)):
        return False
    for clause in source.clauses():
        last = _DOING.get(clause.tokens[-1].text)
        objects = [g for g in clause.groups if g.preposition is None]
        if objects and last and not source.inside(objects[0].span, {Kind.MONEY}):
            start = _with_article(clause, objects[0].span.start, source.text)
            deal.item = Span(start, clause.tokens[-2].span.end).of(source.text)
            deal.lead = f"{last} of"
            return True
    return False


def _with_article(clause: Clause, start: int, text: str) -> int:
    for token in clause.tokens:
        if (
            token.span.end < start
            and not text[token.span.end : start].strip()
            and token.text in ("ein", "eine", "einen")
        ):
            return token.span.start
    return start


def _same(deal: Found, source: Source) -> bool:
    """ "Ein entsprechendes Memorandum unterzeichneten …": the deal is that memorandum."""
    hit = next((n for c in source.clauses() for t in c.tokens if t.is_noun and (n := triggers.noun(t.text))), None)
    if hit is None or not _SAME.search(source.text) or not triggers.SIGNING.search(source.text):
        return False
    deal.status = hit.status if hit.status is DealStatus.INTENT else DealStatus.SIGNED
    deal.notes.append(f"{hit.english} signed")
    dates = source.inside(Span(0, len(source.text)), {Kind.DATE})
    deal.date = deal.date or (dates[0] if dates else None)
    return True


def _open(deal: Found, source: Source) -> bool:
    if triggers.UNCLEAR.search(source.text):
        deal.notes.append("details unclear")
        return True
    if triggers.NO_PRICE.search(source.text):
        deal.notes.append("price not disclosed")
        return True
    return False


def _call_off(deal: Found, source: Source) -> Found | None:
    quantity: Figure | None = None
    item = ""
    parts: list[tuple[Figure, str]] = []
    for clause in source.clauses():
        counted = [(g, f) for g in clause.groups for f in source.inside(g.span, {Kind.COUNT, Kind.NUMBER})]
        nouns = [(f, " ".join(w.text for w in g.words if w.is_noun)) for g, f in counted]
        if re.match(r"(?:darunter|davon)\b", clause.span.of(source.text)):
            parts += nouns
        elif nouns and quantity is None:
            quantity, item = nouns[0]
    if quantity is None:
        return None
    sums = [f for f in source.inside(Span(0, len(source.text)), {Kind.MONEY}) if f.span.start > quantity.span.end]
    return Found(
        DealKind.ORDER,
        DealStatus.CONTRACT,
        "order",
        list(deal.parties),
        [deal.evidence[0], source.id],
        deal.paragraph,
        item=item,
        quantity=quantity,
        amount=sums[0] if sums else None,
        parts=parts,
        notes=["firm order under the framework contract"] if "framework" in deal.noun else [],
    )
