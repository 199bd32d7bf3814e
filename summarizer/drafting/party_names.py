"""Parties by the place they stand in: where a verb of deals wants a firm, a word no list knows is its name.

`parties.candidate` takes what shows by itself that it is a party. A firm of one word ("Rheinmetall", "die Lufthansa")
shows nothing; what tells is the grammar: German puts an article before every singular noun that can be counted, so a
bare word that buys, sells or supplies is a name. With an article it is a name too unless its ending says it is a
common noun ("der Gemeinderat"): that one is kept in German for the model to put into English.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from summarizer.data import Span
from summarizer.drafting.german_words import ADVERBS, ARTICLES, PREPOSITIONS, is_number_word
from summarizer.drafting.grammar import Clause, Group, Token
from summarizer.drafting.noun_cases import Case, cases
from summarizer.drafting.parties import FIRMS, Candidate, Setting, candidate
from summarizer.drafting.terms import LEGAL, TermKind
from summarizer.drafting.vocabulary import base_of

_COMMON = re.compile(
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
_NAME_ALL_THE_SAME = re.compile(r"(?:Deutsche|Commerz|Schweizer|Münchn?er|Postbank|Raiffeisen)\w*|Allianz|Verbund|Post")
_DESCRIBES = re.compile(
    r"(?i).*(?:konzerne?s?|unternehmens?|firma|gruppe|konkurrent(?:en|in)?|nachbarn?|kunden?|mutter|schwester"
    r"|gesellschaft|ers?|bank|werft|reederei|fonds|tochter|verbands?|agentur"
    r"|behörde|haus(?:es)?|kette|start-?ups?|konsortiums?|spezialist(?:en)?|riesen?|gigant(?:en)?|investors?|verlags?"
    r"|institut[es]*|brauerei|schmiede|airline|fluglinie|marke|ministeriums?|partners?|organisation|rivalen?|produzent(?:en)?|lieferant(?:en)?)"
)
_ADJECTIVES_OF_NAMES = re.compile(
    r"|(?:staatliche[nrs]?|bundeseigene[nrs]?|börsennotierte[nrs]?|kommunale[nrs]?|private[nrs]?|landeseigene[nrs]?"
    r"|schweizer"
    r"|\w+isch(?:e[nrsm]?)|\w+ansässige[nrs]?|insolvente[nrs]?|angeschlagene[nrs]?)"
)
_PLACE_ADJECTIVE = re.compile(r"[A-ZÄÖÜ][a-zäöüß]+er")
_PARTICIPLE = re.compile(r"(?:Ge|Be|Ver|Vor|Ab|An|Auf|Aus|Ein|Ent|Er|Zer|Über|Unter)[a-zäöüß]*(?:t|en)")
_NOT_AFTER_PREPOSITION = frozenset(
    ["Erfolg", "Wirkung", "Blick", "Hilfe", "Sitz", "Beginn", "Ende", "Unterstützung", "Abschluss", "Ausnahme", "Bord",
     "Rücksicht", "Bezug", "Hinweis", "Verweis", "Geld", "Zeit", "Land", "See", "Strom", "Gas", "Öl", "Wasser", "Bau",
     "Bedarf", "Anfang", "Mitte", "Bargeld", "Ort", "Haus", "Stelle", "Jahr", "Sommer", "Winter", "Herbst", "Frühjahr",
     "Frühling", "Mio", "Mrd", "Stück", "Listenpreisen", "Art", "Seiten", "Beginn", "Platz", "Teil", "Anteil", "Recht"]
)  # fmt: skip
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
_COMMON_AFTER_PLACE = re.compile(
    r"(?i).*(?:betriebe?n?|werken?|bank|bahn(?:en)?|kasse|messe|verkehr\w*|hafen|flughafen)"
)
FIRM_AGAIN = re.compile(
    r"(?:\w+-?)?(?:[Uu]nternehmen|[Kk]onzern|[Ff]irma|[Gg]esellschaft|[Hh]ersteller|[Bb]etreiber|[Rr]eederei"
    r"|[Vv]ersorger"
    r"|[Aa]nbieter|[Kk]onsortium|[Ww]erft|[Bb]ank|[Aa]utobauer|[Zz]ulieferer|[Gg]ruppe|[Ee]ntwickler|[Pp]roduzent"
    r"|[Ff]luggesellschaft|[Aa]irline|[Hh]ändler|[Ii]nvestor|[Kk]onzerns|[Uu]nternehmens)"
)
"""A word that takes up a firm named before."""
INHABITANTS = re.compile(
    r"(?!\w*(?:steller|treiber|bauer|geber|nehmer|bieter|händler|partner|käufer|kunden?|arbeiter)n?$)[A-ZÄÖÜ][a-zäöüß]+ern?"
)
"""A firm by its seat: "die Wolfsburger", "den Münchnern"."""
BOTH_AGAIN = re.compile(r"(?:Unternehmen|Konzerne|Firmen|Partner|Seiten|Länder|Staaten|Regierungen|Gesellschaften)")


def in_slot(group: Group, clause: Clause, setting: Setting) -> Candidate | None:
    """``group`` as a party where the grammar leaves room for nothing else; None where it is a thing or unnamed."""
    nouns = [w for w in group.words if w.is_noun]
    if (
        not nouns
        or nouns[0].text
        in ("Herr", "Herrn", "Frau", "Jeder", "Jede", "Beide", "Alle", "Alles", "Vieles", "Dieser", "Diese")
        or any(w.text[:1].isdigit() or is_number_word(w.text) for w in group.words)
    ):
        return None
    settled = _state(nouns, setting, group) or _settlement(nouns, setting, group)
    if settled is not None:
        return settled
    whole = (
        _ampersand(group, setting) or _institution(nouns, setting) or _hyphened(nouns) or _titled(group, nouns, setting)
    )
    if whole is not None:
        return whole
    who = candidate(group, clause, setting)
    if who is not None:
        named = _by_name(group, nouns, setting, clause) if _only_described(who, group, nouns, setting) else None
        return named or _trimmed(who, group, nouns)
    return _by_name(group, nouns, setting, clause) or _by_kind(group, nouns, setting)


def _only_described(who: Candidate, group: Group, nouns: list[Token], setting: Setting) -> bool:
    """Whether only the noun that describes a firm was read, and a name is behind it: "Batteriehersteller Gotion"."""
    last = nouns[-1]
    described = len(nouns) > 1 and group.definite and _DESCRIBES.fullmatch(nouns[0].text)
    read = last.text in who.name or who.is_person or who.is_country
    return bool(described) and not read and not _is_common(last, setting)


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
    placed = _PLACE_ADJECTIVE.fullmatch(first) and _COMMON_AFTER_PLACE.fullmatch(nouns[1].text)
    if not adjective and not placed:
        return None
    if adjective and not _described_by(nouns, setting):
        return None
    name = (f"{adjective['stem']}e" if adjective else first) + setting.text[nouns[0].span.end : span.end]
    return Candidate(name, name, span)


def _described_by(nouns: list[Token], setting: Setting) -> bool:
    """Whether the adjective stands before one noun only: "Deutsche Bahn", not "Schweizer Pharmakonzern Roche"."""
    return len(nouns) == 2 or all(not _is_common(w, setting) for w in nouns[1:])


def _hyphened(nouns: list[Token]) -> Candidate | None:
    """ "Der Evonik-Konzern" is Evonik."""
    match = _OF_THE_NAME.fullmatch(nouns[-1].text)
    if match is None:
        return None
    return Candidate(match["name"], match["name"], Span(nouns[0].span.start, nouns[-1].span.end))


def _state(nouns: list[Token], setting: Setting, group: Group) -> Candidate | None:
    """ "Bayern, Hessen und Thüringen": a federal state goes by its bare name, and so acts, buys and pays."""
    if len(group.words) != 1 or group.article is not None or nouns[0].text not in _STATES:
        return None
    terms = setting.terms_in(nouns[0].span)
    name = terms[0].english if terms else nouns[0].text
    return Candidate(name, name, nouns[0].span)


def _settlement(nouns: list[Token], setting: Setting, group: Group) -> Candidate | None:
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


def _trimmed(who: Candidate, group: Group, nouns: list[Token]) -> Candidate:
    """A name without the noun that only describes it, where no list knew the noun: "dem Entsorger Saubermacher"."""
    words = who.name.split()
    if len(words) < 2 or group.article is None or LEGAL.search(who.name) or who.is_person or who.is_country:
        return who
    if words[0] not in [w.text for w in nouns] or not _DESCRIBES.fullmatch(words[0]):
        return who
    if _PLACE_ADJECTIVE.fullmatch(words[0]) and _COMMON_AFTER_PLACE.fullmatch(words[1]):
        return who
    rest = " ".join(words[1:])
    return replace(who, name=rest, shown=rest)


def _by_name(group: Group, nouns: list[Token], setting: Setting, clause: Clause) -> Candidate | None:
    """The name in a group: what follows a noun that describes it, or the only noun, if nothing says it is common."""
    adjectives = [w.text for w in group.words if not w.is_noun]
    known = {w.text for w in nouns if _is_common(w, setting)}
    rest = nouns
    while len(rest) > 1 and (rest[0].text in known or (group.article and _DESCRIBES.fullmatch(rest[0].text))):
        rest = rest[1:]
    described = len(rest) < len(nouns)
    if len(nouns) > 1 and not described and group.article and _PLACE_ADJECTIVE.fullmatch(nouns[0].text):
        rest = nouns
    first = rest[0]
    if not described and group.article is not None and not group.definite:
        return None  # "eine Frist": a name takes no such article
    if not described and (first.text in known or _no_name(first, group, clause)):
        return None
    if not described and group.article in ("das", "dieses", "des", "dieser", "diese") and len(rest) == 1:
        return None  # "das Gesetz": firms without a noun before them are "der" or "die"
    if not described and group.article is not None and not _fits_a_name(adjectives, group, setting):
        return None  # "die ersten Busse"
    if described and all(w.text in known for w in rest):
        return None
    span = Span(rest[0].span.start, rest[-1].span.end)
    name = span.of(setting.text)
    return Candidate(name, name, Span(nouns[0].span.start, rest[-1].span.end))


def _fits_a_name(adjectives: list[str], group: Group, setting: Setting) -> bool:
    """Whether adjectives are such as names take: "die italienische Unicredit"."""
    if _ADJECTIVES_OF_NAMES.fullmatch(" ".join(adjectives)):
        return True
    terms = setting.terms_in(group.span)
    return any(t.term.german in setting.demonyms or t.term.kind is TermKind.PLACE for t in terms)


def _is_common(word: Token, setting: Setting) -> bool:
    """Whether the glossary knows a word as a noun, an adjective or a place."""
    return any(t.span.start <= word.span.start < t.span.end for t in setting.terms)


def _no_name(word: Token, group: Group, clause: Clause) -> bool:
    text = word.text
    if _NAME_ALL_THE_SAME.fullmatch(text):
        return False
    lone = group.article is None and len(group.words) == 1
    if lone and word.span.start == clause.tokens[0].span.start and _PARTICIPLE.fullmatch(text):
        return True
    if text.lower() in ADVERBS or (lone and text in _NOT_AFTER_PREPOSITION):
        return True
    if group.words[0].text[:1].islower() and group.article is None:  # "grünem Ammoniak"
        return True
    return (bool(_COMMON.fullmatch(text)) or _known_noun(text, group)) and not text.isupper()


def _known_noun(text: str, group: Group) -> bool:
    """Whether the lists of news words know a noun, and it does not stand like a name: bare and as its base form."""
    base = None if _NAME_ALL_THE_SAME.fullmatch(text) else base_of(text)
    return base is not None and (group.article is not None or group.preposition is not None or base != text)


def _by_kind(group: Group, nouns: list[Token], setting: Setting) -> Candidate | None:
    """A firm or a body without a name: "die Bank", "der Gemeinderat"; one that an article leaves open is nobody."""
    if not group.definite and group.preposition is None and group.article is not None:
        return None
    if not group.definite or group.words[0].text in BOTH_AGAIN.pattern:
        return None
    span = Span(nouns[0].span.start, nouns[-1].span.end)
    terms = [t for t in setting.terms_in(group.span) if t.term.kind in (TermKind.NOUN, TermKind.BODY)]
    firm = next((t for t in terms if FIRMS.search(t.english)), None)
    if firm is not None:
        adjective = next((t.english for t in setting.terms_in(group.span) if t.term.kind is TermKind.ADJECTIVE), "")
        name = f"{adjective} {firm.english}".strip()
        return Candidate(name, name, span)
    head = nouns[-1].text
    if not terms and len(nouns) == 1 and _ORGANISED.fullmatch(head):
        return Candidate(head, head, span, german=group.span.of(setting.text))
    return None


_ORGANISED = re.compile(
    r"(?i).*(?:rat|amt|verband|verein|kammer|gemeinde|behörde|tochter|betriebe?|klinik|klinikum|marine|armee|wehr"
    r"|polizei"
    r"|streitkräfte|verwaltung|organisation|stiftung|kasse|regierung|parlament|konzern|unternehmen|gesellschaft|gruppe"
    r"|hersteller|anbieter|bank|fonds|werft|reederei|agentur|händler|bauer|betreiber|versorger|dienstleister|entwickler"
    r"|zulieferer|verlag|kette|brauerei|molkerei|universität|hochschule|institut|zentrum|sender|genossenschaft)"
)


def is_organised(word: str) -> bool:
    """Whether a word says by its ending that it is a body or a firm: "Bundeswehr", "Wasserverband"."""
    return bool(_ORGANISED.fullmatch(word))


_STARTERS = frozenset(word.capitalize() for word in ARTICLES | PREPOSITIONS)
_LEAD = re.compile(
    r"^(?P<name>[A-ZÄÖÜ][\w&-]+(?: [A-ZÄÖÜ][\w&-]+)?) (?:hat|will|ist|wird|hatte|kauft|plant|bestellt|liefert|baut"
    r"|verkauft"
    r"|übernimmt|investiert|beteiligt|erhält|bekommt|vergibt|kündigte?|beauftragt|sichert|steigt|meldete?|zahlt|erwirbt"
    r"|schließt|setzt|gründet|bezieht|verlängert|unterzeichnete?|übernahm|bestellte|kaufte|erhielt|vergab)\b"
)


_TITLED = re.compile(
    r"\b(?P<article>[Dd]er|[Dd]ie|[Dd]as|[Dd]en|[Vv]om|[Bb]eim|[Zz]um) (?:[a-zäöüß]+ |[A-ZÄÖÜ][a-zäöüß]+er )?"
    r"(?P<what>[A-ZÄÖÜ][\w-]+) (?P<name>[A-ZÄÖÜ][\w&-]+(?: [A-ZÄÖÜ][\w&-]+)*)"
)


def described_names(sentences: Iterable[str], known_word: Callable[[str], bool]) -> frozenset[str]:
    """Words that a noun in the singular calls a firm: "der Hersteller Gotion" tells that Gotion is one later, too.

    Not behind "dem" or "der" of a feminine: there a bare plural may follow, "der Bank Kredite".
    """
    found = set()
    for sentence in sentences:
        for match in _TITLED.finditer(sentence):
            what, name = match["what"], match["name"]
            of_cases = cases(match["article"].lower(), [what]) if match["article"].lower() in ARTICLES else ()
            sure = not of_cases or not {Case.DATIVE, Case.GENITIVE} & set(of_cases)
            if sure and _DESCRIBES.fullmatch(what) and not any(known_word(word) for word in name.split()):
                found.add(name)
    return frozenset(found)


def lead_names(sentences: Iterable[str], known_word: Callable[[str], bool]) -> frozenset[str]:
    """Words that open a sentence without an article, before a verb in the singular, and that no list knows: firms."""
    found = set()
    for sentence in sentences:
        match = _LEAD.match(sentence)
        words = match["name"].split() if match else []
        if not match or words[0].lower() in ADVERBS or _PARTICIPLE.fullmatch(words[0]) or known_word(words[-1]):
            continue
        if words[0] in _STARTERS or any(_COMMON.fullmatch(word) for word in words):
            continue
        found.add(match["name"])
    return frozenset(found)
