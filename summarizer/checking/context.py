"""Reads what stands around a figure, in keys that a German and an English text share.

Which of two equal figures a translator meant shows in the words beside it. Few of them are the same word in both
languages, but many are recognisable: names, cognates (Präsident/president, Stadion/stadium), the counted nouns of
the lexicon, and the verbs and adverbs that figures live with (``words/context.txt``: stieg/rose, jeweils/each). Each
word becomes one or more keys; the fewer consonants two languages disagree on, the more cognates meet in one key. A
key that is wrong costs little: surroundings are only ever compared against each other.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from summarizer.checking.late import late
from summarizer.checking.lexicon import gazetteer, nouns

_WORDS = Path(__file__).parent / "words" / "context.txt"
_REACH = 8
"""How many words on either side count as the surroundings of a figure."""

_FOLDS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "a", "œ": "o"})
_SOUNDS = (
    ("sch", "s"),
    ("tsch", "s"),
    ("sh", "s"),
    ("ch", "k"),
    ("ck", "k"),
    ("ph", "f"),
    ("th", "t"),
    ("qu", "k"),
    ("x", "ks"),
    ("c", "k"),
    ("q", "k"),
    ("z", "s"),
    ("w", "v"),
    ("j", ""),
    ("y", ""),
    ("h", ""),
)
_VOWELS = late(r"[aeiou]+")
_OWNED = late(r"['’]s?$")
_DOUBLES = late(r"(.)\1+")


@lru_cache(maxsize=1 << 14)
def skeleton(word: str) -> str:
    """The consonants of a word in a spelling common to both languages: Tokajew and Tokayev are both ``tkv``."""
    folded = unicodedata.normalize("NFKD", word.lower().translate(_FOLDS))
    bare = "".join(c for c in folded if not unicodedata.combining(c))
    first = bare[:1]
    for old, new in _SOUNDS:
        bare = bare.replace(old, new)
    bare = _DOUBLES.sub(r"\1", _VOWELS.sub("", bare))
    return (first if first in "aeiou" else "") + bare


class _Words:
    """The list of words that stand beside figures, by language: whole words, beginnings and ends."""

    def __init__(self, language: str) -> None:
        self.whole: dict[str, list[str]] = {}
        self.beginning: dict[str, list[str]] = {}
        self.end: dict[str, list[str]] = {}
        side = 0 if language == "de" else 1
        letter = "w"
        for number, line in enumerate(_WORDS.read_text(encoding="utf-8").splitlines()):
            if line == "[labels]":
                letter = "l"
            if "=" not in line or line.startswith("#"):
                continue
            for raw in line.split("=")[side].split(","):
                form = raw.strip()
                table = self.beginning if form.endswith("*") else self.end if form.startswith("*") else self.whole
                table.setdefault(form.strip("*"), []).append(f"{letter}{number}")

    def find(self, word: str) -> Iterator[str]:
        """The concepts of a lower-case word; those of a label begin with "l", others with "w"."""
        yield from self.whole.get(word, ())
        for length in range(2, len(word) + 1):
            yield from self.beginning.get(word[:length], ())
            yield from self.end.get(word[-length:], ())


@cache
def _words(language: str) -> _Words:
    return _Words(language)


@lru_cache(maxsize=1 << 14)
def keys(word: str, language: str) -> tuple[str, ...]:
    """What a word can be recognised by in the other language; empty for words that say nothing."""
    if language == "en":
        word = _OWNED.sub("", word)
    found = [f"c{concept}" for concept in nouns.concepts(word, language)]
    found += _words(language).find(word.lower())
    found += places(word, language)
    if len(word) >= 4 or word[:1].isupper():
        bones = skeleton(word)
        if len(bones) >= 3:
            found.append(bones[:4])
        elif word[:1].isupper() and len(word) > 2:
            found.append(f".{word.lower()}")
    return tuple(found)


def places(word: str, language: str) -> tuple[str, ...]:
    """Those of the keys of a word that say which place it names, which is far less to find out than all of them."""
    if language == "en":
        word = _OWNED.sub("", word)
    place = gazetteer.entry_of(word, language)
    return () if place is None else tuple(f"@{key}" for key in place.keys)


class Token(NamedTuple):
    """A word, and where it stands."""

    start: int
    keys: tuple[str, ...]
    """Empty for a word that says nothing, which still keeps its neighbours apart."""
    barrier: float
    """How many clause ends stand before it in the text, a full stop counting as several."""
    capital: bool
    """Whether it may be a name."""


_WORD = r"[^\W\d_]+(?:['’][^\W\d_]+)?"
_ONE_WORD = late(_WORD)
_PIECE = late(rf"(?P<word>{_WORD})|(?P<clause>[,;:–—](?=\s)|\s-(?=\s))|(?P<end>[.!?…](?=[\s\"”“»«)]))")
_CLAUSE, _SENTENCE = 1.0, 3.0
_ACROSS = 0.4
"""What a word beyond the end of a clause still weighs."""


class Surroundings(NamedTuple):
    """The words around a figure, nearer ones weighing more."""

    words: list[tuple[tuple[str, ...], float]]
    """The keys of each word, and its weight."""
    keys: dict[str, float]
    """The most that any word with this key weighs."""
    lead: tuple[str, ...]
    """The keys of the word right before the figure: from, to, by."""


def words_between(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The words of a stretch of text that cuts none in two, each with where it begins."""
    return ((match.start(), match.group()) for match in _ONE_WORD.finditer(text, start, end))


class Words:
    """The words of a text in reading order, each with its keys, and where its clauses end."""

    def __init__(self, text: str, language: str) -> None:
        self.tokens: list[Token] = []
        self._ends: list[int] = []
        self._barriers = [0.0]
        for match in _PIECE.finditer(text):
            if match.lastgroup == "word":
                self.tokens.append(
                    Token(match.start(), keys(word := match.group(), language), self._barriers[-1], word[0].isupper())
                )
            else:
                self._ends.append(match.start())
                self._barriers.append(self._barriers[-1] + (_CLAUSE if match.lastgroup == "clause" else _SENTENCE))
        self._starts = [token.start for token in self.tokens]

    def subject(self, start: int) -> list[tuple[str, ...]]:
        """The keys of each word of the nearest name before a figure in its sentence; empty where none is near."""
        here = self._barriers[bisect_left(self._ends, start)]
        found: list[tuple[str, ...]] = []
        index = bisect_left(self._starts, start)
        for word in reversed(self.tokens[max(0, index - _REACH) : index]):
            if here - word.barrier >= _SENTENCE or (found and not word.capital):
                break
            if word.capital and word.keys:
                found.append(word.keys)
        return found

    def clause(self, start: int) -> set[str]:
        """The keys of all words of the clause that a figure stands in."""
        here = self._barriers[bisect_left(self._ends, start)]
        first, last = (side(self.tokens, here, key=lambda word: word.barrier) for side in (bisect_left, bisect_right))
        return {key for word in self.tokens[first:last] for key in word.keys}

    def between(self, start: int, end: int) -> list[Token]:
        """The words that begin in a stretch of text, in reading order."""
        return self.tokens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def around(self, start: int, end: int) -> Surroundings:
        """The words near a figure that spans ``start`` to ``end``; distance and clause ends make them lighter.

        Its own words don't count: "Prozent" would tie it to every other share.
        """
        index = bisect_left(self._starts, start)
        behind = bisect_left(self._starts, end)
        found = Surroundings([], {}, self.tokens[index - 1].keys if index else ())
        here = self._barriers[bisect_left(self._ends, start)]
        for offset, word in enumerate(self.tokens[behind : behind + _REACH]):
            _add(found, word, offset, here)
        for offset, word in enumerate(reversed(self.tokens[max(0, index - _REACH) : index])):
            _add(found, word, offset, here)
        return found


def _add(found: Surroundings, word: Token, distance: int, here: float) -> None:
    if not word.keys:
        return
    weight = _ACROSS ** abs(word.barrier - here) * 2 / (2 + distance)
    found.words.append((word.keys, weight))
    for key in word.keys:
        if found.keys.get(key, 0.0) < weight:
            found.keys[key] = weight


def affinity(left: Surroundings, right: Surroundings) -> float:
    """How much two surroundings share: each word of the left counts once, as much as the farther of the two."""
    known = right.keys
    total = 0.0
    for keys_of_word, weight in left.words:
        best = 0.0
        for key in keys_of_word:
            other = known.get(key, 0.0)
            if other > best:
                best = other
        total += min(weight, best)
    return total
