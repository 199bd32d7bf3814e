"""Clock times as ``HH:MM`` (``HH:MM:SS`` where seconds are given).

"14 Uhr" and "2 p.m." are both ``14:00``. A time without a.m., p.m. or a part of the day is taken as written.
"""

from __future__ import annotations

import re
from typing import Final

from summarizer.data import Kind
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.numbers import read_number
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens

_DASHES: Final = frozenset("-–—")
_DOTTED: Final = re.compile(r"(\d{1,2})[.](\d{2})")
_NOON: Final = 12
_EARLIEST: Final = 3
_FULL: Final = 5
_AT: Final = frozenset({"um", "gegen"})
"""Before "09.00" with all its digits these say that it is a time, even without Uhr."""
_PARTS_BEFORE: Final = {
    "abends": "evening",
    "nachts": "night",
    "nachmittags": "pm",
    "morgens": "am",
    "afternoon": "pm",
    "evening": "pm",
    "morning": "am",
}
_PARTS_EN: Final = {"morning": "am", "evening": "evening", "afternoon": "pm", "night": "night", "tonight": "evening"}
_PARTS_DE: Final = {"nacht": "night", "früh": "am", "frühe": "am"}
_MIN_MINUTES: Final = 10


def _hhmm(hour: int, minute: int = 0, second: int | None = None) -> str:
    return f"{hour:02}:{minute:02}" + ("" if second is None else f":{second:02}")


def _shift(hour: int, half: str | None) -> int:
    if half == "pm":
        return hour + 12 if hour < 12 else hour
    if half == "am":
        return 0 if hour == 12 else hour
    if half == "evening":
        return 0 if hour == 12 else hour + 12 if hour < 12 else hour
    if half == "night":
        return 0 if hour == 12 else hour + 12 if 6 <= hour < 12 else hour
    return hour


def _half(t: Tokens, j: int, loc: Locale) -> tuple[str | None, int]:
    """a.m., p.m., abends, in the morning: which half of the day, and where it ends."""
    low = t.at[j].low
    if loc.language == "de":
        j += 1 if low == "am" and t.at[j + 1].low in ("abend", "morgen", "nachmittag", "vormittag") else 0
        low = t.at[j].low
        for half in ("pm", "am", "night"):
            if low in loc.words[half] and not (low == "morgen" and t.at[j - 1].low != "am"):
                return "evening" if low.startswith("abend") else half, j + 1
        if low == "in" and t.at[j + 1].low == "der" and t.at[j + 2].low in _PARTS_DE:
            return _PARTS_DE[t.at[j + 2].low], j + 3
    if low in ("am", "pm") and (loc.language == "en" or t.glued(j) or t.at[j].spaced or not t.at[j].spaced):
        if loc.language == "de" and low == "am":
            return None, j
        return low, j + 1
    if low in ("a", "p") and t.at[j + 1].low == "m" and t.at[j].spaced:
        return low + "m", j + 2
    if low in ("a", "p") and t.at[j + 1].low == "." and t.at[j + 2].low == "m":
        return low + "m", j + 4 if t.at[j + 3].word == "." and not t.at[j + 2].spaced else j + 3
    if low == "in" and t.at[j + 1].low in ("the", "early") and t.at[j + 2].low in _PARTS_EN:
        return _PARTS_EN[t.at[j + 2].low], j + 3
    if low == "at" and t.at[j + 1].low == "night":
        return "night", j + 2
    return None, j


def read_digits(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """17:30, 17.30 Uhr, 18 Uhr, 5:30 p.m., 8.10 pm; 9 bis 17 Uhr."""
    return _time(t, i, loc, ranged=True)


def _time(t: Tokens, i: int, loc: Locale, *, ranged: bool) -> Reading | None:
    """A time in digits; with ``ranged`` it may be the first end of a range."""
    word = t.at[i].word
    hour: int | None = None
    minute, second, j = 0, None, i + 1
    strict = False
    if word.isdecimal():
        if len(word) > 2:
            return _military(t, i, loc) if len(word) == 4 else None
        hour = int(word)
        if t.at[j].word == ":" and not t.at[i].spaced and not t.at[j].spaced:
            below = t.at[j + 1].word
            if len(below) != 2 or not below.isdecimal() or int(below) > 59 or hour > 24:
                return None
            minute, j, strict = int(below), j + 2, True
            if (
                t.at[j].word == ":"
                and t.at[j + 1].word.isdecimal()
                and len(t.at[j + 1].word) == 2
                and not t.at[j].spaced
            ):
                second, j = int(t.at[j + 1].word), j + 2
            elif t.at[j].word in (":", ".") and not t.at[j].spaced and t.at[j + 1].word.isdecimal():
                return None
    else:
        match = _DOTTED.fullmatch(word)
        if match is None or int(match[2]) > 59:
            return None
        hour, minute = int(match[1]), int(match[2])
    if hour > 24:
        return None
    return _finish(t, i, j, loc, hour, minute, second, strict, ranged)


_BEFORE_HOUR: Final = wordset("at around about by until till since from before after for past um gegen ab seit bis")


def _at_hour(t: Tokens, i: int, stop: int, loc: Locale) -> bool:
    """Whether a bare number is an hour: at 3 in the morning, um drei in der Nacht; no noun goes on behind it."""
    before = t.at[i - 1].low
    if before not in _BEFORE_HOUR and not (before in loc.words["hedge"] and t.at[i - 2].low in _BEFORE_HOUR):
        return False
    behind = t.at[stop]
    if loc.nouns_capitalised:
        return behind.low not in loc.phrases
    return not behind.word[:1].isalpha() or behind.low in loc.noun_stop


def _half_before(t: Tokens, i: int) -> str | None:
    """abends um 8 Uhr, in the afternoon at 7."""
    k = i - 2 if t.at[i - 1].low in ("um", "at") else i - 1
    return _PARTS_BEFORE.get(t.at[k].low) if k >= 0 else None


def _measured(t: Tokens, j: int, loc: Locale) -> bool:
    """Whether a unit follows: "um 10.50 Franken" is no time."""
    word = t.at[j].word
    return word in loc.symbols or t.at[j].low in loc.phrases or (bool(word) and word in "%€$£")


def _military(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """0400 GMT, 1140 a.m."""
    word, behind = t.at[i].word, t.at[i + 1]
    if int(word[:2]) > 23 or int(word[2:]) > 59:
        return None
    if behind.low in loc.words["zone"] or behind.low in loc.words["clock"]:
        return Reading(Kind.TIME, _hhmm(int(word[:2]), int(word[2:])), i, i + 1)
    half, stop = _half(t, i + 1, loc)
    if half is None or behind.low in ("in", "at") or int(word[:2]) > 12:
        return None
    return Reading(Kind.TIME, _hhmm(_shift(int(word[:2]), half) % 24, int(word[2:])), i, stop)


def _finish(
    t: Tokens, i: int, j: int, loc: Locale, hour: int, minute: int, second: int | None, strict: bool, ranged: bool
) -> Reading | None:
    low = t.at[j].low
    if low in loc.words["clock"] or (low == "h" and t.at[j + 1].word.isdecimal() and len(t.at[j + 1].word) <= 2):
        j += 1
        behind = t.at[j]
        k = j + 1 if behind.low in loc.ands else j
        if (
            (
                not strict
                and minute == 0
                and t.at[k].word.isdecimal()
                and len(t.at[k].word) <= 2
                and int(t.at[k].word) < 60
            )
            and t.at[k + 1].word != "."
            and (k > j or t.at[k + 1].low not in loc.phrases)
        ):
            minute, j = int(t.at[k].word), k + 1
            j = j + 1 if t.at[j].low == "uhr" else j
        half, j = _half(t, j, loc)
        half = half or _half_before(t, i)
        return Reading(Kind.TIME, _hhmm(_shift(hour, half) % 24, minute, second), i, j)
    half, stop = _half(t, j, loc)
    if half is not None and hour <= 12 + 12 * strict and (t.at[j].low != "in" or strict or _at_hour(t, i, stop, loc)):
        found = _range(t, i, stop, loc, _shift(hour, half) % 24, minute, half=True) if ranged else None
        if found is not None:
            return found
        return Reading(Kind.TIME, _hhmm(_shift(hour, half) % 24, minute, second), i, stop)
    if low in loc.words["zone"]:
        return Reading(Kind.TIME, _hhmm(hour % 24, minute, second), i, j)
    if _half_before(t, i) is not None and hour <= 12 and low not in loc.phrases and not t.at[j].word[:1].isalpha():
        return Reading(Kind.TIME, _hhmm(_shift(hour, _half_before(t, i)), minute, second), i, j)
    found = _range(t, i, j, loc, hour, minute) if ranged else None
    if found is not None:
        return found
    if not strict and not (len(t.at[i].word) == _FULL and t.at[i - 1].low in _AT and not _measured(t, j, loc)):
        return None
    if hour < _EARLIEST and minute < 10 and t.at[i].word[0] != "0":
        return None  # a score, a ratio
    return Reading(Kind.TIME, _hhmm(hour, minute, second), i, j)


def _range(t: Tokens, i: int, j: int, loc: Locale, hour: int, minute: int, *, half: bool = False) -> Reading | None:
    """9 bis 17 Uhr; 9 to 5 p.m. needs its p.m."""
    between = t.at[j].low in loc.ands and t.at[i - 1].low in loc.between
    if t.at[j].word not in _DASHES and t.at[j].low not in loc.range_words and not between:
        return None
    other = t.at[j + 1].lexeme
    if other is None or other.role is not Role.DIGITS:
        return None
    second = _time(t, j + 1, loc, ranged=False)
    if second is None or not isinstance(second.value, str):
        return None
    later = int(second.value[:2])
    if loc.language == "en" and not half and hour < _NOON <= later and later - _NOON >= hour:
        hour += _NOON  # 10:00-11:00 pm
    first = i - 1 if between or t.at[i - 1].low in loc.words["from"] else i
    return Reading(Kind.TIME, None, first, second.stop, low=_hhmm(hour, minute), high=second.value)


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
        half, j = _half(t, j, loc)
        return Reading(Kind.TIME, _hhmm(_shift(hour, half) % 24, minute), i, j)
    if hour != lexeme.value or hour > 12:
        return None
    if loc.language != "en":
        return _hour_and_half(t, i, i + 1, loc, hour, 0)
    j, minute = i + 1, 0
    behind = t.at[j].lexeme
    if behind is not None and behind.role is Role.CARDINAL and behind.value is not None and behind.value < 60:
        number = read_number(t, j, loc)
        if number is not None and number.value < 60:
            minute, j = int(number.value), number.stop
    if t.at[j].low not in ("am", "pm", "a", "p"):
        return _hour_and_half(t, i, j, loc, hour, minute)
    half, stop = _half(t, j, loc)
    return None if half is None else Reading(Kind.TIME, _hhmm(_shift(hour, half) % 24, minute), i, stop)


def _hour_and_half(t: Tokens, i: int, j: int, loc: Locale, hour: int, minute: int) -> Reading | None:
    """at three in the morning, um drei in der Nacht, nachts um drei; at eight forty."""
    if t.at[i].word[0].isupper() or not hour:
        return None
    half, stop = _half(t, j, loc)
    if half is not None and t.at[j].low in ("in", "at") and _at_hour(t, i, stop, loc):
        return Reading(Kind.TIME, _hhmm(_shift(hour, half) % 24, minute), i, stop)
    before = _half_before(t, i)
    if not _counts_nothing(t, j, loc):
        return None
    if before is not None and loc.language == "de" and t.at[i - 1].low in _AT:
        return Reading(Kind.TIME, _hhmm(_shift(hour, before) % 24, minute), i, j)
    if minute >= _MIN_MINUTES and t.at[i - 1].low in _BEFORE_HOUR:
        return Reading(Kind.TIME, _hhmm(hour, minute), i, j)
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
        half, stop = _half(t, stop, loc)
        return Reading(Kind.TIME, _around(_shift(hour, half), minutes if word == "past" else -minutes), i, stop)
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
    half, stop = _half(t, stop, loc)
    return Reading(Kind.TIME, _around(_shift(hour, half), minutes), i, stop)


def _hour(t: Tokens, j: int) -> int | None:
    lexeme = t.at[j].lexeme
    if lexeme is None or lexeme.value is None or lexeme.role not in (Role.DIGITS, Role.CARDINAL, Role.ARTICLE):
        return None
    if lexeme.role is Role.ARTICLE and t.at[j].low not in ("eins", "one"):
        return None
    return int(lexeme.value) if lexeme.value == int(lexeme.value) and 1 <= lexeme.value <= 24 else None


def _around(hour: int, minutes: int) -> str:
    total = (hour * 60 + minutes) % 1440
    return _hhmm(total // 60, total % 60)


def read_point(t: Tokens, i: int, _loc: Locale) -> Reading | None:
    """noon, midnight, Mitternacht."""
    lexeme = t.at[i].lexeme
    if lexeme is None or not isinstance(lexeme.extra, str) or t.at[i - 1].low == "zu":
        return None
    return Reading(Kind.TIME, lexeme.extra, i, i + 1)
