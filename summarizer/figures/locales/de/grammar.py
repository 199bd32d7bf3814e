# ruff: noqa: E501 - tables, one group of words a row
"""The small German words that the readers ask for, by what they do; `WORD_SETS` says what each set is for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from summarizer.figures.locale import wordset

NOUN_STOP: Final[frozenset[str]] = wordset(
    "die der das den dem des ein eine einen einem einer eines seine seinen seiner seinem ihre ihren ihrer ihrem "
    "alle aller allen keine keinen diese dieser diesen diesem jene jeder jede jedes wurde wurden werden haben "
    "hatte hatten waren sollte sollten konnte konnten wollte wollten musste mussten durfte durften unter hinter "
    "über oder aber gegen zwischen neben wie sie wegen ohne dessen deren wenn denn sondern während meine meinen "
    "unsere unseren erklärte sagte gründete begann wieder immer bisher später früher dabei weder weil bevor "
    "habe wäre wären könnte würde würden müsse solle wolle"
)
WORDS: Final[Mapping[str, frozenset[str]]] = {
    "ago": frozenset(),
    "ago_before": wordset("vor"),
    "behind_day": wordset("nach"),
    "before_day": wordset("vor"),
    "future": wordset(
        "wird werden soll sollen will wollen würde würden geplant plant planen erst frühestens kommt komme kommen beginnt "
        "beginnen startet starten endet enden öffnet öffnen folgt folgen besucht besuche besuchen reist reisen tritt treten "
        "wählt wählen tagt tagen jährt"
    ),
    "currency_after_m": wordset("euro dollar € $ eur usd"),
    "clock": wordset("uhr"),
    "pm": wordset("abends nachmittags abend nachmittag mittags"),
    "am": wordset("morgens früh vormittags morgen"),
    "night": wordset("nachts nacht"),
    "from": wordset("von vom"),
    "change": frozenset(),
    "hedge": wordset("rund etwa ungefähr ca knapp fast gut"),
    "one": frozenset(),
    "or": wordset("oder und"),
    "range": frozenset(),
    "below": wordset("unter"),
    "zero": wordset("null gefrierpunkt"),
    "adverb": wordset(
        "bisher bislang zuvor vorher früher damals nur noch sogar jetzt nun heute zuletzt dann danach später bloß wieder schon bereits immerhin den"
    ),
    "respectively": wordset("jeweils respektive"),
    "zone": wordset("gmt utc mez mesz ortszeit"),
    "out_of": wordset("von"),
    "few": wordset("paar"),
    "indefinite": wordset("mehrere mehreren mehrerer einige einigen einiger etliche etlichen etlicher"),
    "some": wordset("einigen wenigen mehreren paar"),
    "within": wordset("binnen innerhalb innert"),
    "year": wordset("jahr jahre jahres jahren anno"),
    "decade_before": wordset("den der die frühen späten späte frühe ende anfang mitte"),
    "century": wordset("jahrhundert jahrhunderts jh jahrhunderten"),
    "quarter": wordset("quartal quartals quartale vierteljahr"),
    "half_year": wordset("halbjahr halbjahres halbjahrs jahreshälfte"),
    "decade": wordset("jahre jahren jahr"),
}
