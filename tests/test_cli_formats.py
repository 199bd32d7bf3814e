"""Every format by the command line: into a file whole or not at all, into a pipe, chosen by name or by ending."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest

from summarizer.reports import Format
from tests.command import invoke

GERMAN = "Die Reederei kauft 15 Fähren. Der Auftrag ist rund 1,1 Milliarden Euro wert."
BEGINS = {
    Format.TEXT: b"Figure",
    Format.MD: b"# Figure",
    Format.HTML: b"<!doctype html>",
    Format.DOCX: b"PK",
    Format.JSON: b"{",
    Format.JSONL: b'{"schema_version"',
    Format.CSV: b"\xef\xbb\xbfNo.,",
    Format.XLSX: b"PK",
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "de.txt").write_text(GERMAN, "utf-8")
    (tmp_path / "en.txt").write_text("It buys 16 ferries for €1.1 billion.", "utf-8")
    return tmp_path


@pytest.mark.parametrize("form", list(Format))
@pytest.mark.parametrize(("command", "code"), [(("verify", "de.txt", "en.txt"), 1), (("figures", "de.txt"), 0)])
def test_the_ending_of_the_file_names_the_format(
    folder: Path, form: Format, command: tuple[str, ...], code: int
) -> None:
    ending = "txt" if form is Format.TEXT else form.value
    done = invoke(*command, "-o", f"out.{ending}")
    assert done.code == code
    assert (folder / f"out.{ending}").read_bytes().startswith(BEGINS[form])
    assert sorted(path.name for path in folder.iterdir()) == ["de.txt", "en.txt", f"out.{ending}"]


@pytest.mark.parametrize("form", [Format.DOCX, Format.XLSX, Format.HTML])
def test_an_interrupted_write_leaves_the_old_file_alone(
    folder: Path, form: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / f"out.{form.value}").write_bytes(b"old")

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    assert invoke("verify", "de.txt", "en.txt", "-o", f"out.{form.value}").code == 130
    assert (folder / f"out.{form.value}").read_bytes() == b"old"
    assert not list(folder.glob(".*"))


@pytest.mark.parametrize("form", [Format.DOCX, Format.XLSX])
def test_a_pipe_gets_the_bytes_of_the_file(form: Format) -> None:
    command = [sys.executable, "-m", "summarizer", "verify", "de.txt", "en.txt", "-f", form.value]
    done = subprocess.run(command, capture_output=True)
    assert done.returncode == 1
    assert done.stderr == b""
    with zipfile.ZipFile(io.BytesIO(done.stdout)) as archive:
        assert archive.testzip() is None


def test_figures_come_as_a_table_of_numbers(folder: Path) -> None:
    assert invoke("figures", "de.txt", "--format", "xlsx", "-o", "out").code == 0
    page = openpyxl.load_workbook(io.BytesIO((folder / "out").read_bytes()))["Figures"]
    titles, *rows = page.iter_rows(values_only=True)
    found = [dict(zip(titles, row, strict=True)) for row in rows]
    assert [(row["Figure"], row["Value"], row["Unit"], row["Hedge"]) for row in found] == [
        ("15", 15, None, None),
        ("1,1 Milliarden Euro", 1_100_000_000, "EUR", "about"),
    ]
    lines = invoke("figures", "de.txt", "-f", "jsonl").out.splitlines()
    assert [json.loads(line)["figure"]["value"] for line in lines] == ["15", "1100000000"]
    assert invoke("figures", "de.txt", "-f", "csv").out.startswith("No.,Figure,Kind")
