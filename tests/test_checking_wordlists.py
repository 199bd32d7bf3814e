"""Word lists: a section's pattern finds its words in both languages, and is made when it is asked for."""

from __future__ import annotations

import pytest

from summarizer.checking.wordlists import _forms, _Patterns, patterns


@pytest.mark.parametrize(
    ("language", "section", "text", "found"),
    [
        ("de", "up", "Der Umsatz stieg", True),
        ("de", "up", "Der Umsatz sank", False),
        ("en", "down", "sales fell", True),
        ("en", "down", "sales rose", False),
    ],
)
def test_a_section_finds_its_words(language: str, section: str, text: str, found: bool) -> None:
    assert (patterns("direction", language)[section].search(text) is not None) is found


def test_only_the_sections_that_are_asked_for_are_made() -> None:
    lists = _Patterns(_forms("direction", "de"))
    assert lists["up"] is lists["up"]
    assert "down" in lists
    assert "nothing of the sort" not in lists
    assert len(list(lists)) == len(lists) > 1
    assert set(lists._made) == {"up"}
