"""What each line of reasoning of the check is worth: how often it speaks on clean text, how often on a real error.

    python -m benchmarks.checking_cases DIR [--level seg|doc] [--least 0.05]

For every case of `summarizer.checking.judge` it prints in how many clean rows the case occurs, and in how many
corrupted rows it occurs newly. The doubts in that file are set by reading this table: a case that speaks on clean
text as often as on errors (a corrupted row is made for nearly every clean one, real errors are a thousand times
rarer) must stay below every threshold. DIR is the figbench folder.
"""

from __future__ import annotations

import argparse
import collections
import json
from pathlib import Path
from typing import Any

from benchmarks.checking_figbench import _KINDS, _NEEDED
from summarizer.checking.assembly import cases


def _rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def main() -> None:
    """Prints the table, most alarming cases first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--level", choices=["seg", "doc"], default="seg")
    parser.add_argument("--least", type=float, default=0.05, help="leave out cases of less doubt")
    options = parser.parse_args()
    clean_name, corrupted_name = _NEEDED[options.level]
    kind = _KINDS[options.level]
    clean: collections.Counter[str] = collections.Counter()
    doubts: dict[str, float] = {}
    by_id: dict[str, collections.Counter[str]] = {}
    for row in _rows(options.folder / clean_name):
        found = cases(row["src_de"], row.get("extract_en", row["ref_en"]), kind)
        doubts.update({case: max(doubt, doubts.get(case, 0)) for case, doubt in found})
        by_id[row["id"]] = collections.Counter(case for case, _ in found)
        clean.update(set(by_id[row["id"]]))
    errors: collections.Counter[str] = collections.Counter()
    for row in _rows(options.folder / corrupted_name):
        found = cases(row["src_de"], row["tgt_en"], kind)
        doubts.update({case: max(doubt, doubts.get(case, 0)) for case, doubt in found})
        errors.update((collections.Counter(case for case, _ in found) - by_id[row["clean_id"]]).keys())
    print(f"{'case':60} {'doubt':>6} {'clean':>6} {'errors':>6}")
    for case in sorted(doubts, key=lambda c: (-clean[c], c)):
        if doubts[case] >= options.least:
            print(f"{case:60} {doubts[case]:6.2f} {clean[case]:6} {errors[case]:6}")


if __name__ == "__main__":
    main()
