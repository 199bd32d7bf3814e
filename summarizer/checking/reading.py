"""A text as the check sees it: its figures taken apart, and, when they are asked for, its words and sentences.

Most figures of most texts agree at first sight, so words and sentences are read only where something has to be
weighed. That is what makes the check fast; and that what is read of a source is kept with it (`Reading.once`), since
one source is often checked against several texts: each sentence of a draft, then the whole.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from summarizer import figures, sentences
from summarizer.checking import context
from summarizer.checking.atoms import Atom, explode
from summarizer.checking.clauses import Clauses
from summarizer.checking.lexicon import names
from summarizer.data import Figure, Sentence

T = TypeVar("T")


class Reading:
    """A text with its figures; words and sentences come when needed.

    ``read_as`` is the text as the figure reader shall see it, of the same length: with signs it would take otherwise.
    """

    def __init__(self, text: str, language: str, *, read_as: str | None = None) -> None:
        self.text = text
        self.language = language
        self.figures: tuple[Figure, ...]
        #: The distinct words in lower case, as the figure reader cut them: for `spotted`.
        self.tokens: frozenset[str]
        self.figures, self.tokens = figures.find_with_words(text if read_as is None else read_as, language)
        if read_as is not None:
            self.figures = tuple(replace(figure, surface=figure.span.of(text)) for figure in self.figures)
        self.atoms: list[Atom] = explode(self.figures, text, language)
        self._made: dict[Callable[[Reading], Any], Any] = {}

    def once(self, make: Callable[[Reading], T]) -> T:
        """What ``make`` makes of this text, made at the first need and kept with it.

        ``make`` must be a function or class of a module, as it is the key, and depend on nothing but the text. Threads
        that ask at the same time may make it twice.
        """
        try:
            found: T = self._made[make]
        except KeyError:
            found = self._made[make] = make(self)
        return found

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the text."""
        return sentences.split(self.text, self.language)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    @cached_property
    def clauses(self) -> Clauses:
        """Where the clauses of the text end."""
        return Clauses(self.text)

    @cached_property
    def names(self) -> names.Index:
        """The text, ready to be asked for names. Raises `KeyError` for a language other than "de" and "en"."""
        return names.Index(self.text, self.language)

    @cached_property
    def words(self) -> context.Words:
        """All words of the text with their keys."""
        return context.Words(self.text, self.language)

    @cached_property
    def sentence_keys(self) -> list[set[str]]:
        """For each sentence the keys of its words."""
        found: list[set[str]] = [set() for _ in self.sentences]
        for word in self.words.tokens:
            if word.keys and found:
                found[self.sentence_index(word.start)].update(word.keys)
        return found

    def sentence_index(self, position: int) -> int:
        """Which sentence a code point stands in, counted from 0."""
        return max(0, bisect_right(self._sentence_starts, position) - 1)

    def atoms_of(self, sentences: Iterable[int]) -> list[Atom]:
        """The atoms of some sentences, by index, in reading order; an index that no sentence has gives none."""
        return [atom for index in sorted(sentences) for atom in self._by_sentence.get(index, ())]

    @cached_property
    def _by_sentence(self) -> dict[int, list[Atom]]:
        found: dict[int, list[Atom]] = defaultdict(list)
        for atom in self.atoms:
            found[self.sentence_index(atom.position)].append(atom)
        return found

    def atoms_worth(self, value: Decimal | str | None) -> Sequence[Atom]:
        """The atoms of one value, in reading order: looked up, since a long text has many and each is asked for."""
        return self._by_value.get(value, ())

    @cached_property
    def _by_value(self) -> dict[Decimal | str | None, list[Atom]]:
        found: dict[Decimal | str | None, list[Atom]] = defaultdict(list)
        for atom in self.atoms:
            found[atom.value].append(atom)
        return found

    def surroundings(self, atom: Atom) -> context.Surroundings:
        """The words around an atom's figure, nearer ones weighing more."""
        found = self._surroundings.get(atom.figure)
        if found is None:
            found = self.words.around(*self.figures[atom.figure].span)
            self._surroundings[atom.figure] = found
        return found

    @cached_property
    def _surroundings(self) -> dict[int, context.Surroundings]:
        return {}


@lru_cache(maxsize=4)
def read_source(text: str, language: str) -> Reading:
    """The reading of a source; remembered, since one source is often checked against several texts."""
    return Reading(text, language)
