"""The table of verbs that report a deal (`valency.toml`) as records: who stands where beside each.

Kept as data, so that a verb is a line and its forms are made by rule (`drafting.verb_forms`). Read once, when
first asked for.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

from summarizer.data import DealKind, DealStatus, Role
from summarizer.drafting.verb_forms import Forms, forms

THING = "thing"
ITEM = "item"


@dataclass(frozen=True, slots=True)
class Valency:
    """What a group of verbs tells, and the roles of what stands beside them."""

    verbs: tuple[Forms, ...]
    kind: DealKind
    noun: str
    """What such a deal is called in English."""
    subject: Role | None
    """None where what changes hands is the subject."""
    dative: Role | None
    object: Role | None
    """Of a party in the accusative: "betraut die Firma X"."""
    owner: Role | None
    """Of whom the thing belongs to: "für das System des Herstellers X"."""
    behind: Mapping[str, Role]
    """By preposition."""
    about: frozenset[str]
    words: re.Pattern[str] | None
    """The rest of a fixed expression."""
    sich: bool | None
    needs: tuple[frozenset[str], ...]
    hedge: str
    status: DealStatus | None

    def found(self, words: list[str]) -> Forms | None:
        """The verb of this group among the small words of a clause; a prefix must end it ("stößt … ab")."""
        last = words[-1] if words else ""
        for verb in self.verbs:
            if any(word in verb.joined for word in words) if verb.prefix else any(w in verb.words for w in words):
                return verb
            if verb.prefix and last == verb.prefix and any(word in verb.finite for word in words[:-1]):
                return verb
        return None


@dataclass(frozen=True, slots=True)
class Event:
    """A noun of doing, and the places behind it."""

    nouns: re.Pattern[str]
    kind: DealKind
    noun: str
    subject: Role
    """Of who does it."""
    other: Role | None
    """Of whom it is done with, where it is talked over or agreed."""
    behind: Mapping[str, Role | str]
    """Role, or `ITEM`, by preposition."""
    genitive: Role | str


@functools.cache
def table() -> tuple[Valency, ...]:
    """The lines of ``valency.toml`` in their order."""
    return tuple(_line(entry) for entry in _read()["verb"])


@functools.cache
def events() -> tuple[Event, ...]:
    """The nouns of doing of ``valency.toml``."""
    return tuple(_event(entry) for entry in _read()["event"])


@functools.cache
def verb_forms() -> frozenset[str]:
    """Every form of every verb of the table."""
    return frozenset(word for line in table() for verb in line.verbs for word in verb.words)


@functools.cache
def _read() -> dict[str, Any]:
    return tomllib.loads(resources.files("summarizer.drafting").joinpath("valency.toml").read_text("utf-8"))


def _event(entry: dict[str, Any]) -> Event:
    def place(written: str) -> Role | str:
        return ITEM if written == ITEM else Role(written)

    return Event(
        nouns=re.compile(entry["nouns"]),
        kind=DealKind(entry["kind"]),
        noun=entry["noun"],
        subject=Role(entry["subject"]),
        other=Role(entry["with"]) if "with" in entry else None,
        behind={preposition: place(written) for preposition, written in entry["behind"].items()},
        genitive=place(entry.get("genitive", ITEM)),
    )


def _line(entry: dict[str, Any]) -> Valency:
    return Valency(
        verbs=tuple(forms(parts) for parts in entry["verbs"]),
        kind=DealKind(entry["kind"]),
        noun=entry["noun"],
        subject=None if entry["subject"] == THING else Role(entry["subject"]),
        dative=Role(entry["dative"]) if "dative" in entry else None,
        object=Role(entry["object"]) if "object" in entry else None,
        owner=Role(entry["owner"]) if "owner" in entry else None,
        behind={preposition: Role(role) for preposition, role in entry.get("behind", {}).items()},
        about=frozenset(entry.get("about", ())),
        words=re.compile(entry["words"]) if "words" in entry else None,
        sich=entry.get("sich"),
        needs=tuple(frozenset(need.split("+")) for need in entry["needs"]),
        hedge=entry.get("hedge", ""),
        status=DealStatus(entry["status"]) if "status" in entry else None,
    )
