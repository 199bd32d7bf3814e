"""Aircraft that are called by a number alone: "zwölf 787", "12 787s", "20 737 MAX", "fünf 320".

Why so: behind a count such a number looks like the rest of it, because digits are grouped by spaces too ("12 787
Einwohner"). What stands behind or near it decides, and where nothing does, it stays a number. `numbers` asks before it
groups digits, the reader of designations before it names them. A further maker is a row of numbers here, with the words
that say so.
"""

from __future__ import annotations

from typing import Final

from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.tokens import Tokens
from summarizer.figures.units import unit_at

FAMILIES: Final = wordset("707 717 727 737 747 757 767 777 787")
"""Boeing's: no other thing is commonly called so."""
_ROUND_FAMILIES: Final = wordset("220 300 310 318 319 320 321 330 340 350 380")
"""Airbus's, mostly round: a type only if more than the word aircraft says so."""
_BEFORE: Final = wordset(
    "boeing weitere weiterer weiteren neue neuen neuer more new additional further other zusätzliche"
)
_BEHIND: Final = wordset("dreamliner dreamliners dreamlinern max jets s")
_SUFFIXES: Final = wordset("s neo neos ceo ceos er lr xlr xwb max dreamliner dreamliners dreamlinern")
"""Glued to the number; those of the next table also behind a space."""
_APART: Final = wordset("neo neos max dreamliner dreamliners dreamlinern")
_AIRCRAFT: Final = wordset(
    "aircraft airplanes aeroplanes planes airliners jets jetliners maschinen flugzeuge flugzeugen flieger fliegern "
    "passagierjets passagiermaschinen passagierflugzeuge verkehrsflugzeuge"
)
_MAKERS: Final = {"boeing": FAMILIES, "boeings": FAMILIES, "airbus": _ROUND_FAMILIES}
_NEAR: Final = 12
"""How many tokens before it the maker's name may stand; behind it, half as many."""


def is_type(t: Tokens, i: int, loc: Locale) -> bool:
    """Whether the digits at ``i`` are an aircraft's type."""
    word, before = t.at[i].word, t.at[i - 1]
    counted = i > 0 and before.lexeme is not None and before.lexeme.role in (Role.CARDINAL, Role.DIGITS)
    if word in FAMILIES:
        return counted or before.low in _BEFORE or t.at[i + 1].low in _BEHIND
    if word not in _ROUND_FAMILIES or not counted or before.lexeme is None:
        return False
    if before.lexeme.role is Role.CARDINAL and _stands_alone(t, i, loc):
        return True  # fünf 320: a number word takes no digits along
    return splits(t, i, loc)


def splits(t: Tokens, i: int, loc: Locale) -> bool:
    """Whether the digits at ``i``, behind others and a space, are a type and no thousands: 12 787s, 20 737 MAX."""
    word = t.at[i].word
    if word not in FAMILIES and word not in _ROUND_FAMILIES:
        return False
    behind = t.at[i + 1]
    if behind.low in (_APART if t.at[i].spaced else _SUFFIXES):
        return True
    if behind.word == "-" and not t.at[i].spaced and not behind.spaced and t.at[i + 2].word[:1].isdecimal():
        return True  # 787-9
    if word in FAMILIES and behind.low in _AIRCRAFT:
        return True
    return _maker_near(t, i, word) and (behind.low in _AIRCRAFT or _stands_alone(t, i, loc))


def _maker_near(t: Tokens, i: int, word: str) -> bool:
    """Whether the maker is named before it, or aircraft are named around a type of Boeing's."""
    if any(word in _MAKERS.get(t.at[j].low, ()) for j in range(max(0, i - _NEAR), i)):
        return True
    around = range(max(0, i - _NEAR), i + _NEAR // 2)
    return word in FAMILIES and any(t.at[j].low in _AIRCRAFT or t.at[j].low in _APART for j in around)


def _stands_alone(t: Tokens, i: int, loc: Locale) -> bool:
    """Whether nothing behind the digits is counted or measured by them."""
    token, behind = t.at[i], t.at[i + 1]
    if not token.spaced or token.breaks or not behind.word:
        return behind.word in ("", ".", ",", ";", ":", "!", "?", ")")
    if behind.lexeme is not None or unit_at(t, i + 1, loc) is not None:
        return False
    if loc.nouns_capitalised:
        return (behind.word[0].islower() and not behind.low.endswith(("e", "en", "er"))) or behind.low in loc.noun_stop
    return behind.low in loc.noun_stop
