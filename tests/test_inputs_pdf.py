"""PDF files: paragraphs made whole again, and the files that can't be read."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from pathlib import Path

import pytest

from summarizer.data import Article
from summarizer.errors import InputError
from summarizer.inputs import read
from summarizer.inputs.pdf import Line, paragraphs
from tests.pdf_file import Put, column, pdf


def _read(data: bytes) -> Article:
    return read("-", io.BytesIO(data))


def _refusal(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        _read(data)
    message = str(caught.value)
    assert "\n" not in message
    assert message.endswith(".")
    return message


FIRST = [
    "Der Konzern hat am Dienstag mitgeteilt, dass er in Lindau ein Ferti-",
    "gungswerk für 1,1 Milliarden Euro baut.",
]
SECOND = ["Die Arbeiten beginnen im März 2026 und sollen nach Angaben des", "Unternehmens Ende 2028 beendet sein."]


def test_lines_become_paragraphs_and_divided_words_whole() -> None:
    data = pdf([[*column(60, 700, FIRST), *column(60, 640, SECOND)]], title="Microsoft Word - a.docx", author="V. Kolb")
    article = _read(data)
    assert article.text == (
        "Der Konzern hat am Dienstag mitgeteilt, dass er in Lindau ein Fertigungswerk für 1,1 Milliarden Euro baut.\n\n"
        "Die Arbeiten beginnen im März 2026 und sollen nach Angaben des Unternehmens Ende 2028 beendet sein."
    )
    assert (article.title, article.author, article.notes) == (None, "V. Kolb", ())


def test_the_title_the_file_names_counts_where_the_text_bears_it_out() -> None:
    page = [Put(60, 760, "Werk in Lindau"), *column(60, 700, FIRST)]
    assert _read(pdf([page], title="Werk in Lindau")).title == "Werk in Lindau"


@pytest.mark.parametrize(("font", "size"), [("F2", 14), ("F1", 14), ("F2", 11)], ids=["both", "larger", "bold"])
def test_a_headline_close_to_its_text_is_the_title(font: str, size: int) -> None:
    page = [Put(60, 716, "Neues Werk in Lindau geplant", font, size), *column(60, 700, FIRST + SECOND)]
    article = _read(pdf([page]))
    assert article.title == "Neues Werk in Lindau geplant"
    assert article.text.startswith("Neues Werk in Lindau geplant\n\nDer Konzern hat am Dienstag")


def test_a_sentence_that_changes_its_weight_stays_whole() -> None:
    page = [Put(60, 714, "Lindau: Die Arbeiten am Werk beginnen nach Angaben des", "F2"), *column(60, 700, SECOND[1:])]
    assert "\n" not in _read(pdf([page])).text


def test_columns_are_read_one_after_the_other() -> None:
    left = [
        "Der Hafen in Emden bekommt",
        "zwei neue Kräne. Sie kosten",
        "je 14 Millionen Euro und",
        "werden in Kiel gebaut. Das",
    ]
    right = ["Land zahlt die Hälfte, den", "Rest trägt der Betreiber.", "Der erste Kran soll im Mai", "2026 stehen."]
    text = _read(pdf([[*column(60, 700, left), *column(320, 700, right)]])).text
    assert text == " ".join((*left, *right))


def _book(count: int) -> bytes:
    pages = []
    for number in range(1, count + 1):
        body = [
            f"Absatz {number} nennt die Zahl {number * 100} und handelt vom Hafen.",
            "Er ist ganz auf seiner Seite.",
        ]
        head = Put(60, 815, f"Seezeitung, Ausgabe {number + 40}")
        pages.append([head, *column(60, 700, body), Put(290, 30, f"Seite {number} von {count}")])
    return pdf(pages)


def test_running_heads_and_page_numbers_go() -> None:
    article = _read(_book(4))
    assert "Seezeitung" not in article.text
    assert "Seite 1" not in article.text
    assert all(f"die Zahl {number}00 und" in article.text for number in range(1, 5))
    assert article.notes == ("8 running heads and page numbers were left out.",)


def test_a_line_at_the_edge_that_is_not_repeated_stays() -> None:
    article = _read(pdf([[Put(60, 815, "Eilmeldung aus Lindau"), *column(60, 700, FIRST)]]))
    assert article.text.startswith("Eilmeldung aus Lindau")


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["Ferti-", "gung"], "Fertigung"),
        (["Ferti\u00ad", "gung"], "Fertigung"),
        (["Nord-", "Ostsee-Kanal"], "Nord-Ostsee-Kanal"),
        (["Bau-", "und Planungskosten"], "Bau- und Planungskosten"),
        (["eine Boeing 787-", "9 für"], "eine Boeing 787-9 für"),
        (["von 2025–", "2030"], "von 2025–2030"),
        (["sagte er –", "und ging"], "sagte er – und ging"),
        (["für 1,1", "Milliarden"], "für 1,1 Milliarden"),
    ],
)
def test_what_stands_at_the_end_of_a_line(lines: list[str], text: str) -> None:
    assert list(paragraphs([tuple(Line(each, False) for each in lines)])) == [text]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("Der Kran kostet", "zwei Millionen Euro.", True),
        ("Der Kran kostet Millio-", "nen.", True),
        ("Der Kran kostet viel.", "und er ist neu", False),
        ("Der Kran kostet das", "Land zwei Millionen.", True),
        ("Der Kran kostet 14", "Millionen Euro.", True),
        ("Der Kran", "Neues aus dem Hafen", False),
        ("Der Kran kostet es.", "Das ist neu", False),
    ],
)
def test_a_paragraph_goes_on_in_the_next_column(before: str, after: str, joined: bool) -> None:
    found = list(paragraphs([(Line(before, False),), (Line(after, False),)]))
    assert (len(found) == 1) is joined


def test_a_scan_is_refused_with_the_reason() -> None:
    assert "is a PDF without a text layer (2 pages), as scanners make it" in _refusal(pdf([[], []], picture=True))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_damaged_file_is_said(share: float) -> None:
    data = _book(3)
    cut = data[: int(len(data) * share)]
    assert "is a PDF" in _refusal(cut)


def test_a_packed_page_is_read() -> None:
    assert _read(pdf([column(60, 700, FIRST)], blank=10)).text.startswith("Der Konzern")


def test_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarizer.inputs.unpacking.LARGEST", 1_000_000)
    pages = [column(60, 700, FIRST)]
    assert "unpacks to more than" in _refusal(pdf(pages, blank=2_000_000))
    assert "unpacks to more than" in _refusal(pdf(pages * 5, blank=300_000))
    assert _read(pdf(pages, blank=300_000)).text


def test_too_many_pages_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarizer.inputs.pdf.MOST_PAGES", 2)
    assert "has more than 2 pages" in _refusal(_book(3))


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of what LibreOffice makes of one text: a PDF as newsrooms send it, and the same with a password."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("office")
    (folder / "brief.txt").write_text(" ".join(["Das Werk in Lindau kostet 1,1 Milliarden Euro."] * 40), "utf-8")
    secret = {"EncryptFile": ("boolean", "true"), "DocumentOpenPassword": ("string", "geheim")}
    options = {name: {"type": kind, "value": value} for name, (kind, value) in secret.items()}
    forms = {"offen": "pdf", "zu": f"pdf:writer_pdf_Export:{json.dumps(options)}"}
    for name, form in forms.items():
        subprocess.run(
            [program, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to", form,
             "--outdir", folder / name, folder / "brief.txt"],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
    return folder


def test_a_pdf_of_an_office_program(office: Path) -> None:
    assert read(str(office / "offen" / "brief.pdf")).text.count("1,1 Milliarden Euro") == 40


def test_a_password_is_said(office: Path) -> None:
    assert "is a PDF with a password: save it without one." in _refusal((office / "zu" / "brief.pdf").read_bytes())
