"""Word documents: what is said in the other formats, with Word's own headings, tables, links and footnotes."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest
from docx.document import Document as Word
from docx.oxml.ns import qn
from pdfminer.high_level import extract_text

from summarizer.reports import Format, draw, encode
from summarizer.reports.blocks import Bullets, Entries, Entry, Fields, Heading, Paragraph, Run, Style, Table, line
from tests import report_records as records

SOFFICE = shutil.which("soffice")


def opened(data: bytes) -> Word:
    return docx.Document(io.BytesIO(data))


def footnotes(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = ElementTree.fromstring(archive.read("word/footnotes.xml"))
    return ["".join(note.itertext()).strip() for note in root if note.get(qn("w:type")) is None]


SUMMARY = encode(records.summary(), Format.DOCX)


def test_headings_are_words_own() -> None:
    styled = [(p.style.name, p.text) for p in opened(SUMMARY).paragraphs if p.style and "Heading" in str(p.style.name)]
    assert styled[0] == ("Heading 1", "Nordsee orders ferries")
    assert ("Heading 2", "Deals") in styled
    assert ("Heading 3", "Flagged") in styled


def test_deals_are_a_table_whose_titles_repeat_on_each_page() -> None:
    (table,) = opened(SUMMARY).tables
    assert [cell.text for cell in table.rows[0].cells] == ["#", "Parties", "Deal", "Figures", "Status", "Source"]
    assert table.rows[1].cells[1].text == "Nordsee (buyer); Ostkai | Sons (seller)"
    assert table.rows[2].cells[0].text == "⚠\N{NO-BREAK SPACE}2"
    assert [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows] == [
        True,
        False,
        False,
    ]


def test_flagged_figures_have_a_style_and_a_sign_of_their_own() -> None:
    runs = [run for p in opened(SUMMARY).paragraphs for run in p.runs if run.style.name == "Flagged Figure"]
    assert {run.text for run in runs} >= {"⚠\N{NO-BREAK SPACE}up to 16", "⚠\N{NO-BREAK SPACE}Lisbon"}


def test_what_running_text_cites_stands_in_footnotes() -> None:
    assert footnotes(SUMMARY) == [
        "[S1] Die Reederei Nordsee kauft bis zu 15 Fähren und vier Schlepper.",
        "[S2] Der Auftrag ist rund 1,08 Milliarden Euro wert.",
        "[S3] Im Vorjahr waren es 14 Fähren der Werft Ostkai.",
    ]
    cited = [p for p in opened(SUMMARY).paragraphs if p._p.findall(f".//{qn('w:footnoteReference')}")]
    said = "The Nordsee shipping line buys ⚠\N{NO-BREAK SPACE}up to 16 ferries and four tugs, 19 vessels in all."
    assert next(p.text for p in cited) == said


def test_a_source_is_given_in_full_once() -> None:
    cite = Run("[1]", Style.REFERENCE, "#a")
    other = Run("[2]", Style.REFERENCE, "#b")
    sources = Bullets((line(Run("[1] ", Style.REFERENCE), "One."), line("Two.")), anchors=("a", "b"))
    data = draw((Paragraph(line("X ", cite, " ", other)), Paragraph(line("Y ", cite)), sources), Format.DOCX)
    assert footnotes(data) == ["[1] One.", "Two.", "[1] as in note 1."]


def test_links_lead_to_the_list_of_sources_and_nowhere_that_is_missing() -> None:
    missing = Paragraph(line(Run("[9]", Style.REFERENCE, "#nowhere"), Run(" ftp", link="ftp://example.org/x")))
    table = Table(("Source",), ((line(Run("[1]", link="#a")),), (line(Run("page", link="https://example.org/x")),)))
    data = draw((missing, table, Bullets((line("One."),), anchors=("a",))), Format.DOCX)
    body = opened(data).element.body
    links = body.findall(f".//{qn('w:hyperlink')}")
    assert [link.get(qn("w:anchor")) for link in links] == ["source_1", None]
    assert body.find(f".//{qn('w:bookmarkStart')}").get(qn("w:name")) == "source_1"
    external = [r.target_ref for r in opened(data).part.rels.values() if r.is_external]
    assert external == ["https://example.org/x"]


def test_every_block_is_drawn() -> None:
    document = (
        Heading(line("Title"), 1),
        Entries((Entry(line("first"), (("Label", line("said")),)),)),
        Fields((("Model", line("small-1b")),)),
    )
    word = opened(draw(document, Format.DOCX))
    assert [p.text for p in word.paragraphs] == ["Title", "1.\tfirst", "Label\tsaid"]
    assert [cell.text for cell in word.tables[0].rows[0].cells] == ["Model", "small-1b"]
    assert word.core_properties.title == "Title"


@pytest.mark.parametrize("words", ["\x00\x1b[2J", "\ufffe\uffff", "\ud800", "<w:t>x</w:t>&amp;", "a\tb\nc", "]]>"])
def test_whatever_an_article_holds_the_file_opens(words: str) -> None:
    report = records.summary()
    assert report.draft is not None
    deal = replace(records.DEALS[0], item=words, note=words)
    told = replace(report, draft=replace(report.draft, deals=(deal,), notes=(words,)), deal_checks=())
    word = opened(encode(told, Format.DOCX))
    if "<" in words:
        assert any("<w:t>x</w:t>&amp;" in p.text for p in word.paragraphs)


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_prints_it(tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(SUMMARY)
    command = [
        str(SOFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
        "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "report.docx"),
    ]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    text = " ".join(extract_text(tmp_path / "report.pdf").split())
    for said in (
        "Nordsee orders ferries",
        "agreement signed; terms unclear",
        "[S2] Der Auftrag ist rund 1,08 Milliarden Euro wert.",  # in a footnote, and in the list at the end
        "Page 1 of 2",
        "A model wrote this: small-1b",
    ):
        assert said in text
    assert text.count("[S4] Am 3. Mai unterschrieben") == 1
    assert text.count("[S2] Der Auftrag ist rund 1,08 Milliarden Euro wert.") == 2
