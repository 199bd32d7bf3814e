"""Worker processes that are killed at their work: the run goes on, and no answer is paid for twice.

The model's replies here are written by hand, all of them; no model was asked.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import Counter
from pathlib import Path

import pytest

from summarizer import batch
from summarizer.batch.engines.local import LocalEngine
from summarizer.batch.limits import Limits
from summarizer.batch.records import Job
from summarizer.llm import Settings
from tests.batch_runs import articles, asked_about, drafted, results
from tests.fault_server import Answer, FaultServer, Request, error, serve

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kills processes as POSIX does")
ARTICLES = 24


def run(server: FaultServer, tmp_path: Path, out: str, processes: int = 2) -> batch.Outcome:
    job = Job(Settings(model="test-model", base_url=server.url, max_retries=0, cache=False))
    engine = LocalEngine(processes=processes)
    return batch.run([str(tmp_path / "in")], tmp_path / out, job, Limits(concurrency=8), using=engine)


class Killing:
    """`drafted`; before the answers that ``at`` names, counted from 1, so many workers are killed (None: all)."""

    def __init__(self, at: dict[int, int | None]) -> None:
        self.asked: Counter[str] = Counter()
        self.killed: list[int] = []
        self._at = at
        self._lock = threading.Lock()

    def __call__(self, request: Request) -> Answer:
        with self._lock:
            self.asked[asked_about(request)] += 1
            place = self.asked.total()
            if place in self._at:
                self.kill(self._at[place])
        return drafted(request)

    def kill(self, most: int | None = None) -> None:
        """With a signal that none can handle; each is gone when this returns."""
        for process in multiprocessing.active_children()[:most]:
            assert process.pid is not None
            process.kill()
            process.join()
            self.killed.append(process.pid)


@pytest.mark.parametrize("at", [{5: 1}, {5: None}, {3: 1, 9: None, 15: 1}], ids=["one", "all", "again and again"])
def test_a_worker_is_killed_during_requests(tmp_path: Path, at: dict[int, int | None]) -> None:
    articles(tmp_path / "in", ARTICLES)
    killing = Killing(at)
    with serve(always=killing) as server:
        done = run(server, tmp_path, "out")
        asked = dict(killing.asked)
        run(server, tmp_path, "whole", processes=1)
    assert len(killing.killed) >= len(at)
    assert done.stop is None
    assert (done.tally.done, done.tally.failed) == (ARTICLES, 0)
    assert len(asked) == ARTICLES
    assert set(asked.values()) == {1}, "nothing is sent, or paid for, twice"
    assert done.tally.spent.calls == ARTICLES
    assert results(tmp_path / "out") == results(tmp_path / "whole")


def test_an_article_that_takes_every_worker_with_it_is_one_failure(tmp_path: Path) -> None:
    articles(tmp_path / "in", ARTICLES)
    killing = Killing({})

    def answer(request: Request) -> Answer:
        if asked_about(request) != "10":  # the seventh article
            return killing(request)
        killing.kill()
        return error(500)  # else its next worker would find an answer and live

    with serve(always=answer) as server:
        done = run(server, tmp_path, "out")
    assert done.stop is None
    assert (done.tally.done, done.tally.failed) == (ARTICLES - 1, 1)
    said = (tmp_path / "out" / "failures.md").read_text("utf-8")
    assert "artikel7.txt" in said
    assert "The process that worked on it ended each time" in said
    assert set(killing.asked.values()) == {1}
