"""German news sentences, written for this, what a model makes of them, and which of it is usable, by reading.

    python -m benchmarks.translation_reading                          the verdicts on record, counted
    python -m benchmarks.translation_reading --run OUT.jsonl [--half develop] [--model NAME] [--base-url URL]

``translation_reading.jsonl`` holds the sentences; those of the half ``develop`` were looked at while the rules for
small models were worked on, those of ``held`` were not, and ``later`` were written before the glossary of daily news. A
run translates each as an article of its own, as ``summarizer translate`` does, and writes the English to OUT to be
judged by reading: usable means right in what it says, whole, names and figures right, grammatical. ``readings`` in the
file are such verdicts, with model, date and the reason; no score of a program is in them.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

SENTENCES = Path(__file__).with_name("translation_reading.jsonl")


def rows() -> list[dict[str, Any]]:
    """The sentences with their readings."""
    return [json.loads(line) for line in SENTENCES.read_text(encoding="utf-8").splitlines()]


def _count() -> None:
    counts: dict[tuple[str, str, str], Counter[str]] = {}
    for row in rows():
        for reading in row.get("readings", ()):
            key = (reading["date"], reading["of"], row["half"])
            counts.setdefault(key, Counter())[reading["verdict"]] += 1
    print(f"{'date':12} {'what':32} {'half':8} usable")
    for (date, what, half), seen in counts.items():
        print(f"{date:12} {what:32} {half:8} {seen['usable']} of {sum(seen.values())}")


def _run(out: Path, half: str | None, model: str | None, base_url: str | None) -> None:
    from summarizer import figures, sentences
    from summarizer.checking.lost import lost_nouns
    from summarizer.checking.passages import Passages
    from summarizer.data import Article
    from summarizer.drafting.translation import translate_article
    from summarizer.llm import Settings, open_model

    with open_model(Settings.from_environment(model=model, base_url=base_url)) as opened, out.open("w") as file:
        for row in rows():
            if half and row["half"] != half:
                continue
            text = row["de"]
            made = translate_article(
                Article(text),
                sentences.split(text, "de"),
                figures.find(text, "de"),
                opened,
                checker=Passages(text).check,
                lost=lost_nouns,
            )
            (passage,) = made.translation.passages
            told = {"tries": passage.tries, "faults": list(passage.faults)}
            file.write(json.dumps({"id": row["id"], "de": text, "en": made.text} | told, ensure_ascii=False) + "\n")
            file.flush()


def main() -> None:
    """Count what is on record, or run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, metavar="OUT")
    parser.add_argument("--half", choices=["develop", "held", "later"])
    parser.add_argument("--model")
    parser.add_argument("--base-url")
    options = parser.parse_args()
    if options.run:
        _run(options.run, options.half, options.model, options.base_url)
    else:
        _count()


if __name__ == "__main__":
    main()
