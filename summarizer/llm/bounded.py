"""Bounds for an answer: its headers and its body come to their end in time, and within memory, or are given up.

The transport's own time-out is for one read. A server or a proxy that sends a byte now and then never exceeds it, and
would hold a request, an article and at last a whole batch for ever; one that sends without end, or a little that
unpacks to much, would fill the memory. All are given up here, and the client tries again as it does after any lost
connection. What will not pass is not tried again: a spent quota has the status of an endpoint that is busy.
"""

from __future__ import annotations

import importlib
import re
import time
import zlib
from collections.abc import Callable, Iterator
from typing import Any

from summarizer.llm import failures

LARGEST = 64_000_000
"""Bytes of one answer, unpacked; a hundred times the longest any model writes."""
ENCODINGS = "gzip, deflate"
"""What may be packed how: what is unpacked here, a piece at a time."""
_FREE_PATH = re.compile(r"/files/[^/]+/content$")
"""Files of a Batch API are large and may take their time."""
_PIECE = 1 << 20


def bound(timeout: float, transport: Any, clock: Callable[[], float] = time.monotonic) -> Callable[[Any], None]:
    """A hook for responses: the body of an answer has ``timeout`` seconds from its headers on.

    ``transport`` is the package that the client sends with, httpx or a successor of it: the client is picky about
    whose bodies it reads, and whose errors it takes for a lost connection.
    """

    class EndlessError(transport.RemoteProtocolError):  # type: ignore[misc]  # known at run time only
        pass

    class Bounded(transport.SyncByteStream):  # type: ignore[misc]
        def __init__(self, body: Any, packed: bool) -> None:
            self._body = body
            self._packed = packed
            self._until = clock() + timeout

        def __iter__(self) -> Iterator[bytes]:
            size = 0
            for piece in _unpacked(self._body, transport.RemoteProtocolError) if self._packed else self._body:
                size += len(piece)
                if size > LARGEST:
                    raise EndlessError("the answer is longer than any completion")
                if clock() > self._until:
                    raise transport.ReadTimeout("the answer did not come to its end in time")
                yield piece

        def close(self) -> None:
            self._body.close()

    def hook(response: Any) -> None:
        if not _FREE_PATH.search(response.request.url.path):
            packed = response.headers.get("content-encoding", "").strip().lower() in ("gzip", "x-gzip", "deflate")
            if packed:
                del response.headers["content-encoding"]
            response.stream = Bounded(response.stream, packed)

    return hook


def _unpacked(body: Any, damaged: type[Exception]) -> Iterator[bytes]:
    """The pieces of ``body`` unpacked, none larger than `_PIECE` whatever it was packed from. Raises ``damaged``."""
    unpack: Any = None
    try:
        for packed in body:
            if unpack is None:
                # gzip and zlib tell themselves; a bare deflate stream, as some servers send it, does neither
                wrapped = packed[:2] == b"\x1f\x8b" or packed[:1] == b"\x78"
                unpack = zlib.decompressobj(wbits=47 if wrapped else -15)
            pending = packed
            while pending:
                yield unpack.decompress(pending, _PIECE)
                pending = unpack.unconsumed_tail
    except zlib.error:
        raise damaged("the answer can't be unpacked") from None


def hasten(client: Any, timeout: float, clock: Callable[[], float] = time.monotonic) -> None:
    """Give the headers of each answer ``timeout`` seconds from the request on, however many reads they take.

    Without it, headers that come a byte at a time hold a request until there are 100 kB of them. The transport has no
    place for it: its ``trace`` names connections when they are made, not which of them a request goes over, and a
    transport of our own would have to translate its errors. So its network, a private name, is replaced by one that
    looks at a clock. A transport that is built otherwise is left as it is; a test tells when that comes to be so.
    """
    for transport in (getattr(client, "_transport", None), *getattr(client, "_mounts", {}).values()):
        pool: Any = getattr(transport, "_pool", None)
        if hasattr(pool, "_network_backend"):
            core = importlib.import_module(type(pool).__module__.partition(".")[0])
            pool._network_backend = _Network(pool._network_backend, timeout, core.ReadTimeout, clock)


class _Network:
    """A network whose connections give up on headers that don't come to their end."""

    def __init__(self, inner: Any, limit: float, late: type[Exception], clock: Callable[[], float]) -> None:
        self._inner = inner
        self._rest = limit, late, clock

    def connect_tcp(self, *args: Any, **named: Any) -> Any:
        return _Stream(self._inner.connect_tcp(*args, **named), *self._rest)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)


class _Stream:
    """A connection: from what was written last until the end of the headers there is so much time."""

    def __init__(self, inner: Any, limit: float, late: type[Exception], clock: Callable[[], float]) -> None:
        self._inner = inner
        self._limit = limit
        self._late = late
        self._clock = clock
        self._until: float | None = None
        """None: the headers are there."""
        self._last = b""

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if self._until is None:
            return bytes(self._inner.read(max_bytes, timeout))
        left = self._until - self._clock()
        if left <= 0:
            raise self._late("the headers did not come to their end in time")
        got = bytes(self._inner.read(max_bytes, left if timeout is None else min(timeout, left)))
        seen = self._last + got
        if b"\r\n\r\n" in seen:
            self._until = None
        self._last = seen[-3:]
        return got

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, timeout)
        self._until, self._last = self._clock() + self._limit, b""

    def start_tls(self, *args: Any, **named: Any) -> Any:
        return _Stream(self._inner.start_tls(*args, **named), self._limit, self._late, self._clock)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._inner, name)


def give_up_on_spent_quotas(response: Any) -> None:
    """A hook for responses that tells the client, in the header it heeds, that waiting won't help."""
    if response.status_code == 429:
        response.read()
        if failures.about_money(response.text):
            response.headers["x-should-retry"] = "false"
