"""A batch that is killed, interrupted, out of disk, or run twice: nothing lost, nothing paid twice.

The model's replies here are written by hand, all of them; no model was asked.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from summarizer import batch
from summarizer.batch.engines.local import LocalEngine
from summarizer.llm import Settings
from tests.batch_runs import Command, Counted, articles, drafted, results
from tests.command import invoke
from tests.fault_server import Answer, Request, Script, hangs, serve

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills processes and limits files as POSIX does")
ARTICLES = 40
CONCURRENCY = 4


@pytest.fixture(scope="module", autouse=True)
def _everything_loaded(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A run in this process, so that one forked from it has the modules, words and tables that it needs."""
    folder = tmp_path_factory.mktemp("warm")
    articles(folder / "in", 1)
    with serve(always=drafted) as server:
        job = batch.Job(Settings(model="test-model", base_url=server.url))
        batch.run([str(folder / "in")], folder / "out", job, using=LocalEngine(processes=1))


def finished(url: str, tmp_path: Path, out: Path, *options: str, **more: Any) -> tuple[int, str]:
    return Command(url, tmp_path / "in", out, *options, **more).end()


def ledger(out: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(out / "ledger.sqlite3")
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def test_killed_at_random_points_it_goes_on(tmp_path: Path) -> None:
    articles(tmp_path / "in", ARTICLES)
    out, options = tmp_path / "out", ("--concurrency", str(CONCURRENCY), "--price", "2/8", "--no-cache")
    chance = random.Random(1)
    counted = Counted()
    with serve(always=counted) as server:
        points = sorted(chance.sample(range(1, ARTICLES), 3))
        for point in points:
            process = Command(server.url, tmp_path / "in", out, *options)
            counted.wait_for(point)
            process.signal(signal.SIGKILL)
            assert process.end()[0] == -signal.SIGKILL
        code, err = finished(server.url, tmp_path, out, *options)
        assert code == 0, err
        assert finished(server.url, tmp_path, tmp_path / "whole", *options)[0] == 0
    assert results(out) == results(tmp_path / "whole")
    paid = Counter(counted.answered[:-ARTICLES])
    assert len(paid) == ARTICLES
    assert sum(paid.values()) <= ARTICLES + len(points) * CONCURRENCY, (
        "only what was under way at a kill is asked again"
    )
    assert ledger(out, "PRAGMA integrity_check") == [("ok",)]
    assert ledger(out, "SELECT count(*), sum(calls) FROM spending") == [(ARTICLES, ARTICLES)]
    assert ledger(out, "SELECT DISTINCT state FROM articles") == [("done",)]
    assert not list((out / "articles").glob(".*"))


def test_an_interrupt_waits_for_what_is_paid_for(tmp_path: Path) -> None:
    articles(tmp_path / "in", 6)
    out, counted = tmp_path / "out", Counted()
    with serve(always=_slowly(counted)) as server:
        process = Command(server.url, tmp_path / "in", out, "--concurrency", "2", "--no-cache")
        counted.wait_for(2)
        process.signal(signal.SIGINT)
        code, err = process.end()
        assert code == 130
        assert "waiting for 2 answers that are paid for" in err
        assert "interrupted." in err
        assert "Traceback" not in err
        sent = len(counted.answered)
        assert ledger(out, "SELECT count(*) FROM replies") == [(sent,)]
        assert finished(server.url, tmp_path, out, "--no-cache")[0] == 0
    assert len(counted.answered) == 6


def _slowly(counted: Counted) -> Script:
    def answer(request: Request) -> Answer:
        made = counted(request)
        time.sleep(0.5)
        return made

    return answer


def test_a_second_run_on_the_folder_is_refused(tmp_path: Path) -> None:
    articles(tmp_path / "in", 2)
    out = tmp_path / "out"
    with serve(always=hangs()) as server:
        first = Command(server.url, tmp_path / "in", out)
        try:
            while not server.requests:
                assert first.running()
                time.sleep(0.02)
            code, err = finished(server.url, tmp_path, out)
            assert code == 2
            assert f"Another run is at work in {out} (process {first.pid})" in err
        finally:
            first.signal(signal.SIGKILL)
            first.end()
    with serve(always=drafted) as server:  # what a dead process held is free
        assert finished(server.url, tmp_path, out)[0] == 0


def _small_files() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))


def test_a_full_disk_keeps_what_was_paid_for(tmp_path: Path) -> None:
    articles(tmp_path / "in", 30)
    out, counted = tmp_path / "out", Counted()
    options = ("--concurrency", "2", "--no-cache")
    with serve(always=counted) as server:
        code, err = finished(server.url, tmp_path, out, *options, before=_small_files)
        assert code == 2
        assert "Traceback" not in err
        assert "give the same command again" in err
        before = len(counted.answered)
        assert 0 < before < 30
        assert finished(server.url, tmp_path, out, *options)[0] == 0
    assert len(counted.answered) <= 30 + 2, "at most what was under way is asked again"
    assert len(results(out)) == 30


@pytest.mark.parametrize("name", ["file", "/proc/nothing"])
def test_a_folder_that_cannot_be_made(tmp_path: Path, name: str) -> None:
    articles(tmp_path / "in", 1)
    (tmp_path / "file").write_text("x")
    done = invoke(
        "batch", tmp_path / "in", "-o", tmp_path / name, "--base-url", "http://127.0.0.1:9/v1", "--model", "m"
    )
    assert done.code == 2
    assert name in done.sentence
