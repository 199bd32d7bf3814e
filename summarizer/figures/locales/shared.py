"""What is written alike in both languages: signs, symbols, codes, and the currency of a country's name."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.data import Kind
from summarizer.figures.locale import Unit, wordset

D = Decimal

FRACTION_SIGNS: Final = {
    "½": D(1) / 2, "⅓": D(1) / 3, "⅔": D(2) / 3, "¼": D(1) / 4, "¾": D(3) / 4, "⅕": D(1) / 5, "⅖": D(2) / 5,
    "⅗": D(3) / 5, "⅘": D(4) / 5, "⅙": D(1) / 6, "⅚": D(5) / 6, "⅐": D(1) / 7, "⅛": D(1) / 8, "⅜": D(3) / 8,
    "⅝": D(5) / 8, "⅞": D(7) / 8, "⅑": D(1) / 9, "⅒": D(1) / 10,
}  # fmt: skip

CURRENCY_SIGNS: Final = {
    "€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₴": "UAH",
    "₸": "KZT", "₾": "GEL", "₼": "AZN", "₿": "XBT", "₪": "ILS", "₫": "VND", "₦": "NGN", "₱": "PHP", "฿": "THB",
    "₭": "LAK", "₡": "CRC", "₲": "PYG", "₵": "GHS", "₮": "MNT", "֏": "AMD", "元": "CNY", "円": "JPY", "௹": "INR",
}  # fmt: skip
"""Bare $ is the US dollar and bare ¥ the yen unless a country stands before it, in both languages alike."""

DOLLAR_PREFIXES: Final = {
    "us": "USD", "c": "CAD", "ca": "CAD", "can": "CAD", "cad": "CAD", "a": "AUD", "au": "AUD", "aud": "AUD",
    "usd": "USD", "hk": "HKD", "nz": "NZD", "s": "SGD", "sg": "SGD", "nt": "TWD", "r": "BRL", "mx": "MXN", "z": "ZWL",
    "j": "JMD", "tt": "TTD", "bz": "BZD", "n": "NAD", "fj": "FJD", "cn": "CNY",
}  # fmt: skip

CURRENCY_CODES: Final = wordset(
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF "
    "CHF CLP CNY COP CRC CUP CVE CZK DEM DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD "
    "HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL "
    "LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR "
    "PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY "
    "TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL XBT BTC FRF ITL ESP ATS NLG "
    "FIM"
)
"""ISO 4217 (with a few withdrawn ones that news of the past names). ALL, TOP, TRY … are read in capitals only."""
CODE_WORDS: Final = wordset("ALL TOP TRY CUP PEN MAD COP AMD GEL BAM SOS MOP")
"""Codes that are words: never read before a number."""

SYMBOLS: Final[dict[str, Unit]] = {
    "%": Unit(Kind.PERCENT, "%"), "‰": Unit(Kind.PERMILLE, "‰"),
    "km": Unit(Kind.LENGTH, "km"), "cm": Unit(Kind.LENGTH, "cm"), "mm": Unit(Kind.LENGTH, "mm"),
    "dm": Unit(Kind.LENGTH, "dm"),
    "m": Unit(Kind.LENGTH, "m"), "μm": Unit(Kind.LENGTH, "µm"), "µm": Unit(Kind.LENGTH, "µm"),
    "nm": Unit(Kind.LENGTH, "nm"),
    "ft": Unit(Kind.LENGTH, "ft"), "yd": Unit(Kind.LENGTH, "yd"), "mi": Unit(Kind.LENGTH, "mi"),
    "sm": Unit(Kind.LENGTH, "nmi"),
    "kms": Unit(Kind.LENGTH, "km"), "Km": Unit(Kind.LENGTH, "km"), "KM": Unit(Kind.LENGTH, "km"),
    "km²": Unit(Kind.AREA, "km²"), "m²": Unit(Kind.AREA, "m²"), "qm": Unit(Kind.AREA, "m²"),
    "qkm": Unit(Kind.AREA, "km²"),
    "cm²": Unit(Kind.AREA, "cm²"), "ha": Unit(Kind.AREA, "ha"), "sq ft": Unit(Kind.AREA, "ft²"),
    "m³": Unit(Kind.VOLUME, "m³"), "cm³": Unit(Kind.VOLUME, "cm³"), "km³": Unit(Kind.VOLUME, "km³"),
    "ccm": Unit(Kind.VOLUME, "cm³"),
    "l": Unit(Kind.VOLUME, "l"), "L": Unit(Kind.VOLUME, "l"), "ml": Unit(Kind.VOLUME, "ml"),
    "mL": Unit(Kind.VOLUME, "ml"),
    "cl": Unit(Kind.VOLUME, "cl"), "dl": Unit(Kind.VOLUME, "dl"), "hl": Unit(Kind.VOLUME, "hl"),
    "mls": Unit(Kind.VOLUME, "ml"),
    "kg": Unit(Kind.MASS, "kg"), "mg": Unit(Kind.MASS, "mg"), "µg": Unit(Kind.MASS, "µg"), "μg": Unit(Kind.MASS, "µg"),
    "g": Unit(Kind.MASS, "g"), "t": Unit(Kind.MASS, "t"), "kt": Unit(Kind.MASS, "t", D(1000)),
    "Mt": Unit(Kind.MASS, "t", D(10**6)),
    "lb": Unit(Kind.MASS, "lb"), "lbs": Unit(Kind.MASS, "lb"), "oz": Unit(Kind.MASS, "oz"), "Kg": Unit(Kind.MASS, "kg"),
    "kph": Unit(Kind.SPEED, "km/h"), "kmph": Unit(Kind.SPEED, "km/h"), "kmh": Unit(Kind.SPEED, "km/h"),
    "mph": Unit(Kind.SPEED, "mph"),
    "kn": Unit(Kind.SPEED, "kn"), "W": Unit(Kind.POWER, "W"), "kW": Unit(Kind.POWER, "kW"),
    "kw": Unit(Kind.POWER, "kW"), "KW": Unit(Kind.POWER, "kW"),
    "MW": Unit(Kind.POWER, "MW"),
    "GW": Unit(Kind.POWER, "GW"), "TW": Unit(Kind.POWER, "TW"), "PS": Unit(Kind.POWER, "hp"),
    "hp": Unit(Kind.POWER, "hp"),
    "kWh": Unit(Kind.ENERGY, "kWh"), "MWh": Unit(Kind.ENERGY, "MWh"), "GWh": Unit(Kind.ENERGY, "GWh"),
    "TWh": Unit(Kind.ENERGY, "TWh"),
    "Wh": Unit(Kind.ENERGY, "Wh"), "kcal": Unit(Kind.ENERGY, "kcal"), "kJ": Unit(Kind.ENERGY, "kJ"),
    "MJ": Unit(Kind.ENERGY, "MJ"),
    "kB": Unit(Kind.DATA, "kB"), "KB": Unit(Kind.DATA, "kB"), "MB": Unit(Kind.DATA, "MB"), "GB": Unit(Kind.DATA, "GB"),
    "TB": Unit(Kind.DATA, "TB"), "PB": Unit(Kind.DATA, "PB"), "Mbit": Unit(Kind.DATA, "Mbit"),
    "Gbit": Unit(Kind.DATA, "Gbit"),
    "GHz": Unit(Kind.MEASURE, "GHz"), "MHz": Unit(Kind.MEASURE, "MHz"), "kHz": Unit(Kind.MEASURE, "kHz"),
    "Hz": Unit(Kind.MEASURE, "Hz"),
    "dB": Unit(Kind.MEASURE, "dB"), "hPa": Unit(Kind.MEASURE, "hPa"), "kV": Unit(Kind.MEASURE, "kV"),
    "mAh": Unit(Kind.MEASURE, "mAh"),
    "ppm": Unit(Kind.MEASURE, "ppm"), "rad": Unit(Kind.MEASURE, "rad"), "bbl": Unit(Kind.VOLUME, "bbl"),
    "°": Unit(Kind.TEMPERATURE, "°"), "º": Unit(Kind.TEMPERATURE, "°"), "ºC": Unit(Kind.TEMPERATURE, "°C"),
    "ºF": Unit(Kind.TEMPERATURE, "°F"), "℃": Unit(Kind.TEMPERATURE, "°C"), "℉": Unit(Kind.TEMPERATURE, "°F"),
    "h": Unit(Kind.DURATION, "hour"), "min": Unit(Kind.DURATION, "minute"),
    "ms": Unit(Kind.DURATION, "second", D("0.001")),
    "bp": Unit(Kind.BASIS_POINT, "bp"), "bps": Unit(Kind.BASIS_POINT, "bp"), "bbl/d": Unit(Kind.MEASURE, "bbl/d"),
}  # fmt: skip

GLUED: Final[dict[str, Unit]] = {
    "s": Unit(Kind.DURATION, "second"), "C": Unit(Kind.TEMPERATURE, "°C"), "F": Unit(Kind.TEMPERATURE, "°F"),
    "f": Unit(Kind.TEMPERATURE, "°F"), "c": Unit(Kind.TEMPERATURE, "°C"), "V": Unit(Kind.MEASURE, "V"),
}  # fmt: skip
"""One-letter symbols that are read only directly behind the number."""

DOUBLE_ROUNDS: Final = {"achtel": "1/8 final", "viertel": "1/4 final", "halb": "1/2 final", "sechzehntel": "1/16 final"}
