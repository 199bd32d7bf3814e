"""What a later sentence adds to a deal: sides and figures, its purpose, its date, what stays open, a first call-off.

`deal_links` has decided before which deal it may be. Who the other side is reads `deal_sides`, sums, quantities and
shares `deal_sums`; a date gives way to one that says more.
"""

from __future__ import annotations

import re

from summarizer.data import DealKind, DealStatus, Figure, Kind, Span
from summarizer.drafting import deal_dates, triggers
from summarizer.drafting.deal_sides import award, backers, counterpart, done_by, role, supplier
from summarizer.drafting.deal_source import COUNTS, DATES, DateOf, Found, Source
from summarizer.drafting.deal_sums import amount, quantity, share, split, stake
from summarizer.drafting.deal_ties import CONTRACT, SAME, names_party
from summarizer.drafting.grammar import Clause

_TOLD = re.compile(r"^(?:Das|Dies|Den (?:Kauf|Auftrag|Vertrag|Deal)|Die (?:Pläne|Übernahme|Einigung))\b")
_PRONOUN = re.compile(r"^(?:Er|Sie|Es)\b")
_ORDERED = re.compile(
    r"(?i)\b(?:bestellt|abgerufen)\b.{0,20}\b(?:sind|wurden|ist|wurde)\b|\b(?:sind|wurden)\b.{0,80}\b(?:bestellt"
    r"|abgerufen)\b"
)
_PAPER = re.compile(
    r"^(?:Unterschrieben|Unterzeichnet|Geschlossen|Besiegelt)\b"
    r"|\b(?:ihn|sie|es)\b.*\b(?:am|im)\b|\b(?:Schreiben|Antrag|Papier|Dokumente?|Unterschriften?|Beschluss|Abschluss)\b"
)
"""What was signed, where no word for a contract names it."""
_TOGETHER = re.compile(r"\b(?:[Gg]emeinsam|[Ss]ie|[Bb]eide|[Dd]as Ziel|[Zz]iel)\b")
_MODAL = re.compile(r"\b(?:soll|sollen|will|wollen|werden|möchten)\b")
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


def add(deal: Found, source: Source) -> bool:
    """Add to ``deal`` what ``source`` says of it; whether it said anything."""
    rules = (
        role,
        award,
        backers,
        done_by,
        supplier,
        counterpart,
        split,
        stake,
        share,
        quantity,
        amount,
        _purpose,
        _same,
        _date,
        _open,
    )
    added = [rule(deal, source) for rule in rules]
    return any(added)


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
        near = token.span.end < start and not text[token.span.end : start].strip()
        if near and token.text in ("ein", "eine", "einen"):
            return token.span.start
    return start


def _same(deal: Found, source: Source) -> bool:
    """ "Ein entsprechendes Memorandum unterzeichneten …": the deal is that memorandum."""
    hit = next((n for c in source.clauses() for t in c.tokens if t.is_noun and (n := triggers.noun(t.text))), None)
    if hit is None or not SAME.search(source.text) or not triggers.SIGNING.search(source.text):
        return False
    deal.status = hit.status if hit.status is DealStatus.INTENT else DealStatus.SIGNED
    deal.notes.append(f"{hit.english} signed")
    dates = source.inside(source.whole, DATES)
    deal.dated(dates[0] if dates else None, DateOf.CONCLUDED)
    return True


def _date(deal: Found, source: Source) -> bool:
    """When it was signed, is delivered, begins or ends, where a word ties the date to the deal."""
    if deal.date_of is DateOf.CONCLUDED:
        return False
    read = deal_dates.linked(source, source.whole)
    if read is None:
        goods = deal.kind in (DealKind.ORDER, DealKind.PURCHASE)
        return deal.dated(deal_dates.of_goods(deal, source) if goods else None, DateOf.DELIVERY)
    figure, of = read
    contract = re.search(rf"\b{CONTRACT}\b", source.text)
    tied = {
        DateOf.CONCLUDED: contract or _PAPER.search(source.text),
        DateOf.TOLD: _TOLD.match(source.text) or _PRONOUN.match(source.text) or _PAPER.search(source.text) or contract,
        DateOf.END: contract or _PRONOUN.match(source.text),
        DateOf.CLOSING: True,
        DateOf.PLANNED: contract,
    }.get(of, deal.kind not in (DealKind.LOAN, DealKind.ACCESSION))
    if not tied:
        return False
    _confirmed(deal, source, of)
    return deal.dated(figure, of)


def _confirmed(deal: Found, source: Source, of: DateOf) -> None:
    """What a later sentence says of how far it has come: "der Vertrag wurde am Dienstag geschlossen"."""
    if of is DateOf.TOLD and deal.status is DealStatus.REPORTED:
        deal.status = DealStatus.ANNOUNCED
    if (
        of is DateOf.CONCLUDED
        and deal.kind is not DealKind.ACCESSION
        and deal.status in (DealStatus.ANNOUNCED, DealStatus.REPORTED, DealStatus.PLANNED)
    ):
        contract = re.search(r"(?i)vertr[aä]g", source.text)
        deal.status = DealStatus.CONTRACT if contract else DealStatus.SIGNED


def _open(deal: Found, source: Source) -> bool:
    if triggers.NO_PRICE.search(source.text):
        deal.notes.append("price not disclosed")
        return True
    if triggers.UNCLEAR.search(source.text):
        deal.notes.append("details unclear")
        return True
    return False


def call_off(deal: Found, source: Source) -> Found | None:
    """A first order under a framework contract: "fest abgerufen sind zunächst 25 Anlagen für 9 Millionen Euro"."""
    if not _ORDERED.search(source.text) or names_party(deal, source.text):
        return None
    quantity: Figure | None = None
    item = ""
    parts: list[tuple[Figure, str]] = []
    for clause in source.clauses():
        counted = [(g, f) for g in clause.groups for f in source.inside(g.span, COUNTS)]
        nouns = [(f, " ".join(w.text for w in g.words if w.is_noun)) for g, f in counted]
        if re.match(r"(?:darunter|davon)\b", clause.span.of(source.text)):
            parts += nouns
        elif nouns and quantity is None:
            quantity, item = nouns[0]
    if quantity is None:
        return None
    if amount(deal, source) and source.id not in deal.evidence:
        deal.evidence.append(source.id)
    sums = [f for f in source.inside(source.whole, {Kind.MONEY}) if f.span.start > quantity.span.end]
    return Found(
        DealKind.ORDER, DealStatus.CONTRACT, "order", list(deal.parties), [deal.evidence[0], source.id], deal.paragraph,
        item=item, quantity=quantity, amount=sums[0] if sums else None, parts=parts,
        notes=["firm order under the framework contract"] if "framework" in deal.noun else [],
    )  # fmt: skip
