"""The noun that a number counts: the word a reader would put beside it.

German shows its nouns by a capital, so the first one behind a few adjectives is meant ("14 neue Boeing-Maschinen").
English has no such sign, but a number above one asks for a plural: the first plural form is the head, or the last of
several in a row ("30 staff members"); names with digits before it are passed over ("40 ICE 3neo trains"). Where no
form tells it ("1,200 permanent and 300 temporary jobs"), it is left open. The check has a lexicon and asks that first.

To extend: an English plural without -s is a word of `_PLURALS`, one that only looks like a plural one of `_NO_PLURALS`.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from summarizer.data import Kind
from summarizer.figures.hedges import ADJECTIVE_ENDINGS
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens

_MAX_ADJECTIVES: Final = 3
_MAX_TOKENS: Final = 12
"""How far an English noun may stand behind its number, hyphens and names included."""
_PLURALS: Final = wordset(
    "people men women children aircraft spacecraft police cattle sheep fish species series staff personnel crew feet "
    "teeth mice geese data media criteria bacteria alumni offspring livestock"
)
_PLURAL_ENDS: Final = ("men", "people", "children", "craft")
_NO_PLURALS: Final = wordset(
    "gas news always perhaps sometimes besides towards afterwards overseas nowadays christmas texas kansas sans as vs"
)
_SINGULAR_ENDS: Final = ("ss", "us", "is", "'s", "’s")
_FATES: Final = wordset("dead injured wounded killed missing hurt unemployed")
"""Said alone of people: "12 killed and 30 injured"."""
_SINGULAR_KINDS: Final = frozenset({Kind.ORDINAL, Kind.FRACTION})


class Counted(NamedTuple):
    """What stands behind a number."""

    seen: bool
    """Whether it counts something at all."""
    noun: str | None
    """The word for it, if its form tells which it is."""
    further: bool
    """Whether a word before it says "further"."""


def counted(
    t: Tokens, stop: int, loc: Locale, reading: Reading | None = None, names: Mapping[int, int] = {}
) -> Counted:
    """What a number that ends before token ``stop`` counts, over a few adjectives.

    ``names`` gives, for the first token of each designation, the token behind it.
    """
    further = False
    at = t.at
    j = stop
    if (at[j].word == "-" and not at[j].spaced) or (
        at[j].low == "of" and loc.language == "en" and at[j + 1].low not in loc.noun_stop
    ):
        j += 1
    for _ in range(_MAX_ADJECTIVES):
        token = at[j]
        word = token.word
        if not word or not word[0].isalpha() or at[j - 1].breaks:
            break
        if token.low in loc.after:
            further = True
        elif token.low in loc.noun_stop:
            break
        elif not loc.nouns_capitalised:
            noun = _head(t, j, loc, _singular(reading), names) if loc.language == "en" else word
            return Counted(True, noun, further)
        elif word[0].isupper():
            return Counted(True, t.text[t.starts[j] : t.end(_compound(t, j))], further)
        elif not token.low.endswith(ADJECTIVE_ENDINGS):
            break
        j += 1
    return Counted(False, None, further)


def _singular(reading: Reading | None) -> bool:
    return reading is not None and (reading.kind in _SINGULAR_KINDS or reading.value == Decimal(1))


def _head(t: Tokens, first: int, loc: Locale, singular: bool, names: Mapping[int, int]) -> str | None:
    """The head of the English noun phrase that begins at token ``first``; None where its form does not show it."""
    words: list[tuple[int, int]] = []  # first and last token of each, hyphened ones whole
    j = first
    while j < first + _MAX_TOKENS:
        if j in names:
            j = names[j]
        elif _opens_word(t, j, loc):
            words.append((j, _compound(t, j)))
            if not singular and len(words) > 1 and _plural(t, words[-2]) and not _plural(t, words[-1]):
                return _text(t, words[-2])
            j = words[-1][1] + 1
        elif words and _in_initials(t, j):  # U.S.
            j += 1
        else:
            break
        if t.at[j - 1].breaks:
            break
    if not words:
        return None
    alone = len(words) == 1 and (singular or t.at[words[0][0]].low in _FATES)
    return _text(t, words[-1]) if alone or _plural(t, words[-1]) else None


def _opens_word(t: Tokens, j: int, loc: Locale) -> bool:
    token = t.at[j]
    if not token.word[:1].isalpha() or token.low in loc.noun_stop:
        return False
    number = token.lexeme is not None and token.lexeme.role in (Role.CARDINAL, Role.DIGITS)
    return not number or t.at[j + 1].word == "-"  # three one-bedroom flats


def _in_initials(t: Tokens, j: int) -> bool:
    before = t.at[j - 1].word
    return t.at[j].word == "." and len(before) == 1 and before.isupper() and not t.at[j - 1].spaced


def _plural(t: Tokens, word: tuple[int, int]) -> bool:
    last = t.at[word[1]]
    low = last.word.lower()
    if low in _PLURALS or low.endswith(_PLURAL_ENDS):
        return True
    return len(low) > 2 and low.endswith("s") and not low.endswith(_SINGULAR_ENDS) and low not in _NO_PLURALS


def _text(t: Tokens, word: tuple[int, int]) -> str:
    return t.text[t.starts[word[0]] : t.end(word[1])]


def _compound(t: Tokens, j: int) -> int:
    """The last token of a hyphened word: Boeing-Maschinen, US-Soldaten, high-speed."""
    stop = j
    while (
        t.at[stop + 1].word == "-"
        and not t.at[stop].spaced
        and not t.at[stop + 1].spaced
        and t.at[stop + 2].word[:1].isalpha()
    ):
        stop += 2
    return stop
