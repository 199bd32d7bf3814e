"""Ordinals: dritter, zum 50. Mal, the third, 21st; and what an ordinal opens (a date, a century, a quarter)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from summarizer.data import Kind
from summarizer.figures.kinds import calendar, day_dates, holidays, parts, years
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.numbers import read_number
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens
from summarizer.figures.units import unit_at

_SUFFIXES: Final = wordset("st nd rd th")
_GERMAN_SUFFIXES: Final = wordset("te ten ter tes ste sten ster")
_ARTICLES: Final = wordset(
    "der die das den dem des zum beim vom am im ins ihr ihre ihren ihrem ihres ihrer sein seine seinen seinem "
    "seines seiner mein meine meinen unser unsere unseren unserem zur eine einen ein eines einer einem jeder jede "
    "jedes jeden als erst auf und bis ans aufs dieser diese dieses diesen diesem jener ab seit nach vor mit in"
)
_BARE: Final = wordset("auf mit in ab seit nach vor")
"""Prepositions that an ordinal hardly follows without its article, unless a place or a round follows it."""
_LAST_DAY: Final = 31
_GOES_ON: Final = frozenset(",);-–:")
_NUMBERED: Final = wordset(
    "mal platz minute minuten geburtstag jahrestag lebensjahr runde auflage sitzung spieltag stock etage position rang"
)
_AFTER_TIME: Final = wordset(
    "and or to in of before after later ago at for on as with by from is was that the half slower faster behind longer"
)
_BEFORE_TIME: Final = wordset("a per each split one half every")
_TOGETHER: Final = {
    "zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6, "siebt": 7, "acht": 8, "neunt": 9, "zehnt": 10,
    "elft": 11,
    "zwölft": 12, "zwoelft": 12,
}  # fmt: skip


def read_digits(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """21., 21st, 4ter."""
    word, behind = t.at[i].word, t.at[i + 1]
    if loc.ordinal_point and word.count(".") == 1 and _GROUPED.fullmatch(word) and _counts_up(t, i):
        return Reading(Kind.ORDINAL, Decimal(word.replace(".", "")), i, i + 2)
    if t.at[i].spaced or not word.isdecimal() or len(word) > 4 or (t.glued(i) and t.at[i - 1].word[:1].isalnum()):
        return None
    value = Decimal(int(word))
    if not loc.ordinal_point:
        if behind.low not in _SUFFIXES:
            return None
        return day_dates.read_day_alone(t, i, value, i + 2) or Reading(Kind.ORDINAL, value, i, i + 2)
    if behind.low in _GERMAN_SUFFIXES or behind.low in _SUFFIXES:
        return Reading(Kind.ORDINAL, value, i, i + 2)
    if behind.word != "." or len(word) > 3:
        return None
    if t.at[i + 2].word in _PRICE_DASHES and not t.at[i + 3].word[:1].isdecimal():
        return None
    if not behind.spaced and t.at[i + 2].low in _GERMAN_SUFFIXES:  # 90.ten
        return Reading(Kind.ORDINAL, value, i, i + 3)
    if not _goes_on(t, i):
        return None
    return holidays.read_advent(t, i, i + 2, value) or Reading(Kind.ORDINAL, value, i, i + 2)


_PRICE_DASHES: Final = frozenset("–—")
"""20.– is a price, 1.–3. Mai a range of days, which is read before."""


def _counts_up(t: Tokens, i: int) -> bool:
    """am 1.000. Tag, das 10.000. Tor: a point, a capital and an article around grouped digits."""
    pointed = t.at[i + 1].word == "." and not t.at[i].spaced and t.at[i + 1].spaced
    after = t.at[i + 2].word
    return pointed and after[:1].isupper() and not calendar.starts_sentence(after) and t.at[i - 1].low in _ARTICLES


_GROUPED: Final = re.compile(r"[1-9]\d{0,2}\.\d{3}")


def _goes_on(t: Tokens, i: int) -> bool:
    """Whether the point behind a number is an ordinal's: the sentence goes on, or an article asks for one."""
    after, before = t.at[i + 2], t.at[i - 1]
    if not after.word or t.at[i + 1].breaks:
        return i == 0
    if not t.at[i + 1].spaced:
        return after.word in _GOES_ON
    if not after.word[0].isalpha():
        return before.low in _ARTICLES
    if after.word[0].isupper() and calendar.starts_sentence(after.word):
        return False
    if before.low in _BARE and int(t.at[i].word) > _LAST_DAY:
        return after.low in _NUMBERED or not after.word[0].isupper()  # stieg auf 162. Berlin …
    if (
        not after.word[0].isupper()
        or before.low in _ARTICLES
        or before.word in ("", ".", ":")
        or after.low in _NUMBERED
    ):
        return True
    return before.low.endswith(("e", "en", "er", "es", "em")) and t.at[i - 2].low in _ARTICLES


def read_signed(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """minus erste: an ordinal behind a sign in words."""
    lexeme, following = t.at[i].lexeme, t.at[i + 1].lexeme
    if following is None or following.role is not Role.ORDINAL or lexeme is None or lexeme.value is None:
        return None
    reading = read_word(t, i + 1, loc)
    if reading is None or reading.kind is not Kind.ORDINAL or not isinstance(reading.value, Decimal):
        return None
    reading.first, reading.value = i, reading.value * lexeme.value
    return reading


def read_word(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """dritter, twenty-fifth, second; with a month a date, with century a century."""
    lexeme = t.at[i].lexeme
    if lexeme is None or lexeme.value is None:
        return None
    value, stop = lexeme.value, i + 1
    if lexeme.extra == "decade":
        return _decade(t, i, loc, value)
    dated = day_dates.read_ordinal_day(t, i, value, stop)
    if dated is not None:
        return dated
    j = stop + 1 if t.at[stop].word == "-" else stop
    found = holidays.read_advent(t, i, j, value) or (years.period(t, i, j, loc, int(value)) if value < 30 else None)
    if found is not None:
        return found
    low = t.at[i].low
    if loc.ordinal_denominators and value > 2:
        part = parts.of_a_measure(t, i, value, loc)
        if part is not None:
            return part
    if loc.language == "en" and value <= _MOST_POINTS and _is_point(t, i):
        return None  # First, …: the points of a speech
    if t.at[i - 1].low == "good" and t.at[i - 2].low == "a" and t.at[stop].low == "of" and value > 2:
        return Reading(Kind.FRACTION, Decimal(1) / value, i, stop)  # a good third of them
    if loc.language == "en" and t.at[i - 1].low == "the":
        alone = day_dates.read_day_alone(t, i, value, stop)
        if alone is not None:
            return alone
    if (low == "second" and not _second_is_ordinal(t, i)) or (
        low in ("achten", "achte", "achter") and not _eighth(t, i)
    ):
        return None
    last = _from_the_end(t, stop, loc) if loc.language == "en" and value > 1 else 0
    return Reading(Kind.ORDINAL, -value, i, last) if last else Reading(Kind.ORDINAL, value, i, stop)


_MOST_POINTS: Final = 5


def _is_point(t: Tokens, i: int) -> bool:
    """Whether "First," opens a sentence; a list goes on with an ordinal behind the comma."""
    following = t.at[i + 2].lexeme
    if t.at[i + 1].word != "," or (following is not None and following.role is Role.ORDINAL):
        return False
    return t.at[i].word[0].isupper() and (not i or t.at[i - 1].word in (".", "!", "?", ":", "“", "”", '"', "\n"))


def _from_the_end(t: Tokens, j: int, loc: Locale) -> int:
    """Where "last", "-to-last", "from bottom" behind an ordinal end; 0 where it counts from the front.

    "She came third last year" does.
    """
    hyphened = t.at[j].word == "-" and not t.at[j - 1].spaced
    j += hyphened
    if t.at[j].low in ("to", "from"):
        j += 2 if t.at[j + 1].word == "-" or t.at[j + 1].low == "the" else 1
        bottom = t.at[j - 1].low != "to" and t.at[j].low == "bottom"
        if t.at[j].low != "last" and not bottom:
            return 0
    elif t.at[j].low != "last":
        return 0
    behind = t.at[j + 1]
    if (behind.word == "-" and not t.at[j].spaced) or behind.low.removesuffix("'s") in _PERIODS:
        return 0
    found = unit_at(t, j + 1, loc)
    dated = behind.lexeme is not None and behind.lexeme.role in (Role.MONTH, Role.WEEKDAY)
    return 0 if dated or (found is not None and found[0].kind is Kind.DURATION) else j + 1


_PERIODS: Final = wordset("season spring summer autumn fall winter time weekend term christmas easter night decade")


def _second_is_ordinal(t: Tokens, i: int) -> bool:
    following = t.at[i + 1]
    if t.at[i - 1].low in ("each", "per", "split"):
        return False
    if t.at[i - 1].low not in _BEFORE_TIME or (following.word == "-" and not t.at[i].spaced):
        return True
    return following.word[:1].isalpha() and following.low not in _AFTER_TIME


def _eighth(t: Tokens, i: int) -> bool:
    """achten, achte: the ordinal needs an article before it or a noun behind it; else it is the verb."""
    if t.at[i].low == "achter" and t.at[i - 1].low == "ein":  # a boat
        return False
    if t.at[i].word[0].isupper() and i and t.at[i - 1].word not in (".", "!", "?", ":", "„", '"'):
        return t.at[i - 1].low in _ARTICLES
    return (
        t.at[i - 1].low in _ARTICLES
        and t.at[i - 1].low not in ("und", "auf", "mit")
        and t.at[i + 1].low not in ("auf", "darauf", "sie")
    )


def read_compound(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """A number word that ends in an ordinal: twenty-fifth, zwei tausend zweite, one hundred and third."""
    number = read_number(t, i, loc)
    if number is None or number.digits:
        return None
    j = number.stop
    if t.at[j].word in ("-", "—") or (t.at[j].low in loc.ands and number.value % 100 == 0):
        j += 1
    following = t.at[j].lexeme
    if (
        following is None
        or following.role is not Role.ORDINAL
        or following.value is None
        or following.extra == "decade"
    ):
        return None
    value = _join(number.value, following.value, number.bare_article, loc)
    if value is None:
        return None
    dated = day_dates.read_ordinal_day(t, i, value, j + 1)
    if dated is not None:
        return dated
    k = j + 2 if t.at[j + 1].word == "-" else j + 1
    found = years.period(t, i, k, loc, int(value)) if value < 30 else None
    return found or day_dates.read_day_alone(t, i, value, j + 1) or Reading(Kind.ORDINAL, value, i, j + 1)


def _join(head: Decimal, tail: Decimal, article: bool, loc: Locale) -> Decimal | None:
    if tail < 10 and head % 10 == 0 and head % 100 >= 20 and not loc.ones_before_tens:
        return head + tail
    if tail < 100 and head % 100 == 0 and head >= 100:
        return head + tail
    if article:
        return None
    if tail >= 1000 and head < 1000:
        return head * tail
    return head * 100 if tail == 100 and head < 100 else None


def _decade(t: Tokens, i: int, loc: Locale, value: Decimal) -> Reading | None:
    """den Neunzigern, die neunziger Jahre, späte Sechziger."""
    j = i + 2 if t.at[i + 1].word == "-" else i + 1
    decade = f"19{int(value) // 10}"
    if t.at[j].low in loc.words["decade"]:
        return Reading(Kind.DECADE, decade, i, j + 1)
    if t.at[i].word[0].isupper() and t.at[i - 1].low in loc.words["decade_before"]:
        return Reading(Kind.DECADE, decade, i, i + 1)
    return None


def read_together(t: Tokens, i: int, _loc: Locale) -> Reading | None:
    """zu dritt, zu zweit: so many of them."""
    value = _TOGETHER.get(t.at[i].low)
    if value is None or t.at[i - 1].low != "zu":
        return None
    return Reading(Kind.COUNT, Decimal(value), i, i + 1)
