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
from summarizer.figures.ranges import number_at
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens

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
        if not _only_hedges(t, reading.stop + 1, after.first, loc) or word not in loc.share_words:
            continue
        if word in loc.ands or word in loc.words["or"]:
            shared = t.at[after.stop].word in _CLOSES or t.at[after.stop].low in loc.words["respectively"]
        else:
            shared = t.at[reading.first - 1].low in loc.words["from"] or t.at[reading.first].low in loc.words["from"]
        if shared and not counted(t, after.stop, loc).seen:
            after.kind, after.unit = reading.kind, reading.unit


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
