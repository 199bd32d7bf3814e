"""Where names stand in a text: capitals tell in English, in German only what is no known noun.

An English name is a country, place or institution of the word lists, or a run of capitalised words of which at least
one is no ordinary word. The first word of a sentence carries a capital anyway: a name that begins there is marked as
`Name.opening`, unless the text writes its first word so elsewhere too.

To extend: an ordinary word that is often capitalised is one entry of ``words/common.txt``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from summarizer.checking.lexicon import common, nouns
from summarizer.checking.lexicon.common import word_set
from summarizer.checking.lexicon.gazetteer import TOKEN, Entry, NameKind, hits
from summarizer.checking.lexicon.romanise import romanised_key
from summarizer.data import Span

_LINKS = frozenset(
    ("of", "de", "van", "von", "der", "den", "al", "el", "la", "le", "du", "di", "da", "bin", "ibn", "del")
)
_SENTENCE_ENDS = frozenset('.!?:\n"“”„»«…–—;|•*()[]')
_BLANKS = frozenset(" \t'’‘")


@dataclass(frozen=True, slots=True)
class Name:
    """A name where it stands in a text."""

    surface: str
    span: Span
    key: str
    """Equal for the same thing in both languages; see `names.same` for names that differ a little in spelling."""
    kind: NameKind
    others: tuple[str, ...] = ()
    """Further keys where the form is ambiguous."""
    words: tuple[str, ...] = ()
    """The words of it that tell it from others: all, of a proper name those that aren't ordinary words."""
    opening: bool = False
    """Whether the first of its words opens a sentence, so that its capital says little."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text cut into words, and what they name by the word lists."""

    words: list[str]
    matches: list[re.Match[str]]
    hits: list[tuple[int, int, Entry]]
    """First word, how many, what they name; in reading order."""

    def span(self, first: int, last: int) -> Span:
        """From the start of one word to the end of another."""
        return Span(self.matches[first].start(), self.matches[last].end())


@lru_cache(maxsize=8)
def cut(text: str, language: str) -> Words:
    """The words of a text; the last few texts are kept.

    Raises:
        KeyError: for a language other than "de" and "en".
    """
    matches = list(TOKEN.finditer(text))
    words = [match[0] for match in matches]
    return Words(words, matches, hits(words, language))


@lru_cache(maxsize=1 << 14)
def ordinary(word: str) -> bool:
    """Whether a capitalised English word is an ordinary one, to be translated: Minister, Monday, Independent."""
    return word.lower() in word_set("english") or bool(nouns.concepts(word, "en"))


@lru_cache(maxsize=1 << 14)
def derived(word: str) -> bool:
    """Whether a word is built like an ordinary English one (Aviation, Financial); some names are too (Boeing)."""
    return word.lower().endswith(common.words("english endings"))


def _opens(text: str, start: int) -> bool:
    """Whether a sentence, a quotation or a line begins at ``start``."""
    at = start - 1
    while at >= 0 and text[at] in _BLANKS:
        at -= 1
    return at < 0 or text[at] in _SENTENCE_ENDS


def _joined(text: str, left: re.Match[str], right: re.Match[str]) -> bool:
    """Whether two words can belong to one name: nothing but a space, a hyphen or an initial's stop between them."""
    gap = text[left.end() : right.start()]
    return gap in _GAPS or (gap == ". " and left.end() - left.start() <= 2)


_GAPS = frozenset((" ", "-", "\u00a0", "'", "’", "&", " & "))


def _named(text: str, span: Span, entry: Entry) -> Name:
    surface = span.of(text)
    return Name(surface, span, entry.keys[0], entry.kind, entry.keys[1:], tuple(TOKEN.findall(surface)))


def _runs(text: str, words: Words) -> Iterator[tuple[int, int]]:
    """First and last word of each run of capitalised words, links between them included, that the lists don't know."""
    taken = {at for first, length, _ in words.hits for at in range(first, first + length)}
    first = last = -1
    for at, word in enumerate(words.words):
        capital = word[0].isupper() and len(word) > 1 and at not in taken
        if not capital and (first < 0 or word not in _LINKS):
            continue
        if first >= 0 and last == at - 1 and _joined(text, words.matches[last], words.matches[at]):
            last = at
            continue
        if first >= 0:
            yield first, last
        first = last = at if capital else -1
    if first >= 0:
        yield first, last


def _named_inside(text: str, words: Words) -> frozenset[str]:
    """The capitalised words that somewhere don't open a sentence."""
    return frozenset(
        word
        for word, match in zip(words.words, words.matches, strict=True)
        if word[0].isupper() and not _opens(text, match.start())
    )


def _proper(text: str, words: Words, first: int, last: int) -> Name | None:
    """The name that a run makes of its words that aren't ordinary; None where none is left."""
    telling = [i for i in range(first, last + 1) if words.words[i][0].isupper() and not ordinary(words.words[i])]
    if not telling:
        return None
    parts = tuple(words.words[i] for i in telling)
    span = words.span(telling[0], telling[-1])
    opening = telling[0] == first and _opens(text, words.matches[first].start())
    return Name(span.of(text), span, " ".join(map(romanised_key, parts)), NameKind.PROPER, (), parts, opening)


def _currency(words: Words, after: int) -> bool:
    """Whether the word after a country makes a currency of it: US dollars."""
    return after < len(words.words) and words.words[after].lower() in word_set("money")


def _english(text: str) -> list[Name]:
    words = cut(text, "en")
    names = [name for run in _runs(text, words) if (name := _proper(text, words, *run)) is not None]
    if any(name.opening for name in names):
        inside = _named_inside(text, words)
        names = [replace(name, opening=False) if name.opening and name.words[0] in inside else name for name in names]
    names += [
        _named(text, words.span(at, at + length - 1), entry)
        for at, length, entry in words.hits
        if not _currency(words, at + length)
    ]
    names.sort(key=lambda name: name.span)
    return names


@lru_cache(maxsize=1 << 14)
def _ordinary_german(word: str) -> bool:
    lower = word.lower()
    return (
        lower.endswith(common.words("german endings"))
        or lower in word_set("german")
        or bool(nouns.concepts(word, "de"))
    )


def _german(text: str) -> list[Name]:
    words = cut(text, "de")
    taken = {at for first, length, _ in words.hits for at in range(first, first + length)}
    names = [_named(text, words.span(at, at + length - 1), entry) for at, length, entry in words.hits]
    for at, word in enumerate(words.words):
        if at not in taken and len(word) > 2 and word[0].isupper() and not _ordinary_german(word):
            names.append(Name(word, words.span(at, at), romanised_key(word), NameKind.PROPER, (), (word,)))
    names.sort(key=lambda name: name.span)
    return names


def spot(text: str, language: str) -> list[Name]:
    """The names of a text in reading order; `names.find` says more."""
    return {"de": _german, "en": _english}[language](text)
