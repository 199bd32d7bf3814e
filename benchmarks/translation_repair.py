"""What the repair does: figures wrong before and after it, in segments that a model translated as ``translate`` does.

    python -m benchmarks.translation_repair DIR OUT.jsonl [--limit 100] [--model NAME] [--base-url URL]

DIR is the figbench folder; it is third-party text and not part of this project, and neither is what a model makes of
it: OUT is for reading. A run that was stopped goes on where OUT ends. The segments are the first of those that
`translation_plain` draws by lot. Wrong is what the check of a translation flags at the default sensitivity: a figure
that the German does not bear out, or one of the German that is left out. Its own mistakes count with the rest.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from benchmarks.translation_plain import segments
from summarizer import figures, sentences
from summarizer.checking.lost import lost_nouns
from summarizer.checking.passages import Passages
from summarizer.data import Article, Check, PassageState, Span
from summarizer.drafting.translation import translate_article
from summarizer.llm import Model, Settings, open_model


def wrong(check: Check) -> int:
    """Figures that are flagged, of either text."""
    return sum(f.flagged for f in check.findings) + sum(f.flagged for f in check.omitted)


def measured(model: Model, row: dict[str, Any]) -> dict[str, Any]:
    """One segment translated and repaired: what was wrong before and after, and the texts."""
    text = row["src_de"]
    passages = Passages(text)
    first: dict[Span, tuple[int, str]] = {}

    def checker(german: Span, english: str, sentence: str) -> Check:
        found = passages.check(german, english, sentence)
        first.setdefault(german, (wrong(found), english))
        return found

    split, found = sentences.split(text, "de"), figures.find(text, "de")
    made = translate_article(Article(text), split, found, model, checker=checker, lost=lost_nouns)
    after = sum(
        wrong(passages.check(p.german, p.english.of(made.text), p.source))
        for p in made.translation.passages
        if p.state is not PassageState.KEPT
    )
    return {
        "id": row["id"],
        "figures": len(found),
        "before": sum(count for count, _ in first.values()),
        "after": after,
        "calls": made.usage.calls,
        "by_rule": any("own figure" in note for note in made.translation.notes),
        "source": text,
        "first": " ".join(english for _, english in first.values()),
        "target": made.text,
    }


def table(rows: list[dict[str, Any]]) -> str:
    """What came out, as the docs show it."""
    lines = ["| | before repair | after repair |", "| --- | --: | --: |"]
    before, after = [row["before"] for row in rows], [row["after"] for row in rows]
    lines.append(f"| figures wrong | {sum(before)} | {sum(after)} |")
    lines.append(f"| segments with a wrong figure | {sum(map(bool, before))} | {sum(map(bool, after))} |")
    calls = sum(row["calls"] for row in rows)
    rule = sum(row["by_rule"] for row in rows)
    total = sum(row["figures"] for row in rows)
    lines.append("")
    lines.append(f"{len(rows)} segments, {total} figures in the German, {calls} requests; {rule} put right by rule.")
    return "\n".join(lines)


def main() -> int:
    """Translate what is still missing, then print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--limit", type=int, default=100)
    parser.add_argument("--model")
    parser.add_argument("--base-url")
    options = parser.parse_args()
    if not (options.folder / "segments.jsonl").is_file():
        print(f"{options.folder} lacks segments.jsonl; it must be the figbench folder.", file=sys.stderr)
        return 2
    done: list[dict[str, Any]] = []
    if options.out.is_file():
        done = [json.loads(line) for line in options.out.read_text(encoding="utf-8").splitlines()]
    known = {row["id"] for row in done}
    todo = [row for row in segments(options.folder, 200)[: options.limit] if row["id"] not in known]
    if todo:
        settings = Settings.from_environment(model=options.model, base_url=options.base_url)
        with open_model(settings) as model, options.out.open("a", encoding="utf-8") as out:
            for row in todo:
                done.append(measured(model, row))
                out.write(json.dumps(done[-1], ensure_ascii=False) + "\n")
                out.flush()
    print(table(done))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
