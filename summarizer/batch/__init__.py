"""Many articles through the whole pipeline: nothing lost, nothing paid twice.

    >>> from pathlib import Path
    >>> from summarizer import batch
    >>> outcome = batch.run(["articles/"], Path("out"), batch.Job(settings))       # doctest: +SKIP
    >>> outcome.tally.done, outcome.tally.cost                                      # doctest: +SKIP
    (40, Decimal('0.31'))

`sources` finds the articles, `ledger` remembers what became of each and every reply, `limits` say how fast and how
far, `desk` is where workers come to, `work` is what they do with one article, and an engine (`engines`) brings them.
The same call goes on where an interrupted one was.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from summarizer.batch import sources, writing
from summarizer.batch.desk import Desk
from summarizer.batch.engines import Engine, engine
from summarizer.batch.folder import Folder
from summarizer.batch.ledger import NAME, Census, Ledger
from summarizer.batch.limits import Limits
from summarizer.batch.records import Job, Stop, StopKind, Tally
from summarizer.errors import UsageError

__all__ = [
    "Census",
    "Engine",
    "Job",
    "Limits",
    "Outcome",
    "Start",
    "Stop",
    "StopKind",
    "Tally",
    "described",
    "digest",
    "engine",
    "priced",
    "run",
]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run came to."""

    tally: Tally
    census: Census
    stop: Stop | None = None
    """Why it ended before all was done; None where it did not."""


@dataclass(frozen=True, slots=True)
class Start:
    """What is known before the first article is begun."""

    census: Census
    changed: tuple[str, ...]
    """Names of options that are not those of the run before."""
    retried: int
    """Articles that failed before and are tried again."""


def run(
    names: Sequence[str],
    out: Path,
    job: Job,
    limits: Limits | None = None,
    *,
    using: Engine | None = None,
    column: str | None = None,
    retry_failed: bool = False,
    on_start: Callable[[Start], None] | None = None,
    on_step: Callable[[Tally], None] | None = None,
    on_stop: Callable[[Stop, int], None] | None = None,
) -> Outcome:
    """Summarise every article that ``names`` lead to, each into a file of its own in the folder ``out``.

    ``column`` is where a row of a JSONL or CSV file has its text. Articles that are done are left alone; those that
    failed, too, unless ``retry_failed``. ``on_start``, ``on_step`` and ``on_stop`` are told how it goes, the last with
    how many requests are still out when a run is told to stop. Raises `InputError` and `UsageError` for inputs,
    options or a folder that are of no use, before anything is sent; what goes wrong later is in the `Outcome`, and in
    ``out``.
    """
    using = using or engine("local")
    job, limits = priced(job, using), _paced(limits or Limits(), using)
    if limits.max_cost is not None and job.price is None:
        raise UsageError(
            "No price is known for this model there, so --max-cost can't be kept; give --price or --max-tokens."
        )
    with Folder(out) as folder:
        ledger = Ledger(out / NAME)
        try:
            options = described(job)
            before = ledger.options()
            entries = sources.entries(names, column=column, base=out)
            census = ledger.enter(entries, digest(options), folder=out)
            changed = tuple(name for name in options if before and before.get(name) != options[name])
            ledger.note_options(options)
            folder.settle()
            retried = ledger.retry() if retry_failed else 0
            if on_start is not None:
                on_start(Start(census, changed, retried))
            desk = Desk(ledger, folder, job, limits, told=on_step, on_stop=on_stop)
            try:
                if ledger.waiting():
                    using.run(desk)
            finally:
                writing.summaries(folder, ledger)
            return Outcome(ledger.tally(), census, desk.stopped)
        finally:
            ledger.close()


def priced(job: Job, using: Engine) -> Job:
    """``job`` at the price that the engine gets."""
    terms = using.terms
    if job.price is None or terms.price_share == 1:
        return job
    return replace(job, price=job.price.reduced(terms.price_share, terms.why))


def _paced(limits: Limits, using: Engine) -> Limits:
    """``limits`` without those that are the engine's own concern."""
    if using.terms.paced:
        return limits
    return replace(limits, concurrency=sys.maxsize, requests_per_minute=None, tokens_per_minute=None)


def described(job: Job) -> Mapping[str, Any]:
    """The options that decide what comes out, by the name a user knows them by."""
    settings, options = job.settings, job.options
    return {
        "model": settings.model or str(settings.model_path or ""),
        "base-url": settings.base_url,
        "context-tokens": settings.context_tokens,
        "ability": settings.ability,
        "seed": settings.seed,
        "strategy": options.strategy,
        "length": options.length,
        "strict": options.strict,
        "glossary": [hashlib.sha256(path.read_bytes()).hexdigest() for path in options.glossaries if path.is_file()],
        "max-repairs": options.max_repairs,
        "source-lang": job.source_language,
        "sensitivity": job.sensitivity,
        "require-coverage": job.require_coverage,
        "format": job.form,
    }


def digest(options: Mapping[str, Any]) -> str:
    """The hash of options as `described` gives them."""
    return hashlib.sha256(json.dumps(options, sort_keys=True).encode()).hexdigest()
