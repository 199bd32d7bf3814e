"""Whether a sentence says that a deal is there, is planned, is only thought of, or is off.

The status of a deal is read from the verbs around it. What was denied, refused, called off, demanded or merely could be
is no deal at all; what is weighed or negotiated is one with a hedge. Each rule looks at one clause, since news puts a
denial and a deal side by side.
"""

from __future__ import annotations

import re

from summarizer.data import DealKind, DealStatus
from summarizer.drafting import triggers

_GOODS = frozenset({DealKind.PURCHASE, DealKind.ORDER})
_OFF = re.compile(
    r"(?i)\b(?:kein(?:e[nmrs]?)?|nicht(?! nur| näher| weniger)|gescheitert\w*|scheiter\w+|geplatzt\w*|platz(?:t|te)"
    r"|abgelehnt\w*|abgesagt\w*|abgebrochen\w*|abgeblasen|storniert\w*|stornier(?:t|te|ten|en)|widerrufen|annullier\w+"
    r"|verbot\w*|untersag\w+|dementier\w+|bestritt(?:en)?|bestreitet|verzichte\w*|zurückgezogen|verhindert\w*"
    r"|blockier\w+"
    r"|wies .{0,40}zurück|weist .{0,40}zurück|lehn(?:t|te|ten|en) .{0,80}\bab|zurückgewiesen|beendet\w*|beenden"
    r"|verweiger\w+|vom tisch|gestoppt|stopp(?:t|te|ten)|aus(?:zu)?steigen aus|ausgesetzt|verloren?|verlor)\b"
)
_ENDED = re.compile(
    r"(?i)\bkündig(?:t|te|ten|en)\b(?!.*\b(?:an|zu)$)[^.]*\b(?:vertrag|verträge|vertrags|vereinbarung|abkommen"
    r"|kooperation"
    r"|auftrag|partnerschaft|rahmenvertrag|\w+vertrag)\b|\b(?:vertrag|vereinbarung|abkommen"
    r"|auftrag)\b.*\b(?<!an)gekündigt\b"
    r"|\blöste?\b.*\b(?:vertrag|kooperation)\b.*\bauf\b"
)
_IMAGINED = re.compile(
    r"(?i)\b(?:könnten?|könne|damals|seinerzeit"
    r"|würden?|dürften?|hätten? .*\b(?:gekauft|bestellt|gekostet|übernommen|investiert)|wäre[n]?"
    r"|spekulation\w*|gerücht\w*|denkbar|falls|sollte (?:sich|der|die|das))\b|^\s*(?:wenn|sofern|ob)\b|\b(?:sich"
    r"|zeit) zu einigen\b|\bversuch\w*\b"
)
_HISTORY = re.compile(
    r"^(?:\w+ Jahre (?:später|danach|darauf|zuvor|davor|früher)\b|Vor (?:rund |etwa |fast |mehr als |gut )?\w+ Jahren\b"
    r"|(?:Schon |Bereits |Erst |Noch |Seit )?(?:[Ii]m Jahre? )?(?:1[6-9]\d\d|20[01]\d)\b(?! (?:[A-ZÄÖÜ]|neue|weitere)))"
)
"""A sentence that opens with a time long past tells no news."""
_PONDERED = re.compile(r"\b(?:denk(?:t|en)|dachten?|sinnier\w+)\b.{0,120}\bnach\b|\bnachdenken\b|\bliebäugel\w+\b")
_FORECAST = re.compile(
    r"(?i)\b(?:erwart(?:et|en|ete|eten)|rechne(?:t|n|te|ten) damit|prognostizier\w+|schätz(?:t|en)), dass\b"
)
_WEIGHED = re.compile(
    r"(?i)\b(?:erwäg(?:t|en|te|ten)|prüf(?:t|en|te|ten)|verhandel(?:t|n|te|ten)|verhandlungen|gespräche[n]?"
    r"|interessier(?:t|en)|interesse|bieten|bietet|bot|lotet)\b"
)
_TALKED_OUT = re.compile(
    r"\b(?:Verhandlungen|Gespräche) (?:über|zu)\b.*\b(?:abgeschlossen|beendet|zu Ende)\b|\bausgehandelt\b"
)
"""The talks are over, the paper is not signed."""
_SAID_TO = re.compile(r"(?i)\b(?:laut|meldung|hieß es|heißt es|offenbar|angeblich|insidern?|medienberichten?)\b")


def off(clause: str, sentence: str) -> bool:
    """Whether a clause says that nothing comes of a deal, or only imagines or demands it."""
    return bool(
        _OFF.search(clause)
        or _ENDED.search(clause)
        or _IMAGINED.search(clause)
        or triggers.WISHED.search(sentence)
        or _FORECAST.search(sentence)
        or _HISTORY.search(sentence)
        or _PONDERED.search(clause)
    )


def only_terms(sentence: str) -> bool:
    """Whether a sentence says that a price or details are not known."""
    return bool(triggers.UNCLEAR.search(sentence) or triggers.NO_PRICE.search(sentence))


def hedges(sentence: str) -> list[str]:
    """What a reader must know of how sure a deal is, in English."""
    told = []
    if _WEIGHED.search(sentence):
        told.append("under consideration")
    if re.search(
        r"(?i)\b(?:offenbar|angeblich|insidern?|konzernkreisen?|medienberichten?|nach einem bericht)\b", sentence
    ):
        told.append("reported, not confirmed")
    return told


def of_noun(own: DealStatus, sentence: str) -> DealStatus:
    """The status of a deal that a noun names, by the noun itself and the verbs of its sentence."""
    if own is DealStatus.INTENT:
        return own
    if _TALKED_OUT.search(sentence):
        return DealStatus.ANNOUNCED
    if (triggers.PLANNING.search(sentence) or _WEIGHED.search(sentence)) and not triggers.SIGNING.search(sentence):
        return DealStatus.PLANNED
    if triggers.SIGNING.search(sentence):
        if _SAID_TO.search(sentence):
            return DealStatus.REPORTED
        return DealStatus.CONTRACT if own is DealStatus.CONTRACT else DealStatus.SIGNED
    if triggers.ANNOUNCING.search(sentence) and not re.search(r"(?i)\blaut\b", sentence):
        return own if own is DealStatus.CONTRACT else DealStatus.ANNOUNCED
    return DealStatus.REPORTED if triggers.REPORTING.search(sentence) else own


def of_verb(kind: DealKind, clause: str, sentence: str) -> DealStatus:
    """The status of a deal that a verb reports."""
    if triggers.PLANNING.search(clause) or _WEIGHED.search(clause):
        return DealStatus.PLANNED
    if triggers.ANNOUNCING.search(sentence) or re.search(r"\b(?:werde|werden (?!von)\w+en|wollen)\b", clause):
        return DealStatus.ANNOUNCED
    if _SAID_TO.search(sentence):
        return DealStatus.REPORTED
    if re.search(r"\bwird\b.*\b\w+en$", clause):
        return DealStatus.ANNOUNCED
    return DealStatus.CONTRACT if kind in _GOODS else DealStatus.REPORTED
