"""The rules of a briefing on cases: plan or fact or judgement, the same deal or another, the same event or another."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from summarizer.briefing.attribution import attributed
from summarizer.briefing.events import clusters
from summarizer.briefing.items import Verifier, items
from summarizer.briefing.outlook import outlook, when
from summarizer.briefing.parties import same_party
from summarizer.briefing.records import Source
from summarizer.briefing.rows import likeness, rows
from summarizer.briefing.told import events
from summarizer.briefing.topics import best, scores, topics
from summarizer.data import Deal, DealKind, DealStatus, Figure, Party, Role
from summarizer.figures import find
from tests.briefing_reports import report

CASES = Path(__file__).parent / "cases" / "briefing"


def cases(name: str) -> dict[str, Any]:
    return tomllib.loads((CASES / name).read_text("utf-8"))


OUTLOOK = cases("outlook.toml")


@pytest.mark.parametrize(
    ("nature", "case"),
    [(nature, case) for nature in ("plan", "fact", "judgement") for case in OUTLOOK[nature]],
    ids=lambda value: value if isinstance(value, str) else value["text"][:50],
)
def test_what_a_sentence_says_of_its_standing(nature: str, case: dict[str, str]) -> None:
    figures = find(case["text"], "de")
    found = outlook(case["text"], figures, OUTLOOK["day"])
    assert found.nature.value == nature
    if "when" in case:
        assert found.when is not None
        assert when(case["text"], found.when)[0] == case["when"]


@pytest.mark.parametrize("case", cases("attribution.toml")["case"], ids=lambda case: case["german"][:50])
def test_whose_word_it_is_is_kept(case: dict[str, str]) -> None:
    assert attributed(case["german"], case["english"]) == case.get("becomes", case["english"])


def deal(told: dict[str, Any]) -> Deal:
    def figure(name: str) -> Figure | None:
        return find(told[name], "de")[0] if name in told else None

    named = [each.rpartition(":") for each in told["parties"]]
    return Deal(
        parties=tuple(Party(name, Role(role)) for name, _, role in named),
        kind=DealKind(told["kind"]),
        item=told["item"],
        status=DealStatus.REPORTED,
        evidence=("S1",),
        amount=figure("amount"),
        quantity=figure("quantity"),
        share=figure("share"),
        date=figure("date"),
    )


@pytest.mark.parametrize("case", cases("deals.toml")["pair"], ids=lambda case: case["name"])
def test_the_same_deal_is_one_row_and_two_deals_are_two(case: dict[str, Any]) -> None:
    a, b = deal(case["a"]), deal(case["b"])
    assert (likeness(a, b) > 0) is case["same"]
    assert likeness(a, b) == likeness(b, a)
    made = rows([Source(1, report("Ein Satz.", deals=(a,))), Source(2, report("Noch einer.", deals=(b,)))])
    assert len(made) == (1 if case["same"] else 2)
    if case["same"]:
        assert [marker.source for marker in made[0].markers] == [1, 2]
        assert list(made[0].differing) == case["differ"]


def test_deals_of_one_article_are_never_put_together() -> None:
    told = deal(cases("deals.toml")["pair"][0]["a"])
    assert len(rows([Source(1, report("Ein Satz.", deals=(told, told)))])) == 2


def test_figures_that_differ_stand_side_by_side_with_their_sources() -> None:
    pair = next(case for case in cases("deals.toml")["pair"] if case["name"] == "told twice, one figure differs")
    found = [Source(n, report("Ein Satz.", deals=(deal(pair[side]),))) for n, side in ((1, "a"), (2, "b"))]
    (row,) = rows(found)
    assert [(told.english, [m.source for m in told.markers]) for told in row.amount] == [
        ("€620 million", [1]),
        ("€640 million", [2]),
    ]
    assert [told.english for told in row.quantity] == ["40"]


@pytest.mark.parametrize("case", cases("events.toml")["pair"], ids=lambda case: case["a"][:50])
def test_one_event_is_told_once(case: dict[str, Any]) -> None:
    sources = [Source(n, report(case[side], case[f"en_{side}"])) for n, side in ((1, "a"), (2, "b"))]
    verifier = Verifier(sources)
    found = events(clusters(items(sources, verifier, "2026-05-20")), verifier)
    assert len(found) == (1 if case["same"] else 2)
    if case["same"]:
        statement = found[0].statement
        assert {m.source for m in (*statement.markers, *statement.also)} == {1, 2}
        assert not statement.flagged
        assert [t.english for pair in statement.differing for t in pair] == case.get("differ", [])
        assert bool(statement.also) is ("differ" in case), "both vouch unless they differ"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Tau-Ken Samruk (Kazakh state company)", "Tau-Ken Samruk", True),
        ("Kazakh central bank", "central bank of Kazakhstan", True),
        ("Tokayev", "Tokaev", True),
        ("Kazakhstan", "Kazakhstan", True),
        ("Kazakhstan", "central bank of Kazakhstan", False),
        ("Kazakhstan", "Tajikistan", False),
        ("ministry", "ministry of Kazakhstan", True),
        ("Defence Ministry of Norway", "Defence Ministry of Denmark", False),
        ("Air Astana", "Somon Air", False),
        ("state bank", "central bank", False),
    ],
)
def test_names_of_one_party(one: str, other: str, same: bool) -> None:
    assert same_party(one, other) is same
    assert same_party(other, one) is same


@pytest.mark.parametrize(
    ("german", "title"),
    [
        ("Die Eisenbahn bestellt 40 Züge.", "Rail and transport"),
        ("Der Windpark liefert Strom.", "Energy and climate"),
        ("Das Ministerium kauft 84 Radpanzer und Munition.", "Defence and security"),
        ("Gemeinsam erschließen sie ein großes Wolframvorkommen.", "Mining and raw materials"),
        ("Die Zentralbank senkt den Leitzins.", "Finance and markets"),
        ("Er ging nach Hause.", "Other developments"),
        ("Er zog die Jacke aus.", "Other developments"),  # "=zug" is a whole word
    ],
)
def test_fields(german: str, title: str) -> None:
    assert best(scores(german)) == title


def test_no_word_part_stands_twice_in_a_field() -> None:
    assert len({topic.title for topic in topics()}) == len(topics())
