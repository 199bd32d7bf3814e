"""Reads the hedge of a figure: rund, bis zu, more than before it; "or more" behind it.

The words are the locale's; here is when a word is a plain preposition instead ("Abkommen über 2,5 Milliarden").
"""

from __future__ import annotations

from typing import Final

from summarizer.data import Kind, Qualifier
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale, Worth, wordset
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens

_POINTS: Final = frozenset({Kind.DATE, Kind.TIME, Kind.YEAR, Kind.YEAR_RANGE, Kind.DECADE, Kind.CENTURY, Kind.QUARTER})
_POINT_HEDGES: Final = frozenset({Qualifier.ABOUT, Qualifier.NEARLY})
_MAX_ATTRIBUTE: Final = 9
"""How many tokens before "über" the noun may stand that it belongs to."""
_ATTRIBUTE: Final = wordset(
    "mit der des dem den die das von vom an für zwischen und aus zum zur im in bei beim seitens ein eine einen einem "
    'einer eines seinem seiner ihrem ihrer & „ “ "'
)
_HEDGE_WORDS: Final = 5
"""The longest hedge: less than or equal to."""


def hedge_before(t: Tokens, reading: Reading, loc: Locale) -> Qualifier | None:
    """The hedge before a figure; "Abkommen über 2,5 Milliarden" (worth) is none."""
    j = reading.first - 1
    found = _hedge(t, j, reading.kind, loc)
    if found is None and t.at[j].low in loc.articles:  # mindestens die Hälfte, almost a decade
        found = _hedge(t, j - 1, reading.kind, loc)
    if found is Qualifier.JUST_OVER and reading.kind is Kind.ORDINAL:
        return None  # a good third place
    if found is Qualifier.ABOUT and reading.kind is Kind.FRACTION and t.at[j].low == "die":
        return None  # senkt um die Hälfte: by how much
    if found is Qualifier.LESS_THAN and t.at[j].low.startswith("kein") and _is_name_of(t, reading):
        return None
    if found is not None and reading.kind in _POINTS and found not in _POINT_HEDGES:
        return None  # ab 14 Uhr, up to 2020: when something begins or ends, not how exactly it is known
    return found


def _is_name_of(t: Tokens, reading: Reading) -> bool:
    """Whether keine denies the thing and not its number: kein zweites Mal, keine 100-prozentige Lösung."""
    hyphened = any(t.at[j].word == "-" for j in range(reading.first, reading.stop + 1))
    return hyphened or reading.kind in (Kind.ORDINAL, Kind.AGE, Kind.VAGUE, Kind.MULTIPLE, Kind.RATIO)


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
    if (
        kind is Kind.DURATION
        and not words.endswith(("more", "mehr"))
        and table.get("") is _OVER
        and _amount_at(t, j - 1, loc)
    ):
        return None  # 500 million over twelve years
    if kind is Kind.LENGTH and word == "über" and _is_race(t, j - 1):
        return None
    worth = loc.worth.get(word)
    if worth is not None and (worth.kinds is None or kind in worth.kinds) and _behind_noun(t, j, worth):
        return None
    return found


def _is_race(t: Tokens, j: int) -> bool:
    """Whether a race is run over the length behind token ``j``: Gold über 400 Meter, gewann über 5 Kilometer."""
    return t.at[j].low.endswith(_RACES)


_RACES: Final = (
    "gewann", "siegte", "gewinnt", "siegt", "startet", "startete", "gold", "silber", "bronze", "titel", "sieg",
    "siegerin", "sieger", "rekord", "rekords", "rennen", "lauf", "finale", "meister", "meisterin", "olympiasieger",
)  # fmt: skip
_OVER: Final = Qualifier.MORE_THAN


def _amount_at(t: Tokens, j: int, loc: Locale) -> bool:
    """Whether an amount ends at token ``j``: its unit, scale or digits."""
    token = t.at[j]
    scale = token.lexeme is not None and token.lexeme.role in (Role.SCALE, Role.DIGITS)
    return scale or token.low in loc.phrases or token.word in loc.symbols or token.word in loc.units


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
    return t.at[k].low.endswith(ADJECTIVE_ENDINGS) and t.at[k - 1].low in _ATTRIBUTE and t.at[k + 1].word[:1].isupper()


def hedge_behind(t: Tokens, stop: int, loc: Locale) -> Qualifier | None:
    """500 or more, 30 Prozent und mehr, 20 oder weniger, 40-odd."""
    if t.at[stop].word == "-" and t.at[stop + 1].low == "odd" and not t.at[stop].spaced:
        return Qualifier.ABOUT
    if t.at[stop - 1].low == "ish":
        return Qualifier.ABOUT  # 11ish
    if t.at[stop].low == "nicht":
        return loc.not_beyond.get(t.at[stop + 1].low)
    if t.at[stop].low not in loc.words["or"] or t.at[stop + 2].low in ("als", "than", "or", "oder"):
        return None  # 2 und mehr als 40 are two figures
    return loc.or_more.get(t.at[stop + 1].low)


ADJECTIVE_ENDINGS: Final = ("e", "en", "er", "es", "em")
