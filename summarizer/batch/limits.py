"""How fast and how far: pace, budget, and what to do when an endpoint fails.

Each limit is asked for a wait in seconds and told what was done; none sleeps, none reads a clock itself, so that a
test can tell them the time. Seconds come from a monotonic clock: setting the machine's time changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from summarizer.data import Usage
from summarizer.llm.prices import Price

MINUTE = 60.0
_LONGEST_HOLD = 300.0
"""Seconds; an endpoint that asks for more is one whose quota is spent."""
_RESET = re.compile(r"(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+(?:\.\d+)?)s)?(?:(\d+)ms)?")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a user allows. None: no limit."""

    concurrency: int = 8
    """Requests under way at once."""
    requests_per_minute: float | None = None
    tokens_per_minute: float | None = None
    max_cost: Decimal | None = None
    """US dollars, by all runs on one folder together."""
    max_tokens: int | None = None
    """Read and written, by all runs on one folder together."""


@dataclass(slots=True)
class Pace:
    """At most so much a minute, evenly spread: what takes a share of the minute holds the next back for as long."""

    per_minute: float | None
    _free_at: float = 0.0

    def wait(self, now: float) -> float:
        """Seconds until something may be done; 0: now."""
        return 0.0 if self.per_minute is None else max(0.0, self._free_at - now)

    def take(self, amount: float, now: float) -> None:
        """``amount`` is done at ``now``."""
        if self.per_minute is not None:
            self._free_at = max(self._free_at, now) + amount * MINUTE / self.per_minute

    def give_back(self, amount: float) -> None:
        """So much less was needed than was taken."""
        if self.per_minute is not None:
            self._free_at -= amount * MINUTE / self.per_minute


@dataclass(slots=True)
class Hold:
    """Back-off for everybody when the endpoint asks one for it."""

    _until: float = 0.0

    def wait(self, now: float) -> float:
        """Seconds until requests may go on."""
        return max(0.0, self._until - now)

    def observe(self, status: int, headers: Mapping[str, str], now: float) -> None:
        """Look at an answer: Retry-After of a 429 or 503, and the headers that say nothing remains for now."""
        asked = 0.0
        if status in (429, 503):
            asked = seconds(headers.get("retry-after")) or _milliseconds(headers.get("retry-after-ms")) or 0.0
        for what in ("requests", "tokens"):
            if headers.get(f"x-ratelimit-remaining-{what}") == "0":
                asked = max(asked, seconds(headers.get(f"x-ratelimit-reset-{what}")) or 0.0)
        if asked:
            self.take(min(asked, _LONGEST_HOLD), now)

    def take(self, pause: float, now: float) -> None:
        """No request for ``pause`` seconds."""
        self._until = max(self._until, now + pause)


def seconds(text: str | None) -> float | None:
    """A span as endpoints write it: ``20``, ``1.5``, ``6m0s``, ``20ms``; None for anything else, dates included.

    A date would need the machine's clock, which may be wrong; the client itself reads those.
    """
    if not text:
        return None
    try:
        return max(0.0, float(text)) if float(text) < float("inf") else None
    except ValueError:
        found = _RESET.fullmatch(text.strip())
    if not found or not any(found.groups()):
        return None
    hours, minutes, whole, thousandths = (float(part or 0) for part in found.groups())
    return hours * 3600 + minutes * 60 + whole + thousandths / 1000


def _milliseconds(text: str | None) -> float | None:
    found = seconds(text)
    return None if found is None else found / 1000


@dataclass(slots=True)
class Budget:
    """Money and tokens: what was spent, and what the requests under way may still take at most."""

    max_cost: Decimal | None
    max_tokens: int | None
    price: Price | None
    cost: Decimal = Decimal(0)
    tokens: int = 0
    _reserved: dict[tuple[int, str], Usage] = field(default_factory=dict)

    def fits(self, most: Usage) -> bool:
        """Whether a request that takes at most ``most`` stays within the limits beside those under way."""
        whole = sum(self._reserved.values(), most)
        if self.max_tokens is not None and self.tokens + _tokens(whole) > self.max_tokens:
            return False
        return self.max_cost is None or self.cost + self._cost(whole) <= self.max_cost

    @property
    def under_way(self) -> bool:
        """Whether something is reserved, so that room may come back."""
        return bool(self._reserved)

    def reserve(self, ticket: tuple[int, str], most: Usage) -> None:
        """A request is sent that takes at most ``most``."""
        self._reserved[ticket] = most

    def settle(self, ticket: tuple[int, str], used: Usage) -> Usage:
        """The request came back having taken ``used``; gives what had been reserved."""
        self.cost += self._cost(used)
        self.tokens += _tokens(used)
        return self._reserved.pop(ticket, Usage())

    def _cost(self, usage: Usage) -> Decimal:
        return self.price.of(usage) if self.price else Decimal(0)


def _tokens(usage: Usage) -> int:
    return usage.prompt_tokens + usage.completion_tokens


@dataclass(slots=True)
class Circuit:
    """Opens when request after request fails, tries a single one now and then, and gives up after some of these.

    Failures of one or two articles alone don't open it: these may be to blame themselves.
    """

    after: int
    """Failures in a row that open it."""
    pauses: tuple[float, ...] = (2.0, 5.0, 15.0, 45.0)
    """Seconds before each single try."""
    articles: int = 3
    """So many different articles must have failed in a row."""
    _failures: int = 0
    _failing: set[int] = field(default_factory=set)
    _tries: int = 0
    _open_until: float | None = None
    _trying: bool = False

    def wait(self, now: float) -> float:
        """Seconds until a request may be sent: 0, or until the next single try; much where one is under way."""
        if self._open_until is None:
            return 0.0
        return MINUTE if self._trying else max(0.0, self._open_until - now)

    def begin(self) -> None:
        """A request is sent."""
        if self._open_until is not None:
            self._trying = True

    def good(self) -> None:
        """A request was answered."""
        self._failures, self._tries, self._open_until, self._trying = 0, 0, None, False
        self._failing.clear()

    def bad(self, now: float, article: int) -> bool:
        """A request of ``article`` got no answer; True: it is time to give up."""
        self._failures += 1
        self._failing.add(article)
        if self._open_until is None:
            if self._failures >= self.after and len(self._failing) >= self.articles:
                self._open_until = now + self.pauses[0]
            return False
        if not self._trying:  # sent before it opened
            return False
        self._trying = False
        self._tries += 1
        if self._tries >= len(self.pauses):
            return True
        self._open_until = now + self.pauses[self._tries]
        return False

    @property
    def open(self) -> bool:
        """Whether only single tries go out."""
        return self._open_until is not None

    @property
    def failures(self) -> int:
        """How many in a row."""
        return self._failures
