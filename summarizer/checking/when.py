"""The time that a figure is of: this year's for next year's, November's punctuality for October's.

The value is right, and so is the month somewhere in the article; only that the two belong together is wrong. A text
says the time of a figure in its clause: by a month, or by a year, season, month or week counted from now (im kommenden
Jahr, this year). A figure is doubted where both texts say one time of the same sort, and another. What a figure is
compared with (als im Vorjahr, than last year) is not its time, nor is what another figure stands before.

To extend: a word of `_STEPS` or `_NOUNS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from summarizer.checking import course
from summarizer.checking.atoms import Atom, Slot, Weight
from summarizer.checking.late import late
from summarizer.checking.reading import Reading
from summarizer.checking.spotted import Spotted

DOUBT = 0.66
_DATED = frozenset({Slot.MONEY, Slot.SHARE, Slot.POINTS, Slot.COUNT, Slot.NUMBER, Slot.MEASURE, Slot.MULTIPLE})
_STEPS = {
    "de": {
        "0": "diese[nmrs]?|laufende[nmrs]?",
        "1": "kommende[nmrs]?|nächste[nmrs]?",
        "-1": "vergangene[nmrs]?|letzte[nmrs]?|vorige[nmrs]?",
    },
    "en": {"0": "this|the current", "1": "next|the coming", "-1": "last"},
}
_NOUNS = {
    "de": {
        "year": "(?:Geschäfts|Haushalts|Schul)?[Jj]ahr(?:e?s)?",
        "winter": "Winters?",
        "summer": "Sommers?",
        "autumn": "Herbst(?:e?s)?",
        "spring": "Frühjahrs?|Frühlings?",
        "season": "Saison",
    },
    "en": {
        "year": "(?:financial |fiscal |business |school )?year",
        "winter": "winter",
        "summer": "summer",
        "autumn": "autumn|fall",
        "spring": "spring",
        "season": "season",
    },
}
_WHOLE = {
    "de": {("year", "0"): "heuer", ("year", "-1"): "im Vorjahr"},
    "en": {},
}
"""Words that say the noun and the step at once."""


def _pattern(language: str) -> re.Pattern[str]:
    steps, nouns = _STEPS[language], _NOUNS[language]
    groups = [
        rf"(?P<{noun}_{_NAMES[step]}>(?:{words}) (?:{forms}))"
        for noun, forms in nouns.items()
        for step, words in steps.items()
    ]
    groups += [rf"(?P<{noun}_{_NAMES[step]}_>{words})" for (noun, step), words in _WHOLE[language].items()]
    return late(rf"(?<![\w-])(?i:{'|'.join(groups)})(?![\w-])(?!['’]s)")


_NAMES = {"0": "now", "1": "next", "-1": "last"}
_TIMES = {language: _pattern(language) for language in _STEPS}
_SPOTTED = {
    language: Spotted(
        rf"\b(?:{'|'.join([*nouns.values(), *(words.split()[-1] for words in _WHOLE[language].values())])})"
    )
    for language, nouns in _NOUNS.items()
}
_ELIDED = late(r"\bim (?:(?P<next>kommenden|nächsten)|(?P<last>vergangenen|vorigen))(?= [a-zäöü\d])")
"""Without its noun, which stands before: in diesem Jahr 7 Millionen, im kommenden 9."""
_COMPARED = {
    "de": late(
        r"\b(?:als|gegenüber|verglichen mit|vergleich (?:mit|zu[mr]?)|wie|statt|nach|seit|bis|ab|vor)(?: \w+){0,2} $",
        re.IGNORECASE,
    ),
    "en": late(
        r"\b(?:than|on|over|against|from|after|as|since|until|to|before|compared (?:with|to)|like|by|level|the)"
        r"(?: (?:in|the|at|end of|of)){0,2} $",
        re.IGNORECASE,
    ),
}
_JOINED = late(r" and (?:next|last|the (?:next|following|year after))\b")
_AND = late(r"(?:diese[mrs]?|laufenden?|kommenden?|nächsten?|vergangenen?|vorigen?) und (?:im |in der |de[rm] )?$")
"""Two times at once: für dieses und nächstes Jahr, this year and next."""
_EARLIER = 30
_FIGURE = late(r"\d")


class Time(NamedTuple):
    """A time that a text names."""

    sort: str
    """What is counted: year, winter, month …; two times are compared only if they are of one sort."""
    value: str
    start: int
    words: str


def _named(reading: Reading) -> list[Time]:
    """The times that a text counts from now, in reading order."""
    found: list[Time] = []
    if not _SPOTTED[reading.language].among(reading.tokens):
        return found
    text = reading.text.replace("\n", " ")
    for match in _TIMES[reading.language].finditer(text):
        before = text[max(0, match.start() - _EARLIER) : match.start()]
        if _COMPARED[reading.language].search(before) or _JOINED.match(text, match.end()) or _AND.search(before):
            continue
        sort, value = str(match.lastgroup).split("_")[:2]
        found.append(Time(sort, value, match.start(), match.group()))
    if reading.language == "de" and found:
        sort_at = [(time.start, time.sort) for time in found]
        for match in _ELIDED.finditer(text):
            before_it = [sort for start, sort in sort_at if start < match.start()]
            if before_it:
                found.append(Time(before_it[-1], str(match.lastgroup), match.start(), match.group()))
    return sorted(found, key=lambda time: time.start)


class Times:
    """The times of the figures of a text."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    @cached_property
    def _named(self) -> list[Time]:
        return _named(self._reading)

    def of(self, atom: Atom) -> dict[str, Time]:
        """For each sort of time the one that a figure is of; those of which its clause names several are left out."""
        if not self._named or atom.slot not in _DATED or course.place(atom, self._reading) is course.Place.OLD:
            return {}
        span = self._reading.figures[atom.figure].span
        start, end = self._reading.clauses.around(span.start, span.end)
        before = [time for time in self._named if start <= time.start < span.start]
        behind = [time for time in self._named if span.end <= time.start < end]
        behind = [time for time in behind if not _FIGURE.search(self._reading.text, span.end, time.start)]
        if behind and _FIGURE.search(self._reading.text, start, span.start):
            before = []  # €7m this year and €9m next year: the first time is that of the figure before it
        found: dict[str, set[Time]] = {}
        for time in before + behind:
            found.setdefault(time.sort, set()).add(time)
        return {sort: min(times) for sort, times in found.items() if len({time.value for time in times}) == 1}


def differs(claim: Atom, origin: Atom, here: Times, there: Times) -> str | None:
    """The words of the source for the time of its figure, where the target names another; None where it doesn't."""
    mine = here.of(claim)
    if not mine:
        return None
    its = there.of(origin)
    for sort, time in mine.items():
        if sort in its and its[sort].value != time.value:
            return its[sort].words
    return None


class Mixed(NamedTuple):
    """A month of the target that its figure does not have in the source."""

    month: int
    """Index of the judgement on the month."""
    words: str
    """The month that the source has there."""


def months(target: Reading, source: Reading, pairs: Sequence[tuple[int, Atom, Atom]]) -> Iterator[Mixed]:
    """The months of the target that stand beside a figure of another month, among (index, claim, origin) pairs."""
    named = [(i, claim) for i, claim, _ in pairs if claim.slot is Slot.MONTH and _alone(claim, target)]
    for index, month in named:
        start, end = target.clauses.around(month.position, month.position + 1)
        beside = [atom for atom in target.atoms if start <= atom.position < end]
        if sum(atom.slot is Slot.MONTH for atom in beside) > 1:
            continue
        of_it = [
            o for _, c, o in pairs if start <= c.position < end and c.slot in _DATED and c.weight >= Weight.SPELLED
        ]
        others = [
            _month_of(origin, source)
            for origin in of_it
            if len(source.atoms_worth(origin.value)) == 1 and course.place(origin, source) is not course.Place.OLD
        ]
        if others and all(o is not None and o.value != month.value for o in others) and others[0] is not None:
            yield Mixed(index, source.figures[others[0].figure].surface)


def _alone(atom: Atom, reading: Reading) -> bool:
    """Whether a month is named without its day."""
    return str(reading.figures[atom.figure].value).count("-") <= 1 and not any(
        other.slot is Slot.DAY and other.figure == atom.figure for other in reading.atoms
    )


def _month_of(origin: Atom, source: Reading) -> Atom | None:
    """The one month that the clause of a source figure names; None where it names none, or several."""
    start, end = source.clauses.around(origin.position, origin.position + 1)
    found = [a for a in source.atoms if a.slot is Slot.MONTH and start <= a.position < end]
    return found[0] if len({a.value for a in found}) == 1 and _alone(found[0], source) else None
