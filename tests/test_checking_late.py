"""Patterns that are compiled at their first use: each compiles, and none is compiled before it is asked."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

from summarizer import checking
from summarizer.checking.late import Late, late

MODULES = [module.name for module in pkgutil.walk_packages(checking.__path__, checking.__name__ + ".")]


def _late_in(found: object) -> list[Late]:
    if isinstance(found, Late):
        return [found]
    held = found.values() if isinstance(found, dict) else found if isinstance(found, list | tuple) else ()
    return [pattern for each in held for pattern in _late_in(each)]


@pytest.mark.parametrize("name", MODULES)
def test_each_late_pattern_compiles(name: str) -> None:
    for pattern in _late_in(vars(importlib.import_module(name))):
        re.compile(pattern.pattern, pattern.flags)


def test_late_patterns_are_found() -> None:
    found = [pattern for name in MODULES for pattern in _late_in(vars(importlib.import_module(name)))]
    assert len({id(pattern) for pattern in found}) > 200
    assert _late_in({"a": [("b", late("c"))]})


def test_a_pattern_is_compiled_when_it_is_first_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    real = re.compile

    def noting(source: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(source)
        return real(source, flags)

    pattern = late("a+", re.IGNORECASE)
    monkeypatch.setattr(re, "compile", noting)
    assert (pattern.pattern, compiled) == ("a+", [])
    assert pattern.fullmatch("AAA") is not None
    assert [match.group() for match in pattern.finditer("a b aa")] == ["a", "aa"]
    assert compiled == ["a+"]


def test_a_broken_pattern_says_so_at_its_first_use() -> None:
    with pytest.raises(re.error):
        late("(").search("a")


def test_what_no_pattern_has_it_has_not_either() -> None:
    assert not hasattr(late("a"), "nothing")
