"""Work spread over processes: results in the order of the work, a bounded amount under way, nobody left behind.

Imported only where more than one process is asked for.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import multiprocessing.connection
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from typing import TypeVar

In = TypeVar("In")
Out = TypeVar("Out")

_STOPS = {signal.SIGINT, signal.SIGTERM}
_UNDER_WAY = 3
"""Pieces of work a process: enough to keep it busy while results are written, and no more than that."""


def in_order(work: Callable[[In], Out], pieces: Iterable[In], jobs: int) -> Iterator[Out]:
    """The result of ``work`` on each of ``pieces``, in their order; ``work`` must be importable by name."""
    under_way: deque[Future[Out]] = deque()
    with ProcessPoolExecutor(jobs, initializer=_follow_parent) as pool:
        try:
            for piece in pieces:
                with _undisturbed():
                    under_way.append(pool.submit(work, piece))
                if len(under_way) > _UNDER_WAY * jobs:
                    yield under_way.popleft().result()
            while under_way:
                yield under_way.popleft().result()
        except BaseException:
            # An interrupt can strike where the pool counts a piece that no worker has: it would wait for it for ever.
            for process in list((pool._processes or {}).values()):
                process.kill()
            raise


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Ctrl-C and a request to end wait meanwhile: a pool that is interrupted at its book-keeping never ends."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _STOPS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _follow_parent() -> None:
    # Ctrl-C reaches every process of the terminal; the parent says the one line and ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPS)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    # A parent that is killed ends nobody, and its workers would wait for work for ever.
    parent = multiprocessing.parent_process()
    if parent is not None:
        multiprocessing.connection.wait([parent.sentinel])
        os._exit(1)
