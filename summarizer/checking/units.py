"""Units and what they are worth in one another: metres in feet, weeks in days, basis points in points.

Two figures are the same quantity when both can be put into one base unit. Currencies are deliberately absent: a
rate of exchange is a claim of its own, so euros are never turned into dollars. Factors are exact by definition
(international yard and pound of 1959, SI) or, for months and years, the calendar mean; comparing them goes
through rounding in any case. Horsepower is the metric one in both languages, as the press has it.

To add a unit: one line in the table of its dimension, factor to the base unit named there.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple


class Scale(NamedTuple):
    """Where a unit stands: its dimension, and how many base units it is worth (after adding ``offset``)."""

    dimension: str
    factor: Decimal
    offset: Decimal = Decimal(0)


_TABLES: dict[str, dict[str, str]] = {
    # Its base unit is the day.
    "time": {
        "second": "0.00001157407407407407407407407407",
        "minute": "0.0006944444444444444444444444444",
        "hour": "0.04166666666666666666666666667",
        "day": "1",
        "night": "1",
        "week": "7",
        "fortnight": "14",
        "month": "30.436875",
        "quarter": "91.310625",
        "year": "365.2425",
        "decade": "3652.425",
        "century": "36524.25",
        "millennium": "365242.5",
    },
    # Its base unit is the metre.
    "length": {
        "nm": "0.000000001",
        "µm": "0.000001",
        "mm": "0.001",
        "cm": "0.01",
        "dm": "0.1",
        "m": "1",
        "km": "1000",
        "in": "0.0254",
        "ft": "0.3048",
        "yd": "0.9144",
        "mi": "1609.344",
        "nmi": "1852",
    },
    # Its base unit is the square metre.
    "area": {
        "mm²": "0.000001",
        "cm²": "0.0001",
        "m²": "1",
        "km²": "1000000",
        "a": "100",
        "ha": "10000",
        "acre": "4046.8564224",
        "ac": "4046.8564224",
        "ft²": "0.09290304",
        "sqft": "0.09290304",
        "mi²": "2589988.110336",
        "sqmi": "2589988.110336",
        "in²": "0.00064516",
        "yd²": "0.83612736",
    },
    # Its base unit is the litre.
    "volume": {
        "ml": "0.001",
        "cl": "0.01",
        "dl": "0.1",
        "l": "1",
        "hl": "100",
        "cm³": "0.001",
        "dm³": "1",
        "m³": "1000",
        "km³": "1000000000000",
        "gal": "3.785411784",
        "pt": "0.473176473",
        "bbl": "158.987294928",
        "ft³": "28.316846592",
    },
    # Its base unit is the kilogram.
    "mass": {
        "µg": "0.000000001",
        "mg": "0.000001",
        "g": "0.001",
        "kg": "1",
        "t": "1000",
        "kt": "1000000",
        "Mt": "1000000000",
        "oz": "0.028349523125",
        "lb": "0.45359237",
        "st": "6.35029318",
    },
    # Its base unit is the kilometre an hour.
    "speed": {
        "km/h": "1",
        "m/s": "3.6",
        "mph": "1.609344",
        "mi/h": "1.609344",
        "kn": "1.852",
        "ft/s": "1.09728",
    },
    # Its base unit is the watt.
    "power": {
        "mW": "0.001",
        "W": "1",
        "kW": "1000",
        "MW": "1000000",
        "GW": "1000000000",
        "TW": "1000000000000",
        "PS": "735.49875",
        "hp": "735.49875",
    },
    # Its base unit is the watt hour.
    "energy": {
        "J": "0.0002777777777777777777777777778",
        "kJ": "0.2777777777777777777777777778",
        "MJ": "277.7777777777777777777777778",
        "GJ": "277777.7777777777777777777778",
        "Wh": "1",
        "kWh": "1000",
        "MWh": "1000000",
        "GWh": "1000000000",
        "TWh": "1000000000000",
        "cal": "0.001163",
        "kcal": "1.163",
    },
    # Its base unit is the byte.
    "data": {
        "bit": "0.125",
        "kbit": "125",
        "Mbit": "125000",
        "Gbit": "125000000",
        "B": "1",
        "kB": "1000",
        "KB": "1000",
        "MB": "1000000",
        "GB": "1000000000",
        "TB": "1000000000000",
        "PB": "1000000000000000",
    },
    # base: per cent
    "share": {"‰": "0.1", "%": "1"},
    # base: percentage point
    "points": {"bp": "0.01", "pp": "1"},
}

_SCALES: dict[str, Scale] = {
    symbol: Scale(dimension, Decimal(factor))
    for dimension, table in _TABLES.items()
    for symbol, factor in table.items()
}
# Temperatures have an offset: base degree Celsius.
_SCALES["°C"] = _SCALES["C"] = Scale("temperature", Decimal(1))
_SCALES["°F"] = _SCALES["F"] = Scale("temperature", Decimal(5) / Decimal(9), Decimal(-32))
_SCALES["K"] = Scale("temperature", Decimal(1), Decimal("-273.15"))

# Currencies that a writer names by the same word: "325 Millionen australische Dollar" is "$325 million" at home.
_CURRENCY_WORDS: dict[str, str] = {
    **dict.fromkeys(("USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD"), "dollar"),
    **dict.fromkeys(("GBP", "EGP", "LBP"), "pound"),
    **dict.fromkeys(("CHF", "FRF", "BEF", "XOF", "XAF"), "franc"),
    **dict.fromkeys(("KES", "TZS", "UGX", "SOS", "ATS"), "shilling"),
    **dict.fromkeys(("SEK", "NOK", "DKK", "CZK", "ISK"), "crown"),
    **dict.fromkeys(("RUB", "BYN"), "rouble"),
    **dict.fromkeys(("INR", "PKR", "LKR", "IDR"), "rupee"),
    **dict.fromkeys(("CNY",), "yuan"),
    **dict.fromkeys(("JPY",), "yen"),
    **dict.fromkeys(("MXN", "ARS", "CLP", "COP", "PHP"), "peso"),
}


def scale(unit: str | None) -> Scale | None:
    """Dimension and factor of a unit symbol; None for a currency or a unit that is only equal to itself."""
    return None if unit is None else _SCALES.get(unit)


def in_base(value: Decimal, scale: Scale) -> Decimal:
    """The value in the base unit of its dimension."""
    return (value + scale.offset) * scale.factor


def in_unit(value: Decimal, source: Scale, target: Scale) -> Decimal:
    """A value of one unit expressed in another of the same dimension."""
    return in_base(value, source) / target.factor - target.offset


def same_currency_word(left: str, right: str) -> bool:
    """Whether two currencies share their everyday word, so that a text may leave the country out."""
    word = _CURRENCY_WORDS.get(left)
    return word is not None and word == _CURRENCY_WORDS.get(right)
