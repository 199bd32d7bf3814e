"""What a date beside a deal is the date of: its conclusion, its announcement, a delivery, a start, an end.

The verb and the nouns of the clause tell. A clause with no such word gives no date: "der Umsatz lag 2025 bei" is none.
"""

from __future__ import annotations

import re

from summarizer.data import Figure, Span
from summarizer.drafting import triggers
from summarizer.drafting.deal_source import DATES, DateOf, Found, Source
from summarizer.drafting.deal_view import View

_PAST = re.compile(
    r"\b(?:hat|hatten?|haben|habe|wurden?|worden|sei|\w+(?:te|ten|ieb|ieben|oss|ossen|ab|aben|ahm|ahmen|af|afen))\b"
)
_DELIVERED = re.compile(
    r"(?i)\b(?:aus)?(?:ge)?liefer\w*|\w*lieferung\w*\b|\bübergeben\b|\bübergabe\b|\baufgestellt\b|\bin betrieb\b"
    r"|\bans netz\b"
    r"|\binbetriebnahme\b|\bfertig\w*\b|\beintreffen\b|\bin dienst\b|\beinsatz(?:bereit|fähig)\b|\bin see\b"
    r"|\bzulaufen\b|\bzulauf\b|\bflotte\b"
    r"|\bzur verfügung\b"
)
_CLOSED = re.compile(
    r"(?i)\b(?:abgeschlossen|abschluss|vollzug|vollzogen|closing|übergang|gründung|unterzeichnung|in kraft)\b"
)
_STARTS = re.compile(
    r"(?i)\b(?:beginn\w*|begann\w*|start\w*|\w+(?:start|beginn)|ab"
    r"|von .{1,20} an|baubeginn|aufnehmen|aufnahme|anlaufen|anläuft|eröffne\w*"
    r"|entstehen|spatenstich|grundsteinlegung|einzug|erstflug|einweihung|gilt ab|in betrieb)\b"
)
_HANDED = re.compile(
    r"\b(?:hinterleg\w+|überreich\w+|über(?:gab|gaben|geben) .*\b(?:Urkunde|Schreiben|Antrag|Dokumente?)"
    r"|Urkunde|Unterschrift\w*|einge?reicht|ratifizier\w+|(?:billigt|stimmt|genehmigt)\w+)\b"
)
"""Other ways in which a deal becomes one on a day."""
_ENDS = re.compile(
    r"(?i)\b(?:läuft|laufen|lief|gilt|gelten|laufzeit|endet|befristet|verlängert)\b.*\bbis\b|\bbis\b.*\b(?:läuft"
    r"|laufen)\b"
)
_UNTIL = re.compile(r"(?i)\bbis\b(?: zum| zur)?(?: Ende| Anfang| Mitte)?\s*$")


def of_clause(deal: Found, view: View) -> None:
    """Give ``deal`` the date that its own clause holds."""
    figures = view.figures(DATES)
    if not figures:
        return
    figure = sayingmost(figures)
    text = view.text
    planned = bool(triggers.PLANNING.search(text)) or bool(re.search(r"\b(?:künftig|werden|wird)\b", text))
    if not planned and _PAST.search(text) and not after_from(view.source, figure):
        deal.dated(figure, DateOf.CONCLUDED)
    else:
        deal.dated(figure, DateOf.CONCLUDED if _signed_on(view, figure) else DateOf.PLANNED)


def _signed_on(view: View, figure: Figure) -> bool:
    """Whether a present tense tells of a day: "unterzeichnen am Montag"."""
    return bool(triggers.SIGNING.search(view.text)) and not after_from(view.source, figure)


def after_from(source: Source, figure: Figure) -> bool:
    """Whether a date is a beginning or an end: "von 2028 an", "bis 2030"."""
    start = source.local(figure).start
    return bool(
        re.search(
            r"(?i)\b(?:von|vom|ab|bis(?: zum| zur)?|seit)(?: Ende| Anfang| Mitte| Frühjahr| Sommer| Herbst)? $",
            source.text[:start],
        )
    )


def linked(source: Source, span: Span) -> tuple[Figure, DateOf] | None:
    """The date in a later sentence and what it is the date of; None where nothing says so."""
    figures = source.inside(span, DATES)
    if not figures:
        return None
    text = span.of(source.text)
    figure = sayingmost(figures)
    of = _what(text, bool(_UNTIL.search(source.text[: source.local(figure).start])))
    if of in (DateOf.CONCLUDED, DateOf.TOLD) and after_from(source, figure):
        of = DateOf.START
    return None if of is None else (figure, of)


_AHEAD = re.compile(r"\b(?:soll(?:en)?|wird|werden|dürften?|will|wollen)\b")
_ANY_GOODS = re.compile(
    r"(?:Fahrzeug|Maschine|Flugzeug|Schiff|Z[uü]g|Gerät|Anlage|System|Waffe|Wagen|Bus|Boot|Hubschrauber|Bahn|Tram|Batterie"
    r"|Satellit|Turbine|Fähre|Fregatte|Panzer|Brücke|Tunnel|Gebäude|Neubau|Exemplar|Lieferung|Charge|Tranche)(?:[a-zä]{0,3})"
)


def of_goods(deal: Found, source: Source) -> Figure | None:
    """The one date of a sentence whose subject is what was bought and that looks ahead: it is that of delivery.

    "Die ersten Züge sollen 2029 fahren", "Bis Ende 2027 soll das System eingeführt sein".
    """
    figures = source.inside(source.whole, DATES)
    if len(figures) != 1 or not _AHEAD.search(source.text):
        return None
    bought = {word[:6].lower() for word in re.findall(r"[A-ZÄÖÜ]\w{3,}", deal.item)}
    for clause in source.clauses():
        for group in clause.groups:
            if not (group.may_be_subject and group.definite):
                continue
            head = next(word.text for word in reversed(group.words))
            again = head[:6].lower() in bought or any(
                deal.item.lower().endswith(head.lower()[:end]) for end in (None, -1)
            )
            if again or _ANY_GOODS.fullmatch(head):
                return figures[0]
    return None


def _what(text: str, until: bool) -> DateOf | None:
    past = _PAST.search(text) and not re.search(r"\b(?:soll|sollen|wird|werden (?!\w+ unterz))\b", text)
    if (triggers.SIGNING.search(text) or _HANDED.search(text)) and past and not until:
        return DateOf.CONCLUDED
    if triggers.SIGNING.search(text) and triggers.PLANNING.search(text) and not until:
        return DateOf.PLANNED
    if triggers.ANNOUNCING.search(text) and not until:
        return DateOf.TOLD
    if _ENDS.search(text):
        return DateOf.END
    if _CLOSED.search(text):
        return DateOf.CLOSING
    if _DELIVERED.search(text):
        return DateOf.DELIVERY
    if _STARTS.search(text):
        return DateOf.START
    return None


def sayingmost(figures: list[Figure]) -> Figure:
    """The first date that is more than a weekday."""
    return min(figures, key=lambda f: str(f.value).startswith("XXXX-W"))
