"""Right values in a wrong place: short texts with sentences that must be flagged and sentences that must not."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from summarizer.checking import check

_FILE = Path(__file__).parent / "cases" / "checking" / "belongs.toml"
_TEXTS: list[dict[str, Any]] = tomllib.loads(_FILE.read_text(encoding="utf-8"))["text"]


def _flagged(source: str, target: str) -> list[str]:
    return [f.claim.surface for f in check(source, target).findings if f.flagged and f.claim is not None]


@pytest.mark.parametrize("text", _TEXTS, ids=lambda text: text["name"])
def test_what_is_wrong_is_flagged_where_it_stands(text: dict[str, Any]) -> None:
    missed = [sentence for sentence, figure, _ in text["wrong"] if figure not in _flagged(text["source"], sentence)]
    assert missed == text.get("not_seen", [])


@pytest.mark.parametrize("text", _TEXTS, ids=lambda text: text["name"])
def test_what_is_right_is_left_alone(text: dict[str, Any]) -> None:
    assert {sentence: found for sentence in text["right"] if (found := _flagged(text["source"], sentence))} == {}
