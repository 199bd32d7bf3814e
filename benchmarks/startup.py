"""How long the command line takes to start, against an empty typer program on the same machine.

    python -m benchmarks.startup [--rounds 21]

Prints a table with the median of each command, its ratio to an empty typer program that is asked the same way, and the
limit it must keep to. Bytecode is cached, as an installation caches it. Rounds are interleaved, so that a busy moment
slows all of them; the ratio is the median of the rounds' own ratios.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

EMPTY = """\
import typer

app = typer.Typer()


@app.command()
def main() -> None:
    '''Do nothing.'''


if __name__ == "__main__":
    app()
"""
GERMAN = "Air Nordlicht bestellt bis zu 15 Maschinen für rund 1,1 Milliarden Euro. Der Vertrag gilt ab 6. November.\n"
ENGLISH = "Air Nordlicht orders up to 15 aircraft for about 1.1 billion euros. The contract runs from 6 November.\n"


@dataclass(frozen=True, slots=True)
class Claim:
    """A command, what it is held against, and how much longer it may take."""

    name: str
    command: Sequence[str]
    against: Sequence[str]
    limit: float


def environment(cache: Path) -> dict[str, str]:
    """This one's, with bytecode cached under ``cache``."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(cache)}


def seconds(command: Sequence[str], env: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=env)
    return time.perf_counter() - start


def claims(folder: Path) -> list[Claim]:
    empty, german, english = folder / "empty.py", folder / "de.txt", folder / "en.txt"
    empty.write_text(EMPTY, "utf-8")
    german.write_text(GERMAN, "utf-8")
    english.write_text(ENGLISH, "utf-8")
    python, tool = sys.executable, [sys.executable, "-m", "summarizer"]
    return [
        Claim("summarizer --help", [*tool, "--help"], [python, str(empty), "--help"], 1.5),
        Claim("summarizer verify A B", [*tool, "verify", str(german), str(english)], [python, str(empty)], 2.0),
    ]


def import_milliseconds(module: str, rounds: int, env: dict[str, str]) -> float:
    """What importing ``module`` takes in a fresh interpreter, without the interpreter's own start."""
    code = f"import time; start = time.perf_counter(); import {module}; print(time.perf_counter() - start)"
    command = [sys.executable, "-c", code]
    runs = [subprocess.run(command, check=True, capture_output=True, env=env) for _ in range(rounds + 1)]
    return 1000 * statistics.median(float(run.stdout) for run in runs[1:])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=21)
    rounds = parser.parse_args().rounds
    print(f"{'command':<26}{'ms':>8}{'empty typer ms':>17}{'ratio':>8}{'limit':>8}")
    with tempfile.TemporaryDirectory() as name:
        env = environment(Path(name) / "cache")
        for claim in claims(Path(name)):
            seconds(claim.command, env), seconds(claim.against, env)  # fills the caches
            pairs = [(seconds(claim.command, env), seconds(claim.against, env)) for _ in range(rounds)]
            mine, theirs = (1000 * statistics.median(column) for column in zip(*pairs, strict=True))
            ratio = statistics.median(one / other for one, other in pairs)
            print(f"{claim.name:<26}{mine:>8.0f}{theirs:>17.0f}{ratio:>8.2f}{claim.limit:>8.1f}")
        for module, limit in (("summarizer", 30), ("summarizer.figures", 50)):
            print(f"import {module:<19}{import_milliseconds(module, rounds, env):>8.1f}{'':>25}{limit:>6} ms")


if __name__ == "__main__":
    main()
