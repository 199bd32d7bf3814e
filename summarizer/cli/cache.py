"""``summarizer cache``: the answers kept on this machine, and ``summarizer cache clear``, which forgets them."""

from __future__ import annotations

import typer

app = typer.Typer(help="Answers kept so that none is paid for twice.", no_args_is_help=False)


@app.callback(invoke_without_command=True)
def overview(context: typer.Context) -> int:
    """Say what is kept, and where."""
    return show() if context.invoked_subcommand is None else 0


@app.command("show")
def show() -> int:
    """Say how many answers are kept, of which models, how much room they take, and where they are."""
    from summarizer.llm.cache import LARGEST, OLDEST, ReplyCache, location

    cache = ReplyCache(location())
    found = cache.contents()
    cache.close()
    day = 24 * 3600
    rows = [
        ("path", str(cache.path)),
        ("answers", f"{found.answers:,}"),
        ("size", f"{found.size:,} bytes of at most {LARGEST:,}"),
        ("unused", f"{int((found.oldest or 0) / day)} days the oldest; dropped after {int(OLDEST / day)}"),
        *(("model", f"{name}: {count:,}") for name, count in found.models),
    ]
    for name, value in rows:
        typer.echo(f"{name:<10} {value}")
    return 0


@app.command("clear")
def clear() -> int:
    """Forget every answer that is kept."""
    from summarizer.llm.cache import ReplyCache, location

    cache = ReplyCache(location())
    answers = cache.contents().answers
    cache.clear()
    typer.echo(f"{answers:,} answers forgotten.")
    return 0
