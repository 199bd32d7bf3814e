# ruff: noqa: E501 - tables, one group of words a row
"""English unit words, a row a unit: ``words | kind | code | what one is worth in that code``."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.data import Kind
from summarizer.figures.locale import Unit
from summarizer.figures.locales import currencies

D = Decimal

UNIT_ROWS: Final[tuple[tuple[str, Kind, str | None, str], ...]] = (
    ("percent|per cent|pc|p . c .|p . c|percentage|pct|p c", Kind.PERCENT, "%", "1"),
    ("per mille|permille", Kind.PERMILLE, "‰", "1"),
    ("percentage point|percentage points|percent points|per cent points|% points|pp|ppt|pts", Kind.PERCENTAGE_POINT, "pp", "1"),
    ("basis point|basis points", Kind.BASIS_POINT, "bp", "1"),
    ("year|years|yrs|yr", Kind.DURATION, "year", "1"), ("decade|decades", Kind.DURATION, "year", "10"),
    ("century|centuries", Kind.DURATION, "year", "100"),
    ("millennium|millennia", Kind.DURATION, "year", "1000"),
    ("quarter|quarters", Kind.DURATION, "month", "3"),
    ("month|months", Kind.DURATION, "month", "1"), ("week|weeks|wk|wks", Kind.DURATION, "week", "1"),
    ("day|days", Kind.DURATION, "day", "1"), ("fortnight|fortnights", Kind.DURATION, "week", "2"),
    ("night|nights", Kind.DURATION, "day", "1"),
    ("hour|hours|hr|hrs", Kind.DURATION, "hour", "1"), ("minute|minutes|mins", Kind.DURATION, "minute", "1"),
    ("second|seconds|sec|secs", Kind.DURATION, "second", "1"),
    ("millisecond|milliseconds", Kind.DURATION, "second", "0.001"),
    ("year old|years old|year olds|years of age|yearold|yo|yr old", Kind.AGE, "year", "1"),
    ("month old|months old|months of age", Kind.AGE, "month", "1"),
    ("week old|weeks old|weeks of age", Kind.AGE, "week", "1"), ("day old|days old", Kind.AGE, "day", "1"),
    ("kilometer|kilometers|kilometre|kilometres|kms", Kind.LENGTH, "km", "1"),
    ("meter|meters|metre|metres", Kind.LENGTH, "m", "1"),
    ("centimeter|centimeters|centimetre|centimetres", Kind.LENGTH, "cm", "1"),
    ("millimeter|millimeters|millimetre|millimetres", Kind.LENGTH, "mm", "1"),
    ("micrometer|micrometers|micrometre|micrometres", Kind.LENGTH, "µm", "1"),
    ("nanometer|nanometers|nanometre|nanometres", Kind.LENGTH, "nm", "1"),
    ("mile|miles", Kind.LENGTH, "mi", "1"), ("nautical mile|nautical miles", Kind.LENGTH, "nmi", "1"),
    ("foot|feet", Kind.LENGTH, "ft", "1"), ("inch|inches", Kind.LENGTH, "in", "1"),
    ("yard|yards|yd", Kind.LENGTH, "yd", "1"), ("light year|light years", Kind.LENGTH, "ly", "1"),
    ("square kilometer|square kilometers|square kilometre|square kilometres|sq km|km 2", Kind.AREA, "km²", "1"),
    ("square meter|square meters|square metre|square metres|sq m|sqm|m 2", Kind.AREA, "m²", "1"),
    ("square mile|square miles|sq mi|sq miles", Kind.AREA, "mi²", "1"),
    ("square foot|square feet|sq ft", Kind.AREA, "ft²", "1"), ("hectare|hectares", Kind.AREA, "ha", "1"),
    ("acre|acres", Kind.AREA, "acre", "1"),
    ("liter|liters|litre|litres", Kind.VOLUME, "l", "1"),
    ("milliliter|milliliters|millilitre|millilitres|mls", Kind.VOLUME, "ml", "1"),
    ("centiliter|centiliters|centilitre|centilitres", Kind.VOLUME, "cl", "1"),
    ("hectoliter|hectoliters|hectolitre|hectolitres", Kind.VOLUME, "hl", "1"),
    ("cubic foot|cubic feet", Kind.VOLUME, "ft³", "1"),
    ("cubic meter|cubic meters|cubic metre|cubic metres|m 3", Kind.VOLUME, "m³", "1"),
    ("gallon|gallons|gal|gals", Kind.VOLUME, "gal", "1"), ("pint|pints", Kind.VOLUME, "pt", "1"),
    ("barrel|barrels", Kind.VOLUME, "bbl", "1"),
    ("barrels per day|barrels a day|barrels daily|bpd", Kind.MEASURE, "bbl/d", "1"),
    ("teaspoon|teaspoons|tsp", Kind.VOLUME, "tsp", "1"), ("tablespoon|tablespoons|tbsp", Kind.VOLUME, "tbsp", "1"),
    ("cup|cups", Kind.VOLUME, "cup", "1"),
    ("kilogram|kilograms|kilogramme|kilogrammes|kilo|kilos|kgs", Kind.MASS, "kg", "1"),
    ("gram|grams|gramme|grammes", Kind.MASS, "g", "1"),
    ("milligram|milligrams|milligramme|milligrammes", Kind.MASS, "mg", "1"),
    ("microgram|micrograms|microgramme|microgrammes|mcg", Kind.MASS, "µg", "1"),
    ("ton|tons|tonne|tonnes|metric ton|metric tons", Kind.MASS, "t", "1"), ("ounce|ounces", Kind.MASS, "oz", "1"),
    ("stone|stones", Kind.MASS, "st", "1"),
    ("megatonne|megatonnes|megaton|megatons", Kind.MASS, "t", "1000000"),
    ("kilometers per hour|kilometres per hour|kilometers an hour|kilometres an hour|km h|km / h|km / hr|km per hour|km an hour", Kind.SPEED, "km/h", "1"),
    ("meters per second|metres per second|m / s", Kind.SPEED, "m/s", "1"),
    ("miles per hour|miles an hour", Kind.SPEED, "mph", "1"), ("knots", Kind.SPEED, "kn", "1"),
    ("degrees celsius|degree celsius|° celsius|° c|celsius|degrees c|degrees centigrade|centigrade", Kind.TEMPERATURE, "°C", "1"),
    ("degrees fahrenheit|degree fahrenheit|° fahrenheit|° f|fahrenheit|degrees f", Kind.TEMPERATURE, "°F", "1"),
    ("kelvin|degrees kelvin|° k|° kelvin", Kind.TEMPERATURE, "K", "1"),
    ("degree|degrees|deg", Kind.TEMPERATURE, "°", "1"),
    ("kilowatt hour|kilowatt hours|kilowatthours", Kind.ENERGY, "kWh", "1"),
    ("megawatt hour|megawatt hours", Kind.ENERGY, "MWh", "1"),
    ("gigawatt hour|gigawatt hours", Kind.ENERGY, "GWh", "1"),
    ("terawatt hour|terawatt hours", Kind.ENERGY, "TWh", "1"),
    ("calorie|calories|kilocalories", Kind.ENERGY, "kcal", "1"),
    ("watt|watts", Kind.POWER, "W", "1"), ("kilowatt|kilowatts", Kind.POWER, "kW", "1"),
    ("megawatt|megawatts", Kind.POWER, "MW", "1"), ("gigawatt|gigawatts", Kind.POWER, "GW", "1"),
    ("terawatt|terawatts", Kind.POWER, "TW", "1"), ("horsepower", Kind.POWER, "hp", "1"),
    ("byte|bytes", Kind.DATA, "B", "1"), ("bit|bits", Kind.DATA, "bit", "1"),
    ("kilobyte|kilobytes", Kind.DATA, "kB", "1"), ("megabyte|megabytes", Kind.DATA, "MB", "1"),
    ("gigabyte|gigabytes", Kind.DATA, "GB", "1"), ("terabyte|terabytes", Kind.DATA, "TB", "1"),
    ("hertz", Kind.MEASURE, "Hz", "1"), ("megahertz", Kind.MEASURE, "MHz", "1"),
    ("gigahertz", Kind.MEASURE, "GHz", "1"), ("volt|volts", Kind.MEASURE, "V", "1"),
    ("decibel|decibels", Kind.MEASURE, "dB", "1"), ("megapixel|megapixels", Kind.MEASURE, "MP", "1"),
)  # fmt: skip


def unit_words() -> dict[str, Unit]:
    """The unit words and phrases, with those of the currencies."""
    table = currencies.units("en")
    for words, kind, code, factor in UNIT_ROWS:
        for word in words.split("|"):
            table[word] = Unit(kind, code, D(factor))
    return table
