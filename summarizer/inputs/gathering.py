"""From the names on a command line to the inputs they mean: folders and patterns unfolded, each input once.

The order is that of the names; within a folder or a pattern it is the natural one, in which ``seite2`` comes before
``seite10``, whatever the file system says. Two names of one file are one input.

A file that does not exist is passed on: `summarizer.inputs.read` says so when its turn comes, and one wrong name among
many does not stop the rest. A folder or pattern that leads to nothing is refused here, because it would be passed over
in silence.
"""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from summarizer.errors import InputError
from summarizer.inputs.cleaning import one_line
from summarizer.inputs.source import STANDARD_INPUT

_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_DIGITS = re.compile(r"(\d+)")


def is_address(name: str) -> bool:
    """Whether an input's name is an address to fetch rather than a path."""
    return _ADDRESS.match(name) is not None


def means_many(name: str) -> bool:
    """Whether ``name`` is a folder or a pattern, which may mean several inputs."""
    if name == STANDARD_INPUT or is_address(name):
        return False
    path = Path(name)
    return _is(path.is_dir) or (glob.has_magic(name) and not _is(path.exists))


def unfold(names: Sequence[str], endings: frozenset[str]) -> tuple[str, ...]:
    """Every input that ``names`` mean; of a folder, the files with one of ``endings``, at any depth.

    Hidden files and folders are left out, and links to folders are not followed. Raises `InputError` for a folder or
    pattern that holds no input, and where there are no names at all.
    """
    if not names:
        raise InputError("There is nothing to read: name a file, a folder, an address, or - for standard input.")
    found: dict[object, str] = {}
    for name in names:
        for each in _meant(name, endings):
            found.setdefault(_identity(each), each)
    return tuple(found.values())


def _meant(name: str, endings: frozenset[str]) -> list[str]:
    if not means_many(name):
        return [name]
    path = Path(name)
    return _in_folder(path, endings) if _is(path.is_dir) else _matching(name, endings)


def _in_folder(folder: Path, endings: frozenset[str]) -> list[str]:
    found = [str(path) for path in _files(folder) if path.suffix.lower() in endings]
    if not found:
        known = ", ".join(sorted(endings))
        raise InputError(f"{one_line(str(folder))} holds no file this tool reads: it takes those ending in {known}.")
    return sorted(found, key=_natural)


def _files(folder: Path) -> Iterator[Path]:
    def refuse(error: OSError) -> None:
        shown = one_line(str(error.filename or folder))
        raise InputError(f"{shown} can't be listed ({error.strerror}): change its permissions.") from error

    for place, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, name) for name in files if not name.startswith("."))


def _matching(pattern: str, endings: frozenset[str]) -> list[str]:
    found: list[str] = []
    for name in sorted(glob.glob(pattern, recursive=True), key=_natural):  # noqa: PTH207 - Path.glob takes no absolute pattern
        path = Path(name)
        if not path.is_dir():
            found.append(name)
        elif "**" not in pattern:  # which lists what is in the folders by itself
            found.extend(sorted((str(p) for p in _files(path) if p.suffix.lower() in endings), key=_natural))
    if not found:
        raise InputError(f"{one_line(pattern)} matches no file: check the pattern.")
    return found


def _natural(name: str) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """A key by which numbers in names count as numbers; the name itself settles what is left."""
    parts = _DIGITS.split(name.casefold().replace(os.sep, "\0"))
    return tuple((1, int(part), "") if part.isdecimal() else (0, 0, part) for part in parts), name


def _identity(name: str) -> object:
    if is_address(name):
        return name.partition("#")[0]
    if name == STANDARD_INPUT:
        return name
    try:
        found = os.stat(name)  # noqa: PTH116 - one call for both numbers, and a path may hold what Path refuses
    except (OSError, ValueError):
        return name
    return found.st_dev, found.st_ino


def _is(question: Callable[[], bool]) -> bool:
    try:
        return question()
    except (OSError, ValueError):  # a name too long, or with a NUL
        return False
