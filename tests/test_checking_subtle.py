"""Subtle errors and free wordings over short texts: from which sensitivity on each is flagged, if at all.

`subtle.toml` says what holds now, misses and false alarms among it: a case that changes sides has to be moved there,
and one that gets worse is seen.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from summarizer.checking import check
from summarizer.data import Sensitivity

_FILE = Path(__file__).parent / "cases" / "checking" / "subtle.toml"
_TEXTS: list[dict[str, Any]] = tomllib.loads(_FILE.read_text(encoding="utf-8"))["text"]
_NEVER = "never"


def _seen(source: str, target: str) -> str:
    """From which sensitivity on a sentence is flagged."""
    flagged = (s for s in Sensitivity if check(source, target, sensitivity=s).flagged)
    return str(next(flagged, _NEVER))


@pytest.mark.parametrize("text", _TEXTS, ids=lambda text: text["source"][:40])
def test_wrong_sentences_are_flagged_as_the_table_says(text: dict[str, Any]) -> None:
    for target, wrong, why, expected in text["wrong"]:
        assert wrong in target
        assert _seen(text["source"], target) == expected, f"{why}: {target}"


@pytest.mark.parametrize("text", _TEXTS, ids=lambda text: text["source"][:40])
def test_right_sentences_are_left_alone_but_for_those_of_the_table(text: dict[str, Any]) -> None:
    alarms = dict(text.get("alarms", []))
    assert set(alarms) <= set(text["right"])
    for target in text["right"]:
        assert _seen(text["source"], target) == alarms.get(target, _NEVER), target
