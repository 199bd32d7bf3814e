"""Runs the command line inside the test's process, with streams of bytes in place of the real ones."""

from __future__ import annotations

import contextlib
import io
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from unittest import mock

from summarizer.cli.boundary import run
from summarizer.cli.streams import prepare


@dataclass(frozen=True, slots=True)
class Result:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one line on standard error; fails where there are more, or a traceback."""
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        assert lines[0].startswith("summarizer: ")
        assert lines[0].endswith((".", "?")), self.err
        return lines[0].removeprefix("summarizer: ")


class Stream(io.TextIOWrapper):
    """A text stream over memory that says whether it is a terminal."""

    def __init__(self, data: bytes = b"", *, encoding: str = "utf-8", tty: bool = False) -> None:
        self.tty = tty
        self.memory = io.BytesIO(data)
        super().__init__(self.memory, encoding=encoding, newline="\n")

    def isatty(self) -> bool:
        """As told."""
        return self.tty

    def written(self) -> str:
        """All that was written."""
        self.flush()
        return self.memory.getvalue().decode(self.encoding)


def invoke(*args: Any, stdin: bytes | str = b"", encoding: str = "utf-8", tty: bool = False) -> Result:
    """Run ``summarizer`` with ``args``."""
    data = stdin.encode("utf-8") if isinstance(stdin, str) else stdin
    out, err = Stream(encoding=encoding, tty=tty), Stream(encoding=encoding, tty=tty)
    with (
        mock.patch.object(sys, "stdin", Stream(data)),
        mock.patch.object(sys, "stdout", out),
        mock.patch.object(sys, "stderr", err),
        _signals_kept(),
    ):
        prepare()
        try:
            code = run([str(arg) for arg in args])
        except SystemExit as leaving:
            code = leaving.code if isinstance(leaving.code, int) else 1
    return Result(code, out.written(), err.written())


@contextlib.contextmanager
def _signals_kept() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
