"""Countries, regions, cities and institutions: what a word or a phrase of either language names.

The forms are data (``words/places.txt``, ``words/institutions.txt``); the rules here undo German endings and compounds,
so that "kasachischen", "Kasachin", "Kasachstans", "Kasachstan-Reise", "Ostkasachstan" and "Kazakhs" all lead to
Kazakhstan.

To extend: a line in a file under ``words/``, and a case in ``tests/cases/lexicon/names.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

from summarizer.checking.late import late

_WORDS = Path(__file__).parent / "words"
_SHORTEST_PREFIX = 4
_SHORTEST_REST = 3
_LONGEST = 80
"""Letters of the longest word that is looked up: the time per word stays bounded."""

TOKEN = late(r"(?:[A-Z]\.){2,}|[^\W_]+")
"""A word of a name: hyphens, apostrophes and full stops part words, but "U.S." is one."""


class NameKind(StrEnum):
    """What sort of thing a name names."""

    COUNTRY = "country"
    """A state or territory; its adjective and its people share its key."""
    REGION = "region"
    """A continent, a sea, a federal state."""
    PLACE = "place"
    """A city."""
    INSTITUTION = "institution"
    """A body, an office or a people that languages translate: the White House, the ECB."""
    PROPER = "proper"
    """Any other capitalised name: persons, companies, products."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a form stands for: one key, or more where it is ambiguous."""

    keys: tuple[str, ...]
    kind: NameKind


@dataclass(slots=True)
class _Phrase:
    words: tuple[str, ...]
    entry: Entry
    capital: bool


@dataclass(slots=True)
class _Forms:
    """The forms of one language."""

    names: dict[str, Entry] = field(default_factory=dict)
    adjectives: dict[str, Entry] = field(default_factory=dict)
    phrases: dict[str, list[_Phrase]] = field(default_factory=dict)

    def add(self, form: str, entry: Entry, language: str) -> None:
        if form.isalpha() or len(words := TOKEN.findall(form)) == 1:
            word = form if form.isalpha() else words[0]
            table = self.adjectives if form[0].islower() and language == "de" else self.names
            known = table.get(word)
            table[word] = entry if known is None else _merged(known, entry)
            return
        bare = tuple(phrase_word(word, language) for word in words)
        phrases = self.phrases.setdefault(bare[0], [])
        for phrase in phrases:
            if phrase.words == bare:
                phrase.entry = _merged(phrase.entry, entry)
                return
        phrases.append(_Phrase(bare, entry, form[0].isupper()))


def _merged(known: Entry, entry: Entry) -> Entry:
    return known if entry.keys[0] in known.keys else Entry((*known.keys, *entry.keys), known.kind)


@dataclass(slots=True)
class _Gazetteer:
    forms: dict[str, _Forms] = field(default_factory=lambda: {"de": _Forms(), "en": _Forms()})
    keys: dict[str, list[str]] = field(default_factory=dict)
    """The German forms of each key."""
    alike: dict[str, frozenset[str]] = field(default_factory=dict)
    wholes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """For a part the wholes it lies in."""

    def add(self, cells: list[str], kind: NameKind) -> None:
        key = cells[0].strip()
        if kind is NameKind.INSTITUTION:
            key = _INSTITUTION + key
        entry = Entry((key,), kind)
        middle = len(cells) // 2 + 1
        for at, cell in enumerate(cells[1:], 1):
            language = "de" if at < middle else "en"
            for form in cell.split(","):
                if form := form.strip():
                    self.forms[language].add(form, entry, language)
                    if language == "de":
                        self.keys.setdefault(key, []).append(form)

    def relate(self, section: str, names: list[str]) -> None:
        keys = [name if name in self.keys else _INSTITUTION + name for name in names]
        if section == "alike":
            for key in keys:
                self.alike[key] = self.alike.get(key, frozenset()) | frozenset(keys)
        else:
            for key in keys[1:]:
                self.wholes[key] = (*self.wholes.get(key, ()), keys[0])


_INSTITUTION = "i:"
"""Set before the keys of institutions, which share letters with countries: IS is Iceland."""


def _lines(name: str) -> Iterator[tuple[str, str]]:
    """The section and the text of each line of a word list."""
    section = ""
    for line in (_WORDS / name).read_text(encoding="utf-8").splitlines():
        if not line or line[0] == "#":
            continue
        if line[0] == "[":
            section = line.strip("[]")
        else:
            yield section, line


@cache
def _gazetteer() -> _Gazetteer:
    gazetteer = _Gazetteer()
    for section, line in _lines("places.txt"):
        if section in _RELATIONS:
            gazetteer.relate(section, line.split())
        else:
            gazetteer.add(line.split("|"), NameKind(section))
    for _, line in _lines("institutions.txt"):
        gazetteer.add(line.split("|"), NameKind.INSTITUTION)
    return gazetteer


_RELATIONS = frozenset(("alike", "part"))


def alike(key: str) -> frozenset[str]:
    """The keys that may stand for ``key`` in a careful translation, itself among them."""
    return _gazetteer().alike.get(key) or frozenset((key,))


def wholes(key: str) -> tuple[str, ...]:
    """The keys of what the thing lies in or belongs to: the country of a city, the continent of a region."""
    return _gazetteer().wholes.get(key, ())


@cache
def countries() -> frozenset[str]:
    """The keys of all countries."""
    return frozenset(
        line.split("|")[0].strip() for section, line in _lines("places.txt") if section == NameKind.COUNTRY
    )


def german_forms(key: str) -> tuple[str, ...]:
    """All German base forms listed for a key."""
    return tuple(_gazetteer().keys.get(key, ()))


_CASE_ENDING = late(r"(?<=.{4})(?:en|er|es|em|e|n|s|r|m)$")


def phrase_word(word: str, language: str) -> str:
    """A word of a phrase as phrases are compared: without case, in German without ending."""
    folded = word.casefold()
    return _CASE_ENDING.sub("", folded) if language == "de" else folded


_bare = lru_cache(maxsize=1 << 14)(phrase_word)


@dataclass(frozen=True, slots=True)
class Look:
    """What a word is worth a second look for: what it names, and the phrases that begin with it."""

    entry: Entry | None
    phrases: tuple[_Phrase, ...]


@lru_cache(maxsize=1 << 14)
def look(word: str, language: str) -> Look | None:
    """What the word names or may begin; None for the many words that are neither."""
    entry = entry_of(word, language)
    phrases = _gazetteer().forms[language].phrases.get(_bare(word, language))
    if entry is None and phrases is None:
        return None
    ordered = sorted(phrases or (), key=lambda phrase: -len(phrase.words))
    capital = word[0].isupper() or language == "de"
    return Look(entry, tuple(phrase for phrase in ordered if capital or not phrase.capital))


def hits(words: list[str], language: str) -> list[tuple[int, int, Entry]]:
    """What the words of a text name: the first word, how many, and what; longest phrases first, none overlapping."""
    found: list[tuple[int, int, Entry]] = []
    after = 0
    for at, word in enumerate(words):
        seen = look(word, language)
        if seen is None or at < after:
            continue
        for phrase in seen.phrases:
            length = len(phrase.words)
            if at + length <= len(words) and all(
                _bare(words[at + step], language) == phrase.words[step] for step in range(1, length)
            ):
                found.append((at, length, phrase.entry))
                after = at + length
                break
        else:
            if seen.entry is not None:
                found.append((at, 1, seen.entry))
    return found


_ADJECTIVE_ENDINGS = ("", "e", "en", "er", "es", "em")
_PEOPLE_ENDINGS = ("n", "en", "r", "s", "in", "innen", "es", "e")
_PREFIX = late(
    r"(?:Nordost|Nordwest|Südost|Südwest|Nord|Süd|Ost|West|Mittel|Zentral|Inner|Gesamt|Ex|Groß|Rest|Alt|Anti|Pro|Exil|Neu)"
    r"(?=[a-zäöü]{4})",
    re.IGNORECASE,
)
_PREFIXED_ADJECTIVE = late(
    r"(?:nordost|nordwest|südost|südwest|nord|süd|ost|west|mittel|zentral|inner|gesamt|außer|nicht|anti|pro|exil|alt|neo|"
    r"trans|afro|ibero|anglo)(?=[a-zäöü]{5})"
)


def _adjective(word: str, forms: _Forms) -> Entry | None:
    """The country of an adjective in any case, also in "deutschsprachig" and "prorussisch"."""
    lower = word[0].lower() + word[1:]
    for ending in _ADJECTIVE_ENDINGS:
        if lower.endswith(ending):
            stem = lower[: len(lower) - len(ending)]
            if (entry := forms.adjectives.get(stem)) is not None:
                return entry
    cut = lower.find("sch")
    while cut >= 0:
        if (entry := forms.adjectives.get(lower[: cut + 3])) is not None:
            return entry
        cut = lower.find("sch", cut + 1)
    if "sch" in lower and (prefix := _PREFIXED_ADJECTIVE.match(lower)):
        return _adjective(lower[prefix.end() :], forms)
    return None


def _person(word: str, forms: _Forms) -> Entry | None:
    """The country of its people in any case, feminine forms included; the genitive of a name."""
    for ending in _PEOPLE_ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            entry = forms.names.get(stem)
            if entry is None and ending in ("in", "innen"):
                entry = forms.names.get(stem + "e")
            if entry is not None:
                return entry
    return None


def _inhabitant(word: str, forms: _Forms) -> Entry | None:
    """The city of an -er adjective: Pekinger, Warschauer."""
    if not word.endswith(("er", "ern", "ers", "erin")):
        return None
    stem = word[: word.rindex("er")]
    for form in (stem, stem + "en", stem + "e", stem + "a"):
        entry = forms.names.get(form)
        if entry is not None and entry.kind in (NameKind.PLACE, NameKind.REGION):
            return entry
    return None


def _compound(word: str, forms: _Forms) -> Entry | None:
    """The name that a compound begins with (Irakkrieg), or that follows a direction (Ostukraine).

    "Bundes-" alone says Germany, as the German press means it: a translator has to.
    """
    if prefix := _PREFIX.match(word):
        rest = word[prefix.end() :].capitalize()
        if (entry := forms.names.get(rest) or _person(rest, forms)) is not None:
            return entry
    for cut in range(len(word) - _SHORTEST_REST, _SHORTEST_PREFIX - 1, -1):
        entry = forms.names.get(word[:cut])
        if entry is not None and entry.kind in (NameKind.COUNTRY, NameKind.REGION):
            return entry
    return _federal(forms) if word.startswith("Bundes") and not word.startswith(_FEDERAL_STATES) else None


def _federal(forms: _Forms) -> Entry:
    return forms.names["Deutschland"]


_FEDERAL_STATES = ("Bundesstaat", "Bundesgenosse")


def _german(word: str, forms: _Forms) -> Entry | None:
    capital = word[0].isupper()
    if capital and (entry := forms.names.get(word) or _person(word, forms) or _inhabitant(word, forms)) is not None:
        return entry
    if (entry := _adjective(word, forms)) is not None:
        return entry
    return _compound(word, forms) if capital else None


def _english(word: str, forms: _Forms) -> Entry | None:
    if not word[0].isupper():
        return None
    if (entry := forms.names.get(word)) is not None:
        return entry
    if word.endswith("s") and (entry := forms.names.get(word[:-1])) is not None:
        return entry
    if word.isupper() and len(word) > _SHORTEST_PREFIX:
        return forms.names.get(word.capitalize())
    return None


@lru_cache(maxsize=1 << 14)
def entry_of(word: str, language: str) -> Entry | None:
    """What one word names in "de" or "en", any ending or compound; None for a word that is no name known here."""
    forms = _gazetteer().forms[language]
    if len(word) > _LONGEST:
        return None
    return _german(word, forms) if language == "de" else _english(word, forms)


def people_of(word: str, language: str) -> Entry | None:
    """What one word names in "de" or "en" as it stands or as a people, compounds left aside."""
    if entry_of(word, language) is None:
        return None
    forms = _gazetteer().forms[language]
    if language == "en":
        return _english(word, forms)
    return _person(word, forms) or forms.names.get(word) or _inhabitant(word, forms) or _adjective(word, forms)
