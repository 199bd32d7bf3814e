"""What rank stands beside a figure: "the largest producer, with 19 percent" where the source says zweitgrößte.

The largest is no figure, so nobody looks for it; but the second-largest is one, and who leaves out the "second" says
something else. A figure is doubted where the sentence of each text names one rank of the same sort (size, age, price …)
and they differ. A rank that is told itself, "second-largest" for größte, is doubted where the source has none such.

To extend: a word of `_SORTS`, German = English.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.checking.atoms import Atom, Slot
from summarizer.checking.late import late
from summarizer.checking.reading import Reading

DOUBT = 0.66
_ASKED = frozenset({Slot.MONEY, Slot.SHARE, Slot.COUNT, Slot.NUMBER, Slot.MEASURE, Slot.DURATION})
_SORTS: dict[str, tuple[str, str]] = {
    "size": ("größt", "largest|biggest|greatest"),
    "age": ("ältest", "oldest"),
    "youth": ("jüngst|neuest", "youngest|newest"),
    "height": ("höchst", "highest|tallest"),
    "low": ("niedrigst|tiefst", "lowest"),
    "length": ("längst", "longest"),
    "small": ("kleinst", "smallest"),
    "strength": ("stärkst", "strongest"),
    "price": ("teuerst", "most expensive|dearest"),
    "cheap": ("billigst|günstigst", "cheapest"),
    "speed": ("schnellst", "fastest|quickest"),
    "wealth": ("reichst", "richest|wealthiest"),
    "weight": ("schwerst", "heaviest"),
    "importance": ("wichtigst", "most important"),
}
"""German stems and English words for the top of what is ranked."""
_RANKS = {
    "de": {"zweit": 2, "dritt": 3, "viert": 4, "fünft": 5, "sechst": 6, "siebt": 7, "acht": 8, "neunt": 9, "zehnt": 10},
    "en": {
        "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
        "ninth": 9, "tenth": 10, "2nd": 2, "3rd": 3,
    },
}  # fmt: skip
_GROUPS = {side: "|".join(f"(?P<{sort}>{words[side]})" for sort, words in _SORTS.items()) for side in (0, 1)}
_PATTERNS = {
    "de": late(rf"\b(?P<rank>{'|'.join(_RANKS['de'])})?(?:{_GROUPS[0]})e[nmrs]?\b", re.IGNORECASE),
    "en": late(rf"\b(?:(?P<rank>{'|'.join(_RANKS['en'])})[ -])?(?:{_GROUPS[1]})\b", re.IGNORECASE),
}
_ONE_OF = {
    "de": late(r"\bein\w* de[rs]\s+(?:\w+\s+)?$"),
    "en": late(r"\b(?:one|some|among|two|three) (?:of )?(?:the |its )?(?:\w+['’]s )?$"),
}


class Rank(NamedTuple):
    """A place in an order."""

    sort: str
    place: int
    words: str
    start: int


class Ranks:
    """The ranks that a text names, by sentence."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._found: dict[int, list[Rank]] = {}
        for match in _PATTERNS[reading.language].finditer(reading.text):
            if _ONE_OF[reading.language].search(reading.text[max(0, match.start() - 24) : match.start()]):
                continue
            sort = next(name for name in _SORTS if match[name])
            place = _RANKS[reading.language].get((match["rank"] or "").lower(), 1)
            rank = Rank(sort, place, match.group(), match.start())
            self._found.setdefault(reading.sentence_index(match.start()), []).append(rank)

    def beside(self, atom: Atom) -> list[Rank]:
        """The ranks of the sentence of a figure."""
        return self._found.get(self._reading.sentence_index(atom.position), []) if self._found else []

    def has(self, sort: str, place: int) -> bool:
        """Whether the text names a rank anywhere."""
        return any(rank.sort == sort and rank.place == place for ranks in self._found.values() for rank in ranks)


def differs(claim: Atom, origin: Atom, here: Ranks, there: Ranks) -> str | None:
    """The source's rank beside a figure, where the target names another of the sort; None where it doesn't."""
    if claim.slot not in _ASKED:
        return None
    mine = here.beside(claim)
    its = there.beside(origin) if len(mine) == 1 else []
    same = [rank for rank in its if mine[0].sort == rank.sort]
    if len(same) != 1 or same[0].place == mine[0].place or there.has(mine[0].sort, mine[0].place):
        return None
    return same[0].words


def unknown(claim: Atom, target: Reading, here: Ranks, there: Ranks) -> bool:
    """Whether the target's rank ("second-largest") is none of the source, which names only the first of the sort."""
    if claim.slot is not Slot.ORDINAL:
        return False
    end = target.figures[claim.figure].span.end
    mine = [
        rank for rank in here.beside(claim) if rank.start <= claim.position < rank.start + len(rank.words) <= end + 40
    ]
    return (
        len(mine) == 1
        and mine[0].place > 1
        and there.has(mine[0].sort, 1)
        and not there.has(mine[0].sort, mine[0].place)
    )
