"""Every fault of the table, alone and mixed: what comes of it, after how many requests, and that nothing is lost.

The model's replies here are written by hand, all of them; no model was asked.
"""

from __future__ import annotations

import gzip
import sqlite3
import zlib
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from summarizer import batch
from summarizer.batch.engines.local import LocalEngine
from summarizer.llm import Settings, bounded
from tests.batch_runs import articles, drafted, german, results
from tests.command import Result, invoke
from tests.fault_server import Answer, Request, chat, serve
from tests.fault_table import FAULTS, Fault, Mixed

GOOD = "up to 10 ships"


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The client waits half a second before it tries again; how long is not what is tested here."""
    monkeypatch.setattr("openai._base_client.INITIAL_RETRY_DELAY", 0.001)


def summarized(fault: Fault, tmp_path: Path, *, ever: bool) -> tuple[Result, int]:
    """One article against an endpoint with this fault, and the number of requests that it took."""
    (tmp_path / "artikel.txt").write_text(german(7), "utf-8")
    asked = 0

    def always(request: Request) -> Answer:
        nonlocal asked
        asked += 1
        return fault.answer(request) if ever or asked == 1 else drafted(request)

    with serve(always=always) as server:
        done = invoke(
            "summarize", tmp_path / "artikel.txt", "-o", tmp_path / "out.md", "--no-cache",
            "--base-url", server.url, "--model", "test-model", "--timeout", "1",
        )  # fmt: skip
    return done, asked


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_for_ever(fault: Fault, tmp_path: Path) -> None:
    done, asked = summarized(fault, tmp_path, ever=True)
    assert asked == fault.ever
    if fault.said is None:
        assert done.code == 0
        assert GOOD in (tmp_path / "out.md").read_text("utf-8")
    else:
        assert done.code == 4
        assert fault.said in done.sentence
        assert "127.0.0.1" in done.sentence
        assert not (tmp_path / "out.md").exists()


@pytest.mark.parametrize("fault", [f for f in FAULTS if f.at_random], ids=lambda fault: fault.name)
def test_a_fault_once(fault: Fault, tmp_path: Path) -> None:
    done, asked = summarized(fault, tmp_path, ever=False)
    assert asked == (fault.once or 1)
    assert (done.code == 0) is bool(fault.once)
    assert (tmp_path / "out.md").exists() is bool(fault.once)
    if fault.once:
        assert GOOD in (tmp_path / "out.md").read_text("utf-8")


def test_an_answer_without_end_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "LARGEST", 1_000_000)
    flood = Fault("flood", lambda _: Answer(200, b" " * 100_000, endless=True), 0, 3, "sent an answer without end")
    done, asked = summarized(flood, tmp_path, ever=True)
    assert (done.code, asked) == (4, 3)
    assert flood.said is not None
    assert flood.said in done.sentence


def test_headers_without_end_are_given_up(tmp_path: Path) -> None:
    """Each read has its byte in time; only all of them together take too long."""
    drip = Fault("headers drip", lambda _: Answer(header_drip=0.05), 0, 3, "gave no answer within 1 seconds")
    done, asked = summarized(drip, tmp_path, ever=True)
    assert (done.code, asked) == (4, 3)
    assert drip.said is not None
    assert drip.said in done.sentence


def test_an_answer_that_unpacks_without_end_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "LARGEST", 3_000_000)
    body = gzip.compress(b" " * 50_000_000)
    headers = {"Content-Encoding": "gzip"}
    bomb = Fault("bomb", lambda _: Answer(200, body, headers=headers), 0, 3, "sent an answer without end")
    done, asked = summarized(bomb, tmp_path, ever=True)
    assert (done.code, asked) == (4, 3)
    assert bomb.said is not None
    assert bomb.said in done.sentence


@pytest.mark.parametrize("how", ["gzip", "deflate", "bare deflate", "damaged"])
def test_a_packed_answer_is_read(tmp_path: Path, how: str) -> None:
    def packed(request: Request) -> Answer:
        answer = drafted(request)
        bare = zlib.compressobj(wbits=-15)
        body = {
            "gzip": lambda: gzip.compress(answer.body),
            "deflate": lambda: zlib.compress(answer.body),
            "bare deflate": lambda: bare.compress(answer.body) + bare.flush(),
            "damaged": lambda: gzip.compress(answer.body)[:20] + b"x" * 50,
        }[how]()
        return replace(answer, body=body, headers={"Content-Encoding": how.split()[-1].replace("damaged", "gzip")})

    done, asked = summarized(Fault(how, packed, 0, 1, None), tmp_path, ever=True)
    if how == "damaged":
        assert done.code == 4
        assert "broke off the connection" in done.sentence or "answered with something" in done.sentence
    else:
        assert (done.code, asked) == (0, 1)


def test_a_server_that_speaks_no_tls(tmp_path: Path) -> None:
    (tmp_path / "artikel.txt").write_text(german(7), "utf-8")
    with serve(always=chat("x")) as server:
        url = server.url.replace("http:", "https:")
        done = invoke("summarize", tmp_path / "artikel.txt", "--base-url", url, "--model", "m", "--timeout", "1")
    assert done.code == 4
    assert "is not trusted" in done.sentence
    assert "http or https?" in done.sentence


@pytest.mark.parametrize(("path", "kept"), [("/v1/chat/completions", False), ("/v1/files/f1/content", True)])
def test_only_a_completion_is_bounded(path: str, kept: bool) -> None:
    """A file of the Batch API's answers is large and may take its time."""
    body = httpx.ByteStream(b"x")
    response = httpx.Response(200, stream=body, request=httpx.Request("GET", f"http://127.0.0.1{path}"))
    bounded.bound(1.0, httpx)(response)
    assert (response.stream is body) is kept


@pytest.mark.parametrize("seed", [1, 2])
def test_faults_at_random_lose_nothing(tmp_path: Path, seed: int) -> None:
    count = 40
    articles(tmp_path / "in", count)
    mixed = Mixed(seed, share=0.4, but=("no answer in time", "a byte now and then"))
    with serve(always=mixed) as server:
        job = batch.Job(Settings(model="test-model", base_url=server.url, timeout=20.0))
        limits, using = batch.Limits(concurrency=8), LocalEngine(processes=1)
        for turn in range(6):
            done = batch.run([str(tmp_path / "in")], tmp_path / "out", job, limits, using=using, retry_failed=turn > 0)
            if done.stop is None and not done.tally.failed:
                break
    assert (done.tally.done, done.tally.failed, done.tally.left) == (count, 0, 0)
    reports = results(tmp_path / "out")
    assert len(reports) == count
    for number in range(count):
        assert f"up to {number + 3} ships" in reports[f"artikel{number}.md"].decode()
    assert sum(mixed.seen.values()) > count / 4, "there were faults at all"
    with sqlite3.connect(tmp_path / "out" / "ledger.sqlite3") as ledger:
        assert ledger.execute("SELECT sum(calls) FROM spending").fetchone() == (mixed.delivered,)
