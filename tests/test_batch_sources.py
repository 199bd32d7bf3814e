"""Where a batch finds its articles: files, rows of JSONL and CSV files, and what is wrong with them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from summarizer.batch.records import Entry, SourceKind
from summarizer.batch.sources import entries, read
from summarizer.errors import InputError, UsageError

TEXT = "Die Reederei kauft 15 Fähren.\nSie kosten „rund“ 1,1 Milliarden Euro; geliefert wird 2027."


def found(path: Path, **more: Any) -> list[Entry]:
    return list(entries([str(path)], **more))


def test_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("b.txt", "a.txt"):
        (tmp_path / "in" / name).write_text(TEXT, "utf-8")
    first, second = found(tmp_path / "in")
    assert (first.title, second.title) == ("a", "b")
    assert first.content == second.content
    assert read(first.source).text == TEXT


def test_an_article_is_known_by_its_path_from_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    keys = {found(tmp_path / "a.txt", base=tmp_path / "out")[0].key}
    monkeypatch.chdir(tmp_path)
    keys |= {next(entries(["a.txt"], base=Path("out"))).key}
    keys |= {next(entries(["./a.txt"], base=Path("out"))).key}
    assert keys == {"../a.txt"}


def test_a_file_that_is_not_there_fails_when_its_turn_comes(tmp_path: Path) -> None:
    (entry,) = found(tmp_path / "none.txt")
    with pytest.raises(InputError, match="does not exist"):
        read(entry.source)


def test_rows_of_jsonl(tmp_path: Path) -> None:
    rows = [
        {"id": "x1", "text": TEXT, "title": "Fähren", "outlet": "Nordblatt", "published": "2026-11-06", "more": [1]},
        {"id": 7, "text": TEXT},
        {"id": 7, "text": "Zweimal dieselbe Kennung."},
        {"text": TEXT},
    ]
    path = tmp_path / "many.jsonl"
    path.write_text("\n\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    made = found(path)
    assert [entry.key for entry in made] == [f"{path}#{mark}" for mark in ("x1", "7", "row 5", "row 7")]
    assert [entry.title for entry in made] == ["many-Fähren", "many-7", "many-row 5", "many-row 7"]
    article = read(made[0].source)
    assert (article.text, article.title, article.outlet, article.published) == (
        TEXT, "Fähren", "Nordblatt", "2026-11-06",
    )  # fmt: skip
    assert article.origin == f"{path}:1"
    assert read(made[2].source).text == "Zweimal dieselbe Kennung."


@pytest.mark.parametrize("line", ["{", "[]", "null", '{"id": 1}', '{"text": 5}', '{"text": " "}', "[" * 100_000])
def test_a_bad_row_fails_alone(tmp_path: Path, line: str) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text(f"{line}\n" + json.dumps({"text": TEXT}), "utf-8")
    bad, good = found(path)
    with pytest.raises(InputError, match=r"many\.jsonl:1 has no text in 'text'"):
        read(bad.source)
    assert read(good.source).text == TEXT


@pytest.mark.parametrize(
    ("name", "delimiter", "start"), [("a.csv", ",", ""), ("a.csv", ";", "\ufeff"), ("a.tsv", "\t", "")]
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_records_of_csv(tmp_path: Path, name: str, delimiter: str, start: str, ends: str) -> None:
    table = io.StringIO()
    writer = csv.writer(table, delimiter=delimiter, lineterminator=ends)
    writer.writerows([["id", "artikel", "title"], ["1", TEXT, "Fähren"], [], ["2", f'Sie sagte "nein", {TEXT}', ""]])
    (tmp_path / name).write_bytes((start + table.getvalue()).encode())
    made = found(tmp_path / name, column="artikel")
    assert [entry.source.kind for entry in made] == [SourceKind.CSV] * 2
    assert [read(entry.source).text for entry in made] == [TEXT, f'Sie sagte "nein", {TEXT}']
    assert read(made[0].source).title == "Fähren"


def test_a_changed_row_has_another_hash(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,text\n1,eins\n2,zwei\n")
    before = [entry.content for entry in found(path)]
    path.write_text("id,text\n1,eins\n2,drei\n")
    after = [entry.content for entry in found(path)]
    assert (before[0] == after[0], before[1] == after[1]) == (True, False)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"id,body\n1,x\n", "has no column 'text' .its first line names id, body.; name one with --column"),
        (b"", "has no column 'text'"),
        (b"text\nF\xe4hre\n", "is not UTF-8"),
    ],
)
def test_a_table_of_no_use_is_told_before_anything_is_sent(tmp_path: Path, data: bytes, said: str) -> None:
    (tmp_path / "a.csv").write_bytes(data)
    with pytest.raises(InputError, match=said):
        found(tmp_path / "a.csv")


def test_standard_input_cannot_be_gone_back_to() -> None:
    with pytest.raises(UsageError, match="name them instead of -"):
        list(entries(["-"]))
