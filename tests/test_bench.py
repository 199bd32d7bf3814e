"""`make bench` knows every benchmark: one that is in no list would be run by nobody."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_each_benchmark_is_in_one_list() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    listed = Counter(
        name for line in re.findall(r"^BENCH\w* := (.+)$", makefile, re.MULTILINE) for name in line.split()
    )
    files = {path.stem for path in (ROOT / "benchmarks").glob("*.py")} - {"__init__"}
    runnable = {name for name in files if "__main__" in (ROOT / "benchmarks" / f"{name}.py").read_text("utf-8")}
    assert listed == Counter(runnable)
