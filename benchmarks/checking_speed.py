"""How long the check takes: CPU time per 1,000 pairs in one process, and how much faster two processes are.

    python -m benchmarks.checking_speed ROWS.jsonl [--against CHECKOUT] [--jobs 2] [--rounds 5]

Rows as `summarizer verify --jsonl` takes them, or figbench's segments.jsonl. CPU time is the least of several rounds of
1,000 rows, since other work on the machine only adds to it; ``--against`` measures another checkout in turn with this
one, which is the fair comparison. ``--jobs`` runs the command itself on many rows with one process and with so many, in
turn, and compares the least times by the clock: two processes need two idle cores, so the load is printed too.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path

_TIMED = """
import json, resource, sys
from summarizer.checking import jsonl_row
from summarizer.data import TextKind
rows = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
for row in rows[:300]:
    jsonl_row(row, kind=TextKind.TRANSLATION)
found = []
for start in range(300, len(rows) - 1000, 1000):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    for row in rows[start : start + 1000]:
        jsonl_row(row, kind=TextKind.TRANSLATION)
    found.append(resource.getrusage(resource.RUSAGE_SELF).ru_utime - before)
print(sum(found) / len(found))
"""
_REPEATED = 3


def _rows(path: Path, out: Path, times: int) -> int:
    """The rows of ``path`` so many times over, in the form of the command; how many there are."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    pairs = [
        {
            "id": row["id"],
            "source": row.get("source", row.get("src_de")),
            "target": row.get("target", row.get("ref_en")),
        }
        for row in rows
    ]
    with out.open("w", encoding="utf-8") as file:
        for pair in pairs * times:
            file.write(json.dumps(pair, ensure_ascii=False) + "\n")
    return len(pairs) * times


def _cpu(checkout: Path, rows: Path) -> float:
    done = subprocess.run(
        [sys.executable, "-c", _TIMED, os.fspath(rows)],
        cwd=checkout,
        env={**os.environ, "PYTHONPATH": os.fspath(checkout)},
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)


def _clock(rows: Path, jobs: int) -> float:
    command = [sys.executable, "-m", "summarizer", "verify", "--jsonl", "--kind", "translation", "--jobs", str(jobs)]
    start = time.perf_counter()
    with rows.open("rb") as lines:
        done = subprocess.run(command, stdin=lines, stdout=subprocess.DEVNULL, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(f"the command ended with {done.returncode}")
    return time.perf_counter() - start


def main() -> None:
    """Prints the figures named above."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=Path)
    parser.add_argument("--against", type=Path)
    parser.add_argument("--jobs", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    here = Path(__file__).parents[1]
    scratch = Path(os.environ.get("TMPDIR", "/tmp")) / f"checking-speed-{os.getpid()}.jsonl"
    try:
        _rows(options.rows, scratch, 1)
        checkouts = [here, *([options.against.resolve()] if options.against else [])]
        times: dict[Path, list[float]] = {checkout: [] for checkout in checkouts}
        for _ in range(options.rounds):
            for checkout in checkouts:
                times[checkout].append(_cpu(checkout, scratch))
        least = [min(times[checkout]) for checkout in checkouts]
        print(f"CPU time per 1,000 rows: {least[0]:.2f} s (load of the machine {os.getloadavg()[0]:.1f})")
        if options.against:
            print(f"the other checkout: {least[1]:.2f} s; this one takes {least[0] / least[1]:.2f} of it")
        if options.jobs > 1:
            count = _rows(options.rows, scratch, _REPEATED)
            one, many = ([] for _ in range(2))
            for _ in range(options.rounds):
                load = os.getloadavg()[0]
                one.append(_clock(scratch, 1))
                many.append(_clock(scratch, options.jobs))
            faster = min(one) / min(many)
            print(f"{count:,} rows: {min(one):.1f} s with one process, {min(many):.1f} s with {options.jobs}")
            print(f"that is {faster:.2f} times as fast")
            print(f"load of the machine before the last round: {load:.1f}, the runs themselves included")
    finally:
        scratch.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
