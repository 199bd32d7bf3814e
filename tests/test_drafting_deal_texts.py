"""Deals of short texts, read by the rules alone, against gold written by hand; and what must not be carried back."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from benchmarks.deal_texts import Tally, load, read_by_rules, score
from benchmarks.deals import EXAMPLES, load_gold
from benchmarks.deals import score as examples_score
from benchmarks.long_article import article as long_article
from summarizer.data import Deal

LINKS = tomllib.loads((Path(__file__).parent / "cases/deals/links.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize(
    ("half", "least", "invented"),
    [
        ("dev", 20, 0),
        ("later", 16, 0),
        ("third", 12, 0),
        ("last", 12, 0),
        ("fourth", 32, 0),
        ("fifth", 25, 0),
        ("sixth", 16, 2),
        ("blind", 27, 2),
        ("seventh", 21, 0),
        ("eighth", 12, 0),
        ("ninth", 11, 0),
    ],
)
def test_deals_are_read_whole_and_hardly_one_is_invented(half: str, least: int, invented: int) -> None:
    tally = Tally()
    for text in load(half):
        score(tally, text, read_by_rules(text["text"]))
    assert len(tally.invented) <= invented, tally.invented
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


@pytest.mark.parametrize(("example", "least", "most_else"), [("c5plus1", 11, 0), ("energy", 6, 0), ("defence", 5, 1)])
def test_the_examples_deals_are_whole_by_the_rules_alone(example: str, least: int, most_else: int) -> None:
    folder = EXAMPLES / example
    result = examples_score(load_gold(folder), read_by_rules((folder / "article.de.txt").read_text("utf-8")))
    assert len(result.whole) >= least, result.missing
    assert len(result.invented) <= most_else


def test_the_long_article_is_always_the_same_and_no_paragraph_repeats() -> None:
    text = long_article(2_000)
    assert text == long_article(2_000)
    assert len(text.split()) >= 2_000
    numbered = [block for block in text.split("\n\n") if sum(c.isdigit() for c in block) > 4]
    assert len(set(numbered)) == len(numbered)
