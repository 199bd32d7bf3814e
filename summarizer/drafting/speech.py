"""Keeps who says what: German marks reported speech by the verb's mood alone, which English loses.

"Präsident Trump hätte persönlich vermittelt" is somebody's claim; in English it would stand there as a fact. Where the
mood says so and the sentence names no speaker, the speaker of the sentence before is added.
"""

from __future__ import annotations

import re

from summarizer.data import Sentence
from summarizer.drafting.deals import Material
from summarizer.drafting.terms import TermKind

_REPORTED = re.compile(r"\b(?:sei|seien|habe|hätten|werde|müsse|könne|wolle|solle|dürfe|gebe|liege|stehe|gehe|komme)\b")
_CONDITIONAL = re.compile(r"(?i)\b(?:wenn|falls|würde\w*|könnte\w*|wäre\w*|als ob)\b")
_SAYING = re.compile(
    r"(?i)\b(?:sag(?:t|te|ten|en)|erklär\w+|beton\w+|berichte\w+|teilte\w*|mitgeteilt|kritisier\w+|verkünd\w+|kündig\w+"
    r"|melde\w*|meldung|vermelde\w*|schrieb\w*|schreib\w+|laut|zufolge|angaben|hieß|heißt|so [A-ZÄÖÜ]\w+|hob|räumte"
    r"|ergänz\w+|warn\w+|forder\w+|bekräftig\w+|behaupt\w+|nannte|argumentier\w+|versicher\w+|bestätig\w+|vermut\w+"
    r"|glaub\w+|mein\w+)\b"
)
SIGNED = re.compile(
    r"(?i)(?:unterz|unterschr|schloss|schlossen|schließ|abschluss|vereinbar|einig|zeichen|zeichne|signal|getroffen)"
)
"""German words that some signing or concluding may stand behind."""
_HE_SIGNED = re.compile(r"\b(announced) that (?:he|she|it|they) (?:has|have|had) (?:also )?signed (an?|the)\b")
_WANTS = re.compile(r"\b(?:will|wollen)\b")
_FORETELLS = re.compile(r"\b(?:wird|werden|werde|würde\w*)\b")
_SPEAKER = re.compile(
    r"\b(?:sagte|erklärte|betonte|berichtete|kritisierte|schrieb|ergänzte|warnte|forderte|bekräftigte|behauptete)\b"
)
_TITLES = re.compile(r"^(?:Der|Die|Das)\s+")


def attributed(material: Material, sentence: Sentence, english: str) -> str:
    """``english`` with the speaker added, where the German reports speech and the sentence itself names nobody."""
    german = sentence.span.of(material.text)
    if not _REPORTED.search(german) or _CONDITIONAL.search(german) or _SAYING.search(german):
        return english
    who = _speaker(material, sentence.number)
    body = english.rstrip(".")
    return f"{body}, {who} said." if who else f"{body}, it was said."


def unsigned(german: str, english: str) -> str:
    """ "Announced an agreement" and not "announced that he has signed an agreement", where German has no signing."""
    return english if SIGNED.search(german) else _HE_SIGNED.sub(r"\1 \2", english)


def intended(german: str, english: str) -> str:
    """German "will" wants, English "will" foretells: "will order" becomes "plans to order", unless both foretell.

    Small models slip here whatever they are told, and the difference is that between a plan and a fact.
    """
    if not _WANTS.search(german) or _FORETELLS.search(german):
        return english
    plans = "plan to" if re.search(r"\bwollen\b", german) and not re.search(r"\bwill\b", german) else "plans to"
    return re.sub(r"\bwill (?=[a-z])(?!not\b|be\b|have\b)", f"{plans} ", english)


def _speaker(material: Material, number: int) -> str | None:
    """The person that the nearest of the two sentences before names as saying something."""
    here = material.sources[f"S{number}"]
    for back in (1, 2):
        source = material.sources.get(f"S{number - back}")
        if source is None or source.paragraph != here.paragraph:
            return None
        if not _SPEAKER.search(source.text) and not _SAYING.search(source.text):
            continue
        people = [n for n in material.names if n in source.text and " " in n]
        people += [t.english.removesuffix("'s") for t in source.setting.terms if t.term.kind is TermKind.PERSON]
        if people:
            best = max(people, key=lambda n: (source.text.rfind(n), len(n)))
            return _TITLES.sub("", best).split("-CEO ")[-1]
    return None
