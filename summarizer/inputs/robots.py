"""What a host asks of programs in its robots.txt (RFC 9309), read by protego.

Remembered for an hour, so that fifty articles of one host ask once. No file, or one we may not read, forbids nothing;
a host that is in trouble (5xx) is left alone: both as the RFC has it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from protego import Protego

NAME = "summarizer"
"""Under which a robots.txt may speak to this program."""
LARGEST = 500_000
"""Bytes that are read; the RFC asks for 500 kibibytes at least."""
_SECONDS = 3_600.0
_HOSTS = 256

Place: TypeAlias = tuple[str, str]
"""Scheme, and host with port."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What one host asks."""

    parsed: Protego | None = None
    """None: one answer for every address."""
    refusal: str = ""
    """Where nothing may be read: why, as a clause; else empty."""
    made: float = field(default_factory=time.monotonic)

    def refuses(self, address: str) -> str:
        """Why a program named `NAME` may not read ``address``; empty if it may."""
        if self.parsed is None or self.parsed.can_fetch(address, NAME):
            return self.refusal
        return "is not to be read by programs, as its host says in robots.txt"


_known: dict[Place, Rules] = {}


def remembered(place: Place, ask: Callable[[], Rules]) -> Rules:
    """The rules of a host: those known, if they are fresh, else what ``ask`` finds out."""
    found = _known.get(place)
    if found is None or time.monotonic() - found.made > _SECONDS:
        found = ask()
        while len(_known) >= _HOSTS:
            _known.pop(next(iter(_known)), None)
        _known[place] = found
    return found


def rules(status: int, data: bytes) -> Rules:
    """The rules that an answer to ``/robots.txt`` means."""
    from protego import Protego

    if status == 429 or status >= 500:
        return Rules(refusal=f"can't be fetched: its host answers {status} when asked what programs may read")
    if status != 200:
        return Rules()
    return Rules(Protego.parse(data.decode("utf-8", errors="replace")))
