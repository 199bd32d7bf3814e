"""Reads figures of JSONL rows {"id", "lang", "text"} on standard input; writes {"id", "figures": [...]} for each.

    python -m benchmarks.figures_rows [--lengths written|iso|smaller] [--cents main|minor]

What `summarizer figures --jsonl` writes, without the command line around it. The options write what the outside suites
give otherwise, to measure what it would gain and lose: a length of time as an ISO 8601 string (PT1.5H) or always in the
next smaller unit if it is no whole number (90 minutes), and an amount of minor coins as their number (10 cents as 10).
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from decimal import Decimal

from summarizer.data import Figure, Kind
from summarizer.figures import find_dated, row

_LETTERS = {"year": "Y", "month": "M", "week": "W", "day": "D", "hour": "H", "minute": "M", "second": "S"}
_CLOCK = ("hour", "minute", "second")


_SMALLER = {
    "year": (12, "month"), "month": (30, "day"), "week": (7, "day"), "day": (24, "hour"), "hour": (60, "minute"),
    "minute": (60, "second"),
}  # fmt: skip
_COINS = re.compile(r"(?i)cent|penn|pence|\bcts?\b|rappen|¢|\dp\b")
_MAIN = re.compile(r"(?i)euro|dollar|pound|pfund|franken|[$€£]")


def _written(figure: Figure, lengths: str, cents: str) -> dict[str, object]:
    found = row(figure)
    if figure.kind is Kind.DURATION and isinstance(figure.value, Decimal) and figure.unit in _LETTERS:
        if lengths == "iso":
            found["value"] = f"P{'T' if figure.unit in _CLOCK else ''}{found['value']}{_LETTERS[figure.unit]}"
        elif lengths == "smaller" and figure.value != int(figure.value) and figure.unit in _SMALLER:
            factor, unit = _SMALLER[figure.unit]
            found["value"], found["unit"] = str(figure.value * factor), unit
    minor = figure.kind is Kind.MONEY and isinstance(figure.value, Decimal) and cents == "minor"
    if minor and _COINS.search(figure.surface) and not _MAIN.search(figure.surface):
        assert isinstance(figure.value, Decimal)
        found["value"], found["unit"] = str(figure.value * 100), "cent"
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lengths", choices=["written", "iso", "smaller"], default="written")
    parser.add_argument("--cents", choices=["main", "minor"], default="main")
    arguments = parser.parse_args()
    for line in sys.stdin:
        record = json.loads(line)
        read = find_dated(record["text"], record["lang"])
        figures = [_written(figure, arguments.lengths, arguments.cents) for figure in read]
        print(json.dumps({"id": record["id"], "figures": figures}, ensure_ascii=False))


if __name__ == "__main__":
    main()
