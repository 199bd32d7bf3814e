# ruff: noqa: E501 - tables, one group of words a row
"""English: number words, units, months, qualifiers, and the few compounds that one word makes.

English writes numbers as several words, so most of the work is done by the grammar in `numbers`; `classify` says
what each word brings. "second", "may", "march" and "one" are words first: the readers decide by what stands beside them.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Final

from summarizer.data import Kind, Qualifier
from summarizer.figures import numerals
from summarizer.figures.feasts import Feast
from summarizer.figures.lexeme import Lexeme, Role, Whole
from summarizer.figures.locale import Locale, Unit, by_first_word, wordset
from summarizer.figures.locales import currencies, shared

D = Decimal

_CARDINALS: Final = {
    "zero": 0, "nought": 0, "naught": 0, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES: Final = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "quadrillion": 10**15,
    "quintillion": 10**18,
    "thousands": 1000, "millions": 10**6, "billions": 10**9, "trillions": 10**12, "hundreds": 100,
    "lakh": 10**5, "lakhs": 10**5, "lac": 10**5, "lkh": 10**5, "crore": 10**7, "crores": 10**7, "cr": 10**7,
    "koti": 10**7, "krores": 10**7,
}  # fmt: skip
_ABBREVIATED: Final = {
    "bn": 10**9,
    "mn": 10**6,
    "tn": 10**12,
    "bln": 10**9,
    "mln": 10**6,
    "tln": 10**12,
    "mil": 10**6,
    "mio": 10**6,
    "trn": 10**12,
}
_ORDINALS: Final = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "nineth": 9, "tenth": 10,
    "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100, "thousandth": 1000, "millionth": 10**6,
    "billionth": 10**9,
    "trillionth": 10**12,
}  # fmt: skip
_TENS: Final = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_HINT: Final = re.compile(r"(?:fold|th|ths|rd|nd|st|ly|ies|some|million|billion|trillion)$")
_FOLD: Final = re.compile(r"(?P<stem>[a-z]+)fold")
_VAGUE: Final = {"dozens": (24, 99), "scores": (40, 99), "hundreds": (200, 999), "thousands": (2000, 9999), "millions": (2 * 10**6, 10**9 - 1), "billions": (2 * 10**9, 10**12 - 1), "trillions": (2 * 10**12, 10**15 - 1)}  # fmt: skip
_MULTI: Final = re.compile(r"multi(?P<scale>million|billion|trillion)")
_TEENS_PLURAL: Final = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}


def classify(word: str) -> Lexeme | None:
    """What a word as written can mean for a figure."""
    if word[0].isdecimal():
        return Lexeme(Role.DIGITS, numerals.parse(word, "."))
    low = word.lower()
    if low.endswith(("'s", "’s")):
        low = low[:-2]
    found = _fixed().get(low)
    if found is not None:
        return _by_case(word, low, found)
    if len(word) < 3:
        sign = shared.FRACTION_SIGNS.get(word)
        return None if sign is None else Lexeme(Role.FRACTION, sign)
    if word in shared.CURRENCY_CODES and word not in shared.CODE_WORDS:
        return Lexeme(Role.CURRENCY, None, word)
    if _HINT.search(low):
        return _analyse(low)
    return None


def _by_case(word: str, low: str, found: Lexeme) -> Lexeme | None:
    if (
        found.role is Role.MONTH
        and low in ("may", "march", "mar", "dec", "sep", "jan", "jun", "sun", "august")
        and not word[0].isupper()
    ):
        return Lexeme(Role.MONTH, found.value, "lower")
    return found


def _analyse(low: str) -> Lexeme | None:
    match = _FOLD.fullmatch(low)
    if match is not None and match["stem"] in _CARDINALS:
        return Lexeme(Role.MULTIPLE, D(_CARDINALS[match["stem"]]))
    match = _MULTI.fullmatch(low)
    if match is not None:
        scale = D(SCALES[match["scale"]])
        return Lexeme(Role.VAGUE, scale, Whole(Kind.VAGUE, None, None, scale, scale * 1000 - 1))
    for ten, value in _TENS.items():  # seventythird
        if low.startswith(ten) and low[len(ten) :] in _ORDINALS and _ORDINALS[low[len(ten) :]] < 10:
            return Lexeme(Role.ORDINAL, D(value + _ORDINALS[low[len(ten) :]]), low)
    return None


_MONTHS: Final = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5, "june": 6,
    "jun": 6,
    "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "october": 10, "oct": 10,
    "november": 11, "nov": 11,
    "december": 12, "dec": 12,
}  # fmt: skip
_WEEKDAYS: Final = {"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7}
_MULTIPLES: Final = {
    "twice": 2, "thrice": 3, "once": 1, "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "triple": 3,
    "tripled": 3, "triples": 3, "tripling": 3,
    "quadruple": 4, "quadrupled": 4, "quadrupling": 4, "halved": "0.5", "halving": "0.5", "halve": "0.5",
    "halves": "0.5", "treble": 3, "trebled": 3,
    "quintupled": 5,
}  # fmt: skip
_DENOMINATORS: Final = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
"""Those that are no plural of an ordinal."""


@cache
def _fixed() -> dict[str, Lexeme]:
    """Words that are what they are without analysis."""
    table = {word: Lexeme(Role.CARDINAL, D(value)) for word, value in _CARDINALS.items()}
    for word in ("a", "an", "one"):
        table[word] = Lexeme(Role.ARTICLE, D(1), word)
    table |= {word: Lexeme(Role.SCALE, D(value)) for word, value in SCALES.items()}
    table |= {word: Lexeme(Role.SCALE, D(value), "short") for word, value in _ABBREVIATED.items()}
    for word, (low, high) in _VAGUE.items():
        table[word] = Lexeme(
            Role.VAGUE if word in ("dozens", "scores") else Role.SCALE,
            D(SCALES.get(word, 12)),
            Whole(Kind.VAGUE, None, None, D(low), D(high)),
        )
    table |= {word: Lexeme(Role.ORDINAL, D(value), word) for word, value in _ORDINALS.items()}
    table |= {
        f"{word}ly": Lexeme(Role.FULL, None, Whole(Kind.ORDINAL, D(_ORDINALS[word])))
        for word in ("second", "third", "fourth")
    }
    table |= {f"{word}s": Lexeme(Role.FRACTION, D(1) / value) for word, value in _ORDINALS.items() if value > 2}
    table |= {word: Lexeme(Role.FRACTION, D(1) / value) for word, value in _DENOMINATORS.items()}
    table["half"] = Lexeme(Role.HALF, D("0.5"), "half")
    table["dozen"] = Lexeme(Role.COLLECTIVE, D(12))
    table["pair"] = Lexeme(Role.COLLECTIVE, D(2))
    table["minus"] = table["negative"] = Lexeme(Role.SIGN, D(-1))
    table["plus"] = Lexeme(Role.SIGN, D(1))
    table |= {word: Lexeme(Role.MULTIPLE, D(str(value))) for word, value in _MULTIPLES.items()}
    table |= {word: Lexeme(Role.MONTH, D(value)) for word, value in _MONTHS.items()}
    for day, number in _WEEKDAYS.items():
        table[day] = table[f"{day}s"] = Lexeme(Role.WEEKDAY, D(number))
    table["every"] = table["each"] = Lexeme(Role.EVERY)
    table["both"] = Lexeme(Role.BOTH, D(2))
    table |= {sign: Lexeme(Role.CURRENCY, None, code) for sign, code in shared.CURRENCY_SIGNS.items()}
    table["rs"] = Lexeme(Role.CURRENCY, None, "INR")
    table["rm"] = Lexeme(Role.CURRENCY, None, "MYR")
    table |= {word: Lexeme(Role.LABEL, None, label) for word, label in LABELS.items()}
    table["decade"] = Lexeme(Role.SPAN, D(10))
    table["aged"] = table["age"] = table["ages"] = Lexeme(Role.AGED)
    table |= {word: Lexeme(Role.NAME) for word in ("semi", "last", "round")}
    table["world"] = Lexeme(Role.NAME, D(1))
    table |= {
        "q": Lexeme(Role.PERIOD, None, "Q"),
        "h": Lexeme(Role.PERIOD, None, "H"),
        "week": Lexeme(Role.PERIOD, None, "W"),
    }
    table |= {word: Lexeme(Role.CLOCK, None, "12:00") for word in ("noon", "midday", "noonish")}
    table["midnight"] = Lexeme(Role.CLOCK, None, "00:00")
    table |= {word: Lexeme(Role.FULL, None, Whole(Kind.DECADE, f"19{digit}")) for word, digit in _TEENS_PLURAL.items()}
    table["tens"] = Lexeme(Role.VAGUE, D(10), Whole(Kind.VAGUE, None, None, D(20), D(99)))
    table["fortnight"] = Lexeme(Role.FULL, None, Whole(Kind.DURATION, D(2), "week"))
    table["quarterfinal"] = table["quarterfinals"] = Lexeme(Role.FULL, None, Whole(Kind.DESIGNATION, "1/4 final"))
    table["semifinal"] = table["semifinals"] = Lexeme(Role.FULL, None, Whole(Kind.DESIGNATION, "1/2 final"))
    table |= {
        word: Lexeme(Role.HOLIDAY, None, rows) for word, rows in by_first_word(FEASTS).items() if word not in table
    }
    return table


FEASTS: Final = {
    "christmas": Feast(12, 25), "christmas day": Feast(12, 25), "christmas eve": Feast(12, 24),
    "boxing day": Feast(12, 26),
    "new year eve": Feast(12, 31), "new year day": Feast(1, 1), "halloween": Feast(10, 31),
    "all saints day": Feast(11, 1),
    "easter": Feast(easter=0), "easter sunday": Feast(easter=0), "easter monday": Feast(easter=1),
    "good friday": Feast(easter=-2),
    "palm sunday": Feast(easter=-7), "maundy thursday": Feast(easter=-3), "ash wednesday": Feast(easter=-46),
    "pentecost": Feast(easter=49), "whitsun": Feast(easter=49), "whit monday": Feast(easter=50), "corpus christi": Feast(easter=60),
    "ascension day": Feast(easter=39),
    "saint patrick day": Feast(3, 17), "st patrick day": Feast(3, 17),
    "earth day": Feast(4, 22),
    "valentine day": Feast(2, 14), "black friday": Feast(11, -1, weekday=5), "thanksgiving": Feast(11, 4, weekday=4),
    "labor day": Feast(9, 1, weekday=1), "memorial day": Feast(5, -1, weekday=1), "mother day": Feast(5, 2, weekday=7),
    "father day": Feast(6, 3, weekday=7), "martin luther king day": Feast(1, 3, weekday=1),
    "veterans day": Feast(11, 11), "yuandan": Feast(1, 1),
}  # fmt: skip
LABELS: Final = {
    "§": "§", "art": "article", "article": "article", "articles": "article", "no": "no.", "nos": "no.",
    "number": "no.", "numbers": "no.",
    "chapter": "chapter", "page": "page", "pages": "page", "version": "version", "resolution": "resolution",
    "formula": "formula", "tel": "tel.",
    "phone": "tel.", "flight": "flight", "room": "room", "platform": "platform", "section": "§", "paragraph": "para.",
    "para": "para.", "line": "line",
    "phase": "phase", "part": "part", "category": "category", "group": "group", "level": "level",
    "terminal": "terminal", "type": "type",
    "episode": "episode", "hall": "hall", "gate": "gate", "stage": "stage", "rank": "rank", "rounds": "round",
}  # fmt: skip

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
    ("year old|years old|year olds|years of age|yearold|yo|yr old", Kind.AGE, "year", "1"),
    ("month old|months old|months of age", Kind.AGE, "month", "1"),
    ("week old|weeks old|weeks of age", Kind.AGE, "week", "1"), ("day old|days old", Kind.AGE, "day", "1"),
    ("kilometer|kilometers|kilometre|kilometres|kms", Kind.LENGTH, "km", "1"),
    ("meter|meters|metre|metres", Kind.LENGTH, "m", "1"),
    ("centimeter|centimeters|centimetre|centimetres", Kind.LENGTH, "cm", "1"),
    ("millimeter|millimeters|millimetre|millimetres", Kind.LENGTH, "mm", "1"),
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


def _unit_words() -> dict[str, Unit]:
    table = currencies.units("en")
    for words, kind, code, factor in UNIT_ROWS:
        for word in words.split("|"):
            table[word] = Unit(kind, code, D(factor))
    return table


ABOUT, NEARLY, OVER = Qualifier.ABOUT, Qualifier.NEARLY, Qualifier.JUST_OVER
MOST, LEAST, MORE, LESS, FURTHER = (
    Qualifier.AT_MOST, Qualifier.AT_LEAST, Qualifier.MORE_THAN, Qualifier.LESS_THAN, Qualifier.FURTHER
)  # fmt: skip

_EXCEEDING: Final = (
    "exceed", "exceeds", "exceeded", "exceeding", "surpass", "surpasses", "surpassed", "surpassing", "topping",
)  # fmt: skip

LOCALE: Final = Locale(
    language="en",
    decimal_mark=".",
    classify=classify,
    units=_unit_words(),
    symbols={k: v for k, v in shared.SYMBOLS.items() if k not in ("PS", "sm")},
    glued_symbols={**shared.GLUED, "c": Unit(Kind.MONEY, "USD", D("0.01"))},
    scale_symbols={
        "k": D(1000),
        "K": D(1000),
        "M": D(10**6),
        "MM": D(10**6),
        "m": D(10**6),
        "b": D(10**9),
        "B": D(10**9),
        "bn": D(10**9),
        "mn": D(10**6),
        "tn": D(10**12),
        "G": D(10**9),
        "t": D(10**12),
    },
    ands=wordset("and &"),
    decimal_words=wordset("point"),
    range_words=wordset("to through"),
    between=wordset("between"),
    before={
        **{
            w: {"": ABOUT}
            for w in (
                "about",
                "around",
                "roughly",
                "approximately",
                "circa",
                "ca",
                "some",
                "approx",
                "estimated",
                "~",
                "≈",
            )
        },
        **{w: {"": NEARLY} for w in ("nearly", "almost", "barely")},
        **{w: {"": MORE} for w in ("over", "above", ">", *_EXCEEDING)},
        **{w: {"": LESS} for w in ("under", "below", "<")},
        **{w: {"": LEAST} for w in ("≥", "minimum")},
        **{w: {"": MOST} for w in ("≤", "maximum")},
        **{w: {"": FURTHER} for w in ("another", "additional", "further")},
        "just over": {"": OVER},
        "to": {
            "up": MOST,
            "close": NEARLY,
            **{f"{word} than or equal": MOST for word in ("less", "fewer", "lower", "smaller")},
            **{f"{word} than or equal": LEAST for word in ("more", "greater", "higher", "larger")},
        },
        "than": {
            "no more": MOST,
            "not more": MOST,
            "no less": LEAST,
            "no fewer": LEAST,
            "not less": LEAST,
            "more": MORE,
            "less": LESS,
            "fewer": LESS,
            "greater": MORE,
            "higher": MORE,
            "lower": LESS,
            "larger": MORE,
            "longer": MORE,
            **{f"{word} or equal": MOST for word in ("less", "fewer", "lower", "smaller")},
            **{f"{word} or equal": LEAST for word in ("more", "greater", "higher", "larger")},
        },
        "least": {"at": LEAST},
        "quite": {"not": NEARLY},
        "good": {"a": OVER},
        "most": {"at": MOST},
        "under": {"just": NEARLY, "": LESS},
        "over": {"just": OVER, "little": OVER, "": MORE},
        "below": {"just": NEARLY, "": LESS},
        ".": {"approx": ABOUT, "ca": ABOUT},
        "of": {"maximum": MOST, "minimum": LEAST},
    },
    after=dict.fromkeys(("more", "additional", "further", "other", "extra"), FURTHER),
    articles=wordset("a an"),
    or_more={
        "more": LEAST,
        "greater": LEAST,
        "higher": LEAST,
        "above": LEAST,
        "so": ABOUT,
        "less": MOST,
        "fewer": MOST,
        "lower": MOST,
    },
    worth={},
    share_words=wordset("to or and of"),
    noun_stop=wordset(
        "came went took made got told found left gave died fell rose come go take make get live lived work worked remain "
        "became become joined attended voted won lost played scored sat stood kept began started ended agreed sold bought "
        "x the a an of in on at to for and or but by from with as is are was were be been has have had will would can "
        "could should may might than that this these those who which it he she they we i you his her their its our "
        "my per after before during since until while when if not no so about over under into through between "
        "against without within more less additional further other extra only already also there here then now ago "
        "later earlier out up down off said says did do does because"
    ),
    nouns_capitalised=False,
    weekdays=_WEEKDAYS,
    year_words=wordset(
        "year since in of by from until till before after during late early mid circa summer winter spring autumn "
        "fall to and around"
    ),
    days={
        "today": 0,
        "tonight": 0,
        "yesterday": -1,
        "tomorrow": 1,
        "tmrw": 1,
        "day before yesterday": -2,
        "day after tomorrow": 2,
        "next day": 1,
    },
    words={
        "ago": wordset("ago"),
        "ago_before": frozenset(),
        "behind_day": wordset("after from"),
        "before_day": wordset("before"),
        "future": wordset("will shall won't would plan plans going expected due scheduled schedule"),
        "currency_after_m": wordset("euro euros dollars pounds"),
        "clock": wordset("o'clock o’clock oclock"),
        "pm": wordset("pm"),
        "am": wordset("am"),
        "night": wordset("night"),
        "from": wordset("from"),
        "change": wordset(
            "rose rise rises risen rising fell fall falls fallen falling increased increase increases increasing "
            "grew grow grown grows cut cuts raised raise raises raising dropped drop drops lowered lower reduced "
            "reduce reduces declined decline jumped climbed doubled tripled expanded extended up down went go goes "
            "going changed change moved move shrank shrunk slipped slid soared surged improved widened narrowed "
            "slashed boosted upped percent %"
        ),
        "hedge": wordset("about around approximately roughly nearly ~"),
        "one": wordset("one"),
        "or": wordset("or and"),
        "below": wordset("below"),
        "zero": wordset("zero freezing"),
        "range": wordset("range ranges ranged ranging anything anywhere"),
        "adverb": wordset("previously formerly only just even now today currently then later again still already the"),
        "respectively": wordset("respectively each"),
        "zone": wordset("gmt utc est et cet bst local"),
        "out_of": wordset("in out over of"),
        "year": wordset("year years"),
        "decade_before": wordset("the early late mid"),
        "century": wordset("century centuries"),
        "quarter": wordset("quarter"),
        "half_year": frozenset(),
        "decade": frozenset(),
    },
)
