"""The example articles and what a reader takes from them: gold.json fits its article and the words of the records."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from summarizer.data import DealKind, DealStatus, Kind, Qualifier, Role
from summarizer.inputs import read
from summarizer.language import require_german
from summarizer.sentences import split

EXAMPLES = Path(__file__).parents[1] / "examples"
GOLD = sorted(EXAMPLES.glob("*/gold.json"))
DATES = {Kind.DATE, Kind.QUARTER, Kind.HALF_YEAR, Kind.YEAR, Kind.DESIGNATION}
FIGURE_FIELDS = {"id", "in", "surface", "kind", "value", "low", "high", "unit", "qualifier", "noun", "per"}
DEAL_FIELDS = {
    "parties", "kind", "item", "status", "amount", "quantity", "parts", "share", "date", "evidence", "note",
}  # fmt: skip


def _load(path: Path) -> tuple[str, dict[str, Any]]:
    gold = json.loads(path.read_text(encoding="utf-8"))
    return read(str(path.parent / gold["article"])).text, gold


def test_there_are_examples_with_gold() -> None:
    assert {path.parent.name for path in GOLD} >= {"energy", "defence"}


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.parent.name)
def test_figures_stand_in_the_article_in_order(path: Path) -> None:
    text, gold = _load(path)
    assert gold["written"] == "by hand"
    last = 0
    for number, figure in enumerate(gold["figures"], 1):
        assert figure["id"] == f"G{number}"
        assert set(figure) <= FIGURE_FIELDS
        assert text.count(figure["in"]) == 1, figure["in"]
        assert figure["in"].count(figure["surface"]) == 1
        at = text.index(figure["in"]) + figure["in"].index(figure["surface"])
        assert at >= last, figure["in"]
        last = at
        kind = Kind(figure["kind"])
        Qualifier(figure.get("qualifier", "exact"))
        assert ("value" in figure) != ("low" in figure)
        if kind not in DATES:
            assert all(Fraction(figure[part]) >= 0 for part in ("value", "low", "high") if part in figure)
        if "low" in figure:
            assert Decimal(figure["low"]) < Decimal(figure["high"])


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.parent.name)
def test_every_digit_of_the_article_belongs_to_a_figure(path: Path) -> None:
    text, gold = _load(path)
    covered: set[int] = set()
    for figure in gold["figures"]:
        at = text.index(figure["in"]) + figure["in"].index(figure["surface"])
        covered.update(range(at, at + len(figure["surface"])))
    assert [text[max(0, i - 20) : i + 20] for i, c in enumerate(text) if c.isdigit() and i not in covered] == []


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.parent.name)
def test_deals_rest_on_sentences_that_hold_their_figures(path: Path) -> None:
    text, gold = _load(path)
    sentences = {sentence.id: sentence.span.of(text) for sentence in split(text)}
    figures = {figure["id"]: figure for figure in gold["figures"]}
    for deal in gold["deals"]:
        assert set(deal) <= DEAL_FIELDS
        DealKind(deal["kind"])
        DealStatus(deal["status"])
        assert deal["parties"]
        assert all(Role(party["role"]) for party in deal["parties"])
        used = [deal[part] for part in ("amount", "quantity", "share", "date") if part in deal]
        used += [part["figure"] for part in deal.get("parts", [])]
        evidence = " ".join(sentences[sentence] for sentence in deal["evidence"])
        assert all(figures[figure]["in"] in evidence for figure in used), deal["item"]


@pytest.mark.parametrize("folder", sorted(p.parent.name for p in EXAMPLES.glob("*/article.de.txt")))
def test_every_article_reads_as_german(folder: str) -> None:
    article = read(str(EXAMPLES / folder / "article.de.txt"))
    assert require_german(article.text).probability > 0.99
    assert article.notes == ()
