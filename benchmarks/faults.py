"""An endpoint with every fault of the table, over a thousand articles: ``python -m benchmarks.faults``.

Prints what each fault comes to (`tests.fault_table`, which the tests hold), then runs a batch against an endpoint that
answers a share of all requests with a fault picked at random, the same ones for the same seed. Articles that failed
are tried again with ``--retry-failed``, as a user would, until none is left.

    --articles 1000 --share 0.3 --seed 1 --concurrency 32
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import tempfile
import time
from pathlib import Path

from summarizer import batch
from summarizer.llm import Settings
from tests.batch_runs import articles, results
from tests.fault_server import serve
from tests.fault_table import FAULTS, Fault, Mixed


def _tries(fault: Fault) -> tuple[str, str]:
    once = f"{fault.once}, a report" if fault.once else "1, exit 4"
    if not fault.at_random:
        once = "–"
    return once, f"{fault.ever}, " + ("a report" if fault.said is None else f"exit 4: … {fault.said} …")


def table() -> None:
    print("| fault | once: requests, outcome | for ever: requests, outcome |\n| --- | --- | --- |")
    for fault in FAULTS:
        print(f"| {fault.name} | {' | '.join(_tries(fault))} |")


def mixed(options: argparse.Namespace, folder: Path) -> None:
    source, out = articles(folder / "in", options.articles), folder / "out"
    endpoint = Mixed(options.seed, options.share)
    begun, turns = time.monotonic(), []
    with serve(always=endpoint) as server:
        job = batch.Job(Settings(model="test-model", base_url=server.url, timeout=2.0))
        for turn in range(10):
            done = batch.run(
                [str(source)], out, job, batch.Limits(concurrency=options.concurrency), retry_failed=turn > 0
            )
            turns.append(f"{done.tally.done} done, {done.tally.failed} failed")
            if not done.tally.failed and done.stop is None:
                break
    reports = results(out)
    right = sum(f"up to {n + 3} ships" in reports[f"artikel{n}.md"].decode() for n in range(options.articles))
    with sqlite3.connect(out / "ledger.sqlite3") as ledger:
        ((kept,),) = ledger.execute("SELECT sum(calls) FROM spending").fetchall()
    rows = [
        ("articles, share of requests with a fault, seed", f"{options.articles}, {options.share:.0%}, {options.seed}"),
        ("faults served", f"{sum(endpoint.seen.values())} of {len(endpoint.seen)} kinds"),
        ("runs, each after the first with `--retry-failed`", "; ".join(turns)),
        ("reports with the figures of their article", f"{right}"),
        ("answers sent whole, by the server's count", f"{endpoint.delivered}"),
        ("calls in the ledger", f"{kept}"),
        ("answers written and broken off on the way", f"{endpoint.broken}"),
        ("half-written files", f"{len(list((out / 'articles').glob('.*')))}"),
        ("seconds", f"{time.monotonic() - begun:.0f}"),
    ]
    print("| what | result |\n| --- | --- |")
    for what, result in rows:
        print(f"| {what} | {result} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--share", type=float, default=0.3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--concurrency", type=int, default=32)
    options = parser.parse_args()
    table()
    print()
    with tempfile.TemporaryDirectory() as name:
        os.environ["SUMMARIZER_CACHE_DIR"] = str(Path(name) / "cache")
        mixed(options, Path(name))


if __name__ == "__main__":
    main()
