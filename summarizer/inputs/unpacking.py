"""Keeps pdfminer from unpacking a PDF without end: twenty megabytes of it can hold twenty gigabytes.

pdfminer unpacks each stream whole and has no limit of its own, so the module `zlib` that it sees is replaced by one
that counts. The count is that of the document being read (`bounded`); where none is, all is as before.
"""

from __future__ import annotations

import contextlib
import zlib
from collections.abc import Iterator
from contextvars import ContextVar
from typing import Any

LARGEST = 100_000_000
"""Bytes that the streams of one document may unpack to, those read repeatedly counted each time."""


class TooLarge(Exception):  # noqa: N818 - named for what it says of the document
    """A document unpacks to more than `LARGEST`."""


_left: ContextVar[list[int] | None] = ContextVar("left", default=None)


@contextlib.contextmanager
def bounded() -> Iterator[None]:
    """Count what pdfminer unpacks while the context lasts; it raises `TooLarge` beyond `LARGEST`."""
    from pdfminer import pdftypes

    pdftypes.zlib = Counting  # type: ignore[attr-defined, assignment]  # the two functions it uses, and the error it catches
    token = _left.set([LARGEST])
    try:
        yield
    finally:
        _left.reset(token)


def _count(data: bytes, left: list[int]) -> bytes:
    left[0] -= len(data)
    if left[0] < 0:
        raise TooLarge
    return data


class _Decompressor:
    """As `zlib.decompressobj` makes it, counting."""

    def __init__(self) -> None:
        self._inner = zlib.decompressobj()

    def decompress(self, data: bytes) -> bytes:
        """What ``data`` holds."""
        left = _left.get()
        return self._inner.decompress(data) if left is None else _count(self._inner.decompress(data, left[0] + 1), left)


class Counting:
    """Stands where pdfminer has the module `zlib`."""

    error = zlib.error

    @staticmethod
    def decompress(data: bytes) -> bytes:
        """All that ``data`` holds."""
        left = _left.get()
        if left is None:
            return zlib.decompress(data)
        inner = zlib.decompressobj()
        found = _count(inner.decompress(data, left[0] + 1), left)
        if not inner.eof:
            raise zlib.error("incomplete or truncated stream")
        return found

    @staticmethod
    def decompressobj() -> Any:
        """An object that unpacks piece by piece."""
        return _Decompressor()
