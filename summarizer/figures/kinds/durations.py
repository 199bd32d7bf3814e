"""Lengths of time that one word says: a decade, im vergangenen Jahrzehnt. Those with a number are unit words."""

from __future__ import annotations

from typing import Final

from summarizer.data import Kind
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens

_ONE: Final = wordset(
    "a last past next previous coming ein einem eines letzten vergangenen nächsten kommenden vorigen knappen "
    "guten halben"
)


def read_span(t: Tokens, i: int, _loc: Locale) -> Reading | None:
    """a decade, the last decade, im vergangenen Jahrzehnt: ten years."""
    lexeme = t.at[i].lexeme
    if lexeme is None or t.at[i - 1].low not in _ONE:
        return None
    return Reading(Kind.DURATION, lexeme.value, i, i + 1, unit="year")
