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
        self._failed: OSError | None = None

    def wrote(self) -> int:
        """Something was written; gives its number."""
        with self._counting:
            self._written += 1
            return self._written

    def bring(self, number: int) -> None:
        """Return when what was written under ``number`` is on the disk. Raises `OSError`.

        A sync that fails is not tried again: the system may have dropped what it could not write, and would say of the
        next one that all is well (fsync(2), "EIO" under Errors). What was safe before stays so.
        """
        with self._turn:
            if self._safe >= number:  # whoever had the turn before has taken it along
                return
            if self._failed is not None:
                raise OSError(self._failed.errno, self._failed.strerror)
            written = self._written
            if self._file is None:
                self._file = os.open(self._path, self._flags)
            try:
                self._sync(self._file)
            except OSError as problem:
                self._failed = problem
                raise
            self._safe = written

    def close(self) -> None:
        """Close it; it is opened again when it is needed."""
        with self._turn:
            if self._file is not None:
                os.close(self._file)
            self._file = None
