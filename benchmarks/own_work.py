"""What an article takes besides the waiting: ``python -m benchmarks.own_work``.

Articles of some 3,000 characters (`benchmarks.batch_throughput`) go from file to written report in this one process,
with an exchange that answers from memory in place of an endpoint. Told is CPU time an article, in all and by step,
each step asked for by itself; the rest is prompts, schema, reading of the reply, and bookkeeping.

    --articles 60 --profile    (where the time goes, by function)
    --memory 10000             (resident memory over so many short articles, each with words that no other has)
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import pstats
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.batch_throughput import FILLER, PARAGRAPH, article, draft
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


def small(number: int) -> str:
    """A short article with names and compounds of its own, as every article has, so that what grows would show."""
    own = "".join(chr(ord("a") + int(digit)) for digit in f"{number:06}")
    text = PARAGRAPH.format(ships=number % 900 + 3, worth=number % 700 + 2) + FILLER.format(ships=number % 500 + 2)
    return f"{text}Die Firma {own.title()} aus {own[::-1].title()}stadt liefert {number + 2} Neu{own}teile.\n"


def memory(folder: Path, model: OpenAIModel, count: int) -> Iterator[tuple[int, float]]:
    """Articles done, and the resident memory of the process then in MB: ten times in all."""
    path = folder / "small.txt"
    for number in range(1, count + 1):
        path.write_text(small(number), "utf-8")
        encode(pipeline.summarize(inputs.read(str(path)), model=model), Format.MD)
        if number % max(1, count // 10) == 0:
            pages = int(Path("/proc/self/statm").read_text().split()[1])
            yield number, pages * os.sysconf("SC_PAGESIZE") / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--memory", type=int, metavar="ARTICLES")
    options = parser.parse_args()
    count = counter("gpt-4.1").count
    endpoint, traits = Endpoint("http://127.0.0.1:9/v1"), Traits("bench", 32_000, Ability.STRONG, count)
    with OpenAIModel(endpoint, traits, FromMemory()) as model, tempfile.TemporaryDirectory() as folder:
        if options.memory:
            for done, size in memory(Path(folder), model, options.memory):
                print(f"{done:>8} articles {size:>7.1f} MB", flush=True)
            return
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
