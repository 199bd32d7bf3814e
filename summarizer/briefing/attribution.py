"""Keeps who says it: where the German names whose word a statement is and the English has lost that, it is added.

"Fachleute erwarten, dass …" becomes "… are expected to …" in a small model's English, and "nach Herstellerangaben" is
dropped as an aside: then a claim stands there as a fact. Only the holders in the table are named; of all others it is
said that the source attributes it, so that nothing is guessed.

To extend: a line in `_HOLDERS` or `_INFORMANTS`, and a case in ``tests/cases/briefing/attribution.toml``.
"""

from __future__ import annotations

import re

_HOLDERS = {
    r"Fachleuten?|Expert\w+": "experts",
    r"Analyst\w+": "analysts",
    r"Beobachter\w*": "observers",
    r"Ökonom\w+": "economists",
    r"Kritiker\w*": "critics",
    r"Forscher\w*|Wissenschaftler\w*": "researchers",
    r"Umweltverbänden?|Umweltschützer\w*": "environmental groups",
    r"(?:die )?Opposition": "the opposition",
    r"(?:die )?Gewerkschaft": "the union",
    r"Gewerkschaften": "the unions",
}
"""German subjects of judgements, and their English."""
_INFORMANTS = {
    "hersteller": "the manufacturer",
    "unternehmens": "the company",
    "firmen": "the company",
    "konzern": "the company",
    "polizei": "the police",
    "regierungs": "the government",
    "ministeriums": "the ministry",
    "behörden": "the authorities",
    "gewerkschafts": "the union",
    "branchen": "people in the industry",
    "medien": "media reports",
}
"""First parts of -angaben and -kreisen."""
_HELD = re.compile(
    r"\b(?P<who>[A-ZÄÖÜ]\w+)\b[^,.;]{0,40}?\b(?:erwarte\w*|rechne\w*|warn\w*|halten|hält|kritisier\w*|bezweifel\w*|schätz\w*"
    r"|glaub\w*|befürcht\w*|hoff\w*|forder\w*|seh(?:en)\b)"
)
_INFORMED = re.compile(r"\b(?:[Nn]ach|[Aa]us|[Ll]aut) (?P<who>[A-ZÄÖÜ]\w+?)(?:angaben|kreisen|berichten)\b")
_ATTRIBUTED = re.compile(
    r"\b(?:[Nn]ach (?:eigenen )?Angaben|[Ll]aut (?=[a-zäöü]*[A-ZÄÖÜ]|(?:de[mrns]|einem|einer)\b)|zufolge"
    r"|[Nn]ach Informationen)(?:\b|(?<= ))"
)
_SAID = re.compile(
    r"(?i)\b(?:accord\w+ to|sa(?:y|ys|id)|stat(?:es?|ed|ing)|report\w*|announc\w+|told|claim\w*|put|puts|estimat\w+"
    r"|figures? from|named|describ\w+|think\w*|believe\w*|expects?|expecting|fear\w*|warn\w*|doubt\w*|critici\w+"
    r"|demand\w*|call(?:s|ed) for|hop(?:es?|ed)|in the (?:view|words) of|information|sources?"
    r"|argu\w+|confirm\w+|quot\w+)\b"
)


def attributed(german: str, english: str) -> str:
    """``english`` with whose word it is, where the German says so and the English does not; else as it stands."""
    if _SAID.search(english):
        return english
    who = _holder(german)
    if who is None:
        return english
    body, end = (english[:-1], english[-1]) if english.endswith((".", "!", "?")) else (english, "")
    if who and who.lower().removeprefix("the ") in english.lower():
        return english
    return f"{body}, according to {who}{end}" if who else f"{body} (attributed to others in the source){end}"


def _holder(german: str) -> str | None:
    """Whose word it is, in English; empty where the table has no name for it, None where it is nobody's."""
    if informed := _INFORMED.search(german):
        return _INFORMANTS.get(informed["who"].lower(), "")
    if held := _HELD.search(german):
        return next((name for form, name in _HOLDERS.items() if re.fullmatch(form, held["who"])), None)
    return "" if _ATTRIBUTED.search(german) else None
