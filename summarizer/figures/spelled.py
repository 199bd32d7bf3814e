"""Adds and multiplies number words: two hundred and thirty-five thousand; ein und dreißig Millionen zweihundert.

One grammar serves all languages; what a word is worth comes from the locale. A number ends where the next word cannot
belong to it ("vier zwanzig" are two numbers). Each token is looked at once, so the time is linear.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.figures.lexeme import Lexeme, Role
from summarizer.figures.locale import Locale
from summarizer.figures.reading import Number
from summarizer.figures.tokens import Tokens

HYPHENS: Final = frozenset("-‐‑—")
_ZERO, _ONE, _DOZEN = Decimal(0), Decimal(1), Decimal(12)
_HUNDRED, _THOUSAND = Decimal(100), Decimal(1000)
_LARGEST: Final = Decimal(10) ** 27
"""Beyond it decimals lose their last digits, and nobody writes words."""
_MAX_WORDS: Final = 40
"""Tokens one number may take: longer runs of number words are lists."""


class _Sum:
    """A number as far as it has been read: ``total`` of what is closed by a scale, ``group`` of what is open."""

    __slots__ = ("group", "joined", "last_scale", "ones_first", "scale_follows", "scaled", "tens_follow", "total")

    def __init__(self, *, ones_first: bool) -> None:
        self.ones_first = ones_first
        self.total = _ZERO
        self.group: Decimal | None = None
        self.last_scale: Decimal | None = None
        self.scaled = False
        self.joined = False
        """Whether an and stands before the word at hand."""
        self.scale_follows = False
        """Whether a smaller scale stands behind the word at hand: a million one thousand."""
        self.tens_follow = False
        """Whether the word at hand is the one of "hundert ein und zwanzig"."""

    @property
    def value(self) -> Decimal:
        return self.total + (self.group or _ZERO)

    def add(self, lexeme: Lexeme, value: Decimal, *, first: bool) -> bool:
        """Takes one more word in; False if it belongs to another number."""
        role = lexeme.role
        if role is Role.CARDINAL or (role is Role.ARTICLE and (first or self._takes_one(lexeme))):
            return self._add_cardinal(value)
        if role is Role.SCALE:
            return self._add_hundred() if value == _HUNDRED else self._add_scale(value)
        if role is Role.MIXED and self.group is None and not self.total:
            self.group = value
            return True
        return False

    def add_collective(self, lexeme: Lexeme, value: Decimal, *, first: bool) -> bool:
        """ein Dutzend, three dozens, ein Paar: the last word of its number."""
        if lexeme.role not in (Role.COLLECTIVE, Role.VAGUE) or (first and value != _DOZEN):
            return False
        if lexeme.role is Role.VAGUE and (first or value != _DOZEN):
            return False
        self.group, self.scaled = (_ONE if self.group is None else self.group) * value, True
        return True

    def _takes_one(self, lexeme: Lexeme) -> bool:
        """Whether a one inside the number goes on with it: twenty-one, a thousand and one; never a or an."""
        if lexeme.extra in ("a", "an"):
            return False
        if self.group is None:
            return self.last_scale is not None and (self.joined or self.scale_follows)
        return self.group % 10 == 0 and (self.joined or self.group % 100 != 0 or self.tens_follow)

    def _add_cardinal(self, value: Decimal) -> bool:
        group = self.group
        if group is None:
            if self.last_scale is not None and value >= self.last_scale:
                return False
            self.group = value
            return True
        if self.joined and self.ones_first:
            inverted = group % 100 < 10 and group % 10 > 0 and value % 10 == 0 and 20 <= value <= 90
            if not inverted and not (group % 100 == 0 and value < 100):  # drei und zwanzig; hundert und drei
                return False
        elif group % 100 == 0:
            if value >= 100:
                return False
        elif self.ones_first or self.joined:
            return False
        elif group % 10 == 0 and group % 100 >= 20:
            if not 0 < value < 10:
                return False
        elif 11 <= group < 20 and 10 <= value <= 99:  # nineteen eighty-four
            group *= 100
        else:
            return False
        self.group = group + value
        return True

    def _add_hundred(self) -> bool:
        if self.group is not None and self.group >= 100:
            return False
        self.group, self.scaled = (_ONE if self.group is None else self.group) * 100, True
        return True

    def _add_scale(self, value: Decimal) -> bool:
        if self.value * value >= _LARGEST:
            return False
        if self.group is None and self.total and value > _THOUSAND:  # three thousand million
            self.total *= value
        elif self.group is not None and self.last_scale is not None and value >= self.last_scale:
            return False
        else:
            self.total += (_ONE if self.group is None else self.group) * value
        self.group, self.last_scale, self.scaled = None, value, True
        return True


def read_spelled(t: Tokens, i: int, loc: Locale) -> Number | None:
    """The number in words that starts at token ``i``."""
    number = _Sum(ones_first=loc.ones_before_tens)
    first = t.at[i].lexeme
    if first is None or (first.role is Role.SCALE and first.extra in ("dot", "short")):
        return None  # Mio., bn need a number before them; Bio is organic
    j = stop = i
    while j < i + _MAX_WORDS:
        token = t.at[j]
        lexeme = token.lexeme
        if lexeme is None:
            if j != stop or j == i or not _joins(t, j, loc, number):
                break
            number.joined = token.low in loc.ands
            j += 1
            continue
        if lexeme.value is None:
            break
        if number.add_collective(lexeme, lexeme.value, first=j == i):
            stop = j + 1
            break
        behind = t.at[j + 1].lexeme
        number.scale_follows = (
            behind is not None
            and behind.role is Role.SCALE
            and behind.value is not None
            and number.last_scale is not None
            and behind.value < number.last_scale
        )
        number.tens_follow = number.ones_first and lexeme.role is Role.ARTICLE and _tens_follow(t, j + 1, loc)
        if not number.add(lexeme, lexeme.value, first=j == i):
            break
        number.joined = False
        j += 1 + (lexeme.extra == "dot" and t.at[j + 1].word == "." and not token.spaced)
        stop = j
        if t.at[j - 1].breaks:
            break
    if stop == i:
        return None
    bare = stop == i + 1 and first.role is Role.ARTICLE
    return Number(number.value, stop, digits=False, scaled=number.scaled, bare_article=bare)


def _tens_follow(t: Tokens, j: int, loc: Locale) -> bool:
    tens = t.at[j + 1].lexeme
    if t.at[j].low not in loc.ands or tens is None or tens.role is not Role.CARDINAL or tens.value is None:
        return False
    return tens.value % 10 == 0 and 20 <= tens.value <= 90


def _joins(t: Tokens, j: int, loc: Locale, number: _Sum) -> bool:
    """Whether the word at ``j`` (a hyphen, an and) may stand inside the number, given what follows it."""
    token, following = t.at[j], t.at[j + 1].lexeme
    if following is None or following.value is None or t.at[j - 1].breaks:
        return False
    group = number.group
    if token.word in HYPHENS:
        if following.role is Role.SCALE:
            return True
        small = following.role in (Role.CARDINAL, Role.ARTICLE) and following.value < 10
        return small and group is not None and group % 10 == 0
    if token.word == ",":  # three million, two hundred thousand
        scale = t.at[j + 2].lexeme
        if group is not None or number.last_scale is None or scale is None or following.role is not Role.CARDINAL:
            return False
        return scale.role is Role.SCALE and scale.value is not None and scale.value < number.last_scale
    if token.low not in loc.ands or following.role not in (Role.CARDINAL, Role.ARTICLE):
        return False
    behind = t.at[j + 2].lexeme
    if behind is not None and behind.role is Role.FRACTION:  # a hundred and three quarters
        return False
    counted = following.role is Role.CARDINAL or following.extra == "one"
    if group is None:
        return number.last_scale is not None and counted
    if group % 100 == 0:
        return counted
    return number.ones_first and group % 100 < 10 and following.value % 10 == 0 and 20 <= following.value <= 90
