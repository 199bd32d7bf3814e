"""A text as the check sees it: its figures taken apart, and, when they are asked for, its words and sentences.

Most figures of most texts agree at first sight, so words and sentences are read only where something has to be
weighed. That is what makes the check fast; nothing else here is clever.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property, lru_cache

from summarizer import figures, sentences
from summarizer.checking import context
from summarizer.checking.atoms import Atom, explode
from summarizer.data import Figure, Sentence


class Reading:
    """A text with its figures; words and sentences come when needed."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self.figures: tuple[Figure, ...] = figures.find(text, language)
        self.atoms: list[Atom] = explode(self.figures, text, language)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the text."""
        return sentences.split(self.text, self.language)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

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
