"""How workers on other machines reach the desk: a Ray actor that holds what they say until the desk's process has it.

Workers call `say` and wait; the desk's process collects letters and delivers answers. All of it travels as Ray's own
messages, so no port is opened. The actor lives on the desk's machine and dies with it.
"""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from typing import Any

from summarizer.batch.engines.sending import Asked
from summarizer.batch.records import Failure, Pause, Result, Stop, Task, Turn
from summarizer.data import Article
from summarizer.llm.exchange import Answer, Call

_LINGER_SECONDS = 1.0
"""How long `collect` waits for a first letter."""
_PATIENCE = 30.0
"""Seconds a worker waits for an article before it asks again."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What a worker wants of the desk."""

    number: int
    worker: int
    name: str
    args: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """The desk's answer to a letter."""

    number: int
    good: bool
    value: Any
    """What was asked for, or the exception."""


class Mailbox:
    """The actor."""

    def __init__(self) -> None:
        self._letters: asyncio.Queue[Letter] = asyncio.Queue()
        self._awaited: dict[int, asyncio.Future[Reply]] = {}
        self._number = 0

    async def say(self, worker: int, name: str, args: tuple[Any, ...]) -> Reply:
        """Tell the desk, and wait for what it says."""
        self._number += 1
        number = self._number
        self._awaited[number] = asyncio.get_running_loop().create_future()
        await self._letters.put(Letter(number, worker, name, args))
        return await self._awaited[number]

    async def collect(self) -> list[Letter]:
        """The letters that have come; none after a second without any."""
        letters = []
        with contextlib.suppress(asyncio.TimeoutError):
            letters.append(await asyncio.wait_for(self._letters.get(), _LINGER_SECONDS))
        while not self._letters.empty():
            letters.append(self._letters.get_nowait())
        return letters

    async def deliver(self, replies: list[Reply]) -> None:
        """Hand out what the desk said."""
        for reply in replies:
            awaited = self._awaited.pop(reply.number, None)
            if awaited is not None and not awaited.done():
                awaited.set_result(reply)


class DistantDesk:
    """The desk as a worker of another machine sees it."""

    def __init__(self, mailbox: Any, worker: int) -> None:
        self._mailbox = mailbox
        self._worker = worker

    def say(self, name: str, *args: Any) -> Any:
        """What the desk says to ``name``. Raises what it raised there, `OSError` where there is no desk any more."""
        import ray

        try:
            reply: Reply = ray.get(self._mailbox.say.remote(self._worker, name, args))
        except ray.exceptions.RayError as problem:
            raise OSError(f"the desk is gone: {problem}") from None
        if not reply.good:
            raise reply.value
        return reply.value

    def next(self, patience: float = _PATIENCE) -> Turn:
        """As `Desk.next`, but asks again instead of pausing."""
        while (turn := self.say("next", min(patience, _PATIENCE))) is Pause.PAUSE:
            pass
        task: Task | None = turn
        return task

    def finish(self, article: int, result: Result) -> None:
        """As `Desk.finish`."""
        self.say("finish", article, result)

    def fail(self, article: Task, failure: Failure) -> None:
        """As `Desk.fail`."""
        self.say("fail", article, failure)

    def put_back(self, article: int) -> None:
        """As `Desk.put_back`."""
        self.say("put_back", article)

    def stop(self, why: Stop) -> None:
        """As `Desk.stop`."""
        self.say("stop", why)

    def read(self, source: Any) -> Article:
        """The article, which lies on the desk's machine."""
        article: Article = self.say("read", source)
        return article

    def ask(self, article: int, call: Call) -> Answer:
        """The answer to ``call``: from the ledger, the cache or the endpoint, which the desk's process asks."""
        answer: Answer = self.say("ask", article, Asked.of(call))
        return answer

    def fit(self, article: int, keys: tuple[str, ...]) -> None:
        """As `AtTheDesk.fit`."""
        self.say("fit", article, keys)
