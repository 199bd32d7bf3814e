"""What is going on: one living line on a terminal, with the time that is left; silent elsewhere.

Each step is logged as well, so that ``--verbose`` says it on any standard error and ``--log-file`` keeps it.
"""

from __future__ import annotations

import logging
import re
import shutil
import sys
import time
from types import TracebackType

from summarizer.cli import logs
from summarizer.cli.boundary import one_line

LINE_SECONDS = 5.0
"""Between two records of one phase: a log is read later, and a gigabyte has many steps."""
REDRAW_SECONDS = 0.1
ENOUGH_SECONDS = 3.0
"""Of a phase, before it can be told how long the rest will take."""
_NUMBER = re.compile(r"[\d.,]+")
_COUNT = re.compile(r"(\d[\d,]*) of (\d[\d,]*)")


class Progress:
    """Says the steps it is called with; as a context it clears its line at the end, however that comes."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._living = not quiet and sys.stderr.isatty() and not logs.verbose()
        self._logger = logging.getLogger("summarizer.progress")
        self._phase = ""
        self._begun = (0.0, 0)
        self._drawn = self._logged = -LINE_SECONDS
        self._shown = False

    def __call__(self, step: str) -> None:
        """Show ``step``, a phrase without a full stop, in place of the one before.

        Steps that differ in their numbers alone are one phase, of which only some are shown. Of "2 of 8" the time that
        the rest will take is told, once there is enough to tell it by.
        """
        step = one_line(step)
        phase, now = _NUMBER.sub("", step), time.monotonic()
        counted = _COUNT.search(step)
        done, total = (int(each.replace(",", "")) for each in counted.groups()) if counted else (0, 0)
        fresh = phase != self._phase
        if fresh:
            self._phase, self._begun = phase, (now, done)
        if fresh or now - self._logged >= LINE_SECONDS:
            self._logged = now
            self._logger.info("%s", step)
        if self._living and (fresh or now - self._drawn >= REDRAW_SECONDS):
            self._drawn = now
            self._draw(step + self._left(now, done, total))

    def _left(self, now: float, done: int, total: int) -> str:
        since, first = self._begun
        if done <= first or done >= total or now - since < ENOUGH_SECONDS:
            return ""
        seconds = (now - since) / (done - first) * (total - done)
        return f", about {seconds:.0f} s left" if seconds < 100 else f", about {seconds / 60:.0f} min left"

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
