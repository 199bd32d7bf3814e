"""The noun that a figure counts, looked up when it is first asked for: most figures never are.

The lexicon knows better than the reader of figures what "30 local school districts" or "14 neue Boeing-Maschinen"
counts, so where the text is at hand it is asked (`lexicon.counted`); the word that the figure carries is the fallback.
"""

from __future__ import annotations

from functools import lru_cache

from summarizer.checking.lexicon import counted, nouns
from summarizer.data import Figure

_NOTHING: frozenset[str] = frozenset()
_FITS: dict[nouns.Likeness, float] = {
    nouns.Likeness.SAME: 1.5,
    nouns.Likeness.RELATED: 0.7,
    nouns.Likeness.UNKNOWN: 0.0,
    nouns.Likeness.DIFFERENT: -1.5,
}


class Noun:
    """What a figure counts: the word as written, and the concepts it may stand for."""

    __slots__ = ("_concepts", "_end", "_language", "_text", "_word")

    def __init__(self, figure: Figure, text: str, language: str) -> None:
        self._word = figure.noun
        self._text = text
        self._end = figure.span.end
        self._language = language
        self._concepts: frozenset[str] | None = None

    @property
    def word(self) -> str | None:
        """The word counted, None where there is none."""
        if self._concepts is None:
            self._look_up()
        return self._word

    @property
    def concepts(self) -> frozenset[str]:
        """Names of the concepts of `lexicon.nouns`; empty for a word that isn't known."""
        if self._concepts is None:
            self._look_up()
        assert self._concepts is not None
        return self._concepts

    def _look_up(self) -> None:
        found = counted.after(self._text, self._end, self._language) if self._text else None
        if found is not None and found.concepts:
            self._word, self._concepts = found.surface, found.concepts
        elif self._word:
            self._concepts = nouns.concepts(self._word, self._language)
        else:
            self._concepts = _NOTHING


def fit(english: Noun | None, german: Noun | None) -> float:
    """1.5 when both count the same thing by the lexicon, -1.5 when they count different ones, 0 when unknown."""
    if english is None or german is None or not english.concepts or not german.concepts:
        return 0.0
    if not english.concepts.isdisjoint(german.concepts):
        return 1.5
    return _compare(german.word or "", english.word or "")


@lru_cache(maxsize=1 << 14)
def _compare(german: str, english: str) -> float:
    return _FITS[nouns.compare(german, english)]
