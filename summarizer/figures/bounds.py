"""Makes one range of two bounds: more than 20 but fewer than 30, mindestens 5, höchstens aber 10 Prozent."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Final

from summarizer.data import Figure, Kind, Qualifier, Span
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens


def bounded(t: Tokens, readings: list[Reading], figures: list[Figure], loc: Locale) -> list[Figure]:
    """Makes one range of two bounds: more than 20 but fewer than 30, mindestens 5, höchstens aber 10 Prozent."""
    if len(figures) < 2 or not any(figure.qualifier in _LOWER for figure in figures):
        return figures
    kept: list[Figure] = []
    last_stop = 0
    bound: Figure | None = None
    for reading, figure in zip(readings, figures, strict=True):
        last = kept[-1] if kept else None
        merged = None if last is None or last is bound else _two_bounds(last, figure)
        if merged is not None and _only_bounding(t, last_stop, reading.first, loc):
            span = Span(merged.span.start, figure.span.end)
            kept[-1] = bound = replace(merged, span=span, surface=span.of(t.text))
        else:
            kept.append(figure)
        last_stop = reading.stop
    return kept if len(kept) == len(figures) else [replace(f, id=f"F{n}") for n, f in enumerate(kept, 1)]


def _two_bounds(first: Figure, second: Figure) -> Figure | None:
    """The range between two figures of one unit of which one is hedged as lower, the other as upper bound."""
    low, high = (first, second) if first.qualifier in _LOWER else (second, first)
    if low.qualifier not in _LOWER or high.qualifier not in _UPPER:
        return None
    kinds = {first.kind, second.kind}
    if not isinstance(low.value, Decimal) or not isinstance(high.value, Decimal) or low.value >= high.value:
        return None
    if len(kinds - {Kind.NUMBER, Kind.COUNT}) != (first.kind not in _NUMBERS) or first.unit != second.unit:
        return None
    return replace(
        first, kind=second.kind, value=None, low=low.value, high=high.value, qualifier=Qualifier.EXACT, noun=second.noun
    )


def _only_bounding(t: Tokens, start: int, stop: int, loc: Locale) -> bool:
    small = loc.hedging | loc.ands | _BUT
    return 0 < stop - start <= _MAX_BOUNDING and all(t.at[j].low in small for j in range(start, stop))


_LOWER: Final = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})
_UPPER: Final = frozenset({Qualifier.AT_MOST, Qualifier.LESS_THAN})
_NUMBERS: Final = frozenset({Kind.NUMBER, Kind.COUNT})
_BUT: Final = wordset("but yet aber doch jedoch , or oder equal gleich")
_MAX_BOUNDING: Final = 6
