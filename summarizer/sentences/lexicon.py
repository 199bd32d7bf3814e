"""What a language must say for its sentences to be found.

Words are written as they stand before the stop, without it: "Dr" for "Dr.", "z.B" for "z. B.". Case counts, because
"So." (Sonntag) and "so." differ, and "schweiz." must not make an abbreviation of "Schweiz."; forms at the start of a
sentence ("Vgl.") stand in the table beside the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum


class Ending(Enum):
    """Whether a sentence can end at an abbreviation that is followed by a capital or a digit."""

    NEVER = "never"
    """Something always follows: Dr., z. B., Nr."""
    EITHER = "either"
    """It ends the sentence only before a word that is capitalised for no other reason: Mio., a. D., Inc."""
    BEFORE_NUMBER = "before number"
    """A word of its own too; an abbreviation only before a number: Art. 5, No. 5."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words one language's sentence rules rest on."""

    endings: Mapping[str, Ending]
    abbreviated_tails: tuple[str, ...]
    """Ends of words that make any word an abbreviation: Hauptstr."""
    starters: frozenset[str]
    """Words that are capitalised only where a sentence begins."""
    links: frozenset[str]
    """Words that end neither a heading nor a sentence: a line that ends in one goes on in the next."""
    units: frozenset[str]
    """Words that belong to the number before them, even across a line break: Millionen, Euro."""
    months: frozenset[str]
    nouns_are_capitalised: bool
    ordinals_take_stop: bool
    ordinal_leads: frozenset[str] = frozenset()
    """Words before an ordinal: der 2., am 6., bereits 3."""
    ordinal_nouns: frozenset[str] = frozenset()
    """Nouns so often counted by an ordinal that the stop before them never ends a sentence."""
    joiners: frozenset[str] = frozenset()
    """Words between two ordinals: und, bis."""


def words(text: str) -> frozenset[str]:
    """A table written as a block of words."""
    return frozenset(text.split())


def endings(*, never: str, either: str, before_number: str) -> dict[str, Ending]:
    """Joins the tables of abbreviations; where one stands in two, `NEVER` wins."""
    blocks = ((either, Ending.EITHER), (before_number, Ending.BEFORE_NUMBER), (never, Ending.NEVER))
    return {word: ending for block, ending in blocks for word in block.split()}
