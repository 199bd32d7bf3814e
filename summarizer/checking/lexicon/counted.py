"""Which noun a figure counts: the head of the words behind it, found with the lexicon's help.

German shows it: the first capitalised word behind the number, over adjectives ("14 neue Boeing-Maschinen"). English
puts what qualifies a noun before it, without a sign: in "30 local school districts" the districts are counted. There
the last known noun of an unbroken run of known nouns is taken, the run ended by a stop word, a sign or a verb.

To extend: a word that ends the search is one entry of ``words/common.txt`` under ``[english stops]``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from summarizer.checking.late import late
from summarizer.checking.lexicon import nouns
from summarizer.checking.lexicon.common import word_set
from summarizer.data import Span

_REACH = 90
"""Letters behind the figure that are looked at."""
_MODIFIERS = 4
"""Words that may stand between a number and its noun."""
_WORD = late(r"([^\W\d_]+(?:[-'’*:][^\W\d_]+)*)(\s*)")


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun that a figure counts, where it stands."""

    surface: str
    span: Span
    concepts: frozenset[str]
    """As `nouns.concepts` gives them; empty where the lexicon doesn't hold it."""


@lru_cache(maxsize=1 << 14)
def _stops(word: str) -> bool:
    return word in word_set("english stops")


def _words(text: str, position: int) -> list[re.Match[str]]:
    """The words behind ``position`` up to the first sign other than a space or hyphen."""
    found: list[re.Match[str]] = []
    at = position
    end = min(len(text), position + _REACH)
    while at < end and text[at] in " -\u00a0":
        at += 1
    while len(found) <= _MODIFIERS + 1 and (match := _WORD.match(text, at, end)) is not None:
        found.append(match)
        if not match[2]:
            break
        at = match.end()
    return found


def _as_counted(match: re.Match[str], concepts: frozenset[str]) -> Counted:
    return Counted(match[1], Span(*match.span(1)), concepts)


def _german(words: list[re.Match[str]]) -> Counted | None:
    """The first capitalised word; a name before the noun ("14 Boeing Maschinen") gives way to a noun that is known."""
    first: Counted | None = None
    if words and (meant := _ADJECTIVES.get(_CASE.sub("", words[0][1]))) is not None:
        return _as_counted(words[0], nouns.concepts(meant, "de"))
    for match in words[: _MODIFIERS + 1]:
        word = match[1]
        if not word[0].isupper():
            if first is not None or not word.endswith(_ADJECTIVE_ENDINGS) or word in word_set("german"):
                break
            continue
        known = nouns.concepts(word, "de")
        if known and not nouns.national(known):
            return _as_counted(match, known)
        if first is not None:
            break
        first = _as_counted(match, known)
    return first


_CASE = late(r"(?:e|en|er|es|em)$")
_ADJECTIVES = {
    "seitig": "Seite",
    "köpfig": "Mensch",
    "stöckig": "Stockwerk",
    "geschossig": "Stockwerk",
    "spurig": "Spur",
    "teilig": "Teil",
    "stellig": "Ziffer",
    "sitzig": "Sitz",
    "türig": "Tür",
    "bändig": "Band",
    "gleisig": "Gleis",
    "bettig": "Bett",
}
"""What is counted in "250-seitig"."""
_ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")


def _english(words: list[re.Match[str]]) -> Counted | None:
    """The last of the first run of known nouns, else the first word that is no stop."""
    head: Counted | None = None
    first: re.Match[str] | None = None
    for at, match in enumerate(words[1:] if words and words[0][1] == "of" else words):
        word = match[1]
        lower = word.lower()
        if _stops(lower) or (head is None and at > _MODIFIERS):
            return _members(words, head, at) if head is not None else _unknown(first)
        first = first or match
        known = nouns.concepts(word, "en")
        if head is not None and lower in word_set("english fates"):
            return Counted(head.surface, head.span, head.concepts | known)
        if head is not None and (not known or lower in word_set("english verbs")):
            break
        if known and (head is None or not nouns.national(known)):
            head = (
                None
                if nouns.national(known) and match is not words[-1]
                else _as_counted(match, _of_pair(head, match, known))
            )
            first = match if head is None else first
    return head or _unknown(first)


def _unknown(first: re.Match[str] | None) -> Counted | None:
    return None if first is None else _as_counted(first, nouns.concepts(first[1], "en"))


def _members(words: list[re.Match[str]], head: Counted, at: int) -> Counted:
    """ "Members of the crew" are counted as the crew is, too."""
    if head.surface.lower() not in ("member", "members") or at >= len(words) or words[at][1] != "of":
        return head
    for match in words[at + 1 :]:
        if known := nouns.concepts(match[1], "en"):
            return Counted(head.surface, head.span, head.concepts | known)
    return head


def _of_pair(modifier: Counted | None, noun: re.Match[str], known: frozenset[str]) -> frozenset[str]:
    """What a noun means with the one before it ("gold medals"), and alone."""
    return known if modifier is None else known | nouns.concepts(f"{modifier.surface} {noun[1]}", "en")


def after(text: str, position: int, language: str) -> Counted | None:
    """The noun that a figure ending at ``position`` counts; None where none follows.

    Raises:
        KeyError: for a language other than "de" and "en".
    """
    return {"de": _german, "en": _english}[language](_words(text, position))
