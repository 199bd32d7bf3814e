"""Multiples and ratios: doppelt so viel, dreimal, zehnfach, twice, tenfold, halved; 2:1, 3 zu 1, a score of 3-1.

A multiple's value is the factor (doubled 2, halved 0.5). A ratio keeps both sides in `Figure.low` and `Figure.high`, in
the order written, and their quotient as value.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from summarizer.data import Kind
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.numbers import read_number
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens
from summarizer.figures.units import unit_at

_AS_MUCH: Final = wordset(
    "viel viele vielen hoch groß lang schnell häufig oft many much high large big long fast often likely"
)
_TIMES: Final = wordset("fach fache fachen facher faches mal fold times time mals malige maliger maligen")  # fmt: skip
_PERIODS: Final = wordset(
    "pro im am jährlich täglich wöchentlich monatlich a an per every each daily weekly monthly yearly"
)
_VERBAL: Final = wordset("the that its in to as their his her our by since from")
_SCORED: Final = wordset(
    "win wins won victory victories defeat defeats loss lost lead leads led draw draws away home at after against "
    "in on and to with over from for but when thanks deficit up down score aggregate series thriller rout triumph "
    "semi success half before as was by or ahead"
)


def read_word(t: Tokens, i: int, _loc: Locale) -> Reading | None:
    """doppelt so viel, dreimal, verdreifacht, twice as many, tripled, halved."""
    lexeme = t.at[i].lexeme
    if lexeme is None or lexeme.value is None:
        return None
    low, following = t.at[i].low, t.at[i + 1]
    if low in ("einmal", "once"):
        nxt = t.at[i + 2].lexeme
        listed = following.word == "," and nxt is not None and nxt.role is Role.MULTIPLE
        if following.low not in _PERIODS and not listed:
            return None
    elif low in ("halves", "doubles", "double", "triple", "halve") and following.low not in _VERBAL:
        return None
    stop = i + 1
    if following.low in ("so", "as"):
        stop += 2 if t.at[i + 2].low in _AS_MUCH else 1
    return Reading(Kind.MULTIPLE, lexeme.value, i, stop)


def read_times(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """10-fach, 3,5-fache, 12.000-mal, 12 000 Mal, 3x, five times, two-time, 4-fold."""
    number = read_number(t, i, loc)
    if number is None or number.bare_article:
        return None
    j = number.stop
    hyphened = t.at[j].word == "-" and not t.at[j].spaced
    j += hyphened
    low = t.at[j].low
    if low == "x":
        if t.at[j].word != "x" or not t.glued(j) or t.at[j + 1].word[:1].isdecimal():
            return None
    elif low not in _TIMES or (low == "time" and not hyphened) or (low == "mal" and _side(t, j + 1, loc)):
        return None
    return Reading(Kind.MULTIPLE, number.value, i, j + 1)


def _side(t: Tokens, j: int, loc: Locale) -> bool:
    """Whether a second side stands at token ``j``: 25 mal 40 Meter."""
    number = read_number(t, j, loc)
    found = None if number is None else unit_at(t, number.stop, loc)
    return found is not None and found[0].kind is Kind.LENGTH


def read_ratio(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """2:1, 1:100.000, 3 zu 1; in English scores also 3-1."""
    lexeme, mark, other = t.at[i].lexeme, t.at[i + 1], t.at[i + 2]
    second = other.lexeme
    if lexeme is None or lexeme.value is None or second is None or second.value is None:
        return None
    if second.role not in (Role.DIGITS, Role.CARDINAL):
        return None
    if mark.word == ":" and _RACE.fullmatch(other.word) and not t.at[i].spaced and not mark.spaced:
        return _race(t, i, lexeme.value, second.value, loc)
    if mark.word == ":":
        if t.at[i].spaced or mark.spaced or (t.at[i + 3].word == ":" and not other.spaced):
            return None
    elif mark.low in ("zu", "to"):
        if not _is_vote(t, i, lexeme.value, second.value) and (
            loc.language != "de" or lexeme.value > 20 or second.value > 100 or t.at[i - 1].low == "bis"
        ):
            return None
    elif mark.word in ("-", "–"):
        if not _is_score(t, i, lexeme.value, second.value, loc):
            return None
    else:
        return None
    quotient = lexeme.value / second.value if second.value else lexeme.value
    return Reading(Kind.RATIO, quotient, i, i + 3, low=lexeme.value, high=second.value)


def _is_vote(t: Tokens, i: int, first: Decimal, second: Decimal) -> bool:
    """mit 140 zu 90, voted 140 to 90, a vote of 140 to 90: what they are is said before."""
    before, to = t.at[i - 1].low, t.at[i + 1].low == "to"
    told = before in _VOTED or (before == "of" and t.at[i - 2].low in _VOTED) if to else before == "mit"
    whole = first == first.to_integral_value() and second == second.to_integral_value()
    return told and whole and min(first, second) >= 0 and max(first, second) <= _MOST_VOTES


_VOTED: Final = wordset("vote votes voted voting")


def _race(t: Tokens, i: int, minutes: Decimal, seconds: Decimal, loc: Locale) -> Reading:
    """15:31,90 Minuten, 1:43.6: minutes, seconds and their fraction."""
    unit = loc.phrases.get(t.at[i + 3].low)
    named = unit is not None and any(not rest and one.code == "minute" for rest, one in unit)
    return Reading(Kind.DURATION, minutes * 60 + seconds, i, i + 3 + named, unit="second")


_RACE: Final = re.compile(r"[0-5]\d[.,]\d{1,3}")


_MOST_VOTES: Final = 700
"""Results of votes in parliaments are written like scores: 217-213."""


def _is_score(t: Tokens, i: int, first: Decimal, second: Decimal, loc: Locale) -> bool:
    """3-1, 0-2, 6-4 6-3: falling numbers, or small ones in front of nothing that they could count."""
    if t.at[i].spaced or t.at[i + 1].spaced or t.at[i].lexeme is None or len(t.at[i].word) > 3:
        return False
    if not t.at[i].word.isdecimal() or (t.glued(i) and t.at[i - 1].word not in "([„\"'“"):
        return False
    behind = t.at[i + 3]
    if behind.word in ("-", "–", "/", "%") or unit_at(t, i + 3, loc) is not None:
        return False
    if first >= second:
        return first < _MOST_VOTES
    if first > 30:
        return False
    return (
        first == 0
        or (not behind.word[:1].isalpha() and second < 30 and loc.language == "en" and second != first + 1)
        or behind.low in _SCORED
    )
