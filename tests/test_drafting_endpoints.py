"""Endpoints that misbehave, seen from the report: the deal comes out right, or one sentence says why there is none.

Every reply is written by hand. What the client does with each fault is in test_llm_openai_api; here a whole article
goes through, and what was mended on the way must be named in the draft's notes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

import summarizer
from summarizer.data import Article, Report
from summarizer.errors import ModelError
from summarizer.llm import Settings
from tests import fault_server
from tests.fault_server import Answer, Request, Script, error, reply, serve

TEXT = (
    "Der Konzern Lumen hat beim Hersteller Tessera 40 Drohnen bestellt. "
    "Der Auftrag hat einen Wert von 1,2 Milliarden Euro."
)
DEAL: dict[str, Any] = {
    "parties": [{"name": "Lumen", "role": "buyer"}, {"name": "Tessera", "role": "seller"}], "kind": "order",
    "item": "drones", "status": "contract", "amount": "F2", "quantity": "F1", "parts": [], "share": None, "date": None,
    "note": "", "evidence": ["S1", "S2"],
}  # fmt: skip
GOOD: dict[str, Any] = {
    "headline": {"text": "Lumen orders 40 drones", "sources": ["S1"]},
    "sentences": [{"text": "Lumen has ordered 40 drones worth €1.2 billion.", "sources": ["S1", "S2"]}],
    "deals": [DEAL],
}
SAID = json.dumps(GOOD)


def chat(text: str | None, **more: Any) -> Answer:
    """A completion that does not count tokens: none of these is about counting."""
    return fault_server.chat(text, usage=None, **more)


def with_deal(**changes: Any) -> str:
    return json.dumps(GOOD | {"deals": [DEAL | changes]})


def takes(*forms: str) -> Callable[[Request], Answer]:
    """An endpoint that takes only some types of response_format."""

    def answer(request: Request) -> Answer:
        form = request.json.get("response_format", {}).get("type")
        refused = form is not None and form not in forms
        return error(400, f"response_format of type '{form}' is not supported") if refused else chat(SAID)

    return answer


def report_of(*script: Script, always: Script | None = None) -> tuple[Report, int]:
    with serve(*script, always=always) as server:
        settings = Settings(base_url=server.url, model="test-model", context_tokens=16_000)
        made = summarizer.summarize(Article(TEXT, language="de"), settings=settings)
        return made, len(server.requests)


NO_FORM: dict[str, Any] = {"choices": []}


@pytest.mark.parametrize(
    ("script", "always", "noted"),
    [
        pytest.param((), chat(SAID), "", id="an endpoint without fault"),
        pytest.param((), takes("json_object"), "json_schema|schema", id="refuses a schema"),
        pytest.param((), takes(), "response_format|schema", id="takes plain text only"),
        pytest.param((chat("Gladly: the buyer is Lumen."), chat(f"Sure:\n```json\n{SAID}\n```")), None,
                     "schema", id="ignores the schema"),
        pytest.param((chat(SAID[:90], finish="length"), chat(SAID)), None, "cut off", id="cut off at its length"),
        pytest.param((chat(""), chat(SAID)), None, "schema", id="an empty text"),
        pytest.param((chat(with_deal(amount="F9")), chat(SAID)), None, "schema", id="a figure that is none"),
        pytest.param((chat(with_deal(evidence=["S7"])), chat(SAID)), None, "schema", id="a sentence that is none"),
        pytest.param((chat(json.dumps(GOOD | {"sentences": []})), chat(SAID)), None, "without a cited sentence",
                     id="nothing cited at first"),
    ],
)  # fmt: skip
def test_what_an_endpoint_does_wrong_is_mended_and_named(
    script: tuple[Script, ...], always: Script | None, noted: str
) -> None:
    report, _ = report_of(*script, always=always)
    assert report.draft is not None
    (deal,) = report.draft.deals
    assert [(p.name, p.role and p.role.value) for p in deal.parties] == [("Lumen", "buyer"), ("Tessera", "seller")]
    assert deal.amount is not None
    assert deal.amount.surface == "1,2 Milliarden Euro"
    assert not report.flagged
    notes = " ".join(report.draft.notes)
    assert re.search(noted, notes) if noted else not notes, notes


def test_a_figure_from_elsewhere_is_left_out_of_the_deal_and_named() -> None:
    report, _ = report_of(chat(with_deal(evidence=["S1"])))
    assert report.draft is not None
    assert report.draft.deals[0].amount is None
    assert (
        "“1,2 Milliarden Euro” (F2) was refused as amount of a deal: it stands in none of its evidence."
        in report.draft.notes
    )


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        pytest.param(chat(None, refusal="I can't help with that."), "I can't help with that", id="a refusal"),
        pytest.param(reply(NO_FORM), "choice|no answer|empty|without", id="no choices"),
        pytest.param(chat(SAID[:90], finish="length"), "cut off", id="cut off again and again"),
        pytest.param(chat(with_deal(amount="F9")), "F9|form|fit", id="wrong ids again and again"),
    ],
)
def test_what_can_not_be_mended_is_one_sentence(answer: Answer, words: str) -> None:
    with pytest.raises(ModelError, match=words) as problem:
        report_of(always=answer)
    assert "\n" not in str(problem.value)
