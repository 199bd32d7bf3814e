"""Quantities in English: US$1.1 billion, 10 to 15 percent, two thirds, twice, tens of thousands."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Final

from summarizer.data import Figure
from summarizer.figures.rendering.numbers import ORDINALS, WORDS, ends_of, grouped, number, spelled

_SIGNS: Final = {
    "USD": "US$", "EUR": "€", "GBP": "£", "JPY": "¥", "CAD": "C$", "AUD": "A$", "HKD": "HK$", "NZD": "NZ$",
    "INR": "₹", "KRW": "₩", "ILS": "₪",
}  # fmt: skip
_UNIT_WORDS: Final = {
    "mi": ("mile", "miles"), "ft": ("foot", "feet"), "in": ("inch", "inches"), "yd": ("yard", "yards"),
    "acre": ("acre", "acres"),
    "gal": ("gallon", "gallons"), "t": ("tonne", "tonnes"), "lb": ("lb", "lb"), "oz": ("ounce", "ounces"),
    "ha": ("hectare", "hectares"),
    "bbl": ("barrel", "barrels"), "bbl/d": ("barrel per day", "barrels per day"), "tsp": ("teaspoon", "teaspoons"),
    "l": ("litre", "litres"),
    "tbsp": ("tablespoon", "tablespoons"), "cup": ("cup", "cups"), "°": ("degree", "degrees"),
    "nmi": ("nautical mile", "nautical miles"),
    "ly": ("light-year", "light-years"), "kn": ("knots", "knots"), "K": ("kelvin", "kelvin"), "m": ("metre", "metres"),
    "mi²": ("square mile", "square miles"), "ft²": ("square foot", "square feet"), "PS": ("PS", "PS"),
    "st": ("stone", "stone"), "pt": ("pint", "pints"),
}  # fmt: skip
_SHARES: Final = {2: ("half", "halves"), 3: ("third", "thirds"), 4: ("quarter", "quarters")}
_VAGUE: Final = (
    (24, "dozens"), (200, "hundreds"), (2000, "thousands"), (20_000, "tens of thousands"),
    (200_000, "hundreds of thousands"),
    (10**6, "millions"), (10**9, "billions"), (10**12, "trillions"),
)  # fmt: skip


def count(figure: Figure) -> str:
    """14; twelve; 10 to 15."""
    ends = ends_of(figure)
    if ends is not None:
        return f"{number(ends[0])} to {number(ends[1])}"
    return spelled(figure, figure.value) if isinstance(figure.value, Decimal) else figure.surface


def money(figure: Figure) -> str:
    """US$1.1 billion; €3 million to €5 million; KZT 300 million."""
    ends = ends_of(figure)
    if ends is not None:
        return f"{_amount(ends[0], figure.unit)} to {_amount(ends[1], figure.unit)}"
    return _amount(figure.value, figure.unit) if isinstance(figure.value, Decimal) else figure.surface


def _amount(value: Decimal, unit: str | None) -> str:
    text = number(abs(value))
    if value != value.to_integral_value() and abs(value) < 10**6 and round(value, 2) == value:
        text = f"{abs(value):,.2f}"
    sign = "minus " if value < 0 else ""
    if unit == "KR":
        return f"{sign}{text} kroner"
    return sign + (f"{_SIGNS[unit]}{text}" if unit in _SIGNS else f"{unit} {text}")


def suffixed(word: str, plural: str | None = None) -> Callable[[Figure], str]:
    """A renderer for a number with a word behind it: 70 percent, 4.5 percentage points."""

    def render(figure: Figure) -> str:
        one = figure.value == 1
        return f"{_count_digits(figure)} {word if one or plural is None else plural}"

    return render


def _count_digits(figure: Figure) -> str:
    ends = ends_of(figure)
    if ends is not None:
        return f"{number(ends[0])} to {number(ends[1])}"
    return number(figure.value) if isinstance(figure.value, Decimal) else figure.surface


def measure(figure: Figure) -> str:
    """120 km; 1,200 MW; one mile."""
    one, many = _UNIT_WORDS.get(figure.unit or "", (figure.unit or "", figure.unit or ""))
    return f"{_count_digits(figure)} {one if figure.value == 1 else many}".rstrip()


def duration(figure: Figure) -> str:
    """14 days; one year."""
    ending = "" if figure.value == 1 else "s"
    amount = count(figure) if figure.value != 1 else "one"
    return f"{amount} {figure.unit}{ending}"


def age(figure: Figure) -> str:
    """37 years old."""
    ending = "" if figure.value == 1 else "s"
    return f"{_count_digits(figure)} {figure.unit or 'year'}{ending} old"


def fraction(figure: Figure) -> str:
    """two thirds; a quarter; one in 25."""
    if not isinstance(figure.value, Decimal):
        return count(figure)
    share = Fraction(figure.value).limit_denominator(1000)
    above, below = share.numerator, share.denominator
    if below == 1:
        return number(figure.value)
    if above == 1 and below > 12:
        return f"one in {number(Decimal(below))}"
    if above > 12 or below > 12:
        return f"{above} out of {below}"
    if above > below:
        return number(figure.value)
    one, many = _SHARES.get(below, (ORDINALS[below], f"{ORDINALS[below]}s"))
    if above == 1:
        return "half" if below == 2 else f"one {one}" if below != 4 else "a quarter"
    return f"{WORDS[above]} {many}"


def ratio(figure: Figure) -> str:
    """2:1, the sides as written."""
    ends = (figure.low, figure.high)
    if isinstance(ends[0], Decimal) and isinstance(ends[1], Decimal):
        return f"{grouped(ends[0])}:{grouped(ends[1])}"
    return figure.surface


def multiple(figure: Figure) -> str:
    """twice; halved; 3.5 times."""
    if figure.value == 2:
        return "twice"
    if figure.value == Decimal("0.5"):
        return "halved"
    return f"{_count_digits(figure)} times"


def vague(figure: Figure) -> str:
    """tens of thousands; between 200 and 500."""
    unit = "" if figure.unit is None else f" ({figure.unit})"
    words = {Decimal(low): word for low, word in _VAGUE}
    if isinstance(figure.low, Decimal):
        if figure.low in words:
            return words[figure.low] + unit
        if figure.low / 2 in words:
            return words[figure.low / 2] + unit
        if isinstance(figure.high, Decimal):
            return f"between {number(figure.low)} and {number(figure.high)}{unit}"
    return figure.surface
