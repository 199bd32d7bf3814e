"""That every verdict and every reason has cases that show it and cases that come near it without being it.

A positive case expects the verdict (or reason). A negative one is accepted though it looks alike; it says so by
``against``: the verdict or reason that must not be given. A new member of either enum without both fails here.
"""

from __future__ import annotations

import collections
import tomllib
from pathlib import Path
from typing import Any

import pytest

from summarizer.checking import check
from summarizer.data import Reason, Sensitivity, TextKind, Verdict

_CASES = Path(__file__).parent / "cases" / "checking"


def _load(name: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = tomllib.loads((_CASES / name).read_text(encoding="utf-8"))["case"]
    return cases


_NEAR = _load("near.toml")


def _shown(*, reasons: bool) -> collections.Counter[str]:
    """How many expectations of the tables show each verdict, or each reason."""
    found: collections.Counter[str] = collections.Counter()
    for case in _load("verdicts.toml") + _load("article.toml") + _NEAR:
        for said in case.get("expect", {}).values():
            verdict, _, reason = said.partition("/")
            found[reason if reasons else verdict] += 1
        if case.get("omitted"):
            found["left_out" if reasons else "omitted"] += len(case["omitted"])
    return found


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_has_cases_and_near_misses(verdict: Verdict) -> None:
    assert _shown(reasons=False)[verdict] >= 1
    assert any(verdict in case["against"] for case in _NEAR), f"no case comes near {verdict} without being it"


@pytest.mark.parametrize("reason", [reason for reason in Reason if reason is not Reason.NONE])
def test_every_reason_has_cases_and_near_misses(reason: Reason) -> None:
    assert _shown(reasons=True)[reason] >= 1
    assert any(reason in case["against"] for case in _NEAR), f"no case comes near {reason} without being it"


@pytest.mark.parametrize("case", _NEAR, ids=lambda case: case["name"])
def test_near_but_not(case: dict[str, Any]) -> None:
    found = check(
        case["source"],
        case["target"],
        kind=TextKind(case.get("kind", "summary")),
        sensitivity=Sensitivity(case.get("sensitivity", "default")),
    )
    said = {f.claim.surface: f for f in found.findings if f.claim is not None}
    for finding in (*found.findings, *found.omitted):
        given = (finding.verdict, finding.reason) if finding.flagged or finding.verdict.accepted else ()
        assert not set(given) & set(case["against"]), case["why"]
    for surface, expected in case.get("expect", {}).items():
        verdict, _, reason = expected.partition("/")
        assert said[surface].verdict == verdict, case["why"]
        assert not reason or said[surface].reason == reason, case["why"]
    assert found.flagged is case.get("flagged", False), case["why"]
