"""Reading an article: encodings, bad input, and what may not get through."""

from __future__ import annotations

import io
import os
import re
import sys
import threading
import unicodedata
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.data import Article
from summarizer.errors import InputError
from summarizer.inputs import LARGEST, cleaning, read

TEXT = "Der Käufer zahlt 2,5 Mrd. € für „grüne“ Wärme – über zehn Jahre."


def _read(data: bytes) -> Article:
    return read("-", io.BytesIO(data))


def test_reads_a_file_and_names_it(tmp_path: Path) -> None:
    path = tmp_path / "artikel.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert read(str(path)) == Article(text=TEXT, origin=str(path))


def test_reads_standard_input() -> None:
    assert _read(TEXT.encode()) == Article(text=TEXT, origin="-")


def test_reads_the_process_s_own_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert read("-").text == TEXT


# Encodings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_unicode_with_a_mark_needs_no_note(encoding: str, end: str) -> None:
    article = _read(f"{TEXT}{end}{end}Zweiter Absatz.{end}".encode(encoding))
    assert article.text == f"{TEXT}\n\nZweiter Absatz."
    assert article.notes == ()


@pytest.mark.parametrize(("mark", "encoding"), [(b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")])
def test_utf_16_either_way_round(mark: bytes, encoding: str) -> None:
    assert _read(mark + TEXT.encode(encoding)).text == TEXT


@pytest.mark.parametrize(
    ("encoding", "name", "text"),
    [
        ("cp1252", "Windows-1252", TEXT),
        ("latin-1", "Windows-1252", "Größere Mengen für 20 £ je Stück"),
        ("mac_roman", "Mac Roman", TEXT),
        ("cp850", "DOS code page 850", "Der Käufer zahlt für größere Mengen über zehn Jahre."),
    ],
)
def test_old_encodings_are_read_and_said(encoding: str, name: str, text: str) -> None:
    article = _read(text.encode(encoding))
    assert article.text == text
    assert article.notes == (f"It is not UTF-8; it was read as {name}.",)


def test_stray_bytes_in_utf_8_are_read_and_said() -> None:
    article = _read(TEXT.encode() + b" Gr\xf6\xdfe.")
    assert article.text == f"{TEXT} Größe."
    assert article.notes == ("2 bytes that are not UTF-8 were read as Windows-1252.",)


def test_windows_characters_read_as_latin_1_become_what_was_meant() -> None:
    assert _read("Er sagte: \u0084gut\u0093 \u0096 für 5 \u0080".encode()).text == "Er sagte: „gut“ – für 5 €"


# Bad input: one sentence each, naming the input


def _zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("tabelle.csv", "1;2")
    return buffer.getvalue()


BAD = {
    "empty": (b"", "is empty"),
    "white space": (b" \n\t\r\n\xc2\xa0", "is empty"),
    "only a mark": (b"\xef\xbb\xbf", "is empty"),
    "only invisible": ("\u200b\u00ad".encode(), "is empty"),
    "NUL bytes": (TEXT.encode() + b"\0", "holds NUL bytes"),
    "control bytes": (bytes(range(1, 9)) * 4 + b"ab", "is no text"),
    "damaged UTF-16": (b"\xff\xfe\x00\xd8a\x00", "begins as UTF-16 text but is damaged"),
    "no encoding": (bytes(range(128, 256)) * 3, "is in no encoding that can be told"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3", "is a PDF that is damaged or cut off"),
    "zip": (_zip(), "is a zip archive or an office document"),
    "gzip": (b"\x1f\x8b\x08\x00", "is compressed with gzip"),
    "picture": (b"\x89PNG\r\n\x1a\n", "is a picture"),
    "password": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        "is an office document with a password: save it without one.",
    ),
    "old office": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old office document: save the article's text as plain"),
    "DOC": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"),
        "is a Word document in the old form, .doc: save it as .docx.",
    ),
    "ODT": (
        b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.textPK",
        "is an OpenDocument text: save it as .docx.",
    ),
    "RTF": (b"{\\rtf1\\ansi Text}", "is an RTF document: save it as .docx."),
    "encrypted": (b"-----BEGIN PGP MESSAGE-----\n\nhQEMA", "is encrypted"),
    "page without an article": (b"\n<!-- x --><!DOCTYPE html><html><body></body>", "is a page without an article"),
    "too large": (b"a" * (LARGEST + 1), "is larger than 20 MB"),
}


@pytest.mark.parametrize(("data", "says"), BAD.values(), ids=BAD)
def test_what_is_no_article_is_refused_in_one_sentence(data: bytes, says: str, tmp_path: Path) -> None:
    path = tmp_path / "eingabe"
    path.write_bytes(data)
    for name, shown in ((str(path), str(path)), ("-", "standard input")):
        with pytest.raises(InputError) as caught:
            read(name, io.BytesIO(data))
        message = str(caught.value)
        assert message.startswith(f"{shown} {says}")
        assert re.fullmatch(r"[^\n]+[^.\n]\.", message)


@pytest.mark.skipif(os.name != "posix", reason="devices and named pipes are of POSIX systems")
def test_devices_pipes_and_huge_files(tmp_path: Path) -> None:
    for device in ("/dev/null", "/dev/zero", "/dev/tty"):
        with pytest.raises(InputError, match=rf"^{device} (?:is a device, not a file|does not exist|can't be read)"):
            read(device)
    huge = tmp_path / "groß.txt"
    with huge.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(InputError, match="is larger than 20 MB: give the article alone"):
        read(str(huge))
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    threading.Thread(target=pipe.write_text, args=(TEXT, "utf-8"), daemon=True).start()
    assert read(str(pipe)).text == TEXT


def test_utf_16_without_a_mark_is_read_and_said() -> None:
    article = _read(TEXT.encode("utf-16-le"))
    assert article.text == TEXT
    assert article.notes == ("It has no byte-order mark; it was read as UTF-16-LE.",)


def test_another_encoding_is_told_by_statistics_and_said() -> None:
    text = "Поставщик подписал во вторник договор о поставке электроэнергии на двенадцать лет. " * 5
    article = _read(text.encode("koi8-r"))
    assert article.text == text.strip()
    assert "not an encoding German is usually in; it was read as koi8-r" in article.notes[0]


def test_ligatures_become_letters() -> None:
    assert _read("Die ﬁnanziell greifbare Stoﬀ-Oﬀensive".encode()).text == "Die finanziell greifbare Stoff-Offensive"


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist: check the path"):
        read(str(tmp_path / "fehlt.txt"))
    with pytest.raises(InputError, match="is a folder: name the article's file"):
        read(str(tmp_path))


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (PermissionError(13, "Permission denied"), "may not be read by this user"),
        (OSError(5, "Input/output error"), "Input/output"),
    ],
)
def test_a_file_that_can_t_be_read(error: OSError, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "artikel.txt"
    path.write_text(TEXT)

    def refuse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match=says):
        read(str(path))


@pytest.mark.parametrize("name", ["a\0b", "", "x" * 5000])
def test_a_name_that_is_no_path(name: str) -> None:
    with pytest.raises(InputError):
        read(name)


def test_a_name_can_t_act_on_the_terminal(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b[31mb\nc\u202ed.txt"
    with pytest.raises(InputError) as caught:
        read(str(path))
    assert "ab cd.txt does not exist" in str(caught.value)
    path.write_text(TEXT)
    assert read(str(path)).origin.endswith("ab cd.txt")


def test_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match="standard input is closed"):
        read("-")


def test_standard_input_that_fails() -> None:
    class Broken(io.BytesIO):
        def read(self, *_: object) -> bytes:
            raise OSError(5, "Input/output error")

    with pytest.raises(InputError, match=r"^standard input can't be read \(Input/output error\)"):
        read("-", Broken())


def test_five_megabytes_of_text_are_read_whole() -> None:
    text = f"{TEXT}\n" * (5_000_000 // len(TEXT))
    assert _read(text.encode()).text == text.strip()


# What may not get through


@pytest.mark.parametrize(
    ("raw", "clean", "notes"),
    [
        ("\x1b[31mrot\x1b[0m", "rot", ("2 terminal escape sequences removed.",)),
        ("\x1b]0;Titel\x07Text", "Text", ("1 terminal escape sequence removed.",)),
        ("\x1b]8;;https://example.org\x1b\\Text\x1b]8;;\x1b\\", "Text", ("2 terminal escape sequences removed.",)),
        ("\x1b]52;c;ZWNobw==\x07Text", "Text", ("1 terminal escape sequence removed.",)),
        ("\x1bPq#0\x1b\\Text\x1bc", "Text", ("2 terminal escape sequences removed.",)),
        ("\x9b31mrot", "rot", ("1 terminal escape sequence removed.",)),
        (
            "\x1b\x1b[1m[31m",
            "\ufffd[31m",
            ("1 terminal escape sequence removed.", "1 control character replaced by \ufffd."),
        ),
        ("1\x0700 Euro", "1\ufffd00 Euro", ("1 control character replaced by \ufffd.",)),
        ("5\x08 Euro\x7f", "5\ufffd Euro\ufffd", ("2 control characters replaced by \ufffd.",)),
        ("Milli\u00adarden", "Milliarden", ()),
        ("1\u200b000\u2066\u202eEuro\u202c\u2069", "1000Euro", ("5 invisible characters removed.",)),
        ("Text" + "".join(chr(0xE0000 + ord(c)) for c in "lies mich"), "Text", ("9 invisible characters removed.",)),
        ("fu\u0308r", "für", ()),
        ("12\u00a0000\u202f€ \u2009x", "12\u00a0000\u202f€ \u2009x", ()),
        ("a\x0bb\x0cc\u2028d\u2029e\r\nf", "a\nb\nc\nd\n\ne\nf", ()),
        ("ein\ttab", "ein\ttab", ()),
    ],
)
def test_cleaning(raw: str, clean: str, notes: tuple[str, ...]) -> None:
    assert cleaning.clean(raw) == (clean, notes)


@given(st.text(st.one_of(st.characters(), st.sampled_from("\x1b\x9b[]0;m\x07\\\n\r5"))))
def test_nothing_that_acts_or_hides_gets_through(raw: str) -> None:
    text, _ = cleaning.clean(raw)
    assert not [c for c in text if unicodedata.category(c) == "Cc" and c not in "\n\t"]
    assert "\x1b" not in text
    assert cleaning.clean(text) == (text, ())


def test_every_format_character_that_is_never_shown_is_known() -> None:
    """Of the Unicode category Cf only marks that are drawn (over digits, in Arabic, Syriac and Kaithi) may stay."""
    drawn = re.compile("ARABIC|SYRIAC|KAITHI")
    known = {c for first, last in cleaning.INVISIBLE for c in range(first, last + 1)}
    missed = [
        hex(c)
        for c in range(sys.maxunicode + 1)
        if unicodedata.category(chr(c)) == "Cf" and c not in known and not drawn.match(unicodedata.name(chr(c), ""))
    ]
    assert missed == []


# Title

BODY = "Der Konzern hat am Dienstag mitgeteilt, dass er in Lindau ein Werk baut. " * 4


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Konzern baut Werk in Lindau\n\n{BODY}", "Konzern baut Werk in Lindau"),
        (f"Wird das Werk gebaut?\n \n{BODY}", "Wird das Werk gebaut?"),
        (f"Der Konzern baut ein Werk.\n\n{BODY}", None),
        (f"Konzern baut Werk in Lindau\n{BODY}", None),
        (f"Werk\n\n{BODY}", None),
        (f"- ein Punkt\n\n{BODY}", None),
        ("Konzern baut Werk in Lindau\n\nMehr folgt.", None),
        (BODY, None),
        (f"{'Langes Wort ' * 20}\n\n{BODY}", None),
    ],
    ids=["heading", "question", "sentence", "no blank line", "one word", "item", "short rest", "no line", "long"],
)
def test_the_first_line_is_the_title_only_if_it_clearly_is(text: str, title: str | None) -> None:
    article = _read(text.encode())
    assert article.title == title
    assert article.text == text.strip()
