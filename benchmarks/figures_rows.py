"""Reads figures of JSONL rows {"id", "lang", "text"} on standard input; writes {"id", "figures": [...]} for each.

    python -m benchmarks.figures_rows [--iso-durations]

What `summarizer figures --jsonl` writes, without the command line around it. With ``--iso-durations`` a length of time
is an ISO 8601 string (PT1.5H), as one of the outside suites gives it.
"""

from __future__ import annotations

import argparse
import json
import sys

from summarizer.data import Figure, Kind
from summarizer.figures import find_dated, row

_LETTERS = {"year": "Y", "month": "M", "week": "W", "day": "D", "hour": "H", "minute": "M", "second": "S"}
_CLOCK = ("hour", "minute", "second")


def _iso(figure: Figure) -> dict[str, object]:
    found = row(figure)
    if figure.kind is Kind.DURATION and figure.unit in _LETTERS and found["value"] is not None:
        found["value"] = f"P{'T' if figure.unit in _CLOCK else ''}{found['value']}{_LETTERS[figure.unit]}"
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--iso-durations", action="store_true")
    write = _iso if parser.parse_args().iso_durations else row
    for line in sys.stdin:
        record = json.loads(line)
        figures = [write(figure) for figure in find_dated(record["text"], record["lang"])]
        print(json.dumps({"id": record["id"], "figures": figures}, ensure_ascii=False))


if __name__ == "__main__":
    main()
