"""Whatever an endpoint sends is read, or refused in one sentence; never anything else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import ModelError
from summarizer.llm import ReplyMode, completion, failures
from summarizer.llm.dialect import Dialect

LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
NAMES = st.sampled_from(
    ["choices", "message", "content", "finish_reason", "usage", "prompt_tokens", "error", "refusal", "text", "detail"]
)
ANYTHING = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=5), max_leaves=20
)


@given(ANYTHING | st.builds(lambda inner: {"choices": [{"message": inner}]}, ANYTHING))
def test_any_json_is_read_or_refused(value: Any) -> None:
    try:
        done = completion.parse(json.dumps(value), where="http://e/v1", model="m")
    except ModelError as refusal:
        told = str(refusal)
    else:
        told = "http://e/v1"
        assert isinstance(done.text, str)
        assert done.usage.prompt_tokens >= 0
    assert "http://e/v1" in told
    assert "\n" not in told


@given(st.text() | st.binary() | ANYTHING)
def test_what_an_error_says_is_text_of_one_line(body: Any) -> None:
    line = failures.one_line(failures.said(body))
    assert line.isprintable()
    assert len(line) <= 200


@given(st.integers(100, 599), st.text() | st.sampled_from(["max_tokens max_completion_tokens temperature seed schema"]))
def test_a_dialect_can_only_get_poorer_so_often(status: int, body: str) -> None:
    dialect: Dialect | None = Dialect()
    steps = 0
    while dialect is not None:
        dialect = dialect.poorer(status, body, structured=True)
        steps += 1
        assert steps <= 6


@pytest.mark.parametrize(
    ("body", "structured"),
    [("model not found", False), ("This model's maximum context length is 8192 tokens, max_tokens", True)],
)
def test_a_refusal_that_is_not_about_the_wording_changes_nothing(body: str, structured: bool) -> None:
    assert Dialect().poorer(400, body, structured=structured) is None


def test_a_status_that_is_no_refusal_changes_nothing() -> None:
    for status in (401, 403, 404, 429, 500, 503):
        assert Dialect().poorer(status, "temperature", structured=True) is None


def test_the_form_is_named_and_last() -> None:
    asked = Dialect(mode=ReplyMode.OBJECT).request(
        [{"role": "user", "content": "Wer?"}], max_tokens=5, seed=7, name="Deal", schema={"type": "object"}
    )
    assert asked["messages"][0]["content"].endswith('{"type": "object"}')
    assert asked["response_format"] == {"type": "json_object"}


@pytest.mark.parametrize(
    ("url", "public"),
    [
        ("https://user:pass@host:8443/v1/?key=x#y", "https://host:8443/v1"),
        ("http://localhost:11434/v1", "http://localhost:11434/v1"),
        ("https://a@b@host", "https://host"),
    ],
)
def test_addresses_are_shown_without_credentials(url: str, public: str) -> None:
    assert failures.public_address(url) == public


@pytest.mark.parametrize("key", ["sk-proj-abcDEF123456", "sk-abc********wxyz", "hf_abcdefghijk", "gsk_1234567"])
def test_keys_are_not_repeated(key: str) -> None:
    assert key not in failures.one_line(f"Incorrect API key provided: {key}. See")
