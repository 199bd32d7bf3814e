"""A model's own errors: segments translated without any help of ours, and what the check says of them.

    python -m benchmarks.translation_plain DIR OUT.jsonl [--limit 200] [--model NAME] [--base-url URL]

DIR is the figbench folder; it is third-party text and not part of this project, and neither is what a model makes of
it: OUT is for reading by hand, row by row. A run that was stopped goes on where OUT ends. No term and no figure is put
in for the model and nothing is repaired, so that it errs as models do. What reading one such run gave is in
docs/checking.md, "Real model errors".
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from summarizer.checking import jsonl_row
from summarizer.data import Sensitivity, TextKind
from summarizer.drafting.translate import tidy
from summarizer.llm import Message, Model, Settings, open_model

_SEED = 20261123
_SYSTEM = "You translate German news into English. Reply with the translation only."
_TOKENS_PER_CHAR, _LEAST_TOKENS = 0.6, 64


def segments(folder: Path, limit: int) -> list[dict[str, Any]]:
    """``limit`` segments with figures, chosen by lot but always the same ones."""
    with (folder / "segments.jsonl").open(encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if row["fig_de"]]
    return random.Random(_SEED).sample(rows, min(limit, len(rows)))


def translated(model: Model, rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Each row with the model's English."""
    for row in rows:
        text = row["src_de"]
        messages = [Message(role="system", content=_SYSTEM), Message(role="user", content=text)]
        reply = model.write(messages, max_tokens=int(len(text) * _TOKENS_PER_CHAR) + _LEAST_TOKENS)
        yield {"id": row["id"], "source": text, "target": tidy(reply.value, text)}


def _report(rows: list[dict[str, Any]]) -> None:
    for sensitivity in Sensitivity:
        answers = [jsonl_row(row, kind=TextKind.TRANSLATION, sensitivity=sensitivity) for row in rows]
        flagged = sum(answer["flagged"] for answer in answers)
        print(f"{sensitivity}: {flagged} of {len(rows)} segments flagged")


def main() -> int:
    """Translate what is still missing, then check all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--limit", type=int, default=200)
    parser.add_argument("--model")
    parser.add_argument("--base-url")
    options = parser.parse_args()
    if not (options.folder / "segments.jsonl").is_file():
        print(f"{options.folder} lacks segments.jsonl; it must be the figbench folder.", file=sys.stderr)
        return 2
    chosen = segments(options.folder, options.limit)
    done = []
    if options.out.is_file():
        done = [json.loads(line) for line in options.out.read_text(encoding="utf-8").splitlines()]
    known = {row["id"] for row in done}
    todo = [row for row in chosen if row["id"] not in known]
    if todo:
        settings = Settings.from_environment(model=options.model, base_url=options.base_url)
        with open_model(settings) as model, options.out.open("a", encoding="utf-8") as out:
            for row in translated(model, todo):
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
                out.flush()
                done.append(row)
    _report(done)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
