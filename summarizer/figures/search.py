"""Finds the figures of a text: one pass over the candidate tokens, then qualifier and counted noun for each figure."""

from __future__ import annotations

import itertools
from decimal import Decimal
from typing import Final

from summarizer.data import Figure, Kind, Qualifier, Span
from summarizer.figures.kinds import READERS
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale
from summarizer.figures.locales import locale
from summarizer.figures.quantities import unit_at
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens

_COUNTED: Final = frozenset({Kind.NUMBER, Kind.COUNT, Kind.VAGUE, Kind.FRACTION, Kind.ORDINAL})
_UNHEDGED: Final = frozenset({Kind.DESIGNATION})
_SHARED: Final = frozenset({Kind.MONEY, Kind.PERCENT, Kind.PERCENTAGE_POINT})


def find(text: str, language: str) -> tuple[Figure, ...]:
    """Every figure of ``text``, in reading order, never overlapping.

    Args:
        text: any text; spans are code points into it.
        language: ``de`` or ``en``.

    Raises:
        ValueError: if the language is not known.
    """
    loc = locale(language)
    t = Tokens(text, loc.vocabulary)
    readings: list[Reading] = []
    floor = 0
    at = t.at
    for i in t.candidates:
        if i < floor:
            continue
        lexeme = at[i].lexeme
        if lexeme is None:
            continue
        for reader in READERS[lexeme.role]:
            reading = reader(t, i, loc)
            if reading is not None and reading.first >= floor:
                readings.append(reading)
                floor = reading.stop
                break
    if not readings:
        return ()
    _share(t, readings, loc)
    return tuple(_figure(t, reading, number, loc) for number, reading in enumerate(readings, 1))


def _share(t: Tokens, readings: list[Reading], loc: Locale) -> None:
    """Gives a bare number the scale and unit of the next figure: von 1,1 auf 2,5 Milliarden Euro."""
    for reading, after in itertools.pairwise(readings):
        if reading.kind is not Kind.NUMBER or after.kind not in _SHARED or after.first != reading.stop + 1:
            continue
        if t.at[reading.stop].low not in loc.share_words or not isinstance(reading.value, Decimal):
            continue
        value = after.value if isinstance(after.value, Decimal) else None
        if value is None:
            continue
        if t.at[reading.stop].low in loc.ands and reading.value != reading.value.to_integral_value() is False:
            continue
        scale = _written_scale(t, after)
        reading.kind, reading.unit = after.kind, after.unit
        if reading.value < 1000:
            reading.value *= scale


def _written_scale(t: Tokens, reading: Reading) -> Decimal:
    for j in range(reading.first, reading.stop):
        lexeme = t.at[j].lexeme
        if lexeme is not None and lexeme.role is Role.SCALE and lexeme.value is not None and lexeme.value >= 1000:
            return lexeme.value
    return Decimal(1)


def _figure(t: Tokens, reading: Reading, number: int, loc: Locale) -> Figure:
    kind, noun = reading.kind, reading.noun
    qualifier = reading.qualifier
    if qualifier is None:
        qualifier = Qualifier.EXACT if kind in _UNHEDGED else _qualifier(t, reading, loc)
    if noun is None and kind in _COUNTED:
        found = _noun(t, reading.stop, loc)
        if found is not None:
            noun, further = found
            if further and qualifier is Qualifier.EXACT:
                qualifier = Qualifier.FURTHER
        if noun is not None and kind is Kind.NUMBER:
            kind = Kind.COUNT
    start, end = t.starts[reading.first], t.end(reading.stop - 1)
    return Figure(
        kind, reading.value, t.text[start:end], Span(start, end), reading.low, reading.high, reading.unit, qualifier, noun,
        f"F{number}",
    )  # fmt: skip


def _qualifier(t: Tokens, reading: Reading, loc: Locale) -> Qualifier:
    j = reading.first - 1
    word = t.at[j].low
    table = loc.before.get(word)
    if table is None:
        return Qualifier.EXACT
    if word in loc.worth and reading.kind is Kind.MONEY and j > 0 and t.at[j - 1].word[:1].isupper() and j > 1:
        return Qualifier.EXACT
    before = t.at[j - 1].low
    if len(table) > 1 or "" not in table:
        two = f"{t.at[j - 2].low} {before}"
        found = table.get(two) or table.get(before)
        if found is not None:
            return found
    return table.get("", Qualifier.EXACT)


def _noun(t: Tokens, stop: int, loc: Locale) -> tuple[str | None, bool] | None:
    """The counted noun behind a number, over at most two adjectives, and whether one of them says "further"."""
    further = False
    j = stop
    if (t.at[j].word == "-" and not t.at[j].spaced) or (
        loc.language == "en" and t.at[j].low == "of" and t.at[j + 1].low not in loc.noun_stop
    ):
        j += 1
    for _ in range(3):
        token = t.at[j]
        word = token.word
        if not word or not word[0].isalpha() or t.at[j - 1].breaks:
            return (None, further) if further else None
        if token.low in loc.after:
            further = True
            j += 1
            continue
        if loc.nouns_capitalised:
            if word[0].isupper():
                return word, further
            if not token.low.endswith(("e", "en", "er", "es", "em")) or token.low in _NO_ADJECTIVE:
                return (None, further) if further else None
            j += 1
            continue
        if token.low in loc.noun_stop:
            return (None, further) if further else None
        return word, further
    return (None, further) if further else None


_NO_ADJECTIVE: Final = frozenset(
    [
        "die",
        "der",
        "eine",
        "einer",
        "seine",
        "ihre",
        "diese",
        "alle",
        "wurde",
        "werden",
        "haben",
        "hatte",
        "waren",
        "wurden",
        "sie",
        "wie",
        "oder",
        "aber",
        "unter",
        "über",
        "gegen",
        "ohne",
        "neben",
        "hinter",
        "wenn",
        "denn",
        "sondern",
        "jene",
        "jeder",
        "keine",
        "meine",
        "ihrer",
        "seiner",
        "einen",
        "den",
        "dem",
        "des",
    ]
)
__all__ = ["find", "unit_at"]
