# ruff: noqa: E501 - tables, one group of words a row
"""German hedges: rund, knapp, bis zu, mehr als; and when über, unter, gegen are plain prepositions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from summarizer.data import Kind, Qualifier
from summarizer.figures.locale import Worth, wordset

_WORTH_HEADS: Final = wordset(
    # what is worth so much, or is for so many
    "lizenz kredit kreditlinie kreditrahmen darlehen anleihe bond schuldschein hypothek tranche vertrag verträg "
    "kontrakt auftrag aufträg order bestellung lieferung abkommen vereinbarung übereinkommen übereinkunft pakt einigung "
    "vergleich memorandum memoranden absichtserklärung abschluss abschlüss deal geschäft scheck rechnung "
    "gutschein quittung überweisung zahlung forderung klage garantie bürgschaft police paket programm fonds "
    "investition investment finanzierung finanzierungsrunde förderung kapitalerhöhung emission spende zuwendung erbschaft "
    "gebot angebot offerte strafe geldbuße bußgeld zuschuss zuschüss beihilfe finanzhilfe hilfe zusage bescheid "
    "beschluss beschlüss option mandat ausschreibung schuld betrag beträg summe etat budget rahmen "
    # what is about so many
    "verhandlung gespräch debatte diskussion beratung abstimmung entscheidung bericht streit verfügung kontrolle "
    "überblick buch film"
)
_NO_WORTH: Final = wordset("ideal ideale ideals aufgebot aufgebote aufgebots adoption adoptionen")
"""Words that only end like one of them."""
_WORTH_NOUN: Final = re.compile(
    rf"(?!(?:{'|'.join(sorted(_NO_WORTH))})$)[\w-]*?(?:{'|'.join(sorted(_WORTH_HEADS))})(?:e[nrs]?|ern|n|s)?$"
)


_AMONG: Final = Worth(None, frozenset({Kind.NUMBER, Kind.COUNT}))
"""Umfrage unter 80, 92 gegen 58 Stimmen."""


_LASTING: Final = (
    "läuft", "laufen", "lief", "laufe", "gilt", "gelten", "erstreckt sich", "erstrecken sich",
    "führt", "führte", "führen",
)  # fmt: skip
"""Verbs whose über says how long or how far: a contract runs for twelve years."""

ABOUT, NEARLY, OVER = Qualifier.ABOUT, Qualifier.NEARLY, Qualifier.JUST_OVER
MOST, LEAST, MORE, LESS, FURTHER = (
    Qualifier.AT_MOST, Qualifier.AT_LEAST, Qualifier.MORE_THAN, Qualifier.LESS_THAN, Qualifier.FURTHER
)  # fmt: skip

_EXCEEDING: Final = (
    "überschreitet", "überschreiten", "überschritt", "übersteigt", "übersteigen", "überstieg", "übertrifft", "übertraf",
)  # fmt: skip
BEFORE: Final[Mapping[str, Mapping[str, Qualifier]]] = {
    **{
        w: {"": ABOUT}
        for w in (
            "rund",
            "etwa",
            "circa",
            "ca",
            "ungefähr",
            "schätzungsweise",
            "annähernd",
            "zirka",
            "~",
            "≈",
            "gegen",
            "bummelig",
            "grob",
        )
    },
    **{w: {"": NEARLY} for w in ("knapp", "fast", "beinahe", "nahezu", "knappe", "knappen", "knappes", "knappem")},
    **{w: {"": OVER} for w in ("gut", "gute", "guten", "gutes", "gutem", "reichlich")},
    "kaum": {"": NEARLY},
    **{w: {"": MORE} for w in (">", "oberhalb", *_EXCEEDING)},
    "über": {"": MORE, "nicht": MOST, "kaum": OVER, **dict.fromkeys(_LASTING, Qualifier.EXACT)},
    "<": {"": LESS},
    **{w: {"": LESS, "nicht": LEAST} for w in ("unter", "unterhalb")},
    **{key: {"nicht": LESS} for key in ("einmal", "mal")},
    **{key: {"": LESS} for key in ("kein", "keine", "keinen")},
    **{w: {"": LEAST} for w in ("mindestens", "wenigstens", "≥", "ab", "mind", "zumindest")},
    **{w: {"": MOST} for w in ("höchstens", "maximal", "≤", "max", "allenfalls")},
    **{
        w: {"": FURTHER}
        for w in ("weitere", "weiteren", "weiterer", "zusätzlich", "zusätzliche", "weiteres", "zusätzlichen")
    },
    "zu": {"bis": MOST},
    "als": {
        **{f"nicht {word}": MOST for word in ("mehr", "höher", "größer", "länger", "später")},
        **{f"nicht {word}": LEAST for word in ("weniger", "niedriger", "kürzer", "kleiner")},
        "kaum mehr": OVER,
        "mehr": MORE,
        "weniger": LESS,
        "höher": MORE,
        "größer": MORE,
        "länger": MORE,
        "niedriger": LESS,
    },
    **{
        word: {
            **dict.fromkeys(("höchstens", "maximal", "allenfalls"), MOST),
            **dict.fromkeys(("mindestens", "wenigstens", "zumindest"), LEAST),
        }
        for word in ("aber", "jedoch", "also", "nur")
    },
    "die": {"um": ABOUT, "an": ABOUT},
    "bald": dict.fromkeys(("seit", "vor", "nach", "mit", "von", "schon"), NEARLY),
    "ganz": {"nicht": NEARLY},
    "um": {
        **dict.fromkeys(("maximal", "höchstens"), MOST),
        **dict.fromkeys(("mindestens", "wenigstens"), LEAST),
        **dict.fromkeys(("fast", "knapp", "nahezu"), NEARLY),
    },
    ".": {"ca": ABOUT, "max": MOST, "mind": LEAST, "etw": ABOUT, "über": MORE},
}
AFTER: Final[Mapping[str, Qualifier]] = dict.fromkeys(
    ("weitere", "weiteren", "weiterer", "zusätzliche", "zusätzlichen", "weiteres", "andere", "anderen"), FURTHER
)
NOT_BEYOND: Final[Mapping[str, Qualifier]] = {
    **dict.fromkeys(("überschreiten", "überschreitet", "übersteigen", "übersteigt", "überschritten"), MOST),
    **dict.fromkeys(("unterschreiten", "unterschreitet", "unterschritten"), LEAST),
}
OR_MORE: Final[Mapping[str, Qualifier]] = {"mehr": LEAST, "darüber": LEAST, "weniger": MOST, "darunter": MOST}
WORTH: Final[Mapping[str, Worth]] = {"über": Worth(_WORTH_NOUN, None), "unter": _AMONG, "gegen": _AMONG}
