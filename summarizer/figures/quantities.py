"""A number or a range with its unit: what most figures are.

The number comes from `numbers`, the unit from `units`, and the unit decides the kind: a kind that is nothing but
unit words (temperature, area) needs no reader of its own.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.data import Kind
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale, Unit, wordset
from summarizer.figures.numbers import read_number, scale_behind
from summarizer.figures.ranges import link, number_at, scaled_low
from summarizer.figures.reading import Number, Reading
from summarizer.figures.sums import more_parts
from summarizer.figures.tokens import Tokens
from summarizer.figures.units import in_unit, unit_at

_MINUS: Final = frozenset("-−–")
_OPEN: Final = frozenset("([<{\"'„“»")
_SIGNS: Final = frozenset("$€£¥")
_POINTED: Final = wordset("fr std min sek deg approx ct tg")
_MAX_LEADING: Final = 20
_CENTURIES: Final = range(2, 22)
_RATED: Final = frozenset({Kind.LENGTH, Kind.VOLUME, Kind.MASS, Kind.MONEY})
_NO_ONE: Final = wordset("mark bit grad ar morgen turn real sol barrel fass")
"""German units that ein is only an article of: ein Barrel der Sorte Brent, as a barrel in English."""
_LOOSE_ARTICLE: Final = wordset("bit barrel foot yard stone cup ton inch degree pound mark pint")


def read(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """The quantity whose number starts at token ``i``."""
    lexeme = t.at[i].lexeme
    assert lexeme is not None
    first = i
    number: Number | None
    if lexeme.role is Role.DIGITS and i and (not t.at[i - 1].spaced or t.at[i - 1].word in _MINUS):
        first, sign, fraction = _prefix(t, i)
        number = read_number(t, i, loc) if fraction is None else scale_behind(t, i + 1, loc, fraction)
        if number is not None and sign < 0:
            number = number._replace(value=-number.value)
    else:
        number = read_number(t, i, loc)
    return None if number is None else _with_unit(t, first, number, loc)


def _prefix(t: Tokens, i: int) -> tuple[int, int, Decimal | None]:
    """A sign or a leading decimal mark before digits: (first token, sign, value of ".77")."""
    before = t.at[i - 1].word
    if t.at[i - 1].spaced:
        opens = before in ("-", "−") and (i == 1 or t.at[i - 2].breaks)
        return (i - 1, -1, None) if opens else (i, 1, None)
    clear = not t.glued(i - 1) or t.at[i - 2].word in _OPEN
    if before in (".", ",") and t.at[i].word.isdecimal() and len(t.at[i].word) < _MAX_LEADING:
        value = Decimal(f"0.{t.at[i].word}")
        if clear:
            return i - 1, 1, value
        if t.at[i - 2].word in _MINUS and (not t.glued(i - 2)):
            return i - 2, -1, value
    if before in _MINUS and clear:
        return i - 1, -1, None
    return (i - 1, 1, None) if before == "+" and clear else (i, 1, None)


def _with_unit(t: Tokens, first: int, number: Number, loc: Locale) -> Reading | None:
    found = unit_at(t, number.stop, loc)
    if found is None:
        if number.bare_article:
            return None
        below = _below_zero(t, number.stop, loc)
        if below:
            return Reading(Kind.TEMPERATURE, -abs(number.value), first, below, unit="°")
        return _range(t, first, number, loc) or Reading(Kind.NUMBER, number.value, first, number.stop)
    unit, stop = found
    if unit.kind is Kind.TEMPERATURE:
        below = _below_zero(t, stop, loc)
        if below:
            return Reading(unit.kind, -abs(number.value) * unit.factor, first, below, unit=unit.code)
    if number.bare_article and not _one_of(t, first, unit, stop, loc):
        return None
    if t.at[number.stop].low == "jahrhundert" and number.digits and number.value in _CENTURIES:
        return Reading(
            Kind.CENTURY, f"{int(number.value) - 1:02}", first, stop
        )  # im 13 Jahrhundert: its point is missing
    second = _range_with_units(t, first, number, unit, stop, loc)
    return second or more_parts(t, measured(t, first, number.value, unit, stop), loc)


def _below_zero(t: Tokens, j: int, loc: Locale) -> int:
    """Where "unter null", "unter dem Gefrierpunkt", "below zero" ends if it stands at token ``j``; 0 if it does not."""
    if t.at[j].low not in loc.words["below"]:
        return 0
    j += 2 if t.at[j + 1].low in ("dem", "the") else 1
    return j + 1 if t.at[j].low in loc.words["zero"] else 0


def measured(t: Tokens, first: int, value: Decimal, unit: Unit, stop: int) -> Reading:
    """A number of units, with the point of an abbreviation if the sentence goes on behind it."""
    last = t.at[stop - 1]
    if t.at[stop].word == "." and not last.spaced and last.low in _POINTED:
        following = t.at[stop + 1].word
        if following[:1].islower() or (last.low == "fr" and not following):
            stop += 1
    if last.low in _POUNDS and _is_weight(t, first, stop, value):
        unit = _POUNDS[last.low]
    if unit.kind is Kind.MONEY and t.at[stop - 1].word in _SIGNS:  # 360 $ Millionen
        scaled = t.at[stop].lexeme
        if scaled is not None and scaled.role is Role.SCALE and scaled.value is not None and scaled.value > value:
            value, stop = value * scaled.value, stop + 1
    value, code = in_unit(value, unit)
    return Reading(unit.kind, value, first, stop, unit=code)


_POUNDS: Final = {
    "pfund": Unit(Kind.MASS, "Pfund"), "pound": Unit(Kind.MASS, "lb"), "pounds": Unit(Kind.MASS, "lb"),
}  # fmt: skip
_MOST_POUNDS: Final = 1_000_000
"""From a million on, pounds are money: heavy things are given in tonnes."""
_WEIGHING: Final = wordset(
    "weigh weighs weighed weighing lose lost losing gain gained shed drop dropped wiegt wog wiegen abgenommen "
    "zugenommen"
)


def _is_weight(t: Tokens, first: int, stop: int, value: Decimal) -> bool:
    """Whether pounds are a weight: "drei Pfund Mehl", "weighs 25 pounds"; "40 Millionen Pfund Ablöse" are money."""
    if abs(value) >= _MOST_POUNDS:
        return False
    if any(t.at[j].low in _WEIGHING for j in range(max(0, first - 4), first)):
        return True
    behind = t.at[stop].word
    return t.at[stop - 1].low == "pfund" and behind[:1].isupper() and t.at[stop].low != "sterling" and bool(behind)


def _one_of(t: Tokens, first: int, unit: Unit, stop: int, loc: Locale) -> bool:
    """Whether ein, a, one before a unit is a one.

    "ein Euro", "one mile", "an hour and a half" are; "eines Tages", "50 cents a gallon",
    "a bit" and "a percentage" are not.
    """
    word = t.at[first].low
    if unit.kind is Kind.DURATION:
        return _one_duration(t, first, unit, stop, loc)
    if t.at[stop - 1].word in _SIGNS:  # ein £2-Medikament
        return False
    if word == "one" or loc.language == "de":
        return t.at[stop - 1].low not in _NO_ONE
    if unit.kind not in _RATED or t.at[first + 1].low in _LOOSE_ARTICLE:
        return False
    before = t.at[first - 1]
    return not (before.word[:1].isdecimal() or before.low in loc.phrases)


def _one_duration(t: Tokens, first: int, unit: Unit, stop: int, loc: Locale) -> bool:
    before = first - 2 if t.at[first - 1].low == "von" else first - 1
    if t.at[before].low in loc.words["within"] and unit.code != "second":
        return True  # binnen eines Monats, within a year
    nxt = t.at[stop].low
    if nxt in loc.ands:
        later = t.at[stop + 1].lexeme
        if later is not None and later.role in (Role.DIGITS, Role.CARDINAL):
            behind = unit_at(t, stop + 2, loc)
            return behind is not None and behind[0].kind is Kind.DURATION
        return t.at[stop + 2].low in ("half", "quarter") or t.at[stop + 1].low == "half"
    idiom = unit.code == "day" or t.at[first + 1].low == "second"
    return t.at[first].low in loc.words["one"] and not idiom


def _range(t: Tokens, first: int, number: Number, loc: Locale) -> Reading | None:
    """10–15 %, 10 bis 15 Prozent, zwischen 3 und 5 Millionen Euro, two to four people, zwei, drei Tage."""
    joint = link(t, first, number.stop, loc)
    second = None if joint is None else number_at(t, joint[0], loc)
    if joint is None or second is None:
        return None
    low, high = scaled_low(number, second), second.value
    found = unit_at(t, second.stop, loc)
    if low > high and joint[1] == first and second.scaled and not number.scaled:
        low, high = high, low  # 4.2-3.9 million years ago
    if low >= high or (found is not None and _two_shares(t, joint[1], first, found[0].kind, loc)):
        return None
    if found is None:
        return Reading(Kind.NUMBER, None, joint[1], second.stop, low=low, high=high)
    unit, stop = found
    return Reading(unit.kind, None, joint[1], stop, unit=unit.code, low=low * unit.factor, high=high * unit.factor)


def _two_shares(t: Tokens, opening: int, first: int, kind: Kind, loc: Locale) -> bool:
    """from 10 to 15 percent: in English a change more often than a range, unless "ranging" stands before it."""
    if kind not in (Kind.PERCENT, Kind.MONEY) or opening == first or t.at[opening].low not in loc.words["from"]:
        return False
    return loc.language == "en" and kind is Kind.PERCENT and t.at[opening - 1].low not in loc.words["range"]


def _range_with_units(t: Tokens, first: int, number: Number, unit: Unit, stop: int, loc: Locale) -> Reading | None:
    """3km-5km, between 10 dollars and 20 dollars, 2.0 l and about 7.0 l."""
    joint = link(t, first, stop, loc)
    second = None if joint is None else number_at(t, joint[0], loc)
    found = None if second is None else unit_at(t, second.stop, loc)
    if joint is None or second is None or found is None or (found[0].kind, found[0].code) != (unit.kind, unit.code):
        return None
    low, high = number.value * unit.factor, second.value * found[0].factor
    if low >= high or _two_shares(t, joint[1], first, unit.kind, loc):
        return None
    return Reading(unit.kind, None, joint[1], found[1], unit=unit.code, low=low, high=high)
