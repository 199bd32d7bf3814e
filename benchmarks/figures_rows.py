"""Reads JSONL rows {"id", "lang", "text"} on standard input and writes one row {"id", "figures": [...]} for each."""

from __future__ import annotations

import json
import sys

from summarizer.figures import find, row


def main() -> None:
    for line in sys.stdin:
        record = json.loads(line)
        figures = [row(figure) for figure in find(record["text"], record["lang"])]
        print(json.dumps({"id": record["id"], "figures": figures}, ensure_ascii=False))


if __name__ == "__main__":
    main()
