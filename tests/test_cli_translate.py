"""``summarizer translate`` against a real socket that speaks the OpenAI protocol; once with the embedded model.

The scripted replies are written by hand; no model was asked for them.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import summarizer
from summarizer.data import PassageState
from summarizer.llm import Settings
from summarizer.reports import Format, render
from tests import json_schema
from tests.command import Result, invoke
from tests.fault_server import Answer, Request, chat, error, resets, serve

ROOT = Path(__file__).parents[1]
SCHEMA = json.loads((ROOT / "docs" / "report.schema.json").read_text("utf-8"))

GERMAN = """# Reederei bestellt Fähren

Die Reederei Nordsee kauft **bis zu 15 Fähren**. Der Auftrag ist 1,1 Milliarden Euro wert.

- Die ersten vier Schiffe sollen im Mai 2027 kommen.
- Das Werk <wartet & | bleibt.

2027: 15,5 %
"""
# Written by hand.
ENGLISH = {
    "Reederei bestellt Fähren": "Shipping line orders ferries",
    "Die Reederei Nordsee kauft **bis zu 15 Fähren**.": "The Nordsee shipping line is buying **up to 15 ferries**.",
    "Der Auftrag ist 1,1 Milliarden Euro wert.": "The order is worth 1.1 billion euros.",
    "Die ersten vier Schiffe sollen im Mai 2027 kommen.": "The first four ships are to come in May 2027.",
    "Das Werk <wartet & | bleibt.": "The plant <waits & | stays.",
}
WHOLE = """# Shipping line orders ferries

The Nordsee shipping line is buying **up to 15 ferries**. The order is worth 1.1 billion euros.

- The first four ships are to come in May 2027.
- The plant <waits & | stays.

2027: 15.5 percent
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder, with no endpoint in the environment."""
    for name in ("OPENAI_API_KEY", "OPENAI_API_KEY_FILE", "OPENAI_BASE_URL", "OPENAI_MODEL", "OPENAI_API_VERSION"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "de.md").write_text(GERMAN, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def fluent(request: Request, change: dict[str, str] | None = None) -> Answer:
    """A model that translates by the table above, ``change`` put in."""
    user = request.json["messages"][-1]["content"]
    table = ENGLISH | (change or {})
    if "<article " not in user:
        german = next((g for g in table if g.replace("*", "") in user.replace("*", "")), "")
        return chat(table.get(german, "No."))
    given = re.findall(r"^\[(S\d+)\] (.+)$", user.split("<article ")[1], re.M)
    return chat(json.dumps({"passages": [{"id": key, "english": table[german]} for key, german in given]}))


WRONG = {"Der Auftrag ist 1,1 Milliarden Euro wert.": "The order is worth 1.2 billion euros, or 40 percent."}


def stubborn(request: Request) -> Answer:
    return fluent(request, WRONG)


def run(url: str, *options: Any, article: str = "de.md") -> Result:
    return invoke("translate", article, "--base-url", url, "--model", "test-model", *options)


def test_the_whole_article_in_its_own_layout(folder: Path) -> None:
    with serve(always=fluent) as server:
        done = run(server.url)
    assert done.code == 0, done.err
    assert done.out.startswith(WHOLE.rstrip() + "\n\n---")
    assert "OK: all 7 figures are borne out by the source." in done.out
    assert "5 of 6 passages were translated, 1 had nothing to translate." in done.out
    assert len(server.requests) == 1
    assert done.err == ""  # progress is for a terminal; --verbose says it anywhere


def test_the_steps_are_said_where_they_are_asked_for(folder: Path) -> None:
    with serve(always=fluent) as server:
        assert "translating: 0 of 1" in run(server.url, "--verbose").err


def test_markdown_keeps_the_articles_marks_and_escapes_the_rest(folder: Path) -> None:
    with serve(always=fluent) as server:
        shown = run(server.url, "-f", "md").out
    assert shown.startswith(
        "# Shipping line orders ferries\n\nThe Nordsee shipping line is buying **up to 15 ferries**."
    )
    assert "\n- The plant &lt;waits &amp; \\| stays.\n" in shown


def test_side_by_side_in_markdown_is_a_table_whose_cells_hold_no_markup(folder: Path) -> None:
    with serve(always=fluent) as server:
        done = run(server.url, "--side-by-side", "-o", "out.md", "-q")
    assert (done.code, done.out, done.err) == (0, "", "")
    rows = [row for row in (folder / "out.md").read_text("utf-8").splitlines() if row.startswith("| ")]
    assert rows[0] == "| German | English |"
    assert "| Der Auftrag" not in "\n".join(rows), "a paragraph is one row"
    assert any("1,1 Milliarden Euro wert. | The Nordsee" in row for row in rows)
    assert any("\\| bleibt. | - The plant &lt;waits" in row for row in rows)


def test_html_escapes_all_and_marks_what_is_flagged(folder: Path) -> None:
    with serve(always=stubborn) as server:
        done = run(server.url, "--side-by-side", "-o", "out.html")
        plain = run(server.url, "-f", "html")
    assert done.code == 1, done.err
    page = (folder / "out.html").read_text("utf-8")
    for shown in (page, plain.out):
        assert shown.startswith("<!doctype html>")
        assert "<waits" not in shown
        assert "plant &lt;waits &amp;" in shown
        assert "up to 15 ferries" in re.sub(r"<[^>]*>", "", shown)
        assert re.search(r"<mark[^>]*>\W*40 percent", re.sub(r"<(?!/?mark)[^>]*>", "", shown))
    assert "bis zu 15" in re.sub(r"<[^>]*>", "", page)
    assert re.search(r"<h1[^>]*>Shipping line orders ferries</h1>", plain.out)


def test_what_still_fails_after_two_repairs_is_flagged(folder: Path) -> None:
    with serve(always=stubborn) as server:
        done = run(server.url, "-f", "json")
    assert done.code == 1, done.err
    assert len(server.requests) == 3
    tree = json.loads(done.out)
    assert list(json_schema.problems(tree, SCHEMA, SCHEMA)) == []
    assert tree["document"] == "translation"
    assert [f["claim"]["surface"] for f in tree["check"]["findings"] if f["flagged"]] == ["40 percent"]
    assert tree["translation"]["failing"] == 1
    third = tree["translation"]["passages"][2]
    assert third["german"]["text"] == "Der Auftrag ist 1,1 Milliarden Euro wert."
    assert third["tries"] == 3


def test_strict_keeps_the_german_behind_a_mark_and_exits_1(folder: Path) -> None:
    with serve(always=stubborn) as server:
        done = run(server.url, "--strict")
    assert done.code == 1, done.err
    assert "[left in German:] Der Auftrag ist 1,1 Milliarden Euro wert." in done.out
    assert "1.2 billion" not in done.out
    assert "S3 is left in German." in done.out


def test_three_lines_and_standard_input_will_do(folder: Path) -> None:
    with serve(always=fluent) as server:
        done = invoke(
            "translate", "-", "--base-url", server.url, "--model", "m", "--source-lang", "de", "-q",
            stdin="Der Auftrag ist 1,1 Milliarden Euro wert.\n",
        )  # fmt: skip
    assert done.code == 0, done.err
    assert done.out.startswith("The order is worth 1.1 billion euros.\n")


def test_a_glossary_of_the_users_own_reaches_the_model(folder: Path) -> None:
    (folder / "mine.toml").write_text('[name]\n"Nordsee" = "Nordsee Lines"\n', "utf-8")
    with serve(always=fluent) as server:
        run(server.url, "--glossary", "mine.toml")
    assert "Nordsee = Nordsee Lines" in server.requests[0].json["messages"][-1]["content"]


def test_failures_are_one_sentence_and_leave_no_file(folder: Path) -> None:
    (folder / "en.txt").write_text("The order is worth a lot of money, said the man from the company.\n" * 3, "utf-8")
    with serve(always=error(401, "no")) as server:
        refused = run(server.url, "-o", "out.md", "-q")
        assert run(server.url, article="none.txt").code == 3
        assert run(server.url, "-q", article="en.txt").code == 3
    assert refused.code == 4
    assert refused.sentence
    assert not (folder / "out.md").exists()
    with serve(always=resets()) as server:
        assert run(server.url, "-q").code == 4
    both = run(server.url, "--side-by-side", "-f", "json")
    assert both.code == 2
    assert "--side-by-side" in both.sentence


def test_from_python(folder: Path) -> None:
    with serve(always=fluent) as server:
        report = summarizer.translate(
            GERMAN, settings=Settings.from_environment(model="m", base_url=server.url), source_language="de"
        )
    assert report.target == WHOLE
    assert report.translation
    assert {p.state for p in report.translation.passages} == {PassageState.TRANSLATED, PassageState.COPIED}
    assert all(c.sentences for c in report.citations)
    assert render(report, Format.MD).startswith("# Shipping line orders ferries")


@pytest.mark.embedded
def test_the_embedded_model_translates_a_page(folder: Path) -> None:
    pytest.importorskip("xllamacpp")
    command = [sys.executable, "-m", "summarizer", "translate", "de.md", "-o", "out.json"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode in (0, 1), done.stderr
    tree = json.loads((folder / "out.json").read_text("utf-8"))
    assert list(json_schema.problems(tree, SCHEMA, SCHEMA)) == []
    assert tree["provenance"]["endpoint"] == "embedded"
    assert tree["target"]["text"].startswith("# ")
    assert [p["source"] for p in tree["translation"]["passages"]] == [s["id"] for s in tree["sentences"]]
    passed = {f["claim"]["value"] for f in tree["check"]["findings"] if f["claim"] and not f["flagged"]}
    assert passed <= {figure["value"] for figure in tree["figures"]}, "no figure of its own passes"
    assert "1100000000" in passed
