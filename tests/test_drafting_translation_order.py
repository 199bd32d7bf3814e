"""German made easier before a small model translates it: main clauses apart, small words in English, subject first."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from summarizer.drafting.translation_order import main_clauses, plainer, subject_led

_FILE = Path(__file__).parent / "cases" / "drafting" / "order.toml"
CASES: dict[str, list[dict[str, Any]]] = tomllib.loads(_FILE.read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["clauses"], ids=[case["de"] for case in CASES["clauses"]])
def test_main_clauses_are_parted_and_nothing_else_is(case: dict[str, Any]) -> None:
    assert main_clauses(case["de"]) == tuple(case.get("parts", [case["de"]]))


@pytest.mark.parametrize("case", CASES["plainer"], ids=[case["de"] for case in CASES["plainer"]])
def test_small_words_stand_in_the_sentence_in_english(case: dict[str, Any]) -> None:
    assert plainer(case["de"]) == case["en"]


@pytest.mark.parametrize("case", CASES["led"], ids=[case["de"] for case in CASES["led"]])
def test_who_acts_comes_first_where_that_is_sure(case: dict[str, Any]) -> None:
    assert subject_led(case["de"]) == case["en"]
