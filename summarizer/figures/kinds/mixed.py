"""Numbers of several words with a fraction: twenty-three fifths, two million and a half, 5 und eine halbe Stunde."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.data import Kind
from summarizer.figures.kinds.shares import ONE, share_of, step
from summarizer.figures.lexeme import Lexeme, Role
from summarizer.figures.locale import Locale
from summarizer.figures.numbers import parts_of_one, read_number
from summarizer.figures.reading import Number, Reading
from summarizer.figures.tokens import Tokens

_THOUSAND: Final = Decimal(1000)


def of_many_words(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """twenty-three fifths, one hundred and three quarters, 3 million and a half, six million and two thirds."""
    number = read_number(t, i, loc)
    if number is None or number.bare_article:
        return None
    j = number.stop + (t.at[number.stop].word == "-")
    part = t.at[j].lexeme
    if part is not None and part.role is Role.FRACTION and part.value and t.at[j].low.endswith("s"):
        if number.digits or t.at[j].low == "quarters":
            return None
        return share_of(t, i, parts_of_one(number.value, part.value), j + 1, loc)
    return _and_part(t, i, number, loc) if t.at[number.stop].low in loc.ands else None


def _and_part(t: Tokens, i: int, number: Number, loc: Locale) -> Reading | None:
    """A share behind an and: of the scale before it (two million and a half), or of the one that follows it."""
    j = number.stop + 1
    count, part = t.at[j].lexeme, t.at[j + 1].lexeme
    if count is None or part is None or count.role not in _COUNTS or count.value is None or not part.value:
        return None
    if part.role in (Role.FRACTION, Role.HALF):
        share = parts_of_one(count.value, part.value)
    elif part.role is Role.ORDINAL and count.role is Role.ARTICLE and part.value > 2:
        share = count.value / part.value
    else:
        return None
    last, behind, stop = t.at[number.stop - 1].lexeme, t.at[j + 2].lexeme, j + 2
    scale = last.value if last is not None and last.role is Role.SCALE and last.value is not None else ONE
    if behind is not None and behind.role is Role.SCALE and behind.value is not None:
        scale, stop = behind.value, j + 3
    elif t.at[stop].low == "of" or share >= 1:
        return None
    elif scale < _THOUSAND:
        scale = ONE
    return share_of(t, i, number.value + share * scale, stop, loc, Kind.NUMBER)


_COUNTS: Final = frozenset({Role.ARTICLE, Role.CARDINAL})


def with_part(t: Tokens, i: int, count: Lexeme, loc: Locale) -> Reading | None:
    """one and a half, five and a half million, 5 und eine halbe Stunde, three and a fifth."""
    assert count.value is not None
    j = step(t, step(t, i))
    k = step(t, j)
    first, part = t.at[j].lexeme, t.at[k].lexeme
    if first is None or first.value is None:
        return None
    if first.role in (Role.FRACTION, Role.HALF):
        return share_of(t, i, count.value + first.value, j + 1, loc, Kind.NUMBER)
    if part is None or part.value is None or first.role not in (Role.ARTICLE, Role.CARDINAL):
        return None
    if part.role in (Role.FRACTION, Role.HALF):
        return share_of(t, i, count.value + parts_of_one(first.value, part.value), k + 1, loc, Kind.NUMBER)
    if part.role is Role.ORDINAL and loc.ordinal_denominators and first.role is Role.ARTICLE and part.value > 2:
        return share_of(t, i, count.value + ONE / part.value, k + 1, loc, Kind.NUMBER)
    return None
