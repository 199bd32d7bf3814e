"""Scores the figures on the outside suites, beside the peers that are installed.

    python -m benchmarks.figures_specs FOLDER [--peer-python PYTHON]

FOLDER holds `score_specs.py` with its cases. Lines for each suite and language: as the scorer counts; what other forms
of a length of time and of minor coins would gain and lose (the suites differ: `_OTHERWISE`); and the peers (see
figures_peers.py; --peer-python is the interpreter they are installed for). Then the wrong cases by class, most frequent
first, with an example each: `_CLASSES` says what makes a class.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any, Final

Key = tuple[str, str]
Entity = list[Any]
"""Of the scorer's output: [text, type, value]."""
_OTHERWISE: Final = (
    ("… lengths in ISO form", "--lengths iso"),
    ("… lengths in the smaller unit", "--lengths smaller"),
    ("… minor coins as their number", "--cents minor"),
)
"""What could be written otherwise, to show what it would gain and lose."""
_ROOT = Path(__file__).parents[1]


def _failures(folder: Path, command: str) -> dict[str, dict[str, Any]]:
    """The cases that the scorer counts as wrong, by id: text, expected, got."""
    scorer = [sys.executable, str(folder / "score_specs.py"), "--cmd", command, "--show", "1000000"]
    done = subprocess.run(scorer, capture_output=True, text=True, check=True, cwd=_ROOT)
    rows = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return {row["id"]: row for row in rows}


def _is_iso_length(_text: str, kind: str, value: object) -> bool:
    return kind == "duration" and str(value)[:1] == "P"


def _is_whole_cents(text: str, kind: str, _value: object) -> bool:
    return kind == "money" and re.search(r"cent|penn|pence|\bct|satoshi|¢", text.lower()) is not None


def _is_unsaid_day(text: str, kind: str, value: object) -> bool:
    return kind == "date" and re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)) is not None and str(value)[:4] not in text


_CLASSES: Final[tuple[tuple[str, Callable[[str, str, object], bool]], ...]] = (
    ("lengths of time in ISO form", _is_iso_length),
    ("lengths of time in the next smaller unit", lambda _text, kind, _value: kind == "duration"),
    ("minor coins as whole numbers", _is_whole_cents),
    ("days that the text alone does not tell", _is_unsaid_day),
    ("one, ein as a number", lambda text, _kind, _value: text.lower() in ("one", "ein", "eine", "einen", "einer")),
    (
        "shares and sums in words",
        lambda text, kind, _value: (
            kind == "number" and re.search(r"(th|rd|st|half|quarter)s?\b|\bover\b", text) is not None
        ),
    ),
    ("units without a number", lambda _text, _kind, value: value is None),
)
"""Classes of wrong cases, by an expected entity (text, type, value) that is not met; the first that fits wins."""


def _class(row: dict[str, Any]) -> str:
    got = {(text, str(value)) for text, _, value in row["got"]}
    missed = [entity for entity in row["expected"] if (entity[0], str(entity[2])) not in got]
    if not row["expected"]:
        return "nothing was to be read"
    for name, fits in _CLASSES:
        if any(fits(*entity) for entity in missed):
            return name
    kinds = sorted({entity[1] for entity in missed}) or ["a figure more than expected"]
    touched = any(a[0] in b[0] or b[0] in a[0] for a in missed for b in row["got"])
    return f"{', '.join(kinds)}: {'read otherwise' if touched else 'not read' if missed else 'too much'}"


def _report(cases: dict[str, Key], failed: dict[str, dict[str, Any]]) -> None:
    classes: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for case, row in failed.items():
        classes.setdefault((cases[case][1], _class(row)), []).append(row)
    for (lang, name), rows in sorted(classes.items(), key=lambda item: -len(item[1])):
        print(f"{lang} {len(rows):4}  {name:44} {rows[0]['text'][:70]!r}")


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


def _shares(cases: dict[str, Key], failed: Collection[str]) -> dict[Key, str]:
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
    table: dict[str, Collection[str]] = {"summarizer": plain}
    for name, option in _OTHERWISE:
        table[name] = _failures(folder, f"{ours} {option}")
    iso, smaller = (table[name].keys() for name, _ in _OTHERWISE[:2])  # type: ignore[attr-defined]
    table["… any of the three lengths"] = plain.keys() & iso & smaller
    for peer in ("text2num", "recognizers"):
        command = f"{arguments.peer_python} {_ROOT / 'benchmarks' / 'figures_peers.py'} {peer} 2>/dev/null"
        try:
            table[peer] = _failures(folder, command)
        except subprocess.CalledProcessError:
            print(f"{peer} is not installed for {arguments.peer_python}", file=sys.stderr)
    for name, failed in table.items():
        shares = _shares(cases, failed)
        print(f"{name:32}" + "   ".join(f"{suite} {lang} {share}" for (suite, lang), share in shares.items()))
    _report(cases, plain)


if __name__ == "__main__":
    main()
