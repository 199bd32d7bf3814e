"""Several inputs on one command line: each its own result, and a bad one among them stops nothing.

The model's replies here are written by hand; no model was asked.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from summarizer.cli.several import file_name
from summarizer.data import Article
from summarizer.reports import Format
from tests.command import invoke
from tests.fault_server import chat, error, serve
from tests.page_server import page, running
from tests.test_cli_summarize import ENGLISH, GERMAN, GOOD
from tests.test_cli_translate import GERMAN as SOURCE
from tests.test_cli_translate import fluent


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("OPENAI_API_KEY", "OPENAI_API_KEY_FILE", "OPENAI_BASE_URL", "OPENAI_MODEL", "OPENAI_API_VERSION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    for name in ("a/1.txt", "b/1.txt"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(GERMAN, "utf-8")
    (tmp_path / "leer.txt").write_text("", "utf-8")
    return tmp_path


def test_each_input_gets_a_file_of_its_own(folder: Path) -> None:
    result = invoke("figures", "a", "b/1.txt", "-o", "aus", "--format", "json")
    assert result.code == 0
    assert result.out == ""
    origins = sorted(json.loads(path.read_text("utf-8"))["article"]["origin"] for path in Path("aus").iterdir())
    assert origins == ["a/1.txt", "b/1.txt"]
    before = sorted(Path("aus").iterdir())
    assert invoke("figures", "a", "b/1.txt", "-o", "aus", "--format", "json").code == 0
    assert sorted(Path("aus").iterdir()) == before


def test_several_are_shown_one_after_the_other(folder: Path) -> None:
    result = invoke("figures", "a/1.txt", "b/1.txt")
    assert result.code == 0
    assert result.out.index("==> a/1.txt <==") < result.out.index("Figures") < result.out.index("==> b/1.txt <==")


def test_one_input_goes_to_a_file_or_into_a_folder(folder: Path) -> None:
    assert invoke("figures", "a/1.txt", "-o", "eins.md").code == 0
    assert Path("eins.md").is_file()
    Path("da").mkdir()
    assert invoke("figures", "a/1.txt", "-o", "da").code == 0
    assert [path.suffix for path in Path("da").iterdir()] == [".txt"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ("a", "b", "--format", "json"),
            "Several inputs can't share one json on standard output; name a folder with -o.",
        ),
        (("a", "b", "-o", "leer.txt"), "The output leer.txt is a file, and several inputs need a folder"),
        (("a", "b", "-o", "alle.csv"), "The output alle.csv is named like a file"),
        (("a", "b", "-o", "alle.htm", "-f", "md"), "name a folder"),
        (("a/1.txt", "-o", "eins.pdf"), "The output eins.pdf ends in .pdf, which stands for no format"),
        (
            ("a/1.txt", "-o", "eins.docxx"),
            "end it in one of .txt, .text, .md, .html, .docx, .json, .jsonl, .csv, .xlsx",
        ),
        (("a", "b", "-o", "fehlt/tief"), "The folder fehlt/tief can't be made"),
    ],
)
def test_where_several_cannot_go_is_said(folder: Path, arguments: tuple[str, ...], says: str) -> None:
    before = sorted(folder.rglob("*"))
    result = invoke("figures", *arguments)
    assert result.code == 2
    assert says in result.sentence
    assert sorted(folder.rglob("*")) == before


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("a/1.txt", "-o", "eins.pdf", "-f", "md"), "eins.pdf"),  # the format is named: the ending is the user's own
        (("a/1.txt", "-o", "ohne"), "ohne"),
        (("a/1.txt", "-o", "eins.TXT"), "eins.TXT"),
        (("a", "b", "-o", "stand.2026"), "stand.2026"),  # of a folder, a dot names no format
    ],
)
def test_names_that_say_nothing_of_a_format(folder: Path, arguments: tuple[str, ...], name: str) -> None:
    assert invoke("figures", *arguments).code == 0
    assert Path(name).exists()


def test_a_folder_that_is_there_may_be_called_anything(folder: Path) -> None:
    Path("alle.csv").mkdir()
    assert invoke("figures", "a", "b", "-o", "alle.csv", "--quiet").err == ""
    assert len(list(Path("alle.csv").iterdir())) == 2


def test_a_batch_s_folder_is_not_named_like_a_file(folder: Path) -> None:
    result = invoke("batch", "a", "-o", "alle.md", "--dry-run")
    assert result.code == 2
    assert "The output alle.md is named like a file" in result.sentence
    assert not Path("alle.md").exists()


def test_a_bad_one_among_several_stops_nothing(folder: Path) -> None:
    result = invoke("figures", "fehlt.txt", "a/1.txt", "leer.txt", "b/1.txt", "-o", "aus")
    assert result.code == 5
    assert "fehlt.txt does not exist" in result.err
    assert "leer.txt is empty" in result.err
    assert "2 of 4 inputs failed." in result.err
    assert len(list(Path("aus").iterdir())) == 2


def test_all_bad_say_why_by_the_code(folder: Path) -> None:
    assert invoke("figures", "fehlt.txt", "leer.txt").code == 3
    assert invoke("figures", "fehlt.txt").sentence.startswith("fehlt.txt does not exist")


def test_several_summaries_with_one_model(folder: Path) -> None:
    Path("englisch.txt").write_text(ENGLISH * 3, "utf-8")
    with serve(always=chat(json.dumps(GOOD))) as server:
        result = invoke("summarize", "a", "englisch.txt", "b", "-o", "aus", "--base-url", server.url, "--model", "m")
    assert result.code == 5, result.err
    assert "englisch.txt reads as English" in result.err
    assert len(list(Path("aus").iterdir())) == 2


def test_several_translations_with_one_model(folder: Path) -> None:
    Path("a/1.txt").write_text(SOURCE, "utf-8")
    Path("b/1.txt").write_text(SOURCE, "utf-8")
    Path("englisch.txt").write_text(ENGLISH * 3, "utf-8")
    with serve(always=fluent) as server:
        model = ("--base-url", server.url, "--model", "m")
        result = invoke("translate", "a", "englisch.txt", "b/*.txt", "-o", "aus", "--side-by-side", "-f", "md", *model)
        assert result.code == 5, result.err
        assert "englisch.txt reads as English" in result.err
        made = sorted(Path("aus").iterdir())
        assert [path.suffix for path in made] == [".md", ".md"]
        assert all("up to 15 ferries" in path.read_text("utf-8") for path in made)
        shown = invoke("translate", "a", "b", *model)
        assert shown.code == 0
        assert shown.out.index("==> a/1.txt <==") < shown.out.index("==> b/1.txt <==")
        refused = invoke("translate", "a", "b", "-f", "json", *model)
    assert refused.code == 2
    assert "name a folder with -o" in refused.sentence


@pytest.mark.parametrize(
    ("names", "says"),
    [
        (("a/1.txt", "a"), "and a is a folder or a pattern; name a file, or use --jsonl for many pairs."),
        (("a/*.txt", "leer.txt"), "and a/*.txt is a folder or a pattern"),
        (("a/1.txt", "b/1.txt", "leer.txt", "x.txt"), "and 4 are named; for many pairs there is --jsonl."),
    ],
)
def test_verify_says_that_it_takes_two_texts(folder: Path, names: tuple[str, ...], says: str) -> None:
    result = invoke("verify", *names)
    assert result.code == 2
    assert f"verify takes two texts, a German and an English one, {says}" in result.sentence


def test_a_file_whose_name_looks_like_a_pattern_is_one_text(folder: Path) -> None:
    Path("[1].txt").write_text(GERMAN, "utf-8")
    Path("en.txt").write_text(ENGLISH, "utf-8")
    assert invoke("verify", "[1].txt", "en.txt", "--quiet").code in (0, 1)


def test_a_batch_reads_addresses_of_this_machine_where_that_is_allowed(folder: Path) -> None:
    with running() as pages, serve(always=chat(json.dumps(GOOD))) as server:
        pages.pages["/a"] = page(f"<html><body><article><h1>Fähren</h1><p>{GERMAN}</p></article></body></html>")
        line = ("batch", pages.at("/a"), "-o", "aus", "--base-url", server.url, "--model", "m", "--processes", "1")
        assert invoke(*line).code == 5
        assert "--allow-private" in Path("aus/failures.md").read_text("utf-8")
        assert invoke(*line, "--retry-failed", "--allow-private").code in (0, 1)
    assert len(list(Path("aus/articles").iterdir())) == 1


def test_an_endpoint_that_refuses_ends_the_run(folder: Path) -> None:
    with serve(always=error(401, "no such key")) as server:
        result = invoke("summarize", "a", "b", "-o", "aus", "--base-url", server.url, "--model", "m")
    assert result.code == 4
    assert "0 of 2 inputs were done before this" in result.err


def test_an_address_is_an_input_where_that_is_allowed(folder: Path) -> None:
    with running() as server:
        server.pages["/a"] = page(f"<html><body><article><h1>Fähren</h1><p>{GERMAN}</p></article></body></html>")
        refused = invoke("figures", server.at("/a"))
        assert refused.code == 3
        assert "--allow-private" in refused.sentence
        assert "Mai 2027" in invoke("figures", server.at("/a"), "--allow-private").out
        target = folder / "en.txt"
        target.write_text(ENGLISH, "utf-8")
        assert invoke("verify", server.at("/a"), target, "--allow-private", "--quiet").code in (0, 1)


def test_help_from_anywhere_says_what_may_be_read(folder: Path) -> None:
    assert "addresses" in invoke("summarize", "--help").out


@pytest.mark.parametrize(
    ("article", "begins"),
    [
        (Article("x", origin="a/../Über uns/Größe & Co.txt"), "groesse-co-"),
        (Article("x", title="../../etc/passwd", url="https://a.example/1"), "etc-passwd-"),
        (Article("x", title="CON", url="https://a.example/1"), "con-"),
        (Article("x", title="Zwei\0Kräne\n=1+2", url="https://a.example/1"), "zwei-kraene-1-2-"),
        (Article("x", title="契約", url="https://a.example/1"), "article-"),
        (Article("x"), "article-"),
        (Article("x", title="w" * 500, url="https://a.example/1"), "www"),
    ],
)
def test_a_file_s_name_stays_in_its_folder(article: Article, begins: str, tmp_path: Path) -> None:
    name = file_name(article, Format.MD)
    assert name.startswith(begins)
    assert name.endswith(".md")
    assert (tmp_path / name).resolve().parent == tmp_path.resolve()
    assert len(name) < 120


def test_different_inputs_have_different_names() -> None:
    titles = [Article("x", title="T", url=f"https://a.example/{n}") for n in range(50)]
    assert len({file_name(article, Format.MD) for article in titles}) == 50
