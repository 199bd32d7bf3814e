"""Dates: days, months, weekdays; ISO 8601 with X for what is not said.

"6. November" is ``XXXX-11-06``, "im November 2025" ``2025-11``,
"am Montag" ``XXXX-WXX-1``. A weekday beside a date is a
figure of its own. Day and month in digits alone follow the language's order (German day first; English month first,
unless only day first is possible), because that is what a reader of that language takes them for.
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

_DOTTED: Final = re.compile(r"(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2}))?")
_REVERSED: Final = re.compile(r"(\d{4})\.(\d{1,2})\.(\d{1,2})")
_SUFFIXES: Final = wordset("st nd rd th")
_ATTACK: Final = (9, 11)
"""9/11 is a name as much as a date; no other day and month are read without context."""
_DASHES: Final = frozenset("-–—")
_CONTEXT: Final = wordset(
    "in of last next since until till by early late mid during from this through before after on between and to "
    "between mid- the every"
)
_DAY_BEFORE: Final = wordset("am vom zum den der dem ab bis seit on")


def iso(year: str | None, month: int | None = None, day: int | None = None) -> str:
    """``2025-11-06``, ``XXXX-11``, ``XXXX-XX-06``."""
    text = year or "XXXX"
    if month is not None:
        text += f"-{month:02}"
    if day is not None:
        text += f"-{day:02}" if month is not None else f"-XX-{day:02}"
    return text


def full_year(two: str) -> str:
    """A year of two digits as four: up to 49 is 20xx."""
    return ("20" if int(two) < 50 else "19") + two


def year_at(t: Tokens, j: int) -> tuple[str | None, int]:
    """The year written at token ``j`` behind a month, and where it ends."""
    token = t.at[j]
    if token.word == "," and _is_year(t.at[j + 1].word):
        return t.at[j + 1].word, j + 2
    if _is_year(token.word) and not t.at[j - 1].breaks:
        return token.word, j + 1
    if token.low in ("of", "in") and _is_year(t.at[j + 1].word) and t.at[j + 1].word[0] in "12":
        return t.at[j + 1].word, j + 2
    if token.word in ("'", "’") and len(t.at[j + 1].word) == 2 and t.at[j + 1].word.isdigit():
        return full_year(t.at[j + 1].word), j + 2
    return None, j


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and "1000" <= word <= "2199"


def month_at(t: Tokens, j: int) -> tuple[int, int] | None:
    """The month whose name stands at token ``j``, and where it ends (behind the point of "Nov.")."""
    lexeme = t.at[j].lexeme
    if lexeme is None or lexeme.role is not Role.MONTH or lexeme.value is None:
        return None
    stop = j + 1
    if t.at[stop].word == "." and not t.at[j].spaced and len(t.at[j].word) <= 4:
        following = t.at[stop + 1].word
        if not t.at[stop].breaks and (following[:1].islower() or following[:1].isdecimal() or following in (",", ")")):
            stop += 1
    return int(lexeme.value), stop


def read_digits(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """A date that begins with digits."""
    token = t.at[i]
    word = token.word
    if not word.isdecimal():
        return _dotted(t, i, loc) if "." in word else None
    if len(word) <= 2:
        return _day_first(t, i, loc) or _slashed(t, i, loc)
    if len(word) == 4 and not token.spaced:
        return _year_first(t, i)
    return _compact(t, i) if len(word) == 8 else None


def _dotted(t: Tokens, i: int, loc: Locale) -> Reading | None:
    word = t.at[i].word
    match = _REVERSED.fullmatch(word)
    if match is not None and 0 < int(match[2]) <= 12 and 0 < int(match[3]) <= 31:
        return Reading(Kind.DATE, iso(match[1], int(match[2]), int(match[3])), i, i + 1)
    match = _DOTTED.fullmatch(word)
    if match is None:
        return None
    day, month, year = int(match[1]), int(match[2]), match[3]
    if year is not None:  # with points it is day first in English text too
        if month > 12:
            day, month = month, day
        if not (0 < day <= 31 and 0 < month <= 12):
            return None
        return Reading(Kind.DATE, iso(full_year(year) if len(year) == 2 else year, month, day), i, i + 1)
    return _dotted_without_year(t, i, loc, day, month)


def _dotted_without_year(t: Tokens, i: int, loc: Locale, first: int, other: int) -> Reading | None:
    """24.12. with its point; 24.12 only where nothing speaks for a decimal number."""
    before, after = t.at[i - 1], t.at[i + 1]
    order = _order(first, other, loc)
    if order is None or t.glued(i) or (not t.at[i].spaced and after.word[:1].isalpha()):
        return None
    weekday = _weekday_before(t, i, loc)
    if after.word == "." and not t.at[i].spaced:
        year, stop = year_at(t, i + 2)
        if year is not None:
            return Reading(Kind.DATE, iso(year, order[1], order[0]), i, stop)
        if loc.language == "de" and _closes_date(t, i, weekday):
            return Reading(Kind.DATE, iso(None, other, first), i, i + 2) if other <= 12 else None
        if not weekday:
            return None
        return Reading(Kind.DATE, iso(None, other, first), i, i + 2) if other <= 12 else None
    dated = (
        weekday or before.low in ("am", "on", "heute", "today", "vom", "morgen") or (i == 0 and loc.language == "de")
    )
    if not dated or after.low in loc.phrases or after.word in loc.symbols or (after.word[:1].isupper() and i > 0):
        return None
    if after.lexeme is not None and after.lexeme.role in (Role.SCALE, Role.CURRENCY, Role.DIGITS):
        return None
    if not t.at[i].spaced and after.word in ("-", "^", "%", "x"):
        return None
    return Reading(Kind.DATE, iso(None, order[1], order[0]), i, i + 1)


def _closes_date(t: Tokens, i: int, weekday: bool) -> bool:
    """Whether the point behind 24.12 is the date's own and not only the sentence's."""
    following = t.at[i + 2].word
    if weekday or i == 0 or t.at[i - 1].low in _DAY_BEFORE or following[:1] in (",", ";", ")", "-", "–"):
        return True
    return bool(following) and not following[0].isupper()


def _day_first(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """6. November 2025; 1.–3. Mai; 6th of November; 5 Nov. 2025."""
    day = int(t.at[i].word)
    if not 0 < day <= 31:
        return None
    j = _behind_day(t, i, loc)
    second: tuple[int, int] | None = None
    low = t.at[j].low
    if low in loc.range_words or low in _DASHES or low in ("/", "und", "and", "oder", "or"):
        second = _second_day(t, j + 1, loc)
        if second is None and loc.language == "de" and (j == i + 2 or _weekday_before(t, i, loc)):
            listed = _with_dotted(t, i, j, day)
            if listed is not None:
                return listed
    if second is not None:
        return _day_range(t, i, loc, day, second, low)
    month = month_at(t, j)
    if month is None:
        return _day_month_digits(t, i, j, loc, day)
    year, stop = year_at(t, month[1])
    if (
        t.at[stop].word == "/"
        and t.at[stop + 1].word.isdecimal()
        and len(t.at[stop + 1].word) <= 2
        and t.at[i - 1].word != "/"
    ):
        other = _day_first(t, stop + 1, loc)
        if other is not None and isinstance(other.value, str):
            return Reading(Kind.DATE, None, i, other.stop, low=iso(year, month[0], day), high=other.value)
    return Reading(Kind.DATE, iso(year, month[0], day), i, stop)


def _with_dotted(t: Tokens, i: int, j: int, day: int) -> Reading | None:
    """vom 3. bis 5.12.2025, am 20. und 21.11.: the month of the second day is the first's too."""
    match = _DOTTED.fullmatch(t.at[j + 1].word)
    if match is None or not 0 < int(match[2]) <= 12 or not 0 < int(match[1]) <= 31:
        return None
    pointed = t.at[j + 2].word == "." and not t.at[j + 1].spaced
    year = match[3] if match[3] is None or len(match[3]) == 4 else full_year(match[3])
    if year is None and not pointed:
        return None
    month, stop = int(match[2]), j + 2
    if year is None:
        year, behind = year_at(t, j + 3)
        stop = j + 3 if year is None else behind
    if t.at[j].low in ("und", "oder"):  # two dates; the second is read by itself
        return Reading(Kind.DATE, iso(year, month, day), i, j)
    first = i - 1 if t.at[i - 1].low == "vom" else i
    return Reading(Kind.DATE, None, first, stop, low=iso(year, month, day), high=iso(year, month, int(match[1])))


def _behind_day(t: Tokens, i: int, loc: Locale) -> int:
    """The token behind a day number and its point or th, of."""
    j = i + 1
    if t.at[i].spaced:
        return j + 1 if t.at[j].low == "of" else j
    if loc.language == "de":
        if t.at[j].word == ".":
            return j + 1
    elif t.at[j].low in _SUFFIXES:
        j += 1
        if t.at[j].low == "day":
            j += 1
        if t.at[j].low == "of":
            j += 1
    return j + 1 if t.at[j].word == "-" and month_at(t, j + 1) is not None else j


def _second_day(t: Tokens, j: int, loc: Locale) -> tuple[int, int] | None:
    word = t.at[j].word
    if not word.isdecimal() or len(word) > 2 or not 0 < int(word) <= 31:
        return None
    stop = _behind_day(t, j, loc)
    return (int(word), stop) if month_at(t, stop) is not None else None


def _day_range(t: Tokens, i: int, loc: Locale, day: int, second: tuple[int, int], word: str) -> Reading | None:
    month = month_at(t, second[1])
    if month is None:
        return None
    year, stop = year_at(t, month[1])
    if word in ("und", "and", "oder", "or"):  # two dates; the second is read by itself
        return Reading(Kind.DATE, iso(year, month[0], day), i, _behind_day(t, i, loc))
    first = i
    if t.at[i - 1].low in ("vom", "from"):
        first = i - 1
    return Reading(Kind.DATE, None, first, stop, low=iso(year, month[0], day), high=iso(year, month[0], second[0]))


def _day_month_digits(t: Tokens, i: int, j: int, loc: Locale, day: int) -> Reading | None:
    """27. 11.; "am 3." with nothing behind it."""
    if loc.language != "de" or j != i + 2:
        return None
    month, before = t.at[j].word, t.at[i - 1].low
    if month.isdecimal() and len(month) <= 2 and 0 < int(month) <= 12 and t.at[j + 1].word == ".":
        return Reading(Kind.DATE, iso(None, int(month), day), i, j + 2)
    word = t.at[j].word
    ordinal = t.at[j].lexeme
    if ordinal is not None and ordinal.role is Role.ORDINAL and ordinal.value is not None and ordinal.value <= 12:
        previous = t.at[i - 1].lexeme
        if previous is not None and previous.role is Role.WEEKDAY:
            year, stop = year_at(t, j + 1)
            return Reading(Kind.DATE, iso(year, int(ordinal.value), day), i, stop)
    if before == "am" and (not word or t.at[j - 1].breaks or (word[:1].isupper() and starts_sentence(word))):
        return Reading(Kind.DATE, iso(None, None, day), i, j)
    return None


_STARTERS: Final = wordset("danach er sie es das die der wir dann in im ein eine")


def starts_sentence(word: str) -> bool:
    """Whether a capitalised word is one that only a new sentence capitalises."""
    return word.lower() in _STARTERS


def _slashed(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """05/05/89, 24/12/2025, 11-05-2025; 22/04 where it can only be a day."""
    mark = t.at[i + 1].word
    if mark not in "/-" or t.at[i].spaced or t.at[i + 1].spaced or not mark:
        return None
    middle, second, last = t.at[i + 2], t.at[i + 3], t.at[i + 4]
    if not middle.word.isdecimal() or len(middle.word) > 2:
        return None
    first, other = int(t.at[i].word), int(middle.word)
    if second.word == mark and last.word.isdecimal() and len(last.word) in (2, 4) and not middle.spaced:
        order = _order(first, other, loc)
        if order is None or (t.glued(i) and t.at[i - 1].word in "/-"):
            return None
        year = last.word if len(last.word) == 4 else full_year(last.word)
        return Reading(Kind.DATE, iso(year, order[1], order[0]), i, i + 5)
    if mark == "-" and (not _weekday_before(t, i, loc) or t.at[i + 3].word[:1].isalpha()):
        return None  # Tuesday's 20-3 win
    return _slashed_short(t, i, loc, first, other)


def _slashed_short(t: Tokens, i: int, loc: Locale, first: int, other: int) -> Reading | None:
    order = _order(first, other, loc)
    if order is None:
        return None
    year, stop = year_at(t, i + 3)
    context = _weekday_before(t, i, loc) or t.at[i - 1].low in ("am", "on", "vom", "next", "this") or year is not None
    if context or (max(order) > 20 and max(order) not in (24, 25) and order[1] <= 12 and not t.at[i - 1].spaced):
        return Reading(Kind.DATE, iso(year, order[1], order[0]), i, stop if year else i + 3)
    if order[0] in (29, 30) or (loc.language == "en" and (first, other) == _ATTACK):
        return Reading(Kind.DATE, iso(None, order[1], order[0]), i, i + 3)
    return None


def _weekday_before(t: Tokens, i: int, loc: Locale) -> bool:
    """Freitag 24.12.; Fr, 23.6.; Mi. 20.09."""
    j = i - 1
    if t.at[j].word in (",", ".", "den", "("):
        j -= 1
    lexeme = t.at[j].lexeme if j >= 0 else None
    return j >= 0 and (
        (lexeme is not None and lexeme.role is Role.WEEKDAY) or (t.at[j].low in loc.weekdays and len(t.at[j].word) == 2)
    )


def _order(first: int, other: int, loc: Locale) -> tuple[int, int] | None:
    """(day, month) of two numbers, in the language's order if that is possible."""
    day, month = (first, other) if loc.language == "de" else (other, first)
    if month > 12:
        day, month = month, day
    return (day, month) if 0 < month <= 12 and 0 < day <= 31 else None


def _year_first(t: Tokens, i: int) -> Reading | None:
    """2025-12-24, 2025/12/24, 2020/Sep/23, 2020-Sep-23."""
    mark = t.at[i + 1].word
    if mark not in ("-", "/") or t.at[i + 1].spaced or not _is_year(t.at[i].word) or t.at[i + 3].word != mark:
        return None
    month, day = t.at[i + 2], t.at[i + 4].word
    if day in ("sep", "Sep") or month_at(t, i + 4) is not None:
        named = month_at(t, i + 4)
        if named is not None and month.word.isdecimal() and len(month.word) <= 2:
            return Reading(Kind.DATE, iso(t.at[i].word, named[0], int(month.word)), i, i + 5)
    if not day.isdecimal() or len(day) > 2 or not 0 < int(day) <= 31:
        return None
    named = month_at(t, i + 2)
    number = (
        named[0] if named is not None else int(month.word) if month.word.isdecimal() and len(month.word) <= 2 else 0
    )
    if not 0 < number <= 12:
        return None
    if t.glued(i) and t.at[i - 1].word == "-" and t.at[i - 2].word.isdecimal():
        return None
    return Reading(Kind.DATE, iso(t.at[i].word, number, int(day)), i, i + 5)


def _compact(t: Tokens, i: int) -> Reading | None:
    """20250701 between hyphens."""
    word = t.at[i].word
    if t.at[i - 1].word != "-" or t.at[i + 1].word != "-" or not _is_year(word[:4]):
        return None
    month, day = int(word[4:6]), int(word[6:])
    if 0 < month <= 12 and 0 < day <= 31:
        return Reading(Kind.DATE, iso(word[:4], month, day), i, i + 1)
    return None


def read_month(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """November 5th, 2025; Nov 5–6; im November 2025; in November."""
    lexeme = t.at[i].lexeme
    found = month_at(t, i)
    if found is None or lexeme is None:
        return None
    month, stop = found
    possessive = t.at[i].low != t.at[i].word.lower()  # February's 4-1 win
    day = None if possessive else _day_behind(t, stop, loc) if loc.language == "en" or t.at[stop].word in "/-" else None
    if day is not None:
        return _month_day(t, i, loc, month, day)
    before = t.at[i - 1].lexeme
    if lexeme.extra == "lower" or (i and t.at[i - 1].spaced and before is not None and before.role is Role.MONTH):
        return None
    year, behind = year_at(t, stop)
    if year is not None:
        return Reading(Kind.DATE, iso(year, month), i, behind)
    if not _month_alone(t, i, loc):
        return None
    return Reading(Kind.DATE, iso(None, month), i, i + 1)


def _month_alone(t: Tokens, i: int, loc: Locale) -> bool:
    word, low = t.at[i].word, t.at[i].low
    if loc.language == "de":
        if not word[0].isupper() or (t.at[i + 1].word == "-" and not t.at[i].spaced and low in ("mai", "august")):
            return False
        if len(low) < 4 and low not in ("mai",):
            return False
        return not (low in ("august", "may", "jan", "april") and t.at[i + 1].word[:1].isupper() and low != "april")
    if not word[0].isupper():
        return False
    if low in ("may", "march", "mar", "dec", "sep", "jan", "jun", "oct", "nov", "feb", "apr", "aug", "sept", "jul"):
        return t.at[i - 1].low in _CONTEXT and t.at[i - 1].low != "the"
    return not (
        low in ("april", "august", "june") and t.at[i + 1].word[:1].isupper() and t.at[i - 1].low not in _CONTEXT
    )


def _day_behind(t: Tokens, j: int, loc: Locale) -> tuple[int, int] | None:
    """The day at token ``j`` behind a month name, in digits or as an ordinal word."""
    comma = t.at[j].word == ","
    if t.at[j].word in (",", "-", "/", "the") and not t.at[j - 1].breaks:
        j += 1
    token = t.at[j]
    lexeme = token.lexeme
    if token.word.isdecimal() and len(token.word) <= 2 and 0 < int(token.word) <= 31:
        stop = j + 1
        if not token.spaced and t.at[stop].low in _SUFFIXES:
            return int(token.word), stop + 1
        if not token.spaced and t.at[stop].word in "%:" and t.at[stop].word:
            return None
        if t.at[stop].lexeme is not None and t.at[stop].lexeme.role in (Role.SCALE, Role.CURRENCY):  # type: ignore[union-attr]
            return None
        if t.at[stop].low in loc.phrases and token.spaced and t.at[stop].low not in ("sec", "second"):
            return None
        return int(token.word), stop
    if lexeme is None or lexeme.value is None or (token.low in ("a", "one", "second") and lexeme.role is Role.ARTICLE):
        return None
    if lexeme.role is Role.ORDINAL and lexeme.value <= 31:
        return int(lexeme.value), j + 1
    if lexeme.role is Role.CARDINAL and 2 <= lexeme.value <= 30 and not comma:  # not "In January, three men"
        step = j + 2 if t.at[j + 1].word == "-" else j + 1
        ones = t.at[step].lexeme
        tens = lexeme.value >= 20 and ones is not None and ones.role in (Role.ORDINAL, Role.CARDINAL)
        if tens and ones is not None and ones.value is not None and ones.value < 10:
            return int(lexeme.value + ones.value), step + 1
        return int(lexeme.value), j + 1
    return None


def _month_day(t: Tokens, i: int, loc: Locale, month: int, day: tuple[int, int]) -> Reading:
    stop = day[1]
    high: int | None = None
    if t.at[stop].word in _DASHES or t.at[stop].low in loc.range_words:
        word = t.at[stop + 1].word
        if word.isdecimal() and len(word) <= 2 and day[0] < int(word) <= 31:
            high, stop = int(word), stop + 2
            if t.at[stop].low in _SUFFIXES and not t.at[stop - 1].spaced:
                stop += 1
    if t.at[stop].word == "-" and _is_year(t.at[stop + 1].word) and not t.at[stop].spaced:
        stop += 1
    year, stop = year_at(t, stop)
    if high is not None:
        return Reading(Kind.DATE, None, i, stop, low=iso(year, month, day[0]), high=iso(year, month, high))
    return Reading(Kind.DATE, iso(year, month, day[0]), i, stop)


def read_weekday(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """Montag, Mondays, Dienstagabend."""
    lexeme = t.at[i].lexeme
    if lexeme is None or lexeme.value is None:
        return None
    if loc.language == "de" and not t.at[i].word[0].isupper() and not t.at[i].low.endswith("s"):
        return None
    if loc.language == "en" and not t.at[i].word[0].isupper():
        return None
    return Reading(Kind.DATE, f"XXXX-WXX-{int(lexeme.value)}", i, i + 1)


def read_day_alone(t: Tokens, i: int, value: Decimal, stop: int) -> Reading | None:
    """on the 15th, Friday the 15th: an English day of the month without its month."""
    if (
        t.at[i - 1].low != "the"
        or not 0 < value <= 31
        or (t.at[stop].word[:1].isalpha() and t.at[stop].low not in _AFTER_DAY)
    ):
        return None
    if _of_a_month(t, stop):
        return Reading(Kind.DATE, iso(None, None, int(value)), i, stop)
    before = t.at[i - 2]
    weekday = before.lexeme is not None and before.lexeme.role is Role.WEEKDAY
    if not weekday and (before.low not in _BEFORE_DAY or value < 4):
        return None
    if not weekday and t.at[stop].low == "of" and t.at[stop + 1].low not in ("this", "next", "last", "each", "every"):
        return None
    return Reading(Kind.DATE, iso(None, None, int(value)), i, stop)


def _of_a_month(t: Tokens, j: int) -> bool:
    """of next month, last month: behind a day."""
    j += t.at[j].low == "of"
    return t.at[j].low in ("this", "next", "last", "each", "every") and t.at[j + 1].low == "month"


_BEFORE_DAY: Final = wordset("on until till since by")
_AFTER_DAY: Final = wordset("of at in this next last and or to for with when after before as he she it they we from")


def read_ordinal_day(t: Tokens, i: int, value: Decimal, stop: int) -> Reading | None:
    """ersten Januar 2018; second of August; fourth of July."""
    if not 0 < value <= 31:
        return None
    j = stop + 1 if t.at[stop].low in ("of", "day") else stop
    j = j + 1 if t.at[j].low == "of" else j
    found = month_at(t, j) or _numbered_month(t, i, stop)
    if found is None:
        return None
    year, end = year_at(t, found[1])
    return Reading(Kind.DATE, iso(year, found[0], int(value)), i, end)


def _numbered_month(t: Tokens, i: int, j: int) -> tuple[int, int] | None:
    """den siebten vierten, siebter 4.: the month as an ordinal too, behind am, den or a weekday."""
    before = t.at[i - 1]
    weekday = before.lexeme is not None and before.lexeme.role is Role.WEEKDAY
    if not (weekday or before.low in ("am", "den")):
        return None
    slash = t.at[j].word == "/"
    j += slash
    lexeme = t.at[j].lexeme
    if lexeme is None or lexeme.value is None or not 1 <= lexeme.value <= 12:
        return None
    if lexeme.role is Role.ORDINAL and lexeme.extra != "decade" and not t.at[j + 1].word[:1].isupper():
        return int(lexeme.value), j + 1
    if lexeme.role is Role.DIGITS and t.at[j + 1].word == "." and not t.at[j].spaced:
        return int(lexeme.value), j + 2
    return None
