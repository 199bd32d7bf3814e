"""English: numbers and units, hedges, and the few compounds that one word makes.

English writes numbers as several words, so most of the work is done by the grammar in `numbers`; the words say what
each brings. A file a subject; here they are put together.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.data import Kind
from summarizer.figures.locale import Locale, Unit, wordset
from summarizer.figures.locales import shared
from summarizer.figures.locales.en.grammar import NOUN_STOP, WORDS
from summarizer.figures.locales.en.hedges import AFTER, BEFORE, OR_MORE
from summarizer.figures.locales.en.names import DAYS
from summarizer.figures.locales.en.units import unit_words
from summarizer.figures.locales.en.words import SCALE_SYMBOLS, WEEKDAYS, classify

LOCALE: Final = Locale(
    language="en",
    decimal_mark=".",
    classify=classify,
    units=unit_words(),
    symbols={k: v for k, v in shared.SYMBOLS.items() if k not in ("PS", "sm")},
    glued_symbols={**shared.GLUED, "c": Unit(Kind.MONEY, "USD", Decimal("0.01"))},
    scale_symbols=SCALE_SYMBOLS,
    ands=wordset("and &"),
    decimal_words=wordset("point"),
    range_words=wordset("to through"),
    between=wordset("between"),
    before=BEFORE,
    after=AFTER,
    articles=wordset("a an"),
    or_more=OR_MORE,
    worth={},
    share_words=wordset("to or and of"),
    noun_stop=NOUN_STOP,
    nouns_capitalised=False,
    ordinal_point=False,
    ordinal_denominators=True,
    ones_before_tens=False,
    day_first=False,
    twelve_hours=True,
    weekdays=WEEKDAYS,
    year_words=wordset(
        "year since in of by from until till before after during late early mid circa summer winter spring autumn "
        "fall to and around"
    ),
    days=DAYS,
    words=WORDS,
)
