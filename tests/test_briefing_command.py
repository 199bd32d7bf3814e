"""``summarizer brief`` as a command: inputs good and bad, forms, exit codes; against a real socket and without one.

The replies here are written by hand; no model was asked.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from summarizer.batch import folder as batch_folder
from summarizer.batch import ledger, writing
from summarizer.briefing.gather import BATCH_FAILURES, BATCH_LEDGER, BATCH_REPORTS, gather
from summarizer.briefing.records import Audience
from summarizer.cli import brief
from summarizer.data import Report
from summarizer.inputs import read
from summarizer.reports import Format
from summarizer.reports import json as report_json
from tests.briefing_reports import report
from tests.command import Result, invoke
from tests.fault_server import chat, error, serve
from tests.page_server import page, running

GERMAN = "Die Reederei Nordsee kauft 15 Fähren der Werft Ostkai. Der Auftrag ist rund 1,1 Milliarden Euro wert.\n"
ENGLISH = (
    "The Nordsee shipping line is buying 15 ferries from the Ostkai yard.",
    "The order is worth about €1.1 billion.",
)
# Written by hand.
SUMMARY: dict[str, Any] = {
    "headline": {"text": "Nordsee buys 15 ferries", "sources": ["S1"]},
    "sentences": [{"text": text, "sources": [f"S{number}"]} for number, text in enumerate(ENGLISH, 1)],
    "deals": [],
}
ORDER: dict[str, Any] = {
    "bottom_line": [{"text": ENGLISH[0], "ids": ["P1"]}],
    "themes": [{"title": "Ferries", "statements": [{"ids": ["P1"], "text": None}, {"ids": ["P2"], "text": None}]}],
}


def answer(request: Any) -> Any:
    """Summaries for articles, an order for the briefing."""
    said = json.dumps(request.json, ensure_ascii=False)
    return chat(json.dumps(ORDER if "editor of an English briefing" in said else SUMMARY))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("OPENAI_API_KEY", "OPENAI_API_KEY_FILE", "OPENAI_BASE_URL", "OPENAI_MODEL", "OPENAI_API_VERSION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "made.json").write_text(report_json.render(made()), "utf-8")
    return tmp_path


def made(english: tuple[str, ...] = ENGLISH) -> Report:
    return report(GERMAN, *english, headline="Nordsee buys 15 ferries")


def run(*args: Any) -> Result:
    return invoke("brief", *args, "--date", "2026-05-20", "--quiet")


def test_the_choices_are_those_of_the_briefing() -> None:
    assert [each.value for each in brief.Audience] == [each.value for each in Audience]
    assert {each.value for each in brief.Form} <= {each.value for each in Format}
    assert {each.value for each in brief.Form} == {"text", "md", "html", "docx", "json"}


def test_articles_become_one_briefing(folder: Path) -> None:
    (folder / "a.txt").write_text(GERMAN, "utf-8")
    (folder / "b.txt").write_text(GERMAN.replace("15", "16"), "utf-8")
    with serve(always=answer) as server:
        done = run("a.txt", "b.txt", "--base-url", server.url, "--model", "test-model", "--title", "Monday")
    assert done.out.startswith("Monday\n======\n\nWednesday, 20 May 2026 · from 2 articles")
    assert "Ferries" in done.out
    assert "15 [1, S1] against 16 [2, S1]" in " ".join(done.out.split()), "the second article says 16"
    assert done.code == 0, done.err


def test_a_summary_made_before_is_taken_without_a_model(folder: Path) -> None:
    done = run("made.json")
    assert done.code == 0, done.err
    assert "buying 15 ferries from the Ostkai yard. [1, S1]" in done.out
    assert "test-model" in done.out


def test_a_folder_of_reports_is_briefed_and_other_json_in_it_is_left_alone(folder: Path) -> None:
    (folder / "js").mkdir()
    for name, count in (("a", "15"), ("b", "16")):
        said = (folder / "made.json").read_text("utf-8").replace("15", count)
        (folder / "js" / f"{name}.json").write_text(said, "utf-8")
    (folder / "js" / "package.json").write_text('{"name": "x"}')
    assert run("js", "-o", "js/briefing.json").code == 0
    done = run("js")
    assert done.code == 0, done.err
    assert "from 2 articles" in done.out
    alone = run("js/package.json")
    assert alone.code == 3, "what is named is not passed over"
    assert "is no report of a summary" in alone.sentence


def test_an_article_beside_its_report_counts_once_and_costs_nothing(folder: Path) -> None:
    (folder / "js").mkdir()
    (folder / "js" / "a.html.txt").write_text(GERMAN, "utf-8")
    article = read("js/a.html.txt")
    (folder / "js" / "made.json").write_text(
        report_json.render(report(article.text, *ENGLISH, headline="Nordsee buys 15 ferries")), "utf-8"
    )
    done = run("js")
    assert done.code == 0, done.err
    assert "from 1 article " in done.out
    assert "holds the same text as article 1; it counts once" in " ".join(done.out.split())


def _batch(folder: Path, *reports: str) -> None:
    (folder / BATCH_REPORTS).mkdir(parents=True)
    for name in (BATCH_LEDGER, BATCH_FAILURES):
        (folder / name).write_text("# Failures\n\nNone.", "utf-8")
    for name in reports:
        said = Path("made.json").read_text("utf-8") if name.endswith(".json") else "# A report in English\n\nText."
        (folder / BATCH_REPORTS / name).write_text(said, "utf-8")


def test_of_the_output_of_a_batch_the_reports_are_taken_and_the_rest_is_passed_over(folder: Path) -> None:
    _batch(folder / "out", "a.json", "b.md")
    done = run("out")
    assert done.code == 0, done.err
    assert "from 1 article" in done.out
    said = " ".join(done.out.split())
    assert (
        "out is the output of a batch; passed over: 1 report not in JSON; failures.md, which says what failed." in said
    )
    named = run("out/failures.md")
    assert named.code == 3, "what is named is not passed over"


def test_the_output_of_a_batch_without_reports_in_json_says_what_to_do(folder: Path) -> None:
    _batch(folder / "out", "b.md")
    done = run("out")
    assert done.code == 3
    assert "out is the output of a batch without reports in JSON: name the articles, or have" in done.sentence


def test_a_folder_is_a_batch_s_by_its_ledger_alone(folder: Path) -> None:
    (folder / "in" / "articles").mkdir(parents=True)
    (folder / "in" / "failures.md").write_text(GERMAN, "utf-8")
    (folder / "in" / "articles" / "a.md").write_text(GERMAN, "utf-8")
    assert len(gather(["in"]).names) == 2


def test_the_names_of_what_a_batch_leaves_are_its_own() -> None:
    assert (BATCH_LEDGER, BATCH_REPORTS, BATCH_FAILURES) == (ledger.NAME, batch_folder.ARTICLES, writing.FAILURES)


def test_a_folder_without_inputs_says_so(folder: Path) -> None:
    (folder / "js").mkdir()
    (folder / "js" / "package.json").write_text('{"name": "x"}')
    done = run("js")
    assert done.code == 3
    assert "nothing to brief from" in done.sentence


@pytest.mark.parametrize("command", [("figures",), ("summarize", "--model", "embedded"), ("verify", "made.json")])
def test_other_commands_take_no_report_for_an_article(folder: Path, command: tuple[str, ...]) -> None:
    done = invoke(*command, "made.json")
    assert done.code == 3
    assert done.out == ""
    assert "made.json is a report of summarizer and no article: name the article itself" in done.sentence


def test_what_a_report_says_of_itself_is_checked_anew(folder: Path) -> None:
    tree = json.loads((folder / "made.json").read_text("utf-8"))
    tree["summary"]["sentences"][0]["text"] = ENGLISH[0].replace("15", "51")
    (folder / "made.json").write_text(json.dumps(tree), "utf-8")
    (folder / "made.json").write_text(json.dumps(tree, indent=2), "utf-8")
    done = run("made.json", "--format", "json")
    assert done.code == 1, "the file says that nothing is flagged"
    assert json.loads(done.out)["check"]["flagged"] == 1


@pytest.mark.parametrize("form", ["md", "html", "docx", "json", "text"])
def test_every_form_is_written_to_a_file(folder: Path, form: str) -> None:
    ending = "txt" if form == "text" else form
    done = run("made.json", "-o", f"out.{ending}")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert (folder / f"out.{ending}").stat().st_size > 200


def test_a_bad_article_never_stops_the_briefing(folder: Path) -> None:
    (folder / "english.txt").write_text("The shipping line is buying fifteen ferries from the yard this year.\n" * 3)
    (folder / "damaged.json").write_text('{"schema_version": "1.0",\n "document": "summary", "summary": 3}')
    (folder / "other.json").write_text("[1, 2]")
    done = run("gone.txt", "english.txt", "made.json", "damaged.json", "other.json")
    assert done.code == 5
    shown = " ".join(done.out.split())
    assert "gone.txt: gone.txt does not exist" in shown
    assert "english.txt" in shown
    assert "damaged.json is a damaged report" in shown
    assert "other.json is no report of a summary" in shown
    assert "4 inputs could not be used" in shown


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        ((), 3, "nothing to brief from"),
        (("gone.txt",), 3, "gone.txt does not exist"),
        (("made.json", "--template", "gone.md"), 2, "gone.md can't be read"),
        (("made.json", "--template", "bad.md"), 2, "bad.md, line 1"),
        (("made.json", "--template", "bad.md", "--format", "md"), 2, "in place of --format|takes the place"),
        (("made.json", "-o", "nowhere/out.md"), 2, "does not exist"),
        (("gone.txt", "-o", "x.xlsx"), 2, "ends in .xlsx, which stands for no format that can be written here"),
        (("gone.txt", "-o", "x.csv"), 2, "end it in one of .txt, .text, .md, .html, .docx, .json, .markdown, .htm, or"),
        (("gone.txt", "-o", "x.jsonl"), 2, "ends in .jsonl"),
        (("gone.txt", "-o", "x.pdf"), 2, "ends in .pdf"),
        (("made.json", "--template", "good.md", "-o", "x.docx"), 2, "would be taken for another kind of file"),
        (("made.json", "-o", "made.json"), 2, "is the file being read"),
    ],
)
def test_what_can_t_be_done_is_said_in_a_sentence(folder: Path, args: tuple[str, ...], code: int, said: str) -> None:
    (folder / "bad.md").write_text("{% for x in %}")
    (folder / "good.md").write_text("{{ title }}")
    done = run(*args)
    assert done.code == code, done.err
    assert any(part in done.sentence for part in said.split("|"))


def test_a_date_is_a_date(folder: Path) -> None:
    done = invoke("brief", "made.json", "--date", "20.5.2026")
    assert done.code == 2
    assert "write it as 2026-05-18" in done.sentence


def test_an_endpoint_that_refuses_leaves_what_was_made_before(folder: Path) -> None:
    (folder / "a.txt").write_text(GERMAN, "utf-8")
    with serve(always=error(401, "no")) as server:
        rest = run("a.txt", "made.json", "--base-url", server.url, "--model", "m")
        nothing = run("a.txt", "--base-url", server.url, "--model", "m")
    assert rest.code == 5
    assert "a.txt: " in rest.out
    assert nothing.code == 4
    assert nothing.out == ""


def test_an_endpoint_that_fails_twice_is_not_asked_for_the_rest(folder: Path) -> None:
    for number in range(5):
        (folder / f"{number}.txt").write_text(GERMAN.replace("15", f"1{number}"), "utf-8")
    with serve(always=error(401, "no")) as server:
        done = run("0.txt", "1.txt", "2.txt", "3.txt", "4.txt", "made.json", "--base-url", server.url, "--model", "m")
        asked = [request for request in server.requests if request.json]
    assert done.code == 5
    assert "5 inputs could not be used" in " ".join(done.out.split())
    assert len(asked) == 2


def test_a_template_of_the_user_s_own(folder: Path) -> None:
    (folder / "mine.md").write_text(
        "# {{ title }}\n{% for s in bottom_line %}* {{ s.marked }} {{ s.cite }}\n{% endfor %}"
    )
    done = run("made.json", "--template", "mine.md", "-o", "out.md", "--title", "Lage")
    assert done.code == 0, done.err
    assert (folder / "out.md").read_text("utf-8").startswith("# Lage\n* ")


def test_the_briefing_of_the_last_time_is_no_article(folder: Path) -> None:
    (folder / "notes").mkdir()
    (folder / "notes" / "a.txt").write_text(GERMAN, "utf-8")
    with serve(always=answer) as server:
        for _ in range(2):
            done = run("notes", "-o", "notes/briefing.md", "--base-url", server.url, "--model", "m")
            assert done.code == 0, done.err
    assert "from 1 article" in (folder / "notes" / "briefing.md").read_text("utf-8")


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Küstenbote</title>
<item><title>Fähren</title><link>{first}</link><pubDate>Tue, 19 May 2026 06:00:00 GMT</pubDate></item>
<item><title>Alt</title><link>{second}</link><pubDate>Fri, 01 May 2026 06:00:00 GMT</pubDate></item>
</channel></rss>"""


def test_a_feed_s_articles_of_the_last_days(folder: Path) -> None:
    body = f"<html lang=de><body><article><p>{GERMAN}</p></article></body></html>"
    with serve(always=answer) as server, running() as pages:
        pages.pages |= {"/a": page(body), "/b": page(body)}
        feed = RSS.format(first=pages.at("/a"), second=pages.at("/b"))
        pages.pages["/feed"] = page(feed, media_type="application/rss+xml")
        asked = ("--allow-private", "--base-url", server.url, "--model", "m")
        done = run("--feed", pages.at("/feed"), "--since", "2026-05-10", *asked)
        newest = run("--feed", pages.at("/feed"), "--most", "1", *asked)
        nothing = run("--feed", pages.at("/feed"), "--since", "2026-06-01", *asked)
        missing = run("made.json", "--feed", pages.at("/gone"), *asked)
    shown = " ".join(done.out.split())
    assert done.code == 0, done.err
    assert "[1] Küstenbote" in shown, "a page that does not name its outlet gets the feed's"
    assert "19 May 2026" in shown
    assert "from 1 article" in shown
    assert "lists 2 articles; the newest 1 were read" in " ".join(newest.out.split())
    assert nothing.code == 3
    assert "lists nothing since 2026-06-01" in nothing.sentence
    assert missing.code == 5
    assert "/gone" in missing.out
    assert run("made.json", "--since", "24h").code == 2


def test_a_batch_s_reports_are_briefed_without_a_call(folder: Path) -> None:
    for name, count in (("a", "15"), ("b", "16")):
        (folder / f"{name}.txt").write_text(GERMAN.replace("15", count), "utf-8")
    with serve(always=answer) as server:
        made = invoke(
            "batch", "a.txt", "b.txt", "-o", "out", "-f", "json", "--base-url", server.url, "--model", "m", "-q"
        )
        asked = len(server.requests)
        done = run("out/articles/*.json")
        assert len(server.requests) == asked
    assert made.code in (0, 1), made.err
    assert "from 2 articles" in done.out
    assert "15 [1, S1] against 16 [2, S1]" in " ".join(done.out.split())


def test_by_rule_asks_no_editor(folder: Path) -> None:
    (folder / "a.txt").write_text(GERMAN, "utf-8")
    with serve(always=answer) as server:
        run("a.txt", "--by-rule", "--base-url", server.url, "--model", "m")
        asked = [str(request.json) for request in server.requests if request.json]
    assert not any("editor of an English briefing" in each for each in asked)
