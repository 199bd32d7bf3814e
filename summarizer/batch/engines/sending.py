"""Requests that workers elsewhere have written, sent from the desk's process.

A process that computes answers its sockets late: an answer that has come waits until the interpreter is free, and the
endpoint waits with it for the next request. A process that only sends takes a millisecond of CPU for each, and keeps
hundreds under way. Nor does a worker that dies take an answer along: it comes home, is in the ledger, and the article,
begun again elsewhere, finds it there; one that is still under way is joined, not sent again.

`Sender` stands at the desk, `Distant` in the worker; what carries their words is the engine's matter.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, Protocol

from summarizer.batch.work import AtTheDesk, Front, StoppedError
from summarizer.llm.exchange import Answer, Call, Send


@dataclass(frozen=True, slots=True)
class Asked:
    """A `Call` that can travel."""

    keys: tuple[str, ...]
    endpoint: str
    model: str
    body: dict[str, Any]
    max_tokens: int
    prompt_tokens: int

    @classmethod
    def of(cls, call: Call) -> Asked:
        """``call``, with its tokens counted."""
        return cls(call.keys, call.endpoint, call.model, dict(call.body), call.max_tokens, call.count())

    def call(self) -> Call:
        """It again."""
        return Call(self.keys, self.endpoint, self.model, self.body, self.max_tokens, lambda: self.prompt_tokens)


class Sender:
    """Answers what workers ask: from the ledger, the user's cache, or the endpoint."""

    def __init__(self, exchange: AtTheDesk, send: Callable[[Call], Answer]) -> None:
        self.exchange = exchange
        self._send = send
        self._lock = threading.Lock()
        self._sending: dict[tuple[int, str], Future[Answer]] = {}
        """Requests under way, so that who asks for the same waits for it."""

    def ask(self, article: int, asked: Asked) -> Answer:
        """The answer, asked for once however many ask. Raises what `AtTheDesk.fresh` raises."""
        call = asked.call()
        with self._lock:
            under_way = self._sending.get((article, call.key))
            mine = under_way is None
            if under_way is None:
                under_way = self._sending[article, call.key] = Future()
        if mine:
            try:
                answer = self.exchange.known(article, call)
                under_way.set_result(answer or self.exchange.fresh(article, call, lambda: self._send(call)))
            except BaseException as problem:
                under_way.set_exception(problem)
            finally:
                with self._lock:
                    del self._sending[article, call.key]
        return under_way.result()


class SendingDesk(Front, Protocol):
    """What a worker needs of a desk that sends its requests for it."""

    def ask(self, article: int, call: Call) -> Answer:
        """As `Sender.ask`."""
        ...

    def fit(self, article: int, keys: tuple[str, ...]) -> None:
        """As `AtTheDesk.fit`."""
        ...


class Distant(AtTheDesk):
    """An `Exchange` in another process: every request goes to the desk's."""

    def __init__(self, desk: SendingDesk, *, cache: bool) -> None:
        super().__init__(desk)  # type: ignore[arg-type] # it asks for nothing more than what is below
        self._distant = desk
        self._has_cache = cache

    def known(self, article: int, call: Call) -> Answer | None:
        """As the desk's process finds it."""
        return self._distant.ask(article, call)

    def fresh(self, article: int, call: Call, send: Send) -> Answer:  # noqa: ARG002 - the desk's process sends
        """Never needed: the desk's process has asked."""
        raise StoppedError

    def fit(self, article: int, keys: Sequence[str]) -> None:
        """As the desk's process does."""
        if self._has_cache:
            self._distant.fit(article, tuple(keys))

    def observe(self, *_: object) -> None:
        """The desk's process sees every answer."""
