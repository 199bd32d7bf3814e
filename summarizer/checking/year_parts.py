"""Which part of a year or a month: "Mitte 2028" is not "the end of 2028", nor "Frühjahr" autumn.

The word before a year or a month says it. Parts that lie apart contradict each other; those that writers use for one
another (Frühjahr, early; Herbst, late) don't, and a part that only one text names is left alone.

To extend: a word of `_WORDS`; what a new part can't be goes into `_APART`.
"""

from __future__ import annotations

import re

from summarizer.checking.atoms import Atom, Slot
from summarizer.checking.late import late
from summarizer.checking.reading import Reading
from summarizer.data import Kind

_WORDS: dict[str, dict[str, str]] = {
    "de": {
        "early": "anfang|beginn|jahresbeginn|jahresanfang",
        "mid": "mitte|jahresmitte",
        "late": "ende|jahresende",
        "spring": "frühjahr|frühling",
        "summer": "sommer|frühsommer|spätsommer|hochsommer",
        "autumn": "herbst|frühherbst|spätherbst",
        "winter": "winter",
    },
    "en": {
        "early": "early|(?:start|beginning|outset) of",
        "mid": "mid|middle of",
        "late": "late|end(?: of)?|year-end",
        "spring": "spring(?: of)?",
        "summer": "summer(?: of)?",
        "autumn": "(?:autumn|fall)(?: of)?",
        "winter": "winter(?: of)?",
    },
}
_BETWEEN = {"de": r"(?:\s+(?:des Jahres|im Jahr|von|des))?\s+$", "en": r"(?:[ -](?:the year|in))?[ -]$"}
_PARTS = {
    language: late(
        "|".join(rf"(?P<{part}>\b(?:{words}){_BETWEEN[language]})" for part, words in parts.items()), re.IGNORECASE
    )
    for language, parts in _WORDS.items()
}
_APART = {
    "early": {"mid", "late", "summer", "autumn"},
    "mid": {"early", "late", "spring", "autumn", "winter"},
    "late": {"early", "mid", "spring", "summer"},
    "spring": {"mid", "late", "summer", "autumn", "winter"},
    "summer": {"early", "late", "spring", "autumn", "winter"},
    "autumn": {"early", "mid", "spring", "summer", "winter"},
    "winter": {"mid", "spring", "summer", "autumn"},
}
_BEFORE = 40
DOUBT = 0.7


def part(atom: Atom, reading: Reading) -> tuple[str, str] | None:
    """The part that stands before a year or month, and the words for it as written; None where none does."""
    figure = reading.figures[atom.figure]
    whole = figure.kind is Kind.YEAR or (atom.slot is Slot.MONTH and str(figure.value).count("-") == 1)
    if atom.slot not in (Slot.YEAR, Slot.MONTH) or not whole:
        return None
    start = figure.span.start
    found = _PARTS[reading.language].search(reading.text[max(0, start - _BEFORE) : start].replace("\n", " "))
    if found is None or found.lastgroup is None:
        return None
    return found.lastgroup, f"{found.group().strip(' -')} {figure.surface}"


def differs(claim: Atom, origin: Atom, here: Reading, there: Reading) -> str | None:
    """The source's words for its part of the year, where the target names one that lies apart from it."""
    mine = part(claim, here) if claim.slot is origin.slot else None
    its = part(origin, there) if mine is not None else None
    if mine is None or its is None or its[0] not in _APART[mine[0]]:
        return None
    return its[1]
