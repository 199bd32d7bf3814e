"""Kill a batch at random points, again and again: ``python -m benchmarks.batch_kills``.

A run over 200 articles is killed with SIGKILL after a random number of answers, 50 times over, and taken up by the same
command each time. Compared at the end are the ledger, the reports of a run that nobody disturbed, and the server's own
count of what it answered. An answer may be asked for again only if its request was under way at a kill.

    --articles 200 --kills 50 --concurrency 4 --seed 1
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sqlite3
import tempfile
from collections import Counter
from pathlib import Path

from summarizer import batch
from summarizer.llm import Settings
from tests.batch_runs import Command, Counted, articles, drafted, results
from tests.fault_server import serve


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--concurrency", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["SUMMARIZER_CACHE_DIR"] = str(folder / "cache")
        _warm(folder / "warm")
        _run(folder, options)


def _warm(folder: Path) -> None:
    """A run in this process, so that one forked from it begins at once."""
    folder.mkdir()
    articles(folder / "in", 1)
    with serve(always=drafted) as server:
        job = batch.Job(Settings(model="test-model", base_url=server.url))
        batch.run([str(folder / "in")], folder / "out", job, using=batch.engine("local", processes=1))


def _run(folder: Path, options: argparse.Namespace) -> None:
    source = articles(folder / "in", options.articles)
    words = ("--concurrency", str(options.concurrency), "--price", "2/8", "--no-cache", "--quiet")
    counted = Counted()
    points = sorted(random.Random(options.seed).sample(range(1, options.articles), options.kills))
    with serve(always=counted) as server:
        killed = 0
        for point in points:
            process = Command(server.url, source, folder / "out", *words)
            counted.wait_for(point)
            process.signal(signal.SIGKILL)
            killed += process.end()[0] == -signal.SIGKILL
        code, said = Command(server.url, source, folder / "out", *words).end()
        asked = len(counted.answered)
        whole, _ = Command(server.url, source, folder / "whole", *words).end()
    db = sqlite3.connect(folder / "out" / "ledger.sqlite3")
    ((done,),) = db.execute("SELECT count(*) FROM articles WHERE state = 'done'").fetchall()
    ((paid, cost),) = db.execute("SELECT sum(calls), sum(cost_nano) / 1e9 FROM spending").fetchall()
    ((sound,),) = db.execute("PRAGMA integrity_check").fetchall()
    db.close()
    same = results(folder / "out") == results(folder / "whole")
    again = sum(count - 1 for count in Counter(counted.answered[:asked]).values())
    rows = [
        ("articles, kills, requests under way", f"{options.articles}, {killed}, {options.concurrency}"),
        ("exit codes of the last run and the undisturbed one", f"{code}, {whole} {said.strip()}"),
        ("articles done", f"{done}"),
        ("reports the same byte for byte as undisturbed", "yes" if same else "NO"),
        ("ledger sound (integrity_check)", sound),
        ("replies in the ledger, and what they cost", f"{paid}, ${cost:.4f}"),
        ("answers of the server", f"{asked}"),
        ("asked for again: under way at a kill", f"{again} of at most {killed * options.concurrency}"),
    ]
    print("| what | result |\n| --- | --- |")
    for what, result in rows:
        print(f"| {what} | {result} |")


if __name__ == "__main__":
    main()
