"""A figure in the making: what a reader hands back, in tokens.

Readers are functions ``(tokens, index, locale) -> Reading | None``. They look at the tokens from ``index`` on (and may
take in what stands before it, down to ``tokens.at[floor]``), and never raise. `summarizer.figures.search` turns a
`Reading` into a `Figure`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from summarizer.data import Kind, Qualifier

Value = Decimal | str | None


class Reading:
    """What stands from token ``first`` up to token ``stop`` (exclusive)."""

    __slots__ = ("end", "first", "high", "kind", "low", "noun", "qualifier", "stop", "unit", "value")

    def __init__(
        self,
        kind: Kind,
        value: Value,
        first: int,
        stop: int,
        *,
        unit: str | None = None,
        low: Value = None,
        high: Value = None,
        qualifier: Qualifier | None = None,
        noun: str | None = None,
        end: int | None = None,
    ) -> None:
        self.kind = kind
        self.value = value
        self.first = first
        self.stop = stop
        self.unit = unit
        self.low = low
        self.high = high
        self.qualifier = qualifier
        self.noun = noun
        self.end = end
        """Character offset behind the figure, where it ends inside a token."""


class Number(NamedTuple):
    """A number and where it ends."""

    value: Decimal
    stop: int
    """Index of the first token behind it."""
    digits: bool
    """Whether it begins with digits."""
    scaled: bool = False
    """Whether a scale word or symbol took part."""
    bare_article: bool = False
    """Whether it is only ein, a, one."""
