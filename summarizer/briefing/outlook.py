"""Tells from the German of a sentence whether it reports a fact, a plan, or somebody's judgement.

The model's English is no help: small models turn "will bestellen" into the future and back. German says it by grammar:

- a plan: *sollen* and *wollen* in the present (not with a perfect infinitive, which is hearsay: "soll gekauft haben"),
  *planen*, "ist für März geplant", *ankündigen* with an infinitive, *werden* with an infinitive at the clause's end, a
  body that must still agree, or a date that lies after the article's own;
- a judgement: a verb of opinion or demand ("kritisierte", "gilt als", "erwarten"), or direct speech;
- all else is told as fact, by the source or by whom it names.

A forecast is a judgement, not a plan: nobody has planned what analysts expect. A conditional ("würde", "könnte") is
neither. To extend: a word in one of the patterns, and a case in ``tests/cases/briefing/outlook.toml`` beside a
negative.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.briefing.records import Nature
from summarizer.data import Figure, Kind
from summarizer.figures import english as in_english

_MODAL = re.compile(r"\b(?:soll|sollen|solle|will|wollen|wolle)\b", re.IGNORECASE)
_HEARSAY = re.compile(
    r"\bsein sollen\b|\b(?:soll|sollen|will|wollen)\b[^.;]*\b\w+(?:t|en|n)\s+(?:haben|sein)\b\s*(?:[.,;:–“\"]|$)"
)
_ESTIMATE = re.compile(r"\b(?:soll|sollen|solle)\b[^.;]*\b(?:kosten|betragen|liegen|gehören|heißen|wiegen|wert sein)\b")
_PLANNING = re.compile(
    r"\b(?:plan(?:t|en|e)|beabsichtig(?:t|en)|bereite[nt]?\b[^.;]*\bvor|streb(?:t|en)\b[^.;]*\ban)\b"
    r"|\b(?:ist|sind|sei|seien)\b[^.;]*(?<!als )\b(?:geplant|vorgesehen|beabsichtigt|angesetzt|anberaumt|in Planung)\b"
    r"|\b[Gg]eplant (?:ist|sind|sei)\b|\b[Vv]orgesehen (?:ist|sind|sei)\b"
    r"|\bsteh(?:t|en)\b[^.;]*\b(?:bevor|an)\b\s*[.,;]"
)
_ANNOUNCED_TO = re.compile(
    r"\b(?:kündig(?:t|te|ten|en)\b[^.;]*\ban|angekündigt|versprach(?:en)?|sagte[n]?\b[^.;]*\bzu)"
    r"\s*,[^.;]*\b(?:zu [a-zäöüß]+n"
    r"|[a-zäöüß]+zu[a-zäöüß]+n|werde[n]?|wolle[n]?)\b"
)
_PENDING = re.compile(
    r"\b(?:muss|müssen)\b[^.;]*\bnoch\b|\bnoch\b[^.;]*\b(?:zustimmen|genehmigen|ausstehen)\b"
    r"|\bstellte[n]?\b[^.;]*\bin Aussicht"
    r"|\bsteht noch aus\b"
)
_FUTURE = re.compile(
    r"\b(?:wird|werden|werde)\b[^.;:]*?\b(?!ge|\w{2,}ge\w+en\b|worden\b|wurden\b|können\b|dürfen\b|müssen\b|ver|be|er|ent|zer)[a-zäöüß]+(?:e[lr])?n\b"
    r"\s*(?:[.,;:–“\"]|$|und\b|oder\b)"
)
_FUTURE_PASSIVE = re.compile(r"\b(?:wird|werden|werde)\b[^.,;:]*\b\w+(?:t|en) werden\b(?! (?:können|dürfen|müssen))")
_HAD_TO = re.compile(r"\bhätten?\b[^.;]*\b(?:sollen|wollen)\b")
_SOON = re.compile(
    r"\b(?:in Kürze|demnächst|kommende[nrsm]?|nächste[nrsm]? (?:Woche|Monat|Jahr|Montag|Dienstag|Mittwoch|Donnerstag"
    r"|Freitag|Samstag|Sonntag|Sommer|Herbst|Winter|Frühjahr|Quartal|Sitzung|Gipfel))\b"
)
_CONDITIONAL = re.compile(r"\b(?:würden?|könnten?|hätten?|wären?|dürften?)\b", re.IGNORECASE)
_OPINION = re.compile(
    r"\b(?:kritisier(?:t|te|ten|en)|bemängel(?:t|te|ten|n)|beklag(?:t|te|ten|en)|begrüß(?:te|ten|en)|lob(?:t|te|ten|en)"
    r"|bezweifel(?:t|te|ten|n)|zweifel(?:t|te|ten|n)|hoff(?:t|te|ten|en)|befürchte[nt]?(?:e|en)?|fürchte(?:t|te|ten|n)"
    r"|warn(?:t|te|ten|en)|forder(?:t|te|ten|n)|verlang(?:t|te|ten|en)\b[^.;]*,|mahn(?:t|te|ten|en)|bedauer(?:t|te|ten|n)"
    r"|(?<!wie )erwarte(?:t|te|n)|erwarteten(?! [a-zäöü]*[A-ZÄÖÜ])|glaub(?:t|te|ten|en)|mein(?:t|te|ten)"
    r"|bewerte(?:te|ten|n)|werte(?:te|ten)|bezeichnete[n]?|nannte[n]?\b[^.;]*\b(?:ein|eine|einen)\b"
    r"|hob(?:en)?\b[^.;]*\bhervor|empf(?:iehlt|ahl|ehlen|ahlen)|rechne[nt]?(?:e|en)? (?:damit|mit)|sprach(?:en)? sich\b"
    r"|rät|raten|riet(?:en)?|unterstrich(?:en)?|würdig(?:t|te|ten|en)|prognostizier(?:t|te|ten|en))\b"
    r"|\b(?:gilt|gelten|galt|galten)\b[^.;]*\bals\b|\b(?:hält|halten|hielt|hielten)\b[^.;]*\bfür [a-zäöüß]+\b"
    r"|\bsieh(?:t|en)?\b[^.;]*\b(?:als|Gefahr|Risik|Chance)|\bnach (?:Prognosen|Ansicht|Einschätzung)\b|\baus Sicht\b",
)
_OBSERVERS = re.compile(
    r"\b(?:Analyst|Expert|Beobachter|Ökonom|Kritiker|Fachleute|Branchenkenner|Marktbeobachter|Forscher|Wissenschaftler)\w*"
    r"[^.;]*\b(?:schätz|seh|sieh|sag|sprech|sprach|vermut|gehen davon aus)\w*"
)
_SPEECH = re.compile(
    r"[„»“\"][^“”«»\"]{12,}[“”«»\"]\s*,?\s*(?:so\b|sagte|erklärte|schrieb|betonte|meinte|hieß|ergänzte|sagt)"
)
_MEASURED = frozenset({Kind.MONEY, Kind.PERCENT, Kind.COUNT})
_DATED = frozenset({Kind.DATE, Kind.YEAR, Kind.QUARTER, Kind.HALF_YEAR})
_PARTS = {"Q1": "01", "Q2": "04", "Q3": "07", "Q4": "10", "H1": "01", "H2": "07"}
_OF_A_YEAR = {
    "Frühjahr": ("spring", "03"), "Frühling": ("spring", "03"), "Sommer": ("summer", "06"), "Herbst": ("autumn", "09"),
    "Winter": ("winter", "12"), "Anfang": ("early", "01"), "Mitte": ("mid", "06"), "Ende": ("end of", "12"),
}  # fmt: skip
_PAST = re.compile(r"\b(?:wollte[n]?|sollte[n]?|plante[n]?|wurde[n]?|war(?:en)?|hatte[n]?)\b")


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a sentence says of its own standing."""

    nature: Nature
    when: Figure | None = None
    """The date ahead that it names; of several, the first."""
    pending: bool = False
    """Of a plan: whether somebody must still agree to it, or decide."""


def outlook(german: str, figures: Sequence[Figure], day: str) -> Outlook:
    """What the German sentence is. ``figures`` stand in it; ``day`` is the ISO date the article is of."""
    ahead = next((figure for figure in figures if lies_ahead(figure, day)), None)
    measured = any(figure.kind in _MEASURED for figure in figures)
    if (
        _OPINION.search(german[:1].lower() + german[1:])
        or _OBSERVERS.search(german)
        or (_SPEECH.search(german) and not measured and not ahead)
    ):
        return Outlook(Nature.JUDGEMENT)
    if _planned(german):
        return Outlook(Nature.PLAN, ahead, pending=bool(_PENDING.search(german)))
    if ahead is not None and not _PAST.search(german) and not _CONDITIONAL.search(german):
        return Outlook(Nature.PLAN, ahead)
    return Outlook(Nature.FACT)


def lies_ahead(figure: Figure, day: str) -> bool:
    """Whether a date with a year, or a year, lies after ``day``."""
    start = starts(figure)
    return bool(start) and start[: len(day)] > day[: len(start)]


def starts(figure: Figure) -> str:
    """The ISO date or month that a figure of time begins with, or its year; empty where it has no year of its own."""
    value = figure.value if figure.value is not None else figure.low
    if figure.kind not in _DATED or value is None or str(value).startswith("X"):
        return ""
    year, _, part = str(value).partition("-")
    return f"{year}-{_PARTS[part]}" if part in _PARTS else str(value)


def when(german: str, figure: Figure) -> tuple[str, str]:
    """A date ahead for a reader ("autumn 2028", "end of 2028"), and an ISO date to sort by: the latest it can mean.

    A season or a part of a year stands before the year in German and is no part of the figure.
    """
    english, at = in_english(figure), german.find(figure.surface)
    before = german[:at].split()[-1:] if at > 0 and figure.kind is Kind.YEAR else []
    word = before[0] if before else ""
    if word in _OF_A_YEAR:
        shown, month = _OF_A_YEAR[word]
        return f"{shown} {english}", f"{starts(figure)}-{month}"
    start = starts(figure)
    return english, f"{start}-12" if figure.kind is Kind.YEAR else start


def _planned(german: str) -> bool:
    hypothetical = bool(_CONDITIONAL.search(german))
    if _HEARSAY.search(german) or _HAD_TO.search(german) or _ESTIMATE.search(german):
        return False
    if _MODAL.search(german) or _PLANNING.search(german) or _ANNOUNCED_TO.search(german) or _PENDING.search(german):
        return True
    if hypothetical:
        return False
    return bool(_FUTURE.search(german) or _FUTURE_PASSIVE.search(german) or _SOON.search(german))
