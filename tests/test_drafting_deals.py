"""Deals read from German grammar: cases as data, negatives beside positives with the reason."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from summarizer.drafting import deals
from summarizer.drafting.deal_rules import Found
from summarizer.drafting.deals import Material
from summarizer.drafting.terms import Glossary
from summarizer.figures import find
from summarizer.sentences import split

CASES = tomllib.loads((Path(__file__).parent / "cases/drafting/deals.toml").read_text("utf-8"))["case"]
ARTICLE = Path(__file__).parent.parent / "examples/c5plus1/article.de.txt"


def read(text: str) -> list[Found]:
    return deals.read(Material(text, split(text), find(text, "de"), Glossary.read().for_article(text)))[0]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:50] for case in CASES])
def test_rules_read_the_deals_of_a_sentence(case: dict[str, Any]) -> None:
    found = read(case["text"])
    assert len(found) == len(case["deals"]), case.get("reason", "")
    for deal, wanted in zip(found, case["deals"], strict=True):
        assert deal.kind.value == wanted["kind"]
        assert [f"{who.name}/{role.value}" for who, role in deal.parties] == wanted["parties"]
        assert deal.status.value == wanted.get("status", deal.status.value)
        for field in ("amount", "quantity", "share", "date"):
            figure = getattr(deal, field)
            assert (figure.surface if figure else None) == wanted.get(field), field
        assert [figure.surface for figure, _ in deal.parts] == wanted.get("parts", [])
        assert wanted.get("note", "") in "; ".join(deal.notes)


def test_the_article_has_eleven_entries_with_their_parties_and_figures() -> None:
    text = ARTICLE.read_text("utf-8")
    rows = [
        (
            tuple(who.name for who in deal.sides),
            deal.quantity.surface if deal.quantity else None,
            deal.amount.surface if deal.amount else None,
            deal.share.surface if deal.share else None,
        )
        for deal in read(text)
    ]
    assert rows == [
        (("airlines from Kazakhstan, Tajikistan and Uzbekistan",), "37", None, None),
        (("Air Astana",), "15", None, None),
        (("Somon Air",), "14", None, None),
        (("Uzbekistan Airways",), "acht", None, None),
        (("Cove Capital", "Tau-Ken Samruk"), None, "1,1 Milliarden US-Dollar", "70 Prozent"),
        (("Kazakhstan", "United States"), None, None, None),
        (("Kazakhstan", "John Deere"), None, "2,5 Milliarden US-Dollar", None),
        (("central bank of Kazakhstan", "VISA"), None, None, None),
        (("Uzbekistan",), "acht", None, None),
        (("United States", "Tajikistan"), None, None, None),
        (("Kazakhstan",), None, None, None),
    ]


def test_a_deal_told_twice_is_one_deal() -> None:
    text = (
        "Der Konzern Lumen hat vom Anbieter Tessera 40 Drohnen gekauft.\n\n"
        "Der Konzern Lumen hat vom Anbieter Tessera 40 Drohnen gekauft."
    )
    found = read(text)
    assert len(found) == 1
    assert found[0].evidence == ["S1", "S2"]


def test_every_figure_of_a_deal_is_a_record_of_the_article() -> None:
    text = ARTICLE.read_text("utf-8")
    figures = set(find(text, "de"))
    for deal in read(text):
        used = {deal.amount, deal.quantity, deal.share, deal.date, *(figure for figure, _ in deal.parts)} - {None}
        assert used <= figures
