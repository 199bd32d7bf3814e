"""Names that hold digits: 787-9, 737 MAX, A380, C5+1, § 5 Abs. 2, Nr. 5, telephone numbers. Never a quantity.

The value is a form that can be compared across the languages: labels in English and lower case (``article 14``,
``§ 5 para. 2``), anything else as written without spaces around its marks.
"""

from __future__ import annotations

from typing import Final

from summarizer.data import Kind
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens

_HYPHENS: Final = frozenset("-‐‑–")
_NAMES: Final = frozenset({"ticket", "job", "shop", "laden", "frage", "münze", "jobs", "tickets"})
_STREET: Final = ("straße", "strasse", "str", "allee", "weg", "gasse", "platz", "damm", "ufer", "ring", "chaussee")
_STREETS_EN: Final = frozenset({"street", "avenue", "road", "lane", "boulevard", "drive"})
_BEFORE: Final = frozenset(
    [
        "schalke",
        "hannover",
        "mainz",
        "bayer",
        "darmstadt",
        "boeing",
        "airbus",
        "antonow",
        "iljuschin",
        "embraer",
        "mig",
        "tupolew",
        "audi",
        "porsche",
        "peugeot",
        "bmw",
        "mercedes",
        "iphone",
        "galaxy",
        "pixel",
        "windows",
        "playstation",
        "xbox",
        "voyager",
        "apollo",
        "sojus",
        "soyuz",
        "gaza",
        "vega",
        "level",
        "area",
        "dax",
        "mdax",
        "tecdax",
        "stoxx",
        "ftse",
        "nasdaq",
        "nikkei",
        "cac",
        "ibex",
        "p",
        "studio",
        "channel",
        "radio",
        "antenne",
        "opus",
        "bundesstraße",
        "autobahn",
        "route",
        "highway",
        "interstate",
        "b52",
        "gsg",
        "tsv",
        "fsv",
        "sv",
        "vfl",
        "fc",
        "opel",
    ]
)
_FAMILIES: Final = frozenset({"707", "717", "727", "737", "747", "757", "767", "777", "787"})
_COUNTABLE: Final = frozenset(
    {
        "weitere",
        "weiterer",
        "weiteren",
        "neue",
        "neuen",
        "neuer",
        "more",
        "new",
        "additional",
        "further",
        "other",
        "zusätzliche",
    }
)
_LABEL_MORE: Final = {
    "abs": "para.", "absatz": "para.", "satz": "sentence", "nr": "no.", "buchst": "lit.", "art": "article", "para": "para.",
}  # fmt: skip


def read_digits(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """Digits that are part of a name."""
    token, before, behind = t.at[i], t.at[i - 1], t.at[i + 1]
    word = token.word
    if t.glued(i):
        found = _glued(t, i)
        if found is not None:
            return found
    if word[0] == "0" and len(word) > 1 and word.isdecimal():
        return _leading_zero(t, i)
    if not token.spaced:
        found = _runs_on(t, i, loc)
        if found is not None:
            return found
    if before.spaced and before.word:
        found = _named(t, i, loc)
        if found is not None:
            return found
    if (token.spaced and behind.word == "MAX") or (word in _FAMILIES and _is_family(t, i)):
        stop = i + 2 if behind.word in ("MAX", "NEO") else i + 1
        return _name(t, i, stop)
    if token.lexeme is not None and token.lexeme.value is None:
        return _name(t, i, i + 1)
    return _postcode(t, i, loc) if len(word) == 5 and token.spaced else None


def _name(t: Tokens, first: int, stop: int, value: str | None = None) -> Reading:
    text = t.text[t.starts[first] : t.end(stop - 1)] if value is None else value
    return Reading(Kind.DESIGNATION, " ".join(text.split()), first, stop)


def _is_family(t: Tokens, i: int) -> bool:
    before, behind = t.at[i - 1], t.at[i + 1]
    lexeme = before.lexeme
    if lexeme is not None and lexeme.role in (Role.CARDINAL, Role.DIGITS):
        return True
    return (
        before.low in _COUNTABLE
        or before.low == "boeing"
        or behind.low in ("dreamliner", "s", "max", "jets", "dreamlinern", "dreamliners")
    )


def _glued(t: Tokens, i: int) -> Reading | None:
    """A380, C5+1, F-35, Covid-19, S&P."""
    before = t.at[i - 1]
    first = i
    if before.word[0].isalpha() or before.word == "_":
        if before.lexeme is not None and before.lexeme.role is Role.CURRENCY:
            return None
        first = i - 1
    elif before.word in _HYPHENS and t.glued(i - 1) and t.at[i - 2].word[:1].isalpha():
        first = i - 2
        head = t.at[first].word
        if t.at[first].lexeme is not None and t.at[first].lexeme.role in (Role.MONTH, Role.CURRENCY):  # type: ignore[union-attr]
            return None
        if not (head[0].isupper() or len(head) == 1) or before.word == "–":
            return None
    elif (
        before.word in ("+", "*", "#", "@", "/")
        and not (before.word == "/" and t.at[i - 2].word.isdecimal())
        and t.glued(i - 1)
    ):
        first = i
        if before.word == "+":
            return None
    else:
        return None
    while t.glued(first) and (t.at[first - 1].word[:1].isalnum() or t.at[first - 1].word in _HYPHENS) and first > i - 6:
        first -= 1
    return _name(t, first, _tail(t, i))


def _tail(t: Tokens, i: int) -> int:
    """Where a name that has digits at ``i`` ends: glued letters, digits, + and - in capitals."""
    stop = i + 1
    while not t.at[stop - 1].spaced and stop < i + 12:
        token = t.at[stop]
        if token.word[:1].isalnum() and token.word[:1].isascii():
            stop += 1
        elif (
            token.word in ("-", "+", "/", ".")
            and not token.spaced
            and (t.at[stop + 1].word[:1].isdecimal() or (token.word == "-" and len(t.at[stop + 1].word) == 1))
        ):
            stop += 2
        else:
            break
    return stop


def _leading_zero(t: Tokens, i: int) -> Reading | None:
    """007, 030 1234567."""
    stop = i + 1
    while t.at[stop].word.isdecimal() or (t.at[stop].word in ("-", "/") and t.at[stop + 1].word.isdecimal()):
        stop += 1
        if stop > i + 12:
            break
    return _name(t, i, stop)


def _runs_on(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """787-9, 9-Euro-Ticket, 4K-Fernseher, 5G, 12a, 16+1, 1.1.1."""
    word, behind, next_ = t.at[i].word, t.at[i + 1], t.at[i + 2]
    if behind.word == "+" and not behind.spaced and next_.word.isdecimal():
        return _name(t, i, _tail(t, i))
    if behind.word in _HYPHENS and not behind.spaced:
        if next_.word.isdecimal() and not next_.word.startswith("0") and word.isdecimal():
            return _digits_hyphen_digits(t, i, loc)
        if next_.low == "euro" and t.at[i + 3].word == "-" and t.at[i + 4].low in _NAMES:
            return _name(t, i, i + 5)
        if len(next_.word) == 1 and next_.word.isupper() and next_.spaced is not False:
            return None
    if behind.word[:1].isalpha() and word.isdecimal():
        return _digits_letters(t, i, loc)
    if (
        behind.word in (".", ",")
        and not behind.spaced
        and next_.word[:1].isdecimal()
        and t.at[i + 2].lexeme is not None
    ):
        return _name(t, i, _tail(t, i))
    return None


def _digits_hyphen_digits(t: Tokens, i: int, loc: Locale) -> Reading | None:
    above, below = int(t.at[i].word[:9]), int(t.at[i + 2].word[:9])
    behind = t.at[i + 3]
    if behind.word == "-" and t.at[i + 4].word[:1].isdecimal() and not behind.spaced:
        stop = i + 3
        while t.at[stop].word in ("-", "/") and t.at[stop + 1].word[:1].isdecimal():
            stop += 2
        return _name(t, i, stop)
    if above >= 100 and below < above and len(t.at[i].word) in (3, 4, 5):
        return _name(t, i, _tail(t, i + 2))
    if t.at[i].word in _FAMILIES and (below % 100 == 0 or below < 20):
        return _name(t, i, i + 3)
    return None


def _digits_letters(t: Tokens, i: int, loc: Locale) -> Reading | None:
    word, behind = t.at[i].word, t.at[i + 1]
    letters = behind.word
    if (
        letters in ("K", "D", "G")
        and len(word) == 1
        and (behind.spaced or t.at[i + 2].word in ("-", ""))
        and word in "2345678"
    ) and (letters in "GD" or t.at[i + 2].word == "-"):
        return _name(t, i, i + 2)
    if (
        letters in loc.symbols
        or letters in loc.scale_symbols
        or letters in loc.glued_symbols
        or behind.low in loc.phrases
    ):
        if (
            t.at[i + 2].word[:1].isdecimal()
            and not behind.spaced
            and letters.lower() not in ("h", "e", "km", "m", "cm", "mm")
        ):
            return _name(t, i, _tail(t, i))
        return None
    if behind.low in _SUFFIXES or len(letters) > 4 or (behind.lexeme is not None and behind.lexeme.role in _KEEP):
        return None
    if len(letters) == 1 and letters.islower() and letters not in "xmhe" and len(word) <= 3:
        return _name(t, i, i + 2) if _street_before(t, i) or (letters in "abcd" and loc.language == "de") else None
    if letters.isupper() and len(letters) <= 3:
        return _name(t, i, _tail(t, i))
    return None


_SUFFIXES: Final = frozenset(
    [
        "st",
        "nd",
        "rd",
        "th",
        "s",
        "er",
        "ern",
        "ter",
        "te",
        "ten",
        "mal",
        "fach",
        "ste",
        "sten",
        "ster",
        "fache",
        "er",
        "ig",
        "ige",
        "x",
        "e",
        "am",
        "pm",
        "a",
        "p",
        "uhr",
        "h",
    ]
)
_KEEP: Final = frozenset({Role.SCALE, Role.CURRENCY, Role.FRACTION, Role.MONTH})


def _street_before(t: Tokens, i: int) -> bool:
    low = t.at[i - 1].low
    return low.endswith(_STREET) and t.at[i - 1].word[:1].isupper()


def _named(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """Names whose number stands behind them: Schalke 04, Boeing 787, Friedrichstraße 12, A 9."""
    before = t.at[i - 1]
    low = before.low
    if low in _BEFORE or (before.word[0].isupper() and low.endswith(_STREET) and len(low) > 5):
        first = i if low.endswith(_STREET) or low == "boeing" or low == "airbus" else i - 1
        if low == "p":
            if t.at[i - 2].word != "&":
                return None
            first = i - 3
        if t.at[i].spaced and (t.at[i + 1].low in loc.phrases or t.at[i + 1].word in "%€$"):
            return None
        return _name(t, first, _tail(t, i))
    if (
        loc.language == "de"
        and before.word in ("A", "B", "U", "S", "E")
        and t.at[i].word.isdecimal()
        and len(t.at[i].word) <= 3
    ):
        return _name(t, i - 1, i + 1)
    if loc.language == "de" and t.at[i].word == "1" and False:
        return None
    if loc.language == "en" and t.at[i + 2].low in _STREETS_EN and t.at[i + 1].word[:1].isupper():
        return _name(t, i, i + 1)
    lexeme = before.lexeme
    if lexeme is not None and lexeme.role is Role.CARDINAL and t.at[i].word in _FAMILIES:
        return _name(t, i, i + 1)
    return None


_CITIES: Final = frozenset(
    [
        "berlin",
        "hamburg",
        "münchen",
        "köln",
        "frankfurt",
        "stuttgart",
        "düsseldorf",
        "leipzig",
        "dortmund",
        "essen",
        "bremen",
        "dresden",
        "hannover",
        "nürnberg",
        "duisburg",
        "bonn",
        "wien",
        "zürich",
    ]
)


def _postcode(t: Tokens, i: int, loc: Locale) -> Reading | None:
    if loc.language == "de" and t.at[i].word.isdecimal() and (t.at[i + 1].low in _CITIES):
        return _name(t, i, i + 1)
    return None


def read_label(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """§ 5 Abs. 2 Satz 1, Art. 14, Nr. 5, Platz 3, Version 1.234, Tel. 030 1234567."""
    lexeme = t.at[i].lexeme
    if lexeme is None or not isinstance(lexeme.extra, str):
        return None
    label, j = lexeme.extra, i + 1
    if (t.at[j].word == "." and not t.at[i].spaced) or (t.at[j].word == ":" and label == "tel."):
        j += 1
    if label == "tel.":
        return _telephone(t, j)
    if label == "no." and t.at[i].low in ("no", "art") and t.at[i + 1].word != ".":
        return None
    if label == "km" or (t.at[i].low == "§§" and False):
        return None
    number = t.at[j]
    if not number.word[:1].isdecimal() or t.at[j - 1].breaks:
        return None
    if (
        label in ("page", "rank", "line", "article", "room", "flight", "platform")
        and not t.at[i].word[0].isupper()
        and loc.language == "de"
    ):
        return None
    if label in ("no.", "rank") and (t.at[j + 1].low in loc.phrases and t.at[j].spaced and False):
        return None
    parts, stop = [label, number.word], j + 1
    stop = _subdivisions(t, stop, parts)
    if t.at[stop].word in _HYPHENS and not t.at[stop].spaced and t.at[stop + 1].word.isdecimal():
        parts[-1] += f"-{t.at[stop + 1].word}"
        stop += 2
    return Reading(Kind.DESIGNATION, " ".join(parts), i, stop)


def _subdivisions(t: Tokens, stop: int, parts: list[str]) -> int:
    while stop < stop + 1 and len(parts) < 12:
        more = _LABEL_MORE.get(t.at[stop].low)
        k = stop + 2 if t.at[stop + 1].word == "." else stop + 1
        if more is not None and t.at[k].word.isdecimal():
            parts += [more, t.at[k].word]
            stop = k + 1
        elif (
            len(t.at[stop].word) == 1
            and t.at[stop].word.isalpha()
            and t.at[stop].word in "abc"
            and not t.at[stop - 1].spaced
        ):
            parts[-1] += t.at[stop].word
            stop += 1
        else:
            break
    return stop


def _telephone(t: Tokens, j: int) -> Reading | None:
    k = j + 1 if t.at[j].word in ("+", "(") else j
    if not t.at[k].word.isdecimal():
        return None
    stop = k + 1
    while t.at[stop].word.isdecimal() or (
        t.at[stop].word in ("-", "/", ")", "(", "+") and t.at[stop + 1].word.isdecimal()
    ):
        stop += 1
        if stop > k + 16:
            break
    return _name(t, j, stop)


def read_club(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """1. FC Köln."""
    if (
        loc.language != "de"
        or t.at[i].word != "1"
        or t.at[i + 1].word != "."
        or t.at[i + 2].word not in ("FC", "FSV", "FFC", "SC")
    ):
        return None
    return _name(t, i, i + 4 if t.at[i + 3].word[:1].isupper() else i + 3)


def read_whole_number(t: Tokens, i: int) -> Reading | None:
    """+49 30 1234567 and +1-222-2222: a telephone number where a plus opens several groups."""
    if t.at[i - 1].word != "+" or t.at[i - 1].spaced:
        return None
    stop = i + 1
    while t.at[stop].word.isdecimal() or (t.at[stop].word in ("-", "/", ")", "(") and t.at[stop + 1].word.isdecimal()):
        stop += 1
        if stop > i + 16:
            break
    return _name(t, i - 1, stop) if stop > i + 3 or (stop > i + 2) else None
