"""Whether a text may have what a pattern finds, told from its single words.

A pattern of many words takes long to search a text, and most texts have none of them. But texts are made of the same
words over and over, so each distinct word is judged once and remembered: a text is then a few dozen look-ups. What is
spotted may still be another thing ("no" of "No. 5"), so who spots something searches the text itself after all.

To extend: a pattern given to `Spotted` must have a part that a single word shows; words of more than one word are
named by the rarest of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from summarizer.checking.late import late

_MEMORY: Final = 1 << 14
"""Distinct words remembered for each pattern."""
_LONG: Final = 80
"""Longer words are judged each time: a hostile text must not fill the memory."""


class Spotted(dict[str, bool]):
    """For each word, in lower case, whether a pattern finds anything in it."""

    def __init__(self, pattern: str) -> None:
        super().__init__()
        self._pattern = late(pattern, re.IGNORECASE)

    def __missing__(self, word: str) -> bool:
        found = self._pattern.search(word) is not None
        if len(word) <= _LONG:
            if len(self) >= _MEMORY:
                self.clear()
            self[word] = found
        return found

    def among(self, words: Iterable[str]) -> bool:
        """Whether it does in any of the words."""
        return any(map(self.__getitem__, words))
