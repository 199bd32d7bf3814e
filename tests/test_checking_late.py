"""Patterns that are compiled at their first use: each compiles, and none is compiled before it is asked."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

from summarizer import checking
from summarizer.checking import late


def test_each_late_pattern_compiles() -> None:
    for module in pkgutil.walk_packages(checking.__path__, checking.__name__ + "."):
        importlib.import_module(module.name)
    assert len(late.MADE) > 50
    for pattern in late.MADE:
        assert pattern.search("") is None or pattern.search("") is not None


def test_a_pattern_is_compiled_when_it_is_first_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    real = re.compile

    def noting(source: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(source)
        return real(source, flags)

    pattern = late.late("a+", re.IGNORECASE)
    monkeypatch.setattr(re, "compile", noting)
    assert not compiled
    assert pattern.fullmatch("AAA") is not None
    assert [match.group() for match in pattern.finditer("a b aa")] == ["a", "aa"]
    assert (pattern.pattern, compiled) == ("a+", ["a+"])


def test_a_broken_pattern_says_so_at_its_first_use() -> None:
    pattern = late.late("(")
    late.MADE.remove(pattern)  # type: ignore[arg-type]
    with pytest.raises(re.error):
        pattern.search("a")


def test_what_no_pattern_has_it_has_not_either() -> None:
    assert not hasattr(late.late("a"), "nothing")
