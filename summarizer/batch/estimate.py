"""What a batch will take, told before anything is sent: calls and tokens by the drafting's own plan, money by price.

Of many articles a sample is planned and the rest inferred, since planning an article is reading it. What a model will
write is not known before it does; its length is taken from what summaries of the length asked for come to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from summarizer import drafting, pipeline, tokens
from summarizer.batch import sources
from summarizer.batch.ledger import NAME, Ledger
from summarizer.batch.records import Job, Task
from summarizer.data import Usage
from summarizer.errors import SummarizerError
from summarizer.llm.outline import Outline, outlined

SAMPLE = 200
"""Articles that are planned; of more, every so manieth."""
_SENTENCE_TOKENS = 45
"""Written for a sentence of a summary, its citation included."""
_BESIDES = 250
"""Written in a reply besides: headline and deals."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What the articles still to be done will take."""

    model: str
    endpoint: str
    articles: int
    """To be done."""
    done: int
    """Done before; nothing is sent for them."""
    failed: int
    """Failed before, and not tried again."""
    planned: int
    """Of those to be done, how many were planned; the rest is inferred from them."""
    unusable: int
    """Of those planned, how many can't be read or are not German."""
    calls: int
    """Without repairs."""
    most_calls: int
    """With every repair and second try that is allowed."""
    usage: Usage
    cost: Decimal | None
    """US dollars for `usage`; None where no price is known."""


def estimate(
    names: Sequence[str], out: Path, job: Job, options: str, *, column: str | None = None, retry_failed: bool = False
) -> Estimate:
    """What `run` with the same arguments would take; ``options`` is the hash of the job's. Nothing is sent or written.

    Raises `InputError` and `UsageError` as `run` does.
    """
    model = outlined(job.settings, tokens.counter)
    ledger = Ledger.rehearsal(out / NAME)
    try:
        ledger.enter(sources.entries(names, column=column, base=out), options, folder=out)
        if retry_failed:
            ledger.retry()
        tally = ledger.tally()
        total = tally.left
        step = -(-total // SAMPLE) if total > SAMPLE else 1
        plans, planned, unusable = [], 0, 0
        for place, task in enumerate(iter(ledger.claim, None)):
            if place % step:
                continue
            planned += 1
            try:
                plans.append(_plan(task, job, model))
            except SummarizerError:
                unusable += 1
    finally:
        ledger.close()
    share = Decimal(total) / planned if planned else Decimal(0)
    each = 1 if model.small else job.options.length.sentences
    written = sum(plan.calls for plan in plans) * (each * _SENTENCE_TOKENS + (0 if model.small else _BESIDES))
    calls = _up(sum(plan.calls for plan in plans), share)
    usage = Usage(calls, _up(sum(plan.prompt_tokens for plan in plans), share), _up(written, share))
    return Estimate(
        model=model.name,
        endpoint=model.endpoint,
        articles=total,
        done=tally.done,
        failed=tally.failed,
        planned=planned,
        unusable=unusable,
        calls=calls,
        most_calls=_up(sum(plan.max_calls for plan in plans), share),
        usage=usage,
        cost=job.price.of(usage) if job.price else None,
    )


def _plan(task: Task, job: Job, model: Outline) -> drafting.Plan:
    article, origin = pipeline.prepared(sources.read(task.source, allow_private=job.allow_private), job.source_language)
    return drafting.plan(article, origin.sentences, origin.figures, model, job.options)


def _up(amount: int, share: Decimal) -> int:
    return int((amount * share).to_integral_value())
