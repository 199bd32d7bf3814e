"""Years, year ranges, decades, centuries, quarters, half-years and weeks.

Values are ISO-like strings: ``2026``; low ``2024`` and high ``2025``; ``199`` for a decade and ``18`` for the
nineteenth century; ``2025-Q3``, ``2025-H1``, ``2025-W45``; without a year ``XXXX-Q3``, ``XXXX-H1``, ``W45``.

A bare number of four digits from 1000 to 2100 is a year where the words around it say so, or where nothing speaks for a
count (no noun, no unit behind it).
"""

from __future__ import annotations

from typing import Final

from summarizer.data import Kind
from summarizer.figures.kinds.calendar import full_year
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens
from summarizer.figures.units import unit_at

_DASHES: Final = frozenset("-–—")


def _year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and "1000" <= word <= "2199"


def read_digits(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """2026, 2024/25, 1990er Jahre, the 1990s, 19. Jahrhundert, 19th century, 3. Quartal."""
    token = t.at[i]
    word = token.word
    if not word.isdecimal():
        return None
    if len(word) <= 2:
        return _numbered(t, i, loc) or _decade(t, i, loc, full_year(word)[:2] + word if len(word) == 2 else word)
    if not _year(word):
        return None
    found = _decade(t, i, loc, word)
    if found is not None:
        return found
    found = _range(t, i, loc)
    if found is not None:
        return found
    return Reading(Kind.YEAR, word, i, i + 1) if _is_year(t, i, loc) else None


def _decade(t: Tokens, i: int, loc: Locale, year: str) -> Reading | None:
    """1990er, 90er-Jahre, 1990s, '90s, 90s."""
    word, behind = t.at[i].word, t.at[i + 1]
    if t.at[i].spaced or len(word) not in (2, 4) or word[-1] != "0":
        return None
    if len(word) == 2:
        year = ("19" if word >= "20" else "20") + word
    first = i - 1 if t.at[i - 1].word in ("'", "’", "‘") and not t.at[i - 1].spaced else i
    if loc.language == "en":
        if len(word) == 4 and word[2:] == "00" and word < "1900" and behind.low == "s":
            return Reading(Kind.CENTURY, word[:2], i, i + 2)
        if behind.low == "s" or (behind.word in ("'", "’") and t.at[i + 2].low == "s" and not behind.spaced):
            return Reading(Kind.DECADE, year[:3], first, i + 2 if behind.low == "s" else i + 3)
        return None
    stop = i + 2
    if behind.word == "-" and t.at[i + 2].low in ("er", "ern"):
        behind, stop = t.at[i + 2], i + 3
    if behind.low not in ("er", "ern", "erjahre", "erjahren"):
        return None
    j = stop + 1 if t.at[stop].word == "-" else stop
    if t.at[j].low in loc.words["decade"]:
        stop = j + 1
    elif len(word) == 2 and behind.low == "er" and not _decade_context(t, i):
        return None
    return Reading(Kind.DECADE, year[:3], i, stop)


def _decade_context(t: Tokens, i: int) -> bool:
    return t.at[i - 1].low in ("den", "der", "die", "frühen", "späten", "ende", "anfang", "mitte", "späte", "frühe")


def _range(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """2024/25, 2024-25, 1914–1918, 2010 bis 2015."""
    mark, other = t.at[i + 1], t.at[i + 2].word
    year = t.at[i].word
    if mark.word in ("/", "-", "–", "—"):
        if mark.word != "–" and (t.at[i].spaced or mark.spaced):
            return None
        if not other.isdecimal() or (t.at[i + 3].word == mark.word and not t.at[i + 2].spaced):
            return None
        if (len(other) == 2 and int(other) == (int(year[2:]) + 1) % 100) or (
            len(other) == 2 and mark.word != "/" and other > year[2:]
        ):
            other = str(int(year[:2]) + (1 if other == "00" else 0)) + other
        if not _year(other) or other <= year:
            return None
    elif mark.low in loc.range_words or (mark.low in ("and", "und") and t.at[i - 1].low in loc.between):
        if not _year(other) or other <= year or t.at[i + 3].low in loc.phrases or t.at[i - 1].low in ("auf",):
            return None
    else:
        return None
    first = i - 1 if t.at[i - 1].low in loc.words["from"] or t.at[i - 1].low in loc.between else i
    return Reading(Kind.YEAR_RANGE, None, first, i + 3, low=year, high=other)


def _is_year(t: Tokens, i: int, loc: Locale) -> bool:
    """Whether four digits are a year.

    1900 to 2049 is taken for a year unless it is a round number with a counted noun; other numbers need a word that
    says so. A unit, a scale or a currency beside it always makes it a quantity.
    """
    token, before, behind = t.at[i], t.at[i - 1], t.at[i + 1]
    word = token.word
    if t.glued(i) and (before.word[:1].isalnum() or before.word in "$€£#@+"):
        return False
    if not token.spaced and behind.word[:1].isalpha():
        return behind.low in ("er", "s")
    if behind.word and _measures(t, i + 1, loc):
        return before.low in loc.words["year"]
    if before.low in loc.words["year"] or (before.lexeme is not None and before.lexeme.role is Role.MONTH):
        return True
    says_so = before.low in loc.year_words
    if "1900" <= word <= "2049":
        if word[2:] not in ("00", "50"):
            return says_so or not _hedged(t, i, loc) or not _counts(t, i, loc)
        return (says_so or not _hedged(t, i, loc)) and not _counts(t, i, loc)
    if not "1100" <= word <= "2100":
        return False
    return (
        (says_so or before.word in ("(", ",") or word[2:] not in ("00", "50"))
        and not _counts(t, i, loc)
        and not _hedged(t, i, loc)
    )


def _measures(t: Tokens, j: int, loc: Locale) -> bool:
    behind = t.at[j]
    if behind.lexeme is not None and behind.lexeme.role in (Role.SCALE, Role.CURRENCY):
        return True
    if behind.low in ("in", "pm", "am", "mark", "tag", "so", "do", "mi", "min", "morgen", "ab", "p"):
        return False
    return behind.word in "%€$£" or unit_at(t, j, loc) is not None


def _hedged(t: Tokens, i: int, loc: Locale) -> bool:
    """Whether a qualifier that no year has stands before it: more than 2000, knapp 2000."""
    table = loc.before.get(t.at[i - 1].low)
    if table is None or t.at[i - 1].low in ("um", "ab", "around", "about", "circa", "ca", "etwa", "."):
        return False
    return "" in table or t.at[i - 2].low in table


def _counts(t: Tokens, i: int, loc: Locale) -> bool:
    """Whether a counted noun seems to follow."""
    token, behind = t.at[i], t.at[i + 1]
    if not token.spaced or token.breaks or not behind.word or not behind.word[0].isalpha():
        return False
    if loc.nouns_capitalised:
        if behind.word[0].isupper():
            return behind.low.endswith(_PLURAL_ENDINGS) or behind.low in ("stück", "mann")
        if (
            t.at[i + 2].word[:1].isupper()
            and behind.low.endswith(("e", "en", "er"))
            and behind.low not in loc.noun_stop
        ):
            return t.at[i - 1].low not in loc.year_words
        return False
    if (
        behind.low in loc.noun_stop
        or behind.word[0].isupper()
        or t.at[i - 1].low in ("in", "since", "year", "the", "of", "by")
    ):
        return False
    return behind.low.endswith("s") or behind.low in ("people", "men", "women", "children")


_PLURAL_ENDINGS: Final = ("en", "er", "e", "n", "s")


def _numbered(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """19. Jahrhundert, 3. Quartal 2025, 1. Halbjahr, 19th century."""
    j = i + 1
    if loc.ordinal_point:
        if t.at[j].word != "." or t.at[i].spaced:
            return None
    elif t.at[j].low not in ("st", "nd", "rd", "th") or t.at[i].spaced:
        return None
    return period(t, i, j + 1, loc, int(t.at[i].word))


def period(t: Tokens, i: int, j: int, loc: Locale, number: int) -> Reading | None:
    """What an ordinal makes with the word at ``j``: a century, a quarter, a half-year."""
    if t.at[j].word == "-" and not t.at[j].spaced:
        j += 1
    low = t.at[j].low
    if low in loc.words["century"] and 0 < number < 22:
        stop = j + 2 if low == "jh" and t.at[j + 1].word == "." else j + 1
        return Reading(Kind.CENTURY, f"{number - 1:02}", i, stop)
    if low in loc.words["quarter"] and 1 <= number <= 4:
        return _with_year(t, i, j + 1, Kind.QUARTER, f"Q{number}")
    if low in loc.words["half_year"] and number in (1, 2):
        return _with_year(t, i, j + 1, Kind.HALF_YEAR, f"H{number}")
    if low == "hälfte" and number in (1, 2):
        k = j + 1 + (t.at[j + 1].low in ("von", "in"))
        if (_year(t.at[k].word) and not _counts(t, k, loc)) or _of_year(t, j + 1):
            return _with_year(t, i, j + 1, Kind.HALF_YEAR, f"H{number}")
    if low == "half" and number in (1, 2) and loc.language == "en":
        k = j + 2 if t.at[j + 1].low in ("of", "in") else j + 1
        if _of_this_year(t, k) or _year(t.at[k].word):
            return _with_year(t, i, j + 1, Kind.HALF_YEAR, f"H{number}")
    return None


def _of_this_year(t: Tokens, k: int) -> bool:
    """the year, this year, the coming year."""
    if t.at[k].low not in ("the", "this", "last", "next"):
        return False
    return t.at[k + 1].low == "year" or (t.at[k + 1].low in _WHICH_YEAR and t.at[k + 2].low == "year")


def _of_year(t: Tokens, k: int) -> bool:
    """des Jahres, dieses Jahres, des laufenden Jahres."""
    if t.at[k].low not in ("des", "dieses"):
        return False
    return t.at[k + 1].low == "jahres" or (t.at[k + 1].low in _WHICH_YEAR and t.at[k + 2].low == "jahres")


_WHICH_YEAR: Final = wordset(
    "laufenden kommenden nächsten vergangenen letzten vorigen folgenden gleichen current coming next past same"
)


def _with_year(t: Tokens, i: int, j: int, kind: Kind, part: str) -> Reading:
    if t.at[j].word in ("/",) and len(t.at[j + 1].word) in (2, 4) and t.at[j + 1].word.isdecimal():
        year = t.at[j + 1].word
        return Reading(kind, f"{year if len(year) == 4 else full_year(year)}-{part}", i, j + 2)
    k = j + 1 if t.at[j].low in ("of", "in", "des", "von") and _year(t.at[j + 1].word) else j
    if t.at[k].low in ("jahres", "year") and _year(t.at[k + 1].word):
        k += 1
    elif t.at[k].low in ("des", "of") and t.at[k + 1].low in ("jahres", "the") and t.at[j - 1].word:
        ahead = k + 2 + (t.at[k + 2].low == "year")  # of the year 2027, des Jahres 2027
        k = ahead if t.at[ahead - 1].low in ("jahres", "year") and _year(t.at[ahead].word) else k
    if _year(t.at[k].word) and not t.at[j - 1].breaks:
        return Reading(kind, f"{t.at[k].word}-{part}", i, k + 1)
    return Reading(kind, f"XXXX-{part}", i, j)


def read_period(t: Tokens, i: int, _loc: Locale) -> Reading | None:
    """Q3 2025, KW 45, H1 2025, week 10."""
    lexeme = t.at[i].lexeme
    if lexeme is None:
        return None
    letter, word = lexeme.extra, t.at[i + 1].word
    if not word.isdecimal() or len(word) > 2:
        return None
    number = int(word)
    behind = t.at[i + 2]
    goes_on = behind.word in (".", ",", ":") and not behind.spaced and bool(t.at[i + 3].word)
    goes_on = goes_on or (behind.word[:1].isalpha() and not t.at[i + 1].spaced)
    if letter == "W" and 1 <= number <= 53 and not goes_on:
        year = t.at[i + 2].word
        if _year(year):
            return Reading(Kind.WEEK, f"{year}-W{number:02}", i, i + 3)
        if t.at[i + 2].word == "/" and len(t.at[i + 3].word) in (2, 4) and t.at[i + 3].word.isdecimal():
            year = t.at[i + 3].word
            return Reading(Kind.WEEK, f"{year if len(year) == 4 else full_year(year)}-W{number:02}", i, i + 4)
        return Reading(Kind.WEEK, f"W{number:02}", i, i + 2)
    if t.at[i].spaced or not t.at[i].word.isupper() or (t.glued(i) and t.at[i - 1].word[:1].isalnum()):
        return None
    if letter == "Q" and 1 <= number <= 4:
        return _with_year(t, i, i + 2, Kind.QUARTER, f"Q{number}")
    if letter == "H" and number in (1, 2):
        found = _with_year(t, i, i + 2, Kind.HALF_YEAR, f"H{number}")
        return found if isinstance(found.value, str) and found.value[0] != "X" else None
    return None
