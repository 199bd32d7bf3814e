"""``summarizer summarize`` against a real socket that speaks the OpenAI protocol, well and badly.

The model's replies here are written by hand, all of them; no model was asked.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer import drafting
from summarizer.cli import summarize
from summarizer.data import Draft, DraftSentence, Usage
from tests import json_schema
from tests.command import Result, invoke
from tests.fault_server import KEY, Script, chat, error, page, resets, serve, truncated, unused_port

ROOT = Path(__file__).parents[1]
SCHEMA = json.loads((ROOT / "docs" / "report.schema.json").read_text("utf-8"))

GERMAN = (
    "Die Reederei Nordsee kauft bis zu 15 Fähren der Werft Ostkai. Der Auftrag ist rund 1,1 Milliarden Euro wert. "
    "Die ersten vier Schiffe sollen im Mai 2027 ausgeliefert werden.\n"
)
ENGLISH = (
    "The shipping line said that it would buy up to 15 ferries from the yard, and that the order was worth about "
    "1.1 billion euros. The first four ships are to be delivered in May 2027.\n"
)
# Written by hand.
GOOD: dict[str, Any] = {
    "headline": {"text": "Nordsee to buy up to 15 ferries", "sources": ["S1"]},
    "sentences": [
        {"text": "The Nordsee shipping line is buying up to 15 ferries from the Ostkai yard.", "sources": ["S1"]},
        {"text": "The order is worth about 1.1 billion euros.", "sources": ["S2"]},
    ],
    "deals": [],
}
EMPTY: dict[str, Any] = {"text": "", "sources": []}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder, with no endpoint in the environment."""
    for name in ("OPENAI_API_KEY", "OPENAI_API_KEY_FILE", "OPENAI_BASE_URL", "OPENAI_MODEL", "OPENAI_API_VERSION"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "de.txt").write_text(GERMAN, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(url: str, *options: Any, article: str = "de.txt") -> Result:
    return invoke("summarize", article, "--base-url", url, "--model", "test-model", *options)


def wrong(**changes: Any) -> str:
    return json.dumps(GOOD | changes)


def test_the_choices_are_those_of_the_drafting() -> None:
    assert [(each.name, each.value) for each in summarize.Length] == [
        (each.name, each.value) for each in drafting.Length
    ]
    assert [(each.name, each.value) for each in summarize.Strategy] == [
        (each.name, each.value) for each in drafting.Strategy
    ]


def test_an_article_becomes_a_checked_summary(folder: Path) -> None:
    with serve(always=chat(json.dumps(GOOD))) as server:
        done = run(server.url)
    assert done.code == 0, done.err
    assert "Nordsee to buy up to 15 ferries\n===" in done.out
    assert "ferries from the Ostkai yard. [S1]" in done.out
    assert "OK: all 3 figures are borne out by the source." in done.out
    assert f"A model wrote this: test-model (at {server.url})" in done.out
    assert "probability 1.00" in done.out
    assert done.err == ""  # progress is for a terminal; --verbose says it anywhere


WRONG_SENTENCE = "The order is worth about 1.1 million euros."


def stubborn(request: Any) -> Any:
    """A model that says a million for a billion, and says it again when its sentence is sent back for repair."""
    if "response_format" not in request.json:
        return chat(WRONG_SENTENCE)
    return chat(wrong(sentences=[GOOD["sentences"][0], {"text": WRONG_SENTENCE, "sources": ["S2"]}]))


def test_a_wrong_figure_that_stays_is_flagged_never_passed_over(folder: Path) -> None:
    with serve(always=stubborn) as server:
        done = run(server.url, "--format", "json")
    assert done.code == 1, done.err
    assert len(server.requests) == 3, "a draft and two repairs"
    tree = json.loads(done.out)
    assert list(json_schema.problems(tree, SCHEMA, SCHEMA)) == []
    flagged = [finding["claim"]["surface"] for finding in tree["check"]["findings"] if finding["flagged"]]
    assert flagged == ["1.1 million euros"]


def test_strict_leaves_it_out_and_says_so(folder: Path) -> None:
    with serve(always=stubborn) as server:
        done = run(server.url, "--format", "json", "--strict")
    assert done.code == 0, done.err
    tree = json.loads(done.out)
    assert [sentence["text"] for sentence in tree["summary"]["sentences"]] == [GOOD["sentences"][0]["text"]]
    assert any("left out" in note for note in tree["summary"]["notes"])


def test_json_names_the_model_and_the_prompts(folder: Path) -> None:
    with serve(always=chat(json.dumps(GOOD))) as server:
        tree = json.loads(run(server.url, "-f", "json", "--quiet").out)
    assert list(json_schema.problems(tree, SCHEMA, SCHEMA)) == []
    assert tree["document"] == "summary"
    provenance = tree["provenance"]
    assert (provenance["model"], provenance["endpoint"], provenance["strategy"]) == ("test-model", server.url, "whole")
    assert provenance["prompts"]
    assert provenance["usage"]["calls"] == len(server.requests)
    assert tree["target"]["text"].startswith("Nordsee to buy up to 15 ferries\nThe Nordsee shipping line")
    assert tree["article"]["language"] == "de"
    for finding in tree["check"]["findings"]:
        claim = finding["claim"]
        assert tree["target"]["text"][claim["start"] : claim["end"]] == claim["surface"]


def test_a_file_and_the_screen(folder: Path) -> None:
    with serve(always=chat(json.dumps(GOOD))) as server:
        quiet = run(server.url, "-o", "out.md", "--quiet")
        both = run(server.url, "-o", "out.md", "--show")
    assert (quiet.code, quiet.out, quiet.err) == (0, "", "")
    assert (folder / "out.md").read_text("utf-8").startswith("# Nordsee to buy up to 15 ferries\n")
    assert both.out.startswith("Nordsee to buy up to 15 ferries\n===")
    assert both.err.endswith("summarizer: written to out.md.\n")


def test_the_article_may_come_from_standard_input(folder: Path) -> None:
    with serve(always=chat(json.dumps(GOOD))) as server:
        done = invoke("summarize", "-", "--base-url", server.url, "--model", "test-model", stdin=GERMAN)
    assert done.code == 0
    assert "Source: standard input" in done.out


NOT_ASKED: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "empty"),
    "English": (ENGLISH.encode(), "reads as English"),
    "three words": ("Drei kurze Wörter".encode(), "too short to tell its language (3 words)"),
    "binary": (bytes(range(256)) * 40, ""),
    "UTF-16 without a mark": ("Ein kurzer Text.".encode("utf-16-le"), ""),
    "5 MB of text": (GERMAN.encode() * 27_000, "characters, too many for one article"),
    "NUL bytes": (b"Das\x00 ist ein Text mit Nullen, die da nicht hingeh\xc3\xb6ren.", "NUL"),
}


@pytest.mark.parametrize("name", NOT_ASKED)
def test_what_is_no_german_article_never_reaches_the_model(folder: Path, name: str) -> None:
    data, said = NOT_ASKED[name]
    (folder / "bad.txt").write_bytes(data)
    with serve(always=chat(json.dumps(GOOD))) as server:
        done = run(server.url, "-o", "out.txt", "--quiet", article="bad.txt")
    assert (done.code, done.out) == (3, "")
    assert "bad.txt" in done.sentence
    assert said in done.sentence
    assert server.requests == []
    assert not (folder / "out.txt").exists()


def test_a_language_that_is_named_is_believed(folder: Path) -> None:
    (folder / "short.txt").write_text("Es sind 15 Fähren.", "utf-8")
    reply = wrong(headline={"text": "Ferries counted", "sources": ["S1"]}, sentences=[
        {"text": "There are 15 ferries.", "sources": ["S1"]},
    ])  # fmt: skip
    with serve(always=chat(reply)) as server:
        assert run(server.url, article="short.txt").code == 3
        done = run(server.url, "--source-lang", "de", article="short.txt")
    assert done.code == 0, done.err
    assert "probability" not in done.out


BAD_MODELS: dict[str, Script] = {
    "not JSON": chat("I would rather not."),
    "JSON of another form": chat('{"answer": 42}'),
    "cites sentences that don't exist": chat(wrong(headline={"text": "x", "sources": ["S99"]})),
    "figures that don't exist": chat(
        wrong(
            deals=[
                {
                    "parties": [{"name": "A"}],
                    "kind": "order",
                    "item": "x",
                    "status": "planned",
                    "evidence": ["S1"],
                    "amount": "F99",
                }
            ]
        )
    ),
    "cut off": chat(json.dumps(GOOD)[:80], finish="length"),
    "refusal": chat(None, refusal="I can't help with that."),
    "empty": chat(""),
    "no choices": chat("x", choices=[]),
    "login page": page(),
    "wrong key": error(401, f"Incorrect API key provided: {KEY}", code="invalid_api_key"),
    "unknown model": error(404, "The model does not exist", code="model_not_found"),
    "overloaded": error(503, "overloaded"),
    "too many requests": error(429, "slow down"),
    "truncated answer": truncated(),
    "reset connection": resets(),
    "terminal escapes": error(400, "\x1b[2Jgo\x1b]0;x\x07away"),
}


@pytest.mark.parametrize("name", BAD_MODELS)
@pytest.mark.parametrize("options", [[], ["-o", "out.txt"]])
def test_a_model_that_fails_gets_one_sentence_and_no_output(
    folder: Path, name: str, options: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with serve(always=BAD_MODELS[name]) as server:
        done = run(server.url, "--quiet", *options)
    assert (done.code, done.out) == (4, ""), done.err
    assert KEY not in done.sentence
    assert "\x1b" not in done.sentence
    assert not (folder / "out.txt").exists()
    assert not list(folder.glob(".*"))


def test_an_endpoint_that_is_not_there_gets_one_sentence(folder: Path) -> None:
    done = run(f"http://127.0.0.1:{unused_port()}/v1", "--quiet")
    assert (done.code, done.out) == (4, "")
    assert "127.0.0.1" in done.sentence


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--base-url", "not an address", "--model", "x"], "address"),
        (["--model", "gpt-9"], "needs an endpoint"),
        (["--model", "embedded", "--base-url", "http://127.0.0.1:9/v1"], "give one of them"),
        (["--glossary", "missing.toml", "--base-url", "http://127.0.0.1:9/v1", "--model", "x"], "missing.toml"),
    ],
)
def test_options_that_do_not_fit_are_refused(folder: Path, options: list[str], said: str) -> None:
    done = invoke("summarize", "de.txt", "--quiet", *options)
    assert (done.code, done.out) == (2, "")
    assert said in done.sentence


@pytest.mark.parametrize("content", [None, b"[[term]\n", b"[[term]]\nde = 1\n", b"\xff\xfe"])
def test_a_glossary_is_read_before_a_model_is_opened(
    folder: Path, content: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if content is not None:
        (folder / "own.toml").write_bytes(content)
    monkeypatch.setattr("summarizer.llm.open_model", lambda *_, **__: pytest.fail("opened"))
    done = invoke("summarize", "de.txt", "--quiet", "--glossary", "own.toml", "--model", "embedded")
    assert (done.code, done.out) == (2, "")
    assert "own.toml" in done.sentence


def test_an_endpoint_that_is_not_there_is_told_before_the_article_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summarizer.pipeline.read_source", lambda *_, **__: pytest.fail("read"))
    done = run(f"http://127.0.0.1:{unused_port()}/v1", "--quiet")
    assert (done.code, done.out) == (4, "")
    assert "Nothing answers at" in done.sentence


@pytest.mark.parametrize("form", ["text", "md", "json"])
def test_a_draft_without_a_sentence_is_never_well(folder: Path, form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = DraftSentence("", ())
    made = drafting.DraftResult(Draft(nothing, (), ()), Usage(1), drafting.Strategy.WHOLE)
    monkeypatch.setattr("summarizer.drafting.draft", lambda *_, **__: made)
    with serve() as server:
        done = run(server.url, "--format", form)
    assert done.code == 1, done.err
    assert "OK" not in done.out
    assert "here is no summary" in done.out
    if form == "json":
        tree = json.loads(done.out)
        assert tree["flagged"] is True
        assert list(json_schema.problems(tree, SCHEMA, SCHEMA)) == []


def test_a_reply_without_a_sentence_is_no_summary(folder: Path) -> None:
    with serve(always=chat(wrong(headline=EMPTY, sentences=[]))) as server:
        done = run(server.url)
    assert done.code in (1, 4)
    assert "OK" not in done.out


def test_a_model_file_that_is_not_there_gets_one_sentence(folder: Path) -> None:
    done = invoke("summarize", "de.txt", "--quiet", "--model-path", "missing.gguf")
    assert (done.code, done.out) == (4, "")
    assert "missing.gguf" in done.sentence


def test_an_interrupt_while_the_model_is_asked_is_one_line(folder: Path) -> None:
    def interrupt(*_: Any, **__: Any) -> Any:
        raise KeyboardInterrupt

    stop: Callable[..., Any] = interrupt
    with serve(always=chat(json.dumps(GOOD))) as server, pytest.MonkeyPatch.context() as patch:
        patch.setattr("summarizer.drafting.draft", stop)
        done = run(server.url, "-o", "out.txt", "--quiet")
    assert (done.code, done.out) == (130, "")
    assert done.sentence == "interrupted."
    assert not (folder / "out.txt").exists()
