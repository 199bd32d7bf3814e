"""Small lists of words that the rooms of the lexicon share, by section of ``words/common.txt``.

To extend: a word goes into its section; a new section is read by its heading.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_COMMON = Path(__file__).parent / "words" / "common.txt"


@cache
def words(section: str) -> tuple[str, ...]:
    """The words of a section, in the order of the list; none for a section that doesn't exist."""
    here = ""
    found: list[str] = []
    for line in _COMMON.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            here = line.strip("[]")
        elif here == section and not line.startswith("#"):
            found += line.split()
    return tuple(found)


@cache
def word_set(section: str) -> frozenset[str]:
    """The words of a section, to look one up in."""
    return frozenset(words(section))
