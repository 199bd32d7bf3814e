"""The figure grammar: cases in tests/cases/figures, the project's own article, and its failures said aloud.

`de.toml` and `en.toml` hold texts with all their figures, `negatives.toml` what must not be read, each with its reason.
"""

from __future__ import annotations

import json
import tomllib
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from summarizer import pipeline
from summarizer.data import Article, Figure, Kind, Qualifier
from summarizer.figures import english, find, find_dated, row
from summarizer.figures.locale import WORD_SETS
from summarizer.figures.locales import LANGUAGES, locale
from tests.command import invoke

CASES = Path(__file__).parent / "cases" / "figures"
ARTICLE = Path(__file__).parent.parent / "examples" / "c5plus1" / "article.de.txt"


def written(figure: Figure) -> str:
    """A figure in the notation of the cases."""
    value = _plain(figure.value) if figure.value is not None else f"{_plain(figure.low)}..{_plain(figure.high)}"
    text = f"{figure.surface} → {figure.kind.value} {value}"
    if figure.unit is not None:
        text += f" {figure.unit}"
    return text if figure.qualifier is Qualifier.EXACT else f"{text} ~{figure.qualifier.value}"


def _plain(value: Decimal | str | None) -> str:
    if not isinstance(value, Decimal):
        return str(value)
    share = Fraction(value).limit_denominator(100)
    if value.as_tuple().exponent == -28 and share.denominator > 1:  # an endless fraction
        return str(share)
    return f"{value:f}".rstrip("0").rstrip(".") if "." in f"{value:f}" else f"{value:f}"


def _same(expected: str) -> str:
    """The notation of a case with its value without trailing zeros."""
    head, _, tail = expected.partition(" → ")
    return f"{head} → {' '.join(_trim(word) for word in tail.split(' '))}"


def _trim(word: str) -> str:
    return (
        word.rstrip("0").rstrip(".")
        if "." in word and word.replace(".", "").isdigit() and word.count(".") == 1
        else word
    )


def _cases(name: str, language: str) -> list[object]:
    rows = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["cases"]
    return [pytest.param(language, text, figures, id=f"{language}: {why}: {text}") for text, figures, why in rows]


@pytest.mark.parametrize(("language", "text", "figures"), [*_cases("de", "de"), *_cases("en", "en")])
def test_reads_every_figure(language: str, text: str, figures: list[str]) -> None:
    assert [_same(written(figure)) for figure in find(text, language)] == [_same(figure) for figure in figures]


@pytest.mark.parametrize(
    ("language", "text", "figures"), [*_cases("negatives_de", "de"), *_cases("negatives_en", "en")]
)
def test_reads_nothing_else(language: str, text: str, figures: list[str]) -> None:
    assert [_same(written(figure)) for figure in find(text, language)] == [_same(figure) for figure in figures]


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        pytest.param(language, *row, id=f"{language}: {row[0]}")
        for language in LANGUAGES
        for row in tomllib.loads((CASES / f"news_{language}.toml").read_text(encoding="utf-8"))["cases"]
    ],
)
def test_reads_the_figures_of_news(language: str, text: str, figures: list[str]) -> None:
    assert [_same(written(figure)) for figure in find(text, language)] == [_same(figure) for figure in figures]


def _lookalikes(language: str) -> dict[str, list[list[str]]]:
    table: dict[str, dict[str, list[list[str]]]] = tomllib.loads(
        (CASES / "lookalikes.toml").read_text(encoding="utf-8")
    )
    return table[language]


@pytest.mark.parametrize(
    ("language", "kind", "text"),
    [
        pytest.param(language, kind, text, id=f"{language}: no {kind}: {why}: {text}")
        for language in LANGUAGES
        for kind, rows in _lookalikes(language).items()
        for text, why in rows
    ],
)
def test_what_looks_like_a_kind_is_none(language: str, kind: str, text: str) -> None:
    assert [figure.surface for figure in find(text, language) if figure.kind == kind] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_has_positive_and_negative_cases(language: str) -> None:
    rows = tomllib.loads((CASES / f"{language}.toml").read_text(encoding="utf-8"))["cases"]
    read = {figure.split(" → ")[1].split(" ")[0] for _, figures, _ in rows for figure in figures}
    assert read == set(Kind)
    assert _lookalikes(language).keys() == set(Kind)


def test_as_many_negative_as_positive_cases() -> None:
    for language in LANGUAGES:
        negative = len(_cases(f"negatives_{language}", language)) + sum(map(len, _lookalikes(language).values()))
        assert negative >= len(_cases(language, language))


def _dated(name: str) -> list[object]:
    rows = tomllib.loads((CASES / "dated.toml").read_text(encoding="utf-8"))[name]
    return [pytest.param(*row[:3], id=f"{row[0]}: {row[3]}: {row[1]}") for row in rows]


@pytest.mark.parametrize(("language", "text", "figures"), _dated("known"))
def test_days_named_from_the_day_of_writing(language: str, text: str, figures: list[str]) -> None:
    found = find_dated(text, language, date(2025, 11, 6))
    assert [written(figure) for figure in found] == figures
    assert all(figure.span.of(text) == figure.surface for figure in found)


@pytest.mark.parametrize(("language", "text", "figures"), _dated("unknown"))
def test_such_days_stay_open_where_the_day_of_writing_is_not_known(
    language: str, text: str, figures: list[str]
) -> None:
    assert [written(figure) for figure in find_dated(text, language)] == figures


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        pytest.param(*row[:3], id=f"{row[0]}: {row[3]}: {row[1]}")
        for row in tomllib.loads((CASES / "indefinite.toml").read_text(encoding="utf-8"))["cases"]
    ],
)
def test_words_that_name_no_number_are_read_on_demand(language: str, text: str, figures: list[str]) -> None:
    assert [written(figure) for figure in find(text, language, indefinite=True)] == figures


def test_the_command_lists_words_that_name_no_number_on_demand() -> None:
    stdin = '{"id": 1, "lang": "de", "text": "Mehrere Abkommen."}\n'
    plain, vague = invoke("figures", "--jsonl", stdin=stdin), invoke("figures", "--jsonl", "--vague", stdin=stdin)
    assert json.loads(plain.out)["figures"] == []
    assert [figure["low"] for figure in json.loads(vague.out)["figures"]] == ["2"]
    assert [f.surface for f in pipeline.read_figures("Mehrere Abkommen.", language="de", indefinite=True).figures] == [
        "Mehrere"
    ]


@pytest.mark.parametrize("count", [1, 10_000, 10_001, 10**12])
def test_a_distance_beyond_the_calendar_is_read_without_a_crash(count: int) -> None:
    assert find_dated(f"{count} years ago and {count} days ago, 9 days after 31 December 2199.", "en", date.max)


def test_article_has_its_22_figures() -> None:
    """The example article: 16 quantities and dates, 6 designations, and nothing else."""
    figures = find(ARTICLE.read_text(encoding="utf-8"), "de")
    assert [written(figure) for figure in figures if figure.kind is not Kind.DESIGNATION] == [
        "6. November → date XXXX-11-06",
        "fünf → count 5",
        "37 → count 37 ~at_most",
        "15 → count 15 ~at_most",
        "14 → count 14",
        "vier → number 4",
        "zehn → number 10",
        "acht → number 8 ~further",
        "70 Prozent → percent 70 %",
        "1,1 Milliarden US-Dollar → money 1100000000 USD ~about",
        "2,5 Milliarden US-Dollar → money 2500000000 USD",
        "acht → count 8",
        "fünf → count 5",
        "5. November → date XXXX-11-05",
        "fünf → count 5",
        "2026 → year 2026",
    ]
    names = [figure.value for figure in figures if figure.kind is Kind.DESIGNATION]
    assert names == ["C5+1", "787-9", "787", "737 MAX", "787", "C5+1"]
    nouns = {figure.noun for figure in figures if figure.kind is Kind.COUNT}
    assert nouns == {"Präsidenten", "Boeing-Maschinen", "Boeing", "Maschinen", "Abkommen", "Amtskollegen", "Länder"}


@pytest.mark.parametrize(
    ("german", "expected"),
    [
        ("rund 1,1 Milliarden US-Dollar", "about US$1.1 billion"),
        ("bis zu 37", "up to 37"),
        ("70 Prozent", "70 percent"),
        ("6. November", "6 November"),
        ("14 Tage", "14 days"),
        ("787-9", "787-9"),
        ("acht weitere 787", "another eight"),
        ("knapp 500 Menschen", "nearly 500"),
        ("10–15 %", "10 to 15 percent"),
        ("zwischen 3 und 5 Millionen Euro", "€3 million to €5 million"),
        ("300 Millionen Tenge", "KZT 300 million"),
        ("2,50 €", "€2.50"),
        ("4,5 Prozentpunkte", "4.5 percentage points"),
        ("25 Basispunkte", "25 basis points"),
        ("vom 1. bis 3. Mai 2025", "1–3 May 2025"),
        ("30. April/1. Mai", "30 April to 1 May"),
        ("im November 2025", "November 2025"),
        ("am Montag", "Monday"),
        ("seit 1991", "1991"),
        ("2024/25", "2024–2025"),
        ("90er-Jahre", "the 1990s"),
        ("19. Jahrhundert", "the 19th century"),
        ("3. Quartal 2025", "the third quarter of 2025"),
        ("1. Halbjahr 2025", "the first half of 2025"),
        ("KW 45", "week 45"),
        ("17.30 Uhr", "5:30 p.m."),
        ("12 Uhr", "noon"),
        ("von 9 bis 17 Uhr", "9 a.m. to 5 p.m."),
        ("halbe Stunde", "30 minutes"),
        ("37-jährig", "37 years old"),
        ("dritter", "third"),
        ("zum 21. Mal", "21st"),
        ("drittletzte", "third-last"),
        ("zwei Drittel", "two thirds"),
        ("die Hälfte", "half"),
        ("jeder Dritte", "one third"),
        ("2:1", "2:1"),
        ("verdoppelt", "twice"),
        ("halbiert", "halved"),
        ("3,5-fach", "3.5 times"),
        ("Zehntausende", "tens of thousands"),
        ("Millionenhöhe", "millions"),
        ("-7 Grad", "minus 7 degrees"),
        ("120 km", "120 km"),
        ("1.200 MW", "1,200 MW"),
        ("Artikel 14", "Article 14"),
        ("Platz 3", "third place"),
        ("Achtelfinale", "round of 16"),
    ],
)
def test_english(german: str, expected: str) -> None:
    assert english(find(german, "de")[0]) == expected


def test_row_is_json_with_bounds_of_a_hedge() -> None:
    figure = find("bis zu 37 Boeing-Maschinen", "de")[0]
    assert row(figure) == {
        "text": "37", "start": 7, "end": 9, "kind": "count", "value": "37", "unit": None, "low": None, "high": "37",
        "qualifier": "at_most", "noun": "Boeing-Maschinen",
    }  # fmt: skip


def test_row_writes_numbers_as_decimals_and_times_as_iso() -> None:
    assert row(find("2,5 Mrd. Euro", "de")[0])["value"] == "2500000000"
    assert row(find("um 17.30 Uhr", "de")[0])["value"] == "T17:30"
    assert row(find("0,25 Prozent", "de")[0])["value"] == "0.25"


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(ValueError, match="'fr'"):
        find("14", "fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_locale_gives_every_word_set_that_the_readers_ask_for(language: str) -> None:
    assert locale(language).words.keys() == WORD_SETS.keys()


def test_an_article_reads_days_from_its_date_of_publication() -> None:
    article = Article("Gestern starben drei Menschen.", published="2025-11-06T07:00:00")
    assert pipeline.read_figures(article, language="de").figures[0].value == "2025-11-05"


def test_an_article_with_a_date_that_is_none_leaves_such_days_open() -> None:
    article = Article("Gestern starben drei Menschen.", published="Donnerstag")
    assert pipeline.read_figures(article, language="de").figures[0].value == "XXXX-XX-XX"


def test_a_row_with_a_date_that_is_none_is_named() -> None:
    done = invoke("figures", "--jsonl", stdin='{"id": 1, "lang": "de", "text": "Gestern.", "published": "gestern"}\n')
    assert "must be an ISO date" in json.loads(done.out)["error"]
