"""Finds the figures of a text: one pass over the candidate tokens, then hedge and counted noun for each figure."""

from __future__ import annotations

from typing import Final

from summarizer.data import Figure, Kind, Qualifier, Span
from summarizer.figures.bounds import bounded
from summarizer.figures.counted import counted
from summarizer.figures.hedges import hedge_before, hedge_behind
from summarizer.figures.indefinite import with_indefinite
from summarizer.figures.kinds import READERS
from summarizer.figures.kinds.ages import is_length
from summarizer.figures.lending import lend
from summarizer.figures.locale import Locale
from summarizer.figures.locales import locale
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens

_COUNTED: Final = frozenset({Kind.NUMBER, Kind.COUNT, Kind.VAGUE, Kind.FRACTION, Kind.ORDINAL})


def find(text: str, language: str, *, indefinite: bool = False) -> tuple[Figure, ...]:
    """Every figure of a text, in reading order, none overlapping another.

    Args:
        text: any text; spans are half-open code-point offsets into it.
        language: ``de`` or ``en``.
        indefinite: whether to read mehrere, several, a few too.

    Raises:
        ValueError: if the language is not known.
    """
    loc = locale(language)
    return _find(Tokens(text, loc.vocabulary), loc, indefinite=indefinite)


def find_with_words(text: str, language: str) -> tuple[tuple[Figure, ...], frozenset[str]]:
    """What `find` gives, and every distinct token of the text in lower case. Raises `ValueError` as it does."""
    loc = locale(language)
    t = Tokens(text, loc.vocabulary)
    return _find(t, loc, indefinite=False), frozenset([token.low for token in t.at])


def _find(t: Tokens, loc: Locale, *, indefinite: bool) -> tuple[Figure, ...]:
    found = readings(t, loc)
    return figures(t, with_indefinite(t, found, loc) if indefinite else found, loc)


def readings(t: Tokens, loc: Locale) -> list[Reading]:
    """What stands in the text, in tokens."""
    found: list[Reading] = []
    floor = 0
    at = t.at
    for i in t.candidates:
        if i < floor:
            continue
        for reader in READERS[at[i].lexeme.role]:  # type: ignore[union-attr]
            reading = reader(t, i, loc)
            if reading is not None and reading.first >= floor:
                found.append(reading)
                floor = reading.stop
                break
    if found:
        lend(t, found, loc)
    return found


def figures(t: Tokens, found: list[Reading], loc: Locale) -> tuple[Figure, ...]:
    """The readings as figures: with their hedges, their nouns and their place in the text."""
    names = {reading.first: reading.stop for reading in found if reading.kind is Kind.DESIGNATION}
    read = [_figure(t, reading, number, loc, names) for number, reading in enumerate(found, 1)]
    return tuple(bounded(t, found, read, loc))


def _figure(t: Tokens, reading: Reading, number: int, loc: Locale, names: dict[int, int]) -> Figure:
    kind, noun = reading.kind, reading.noun
    qualifier = Qualifier.EXACT
    if kind is not Kind.DESIGNATION:
        qualifier = hedge_behind(t, reading.stop, loc) or hedge_before(t, reading, loc) or Qualifier.EXACT
    if noun is None and kind in _COUNTED:
        odd = t.at[reading.stop].word == "-" and t.at[reading.stop + 1].low == "odd"
        seen, noun, further = counted(t, reading.stop + 2 * odd, loc, reading, names)
        if further and qualifier is Qualifier.EXACT:
            qualifier = Qualifier.FURTHER
        if seen and kind is Kind.NUMBER:
            kind = Kind.COUNT
    elif kind is Kind.AGE and is_length(t.at[reading.stop].word):
        kind = Kind.DURATION
    start, end = t.starts[reading.first], t.end(reading.stop - 1)
    return Figure(
        kind,
        reading.value,
        t.text[start:end],
        Span(start, end),
        reading.low,
        reading.high,
        reading.unit,
        qualifier,
        noun,
        f"F{number}",
    )
