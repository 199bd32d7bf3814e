"""Subtle errors and free wordings over whole articles: what is caught, and by name what is not yet.

`adversarial.toml` is asked at the default sensitivity. `adversarial_known.toml` names the errors that pass and the
right sentences that are flagged; both lists are exact, so that a case that changes sides has to be moved.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from summarizer.checking import check

_CASES = Path(__file__).parent / "cases" / "checking"


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((_CASES / name).read_text(encoding="utf-8"))


_KNOWN = _load("adversarial_known.toml")
_ARTICLES = [article for name in ("adversarial.toml",) for article in _load(name)["article"]]


def _caught(source: str, target: str, wrong: str) -> bool:
    start = target.index(wrong)
    end = start + len(wrong)
    spans = [f.claim.span for f in check(source, target).findings if f.flagged and f.claim is not None]
    return any(span.start < end and start < span.end for span in spans)


@pytest.mark.parametrize("article", _ARTICLES, ids=lambda article: article["name"])
def test_subtle_errors_are_flagged_at_the_wrong_figure(article: dict[str, Any]) -> None:
    source = article["source"].strip()
    missed = {target for target, wrong, _ in article["wrong"] if not _caught(source, target, wrong)}
    assert missed == {target for target, _, _ in article["wrong"]} & set(_KNOWN["missed"])


@pytest.mark.parametrize("article", _ARTICLES, ids=lambda article: article["name"])
def test_free_but_right_wordings_are_left_alone(article: dict[str, Any]) -> None:
    source = article["source"].strip()
    alarms = {target for target in article["right"] if check(source, target).flagged}
    assert alarms == set(article["right"]) & set(_KNOWN["alarms"])


def test_every_known_failure_is_still_a_case() -> None:
    targets = {target for article in _ARTICLES for target, _, _ in article["wrong"]}
    right = {target for article in _ARTICLES for target in article["right"]}
    assert set(_KNOWN["missed"]) <= targets
    assert set(_KNOWN["alarms"]) <= right
