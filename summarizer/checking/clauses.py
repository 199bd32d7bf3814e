"""Where the clauses of a text end: at commas, dashes, colons and full stops, but not within a number."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

_BREAK = re.compile(r"[,;:–—](?=\s|\w)|\s-\s|[.!?…](?=[\s\"”“»«)]|$)|\n")


class Clauses:
    """Where the clauses of a text begin and end."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._ends = [match.start() for match in _BREAK.finditer(text) if not _inside_number(text, match.start())]

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Where the clause of a stretch of text begins and ends."""
        last = bisect_left(self._ends, end)
        first = bisect_right(self._ends, start)
        stop = self._ends[last] if last < len(self._ends) else self._length
        return (self._ends[first - 1] + 1 if first else 0), stop

    def of(self, position: int) -> int:
        """The number of the clause that a code point stands in."""
        return bisect_right(self._ends, position)


def _inside_number(text: str, at: int) -> bool:
    return text[at] in ".,:" and at + 1 < len(text) and text[at + 1].isdigit() and text[at - 1 : at].isdigit()
