"""Ages: 37-jährig, 37-year-old, aged 37, im Alter von 37 Jahren.

"-jährig" is an age of people and a length of anything else: the noun behind it decides ("die dreijährige Laufzeit").
The words with a unit (jährig, years old) are unit words of the locales; here is what needs a word before the number.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.data import Kind
from summarizer.figures.lexeme import Role, Whole
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.ranges import link, number_at
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens
from summarizer.figures.units import unit_at

_OF: Final = wordset("von of ab bis zwischen between über unter from")
_MAX_AGE: Final = 130
_LENGTHS: Final = (
    "zeit", "ung", "tion", "frist", "dauer", "pause", "vertrag", "vertrages", "vertrags", "bestehen", "bestehens",
    "jubiläum", "jubiläums",
    "haft", "strafe", "krieg", "krieges", "kriegs", "herrschaft", "karriere", "geschichte", "phase", "periode",
    "plan", "plans", "studie",
    "programm", "suche", "kampf", "kampfes", "streit", "streits", "beziehung", "tradition", "garantie", "anleihe",
    "anleihen", "rendite",
    "tief", "hoch", "abstand", "zyklus", "rhythmus", "turnus", "amtsperiode", "mandat", "mission", "konflikt",
    "konflikts", "projekt", "sperre",
    "ehe", "regierung", "arbeit", "erfahrung", "verfahren", "abwesenheit", "mitgliedschaft", "kredit", "vereinbarung",
    "deal", "kontrakt", "keit", "schaft", "heit",
)  # fmt: skip


def read_suspended(t: Tokens, i: int, _loc: Locale) -> Reading | None:
    """acht- bis zehnjährige, zwei- und dreitägige: the second word says what the first number counts."""
    if t.at[i + 1].word != "-" or not t.at[i + 1].spaced or t.at[i].spaced or t.at[i + 2].low not in _SUSPENDED:
        return None
    first, lexeme = t.at[i].lexeme, t.at[i + 3].lexeme
    if first is None or first.value is None or lexeme is None or not isinstance(lexeme.extra, Whole):
        return None
    whole = lexeme.extra
    if not isinstance(whole.value, Decimal) or whole.unit is None:
        return None
    if t.at[i + 2].low == "bis":
        return Reading(whole.kind, None, i, i + 4, unit=whole.unit, low=first.value, high=whole.value)
    return Reading(whole.kind, first.value, i, i + 1, unit=whole.unit)


_SUSPENDED: Final = wordset("bis und oder")


def is_length(noun: str) -> bool:
    """Whether a German noun behind "-jährig" makes it a length of time: Laufzeit, Vertrag, Haftstrafe."""
    return noun.lower().endswith(_LENGTHS)


def read(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """aged 37, at the age of 37, im Alter von 37 Jahren."""
    j = i + 1
    if t.at[i].low not in ("aged",):
        if t.at[j].low not in _OF:
            return None
        j += 1
    opening = j - (j > i + 1 and t.at[j - 1].low in loc.between)
    if t.at[j].low in loc.between or t.at[j].low in loc.words["from"]:
        j += 1
    number = number_at(t, j, loc)
    if number is None or not 0 < number.value <= _MAX_AGE or number.scaled:
        return None
    lexeme = t.at[j].lexeme
    if lexeme is None or lexeme.role is Role.CURRENCY:
        return None
    low: Decimal | None = None
    value, stop = number.value, number.stop
    joint = link(t, j, stop, loc)
    second = None if joint is None else number_at(t, joint[0], loc)
    if second is not None and value < second.value <= _MAX_AGE:
        low, value, stop = value, second.value, second.stop
    found = unit_at(t, stop, loc)
    unit = "year"
    if found is not None and found[0].kind in (Kind.DURATION, Kind.AGE) and found[0].code is not None:
        unit, stop = found[0].code, found[1]
    elif found is not None:
        return None
    if low is not None:
        return Reading(Kind.AGE, None, opening, stop, unit=unit, low=low, high=value)
    return Reading(Kind.AGE, value, j, stop, unit=unit)
