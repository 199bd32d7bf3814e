"""What a single word can mean for a figure: its role, and the value it brings.

A `Lexeme` is what a language's word list and word analysis give for one token; the table in `summarizer.figures.kinds`
says which readers a role calls.
"""

from __future__ import annotations

from decimal import Decimal
from enum import IntEnum, auto
from typing import NamedTuple

from summarizer.data import Kind


class Role(IntEnum):
    """Where a figure can start, and which readers are asked."""

    DIGITS = auto()
    CARDINAL = auto()
    """A number word below the scales: zwei, hundert, dreihundertelf, eighty."""
    ARTICLE = auto()
    """ein, eine, a, an, one: a number only before a scale, a fraction, a unit … ."""
    SCALE = auto()
    """Million, thousand, Mrd.: multiplies what stands before it."""
    MIXED = auto()
    """A whole number word with a fraction: anderthalb, dreieinhalb."""
    TOGETHER = auto()
    """dritt in "zu dritt"."""
    SHARE = auto()
    """Hälfte: a share with its own word."""
    SPAN = auto()
    """decade, Jahrzehnt: ten years behind a, last, next."""
    AGED = auto()
    """aged, Alter: the number behind it is an age."""
    NAME = auto()
    """A word that may open a name with a number: semi-final, World War II."""
    COLLECTIVE = auto()
    """Dutzend, dozen, Paar, couple: a number behind an article or a number."""
    FRACTION = auto()
    """Drittel, quarters: the part one of it is worth."""
    HALF = auto()
    SIGN = auto()
    """minus, plus and their signs."""
    ORDINAL = auto()
    MULTIPLE = auto()
    """doppelt, dreimal, zehnfach, twice, tenfold."""
    FULL = auto()
    """A figure whole in itself; `Lexeme.extra` is a `Whole`."""
    MONTH = auto()
    WEEKDAY = auto()
    HOLIDAY = auto()
    EVERY = auto()
    """jeder (dritte), every (third), each."""
    BOTH = auto()
    VAGUE = auto()
    """Hunderte, dozens."""
    CURRENCY = auto()
    """A sign or code that stands before its number: $, EUR."""
    LABEL = auto()
    """A word that makes the number behind it a name: Artikel, Nr., §, Version."""
    PERIOD = auto()
    """Q, KW, H: makes the number behind it a quarter, a week, a half-year."""
    CLOCK = auto()
    """halb, viertel, noon, midnight."""


class Lexeme(NamedTuple):
    """What one word can bring to a figure."""

    role: Role
    value: Decimal | None = None
    extra: object = None


class Whole(NamedTuple):
    """A figure that one word says in full: zehntägig, drittgrößte, Achtelfinale, noon."""

    kind: Kind
    value: Decimal | str | None
    unit: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    noun: str | None = None
