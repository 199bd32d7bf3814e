"""May a German and an English noun stand for each other? The nouns that figures count, by concept.

``words/nouns.txt`` groups German and English nouns into concepts that a careful translator interchanges (Stelle,
Arbeitsplatz = job, post). A word is looked up as written: inflection, feminine forms and German compounds (by their
head: Passagiermaschinen as Maschinen) are undone by rule. The list is read at the first question and every answer is
kept, so asking again costs well under a microsecond.

To extend: add a word to a line, or a line, in ``words/nouns.txt``, and a case in ``tests/cases/lexicon/nouns.toml``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

from summarizer.checking.lexicon import english, german
from summarizer.checking.lexicon.common import word_set
from summarizer.checking.lexicon.gazetteer import alike, people_of

_WORDS = Path(__file__).parent / "words" / "nouns.txt"
_SHORTEST_HEAD = 4
"""Letters of the shortest compound head: with three, every Vertrag and Motor would hold a Tag or a Tor."""
_SHORTEST_MODIFIER = 2
_LONGEST = 80
"""Letters of a word that are looked at, from its end: the time per word stays bounded."""
_LONG_HEAD = 7
"""Letters of a head from which it is one even behind what looks like a prefix."""
_NO_HEADS = frozenset(("people", "person", "being", "of", "concerned", "lost", "card"))
"""Last words of phrases that say too little alone."""
_NOTHING: frozenset[str] = frozenset()


class Likeness(StrEnum):
    """How near two counted nouns are, from `compare`."""

    SAME = "same"
    """They may stand for each other."""
    RELATED = "related"
    """One is the general word for things of the other's sort (Menschen, passengers), or a nationality."""
    DIFFERENT = "different"
    UNKNOWN = "unknown"
    """One of them is not in the lexicon."""


@dataclass(slots=True)
class _Lexicon:
    """The word list as read: for each language, which concepts a base form may name."""

    words: dict[str, dict[str, frozenset[str]]] = field(default_factory=lambda: {"de": {}, "en": {}})
    section: dict[str, str] = field(default_factory=dict)
    """Which section a concept stands in."""
    general: dict[str, str] = field(default_factory=dict)
    """A general concept and the section it is general for."""
    adjectival: tuple[str, ...] = ()
    """German nouns declined as adjectives: persons in -e."""
    english: dict[str, str] = field(default_factory=dict)
    """The English side of each concept as written."""

    def heads(self, name: str) -> frozenset[str]:
        """The last words of a concept's English words."""
        return frozenset(word.strip(" *").rpartition(" ")[2] for word in self.english.get(name, "").split(","))

    def enter(self, language: str, words: list[str], concept: frozenset[str]) -> None:
        """Enter the lower-case ``words`` of a concept."""
        table = self.words[language]
        for word in words:
            known = table.get(word)
            table[word] = concept if known is None else known | concept


def _variants(language: str, side: str, words: list[str]) -> list[str]:
    """Further words a side is entered under: without ß, and the head of an English phrase.

    Who writes "power plant" goes on with "the plant".
    """
    if language == "de":
        return [word.replace("ß", "ss") for word in words if "ß" in word] if "ß" in side else []
    return [head for word in words if " " in word and (head := word.rpartition(" ")[2]) not in _NO_HEADS]


@cache
def _lexicon() -> _Lexicon:
    lexicon = _Lexicon()
    section = ""
    for line in _WORDS.read_text(encoding="utf-8").split("\n"):
        left, sign, right = line.partition(" = ")
        if not sign or line[0] == "#":
            section = line[1:-1] if line[:1] == "[" else section
            continue
        name = left.partition(",")[0].lstrip("*")
        while name in lexicon.section:
            name += "'"
        lexicon.section[name] = section
        lexicon.english[name] = right
        if "*" in line:
            lexicon.general[name] = section
        concept = frozenset((name,))
        for language, side in (("de", left), ("en", right)):
            words = side.replace("*", "").lower().split(", ")
            lexicon.enter(language, words, concept)
            if further := _variants(language, side, words):
                lexicon.enter(language, further, concept)
    persons = {name for name, place in lexicon.section.items() if place == _PEOPLE}
    lexicon.adjectival = tuple(
        word
        for word, names in lexicon.words["de"].items()
        if word[-1] == "e" and len(word) >= _SHORTEST_HEAD and not persons.isdisjoint(names)
    )
    return lexicon


def _whole(forms: list[str], table: dict[str, frozenset[str]]) -> frozenset[str]:
    for form in forms:
        if (found := table.get(form)) is not None:
            return found
    return _NOTHING


def _headed(forms: list[str], table: dict[str, frozenset[str]]) -> frozenset[str]:
    """The longest tail of a compound that is a known noun, and that a compound can end with."""
    word = forms[0]
    never, prefixes = word_set("german no heads"), word_set("german prefixes")
    for cut in range(_SHORTEST_MODIFIER, len(word) - _SHORTEST_HEAD + 1):
        for form in forms:
            if (found := table.get(head := form[cut:])) is None or len(head) < _SHORTEST_HEAD:
                continue
            modifier = word[:cut]
            if head in never or modifier in prefixes or (len(head) < _LONG_HEAD and _prefixed(modifier, prefixes)):
                return _NOTHING
            return found
    return _NOTHING


def _prefixed(modifier: str, prefixes: frozenset[str]) -> bool:
    """Whether a prefix stands between a linking -s- and the head: Gesundheitszu|stand."""
    _, sign, prefix = modifier.rpartition("s")
    return bool(sign) and prefix in prefixes


def _kin(whole: frozenset[str], head: frozenset[str]) -> frozenset[str]:
    """What the head of a listed compound means, where English heads say that it is one of a kind.

    A Saisonarbeiter (seasonal worker) is a worker too; a Krankenhaus (hospital) is no house.
    """
    if not head:
        return _NOTHING
    lexicon = _lexicon()
    words = frozenset(word for name in whole for word in lexicon.heads(name))
    return frozenset(name for name in head if not words.isdisjoint(lexicon.heads(name)))


def _german(word: str) -> frozenset[str]:
    """The word as listed, else a people, else a compound by its head; after a hyphen the same again.

    A word in small letters is no German noun: it is only looked up as it stands.
    """
    table = _lexicon().words["de"]
    while True:
        forms = list(dict.fromkeys(german.base_forms(word.lower(), _lexicon().adjectival)))
        found = _whole(forms, table)
        if word[:1].isupper():
            if found:
                return found | _kin(found, _headed(forms, table))
            found = _nationals(word, "de") or _headed(forms, table)
        if found or "-" not in word:
            return found
        word = word.partition("-")[2]


def _single(word: str, table: dict[str, frozenset[str]]) -> frozenset[str]:
    """The word itself and its plain singular: troops, lives and people are listed as words of their own too."""
    whole = table.get(word, _NOTHING)
    for form in english.base_forms(word):
        if (found := table.get(form)) is not None and (form != word or not word.endswith("s")):
            return whole | found
    return whole


def _english(word: str) -> frozenset[str]:
    table = _lexicon().words["en"]
    for phrase in _english_phrases(word.lower()):
        if found := _single(phrase, table):
            return found
    return _nationals(word, "en")


def _english_phrases(word: str) -> Iterator[str]:
    """What a phrase may be listed as, longest first: itself, its head before "of", its last words."""
    yield word
    if " of " in word:
        head, _, rest = word.partition(" of ")
        for form in english.base_forms(head):
            yield f"{form} of {rest}"
        yield head
        return
    for sign in (" ", "-"):
        while sign in word:
            word = word.partition(sign)[2]
            yield word


_NATIONAL = "nationals: "
_PEOPLE = "people"
"""The section that nationals count as of."""


def _nationals(word: str, language: str) -> frozenset[str]:
    """The people of a country or of a party, who are counted too: Bulgaren, Republicans."""
    if not word[:1].isupper() or (entry := people_of(word, language)) is None:
        return _NOTHING
    return frozenset(_NATIONAL + other for key in entry.keys for other in alike(key))


def national(found: frozenset[str]) -> bool:
    """Whether the concepts of a word are peoples only: the word may be an adjective (German, Thüringer)."""
    return bool(found) and all(name.startswith(_NATIONAL) for name in found)


_FINDERS: dict[str, Callable[[str], frozenset[str]]] = {"de": _german, "en": _english}


@lru_cache(maxsize=1 << 14)
def concepts(word: str, language: str) -> frozenset[str]:
    """Names of the concepts that ``word`` (any inflected form, any compound) may stand for in ``language``.

    Empty for a word that the lexicon doesn't hold. Two words, of one language or two, may mean the same thing if
    and only if their sets share a name. In English also a phrase ("police officers", "members of parliament").

    Raises:
        KeyError: for a language other than "de" and "en".
    """
    return _FINDERS[language](word[-_LONGEST:].strip())


@lru_cache(maxsize=1 << 14)
def compare(german_word: str, english_word: str) -> Likeness:
    """How near a German and an English noun are; the words as for `concepts`."""
    ours, theirs = concepts(german_word, "de"), concepts(english_word, "en")
    if not ours or not theirs:
        return Likeness.UNKNOWN
    if not ours.isdisjoint(theirs):
        return Likeness.SAME
    lexicon = _lexicon()
    for one, other in ((ours, theirs), (theirs, ours)):
        if national(one) and any(lexicon.section.get(name) == _PEOPLE for name in other):
            return Likeness.RELATED
        general = {lexicon.general[name] for name in one if name in lexicon.general}
        if general and any(lexicon.section.get(name, _PEOPLE) in general for name in other):
            return Likeness.RELATED
    return Likeness.DIFFERENT
