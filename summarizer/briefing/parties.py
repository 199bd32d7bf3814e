"""Whether two names of a party, from two articles, name the same one.

Names come in English with what the German said they are: "Tau-Ken Samruk (Kazakh state company)", "the ministry of
Kazakhstan", "Kazakh ministry". Countries are compared by the keys of the names lexicon, so that an adjective equals its
country; other words by the key that German and English romanisation share. One name may be shorter than the other
("Saxstahl", "Saxstahl AG") where what it keeps is telling; a country alone is only that country.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from summarizer.briefing.hollow import hollow
from summarizer.checking.lexicon import names
from summarizer.checking.lexicon.gazetteer import NameKind
from summarizer.checking.lexicon.romanise import romanised_key
from summarizer.data import Deal, Party, Role

_BRACKETS = re.compile(r"\s*\([^)]*\)")
_WORD = re.compile(r"[^\W_]+(?:[&+'’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class _Key:
    words: frozenset[str]
    countries: frozenset[str]

    @property
    def telling(self) -> bool:
        return any(word not in hollow("party") for word in self.words)


def same_party(one: str, other: str) -> bool:
    """Whether two party names mean the same party."""
    a, b = _key(one), _key(other)
    if a == b:
        return bool(a.words or a.countries)
    if not a.words or not b.words or (a.countries and b.countries and a.countries != b.countries):
        return False  # a country is no body of that country
    small, large = sorted((a, b), key=lambda key: len(key.words))
    if small.words == large.words:  # one says whose it is, the other leaves it open
        return True
    return small.words < large.words and small.telling


def sides(deal: Deal) -> tuple[Party, ...]:
    """The parties proper, without whoever announced it."""
    return tuple(party for party in deal.parties if party.role is not Role.ANNOUNCED_BY)


def union(groups: Iterable[Iterable[Party]]) -> tuple[Party, ...]:
    """All parties, each once: of two names for one the longer, with a role if either has one."""
    kept: list[Party] = []
    for group in groups:
        for party in group:
            at = next((i for i, known in enumerate(kept) if _merges(known, party)), None)
            if at is None:
                kept.append(party)
            else:
                known = kept[at]
                kept[at] = Party(max(known.name, party.name, key=len), known.role or party.role)
    announced = [party for party in kept if party.role is Role.ANNOUNCED_BY]
    return (*(party for party in kept if party.role is not Role.ANNOUNCED_BY), *announced)


def _merges(known: Party, party: Party) -> bool:
    apart = (known.role is Role.ANNOUNCED_BY) != (party.role is Role.ANNOUNCED_BY)
    return not apart and same_party(known.name, party.name)


@lru_cache(maxsize=4096)
def _key(name: str) -> _Key:
    bare = _BRACKETS.sub("", name) or name
    countries: set[str] = set()
    for found in names.find(bare, "en"):
        if found.kind is NameKind.COUNTRY:
            countries.add(found.key)
            bare = bare.replace(found.surface, " ")
    bare = re.sub(r"['’]s\b", "", bare)
    words = (word for word in _WORD.findall(bare) if word.lower() not in hollow("firm"))
    return _Key(
        frozenset(
            word.lower() if word.lower() in hollow("party") else romanised_key(word) or word.lower() for word in words
        ),
        frozenset(countries),
    )
