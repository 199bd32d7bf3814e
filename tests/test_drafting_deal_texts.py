"""Deals of short texts, read by the rules alone, against gold written by hand; and what must not be carried back."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from benchmarks.deal_texts import Tally, load, read_by_rules, score
from summarizer.data import Deal

LINKS = tomllib.loads((Path(__file__).parent / "cases/deals/links.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize(("half", "least"), [("dev", 20), ("later", 16), ("third", 12), ("last", 12)])
def test_deals_are_read_whole_and_none_is_invented(half: str, least: int) -> None:
    tally = Tally()
    for text in load(half):
        score(tally, text, read_by_rules(text["text"]))
    assert not tally.invented
    assert tally.whole >= least, tally.wrong + tally.missing


def surfaces(deal: Deal) -> dict[str, str]:
    stated = {name: getattr(deal, name) for name in ("amount", "quantity", "share", "date")}
    return {name: figure.surface for name, figure in stated.items() if figure}


@pytest.mark.parametrize("case", LINKS, ids=[case["text"][:60] for case in LINKS])
def test_what_a_later_sentence_tells_goes_to_its_own_deal_or_to_none(case: dict[str, Any]) -> None:
    rows = read_by_rules(case["text"])
    assert [surfaces(row) for row in rows] == case["figures"], case.get("reason", "")
    for row, evidence in zip(rows, case.get("evidence", []), strict=False):
        assert list(row.evidence) == evidence


def test_the_metric_counts_what_is_wrong() -> None:
    text = next(t for t in load("dev") if t["id"] == "airline-order")
    tally, good = Tally(), read_by_rules(text["text"])
    score(tally, text, good)
    assert (tally.whole, tally.invented) == (1, [])
    tally = Tally()
    score(tally, {"id": "x", "text": text["text"], "deal": []}, good)
    assert len(tally.invented) == 1
    tally = Tally()
    score(tally, text, [])
    assert len(tally.missing) == 1
