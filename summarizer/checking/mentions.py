"""Where two texts name a party: a company, a person, a club.

German marks no names by capitals, so what a party of the source is must be sure: words that the target names too, two
capitalised words side by side (Cove Capital), or one behind what it is (die Konkurrentin Lindwerft). Countries are no
parties: their adjectives stand beside everything.

To extend: an ending of `_SORTS` for nouns that a company's name stands behind, one of `_SPEAKERS` for those of people.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from summarizer.checking.late import late
from summarizer.checking.lexicon import gazetteer, names, nouns, spotting
from summarizer.checking.reading import Reading

_RUN = late(r"[A-ZÄÖÜ][\w'’]*(?:(?:[ \u00a0-]|\s&\s)[A-ZÄÖÜ][\w'’]*)*")
WORD = late(r"[\w'’]+")

_SORTS = late(
    r"(?:konzern|firma|gesellschaft|klinik|büro|bank|gruppe|kette|partei|werft|verband|gewerkschaft|versicherung|airline"
    r"|reederei|molkerei|brauerei|kellerei|käserei|druckerei|riese|tochter|unternehmen|konkurrent|lieferant|produzent"
    r"|hersteller|anbieter|bieter|versorger|betreiber|händler|zulieferer|verlag|verein|rivale|bewerber|entwickler|bauer"
    r"|ausrüster|vermieter|spezialist|start-up|studio|kanzlei|stiftung|genossenschaft)(?:in|s|es)?$",
    re.IGNORECASE,
)
"""Ends of nouns that the name of a company or club stands behind."""
_SPEAKERS = late(
    r"(?:chef|vorstand|minister|präsident|sprecher|analyst|direktor|leiter|führer|manager|kommissar|bürgermeister|rat"
    r"|kanzler|vorsitzende[rn]?|professor|forscher|experte|ökonom|historiker|beauftragte[rn]?)(?:in)?$",
    re.IGNORECASE,
)
"""Ends of nouns that the name of somebody stands behind who says what figures others have."""
_NOUN = late(r"(?:ung|heit|keit|schaft|tion|ismus|ungen|heiten|keiten|tionen)$")
_PAIR, _LEAST = 2, 4


class Mention(NamedTuple):
    """Where a party is named."""

    start: int
    end: int


def runs(text: str) -> Iterator[tuple[int, tuple[str, ...], tuple[int, ...]]]:
    """Runs of capitalised words: the start, the words, and the start of each."""
    for run in _RUN.finditer(text):
        found = list(WORD.finditer(run.group()))
        yield run.start(), tuple(m.group() for m in found), tuple(run.start() + m.start() for m in found)


@lru_cache(maxsize=4096)
def _is_place(word: str, language: str) -> bool:
    return gazetteer.entry_of(word.removesuffix("'s").removesuffix("’s"), language) is not None


@lru_cache(maxsize=4096)
def ordinary_german(word: str) -> bool:
    """Whether a German word is a noun of the lexicon or a place."""
    return bool(nouns.concepts(word, "de")) or _is_place(word, "de")


def overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of the spans, which follow one another, shares a code point with a stretch."""
    at = bisect_left(spans, (end, 0))
    return at > 0 and spans[at - 1][1] > start


def named_for_sure(source: Reading) -> list[tuple[Mention, tuple[int, ...]]]:
    """What is sure to be a name by the German alone, and where each of its words begins."""
    text = source.text
    spans = [(figure.span.start, figure.span.end) for figure in source.figures]
    found_runs = list(runs(text))
    parts = {words[0] for _, words, _ in found_runs if len(words) > 1 and not ordinary_german(words[0])}
    parts |= {words[-2] for _, words, _ in found_runs if len(words) > _PAIR and _SORTS.search(words[-3])}
    parts |= {words[-1] for _, words, _ in found_runs if _apposed(words)}
    found = []
    for _, words, starts in found_runs:
        first = 0
        while first < len(words) and (ordinary_german(words[first]) or _leads(text, starts, words, first)):
            first += 1
        if _apposed(words):
            first = len(words) - 1
        rest = words[first:]
        end = starts[-1] + len(words[-1])
        if not rest or (first and _SPEAKERS.search(words[first - 1])):
            continue
        if text[starts[-1] - 1 : starts[-1]] == "-" and ordinary_german(rest[-1]):
            continue  # a Ryder-Cup-Spieler is some player
        if len(rest) < 2 and not _sure_name(words, parts):
            continue
        if overlaps(spans, starts[first], end) or (all(map(ordinary_german, rest)) and not _apposed(words)):
            continue
        found.append((Mention(starts[first], end), starts[first:]))
    return found


def _sure_name(words: Sequence[str], parts: set[str]) -> bool:
    """Whether one German word alone is a name: in capitals, or the first of a longer name elsewhere."""
    word = words[-1]
    if (word.isupper() and len(word) > 2) or _apposed(words):
        return True
    return len(words) == 1 and word in parts and _unknown(word)


def _apposed(words: Sequence[str]) -> bool:
    """Whether the last word of a run is the name of what the word before it says: die Konkurrentin Lindwerft."""
    if len(words) < _PAIR or _SORTS.search(words[-2]) is None or len(words[-1]) < _LEAST:
        return False
    return not _is_place(words[-1], "de") and _NOUN.search(words[-1]) is None


def _unknown(word: str) -> bool:
    return any(name.kind is names.NameKind.PROPER for name in names.find(word, "de"))


def word_end(text: str, start: int) -> int:
    """Where the run of capitalised words that begins at ``start`` ends."""
    match = _RUN.match(text, start) or WORD.match(text, start)
    return match.end() if match else start


def _leads(text: str, starts: Sequence[int], words: Sequence[str], at: int) -> bool:
    """Whether a word is capitalised only because it opens a sentence: Am Rande, Die Projekte."""
    if at or _is_unlike_word(words[0]):
        return False
    end = starts[0]
    while end and text[end - 1].isspace():
        end -= 1
    return not end or text[end - 1] in '.!?:„“”"»«' or "\n" in text[end : starts[0]]


@lru_cache(maxsize=4096)
def _is_unlike_word(word: str) -> bool:
    return word.isupper() or _unknown(word)


def places_of(name: str, text: str) -> tuple[int, ...]:
    """Where a text has a name as whole words."""
    found = []
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not text[max(0, at - 1) : at].isalnum() and not text[end : end + 1].isalnum():
            found.append(at)
        at = text.find(name, end)
    return tuple(found)


def known_part(words: Sequence[str], source: str) -> tuple[int, int, tuple[int, ...]] | None:
    """The longest part of a run that the source has letter by letter, and where."""
    for length in range(len(words), 0, -1):
        for first in range(len(words) - length + 1):
            part = words[first : first + length]
            if length == 1 and (spotting.ordinary(part[0]) or len(part[0]) < 3 or _is_place(part[0], "en")):
                continue
            if all(spotting.ordinary(word) or _is_place(word, "en") for word in part) and length < 2:
                continue
            last = part[-1].removesuffix("'s").removesuffix("’s")
            if any(word not in source for word in (*part[:-1], last)):
                continue
            spellings = {joint.join((*part[:-1], last + end)) for joint in " \u00a0-" for end in ("", "s")}
            places = tuple(sorted({at for spelling in spellings for at in places_of(spelling, source)}))
            if places:
                return first, first + length, places
    return None


def by_key(words: Sequence[str], source: Reading) -> tuple[int, ...]:
    """Where the source has a name in its own spelling: Tokayev, Tokajew."""
    if all(spotting.ordinary(word) or _is_place(word, "en") for word in words):
        return ()
    word = words[-1]
    if spotting.ordinary(word) or _is_place(word, "en") or len(word) < 4:
        return ()
    return source.names.positions(names.romanised_key(word))
