"""What must hold of the check for every text: it never fails, agrees with itself, and its spans are the text's."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.checking import check, jsonl_row
from summarizer.data import Sensitivity, TextKind

_WORDS = (
    "12 1.200 1,200 3,5 14.30 06.11.2025 2019 787-9 ½ € $ % Prozent percent Prozentpunkte Millionen million Mrd. bn "
    "Meter feet Jahre months November Montag Monday zwei two dritte third Uhr p.m. bis to von from und and mehr als "
    "knapp Hunderte dozens halb twice . , : – ( ) „ “ Air Astana Tote people \n \x00 \u202e 🙂"
)
_PIECES = st.sampled_from(_WORDS.split(" "))
_TEXTS = st.lists(_PIECES, max_size=40).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(_TEXTS, _TEXTS, st.sampled_from(TextKind), st.sampled_from(Sensitivity))
def test_never_fails_and_points_into_the_texts(
    source: str, target: str, kind: TextKind, sensitivity: Sensitivity
) -> None:
    found = check(source, target, kind=kind, sensitivity=sensitivity)
    for finding in found.findings:
        assert finding.claim is not None
        assert finding.claim.span.of(target) == finding.claim.surface
        assert 0 <= finding.confidence <= 1
        assert not (finding.flagged and finding.verdict.accepted)
    for finding in (*found.findings, *found.omitted):
        for figure in finding.sources:
            assert figure.span.of(source) == figure.surface


@settings(max_examples=100, deadline=None)
@given(_TEXTS, _TEXTS, st.sampled_from(TextKind))
def test_high_flags_all_that_default_flags(source: str, target: str, kind: TextKind) -> None:
    default = check(source, target, kind=kind).findings
    high = check(source, target, kind=kind, sensitivity=Sensitivity.HIGH).findings
    assert [f.verdict for f in default] == [f.verdict for f in high]
    assert all(b.flagged for a, b in zip(default, high, strict=True) if a.flagged)


@settings(max_examples=100, deadline=None)
@given(_TEXTS, _TEXTS)
def test_a_row_says_what_the_check_says(source: str, target: str) -> None:
    row = jsonl_row({"id": 7, "source": source, "target": target}, kind=TextKind.TRANSLATION)
    found = check(source, target, kind=TextKind.TRANSLATION)
    assert row["flagged"] == any(f.flagged for f in (*found.findings, *found.omitted))
    assert [f["confidence"] for f in row["figures"] if f["start"] is not None] == [f.confidence for f in found.findings]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(min_value=13, max_value=9999), min_size=1, max_size=6))
def test_a_sentence_with_the_same_counts_is_clean(counts: list[int]) -> None:
    german = " ".join(f"Im Ort {chr(65 + i)} leben {count} Menschen." for i, count in enumerate(counts))
    english = " ".join(f"In town {chr(65 + i)}, {count:,} people live." for i, count in enumerate(counts))
    found = check(german, english, kind=TextKind.TRANSLATION)
    assert not any(f.flagged for f in (*found.findings, *found.omitted))
