"""German words that are what they are without analysis, and the judgement of a single word.

Months, weekdays, feasts, labels, vague quantities; `classify` is asked once for each distinct word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Final

from summarizer.data import Kind
from summarizer.figures import numerals
from summarizer.figures.feasts import Feast
from summarizer.figures.lexeme import Lexeme, Role, Whole
from summarizer.figures.locale import by_first_word, wordset
from summarizer.figures.locales import shared
from summarizer.figures.locales.de.compounds import TRAILING_ORDINAL, analyse
from summarizer.figures.locales.de.numbers import ABBREVIATED, INFLECTED, MIXED, MULTIPLES, SCALES, ordinal

D = Decimal

_HINT: Final = re.compile(
    r"^(?:zw[eaoö]|zwoe|dr[ei]|vier|f[üu]e?n|sech|sieb|acht|neun|zehn|elf|hunder|tausen|einh|eint|ein[euos]|einund|erst|halb|"
    r"ander|milli|billi|trilli|multi|dutz|mehrh|mehrt|doppel|verdoppel|verdrei|vervier|verf|verze|halbi|vorletzt|null|jahrzehnt)"
)
_TRAILING_HINTS: Final = wordset("tabe gesa welt rang liga qual")


def classify(word: str) -> Lexeme | None:
    """What a word as written can mean for a figure."""
    first = word[0]
    if first.isdigit() and first.isdecimal():
        return Lexeme(Role.DIGITS, numerals.parse(word, ","))
    low = word.lower()
    found = _fixed().get(low)
    if found is not None:
        return found
    if word == "Paar":  # "ein Paar Schuhe" is two, "ein paar Tage" is some
        return Lexeme(Role.COLLECTIVE, D(2))
    if len(word) < 3:
        sign = shared.FRACTION_SIGNS.get(word)
        return None if sign is None else Lexeme(Role.FRACTION, sign)
    if word in shared.CURRENCY_CODES and word not in shared.CODE_WORDS:
        return Lexeme(Role.CURRENCY, None, word)
    if _HINT.match(low):
        return analyse(low, word)
    if low.endswith("einhalb"):
        return analyse(low, word)
    if low.endswith(_LABEL_ENDINGS) and word[0].isupper():
        return Lexeme(Role.LABEL, None, LABELS[next(label for label in _LABEL_ENDINGS if low.endswith(label))])
    match = TRAILING_ORDINAL.fullmatch(low) if low[:4] in _TRAILING_HINTS else None
    return None if match is None else Lexeme(Role.ORDINAL, D(ordinal(match["stem"]) or 0), word)


_LABEL_ENDINGS: Final = ("stufe", "phase", "kategorie", "gruppe")
"""Sicherheitsstufe 3, Bauphase 2: labels as the last part of a compound."""

_EVERY: Final = ("jeder", "jede", "jedes", "jeden", "jedem")
_MONTHS: Final = {
    "januar": 1, "jänner": 1, "jan": 1, "februar": 2, "feber": 2, "feb": 2, "märz": 3, "maerz": 3, "mär": 3, "april": 4,
    "apr": 4, "mai": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9,
    "sep": 9, "oktober": 10, "okt": 10, "november": 11, "nov": 11, "dezember": 12, "dez": 12, "juno": 6, "october": 10,
    "may": 5, "januars": 1, "februars": 2, "aprils": 4, "mais": 5, "junis": 6, "julis": 7, "augusts": 8,
    "septembers": 9, "oktobers": 10, "novembers": 11, "dezembers": 12,
}  # fmt: skip
WEEKDAYS: Final = {
    "montag": 1, "dienstag": 2, "mittwoch": 3, "donnerstag": 4, "freitag": 5, "samstag": 6, "sonnabend": 6,
    "sonntag": 7,
}  # fmt: skip
_DAY_PARTS: Final = (
    "",
    "s",
    "e",
    "en",
    "abend",
    "abends",
    "morgen",
    "nachmittag",
    "vormittag",
    "nacht",
    "mittag",
    "früh",
)


@cache
def _fixed() -> dict[str, Lexeme]:
    """Words that are what they are without analysis."""
    table: dict[str, Lexeme] = {}
    for word in ("ein", "eine", "einen", "einem", "einer", "eines"):
        table[word] = Lexeme(Role.ARTICLE, D(1), word)
    table |= {word: Lexeme(Role.SCALE, D(value)) for word, value in SCALES.items()}
    table |= {word: Lexeme(Role.SCALE, D(value), "dot") for word, value in ABBREVIATED.items()}
    table["hundert"] = Lexeme(Role.SCALE, D(100))
    table["tausend"] = Lexeme(Role.SCALE, D(1000))
    table |= {word: Lexeme(Role.CARDINAL, D(value)) for word, value in INFLECTED.items()}
    table |= {word: Lexeme(Role.MIXED, value) for word, value in MIXED.items()}
    table["dutzend"] = Lexeme(Role.COLLECTIVE, D(12))
    for word in ("halb", "halbe", "halben", "halber", "halbes", "halbem"):
        table[word] = Lexeme(Role.HALF, D("0.5"), word)
    table["hälfte"] = Lexeme(Role.SHARE)
    table["minus"] = Lexeme(Role.SIGN, D(-1))
    table["plus"] = Lexeme(Role.SIGN, D(1))
    table |= {word: Lexeme(Role.MULTIPLE, D(str(value))) for word, value in MULTIPLES.items()}
    table["einmal"] = Lexeme(Role.MULTIPLE, D(1), "einmal")
    table |= {word: Lexeme(Role.MONTH, D(value)) for word, value in _MONTHS.items()}
    for day, number in WEEKDAYS.items():
        for part in _DAY_PARTS:
            table[day + part] = Lexeme(Role.WEEKDAY, D(number))
    table |= {word: Lexeme(Role.EVERY) for word in _EVERY}
    table |= {word: Lexeme(Role.BOTH, D(2)) for word in ("beide", "beiden", "beider", "beides", "beidem")}
    table |= {sign: Lexeme(Role.CURRENCY, None, code) for sign, code in shared.CURRENCY_SIGNS.items()}
    table["fr"] = Lexeme(Role.CURRENCY, None, "CHF")
    table |= {word: Lexeme(Role.LABEL, None, label) for word, label in LABELS.items()}
    table["alter"] = Lexeme(Role.AGED)
    table |= {word: Lexeme(Role.SPAN, D(10)) for word in ("jahrzehnt", "jahrzehnts")}
    table |= {"kw": Lexeme(Role.PERIOD, None, "W"), "kalenderwoche": Lexeme(Role.PERIOD, None, "W")}
    table |= {"q": Lexeme(Role.PERIOD, None, "Q"), "h": Lexeme(Role.PERIOD, None, "H")}
    table["mitternacht"] = Lexeme(Role.CLOCK, None, "00:00")
    table["mittag"] = table["mittags"] = Lexeme(Role.CLOCK, None, "12:00")
    table["viertel"] = Lexeme(Role.FRACTION, D("0.25"), "clock")
    table["dreiviertel"] = Lexeme(Role.FRACTION, D("0.75"), "clock")
    for word, (low, high) in _VAGUE.items():
        table[word] = Lexeme(Role.VAGUE, D(low), Whole(Kind.VAGUE, None, None, D(low), D(high)))
    for term, unit in (("jahresfrist", "year"), ("monatsfrist", "month"), ("wochenfrist", "week")):
        table[term] = Lexeme(Role.FULL, None, Whole(Kind.DURATION, D(1), unit))
    table["vorletzte"] = table["vorletzten"] = table["vorletzter"] = Lexeme(Role.FULL, None, Whole(Kind.ORDINAL, D(-2)))
    table |= {word: Lexeme(Role.ORDINAL, D(1), word) for word in ("erstmals", "zuerst")}
    table |= {
        word: Lexeme(Role.TOGETHER)
        for word in (
            "zweit",
            "dritt",
            "viert",
            "fünft",
            "sechst",
            "siebt",
            "neunt",
            "zehnt",
            "elft",
            "zwölft",
            "zwoelft",
        )
    }
    table |= {word: Lexeme(Role.HOLIDAY, None, rows) for word, rows in by_first_word(FEASTS).items()}
    table |= {
        f"{word}s": Lexeme(Role.HOLIDAY, None, rows)
        for word, rows in by_first_word(FEASTS).items()
        if f"{word}s" not in table
    }
    return table


_VAGUE: Final = {
    "hunderte": (200, 999), "hunderten": (200, 999), "hunderter": (200, 999), "aberhunderte": (200, 999),
    "tausende": (2000, 9999), "tausenden": (2000, 9999), "tausender": (2000, 9999), "abertausende": (2000, 9999),
    "zehntausende": (20000, 99999), "zehntausenden": (20000, 99999), "zehntausender": (20000, 99999),
    "hunderttausende": (200000, 999999), "hunderttausenden": (200000, 999999), "hunderttausender": (200000, 999999),
    "dutzende": (24, 99), "dutzenden": (24, 99), "dutzender": (24, 99),
}  # fmt: skip

FEASTS: Final = {
    "halloween": Feast(10, 31), "valentinstag": Feast(2, 14), "black friday": Feast(11, -1, weekday=5),
    "thanksgiving": Feast(11, 4, weekday=4),
    "heiligabend": Feast(12, 24), "weihnachten": Feast(12, 25), "silvester": Feast(12, 31), "neujahr": Feast(1, 1),
    "allerheiligen": Feast(11, 1), "johannistag": Feast(6, 24), "weltkindertag": Feast(6, 1),
    "volkstrauertag": Feast(advent=-2),
    "reformationstag": Feast(10, 31), "ostern": Feast(easter=0), "ostersonntag": Feast(easter=0),
    "ostermontag": Feast(easter=1),
    "karfreitag": Feast(easter=-2), "gründonnerstag": Feast(easter=-3), "palmsonntag": Feast(easter=-7),
    "palmensonntag": Feast(easter=-7), "rosenmontag": Feast(easter=-48), "fastnacht": Feast(easter=-47),
    "fastnachtssonntag": Feast(easter=-49), "karneval": Feast(easter=-49), "aschermittwoch": Feast(easter=-46),
    "himmelfahrt": Feast(easter=39), "vatertag": Feast(easter=39), "pfingsten": Feast(easter=49),
    "pfingstsonntag": Feast(easter=49),
    "pfingstmontag": Feast(easter=50), "fronleichnam": Feast(easter=60), "muttertag": Feast(5, 2, weekday=7),
    "heilige drei könige": Feast(1, 6), "tag der deutschen einheit": Feast(10, 3), "dreikönigstag": Feast(1, 6),
    "augsburger friedensfest": Feast(8, 8), "totensonntag": Feast(advent=-1), "tag der arbeit": Feast(5, 1),
}  # fmt: skip

LABELS: Final = {
    "§": "§", "§§": "§", "art": "article", "artikel": "article", "artikels": "article", "artikeln": "article",
    "abs": "para.", "absatz": "para.",
    "nr": "no.", "nummer": "no.", "nummern": "no.", "kapitel": "chapter", "seite": "page", "seiten": "page",
    "version": "version",
    "platz": "rank", "rang": "rank", "resolution": "resolution", "formel": "formula", "tel": "tel.",
    "telefon": "tel.", "flug": "flight",
    "zimmer": "room", "gleis": "platform", "linie": "line", "paragraf": "§", "paragraph": "§", "phase": "phase",
    "teil": "part",
    "runde": "round", "kategorie": "category", "gruppe": "group", "stufe": "level", "terminal": "terminal",
    "typ": "type", "folge": "episode",
    "plz": "postcode", "postfach": "box", "halle": "hall", "tor": "gate", "etappe": "stage",
}  # fmt: skip
DAYS: Final[Mapping[str, int]] = {
    "heute": 0,
    "gestern": -1,
    "vorgestern": -2,
    "morgen": 1,
    "übermorgen": 2,
    **{f"gestrige{ending}": -1 for ending in ("n", "r", "s", "m")},
    **{f"morgige{ending}": 1 for ending in ("n", "r", "s", "m")},
}
