# ruff: noqa: E501 - tables, one group of words a row
"""German unit words, a row a unit: ``words | kind | code | what one is worth in that code``."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.data import Kind
from summarizer.figures.locale import Unit
from summarizer.figures.locales import currencies

D = Decimal


def unit_words() -> dict[str, Unit]:
    """The unit words and phrases, with those of the currencies."""
    table = currencies.units("de")
    for words, kind, code, factor in UNIT_ROWS:
        for word in words.split("|"):
            table[word] = Unit(kind, code, D(factor))
    return table


UNIT_ROWS: Final[tuple[tuple[str, Kind, str | None, str], ...]] = (
    ("prozent|prozents|prozente|prozenten|vom hundert|v h|pct|proz|%ige|%iger|%igen|%iges|%igem|prozentig|prozentige|prozentigen|prozentiger|prozentiges|prozentigem|% ige|% iger|% igen|% iges|% ig", Kind.PERCENT, "%", "1"),
    ("promille|vom tausend", Kind.PERMILLE, "‰", "1"),
    ("prozentpunkt|prozentpunkte|prozentpunkten|prozentpunkts|% punkte|prozent punkte", Kind.PERCENTAGE_POINT, "pp", "1"),
    ("basispunkt|basispunkte|basispunkten|basispunkts", Kind.BASIS_POINT, "bp", "1"),
    ("jahr|jahre|jahren|jahrs|jahres", Kind.DURATION, "year", "1"),
    ("jahrzehnt|jahrzehnte|jahrzehnten|jahrzehnts", Kind.DURATION, "year", "10"),
    ("jahrhundert|jahrhunderte|jahrhunderten", Kind.DURATION, "year", "100"),
    ("jahrtausend|jahrtausende|jahrtausenden", Kind.DURATION, "year", "1000"),
    ("halbjahr|halbjahre|halbjahren", Kind.DURATION, "month", "6"),
    ("quartal|quartale|quartalen", Kind.DURATION, "month", "3"),
    ("monat|monate|monaten|monats", Kind.DURATION, "month", "1"),
    ("woche|wochen", Kind.DURATION, "week", "1"),
    ("tag|tage|tagen|tages|tg", Kind.DURATION, "day", "1"),
    ("stunde|stunden|std|stdn", Kind.DURATION, "hour", "1"),
    ("viertelstunde|viertelstunden", Kind.DURATION, "hour", "0.25"),
    ("minute|minuten", Kind.DURATION, "minute", "1"),
    ("sekunde|sekunden|sek", Kind.DURATION, "second", "1"),
    ("zehntelsekunde|zehntelsekunden", Kind.DURATION, "second", "0.1"),
    ("hundertstelsekunde|hundertstelsekunden", Kind.DURATION, "second", "0.01"),
    ("tausendstelsekunde|tausendstelsekunden|millisekunde|millisekunden", Kind.DURATION, "second", "0.001"),
    ("jahre alt|jahre alte|jahre alten|jahre alter|jahre altes|jahre altem|jahren alt|jahr alt|jahr alte|jahr alter|jahr altes|jahr alten|jährig|jährige|jährigen|jähriger|jähriges|jährigem|jährigs", Kind.AGE, "year", "1"),
    ("monate alt|monate alte|monate alten|monate alter|monate altes|monat alt|monat alte|monat altes", Kind.AGE, "month", "1"),
    ("wochen alt|wochen alte|wochen alten|wochen alter|wochen altes", Kind.AGE, "week", "1"),
    ("tage alt|tage alte|tage alten|tage alter|tage altes", Kind.AGE, "day", "1"),
    ("tägig|tägige|tägigen|tägiger|tägiges|tägigem", Kind.DURATION, "day", "1"),
    ("wöchig|wöchige|wöchigen|wöchiger|wöchiges|wöchigem", Kind.DURATION, "week", "1"),
    ("monatig|monatige|monatigen|monatiger|monatiges|monatigem", Kind.DURATION, "month", "1"),
    ("stündig|stündige|stündigen|stündiger|stündiges|stündigem", Kind.DURATION, "hour", "1"),
    ("minütig|minütige|minütigen|minütiger|minütiges|minütigem", Kind.DURATION, "minute", "1"),
    ("sekündig|sekündige|sekündigen|sekündiger|sekündiges|sekündigem", Kind.DURATION, "second", "1"),
    ("kilometer|kilometern|kilometers", Kind.LENGTH, "km", "1"),
    ("meter|metern|meters|höhenmeter|höhenmetern", Kind.LENGTH, "m", "1"),
    ("zentimeter|zentimetern", Kind.LENGTH, "cm", "1"), ("millimeter|millimetern", Kind.LENGTH, "mm", "1"),
    ("nanometer|nanometern", Kind.LENGTH, "nm", "1"), ("mikrometer|mikrometern", Kind.LENGTH, "µm", "1"),
    ("meile|meilen", Kind.LENGTH, "mi", "1"), ("seemeile|seemeilen", Kind.LENGTH, "nmi", "1"),
    ("fuß|fuss", Kind.LENGTH, "ft", "1"), ("yard|yards", Kind.LENGTH, "yd", "1"), ("zoll", Kind.LENGTH, "in", "1"),
    ("lichtjahr|lichtjahre|lichtjahren", Kind.LENGTH, "ly", "1"),
    ("quadratkilometer|quadratkilometern", Kind.AREA, "km²", "1"),
    ("quadratmeter|quadratmetern|m 2", Kind.AREA, "m²", "1"),
    ("quadratmeile|quadratmeilen", Kind.AREA, "mi²", "1"), ("quadratfuß", Kind.AREA, "ft²", "1"),
    ("km 2", Kind.AREA, "km²", "1"),
    ("hektar|hektaren|ar", Kind.AREA, "ha", "1"), ("morgen", Kind.AREA, "Morgen", "1"),
    ("liter|litern|liters", Kind.VOLUME, "l", "1"), ("milliliter|millilitern", Kind.VOLUME, "ml", "1"),
    ("hektoliter|hektolitern", Kind.VOLUME, "hl", "1"), ("zentiliter|zentilitern", Kind.VOLUME, "cl", "1"),
    ("kubikmeter|kubikmetern|m 3", Kind.VOLUME, "m³", "1"), ("kubikkilometer", Kind.VOLUME, "km³", "1"),
    ("gallone|gallonen", Kind.VOLUME, "gal", "1"),
    ("barrel|barrels|fass", Kind.VOLUME, "bbl", "1"),
    ("barrel pro tag|barrel am tag|barrel täglich", Kind.MEASURE, "bbl/d", "1"),
    ("teelöffel|teelöffeln", Kind.VOLUME, "tsp", "1"), ("esslöffel|esslöffeln", Kind.VOLUME, "tbsp", "1"),
    ("kilogramm|kilo|kilos", Kind.MASS, "kg", "1"), ("gramm", Kind.MASS, "g", "1"),
    ("milligramm", Kind.MASS, "mg", "1"), ("mikrogramm", Kind.MASS, "µg", "1"),
    ("tonne|tonnen", Kind.MASS, "t", "1"), ("unze|unzen|feinunze|feinunzen", Kind.MASS, "oz", "1"),
    ("zentner", Kind.MASS, "kg", "50"),
    ("megatonne|megatonnen", Kind.MASS, "t", "1000000"), ("kilotonne|kilotonnen", Kind.MASS, "t", "1000"),
    ("kilometer pro stunde|kilometern pro stunde|stundenkilometer|stundenkilometern|km h|km / h", Kind.SPEED, "km/h", "1"),
    ("meter pro sekunde|metern pro sekunde|m / s", Kind.SPEED, "m/s", "1"),
    ("meilen pro stunde|mph", Kind.SPEED, "mph", "1"), ("knoten", Kind.SPEED, "kn", "1"),
    ("grad celsius|° celsius|° c|celsius|grad c", Kind.TEMPERATURE, "°C", "1"),
    ("grad fahrenheit|° fahrenheit|° f|fahrenheit", Kind.TEMPERATURE, "°F", "1"),
    ("kelvin|° k", Kind.TEMPERATURE, "K", "1"), ("grad", Kind.TEMPERATURE, "°", "1"),
    ("kilowattstunde|kilowattstunden", Kind.ENERGY, "kWh", "1"),
    ("megawattstunde|megawattstunden", Kind.ENERGY, "MWh", "1"),
    ("gigawattstunde|gigawattstunden", Kind.ENERGY, "GWh", "1"),
    ("terawattstunde|terawattstunden", Kind.ENERGY, "TWh", "1"), ("kalorien|kilokalorien", Kind.ENERGY, "kcal", "1"),
    ("watt", Kind.POWER, "W", "1"), ("kilowatt", Kind.POWER, "kW", "1"), ("megawatt", Kind.POWER, "MW", "1"),
    ("gigawatt", Kind.POWER, "GW", "1"), ("terawatt", Kind.POWER, "TW", "1"),
    ("byte|bytes", Kind.DATA, "B", "1"), ("bit|bits", Kind.DATA, "bit", "1"), ("kilobyte", Kind.DATA, "kB", "1"),
    ("megabyte", Kind.DATA, "MB", "1"),
    ("gigabyte", Kind.DATA, "GB", "1"), ("terabyte", Kind.DATA, "TB", "1"),
    ("hertz", Kind.MEASURE, "Hz", "1"), ("megahertz", Kind.MEASURE, "MHz", "1"),
    ("gigahertz", Kind.MEASURE, "GHz", "1"),
    ("volt", Kind.MEASURE, "V", "1"), ("dezibel", Kind.MEASURE, "dB", "1"), ("megapixel", Kind.MEASURE, "MP", "1"),
    ("turn", Kind.MEASURE, "turn", "1"),
)  # fmt: skip
