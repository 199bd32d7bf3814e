"""Words of the news: found in German, looked for in English, and verbs put together from their parts."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from summarizer.drafting import english_forms, verb_forms
from summarizer.drafting.translate import said_of
from summarizer.drafting.vocabulary import joined, known, missing

_FILE = Path(__file__).parent / "cases" / "drafting" / "vocabulary.toml"
CASES: list[dict[str, Any]] = tomllib.loads(_FILE.read_text("utf-8"))["case"]
WORDS = Path(verb_forms.__file__).with_name("words")


@pytest.mark.parametrize("case", CASES, ids=[case["de"] for case in CASES])
def test_words_are_found_in_any_form(case: dict[str, Any]) -> None:
    found = {word.german for word in known(case["de"])}
    assert set(case.get("found", ())) <= found
    assert not found & set(case.get("not", ()))
    assert joined(case["de"]) == case.get("joined", case["de"])


@pytest.mark.parametrize(
    ("german", "english", "lost"),
    [
        ("Die Firma lehnte den Antrag ab.", "The company turned down the application.", []),
        ("Die Firma lehnte den Antrag ab.", "The company dismissed the application.", []),
        ("Die Firma lehnte den Antrag ab.", "The company examined the application.", ["ablehnen"]),
        ("Die Ernte sank erneut.", "The harvest fell again.", []),
        ("Die Ernte sank erneut.", "The harvest was falling.", ["erneut"]),
        ("Der Streit dauert an.", "The disputes continue.", []),
    ],
)
def test_a_word_counts_as_said_by_any_of_its_english_in_any_form(german: str, english: str, lost: list[str]) -> None:
    assert [word.german for word in missing(known(german), english)] == lost


@pytest.mark.parametrize(
    ("german", "english"),
    [("wies", "rejected"), ("weist", "rejects"), ("weisen", "reject"), ("wiesen", "rejected")],
)
def test_english_follows_the_german_in_tense_and_number(german: str, english: str) -> None:
    assert english_forms.like("reject", german) == english


@pytest.mark.parametrize(
    ("verb", "german", "english"),
    [
        ("call on", "rief", "called on"),
        ("cut", "baute", "cut"),
        ("give up", "gab", "gave up"),
        ("carry out", "führt", "carries out"),
        ("deny", "wies", "denied"),
        ("be available", "standen", "were available"),
        ("be available", "stehen", "are available"),
        ("increase", "legte", "increased"),
    ],
)
def test_english_verbs_of_more_words_and_odd_forms(verb: str, german: str, english: str) -> None:
    assert english_forms.like(verb, german) == english


@pytest.mark.parametrize(
    ("german", "plain"),
    [
        (
            "Sie soll Akten vernichtet haben.",
            "Sie hat angeblich Akten vernichtet.",
        ),
        (
            "Es geht um elf Beamte, die Geld angenommen haben sollen.",
            "Es geht um elf Beamte, die angeblich Geld angenommen haben.",
        ),
        ("Er soll nach Peru geflohen sein.", "Er ist angeblich nach Peru geflohen."),
        # not a duty, a plan, or a wish
        ("Die Stadt soll mehr Geld haben.", "Die Stadt soll mehr Geld haben."),
        ("Die Brücke soll im Mai fertig sein.", "Die Brücke soll im Mai fertig sein."),
        ("Die Behörde soll Akten vernichten.", "Die Behörde soll Akten vernichten."),
    ],
)
def test_what_is_said_of_somebody_is_no_duty(german: str, plain: str) -> None:
    assert said_of(german) == plain


def test_every_line_of_the_lists_can_be_read_and_none_says_two_things() -> None:
    for name in ("verbs", "nouns", "words", "phrases"):
        keys: list[str] = []
        for line in (WORDS / f"{name}.txt").read_text("utf-8").splitlines():
            if line.startswith("#"):
                continue
            german, sign, english = line.partition(" = ")
            assert all([german, sign, *map(str.strip, english.split(","))]), f"{name}: {line}"
            keys.append(german)
        assert sorted({key for key in keys if keys.count(key) > 1}) == [], name


def test_every_root_has_its_three_or_four_forms() -> None:
    for line in (WORDS / "strong.txt").read_text("utf-8").splitlines():
        assert line.startswith("#") or len(line.split()) in (3, 4), line
