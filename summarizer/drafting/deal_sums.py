"""How much, how many and what share a later sentence gives a deal: "Der Auftrag hat einen Wert von …".

Each rule needs a word that ties the figure to the deal. A value once read is never replaced, but for the price of one
piece, which gives way to a sum.
"""

from __future__ import annotations

import re

from summarizer.data import DealKind, Kind, Role
from summarizer.drafting import triggers
from summarizer.drafting.deal_source import COUNTS, MEASURES, PEOPLE, SHARES, Found, Source
from summarizer.drafting.deal_ties import CONTRACT, names_party
from summarizer.drafting.deal_words import PER_UNIT_BEFORE, total_sums

_TIED = re.compile(
    rf"\b(?:{CONTRACT}|\w*[Vv]olumen\w*|\w*[Ww]ert|Gesamtwert|Kosten|\w*[Pp]reis\w*|kosten|kostet|kostete[n]?|beläuft"
    r"|belaufen|umfassen|umfasst|dotiert|wert|zahl(?:t|en|te|ten)|bezahl(?:t|en|te)|fließen|stecken|steckt"
    r"|investier(?:t|en)|Summe|biete[nt]|bot|geboten|veranschlag\w+|kalkulier\w+|fließ\w+|trägt|tragen|teilen|überweis\w+"
    r"|steuer(?:t|n|te|ten) .{1,60}\bbei|beisteuer\w+|bring(?:t|en) .{1,60}\bein|kostenpunkt)\b"
)
_PRICE = re.compile(
    r"\b(?:fließ\w+|überweis\w+|\w*[Pp]reis\w*|zahl(?:t|en|te|ten)|bezahl(?:t|en|te)|kost(?:et|en|ete|eten)|Kosten)\b"
)
_AMOUNTS = re.compile(
    r"(?i)\b(?:(?:aus)?(?:ge)?liefer\w*|umfass\w+|abnehmen|abzunehmen|nimmt|bezieh\w+|geht|gehe|gehen|ging"
    r"|leiste[nt]\w*|bestell\w*"
    r"|kauf\w*|gekauft|menge|produzier\w+|erzeug\w+|herstell\w+|(?:ge)?bau\w*|beschafft|lieferumfang"
    r"|\w*(?:auftrag|vertrag|bestellung) (?:für|über)|sieht|vorsieht)\b"
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
_HOLDING = re.compile(
    r"\b(?:hält|halten|hielt|behält|behalten|bekommt|erhält|Anteile?n?|beteiligt|beteiligen|sichert)\b"
)
_OF_THE_FIRM = re.compile(r"\bProzent der (?:Anteile|Aktien)\b|\bProzent an\b")
_PAYS = re.compile(r"\b(?:bezahlen|zahlen|tragen|übernehmen|trägt|zahlt|bezahlt|übernimmt)\b")
_JOINT = re.compile(r"\b(?:Joint[ -]Ventures?|Gemeinschaftsunternehmens?)\b")
_AS = re.compile(r" (?:sind )?als ([A-ZÄÖÜ]\w+)")
_OF_SOMETHING_ELSE = re.compile(
    r"(?i)\b(?:insgesamt|gesamt\w*|zusätzlich\w*|weitere[nrs]?|zudem|außerdem|\w*steuern?|zölle?n?|zoll|strafe\w*|schäden|schaden"
    r"|miete\w*|lohn|löhne|gehalt|gehälter|\w*etat|\w*budget|\w*vermögen|\w*bewert\w+|\w*einnahm\w+|\w*gewinn\w*"
    r"|\w*umsatz\w*|erlös\w*|setzte|setzt|börse\w*|markt\w*|vorjahr\w*|spar\w+|einspar\w*|schulden\w*|\w*verlust\w*"
    r"|exporte?\w*|importe?\w*|handel\w*|bilanz\w*|option\w*|können|könnten?|bisher\w*|bereits|je|pro|jährlich\w*)\b"
)
_NO_QUANTITY = frozenset({DealKind.LOAN, DealKind.ACCESSION, DealKind.LICENCE})
_UNIT_PRICE = "the amount is the price of one unit"


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
        share(deal, source)


def splits(deal: Found, source: Source) -> bool:
    """Whether a sentence divides the quantity of a deal: "Von den 84 sind 60 als X vorgesehen, 16 als Y"."""
    if deal.quantity is None or deal.parts:
        return False
    counted = source.inside(source.whole, COUNTS)
    named = [f for f in counted if _AS.match(source.text[source.local(f).end :])]
    return any(f.value == deal.quantity.value for f in counted) and len(named) > 1


def split(deal: Found, source: Source) -> bool:
    """The parts of the quantity, each with what it is."""
    if not splits(deal, source) or deal.quantity is None:
        return False
    whole = deal.quantity.value
    deal.parts = [
        (figure, match[1])
        for figure in source.inside(source.whole, COUNTS)
        if (match := _AS.match(source.text[source.local(figure).end :])) and figure.value != whole
    ]
    return True


def stake(deal: Found, source: Source) -> bool:
    """ "Er übernimmt 24,9 Prozent der Anteile für 310 Millionen Euro", said of a stake named before."""
    part_sold = deal.noun == "sale" and re.search(r"(?i)mehrheit|anteil|beteiligung|aktien", deal.item)
    if (
        not (deal.noun == "stake" or part_sold)
        or not triggers.STAKE_OBJECT.search(source.text)
        or "Option" in source.text
    ):
        return False
    shares = source.inside(source.whole, {Kind.PERCENT})
    if not shares or (deal.share and deal.share.value != shares[0].value):
        return False
    deal.share = deal.share or shares[0]
    deal.amount = deal.amount or next(iter(total_sums(source, source.whole)), None)
    return True


def share(deal: Found, source: Source) -> bool:
    """ "X hält 70 Prozent des Joint Ventures", "von denen X zwei Drittel bezahlt"; who holds it goes into a note."""
    shares = source.inside(source.whole, SHARES)
    if not shares or deal.share or "Option" in source.text:  # an option is what may be bought one day
        return False
    royalty = deal.kind is DealKind.LICENCE and re.search(r"(?i)\w*(?:beteiligung|lizenzgebühr|umsatz)\w*", source.text)
    joint, held = _JOINT.search(source.text), _HOLDING.search(source.text)
    new_firm = deal.kind in (DealKind.JOINT_VENTURE, DealKind.OTHER, DealKind.MEMORANDUM, DealKind.AGREEMENT)
    pays = new_firm and not held and _PAYS.search(source.text) and names_party(deal, source.text)
    both = re.match(
        r"(?:Beide|Die) (?:Partner|Unternehmen|Seiten|Firmen|Konzerne)\b|Jeder?\b|Die [A-ZÄÖÜ]\w+(?:er|en)\b",
        source.text,
    )
    of_it = re.match(r"(?:Er|Sie|Es)\b", source.text) and _OF_THE_FIRM.search(source.text)
    if not (royalty or pays or (held and (joint or both or of_it or names_party(deal, source.text)))):
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


def quantity(deal: Found, source: Source) -> bool:
    """ "Geliefert werden 18 Züge", "Er umfasst 114 Megawatt"."""
    if deal.quantity is not None or deal.kind in _NO_QUANTITY or not _AMOUNTS.search(source.text):
        return False
    if deal.noun in ("stake", "takeover", "merger", "financing round") or _PART_ONLY.search(source.text):
        return False
    for figure in source.inside(source.whole, COUNTS | MEASURES):
        after = source.text[source.local(figure).end :]
        counted = (figure.noun or after.split()[0] if after.split() else "").strip(".,;")
        if _MORE.match(after) or _PER_THING.match(after) or PEOPLE.fullmatch(counted) or figure.surface == "beide":
            continue
        deal.quantity = figure
        return True
    return False


def amount(deal: Found, source: Source) -> bool:
    """The sum of a deal or, where none is told, the price of one piece, said to be that."""
    unit_only = _UNIT_PRICE in deal.notes
    if (deal.amount is not None and not unit_only) or "Option auf" in source.text[:40]:
        return False
    if not _TIED.search(source.text) and not _only_sum(deal, source):
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


def _only_sum(deal: Found, source: Source) -> bool:
    """Whether a sentence on the deal holds one sum and nothing that says it is the sum of something else."""
    sums = source.inside(source.whole, {Kind.MONEY})
    return len(sums) == 1 and deal.amount is None and not _OF_SOMETHING_ELSE.search(source.text)


def _buys(deal: Found, source: Source) -> None:
    """Who pays is the buyer, where a supply contract left open who is."""
    sides = [who for who in deal.sides if who.name in source.text]
    partners = all(role in (Role.PARTNER, Role.ANNOUNCED_BY) for _, role in deal.parties)
    if deal.kind is DealKind.PURCHASE and partners and len(sides) == 1 and re.search(r"\bzahl(?:t|te)\b", source.text):
        new = {Role.PARTNER: Role.SELLER}
        deal.parties = [(w, Role.BUYER if w.name == sides[0].name else new.get(r, r)) for w, r in deal.parties]
