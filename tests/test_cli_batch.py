"""``summarizer batch`` on the command line: what it says, and its exit codes.

The model's replies here are written by hand, all of them; no model was asked.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.batch_runs import articles, drafted, german, results
from tests.command import Result, invoke
from tests.fault_server import KEY, Answer, Request, chat, error, serve, unused_port


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("OPENAI_API_KEY", "OPENAI_API_KEY_FILE", "OPENAI_BASE_URL", "OPENAI_MODEL", "OPENAI_API_VERSION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    articles(tmp_path / "in", 3)
    return tmp_path


def run(url: str, *options: Any) -> Result:
    return invoke(
        "batch", "in", "-o", "out", "--base-url", url, "--model", "test-model", "--processes", 1, *options
    )  # fmt: skip


def test_it_says_what_was_done(folder: Path) -> None:
    with serve(always=drafted) as server:
        done = run(server.url, "--price", "2/8")
    assert done.code == 0, done.err
    assert done.out == ""
    last = done.err.splitlines()[-1]
    assert last.startswith("summarizer: 3 of 3 articles done, 0 flagged; 3 calls, 3,000 + 600 tokens, $0.0108;")
    assert len(results(folder / "out")) == 3


def test_quiet_says_nothing(folder: Path) -> None:
    with serve(always=drafted) as server:
        assert run(server.url, "--quiet").err == ""


def test_a_dry_run_sends_and_writes_nothing(folder: Path) -> None:
    with serve(always=drafted) as server:
        done = run(server.url, "--dry-run", "--price", "2/8")
        assert not server.requests
        assert not server.listings
    assert done.code == 0
    assert not (folder / "out").exists()
    assert "articles   3 to do\n" in done.out
    assert "calls      3; at most " in done.out
    assert "cost       $0.0" in done.out


def test_a_dry_run_knows_what_is_done_and_what_is_of_no_use(folder: Path) -> None:
    with serve(always=drafted) as server:
        run(server.url)
        articles(folder / "in", 5)
        (folder / "in" / "empty.txt").write_text("")
        out = run(server.url, "--dry-run").out
    assert "articles   3 to do, 3 done before\n" in out
    assert "unusable   1 can't be read, or are not German\n" in out
    assert "cost       no price is known for test-model at http://127.0.0.1" in out


def test_a_dry_run_needs_a_model_by_name(folder: Path) -> None:
    done = invoke("batch", "in", "-o", "out", "--base-url", f"http://127.0.0.1:{unused_port()}/v1", "--dry-run")
    assert done.code == 2
    assert "name it with --model" in done.sentence


def test_the_published_price_of_a_model(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    done = invoke("batch", "in", "-o", "out", "--model", "gpt-4.1", "--dry-run")
    assert "model      gpt-4.1 at https://api.openai.com/v1\n" in done.out
    assert "published price (genai-prices)" in done.out
    assert KEY not in done.out


def test_some_failed(folder: Path) -> None:
    (folder / "in" / "leer.txt").write_text("")
    with serve(always=drafted) as server:
        done = run(server.url)
    assert done.code == 5
    assert "3 of 4 articles done, 0 flagged; 1 failed, see out/failures.md" in done.err
    rows = [json.loads(line) for line in (folder / "out" / "index.jsonl").read_text("utf-8").splitlines()]
    assert [row["state"] for row in rows].count("failed") == 1


def test_something_is_flagged(folder: Path) -> None:
    def wrong(request: Request) -> Answer:
        if "response_format" not in request.json:
            return chat("The Nordsee shipping line is buying more than 99 ships.")
        made = drafted(request)
        return Answer(made.status, made.body.replace(b"up to", b"more than"))

    with serve(always=wrong) as server:
        done = run(server.url)
    assert done.code == 1, done.err
    assert "3 of 3 articles done, 3 flagged" in done.err


def test_a_changed_option_is_named(folder: Path) -> None:
    with serve(always=drafted) as server:
        run(server.url)
        again = run(server.url, "--format", "json")
        assert len(server.requests) == 3, "another format costs nothing"
        assert "summarizer: 3 articles are done again with other options (format)." in again.err
        longer = run(server.url, "--format", "json", "--length", "long")
        assert len(server.requests) == 6
    assert "(length)" in longer.err
    names = set(results(folder / "out"))
    assert {f"artikel{number}.json" for number in range(3)} <= names


def test_what_failed_is_left_alone_and_said(folder: Path) -> None:
    (folder / "in" / "leer.txt").write_text("")
    with serve(always=drafted) as server:
        run(server.url)
        again = run(server.url)
        assert len(server.requests) == 3
        assert again.code == 5
        assert "3 articles are done and left alone." in again.err
        assert "1 article failed and is left alone, too; --retry-failed tries it again." in again.err
        (folder / "in" / "leer.txt").write_text((folder / "in" / "artikel1.txt").read_text("utf-8"), "utf-8")
        assert run(server.url).code == 0, "its text has changed"


@pytest.mark.parametrize(("status", "code"), [(401, 4), (404, 4)])
def test_an_endpoint_that_refuses_all(folder: Path, status: int, code: int) -> None:
    with serve(always=error(status)) as server:
        done = run(server.url)
    assert done.code == code
    assert "Traceback" not in done.err
    assert len(done.err.splitlines()) == 1, "one sentence"


def test_an_endpoint_that_is_not_there(folder: Path) -> None:
    done = run(f"http://127.0.0.1:{unused_port()}/v1")
    assert done.code == 4
    assert "Nothing answers at" in done.err.splitlines()[-1]


def test_a_limit_that_is_reached(folder: Path) -> None:
    with serve(always=drafted) as server:
        done = run(server.url, "--max-tokens", 1000)
        assert not server.requests
    assert done.code == 5
    assert "--max-tokens 1,000" in done.err.splitlines()[-1]
    assert len(done.err.splitlines()) == 1


def test_a_run_that_stops_half_way_says_why_and_how_far_in_one_sentence(folder: Path) -> None:
    with serve(always=drafted) as server:
        run(server.url, "--price", "2/8", "--concurrency", 1)
        (folder / "in" / "artikel9.txt").write_text(german(9), "utf-8")
        done = run(server.url, "--price", "2/8", "--max-cost", "0.011")
    *before, last = done.err.splitlines()
    assert last.startswith("summarizer: The next request could pass the limit")
    assert "to go on; 3 of 4 articles done, 0 flagged; 1 left; 3 calls" in last
    assert before == ["summarizer: 3 articles are done and left alone."]


def test_what_is_known_of_the_cost_is_not_told_as_all_of_it(folder: Path) -> None:
    with serve(always=drafted) as server:
        assert "$" not in run(server.url).err
        (folder / "in" / "artikel9.txt").write_text(german(9), "utf-8")
        priced = run(server.url, "--price", "2/8").err.splitlines()[-1]
        assert "$0.0036 and the price of 3 calls, which is not known" in priced
        (folder / "in" / "artikel8.txt").write_text(german(8), "utf-8")
        limited = run(server.url, "--price", "2/8", "--max-cost", "0.0144")
    assert limited.code == 5, "the three are counted at the price of now"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--max-cost", "1"), "give --price or --max-tokens"),
        (("--price", "cheap"), "such as 2.5/10"),
        (("--concurrency", "0"), "too small"),
        (("--column", "x"), None),
    ],
)
def test_options_that_do_not_fit(folder: Path, options: tuple[str, ...], said: str | None) -> None:
    with serve(always=drafted) as server:
        done = run(server.url, *options)
    if said is None:
        assert done.code == 0, "a column is for tables; there is none"
    else:
        assert done.code == 2
        assert said in done.err
        assert not (folder / "out").exists()
