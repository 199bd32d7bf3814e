"""How one figure compares with one other, on figures built by hand: kind, value, unit, rounding, conversion."""

from __future__ import annotations

from decimal import Decimal

import pytest

from summarizer.checking.atoms import Atom, Slot, explode
from summarizer.checking.compare import compare
from summarizer.checking.precision import is_conversion, is_rounding
from summarizer.data import Figure, Kind, Qualifier, Reason, Span, Verdict

_ACCEPTED_AND_NOT = [
    # kind, value, unit of the target; the same of the source; verdict/reason or None; why
    ((Kind.COUNT, "8", None), (Kind.COUNT, "8", None), "supported/none", "equal"),
    ((Kind.COUNT, "8", None), (Kind.NUMBER, "8", None), "supported/none", "the counted noun may go unseen"),
    ((Kind.COUNT, "8", None), (Kind.COUNT, "9", None), "contradicted/value", "another count"),
    ((Kind.MONEY, "600", "EUR"), (Kind.NUMBER, "600", None), "supported/none", "a currency said once for two sums"),
    ((Kind.MONEY, "600", "EUR"), (Kind.MONEY, "600", "USD"), "contradicted/currency", "another currency"),
    ((Kind.MONEY, "600", "USD"), (Kind.MONEY, "600", "AUD"), "supported/none", "dollars at home"),
    ((Kind.MONEY, "1100000", "USD"), (Kind.MONEY, "1100000000", "USD"), "contradicted/scale", "million, billion"),
    ((Kind.MONEY, "60", None), (Kind.MONEY, "600", None), "contradicted/separator", "a moved point"),
    ((Kind.PERCENT, "9", None), (Kind.PERCENTAGE_POINT, "9", None), "contradicted/points", "per cent, points"),
    ((Kind.PERCENT, "50", None), (Kind.FRACTION, "0.5", None), "converted/none", "half is 50 per cent"),
    ((Kind.BASIS_POINT, "25", None), (Kind.PERCENTAGE_POINT, "0.25", None), "converted/none", "basis points"),
    ((Kind.DURATION, "2", "week"), (Kind.DURATION, "14", "day"), "converted/none", "a fortnight"),
    ((Kind.DURATION, "5", "month"), (Kind.DURATION, "5", "year"), "contradicted/unit", "months, years"),
    ((Kind.AGE, "14", None), (Kind.DURATION, "14", "year"), "supported/none", "an age is years"),
    ((Kind.LENGTH, "40", "mi"), (Kind.LENGTH, "64", "km"), "converted/none", "miles"),
    ((Kind.LENGTH, "64", "mi"), (Kind.LENGTH, "64", "km"), "contradicted/unit", "not miles"),
    ((Kind.POWER, "1.2", "GW"), (Kind.POWER, "1200", "MW"), "converted/none", "gigawatts"),
    ((Kind.TEMPERATURE, "68", "°F"), (Kind.TEMPERATURE, "20", "°C"), "converted/none", "an offset, not only a factor"),
    ((Kind.LENGTH, "30", "m"), (Kind.PERCENT, "30", None), None, "metres and per cent have nothing in common"),
    ((Kind.ORDINAL, "3", None), (Kind.ORDINAL, "4", None), "contradicted/value", "another place"),
    ((Kind.ORDINAL, "3", None), (Kind.NUMBER, "3", None), "supported/none", "Platz 3 is third place"),
    ((Kind.YEAR, "1998", None), (Kind.YEAR, "1999", None), "contradicted/date_part", "another year"),
    ((Kind.DESIGNATION, "787-8", None), (Kind.DESIGNATION, "787-9", None), "contradicted/designation", "another type"),
    ((Kind.TIME, "14:30", None), (Kind.TIME, "14:30", None), "supported/none", "a clock time"),
    ((Kind.TIME, "15:30", None), (Kind.TIME, "14:30", None), "contradicted/value", "an hour later"),
]


def _atom(kind: Kind, value: str, unit: str | None) -> Atom:
    typed = value if kind in (Kind.TIME, Kind.DESIGNATION) else Decimal(value)
    (atom,) = explode([Figure(kind, typed, value, Span(0, len(value)), unit=unit)])
    return atom


@pytest.mark.parametrize(("target", "source", "expected", "why"), _ACCEPTED_AND_NOT, ids=lambda x: str(x)[:40])
def test_compare(
    target: tuple[Kind, str, str | None], source: tuple[Kind, str, str | None], expected: str | None, why: str
) -> None:
    match = compare(_atom(*target), _atom(*source))
    said = None if match is None else f"{match.verdict}/{match.reason}"
    assert said == expected, why


@pytest.mark.parametrize(
    ("claim", "exact", "qualifier", "rounds"),
    [
        ("1.1", "1.083", Qualifier.EXACT, True),
        ("1.2", "1.083", Qualifier.EXACT, False),
        ("200", "197", Qualifier.ABOUT, True),
        ("197", "200", Qualifier.ABOUT, False),
        ("50", "47", Qualifier.ABOUT, True),
        ("50", "47", Qualifier.EXACT, False),
        ("1", "1.08", Qualifier.MORE_THAN, True),
        ("2", "1.08", Qualifier.LESS_THAN, False),
        ("5", "4.8", Qualifier.NEARLY, True),
        ("48", "4.8", Qualifier.ABOUT, False),
    ],
)
def test_rounding_needs_fewer_digits_and_nearness(claim: str, exact: str, qualifier: Qualifier, rounds: bool) -> None:
    assert is_rounding(Decimal(claim), Decimal(exact), qualifier) is rounds


@pytest.mark.parametrize(
    ("claim", "exact", "original", "converts"),
    [
        ("64", "64.37", "40", True),
        ("60", "64.37", "40", True),
        ("70", "64.37", "43", False),
        ("40", "64.37", "40", False),
    ],
)
def test_conversion_is_as_precise_as_what_is_written(claim: str, exact: str, original: str, converts: bool) -> None:
    assert is_conversion(Decimal(claim), Decimal(exact), Decimal(original)) is converts


def test_a_date_falls_into_its_parts() -> None:
    atoms = explode([Figure(Kind.DATE, "2025-11-06", "6. November 2025", Span(0, 16))])
    assert [(a.slot, a.value) for a in atoms] == [
        (Slot.DAY, Decimal(6)),
        (Slot.MONTH, Decimal(11)),
        (Slot.YEAR, Decimal(2025)),
    ]


def test_open_parts_of_a_date_are_no_atoms() -> None:
    atoms = explode([Figure(Kind.DATE, "XXXX-11-06", "6. November", Span(0, 11))])
    assert [a.slot for a in atoms] == [Slot.DAY, Slot.MONTH]


def test_a_range_falls_into_its_ends() -> None:
    figure = Figure(Kind.COUNT, None, "5 bis 7", Span(0, 7), low=Decimal(5), high=Decimal(7))
    assert [a.value for a in explode([figure])] == [Decimal(5), Decimal(7)]


def test_a_vague_quantity_matches_the_same_order_only() -> None:
    dozens = Figure(Kind.VAGUE, None, "Dutzende", Span(0, 8), low=Decimal(24), high=Decimal(99))
    hundreds = Figure(Kind.VAGUE, None, "hundreds", Span(0, 8), low=Decimal(200), high=Decimal(999))
    (left,), (right,) = explode([dozens]), explode([hundreds])
    same, other = compare(left, left), compare(right, left)
    assert same is not None
    assert same.verdict is Verdict.SUPPORTED
    assert other is not None
    assert other.reason is Reason.SCALE
