"""Numbers in English: 12,400; 1.1 billion; twelve; 21st."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.data import Figure

WORDS: Final = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
ORDINALS: Final = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
)  # fmt: skip
_SCALES: Final = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def number(value: Decimal) -> str:
    """A number in English: 12,400; 1.1 billion; 0.3333 at most to four decimals unless more are given exactly."""
    negative, size = value < 0, abs(value)
    sign = "minus " if negative else ""
    for scale, word in _SCALES:
        if size >= scale:
            part = size / scale
            if part < 1000 and part == part.quantize(Decimal("0.001")):
                return f"{sign}{grouped(part)} {word}"
            break
    return sign + grouped(size)


def grouped(value: Decimal) -> str:
    """12,400.5: all its digits, endless fractions to four decimals."""
    value = value.normalize()
    if value.as_tuple().exponent.__class__ is int and -value.as_tuple().exponent > 12:  # type: ignore[operator]
        value = round(value, 4).normalize()
    return f"{value:,f}"


def spelled(figure: Figure, value: Decimal) -> str:
    """Small numbers stay words where the source writes words."""
    if figure.surface[:1].isalpha() and value == value.to_integral_value() and 0 <= value <= 12:
        return WORDS[int(value)]
    return number(value)


def ends_of(figure: Figure) -> tuple[Decimal, Decimal] | None:
    """The two ends of a range of numbers; None for a figure with a value."""
    if isinstance(figure.low, Decimal) and isinstance(figure.high, Decimal) and figure.value is None:
        return figure.low, figure.high
    return None


def nth(value: int) -> str:
    """1st, 22nd, 1,111th."""
    if value % 100 in (11, 12, 13):
        return f"{value:,}th"
    return f"{value:,}" + {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def ordinal_word(value: int) -> str:
    """third; 21st."""
    return ORDINALS[value] if 0 < value <= 12 else nth(value)
