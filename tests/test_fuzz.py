"""Every input that ever broke a reader, the figures, the check or the reading of a reply; a few seconds of new ones."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.data import Span
from tests.fuzz.seeds import CASES, SEEDS
from tests.fuzz.targets import TARGETS, _within, any_of

KEPT = [(path.name.partition("-")[0], path) for path in sorted(CASES.glob("*-*"))]


@pytest.mark.parametrize(("target", "path"), KEPT, ids=[path.name for _, path in KEPT])
def test_what_was_found(target: str, path: Path) -> None:
    (any_of if target == "any" else TARGETS[target])(path.read_bytes())


@pytest.mark.parametrize("target", list(TARGETS))
def test_where_it_starts(target: str) -> None:
    for seed in SEEDS[target]:
        for length in range(0, len(seed), 7):
            TARGETS[target](seed[:length])
        TARGETS[target](seed)


def test_what_makes_no_sense_is_told() -> None:
    _within([Span(0, 1)], "x")
    with pytest.raises(AssertionError):
        _within([Span(0, 2)], "x")


@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris has no build for this platform")
def test_a_few_seconds_of_it(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz", "--seconds", "5", "--found", str(tmp_path)],
        cwd=Path(__file__).parents[1],
        env=os.environ | {"PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        errors="replace",
        timeout=120,
    )
    kept = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert done.returncode == 0, f"{done.stdout[-3000:]}\n{done.stderr[-1000:]}\n{kept}"
    assert not kept
