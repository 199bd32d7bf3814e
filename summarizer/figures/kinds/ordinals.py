"""Ordinals: dritter, zum 50. Mal, the third, 21st; and what an ordinal opens (a date, a century, a quarter)."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.data import Kind
from summarizer.figures.kinds import calendar, years
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale
from summarizer.figures.numberwords import read_number
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens

_SUFFIXES: Final = frozenset({"st", "nd", "rd", "th"})
_GERMAN_SUFFIXES: Final = frozenset({"te", "ten", "ter", "tes", "ste", "sten", "ster"})


def read_digits(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """21., 21st, 4ter."""
    word, behind = t.at[i].word, t.at[i + 1]
    if t.at[i].spaced or not word.isdecimal() or len(word) > 4 or (t.glued(i) and t.at[i - 1].word[:1].isalnum()):
        return None
    if loc.language == "en":
        return Reading(Kind.ORDINAL, Decimal(int(word)), i, i + 2) if behind.low in _SUFFIXES else None
    if behind.low in _GERMAN_SUFFIXES:
        return Reading(Kind.ORDINAL, Decimal(int(word)), i, i + 2)
    if behind.word != "." or len(word) > 3:
        return None
    return _with_point(t, i)


def _with_point(t: Tokens, i: int) -> Reading | None:
    """A number with a point is an ordinal if what follows goes on, and a number at the end of its sentence if not."""
    after = t.at[i + 2]
    before = t.at[i - 1].low
    ends = not after.word or t.at[i + 1].breaks
    if ends:
        return Reading(Kind.ORDINAL, Decimal(int(t.at[i].word)), i, i + 2) if i == 0 else None
    if not t.at[i + 1].spaced and after.word not in (",", ")", ";", "-", "–"):
        return None
    if (
        after.word[0].isupper()
        and before not in _ARTICLES
        and before.rstrip("n") not in _ARTICLES
        and t.at[i - 1].word not in ("", ".")
    ):
        return None
    if not after.word[0].isalpha() and before not in _ARTICLES:
        return None
    if after.word[0].isupper() and calendar._starts_sentence(after.word):
        return None
    return Reading(Kind.ORDINAL, Decimal(int(t.at[i].word)), i, i + 2)


_ARTICLES: Final = frozenset(
    [
        "der",
        "die",
        "das",
        "den",
        "dem",
        "des",
        "zum",
        "beim",
        "vom",
        "am",
        "im",
        "ihr",
        "ihre",
        "ihren",
        "ihrem",
        "sein",
        "seine",
        "seinen",
        "seinem",
        "mein",
        "unser",
        "zur",
        "eine",
        "einen",
        "ein",
        "jeder",
        "jede",
        "jedes",
        "jeden",
        "als",
        "erst",
        "auf",
        "ins",
        "und",
        "bis",
    ]
)


def read_word(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """dritter, twenty-fifth, second; with a month a date, with century a century."""
    lexeme = t.at[i].lexeme
    if lexeme is None or lexeme.value is None:
        return None
    value, stop = lexeme.value, i + 1
    if lexeme.extra == "decade":
        return _decade(t, i, loc, value)
    dated = calendar.read_ordinal_day(t, i, loc, value, stop)
    if dated is not None:
        return dated
    j = stop + 1 if t.at[stop].word == "-" else stop
    found = years.period(t, i, j, loc, int(value)) if value < 30 else None
    if found is not None:
        return found
    if loc.language == "en":
        return _english(t, i, stop, value)
    return Reading(Kind.ORDINAL, value, i, stop)


def _english(t: Tokens, i: int, stop: int, value: Decimal) -> Reading | None:
    low = t.at[i].low
    if low == "second" and not _second_is_ordinal(t, i):
        return None
    if value >= 100 and low.endswith("th") and False:
        return None
    return Reading(Kind.ORDINAL, value, i, stop)


def _second_is_ordinal(t: Tokens, i: int) -> bool:
    before = t.at[i - 1].low
    return before not in ("a", "per", "each", "every", "split", "one", "half") or (
        t.at[i + 1].word[:1].isalpha()
        and t.at[i + 1].low
        not in (
            "and",
            "or",
            "to",
            "in",
            "of",
            "before",
            "after",
            "later",
            "ago",
            "at",
            "for",
            "on",
            "as",
            "with",
            "by",
            "from",
            "is",
            "was",
            "that",
            "to",
            "the",
            "half",
        )
    )


def read_compound(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """A number word that ends in an ordinal: twenty-fifth, zwei tausend zweite, one hundred and third."""
    number = read_number(t, i, loc)
    if number is None:
        return None
    j = number.stop
    if t.at[j].word in ("-", "—") or (t.at[j].low in loc.ands and number.value % 100 == 0):
        j += 1
    nxt = t.at[j].lexeme
    if (
        nxt is None
        or nxt.role is not Role.ORDINAL
        or nxt.value is None
        or (isinstance(nxt.extra, str) and nxt.extra == "decade")
    ):
        return None
    value = number.value
    if (nxt.value < 10 and value % 10 == 0 and value % 100 >= 20 and loc.language == "en") or (
        nxt.value < 100 and value % 100 == 0 and value >= 100
    ):
        value += nxt.value
    elif nxt.value >= 1000 and value < 1000 and not number.bare_article:
        value *= nxt.value
    elif nxt.value == 100 and value < 100 and not number.bare_article:
        value *= 100
    else:
        return None
    dated = calendar.read_ordinal_day(t, i, loc, value, j + 1)
    if dated is not None:
        return dated
    k = j + 2 if t.at[j + 1].word == "-" else j + 1
    found = years.period(t, i, k, loc, int(value)) if value < 30 else None
    return found or Reading(Kind.ORDINAL, value, i, j + 1)


def _decade(t: Tokens, i: int, loc: Locale, value: Decimal) -> Reading | None:
    """den Neunzigern, die neunziger Jahre."""
    j = i + 2 if t.at[i + 1].word == "-" else i + 1
    digit = int(value) // 10
    if t.at[j].low in loc.words["decade"]:
        return Reading(Kind.DECADE, f"19{digit}X", i, j + 1)
    if t.at[i].word[0].isupper() and t.at[i].low.endswith("ern") and t.at[i - 1].low in ("den", "frühen", "späten"):
        return Reading(Kind.DECADE, f"19{digit}X", i, i + 1)
    return None
