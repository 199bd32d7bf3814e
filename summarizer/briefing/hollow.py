"""The word lists of ``words.toml``: what makes no two sentences, parties or deals alike."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("words.toml")


@cache
def hollow(of: str) -> frozenset[str]:
    """The words of one list: ``sentence`` (German), ``firm``, ``party``, ``item`` (English), in small letters."""
    return _lists()[of]


@cache
def _lists() -> dict[str, frozenset[str]]:
    lists = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in lists.items()}
