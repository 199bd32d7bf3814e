"""How a 60,000-word article fares: time and memory of our own work, requests planned and made, sentences read.

    python -m benchmarks.long_article [--words 60000] [--window 16000] [--sentences]

The article is put together from the project's own texts (``examples/``, ``tests/cases/deals``) with other figures each
time, so that no two paragraphs tell the same; nothing of it is kept. Without ``--sentences`` it goes through notes and
merges on an endpoint on this machine that answers at once with the first ids it is given, and whose window makes the
notes outgrow one merge. With it, the work of the sentence strategy is prepared: all deals read, sentences chosen, no
model asked. Memory is that of the whole process at its peak.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import time
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).parents[1]
_NUMBER = re.compile(r"(?<![\w.,-])\d{2,}(?![\w-])(?!\.\d)(?!\. [A-ZÄÖÜ][a-zäöü]+)")
_YEARS = range(1900, 2100)


def article(words: int, seed: int = 7) -> str:
    """A German article of at least ``words`` words; the same one for the same ``seed``."""
    numbers = random.Random(seed)
    paragraphs = _paragraphs()
    made: list[str] = []
    length = 0
    while length < words:
        for paragraph in paragraphs:
            varied = _NUMBER.sub(lambda match: _other(match[0], numbers), paragraph)
            made.append(varied)
            length += len(varied.split())
            if length >= words:
                break
    return "\n\n".join(made) + "\n"


def _paragraphs() -> list[str]:
    found: list[str] = []
    for name in ("energy", "defence"):
        text = (HERE / f"examples/{name}/article.de.txt").read_text("utf-8")
        found += [block for block in text.split("\n\n") if block.strip()]
    for path in sorted((HERE / "tests/cases/deals").glob("*.toml")):
        if path.stem in ("dev", "later", "third"):
            found += [entry["text"] for entry in tomllib.loads(path.read_text("utf-8"))["text"]]
    return [" ".join(block.split()) for block in found]


def _other(number: str, numbers: random.Random) -> str:
    if int(number) in _YEARS:
        return str(int(number) + numbers.randrange(3))
    return str(numbers.randrange(10 ** (len(number) - 1), 10 ** len(number)))


def first_ids(request: dict[str, Any]) -> dict[str, Any]:
    """A reply that cites the first ids it is given: what an endpoint with no sense but good manners would say."""
    prompt = request["messages"][-1]["content"]
    notes = re.findall(r"^\[(N\d+)\] (.*)$", prompt, re.M)
    if notes:
        cited = [{"text": text, "sources": [name]} for name, text in notes[:8]]
        return {"headline": {"text": "A long article", "sources": [notes[0][0]]}, "sentences": cited}
    ids = re.findall(r"^\[(S\d+)\]", prompt, re.M)
    noted = [{"text": f"The part from {ids[0]} on says more of the same kind.", "sources": [i]} for i in ids[:8]]
    return {"sentences": noted, "deals": []}


def by_notes(text: str, window: int) -> None:
    """Notes and merges on an endpoint that answers from `first_ids`."""
    import summarizer
    from summarizer.data import Article
    from summarizer.drafting import Options, Strategy
    from summarizer.llm import Settings
    from tests.fault_server import Request, chat, serve

    def answer(request: Request) -> Any:
        return chat(json.dumps(first_ids(request.json)))

    with serve(always=answer) as server:
        settings = Settings(base_url=server.url, model="scripted", context_tokens=window)
        started = time.perf_counter()
        report = summarizer.summarize(
            Article(text, language="de"), settings=settings, options=Options(strategy=Strategy.MAP_REDUCE)
        )
        seconds = time.perf_counter() - started
        merges = sum("[N1]" in request.json["messages"][-1]["content"] for request in server.requests)
    draft = report.draft
    assert draft is not None
    print(f"sentences {len(report.sentences):,}, read by the model {len(set(draft.covered)):,}")
    print(f"requests {len(server.requests):,}, of them merges {merges}; {seconds:.0f} s without a model's own time")


def by_sentences(text: str) -> None:
    """What the sentence strategy does before it asks anything."""
    from summarizer.data import Article
    from summarizer.drafting import Options, sentencewise
    from summarizer.figures import find
    from summarizer.sentences import split

    started = time.perf_counter()
    sentences, figures = split(text), find(text, "de")
    read = time.perf_counter() - started
    work = sentencewise.prepare(Article(text, language="de"), sentences, figures, Options())
    print(f"sentences {len(sentences):,}, figures {len(figures):,}: {read:.0f} s")
    print(f"deals {len(work.found):,}, chosen {len(work.chosen)}: {time.perf_counter() - started - read:.0f} s more")


def main() -> None:
    """Make the article, run it, print what it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=60_000)
    parser.add_argument("--window", type=int, default=16_000)
    parser.add_argument("--sentences", action="store_true")
    options = parser.parse_args()
    text = article(options.words)
    print(f"words {len(text.split()):,}, characters {len(text):,}")
    if options.sentences:
        by_sentences(text)
    else:
        by_notes(text, options.window)
    print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
