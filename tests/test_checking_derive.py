"""Arithmetic on source figures: what follows from them, and what must not be let through."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from summarizer.checking.atoms import Atom, explode
from summarizer.checking.derive import derive
from summarizer.data import Figure, Kind, Span

_JETS = [(Kind.COUNT, "15", None), (Kind.COUNT, "14", None), (Kind.COUNT, "8", None)]
_CASES = [
    # claim, source figures, note or None, why
    ((Kind.COUNT, "37", None), _JETS, "15 + 14 + 8 = 37", "a total"),
    ((Kind.COUNT, "38", None), _JETS, None, "not the total"),
    ((Kind.COUNT, "14", None), [(Kind.COUNT, "4", None), (Kind.COUNT, "10", None)], "4 + 10 = 14", "two parts"),
    ((Kind.COUNT, "12", None), [(Kind.COUNT, "26", None), (Kind.COUNT, "14", None)], "26 − 14 = 12", "what is left"),
    ((Kind.PERCENT, "30", None), [(Kind.PERCENT, "70", None)], "100 − 70 = 30 per cent", "the remaining share"),
    ((Kind.PERCENT, "20", None), [(Kind.PERCENT, "70", None)], None, "not the remaining share"),
    (
        (Kind.PERCENT, "25", None),
        [(Kind.MONEY, "80", "EUR"), (Kind.MONEY, "100", "EUR")],
        "80 → 100: 25 per cent",
        "a rate of growth",
    ),
    (
        (Kind.MULTIPLE, "2", None),
        [(Kind.MONEY, "40", "EUR"), (Kind.MONEY, "80", "EUR")],
        "80 ÷ 40 = 2",
        "twice as much",
    ),
    ((Kind.MONEY, "100", "EUR"), [(Kind.MONEY, "40", "EUR"), (Kind.COUNT, "60", None)], None, "euros and people"),
    ((Kind.MONEY, "100", "EUR"), [(Kind.MONEY, "40", "EUR"), (Kind.MONEY, "60", "USD")], None, "two currencies"),
    (
        (Kind.COUNT, "37", None),
        [(Kind.COUNT, "15", None), (Kind.COUNT, "99", None), (Kind.COUNT, "3", None), (Kind.COUNT, "22", None)],
        None,
        "a sum takes neighbours, not a choice",
    ),
    (
        (Kind.YEAR, "2015", None),
        [(Kind.YEAR, "2000", None), (Kind.COUNT, "15", None)],
        None,
        "years are not counted up",
    ),
]


def _atoms(figures: Sequence[tuple[Kind, str, str | None]], noun: str, language: str = "de") -> list[Atom]:
    return explode(
        [
            Figure(kind, Decimal(v), v, Span(10 * i, 10 * i + 2), unit=u, noun=noun if kind is Kind.COUNT else None)
            for i, (kind, v, u) in enumerate(figures)
        ],
        language=language,
    )


@pytest.mark.parametrize(("claim", "source", "note", "why"), _CASES, ids=[c[3] for c in _CASES])
def test_derive(
    claim: tuple[Kind, str, str | None], source: list[tuple[Kind, str, str | None]], note: str | None, why: str
) -> None:
    (atom,) = _atoms([claim], "jets", "en")
    found = derive(atom, _atoms(source, "Maschinen"))
    assert (found.note if found else None) == note, why


def test_counts_of_something_else_do_not_add_up() -> None:
    (atom,) = _atoms([(Kind.COUNT, "37", None)], "jets", "en")
    assert derive(atom, _atoms(_JETS, "Abkommen")) is None
