"""The desk for workers in other processes of this machine: a local socket, a thread for each that comes to it.

`Counter` stands in the process of the desk, `CounterDesk` in the worker's. What is said is pickled by
`multiprocessing.connection`, between processes of one user that share a key made for the run.
"""

from __future__ import annotations

import contextlib
import secrets
import threading
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Connection, Listener
from typing import TYPE_CHECKING, Any, Self

from summarizer.batch.engines.sending import Asked, Sender
from summarizer.batch.records import Failure, Job, Result, Stop, Task, Turn
from summarizer.batch.work import StoppedError
from summarizer.errors import SummarizerError, UsageError
from summarizer.llm.exchange import Answer, Call, Refusal

if TYPE_CHECKING:
    from summarizer.batch.desk import Desk

_OFFERED = frozenset({"next", "finish", "fail", "put_back", "stop"})
_TURNS = frozenset({"next", "finish", "fail", "put_back"})
"""After which an article is in hand, or none."""


class Counter:
    """Serves a desk to the processes that know its key, until it is closed."""

    def __init__(self, desk: Desk) -> None:
        self.key = secrets.token_bytes(32)
        self._desk = desk
        self._sender: Sender | None = None
        self._can_send = threading.Event()
        self._listener = Listener(authkey=self.key, backlog=512)
        self._minded: list[Connection] = []
        self._closed = False
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def address(self) -> Any:
        """Where it listens."""
        return self._listener.address

    def send_with(self, sender: Sender | None) -> None:
        """From now on requests are sent, by ``sender``, or never will be (None); who came before has waited for it."""
        self._sender = sender
        self._can_send.set()

    def mind(self, connection: Connection) -> None:
        """Hold this end of a pipe: it closes when this process ends, which its other end takes for a sign."""
        self._minded.append(connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._closed = True
        self._can_send.set()
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
                    name, args = connection.recv()
                    try:
                        value = self._done(name, args)
                        if name in _TURNS:
                            self._out_of_hand(in_hand)
                            in_hand = None
                        self._hand_over(connection, value)
                        if isinstance(value, Task):
                            in_hand = value
                    except (SummarizerError, Refusal, StoppedError) as problem:
                        connection.send((False, problem))
                    except (EOFError, OSError):
                        raise
                    except Exception as problem:  # a fault of ours: the article's, not the run's
                        connection.send((False, RuntimeError(f"{type(problem).__name__}: {problem}")))
        finally:
            if in_hand is not None and not self._closed:
                self._out_of_hand(in_hand)
                self._desk.abandon(in_hand)

    def _hand_over(self, connection: Connection, value: Any) -> None:
        try:
            connection.send((True, value))
        except OSError:
            if isinstance(value, Task) and not self._closed:  # who waited for it has died: it was never begun
                self._desk.put_back(value.id)
            raise

    def _out_of_hand(self, article: Task | None) -> None:
        if article is not None and self._sender is not None:
            self._sender.exchange.end(article.id)

    def _done(self, name: str, args: Any) -> Any:
        if name == "job":
            return self._desk.job
        if name in _OFFERED:
            return getattr(self._desk, name)(*args)
        self._can_send.wait()
        if self._sender is None:  # it can't be done, or the run is over
            raise StoppedError
        if name == "ask":
            return self._sender.ask(*args)
        if name == "fit":
            return self._sender.exchange.fit(*args)
        raise UsageError(f"A desk has no {name}.")


class CounterDesk:
    """The desk as a worker in another process sees it; each thread has a connection of its own."""

    def __init__(self, address: Any, key: bytes) -> None:
        self._address = address
        self._key = key
        self._mine = threading.local()

    def _say(self, name: str, *args: Any) -> Any:
        connection: Connection | None = getattr(self._mine, "connection", None)
        if connection is None:
            connection = self._mine.connection = Client(self._address, authkey=self._key)
        connection.send((name, args))
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

    def ask(self, article: int, call: Call) -> Answer:
        """As `Sender.ask`."""
        answer: Answer = self._say("ask", article, Asked.of(call))
        return answer

    def fit(self, article: int, keys: tuple[str, ...]) -> None:
        """As `AtTheDesk.fit`."""
        self._say("fit", article, keys)

    def stop(self, why: Stop) -> None:
        """As `Desk.stop`."""
        self._say("stop", why)
