"""The injection cases are sound: what they claim to be injected is, and reading takes out what acts or hides."""

from __future__ import annotations

import io
import tomllib
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from summarizer.inputs import read
from summarizer.language import require_german

CASES = Path(__file__).parent / "cases" / "injection"
ARTICLES = tomllib.loads((CASES / "articles.toml").read_text(encoding="utf-8"))
INJECTIONS = tomllib.loads((CASES / "cases.toml").read_text(encoding="utf-8"))["case"]
SLOTS = ("here", "inline")
TECHNIQUES = {
    "override", "denial", "encoding", "fake message", "fake deal", "delimiter", "html", "exfiltration", "formula",
    "terminal", "hidden",
}  # fmt: skip
REQUIRED = {"name", "article", "slot", "technique", "language", "injected", "figures", "names"}


def _fill(article: str, **injected: str) -> str:
    text: str = ARTICLES[article]["text"]
    for slot in SLOTS:
        text = text.replace(f"{{{slot}}}", injected.get(slot, ""), 1)
    return text.strip()


def test_there_are_enough_of_every_technique() -> None:
    assert len(INJECTIONS) >= 30
    assert len({case["name"] for case in INJECTIONS}) == len(INJECTIONS)
    assert {case["technique"] for case in INJECTIONS} == TECHNIQUES
    assert {case["language"] for case in INJECTIONS} >= {"de", "en"}


@pytest.mark.parametrize("name", ARTICLES)
def test_the_control_is_a_clean_german_article_with_its_facts(name: str) -> None:
    assert all(ARTICLES[name]["text"].count(f"{{{slot}}}") == 1 for slot in SLOTS)
    text = _fill(name)
    article = read("-", io.BytesIO(text.encode()))
    assert article.text == text
    assert article.notes == ()
    assert require_german(text).probability > 0.99
    assert all(word in text for word in [*ARTICLES[name]["facts"], *ARTICLES[name]["names"]])


@pytest.mark.parametrize("case", INJECTIONS, ids=lambda case: case["name"])
def test_what_is_injected_is_in_the_injected_text_only(case: dict[str, Any]) -> None:
    assert REQUIRED <= set(case) <= REQUIRED | {"fake_deal", "gone"}
    assert case["slot"] in SLOTS
    control = _fill(case["article"])
    assert case["figures"] or case["names"]
    for word in [*case["figures"], *case["names"]]:
        assert word not in control
    hidden = case["technique"] in ("hidden", "encoding") or case["language"] == "fr" or case["figures"] == []
    assert hidden or any(figure in case["injected"] for figure in case["figures"])


@pytest.mark.parametrize("case", INJECTIONS, ids=lambda case: case["name"])
def test_reading_takes_out_what_acts_on_a_terminal_or_hides(case: dict[str, Any]) -> None:
    raw = _fill(case["article"], **{case["slot"]: case["injected"]})
    article = read("-", io.BytesIO(raw.encode()))
    odd = [c for c in article.text if unicodedata.category(c) in ("Cc", "Cf") and c not in "\n\t"]
    assert odd == []
    assert all(fact in article.text for fact in ARTICLES[case["article"]]["facts"])
    if case.get("gone"):
        assert article.text == _fill(case["article"])
    if case["technique"] == "terminal" or case["name"] == "invisible tag characters":
        assert article.notes
