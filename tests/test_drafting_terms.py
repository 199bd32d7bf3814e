"""The glossary: terms found in any form, compounds taken apart, files of the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.drafting.terms import Glossary, plural
from summarizer.errors import UsageError

GLOSSARY = Glossary.read()


def found(text: str) -> list[str]:
    return [hit.english for hit in GLOSSARY.for_article(text).occurrences(text)]


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Perus Hauptstadt", ["Peru's"]),
        ("mit kasachischen Partnern", ["Kazakh"]),
        ("ein Wolframvorkommen", ["tungsten deposit"]),
        ("die Sojabohnenkäufe", ["soybean purchases"]),
        ("acht Abkommen", ["agreements"]),
        ("des Abkommens", ["agreement"]),
        ("die Bundesverkehrsministerin", ["German Transport Minister"]),
        ("das US-Handelsministerium", ["US Department of Commerce"]),
        ("US-Außenminister", ["US Secretary of State"]),
        ("das Finanzministerium", ["Finance Ministry"]),
        ("Die Maschine der Fluggesellschaft", ["aircraft", "airline"]),
        ("die Maschine im Keller", ["machine"]),
        ("am Rande des Treffens", ["on the sidelines of the", "meeting"]),
        ("der US-Landmaschinenhersteller", ["US farm machine maker"]),
    ],
)
def test_terms_are_found_in_the_form_they_stand_in(german: str, english: list[str]) -> None:
    assert found(german) == english


@pytest.mark.parametrize(
    ("german", "reason"),
    [
        ("Bergtal Speicher GmbH", "a firm's name holds no term"),
        ("Verkehrsunfall", "half a compound is no compound"),
        ("eine Werkstatt", "an ending that is none"),
        ("Zugspitze", "no head"),
    ],
)
def test_what_is_no_term_is_left_alone(german: str, reason: str) -> None:
    assert found(german) == [], reason


def test_an_article_with_a_us_ministry_means_the_american_minister() -> None:
    text = "Das US-Handelsministerium bestätigte das. Handelsminister John Doe sprach."
    assert found(text)[-1] == "Commerce Secretary"
    assert found("Handelsminister Jan Dal sprach.")[0] == "Trade Minister"


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("agreement", "agreements"),
        ("company", "companies"),
        ("Ministry of Defence", "Ministries of Defence"),
        ("aircraft", "aircraft"),
        ("spokesman", "spokesmen"),
        ("branch", "branches"),
    ],
)
def test_plurals(one: str, many: str) -> None:
    assert plural(one) == many


def test_a_file_of_the_users_own_wins(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[noun]\n"Vertrag" = "covenant"\n', "utf-8")
    glossary = Glossary.read([own])
    assert [hit.english for hit in glossary.occurrences("Der Vertrag gilt.")] == ["covenant"]


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"[noun\n", "not valid TOML"), (b'[colour]\n"rot" = "red"\n', "tables named"), (b"\xff", "not valid TOML")],
)
def test_an_unusable_file_is_one_sentence_that_names_it(tmp_path: Path, content: bytes, message: str) -> None:
    own = tmp_path / "own.toml"
    own.write_bytes(content)
    with pytest.raises(UsageError, match=message):
        Glossary.read([own])
    with pytest.raises(UsageError, match="can't be read"):
        Glossary.read([tmp_path / "none.toml"])
