"""Clock times as ``HH:MM`` (``HH:MM:SS`` where seconds are given), those in digits.

"14 Uhr" and "2 p.m." are both ``14:00``. A time without a.m., p.m. or a part of the day is taken as written. Times in
words are in clock_words.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from summarizer.data import Kind
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens

_DASHES: Final = frozenset("-–—")
_DOTTED: Final = re.compile(r"(\d{1,2})[.](\d{2})")
_NOON: Final = 12
_EARLIEST: Final = 3
_FULL: Final = 5
AT: Final = frozenset({"um", "gegen"})
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


def hhmm(hour: int, minute: int = 0, second: int | None = None) -> str:
    """``17:30``, ``17:30:05``."""
    return f"{hour:02}:{minute:02}" + ("" if second is None else f":{second:02}")


def shift(hour: int, half: str | None) -> int:
    """The hour of 24 for an hour in a half or part of the day."""
    if half == "pm":
        return hour + 12 if hour < 12 else hour
    if half == "am":
        return 0 if hour == 12 else hour
    if half == "evening":
        return 0 if hour == 12 else hour + 12 if hour < 12 else hour
    if half == "night":
        return 0 if hour == 12 else hour + 12 if 6 <= hour < 12 else hour
    return hour


def half_of_day(t: Tokens, j: int, loc: Locale) -> tuple[str | None, int]:
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
    if low == "pm" or (low == "am" and loc.twelve_hours):
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
    """17:30, 17.30 Uhr, 18 Uhr, 5:30 p.m., 8.10 pm; 9 bis 17 Uhr; 11ish."""
    if loc.twelve_hours and not t.at[i].spaced:
        j = i + 1 + (t.at[i + 1].word == "-" and not t.at[i + 1].spaced)
        hour = int(t.at[i].word) if t.at[i].word.isdecimal() and len(t.at[i].word) < 3 else 0
        if t.at[j].low == "ish" and 1 <= hour <= _NOON and not t.at[j + 1].word[:1].isalpha():
            return Reading(Kind.TIME, hhmm(hour), i, j + 1)
    return _time(t, i, loc, ranged=True)


def _time(t: Tokens, i: int, loc: Locale, *, ranged: bool) -> Reading | None:
    """A time in digits; with ``ranged`` it may be the first end of a range."""
    word = t.at[i].word
    if t.at[i + 1].word == "-" and t.at[i + 2].low in loc.words["clock"] and word.isdecimal() and not t.at[i].spaced:
        if t.glued(i):  # Kohlenstoff-14-Uhr
            return None
        return Reading(Kind.TIME, hhmm(int(word) % 24), i, i + 3) if len(word) < 3 and int(word) < 25 else None
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
    lasting = _lasting(t, i, j, loc, hour * 3600 + minute * 60 + (second or 0)) if strict else None
    if lasting is not None:
        return lasting
    return _finish(t, i, j, loc, hour, minute, second, strict, ranged)


BEFORE_HOUR: Final = wordset("at around about by until till since from before after for past um gegen ab seit bis")


def at_hour(t: Tokens, i: int, stop: int, loc: Locale) -> bool:
    """Whether a bare number is an hour: at 3 in the morning, um drei in der Nacht; no noun goes on behind it."""
    before = t.at[i - 1].low
    if before not in BEFORE_HOUR and not (before in loc.words["hedge"] and t.at[i - 2].low in BEFORE_HOUR):
        return False
    behind = t.at[stop]
    if loc.nouns_capitalised:
        return behind.low not in loc.phrases
    return not behind.word[:1].isalpha() or behind.low in loc.noun_stop


def _lasting(t: Tokens, i: int, j: int, loc: Locale, seconds: int) -> Reading | None:
    """1:47 Stunden, 2:06:14 hours; 2:06:14 without a unit, where the hour has one digit and no Uhr, p.m. follows."""
    full = j - i > _FULL - 1
    unit = loc.phrases.get(t.at[j].low)
    named = unit is not None and any(not rest and one.code == "hour" for rest, one in unit)
    if not named:
        bare = full and len(t.at[i].word) == 1 and t.at[j].low not in loc.words["clock"] | loc.words["zone"]
        part = half_of_day(t, j, loc)[0] or half_before(t, i)
        if not bare or part is not None or t.at[i - 1].low in BEFORE_HOUR:
            return None
    stop = j + named
    if full:
        return Reading(Kind.DURATION, Decimal(seconds), i, stop, unit="second")
    return Reading(Kind.DURATION, Decimal(seconds // 60), i, stop, unit="minute")


_RATIOS: Final = wordset("verhältnis maßstab schlüssel ratio odds scale")
"""Before 1:10 they say that it is a ratio."""


def half_before(t: Tokens, i: int) -> str | None:
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
        return Reading(Kind.TIME, hhmm(int(word[:2]), int(word[2:])), i, i + 1)
    half, stop = half_of_day(t, i + 1, loc)
    if half is None or behind.low in ("in", "at") or int(word[:2]) > 12:
        return None
    return Reading(Kind.TIME, hhmm(shift(int(word[:2]), half) % 24, int(word[2:])), i, stop)


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
        half, j = half_of_day(t, j, loc)
        half = half or half_before(t, i)
        return Reading(Kind.TIME, hhmm(shift(hour, half) % 24, minute, second), i, j)
    half, stop = half_of_day(t, j, loc)
    if half is not None and hour <= 12 + 12 * strict and (t.at[j].low != "in" or strict or at_hour(t, i, stop, loc)):
        found = _range(t, i, stop, loc, shift(hour, half) % 24, minute, half=True) if ranged else None
        if found is not None:
            return found
        return Reading(Kind.TIME, hhmm(shift(hour, half) % 24, minute, second), i, stop)
    if low in loc.words["zone"]:
        return Reading(Kind.TIME, hhmm(hour % 24, minute, second), i, j)
    if half_before(t, i) is not None and hour <= 12 and low not in loc.phrases and not t.at[j].word[:1].isalpha():
        return Reading(Kind.TIME, hhmm(shift(hour, half_before(t, i)), minute, second), i, j)
    found = _range(t, i, j, loc, hour, minute) if ranged else None
    if found is not None:
        return found
    if not strict and not (len(t.at[i].word) == _FULL and t.at[i - 1].low in AT and not _measured(t, j, loc)):
        return None
    if _RATIOS & {t.at[i - 1].low, t.at[i - 2].low}:
        return None
    if hour < _EARLIEST and minute < 10 and t.at[i].word[0] != "0":
        return None  # a score, a ratio
    return Reading(Kind.TIME, hhmm(hour, minute, second), i, j)


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
    if loc.twelve_hours and not half and hour < _NOON <= later and later - _NOON >= hour:
        hour += _NOON  # 10:00-11:00 pm
    first = i - 1 if between or t.at[i - 1].low in loc.words["from"] else i
    return Reading(Kind.TIME, None, first, second.stop, low=hhmm(hour, minute), high=second.value)
