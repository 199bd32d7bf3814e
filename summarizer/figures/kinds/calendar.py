"""What all dates share: ISO 8601 with X for what is not said, years, months and weekdays at a token.

"6. November" is ``XXXX-11-06``, "im November 2025" ``2025-11``, "am Montag" ``XXXX-WXX-1``. A weekday beside a date is
a figure of its own. The other readers are in numeric_dates, day_dates and month_dates.
"""

from __future__ import annotations

import re
from typing import Final

from summarizer.data import Kind
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens

DOTTED: Final = re.compile(r"(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2}))?")
SUFFIXES: Final = wordset("st nd rd th")


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
    if token.word == "," and is_year(t.at[j + 1].word):
        return t.at[j + 1].word, j + 2
    if is_year(token.word) and not t.at[j - 1].breaks:
        return token.word, j + 1
    if token.low in ("of", "in") and is_year(t.at[j + 1].word) and t.at[j + 1].word[0] in "12":
        return t.at[j + 1].word, j + 2
    if token.word in ("'", "’") and len(t.at[j + 1].word) == 2 and t.at[j + 1].word.isdigit():
        return full_year(t.at[j + 1].word), j + 2
    return None, j


def is_year(word: str) -> bool:
    """Whether a word is four digits from 1000 to 2199."""
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


_STARTERS: Final = wordset("danach er sie es das die der wir dann in im ein eine")


def starts_sentence(word: str) -> bool:
    """Whether a capitalised word is one that only a new sentence capitalises."""
    return word.lower() in _STARTERS


def weekday_before(t: Tokens, i: int, loc: Locale) -> bool:
    """Freitag 24.12.; Fr, 23.6.; Mi. 20.09."""
    j = i - 1
    if t.at[j].word in (",", ".", "den", "("):
        j -= 1
    lexeme = t.at[j].lexeme if j >= 0 else None
    return j >= 0 and (
        (lexeme is not None and lexeme.role is Role.WEEKDAY) or (t.at[j].low in loc.weekdays and len(t.at[j].word) == 2)
    )


def read_weekday(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """Montag, Mondays, Dienstagabend."""
    lexeme = t.at[i].lexeme
    if lexeme is None or lexeme.value is None:
        return None
    adverb = loc.nouns_capitalised and t.at[i].low.endswith("s")  # montags
    if not (t.at[i].word[0].isupper() or adverb):
        return None
    return Reading(Kind.DATE, f"XXXX-WXX-{int(lexeme.value)}", i, i + 1)
