"""What is going on, on standard error: one living line in a terminal, plain lines elsewhere."""

from __future__ import annotations

import shutil
import sys
from types import TracebackType

from summarizer.cli.boundary import one_line
from summarizer.cli.streams import say


class Progress:
    """Says each step that it is called with; as a context it clears its line at the end, however that comes."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._quiet = quiet
        self._living = sys.stderr.isatty()
        self._shown = False

    def __call__(self, step: str) -> None:
        """Show ``step``, a phrase without a full stop, in place of the one before."""
        if self._quiet:
            return
        step = one_line(step)
        if not self._living:
            say(f"summarizer: {step}")
            return
        width = shutil.get_terminal_size().columns - 1
        sys.stderr.write(f"\r\x1b[K{step[:width]}")
        sys.stderr.flush()
        self._shown = True

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False
