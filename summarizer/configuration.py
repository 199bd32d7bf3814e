"""Settings from files and the environment, with where each comes from.

    >>> found = load("summarize", environ={"SUMMARIZER_LENGTH": "short"}, project=Path("/none"), user=Path("/none"))
    >>> found["length"].value, found["length"].source
    ('short', 'environment (SUMMARIZER_LENGTH)')

In rising order: `summarizer.toml` in the working folder, the user's own file in the platform's place, the profile that
was asked for (of the project, then of the user), the environment. What is typed on the command line wins over all;
that is the command line's to see to. A table named after a command holds for that command alone.

A project's file comes with a folder, and a folder comes from anywhere: where articles and keys are sent to (`TRUSTED`)
is therefore not its to say, but for addresses of this machine. No file holds a key; ``key-file`` names one.

How to extend
    A setting: a line in `SETTINGS`, under the name of the option it stands for.
"""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias
from urllib.parse import urlsplit

from summarizer.errors import UsageError

PROJECT = Path("summarizer.toml")
"""In the working folder."""
PREFIX = "SUMMARIZER_"
PROFILES = "profile"
COMMANDS = ("summarize", "translate", "brief", "batch", "verify", "figures", "doctor")
LARGEST = 100_000
"""Bytes of a file."""


class Setting(NamedTuple):
    """What a setting may be."""

    kind: type
    """`str`, `int`, `float`, `bool`, `list` (of strings) or `Path`."""
    choices: tuple[str, ...] = ()
    older: str = ""
    """The environment variable that other tools know it by."""


_FORMATS = ("text", "md", "html", "docx", "json", "jsonl", "csv", "xlsx")
SETTINGS: Mapping[str, Setting] = {
    "model": Setting(str, older="OPENAI_MODEL"),
    "base-url": Setting(str, older="OPENAI_BASE_URL"),
    "key-file": Setting(Path, older="OPENAI_API_KEY_FILE"),
    "model-path": Setting(Path),
    "context-tokens": Setting(int),
    "timeout": Setting(float),
    "source-lang": Setting(str, ("de",)),
    "length": Setting(str, ("short", "medium", "long")),
    "strategy": Setting(str, ("auto", "whole", "map-reduce", "sentences")),
    "audience": Setting(str, ("minister", "analyst", "press")),
    "glossary": Setting(list),
    "sensitivity": Setting(str, ("default", "high")),
    "fail-on": Setting(str),
    "require-coverage": Setting(bool),
    "strict": Setting(bool),
    "format": Setting(str, _FORMATS),
    "concurrency": Setting(int),
    "rpm": Setting(int),
    "tpm": Setting(int),
    "max-cost": Setting(float),
    "max-tokens": Setting(int),
    "no-cache": Setting(bool),
    "allow-private": Setting(bool),
}
TRUSTED = frozenset({"base-url", "key-file", "model-path", "allow-private"})
"""Where articles and keys go, and what is loaded: a project's file may not say it."""
_KEYS = frozenset({"api-key", "key", "openai-api-key", "token", "password", "secret"})
_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})
_TRUE = frozenset({"1", "true", "yes", "on"})
_FALSE = frozenset({"", "0", "false", "no", "off"})

Value: TypeAlias = str | int | float | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A setting's value and where it is from."""

    value: Value
    source: str
    """As a reader can find it: ``summarizer.toml``, ``environment (SUMMARIZER_MODEL)``."""
    from_file: bool = True


def user_file() -> Path:
    """The file that SUMMARIZER_CONFIG names, or that in the platform's place for a user's settings."""
    if named := os.environ.get(f"{PREFIX}CONFIG", "").strip():
        return Path(named).expanduser()
    import platformdirs

    return platformdirs.user_config_path("summarizer-de-en", appauthor=False) / "config.toml"


def load(
    command: str | None = None,
    profile: str | None = None,
    *,
    environ: Mapping[str, str] | None = None,
    project: Path = PROJECT,
    user: Path | None = None,
) -> dict[str, Found]:
    """What is set for ``command`` (None: for all of them) under ``profile``, by the names of `SETTINGS`.

    Raises `UsageError`, naming the file, for one that can't be read, an unknown setting or profile, a key, and a
    value that is not of its kind.
    """
    env = os.environ if environ is None else environ
    files = [
        (path, shown, _read(path, shown), trusted)
        for path, shown, trusted in (
            (project, str(project), False),
            (user if user is not None else user_file(), str(user if user is not None else user_file()), True),
        )
    ]
    found: dict[str, Found] = {}
    for path, shown, table, trusted in files:
        _check(table, shown)
        found |= _layer(table, shown, path.parent, command, trusted=trusted)
    if profile:
        known = sorted({name for _, _, table, _ in files for name in table.get(PROFILES, {})})
        if profile not in known:
            raise UsageError(f"There is no profile {profile!r}{_meant(profile, known)}")
        for path, shown, table, trusted in files:
            part = table.get(PROFILES, {}).get(profile, {})
            found |= _layer(part, f"{shown}, profile {profile}", path.parent, command, trusted=trusted)
    return found | dict(_environment(env))


def profiles(project: Path = PROJECT, user: Path | None = None) -> tuple[str, ...]:
    """The profiles that either file holds, in alphabetical order."""
    paths = (project, user if user is not None else user_file())
    return tuple(sorted({name for path in paths for name in _read(path, str(path)).get(PROFILES, {})}))


def _read(path: Path, shown: str) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as problem:
        raise UsageError(f"The settings in {shown} can't be read ({problem.strerror}).") from None
    if len(data) > LARGEST:
        raise UsageError(f"The settings in {shown} are larger than {LARGEST // 1000} kB; this is not such a file.")
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as problem:
        raise UsageError(f"The settings in {shown} are not TOML ({problem}); correct the file.") from None


def _check(table: Mapping[str, Any], shown: str) -> None:
    """That every name in a file is known, also in the profiles and commands that this run does not use."""
    for name, value in table.items():
        if name == PROFILES:
            if not isinstance(value, dict) or not all(isinstance(each, dict) for each in value.values()):
                raise UsageError(f"In {shown}, profiles are tables, such as [{PROFILES}.work].")
            for profile, part in value.items():
                if PROFILES in part:
                    raise UsageError(f"In {shown}, the profile {profile!r} holds profiles itself; take them out.")
                _check(part, f"{shown}, profile {profile}")
        elif name in COMMANDS:
            if not isinstance(value, dict):
                raise UsageError(f"In {shown}, {name} is a command; its settings are a table, [{name}].")
            for each in value:
                _known(each, shown, tables=False)
        else:
            _known(name, shown, tables=True)


def _known(name: str, shown: str, *, tables: bool) -> None:
    if name in SETTINGS:
        return
    if name.lower().replace("_", "-") in _KEYS:
        raise UsageError(
            f"In {shown}, {name} would be a key, and no key belongs there; put it into a file that only you can read "
            "(chmod 600) and name that with key-file."
        )
    names = [*SETTINGS, *COMMANDS, PROFILES] if tables else list(SETTINGS)
    raise UsageError(f"In {shown}, {name!r} is not a setting{_meant(name.replace('_', '-'), names)}")


def _meant(name: str, known: list[str]) -> str:
    """How a sentence about an unknown name ends."""
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    if close:
        return f"; did you mean {close[0]!r}?"
    return f"; known are: {', '.join(known)}." if known else "; none is known."


def _layer(
    table: Mapping[str, Any], shown: str, folder: Path, command: str | None, *, trusted: bool
) -> dict[str, Found]:
    own = table.get(command, {}) if command else {}
    plain = {name: value for name, value in table.items() if name in SETTINGS}
    found = {}
    for name, value in (plain | own).items():
        checked = _value(name, value, shown, folder)
        if not trusted and name in TRUSTED and not _harmless(name, checked):
            raise UsageError(
                f"In {shown}, {name} says where articles or keys go, which a folder's own file may not; put it into "
                f"{user_file()}, or give it on the command line."
            )
        found[name] = Found(checked, shown)
    return found


def _harmless(name: str, value: Value) -> bool:
    if name == "base-url":
        try:
            return urlsplit(str(value)).hostname in _THIS_MACHINE
        except ValueError:
            return False
    return value is False


def _value(name: str, value: Any, shown: str, folder: Path) -> Value:
    kind, choices, _ = SETTINGS[name]
    good = isinstance(value, bool) if kind is bool else not isinstance(value, bool)
    wanted = {int: "a whole number", float: "a number", bool: "true or false", list: "a list of strings"}
    if kind is float:
        good = good and isinstance(value, int | float)
    elif kind is list:
        good = good and isinstance(value, list) and all(isinstance(each, str) for each in value)
    elif kind in (str, Path):
        good = good and isinstance(value, str) and bool(value.strip())
    else:
        good = good and isinstance(value, kind)
    if not good:
        raise UsageError(f"In {shown}, {name} must be {wanted.get(kind, 'a string')}.")
    if choices and value not in choices:
        raise UsageError(f"In {shown}, {name} must be one of {', '.join(choices)}.")
    if kind is Path:
        return str(folder / Path(value).expanduser())
    if kind is list:
        return tuple(str(folder / Path(each).expanduser()) for each in value)
    return value  # type: ignore[no-any-return]  # checked above


def _environment(env: Mapping[str, str]) -> Iterator[tuple[str, Found]]:
    for name, (kind, choices, older) in SETTINGS.items():
        variable = PREFIX + name.upper().replace("-", "_")
        text = env.get(variable, "").strip()
        if not text and older:
            variable, text = older, env.get(older, "").strip()
        if text:
            yield name, Found(_typed(variable, text, kind, choices), f"environment ({variable})", from_file=False)


def _typed(variable: str, text: str, kind: type, choices: tuple[str, ...]) -> Value:
    if choices and text not in choices:
        raise UsageError(f"{variable} must be one of {', '.join(choices)}.")
    try:
        if kind in (int, float):
            return int(text) if kind is int else float(text)
    except ValueError:
        raise UsageError(f"{variable} must be a {'whole ' if kind is int else ''}number.") from None
    if kind is bool:
        if text.lower() not in _TRUE | _FALSE:
            raise UsageError(f"{variable} must be 1 or 0.")
        return text.lower() in _TRUE
    return tuple(text.split(os.pathsep)) if kind is list else text
