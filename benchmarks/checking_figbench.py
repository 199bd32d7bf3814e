"""How many real errors the check finds, and how often it cries wolf, on figbench (German news, human English).

    python -m benchmarks.checking_figbench DIR                          both levels, both sensitivities
    python -m benchmarks.checking_figbench DIR --level seg --sensitivity high --alarms a.jsonl --misses m.jsonl

``checking_differences.txt`` and ``checking_differences_documents.txt`` list the segments and documents found to differ
truly when the alarms were read; the line "beyond true differences" leaves them out. DIR is the figbench folder with its
README, `score.py` and data; it is third-party text and not part of this project. The scorer there decides what counts;
this file only hands it the row function of the check, in process.
"""

from __future__ import annotations

import argparse
import functools
import importlib.util
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from summarizer.checking import jsonl_row
from summarizer.data import Sensitivity, TextKind

_NEEDED = {"seg": ("segments.jsonl", "perturbed.jsonl"), "doc": ("docs.jsonl", "perturbed_docs.jsonl")}
_KINDS = {"seg": TextKind.TRANSLATION, "doc": TextKind.SUMMARY}


def _stream(rows: Iterable[Mapping[str, Any]], kind: TextKind, sensitivity: Sensitivity) -> Iterator[dict[str, Any]]:
    for row in rows:
        yield jsonl_row(row, kind=kind, sensitivity=sensitivity)


seg_default = functools.partial(_stream, kind=TextKind.TRANSLATION, sensitivity=Sensitivity.DEFAULT)
seg_high = functools.partial(_stream, kind=TextKind.TRANSLATION, sensitivity=Sensitivity.HIGH)
doc_default = functools.partial(_stream, kind=TextKind.SUMMARY, sensitivity=Sensitivity.DEFAULT)
doc_high = functools.partial(_stream, kind=TextKind.SUMMARY, sensitivity=Sensitivity.HIGH)


def scorer(folder: Path) -> ModuleType:
    """The scorer of the figbench folder, as a module."""
    spec = importlib.util.spec_from_file_location("figbench_score", folder / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(folder))
    spec.loader.exec_module(module)
    return module


_LISTS = {"seg": "checking_differences.txt", "doc": "checking_differences_documents.txt"}


def true_differences(level: str) -> frozenset[str]:
    """Ids of the segments or documents whose reference was read and does differ from its source."""
    lines = (Path(__file__).parent / _LISTS[level]).read_text(encoding="utf-8").splitlines()
    return frozenset(line.partition("\t")[0] for line in lines if line and not line.startswith("#"))


def _beyond(folder: Path, level: str, sensitivity: Sensitivity) -> str:
    known = true_differences(level)
    with (folder / _NEEDED[level][0]).open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    flagged = 0
    for row in rows:
        if row["id"] not in known:
            pair = {"id": row["id"], "source": row["src_de"], "target": row.get("extract_en") or row["ref_en"]}
            flagged += jsonl_row(pair, kind=_KINDS[level], sensitivity=sensitivity)["flagged"]
    return f"beyond true differences: {flagged}/{len(rows) - len(known)} = {flagged / (len(rows) - len(known)):.2%}"


def missing(folder: Path, level: str) -> list[str]:
    """The files of the folder that a run at this level needs and that aren't there."""
    return [name for name in ("score.py", "figlib.py", *_NEEDED[level]) if not (folder / name).is_file()]


def main() -> int:
    """Runs the scorer for the chosen levels and sensitivities; 2 when the data is not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--level", choices=["seg", "doc"], action="append")
    parser.add_argument("--sensitivity", choices=[str(s) for s in Sensitivity], action="append")
    options, passed_on = parser.parse_known_args()
    for level in options.level or ["seg", "doc"]:
        lacking = missing(options.folder, level)
        if lacking:
            print(f"{options.folder} lacks {', '.join(lacking)}; it must be the figbench folder.", file=sys.stderr)
            return 2
        for sensitivity in options.sensitivity or [str(s) for s in Sensitivity]:
            name = f"{level}_{sensitivity}"
            sys.argv = [
                "score.py",
                *("--callable", f"benchmarks.checking_figbench:{name}"),
                *("--level", level, "--dir", os.fspath(options.folder), "--name", f"summarizer {sensitivity}"),
                *passed_on,
            ]
            scorer(options.folder).main()
            print(_beyond(options.folder, level, Sensitivity(sensitivity)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
