"""Many articles through the pipeline, against a real socket that counts what it is asked.

The model's replies here are written by hand, all of them; no model was asked.
"""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from summarizer import batch
from summarizer.batch.engines.local import LocalEngine
from summarizer.batch.limits import Limits
from summarizer.batch.records import Job, StopKind
from summarizer.errors import UsageError
from summarizer.llm import Settings
from summarizer.llm.prices import Price
from tests.batch_runs import articles, drafted, results
from tests.fault_server import FaultServer, Script, chat, error, page, serve


def job(server: FaultServer, **changes: Any) -> Job:
    settings: dict[str, Any] = {"model": "test-model", "base_url": server.url, "max_retries": 0, "timeout": 20.0}
    named = settings.keys() | {"api_key", "cache"}
    settings |= {name: value for name, value in changes.items() if name in named}
    rest = {name: value for name, value in changes.items() if name not in named}
    return Job(Settings(**settings), price=rest.pop("price", Price(Decimal(2), Decimal(8))), **rest)


def run(server: FaultServer, tmp_path: Path, names: Path | None = None, **changes: Any) -> batch.Outcome:
    limits = changes.pop("limits", Limits(concurrency=4))
    using = changes.pop("using", LocalEngine(processes=1))
    more = {name: changes.pop(name) for name in ("retry_failed", "column", "on_start", "on_step") if name in changes}
    return batch.run(
        [str(names or tmp_path / "in")], tmp_path / "out", job(server, **changes), limits, using=using, **more
    )


def index(tmp_path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (tmp_path / "out" / "index.jsonl").read_text("utf-8").splitlines()]


def test_a_report_an_article(tmp_path: Path) -> None:
    articles(tmp_path / "in", 6)
    with serve(always=drafted) as server:
        done = run(server, tmp_path)
    assert (done.tally.total, done.tally.done, done.tally.failed, done.tally.flagged) == (6, 6, 0, 0)
    assert done.stop is None
    assert list(results(tmp_path / "out")) == [f"artikel{number}.md" for number in range(6)]
    assert "up to 5 ships" in results(tmp_path / "out")["artikel2.md"].decode()
    assert (done.tally.spent.calls, done.tally.spent.prompt_tokens) == (6, 6000)
    assert done.tally.cost == Decimal("0.0216")
    assert {row["state"] for row in index(tmp_path)} == {"done"}
    assert {row["cost"] for row in index(tmp_path)} == {"0.0036"}


def test_what_is_done_is_not_sent_again(tmp_path: Path) -> None:
    articles(tmp_path / "in", 3)
    with serve(always=drafted) as server:
        run(server, tmp_path)
        before = results(tmp_path / "out")
        articles(tmp_path / "in", 4)
        again = run(server, tmp_path)
        assert len(server.requests) == 4
    assert (again.census.finished, again.census.new, again.tally.done) == (3, 1, 4)
    assert {name: results(tmp_path / "out")[name] for name in before} == before


@pytest.mark.parametrize("processes", [1, 2])
def test_the_same_bytes_however_it_is_spread(tmp_path: Path, processes: int) -> None:
    articles(tmp_path / "in", 8)
    with serve(always=drafted) as server:
        run(server, tmp_path, limits=Limits(concurrency=1))
        alone = results(tmp_path / "out")
        (tmp_path / "out").rename(tmp_path / "first")
        run(server, tmp_path, limits=Limits(concurrency=8), using=LocalEngine(processes=processes))
    assert results(tmp_path / "out") == alone


def test_one_bad_article_does_not_stop_the_rest(tmp_path: Path) -> None:
    articles(tmp_path / "in", 3)
    (tmp_path / "in" / "english.txt").write_text("The order is worth about two billion euros. " * 5, "utf-8")
    with serve(always=drafted) as server:
        done = run(server, tmp_path)
    assert (done.tally.done, done.tally.failed) == (3, 1)
    said = (tmp_path / "out" / "failures.md").read_text("utf-8")
    assert "english.txt" in said
    assert "input" in said


def test_a_failure_is_tried_again_only_when_asked(tmp_path: Path) -> None:
    articles(tmp_path / "in", 2)
    with serve(always=chat("{}")) as server:
        assert run(server, tmp_path).tally.failed == 2
        asked = len(server.requests)
        assert run(server, tmp_path).tally.failed == 2
        assert len(server.requests) == asked
    with serve(always=drafted) as server:
        retried = run(server, tmp_path, retry_failed=True, base_url=server.url)
    assert (retried.tally.done, retried.tally.failed) == (2, 0)


@pytest.mark.parametrize(
    ("answer", "said"),
    [(error(401), "key"), (error(404), "model"), (error(429, "You exceeded it", code="insufficient_quota"), "quota")],
)
def test_what_fails_for_all_stops_at_once(tmp_path: Path, answer: Script, said: str) -> None:
    articles(tmp_path / "in", 30)
    with serve(always=answer) as server:
        done = run(server, tmp_path)
        assert len(server.requests) <= 8
    assert done.stop is not None
    assert done.stop.kind is StopKind.ENDPOINT
    assert said in done.stop.reason
    assert (done.tally.failed, done.tally.left) == (0, 30), "it is no article's fault"


@pytest.mark.parametrize("processes", [1, 2])
def test_a_key_that_the_list_of_models_refuses_is_tried_by_one_request(tmp_path: Path, processes: int) -> None:
    articles(tmp_path / "in", 30)
    with serve(always=error(401), listing=error(401)) as server:
        done = run(server, tmp_path, using=LocalEngine(processes))
        assert len(server.requests) == 1
    assert done.stop is not None
    assert "key" in done.stop.reason


def test_the_budget_is_not_passed(tmp_path: Path) -> None:
    articles(tmp_path / "in", 20)
    with serve(always=drafted) as server:
        done = run(server, tmp_path, limits=Limits(concurrency=3, max_cost=Decimal("0.08")))
        assert done.stop is not None
        assert done.stop.kind is StopKind.BUDGET
        assert Decimal("0.03") < done.tally.cost <= Decimal("0.08")
        assert 0 < done.tally.done < 20
        further = run(server, tmp_path, limits=Limits(concurrency=3, max_cost=Decimal(1)))
        assert (further.tally.done, len(server.requests)) == (20, 20)


def test_a_limit_of_cost_needs_a_price(tmp_path: Path) -> None:
    articles(tmp_path / "in", 1)
    with serve(always=drafted) as server, pytest.raises(UsageError, match="--price"):
        run(server, tmp_path, price=None, limits=Limits(max_cost=Decimal(1)))


def test_a_page_for_an_answer_is_no_reply_to_keep(tmp_path: Path) -> None:
    articles(tmp_path / "in", 1)
    with serve(page(), drafted) as server:
        done = run(server, tmp_path)
    assert (done.tally.done, len(server.requests)) == (1, 2)
