"""The engine `batch-api` against a server that speaks the protocol. The model's replies are written by hand."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from summarizer import batch
from summarizer.batch import desk
from summarizer.batch.engines.batch_api import BatchApiEngine
from summarizer.batch.limits import Limits
from summarizer.batch.records import StopKind
from summarizer.errors import UsageError
from summarizer.llm import Settings
from summarizer.llm.batches import Batches, Line
from tests.batch_api_server import BatchServer, Course, serve_batches
from tests.batch_runs import articles, drafted, results
from tests.command import invoke
from tests.fault_server import Answer, Request, chat, error, serve
from tests.test_batch import index, run


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk, "_AGAIN_SECONDS", 0.01)


def through(server: BatchServer, tmp_path: Path, *, most_lines: int = 50_000, **changes: Any) -> batch.Outcome:
    return run(server, tmp_path, using=BatchApiEngine(every=0.01, most_lines=most_lines), **changes)


def posted(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "out" / "posted").glob("*"))


def test_the_same_bytes_as_with_the_local_engine(tmp_path: Path) -> None:
    articles(tmp_path / "in", 6)
    with serve(always=drafted) as local:
        port = str(local.port).encode()
        run(local, tmp_path, price=None)
    alone = results(tmp_path / "out")
    (tmp_path / "out").rename(tmp_path / "first")
    with serve_batches(drafted) as server:
        done = through(server, tmp_path, price=None)
        assert (done.tally.done, len(server.billed), len(server.batches)) == (6, 6, 1)
        assert server.requests == []  # none of them one by one
        there = str(server.port).encode()
    assert {name: data.replace(there, port) for name, data in results(tmp_path / "out").items()} == alone


def test_it_costs_half(tmp_path: Path) -> None:
    articles(tmp_path / "in", 6)
    with serve_batches(drafted) as server:
        done = through(server, tmp_path)
    assert done.tally.cost == Decimal("0.0108")
    assert {row["cost"] for row in index(tmp_path)} == {"0.0018"}


def test_nothing_is_left_at_the_endpoint_or_in_the_folder(tmp_path: Path) -> None:
    articles(tmp_path / "in", 2)
    with serve_batches(drafted) as server:
        through(server, tmp_path)
        assert sorted(server.removed) == ["batch-0-out", "file-0"]
    assert posted(tmp_path) == []


def test_second_questions_go_into_a_second_batch(tmp_path: Path) -> None:
    articles(tmp_path / "in", 3)

    def unfit_first(request: Request) -> Answer:
        return drafted(request) if len(request.json["messages"]) > 2 else chat('{"headline": 3}')

    with serve_batches(unfit_first) as server:
        done = through(server, tmp_path)
        assert done.tally.done == 3
        assert len(server.batches) > 1
        assert len(server.billed) == len(set(server.billed)) == done.tally.spent.calls


def test_a_full_batch_is_handed_in_before_the_next_is_filled(tmp_path: Path) -> None:
    articles(tmp_path / "in", 5)
    with serve_batches(drafted) as server:
        done = through(server, tmp_path, most_lines=2)
        assert done.tally.done == 5
        assert [len(made.lines) for made in server.batches.values()] == [2, 2, 1]


@pytest.mark.parametrize(
    ("course", "batches"),
    [
        pytest.param(Course(ends="expired", answered=2), 2, id="expired with some answered"),
        pytest.param(Course(ends="cancelled", answered=0), 2, id="cancelled before any"),
        pytest.param(Course(lost=frozenset({1})), 2, id="a line in neither file"),
        pytest.param(Course(raw=(b"no json", b'{"custom_id": "999-0", "response": null}', b"[]")), 1, id="odd lines"),
    ],
)
def test_what_was_not_answered_is_asked_again_and_nothing_else(tmp_path: Path, course: Course, batches: int) -> None:
    articles(tmp_path / "in", 4)
    with serve_batches(drafted, course) as server:
        done = through(server, tmp_path)
        assert (done.tally.done, done.tally.failed) == (4, 0)
        assert len(server.batches) == batches
        assert len(server.billed) == len(set(server.billed)) == 4


def test_a_request_the_endpoint_fails_on_is_tried_again(tmp_path: Path) -> None:
    articles(tmp_path / "in", 3)
    seen = []

    def failing_once(request: Request) -> Answer:
        seen.append(request)
        return error(500, "oh") if len(seen) == 2 else drafted(request)

    with serve_batches(failing_once) as server:
        done = through(server, tmp_path)
        assert (done.tally.done, len(server.billed)) == (3, 3)


def test_a_request_that_never_gets_an_answer_fails_its_article_alone(tmp_path: Path) -> None:
    articles(tmp_path / "in", 2)

    def picky(request: Request) -> Answer:
        return error(500, "oh") if "bis zu 4" in request.body.decode() else drafted(request)

    with serve_batches(picky) as server:
        done = through(server, tmp_path)
    assert (done.tally.done, done.tally.failed) == (1, 1)
    assert "gave no answer to a request in 3 batches" in (tmp_path / "out" / "failures.md").read_text("utf-8")


def test_an_endpoint_that_takes_no_schema_gets_the_poorer_form(tmp_path: Path) -> None:
    articles(tmp_path / "in", 2)

    def no_schema(request: Request) -> Answer:
        if request.json.get("response_format", {}).get("type") == "json_schema":
            return error(400, "response_format json_schema is not supported", param="response_format")
        return drafted(request)

    with serve_batches(no_schema) as server:
        done = through(server, tmp_path)
        assert (done.tally.done, len(server.billed)) == (2, 2)


def test_a_refused_request_fails_its_article_alone(tmp_path: Path) -> None:
    articles(tmp_path / "in", 3)

    def picky(request: Request) -> Answer:
        return error(400, "flagged by policy") if "bis zu 4" in request.body.decode() else drafted(request)

    with serve_batches(picky) as server:
        done = through(server, tmp_path)
    assert (done.tally.done, done.tally.failed) == (2, 1)
    assert "flagged by policy" in (tmp_path / "out" / "failures.md").read_text("utf-8")


def test_a_limit_on_tokens_in_the_queue_makes_batches_smaller(tmp_path: Path) -> None:
    articles(tmp_path / "in", 4)
    with serve_batches(drafted, Course(ends="failed", code="token_limit_exceeded")) as server:
        done = through(server, tmp_path)
        assert done.tally.done == 4
        assert [len(made.lines) for made in server.batches.values()] == [4, 2, 2]
        assert len(server.billed) == 4


def test_a_batch_that_is_refused_ends_the_run_in_a_sentence(tmp_path: Path) -> None:
    articles(tmp_path / "in", 2)
    with serve_batches(drafted, Course(ends="failed", code="invalid_model")) as server:
        done = through(server, tmp_path)
    assert done.stop is not None
    assert done.stop.kind is StopKind.ENDPOINT
    assert "refused a batch (no: invalid_model)" in done.stop.reason
    assert {row["state"] for row in index(tmp_path)} == {"waiting"}


def test_a_batch_is_not_made_twice_where_the_answer_to_making_it_is_lost(tmp_path: Path) -> None:
    articles(tmp_path / "in", 2)
    with serve_batches(drafted, Course(create=Answer(resets=True))) as server:
        done = through(server, tmp_path)
        assert (done.tally.done, server.creations, len(server.billed)) == (2, 1, 2)


class _KilledError(BaseException):
    """Stands for a kill: no clean-up of ours that a kill would not run either may matter."""


def killed(*_: object) -> None:
    raise _KilledError


@pytest.mark.parametrize(
    "point", ["before it is made", "before its id is noted", "while it is at work", "half fetched"]
)
def test_a_killed_run_is_taken_up_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, point: str) -> None:
    articles(tmp_path / "in", 3)
    post, lines = Batches.post, Batches.lines

    def half(self: Batches, file: str) -> Iterator[Line]:
        yield next(lines(self, file))
        raise _KilledError

    kills: dict[str, tuple[object, str, Callable[..., object]]] = {
        "before it is made": (Batches, "post", killed),
        "before its id is noted": (Batches, "post", lambda *args: killed(post(*args))),
        "while it is at work": (time, "sleep", killed),
        "half fetched": (Batches, "lines", half),
    }
    with serve_batches(drafted) as server, monkeypatch.context() as patched:
        patched.setattr(*kills[point])
        with pytest.raises(_KilledError):
            through(server, tmp_path)
        patched.undo()
        assert posted(tmp_path)
        done = through(server, tmp_path)
        assert (done.tally.done, len(server.billed), len(server.batches)) == (3, 3, 1)
        assert done.tally.spent.calls == 3
    assert posted(tmp_path) == []


def test_ctrl_c_leaves_the_batch_at_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles(tmp_path / "in", 2)

    def interrupted(_seconds: float) -> None:
        raise KeyboardInterrupt

    with serve_batches(drafted) as server:
        with monkeypatch.context() as patched:
            patched.setattr(time, "sleep", interrupted)
            with pytest.raises(KeyboardInterrupt):
                through(server, tmp_path)
        assert len(posted(tmp_path)) == 1
        assert through(server, tmp_path).tally.done == 2
        assert len(server.batches) == 1


def test_the_budget_holds_and_what_was_asked_within_it_is_finished(tmp_path: Path) -> None:
    articles(tmp_path / "in", 6)
    with serve_batches(drafted) as server:
        done = through(server, tmp_path, limits=Limits(max_tokens=5000))
        assert done.stop is not None
        assert done.stop.kind is StopKind.BUDGET
        spent = done.tally.spent
        assert 0 < spent.prompt_tokens + spent.completion_tokens <= 5000
        assert done.tally.done == len(server.billed) > 0


def test_an_endpoint_without_batches_is_told_in_a_sentence(tmp_path: Path) -> None:
    articles(tmp_path / "in", 1)
    with serve(always=drafted) as server:
        done = run(server, tmp_path, using=BatchApiEngine(every=0.01))
        assert server.requests == []
    assert done.stop is not None
    assert "404" in done.stop.reason or "no such path" in done.stop.reason


def test_the_embedded_model_has_none(tmp_path: Path) -> None:
    articles(tmp_path / "in", 1)
    with pytest.raises(UsageError, match="Batch API"):
        batch.run(
            [str(tmp_path / "in")], tmp_path / "out", batch.Job(Settings(model="embedded")), using=BatchApiEngine()
        )


def test_requests_are_those_of_the_chat_endpoint(tmp_path: Path) -> None:
    articles(tmp_path / "in", 1)
    with serve(always=drafted) as local:
        run(local, tmp_path)
        direct = local.requests[0].json
    (tmp_path / "out").rename(tmp_path / "first")
    with serve_batches(drafted) as server:
        through(server, tmp_path)
        assert json.loads(server.billed[0]) == direct


def test_it_is_an_engine_of_the_command(tmp_path: Path) -> None:
    articles(tmp_path / "in", 2)
    words = ["batch", str(tmp_path / "in"), "-o", str(tmp_path / "out"), "--model", "test-model"]
    words += ["--engine", "batch-api", "--quiet"]
    with serve(always=drafted) as server:  # which has no Batch API
        done = invoke(*words, "--base-url", server.url)
        assert server.requests == []
    assert done.code == 4
    priced = invoke(*words, "--dry-run", "--price", "2/8", "--base-url", "http://127.0.0.1:9/v1")
    assert (priced.code, priced.err) == (0, "")
    assert "halved by the Batch API" in priced.out
