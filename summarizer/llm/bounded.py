"""Bounds for the body of an answer: it comes to its end in time, and within memory, or is given up.

The transport's own time-out is for one read. A server or a proxy that sends a byte now and then never exceeds it, and
would hold a request, an article and at last a whole batch for ever; one that sends without end would fill the memory.
Both are given up here, and the client tries again as it does after any lost connection. What will not pass is not
tried again: a spent quota has the status of an endpoint that is busy.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

from summarizer.llm import failures

LARGEST = 64_000_000
"""Bytes of one completion as they come over the wire; a hundred times the longest any model writes."""
_BOUNDED_PATH = "/chat/completions"
"""Files of a Batch API, say, are large and may take their time."""


def bound(timeout: float, transport: Any, clock: Callable[[], float] = time.monotonic) -> Callable[[Any], None]:
    """A hook for responses: the body of a completion has ``timeout`` seconds from its first line on.

    ``transport`` is the package that the client sends with, httpx or a successor of it: the client is picky about
    whose bodies it reads, and whose errors it takes for a lost connection.
    """

    class EndlessError(transport.RemoteProtocolError):  # type: ignore[misc]  # known at run time only
        pass

    class Bounded(transport.SyncByteStream):  # type: ignore[misc]
        def __init__(self, body: Any) -> None:
            self._body = body
            self._until = clock() + timeout

        def __iter__(self) -> Iterator[bytes]:
            size = 0
            for piece in self._body:
                size += len(piece)
                if size > LARGEST:
                    raise EndlessError("the answer is longer than any completion")
                if clock() > self._until:
                    raise transport.ReadTimeout("the answer did not come to its end in time")
                yield piece

        def close(self) -> None:
            self._body.close()

    def hook(response: Any) -> None:
        if response.request.url.path.endswith(_BOUNDED_PATH):
            response.stream = Bounded(response.stream)

    return hook


def give_up_on_spent_quotas(response: Any) -> None:
    """A hook for responses that tells the client, in the header it heeds, that waiting won't help."""
    if response.status_code == 429:
        response.read()
        if failures.about_money(response.text):
            response.headers["x-should-retry"] = "false"
