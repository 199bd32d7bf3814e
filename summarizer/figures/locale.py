"""What a language gives: words, phrases and small rules, all of them data but for the analysis of single words.

`Locale` is the whole interface between the readers and a language. To add one, write ``locales/<code>.py``, or a
folder with a file a subject, with a `Locale` named ``LOCALE``, name it in `summarizer.figures.locales.LANGUAGES`, and
add its cases; a test does so with a toy. Where a reader asks for `Locale.language`, it reads an idiom that only this
language has. Tables are plain dictionaries keyed by lower-case words; phrases are keyed by their words with single
spaces, hyphens left out (``us dollar`` covers "US-Dollar" and "US Dollar").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import Final, NamedTuple, TypeVar

from summarizer.data import Kind, Qualifier
from summarizer.figures.lexeme import Lexeme
from summarizer.figures.tokens import Vocabulary


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit word: what kind of figure it makes, its code, and what one of it is worth in that code."""

    kind: Kind
    code: str | None
    factor: Decimal = Decimal(1)


def wordset(text: str) -> frozenset[str]:
    """The words of a text as a set: tables of words stay readable as running lines."""
    return frozenset(text.split())


class Worth(NamedTuple):
    """When a hedge is a plain preposition instead: "ein Vertrag über 12 Maschinen" is for twelve."""

    nouns: re.Pattern[str] | None
    """The nouns it belongs to, lower case, matched from their end; None for whatever noun stands before it."""
    kinds: frozenset[Kind] | None
    """The kinds it does so before; None for all."""


_Row = TypeVar("_Row")
Phrases = Mapping[str, "tuple[tuple[tuple[str, ...], Unit], ...]"]


WORD_SETS: Final[Mapping[str, str]] = {
    "adverb": "small words that may stand between two numbers of one unit: now, only",
    "ago": "ago: behind a length of time it makes a day of it",
    "ago_before": "vor: before a length of time it makes a day of it",
    "am": "parts of the day before noon, behind a time",
    "before_day": "before, vor: a length of time before a day",
    "behind_day": "after, from, nach: a length of time behind a day",
    "below": "unter, below: before a zero they make a temperature negative",
    "century": "words for a century behind an ordinal",
    "change": "verbs that make from … to … a change, no range",
    "clock": "Uhr, o'clock",
    "currency_after_m": "currencies and counted nouns that make the m before them a million",
    "decade": "Jahre: behind 90er",
    "decade_before": "words before a decade's name that stands alone",
    "from": "von, from: before the first end of a range",
    "future": "words that speak of the future: will, plans",
    "half_year": "words for a half-year behind an ordinal",
    "hedge": "hedges that may stand before the second end of a range",
    "night": "night, behind a time",
    "one": "articles that make a length of time one: one week, never a week",
    "or": "oder, or: before mehr, more, fewer behind a figure",
    "out_of": "words between the parts of a share: von, in, out",
    "pm": "parts of the day after noon, behind a time",
    "quarter": "words for a quarter of a year behind an ordinal",
    "range": "words before from that say it is a range after all",
    "respectively": "words that tie the numbers of a list to what was named before",
    "few": "few, paar: behind an article a number that is not said",
    "indefinite": "mehrere, several: a number that is not said",
    "some": "words for a number that is not said: a few, several, einige",
    "within": "binnen, within: an article behind it counts a length of time",
    "year": "Jahr, year: before four digits they always make a year",
    "zero": "what a temperature is below",
    "zone": "time zones that make a bare 12.00 a time",
}
"""The word sets that every locale has."""


@dataclass(frozen=True)
class Locale:
    """One language's words and patterns."""

    language: str
    decimal_mark: str
    classify: Callable[[str], Lexeme | None]
    """Judges one word as written."""
    units: Mapping[str, Unit]
    """Unit words and phrases, lower case."""
    symbols: Mapping[str, Unit]
    """Unit symbols whose case matters: m, MW, °C."""
    glued_symbols: Mapping[str, Unit]
    """Symbols too short to be trusted unless they stand directly behind the number."""
    scale_symbols: Mapping[str, Decimal]
    """k, M, bn: scales that are read directly behind a number, or behind money."""
    ands: frozenset[str]
    decimal_words: frozenset[str]
    """Komma, point: between spoken digits."""
    range_words: frozenset[str]
    """bis, to: between the ends of a range."""
    between: frozenset[str]
    """zwischen, between: opens a range whose middle word is an and."""
    before: Mapping[str, Mapping[str, Qualifier]]
    """Qualifiers before a figure: last word -> (words before it, or "" -> what it says)."""
    after: Mapping[str, Qualifier]
    """Qualifiers between a number and its noun, or behind the figure."""
    articles: frozenset[str]
    """Articles that may stand between a hedge and its figure."""
    or_more: Mapping[str, Qualifier]
    """What "oder", "or" and a comparative behind a figure say."""
    worth: Mapping[str, Worth]
    """Hedges that are plain prepositions behind certain nouns: Abkommen über, Umfrage unter."""
    share_words: frozenset[str]
    """Words that carry scale and unit of the next figure over to a bare number: statt, auf, oder."""
    noun_stop: frozenset[str]
    """Words that end a search for the counted noun."""
    nouns_capitalised: bool
    ordinal_point: bool
    """Whether a point behind digits makes an ordinal: 3. Mai; else st, nd, rd, th do."""
    ordinal_denominators: bool
    """Whether an ordinal is also a part: a fifth, three fifths."""
    ones_before_tens: bool
    """drei und zwanzig, not twenty-three."""
    day_first: bool
    """What 05/06 means: 5 June, not May 6."""
    twelve_hours: bool
    """Whether hours are written up to twelve, with a.m. and p.m."""
    weekdays: Mapping[str, int]
    year_words: frozenset[str]
    """Words that make a four-digit number behind them a year."""
    not_beyond: Mapping[str, Qualifier] = field(default_factory=dict)
    """What a verb behind "nicht" behind a figure says: 3 Prozent nicht überschreiten."""
    days: Mapping[str, int] = field(default_factory=dict)
    """Words and phrases for days, counted from the day of writing: yesterday -1."""
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Small word sets that single kinds need, by name; `WORD_SETS` says which, and what for."""

    @cached_property
    def after_article(self) -> frozenset[str]:
        """Words that are no unit and no number, but make an article before them one: an hour and …, one out of …."""
        return self.ands | self.words["out_of"] | self.words["clock"] | self.words["pm"] | wordset("p - past to")

    @cached_property
    def hedging(self) -> frozenset[str]:
        """The words that hedges are made of: more, than, bis, zu, knapp."""
        words = set(self.before) | self.words["hedge"]
        return frozenset(words.union(*(key.split() for table in self.before.values() for key in table))) - {"."}

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words seen so far, judged."""
        return Vocabulary(self.classify)

    @cached_property
    def day_phrases(self) -> Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]:
        """`days` by first word, longest phrase first."""
        return by_first_word(self.days)

    @cached_property
    def phrases(self) -> Phrases:
        """`units` by first word, longest phrase first."""
        return by_first_word(self.units)


def by_first_word(table: Mapping[str, _Row]) -> dict[str, tuple[tuple[tuple[str, ...], _Row], ...]]:
    """Phrases by their first word: their further words and what they say, longest phrase first."""
    openings: dict[str, list[tuple[tuple[str, ...], _Row]]] = {}
    for phrase, value in table.items():
        first, *rest = phrase.split(" ")
        openings.setdefault(first, []).append((tuple(rest), value))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in openings.items()}
