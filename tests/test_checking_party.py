"""Whose figure it is: wrong and right parties side by side, and that a citation excuses nothing."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from summarizer.checking import check
from summarizer.data import Citation, Reason, Span, Verdict

_HERE = Path(__file__).parent
_EXAMPLES = _HERE.parent / "examples"


def _cases() -> list[dict[str, Any]]:
    text = (_HERE / "cases" / "checking" / "party.toml").read_text(encoding="utf-8")
    cases: list[dict[str, Any]] = tomllib.loads(text)["case"]
    return cases


def _article(name: str) -> str:
    return (_EXAMPLES / name / "article.de.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case["name"])
def test_party(case: dict[str, Any]) -> None:
    found = check(_article(case["article"]), case["target"]).findings
    flagged = [f.claim.surface for f in found if f.flagged and f.claim is not None]
    assert flagged == case["wrong"], case["why"]
    assert all(f.verdict is Verdict.MISATTRIBUTED for f in found if f.flagged)


def test_a_citation_of_the_sentence_with_the_value_does_not_excuse_the_wrong_party() -> None:
    target = "Uzbekistan Airways will order 14 aircraft."
    (finding,) = check(_article("c5plus1"), target, citations=[Citation(Span(0, len(target)), ("S3", "S4"))]).findings
    assert (finding.verdict, finding.reason, finding.flagged) == (Verdict.MISATTRIBUTED, Reason.SUBJECT, True)
    assert "Somon Air" in finding.note


@pytest.mark.parametrize(
    ("target", "flagged"),
    [("Audi sold 300 cars.", True), ("BMW sold 300 cars.", False), ("Audi sold 200 cars.", False)],
)
def test_one_figure_credited_to_the_other_of_two_parties(target: str, flagged: bool) -> None:
    (finding,) = check("BMW verkaufte 300 Autos. Audi verkaufte 200 Autos.", target).findings
    assert finding.flagged is flagged
