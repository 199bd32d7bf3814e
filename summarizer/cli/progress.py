"""What is going on, on standard error: one living line in a terminal, plain lines now and then elsewhere."""

from __future__ import annotations

import re
import shutil
import sys
import time
from types import TracebackType

from summarizer.cli.boundary import one_line
from summarizer.cli.streams import say

LINE_SECONDS = 5.0
"""Between two plain lines of one phase: a log is read later, and a gigabyte has many steps."""
REDRAW_SECONDS = 0.1
_NUMBER = re.compile(r"[\d.,]+")


class Progress:
    """Says the steps it is called with; as a context it clears its line at the end, however that comes."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet
        self._living = sys.stderr.isatty()
        self._phase = ""
        self._last = 0.0
        self._shown = False

    def __call__(self, step: str) -> None:
        """Show ``step``, a phrase without a full stop, in place of the one before.

        Steps that differ in their numbers alone are one phase, of which only some are shown.
        """
        if self._quiet:
            return
        step = one_line(step)
        phase, now = _NUMBER.sub("", step), time.monotonic()
        if phase == self._phase and now - self._last < (REDRAW_SECONDS if self._living else LINE_SECONDS):
            return
        self._phase, self._last = phase, now
        if self._living:
            self._draw(step)
        else:
            say(f"summarizer: {step}")

    def _draw(self, text: str) -> None:
        width = shutil.get_terminal_size().columns - 1
        sys.stderr.write(f"\r\x1b[K{text[:width]}")
        sys.stderr.flush()
        self._shown = bool(text)

    def clear(self) -> None:
        """Take the line away, so that a result can be shown in its place."""
        if self._shown:
            self._draw("")

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        self.clear()
