"""Summaries that reckon: what follows from the source is accepted, with the arithmetic, and what doesn't is flagged.

The cases are `computed.toml` and, for figures told in another order, `retold.toml`; those that are judged wrongly still
are listed there under `known`, exactly.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from summarizer.checking import check
from summarizer.data import Finding

_CASES = Path(__file__).parent / "cases" / "checking"
_TEXTS: list[dict[str, Any]] = [
    text
    for name in ("computed.toml", "retold.toml")
    for text in tomllib.loads((_CASES / name).read_text(encoding="utf-8"))["text"]
]


def _found(text: dict[str, Any], target: str) -> dict[str, Finding]:
    return {f.claim.surface: f for f in check(text["source"], target).findings if f.claim is not None}


@pytest.mark.parametrize("text", _TEXTS, ids=lambda text: text["name"])
def test_what_follows_is_accepted_with_its_arithmetic(text: dict[str, Any]) -> None:
    alarms = {}
    for target, surface, note in text["right"]:
        found = _found(text, target)
        assert surface in found, f"no figure {surface!r} among {list(found)}"
        if flagged := [name for name, finding in found.items() if finding.flagged]:
            alarms[target] = flagged
        elif note:
            assert found[surface].note == note
    assert set(alarms) == {target for target, *_ in text["right"]} & set(text.get("known", ())), alarms


@pytest.mark.parametrize("text", _TEXTS, ids=lambda text: text["name"])
def test_what_does_not_follow_is_flagged(text: dict[str, Any]) -> None:
    missed = set()
    for target, surface, why in text["wrong"]:
        found = _found(text, target)
        assert surface in found, f"no figure {surface!r} among {list(found)}"
        if not found[surface].flagged:
            missed.add((target, why, found[surface].note))
    assert {target for target, *_ in missed} == {t for t, *_ in text["wrong"]} & set(text.get("known", ())), missed
