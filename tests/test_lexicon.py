"""The lexicon: which nouns may stand for each other, which names are one, across German and English.

The cases are data under ``cases/lexicon/``; each states why it is there, and negatives stand beside positives.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from summarizer.checking.lexicon import nouns
from summarizer.checking.lexicon.nouns import Likeness

_CASES = Path(__file__).parent / "cases" / "lexicon"


def _cases(name: str) -> dict[str, Any]:
    return tomllib.loads((_CASES / name).read_text(encoding="utf-8"))


_NOUNS = [(*case[:2], Likeness(likeness)) for likeness, cases in _cases("nouns.toml").items() for case in cases]


@pytest.mark.parametrize(("german", "english", "likeness"), _NOUNS)
def test_nouns_are_compared(german: str, english: str, likeness: Likeness) -> None:
    assert nouns.compare(german, english) is likeness


def test_concepts_of_an_unknown_word_are_empty() -> None:
    assert nouns.concepts("Quarzflimmer", "de") == frozenset()


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(KeyError):
        nouns.concepts("Haus", "fr")
