"""PDF files: paragraphs made whole again, and the files that can't be read."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn

from summarizer.data import Article
from summarizer.errors import InputError
from summarizer.inputs import read
from summarizer.inputs.pdf.lines import Line, paragraphs
from tests.pdf_file import Put, column, pdf, table


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


def test_two_pages_are_enough_where_the_line_stands_at_one_height() -> None:
    assert _read(_book(2)).notes == ("4 running heads and page numbers were left out.",)
    moved = [[Put(60, y, "Seezeitung am Abend"), *column(60, 700, FIRST)] for y in (815, 790)]
    assert _read(pdf(moved)).text.count("Seezeitung") == 2


def test_what_a_browser_prints_at_the_edges_goes() -> None:
    head = [Put(30, 825, "11/23/25, 8:25 PM", size=8), Put(250, 825, "Werk in Lindau - Abendblatt", size=8)]
    foot = [Put(30, 15, "https://example.org/werk?x=1", size=8), Put(560, 15, "1/1", size=8)]
    article = _read(pdf([[*head, *column(60, 700, FIRST), *foot]]))
    assert article.text.startswith("Der Konzern")
    assert article.text.endswith("baut.")


def test_a_line_at_the_edge_that_is_not_repeated_stays() -> None:
    article = _read(pdf([[Put(60, 815, "Eilmeldung aus Lindau"), *column(60, 700, FIRST)]]))
    assert article.text.startswith("Eilmeldung aus Lindau")


TABLE = [
    ("Reederei", "Zahl", "Wert in Mio. Euro", "Lieferung"),
    ("Nordwind", "8", "184", "2027"),
    ("Hansa Küste", "3", "96,4", "Mai 2026"),
    ("Summe", "11", "280,4", ""),
]


def test_a_table_is_read_row_by_row_and_apart_from_the_text() -> None:
    page = [
        *column(60, 700, FIRST),
        *table((60, 160, 220, 360), 640, TABLE),
        *column(60, 560, SECOND),
    ]
    assert _read(pdf([page])).text.split("\n\n") == [
        " ".join(FIRST).replace("Ferti- ", "Ferti"),
        "Reederei | Zahl | Wert in Mio. Euro | Lieferung\nNordwind | 8 | 184 | 2027\n"
        "Hansa Küste | 3 | 96,4 | Mai 2026\nSumme | 11 | 280,4",
        " ".join(SECOND),
    ]


def test_a_table_may_stand_between_two_halves_of_a_sentence() -> None:
    page = [*column(60, 700, SECOND[:1]), *table((60, 160, 220, 360), 640, TABLE), Put(60, 560, "Landes fertig sein.")]
    said = _read(pdf([page])).text
    assert said.endswith("Landes fertig sein.")
    page[-1] = Put(60, 560, "unternehmens fertig sein.")
    assert _read(pdf([page])).text.startswith(
        "Die Arbeiten beginnen im März 2026 und sollen nach Angaben des unternehmens"
    )


@pytest.mark.parametrize(
    ("rules", "rows"),
    [
        ((), ["Frisia | 1 | 33,8", "Fähren", "Weser | 2 | 51"]),  # a cell may be the only one filled
        ((655, 625, 610), ["Frisia Fähren | 1 | 33,8", "Weser | 2 | 51"]),
    ],
    ids=["without rules", "with rules"],
)
def test_a_cell_of_two_lines(rules: tuple[float, ...], rows: list[str]) -> None:
    lines = [("Frisia", "1", "33,8"), ("Fähren", "", ""), ("Weser", "2", "51")]
    page = [*table((60, 160, 240), 644, lines, leading=13), *column(60, 560, SECOND)]
    said = _read(pdf([page], rules=[(55, 400, y) for y in rules])).text
    assert said.startswith("\n".join(rows))


def test_a_table_in_a_column_beside_another_of_text() -> None:
    left = ["Der Hafen in Emden bekommt zwei", "neue Kräne. Sie kosten 14 Millionen", "Euro und werden in Kiel gebaut."]
    page = [
        *table((60, 130, 200), 640, [("Jahr", "Kräne", "TEU"), ("2023", "4", "31"), ("2024", "6", "38")], leading=14)
    ]
    said = _read(pdf([[*column(60, 700, left), *page, *column(320, 700, left * 2)]])).text
    assert "Jahr | Kräne | TEU\n2023 | 4 | 31\n2024 | 6 | 38" in said
    assert said.count(" ".join(left)) == 3


def test_wide_words_of_justified_type_stay_in_their_line() -> None:
    lines = [
        [(60, "Der"), (105, "Betreiber"), (180, "zahlt")],
        [(60, "die"), (90, "Hälfte"), (140, "davon"), (190, "an")],
        [(60, "Donaueschingen"), (190, "als")],
        [(60, "Zuschuss"), (115, "von"), (150, "14"), (175, "Euro")],
        [(60, "im"), (120, "Monat"), (180, "heraus.")],
    ]
    page = [Put(x, 700 - 13 * number, word) for number, line in enumerate(lines) for x, word in line]
    words = " ".join(word for line in lines for _, word in line)
    assert _read(pdf([page])).text == words
    beside = [Put(x + 190, 700 - 13 * number, word) for number, line in enumerate(lines) for x, word in line]
    assert _read(pdf([[*page, *beside]])).text.split("\n\n") == [words, words]


def test_a_box_beside_the_text_is_read_after_it_line_by_line() -> None:
    text = [
        "Der Park steht auf 24 Hektar und",
        "liefert seit 2021 Strom. Die Stadt will",
        "ihn bis 2028 um einen Speicher",
        "ergänzen.",
    ]
    facts = ["Auf einen Blick", "Leistung: 26 Megawatt", "Baujahr: 2021", "Fläche: 24 Hektar"]
    boxed = [Put(300, 697 - 11 * number, fact, size=9) for number, fact in enumerate(facts)]
    assert _read(pdf([[*column(60, 700, text), *boxed]])).text.split("\n\n") == [" ".join(text), *facts]


def test_an_indented_line_begins_a_paragraph() -> None:
    page = [Put(60, 700, "Der erste Kran steht seit Mai."), Put(72, 686, "Der zweite Kran kommt im Juni 2026."),
            Put(60, 672, "Er kostet 14 Millionen Euro.")]  # fmt: skip
    assert _read(pdf([page])).text.split("\n\n") == [
        "Der erste Kran steht seit Mai.",
        "Der zweite Kran kommt im Juni 2026. Er kostet 14 Millionen Euro.",
    ]


def test_items_of_a_list_keep_their_marks_and_their_lines() -> None:
    page = [Put(60, 700, "\u2022"), Put(80, 700, "Der Kaufpreis beträgt 27 Millionen Euro."), Put(60, 686, "\u2022"),
            Put(80, 686, "Die Pacht läuft bis 2046.")]  # fmt: skip
    assert _read(pdf([page])).text.split("\n\n") == [
        "\u2022 Der Kaufpreis beträgt 27 Millionen Euro.",
        "\u2022 Die Pacht läuft bis 2046.",
    ]


def test_a_raised_figure_is_a_units_or_a_footnotes_and_no_part_of_a_number() -> None:
    page = [
        Put(60, 700, "Das Haus kostet 18,7"), Put(167, 704, "1", size=6), Put(174, 700, "Millionen Euro bei 2.400 m"),
        Put(304.5, 704, "2", size=6), Put(308, 700, ", davon ein Drittel Lager."),
        *column(60, 686, FIRST),
        Put(60, 60, "1", size=6), Put(66, 57, "Ohne das Grundstück für 1,2 Millionen Euro.", size=8),
    ]  # fmt: skip
    article = _read(pdf([page]))
    assert article.text.startswith("Das Haus kostet 18,7 Millionen Euro bei 2.400 m², davon ein Drittel Lager.")
    assert "Grundstück" not in article.text
    assert article.notes == ("Footnotes were left out.",)


def test_small_print_without_a_mark_is_no_footnote() -> None:
    page = [*column(60, 700, FIRST), Put(60, 57, "Der Preis gilt ohne das Grundstück.", size=8)]
    assert _read(pdf([page])).text.endswith("ohne das Grundstück.")


def test_menus_teasers_imprint_and_captions_go_and_links_in_a_sentence_stay() -> None:
    menu = [Put(60 + 90 * n, 770, name, link=True) for n, name in enumerate(("Startseite", "Politik", "Wirtschaft"))]
    page = [
        *menu,
        Put(60, 740, "Neues Werk in Lindau", "F2", 20),
        Put(60, 716, "Das Werk in Lindau aus der Luft. Foto: Jana Holm", size=9),
        *column(60, 690, FIRST),
        Put(60, 640, "Einzelheiten stehen im Bericht des Landes.", link=True),
        Put(60, 600, "Mehr zum Thema", "F2", 13),
        Put(60, 580, "Strom wird 2026 um 3 Prozent teurer", link=True),
        Put(60, 550, "© 2025 Abendblatt · Impressum · Datenschutz", size=8),
    ]
    article = _read(pdf([page]))
    assert article.title == "Neues Werk in Lindau"
    assert article.text.split("\n\n") == [
        "Neues Werk in Lindau",
        " ".join(FIRST).replace("Ferti- ", "Ferti"),
        "Einzelheiten stehen im Bericht des Landes.",
    ]
    assert article.notes == ("Links of the page were left out.", "Captions of pictures were left out.")


def test_the_title_is_what_is_set_largest_whatever_stands_above() -> None:
    page = [
        Put(60, 770, "Abendblatt Lindau", "F2", 12),
        Put(60, 740, "Neues Werk in Lindau", "F2", 22),
        *column(60, 700, FIRST),
    ]
    assert _read(pdf([page])).title == "Neues Werk in Lindau"


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


def _report() -> Any:
    """A Word document with a head and foot on each page, a ruled table, and two columns over two pages."""
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "Hafenkurier Wirtschaft, Ausgabe 47"
    section.footer.paragraphs[0].text = "Hafenkurier Verlag, Speicherstraße 9, Hamburg"
    document.add_heading("Reederei Nordwind bestellt acht Schlepper", 0)
    document.add_paragraph(" ".join(FIRST).replace("Ferti- ", "Ferti"))
    ruled = document.add_table(rows=0, cols=len(TABLE[0]))
    ruled.style = "Table Grid"
    for row in (*TABLE[:3], ("Schiffe der Insel Langeoog", "1", "33,8", "2026"), TABLE[3]):
        for cell, text in zip(ruled.add_row().cells, row, strict=True):
            cell.text = text
    document.add_heading("Die Häfen", 1)
    columns = document.add_section(WD_SECTION.CONTINUOUS)._sectPr.find(qn("w:cols"))
    columns.set(qn("w:num"), "2")
    for number in range(1, 19):
        document.add_paragraph(
            f"Der Hafen {number} hat im dritten Quartal {number},4 Millionen Tonnen Güter umgeschlagen. Das waren nach "
            "Angaben des Betreibers 2,5 Prozent mehr als ein Jahr zuvor."
        )
    return document


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of what LibreOffice makes of one text: a PDF as newsrooms send it, and the same with a password."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("office")
    _report().save(str(folder / "bericht.docx"))
    (folder / "brief.txt").write_text(" ".join(["Das Werk in Lindau kostet 1,1 Milliarden Euro."] * 40), "utf-8")
    secret = {"EncryptFile": ("boolean", "true"), "DocumentOpenPassword": ("string", "geheim")}
    options = {name: {"type": kind, "value": value} for name, (kind, value) in secret.items()}
    forms = {"offen": "pdf", "zu": f"pdf:writer_pdf_Export:{json.dumps(options)}"}
    for name, form in forms.items():
        subprocess.run(
            [program, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to", form,
             "--outdir", folder / name, folder / "brief.txt", folder / "bericht.docx"],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
    return folder


def test_a_pdf_of_an_office_program(office: Path) -> None:
    assert read(str(office / "offen" / "brief.pdf")).text.count("1,1 Milliarden Euro") == 40


def test_a_report_with_a_table_and_columns_of_an_office_program(office: Path) -> None:
    article = read(str(office / "offen" / "bericht.pdf"))
    said = article.text.split("\n\n")
    assert article.title == said[0] == "Reederei Nordwind bestellt acht Schlepper"
    assert said[2].split("\n") == [
        "Reederei | Zahl | Wert in Mio. Euro | Lieferung",
        "Nordwind | 8 | 184 | 2027",
        "Hansa Küste | 3 | 96,4 | Mai 2026",
        "Schiffe der Insel Langeoog | 1 | 33,8 | 2026",
        "Summe | 11 | 280,4",
    ]
    assert said[3] == "Die Häfen"
    assert [paragraph.split()[2] for paragraph in said[4:]] == [str(number) for number in range(1, 19)]
    assert all(paragraph.endswith("2,5 Prozent mehr als ein Jahr zuvor.") for paragraph in said[4:])
    assert article.notes == ("4 running heads and page numbers were left out.",)


def test_a_password_is_said(office: Path) -> None:
    assert "is a PDF with a password: save it without one." in _refusal((office / "zu" / "brief.pdf").read_bytes())
