"""Scores the figures on the outside suites, beside the peers that are installed.

    python -m benchmarks.figures_specs FOLDER [--peer-python PYTHON]

FOLDER holds `score_specs.py` with its cases. Three lines for each suite and language: as the scorer counts; with a case
right also if it is right with lengths of time in ISO 8601 (one suite gives them so, another in the next smaller unit);
and the peers (see figures_peers.py; --peer-python is the interpreter they are installed for).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

Key = tuple[str, str]
_ROOT = Path(__file__).parents[1]


def _failures(folder: Path, command: str) -> set[str]:
    """The ids of the cases that the scorer counts as wrong."""
    scorer = [sys.executable, str(folder / "score_specs.py"), "--cmd", command, "--show", "1000000"]
    done = subprocess.run(scorer, capture_output=True, text=True, check=True, cwd=_ROOT)
    return {json.loads(line)["id"] for line in done.stdout.splitlines() if line.startswith("{")}


def _scored(folder: Path) -> dict[str, Key]:
    """Suite and language of each case that is scored: `hard` for the second file."""
    namespace: dict[str, object] = {"__name__": "scorer", "__file__": str(folder / "score_specs.py")}
    exec((folder / "score_specs.py").read_text(encoding="utf-8"), namespace)
    kept = namespace["KEPT"]
    assert isinstance(kept, set)
    cases: dict[str, Key] = {}
    for name in ("specs", "hard_cases"):
        for line in (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if all(entity["type"] in kept for entity in row["expected"]):
                cases[row["id"]] = ("hard" if "group" in row else "specs", row["lang"])
    return cases


def _shares(cases: dict[str, Key], failed: set[str]) -> dict[Key, str]:
    total = Counter(cases.values())
    wrong = Counter(key for case, key in cases.items() if case in failed)
    return {
        key: f"{total[key] - wrong[key]}/{n} {(total[key] - wrong[key]) / n:.1%}" for key, n in sorted(total.items())
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--peer-python", default=sys.executable)
    arguments = parser.parse_args()
    folder = arguments.folder.resolve()
    cases = _scored(folder)
    ours = f"{sys.executable} -m benchmarks.figures_rows"
    plain = _failures(folder, ours)
    table = {"summarizer": plain, "summarizer, ISO durations too": plain & _failures(folder, f"{ours} --iso-durations")}
    for peer in ("text2num", "recognizers"):
        command = f"{arguments.peer_python} {_ROOT / 'benchmarks' / 'figures_peers.py'} {peer} 2>/dev/null"
        try:
            table[peer] = _failures(folder, command)
        except subprocess.CalledProcessError:
            print(f"{peer} is not installed for {arguments.peer_python}", file=sys.stderr)
    for name, failed in table.items():
        shares = _shares(cases, failed)
        print(f"{name:32}" + "   ".join(f"{suite} {lang} {share}" for (suite, lang), share in shares.items()))


if __name__ == "__main__":
    main()
