"""Fractions: zwei Drittel, ein Viertel, half, one and a half, jeder Dritte, four out of five, 3/4.

A fraction's value is the share (2/3 = 0.666…). A share of a unit or a scale is a quantity of it: "eine halbe Million"
is 500,000, "three quarters of an hour" 45 minutes.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.data import Kind
from summarizer.figures.lexeme import Lexeme, Role
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.numbers import parts_of_one, read_number, scale_behind, slash_fraction
from summarizer.figures.reading import Number, Reading
from summarizer.figures.tokens import Tokens
from summarizer.figures.units import in_unit, unit_at

_HALF: Final = Decimal("0.5")
_ONE: Final = Decimal(1)
_FOUR: Final = Decimal(4)
_THOUSAND: Final = Decimal(1000)
_DENOMINATORS: Final = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 15, 16, 20, 25, 32, 50, 64, 100, 1000})
"""Below other numbers a slash is a date, a score, a reference …, not a fraction."""
_ROUND_WHOLES: Final = frozenset(
    map(Decimal, (2, 3, 4, 5, 6, 8, 10, 12, 20, 25, 50, 100, 200, 500, 1000, 10_000, 100_000))
)
_SMALL_WHOLES: Final = frozenset(map(Decimal, (3, 4, 5, 6, 8, 10, 100)))
"""Vier von fünf is a share; "7 von 50 Dörfern" are two counts, as in "7 of the 50 villages"."""
_MINUS: Final = frozenset("-−")


def _share_of(t: Tokens, first: int, value: Decimal, stop: int, loc: Locale, kind: Kind = Kind.FRACTION) -> Reading:
    """The share ``value`` that ends before ``stop``, with the scale or unit it is a share of."""
    j = stop
    if loc.language == "en":
        if t.at[j].low == "of":
            j += 2 if t.at[j + 1].low in ("a", "an") else 1
        elif t.at[j].low in ("a", "an"):
            j += 1
    if j == stop or t.at[j - 1].low != "of" or t.at[j].low in loc.phrases:
        scaled = scale_behind(t, j, loc, value)
        found = unit_at(t, scaled.stop, loc)
        if found is not None and (found[0].kind is not Kind.AGE or value > 1):
            amount, code = in_unit(scaled.value, found[0])
            return Reading(found[0].kind, amount, first, found[1], unit=code)
        if scaled.scaled:
            return Reading(Kind.NUMBER, scaled.value, first, scaled.stop)
    return Reading(kind, value, first, stop)


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
    return _share_of(t, first, value, i + 3, loc)


def read_fraction(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """A fraction word or sign that opens a figure: ½ Liter, viertel Liter, quarter million, tenth of a gallon."""
    lexeme = t.at[i].lexeme
    if lexeme is None or lexeme.value is None:
        return None
    if t.at[i + 1].low == "of" and t.at[i + 2].low in ("a", "an") and _measure_behind(t, i + 3, loc):
        return _share_of(t, i, lexeme.value, i + 1, loc)  # tenth of a gallon, quarter of a percentage point
    if len(t.at[i].word) > 1 and unit_at(t, i + 1, loc) is None:
        following = t.at[i + 1].lexeme
        if following is None or following.role is not Role.SCALE:
            return _german_part(t, i, lexeme.value, loc)
        if following.value is not None and following.value < 10**6:
            return None
    elif loc.language == "en" and len(t.at[i].word) > 1 and not _measure_behind(t, i + 1, loc):
        return None
    return _share_of(t, i, lexeme.value, i + 1, loc)


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
    if t.at[_step(t, i)].low in loc.ands:
        return _sum(t, i, lexeme, loc)
    goes_on = behind is not None and behind.role in _MORE_WORDS and loc.language == "en"
    return _long(t, i, loc) if goes_on else None


_MORE_WORDS: Final = frozenset({Role.CARDINAL, Role.SCALE})


def _long(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """twenty-three fifths, one hundred and three quarters, 3 million and a half, six million and two thirds."""
    number = read_number(t, i, loc)
    if number is None or number.bare_article:
        return None
    j = number.stop + (t.at[number.stop].word == "-")
    part = t.at[j].lexeme
    if part is not None and part.role is Role.FRACTION and part.value and t.at[j].low.endswith("s"):
        if number.digits or t.at[j].low == "quarters":
            return None
        return _share_of(t, i, parts_of_one(number.value, part.value), j + 1, loc)
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
    scale = last.value if last is not None and last.role is Role.SCALE and last.value is not None else _ONE
    if behind is not None and behind.role is Role.SCALE and behind.value is not None:
        scale, stop = behind.value, j + 3
    elif t.at[stop].low == "of" or share >= 1:
        return None
    elif scale < _THOUSAND:
        scale = _ONE
    return _share_of(t, i, number.value + share * scale, stop, loc, Kind.NUMBER)


_COUNTS: Final = frozenset({Role.ARTICLE, Role.CARDINAL})


_PARTS: Final = frozenset({Role.FRACTION, Role.HALF, Role.ORDINAL})


def _one_word(t: Tokens, i: int, j: int, count: Lexeme, part: Lexeme, loc: Locale) -> Reading | None:
    assert count.value is not None
    assert part.value is not None
    if len(t.at[j].word) == 1 and not t.at[j].word.isascii():  # 2½
        return _share_of(t, i, count.value + part.value, j + 1, loc, Kind.NUMBER)
    article = count.role is Role.ARTICLE
    if part.role is Role.ORDINAL:
        if loc.language != "en" or not _is_denominator(t, i, j, article, part.value):
            return None
        return _share_of(t, i, count.value / part.value, j + 1, loc)
    if part.role is Role.HALF:
        if not (not article or _half_opens(t, j, loc) if loc.language == "de" else article):
            return None
        if loc.language == "de" and t.at[j].low == "halb":
            return None
    elif loc.language == "en" and _counts_quarters(t, i, j, count.value, article=article):
        return None
    return _share_of(t, i, parts_of_one(count.value, part.value), j + 1, loc)


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


def _sum(t: Tokens, i: int, count: Lexeme, loc: Locale) -> Reading | None:
    """one and a half, five and a half million, 5 und eine halbe Stunde, three and a fifth."""
    assert count.value is not None
    j = _step(t, _step(t, i))
    k = _step(t, j)
    first, part = t.at[j].lexeme, t.at[k].lexeme
    if first is None or first.value is None:
        return None
    if first.role in (Role.FRACTION, Role.HALF):
        return _share_of(t, i, count.value + first.value, j + 1, loc, Kind.NUMBER)
    if part is None or part.value is None or first.role not in (Role.ARTICLE, Role.CARDINAL):
        return None
    if part.role in (Role.FRACTION, Role.HALF):
        return _share_of(t, i, count.value + parts_of_one(first.value, part.value), k + 1, loc, Kind.NUMBER)
    if part.role is Role.ORDINAL and loc.language == "en" and first.role is Role.ARTICLE and part.value > 2:
        return _share_of(t, i, count.value + _ONE / part.value, k + 1, loc, Kind.NUMBER)
    return None


def read_half(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """half, half a million, half-hour, halbe Stunde, ein halbes Dutzend."""
    first = i - 1 if _article_before(t, i) else i
    if loc.language == "de":
        if t.at[i].low == "halb" and t.at[i + 1].low == "so":  # halb so viel
            return Reading(Kind.FRACTION, _HALF, i, i + 1)
        if t.at[i].low == "halb" or not _half_opens(t, i, loc):
            return None
        return _share_of(t, first, _HALF, i + 1, loc)
    j = _step(t, i)
    if t.at[j].low in ("a", "an"):
        j = _step(t, j)
    scaled = scale_behind(t, j, loc, _HALF)
    found = unit_at(t, scaled.stop, loc)
    if scaled.scaled or (found is not None and (t.at[i - 1].low not in _HALVES or found[0].code == "hour")):
        return _share_of(t, first, _HALF, j, loc)
    before = t.at[i - 2 if t.at[i - 1].word == "-" and i > 1 else i - 1].low
    if before in _HALVES or (t.at[i + 1].word == "-") or t.at[i + 1].low in _NOT_HALF:
        return None
    return Reading(Kind.FRACTION, _HALF, i, i + 1)


_HALVES: Final = wordset("first second other better opening 1st 2nd latter the later top bottom final")
_NOT_HALF: Final = wordset("time hearted brother sister way back")


def _step(t: Tokens, i: int) -> int:
    """The next token, over a glued hyphen: half-a-billion, two-and-a-half."""
    return i + 2 if t.at[i + 1].word == "-" and not t.at[i].spaced and not t.at[i + 1].spaced else i + 1


def read_share_word(t: Tokens, i: int, _loc: Locale) -> Reading | None:
    """Hälfte; but not the first or second one, which are parts of a match or a year."""
    before = t.at[i - 1].lexeme
    if (before is not None and before.role is Role.ORDINAL) or t.at[i - 1].low in (
        "andere",
        "anderen",
        "hinteren",
        "vorderen",
    ):
        return None
    return Reading(Kind.FRACTION, _HALF, i, i + 1)


def read_out_of(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """vier von fünf, one in three, four out of five."""
    lexeme = t.at[i].lexeme
    low = t.at[i + 1].low
    if lexeme is None or lexeme.value is None or low not in loc.words["out_of"]:
        return None
    j = i + 2
    if low == "out":
        j += t.at[j].low == "of"
    whole = t.at[j].lexeme
    if whole is None or whole.role not in (Role.CARDINAL, Role.DIGITS) or (low == "out" and j == i + 2):
        return None
    number = read_number(t, j, loc)
    if number is None or not 1 <= lexeme.value <= 99 or not lexeme.value < number.value <= 10**6:
        return None
    if unit_at(t, number.stop, loc) is not None:
        return None
    if not _proportion(t, i, lexeme.value, number.value, low):
        return None
    return Reading(Kind.FRACTION, lexeme.value / number.value, i, number.stop)


def _proportion(t: Tokens, i: int, part: Decimal, whole: Decimal, low: str) -> bool:
    """Whether "x in y" is a share: "one in three" is; "12 in six boxes", "21 von 23", "Channel 4 von 2004" are not."""
    if low == "over":
        return t.at[i].low in ("one", "1", "2000") or part < 10
    if low != "in":
        return whole in _SMALL_WHOLES and part <= 10
    return part == 1 or (whole in _ROUND_WHOLES and part < whole <= 100)


def read_every(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """jeder Dritte, every third: a share of one in three."""
    following = t.at[i + 1].lexeme
    if following is None or following.role is not Role.ORDINAL or following.value is None:
        return None
    least = 2 if loc.language == "de" else 3
    if not least <= following.value <= 100_000 or (loc.language == "en" and t.at[i + 2].low in loc.phrases):
        return None
    return Reading(Kind.FRACTION, _ONE / following.value, i, i + 2)
