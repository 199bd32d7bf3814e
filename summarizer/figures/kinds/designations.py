"""Names that hold digits: 787-9, 737 MAX, A380, C5+1, Covid-19, 16+1. Never a quantity.

The value is a form that can be compared across the languages: as written, without spaces inside (``B27`` for "B 27"),
and for the rounds of a cup ``1/8 final``. Labelled numbers (Artikel 14, Nr. 5) are in references.py.
"""

from __future__ import annotations

from typing import Final

from summarizer.data import Kind
from summarizer.figures.aircraft import FAMILIES, is_type
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens
from summarizer.figures.units import unit_at

_HYPHENS: Final = frozenset("-‐‑")
_FARE_NAMES: Final = wordset("ticket tickets job jobs shop laden frage münze schein")
_STREET: Final = ("straße", "strasse", "allee", "gasse", "chaussee", "damm", "ufer", "weg", "platz")
_STREETS_EN: Final = wordset("street avenue road lane boulevard drive")
_CLUBS: Final = wordset("schalke hannover mainz bayer darmstadt leverkusen heidenheim tsv fsv sv")
_MAKERS: Final = wordset("boeing airbus antonow iljuschin embraer tupolew bombardier cessna")
_SERIES: Final = wordset(
    "audi porsche peugeot iphone galaxy pixel windows playstation xbox voyager apollo sojus soyuz vega dax mdax tecdax "
    "stoxx ftse nasdaq nikkei cac radio opus bundesstraße autobahn landstraße kreisstraße route highway interstate gsg "
    "fortune leopard challenger golf ariane patriot"
)
_CROSSES: Final = frozenset("x×")
_ROADS: Final = frozenset("ABLKM")
_MODEL_TAIL: Final = wordset("MAX NEO neo ceo")
_ORDINAL_ENDINGS: Final = wordset(
    "st nd rd th s er ern erjahre erjahren ter te ten mal fach ste sten ster fache ig ige iger x e am pm a p uhr h"
)
_KEEP: Final = frozenset({Role.SCALE, Role.CURRENCY, Role.FRACTION, Role.MONTH})
_JOINED_UNITS: Final = wordset("h e km m cm mm ft")
_GENERATIONS: Final = "GDK"
_PREFIXES: Final = wordset("top under over mid post pre plus non sub super vor nach um ab bis über unter ca")
_POINTED: Final = frozenset({"ID", "i", "EQ"})
"""Series whose number stands behind a point."""
_TRAINS: Final = frozenset({"ICE", "IC", "EC", "TGV", "RJ", "LH", "AUA"})
_MAX_TAIL: Final = 12
_CLASS: Final = 3
_MAX_LETTERS: Final = 4
_POSTCODE: Final = 5
_CITIES: Final = wordset(
    "berlin hamburg münchen köln frankfurt stuttgart düsseldorf leipzig dortmund essen bremen dresden hannover "
    "nürnberg duisburg bonn wien münster mannheim karlsruhe augsburg wiesbaden kiel mainz potsdam erfurt rostock kassel"
)


def read_digits(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """Digits that are part of a name."""
    token, word = t.at[i], t.at[i].word
    if i and not t.at[i - 1].spaced:
        found = _glued(t, i)
        if found is not None:
            return found
    found = _named(t, i, loc)
    if found is not None:
        return found
    if word[0] == "0" and len(word) > 1 and word.isdecimal():
        return _leading_zero(t, i)
    if not token.spaced:
        found = _runs_on(t, i, loc)
        if found is not None:
            return found
    if is_type(t, i, loc):
        return name(t, i, i + 2 if t.at[i + 1].word in _MODEL_TAIL else i + 1)
    if token.lexeme is not None and token.lexeme.value is None:
        return name(t, i, i + 1)
    if len(word) == _POSTCODE and loc.language == "de" and word.isdecimal() and t.at[i + 1].low in _CITIES:
        return name(t, i, i + 1)
    return None


def name(t: Tokens, first: int, stop: int) -> Reading:
    """The designation from token ``first`` to before ``stop``."""
    text = t.text[t.starts[first] : t.end(stop - 1)]
    value = text.replace(" ", "") if len(text) <= _MAX_LETTERS + 2 and text[0].isalpha() else " ".join(text.split())
    return Reading(Kind.DESIGNATION, value.replace("‑", "-"), first, stop)


def _glued(t: Tokens, i: int) -> Reading | None:
    """A380, C5+1, F-35, Covid-19: letters stand directly before the digits."""
    before = t.at[i - 1]
    if before.word[0].isalpha() or before.word == "_":
        if before.lexeme is not None and before.lexeme.role in (Role.CURRENCY, Role.MONTH):
            return None
        first = i - 1
    elif before.word in _HYPHENS and i > 1 and not t.at[i - 2].spaced and t.at[i - 2].word[0].isalpha():
        first = i - 2
        head = t.at[first]
        if head.lexeme is not None and head.lexeme.role in (Role.MONTH, Role.CURRENCY, Role.CARDINAL, Role.WEEKDAY):
            return None
        if not (head.word[0].isupper() or len(head.word) == 1) and (head.low in _PREFIXES or not head.word.isalpha()):
            return None
    elif before.word == "." and i > 1 and not t.at[i - 2].spaced and t.at[i - 2].word in _POINTED:
        first = i - 2  # ID.3
    elif before.word in ("*", "#", "@", "_"):
        first = i
    else:
        return None
    while (
        first
        and first > i - _MAX_TAIL
        and not t.at[first - 1].spaced
        and (t.at[first - 1].word[0].isalnum() or t.at[first - 1].word in _HYPHENS)
    ):
        first -= 1
    return name(t, first, tail(t, i))


def tail(t: Tokens, i: int) -> int:
    """Where a name that has digits at ``i`` ends: over glued letters, digits, and marks with digits behind them."""
    stop = i + 1
    while not t.at[stop - 1].spaced and stop < i + _MAX_TAIL:
        token, following = t.at[stop], t.at[stop + 1].word
        if token.word == "s" and t.at[stop - 1].word[-1:].isdecimal():
            break  # 787-9s, A380s: a plural
        if token.word[:1].isalnum() and (token.word.isascii() or len(token.word) == 1):
            stop += 1
        elif (token.word in ("-", "+", "/", ".") and not token.spaced and following[:1].isdecimal()) or (
            token.word == "-" and not token.spaced and len(following) == 1 and following.isupper()
        ):
            stop += 2
        else:
            break
    return stop


def _leading_zero(t: Tokens, i: int) -> Reading | None:
    """007, 030 1234567; but ".08" is a number."""
    if i and not t.at[i - 1].spaced and t.at[i - 1].word in (".", ","):
        return None
    stop = i + 1
    while stop < i + _MAX_TAIL and (
        t.at[stop].word.isdecimal() or (t.at[stop].word in ("-", "/") and t.at[stop + 1].word.isdecimal())
    ):
        stop += 1
    return name(t, i, stop)


def _runs_on(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """787-9, 9-Euro-Ticket, 4K-Fernseher, 5G, 12a, 16+1, 1.1.1: something is glued behind the digits."""
    word, mark, behind = t.at[i].word, t.at[i + 1], t.at[i + 2]
    if mark.word == "+" and not mark.spaced and behind.word.isdecimal():
        return name(t, i, tail(t, i))
    if mark.word in _HYPHENS and not mark.spaced:
        if behind.word.isdecimal() and word.isdecimal():
            return _hyphened(t, i)
        if behind.low == "euro" and t.at[i + 3].word == "-" and t.at[i + 4].low in _FARE_NAMES:
            return name(t, i, i + 5)
        return None
    if mark.word in _CROSSES and word.isdecimal() and behind.word.isdecimal():
        return _crossed(t, i, loc)
    if mark.word[:1].isalpha() and word.isdecimal():
        return _with_letters(t, i, loc)
    if mark.word in (".", ",") and not mark.spaced and behind.word[:1].isdecimal():
        return name(t, i, tail(t, i))
    return None


def _crossed(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """8x8, 4×4, 1920x1080; but "3x4 m" and "4x100-Meter-Staffel" measure, and 3x10^9 is a number."""
    stop = i + 3
    last, after = t.at[i + 2], t.at[stop]
    plural = after.low == "s" and not last.spaced
    measured = not plural and unit_at(t, stop, loc) is not None
    if t.at[i + 1].spaced or measured or "0" in (t.at[i].word[0], last.word[0]):
        return None
    goes_on = after.word == "^" or after.word in _CROSSES or (after.word in (".", ",") and not after.spaced)
    if not last.spaced and goes_on and t.at[stop + 1].word[:1].isalnum():
        return None
    if not last.spaced and after.word[:1].isalnum() and not plural:
        return None
    reading = name(t, i, stop)
    reading.value = f"{t.at[i].word}x{last.word}"
    return reading


def _hyphened(t: Tokens, i: int) -> Reading | None:
    """787-9, 415-555-4444: no range and no score."""
    first, second = t.at[i].word, t.at[i + 2].word
    stop = i + 3
    while (
        t.at[stop].word in ("-", "/")
        and not t.at[stop - 1].spaced
        and t.at[stop + 1].word[:1].isdecimal()
        and stop < i + _MAX_TAIL
    ):
        stop += 2
    if stop > i + 3:
        return name(t, i, stop)
    above, below = int(first[:9]), int(second[:9])
    round_ = below < 100 or below % 100 == 0 or first in FAMILIES
    falls = above >= 200 and below < above and 3 <= len(first) <= 5 and round_
    if falls or (first in FAMILIES and (below % 100 == 0 or below < 20)):
        return name(t, i, tail(t, i))
    return None


def _with_letters(t: Tokens, i: int, loc: Locale) -> Reading | None:
    word, behind = t.at[i].word, t.at[i + 1]
    letters = behind.word
    if (
        len(word) == 1
        and letters in _GENERATIONS
        and len(letters) == 1
        and word > "1"
        and (letters != "K" or t.at[i + 2].word == "-")
    ):
        return name(t, i, i + 2)
    if letters.isupper() and letters != "E" and not behind.spaced and t.at[i + 2].word.isdecimal() and len(word) < 3:
        return name(t, i, tail(t, i))  # Leopard 2A8
    if (
        letters in loc.symbols
        or letters in loc.scale_symbols
        or letters in loc.glued_symbols
        or behind.low in loc.phrases
    ):
        longer = t.at[i + 2].word[:1].isdecimal() and not behind.spaced and behind.low not in _JOINED_UNITS
        return name(t, i, tail(t, i)) if longer else None
    if letters == "A" and len(word) == _CLASS:
        return name(t, i, i + 2)  # Klasse 212A
    if (
        behind.low in _ORDINAL_ENDINGS
        or len(letters) > _MAX_LETTERS
        or (behind.lexeme is not None and behind.lexeme.role in _KEEP)
    ):
        return None
    if letters.isupper() or (len(letters) == 1 and letters in "abcd"):
        return name(t, i, tail(t, i))
    return None


def _named(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """Names whose number stands behind a word: Schalke 04, Boeing 787, Friedrichstraße 12, B 27, 10 Downing Street."""
    before = t.at[i - 1]
    if not before.word or not before.spaced:
        return None
    low = before.low
    if low in _CLUBS or low in _SERIES or low in _MAKERS:
        if t.at[i].spaced and (t.at[i + 1].low in loc.phrases or t.at[i + 1].word in "%€$") and t.at[i + 1].word:
            return None
        if low in _MAKERS and not t.at[i].word.isdecimal():
            return None
        if low in _MAKERS and len(t.at[i].word) < 3:
            return None
        return name(t, i if low in _MAKERS else i - 1, tail(t, i))
    if before.word in _TRAINS and t.at[i].word.isdecimal():
        return name(t, i - 1, tail(t, i))
    if before.word[0].isupper() and low.endswith(_STREET) and len(low) > 6 and loc.language == "de":
        return name(t, i, tail(t, i))
    if low == "p" and t.at[i - 2].word == "&":
        return name(t, i - 3, i + 1)
    word = t.at[i].word
    road = before.word in _ROADS and word.isdecimal() and len(word) <= 4 and i > 1
    if road and (loc.language == "de" or t.at[i - 2].low == "the"):
        return name(t, i - 1, tail(t, i))
    if loc.language == "en" and t.at[i + 2].low in _STREETS_EN and t.at[i + 1].word[:1].isupper():
        return name(t, i, i + 1)
    return None


def read_club(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """1. FC Köln."""
    if t.at[i].word != "1" or t.at[i + 1].word != "." or t.at[i + 2].word not in ("FC", "FSV", "FFC", "SC", "CfR"):
        return None
    return name(t, i, i + 4 if t.at[i + 3].word[:1].isupper() and loc.language == "de" else i + 3)
