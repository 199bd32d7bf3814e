"""One file a group of kinds; this table says who is asked at which kind of word, and in which order.

A reader is ``(tokens, index, locale) -> Reading | None``. The first that answers wins, so the narrow ones stand first:
"17.30 Uhr" is a time before it is a number. To add a kind: write its file, name its reader in the rows of the roles it
can start at, give its words in the locales, and its cases. A kind that is nothing but a number with a unit
(temperature, energy) needs no reader: its unit words in the locales are enough.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from summarizer.data import Kind
from summarizer.figures import quantities
from summarizer.figures.kinds import (
    ages,
    calendar,
    clock,
    clock_words,
    designations,
    dockets,
    durations,
    holidays,
    month_dates,
    multiples,
    numbered_names,
    numeric_dates,
    ordinals,
    parts,
    prices,
    references,
    shares,
    stages,
    standing,
    vague,
    years,
)
from summarizer.figures.lexeme import Role, Whole
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens

_NO_PLURAL: Final = wordset("his its this as was is has")
_WORDS: Final = wordset("hp mi kn ft PS rad sm min")
"""Symbols that a number must stand before: an hp printer is no horse."""
_CORRELATIVE: Final = 9
Reader = Callable[[Tokens, int, Locale], Reading | None]


def read_whole(t: Tokens, i: int, _loc: Locale) -> Reading | None:
    """A figure that the word says in full."""
    lexeme = t.at[i].lexeme
    if lexeme is None or not isinstance(lexeme.extra, Whole):
        return None
    whole = lexeme.extra
    return Reading(whole.kind, whole.value, i, i + 1, unit=whole.unit, low=whole.low, high=whole.high, noun=whole.noun)


def read_both(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """beide, both: two; but not "both … and …", which counts nothing."""
    following = t.at[i + 1]
    if loc.language == "en" and not (following.low.endswith("s") and following.low not in _NO_PLURAL):
        for j in range(i + 1, i + _CORRELATIVE):
            if t.at[j].low == "and":
                return None
            if not t.at[j].word[:1].isalpha():
                break
    return Reading(Kind.COUNT, t.at[i].lexeme.value, i, i + 1)  # type: ignore[union-attr]


def _opens_decimal(t: Tokens, i: int) -> bool:
    """one point three; but "at one point three men ran" counts men."""
    digit = t.at[i + 2].lexeme
    return t.at[i].low == "one" and t.at[i - 1].low != "at" and digit is not None and digit.role is Role.CARDINAL


_ARTICLE_READERS: Final[tuple[Reader, ...]] = (
    clock_words.read_word,
    clock_words.read_relative,
    parts.read_counted,
    shares.read_out_of,
    ordinals.read_compound,
    quantities.read,
)


def read_article(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """ein, a, one: a figure only with a scale, a fraction, a unit … behind it; asked often, so it declines at once."""
    following = t.at[i + 1]
    if following.lexeme is None and following.low not in loc.after_article and following.low not in loc.phrases:
        measured = len(following.word) > 1 and following.word in loc.symbols and following.word not in _WORDS
        if measured or (following.low in loc.decimal_words and _opens_decimal(t, i)):
            return quantities.read(t, i, loc)
        return standing.read_only_word(t, i)
    if t.at[i].low == "one" and following.lexeme is not None and following.lexeme.role is Role.CARDINAL:
        third = t.at[i + 2].lexeme  # a list: one two three
        if third is not None and third.role is Role.CARDINAL:
            return Reading(Kind.NUMBER, t.at[i].lexeme.value, i, i + 1)  # type: ignore[union-attr]
    for reader in _ARTICLE_READERS:
        reading = reader(t, i, loc)
        if reading is not None:
            return reading
    return None


READERS: Final[dict[Role, tuple[Reader, ...]]] = {
    Role.DIGITS: (
        numeric_dates.read_digits,
        clock.read_digits,
        dockets.read,
        designations.read_club,
        years.read_digits,
        parts.read_slash,
        designations.read_digits,
        numbered_names.read,
        references.read_dialled,
        multiples.read_ratio,
        ordinals.read_digits,
        shares.read_out_of,
        multiples.read_times,
        parts.read_counted,
        clock_words.read_relative,
        quantities.read,
    ),
    Role.CARDINAL: (
        standing.read_mark,
        ages.read_suspended,
        vague.read_digits_named,
        vague.read_some,
        clock_words.read_word,
        ordinals.read_compound,
        parts.read_counted,
        shares.read_out_of,
        multiples.read_ratio,
        multiples.read_times,
        clock_words.read_relative,
        standing.read_word,
    ),
    Role.ARTICLE: (read_article,),
    Role.SCALE: (vague.read_some, ordinals.read_compound, quantities.read),
    Role.MIXED: (quantities.read,),
    Role.COLLECTIVE: (quantities.read,),
    Role.FRACTION: (clock_words.read_relative, stages.read_stage, parts.read_fraction),
    Role.HALF: (clock_words.read_relative, parts.read_half),
    Role.SIGN: (quantities.read, ordinals.read_signed),
    Role.ORDINAL: (ordinals.read_word,),
    Role.MULTIPLE: (vague.read_digits_named, multiples.read_word),
    Role.FULL: (read_whole,),
    Role.MONTH: (month_dates.read_month,),
    Role.WEEKDAY: (calendar.read_weekday,),
    Role.HOLIDAY: (holidays.read,),
    Role.EVERY: (shares.read_every,),
    Role.BOTH: (read_both,),
    Role.VAGUE: (vague.read_word,),
    Role.CURRENCY: (prices.read_money,),
    Role.LABEL: (references.read_label,),
    Role.PERIOD: (years.read_period,),
    Role.CLOCK: (clock_words.read_point,),
    Role.TOGETHER: (ordinals.read_together,),
    Role.SHARE: (shares.read_share_word,),
    Role.NAME: (stages.read_stage, references.read_world_war),
    Role.AGED: (ages.read,),
    Role.SPAN: (durations.read_span,),
}
