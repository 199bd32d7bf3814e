"""File numbers of courts: 5 StR 123/24, 6 U 118/22, VI ZR 12/23, 3 K 1234/21.F. Names, and no quantities.

A chamber (a number or a Roman numeral), the register's letters, a running number and the year behind a stroke. A
register that is not listed is one all the same if the chamber stands before it and the year has two or four digits:
there are hundreds, and no quantity is written so.
"""

from __future__ import annotations

import re
from typing import Final

from summarizer.figures.kinds.designations import name
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens

_COURTS: Final = wordset("StR BvR BvL BvE BvF BvQ ZR ZB AZR ABR StRR KLs Js OWi BJs ARs AR Ob Os BGs KS")
"""Registers of German and Austrian courts."""
_REGISTER: Final = re.compile(r"[A-Z][A-Za-z]{0,4}")
_CHAMBERS: Final = wordset("I II III IV V VI VII VIII IX X XI XII XIII")
_YEAR_DIGITS: Final = (2, 4)
_COURT_LETTERS: Final = 2


def read(t: Tokens, i: int, _loc: Locale) -> Reading | None:
    """The file number whose chamber, or whose running number behind a Roman chamber, stands at token ``i``."""
    if _file_number(t, i):
        roman = i > 1 and t.at[i - 1].word in _COURTS and t.at[i - 2].word in _CHAMBERS
        return name(t, i - 2, _end(t, i)) if roman else None
    if not t.at[i].word.isdecimal() or not _file_number(t, i + 2):
        return None
    register = t.at[i + 1].word
    numbered = _REGISTER.fullmatch(register) is not None and len(t.at[i + 4].word) in _YEAR_DIGITS
    return name(t, i, _end(t, i + 2)) if numbered or register in _COURTS else None


def _file_number(t: Tokens, j: int) -> bool:
    """Whether 118/22 stands at token ``j``."""
    stroke = t.at[j + 1].word == "/" and not t.at[j].spaced and not t.at[j + 1].spaced
    return stroke and t.at[j].word.isdecimal() and t.at[j + 2].word.isdecimal()


def _end(t: Tokens, j: int) -> int:
    """Behind the year of a case, and behind the letters of its court: 3 K 1234/21.F."""
    stop = j + 3
    if t.at[stop].word == "." and not t.at[stop].spaced and not t.at[stop - 1].spaced:
        court = t.at[stop + 1].word
        return stop + 2 if len(court) <= _COURT_LETTERS and court.isupper() else stop
    return stop
