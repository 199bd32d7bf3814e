# ruff: noqa: E501 - tables, one group of words a row
"""The small English words that the readers ask for, by what they do; `WORD_SETS` says what each set is for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from summarizer.figures.locale import wordset

NOUN_STOP: Final[frozenset[str]] = wordset(
    "them us whom hit fled ran led met held saw drove flew struck came went took made got told found left gave died fell rose come go take make get live lived work worked remain "
    "became become joined attended voted won lost played scored sat stood kept began started ended agreed sold bought "
    "x the a an of in on at to for and or but by from with as is are was were be been has have had will would can "
    "could should may might than that this these those who which it he she they we i you his her their its our "
    "my per after before during since until while when if not no so about over under into through between "
    "against without within more less additional further other extra only already also there here then now ago "
    "later earlier out up down off said says did do does because"
)
WORDS: Final[Mapping[str, frozenset[str]]] = {
    "ago": wordset("ago"),
    "ago_before": frozenset(),
    "behind_day": wordset("after from"),
    "before_day": wordset("before"),
    "future": wordset("will shall won't would plan plans going expected due scheduled schedule"),
    "currency_after_m": wordset(
        "euro euros dollars pounds people users customers subscribers jobs cars vehicles homes households workers voters "
        "viewers passengers items units shares votes deaths children adults refugees migrants visitors tourists patients "
        "doses tests copies tickets followers members employees listeners readers downloads views accounts residents "
        "citizens taxpayers pensioners pupils students families animals birds trees britons americans germans ukrainians "
        "times women men others smokers drivers properties phones"
    ),
    "clock": wordset("o'clock o’clock oclock"),
    "pm": wordset("pm"),
    "am": wordset("am"),
    "night": wordset("night"),
    "from": wordset("from"),
    "change": wordset(
        "rose rise rises risen rising fell fall falls fallen falling increased increase increases increasing "
        "grew grow grown grows cut cuts raised raise raises raising dropped drop drops lowered lower reduced "
        "reduce reduces declined decline jumped climbed doubled tripled expanded extended up down went go goes "
        "going changed change moved move shrank shrunk slipped slid soared surged improved widened narrowed "
        "slashed boosted upped percent %"
    ),
    "hedge": wordset("about around approximately roughly nearly ~"),
    "one": wordset("one"),
    "or": wordset("or and"),
    "below": wordset("below"),
    "zero": wordset("zero freezing"),
    "range": wordset("range ranges ranged ranging anything anywhere"),
    "adverb": wordset("previously formerly only just even now today currently then later again still already the"),
    "respectively": wordset("respectively each"),
    "zone": wordset("gmt utc est et cet bst local"),
    "out_of": wordset("in out over of"),
    "few": wordset("few couple"),
    "indefinite": wordset("several"),
    "some": wordset("few several some"),
    "within": wordset("within"),
    "year": wordset("year years"),
    "decade_before": wordset("the early late mid"),
    "century": wordset("century centuries"),
    "quarter": wordset("quarter"),
    "half_year": frozenset(),
    "decade": frozenset(),
}
