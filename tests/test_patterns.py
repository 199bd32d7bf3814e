"""What no pattern of the package may use, because a Python that we support matches it wrongly."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "summarizer"
_POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)(?:[*+?]|\{\d*,?\d*\})\+")


def _strings(path: Path) -> list[str]:
    tree = ast.parse(path.read_text("utf-8"))
    values = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
    return [
        value.decode("latin-1") if isinstance(value, bytes) else value
        for value in values
        if value and isinstance(value, str | bytes)
    ]


def test_no_group_is_possessive() -> None:
    """Before Python 3.11.5, Debian 12's among them, it keeps what a failed turn took (python/cpython#106052)."""
    found = [
        (path.name, text) for path in PACKAGE.rglob("*.py") for text in _strings(path) if _POSSESSIVE_GROUP.search(text)
    ]
    assert not found, "write (?>(?:…)*) in place of (?:…)*+"


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        ("(?:a|b)*+", True),
        ("(?:,x){0,12}+", True),
        ("(a)?+", True),
        (r"\d++", False),
        (r"(?>(?:a)*)", False),
        (r"\)++", False),
    ],
)
def test_what_a_possessive_group_is(text: str, bad: bool) -> None:
    assert bool(_POSSESSIVE_GROUP.search(text)) is bad
