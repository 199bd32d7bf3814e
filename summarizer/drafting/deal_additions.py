"""What a later sentence adds to a deal: the sum, the quantity, the date, the share, the other side, what stays open.

Each rule needs a word that ties the sentence to the deal ("der Auftrag", "geliefert", "dafür"); `deal_links` has
decided before which deal it may be. A value once read is never replaced, but for the price of one piece, which gives
way to a sum, and a date that says less.
"""

from __future__ import annotations

import itertools
import re

from summarizer.data import DealKind, DealStatus, Figure, Kind, Role, Span
from summarizer.drafting import deal_dates, triggers
from summarizer.drafting.deal_source import COUNTS, DATES, MEASURES, PEOPLE, SHARES, DateOf, Found, Source
from summarizer.drafting.deal_subjects import parties_in
from summarizer.drafting.deal_view import PER_UNIT_BEFORE, View, total_sums
from summarizer.drafting.grammar import Clause
from summarizer.drafting.party_names import in_slot

CONTRACT = (
    r"(?!\w*(?:bank|anstalt|geber|nehmer|haus|häuser)\b)(?:\w*(?:[Vv]ertrag\w*|[Vv]erträge\w*|[Aa]uftrag\w*"
    r"|[Aa]ufträge\w*|[Aa]bkommen\w*|[Vv]ereinbarung\w*|[Kk]redit\w*"
    r"|[Dd]arlehen\w*|[Mm]emorandum\w*|[Bb]estellung\w*|[Bb]eteiligung\w*|[Pp]artnerschaft\w*)|Projekte?\w*|Vorhaben\w*"
    r"|Geschäft\w*|Deals?|Joint[ -]Ventures?|Gemeinschaftsunternehmen\w*|Transaktion\w*|Übernahme\w*|Kauf\w*|Erwerb\w*"
    r"|Anschaffung\w*|Beschaffung\w*|Absichtserklärung\w*|Zusammenschluss\w*|Fusion\w*|Investition\w*|\w*dokument\w*"
    r"|Verkauf\w*|Unterzeichnung\w*|Lizenz\w*|Zusammenarbeit|Kooperation\w*|Beitritt\w*|Urkunde|Erklärung)"
)
_TIED = re.compile(
    rf"\b(?:{CONTRACT}|\w*[Vv]olumen\w*|\w*[Ww]ert|Gesamtwert|Kosten|\w*[Pp]reis\w*|kosten|kostet|kostete[n]?|beläuft"
    r"|belaufen|umfassen|umfasst|dotiert|wert|zahl(?:t|en|te|ten)|bezahl(?:t|en|te)|fließen|stecken|steckt"
    r"|investier(?:t|en)|Summe|biete[nt]|bot|geboten|veranschlag\w+|kalkulier\w+|fließ\w+|trägt|tragen|teilen)\b"
)
_PRICE = re.compile(
    r"\b(?:fließ\w+|überweis\w+|\w*[Pp]reis\w*|zahl(?:t|en|te|ten)|bezahl(?:t|en|te)|kost(?:et|en|ete|eten)|Kosten)\b"
)
_AMOUNTS = re.compile(
    r"(?i)\b(?:(?:aus)?(?:ge)?liefer\w*|umfass\w+|abnehmen|abzunehmen|nimmt|bezieh\w+|geht|gehe|gehen|ging"
    r"|leiste[nt]\w*|bestell\w*"
    r"|kauf\w*|gekauft|menge|produzier\w+|erzeug\w+|herstell\w+|(?:ge)?bau\w*|beschafft|lieferumfang|sieht|vorsieht)\b"
)
_GOODS_AGAIN = re.compile(
    r"(?:Fahrzeuge|Maschinen|Flugzeuge|Schiffe|Züge|Geräte|Anlagen|Systeme|Waffen|Wagen|Busse|Boote|Hubschrauber"
    r"|Bahnen|Teile)"
)
_PART_ONLY = re.compile(
    r"(?i)\b(?:ersten?|davon|darunter|option\w*|weitere[nr]?|zusätzlich\w*|bislang|bisher|wiegt|wiegen"
    r"|(?:je|pro) (?!Jahr|Tag|Monat|Woche)\w+|statt)\b"
)
_PER_THING = re.compile(r"^\s*(?:je|pro|per)\b(?! (?:Jahr|Tag|Monat|Woche|Stunde|Quartal))")
_MORE = re.compile(r"^\s*(?:mehr|weniger)\b")
_HOLDING = re.compile(r"\b(?:hält|halten|hielt|bekommt|erhält|Anteile?n?|beteiligt|beteiligen|sichert)\b")
_PAYS = re.compile(r"\b(?:bezahlen|zahlen|tragen|übernehmen|trägt|zahlt|bezahlt|übernimmt)\b")
_JOINT = re.compile(r"\b(?:Joint[ -]Ventures?|Gemeinschaftsunternehmens?)\b")
_SAME = re.compile(r"\b(?:entsprechende[srn]?|dazu|dafür|diesbezügliche[srn]?)\b", re.IGNORECASE)
_TOLD = re.compile(r"^(?:Das|Dies|Den (?:Kauf|Auftrag|Vertrag|Deal)|Die (?:Pläne|Übernahme|Einigung))\b")
_PRONOUN = re.compile(r"^(?:Er|Sie|Es)\b")
_ORDERED = re.compile(
    r"(?i)\b(?:bestellt|abgerufen)\b.{0,20}\b(?:sind|wurden|ist|wurde)\b|\b(?:sind|wurden)\b.{0,80}\b(?:bestellt"
    r"|abgerufen)\b"
)
_AWARD = re.compile(
    r"\b(?:Zuschlag|\w*[Aa]uftrag)\b.{0,40}\b(?:erhielt|erhält|erhielten|bekam|bekommt|ging|geht|gewann)\b"
)
_AWARDED_FOR = re.compile(
    r"\b(?:erhielt|erhält|bekam|bekommt|gewann)\b.{0,30}\b(?:dafür|dazu|hierfür)\b.{0,40}\b(?:Zuschlag|\w*[Aa]uftrag)\b"
)
_ROLE = re.compile(
    r"^(?P<who>Auftraggeber|Käufer|Abnehmer|Besteller|Bauherr|Lieferant|Hersteller|Verkäufer|Auftragnehmer|Anbieter"
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
_AS = re.compile(r" (?:sind )?als ([A-ZÄÖÜ]\w+)")
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
_NO_QUANTITY = frozenset({DealKind.LOAN, DealKind.ACCESSION, DealKind.LICENCE})
_UNIT_PRICE = "the amount is the price of one unit"


def add(deal: Found, source: Source) -> bool:
    """Add to ``deal`` what ``source`` says of it; whether it said anything."""
    rules = (_role, _award, _counterpart, _split, _stake, _share, _quantity, _amount, _purpose, _same, _date, _open)
    added = [rule(deal, source) for rule in rules]
    return any(added)


def look_back(deal: Found, source: Source, earlier: Source | None) -> None:
    """ "Die Polizei bekommt 210 Wagen. Das Ministerium orderte die Fahrzeuge bei X": the quantity stands before."""
    if earlier is None or deal.quantity is not None or deal.kind not in (DealKind.ORDER, DealKind.PURCHASE):
        return
    definite = [
        g for c in source.clauses() for g in c.groups if g.preposition is None and g.article in ("die", "den", "das")
    ]
    got = re.search(r"\b(?:bekommt|bekommen|erhält|erhalten|bekam(?:en)?)\b", earlier.text)
    counted = [f for f in earlier.inside(earlier.whole, COUNTS) if f.noun and not PEOPLE.fullmatch(f.noun)]
    if got and len(counted) == 1 and any(_GOODS_AGAIN.fullmatch(g.words[-1].text) for g in definite):
        deal.quantity = counted[0]
        deal.evidence.insert(0, earlier.id)


def complete(deal: Found, source: Source) -> None:
    """Add what the deal's own sentence says in a clause of its own: "…, an dem X 60 und Y 40 Prozent halten würde"."""
    if not re.search(r"\b(?:bereits|bisher|schon)\b", source.text):
        _share(deal, source)


def completes(deal: Found, source: Source) -> bool:
    """Whether a sentence only names the other side of a deal told before: "Den Zuschlag erhielt …"."""
    fronted = re.match(r"(?:Den|Der) (?:Zuschlag|\w*[Aa]uftrag)\b", source.text)
    awarded = bool(fronted and _AWARD.search(source.text))
    awarded = awarded or bool(_AWARDED_FOR.search(source.text))
    open_side = bool(deal.with_role(Role.BUYER)) and not deal.with_role(Role.SELLER)
    taken_up = re.match(rf"(?:Den|Der|Die|Das) {CONTRACT} mit\b", source.text) or _SAME.search(source.text)
    return open_side and (awarded or bool(taken_up and _counterpart(deal, source, take=False)))


def names_a_role(source: Source) -> bool:
    """Whether a sentence says who the other side is: "Auftraggeber ist …", "Den Zuschlag erhielt …"."""
    named = _ROLE.match(source.text) or _AWARD.search(source.text) or _AWARDED_FOR.search(source.text)
    return bool(named)


def names_party(deal: Found, text: str) -> bool:
    """Whether a text names one of the deal's parties."""
    return any(side.name in text for side in deal.sides)


def _role(deal: Found, source: Source) -> bool:
    """ "Lieferant ist X", "Auftraggeber ist Y"."""
    match = _ROLE.match(source.text)
    if match is None:
        return False
    role = _ROLES[match["who"]]
    if deal.with_role(role) and role is not Role.PARTNER:
        return False
    clause = source.clauses()[0]
    groups = [g for g in clause.groups if g.span.start >= match.end() - 4 and g.preposition is None and not g.genitive]
    found = [who for g in groups[:2] if (who := in_slot(g, clause, source.setting)) is not None and not who.is_person]
    new = [who for who in found if who.name not in {side.name for side in deal.sides}]
    deal.parties += [(who, role) for who in new]
    return bool(new)


def _award(deal: Found, source: Source) -> bool:
    """ "Den Zuschlag erhielt ein Konsortium aus X und Y": X and Y are the sellers."""
    if not (_AWARD.search(source.text) or _AWARDED_FOR.search(source.text)) or deal.with_role(Role.SELLER):
        return False
    sellers = [who for who in _after_award(source) if not who.is_person and not names_party(deal, who.name)]
    deal.parties += [(who, Role.SELLER) for who in sellers]
    return bool(sellers)


def _after_award(source: Source) -> list:  # type: ignore[type-arg]
    strict = parties_in(source)
    if strict:
        return strict
    return [who for clause in source.clauses() for who in View(source, clause).own]


def splits(deal: Found, source: Source) -> bool:
    """Whether a sentence divides the quantity of a deal: "Von den 84 sind 60 als X vorgesehen, 16 als Y"."""
    if deal.quantity is None or deal.parts:
        return False
    counted = source.inside(source.whole, COUNTS)
    named = [f for f in counted if _AS.match(source.text[source.local(f).end :])]
    return any(f.value == deal.quantity.value for f in counted) and len(named) > 1


def _counterpart(deal: Found, source: Source, *, take: bool = True) -> bool:
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


def _split(deal: Found, source: Source) -> bool:
    if not splits(deal, source) or deal.quantity is None:
        return False
    whole = deal.quantity.value
    deal.parts = [
        (figure, match[1])
        for figure in source.inside(source.whole, COUNTS)
        if (match := _AS.match(source.text[source.local(figure).end :])) and figure.value != whole
    ]
    return True


def _stake(deal: Found, source: Source) -> bool:
    """ "Er übernimmt 24,9 Prozent der Anteile für 310 Millionen Euro", said of a stake named before."""
    if deal.noun != "stake" or not triggers.STAKE_OBJECT.search(source.text) or "Option" in source.text:
        return False
    shares = source.inside(source.whole, {Kind.PERCENT})
    if not shares or (deal.share and deal.share.value != shares[0].value):
        return False
    deal.share = deal.share or shares[0]
    deal.amount = deal.amount or next(iter(total_sums(source, source.whole)), None)
    return True


def _share(deal: Found, source: Source) -> bool:
    shares = source.inside(source.whole, SHARES)
    if not shares or deal.share or "Option" in source.text:  # an option is what may be bought one day
        return False
    royalty = deal.kind is DealKind.LICENCE and re.search(r"(?i)\w*(?:beteiligung|lizenzgebühr|umsatz)\w*", source.text)
    joint, held = _JOINT.search(source.text), _HOLDING.search(source.text)
    new_firm = deal.kind in (DealKind.JOINT_VENTURE, DealKind.OTHER, DealKind.MEMORANDUM, DealKind.AGREEMENT)
    pays = new_firm and _PAYS.search(source.text) and names_party(deal, source.text)
    both = re.match(r"(?:Beide|Die) (?:Partner|Unternehmen|Seiten|Firmen|Konzerne)\b|Jeder?\b", source.text)
    if not (royalty or pays or (held and (joint or both or names_party(deal, source.text)))):
        return False
    at = source.local(shares[0]).start
    named = [(source.text.rfind(side.name, 0, at), side) for side in deal.sides]
    holder = max((n for n in named if n[0] >= 0), key=lambda n: n[0], default=None)
    deal.share = shares[0]
    if holder is not None:
        deal.notes.append(f"share {'paid' if pays else 'held'} by {holder[1].name}")
    if joint:
        deal.kind, deal.noun = DealKind.JOINT_VENTURE, "joint venture"
    return True


def _quantity(deal: Found, source: Source) -> bool:
    """ "Geliefert werden 18 Züge", "Er umfasst 114 Megawatt"."""
    if deal.quantity is not None or deal.kind in _NO_QUANTITY or not _AMOUNTS.search(source.text):
        return False
    if deal.noun in ("stake", "takeover", "merger") or _PART_ONLY.search(source.text):
        return False
    for figure in source.inside(source.whole, COUNTS | MEASURES):
        after = source.text[source.local(figure).end :]
        counted = (figure.noun or after.split()[0] if after.split() else "").strip(".,;")
        if _MORE.match(after) or _PER_THING.match(after) or PEOPLE.fullmatch(counted) or figure.surface == "beide":
            continue
        deal.quantity = figure
        return True
    return False


def _amount(deal: Found, source: Source) -> bool:
    unit_only = _UNIT_PRICE in deal.notes
    if (deal.amount is not None and not unit_only) or not _TIED.search(source.text) or "Option auf" in source.text[:40]:
        return False
    sums = [f for f in total_sums(source, source.whole) if not _MORE.match(source.text[source.local(f).end :])]
    if sums:
        deal.amount = sums[0]
        deal.notes = [note for note in deal.notes if note != _UNIT_PRICE]
        return True
    priced = source.inside(source.whole, {Kind.MONEY})
    unit = re.search(r"\b(?:je|pro|Je|Pro) \w+", source.text) or PER_UNIT_BEFORE.search(source.text)
    if (
        deal.amount is None
        and priced
        and unit
        and _PRICE.search(source.text)
        and deal.noun not in ("takeover", "stake")
    ):
        deal.amount = priced[0]
        deal.notes.append(_UNIT_PRICE)
        _buys(deal, source)
        return True
    return False


def _buys(deal: Found, source: Source) -> None:
    """Who pays is the buyer, where a supply contract left open who is."""
    sides = [who for who in deal.sides if who.name in source.text]
    partners = all(role in (Role.PARTNER, Role.ANNOUNCED_BY) for _, role in deal.parties)
    if deal.kind is DealKind.PURCHASE and partners and len(sides) == 1 and re.search(r"\bzahl(?:t|te)\b", source.text):
        new = {Role.PARTNER: Role.SELLER}
        deal.parties = [(w, Role.BUYER if w.name == sides[0].name else new.get(r, r)) for w, r in deal.parties]


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
    if hit is None or not _SAME.search(source.text) or not triggers.SIGNING.search(source.text):
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
        return False
    figure, of = read
    contract = re.search(rf"\b{CONTRACT}\b", source.text)
    tied = {
        DateOf.CONCLUDED: contract,
        DateOf.TOLD: _TOLD.match(source.text) or _PRONOUN.match(source.text) or contract,
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
    if of is DateOf.CONCLUDED and deal.status in (DealStatus.ANNOUNCED, DealStatus.REPORTED, DealStatus.PLANNED):
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
    if _amount(deal, source) and source.id not in deal.evidence:
        deal.evidence.append(source.id)
    sums = [f for f in source.inside(source.whole, {Kind.MONEY}) if f.span.start > quantity.span.end]
    return Found(
        DealKind.ORDER, DealStatus.CONTRACT, "order", list(deal.parties), [deal.evidence[0], source.id], deal.paragraph,
        item=item, quantity=quantity, amount=sums[0] if sums else None, parts=parts,
        notes=["firm order under the framework contract"] if "framework" in deal.noun else [],
    )  # fmt: skip
