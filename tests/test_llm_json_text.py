"""JSON objects are read out of what models write around them."""

from __future__ import annotations

import pytest

from summarizer.llm.json_text import objects, without_thoughts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"a": 1}', [{"a": 1}]),
        ('Here you are:\n```json\n{"a": {"b": [1]}}\n```\nAnything else?', [{"a": {"b": [1]}}]),
        ('{"a": 1} and {"a": 2}', [{"a": 1}, {"a": 2}]),
        ('<think>{"a": 0}, no.</think>{"a": 1}', [{"a": 1}]),
        ('{oops {"a": "}"}', [{"a": "}"}]),
        # Nothing is mended
        ('{"a": 1', []),
        ("{'a': 1}", []),
        ('{"a": NaN}', []),
        ('[1, 2] "text" 7', []),
        ('<think>{"a": 0}', []),
        ("", []),
        ("{" * 100_000, []),
        ('{"a":' * 50_000, []),
    ],
)
def test_objects(text: str, found: list[object]) -> None:
    assert list(objects(text)) == found


def test_thoughts() -> None:
    assert without_thoughts("<thinking>a\nb</thinking>c") == "c"
    assert without_thoughts("a <thin> b") == "a <thin> b"
