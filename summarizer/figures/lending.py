"""What figures of one sentence lend each other: scale and unit, percent, age, votes.

"von 1,1 auf 2,5 Milliarden Euro" names its unit once, "mit 27 gegen 14 Stimmen" what is counted. Each rule looks at
two readings side by side and the few words between them.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Final

from summarizer.data import Kind
from summarizer.figures.counted import counted
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.numbers import scale_behind
from summarizer.figures.ranges import number_at
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens
from summarizer.figures.units import unit_at

_SHARED: Final = frozenset({Kind.NUMBER, Kind.DESIGNATION, Kind.DATE, Kind.YEAR, Kind.TIME, Kind.ORDINAL, Kind.VAGUE})
"""Kinds that lend no scale and no unit to a bare number before them."""
_ONE: Final = Decimal(1)
_THOUSAND: Final = Decimal(1000)
_MAX_HEDGE: Final = 3
_MAX_NAME: Final = 4
"""Words of a name between two numbers of one unit."""
_NAMED_SHARES: Final = frozenset({Kind.PERCENT, Kind.PERCENTAGE_POINT, Kind.MONEY})
_CLOSES: Final = frozenset(("", ".", ";", ",", ")"))


def lend(t: Tokens, found: list[Reading], loc: Locale) -> None:
    """Completes the readings of a text by their neighbours, in place."""
    _lend(t, found, loc)
    _lend_back(t, found, loc)
    _lend_ages(t, found, loc)
    _lend_votes(t, found, loc)
    _lend_sides(t, found)
    _lend_brackets(t, found, loc)


def _lend(t: Tokens, readings: list[Reading], loc: Locale) -> None:
    """Gives a bare number the scale and unit of the next figure: von 1,1 auf 2,5 Milliarden Euro."""
    for reading, after in pairwise(readings):
        if reading.kind is not Kind.NUMBER or after.kind in _SHARED or after.unit is None:
            continue
        word = t.at[reading.stop].low
        if word not in loc.share_words:
            continue
        if not (
            _named_apart(t, reading, after, loc)
            or _only_hedges(t, reading.stop + 1, after.first, loc)
            or _instead(t, reading.stop, after.first)
        ):
            continue
        if not isinstance(reading.value, Decimal) or not isinstance(after.value, Decimal):
            continue
        scale = _written_scale(t, after) if reading.value < _THOUSAND else _ONE
        worth = reading.value * scale * _factor(t, after, loc)
        reading.kind, reading.unit, reading.value = after.kind, after.unit, worth


def _factor(t: Tokens, reading: Reading, loc: Locale) -> Decimal:
    """What one of the figure's unit words is worth in its unit: a Cent is 0.01."""
    number = number_at(t, reading.first, loc) if reading.kind is Kind.MONEY else None
    if number is None or not number.value or not isinstance(reading.value, Decimal):
        return _ONE
    return reading.value / number.value


def _named_apart(t: Tokens, reading: Reading, after: Reading, loc: Locale) -> bool:
    """Hallwerk 60 und Norvik Kraft 40 Prozent: two owners side by side, and the unit behind the last."""
    if after.kind not in _NAMED_SHARES or t.at[reading.stop].low not in loc.ands:
        return False
    small = loc.hedging | {"mit", "with", "zu"}
    before = reading.first - 1
    while t.at[before].low in small and reading.first - before <= _MAX_HEDGE:
        before -= 1
    names = [t.at[j] for j in range(reading.stop + 1, after.first)]
    while names and names[-1].low in small:
        names.pop()
    owner = t.at[before]
    return (
        0 < len(names) <= _MAX_NAME
        and all(name.word[:1].isupper() for name in names)
        and (owner.word[:1].isupper() or loc.language == "en")
        and not owner.breaks
    )


def _instead(t: Tokens, start: int, stop: int) -> bool:
    """statt der erlaubten 120, statt bisher geplanter 120: small words only."""
    between = t.at[start + 1 : stop]
    return t.at[start].low == "statt" and len(between) <= _MAX_HEDGE and all(one.word.islower() for one in between)


def _only_hedges(t: Tokens, start: int, stop: int, loc: Locale) -> bool:
    """Whether nothing but hedges and small words stands there: von 38 auf mehr als 70 Prozent, 60 und etwa 40."""
    small = loc.hedging | loc.articles | loc.words["adverb"]
    return 0 <= stop - start <= _MAX_HEDGE and all(t.at[j].low in small for j in range(start, stop))


def _lend_back(t: Tokens, readings: list[Reading], loc: Locale) -> None:
    """Gives the unit of percentages to a bare number behind: from 60 percent to 40; 60 percent and 40, respectively."""
    for reading, after in pairwise(readings):
        if reading.kind is not Kind.PERCENT or after.kind is not Kind.NUMBER or not isinstance(after.value, Decimal):
            continue
        word = t.at[reading.stop].low
        if _compared(t, reading.stop, after.first, loc) and t.at[after.stop].word in _CLOSES:
            after.kind, after.unit = reading.kind, reading.unit
            continue
        if not _only_hedges(t, reading.stop + 1, after.first, loc) or word not in loc.share_words:
            continue
        if word in loc.ands or word in loc.words["or"]:
            shared = t.at[after.stop].word in _CLOSES or t.at[after.stop].low in loc.words["respectively"]
        else:
            shared = t.at[reading.first - 1].low in loc.words["from"] or t.at[reading.first].low in loc.words["from"]
        if shared and not counted(t, after.stop, loc).seen:
            after.kind, after.unit = reading.kind, reading.unit


def _compared(t: Tokens, start: int, stop: int, loc: Locale) -> bool:
    """Whether only "instead of", "statt", "compared with" and small words stand there: 2.9 percent instead of 1.7."""
    words = [t.at[j].low for j in range(start, stop)]
    small = loc.words["adverb"] | loc.articles | _COMPARED
    return bool(words) and words[0] in _COMPARING and len(words) <= _MAX_HEDGE and all(w in small for w in words[1:])


_COMPARING: Final = wordset("instead compared against versus vs statt anstatt anstelle gegenüber verglichen")
_COMPARED: Final = wordset("of with to mit von zuvor")


def _lend_ages(t: Tokens, readings: list[Reading], loc: Locale) -> None:
    """Makes ages of the numbers that an age opens a list of: im Alter von 19, 23 und 31 Jahren; aged 3, 5 and 9."""
    for reading, after in pairwise(readings):
        if reading.kind is not Kind.AGE or reading.value is None or after.first - reading.stop not in (1, 2):
            continue
        between = t.at[reading.stop : after.first]
        if all(one.word == "," or one.low in loc.ands for one in between) and (
            (after.kind is Kind.NUMBER and not counted(t, after.stop, loc).seen)
            or (after.kind is Kind.DURATION and after.unit == reading.unit)
        ):
            after.kind, after.unit = Kind.AGE, reading.unit


def _written_scale(t: Tokens, reading: Reading) -> Decimal:
    for j in range(reading.first, reading.stop):
        lexeme = t.at[j].lexeme
        if lexeme is not None and lexeme.role is Role.SCALE and lexeme.value is not None and lexeme.value >= _THOUSAND:
            return lexeme.value
    return _ONE


def _lend_votes(t: Tokens, readings: list[Reading], loc: Locale) -> None:
    """Counts the votes on both sides: mit 27 gegen 14 Stimmen, by 27 votes to 14."""
    for reading, after in pairwise(readings):
        if reading.kind is not Kind.NUMBER or after.kind is not Kind.NUMBER or reading.value is None:
            continue
        seen, noun, _ = counted(t, after.stop, loc)
        between = t.at[reading.stop : after.first]
        if seen and noun is not None and noun.lower() in _VOTES and len(between) == 1 and between[0].low in _AGAINST:
            reading.kind, reading.noun = Kind.COUNT, noun
            continue
        first = t.at[reading.stop].low
        if first in _VOTES and len(between) == 2 and between[1].low in _AGAINST and not seen:
            after.kind, after.noun = Kind.COUNT, t.at[reading.stop].word


_VOTES: Final = wordset("stimmen votes")
_AGAINST: Final = wordset("gegen zu against to")


def _lend_sides(t: Tokens, readings: list[Reading]) -> None:
    """Gives the sides of a thing the unit of the last: 20 x 30 Zentimeter, 3 mal 4 Meter, 3 by 4 metres."""
    for after, reading in pairwise(reversed(readings)):
        between = t.at[reading.stop : after.first]
        crossed = len(between) == 1 and between[0].low in _BY and after.kind is Kind.LENGTH
        if not crossed or reading.kind is not Kind.NUMBER or not isinstance(after.value, Decimal):
            continue
        relay = after.value % _LEG == 0 and isinstance(reading.value, Decimal) and reading.value <= _MOST_LEGS
        if not relay:
            reading.kind, reading.unit = after.kind, after.unit


_BY: Final = wordset("x × mal by")
_LEG, _MOST_LEGS = Decimal(50), Decimal(10)
"""4 x 100 Meter counts runners: legs of whole fifties, ten at most."""


def _lend_brackets(t: Tokens, readings: list[Reading], loc: Locale) -> None:
    """Scale and unit behind a bracket are both numbers': 1,04 (Vorjahr: 0,98) Milliarden Euro, 12.3 (11.8) percent."""
    replaced = set()
    for index, reading in enumerate(readings[:-1]):
        if reading.kind is not Kind.NUMBER or t.at[reading.stop].word != "(":
            continue
        inner = next(
            (r for r in readings[index + 1 : index + 3] if t.at[r.stop].word == ")" and r.kind is Kind.NUMBER), None
        )
        if inner is None or inner.first - reading.stop > _MAX_BRACKET:
            continue
        if _measured_at(t, reading, inner.stop + 1, loc) and _measured_at(t, inner, inner.stop + 1, loc):
            replaced.add(inner.stop + 1)
    if replaced:  # "Milliarden Euro" behind the bracket is no figure of its own
        readings[:] = [one for one in readings if one.first not in replaced]


_MAX_BRACKET: Final = 5
"""Tokens between a number and the other in its bracket: (Vorjahr: 0,98), (previous year: 0.98)."""


def _measured_at(t: Tokens, reading: Reading, j: int, loc: Locale) -> bool:
    """Takes scale and unit at token ``j`` over, if there is a unit."""
    if not isinstance(reading.value, Decimal):
        return False
    number = scale_behind(t, j, loc, reading.value)
    found = unit_at(t, number.stop, loc)
    if found is None or found[0].kind not in _BRACKETED:
        return False
    reading.kind, reading.unit = found[0].kind, found[0].code
    reading.value = number.value * found[0].factor
    return True


_BRACKETED: Final = frozenset({Kind.MONEY, Kind.PERCENT, Kind.MASS, Kind.ENERGY, Kind.POWER, Kind.VOLUME, Kind.AREA})
