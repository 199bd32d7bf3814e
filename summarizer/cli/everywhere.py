"""What every command takes, wherever it stands on the line: ``--profile``, ``--verbose``, ``--log-file``; and the
settings from files and the environment, put where the options of a command find them.

Settings of the model's endpoint go into the environment for the time of the run rather than into options: an option
would be at odds with ``--model embedded``, the environment gives way to it.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.configuration import COMMANDS, PREFIX, SETTINGS, Value, load
from summarizer.errors import UsageError

EMBEDDED = "embedded"
"""As `summarizer.llm.settings` has it, which takes too long to import for a help text."""
_PARAMETERS = {"format": "form"}
"""Options whose parameters in the commands' functions are called otherwise."""
_FLAG = "--verbose"
_VALUED = {"--profile": "a profile's name", "--log-file": "a file"}


@dataclass(frozen=True, slots=True)
class Everywhere:
    """What was given for the run as a whole."""

    profile: str | None = None
    verbose: bool = False
    log_file: Path | None = None


def taken(args: Sequence[str]) -> tuple[Everywhere, list[str]]:
    """What was given for the run, and the rest of the line. Raises `UsageError` for an option without its value."""
    rest: list[str] = []
    found: dict[str, str] = {}
    verbose = False
    waiting = list(args)
    while waiting:
        word = waiting.pop(0)
        if word == "--":
            rest += [word, *waiting]
            break
        name, equals, value = word.partition("=")
        if word == _FLAG:
            verbose = True
        elif name in _VALUED:
            if not equals:
                value = waiting.pop(0) if waiting else ""
            if not value:
                raise UsageError(f"{name} needs {_VALUED[name]}; see summarizer --help.")
            found[name] = value
        else:
            rest.append(word)
    profile = found.get("--profile") or os.environ.get(f"{PREFIX}PROFILE") or None
    log_file = found.get("--log-file") or os.environ.get(f"{PREFIX}LOG_FILE") or None
    return Everywhere(profile, verbose, Path(log_file) if log_file else None), rest


def parameter(setting: str) -> str:
    """What a setting's option is called in the functions of the commands."""
    return _PARAMETERS.get(setting, setting.replace("-", "_"))


@contextlib.contextmanager
def settled(profile: str | None, args: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The defaults that files and environment give the command in ``args``: its name, then its parameters' names.

    Raises `UsageError` where they can't be used.
    """
    command = args[0] if args else ""
    if command not in COMMANDS or {"-h", "--help"} & set(args):
        yield {}
        return
    defaults: dict[str, Any] = {}
    endpoint: dict[str, str] = {}
    for name, each in load(command, profile).items():
        variable = SETTINGS[name].older
        if variable and not (name == "model" and each.value == EMBEDDED):
            endpoint[variable] = str(each.value)
        else:
            defaults[parameter(name)] = _plain(each.value)
    before = {variable: os.environ.get(variable) for variable in endpoint}
    os.environ.update(endpoint)
    try:
        yield {command: defaults}
    finally:
        for variable, value in before.items():
            if value is None:
                os.environ.pop(variable, None)
            else:
                os.environ[variable] = value


def _plain(value: Value) -> Any:
    return list(value) if isinstance(value, tuple) else value
