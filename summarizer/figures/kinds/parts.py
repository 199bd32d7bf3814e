"""Fractions, ratios and multiples: zwei Drittel, jeder Dritte, four out of five, 2:1, doppelt so viel, tenfold.

A fraction's value is the share (2/3 = 0.666…); a ratio "2:1" is the quotient of its sides (2), and the map scale
"1:100.000" 0.00001; a multiple is the factor (doubled 2, halved 0.5).
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.data import Kind
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale
from summarizer.figures.numberwords import read_number, scale_behind, slash_fraction
from summarizer.figures.quantities import unit_at
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens

_DENOMINATORS: Final = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 15, 16, 20, 25, 32, 50, 64, 100, 1000})


def _with_unit(t: Tokens, first: int, value: Decimal, stop: int, loc: Locale, kind: Kind = Kind.FRACTION) -> Reading:
    """A share of a unit is a quantity of it: eine halbe Stunde, three quarters of an hour, a quarter million."""
    j = stop
    if loc.language == "en":
        if t.at[j].low == "of" and t.at[j + 1].low in ("a", "an"):
            j += 2
        elif t.at[j].low in ("a", "an") or (t.at[j].low == "of" and t.at[j + 1].low in ("hour", "hours", "liter")):
            j += 1
    scaled = scale_behind(t, j, loc, value)
    if scaled.scaled:
        found = unit_at(t, scaled.stop, loc)
        if found is not None:
            return Reading(found[0].kind, scaled.value * found[0].factor, first, found[1], unit=found[0].code)
        return Reading(Kind.NUMBER, scaled.value, first, scaled.stop)
    found = unit_at(t, j, loc)
    if found is not None and found[0].kind not in (Kind.AGE,):
        return Reading(found[0].kind, value * found[0].factor, first, found[1], unit=found[0].code)
    return Reading(kind, value, first, stop)


def read_slash(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """3/4, 1/2 Stunde."""
    if t.at[i].spaced or t.at[i + 1].word not in ("/", "⁄") or (t.glued(i) and t.at[i - 1].word in "/"):
        return None
    value = slash_fraction(t, i)
    if value is None or t.at[i + 3].word == "/" or int(t.at[i + 2].word) not in _DENOMINATORS:
        return None
    if value >= 1 and len(t.at[i].word) > 2:
        return None
    first = i
    if t.at[i - 1].word in ("-", "−") and (t.glued(i) or i == 1) and not (i > 1 and t.glued(i - 1)):
        first, value = i - 1, -value
    return _with_unit(t, first, value, i + 3, loc)


def read_fraction(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """A fraction word or sign that opens a figure: ½ Liter, Drittel, quarter million, Viertel."""
    lexeme = t.at[i].lexeme
    if lexeme is None or lexeme.value is None:
        return None
    first, before = i, t.at[i - 1].lexeme
    if before is not None and before.role is Role.ARTICLE:
        first = i - 1
    elif loc.language == "en" and len(t.at[i].word) > 1:
        nxt = t.at[i + 1].lexeme
        if nxt is None or nxt.role is not Role.SCALE:
            return None
    if (
        len(t.at[i].word) > 1
        and loc.language == "de"
        and not t.at[i].word[0].isupper()
        and first == i
        and unit_at(t, i + 1, loc) is None
    ):
        return None
    return _with_unit(t, first, lexeme.value, i + 1, loc)


def read_counted_fraction(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """zwei Drittel, three quarters, ein Viertel, a third, five eighths, one and a half, 5 und eine halbe Stunde."""
    lexeme = t.at[i].lexeme
    if lexeme is None or lexeme.value is None:
        return None
    nxt = i + 1
    if t.at[nxt].word == "-" and not t.at[nxt].spaced:
        nxt += 1
    behind = t.at[nxt].lexeme
    if behind is not None and behind.role in (Role.FRACTION, Role.HALF, Role.ORDINAL):
        found = _one_word(t, i, nxt, loc)
        if found is not None:
            return found
    return _sum(t, i, loc)


def _one_word(t: Tokens, i: int, j: int, loc: Locale) -> Reading | None:
    count, part = t.at[i].lexeme, t.at[j].lexeme
    assert count is not None
    assert part is not None
    assert count.value is not None
    value = part.value
    if value is None or part.role is Role.ORDINAL:
        value = _as_denominator(t, i, j, loc)
        if value is None:
            return None
    if part.role is Role.HALF:
        if loc.language == "de" and t.at[j].low == "halb":
            return None
        if loc.language == "en" and count.role is not Role.ARTICLE:
            return None
    if part.role is Role.FRACTION and loc.language == "en" and t.at[j].low == "quarter" and count.role is Role.ARTICLE:
        if t.at[j + 1].low in ("past", "to", "century") or (
            t.at[i].low == "a"
            and t.at[j + 1].low not in ("of", "million", "billion", "century")
            and t.at[j + 1].word[:1].isalpha()
        ):
            return None
    if part.role is Role.FRACTION and count.role not in (Role.ARTICLE, Role.CARDINAL, Role.DIGITS):
        return None
    if count.role is Role.ARTICLE and part.role is Role.HALF and loc.language == "de" and not _half_scale(t, j, loc):
        return None
    return _with_unit(t, i, count.value * value, j + 1, loc)


def _half_scale(t: Tokens, j: int, loc: Locale) -> bool:
    nxt = t.at[j + 1].lexeme
    return (nxt is not None and nxt.role in (Role.SCALE, Role.COLLECTIVE)) or unit_at(t, j + 1, loc) is not None


def _as_denominator(t: Tokens, i: int, j: int, loc: Locale) -> Decimal | None:
    """a third, one-fifth, three fifths: an English ordinal below a count."""
    if loc.language != "en":
        return None
    part, count, low = t.at[j].lexeme, t.at[i].lexeme, t.at[j].low
    if part is None or part.value is None or count is None or part.value < 3:
        return None
    follower = t.at[j + 1]
    if count.role is Role.ARTICLE:
        if t.at[i].low != "one" and not (
            follower.low in ("of", "and")
            or not follower.word
            or not follower.word[0].isalpha()
            or follower.low in _AFTER_THIRD
        ):
            return None
        return Decimal(1) / part.value
    return None if low else None


_AFTER_THIRD: Final = frozenset(
    {
        "less",
        "more",
        "from",
        "in",
        "on",
        "at",
        "by",
        "as",
        "to",
        "higher",
        "lower",
        "bigger",
        "smaller",
        "larger",
        "fewer",
    }
)


def _sum(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """one and a half, six and two thirds million, 5 und eine halbe Stunde, an hour and a half."""
    count = t.at[i].lexeme
    assert count is not None
    assert count.value is not None
    if count.role not in (Role.CARDINAL, Role.DIGITS, Role.ARTICLE) or t.at[i + 1].low not in loc.ands:
        return None
    j = i + 2
    first, part = t.at[j].lexeme, t.at[j + 1].lexeme
    if first is None:
        return None
    if first.role in (Role.FRACTION, Role.HALF) and first.value is not None:
        return _with_unit(t, i, count.value + first.value, j + 1, loc, Kind.NUMBER)
    if part is None or first.value is None or part.value is None or first.role not in (Role.ARTICLE, Role.CARDINAL):
        return None
    if part.role in (Role.FRACTION, Role.HALF):
        return _with_unit(t, i, count.value + first.value * part.value, j + 2, loc, Kind.NUMBER)
    if part.role is Role.ORDINAL and loc.language == "en" and first.role is Role.ARTICLE and part.value > 2:
        return _with_unit(t, i, count.value + 1 / part.value, j + 2, loc, Kind.NUMBER)
    return None


def read_half(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """half, half a million, half of the, halbe Stunde, ein halbes Dutzend."""
    low = t.at[i].low
    if loc.language == "de":
        if low == "halb" or not _half_scale(t, i, loc):
            return None
        before = t.at[i - 1].lexeme
        first = i - 1 if before is not None and before.role is Role.ARTICLE else i
        return _with_unit(t, first, Decimal("0.5"), i + 1, loc)
    j = i + 2 if t.at[i + 1].low in ("a", "an") else i + 1
    if t.at[i + 1].word == "-" and not t.at[i].spaced:
        j = i + 2
    scaled = scale_behind(t, j, loc, Decimal("0.5"))
    if scaled.scaled or unit_at(t, j, loc) is not None:
        before = t.at[i - 1].lexeme
        first = i - 1 if before is not None and before.role is Role.ARTICLE else i
        return _with_unit(t, first, Decimal("0.5"), j, loc)
    if t.at[i - 1].low in ("first", "second", "other", "opening") or (
        t.at[i].spaced is False and t.at[i + 1].word == "-"
    ):
        return None
    follower = t.at[i + 1].low
    if follower in ("of", "the", "its", "their", "his", "her", "all", "as", "that", "our", "people") or t.at[
        i - 1
    ].low in ("by", "in", "than", "nearly", "almost", "about", "over", "only"):
        return Reading(Kind.FRACTION, Decimal("0.5"), i, i + 1)
    return None


def read_out_of(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """vier von fünf, one in three, four out of five."""
    lexeme = t.at[i].lexeme
    if lexeme is None or lexeme.value is None:
        return None
    j = i + 1
    low = t.at[j].low
    if loc.language == "de":
        if low != "von":
            return None
        j += 1
    elif low == "out" and t.at[j + 1].low == "of":
        j += 2
    elif low == "in" or (low == "over" and t.at[i].low == "one"):
        j += 1
    else:
        return None
    whole = t.at[j].lexeme
    if whole is None or whole.role not in (Role.CARDINAL, Role.DIGITS) or whole.value is None:
        return None
    number = read_number(t, j, loc)
    if number is None or number.value <= lexeme.value or lexeme.value < 1 or lexeme.value > 99 or number.value > 10**6:
        return None
    if low == "in" and (
        number.value > 1000
        or (lexeme.value > 10 and t.at[i].word.isdecimal())
        or unit_at(t, number.stop, loc) is not None
    ):
        return None
    if (
        low == "in"
        and t.at[number.stop].word[:1].isalpha()
        and lexeme.value != 1
        and t.at[number.stop].low not in ("or",)
    ):
        return None
    return Reading(Kind.FRACTION, lexeme.value / number.value, i, number.stop)


def read_every(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """jeder Dritte, every third: a share of one in three."""
    nxt = t.at[i + 1].lexeme
    if nxt is None or nxt.role is not Role.ORDINAL or nxt.value is None or not 3 <= nxt.value <= 100000:
        if nxt is None or nxt.role is not Role.ORDINAL or nxt.value != 2 or loc.language == "en":
            return None
    if t.at[i + 2].low in loc.phrases and loc.language == "en":
        return None
    return Reading(Kind.FRACTION, Decimal(1) / nxt.value, i, i + 2)


def read_multiple(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """doppelt so viel, dreimal, zehnfach, twice as many, tenfold, halved."""
    lexeme = t.at[i].lexeme
    if lexeme is None or lexeme.value is None:
        return None
    stop = i + 1
    if lexeme.extra == "einmal" and (
        t.at[i - 1].low in ("auf", "noch", "nicht", "erst", "wieder", "schon", "doch") or t.at[i + 1].low in ("mehr",)
    ):
        return None
    if loc.language == "en" and t.at[i].low == "once" and True:
        return None
    if (
        loc.language == "en"
        and t.at[i].low in ("halves", "doubles", "double", "triple")
        and t.at[i + 1].low not in ("the", "that", "its", "in", "to", "as", "digit")
    ):
        return None
    if t.at[stop].low in ("so", "as"):
        stop += 1
        if t.at[stop].low in (
            "viel",
            "viele",
            "hoch",
            "groß",
            "many",
            "much",
            "high",
            "large",
            "big",
            "lang",
            "long",
            "schnell",
            "häufig",
            "often",
        ):
            stop += 1
    return Reading(Kind.MULTIPLE, lexeme.value, i, stop)


def read_times(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """10-fach, 3,5-fache, 12.000-mal, 12 000 Mal, 3x, five times, 4-fold."""
    number = read_number(t, i, loc)
    if number is None or number.bare_article:
        return None
    j = number.stop
    if t.at[j].word == "-" and not t.at[j].spaced:
        j += 1
    low = t.at[j].low
    if low in ("fach", "fache", "fachen", "facher", "mal", "fold", "faches", "times") or (
        low == "x" and t.glued(j) and not t.at[j + 1].word[:1].isdecimal() and t.at[j].word == "x"
    ):
        return Reading(Kind.MULTIPLE, number.value, i, j + 1)
    return None


def read_ratio(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """2:1, 1:100.000, 3 zu 1, 3-1 in sport."""
    lexeme = t.at[i].lexeme
    if lexeme is None or lexeme.value is None:
        return None
    mark, other = t.at[i + 1], t.at[i + 2]
    second = other.lexeme
    if second is None or second.role not in (Role.DIGITS, Role.CARDINAL) or second.value is None:
        return None
    if mark.word == ":":
        if t.at[i].spaced or mark.spaced or (t.at[i + 3].word == ":" and not other.spaced):
            return None
    elif mark.low in ("zu",) and loc.language == "de":
        if lexeme.value > 20 or second.value > 20 or t.at[i - 1].low == "bis":
            return None
    elif mark.word in ("-", "–"):
        if t.at[i].spaced or mark.spaced or second.value > lexeme.value or lexeme.value > 15 or t.glued(i):
            return None
        if (
            len(t.at[i].word) > 2
            or unit_at(t, i + 3, loc) is not None
            or (t.at[i + 3].word in "-–" and t.at[i + 3].word)
        ):
            return None
    else:
        return None
    return Reading(Kind.RATIO, _quotient(lexeme.value, second.value), i, i + 3, low=lexeme.value, high=second.value)


def _quotient(a: Decimal, b: Decimal) -> Decimal:
    return a / b if b else a
