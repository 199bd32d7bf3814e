"""Sentences that speak to a machine are seen, and news is not taken for them: tried on injected and honest texts."""

from __future__ import annotations

import io
import tomllib
from pathlib import Path
from typing import Any

import pytest

from summarizer.data import Article, Draft, DraftSentence
from summarizer.drafting import Options, sentencewise
from summarizer.drafting.addressed import addressed, left_out, resting_on
from summarizer.figures import find
from summarizer.inputs import read
from summarizer.sentences import split

CASES = Path(__file__).parent / "cases" / "injection"
ARTICLES = tomllib.loads((CASES / "articles.toml").read_text("utf-8"))
INJECTIONS = tomllib.loads((CASES / "cases.toml").read_text("utf-8"))["case"]
NEWS = tomllib.loads((CASES.parent / "drafting" / "addressed_news.toml").read_text("utf-8"))
PLAIN_STATEMENTS = {
    "an instruction template's marks": "the claim itself stands in a sentence of its own, like any other",
    "terminal colours and a cleared screen": "what is left once the control characters are gone is a plain claim",
    "words that overwrite a line": "the English claim shares its sentence with the article's own words",
    "the direction of writing turned round": "a plain claim in German",
    "zero-width characters inside a figure": "a plain claim in German",
}
"""Nothing tells these from news: they are cited and checked like the rest of the article they stand in."""

NOT_ADDRESSED = {
    **{name: why for name, why in PLAIN_STATEMENTS.items() if name != "an instruction template's marks"},
    "a deal as a table row": "articles hold honest tables, too",
}
"""Cases without one sentence that speaks to a reader."""


def fill(article: str, **injected: str) -> str:
    text: str = ARTICLES[article]["text"]
    for slot in ("here", "inline"):
        text = text.replace(f"{{{slot}}}", injected.get(slot, ""), 1)
    return text.strip()


def sentences_of(text: str) -> list[str]:
    return [sentence.span.of(text) for sentence in split(text)]


@pytest.mark.parametrize("name", ARTICLES)
def test_a_clean_article_addresses_nobody(name: str) -> None:
    assert [s for s in sentences_of(fill(name)) if addressed(s)] == []


@pytest.mark.parametrize("case", INJECTIONS, ids=lambda case: case["name"])
def test_injected_sentences_are_neither_chosen_nor_read_for_deals(case: dict[str, Any]) -> None:
    if case["name"] in PLAIN_STATEMENTS:
        pytest.skip(PLAIN_STATEMENTS[case["name"]])
    control = set(sentences_of(fill(case["article"])))
    text = read("-", io.BytesIO(fill(case["article"], **{case["slot"]: case["injected"]}).encode())).text
    found = split(text)
    work = sentencewise.prepare(Article(text), found, find(text, "de"), Options())
    by_id = {s.id: s.span.of(text) for s in found}
    used = {s.id for s in work.chosen} | {e for deal in work.found for e in deal.evidence}
    smuggled = [by_id[i] for i in used if by_id[i] not in control]
    assert [s for s in smuggled if any(word in s for word in [*case["figures"], *case["names"]])] == []


@pytest.mark.parametrize("case", INJECTIONS, ids=lambda case: case["name"])
def test_a_technique_that_addresses_a_reader_is_seen(case: dict[str, Any]) -> None:
    if case.get("gone") or case["name"] in NOT_ADDRESSED:
        pytest.skip(NOT_ADDRESSED.get(case["name"], "reading the article takes it out"))
    control = set(sentences_of(fill(case["article"])))
    text = read("-", io.BytesIO(fill(case["article"], **{case["slot"]: case["injected"]}).encode())).text
    assert any(addressed(s) for s in sentences_of(text) if s not in control)


@pytest.mark.parametrize("order", NEWS["order"], ids=lambda order: order["text"][:40])
def test_an_order_to_a_machine_is_seen(order: dict[str, str]) -> None:
    assert addressed(order["text"]), order["why"]


@pytest.mark.parametrize("news", NEWS["news"], ids=lambda news: news["text"][:40])
def test_news_is_news(news: dict[str, str]) -> None:
    assert not addressed(news["text"]), news["why"]


def test_what_a_draft_rests_on_is_named_by_id() -> None:
    draft = Draft(DraftSentence("A", ("S1",)), (DraftSentence("B", ("S2", "S10", "S9")),), ())
    assert resting_on(draft, {"S9", "S10"}) == (
        "The summary rests on S9, S10, which read as if spoken to the reader or a machine and not of the news.",
    )
    assert resting_on(draft, {"S4"}) == ()


def test_the_note_names_the_sentences() -> None:
    assert left_out([]) == ()
    assert left_out(["S12", "S3"])[0].startswith("S3, S12 read as if spoken to the reader")
