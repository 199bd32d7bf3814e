"""The machine's clock is set forward and back in the middle of things: nothing waits longer, nothing is lost.

Waits and limits go by a monotonic clock, which nobody sets; `time.time` and the dates of files are notes, except for
the age of an answer in the user's cache, where a wrong clock may cost an answer and nothing else.
"""

from __future__ import annotations

import time
from itertools import cycle
from pathlib import Path

import pytest

from summarizer import batch
from summarizer.batch.engines.batch_api import BatchApiEngine
from summarizer.batch.engines.local import LocalEngine
from summarizer.llm import Settings, cache
from summarizer.llm.exchange import Call
from tests.batch_api_server import serve_batches
from tests.batch_runs import Counted, articles, drafted, results
from tests.fault_server import Answer, Request, error, serve

YEARS = 20 * 365 * 24 * 3600.0


@pytest.fixture
def jumping(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each look at the wall clock finds it twenty years on, as it is, or twenty years back."""
    real, jump = time.time, cycle((YEARS, 0.0, -YEARS))
    monkeypatch.setattr(time, "time", lambda: real() + next(jump))


@pytest.mark.usefixtures("jumping")
def test_limits_and_the_ledger_do_not_heed_it(tmp_path: Path) -> None:
    articles(tmp_path / "in", 12)
    counted, refused = Counted(), list[int]()

    def sometimes(request: Request) -> Answer:
        if len(refused) < 3:
            refused.append(1)
            return error(429)
        return counted(request)

    with serve(always=sometimes) as server:
        job = batch.Job(Settings(model="test-model", base_url=server.url))
        limits = batch.Limits(concurrency=4, requests_per_minute=6000, tokens_per_minute=60_000_000)
        for _ in range(2):  # the second finds all of it done
            done = batch.run([str(tmp_path / "in")], tmp_path / "out", job, limits, using=LocalEngine(processes=1))
            assert (done.tally.done, done.tally.failed, done.stop) == (12, 0, None)
    assert len(counted.answered) == 12
    assert len(results(tmp_path / "out")) == 12


@pytest.mark.usefixtures("jumping")
def test_the_batch_api_does_not_heed_it(tmp_path: Path) -> None:
    articles(tmp_path / "in", 3)
    with serve_batches(drafted) as server:
        job = batch.Job(Settings(model="test-model", base_url=server.url))
        done = batch.run([str(tmp_path / "in")], tmp_path / "out", job, using=BatchApiEngine(every=0.01))
    assert (done.tally.done, done.stop, len(server.batches)) == (3, None, 1)


def a_call(key: str) -> Call:
    return Call((key,), "there", "m", {}, 10, lambda: 1)


@pytest.mark.parametrize("jump", [YEARS, -YEARS])
def test_a_cache_is_of_use_again_when_the_clock_is_right_again(tmp_path: Path, jump: float) -> None:
    now = time.time()
    at = [now]
    kept = cache.ReplyCache(tmp_path / "replies.sqlite3", clock=lambda: at[0])
    kept.keep(a_call("before"), "{}")
    at[0] = now + jump
    kept.keep(a_call("during"), "{}")
    assert kept.recall(["during"]) == (0, "{}")
    kept.contents()
    at[0] = now
    kept.keep(a_call("after"), "{}")
    oldest = kept.contents().oldest
    assert oldest is not None
    assert oldest >= 0
    assert (kept.recall(["during"]) is None) is (jump < 0)  # by what its note says, it is twenty years old
    assert kept.recall(["after"]) == (0, "{}")
    assert kept.recall(["before"]) == (0, "{}")
    kept.close()
