"""Verbs and nouns of doing read by their table: forms made by rule, and the places beside them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from benchmarks.deal_texts import read_by_rules
from summarizer.drafting.deal_valency import events, table
from summarizer.drafting.verb_forms import forms

CASES = tomllib.loads((Path(__file__).parent / "cases/deals/valency.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize(
    ("parts", "finite", "joined"),
    [
        ("ab|kaufen", {"kauft", "kaufte", "kauften"}, {"abkauft", "abzukaufen", "abgekauft"}),
        ("ab|stoßen stößt stieß gestoßen", {"stößt", "stieß", "stießen"}, {"abstößt", "abgestoßen", "abzustoßen"}),
        ("mieten", {"mietet", "mietete", "mieteten"}, {"gemietet"}),
        ("beliefern", {"beliefert", "belieferte"}, {"beliefert"}),
        ("lizenzieren", {"lizenziert", "lizenzierten"}, {"lizenziert"}),
        ("vergeben vergibt vergab vergeben", {"vergibt", "vergab", "vergaben"}, {"vergeben"}),
    ],
)
def test_forms_follow_from_the_principal_parts(parts: str, finite: set[str], joined: set[str]) -> None:
    verb = forms(parts)
    assert finite <= verb.finite
    assert joined <= verb.joined


def test_no_form_is_made_that_german_does_not_have() -> None:
    assert "gebeliefert" not in forms("beliefern").words
    assert "zubeliefern" not in forms("beliefern").words
    assert "gelizenziert" not in forms("lizenzieren").words


def test_a_prefix_counts_only_at_the_end_of_the_clause() -> None:
    line = next(line for line in table() if any(verb.prefix == "ab" for verb in line.verbs))
    assert line.found(["stößt", "an", "ab"])
    assert not line.found(["ab", "stößt", "an"])


def test_every_line_of_the_table_says_what_it_needs() -> None:
    assert all(line.needs and line.verbs for line in table())
    assert all(isinstance(event.nouns, re.Pattern) for event in events())


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_places_beside_a_verb_are_roles(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    if "known_failing" in case:
        request.node.add_marker(pytest.mark.xfail(reason=case["known_failing"], strict=True))
    rows = [[row.kind.value, *sorted(f"{p.role}:{p.name}" for p in row.parties)] for row in read_by_rules(case["text"])]
    assert rows == [[row[0], *sorted(row[1:])] for row in case["rows"]], case.get("why", "")
