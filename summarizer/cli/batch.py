"""``summarizer batch``: many German articles in, a checked English report for each out, going on after anything."""

from __future__ import annotations

import time
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import output
from summarizer.cli.boundary import one_line
from summarizer.cli.options import (
    AllowPrivateOption,
    BaseUrlOption,
    ContextTokensOption,
    CoverageOption,
    GlossaryOption,
    ModelOption,
    ModelPathOption,
    NoCacheOption,
    SensitivityOption,
    StrictOption,
    TimeoutOption,
)
from summarizer.cli.progress import Progress
from summarizer.cli.streams import say
from summarizer.cli.summarize import Language, Length, Strategy
from summarizer.data import Sensitivity
from summarizer.errors import UsageError
from summarizer.reports import Format

if TYPE_CHECKING:
    from summarizer import batch
    from summarizer.batch.estimate import Estimate
    from summarizer.llm import Settings
    from summarizer.llm.prices import Price

SOME_FAILED = 5


class EngineName(StrEnum):
    """How the work is spread; the names of `summarizer.batch.engines`."""

    LOCAL = "local"
    BATCH_API = "batch-api"
    RAY = "ray"


def command(
    articles: Annotated[
        list[str],
        typer.Argument(metavar="INPUT…", help="Files, folders, patterns, addresses; JSONL and CSV files of articles."),
    ],
    out: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="The folder for reports, failures and ledger.")
    ],
    model: ModelOption = None,
    base_url: BaseUrlOption = None,
    model_path: ModelPathOption = None,
    context_tokens: ContextTokensOption = None,
    timeout: TimeoutOption = None,
    no_cache: NoCacheOption = False,
    source_lang: Annotated[
        Language | None, typer.Option(help="Take the articles' language as given instead of detecting it.")
    ] = None,
    length: Annotated[Length, typer.Option(help="About 4, 8 or 16 sentences.")] = Length.MEDIUM,
    strategy: Annotated[Strategy, typer.Option(help="How the model is asked; as for summarize.")] = Strategy.AUTO,
    glossary: GlossaryOption = None,
    sensitivity: SensitivityOption = Sensitivity.DEFAULT,
    require_coverage: CoverageOption = False,
    strict: StrictOption = False,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to write each report.")] = Format.MD,
    column: Annotated[
        str | None, typer.Option(metavar="NAME", help="Where a row of a JSONL or CSV file has its text; else: text.")
    ] = None,
    concurrency: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Requests under way at once; else 8, embedded 1.")
    ] = None,
    rpm: Annotated[float | None, typer.Option(min=0.01, metavar="N", help="Requests a minute at most.")] = None,
    tpm: Annotated[float | None, typer.Option(min=1, metavar="N", help="Tokens a minute at most.")] = None,
    max_cost: Annotated[
        float | None, typer.Option(min=0, metavar="DOLLARS", help="Stop before the folder has cost more than this.")
    ] = None,
    max_tokens: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Stop before more tokens than this are read and written.")
    ] = None,
    price: Annotated[
        str | None,
        typer.Option(metavar="IN/OUT", help="Dollars a million tokens read and written, where no price is published."),
    ] = None,
    processes: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Processes for reading and checking; else: as many as help.")
    ] = None,
    allow_private: AllowPrivateOption = False,
    engine: Annotated[
        EngineName,
        typer.Option(help="Work here, hand files to the endpoint's Batch API (half the price), or use a Ray cluster."),
    ] = EngineName.LOCAL,
    address: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="Of the Ray cluster: auto, HOST:PORT, or local.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what it would take, in calls, tokens and money; send nothing.")
    ] = False,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="Try again what failed before.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Nothing on standard error but errors.")] = False,
) -> int:
    """Summarise many German articles: a report each, a list of failures, and a ledger of what was done and paid.

    The same command goes on where it was interrupted: what is done is left alone, and no reply is paid for twice. Exit
    code 5 where an article failed or a limit was reached, 1 where something is flagged.
    """
    output.folder_named(out)

    from summarizer import batch, drafting
    from summarizer.batch import estimate
    from summarizer.llm import Settings

    settings = Settings.from_environment(
        model=model,
        base_url=base_url,
        model_path=model_path,
        context_tokens=context_tokens,
        timeout=timeout,
        cache=not no_cache,
    )
    job = batch.Job(
        settings=settings,
        options=drafting.Options(
            strategy=drafting.Strategy(strategy.value),
            length=drafting.Length(length.value),
            strict=strict,
            glossaries=tuple(glossary or ()),
        ),
        source_language=source_lang and source_lang.value,
        sensitivity=sensitivity,
        require_coverage=require_coverage,
        form=form,
        allow_private=allow_private,
        price=_price(price, settings),
    )
    using = _engine(engine, processes, address)
    if dry_run:
        job = batch.priced(job, using)
        options = batch.digest(batch.described(job))
        found = estimate.estimate(articles, out, job, options, column=column, retry_failed=retry_failed)
        typer.echo("\n".join(_estimated(found, job.price)))
        return 0
    limits = batch.Limits(
        concurrency=concurrency or (1 if settings.embedded else 8),
        requests_per_minute=rpm,
        tokens_per_minute=tpm,
        max_cost=None if max_cost is None else Decimal(str(max_cost)),
        max_tokens=max_tokens,
    )
    with Progress(quiet=quiet) as progress:
        outcome = batch.run(
            articles,
            out,
            job,
            limits,
            using=using,
            column=column,
            retry_failed=retry_failed,
            on_start=None if quiet else _told,
            on_step=_Steps(progress),
            on_stop=None if quiet or engine is EngineName.BATCH_API else _stopping,
        )
    if outcome.stop is not None:
        say(f"summarizer: {_stopped(outcome.stop, '' if quiet else _ended(outcome, out))}")
    elif not quiet:
        say(f"summarizer: {_ended(outcome, out)}")
    return exit_code(outcome)


def _engine(name: EngineName, processes: int | None, address: str | None) -> batch.Engine:
    from summarizer import batch

    if address is not None and name is not EngineName.RAY:
        raise UsageError("--address is for --engine ray.")
    if processes is not None and name is not EngineName.LOCAL:
        raise UsageError("--processes is for --engine local.")
    options: dict[EngineName, dict[str, object]] = {
        EngineName.LOCAL: {"processes": processes},
        EngineName.RAY: {"address": address or "auto"},
    }
    return batch.engine(name.value, **options.get(name, {}))


def exit_code(outcome: batch.Outcome) -> int:
    """What a run came to, as an exit code."""
    if outcome.stop is not None:
        return {"endpoint": 4, "output": 2, "workers": 70, "interrupted": 130}.get(outcome.stop.kind.value, SOME_FAILED)
    if outcome.tally.failed:
        return SOME_FAILED
    return int(outcome.tally.flagged > 0)


def _price(given: str | None, settings: Settings) -> Price | None:
    from summarizer import tokens
    from summarizer.llm import prices
    from summarizer.llm.outline import outlined

    if given is not None:
        return prices.parse(given)
    try:
        known = outlined(settings, tokens.counter)
    except UsageError:  # which model it will be is known only by asking
        return None
    return prices.price(known.name, known.endpoint)


def _told(start: batch.Start) -> None:
    """Say what of an earlier run is taken up, and why something is done again."""
    census = start.census
    failed = census.failed - start.retried
    options = _named(start)
    parts = [
        (census.finished, "is done and left alone", "are done and left alone"),
        (
            failed,
            "failed and is left alone, too; --retry-failed tries it again",
            "failed and are left alone, too; --retry-failed tries them again",
        ),
        (
            census.changed_options,
            f"is done again with other options ({options})",
            f"are done again with other options ({options})",
        ),
        (
            census.changed_text,
            "is done again because its text has changed",
            "are done again because their text has changed",
        ),
        (
            census.lost,
            "is written again because its report is gone",
            "are written again because their reports are gone",
        ),
        (start.retried, "that failed is tried again", "that failed are tried again"),
        (
            census.absent,
            "in the folder is not among the inputs now; its report stays",
            "in the folder are not among the inputs now; their reports stay",
        ),
    ]
    for count, one, many in parts:
        if count:
            say(f"summarizer: {count:,} article{'' if count == 1 else 's'} {one_line(one if count == 1 else many)}.")


def _stopping(why: batch.Stop, under_way: int) -> None:
    if why.kind.value == "interrupted" and under_way:
        say(f"summarizer: waiting for {under_way:,} answers that are paid for; interrupt again to leave without them.")


def _named(start: batch.Start) -> str:
    return ", ".join(start.changed) or "the glossary or the program"


class _Steps:
    """Tells how far a run is, and how long the rest will take at the pace so far."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._begun = time.monotonic()
        self._first: int | None = None

    def __call__(self, tally: batch.Tally) -> None:
        finished = tally.done + tally.failed
        if self._first is None:
            self._first = finished - 1
        seconds = (time.monotonic() - self._begun) / max(1, finished - self._first) * tally.left
        parts = [
            f"{finished:,} of {tally.total:,} articles",
            f"{tally.flagged:,} flagged" if tally.flagged else "",
            f"{tally.failed:,} failed" if tally.failed else "",
            f"${tally.cost:.2f}{' and more' if tally.unpriced.calls else ''}" if tally.cost else "",
            f"about {_span(seconds)} left" if tally.left else "",
        ]
        self._progress(", ".join(part for part in parts if part))


def _span(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


def _stopped(why: batch.Stop, ended: str) -> str:
    """One sentence: why a run ended before all was done, and what there is of it."""
    reason = one_line(why.reason)
    return f"{reason.removesuffix('.')}; {ended}" if ended else reason


def _ended(outcome: batch.Outcome, out: Path) -> str:
    """How far the folder is; empty where a stopped run has come to nothing at all."""
    tally = outcome.tally
    if outcome.stop is not None and not tally.done and not tally.failed and not tally.spent.calls:
        return ""
    parts = [
        f"{tally.done:,} of {tally.total:,} articles done, {tally.flagged:,} flagged",
        f"{tally.failed:,} failed, see {one_line(str(out / 'failures.md'))}" if tally.failed else "",
        f"{tally.left:,} left" if tally.left else "",
        _taken(tally),
        f"reports in {one_line(str(out / 'articles'))}",
    ]
    return "; ".join(part for part in parts if part) + "."


def _taken(tally: batch.Tally) -> str:
    usage, unpriced = tally.spent, tally.unpriced.calls
    said = f"{usage.calls:,} calls, {usage.prompt_tokens:,} + {usage.completion_tokens:,} tokens"
    if unpriced == usage.calls:
        return said
    beside = f" and the price of {unpriced:,} calls, which is not known" if unpriced else ""
    return f"{said}, ${tally.cost:.4f}{beside}" if tally.cost or unpriced else said


def _estimated(found: Estimate, price: Price | None) -> list[str]:
    inferred = f", inferred from {found.planned:,}" if found.planned < found.articles else ""
    if found.cost is None:
        cost = f"no price is known for {found.model} at {found.endpoint}; give --price IN/OUT"
    elif price is not None and found.cost:
        cost = f"${found.cost:.4f} ({price.origin}: ${price.prompt} and ${price.completion} a million tokens)"
    else:
        cost = "nothing: it runs on this machine" if found.endpoint == "embedded" else "nothing"
    before = [f"{found.done:,} done before"] if found.done else []
    before += [f"{found.failed:,} failed before"] if found.failed else []
    rows = [
        ("model", f"{found.model} at {found.endpoint}"),
        ("articles", f"{found.articles:,} to do" + "".join(f", {part}" for part in before) + inferred),
        ("unusable", f"{found.unusable:,} can't be read, or are not German" if found.unusable else ""),
        ("calls", f"{found.calls:,}; at most {found.most_calls:,} with every repair"),
        ("tokens", f"{found.usage.prompt_tokens:,} read, about {found.usage.completion_tokens:,} written"),
        ("cost", cost),
    ]
    return [f"{name:<10} {one_line(value)}" for name, value in rows if value]
