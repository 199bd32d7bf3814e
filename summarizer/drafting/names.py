"""Proper names in a German sentence, and in an English one, told from common nouns without a dictionary.

German writes every noun with a capital, so a capital says little. What does say something: two capitalised words in a
row that no article parts ("Cove Capital", "Howard Lutnick"), a word all in capitals ("VISA"), an apposition after a
noun of the glossary ("dem Stahlhersteller Saxstahl"). These are the names a translation must keep.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.data import Span
from summarizer.drafting.terms import Occurrence, TermKind

_TOKEN = re.compile(r"[^\W_][\w&+’'-]*")
_TITLE = frozenset({"Herr", "Herrn", "Frau", "Dr", "Prof"})
_NOT_NAMES = frozenset(
    [
        "Der",
        "Die",
        "Das",
        "Den",
        "Dem",
        "Des",
        "Ein",
        "Eine",
        "Einen",
        "Einem",
        "Einer",
        "Am",
        "Im",
        "In",
        "Auf",
        "Nach",
        "Vor",
        "Mit",
        "Bei",
        "Zum",
        "Zur",
        "Zwei",
        "Drei",
        "Auch",
        "Er",
        "Sie",
        "Es",
        "Und",
        "Oder",
        "Aber",
        "Wir",
        "Ich",
        "Von",
        "Vom",
        "Für",
        "Über",
        "Unter",
        "Wie",
        "Als",
        "Wenn",
        "Laut",
        "So",
        "Da",
        "Dies",
        "Diese",
        "Dieser",
        "Dieses",
        "Zu",
        "Aus",
        "An",
        "Ab",
        "Bis",
        "Prozent",
        "Euro",
        "Dollar",
        "US-Dollar",
        "Milliarden",
        "Millionen",
        "Milliarde",
        "Million",
        "Uhr",
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
        "Montag",
        "Dienstag",
        "Mittwoch",
        "Donnerstag",
        "Freitag",
        "Samstag",
        "Sonntag",
        "Pfund",
        "Franken",
        "Tonnen",
        "Meter",
        "Kilometer",
        "Hektar",
        "Megawatt",
        "Gigawatt",
        "Terawattstunden",
        "Megawattstunde",
        "Ende",
        "Anfang",
        "Mitte",
    ]
)
_DESCRIBING = frozenset({TermKind.NOUN, TermKind.BODY, TermKind.OFFICE})
_COMMON_ENDINGS = (
    "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen", "ismus", "tät", "täten",
    "nis", "nisse", "tum", "ling", "ment", "minister", "ministerin", "hersteller", "konzern", "unternehmen", "agentur",
)  # fmt: skip


def names(text: str, terms: Sequence[Occurrence], known: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Names in the German ``text``, in reading order, each once. ``terms`` are its glossary terms.

    ``known`` are names found elsewhere in the article: they count here without further evidence. Persons and names of
    the glossary come in their English form.
    """
    found: list[str] = []
    for run in _runs(text):
        free = [word for word in run if not any(word.overlaps(t.span) for t in terms)]
        for group in _adjacent(free, text):
            surfaces = [span.of(text) for span in group]
            whole = Span(group[0].start, group[-1].end)
            if whole.of(text) not in known and not known.issuperset(surfaces):
                if all(_common(s) for s in surfaces):
                    continue
                if len(group) == 1 and not (_marked(surfaces[0]) or _described(group[0], text, terms)):
                    continue
            found.append(whole.of(text))
    found += [t.english.removesuffix("'s") for t in terms if t.term.kind in (TermKind.PERSON, TermKind.NAME)]
    return tuple(dict.fromkeys(name for name in found if len(name) > 1))


def _described(word: Span, text: str, terms: Sequence[Occurrence]) -> bool:
    """Whether a noun that says what it is stands right before it: "Stahlhersteller Saxstahl"."""
    for term in terms:
        if term.span.end <= word.start and not text[term.span.end : word.start].strip():
            return term.term.kind in _DESCRIBING and term.english == term.term.english
    return False


def _runs(text: str) -> list[list[Span]]:
    """Runs of capitalised words with nothing but white space between them."""
    runs: list[list[Span]] = []
    for token in _TOKEN.finditer(text):
        word = token[0]
        if not word[0].isupper() or word in _NOT_NAMES or word in _TITLE:
            continue
        span = Span(token.start(), token.end())
        if runs and text[runs[-1][-1].end : span.start].strip() == "":
            runs[-1].append(span)
        else:
            runs.append([span])
    return runs


def _adjacent(spans: Sequence[Span], text: str) -> list[list[Span]]:
    groups: list[list[Span]] = []
    for span in spans:
        if groups and text[groups[-1][-1].end : span.start].strip() == "":
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


def _common(word: str) -> bool:
    return word.lower().endswith(_COMMON_ENDINGS) or (word.endswith(("er", "e")) and "-" in word)


def _marked(word: str) -> bool:
    """A single word that shows by itself that it is a name."""
    return (len(word) > 1 and word.isupper()) or any(c.isupper() for c in word[1:].replace("-", "")[1:])
