"""A number, a range or a sum of parts, with its unit: what most figures are.

The number comes from `numberwords`, the unit from the locale's phrases and symbols; the unit decides the kind. Money
stands before its number too ("US$1.1 billion"), and some quantities have two parts ("2 Euro 50", "1 hour 30 minutes").
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.data import Kind, Qualifier
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale, Unit
from summarizer.figures.locales.shared import DOLLAR_PREFIXES
from summarizer.figures.numberwords import Number, read_number, scale_behind
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens

_MINUS: Final = frozenset("-−–")
_DASHES: Final = frozenset("-–—~")
_OPEN: Final = frozenset("([<{")
_HOURS: Final = {"year": 8760, "month": 730, "week": 168, "day": 24, "hour": 1}
_SECONDS: Final = {"hour": 3600, "minute": 60, "second": 1, "day": 86400, "week": 604800}
_LENGTHS: Final = {
    "km": Decimal(1000), "m": Decimal(1), "cm": Decimal("0.01"), "mm": Decimal("0.001"), "mi": Decimal("1609.344"), "ft": Decimal("0.3048"),
    "in": Decimal("0.0254"), "yd": Decimal("0.9144"),
}  # fmt: skip


def read(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """The quantity whose number starts at token ``i``."""
    lexeme = t.at[i].lexeme
    assert lexeme is not None
    first, sign = i, 1
    if lexeme.role is Role.DIGITS:
        first, sign, fraction = _prefix(t, i)
        if fraction is not None:
            number: Number | None = scale_behind(t, i + 1, loc, fraction)
        else:
            number = read_number(t, i, loc)
    else:
        number = read_number(t, i, loc)
    if number is None:
        return None
    if sign < 0:
        number = number._replace(value=-number.value)
    return _with_unit(t, first, number, loc)


def _prefix(t: Tokens, i: int) -> tuple[int, int, Decimal | None]:
    """A sign or a leading decimal mark before digits: (first token, sign, value of ".77")."""
    if not t.glued(i):
        before = t.at[i - 1].word
        if before in ("-", "−") and (i == 1 or t.at[i - 2].breaks):
            return i - 1, -1, None
        return i, 1, None
    before, clear = t.at[i - 1].word, not t.glued(i - 1) or t.at[i - 2].word in _OPEN
    if before in (".", ",") and clear and t.at[i].word.isdecimal() and len(t.at[i].word) < 20:
        value = Decimal(f"0.{t.at[i].word}")
        if t.at[i - 2].word in _MINUS and t.glued(i - 1):
            return i - 2, -1, value
        return i - 1, 1, value
    if before in _MINUS and clear:
        return i - 1, -1, None
    if before == "+" and clear:
        return i - 1, 1, None
    return i, 1, None


def unit_at(t: Tokens, j: int, loc: Locale, *, money: bool = True) -> tuple[Unit, int] | None:
    """The unit that stands at token ``j`` behind a number, and where it ends."""
    token = t.at[j]
    word = token.word
    if not word or t.at[j - 1].breaks:
        return None
    if word in "-‐‑" and not token.spaced and t.glued(j):
        j += 1
        token, word = t.at[j], t.at[j].word
    elif word in "[<{" and t.at[j + 2].word in ("]", ">", "}", ")"):
        inner = unit_at(t, j + 1, loc)
        return None if inner is None else (inner[0], inner[1] + 1)
    rows = loc.phrases.get(token.low)
    if rows is not None:
        for rest, unit in rows:
            stop = _matches(t, j + 1, rest)
            if stop and not (len(token.low) < 3 and not rest and word != token.low and word not in loc.symbols):
                return unit, stop
    unit_ = loc.symbols.get(word)
    if unit_ is not None and (len(word) > 1 or not word.isalpha() or _ends(t, j)):
        if t.at[j + 1].word in ("²", "³") or not _glued_digits(t, j):
            return _squared(t, j, unit_)
    if t.glued(j) and word in loc.glued_symbols and _ends(t, j):
        return loc.glued_symbols[word], j + 1
    lexeme = token.lexeme
    if lexeme is not None and lexeme.role is Role.CURRENCY and isinstance(lexeme.extra, str):
        return Unit(Kind.MONEY, lexeme.extra), j + 1 + (
            token.low == "fr" and t.at[j + 1].word == "." and not token.spaced
        )
    return _prefixed_currency(t, j, loc)


def _ends(t: Tokens, j: int) -> bool:
    return t.at[j].spaced or not t.at[j + 1].word[:1].isalnum()


def _glued_digits(t: Tokens, j: int) -> bool:
    return not t.at[j].spaced and t.at[j + 1].word[:1].isdecimal()


def _squared(t: Tokens, j: int, unit: Unit) -> tuple[Unit, int] | None:
    return unit, j + 1


def _prefixed_currency(t: Tokens, j: int, loc: Locale) -> tuple[Unit, int] | None:
    """5 us$, 8 Can$, T€, MEUR, Mio.€ behind a number."""
    token, sign = t.at[j], t.at[j + 1]
    if token.spaced or not token.word[:1].isalpha():
        if token.word[:1] in "M" and len(token.word) == 4 and token.word[1:] in ("EUR", "USD", "GBP", "CHF"):
            return Unit(Kind.MONEY, token.word[1:], Decimal(10**6)), j + 1
        if token.word[:1] == "T" and token.word[1:] in ("EUR", "USD", "CHF"):
            return Unit(Kind.MONEY, token.word[1:], Decimal(1000)), j + 1
        return None
    if sign.word == "$" and token.low in DOLLAR_PREFIXES:
        return Unit(Kind.MONEY, DOLLAR_PREFIXES[token.low]), j + 2
    if sign.word == "€" and token.word in ("T", "M", "k", "K"):
        return Unit(Kind.MONEY, "EUR", Decimal(10**6 if token.word == "M" else 1000)), j + 2
    if len(token.word) == 4 and token.word[0] in "MT" and token.word[1:] in ("EUR", "USD", "GBP", "CHF"):
        return Unit(Kind.MONEY, token.word[1:], Decimal(10**6 if token.word[0] == "M" else 1000)), j + 1
    return None


def _matches(t: Tokens, j: int, rest: tuple[str, ...]) -> int:
    """Where a phrase ends whose further words are ``rest``; 0 if they don't stand there."""
    for word in rest:
        if t.at[j - 1].breaks:
            return 0
        if t.at[j].word in "-‐‑" and t.at[j].word and word != "-":
            j += 1
        if t.at[j].low != word:
            return 0
        j += 1
    return j


def _with_unit(t: Tokens, first: int, number: Number, loc: Locale) -> Reading | None:
    found = unit_at(t, number.stop, loc)
    if found is None:
        return _range(t, first, number, loc) or _bare(t, first, number, loc)
    unit, stop = found
    if number.bare_article and not _article_unit(t, first, unit, loc):
        return None
    reading = _measured(t, first, number.value, unit, stop, loc)
    second = _range_with_units(t, first, number, unit, stop, loc)
    if second is not None:
        return second
    return _more_parts(t, reading, loc)


def _article_unit(t: Tokens, first: int, unit: Unit, loc: Locale) -> bool:
    """Whether ein/a before this unit is a one: "ein Euro", "eine Stunde", but not "ein Tag"."""
    if unit.kind is Kind.DURATION:
        return (t.at[first].low == "one" and unit.code not in ("day", "second")) or (
            unit.code in ("hour", "week", "month") and False
        )
    return t.at[first].low not in ("a", "an") or unit.kind is not Kind.MEASURE


def _measured(t: Tokens, first: int, value: Decimal, unit: Unit, stop: int, loc: Locale) -> Reading:
    if t.at[stop].word == "." and not t.at[stop - 1].spaced and t.at[stop - 1].low in _ABBREVIATIONS:
        following = t.at[stop + 1].word
        if following[:1].islower() or (t.at[stop - 1].low == "fr" and following == ""):
            stop += 1
    return Reading(unit.kind, value * unit.factor, first, stop, unit=unit.code)


_ABBREVIATIONS: Final = frozenset({"fr", "std", "min", "sek", "deg", "approx", "ct", "tg"})


def _range(t: Tokens, first: int, number: Number, loc: Locale) -> Reading | None:
    """10–15 %, 10 bis 15 Prozent, zwischen 3 und 5 Millionen Euro, two to four people, zwei, drei Tage."""
    j = number.stop
    link = _link(t, first, j, loc)
    if link is None:
        return None
    start, opening = link
    second = _number_at(t, start, loc)
    if second is None:
        return None
    low, high = number.value, second.value
    if second.scaled and not number.scaled and low < 1000:
        scale = _scale_of(second)
        low = low * scale if scale is not None else low
    found = unit_at(t, second.stop, loc)
    if low >= high and not (found is not None and opening < first):
        return None
    begin = opening
    if found is None:
        if t.at[j].word in _DASHES and not _plain_range(t, number, second):
            return None
        return Reading(Kind.NUMBER, None, begin, second.stop, low=low, high=high)
    unit, stop = found
    return Reading(unit.kind, None, begin, stop, unit=unit.code, low=low * unit.factor, high=high * unit.factor)


def _plain_range(t: Tokens, number: Number, second: Number) -> bool:
    return number.value < second.value


def _scale_of(number: Number) -> Decimal | None:
    for exponent in (15, 12, 9, 6, 3):
        scale = Decimal(10) ** exponent
        if number.value >= scale:
            return scale
    return None


def _link(t: Tokens, first: int, j: int, loc: Locale) -> tuple[int, int] | None:
    """What joins the ends of a range at token ``j``: (where the second number starts, where the range starts)."""
    token = t.at[j]
    if t.at[j - 1].breaks:
        return None
    if token.word in _DASHES:
        if token.word == "-" and (t.at[j - 1].spaced != token.spaced) and token.spaced:
            return None
        return j + 1, first
    before = t.at[first - 1]
    hedge = j + 1
    if t.at[hedge].low in ("rund", "etwa", "about", "around", "ungefähr", "approximately", "roughly", "~"):
        hedge += 1
    if token.low in loc.range_words:
        if token.low == "bis" and t.at[j + 1].low == "zu":
            hedge = j + 2
        if before.low in loc.words["from"]:
            if loc.language == "en" and not _is_range_from(t, first, hedge, loc):
                return None
            return hedge, first - 1
        return hedge, first
    if token.low in loc.ands:
        if before.low in loc.between:
            return hedge, first - 1
        if t.at[first - 2].low in loc.between:
            return hedge, first - 2
        return None
    if token.low == "und" and before.low in loc.between:
        return hedge, first - 1
    return (j + 1, first) if token.word == "," and _loose(t, first, j, loc) else None


def _is_range_from(t: Tokens, first: int, second: int, loc: Locale) -> bool:
    """Whether "from 10 to 15" is a range: a percentage that goes from … to … is a change of two values."""
    number = _number_at(t, second, loc)
    found = None if number is None else unit_at(t, number.stop, loc)
    return not (found is not None and found[0].kind in (Kind.PERCENT,))


def _loose(t: Tokens, first: int, j: int, loc: Locale) -> bool:
    """zwei, drei Tage: two number words in a row, the second one more, then a unit of time."""
    a, b = t.at[j - 1].lexeme, t.at[j + 1].lexeme
    if a is None or b is None or a.role is not Role.CARDINAL or b.role is not Role.CARDINAL or a.value is None:
        return False
    return j == first + 1 and b.value == a.value + 1 and t.at[j + 2].low in loc.phrases


def _number_at(t: Tokens, j: int, loc: Locale) -> Number | None:
    lexeme = t.at[j].lexeme
    if lexeme is None:
        return None
    if lexeme.role is Role.CURRENCY and not t.at[j].spaced:
        number = read_number(t, j + 1, loc, money=True)
        return number if number is not None and number.digits else None
    if lexeme.role not in (Role.DIGITS, Role.CARDINAL, Role.MIXED):
        return None
    return read_number(t, j, loc)


def _range_with_units(t: Tokens, first: int, number: Number, unit: Unit, stop: int, loc: Locale) -> Reading | None:
    """3km-5km, between 10 dollars and 20 dollars, 2.0 l and about 7.0 l."""
    link = _link(t, first, stop, loc)
    if link is None:
        return None
    second = _number_at(t, link[0], loc)
    found = None if second is None else unit_at(t, second.stop, loc)
    if second is None or found is None or found[0].kind is not unit.kind or found[0].code != unit.code:
        return None
    low, high = number.value * unit.factor, second.value * found[0].factor
    opening = link[1]
    if low >= high or (t.at[first - 1].low in ("von", "from") and t.at[stop].low in ("auf",)):
        return None
    return Reading(unit.kind, None, opening, found[1], unit=unit.code, low=low, high=high)


def _more_parts(t: Tokens, reading: Reading, loc: Locale) -> Reading:
    """2 Euro 50; 15 dollars and 15 cents; 1 hour and 30 minutes; 5 ft 2 in."""
    if reading.kind is Kind.MONEY:
        return _cents(t, reading, loc)
    if reading.kind is Kind.DURATION and reading.unit in _SECONDS:
        return _time_parts(t, reading, loc)
    if reading.kind is Kind.LENGTH and reading.unit in ("ft",):
        return _length_parts(t, reading, loc)
    return reading


def _cents(t: Tokens, reading: Reading, loc: Locale) -> Reading:
    value = reading.value
    if not isinstance(value, Decimal) or value != value.to_integral_value() or value >= 10**6 or value < 0:
        return reading
    j = reading.stop
    joined = t.at[j].low in loc.words["minor_and"]
    j += joined
    lexeme = t.at[j].lexeme
    if lexeme is None or lexeme.role not in (Role.DIGITS, Role.CARDINAL) or t.at[reading.stop - 1].breaks:
        return reading
    number = read_number(t, j, loc)
    if number is None or not 0 <= number.value < 100 or number.value != number.value.to_integral_value():
        return reading
    found = unit_at(t, number.stop, loc)
    if found is not None and found[0].kind is Kind.MONEY and found[0].factor == Decimal("0.01"):
        reading.value, reading.stop = value + number.value / 100, found[1]
    elif (
        found is None
        and not joined
        and _no_noun(t, number.stop)
        and len(t.at[j].word) > 1
        and (number.digits is False or len(t.at[j].word) == 2)
    ):
        reading.value, reading.stop = value + number.value / 100, number.stop
    return reading


def _no_noun(t: Tokens, j: int) -> bool:
    word = t.at[j].word
    return not word or not (word[0].isalnum() or word in "%€$-./:")


def _time_parts(t: Tokens, reading: Reading, loc: Locale) -> Reading:
    value, unit = reading.value, reading.unit
    if not isinstance(value, Decimal) or unit is None:
        return reading
    for _ in range(5):
        j = reading.stop
        if t.at[j].low in loc.ands or t.at[j].word == ",":
            j += 1
            j += t.at[j].low in loc.ands
        lexeme = t.at[j].lexeme
        if lexeme is None or lexeme.role not in (Role.DIGITS, Role.CARDINAL) or t.at[reading.stop - 1].breaks:
            break
        number = read_number(t, j, loc)
        found = None if number is None else unit_at(t, number.stop, loc)
        if number is None or found is None or found[0].kind is not Kind.DURATION or found[0].code not in _SECONDS:
            break
        assert unit is not None
        lower = found[0].code
        assert lower is not None
        if _SECONDS[lower] >= _SECONDS[unit]:
            break
        value = value * _SECONDS[unit] / _SECONDS[lower] + number.value * found[0].factor
        unit = lower
        reading.value, reading.unit, reading.stop = value, unit, found[1]
    return reading


def _length_parts(t: Tokens, reading: Reading, loc: Locale) -> Reading:
    j = reading.stop
    j += t.at[j].low in loc.ands
    number = _number_at(t, j, loc)
    found = None if number is None else unit_at(t, number.stop, loc)
    if number is not None and isinstance(reading.value, Decimal):
        inch = (found is not None and found[0].code == "in") or t.at[number.stop].low == "in"
        if inch:
            reading.value = reading.value + number.value / 12
            reading.stop = found[1] if found is not None else number.stop + 1
    return reading


def _bare(t: Tokens, first: int, number: Number, loc: Locale) -> Reading | None:
    """A number without a unit: a count if a counted noun follows."""
    if number.bare_article:
        return None
    return Reading(Kind.NUMBER, number.value, first, number.stop)


def read_money(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """$1.1bn, US$ 1.1 billion, EUR 125, € 2,50, £50m, $3-5 million."""
    token, lexeme = t.at[i], t.at[i].lexeme
    if lexeme is None or not isinstance(lexeme.extra, str):
        return None
    code, first, j = lexeme.extra, i, i + 1
    if token.word == "$":
        before = t.at[i - 1]
        if (
            before.low in DOLLAR_PREFIXES
            and before.word
            and (not before.spaced or len(before.word) > 1 or (before.low == "c"))
        ):
            code, first = DOLLAR_PREFIXES[before.low], i - 1
    elif token.low == "fr":
        if t.at[j].word == "." and not token.spaced:
            j += 1
        elif token.word != "Fr":
            return None
    elif t.at[j].word == "$" and not token.spaced:  # usd$ 15
        j += 1
    if t.at[j].word == "." and token.low == "rs":
        j += 1
    following = t.at[j].lexeme
    if following is None or following.role is not Role.DIGITS or t.at[j - 1].breaks:
        return None
    number = read_number(t, j, loc, money=True)
    if number is None:
        return None
    if token.low == "fr" and t.at[number.stop].lexeme is not None:
        return None
    reading = Reading(Kind.MONEY, number.value, first, number.stop, unit=code)
    tail = unit_at(t, number.stop, loc)
    if (
        tail is not None
        and tail[0].kind is Kind.MONEY
        and tail[0].code == code
        and tail[0].factor == 1
        and number.stop > j
        and token.word in "$€£"
    ):
        reading.stop = tail[1]
    return _money_range(t, reading, number, code, loc)


def _money_range(t: Tokens, reading: Reading, number: Number, code: str, loc: Locale) -> Reading:
    link = _link(t, reading.first, reading.stop, loc)
    if link is None:
        return _cents(t, reading, loc)
    start = link[0]
    if t.at[start].low in DOLLAR_PREFIXES and t.at[start + 1].word == "$":
        start += 1
    if t.at[start].lexeme is not None and t.at[start].lexeme.role is Role.CURRENCY:  # type: ignore[union-attr]
        start += 1
    elif t.at[reading.stop].low in loc.range_words and t.at[reading.first - 1].low not in (
        *loc.words["from"],
        *loc.between,
    ):
        return reading
    lexeme = t.at[start].lexeme
    if lexeme is None or lexeme.role is not Role.DIGITS:
        return reading
    second = read_number(t, start, loc, money=True)
    if second is None:
        return reading
    low = number.value
    if second.scaled and not number.scaled:
        low *= _scale_of(second) or 1
    if low >= second.value:
        return reading
    return Reading(Kind.MONEY, None, min(link[1], reading.first), second.stop, unit=code, low=low, high=second.value)


def between_bounds(qualifier: Qualifier) -> bool:
    """Whether a qualifier makes the value a bound."""
    return qualifier in (Qualifier.AT_LEAST, Qualifier.AT_MOST, Qualifier.MORE_THAN, Qualifier.LESS_THAN)
