"""Numbers behind a label: § 5 Abs. 2 Satz 1, Artikel 14, Nr. 5, Platz 3, Version 1.234, Tel. 030 1234567.

Designations too; their value has the label in English and lower case ("article 14", "§ 5 para. 2", "rank 3"), so that
"Artikel 14" and "Article 14" are equal. A new label is a row of a locale's ``LABELS``.
"""

from __future__ import annotations

from typing import Final

from summarizer.data import Kind
from summarizer.figures.kinds import dockets
from summarizer.figures.kinds.designations import name
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.numbers import read_number
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens
from summarizer.figures.units import unit_at

_PARTS: Final = {
    "abs": "para.", "absatz": "para.", "satz": "sentence", "nr": "no.", "buchst": "lit.", "art": "article",
    "para": "para.",
    "paragraph": "para.", "sentence": "sentence",
}  # fmt: skip
_SPELLED: Final = wordset("no. rank phase part round category group chapter level stage")
"""Labels that take a number word too: Platz zwei, Phase One."""
_HYPHENED: Final = wordset("formula type phase level category")
_NEEDS_POINT: Final = wordset("no art nos nr abs")
_MAX_PARTS: Final = 12
_MAX_GROUPS: Final = 16


def read_label(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """A labelled number, from its label on."""
    lexeme = t.at[i].lexeme
    if lexeme is None or not isinstance(lexeme.extra, str):
        return None
    label, j = lexeme.extra, i + 1
    pointed = t.at[j].word in (".", ":") and not t.at[i].spaced
    j += pointed
    if (
        t.at[j].word == "-" and not t.at[i].spaced and label in _HYPHENED and t.at[j + 1].word.isdecimal()
    ):  # Formel-1-Rennen
        j += 1
    if label == "no." and t.at[j].word.isdecimal():
        case = dockets.read(t, j, loc)
        if case is not None:
            return case
    if label == "tel." or (label == "no." and t.at[j].word[:1] == "0" and len(t.at[j].word) > 1):
        return _telephone(t, j)
    if t.at[i].low in _NEEDS_POINT and not pointed and loc.language == "en":
        return None
    if t.at[j - 1].breaks or (pointed and t.at[i + 1].word == ":" and label != "no."):
        return None
    word = t.at[i].word
    if loc.nouns_capitalised and word[0].isalpha() and not word[0].isupper() and label not in ("para.", "no."):
        return None
    number = _number(t, j, label, loc)
    if number is None:
        return None
    parts, stop = [label, number], j + 1
    stop = _subdivisions(t, stop, parts)
    while _hyphened(t, stop) and stop < i + _MAX_GROUPS:
        parts[-1] += f"-{t.at[stop + 1].word}"
        stop += 2
    return Reading(Kind.DESIGNATION, " ".join(parts), i, stop)


def _hyphened(t: Tokens, stop: int) -> bool:
    """Whether a glued hyphen and more digits follow."""
    hyphen = t.at[stop].word == "-" and not t.at[stop].spaced and not t.at[stop - 1].spaced
    return hyphen and t.at[stop + 1].word.isdecimal()


def _number(t: Tokens, j: int, label: str, loc: Locale) -> str | None:
    """What stands behind the label: digits, or a small number word behind some labels."""
    token = t.at[j]
    if token.word[:1].isdecimal():
        following = t.at[j + 1]
        scaled = following.lexeme is not None and following.lexeme.role in (Role.SCALE, Role.CURRENCY)
        if label in _WITH_SEASON and t.at[j + 1].word == "/" and _season(t, j):
            return None
        measured = label != "article" and token.word != "§" and unit_at(t, j + 1, loc) is not None
        return None if scaled or measured else token.word
    lexeme = token.lexeme
    if label not in _SPELLED or lexeme is None or lexeme.value is None:
        return None
    if lexeme.role is Role.CARDINAL or (lexeme.role is Role.ARTICLE and token.low in ("eins", "one")):
        return str(int(lexeme.value)) if lexeme.value <= 12 else None
    return None


_WITH_SEASON: Final = wordset("round phase stage group level")


def _season(t: Tokens, j: int) -> bool:
    """Runde 2013/14: a year and the next."""
    year, other = t.at[j].word, t.at[j + 2].word
    if t.at[j].spaced or len(year) != 4 or not (year.isdecimal() and other.isdecimal()):
        return False
    return other in (str(int(year) + 1), f"{(int(year) + 1) % 100:02}")


def _subdivisions(t: Tokens, stop: int, parts: list[str]) -> int:
    while len(parts) < _MAX_PARTS:
        more = _PARTS.get(t.at[stop].low)
        k = stop + 2 if t.at[stop + 1].word == "." else stop + 1
        if more is not None and t.at[k].word.isdecimal():
            parts += [more, t.at[k].word]
            stop = k + 1
        elif not t.at[stop - 1].spaced and len(t.at[stop].word) == 1 and t.at[stop].word in "abcdef":
            parts[-1] += t.at[stop].word
            stop += 1
        else:
            break
    return stop


def _telephone(t: Tokens, j: int) -> Reading | None:
    first = j + 1 if t.at[j].word in ("+", "(") else j
    if not t.at[first].word.isdecimal():
        return None
    return name(t, j, _groups(t, first))


def _groups(t: Tokens, first: int) -> int:
    """Where the digit groups of a telephone number end."""
    stop = first + 1
    while stop < first + _MAX_GROUPS:
        if not t.at[stop].word.isdecimal() and not (
            t.at[stop].word in ("-", "/", ")", "(", "+") and t.at[stop + 1].word.isdecimal()
        ):
            break
        stop += 1
    return stop


def read_dialled(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """+49 30 1234567: a plus opens several groups."""
    if t.at[i - 1].word != "+" or t.at[i - 1].spaced or not t.at[i].word.isdecimal():
        return None
    stop = _groups(t, i)
    if sum(len(t.at[j].word) for j in range(i, stop)) < _DIALLED:  # +12 400 Mio. Fr. is an amount
        return None
    number = read_number(t, i, loc)
    if number is not None and (number.scaled or unit_at(t, number.stop, loc) is not None):
        return None
    return name(t, i - 1, stop) if stop > i + 1 else None


_DIALLED: Final = 7
"""Digits a telephone number has at least, its country's included."""


def read_world_war(t: Tokens, i: int, _loc: Locale) -> Reading | None:
    """World War II, World War One: an ordinal, as "Zweiter Weltkrieg" is."""
    number = _WARS.get(t.at[i + 2].low)
    if t.at[i + 1].low != "war" or number is None:
        return None
    lexeme = t.at[i].lexeme
    value = lexeme.value * number if lexeme is not None and lexeme.value is not None else None
    return Reading(Kind.ORDINAL, value, i, i + 3)


_WARS: Final = {"i": 1, "ii": 2, "one": 1, "two": 2, "1": 1, "2": 2}
