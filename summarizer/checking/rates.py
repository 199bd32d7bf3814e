"""What a figure is per: 6.8 cents per kilowatt-hour are not 6.8 cents per megawatt-hour, nor is a yearly sum a total.

The value agrees, and so does its unit; only the denominator beside it tells. It is read where it stands right behind
the figure (je Aktie, a share, /t) or is an adverb in its clause (jährlich, annual). Figures are doubted only where both
texts name one and the two have none in common: a translator leaves "a year" out freely, but doesn't turn it into "a
month". A figure that one text gives as a total and the other for each is doubted too.

Units of measure are those that figures are read in, so that every one of them can be a denominator.

To extend: a line of ``words/rates.txt``; an adverb's line needs the noun's line as its counterpart in `_ADVERBS`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

from summarizer.checking import units
from summarizer.checking.atoms import Atom, Slot
from summarizer.checking.late import late
from summarizer.checking.precision import is_conversion
from summarizer.checking.reading import Reading
from summarizer.data import Kind
from summarizer.figures.locales import locale

_FILE = Path(__file__).parent / "words" / "rates.txt"
_ADVERBS = {
    "secondly": "second",
    "hourly": "hour",
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "annual": "year",
}
"""The English name of an adverb's line to that of its noun's."""
_PER = {
    "de": r"(?:\s*/\s*|\s+(?:je|pro|per|im|in der|am|auf (?:den|die|das|einen|eine|ein)|für (?:jede[ns]?|einen?))\s+)",
    "en": r"(?:\s*/\s*|\s+(?:per|a|an|each|every|for each|for every|for an?|to the)\s+|-(?:a|an|per)-)",
}
_FIRST = {"de": r"(?:je|pro|per)", "en": r"(?:per|each|every)"}
"""The same before the figure: Pro Jahr sind 18.000 Tonnen geplant."""
_LED = r"(?:\s+(?!(?:with)?in\b|over\b|during\b|after\b|than\b|for\b)\w+){0,3}?"
"""The words between a figure and what says that it is per something: 40 euros of aid a month."""
_MAYBE = {language: late(_LED + per, re.IGNORECASE) for language, per in _PER.items()}
_MAYBE_FIRST = {language: late(rf"\b{first}\s", re.IGNORECASE) for language, first in _FIRST.items()}
"""Whether the patterns with all nouns, which take a hundredth of a second to compile, need to be asked."""
_EACH = {"de": late(r"\b(?:jeweils|je)\b"), "en": late(r"\b(?:each|apiece|respectively)\b")}
_TOTAL = "total"
_YEAR = late(r"\b(?:19|20)\d\d\b")
_RATED = frozenset({Slot.MONEY, Slot.COUNT, Slot.NUMBER, Slot.MEASURE, Slot.SHARE, Slot.MULTIPLE})
_REACH = 45
"""How far from its figure an adverb may stand."""
DOUBT = 0.7


_PHYSICAL = frozenset({Kind.AREA, Kind.VOLUME, Kind.MASS, Kind.LENGTH, Kind.ENERGY, Kind.POWER, Kind.DATA})
_AMBIGUOUS = frozenset({"lb", "st"})
"""Not read as physical: a pound is money as often, and in German another weight; a stone is one on the road."""


def _physical(language: str) -> dict[str, str]:
    """For each unit that figures are measured in, by its symbol: the pattern of its words and symbols.

    Symbols that could be a word in small letters (in, a, ha) are taken from the word list only where it has them.
    """
    known = locale(language)
    forms: dict[str, list[str]] = {}
    for phrase, unit in known.units.items():
        if unit.kind in _PHYSICAL and unit.factor == 1 and phrase.replace(" ", "").isalpha() and len(phrase) > 2:
            forms.setdefault(str(unit.code), []).append(re.escape(phrase).replace("\\ ", "[ -]"))
    for symbol, unit in known.symbols.items():
        if unit.kind in _PHYSICAL and unit.factor == 1 and (symbol in _SYMBOLS or not symbol.islower()):
            forms.setdefault(str(unit.code), []).append(f"(?-i:{re.escape(symbol)})")
    return {
        symbol: "|".join(sorted(written, key=len, reverse=True))
        for symbol, written in forms.items()
        if units.scale(symbol) is not None and symbol not in _AMBIGUOUS
    }


_SYMBOLS = frozenset({"km", "cm", "mm", "kg", "g", "l", "ml", "ha", "m", "m²", "m³", "km²"})


class _Words(NamedTuple):
    before: re.Pattern[str]
    behind: re.Pattern[str]
    adverb: re.Pattern[str]
    names: dict[str, str]
    """Group of a pattern to the name of its denominator."""


@cache
def _words(language: str) -> _Words:
    """The patterns of a language, one group a denominator."""
    side = 0 if language == "de" else 1
    lines: dict[str, list[tuple[str, str]]] = {}
    section = ""
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif "=" in line and not line.startswith("#"):
            sides = line.split("=")
            name = sides[1].split(",")[0].strip().rstrip("*")
            forms = [form.strip() for form in sides[side].split(",")]
            lines.setdefault(section, []).append((name, "|".join(_form(form) for form in forms)))
    names: dict[str, str] = {}
    groups: dict[str, list[str]] = {"per": [], "adverbs": []}
    for kind in groups:
        for number, (name, written) in enumerate(lines[kind]):
            names[f"{kind}{number}"] = _ADVERBS.get(name, name)
            groups[kind].append(f"(?P<{kind}{number}>{written})")
    for symbol, written in _physical(language).items():
        group = f"unit{len(names)}"
        names[group] = symbol
        groups["per"].append(f"(?P<{group}>{written})")
    names[_TOTAL] = _TOTAL
    groups["adverbs"].append(f"(?P<{_TOTAL}>{lines[_TOTAL][0][1]})")
    nouns = "|".join(groups["per"])
    before = late(rf"\b{_FIRST[language]}\s+(?:{nouns})(?![\w-])(?!\s+\d{{4}})", re.IGNORECASE)
    behind = late(
        rf"{_LED}{_PER[language]}(?:{nouns})(?![\w-])(?!\s+\d{{4}})",
        re.IGNORECASE,
    )
    return _Words(before, behind, re.compile(rf"\b(?:{'|'.join(groups['adverbs'])})\b", re.IGNORECASE), names)


def _form(form: str) -> str:
    return re.escape(form.rstrip("*")) + (r"\w*" if form.endswith("*") else "")


class Rates:
    """What the figures of a text are per."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._clauses = reading.clauses

    def of(self, atom: Atom) -> dict[str, str]:
        """The denominators said of a figure, each with the words that say it; "total" where it is said to be one."""
        reading = self._reading
        span = reading.figures[atom.figure].span
        words = _words(reading.language)
        start, end = self._clauses.around(span.start, span.end)
        behind = reading.text[span.end : end].replace("\n", " ")
        before = reading.text[max(start, span.start - _REACH) : span.start].replace("\n", " ")
        found: dict[str, str] = {}
        if _MAYBE[reading.language].match(behind) and (match := words.behind.match(behind)):
            found[words.names[str(match.lastgroup)]] = match.group().strip()
        elif (
            _MAYBE_FIRST[reading.language].search(before) and (match := words.before.search(before))
        ) and not re.search(r"\d", _YEAR.sub("", before[match.end() :])):
            found[words.names[str(match.lastgroup)]] = match.group()
        near = behind[:_REACH]
        if other := re.search(r"\d", near):
            near = near[: other.start()]
        for text in (before, near):
            for match in words.adverb.finditer(text):
                found[words.names[str(match.lastgroup)]] = match.group()
        return found

    def each(self, atom: Atom) -> bool:
        """Whether a figure is said to be of each of several."""
        span = self._reading.figures[atom.figure].span
        start, end = self._clauses.around(span.start, span.end)
        around = self._reading.text[start : span.start] + " # " + self._reading.text[span.end : end]
        return _EACH[self._reading.language].search(around) is not None


def height(claim: Atom, origin: Atom, here: Rates, there: Rates) -> bool:
    """Whether one is the depth of water that the other spreads over an area: 45 litres per square metre are 45 mm."""
    mine, its = units.scale(claim.unit), units.scale(origin.unit)
    if mine is None or its is None or not isinstance(claim.value, Decimal) or not isinstance(origin.value, Decimal):
        return False
    depths = _metres(claim.value, mine, here.of(claim)), _metres(origin.value, its, there.of(origin))
    if depths[0] is None or depths[1] is None or mine.dimension == its.dimension:
        return False
    return is_conversion(depths[0], depths[1], depths[1])


def _metres(value: Decimal, scale: units.Scale, per: dict[str, str]) -> Decimal | None:
    """A length, or a volume an area, in metres; None for anything else."""
    if scale.dimension == "length":
        return units.in_base(value, scale)
    areas = [area for symbol in per if (area := units.scale(symbol)) is not None and area.dimension == "area"]
    if scale.dimension != "volume" or len(areas) != 1:
        return None
    return units.in_base(value, scale) / _LITRES / areas[0].factor


_LITRES = Decimal(1000)
"""In a cubic metre."""


def differs(claim: Atom, origin: Atom, here: Rates, there: Rates) -> str | None:
    """The words of the source that say another denominator than the target; None where none differs."""
    if claim.slot not in _RATED:
        return None
    mine, its = here.of(claim), there.of(origin)
    if mine and its and mine.keys().isdisjoint(its):
        return next(iter(its.values()))
    if _TOTAL in mine and not its and there.each(origin) and not here.each(claim):
        return "je"
    if _TOTAL in its and not mine and here.each(claim) and not there.each(origin):
        return its[_TOTAL]
    return None
