"""Words of the news that a small model guesses wrongly: found in a German sentence, looked for in an English one.

The glossary holds terms with one English form, which are put into the sentence. Most words have several: "zurückweisen"
is to reject, to deny or to turn back. They stand in ``words/*.txt`` with all that may render them, the commonest first.
The first is told to the model beside the sentence; a translation in which none of them stands has probably lost or
guessed the word, and the better of several wordings can be told by that.

Verbs are found in all their forms and with their parted prefixes ("wies … zurück"), nouns in all cases and in compounds
whose parts are all known ("Vergeltungszölle": retaliation tariff). To extend: a line in ``words/*.txt``.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from summarizer.data import Span
from summarizer.drafting import english_forms, verb_forms
from summarizer.drafting.german_words import PREPOSITIONS

_FOLDER = Path(__file__).with_name("words")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ENDINGS = ("", "s", "es", "e", "en", "n", "er", "ern", "se", "sen", "nen")
_FEMININE = ("innen", "in")
_LINKS = ("", "s", "es", "n", "en", "e", "er")
_ADJECTIVE_ENDINGS = ("", "e", "en", "er", "es", "em", "ere", "eren", "erer", "eres", "sten", "ste")
_UMLAUTS = str.maketrans("äöü", "aou")
_SHORTEST_HEAD, _SHORTEST_FIRST = 4, 3
_CLOSES = re.compile(r"\s*(?:[.,;:!?–—)“\"]|$|(?:und|oder|sowie|als|wie|aber)\b)")
"""What stands behind the parted prefix of a verb: the end of its clause."""
_LONGEST_VERB = 2
"""Blanks that the English of a verb may hold to be put into a German sentence."""
_OPENING = PREPOSITIONS | {"dank", "statt", "anstatt", "angesichts", "infolge", "innerhalb", "außerhalb"}
"""Words that may open a sentence in capitals and are no nouns there."""
_STOP = re.compile(r"[;:!?]|\.(?!\d)")


_Entry: TypeAlias = tuple[str, tuple[str, ...]]
"""A base form, and its English."""


class WordKind(StrEnum):
    """Which list a word is of."""

    VERB = "verb"
    NOUN = "noun"
    WORD = "word"
    """An adjective or adverb."""
    PHRASE = "phrase"
    """A verb with what it always stands with, or words that mean something together."""


@dataclass(frozen=True, slots=True)
class Known:
    """A word of a German sentence, and what may stand for it in English."""

    span: Span
    """Of the word; of its finite part, where the prefix stands apart."""
    german: str
    """The base form."""
    english: tuple[str, ...]
    """The commonest first, never empty."""
    kind: WordKind
    prefix: Span | None = None
    """Of a verb whose prefix stands apart, where that stands."""

    def said_in(self, forms: frozenset[str]) -> bool:
        """Whether any of its English is among ``forms``, as `english_forms.stems` gives them."""
        return any(english_forms.stems(words) <= forms for words in self.english)


def known(sentence: str) -> tuple[Known, ...]:
    """The words of ``sentence`` that the lists hold, in reading order; the finite verb counts once."""
    words = list(_WORD.finditer(sentence))
    found = list(_phrases_in(sentence, {word[0] for word in words}))
    taken = [phrase.span for phrase in found]
    verbs = {part for phrase in found for part in phrase.german.split()[-1:]}
    for at, match in enumerate(words):
        word = match[0]
        span = Span(*match.span())
        if any(span.overlaps(other) for other in taken):
            continue
        opens = at == 0 and word.lower() in _OPENING  # "Wegen", which is no way
        entry = _noun(word) if word[0].isupper() and not opens else None
        kind, prefix = WordKind.NOUN, None
        if entry is None and (word[0].islower() or at == 0):
            entry, prefix = _parted(sentence, words, at)
            kind = WordKind.VERB
            if entry is None and (entry := _adjective(word.lower())):
                kind = WordKind.WORD
            entry = entry or _verbs().whole.get(word.lower())
        if entry is not None and entry[0] not in verbs:
            found.append(Known(span, *entry, kind, prefix))
    return tuple(sorted(found, key=lambda word: word.span))


def joined(sentence: str) -> str:
    """``sentence`` with each verb whose prefix stands apart in English, in tense and number, and the prefix gone.

    "Die Stadt wies den Plan zurück" is the order that a small model understands least: it reads a verb that is not
    meant, and a word that it can't place.
    """
    changes: list[tuple[Span, str]] = []
    for word in known(sentence):
        if word.prefix is not None and word.english[0].count(" ") < _LONGEST_VERB:
            changes.append((word.span, english_forms.like(word.english[0], word.span.of(sentence))))
            start = word.prefix.start - (sentence[word.prefix.start - 1] == " ")
            changes.append((Span(start, word.prefix.end), ""))
    for span, words in sorted(changes, reverse=True):
        sentence = sentence[: span.start] + words + sentence[span.end :]
    return sentence


def missing(words: Sequence[Known], english: str) -> tuple[Known, ...]:
    """Those of ``words`` none of whose English stands in the text ``english``."""
    forms = english_forms.stems(english)
    return tuple(word for word in words if not word.said_in(forms))


def _phrases_in(sentence: str, words: set[str]) -> Iterator[Known]:
    for written, english in _list("phrases.txt").items():
        fixed, _, verb = written.partition(" + ")
        if verb and not words & _forms(verb):
            continue
        match = re.search(rf"\b{fixed}\b", sentence)
        if match:
            yield Known(Span(*match.span()), written.replace("+", "…"), english, WordKind.PHRASE)


def _parted(sentence: str, words: list[re.Match[str]], at: int) -> tuple[_Entry | None, Span | None]:
    """The verb whose finite part stands here and whose prefix ends the clause, and where the prefix stands."""
    form = words[at][0].lower()
    parted = _verbs().parted
    reach = _STOP.search(sentence, words[at].end())
    for later in words[at + 1 :]:
        if reach and later.start() > reach.start():
            break
        entry = parted.get((form, later[0]))
        if entry and _CLOSES.match(sentence, later.end()):
            return entry, Span(*later.span())
    return None, None


@functools.cache
def finite_forms() -> frozenset[str]:
    """The forms with person of all verbs of the list, prefixes that part from them left out."""
    roots = {written.rpartition("|")[2] for written in _list("verbs.txt")}
    return frozenset(form for root in roots for form in verb_forms.finite(root))


@functools.cache
def _forms(verb: str) -> frozenset[str]:
    return verb_forms.finite(verb) | verb_forms.impersonal(verb, "")


def _adjective(word: str) -> _Entry | None:
    table = _list("words.txt")
    for ending in _ADJECTIVE_ENDINGS:
        base = word.removesuffix(ending) if ending else word
        if word.endswith(ending) and base in table:
            return base, table[base]
    return None


def base_of(noun: str) -> str | None:
    """The base form of a noun that the lists know, by itself or as a compound; None of any other word."""
    entry = _noun(noun)
    return entry[0] if entry is not None else None


@functools.lru_cache(maxsize=4096)
def _noun(word: str) -> _Entry | None:
    if "-" in word:
        return None
    simple = _simple(word)
    if simple:
        return simple
    for cut in range(_SHORTEST_FIRST, len(word) - _SHORTEST_HEAD + 1):
        head = _simple(word[cut:].capitalize())
        first = _first(word[:cut]) if head else None
        if head and first:
            return word, tuple(f"{first} {english}" for english in head[1][:3])
    return None


def _simple(word: str) -> _Entry | None:
    table = _list("nouns.txt")
    for form in dict.fromkeys((word, word.translate(_UMLAUTS))):
        for ending in _ENDINGS:
            base = form.removesuffix(ending)
            if form.endswith(ending):
                for key in (base, f"{base}r", f"{base}er") if ending in ("", "e", "en", "n") else (base,):
                    if key in table and (key == base or key.endswith("er")):
                        return key, table[key]
        for ending in _FEMININE:
            if form.endswith(ending) and (base := form.removesuffix(ending)) in table and base.endswith("er"):
                return base, table[base]
    return None


def _first(part: str) -> str | None:
    table = _list("nouns.txt")
    for link in _LINKS:
        if part.endswith(link) and len(bare := part.removesuffix(link)) >= _SHORTEST_FIRST:
            for key in (bare, f"{bare}e"):
                if key in table:
                    return table[key][0]
    deeper = _noun(part)
    return deeper[1][0] if deeper else None


@dataclass(frozen=True, slots=True)
class _Verbs:
    """Forms, and the verbs they are of."""

    whole: Mapping[str, _Entry]
    parted: Mapping[tuple[str, str], _Entry]
    """By finite form and parted prefix."""


@functools.cache
def _verbs() -> _Verbs:
    whole: dict[str, _Entry] = {}
    parted: dict[tuple[str, str], _Entry] = {}
    for written, english in _list("verbs.txt").items():
        prefix, _, root = written.rpartition("|")
        entry = (prefix + root, english)
        personal = verb_forms.finite(root)
        for form in personal:
            if prefix:
                parted.setdefault((form, prefix), entry)
            whole.setdefault(prefix + form, entry)
        for form in verb_forms.impersonal(root, prefix):
            whole.setdefault(form, entry)
    return _Verbs(whole, parted)


@functools.cache
def _list(name: str) -> Mapping[str, tuple[str, ...]]:
    return dict(_lines(_FOLDER / name))


def _lines(path: Path) -> Iterator[tuple[str, tuple[str, ...]]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        german, sign, english = line.partition(" = ")
        if sign and not line.startswith("#"):
            yield german, tuple(part.strip() for part in english.split(","))
