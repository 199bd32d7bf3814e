"""German: numbers and units, hedges, and what single compound words say.

Numbers are one word in German ("zweihundertfünfunddreißigtausend"), and they open many others ("zehntägig",
"drittgrößte", "Milliardenpaket"). A file a subject; here they are put together.
"""

from __future__ import annotations

from typing import Final

from summarizer.figures.locale import Locale, wordset
from summarizer.figures.locales import shared
from summarizer.figures.locales.de.grammar import NOUN_STOP, WORDS
from summarizer.figures.locales.de.hedges import AFTER, BEFORE, NOT_BEYOND, OR_MORE, WORTH
from summarizer.figures.locales.de.numbers import SCALE_SYMBOLS
from summarizer.figures.locales.de.units import unit_words
from summarizer.figures.locales.de.words import DAYS, WEEKDAYS, classify

LOCALE: Final = Locale(
    language="de",
    decimal_mark=",",
    classify=classify,
    units=unit_words(),
    symbols=shared.SYMBOLS,
    glued_symbols=shared.GLUED,
    scale_symbols=SCALE_SYMBOLS,
    ands=wordset("und"),
    decimal_words=wordset("komma"),
    range_words=wordset("bis"),
    between=wordset("zwischen"),
    before=BEFORE,
    after=AFTER,
    articles=wordset("die den der das dem ein eine einen einem einer"),
    or_more=OR_MORE,
    not_beyond=NOT_BEYOND,
    worth=WORTH,
    share_words=wordset("statt auf oder und bis bzw beziehungsweise mal zu"),
    noun_stop=NOUN_STOP,
    nouns_capitalised=True,
    ordinal_point=True,
    ordinal_denominators=False,
    ones_before_tens=True,
    day_first=True,
    twelve_hours=False,
    weekdays={**WEEKDAYS, "mo": 1, "di": 2, "mi": 3, "do": 4, "fr": 5, "sa": 6, "so": 7},
    year_words=wordset(
        "jahr jahre jahres seit anno im in ende anfang mitte von bis vor nach saison sommer winter herbst frühjahr "
        "frühling ab um"
    ),
    days=DAYS,
    words=WORDS,
)
