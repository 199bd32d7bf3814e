"""Ends a connection when its time is over, whatever it is doing just then.

A time-out of the transport is for one read. A host that sends its headers, or its half of a TLS handshake, a byte a
second exceeds none of them and could hold us for a day. The transport tells of each connection it makes (its documented
``trace`` extension); a timer shuts that connection down, and the read that waits on it comes back at once.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self


class Deadline:
    """For the connections made within the context: they are shut down after ``seconds``. `over` says if so."""

    def __init__(self, seconds: float) -> None:
        self.over = False
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    def trace(self, event: str, told: Mapping[str, Any]) -> None:
        """For a request's extensions, under the name ``trace``."""
        if not event.endswith("connect_tcp.complete"):
            return
        made: socket.socket | None = told["return_value"].get_extra_info("socket")
        if made is None:
            return
        with self._lock:  # a second handle: TLS takes the first one over, and has none to show before it is agreed
            self._open.append(made.dup())
        if self.over:
            self._shut()

    def _end(self) -> None:
        self.over = True
        self._shut()

    def _shut(self) -> None:
        with self._lock:
            for each in self._open:
                with contextlib.suppress(OSError):  # the host was quicker
                    each.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        self._timer.cancel()
        with self._lock:
            while self._open:
                self._open.pop().close()
