"""Fractions: zwei Drittel, ein Viertel, half, three quarters of an hour, 3/4.

A fraction's value is the share (2/3 = 0.666…). A share of a unit or a scale is a quantity of it: "eine halbe Million"
is 500,000, "three quarters of an hour" 45 minutes.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.data import Kind
from summarizer.figures.kinds.mixed import of_many_words, with_part
from summarizer.figures.kinds.shares import HALF, share_of, step
from summarizer.figures.lexeme import Lexeme, Role
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.numbers import parts_of_one, scale_behind, slash_fraction
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens
from summarizer.figures.units import in_unit, unit_at

_FOUR: Final = Decimal(4)
_DENOMINATORS: Final = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 15, 16, 20, 25, 32, 50, 64, 100, 1000})
"""Below other numbers a slash is a date, a score, a reference …, not a fraction."""
_MINUS: Final = frozenset("-−")


def _article_before(t: Tokens, i: int) -> bool:
    lexeme = t.at[i - 1].lexeme
    return i > 0 and lexeme is not None and lexeme.role is Role.ARTICLE


def read_slash(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """3/4, 1/2 Stunde."""
    if t.at[i].spaced or t.at[i + 1].word not in ("/", "⁄") or (t.glued(i) and t.at[i - 1].word == "/"):
        return None
    value = slash_fraction(t, i)
    if value is None or t.at[i + 3].word == "/" or int(t.at[i + 2].word) not in _DENOMINATORS:
        return None
    if value >= 1 and len(t.at[i].word) > 2:
        return None
    first = i
    if t.at[i - 1].word in _MINUS and (t.glued(i) or i == 1) and not (i > 1 and t.glued(i - 1)):
        first, value = i - 1, -value
    return share_of(t, first, value, i + 3, loc)


def read_fraction(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """A fraction word or sign that opens a figure: ½ Liter, viertel Liter, quarter million, tenth of a gallon."""
    lexeme = t.at[i].lexeme
    if lexeme is None or lexeme.value is None:
        return None
    if t.at[i + 1].low == "of" and t.at[i + 2].low in ("a", "an") and _measure_behind(t, i + 3, loc):
        return share_of(t, i, lexeme.value, i + 1, loc)  # tenth of a gallon, quarter of a percentage point
    if len(t.at[i].word) > 1 and unit_at(t, i + 1, loc) is None:
        following = t.at[i + 1].lexeme
        if following is None or following.role is not Role.SCALE:
            return _german_part(t, i, lexeme.value, loc)
        if following.value is not None and following.value < 10**6:
            return None
    elif loc.language == "en" and len(t.at[i].word) > 1 and not _measure_behind(t, i + 1, loc):
        return None
    return share_of(t, i, lexeme.value, i + 1, loc)


def _measure_behind(t: Tokens, j: int, loc: Locale) -> bool:
    found = unit_at(t, j, loc)
    return found is not None and found[0].kind in (Kind.DURATION, Kind.VOLUME, Kind.MASS, Kind.PERCENTAGE_POINT)


def _german_part(t: Tokens, i: int, value: Decimal, loc: Locale) -> Reading | None:
    """das untere Drittel der, ein knappes Viertel: with an article or a genitive beside it."""
    if loc.language != "de" or not t.at[i].word[0].isupper():
        return None
    if t.at[i].low.startswith("viertel") and not (
        t.at[i - 2].low in ("ein", "einem", "rund") or t.at[i + 1].low in _OF
    ):
        return None
    if t.at[i - 1].lexeme is not None and t.at[i - 1].lexeme.role is Role.ORDINAL:  # type: ignore[union-attr]
        return None
    return Reading(Kind.FRACTION, value, i, i + 1)


_OF: Final = wordset("aller davon der des von seiner ihrer")


def read_counted(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """zwei Drittel, three quarters, ein Viertel, a third, five eighths, one and a half, 5 und eine halbe Stunde."""
    lexeme = t.at[i].lexeme
    if lexeme is None or lexeme.value is None:
        return None
    nxt = i + 1
    if t.at[nxt].word == "-":
        nxt += 1
    behind = t.at[nxt].lexeme
    if behind is not None and behind.role in _PARTS and behind.value is not None:
        found = _one_word(t, i, nxt, lexeme, behind, loc)
        if found is not None:
            return found
    if t.at[step(t, i)].low in loc.ands:
        return with_part(t, i, lexeme, loc)
    goes_on = behind is not None and behind.role in _MORE_WORDS and loc.ordinal_denominators
    return of_many_words(t, i, loc) if goes_on else None


_MORE_WORDS: Final = frozenset({Role.CARDINAL, Role.SCALE})


_ARTICLES: Final = wordset("a an ein eine einen einer eines einem")
_PARTS: Final = frozenset({Role.FRACTION, Role.HALF, Role.ORDINAL})


def _one_word(t: Tokens, i: int, j: int, count: Lexeme, part: Lexeme, loc: Locale) -> Reading | None:
    assert count.value is not None
    assert part.value is not None
    if len(t.at[j].word) == 1 and not t.at[j].word.isascii():  # 2½
        if count.extra in _ARTICLES:
            return share_of(t, i, part.value, j + 1, loc)  # a ½ hour
        return share_of(t, i, count.value + part.value, j + 1, loc, Kind.NUMBER)
    article = count.role is Role.ARTICLE
    if part.role is Role.ORDINAL:
        if not loc.ordinal_denominators or not _is_denominator(t, i, j, article, part.value):
            return None
        return share_of(t, i, count.value / part.value, j + 1, loc)
    if part.role is Role.HALF:
        if not (not article or _half_opens(t, j, loc) if loc.language == "de" else article):
            return None
        if loc.language == "de" and t.at[j].low == "halb":
            return None
    elif loc.language == "en" and _counts_quarters(t, i, j, count.value, article=article):
        return None
    return share_of(t, i, parts_of_one(count.value, part.value), j + 1, loc)


def _counts_quarters(t: Tokens, i: int, j: int, count: Decimal, *, article: bool) -> bool:
    """Whether quarters are parts of a year or a town, no fraction: 16 quarters are four years."""
    if t.at[j].low == "quarters":
        return count >= _FOUR
    return article and t.at[j].low == "quarter" and not _is_quarter(t, i, j)


def _is_quarter(t: Tokens, i: int, j: int) -> bool:
    """Whether "a quarter" is a share: not "a quarter past", not three months."""
    following = t.at[j + 1]
    if following.low in ("past", "to", "century"):
        return False
    if t.at[i].low == "one" or not following.word[:1].isalpha():
        return t.at[i].low == "one" or t.at[i - 1].low not in ("for", "in", "per", "over", "this", "last")
    return following.low in (
        "of",
        "million",
        "billion",
        "hour",
        "as",
        "more",
        "less",
        "in",
        "mile",
        "are",
        "were",
        "have",
    )


def _half_opens(t: Tokens, j: int, loc: Locale) -> bool:
    """Whether halbe is a share of something countable: halbe Million, halbes Dutzend, halbe Stunde."""
    following = t.at[j + 1].lexeme
    if following is not None and following.role in (Role.SCALE, Role.COLLECTIVE):
        return True
    return unit_at(t, j + 1, loc) is not None


def _is_denominator(t: Tokens, i: int, j: int, article: bool, value: Decimal) -> bool:
    """Whether an English ordinal behind a count is a denominator: a third of, one-fifth."""
    if value < 3 or not article:
        return False
    follower = t.at[j + 1]
    if t.at[i].low == "one" and t.at[i + 1].word == "-":
        return True
    return follower.low in _AFTER_SHARE or not follower.word or not follower.word[0].isalpha()


_AFTER_SHARE: Final = wordset(
    "of less more from in on at by as to higher lower larger smaller fewer and are were is was do does did don't "
    "doesn't didn't would will can could have had has say said think believe"
)  # fmt: skip


def of_a_measure(t: Tokens, i: int, value: Decimal, loc: Locale) -> Reading | None:
    """fourth of a litre, tenth of a gallon: a part of a unit of volume, mass or time."""
    if t.at[i + 1].low != "of":
        return None
    j = i + 2 + (t.at[i + 2].low in ("a", "an"))
    found = unit_at(t, j, loc)
    if found is None or found[0].kind not in (Kind.VOLUME, Kind.MASS) or t.at[j].low.endswith("s"):
        return None
    amount, code = in_unit(Decimal(1) / value, found[0])
    return Reading(found[0].kind, amount, i, found[1], unit=code)


def read_half(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """half, half a million, half-hour, halbe Stunde, ein halbes Dutzend."""
    first = i - 1 if _article_before(t, i) else i
    if loc.language == "de":
        if t.at[i].low == "halb" and t.at[i + 1].low == "so":  # halb so viel
            return Reading(Kind.FRACTION, HALF, i, i + 1)
        if t.at[i].low == "halb" or not _half_opens(t, i, loc):
            return None
        return share_of(t, first, HALF, i + 1, loc)
    j = step(t, i)
    if t.at[j].low in ("a", "an"):
        j = step(t, j)
    scaled = scale_behind(t, j, loc, HALF)
    found = unit_at(t, scaled.stop, loc)
    if scaled.scaled or (found is not None and (t.at[i - 1].low not in _HALVES or found[0].code == "hour")):
        return share_of(t, first, HALF, j, loc)
    before = t.at[i - 2 if t.at[i - 1].word == "-" and i > 1 else i - 1].low
    if before in _HALVES or (t.at[i + 1].word == "-") or t.at[i + 1].low in _NOT_HALF:
        return None
    return Reading(Kind.FRACTION, HALF, i, i + 1)


_HALVES: Final = wordset("first second other better opening 1st 2nd latter the later top bottom final")
_NOT_HALF: Final = wordset("time hearted brother sister way back")
