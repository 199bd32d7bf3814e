"""Figures as rows for JSON."""

from __future__ import annotations

from decimal import Decimal

from summarizer.data import Figure, Kind, Qualifier


def plain(value: Decimal | str | None) -> str | None:
    """A value as JSON has it: a decimal string without exponent, or the ISO string."""
    if isinstance(value, Decimal):
        text = f"{value.normalize():f}"
        return "0" if text == "-0" else text
    return value


def _iso(figure: Figure, value: Decimal | str | None) -> str | None:
    return f"T{value}" if figure.kind is Kind.TIME and isinstance(value, str) else plain(value)


def row(figure: Figure) -> dict[str, object]:
    """The figure for JSON: text, start, end, kind, value, unit, low, high, qualifier, noun.

    Numbers are decimal strings; dates and times are ISO 8601, a time with its designator (``T17:30``). A hedge that
    bounds the value gives that bound too: "bis zu 37" has ``high`` 37.
    """
    low, high, value = (_iso(figure, part) for part in (figure.low, figure.high, figure.value))
    if low is None and high is None:
        if figure.qualifier in (Qualifier.AT_LEAST, Qualifier.MORE_THAN):
            low = value
        elif figure.qualifier in (Qualifier.AT_MOST, Qualifier.LESS_THAN):
            high = value
    return {
        "text": figure.surface,
        "start": figure.span.start,
        "end": figure.span.end,
        "kind": figure.kind.value,
        "value": value,
        "unit": figure.unit,
        "low": low,
        "high": high,
        "qualifier": figure.qualifier.value,
        "noun": figure.noun,
    }
