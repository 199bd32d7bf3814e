"""What a plain comparison reaches on figbench: the numbers of both texts by value, or through text2num where installed.

    python -m benchmarks.checking_peers DIR [--peer digits|text2num] [--level seg]

The first is what most people write first: read digits with the separators of each language and compare the values.
The second turns number words of both languages into digits before that (``pip install text2num``; not a dependency
of this project). Both flag a target number that the source lacks, and the reverse for segments. The table is the
scorer's own, so that it stands beside that of `benchmarks.checking_figbench`.
"""

from __future__ import annotations

import argparse
import collections
import importlib
import importlib.util
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from benchmarks.checking_figbench import missing, scorer

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def _values(text: str, thousands: str) -> Iterator[tuple[int, int, Decimal]]:
    point = "," if thousands == "." else "."
    for match in _NUMBER.finditer(text):
        plain = match.group().replace(thousands, "").replace(point, ".")
        if plain.count(".") <= 1:
            yield match.start(), match.end(), Decimal(plain)


def _as_written(text: str, language: str) -> str:
    del language
    return text


def _in_digits(text: str, language: str) -> str:
    converted: str = importlib.import_module("text_to_num").alpha2digit(text, language)
    return converted


def _rows(
    rows: Iterable[Mapping[str, Any]], prepare: Callable[[str, str], str], both_ways: bool
) -> Iterator[dict[str, Any]]:
    for row in rows:
        target = prepare(row["tgt_en"], "en")
        ours = list(_values(target, ","))
        left = collections.Counter(value for _, _, value in _values(prepare(row["src_de"], "de"), "."))
        figures = []
        for start, end, value in ours:
            known = left[value] > 0
            left[value] -= 1
            verdict = "supported" if known else "unsupported"
            where = (start, end) if target == row["tgt_en"] else (None, None)
            figures.append({"text": str(value), "start": where[0], "end": where[1], "verdict": verdict})
        lacking = both_ways and any(count > 0 for count in left.values())
        yield {
            "id": row["id"],
            "flagged": lacking or any(f["verdict"] != "supported" for f in figures),
            "figures": figures,
        }


def digits_seg(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Digits by value, both ways."""
    return _rows(rows, _as_written, True)


def digits_doc(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Digits by value, target against source."""
    return _rows(rows, _as_written, False)


def text2num_seg(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Number words turned into digits, both ways."""
    return _rows(rows, _in_digits, True)


def text2num_doc(rows: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Number words turned into digits, target against source."""
    return _rows(rows, _in_digits, False)


def main() -> int:
    """Runs the scorer on a peer; 2 when the data or the peer is not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--peer", choices=["digits", "text2num"], default="digits")
    parser.add_argument("--level", choices=["seg", "doc"], default="seg")
    options, passed_on = parser.parse_known_args()
    lacking = missing(options.folder, options.level)
    if options.peer == "text2num" and importlib.util.find_spec("text_to_num") is None:
        lacking.append("the package text2num")
    if lacking:
        print(f"Missing: {', '.join(lacking)} (folder {options.folder}).", file=sys.stderr)
        return 2
    sys.argv = [
        "score.py",
        *("--callable", f"benchmarks.checking_peers:{options.peer}_{options.level}"),
        *("--level", options.level, "--dir", os.fspath(options.folder), "--name", options.peer),
        *passed_on,
    ]
    scorer(options.folder).main()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
