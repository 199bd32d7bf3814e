"""Word documents, books, mail and Markdown: what becomes of them, and which can't be read."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from summarizer.data import Article
from summarizer.errors import InputError
from summarizer.inputs import read

LONG = (
    "Der Hafen in Emden bekommt zwei neue Kräne, die zusammen 28 Millionen Euro kosten sollen."
    + " Sie kommen 2026." * 9
)


def _read(data: bytes) -> Article:
    return read("-", io.BytesIO(data))


def _refusal(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        _read(data)
    message = str(caught.value)
    assert "\n" not in message
    assert message.startswith("standard input ")
    assert message.endswith(".")
    return message


def _zip(members: dict[str, bytes | str], *, encrypted: bool = False) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    data = buffer.getvalue()
    if encrypted:  # the flag alone: nothing is unpacked before it is seen
        place = data.index(b"PK\x01\x02")
        data = data[: place + 8] + b"\x01" + data[place + 9 :]
    return data


# Word


def _docx() -> bytes:
    document = docx.Document()
    document.core_properties.title = "Zwei Kräne für Emden"
    document.core_properties.author = "Vera Kolb"
    document.add_heading("Zwei Kräne für Emden", 1)
    paragraph = document.add_paragraph("Der Hafen zahlt ")
    paragraph.add_run("28 Mil").bold = True
    paragraph.add_run("lionen\u00a0Euro.")
    w = nsdecls("w")
    paragraph._p.append(parse_xml(f"<w:del {w} w:id='1'><w:r><w:delText>Gestrichen 77.</w:delText></w:r></w:del>"))
    paragraph._p.append(parse_xml(f"<w:ins {w} w:id='2'><w:r><w:t xml:space='preserve'> Neu: 12.</w:t></w:r></w:ins>"))
    body = document.element.body
    body.insert(
        2, parse_xml(f"<w:sdt {w}><w:sdtContent><w:p><w:r><w:t>Im Feld: 5.</w:t></w:r></w:p></w:sdtContent></w:sdt>")
    )
    for text in ("Kran eins", "Kran zwei"):
        item = document.add_paragraph(text)
        item._p.get_or_add_pPr().append(parse_xml(f"<w:numPr {w}><w:numId w:val='1'/></w:numPr>"))
    table = document.add_table(2, 2)
    for row, texts in zip(table.rows, (("Jahr", "Stück"), ("2026", "2")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.sections[0].header.paragraphs[0].text = "Kopfzeile 1999"
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_a_word_document() -> None:
    article = _read(_docx())
    assert article.text == (
        "Zwei Kräne für Emden\n\nDer Hafen zahlt 28 Millionen\u00a0Euro. Neu: 12.\n\nIm Feld: 5.\n\n"
        "- Kran eins\n- Kran zwei\n\nJahr | Stück\n2026 | 2"
    )
    assert (article.title, article.author) == ("Zwei Kräne für Emden", "Vera Kolb")
    assert article.notes == ("It holds tracked changes, which were read as accepted.",)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (_docx()[:4000], "is a Word document that is damaged or cut off"),
        (_zip({"word/document.xml": "<w/>"}), "is a Word document that is damaged or cut off"),
        (_zip({"word/document.xml": "<w/>"}, encrypted=True), "is a Word document with a password"),
        (_zip({"word/document.xml": "x" * 60_000_000, "b": "x" * 60_000_000}), "unpacks to more than 100 MB"),
        (_zip({f"word/document.xml{n}": "" for n in range(5_001)}), "unpacks to more than 100 MB"),
        (_zip({"xl/workbook.xml": "<w/>"}), "is a zip archive or an office document that is no .docx or .epub"),
    ],
    ids=["cut off", "not Word", "password", "bomb", "many members", "spreadsheet"],
)
def test_a_word_document_that_cannot_be_read_is_said(data: bytes, says: str) -> None:
    assert says in _refusal(data)


# EPUB

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/p.opf"/></rootfiles></container>'
)
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">
<metadata><dc:title>Hafenheft</dc:title><dc:creator>Vera Kolb</dc:creator><dc:creator>K. Ruhl</dc:creator>
<dc:publisher>Seeverlag</dc:publisher><dc:date>2025-11-06T00:00:00Z</dc:date></metadata>
<manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="b" href="text/zwei%20b.xhtml" media-type="application/xhtml+xml"/>
<item id="a" href="text/eins.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/><itemref idref="fehlt"/></spine></package>"""
EINS = (
    "<html><head><title>x</title><style>p{}</style></head><body>"
    "<h1>Erstes Kapitel</h1><p>Der Kran kostet<br/>14&#160;Mio. Euro.</p></body></html>"
)
ZWEI = '<?xml version="1.0" encoding="utf-8"?><html><body><ul><li>Größe: 40 m</li></ul></body></html>'
BOOK: dict[str, bytes | str] = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "OEBPS/p.opf": PACKAGE,
    "OEBPS/nav.xhtml": "<html><body>Inhalt</body></html>",
    "OEBPS/text/zwei b.xhtml": ZWEI,
    "OEBPS/text/eins.xhtml": EINS,
}


def test_a_book_is_its_chapters_in_order() -> None:
    article = _read(_zip(BOOK))
    assert article.text == "Erstes Kapitel\n\nDer Kran kostet\n14\u00a0Mio. Euro.\n\n- Größe: 40 m"
    assert (article.title, article.author, article.outlet, article.published) == (
        "Hafenheft", "Vera Kolb; K. Ruhl", "Seeverlag", "2025-11-06",
    )  # fmt: skip


PROTECTION = '<encryption><EncryptedData><CipherReference URI="OEBPS/text/eins.xhtml"/></EncryptedData></encryption>'
FONTS = '<encryption><EncryptedData><CipherReference URI="OEBPS/fonts/a.otf"/></EncryptedData></encryption>'


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"META-INF/container.xml": "<container>"}, "is an EPUB book that is damaged or cut off"),
        ({"META-INF/container.xml": "<container/>"}, "is an EPUB book that is damaged or cut off"),
        ({"OEBPS/p.opf": "<package/>"}, "is empty"),
        ({"META-INF/encryption.xml": PROTECTION}, "is an EPUB book with copy protection"),
    ],
)
def test_a_book_that_cannot_be_read_is_said(change: dict[str, bytes | str], says: str) -> None:
    assert says in _refusal(_zip(BOOK | change))


def test_a_book_with_protected_fonts_is_read() -> None:
    assert "Erstes Kapitel" in _read(_zip(BOOK | {"META-INF/encryption.xml": FONTS})).text


def test_entities_of_a_book_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "geheim").write_text("GEHEIM", "utf-8")
    hostile = f'<!DOCTYPE p [<!ENTITY x SYSTEM "{(tmp_path / "geheim").as_uri()}">]>' + PACKAGE.replace(
        "Hafenheft", "&x;"
    )
    assert "GEHEIM" not in repr(_read(_zip(BOOK | {"OEBPS/p.opf": hostile})))


# Mail


def _mail(**headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in {
        "From": "Seezeitung <brief@see.example>",
        "To": "leser@example.org",
        "Subject": "Zwei Kräne für Emden",
        "Date": "Thu, 06 Nov 2025 23:30:00 +0100",
    }.items():
        message[name] = headers.get(name, value)
    return message


def test_mail_with_subject_sender_and_date() -> None:
    message = _mail()
    message.set_content(f"{LONG}\n\nZweiter Absatz.\n\n-- \nAbbestellen: 0800 123\n", charset="iso-8859-1")
    message.add_attachment(b"x", maintype="application", subtype="pdf", filename="a.pdf")
    article = _read(message.as_bytes())
    assert article.text == f"{LONG}\n\nZweiter Absatz."
    assert (article.title, article.author, article.published) == ("Zwei Kräne für Emden", "Seezeitung", "2025-11-06")
    assert article.notes == ("1 attachment was left out.",)


def test_flowed_lines_are_joined() -> None:
    message = _mail()
    message.set_content("Der Kran kostet \n14 Millionen Euro.\nNeue Zeile.\n", params={"format": "flowed"}, cte="8bit")
    assert _read(message.as_bytes()).text == "Der Kran kostet 14 Millionen Euro.\nNeue Zeile."


def test_a_stub_of_plain_text_gives_way_to_the_html() -> None:
    message = _mail()
    message.set_content("Bitte im Browser öffnen.")
    hidden = '<div style="display:none">Vorschau 99</div><style>p{}</style><script>1</script>'
    message.add_alternative(
        f"<html><body>{hidden}<table><tr><td><h1>Kräne</h1></td><td><p>{LONG}</p></td></tr></table></body></html>",
        "html",
    )
    assert _read(message.as_bytes()).text == f"Kräne\n\n{LONG}"


def test_plain_text_goes_before_html_that_says_the_same() -> None:
    message = _mail()
    message.set_content(LONG)
    message.add_alternative(f"<p>{LONG}</p><p>Impressum</p>", "html")
    assert _read(message.as_bytes()).text == LONG


def test_mail_that_cannot_be_read_is_said() -> None:
    assert "is mail without a text" in _refusal(_mail().as_bytes() + b"\n")
    secret = b"From: a@b.example\nTo: c@d.example\nSubject: x\nContent-Type: multipart/encrypted; boundary=y\n\n--y--\n"
    assert "is encrypted mail: decrypt it first" in _refusal(secret)


@pytest.mark.parametrize(
    "data",
    [
        b"From: a@b.example\nDate: x\nSubject: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\nText",
        b"From: a@b.example\nDate: x\nContent-Type: multipart/mixed; boundary=b\n\n"
        + b"--b\nContent-Type: multipart/mixed; boundary=b\n\n" * 3_000,
    ],
    ids=["endless subject", "endless parts"],
)
def test_mail_without_end_is_refused_at_once(data: bytes) -> None:
    """Each would take the parser minutes."""
    assert "of a size or depth that no letter has" in _refusal(data.replace(b"Date", b"To: c@d.example\nDate"))


@pytest.mark.parametrize(
    "text",
    ["Hinweis: Der Kran ist neu.\n\nMehr folgt.", "Von: Vera\nDate: 2025\n\nText", f"From: hier an\n\n{LONG}"],
)
def test_a_text_with_colons_is_no_mail(text: str) -> None:
    assert _read(text.encode()).text == text.strip()


def test_the_ending_makes_mail_of_few_headers(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_bytes(b"Subject: Kran\n\nDer Kran ist neu.\n")
    assert read(str(path)).title == "Kran"


# Markdown

MARKDOWN = """---
title: "Zwei Kräne"
author: Vera Kolb
date: 2025-11-06
---
# Zwei Kräne für *Emden*

Der Hafen zahlt **28 Millionen** Euro.

- erster
"""


def test_markdown_keeps_its_marks_and_gives_up_its_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.MD"
    path.write_text(MARKDOWN, "utf-8")
    article = read(str(path))
    assert article.text == "# Zwei Kräne für *Emden*\n\nDer Hafen zahlt **28 Millionen** Euro.\n\n- erster"
    assert (article.title, article.author, article.published) == ("Zwei Kräne", "Vera Kolb", "2025-11-06")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Zwei *neue* `Kräne` für [Emden](x.html) #\n\nText.", "Zwei neue Kräne für Emden"),
        ("# snake_case bleibt\n", "snake_case bleibt"),
        ("## Zweite Stufe\n\nText.", None),
        ("Text.\n\n# Später", None),
    ],
)
def test_a_heading_is_the_title_where_there_is_no_front_matter(text: str, title: str | None, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(text, "utf-8")
    assert read(str(path)).title == title


def test_a_rule_is_no_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\nEin Satz.\n---\nNoch einer.", "utf-8")
    assert read(str(path)).text.startswith("---\nEin Satz.")


def test_plain_text_keeps_its_asterisks() -> None:
    assert _read(b"# 5 * 3 ** 2\n\n- _Text_").text == "# 5 * 3 ** 2\n\n- _Text_"
