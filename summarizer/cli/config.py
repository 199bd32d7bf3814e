"""``summarizer config``: the settings in force, and where each comes from. Keys are found or not; never shown."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit, urlunsplit

import typer

from summarizer import configuration
from summarizer.cli.boundary import one_line
from summarizer.cli.everywhere import Everywhere

Command = StrEnum("Command", list(configuration.COMMANDS))  # type: ignore[misc]  # the names are the table's


def command(
    context: typer.Context,
    name: Annotated[
        Command | None, typer.Argument(metavar="COMMAND", help="Of this command; without it, of all of them.")
    ] = None,
) -> int:
    """Show every setting with its value and where that comes from: a file, the environment, or nowhere.

    In rising order: summarizer.toml in the working folder, the user's file, the profile, the environment, the command
    line.
    """
    whole = context.obj if isinstance(context.obj, Everywhere) else Everywhere()
    found = configuration.load(name and name.value, whole.profile)
    rows = [
        (setting, _shown(setting, found[setting].value), found[setting].source)
        if setting in found
        else (setting, "–", "not set")
        for setting in configuration.SETTINGS
    ]
    rows.append(("key", *key_found(found)))
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for setting, value, source in rows:
        typer.echo(f"{setting:<{widths[0]}}  {value:<{widths[1]}}  {source}")
    typer.echo()
    for what, path in (("project file", configuration.PROJECT), ("user file", configuration.user_file())):
        typer.echo(f"{what}: {one_line(str(path))}{'' if path.is_file() else ' (not there)'}")
    names = configuration.profiles()
    typer.echo(
        f"profiles: {', '.join(map(one_line, names)) or 'none'}{f'; in use: {whole.profile}' if whole.profile else ''}"
    )
    return 0


def _shown(setting: str, value: configuration.Value) -> str:
    if setting == "base-url":  # an address may carry a name, a password, or a key as its query
        parts = urlsplit(str(value))
        value = urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "…" if parts.query else "", ""))
    if isinstance(value, bool):
        return "true" if value else "false"
    return one_line(", ".join(value) if isinstance(value, tuple) else str(value))


def key_found(found: dict[str, configuration.Found]) -> tuple[str, str]:
    """Whether there is a key, and where; never the key."""
    if os.environ.get("OPENAI_API_KEY", "").strip():
        return "found", "environment (OPENAI_API_KEY)"
    if "key-file" in found:
        path = Path(str(found["key-file"].value)).expanduser()
        return ("found" if path.is_file() else "missing"), f"key-file ({one_line(str(path))})"
    return "none", "not set"
