"""The bytes of an input with what is known of them before they are read, from a file or standard input.

`fetching` makes the same record of an address. The record is what a format's `recognises` and `read` are given.
"""

from __future__ import annotations

import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from summarizer.errors import InputError
from summarizer.inputs.cleaning import one_line

STANDARD_INPUT = "-"
LARGEST = 20_000_000
"""Bytes. A newspaper's whole day is smaller; what is larger is a wrong file."""


@dataclass(frozen=True, slots=True)
class Source:
    """What an input's name led to."""

    data: bytes
    origin: str
    """The name as it can be shown: a path, an address, ``-``."""
    media_type: str = ""
    """What the server says it is (``text/html``), in small letters without parameters; empty where nobody said."""
    charset: str = ""
    """The encoding the server names; empty where nobody said."""
    url: str | None = None
    """The address it came from in the end, after redirects."""
    retrieved: str | None = None
    """ISO date and time, UTC."""

    @property
    def shown(self) -> str:
        """What a message calls it."""
        return "standard input" if self.origin == STANDARD_INPUT else self.origin

    @property
    def ending(self) -> str:
        """The ending of its name in small letters with its dot; empty where it has none."""
        return Path(self.origin).suffix.lower() if self.url is None else ""


def too_large(shown: str) -> InputError:
    """The refusal of an input above `LARGEST`."""
    return InputError(f"{shown} is larger than {LARGEST // 1_000_000} MB: give the article alone.")


def from_standard_input(stdin: BinaryIO | None = None) -> Source:
    """All of ``stdin``, by default the process's own. Raises `InputError` where it can't be read or is too large."""
    source = stdin if stdin is not None else getattr(sys.stdin, "buffer", None)
    if source is None:
        raise InputError("standard input is closed: give the article's path.")
    try:
        data: bytes = source.read(LARGEST + 1)
    except OSError as error:
        raise InputError(f"standard input can't be read ({error.strerror}): give the article's path.") from error
    if len(data) > LARGEST:
        raise too_large("standard input")
    return Source(data, STANDARD_INPUT)


def from_file(name: str) -> Source:
    """The file ``name``; a named pipe is read to its end. Raises `InputError` where it is none, or too large."""
    shown = one_line(name)
    try:
        path = Path(name)
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise InputError(f"{shown} is a folder: name the article's file.")
        if stat.S_ISCHR(mode) or stat.S_ISBLK(mode) or stat.S_ISSOCK(mode):
            raise InputError(f"{shown} is a device, not a file: name the article's file, or give - for standard input.")
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise InputError(f"{shown} does not exist: check the path, or give - for standard input.") from error
    except PermissionError as error:
        raise InputError(f"{shown} may not be read by this user: change its permissions.") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a path"
        raise InputError(f"{shown} can't be read ({reason}): check the path.") from error
    if len(data) > LARGEST:
        raise too_large(shown)
    return Source(data, shown)
