"""Writes a figure in English, and as a row for JSON.

`english` renders what was parsed, never the surface: what a reader of English sees has gone through the value. What it
writes is read back by ``find(…, "en")`` as the same value; a property test holds this. One function a group of kinds;
the table `_RENDER` joins them.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Final

from summarizer.data import Figure, Kind, Qualifier
from summarizer.figures.locale import wordset

_WORDS: Final = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_ORDINALS: Final = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth",
)  # fmt: skip
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SCALES: Final = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_SIGNS: Final = {
    "USD": "US$", "EUR": "€", "GBP": "£", "JPY": "¥", "CAD": "C$", "AUD": "A$", "HKD": "HK$", "NZD": "NZ$",
    "INR": "₹", "KRW": "₩", "ILS": "₪",
}  # fmt: skip
_QUALIFIERS: Final = {
    Qualifier.ABOUT: "about ", Qualifier.NEARLY: "nearly ", Qualifier.JUST_OVER: "just over ",
    Qualifier.AT_MOST: "up to ",
    Qualifier.AT_LEAST: "at least ", Qualifier.MORE_THAN: "more than ", Qualifier.LESS_THAN: "less than ",
    Qualifier.FURTHER: "another ",
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
_ROUNDS: Final = {
    "1/16 final": "round of 32", "1/8 final": "round of 16", "1/4 final": "quarter-final", "1/2 final": "semi-final",
}  # fmt: skip
_VAGUE: Final = (
    (24, "dozens"), (200, "hundreds"), (2000, "thousands"), (20_000, "tens of thousands"),
    (200_000, "hundreds of thousands"),
    (10**6, "millions"), (10**9, "billions"), (10**12, "trillions"),
)  # fmt: skip


def english(figure: Figure) -> str:
    """The figure in English, with its hedge: "up to 37", "US$1.1 billion", "6 November", "10 to 15 percent".

    The counted noun is not part of it. Designations are given as they are.
    """
    return _QUALIFIERS.get(figure.qualifier, "") + _RENDER.get(figure.kind, _measure)(figure)


def number(value: Decimal) -> str:
    """A number in English: 12,400; 1.1 billion; 0.3333 at most to four decimals unless more are given exactly."""
    negative, size = value < 0, abs(value)
    sign = "minus " if negative else ""
    for scale, word in _SCALES:
        if size >= scale:
            part = size / scale
            if part < 1000 and part == part.quantize(Decimal("0.001")):
                return f"{sign}{_grouped(part)} {word}"
            break
    return sign + _grouped(size)


def _grouped(value: Decimal) -> str:
    value = value.normalize()
    if value.as_tuple().exponent.__class__ is int and -value.as_tuple().exponent > 12:  # type: ignore[operator]
        value = round(value, 4).normalize()
    return f"{value:,f}"


def _spelled(figure: Figure, value: Decimal) -> str:
    """Small numbers stay words where the source writes words."""
    if figure.surface[:1].isalpha() and value == value.to_integral_value() and 0 <= value <= 12:
        return _WORDS[int(value)]
    return number(value)


def _ends(figure: Figure) -> tuple[Decimal, Decimal] | None:
    if isinstance(figure.low, Decimal) and isinstance(figure.high, Decimal) and figure.value is None:
        return figure.low, figure.high
    return None


def _count(figure: Figure) -> str:
    ends = _ends(figure)
    if ends is not None:
        return f"{number(ends[0])} to {number(ends[1])}"
    return _spelled(figure, figure.value) if isinstance(figure.value, Decimal) else figure.surface


def _money(figure: Figure) -> str:
    ends = _ends(figure)
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


def _suffixed(word: str, plural: str | None = None) -> Callable[[Figure], str]:
    def render(figure: Figure) -> str:
        one = figure.value == 1
        return f"{_count_digits(figure)} {word if one or plural is None else plural}"

    return render


def _count_digits(figure: Figure) -> str:
    ends = _ends(figure)
    if ends is not None:
        return f"{number(ends[0])} to {number(ends[1])}"
    return number(figure.value) if isinstance(figure.value, Decimal) else figure.surface


def _measure(figure: Figure) -> str:
    one, many = _UNIT_WORDS.get(figure.unit or "", (figure.unit or "", figure.unit or ""))
    return f"{_count_digits(figure)} {one if figure.value == 1 else many}".rstrip()


def _duration(figure: Figure) -> str:
    ending = "" if figure.value == 1 else "s"
    amount = _count(figure) if figure.value != 1 else "one"
    return f"{amount} {figure.unit}{ending}"


def _age(figure: Figure) -> str:
    ending = "" if figure.value == 1 else "s"
    return f"{_count_digits(figure)} {figure.unit or 'year'}{ending} old"


def date(value: str) -> str:
    """An ISO date with open parts in English: 6 November 2025, November 2025, 6 November, Monday, the 6th."""
    if value.startswith("XXXX-W"):
        return _WEEKDAYS[int(value[-1]) - 1]
    parts = value.split("-")
    year = parts[0] if "X" not in parts[0] else ""
    month = _MONTHS[int(parts[1]) - 1] if len(parts) > 1 and parts[1].isdigit() else ""
    day = str(int(parts[2])) if len(parts) > 2 and parts[2].isdigit() else ""
    if day and not month:
        return f"the {_nth(int(day))}"
    return " ".join(part for part in (day, month, year) if part)


def _date(figure: Figure) -> str:
    if isinstance(figure.low, str) and isinstance(figure.high, str):
        low, high = figure.low, figure.high
        if low[:8] == high[:8] and low[8:]:
            return f"{int(low[8:])}–{date(high)}"
        return f"{date(low)} to {date(high)}"
    return (isinstance(figure.value, str) and date(figure.value)) or figure.surface


def _nth(value: int) -> str:
    if value % 100 in (11, 12, 13):
        return f"{value:,}th"
    return f"{value:,}" + {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def _ordinal_word(value: int) -> str:
    return _ORDINALS[value] if 0 < value <= 12 else _nth(value)


def _ordinal(figure: Figure) -> str:
    if not isinstance(figure.value, Decimal):
        return figure.surface
    value = int(figure.value)
    return f"{_ordinal_word(-value)}-last" if value < -1 else _ordinal_word(value) if value > 0 else "last"


def _year_range(figure: Figure) -> str:
    return f"{figure.low}–{figure.high}"


def _decade(figure: Figure) -> str:
    return f"the {str(figure.value)[:3]}0s"


def _century(figure: Figure) -> str:
    return f"the {_nth(int(str(figure.value)[:2]) + 1)} century"


def _part_of_year(figure: Figure) -> str:
    value = str(figure.value)
    year, _, part = value.partition("-") if "-" in value else ("", "", value)
    rest = "" if not year or "X" in year else f" of {year}"
    if part[0] == "W":
        return f"week {int(part[1:])}{rest}"
    return f"the {_ordinal_word(int(part[1:]))} {'quarter' if part[0] == 'Q' else 'half'}{rest or ' of the year'}"


def _clock(value: str) -> str:
    hour, minute, *second = (int(part) for part in value.split(":"))
    if second:
        return value
    if minute == 0 and hour in (0, 12):
        return "noon" if hour else "midnight"
    half = "a.m." if hour < 12 else "p.m."
    return f"{(hour - 1) % 12 + 1}{f':{minute:02}' if minute else ''} {half}"


def _time(figure: Figure) -> str:
    if isinstance(figure.low, str) and isinstance(figure.high, str):
        return f"{_clock(figure.low)} to {_clock(figure.high)}"
    return _clock(figure.value) if isinstance(figure.value, str) else figure.surface


def _fraction(figure: Figure) -> str:
    if not isinstance(figure.value, Decimal):
        return _count(figure)
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
    one, many = _SHARES.get(below, (_ORDINALS[below], f"{_ORDINALS[below]}s"))
    if above == 1:
        return "half" if below == 2 else f"one {one}" if below != 4 else "a quarter"
    return f"{_WORDS[above]} {many}"


def _ratio(figure: Figure) -> str:
    ends = (figure.low, figure.high)
    if isinstance(ends[0], Decimal) and isinstance(ends[1], Decimal):
        return f"{_grouped(ends[0])}:{_grouped(ends[1])}"
    return figure.surface


def _multiple(figure: Figure) -> str:
    if figure.value == 2:
        return "twice"
    if figure.value == Decimal("0.5"):
        return "halved"
    return f"{_count_digits(figure)} times"


def _vague(figure: Figure) -> str:
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


def _designation(figure: Figure) -> str:
    value = str(figure.value)
    if value in _ROUNDS:
        return _ROUNDS[value]
    label, _, rest = value.partition(" ")
    if label == "rank" and rest.isdigit():
        return f"{_ordinal_word(int(rest))} place"
    return value[0].upper() + value[1:] if label in _LABELS else value


_LABELS: Final = wordset("article chapter page version resolution windows formula flight apollo room platform line no.")
_RENDER: Final[dict[Kind, Callable[[Figure], str]]] = {
    Kind.NUMBER: _count,
    Kind.COUNT: _count,
    Kind.MONEY: _money,
    Kind.PERCENT: _suffixed("percent"),
    Kind.PERMILLE: _suffixed("per mille"),
    Kind.PERCENTAGE_POINT: _suffixed("percentage point", "percentage points"),
    Kind.BASIS_POINT: _suffixed("basis point", "basis points"),
    Kind.DATE: _date,
    Kind.YEAR: lambda figure: str(figure.value),
    Kind.YEAR_RANGE: _year_range,
    Kind.DECADE: _decade,
    Kind.CENTURY: _century,
    Kind.QUARTER: _part_of_year,
    Kind.HALF_YEAR: _part_of_year,
    Kind.WEEK: _part_of_year,
    Kind.TIME: _time,
    Kind.DURATION: _duration,
    Kind.AGE: _age,
    Kind.ORDINAL: _ordinal,
    Kind.FRACTION: _fraction,
    Kind.RATIO: _ratio,
    Kind.MULTIPLE: _multiple,
    Kind.VAGUE: _vague,
    Kind.DESIGNATION: _designation,
}


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
