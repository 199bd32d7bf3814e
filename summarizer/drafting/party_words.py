"""Classes of German words that tell whether a capitalised noun is a name, describes one, or is a common noun.

German writes every noun with a capital, so endings and short lists decide. To teach a word, add it to the class it
belongs to; `party_names` and its neighbours say what follows from that.
"""

from __future__ import annotations

import re

from summarizer.drafting.grammar import Token
from summarizer.drafting.parties import Setting

COMMON = re.compile(
    r"(?i).*(?:rat|amt|ämter|werke?|haus|häuser|verband|verein|kammer|kreis|gemeinde|behörden?|tochter|töchter"
    r"|betriebe?"
    r"|klinik|kliniken|marine|armee|wehr|streitkräfte|verwaltung|organisation|stiftung|kasse|gericht|regierung"
    r"|parlament"
    r"|polizei|wache|feuerwehr|gesellschaft|gesellschaften|ung|ungen|heit|keit|schaft|schaften|tion|ität|nis|tum"
    r"|ismus|ment|konzern"
    r"|unternehmen|firma|firmen|gruppe|hersteller|anbieter|bank|banken|fonds|werft|reederei|agentur|ministerium|händler"
    r"|bauer|betreiber|versorger|dienstleister|entwickler|zulieferer|lieferant|lieferanten|produzent|produzenten|verlag"
    r"|start-?up|kette|brauerei|molkerei|universität|hochschule|schule|institut|zentrum|land|staat|stadt|fabrik|sender"
    r"|investor|investoren|eigentümer|inhaber|gründer|partner|chef|chefin|sprecher|sprecherin|minister|ministerin|leute"
    r"|wert|volumen|umfang|laufzeit|zeitraum|termin|plan|start|markt|betrag|summe|zins|bedarf|absatz|streit|druck"
    r"|vorstand|ausschuss|kunden?|bürger|nutzer|verbraucher|mitarbeiter|beschäftigte[nr]?|experten?|analysten?"
    r"|aktionäre?|gläubigern?|\w+(?:bau|beginn|stich|gang|schluss|vertrag|auftrag|kauf|gewinn|umsatz|erlös|verlust|handel|verkehr|schutz|bereich|straße|brücke|abbau|ausbau)"
    r"|anleger"
    r"|teile?n?|hälfte|mehrheit|rest|vielzahl|reihe|zahl|menge|dinge|gesetz|programm|projekte?|haushalte?n?|pläne"
    r"|berichte?|kosten|preise?|arbeiten|züge|schiffe|maschinen|fahrzeuge|anlagen?|geräte|waren"
    r"|teile"
    r"|deutschen?|menschen|frauen|männer|kinder|soldaten|käufer|verkäufer|mieter|gewerkschaft|koalition|opposition)"
)
"""Endings of words that are no names, and plurals that stand without an article."""
NAME_ALL_THE_SAME = re.compile(r"(?:Deutsche|Commerz|Schweizer|Münchn?er|Postbank|Raiffeisen)\w*|Allianz|Verbund|Post")
DESCRIBES = re.compile(
    r"(?i).*(?:konzerne?s?|unternehmens?|firma|gruppe|konkurrent(?:en|in)?|nachbarn?|kunden?|mutter|schwester"
    r"|gesellschaft|ers?|bank|werft|reederei|fonds|tochter|verbands?|agentur"
    r"|behörde|haus(?:es)?|kette|start-?ups?|konsortiums?|spezialist(?:en)?|riesen?|gigant(?:en)?|investors?|verlags?"
    r"|institut[es]*|brauerei|schmiede|airline|fluglinie|marke|ministeriums?|partners?|organisation|rivalen?|produzent(?:en)?|lieferant(?:en)?)"
)
ADJECTIVES_OF_NAMES = re.compile(
    r"|(?:staatliche[nrs]?|bundeseigene[nrs]?|börsennotierte[nrs]?|kommunale[nrs]?|private[nrs]?|landeseigene[nrs]?"
    r"|schweizer"
    r"|\w+isch(?:e[nrsm]?)|\w+ansässige[nrs]?|insolvente[nrs]?|angeschlagene[nrs]?)"
)
PLACE_ADJECTIVE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+er")
PARTICIPLE = re.compile(r"(?:Ge|Be|Ver|Vor|Ab|An|Auf|Aus|Ein|Ent|Er|Zer|Über|Unter)[a-zäöüß]*(?:t|en)")
NOT_AFTER_PREPOSITION = frozenset(
    ["Erfolg", "Wirkung", "Blick", "Hilfe", "Sitz", "Beginn", "Ende", "Unterstützung", "Abschluss", "Ausnahme", "Bord",
     "Rücksicht", "Bezug", "Hinweis", "Verweis", "Geld", "Zeit", "Land", "See", "Strom", "Gas", "Öl", "Wasser", "Bau",
     "Bedarf", "Anfang", "Mitte", "Bargeld", "Ort", "Haus", "Stelle", "Jahr", "Sommer", "Winter", "Herbst", "Frühjahr",
     "Frühling", "Mio", "Mrd", "Stück", "Listenpreisen", "Art", "Seiten", "Beginn", "Platz", "Teil", "Anteil", "Recht"]
)  # fmt: skip


def is_common(word: Token, setting: Setting) -> bool:
    """Whether the glossary knows a word as a noun, an adjective or a place."""
    return any(t.span.start <= word.span.start < t.span.end for t in setting.terms)


ORGANISED = re.compile(
    r"(?i).*(?:rat|amt|verband|verein|kammer|gemeinde|behörde|tochter|betriebe?|klinik|klinikum|marine|armee|wehr"
    r"|polizei"
    r"|streitkräfte|verwaltung|organisation|stiftung|kasse|regierung|parlament|konzern|unternehmen|gesellschaft|gruppe"
    r"|hersteller|anbieter|bank|fonds|werft|reederei|agentur|händler|bauer|betreiber|versorger|dienstleister|entwickler"
    r"|zulieferer|verlag|kette|brauerei|molkerei|universität|hochschule|institut|zentrum|sender|genossenschaft)"
)


def is_organised(word: str) -> bool:
    """Whether a word says by its ending that it is a body or a firm: "Bundeswehr", "Wasserverband"."""
    return bool(ORGANISED.fullmatch(word))
