"""Which cases a German noun group may be in: what its article says of a noun of its gender.

"Der Konzern" acts, "der Bank" gets or owns: the same article, told apart by the gender of the noun. Gender is read from
endings, since German compounds take that of their last part, and from a short list of the nouns that firms and states
are called by. A name has none, so the noun that describes it decides: "der Reederei Hafnia". What stays open stays
open: a group may be in several cases, and only one that can be in no other is sure.

To extend: an ending in `_ENDINGS`, the longest that fits decides.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from enum import Enum, auto


class Case(Enum):
    """The four cases."""

    NOMINATIVE = auto()
    ACCUSATIVE = auto()
    DATIVE = auto()
    GENITIVE = auto()


class Gender(Enum):
    """Gender in the singular; the plural has none."""

    MASCULINE = auto()
    FEMININE = auto()
    NEUTER = auto()
    PLURAL = auto()


_N, _A, _D, _G = Case.NOMINATIVE, Case.ACCUSATIVE, Case.DATIVE, Case.GENITIVE
ALL = frozenset(Case)
_ENDINGS: dict[Gender, str] = {
    Gender.FEMININE: """
        ung heit keit schaft tion sion ität enz anz bank firma gruppe kette werft ei tochter mutter schwester agentur
        airline airways linie behörde kasse stadt armee wehr marine bahn wache post messe klinik marke sparte holding
        börse union kommission bundeswehr industrie polizei stiftung regierung ag gmbh kg company corporation group
        schmiede brauerei molkerei genossenschaft kammer gemeinde region republik universität schule hochschule zeitung
        bäckerei druckerei familie notenbank zentralbank fabrik anlage mine hütte raffinerie plattform mehrheit hälfte
        beteiligung lizenz order sparkasse kirche liga allianz initiative organisation arbeitsgemeinschaft ministerin
        chefin präsidentin kanzlerin sprecherin investorin konkurrentin rivalin eigentümerin herstellerin betreiberin
        unternehmerin anbieterin partnerin mutter innung bundesbank flotte brücke strecke linie
    """,
    Gender.MASCULINE: """
        konzern er rat verband verein fonds or ant ent ist verlag dienst bund staat kreis kanton riese gigant rivale
        kunde partner chef minister präsident kanzler sender bauer vertrag auftrag zuschlag kredit preis markt hafen
        flughafen park bau kauf verkauf betrieb bezirk freistaat landkreis finanzinvestor pionier primus trust bereich
        weltmarktführer spezialist tüv kollege nachbar erzrivale discounter versandhändler dienstleister anteil platz
        betrag wert abnehmer generalunternehmer könig prinz konkurrent
    """,
    Gender.NEUTER: """
        unternehmen haus werk institut amt ministerium um ment konsortium start-up startup land netz zentrum königreich
        chen parlament duo trio bündnis system geschäft projekt kraftwerk krankenhaus klinikum studio labor kartell
        emirat gericht bundesland bistum syndikat joint-venture gemeinschaftsunternehmen volumen abkommen paket schiff
    """,
    Gender.PLURAL: """
        airlines werke stadtwerke verkehrsbetriebe betriebe konzerne unternehmen firmen staaten länder streitkräfte
        emirate partner hersteller händler investoren banken städte gemeinden niederlande behörden kommunen usa
        vereinigten
    """,
}
_OF = {word: gender for gender, words in _ENDINGS.items() if gender is not Gender.PLURAL for word in words.split()}
_PLURALS = frozenset(_ENDINGS[Gender.PLURAL].split())
_LONGEST_FIRST = sorted(_OF, key=len, reverse=True)
_IN_NAMES = frozenset(
    {"airlines", "airways", "bank", "company", "corporation", "group", "holding", "union", "ag", "kg", "gmbh"}
)
"""Last words of names: what stands before them is described, no adjective of a place."""
_AGENT = re.compile(
    r"(?:steller|treiber|bauer|sorger|bieter|wickler|ändler|geber|nehmer|ferer|leister|artner|inister|sender|träger"
    r"|äufer|führer|leiher|förderer|macher|rüster|walter|mieter|berater|eigner|ründer|counter|arbeiter|macher)$"
)
"""Ends of words for those who do something; another word in "-er" before a noun is an adjective of a place."""
_NO_MASCULINE = re.compile(r"(?:.*(?:steuer|nummer|ziffer|mauer|feier|feder|faser|kammer|messer|fenster|wasser|feuer))")
_SINGULAR_OF_CASE = {
    # article: gender -> cases in the singular, and the cases of the plural
    "der": ({Gender.MASCULINE: {_N}, Gender.FEMININE: {_D, _G}}, {_G}),
    "die": ({Gender.FEMININE: {_N, _A}}, {_N, _A}),
    "das": ({Gender.NEUTER: {_N, _A}}, set()),
    "den": ({Gender.MASCULINE: {_A}}, {_D}),
    "dem": ({Gender.MASCULINE: {_D}, Gender.NEUTER: {_D}}, set()),
    "des": ({Gender.MASCULINE: {_G}, Gender.NEUTER: {_G}}, set()),
    "ein": ({Gender.MASCULINE: {_N}, Gender.NEUTER: {_N, _A}}, set()),
    "eine": ({Gender.FEMININE: {_N, _A}}, {_N, _A}),
    "einen": ({Gender.MASCULINE: {_A}}, {_D}),
    "einem": ({Gender.MASCULINE: {_D}, Gender.NEUTER: {_D}}, set()),
    "einer": ({Gender.FEMININE: {_D, _G}}, {_G}),
    "eines": ({Gender.MASCULINE: {_G}, Gender.NEUTER: {_G}}, set()),
}  # fmt: skip
_LIKE = re.compile(
    r"(?:(?:dies|jen|jed|welch)(?P<strong>e[rsnm]?)|(?:k|m|d|s)?ein(?P<weak>e[rsnm]?)?|(?:ihr|unser)(?P<own>e[rsnm]?)?)"
)
_STRONG = {"er": "der", "e": "die", "es": "das", "en": "den", "em": "dem"}


@functools.lru_cache(maxsize=4096)
def gender(noun: str) -> Gender | None:
    """The gender of a noun by its ending; None where it shows none, as with names."""
    lower = noun.lower()
    for ending in _LONGEST_FIRST:
        long_enough = len(ending) > 3 or len(lower) > len(ending) + 2 or lower == ending
        if lower.endswith(ending) and long_enough and (ending != "er" or not _NO_MASCULINE.fullmatch(lower)):
            return _OF[ending]
    return None


def cases(article: str | None, nouns: Iterable[str]) -> frozenset[Case]:
    """The cases a group may be in by its article and the first of its ``nouns`` that shows a gender."""
    row = _row(article)
    if row is None:
        return ALL
    singular, plural = row
    words = list(nouns)
    kind = _gender_of(words)
    first = words[0].lower() if words else ""
    several = first in _PLURALS and (len(words) == 1 or not first.endswith("er"))  # "der Hersteller Alstom" is one
    open_cases = set().union(*singular.values(), plural)
    if kind is None:
        return frozenset(open_cases)
    found = singular.get(kind, set()) | (plural if several or kind not in singular else set())
    return frozenset(found or open_cases)


def _gender_of(words: list[str]) -> Gender | None:
    """Of the first noun that shows one; "Münchner" before "Firma" is an adjective."""
    for at, word in enumerate(words):
        follows = words[at + 1] if at + 1 < len(words) else ""
        placed = word.endswith("er") and not _AGENT.search(word) and follows and follows.lower() not in _IN_NAMES
        placed = placed and gender(follows) is not None
        if gender(word) is not None and not placed:
            return gender(word)
    return None


def _row(article: str | None) -> tuple[dict[Gender, set[Case]], set[Case]] | None:
    if article is None:
        return None
    if article in _SINGULAR_OF_CASE:
        return _SINGULAR_OF_CASE[article]
    match = _LIKE.fullmatch(article)
    if match is None:
        return None
    if match["strong"]:
        return _SINGULAR_OF_CASE[_STRONG[match["strong"]]]
    return _SINGULAR_OF_CASE["ein" + (match["weak"] or match["own"] or "")]
