"""Names that an article introduces once and then uses bare: "der Hersteller Gotion", "Rheinmetall liefert".

Read over all sentences before any deal is, so that a later sentence knows them wherever they stand in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from summarizer.drafting.german_words import ADVERBS, ARTICLES, PREPOSITIONS
from summarizer.drafting.noun_cases import Case, cases
from summarizer.drafting.party_words import (
    COMMON,
    DESCRIBES,
    PARTICIPLE,
)

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
            if sure and DESCRIBES.fullmatch(what) and not any(known_word(word) for word in name.split()):
                found.add(name)
    return frozenset(found)


def lead_names(sentences: Iterable[str], known_word: Callable[[str], bool]) -> frozenset[str]:
    """Words that open a sentence without an article, before a verb in the singular, and that no list knows: firms."""
    found = set()
    for sentence in sentences:
        match = _LEAD.match(sentence)
        words = match["name"].split() if match else []
        if not match or words[0].lower() in ADVERBS or PARTICIPLE.fullmatch(words[0]) or known_word(words[-1]):
            continue
        if words[0] in _STARTERS or any(COMMON.fullmatch(word) for word in words):
            continue
        found.add(match["name"])
    return frozenset(found)
