"""Names that a common noun, an adjective or a sign is part of: "die Landesbank Westersiel", "die Deutsche Bahn".

Elsewhere the noun before a name only describes it and goes; here it stays, or says what the name is one of: "die Stadt
Graz" is the city of Graz, "der Evonik-Konzern" is Evonik.
"""

from __future__ import annotations

import re

from summarizer.data import Span
from summarizer.drafting.grammar import Group, Token
from summarizer.drafting.parties import Candidate, Setting
from summarizer.drafting.party_words import (
    PLACE_ADJECTIVE,
    is_common,
)
from summarizer.drafting.terms import TermKind

_SETTLEMENTS = {
    "Stadt": "city of", "Hansestadt": "city of", "Landeshauptstadt": "city of", "Gemeinde": "municipality of",
    "Landkreis": "district of", "Kreis": "district of", "Kanton": "canton of", "Region": "region of",
    "Provinz": "province of", "Bundesland": "state of", "Land": "state of", "Freistaat": "state of",
    "Bundesstaat": "state of",
}  # fmt: skip
_STATES = frozenset(
    ["Baden-Württemberg", "Bayern", "Berlin", "Brandenburg", "Bremen", "Hamburg", "Hessen", "Mecklenburg-Vorpommern",
     "Niedersachsen", "Nordrhein-Westfalen", "Rheinland-Pfalz", "Saarland", "Sachsen", "Sachsen-Anhalt",
     "Schleswig-Holstein", "Thüringen", "Burgenland", "Kärnten", "Niederösterreich", "Oberösterreich", "Salzburg",
     "Steiermark", "Tirol", "Vorarlberg", "Wien"]
)  # fmt: skip
_INSTITUTION = re.compile(
    r"(?:Landes|Volks|Kreis|Stadt|Spar)?(?:bank|Landesbank|Sparkasse|sparkasse|kasse)|Volksbank|Stadtwerken?"
    r"|Klinikum|Uniklinik"
    r"|Universität|Flughafen|Messe|Hafen|Verkehrsbetrieben?|Technische"
)
_OF_THE_NAME = re.compile(r"(?P<name>(?!US\b|EU\b|IT\b)[A-ZÄÖÜ][\w&]+)-(?:Konzerns?|Gruppe|Holding|Unternehmensgruppe)")
_TITLE_ADJECTIVE = re.compile(
    r"(?P<stem>Deutsch|Vereinigt|[A-ZÄÖÜ][a-zäöüß]+isch|Norddeutsch|Süddeutsch|Ostdeutsch|Allgemein|Erst)e[nrs]?"
)
COMMON_AFTER_PLACE = re.compile(
    r"(?i).*(?:betriebe?n?|werken?|bank|bahn(?:en)?|kasse|messe|verkehr\w*|hafen|flughafen)"
)


def whole_name(group: Group, nouns: list[Token], setting: Setting) -> Candidate | None:
    """A name that takes in its noun, its adjective or its sign; None where the group holds none."""
    return (
        _ampersand(group, setting) or _institution(nouns, setting) or _hyphened(nouns) or _titled(group, nouns, setting)
    )


def _institution(nouns: list[Token], setting: Setting) -> Candidate | None:
    """ "Die Landesbank Westersiel": here the noun is a part of the name."""
    if len(nouns) < 2 or not _INSTITUTION.fullmatch(nouns[0].text):
        return None
    span = Span(nouns[0].span.start, nouns[-1].span.end)
    name = span.of(setting.text)
    if nouns[0].text.endswith("n") and not nouns[0].text.endswith(("ein", "hafen", "orden")):
        name = nouns[0].text[:-1] + name[len(nouns[0].text) :]
    return Candidate(name, name, span)


def _ampersand(group: Group, setting: Setting) -> Candidate | None:
    """ "Die Firma Riese & Müller": the sign holds a name together."""
    at = next((i for i, w in enumerate(group.words) if w.text == "&"), 0)
    if not at:
        return None
    span = Span(group.words[at - 1].span.start, group.words[-1].span.end)
    return Candidate(span.of(setting.text), span.of(setting.text), group.span)


def _titled(group: Group, nouns: list[Token], setting: Setting) -> Candidate | None:
    """ "Die Deutsche Bahn", "die Leipziger Verkehrsbetriebe": an adjective with a capital is part of a name."""
    if len(nouns) < 2 or group.words[0] != nouns[0] or nouns[0].span.start == 0 or group.article is None:
        return None
    span = Span(nouns[0].span.start, nouns[-1].span.end)
    inside = setting.terms_in(span)
    if any(t.span == span or t.term.kind in (TermKind.BODY, TermKind.NAME) for t in inside):
        return None
    first = nouns[0].text
    adjective = _TITLE_ADJECTIVE.fullmatch(first)
    placed = PLACE_ADJECTIVE.fullmatch(first) and COMMON_AFTER_PLACE.fullmatch(nouns[1].text)
    if not adjective and not placed:
        return None
    if adjective and not _described_by(nouns, setting):
        return None
    name = (f"{adjective['stem']}e" if adjective else first) + setting.text[nouns[0].span.end : span.end]
    return Candidate(name, name, span)


def _described_by(nouns: list[Token], setting: Setting) -> bool:
    """Whether the adjective stands before one noun only: "Deutsche Bahn", not "Schweizer Pharmakonzern Roche"."""
    return len(nouns) == 2 or all(not is_common(w, setting) for w in nouns[1:])


def _hyphened(nouns: list[Token]) -> Candidate | None:
    """ "Der Evonik-Konzern" is Evonik."""
    match = _OF_THE_NAME.fullmatch(nouns[-1].text)
    if match is None:
        return None
    return Candidate(match["name"], match["name"], Span(nouns[0].span.start, nouns[-1].span.end))


def federal_state(nouns: list[Token], setting: Setting, group: Group) -> Candidate | None:
    """ "Bayern, Hessen und Thüringen": a federal state goes by its bare name, and so acts, buys and pays."""
    if len(group.words) != 1 or group.article is not None or nouns[0].text not in _STATES:
        return None
    terms = setting.terms_in(nouns[0].span)
    name = terms[0].english if terms else nouns[0].text
    return Candidate(name, name, nouns[0].span)


def settlement(nouns: list[Token], setting: Setting, group: Group) -> Candidate | None:
    """ "Die Stadt Graz": the city of Graz; "der Freistaat Bayern" is a country's part and goes by its name."""
    if len(nouns) < 2 or nouns[0].text not in _SETTLEMENTS or group.article is None:
        return None
    span = Span(nouns[0].span.start, nouns[-1].span.end)
    if any(t.term.kind is TermKind.BODY for t in setting.terms_in(span)):
        return None
    place = Span(nouns[1].span.start, nouns[-1].span.end)
    terms = setting.terms_in(place)
    name = terms[0].english if len(terms) == 1 and terms[0].span == place else place.of(setting.text)
    name = f"{_SETTLEMENTS[nouns[0].text]} {name}"
    return Candidate(name, name, span)
