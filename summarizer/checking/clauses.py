"""Where the clauses of a text end: at commas, dashes, colons and full stops, but not within a number.

A line end is one where a paragraph, a heading or a list item ends; that of a text wrapped at a fixed width is none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from summarizer.checking.late import late

_BREAK = late(r"[,;:–—](?=\s|\w)|\s-\s|[.!?…](?=[\s\"”“»«)]|$)|\n")
_FULL_LINE = 55
"""A line of at least so many code points, with another right below it, may be wrapped."""


class Clauses:
    """Where the clauses of a text begin and end."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        #: Where each clause ends, in reading order.
        self.ends = [match.start() for match in _BREAK.finditer(text) if _ends_clause(text, match.start())]

    def around(self, start: int, end: int) -> tuple[int, int]:
        """Where the clause of a stretch of text begins and ends."""
        last = bisect_left(self.ends, end)
        first = bisect_right(self.ends, start)
        stop = self.ends[last] if last < len(self.ends) else self._length
        return (self.ends[first - 1] + 1 if first else 0), stop

    def of(self, position: int) -> int:
        """The number of the clause that a code point stands in."""
        return bisect_right(self.ends, position)


def _ends_clause(text: str, at: int) -> bool:
    if text[at] == "\n":
        return text[at + 1 : at + 2].isspace() or at - text.rfind("\n", 0, at) <= _FULL_LINE
    return not (text[at] in ".,:" and text[at + 1 : at + 2].isdigit() and text[at - 1 : at].isdigit())
