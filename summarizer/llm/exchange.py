"""What stands between a model and the wire: one place to remember, to pace and to count what is asked.

`OpenAIModel` hands each request to an `Exchange` together with the function that sends it. The plain one sends; the
cache answers from what it knows; a batch asks its ledger first and its limits second. Nothing here knows the client:
an endpoint's refusal arrives as `Refusal`, anything else that failed as an exception of ours.

    class Loud(Direct):
        def ask(self, call, send):
            print(call.model, call.key)
            return send()

    with open_model(settings, exchange=Loud()) as model: ...
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol, TypeAlias

from summarizer.data import Usage
from summarizer.errors import ModelError

_FORM = 1
"""Raised when the same request would be read in another way, so that what is remembered is not used for it."""


@dataclass(frozen=True, slots=True)
class Call:
    """One request about to be sent."""

    keys: tuple[str, ...]
    """The request's own hash first; then those of the same request in the poorer forms an endpoint may have forced."""
    endpoint: str
    """As reports name it: without credentials."""
    model: str
    body: Mapping[str, Any] = field(compare=False)
    """The request as the protocol has it, the model's name included."""
    max_tokens: int
    """Of the answer."""
    count: Callable[[], int] = field(compare=False)
    """Tokens of the prompt, counted when somebody wants to know."""

    @property
    def key(self) -> str:
        """The hash of endpoint, model, parameters and messages."""
        return self.keys[0]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back with status 200, or what was remembered of it."""

    raw: str
    """The body as the endpoint sent it."""
    usage: Usage
    """What it took, by the endpoint's own count."""
    problem: ModelError | None = None
    """Why it is of no use, where it is no completion: paid for perhaps, but nothing to remember."""
    key: str = ""
    """Under which it is kept; empty where nothing keeps it."""
    remembered: int | None = None
    """Which of `Call.keys` it was found under; None for an answer just received."""
    free: bool = False
    """Whether nobody pays for it now: it comes from the user's cache."""


class Refusal(Exception):  # noqa: N818 - it is one: the request came through, and the endpoint said no
    """The endpoint answered with an error status."""

    def __init__(self, status: int, body: str) -> None:
        super().__init__(f"status {status}")
        self.status = status
        self.body = body

    def __reduce__(self) -> tuple[type[Refusal], tuple[int, str]]:
        """So that it can come back from another process."""
        return Refusal, (self.status, self.body)


Send: TypeAlias = Callable[[], Answer]
"""Sends the request and waits. Raises `Refusal`, or `EndpointError` where no answer came."""


class Exchange(Protocol):
    """Decides how a request gets its answer."""

    def ask(self, call: Call, send: Send) -> Answer:
        """The answer to ``call``: remembered, or from ``send``. Raises what ``send`` raises, or `SummarizerError`."""
        ...

    def accepted(self, keys: Sequence[str]) -> None:
        """The answers kept under ``keys``, asked for one question, led to a reply that fits."""
        ...

    def spoilt(self, keys: Sequence[str]) -> None:
        """The answers kept under ``keys`` led to nothing: whoever asks again should not be given them."""
        ...


class Direct:
    """Sends everything and remembers nothing."""

    def ask(self, call: Call, send: Send) -> Answer:  # noqa: ARG002 - the protocol's
        """The answer from the endpoint."""
        return send()

    def accepted(self, keys: Sequence[str]) -> None:
        """Nothing is kept."""

    def spoilt(self, keys: Sequence[str]) -> None:
        """Nothing was kept."""


class Turns:
    """Tells apart the same request asked more than once: a second try is meant to be one, not the first over again.

    The second time gets keys of its own, and gets the same ones again in the next run of the same work. Each form of a
    request is counted by itself, and only when it was answered: a form that an endpoint refuses is no try.
    """

    def __init__(self) -> None:
        self._answered: Counter[str] = Counter()
        self._lock = threading.Lock()

    def numbered(self, call: Call) -> Call:
        """``call`` with the keys of this turn."""
        with self._lock:
            return replace(call, keys=tuple(_nth(key, self._answered[key]) for key in call.keys))

    def answered(self, key: str) -> None:
        """The request that is kept under ``key``, as `numbered` gave it, has its answer."""
        with self._lock:
            self._answered[key.partition(".")[0]] += 1


def _nth(key: str, turn: int) -> str:
    return f"{key}.{turn}" if turn else key


def request_key(*, endpoint: str, model: str, mode: str, asked: Mapping[str, Any]) -> str:
    """The SHA-256 under which an answer is kept: over endpoint, model, form and everything that was asked."""
    whole = {"form": _FORM, "endpoint": endpoint, "model": model, "mode": mode, "asked": asked}
    text = json.dumps(whole, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()
