"""What a caller may choose about a draft, and what it gets back beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from summarizer.data import Check, Citation, Draft, Usage


class Strategy(StrEnum):
    """How the article is put to the model."""

    AUTO = "auto"
    """`SENTENCES` for a small model; else `WHOLE` where the article fits the window, `MAP_REDUCE` where not."""
    WHOLE = "whole"
    """The whole article in one request."""
    MAP_REDUCE = "map-reduce"
    """Notes on each chunk, then a summary of the notes."""
    SENTENCES = "sentences"
    """Sentences chosen by rule, translated one by one; deals read by rules, the model asked where they fall short."""


class Length(StrEnum):
    """How long the summary is to be."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"

    @property
    def sentences(self) -> int:
        """About how many sentences."""
        return {Length.SHORT: 4, Length.MEDIUM: 8, Length.LONG: 16}[self]


@dataclass(frozen=True, slots=True)
class Options:
    """Choices for one draft."""

    strategy: Strategy = Strategy.AUTO
    length: Length = Length.MEDIUM
    strict: bool = False
    """Leave out, with a note, what still fails the check after the repairs."""
    glossaries: tuple[Path, ...] = ()
    """Glossary files of the user's own, read after the shipped ones."""
    max_repairs: int = 2
    """How often a flagged sentence is sent back."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a draft will take, known before the first call."""

    strategy: Strategy
    calls: int
    """Requests without repairs and second tries. The small strategy, which asks only where rules fall short, makes
    at most so many; the others make exactly so many."""
    prompt_tokens: int
    """Of those requests, in the model's own encoding; an estimate for requests that hold earlier replies."""
    max_calls: int
    """With every repair and second try that is allowed."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a draft is."""

    stage: str
    """What is being done: ``translate``, ``deals`` …"""
    done: int
    total: int


Checker: TypeAlias = Callable[[str, Sequence[Citation]], Check]
"""Checks an English text, with the source sentences its stretches rest on, against the source."""
Lost: TypeAlias = Callable[[str, str], tuple[str, ...]]
"""From a German text and its English to the German nouns that the English lacks, as far as can be told."""
OnProgress: TypeAlias = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class DraftResult:
    """A draft and how it came about."""

    draft: Draft
    usage: Usage
    strategy: Strategy
    """The one that was used; never `Strategy.AUTO`."""
    prompts: Mapping[str, str] = field(default_factory=dict)
    """Name to digest of every prompt that was used."""
    repairs: int = 0
    """Requests made because something failed the check."""
