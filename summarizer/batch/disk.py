"""Bringing what was written to the disk, once for all who wait for it.

A sync takes milliseconds, during which others write and would have to sync in turn. Here who comes while one goes on
waits for the next, and that one is for all who have come by then: fifty replies that arrive at the same moment take two
or three syncs, not fifty. Nobody returns before what he wrote is on the disk.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path


class Disk:
    """One file or folder, which is opened when it is first brought to the disk, and then has to be there."""

    def __init__(self, path: Path, flags: int = os.O_RDWR, *, sync: Callable[[int], None] = os.fsync) -> None:
        self._path = path
        self._flags = flags
        self._sync = sync
        self._file: int | None = None
        self._turn = threading.Lock()
        self._counting = threading.Lock()
        self._written = 0
        self._safe = 0

    def wrote(self) -> int:
        """Something was written; gives its number."""
        with self._counting:
            self._written += 1
            return self._written

    def bring(self, number: int) -> None:
        """Return when what was written under ``number`` is on the disk. Raises `OSError`."""
        with self._turn:
            if self._safe >= number:  # whoever had the turn before has taken it along
                return
            written = self._written
            if self._file is None:
                self._file = os.open(self._path, self._flags)
            self._sync(self._file)
            self._safe = written

    def close(self) -> None:
        """Close it; it is opened again when it is needed."""
        with self._turn:
            if self._file is not None:
                os.close(self._file)
            self._file = None
