"""The lexicon: which nouns may stand for each other, which names are one, across German and English.

The cases are data under ``cases/lexicon/``; each states why it is there, and negatives stand beside positives.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.checking.lexicon import counted, names, nouns
from summarizer.checking.lexicon.names import NameKind, romanised_key
from summarizer.checking.lexicon.nouns import Likeness
from summarizer.checking.lexicon.romanise import similar

_CASES = Path(__file__).parent / "cases" / "lexicon"


def _cases(name: str) -> dict[str, Any]:
    return tomllib.loads((_CASES / name).read_text(encoding="utf-8"))


_NOUNS = [(*case[:2], Likeness(likeness)) for likeness, cases in _cases("nouns.toml").items() for case in cases]


@pytest.mark.parametrize(("german", "english", "likeness"), _NOUNS)
def test_nouns_are_compared(german: str, english: str, likeness: Likeness) -> None:
    assert nouns.compare(german, english) is likeness


def test_concepts_of_an_unknown_word_are_empty() -> None:
    assert nouns.concepts("Quarzflimmer", "de") == frozenset()


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(KeyError):
        nouns.concepts("Haus", "fr")


_NAMES = _cases("names.toml")


@pytest.mark.parametrize(("german", "english", "why"), _NAMES["romanised"])
def test_both_romanisations_have_one_key(german: str, english: str, why: str) -> None:
    assert romanised_key(german) == romanised_key(english), why


@pytest.mark.parametrize(("one", "other", "why"), _NAMES["distinct"])
def test_two_names_have_two_keys(one: str, other: str, why: str) -> None:
    assert romanised_key(one) != romanised_key(other), why


@pytest.mark.parametrize(("one", "other", "expected", "why"), _NAMES["similar"])
def test_near_spellings_are_one_name(one: str, other: str, expected: bool, why: str) -> None:
    assert similar(romanised_key(one), romanised_key(other)) is expected, why


@pytest.mark.parametrize(("german", "english", "expected", "why"), _NAMES["missing"])
def test_names_that_the_source_lacks_are_found(german: str, english: str, expected: list[str], why: str) -> None:
    found = names.missing(english, names.Index(german, "de"))
    assert [item.name.surface for item in found] == expected, why


@pytest.mark.parametrize(("text", "language", "surface", "key", "kind", "why"), _NAMES["found"])
def test_names_are_found(text: str, language: str, surface: str, key: str, kind: str, why: str) -> None:
    found = [name for name in names.find(text, language) if name.kind is not NameKind.PROPER]
    assert (surface, key, kind) in [(name.surface, name.key, name.kind.value) for name in found], why
    assert all(name.span.of(text) == name.surface for name in found)


@pytest.mark.parametrize(("text", "language", "why"), _NAMES["nameless"])
def test_ordinary_words_are_no_names(text: str, language: str, why: str) -> None:
    assert names.find(text, language) == (), why


def test_a_replaced_country_is_surer_than_an_added_one() -> None:
    source = names.Index("Ein kasachischer Konzern zahlt.", "de")
    (replaced,) = names.missing("A Russian group pays.", source)
    (added,) = names.missing("A Kazakh group pays in Russia.", source)
    assert replaced.confidence > added.confidence > 0.5
    assert replaced.instead == ("KZ",)


def test_a_country_added_to_a_summary_is_sure() -> None:
    source = names.Index("Die Firma zahlt. " * 40, "de")
    (added,) = names.missing("The firm pays in Russia.", source)
    assert added.confidence > 0.8


@pytest.mark.parametrize(
    ("german", "english", "flagged", "why"),
    [
        ("Der Zulieferer aus Bochum streicht Stellen.", "The German supplier cuts jobs.", False, "a German town"),
        ("Der Zulieferer aus Linz streicht Stellen.", "The Austrian supplier cuts jobs.", False, "an Austrian town"),
        ("Der Zulieferer aus Linz streicht Stellen.", "The German supplier cuts jobs.", True, "Linz lies elsewhere"),
        ("Das Oberwallis baut ein Spital.", "The Swiss will build a hospital.", False, "a canton"),
        ("Das Spital kostet 168 Millionen Franken.", "The Swiss hospital is dear.", False, "who counts in francs"),
        ("Das Spital kostet 168 Millionen Euro.", "The Swiss hospital is dear.", True, "nothing Swiss there"),
        ("Der Zulieferer streicht Stellen.", "The German supplier cuts jobs.", False, "German news is set at home"),
        ("Der Zulieferer streicht Stellen.", "The French supplier cuts jobs.", True, "but not in France"),
        (
            "Kasachstans Zulieferer streicht Stellen.",
            "The German supplier cuts jobs.",
            True,
            "another country is named",
        ),
    ],
)
def test_a_summary_may_say_where_the_article_is_set(german: str, english: str, flagged: bool, why: str) -> None:
    padding = " Das teilte die Leitung am Montag in einer langen Erklärung mit, die alles weitere offen liess." * 2
    found = names.missing(english, names.Index(german + padding, "de"))
    assert any(item.confidence >= 0.8 for item in found) is flagged, why


def test_positions_lead_from_the_english_key_to_the_german_words() -> None:
    text = "Usbekistan zahlt 8, der kasachische Partner Tokajew 14."
    source = names.Index(text, "de")
    assert source.positions("KZ") == (text.index("kasachische"),)
    assert source.positions(romanised_key("Tokayev")) == (text.index("Tokajew"),)
    assert source.positions("RU") == ()


def test_names_of_both_languages_are_the_same() -> None:
    (german,), (english,) = names.find("Großbritannien", "de"), names.find("in Britain", "en")
    (other,) = names.find("in Brazil", "en")
    assert names.same(german, english)
    assert not names.same(german, other)


def test_word_lists_have_no_broken_line() -> None:
    for entry in ("places.txt", "institutions.txt"):
        section = ""
        for line in (Path(names.__file__).parent / "words" / entry).read_text(encoding="utf-8").splitlines():
            section = line if line.startswith("[") else section
            if line and line[0] not in "#[" and section not in ("[alike]", "[part]"):
                assert line.count("|") == (2 if entry == "institutions.txt" else 4), line


def test_related_keys_are_listed_keys() -> None:
    listed: set[str] = set()
    related: list[str] = []
    section = ""
    for entry in ("places.txt", "institutions.txt"):
        for line in (Path(names.__file__).parent / "words" / entry).read_text(encoding="utf-8").splitlines():
            section = line if line.startswith("[") else section
            if not line or line[0] in "#[":
                continue
            if "|" in line:
                listed.add(line.partition("|")[0].strip())
            else:
                related += line.split()
    assert not set(related) - listed


_COUNTED = _cases("counted.toml")


@pytest.mark.parametrize(("text", "figure", "language", "noun", "why"), _COUNTED["counted"])
def test_the_counted_noun_is_found(text: str, figure: str, language: str, noun: str, why: str) -> None:
    found = counted.after(text, text.index(figure) + len(figure), language)
    assert (found.surface if found else "") == noun, why
    if found:
        assert found.span.of(text) == found.surface


@pytest.mark.parametrize(("text", "figure", "german", "likeness", "why"), _COUNTED["meanings"])
def test_the_counted_noun_means_the_german_one(text: str, figure: str, german: str, likeness: str, why: str) -> None:
    found = counted.after(text, text.index(figure) + len(figure), "en")
    assert found is not None
    shared = not found.concepts.isdisjoint(nouns.concepts(german, "de"))
    assert shared is (likeness == "same"), why


def test_pages_are_counted_in_an_adjective() -> None:
    found = counted.after("Eine 250-seitige Studie.", 8, "de")
    assert found is not None
    assert not found.concepts.isdisjoint(nouns.concepts("pages", "en"))


def test_no_line_of_the_noun_list_is_broken() -> None:
    for line in (Path(nouns.__file__).parent / "words" / "nouns.txt").read_text(encoding="utf-8").splitlines():
        if line and line[0] not in "#[":
            left, sign, right = line.partition(" = ")
            assert sign, line
            assert "=" not in right, line
            assert all(word.strip(" *") for word in (*left.split(","), *right.split(","))), line


_PIECES = st.sampled_from(
    [
        "Kasachstan",
        "kasachische",
        "14",
        "neue",
        "Maschinen",
        "of",
        "the",
        "U.S.",
        "New York",
        "-",
        "’s",
        ". ",
        ", ",
        "ß",
        "Vereinten Nationen",
        "White House",
        "Nord- und Ostsee",
        "Übergänge",
        "\n",
        "—",
        "(",
        "Members of",
        "ı",
        "ǅ",
        "𝔄",
    ]
)


@given(st.lists(st.one_of(_PIECES, st.text(max_size=6)), max_size=30).map(" ".join), st.sampled_from(["de", "en"]))
def test_any_text_is_read_without_harm(text: str, language: str) -> None:
    found = names.find(text, language)
    assert all(name.span.of(text) == name.surface for name in found)
    assert list(found) == sorted(found, key=lambda name: name.span)
    index = names.Index(text, language)
    assert all(index.holds(name) for name in found)
    names.missing(text, index)
    for position in range(0, len(text), 7):
        noun = counted.after(text, position, language)
        assert noun is None or noun.span.of(text) == noun.surface


@given(st.text(max_size=30), st.sampled_from(["de", "en"]))
def test_any_word_is_looked_up_without_harm(word: str, language: str) -> None:
    assert nouns.concepts(word, language) == nouns.concepts(word, language)
    key = romanised_key(word)
    assert similar(key, key)


def test_a_name_that_opens_a_sentence_is_found_but_not_missed() -> None:
    (name,) = names.find("Landau spoke.", "en")
    assert name.opening
    assert names.missing("Landau spoke.", names.Index("Rubio sprach.", "de")) == ()
    (item,) = names.missing("Landau spoke. Then Landau left.", names.Index("Rubio sprach.", "de"))[:1]
    assert item.name.surface == "Landau"
