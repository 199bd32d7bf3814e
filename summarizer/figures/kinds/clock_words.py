"""Clock times in words: acht Uhr, eight o'clock, halb acht, quarter past three, um drei in der Nacht, noon."""

from __future__ import annotations

from typing import Final

from summarizer.data import Kind
from summarizer.figures.kinds.clock import AT, BEFORE_HOUR, at_hour, half_before, half_of_day, hhmm, shift
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale
from summarizer.figures.numbers import read_number
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens

_MIN_MINUTES: Final = 10


def read_word(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """acht Uhr, zehn Uhr dreißig, eight o'clock, seven pm, half past seven."""
    lexeme = t.at[i].lexeme
    if lexeme is None or lexeme.value is None or not 0 <= lexeme.value <= 24:
        return None
    hour = int(lexeme.value)
    low = t.at[i + 1].low
    if low in loc.words["clock"]:
        j, minute = i + 2, 0
        behind = t.at[j].lexeme
        spelled = behind is not None and behind.role is Role.CARDINAL and t.at[j + 1].low not in loc.phrases
        if spelled and behind is not None and behind.value is not None and behind.value < 60:
            minute, j = int(behind.value), j + 1
        half, j = half_of_day(t, j, loc)
        return Reading(Kind.TIME, hhmm(shift(hour, half) % 24, minute), i, j)
    if hour != lexeme.value or (hour > 12 and loc.language != "en"):
        return None
    if loc.language != "en":
        return _hour_and_half(t, i, i + 1, loc, hour, 0)
    j, minute = i + 1, 0
    behind = t.at[j].lexeme
    if behind is not None and behind.role is Role.CARDINAL and behind.value is not None and behind.value < 60:
        number = read_number(t, j, loc)
        if number is not None and number.value < 60:
            minute, j = int(number.value), number.stop
    if hour > 12 and (j == i + 1 or t.at[j].low not in ("pm", "p")):
        return None  # fifteen thirty p.m. is said; twenty a day are twenty
    if t.at[j].low not in ("am", "pm", "a", "p"):
        return _hour_and_half(t, i, j, loc, hour, minute)
    half, stop = half_of_day(t, j, loc)
    return None if half is None else Reading(Kind.TIME, hhmm(shift(hour, half) % 24, minute), i, stop)


def _hour_and_half(t: Tokens, i: int, j: int, loc: Locale, hour: int, minute: int) -> Reading | None:
    """at three in the morning, um drei in der Nacht, nachts um drei; at eight forty."""
    if t.at[i].word[0].isupper() or not hour:
        return None
    half, stop = half_of_day(t, j, loc)
    if half is not None and t.at[j].low in ("in", "at") and at_hour(t, i, stop, loc):
        return Reading(Kind.TIME, hhmm(shift(hour, half) % 24, minute), i, stop)
    before = half_before(t, i)
    if not _counts_nothing(t, j, loc):
        return None
    if before is not None and loc.language == "de" and t.at[i - 1].low in AT:
        return Reading(Kind.TIME, hhmm(shift(hour, before) % 24, minute), i, j)
    if minute >= _MIN_MINUTES and t.at[i - 1].low in BEFORE_HOUR:
        return Reading(Kind.TIME, hhmm(hour, minute), i, j)
    return None


def _counts_nothing(t: Tokens, j: int, loc: Locale) -> bool:
    """Whether what stands behind a number at token ``j`` is nothing that it could count."""
    token = t.at[j]
    if not token.word[:1].isalnum() or token.low in loc.noun_stop:
        return True
    if token.low in loc.phrases or not loc.nouns_capitalised or token.lexeme is not None:
        return False
    return not token.word[0].isupper() and not t.at[j + 1].word[:1].isupper()


def read_relative(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """halb acht, Viertel nach drei, dreiviertel 8, half past eight, a quarter to 8, 20 past nine."""
    low = t.at[i].low
    if loc.language == "de":
        return _relative_german(t, i, loc, low)
    j = i + 1 if low == "a" else i
    minutes = {"half": 30, "quarter": 15}.get(t.at[j].low)
    if minutes is None:
        lexeme = t.at[j].lexeme
        if (
            lexeme is None
            or lexeme.value is None
            or lexeme.role not in (Role.DIGITS, Role.CARDINAL)
            or lexeme.value > 59
        ):
            return None
        minutes = int(lexeme.value)
        j += 1 if t.at[j + 1].low in ("min", "mins", "minutes", "minute") else 0
    word = t.at[j + 1].low
    if word == "past" or (
        word == "to" and ((minutes == 15 and t.at[j].low == "quarter") or t.at[j].low.startswith("min"))
    ):
        hour = _hour(t, j + 2)
        if hour is None:
            return None
        stop = j + 4 if t.at[j + 3].low in loc.words["clock"] else j + 3
        half, stop = half_of_day(t, stop, loc)
        return Reading(Kind.TIME, _around(shift(hour, half), minutes if word == "past" else -minutes), i, stop)
    return None


def _relative_german(t: Tokens, i: int, loc: Locale, low: str) -> Reading | None:
    following = t.at[i + 1].low
    if low == "halb":
        return _to_hour(t, i, i + 1, loc, -30)
    if low not in ("viertel", "dreiviertel"):
        return None
    if following in ("nach", "vor"):
        return _to_hour(t, i, i + 2, loc, 15 if following == "nach" else -15)
    return _to_hour(t, i, i + 1, loc, -45 if low == "viertel" else -15)


def _to_hour(t: Tokens, i: int, j: int, loc: Locale, minutes: int) -> Reading | None:
    hour = _hour(t, j)
    if hour is None or t.at[j + 1].low in loc.phrases:
        return None
    if t.at[i].low == "halb" and t.at[j + 1].word[:1].isupper() and not t.at[j].word.isdecimal():
        return None
    stop = j + 2 if t.at[j + 1].low in loc.words["clock"] else j + 1
    half, stop = half_of_day(t, stop, loc)
    return Reading(Kind.TIME, _around(shift(hour, half), minutes), i, stop)


def _hour(t: Tokens, j: int) -> int | None:
    lexeme = t.at[j].lexeme
    if lexeme is None or lexeme.value is None or lexeme.role not in (Role.DIGITS, Role.CARDINAL, Role.ARTICLE):
        return None
    if lexeme.role is Role.ARTICLE and t.at[j].low not in ("eins", "one"):
        return None
    return int(lexeme.value) if lexeme.value == int(lexeme.value) and 1 <= lexeme.value <= 24 else None


def _around(hour: int, minutes: int) -> str:
    total = (hour * 60 + minutes) % 1440
    return hhmm(total // 60, total % 60)


def read_point(t: Tokens, i: int, _loc: Locale) -> Reading | None:
    """noon, midnight, Mitternacht."""
    lexeme = t.at[i].lexeme
    if lexeme is None or not isinstance(lexeme.extra, str) or t.at[i - 1].low == "zu":
        return None
    return Reading(Kind.TIME, lexeme.extra, i, i + 1)
