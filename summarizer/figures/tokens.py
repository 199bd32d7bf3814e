"""Cuts a text into tokens and marks those at which a figure can start.

Why so: most words of a text have nothing to do with figures, so they must cost next to nothing. One compiled pattern
cuts the whole text (each token takes the white space behind it along), and each distinct token is judged once: the
judgement is kept in a bounded memory (`Vocabulary`), so that a text is scanned at the speed of a dictionary. Only the
tokens with a `Lexeme` are then read, by the readers of their role.

The pattern uses possessive quantifiers and atomic groups only: no text makes it backtrack. A group is made atomic, not
possessive: before Python 3.11.5 a possessive group kept what its last, failed turn had taken
(python/cpython#106052), and "am 5. November" lost its point.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import accumulate
from typing import Final

from summarizer.figures.lexeme import Lexeme

_TOKEN: Final = re.compile(
    r"\d++(?>(?:[.,'’]\d++){0,12})\s*+"  # digits with any separators; what they mean is for numerals.py
    r"|(?:https?://|www\.)[^\s<>\"]++\s*+"  # an address is one token: nothing in it is a figure
    r"|[^\W\d_]++(?>(?:['’][^\W\d_]++)?)\s*+"  # a word, with an inner apostrophe (o'clock, today's)
    r"|[^\w\s]\s*+|_++\s*+|\s++"
)
_TYPOGRAPHIC_HYPHENS: Final = "\u2010\u2011"
"""Hyphens of typesetting, the second of which no line breaks at: read as the plain one."""
_SENTINELS: Final = 12
_MEMORY: Final = 60_000
"""Distinct tokens remembered; more than the vocabulary of a year of one newspaper's headlines, some 15 MB."""
_LONG: Final = 80
"""Longer tokens are judged each time: a hostile text must not fill the memory."""


class Token:
    """What is known of a token wherever it stands."""

    __slots__ = ("breaks", "lexeme", "low", "spaced", "word")

    def __init__(self, surface: str, lexeme: Lexeme | None, word: str) -> None:
        self.word = word
        """As written, without the white space behind it."""
        low = word.lower()
        self.low = low[:-2] if low.endswith(("'s", "’s")) else low
        """Lower case, without an English possessive: "year-old's" is "year-old"."""
        self.lexeme = lexeme
        self.spaced = len(word) < len(surface)
        self.breaks = surface.count("\n", len(word)) > 1
        """A blank line follows: no figure goes on behind it."""


class Vocabulary(dict[str, Token]):
    """Judges each distinct token once, by ``classify(word) -> Lexeme | None``."""

    def __init__(self, classify: Callable[[str], Lexeme | None]) -> None:
        super().__init__()
        self._classify = classify

    def __missing__(self, surface: str) -> Token:
        word = surface.rstrip()
        if word in _TYPOGRAPHIC_HYPHENS and word:
            word = "-"
        token = Token(surface, self._classify(word) if word else None, word)
        if len(surface) <= _LONG:
            if len(self) >= _MEMORY:
                self.clear()
            self[surface] = token
        return token


_END: Final = Token("", None, "")


class Tokens:
    """A text as tokens. Reading past either end gives empty tokens, so readers need no bounds checks."""

    __slots__ = ("at", "candidates", "starts", "text")

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        surfaces = _TOKEN.findall(text)
        self.text = text
        self.starts = list(accumulate(map(len, surfaces), initial=0))
        """Code-point offset of each token."""
        self.at = list(map(vocabulary.__getitem__, surfaces))
        self.candidates = [i for i, token in enumerate(self.at) if token.lexeme is not None]
        """Indices of the tokens at which a figure can start."""
        self.at += [_END] * _SENTINELS
        self.starts += [len(text)] * _SENTINELS

    def end(self, index: int) -> int:
        """Offset behind the token, without its white space."""
        return self.starts[index] + len(self.at[index].word)

    def glued(self, index: int) -> bool:
        """Whether the token stands directly behind the one before it."""
        return index > 0 and not self.at[index - 1].spaced

    def gap(self, index: int) -> str:
        """The white space behind the token."""
        return self.text[self.end(index) : self.starts[index + 1]]
