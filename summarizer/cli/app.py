"""The commands and what they are called."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated, NamedTuple

import typer

from summarizer.cli.coercion import Command, Group


class _Entry(NamedTuple):
    module: str
    summary: str
    group: bool = False


# A command's file is imported when the command is asked for: importing them all would make a short check slower.
_COMMANDS = {
    "summarize": _Entry("summarizer.cli.summarize", "English summary, deals and figure check of a German article"),
    "translate": _Entry("summarizer.cli.translate", "The whole of a German article in English, every figure checked"),
    "brief": _Entry("summarizer.cli.brief", "One English briefing from several German articles, every figure checked"),
    "batch": _Entry("summarizer.cli.batch", "Summarise many articles, going on where it was interrupted"),
    "verify": _Entry("summarizer.cli.verify", "Check an English text against the German it was made from"),
    "figures": _Entry("summarizer.cli.figures", "List the figures of a text as values"),
    "cache": _Entry("summarizer.cli.cache", "Answers kept so that none is paid for twice: show, clear", group=True),
    "doctor": _Entry("summarizer.cli.doctor", "What is installed, which model answers, what runs without a network"),
    "config": _Entry("summarizer.cli.config", "The settings in force, and where each comes from"),
    "completion": _Entry("summarizer.cli.completion", "A script that completes commands and options in your shell"),
    "model": _Entry("summarizer.cli.model", "The embedded model: what is there, fetch it", group=True),
}

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def commands() -> dict[str, str]:
    """Every command with what it does."""
    return {name: entry.summary for name, entry in _COMMANDS.items()}


def build(args: list[str]) -> typer.Typer:
    """The command line application, with the command that ``args`` ask for, or with all of them."""
    # rich_markup_mode=None: help in plain text takes a tenth of a second less than help drawn by rich.
    app = typer.Typer(
        cls=Group,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        context_settings=_SETTINGS,
    )
    app.callback(invoke_without_command=True)(_root)
    wanted = {args[0]} & _COMMANDS.keys() if args else set()
    for name, command in _COMMANDS.items():
        if wanted and name not in wanted:
            continue
        module = import_module(command.module)
        if command.group:
            app.add_typer(module.app, name=name, short_help=command.summary)
        else:
            app.command(name, cls=Command, short_help=command.summary)(module.command)
    return app


def _version(asked: bool) -> None:
    if asked:
        from summarizer import __version__

        typer.echo(f"summarizer {__version__}")
        raise typer.Exit


def _root(
    context: typer.Context,
    version: Annotated[  # noqa: ARG001  (acts through its callback)
        bool, typer.Option("--version", help="Show the version and exit.", is_eager=True, callback=_version)
    ] = False,
    profile: Annotated[  # noqa: ARG001  (this and the next two are taken off the line before: see `everywhere`)
        str | None, typer.Option(metavar="NAME", help="With any command: the profile of settings to use.")
    ] = None,
    verbose: Annotated[  # noqa: ARG001
        bool, typer.Option("--verbose", help="With any command: say on standard error what is done.")
    ] = False,
    log_file: Annotated[  # noqa: ARG001
        str | None, typer.Option(metavar="FILE", help="With any command: append what is done to FILE, as JSON lines.")
    ] = None,
) -> None:
    """Read a German article in English, and see for every figure whether the German bears it out.

    Exit codes: 0 nothing flagged, 1 something flagged, 2 usage, 3 input can't be read, 4 model failed,
    5 some inputs could not be used, 130 interrupted.
    """
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(2)
