"""Finds the figures of a text: one pass over the candidate tokens, then hedge and counted noun for each figure."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from summarizer.data import Figure, Kind, Qualifier, Span
from summarizer.figures.kinds import READERS
from summarizer.figures.kinds.ages import is_length
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale, Worth, wordset
from summarizer.figures.locales import locale
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens

_COUNTED: Final = frozenset({Kind.NUMBER, Kind.COUNT, Kind.VAGUE, Kind.FRACTION, Kind.ORDINAL})
_SHARED: Final = frozenset({Kind.NUMBER, Kind.DESIGNATION, Kind.DATE, Kind.YEAR, Kind.TIME, Kind.ORDINAL, Kind.VAGUE})
"""Kinds that lend no scale and no unit to a bare number before them."""
_POINTS: Final = frozenset({Kind.DATE, Kind.TIME, Kind.YEAR, Kind.YEAR_RANGE, Kind.DECADE, Kind.CENTURY, Kind.QUARTER})
_POINT_HEDGES: Final = frozenset({Qualifier.ABOUT, Qualifier.NEARLY})
_ONE: Final = Decimal(1)
_THOUSAND: Final = Decimal(1000)
_MAX_ADJECTIVES: Final = 3
_MAX_HEDGE: Final = 3
_CLOSES: Final = frozenset(("", ".", ";", ",", ")"))
_MAX_ATTRIBUTE: Final = 9
"""How many tokens before "über" the noun may stand that it belongs to."""
_ATTRIBUTE: Final = wordset(
    "mit der des dem den die das von vom an für zwischen und aus zum zur im in bei beim seitens ein eine einen einem "
    'einer eines seinem seiner ihrem ihrer & „ “ "'
)


def find(text: str, language: str) -> tuple[Figure, ...]:
    """Every figure of a text, in reading order, none overlapping another.

    Args:
        text: any text; spans are half-open code-point offsets into it.
        language: ``de`` or ``en``.

    Raises:
        ValueError: if the language is not known.
    """
    loc = locale(language)
    t = Tokens(text, loc.vocabulary)
    return figures(t, readings(t, loc), loc)


def readings(t: Tokens, loc: Locale) -> list[Reading]:
    """What stands in the text, in tokens."""
    found: list[Reading] = []
    floor = 0
    at = t.at
    for i in t.candidates:
        if i < floor:
            continue
        for reader in READERS[at[i].lexeme.role]:  # type: ignore[union-attr]
            reading = reader(t, i, loc)
            if reading is not None and reading.first >= floor:
                found.append(reading)
                floor = reading.stop
                break
    if found:
        _lend(t, found, loc)
        _lend_back(t, found, loc)
    return found


def figures(t: Tokens, found: list[Reading], loc: Locale) -> tuple[Figure, ...]:
    """The readings as figures: with their hedges, their nouns and their place in the text."""
    read = [_figure(t, reading, number, loc) for number, reading in enumerate(found, 1)]
    return tuple(_bounded(t, found, read, loc))


def _bounded(t: Tokens, readings: list[Reading], figures: list[Figure], loc: Locale) -> list[Figure]:
    """Makes one range of two bounds: more than 20 but fewer than 30, mindestens 5, höchstens aber 10 Prozent."""
    if len(figures) < 2 or not any(figure.qualifier in _LOWER for figure in figures):
        return figures
    kept: list[Figure] = []
    last_stop = 0
    bound: Figure | None = None
    for reading, figure in zip(readings, figures, strict=True):
        last = kept[-1] if kept else None
        merged = None if last is None or last is bound else _two_bounds(last, figure)
        if merged is not None and _only_bounding(t, last_stop, reading.first, loc):
            span = Span(merged.span.start, figure.span.end)
            kept[-1] = bound = replace(merged, span=span, surface=span.of(t.text))
        else:
            kept.append(figure)
        last_stop = reading.stop
    return kept if len(kept) == len(figures) else [replace(f, id=f"F{n}") for n, f in enumerate(kept, 1)]


def _two_bounds(first: Figure, second: Figure) -> Figure | None:
    """The range between two figures of one unit of which one is hedged as lower, the other as upper bound."""
    low, high = (first, second) if first.qualifier in _LOWER else (second, first)
    if low.qualifier not in _LOWER or high.qualifier not in _UPPER:
        return None
    kinds = {first.kind, second.kind}
    if not isinstance(low.value, Decimal) or not isinstance(high.value, Decimal) or low.value >= high.value:
        return None
    if len(kinds - {Kind.NUMBER, Kind.COUNT}) != (first.kind not in _NUMBERS) or first.unit != second.unit:
        return None
    return replace(
        first, kind=second.kind, value=None, low=low.value, high=high.value, qualifier=Qualifier.EXACT, noun=second.noun
    )


def _only_bounding(t: Tokens, start: int, stop: int, loc: Locale) -> bool:
    small = loc.hedging | loc.ands | _BUT
    return 0 < stop - start <= _MAX_BOUNDING and all(t.at[j].low in small for j in range(start, stop))


_LOWER: Final = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})
_UPPER: Final = frozenset({Qualifier.AT_MOST, Qualifier.LESS_THAN})
_NUMBERS: Final = frozenset({Kind.NUMBER, Kind.COUNT})
_BUT: Final = wordset("but yet aber doch jedoch , or oder equal gleich")
_MAX_BOUNDING: Final = 6
_HEDGE_WORDS: Final = 5
"""The longest hedge: less than or equal to."""


def _lend(t: Tokens, readings: list[Reading], loc: Locale) -> None:
    """Gives a bare number the scale and unit of the next figure: von 1,1 auf 2,5 Milliarden Euro."""
    for reading, after in pairwise(readings):
        if reading.kind is not Kind.NUMBER or after.kind in _SHARED or after.unit is None:
            continue
        if t.at[reading.stop].low not in loc.share_words or not _only_hedges(t, reading.stop + 1, after.first, loc):
            continue
        if not isinstance(reading.value, Decimal) or not isinstance(after.value, Decimal):
            continue
        scale = _written_scale(t, after) if reading.value < _THOUSAND else _ONE
        reading.kind, reading.unit, reading.value = after.kind, after.unit, reading.value * scale


def _only_hedges(t: Tokens, start: int, stop: int, loc: Locale) -> bool:
    """Whether nothing but hedges and small words stands there: von 38 auf mehr als 70 Prozent, 60 und etwa 40."""
    small = loc.hedging | loc.articles | loc.words["adverb"]
    return 0 <= stop - start <= _MAX_HEDGE and all(t.at[j].low in small for j in range(start, stop))


def _lend_back(t: Tokens, readings: list[Reading], loc: Locale) -> None:
    """Gives the unit of percentages to a bare number behind: from 60 percent to 40; 60 percent and 40, respectively."""
    for reading, after in pairwise(readings):
        if reading.kind is not Kind.PERCENT or after.kind is not Kind.NUMBER or not isinstance(after.value, Decimal):
            continue
        word = t.at[reading.stop].low
        if not _only_hedges(t, reading.stop + 1, after.first, loc) or word not in loc.share_words:
            continue
        if word in loc.ands or word in loc.words["or"]:
            shared = t.at[after.stop].word in _CLOSES or t.at[after.stop].low in loc.words["respectively"]
        else:
            shared = t.at[reading.first - 1].low in loc.words["from"] or t.at[reading.first].low in loc.words["from"]
        if shared and _noun(t, after.stop, loc)[0] is None:
            after.kind, after.unit = reading.kind, reading.unit


def _written_scale(t: Tokens, reading: Reading) -> Decimal:
    for j in range(reading.first, reading.stop):
        lexeme = t.at[j].lexeme
        if lexeme is not None and lexeme.role is Role.SCALE and lexeme.value is not None and lexeme.value >= _THOUSAND:
            return lexeme.value
    return _ONE


def _figure(t: Tokens, reading: Reading, number: int, loc: Locale) -> Figure:
    kind, noun = reading.kind, reading.noun
    qualifier = Qualifier.EXACT
    if kind is not Kind.DESIGNATION:
        qualifier = _behind(t, reading.stop, loc) or _before(t, reading, loc) or Qualifier.EXACT
    if noun is None and kind in _COUNTED:
        noun, further = _noun(t, reading.stop, loc)
        if further and qualifier is Qualifier.EXACT:
            qualifier = Qualifier.FURTHER
        if noun is not None and kind is Kind.NUMBER:
            kind = Kind.COUNT
    elif kind is Kind.AGE and is_length(t.at[reading.stop].word):
        kind = Kind.DURATION
    start, end = t.starts[reading.first], t.end(reading.stop - 1)
    return Figure(
        kind,
        reading.value,
        t.text[start:end],
        Span(start, end),
        reading.low,
        reading.high,
        reading.unit,
        qualifier,
        noun,
        f"F{number}",
    )


def _before(t: Tokens, reading: Reading, loc: Locale) -> Qualifier | None:
    """The hedge before a figure; "Abkommen über 2,5 Milliarden" (worth) is none."""
    j = reading.first - 1
    found = _hedge(t, j, reading.kind, loc)
    if found is None and t.at[j].low in loc.articles:  # mindestens die Hälfte, almost a decade
        found = _hedge(t, j - 1, reading.kind, loc)
    if found is Qualifier.JUST_OVER and reading.kind is Kind.ORDINAL:
        return None  # a good third place
    if found is not None and reading.kind in _POINTS and found not in _POINT_HEDGES:
        return None  # ab 14 Uhr, up to 2020: when something begins or ends, not how exactly it is known
    return found


def _hedge(t: Tokens, j: int, kind: Kind, loc: Locale) -> Qualifier | None:
    """The hedge whose last word stands at token ``j``."""
    at = t.at
    word = at[j].low
    table = loc.before.get(word)
    if table is None or j < 0:
        return None
    found, words = table.get(""), ""
    for k in range(1, _HEDGE_WORDS):
        words = f"{at[j - k].low} {words}".rstrip()
        found = table.get(words, found)
    worth = loc.worth.get(word)
    if worth is not None and (worth.kinds is None or kind in worth.kinds) and _behind_noun(t, j, worth):
        return None
    return found


def _behind_noun(t: Tokens, j: int, worth: Worth) -> bool:
    """Whether a noun makes the hedge at ``j`` a preposition: a loan, a contract over so much, a survey among so many.

    Between the noun and the preposition may stand who it is with: "Vertrag mit dem Hersteller Boeing über 12 Jets".
    """
    if worth.nouns is None:
        head = t.at[j - 1].word[:1]
        return head.isdecimal() or (j > 1 and head.isupper() and t.at[j - 2].word not in (".", "!", "?", ":", ""))
    if t.at[j - 1].low in _ATTRIBUTE and t.at[j - 1].word.isalpha():
        return False  # Investitionen von über 50 Milliarden
    for k in range(j - 1, max(-1, j - 1 - _MAX_ATTRIBUTE), -1):
        token = t.at[k]
        if token.breaks:
            return False
        if token.word[:1].isupper():
            if worth.nouns.match(token.low) is not None:
                return True
        elif token.word != "-" and token.low not in _ATTRIBUTE and not _is_adjective(t, k):
            return False
    return False


def _is_adjective(t: Tokens, k: int) -> bool:
    """dem amerikanischen Hersteller: a word with an adjective's ending between article and noun."""
    return t.at[k].low.endswith(_ADJECTIVE_ENDINGS) and t.at[k - 1].low in _ATTRIBUTE and t.at[k + 1].word[:1].isupper()


def _behind(t: Tokens, stop: int, loc: Locale) -> Qualifier | None:
    """500 or more, 30 Prozent und mehr, 20 oder weniger."""
    if t.at[stop].low not in loc.words["or"] or t.at[stop + 2].low in ("als", "than"):
        return None  # 2 und mehr als 40 are two figures
    return loc.or_more.get(t.at[stop + 1].low)


def _noun(t: Tokens, stop: int, loc: Locale) -> tuple[str | None, bool]:
    """The counted noun behind a number, over a few adjectives, and whether one of them says "further"."""
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
            return word, further
        elif word[0].isupper():
            return _compound(t, j), further
        elif not token.low.endswith(_ADJECTIVE_ENDINGS):
            break
        j += 1
    return None, further


_ADJECTIVE_ENDINGS: Final = ("e", "en", "er", "es", "em")


def _compound(t: Tokens, j: int) -> str:
    """Boeing-Maschinen, US-Soldaten: the whole hyphened word."""
    stop = j
    while (
        t.at[stop + 1].word == "-"
        and not t.at[stop].spaced
        and not t.at[stop + 1].spaced
        and t.at[stop + 2].word[:1].isalpha()
    ):
        stop += 2
    return t.text[t.starts[j] : t.end(stop)]
