"""Where results go: the screen, or a file that is written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import stat
import sys
import tempfile
from collections.abc import Collection
from pathlib import Path

from summarizer.cli.boundary import one_line
from summarizer.cli.streams import say
from summarizer.errors import UsageError
from summarizer.reports import Content, Format, Screen, encode, render

_NARROWEST, _WIDEST = 60, 140


ALL = tuple(Format)
_ENDINGS = (
    {".txt": Format.TEXT}
    | {f".{form.value}": form for form in Format}
    | {
        ".markdown": Format.MD,
        ".htm": Format.HTML,
        ".ndjson": Format.JSONL,
    }
)


def form_of(asked: Format | None, path: Path | None, *, forms: Collection[Format] = ALL) -> Format:
    """The format asked for, or that of the file's ending, or text where it has none.

    Raises `UsageError` for an ending that stands for none of ``forms``: what is in a file must be what its name says.
    """
    if asked is not None or path is None or not path.suffix:
        return asked or Format.TEXT
    found = _ENDINGS.get(path.suffix.lower())
    if found is None or found not in forms:
        known = ", ".join(ending for ending, form in _ENDINGS.items() if form in forms)
        raise UsageError(
            f"The output {path} ends in {path.suffix}, which stands for no format that can be written here; end it in "
            f"one of {known}, or say with --format what to write."
        )
    return found


def folder_named(path: Path) -> Path:
    """``path`` as the name of a folder. Raises `UsageError` where it is that of a file, such as ``all.csv``."""
    if path.suffix.lower() in _ENDINGS and not path.is_dir():
        raise UsageError(
            f"The output {path} is named like a file, and each result gets a file of its own: name a folder."
        )
    return path


def showable(form: Format | None, path: Path | None) -> None:
    """Raise `UsageError` for a binary format that would go to a terminal: asked before the work, not after it."""
    if form is not None and form.binary and path is None and sys.stdout.isatty():
        raise UsageError(f"--format {form.value} is no text for a terminal; name a file with -o, or pipe it.")


def show(content: Content, form: Format) -> None:
    """Write a report to standard output: drawn for the terminal where it is one, plain where it is piped."""
    if form.binary:
        show_bytes(encode(content, form), form)
    else:
        show_bytes(render(content, form, screen() if form is Format.TEXT else None).encode("utf-8", "replace"), form)


def show_bytes(data: bytes, form: Format) -> None:
    """Put what was written in ``form`` on standard output, in its encoding where it is text."""
    if form.binary:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    text = data.decode("utf-8")
    if form in _ESCAPES and not _speaks_unicode():
        text = _ESCAPES[form](text)
    sys.stdout.write(text)
    sys.stdout.flush()


def screen() -> Screen | None:
    """The terminal that standard output is; None for a pipe, a file or a dumb terminal."""
    if not sys.stdout.isatty() or os.environ.get("TERM") == "dumb" or not _speaks_unicode():
        return None
    width = min(max(shutil.get_terminal_size().columns, _NARROWEST), _WIDEST)
    return Screen(width, colour=not os.environ.get("NO_COLOR"))


def _speaks_unicode() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")


def _json_in_ascii(text: str) -> str:
    import json

    return re.sub(r"[^\x00-\x7f]", lambda match: json.dumps(match[0])[1:-1], text)


def _html_in_ascii(text: str) -> str:
    return text.encode("ascii", "xmlcharrefreplace").decode("ascii")


_ESCAPES = {Format.JSON: _json_in_ascii, Format.JSONL: _json_in_ascii, Format.HTML: _html_in_ascii}
"""Formats that can say every character in ASCII, where others take the nearest that the terminal has."""


def writable(
    path: Path | None,
    *,
    inputs: tuple[str, ...] = (),
    form: Format | None = None,
    forms: Collection[Format] = ALL,
) -> Path | None:
    """``path``, once it is sure that a file can be put there: asked before the work, not after it.

    Raises `UsageError` for a folder, a folder that is missing or can't be written, for a file that is being read,
    without a ``form`` for an ending that stands for none of ``forms``, and where there is no path and ``form`` is
    nothing for the terminal that standard output is.
    """
    showable(form, path)
    if path is None:
        return None
    if path.is_dir():
        raise UsageError(f"The output {path} is a folder; name a file in it.")
    form_of(form, path, forms=forms)
    folder = path.resolve().parent
    if not folder.is_dir():
        raise UsageError(f"The folder {folder} for the output does not exist; create it first.")
    if not os.access(folder, os.W_OK) and not _is_device(path):
        raise UsageError(f"The folder {folder} can't be written; choose another place for the output.")
    for name in inputs:
        if name != "-" and path.exists() and Path(name).exists() and path.samefile(name):
            raise UsageError(f"The output {path} is the file being read; choose another name.")
    return path


def write(path: Path, content: Content, form: Format, *, quiet: bool = False) -> None:
    """Write a report to ``path``, whole or not at all: a reader never sees half of it."""
    write_bytes(path, encode(content, form), quiet=quiet)


def write_bytes(path: Path, data: bytes, *, quiet: bool = False) -> None:
    """Put ``data`` into ``path``, whole or not at all. Raises `UsageError` where that can't be done."""
    target = path.resolve()
    try:
        if _is_device(path):
            target.write_bytes(data)
        else:
            _replace(target, data)
    except OSError as problem:
        raise UsageError(f"The output {path} can't be written ({problem.strerror or problem}).") from None
    if not quiet:
        say(f"summarizer: written to {one_line(str(path))}.")


def _replace(target: Path, data: bytes) -> None:
    # In the same folder, because a rename is only atomic within one file system.
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _mode(target: Path) -> int:
    """The permissions the file has, or those a new file gets here."""
    with contextlib.suppress(OSError):
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _is_device(path: Path) -> bool:
    return path.exists() and not path.is_file()
