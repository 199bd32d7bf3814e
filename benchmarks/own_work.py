"""What an article takes besides the waiting: ``python -m benchmarks.own_work``.

Articles of some 3,000 characters (`benchmarks.batch_throughput`) go from file to written report in this one process,
with an exchange that answers from memory in place of an endpoint. Told is CPU time an article, in all and by step,
each step asked for by itself; the rest is prompts, schema, reading of the reply, and bookkeeping.

    --articles 60 --profile    (where the time goes, by function)
"""

from __future__ import annotations

import argparse
import cProfile
import json
import pstats
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.batch_throughput import article, draft
from summarizer import checking, figures, inputs, language, pipeline, sentences
from summarizer.data import Report
from summarizer.llm.base import Ability
from summarizer.llm.completion import usage_of
from summarizer.llm.exchange import Answer, Call, Direct, Send
from summarizer.llm.openai_api import Endpoint, OpenAIModel, Traits
from summarizer.reports import Format, encode
from summarizer.tokens import counter

LIMIT = 30.0
"""Milliseconds of CPU an article."""


class FromMemory(Direct):
    """Answers every request with the draft of its article, and sends nothing."""

    def ask(self, call: Call, send: Send) -> Answer:  # noqa: ARG002 - nothing is sent
        """The draft."""
        raw = draft(json.dumps(call.body).encode()).decode()
        return Answer(raw, usage_of(raw))


def milliseconds(work: Callable[[int], object], count: int) -> float:
    """CPU time of ``work`` for an article: the median, so that a collection of garbage in one of them is not all."""
    found = []
    for number in range(count):
        start = time.process_time()
        work(number)
        found.append(1000 * (time.process_time() - start))
    return statistics.median(found)


def steps(folder: Path, model: OpenAIModel, count: int) -> dict[str, float]:
    """Milliseconds an article, by step; ``whole`` is all of it, from the file to the report's bytes."""
    paths = []
    for number in range(count):
        paths.append(folder / f"{number}.txt")
        paths[-1].write_text(article(number), "utf-8")
    read = [inputs.read(str(path)) for path in paths]

    def whole(number: int) -> Report:
        report = pipeline.summarize(inputs.read(str(paths[number])), model=model)
        encode(report, Format.MD)
        return report

    reports = [whole(number) for number in range(count)]
    return {
        "read": milliseconds(lambda n: inputs.read(str(paths[n])), count),
        "detect the language": milliseconds(lambda n: language.require_german(read[n].text), count),
        "sentences": milliseconds(lambda n: sentences.split(read[n].text, "de"), count),
        "figures": milliseconds(lambda n: figures.find(read[n].text, "de"), count),
        "check": milliseconds(lambda n: checking.check(read[n].text, reports[n].target), count),
        "report": milliseconds(lambda n: encode(reports[n], Format.MD), count),
        "whole": milliseconds(whole, count),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--profile", action="store_true")
    options = parser.parse_args()
    count = counter("gpt-4.1").count
    endpoint, traits = Endpoint("http://127.0.0.1:9/v1"), Traits("bench", 32_000, Ability.STRONG, count)
    with OpenAIModel(endpoint, traits, FromMemory()) as model, tempfile.TemporaryDirectory() as folder:
        if options.profile:
            with cProfile.Profile() as profile:
                steps(Path(folder), model, options.articles)
            pstats.Stats(profile).sort_stats("cumtime").print_stats(60)
            return
        found = steps(Path(folder), model, options.articles)
    whole = found.pop("whole")
    print("| step | CPU ms an article | share |\n| --- | --- | --- |")
    for name, took in found.items():
        print(f"| {name} | {took:.1f} | {took / whole:.0%} |")
    print(f"| **file to report, in all** | **{whole:.1f}** (limit {LIMIT:.0f}) | 100% |")


if __name__ == "__main__":
    main()
