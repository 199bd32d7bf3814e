"""The desk for workers in other processes of this machine: a local socket, a thread for each that comes to it.

`Counter` stands in the process of the desk, `CounterDesk` in the worker's. What is said is pickled by
`multiprocessing.connection`, between processes of one user that share a key made for the run.
"""

from __future__ import annotations

import contextlib
import secrets
import threading
from collections.abc import Mapping, Sequence
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Connection, Listener
from typing import TYPE_CHECKING, Any, Self

from summarizer.batch.records import Admission, Failure, Job, Result, Stop, Task, Turn
from summarizer.data import Usage
from summarizer.errors import SummarizerError, UsageError

if TYPE_CHECKING:
    from summarizer.batch.desk import Desk

_OFFERED = frozenset({"next", "finish", "fail", "put_back", "recall", "admit", "keep", "withdraw", "observe", "stop"})


class Counter:
    """Serves a desk to the processes that know its key, until it is closed."""

    def __init__(self, desk: Desk) -> None:
        self.key = secrets.token_bytes(32)
        self._desk = desk
        self._listener = Listener(authkey=self.key, backlog=512)
        self._minded: list[Connection] = []
        self._closed = False
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def address(self) -> Any:
        """Where it listens."""
        return self._listener.address

    def mind(self, connection: Connection) -> None:
        """Hold this end of a pipe: it closes when this process ends, which its other end takes for a sign."""
        self._minded.append(connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._closed = True
        for connection in self._minded:
            connection.close()
        self._listener.close()

    def _accept(self) -> None:
        while not self._closed:
            with contextlib.suppress(AuthenticationError, EOFError, OSError):  # a stranger without the key, or the end
                connection = self._listener.accept()
                threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection: Connection) -> None:
        in_hand: Task | None = None
        try:
            with connection, contextlib.suppress(EOFError, OSError):
                while True:
                    name, args, named = connection.recv()
                    try:
                        value = self._desk.job if name == "job" else self._done(name, args, named)
                        if name in ("next", "finish", "fail", "put_back"):
                            in_hand = value if isinstance(value, Task) else None
                        connection.send((True, value))
                    except SummarizerError as problem:
                        connection.send((False, problem))
        finally:
            if in_hand is not None and not self._closed:
                self._desk.abandon(in_hand)

    def _done(self, name: str, args: Any, named: Any) -> Any:
        if name not in _OFFERED:
            raise UsageError(f"A desk has no {name}.")
        return getattr(self._desk, name)(*args, **named)


class CounterDesk:
    """The desk as a worker in another process sees it; each thread has a connection of its own."""

    def __init__(self, address: Any, key: bytes) -> None:
        self._address = address
        self._key = key
        self._mine = threading.local()

    def _say(self, name: str, *args: Any, **named: Any) -> Any:
        connection: Connection | None = getattr(self._mine, "connection", None)
        if connection is None:
            connection = self._mine.connection = Client(self._address, authkey=self._key)
        connection.send((name, args, named))
        good, value = connection.recv()
        if not good:
            raise value
        return value

    def job(self) -> Job:
        """What is to be done with each article."""
        made: Job = self._say("job")
        return made

    def next(self, patience: float = 3600.0) -> Turn:
        """As `Desk.next`."""
        turn: Turn = self._say("next", patience)
        return turn

    def finish(self, article: int, result: Result) -> None:
        """As `Desk.finish`."""
        self._say("finish", article, result)

    def fail(self, article: Task, failure: Failure) -> None:
        """As `Desk.fail`."""
        self._say("fail", article, failure)

    def put_back(self, article: int) -> None:
        """As `Desk.put_back`."""
        self._say("put_back", article)

    def recall(self, article: int, keys: Sequence[str]) -> tuple[int, str, bool] | None:
        """As `Desk.recall`."""
        known: tuple[int, str, bool] | None = self._say("recall", article, tuple(keys))
        return known

    def admit(self, article: int, key: str, most: Usage, patience: float = 3600.0) -> Admission:
        """As `Desk.admit`."""
        word: Admission = self._say("admit", article, key, most, patience)
        return word

    def keep(self, article: int, key: str, raw: str | None, usage: Usage, *, free: bool = False) -> None:
        """As `Desk.keep`."""
        self._say("keep", article, key, raw, usage, free=free)

    def withdraw(self, article: int, key: str, *, counts: bool) -> None:
        """As `Desk.withdraw`."""
        self._say("withdraw", article, key, counts=counts)

    def observe(self, status: int, headers: Mapping[str, str]) -> None:
        """As `Desk.observe`."""
        self._say("observe", status, dict(headers))

    def stop(self, why: Stop) -> None:
        """As `Desk.stop`."""
        self._say("stop", why)
