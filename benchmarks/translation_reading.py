"""German news sentences, written for this, what a model makes of them, and which of it is usable, by reading.

    python -m benchmarks.translation_reading                          the verdicts on record, counted
    python -m benchmarks.translation_reading --run OUT.jsonl [--half develop] [--model NAME] [--base-url URL]

``translation_reading.jsonl`` holds the sentences; those of the half ``develop`` were looked at while the rules for
small models were worked on, those of ``held`` were not, and ``later`` were written before the glossary of daily news. A
run translates each as an article of its own, as ``summarizer translate`` does, and writes the English to OUT to be
judged by reading: usable means right in what it says, whole, names and figures right, grammatical; "usable after one
word" that one word put right, put in or taken out makes it so. ``readings`` in the file are such verdicts, with model,
date and the reason; no score of a program is in them. ``fresh`` and ``fresh held`` (24 each, of six topics) were both
written before the lists of words: the first was looked at while prompts were tried, the second was run once.
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
    print(f"{'date':12} {'what':32} {'half':10} usable, after one word")
    for (date, what, half), seen in counts.items():
        mended = seen["usable"] + seen["usable after one word"]
        print(f"{date:12} {what:32} {half:10} {seen['usable']}, {mended} of {sum(seen.values())}")


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
    parser.add_argument("--half", choices=["develop", "held", "later", "fresh", "fresh held"])
    parser.add_argument("--model")
    parser.add_argument("--base-url")
    options = parser.parse_args()
    if options.run:
        _run(options.run, options.half, options.model, options.base_url)
    else:
        _count()


if __name__ == "__main__":
    main()
