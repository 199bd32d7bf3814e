"""Names with a running number: „Kormoran 3“, the Nord Stream 2 pipeline, das Kraftwerk Lindau 3.

A capitalised word before a number is mostly no name but a noun, a place, a party ("in Wien 3 Tote", "die SPD 5 Sitze"),
so that a number is a part of a name only where something says so: quotation marks around both; or an article (with a
kind of thing at most: "die Fregatte Kormoran 3") before them, and behind them neither a noun to count nor a word that
goes on with an amount. What stays unread is a number, as before.
"""

from __future__ import annotations

from typing import Final

from summarizer.data import Kind
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens
from summarizer.figures.units import unit_at

_MOST: Final = 20
"""Running numbers are small."""
_MAX_WORDS: Final = 3
_OPENING: Final = frozenset("„“\"'»«‚‘")
_CLOSING: Final = frozenset("“”\"'«»‘’")
_ARTICLES: Final = wordset("the its their der die das den dem des")
_THINGS: Final = (
    "kraftwerk", "fregatte", "korvette", "schiff", "boot", "rakete", "satellit", "sonde", "kapsel", "mission",
    "pipeline", "windpark", "solarpark", "reaktor", "drohne", "marschflugkörper", "flugkörper", "panzer", "station",
    "programm", "projekt", "flugzeug", "film", "spiel", "frigate", "corvette", "ship", "rocket", "satellite", "probe",
    "capsule", "reactor", "drone", "missile", "tank", "submarine", "ferry", "fähre", "tanker", "spacecraft", "plant",
)  # fmt: skip
"""Ends of the words for things that are numbered so."""
_VERBS: Final = wordset(
    "ist war sei wäre wird wurde werde soll sollte kann konnte darf muss hat hatte habe lief läuft fliegt flog fährt "
    "fuhr startet startete geht ging kommt kam bleibt blieb steht stand liegt lag sank sinkt bringt brachte "
    "is was will would can could has had may might should must went goes flew flies sailed sails slipped left leaves "
    "launched launches opened opens carried carries never"
)


def read(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """The name whose number stands at token ``i``."""
    word, before = t.at[i].word, t.at[i - 1]
    if len(word) > 2 or not word.isdecimal() or word[0] == "0" or int(word) > _MOST or i < 2:
        return None
    first = _first(t, i)
    if first == i or not before.spaced:
        return None
    if t.at[first - 1].word in _OPENING and t.at[i + 1].word in _CLOSING and t.at[i + 1].word:
        return _name(t, first, i)
    if not _placed(t, first, i) or not _ends(t, i, loc):
        return None
    if i - first > 1 and t.at[first].low.endswith(_THINGS):
        first += 1
    return _name(t, first, i)


def _first(t: Tokens, i: int) -> int:
    """The first of the capitalised words before the number; ``i`` if there are none."""
    first = i
    while first > max(0, i - _MAX_WORDS) and _opens(t, first - 1):
        first -= 1
    return first


def _opens(t: Tokens, j: int) -> bool:
    token = t.at[j]
    return token.word[:1].isupper() and token.spaced and token.lexeme is None and token.low not in _ARTICLES


def _placed(t: Tokens, first: int, i: int) -> bool:
    """Whether an article stands before the name, or an article and a kind of thing: the frigate Kormoran 3."""
    before = t.at[first - 1].low
    if before.endswith(_THINGS) and before.isalpha():
        return True
    several, behind = i - first > 1, t.at[i + 1].low
    if first == 0 or before in (".", "!", "?", ":"):
        return several and behind in _VERBS
    return before in _ARTICLES and (several or behind in _VERBS or behind.endswith(_THINGS))


def _ends(t: Tokens, i: int, loc: Locale) -> bool:
    """Whether the number ends the name: a verb behind it, the end of the sentence, an English kind of thing."""
    behind = t.at[i + 1]
    if not t.at[i].spaced:
        return behind.word in (".", "!", "?", "") and (not behind.word or not t.at[i + 2].word[:1].islower())
    if behind.low in _VERBS:
        return True
    if unit_at(t, i + 1, loc) is not None or behind.lexeme is not None or not behind.word[:1].isalpha():
        return False
    return loc.language == "en" and behind.word.islower() and behind.low.endswith(_THINGS)


def _name(t: Tokens, first: int, i: int) -> Reading:
    value = " ".join(t.text[t.starts[first] : t.end(i)].split())
    return Reading(Kind.DESIGNATION, value, first, i + 1)
