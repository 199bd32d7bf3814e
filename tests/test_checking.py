"""The check as a whole, on cases kept as data: every verdict and reason, with what must not be flagged beside it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from summarizer.checking import check, jsonl_row
from summarizer.data import Citation, Finding, Sensitivity, Span, TextKind, Verdict
from summarizer.errors import InputError

_CASES = Path(__file__).parent / "cases" / "checking"
_ARTICLE = Path(__file__).parents[1] / "examples" / "c5plus1" / "article.de.txt"


def _load(name: str) -> list[dict[str, Any]]:
    cases: list[dict[str, Any]] = tomllib.loads((_CASES / name).read_text(encoding="utf-8"))["case"]
    return cases


def _said(finding: Finding, expected: str) -> str:
    return str(finding.verdict) if "/" not in expected else f"{finding.verdict}/{finding.reason}"


def _cases() -> list[dict[str, Any]]:
    article = _ARTICLE.read_text(encoding="utf-8")
    return [*_load("verdicts.toml"), *({"source": article, **case} for case in _load("article.toml"))]


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case["name"])
def test_verdict(case: dict[str, Any]) -> None:
    kind = TextKind(case.get("kind", "summary"))
    found = check(case["source"], case["target"], kind=kind, sensitivity=Sensitivity.HIGH)
    by_surface = {f.claim.surface: f for f in found.findings if f.claim is not None}
    for surface, expected in case["expect"].items():
        assert surface in by_surface, f"{case['why']}: no figure {surface!r} among {list(by_surface)}"
        assert _said(by_surface[surface], expected) == expected, case["why"]
    for surface, finding in by_surface.items():
        if case.get("any"):
            continue
        if surface not in case["expect"]:
            assert finding.verdict.accepted, f"{case['why']}: {surface}"
            assert not finding.flagged, f"{case['why']}: {surface}"
        elif not finding.verdict.accepted:
            assert finding.flagged, f"{case['why']}: {surface} is below the threshold"
    left_out = [f.sources[0].surface for f in found.omitted]
    for surface in case.get("omitted", []):
        assert surface in left_out, case["why"]
    if "flagged" in case:
        assert found.flagged is case["flagged"], case["why"]


def test_an_empty_target_has_no_findings() -> None:
    assert check("Es kamen 300 Gäste.", "").findings == ()


def test_an_empty_source_bears_nothing_out() -> None:
    (finding,) = check("", "300 guests came.").findings
    assert finding.verdict is Verdict.UNSUPPORTED
    assert finding.flagged


def test_coverage_flags_what_a_summary_leaves_out_only_on_demand() -> None:
    source = "Der Umsatz stieg auf 41 Millionen Euro."
    assert not check(source, "Revenue rose.").flagged
    assert check(source, "Revenue rose.", require_coverage=True).flagged


def test_the_weightiest_omission_comes_first() -> None:
    source = "Am Dienstag kamen 12 Gäste. Die Halle kostete 41 Millionen Euro."
    omitted = check(source, "A hall was opened.").omitted
    assert omitted[0].sources[0].surface == "41 Millionen Euro"


def test_fail_on_chooses_the_verdicts_that_count() -> None:
    source, target = "Es kamen 42 Gäste.", "47 guests came."
    assert check(source, target).flagged
    assert not check(source, target, fail_on=frozenset({Verdict.UNSUPPORTED})).flagged


def test_a_citation_decides_which_sentence_bears_a_figure_out() -> None:
    source = "Die Bahn bestellt 40 Züge in Kassel. Der Verkehrsverbund bestellt 60 Busse in Bremen."
    target = "The order is for 60 vehicles."
    (right,) = check(source, target, citations=[Citation(Span(0, len(target)), ("S2",))]).findings
    assert right.verdict is Verdict.SUPPORTED
    assert right.evidence == ("S2",)


def test_a_country_that_the_source_does_not_name_is_flagged() -> None:
    article = _ARTICLE.read_text(encoding="utf-8")
    target = "Cove Capital will hold 70 percent of a Russian mining venture."
    (name,) = [n for n in check(article, target).names if n.flagged]
    assert name.surface == "Russian"
    assert name.span.of(target) == "Russian"


def test_names_spelled_otherwise_are_found() -> None:
    article = _ARTICLE.read_text(encoding="utf-8")
    target = "President Kassym-Jomart Tokayev of Kazakhstan and Uzbek President Shavkat Mirziyoyev met Donald Trump."
    assert not any(n.flagged for n in check(article, target, sensitivity=Sensitivity.HIGH).names)


def test_a_row_answers_with_spans_into_the_target() -> None:
    row = {"id": "a", "src_de": "Es kamen 42 Gäste.", "tgt_en": "Some 47 guests came."}
    answer = jsonl_row(row, kind=TextKind.TRANSLATION)
    (figure,) = answer["figures"]
    assert answer["id"] == "a"
    assert answer["flagged"] is True
    assert row["tgt_en"][figure["start"] : figure["end"]] == "47"
    assert figure["verdict"] == "contradicted"


def test_a_row_maps_finer_accepted_verdicts_to_supported() -> None:
    row = {"id": 1, "source": "Die Frist beträgt 14 Tage.", "target": "The deadline is two weeks."}
    (figure,) = jsonl_row(row)["figures"]
    assert (figure["verdict"], figure["detail"]) == ("supported", "converted")


def test_a_row_without_a_text_is_refused() -> None:
    with pytest.raises(InputError, match="src_de"):
        jsonl_row({"id": 1, "target": "One."})


def test_the_unit_of_a_figure_is_no_name() -> None:
    found = check("Der Speicher leistet 60 Megawatt.", "The storage plant of Gazprom delivers 60 MW.")
    assert [name.surface for name in found.names] == ["Gazprom"]


def test_the_day_after_is_no_night_before() -> None:
    source = "In der Nacht zum Montag brach in der Halle ein Feuer aus."
    for target in ("A fire broke out in the hall on Tuesday night.", "A fire broke out in the hall on Sunday morning."):
        (finding,) = check(source, target).findings
        assert finding.verdict is Verdict.CONTRADICTED, target
