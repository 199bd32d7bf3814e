"""The engine `ray` on a cluster of two nodes on this machine. The model's replies are written by hand."""

from __future__ import annotations

import json
import os
import pickle
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from summarizer import batch
from summarizer.batch.engines.ray import RayEngine
from summarizer.batch.limits import Limits
from summarizer.errors import UsageError
from summarizer.llm import Settings
from summarizer.llm.exchange import Refusal
from tests.batch_runs import articles, drafted, results
from tests.command import invoke
from tests.fault_server import Answer, Request, error, serve
from tests.test_batch import index, run

os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
os.environ["RAY_ENABLE_UV_RUN_RUNTIME_ENV"] = "0"
pytest.importorskip("ray", reason="the [ray] extra is not installed")


@pytest.fixture(scope="module")
def nodes() -> Iterator[Any]:
    """A cluster of two nodes; the tests are the driver at the first."""
    from ray.cluster_utils import Cluster

    for attempt in range(3):
        try:
            cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
            cluster.add_node(num_cpus=1)
            break
        except Exception:  # Ray gives its own processes some seconds to start, which is not enough on a busy machine
            if attempt == 2:
                pytest.skip("no Ray cluster could be started here")
    yield cluster
    cluster.shutdown()  # type: ignore[no-untyped-call]


def through(nodes: Any, server: Any, tmp_path: Path, **changes: Any) -> batch.Outcome:
    return run(server, tmp_path, using=RayEngine(nodes.address), **changes)


def test_the_same_bytes_as_with_the_local_engine(nodes: Any, tmp_path: Path) -> None:
    articles(tmp_path / "in", 10)
    with serve(always=drafted) as server:
        run(server, tmp_path)
        alone = results(tmp_path / "out")
        (tmp_path / "out").rename(tmp_path / "first")
        done = through(nodes, server, tmp_path)
        assert len(server.requests) == 20
    assert (done.tally.done, done.tally.spent.calls, done.stop) == (10, 10, None)
    assert results(tmp_path / "out") == alone


def test_one_bad_article_is_one_bad_article(nodes: Any, tmp_path: Path) -> None:
    articles(tmp_path / "in", 3)
    (tmp_path / "in" / "leer.txt").write_text("")

    def picky(request: Request) -> Answer:
        return error(400, "flagged by policy") if "bis zu 4" in request.body.decode() else drafted(request)

    with serve(always=picky) as server:
        done = through(nodes, server, tmp_path)
    assert (done.tally.done, done.tally.failed) == (2, 2)
    assert "flagged by policy" in (tmp_path / "out" / "failures.md").read_text("utf-8")


def test_a_node_that_dies_loses_nothing_and_nothing_is_billed_twice(nodes: Any, tmp_path: Path) -> None:
    articles(tmp_path / "in", 24)
    doomed = nodes.add_node(num_cpus=1)
    killing = threading.Event()

    def slow(request: Request) -> Answer:
        answer = drafted(request)
        if len(server.requests) == 8 and not killing.is_set():
            killing.set()
            threading.Thread(target=nodes.remove_node, args=(doomed, False)).start()
        threading.Event().wait(0.3)
        return answer

    with serve(always=slow) as server:
        done = through(nodes, server, tmp_path, limits=Limits(concurrency=6))
        assert killing.is_set()
        asked = [request.body for request in server.requests]
    assert (done.tally.done, done.tally.failed, done.stop) == (24, 0, None)
    assert len(asked) == len(set(asked)) == 24
    assert {row["state"] for row in index(tmp_path)} == {"done"}


def test_rows_are_answered_in_their_order_as_in_one_process(nodes: Any) -> None:
    pairs = [
        {"id": number, "source": f"Es kamen {number + 2} Gäste.", "target": f"{number + 2 + number % 3} guests came."}
        for number in range(300)
    ]
    rows = "".join(json.dumps(pair) + "\n" for pair in pairs)
    alone = invoke("verify", "--jsonl", stdin=rows)
    spread = invoke("verify", "--jsonl", "--ray", nodes.address, stdin=rows)
    assert (spread.code, spread.out) == (alone.code, alone.out)


def test_two_texts_need_no_cluster() -> None:
    assert "--jsonl" in invoke("verify", "a.txt", "b.txt", "--ray", "auto").sentence


def test_it_is_an_engine_of_the_command(nodes: Any, tmp_path: Path) -> None:
    articles(tmp_path / "in", 2)
    words = ["batch", str(tmp_path / "in"), "-o", str(tmp_path / "out"), "--model", "test-model", "--quiet"]
    with serve(always=drafted) as server:
        words += ["--base-url", server.url]
        assert invoke(*words, "--engine", "ray", "--address", nodes.address).code == 0
        assert len(results(tmp_path / "out")) == 2
    assert invoke(*words, "--address", "auto").code == 2
    assert invoke(*words, "--engine", "ray", "--processes", "2").code == 2


def test_no_cluster_is_told_in_a_sentence(tmp_path: Path) -> None:
    articles(tmp_path / "in", 1)
    with serve(always=drafted) as server, pytest.raises(UsageError, match="ray start --head"):
        run(server, tmp_path, using=RayEngine("127.0.0.1:1"))


def test_the_embedded_model_stays_on_one_machine(tmp_path: Path) -> None:
    articles(tmp_path / "in", 1)
    with pytest.raises(UsageError, match="one machine"):
        batch.run([str(tmp_path / "in")], tmp_path / "out", batch.Job(Settings(model="embedded")), using=RayEngine())


def test_a_refusal_travels() -> None:
    found = pickle.loads(pickle.dumps(Refusal(404, "no")))
    assert (found.status, found.body) == (404, "no")
