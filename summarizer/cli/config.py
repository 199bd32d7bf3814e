"""``summarizer config``: the settings in force, and where each comes from. Keys are found or not; never shown."""

from __future__ import annotations

import inspect
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit, urlunsplit

import typer

from summarizer import configuration
from summarizer.cli.boundary import one_line
from summarizer.cli.everywhere import Everywhere, parameter

DEFAULT = "default"
UNSET = {
    "key-file": "none",
    "model-path": "the one of summarizer model",
    "context-tokens": "what is known of the model",
    "timeout": "120, embedded 1800",
    "source-lang": "detected",
    "glossary": "the shipped one",
    "fail-on": "all that is flagged",
    "format": "as the output's ending says, else text",
    "concurrency": "8, embedded 1",
    "rpm": "no limit",
    "tpm": "no limit",
    "max-cost": "no limit",
    "max-tokens": "no limit",
}
"""What holds where an option has no value of its own: the words of its help."""

Command = StrEnum("Command", list(configuration.COMMANDS))  # type: ignore[misc]  # the names are the table's


def command(
    context: typer.Context,
    name: Annotated[
        Command | None, typer.Argument(metavar="COMMAND", help="Of this command; without it, of all of them.")
    ] = None,
) -> int:
    """Show every setting with the value in force and where that comes from: a file, the environment, or the default.

    In rising order: the default, summarizer.toml in the working folder, the user's file, the profile, the environment,
    the command line.
    """
    whole = context.obj if isinstance(context.obj, Everywhere) else Everywhere()
    found = configuration.load(name and name.value, whole.profile)
    asked = [name.value] if name is not None else list(configuration.COMMANDS)
    taken = {setting: tuple(_defaults(setting, asked)) for setting in configuration.SETTINGS}
    key = key_found(found)
    rows = [
        (setting, _shown(setting, found[setting].value), found[setting].source)
        if setting in found
        else (setting, _default(setting, defaults, found, key[0]), DEFAULT)
        for setting, defaults in taken.items()
        if defaults
    ]
    if taken["model"]:
        rows.append(("key", *key))
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


def _defaults(setting: str, commands: Iterable[str]) -> Iterator[object]:
    """What each of ``commands`` that has the setting as an option takes without it."""
    option = parameter("model" if setting == "key-file" else setting)  # no option: it goes with those of the model
    for command in commands:
        taken = inspect.signature(import_module(f"summarizer.cli.{command}").command).parameters
        if option in taken:
            yield taken[option].default


def _default(setting: str, defaults: Sequence[object], found: Mapping[str, configuration.Found], key: str) -> str:
    """In words for a reader, what is in force where nothing is set."""
    values = set(defaults)
    if setting in ("model", "base-url"):
        return _of_the_model(setting, found, key)
    if values == {None}:
        return UNSET[setting]
    if len(values) > 1:
        return "by command"
    value = values.pop()
    return _shown(setting, value) if isinstance(value, bool | str | int | float) else str(value)


def _of_the_model(setting: str, found: Mapping[str, configuration.Found], key: str) -> str:
    """What `summarizer.llm.Settings` falls back on."""
    from summarizer.llm.settings import EMBEDDED, OPENAI_MODEL, OPENAI_URL

    if "base-url" in found:
        return "the only one the endpoint has"
    if key == "none" or (found["model"].value == EMBEDDED if "model" in found else "model-path" in found):
        return {"model": EMBEDDED, "base-url": "none, it runs on this machine"}[setting]
    return {"model": OPENAI_MODEL, "base-url": OPENAI_URL}[setting]


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
