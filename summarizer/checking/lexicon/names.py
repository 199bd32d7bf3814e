"""The names of a text, and whether another text holds them in any spelling.

Countries, cities and institutions are known from word lists (`gazetteer`) and translated; all other names are compared
by a key that German and English romanisation share (`romanise`). English marks names by capitals; German writes every
noun so, therefore the German side is never asked for its names but for whether it holds a name of the English:
``Index(source, "de").holds(name)``.

`missing` puts the two together and says how sure it is: a country that the source doesn't name is nearly always an
error, a capitalised word may be anything.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property

from summarizer.checking.late import late
from summarizer.checking.lexicon import nouns
from summarizer.checking.lexicon.common import words
from summarizer.checking.lexicon.gazetteer import NameKind, alike, countries, entry_of, german_forms, wholes
from summarizer.checking.lexicon.romanise import FURTHEST, romanised_key, similar, skeleton
from summarizer.checking.lexicon.spotting import Name, cut, derived, spot

__all__ = ["Index", "Missing", "Name", "NameKind", "find", "in_source", "missing", "romanised_key", "same"]

_INSIDE = 4
"""Letters of a key from which it is also sought inside words: Trumpregierung."""
_INSIDE_FORM = 5
"""Letters of a listed German form from which it is also sought inside words: Weihnachtslieder."""
_ELLIPSIS = late(r"\b(Nord|Süd|Ost|West)- (?:und|oder|sowie|bis) (?:Nord|Süd|Ost|West|Mittel|Zentral)([a-zäöüß]{3,})")
_SUMMARY = 2
"""How many times the target a source must be long for it to be a whole article and not the sentence translated."""


@cache
def _given_names() -> dict[str, list[str]]:
    names: dict[str, list[str]] = {}
    for pair in words("given names"):
        english, _, german = pair.partition("=")
        names.setdefault(english, []).append(romanised_key(german))
        names.setdefault(german, []).append(romanised_key(english))
    return names


def _given(word: str) -> Sequence[str]:
    """Keys of what a given name is called in the other language: Francis, Franziskus."""
    return _given_names().get(word, ())


def find(text: str, language: str) -> tuple[Name, ...]:
    """The names of a text, in reading order. German proper names (kind `PROPER`) are guesses, a word each.

    Raises:
        KeyError: for a language other than "de" and "en".
    """
    return tuple(spot(text, language))


def same(one: Name, other: Name) -> bool:
    """Whether two names name the same thing: equal keys, or of proper names spellings a letter or two apart."""
    if one.kind is NameKind.PROPER and other.kind is NameKind.PROPER:
        return any(similar(a, b) for a in one.key.split() for b in other.key.split())
    mine = {one.key, *one.others}
    return any(not mine.isdisjoint(alike(key)) for key in (other.key, *other.others))


class Index:
    """A text made ready to be asked which names it holds, and where."""

    def __init__(self, text: str, language: str) -> None:
        """Read ``text``, in time linear in its length.

        Raises:
            KeyError: for a language other than "de" and "en".
        """
        self.text = text
        self.language = language
        self.countries: set[str] = set()
        """Keys of the countries it names."""
        self._keys: dict[str, list[int]] = {}
        self._words = cut(text, language)
        self._known_words = frozenset(self._words.words)
        for at, length, entry in self._words.hits:
            self._enter(entry.keys, self._start(at))
            if entry.kind is NameKind.COUNTRY:
                self.countries.add(entry.keys[0])
            for inner in range(at, at + length) if length > 1 else ():
                if (part := entry_of(self._words.words[inner], language)) is not None:
                    self._enter(part.keys, self._start(inner))
        if language == "de":
            for short in _ELLIPSIS.finditer(text):
                if (both := entry_of(short[1] + short[2], "de")) is not None:
                    self._enter(both.keys, short.start())
        self._spellings: dict[str, list[int]] | None = None
        self._near: dict[tuple[str, int], list[str]] = {}
        self._answers: dict[str, bool] = {}
        self._concepts: frozenset[str] | None = None

    def _start(self, at: int) -> int:
        return self._words.matches[at].start()

    def _enter(self, keys: tuple[str, ...], start: int) -> None:
        for key in keys:
            self._keys.setdefault(key, []).append(start)
            for whole in wholes(key):
                self._keys.setdefault(whole, []).append(start)

    def _romanised(self) -> dict[str, list[int]]:
        """Each word's key and where it stands, a genitive's or plural's -s also off; made at the first need."""
        if self._spellings is None:
            spellings: dict[str, list[int]] = {}
            for at, word in enumerate(self._words.words):
                for form in (word, word[:-1]) if word.endswith("s") and len(word) > 3 else (word,):
                    spellings.setdefault(romanised_key(form), []).append(self._start(at))
            near: dict[tuple[str, int], list[str]] = {}
            for key in spellings:
                near.setdefault((skeleton(key)[:1], len(key)), []).append(key)
            self._inside, self._near = " ".join(spellings), near
            self._spellings = spellings  # last: another thread that finds it uses the others
        return self._spellings

    def positions(self, key: str) -> tuple[int, ...]:
        """Where the thing with this key is named: starts of words, in reading order; empty where it isn't.

        For a proper name the key of any of its words will do; of several words the last that is found counts.
        """
        found = {start for other in alike(key) for start in self._keys.get(other, ())}
        if not found:
            spellings = self._romanised()
            for part in reversed(key.split()):
                if part in spellings:
                    found = set(spellings[part])
                    break
        return tuple(sorted(found))

    def abroad(self) -> bool:
        """Whether the text names a country other than Germany, or what lies in one."""
        return any(key != "DE" and key in countries() for key in self._keys)

    def holds(self, name: Name) -> bool:
        """Whether the text holds the name of another text: translated, in another spelling or inside a compound."""
        if name.kind is not NameKind.PROPER:
            keys = [other for key in (name.key, *name.others) for other in alike(key)]
            if any(key in self._keys for key in keys):
                return True
            if self.language == "de" and any(self._inside_word(form) for key in keys for form in german_forms(key)):
                return True
        return all(self._holds_word(word) for word in name.words)

    def _inside_word(self, form: str) -> bool:
        return len(form) >= _INSIDE_FORM and form.lower() in self._lower

    @cached_property
    def _lower(self) -> str:
        return self.text.lower()

    def _holds_word(self, word: str) -> bool:
        if word in self._known_words:
            return True
        if (answer := self._answers.get(word)) is None:
            answer = self._answers[word] = self._spells(word) or self._translates(word)
        return answer

    def _spells(self, word: str) -> bool:
        """Whether the text has the word in another spelling or form, or inside a compound."""
        spellings, key = self._romanised(), romanised_key(word)
        if key in spellings or (len(key) >= _INSIDE and key in self._inside):
            return True
        if any(given in spellings for given in _given(word.lower())):
            return True
        if word.endswith("s") and len(word) > _INSIDE and romanised_key(word[:-1]) in spellings:
            return True
        first = skeleton(key)[:1]
        lengths = range(len(key) - FURTHEST, len(key) + FURTHEST + 1)
        return any(similar(key, other) for length in lengths for other in self._near.get((first, length), ()))

    def _translates(self, word: str) -> bool:
        """Whether a word of the text is a known translation of an ordinary word in a name (House, Bank)."""
        meanings = nouns.concepts(word, "de" if self.language == "en" else "en")
        if not meanings:
            return False
        if self._concepts is None:
            sets = (nouns.concepts(other, self.language) for other in self._known_words if other[0].isupper())
            self._concepts = frozenset().union(*sets)
        return not meanings.isdisjoint(self._concepts)


def in_source(name: Name, source: Index) -> bool:
    """Whether the source holds the name in any spelling."""
    return source.holds(name)


@dataclass(frozen=True, slots=True)
class Missing:
    """A name that the source does not hold."""

    name: Name
    confidence: float
    """How sure it is that this is an error, between 0 and 1; under 0.5 it is only worth a look."""
    instead: tuple[str, ...] = ()
    """Keys of the countries that the source names and the target doesn't: it may stand for one of them."""


_SURE = {
    NameKind.COUNTRY: 0.6,
    NameKind.REGION: 0.6,
    NameKind.PLACE: 0.6,
    NameKind.INSTITUTION: 0.3,
    NameKind.PROPER: 0.4,
}
_REPLACED, _ADDED, _BUILT = 0.95, 0.9, 0.1
_AT_HOME = 0.4
_HOME = frozenset(("DE", "EUR"))
"""Where an article is set that names no country at all: editors say so ("a German supplier"), the German need not."""


_CAPITALS = {
    "berlin": "DE", "vienna": "AT", "berne": "CH", "brussels": "EU", "paris": "FR", "london": "GB", "washington": "US",
    "moscow": "RU", "beijing": "CN", "kyiv": "UA", "rome": "IT", "madrid": "ES", "warsaw": "PL", "ankara": "TR",
    "tokyo": "JP", "budapest": "HU", "prague": "CZ", "athens": "GR", "stockholm": "SE", "copenhagen": "DK",
    "oslo": "NO", "helsinki": "FI", "lisbon": "PT", "dublin": "IE", "ottawa": "CA", "jerusalem": "IL", "tehran": "IR",
}  # fmt: skip
"""Capitals that stand for a government, each with the key of its country or union."""
_LOCATED = late(r"\b(?:in|at|near|from|to|around|outside|of|through|via|into|and)(?: \w+)? $")


def _for_state(name: Name, target: str, source: Index, *, abroad: bool) -> bool:
    """Whether a capital may stand for the state that the source speaks of: "Berlin, which halved its forecast"."""
    if name.kind is not NameKind.PLACE or (state := _CAPITALS.get(name.key)) is None:
        return False
    if _LOCATED.search(target[max(0, name.span.start - 20) : name.span.start]):
        return False
    return bool(source.positions(state)) or (state in _HOME and not abroad)


def _confidence(name: Name, *, replaced: bool, summary: bool, abroad: bool) -> float:
    """How telling it is that a name is missing; measured on translations that are right."""
    if name.key in _HOME and not abroad:
        return _AT_HOME
    if name.kind in (NameKind.COUNTRY, NameKind.REGION, NameKind.PLACE):
        if replaced:
            return _REPLACED
        return _ADDED if summary else _SURE[name.kind]
    if name.kind is NameKind.PROPER and not any(_telling(word) for word in name.words):
        return _BUILT
    return _SURE[name.kind]


def _telling(word: str) -> bool:
    """Whether a word is hardly anything but a name: no acronym, no designation, not built like an ordinary word."""
    return len(word) >= _INSIDE and word.isalpha() and not word.isupper() and not derived(word)


def _checked(name: Name) -> Name:
    """The name without the word that opens a sentence, which may be any word."""
    return replace(name, words=name.words[1:]) if name.opening else name


def missing(target: str, source: Index) -> tuple[Missing, ...]:
    """The names of an English text that its German source does not hold, each with how sure it is an error.

    Translators add a country for their readers ("German Chancellor", "Naples, Italy"), so in a sentence such a one is
    likely an error only where another country of the source has gone; in a summary of a whole article it always is.
    """
    found = find(target, "en")
    lost = [name for name in found if not source.holds(_checked(name))]
    if not lost:
        return ()
    there = {other for name in found for key in (name.key, *name.others) for other in (*alike(key), *wholes(key))}
    summary = len(source.text) > _SUMMARY * len(target)
    gone = () if summary else tuple(sorted(source.countries - there))
    abroad = source.abroad()
    return tuple(
        Missing(name, _confidence(name, replaced=bool(gone), summary=summary, abroad=abroad), gone)
        if name.kind in (NameKind.COUNTRY, NameKind.REGION)
        else Missing(
            name,
            _AT_HOME
            if _for_state(name, target, source, abroad=abroad)
            else _confidence(name, replaced=False, summary=summary, abroad=abroad),
        )
        for name in lost
    )
