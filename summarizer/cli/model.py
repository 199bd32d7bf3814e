"""``summarizer model``: the embedded model's file, and ``summarizer model fetch``, which brings it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.streams import say

if TYPE_CHECKING:
    from summarizer.llm.model_file import Progress, Status

app = typer.Typer(help="The embedded model: what is there, and how to get it.", no_args_is_help=False)

_STEP_SECONDS = 5.0
"""Between two lines of progress where standard error is no terminal."""


@app.callback(invoke_without_command=True)
def show(
    context: typer.Context,
    check: Annotated[bool, typer.Option("--check", help="Read the whole file and check its hash.")] = False,
) -> int:
    """Say what is there of the embedded model, its size, licence and origin."""
    if context.invoked_subcommand is not None:
        return 0
    from summarizer.llm import model_file

    model, found = model_file.QWEN, model_file.status()
    rows = [
        ("model", model.name),
        ("state", _state(found, model.size)),
        ("path", str(found.path)),
        ("size", f"{model.size:,} bytes"),
        ("sha256", model.sha256),
        ("licence", model.licence),
        ("origin", model.origin),
        ("runs with", _runner()),
    ]
    for name, value in rows:
        typer.echo(f"{name:<10} {value}")
    if check and found.present:
        model_file.check(model, found.path, progress())
        typer.echo(f"{'check':<10} the hash is right")
    return 0


@app.command("fetch")
def fetch() -> int:
    """Bring the embedded model (1.1 GB) into the user's cache, going on where an earlier try stopped."""
    from summarizer.llm import model_file

    report = progress()
    typer.echo(model_file.fetch(report=report))
    return 0


def _state(found: Status, whole: int) -> str:
    if found.present:
        return "here"
    if found.size:
        return f"{found.size:,} of {whole:,} bytes are here; the rest: summarizer model fetch"
    return "not here yet; it is fetched at first use, or now: summarizer model fetch"


def _runner() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"xllamacpp {version('xllamacpp')}"
    except PackageNotFoundError:
        return "xllamacpp, which is missing; run: pip install 'summarizer-de-en[embedded]'"


def progress() -> Callable[[Progress], None]:
    """What shows the progress of a fetch on standard error: one living line in a terminal, else a line now and then."""
    living = sys.stderr is not None and sys.stderr.isatty()
    shown: tuple[str, str] | None = None
    last = 0.0

    def report(now: Progress) -> None:
        nonlocal shown, last
        if shown != (now.step, now.note) and now.note and (shown is None or shown[1] != now.note):
            say(("\r" if living else "") + f"summarizer: {now.note}; {now.step}.")
        ended = now.done == now.total
        fresh = shown is None or shown[0] != now.step
        shown = (now.step, now.note)
        if not (fresh or ended or time.monotonic() - last > (0.2 if living else _STEP_SECONDS)):
            return
        last = time.monotonic()
        amount = f" {now.done / 1e6:,.0f} of {now.total / 1e6:,.0f} MB" if now.total else ""
        line = f"model: {now.step.value}{amount}"
        if living:
            sys.stderr.write(f"\r\x1b[K{line}" + ("\n" if ended and now.total else ""))
            sys.stderr.flush()
        else:
            say(line)

    return report
