"""One file a group of kinds; this table says who is asked at which kind of word, and in which order.

A reader is ``(tokens, index, locale) -> Reading | None``. The first that answers wins, so the narrow ones stand first:
"17.30 Uhr" is a time before it is a number. To add a kind: write its file, name its reader in the rows of the roles it
can start at, give its words in the locales (a unit-bearing kind needs no reader at all, only unit words), and its cases.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from summarizer.data import Kind
from summarizer.figures import quantities
from summarizer.figures.kinds import calendar, clock, designations, ordinals, parts, vague, years
from summarizer.figures.lexeme import Role, Whole
from summarizer.figures.locale import Locale
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens

Reader = Callable[[Tokens, int, Locale], Reading | None]


def read_whole(t: Tokens, i: int, _loc: Locale) -> Reading | None:
    """A figure that the word says in full."""
    lexeme = t.at[i].lexeme
    if lexeme is None or not isinstance(lexeme.extra, Whole):
        return None
    whole = lexeme.extra
    return Reading(whole.kind, whole.value, i, i + 1, unit=whole.unit, low=whole.low, high=whole.high, noun=whole.noun)


def read_both(t: Tokens, i: int, _loc: Locale) -> Reading | None:
    """beide, both: two."""
    return Reading(Kind.COUNT, t.at[i].lexeme.value, i, i + 1)  # type: ignore[union-attr]


READERS: Final[dict[Role, tuple[Reader, ...]]] = {
    Role.DIGITS: (
        calendar.read_digits,
        clock.read_digits,
        designations.read_club,
        years.read_digits,
        parts.read_slash,
        designations.read_digits,
        parts.read_ratio,
        ordinals.read_digits,
        parts.read_out_of,
        parts.read_times,
        parts.read_counted_fraction,
        clock.read_relative,
        quantities.read,
    ),
    Role.CARDINAL: (
        clock.read_word,
        ordinals.read_compound,
        parts.read_counted_fraction,
        parts.read_out_of,
        parts.read_ratio,
        parts.read_times,
        clock.read_relative,
        quantities.read,
    ),
    Role.ARTICLE: (
        clock.read_word,
        clock.read_relative,
        parts.read_counted_fraction,
        parts.read_out_of,
        ordinals.read_compound,
        quantities.read,
    ),
    Role.SCALE: (vague.read_scale, ordinals.read_compound, quantities.read),
    Role.MIXED: (quantities.read,),
    Role.COLLECTIVE: (quantities.read,),
    Role.FRACTION: (clock.read_relative, parts.read_fraction),
    Role.HALF: (clock.read_relative, parts.read_half),
    Role.SIGN: (quantities.read,),
    Role.POINT: (quantities.read,),
    Role.ORDINAL: (ordinals.read_word,),
    Role.MULTIPLE: (parts.read_multiple,),
    Role.FULL: (read_whole,),
    Role.MONTH: (calendar.read_month,),
    Role.WEEKDAY: (calendar.read_weekday,),
    Role.HOLIDAY: (calendar.read_holiday,),
    Role.EVERY: (parts.read_every,),
    Role.BOTH: (read_both,),
    Role.VAGUE: (vague.read,),
    Role.CURRENCY: (quantities.read_money,),
    Role.LABEL: (designations.read_label,),
    Role.PERIOD: (years.read_period,),
    Role.CLOCK: (clock.read_point,),
}
