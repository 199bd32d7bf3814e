"""Everything that an endpoint is known to do wrong, a row each: what it sends, and what must come of it.

The tests run every row once and for ever (`test_faults`), the benchmark all of them at random over a thousand articles
(`benchmarks.faults`), and the table of docs/reliability.md is made from both. To add a fault, add a row.

The model's replies here are written by hand, all of them; no model was asked.
"""

from __future__ import annotations

import json
import random
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tests.batch_runs import asked_about, drafted
from tests.fault_server import (
    Answer,
    Request,
    chat,
    error,
    hangs,
    page,
    refusing,
    reply,
    resets,
    resets_in_the_middle,
    truncated,
)

Faulty = Callable[[Request], Answer]


@dataclass(frozen=True, slots=True)
class Fault:
    """A row of the table."""

    name: str
    answer: Faulty
    once: int
    """Requests an article takes if this happens to its first one and the rest goes well; 0: it ends there as well."""
    ever: int
    """Requests an article takes if this happens to all of them."""
    said: str | None
    """Part of the sentence at the end if it happens for ever; None: it is dealt with for good."""
    billed: bool = False
    """Whether the endpoint has written an answer, which it may well charge for."""
    at_random: bool = True
    """Whether it can happen to one request and not the next: not to a model that an endpoint does not have."""

    @property
    def waits(self) -> bool:
        """Whether it takes the client's time-out to see it."""
        return self.name in ("no answer in time", "a byte now and then")


def _plain(answer: Answer) -> Faulty:
    return lambda _: answer


def _in_the_answer(change: Callable[[dict[str, Any]], object]) -> Faulty:
    """The good draft, with something done to it."""

    def answer(request: Request) -> Answer:
        whole = json.loads(drafted(request).body)
        draft = json.loads(whole["choices"][0]["message"]["content"])
        change(draft)
        whole["choices"][0]["message"]["content"] = json.dumps(draft)
        return reply(whole)

    return answer


def _wrong_ids(draft: dict[str, Any]) -> None:
    for sentence in (draft["headline"], *draft["sentences"]):
        sentence["sources"] = ["S71", "F99"]


def _cut_off(request: Request) -> Answer:
    text = json.loads(drafted(request).body)["choices"][0]["message"]["content"]
    return chat(text[: len(text) // 2], finish="length", usage=(1000, 100))


def _broken_json(request: Request) -> Answer:
    text = json.loads(drafted(request).body)["choices"][0]["message"]["content"]
    return chat(text.replace('"sentences":', '"sentences"'), usage=(1000, 200))


def _with_text(text: str | None, **more: Any) -> Faulty:
    return lambda _: chat(text, usage=(1000, 5), **more)


def _without_advice(status: int, message: str) -> Answer:
    return replace(error(status, message), headers={})


FAULTS = (
    Fault("slow, but in time", lambda request: replace(drafted(request), delay=0.3), 1, 1, None, billed=True),
    Fault("no answer in time", _plain(hangs()), 2, 3, "gave no answer within 1 seconds"),
    Fault("a byte now and then", lambda request: replace(drafted(request), drip=0.05), 2, 3, "gave no answer within 1"),
    Fault("429 with Retry-After", _plain(reply({"error": {"message": "slow down"}}, 429, **{"Retry-After": "0.05"})),
          2, 3, "takes no more requests now (slow down)"),
    Fault("429 without Retry-After", _plain(_without_advice(429, "slow down")), 2, 3, "takes no more requests now"),
    Fault("500", _plain(error(500, "oops")), 2, 3, "failed with status 500 (oops)"),
    Fault("503", _plain(error(503, "overloaded")), 2, 3, "failed with status 503 (overloaded)"),
    Fault("529", _plain(error(529, "overloaded")), 2, 3, "failed with status 529"),
    Fault("408", _plain(error(408, "too slow")), 2, 3, "gave the request up with status 408 (too slow)"),
    Fault("connection reset before an answer", _plain(resets()), 2, 3, "broke off the connection"),
    Fault("connection reset in the body", lambda request: resets_in_the_middle(drafted(request)), 2, 3,
          "broke off the connection", billed=True),
    Fault("body shorter than promised", _plain(truncated()), 2, 3, "broke off the connection", billed=True),
    Fault("200 with HTML", _plain(page()), 0, 1, "answered with a web page"),
    Fault("200 with half a JSON object", _plain(Answer(200, b'{"choices": [{"mess')), 0, 1, "answered with something"),
    Fault("200 with bytes that are no text", _plain(Answer(200, b"\xff\xfe\x00\x80")), 0, 1, "answered with something"),
    Fault("200 with JSON nested without end", _plain(Answer(200, b"[" * 200_000)), 0, 1, "answered with something"),
    Fault("200 with an error object", _plain(reply({"error": {"message": "upstream died"}})), 0, 1,
          "failed inside its answer (upstream died)"),
    Fault("no choices", _plain(reply({"choices": []})), 0, 1, "without any choices", billed=True),
    Fault("empty text", _with_text(""), 2, 3, "not with what was asked", billed=True),
    Fault("schema refused", refusing("response_format", "response_format json_schema is not supported", drafted),
          2, 3, None, at_random=False),
    Fault("schema taken and not kept", _with_text('{"answer": "Nordsee buys ships."}'), 2, 3, "not with what was asked",
          billed=True),
    Fault("JSON that is none", _broken_json, 2, 3, "not with what was asked", billed=True),
    Fault("an answer cut off at its limit", _cut_off, 2, 2, "was cut off", billed=True),
    Fault("refusal", _with_text(None, refusal="I can't help with that."), 0, 1, "declined to answer", billed=True),
    Fault("content filter", _with_text("", finish="content_filter"), 0, 1, "content filter", billed=True),
    Fault("wrong ids", _in_the_answer(_wrong_ids), 2, 3, "which does not exist", billed=True),
    Fault("wrong key", _plain(error(401)), 0, 1, "does not accept the key", at_random=False),
    Fault("spent quota", _plain(error(429, "You exceeded your quota", code="insufficient_quota")), 0, 1, "quota",
          at_random=False),
    Fault("no such model", _plain(error(404, "no such model")), 0, 1, "has no model", at_random=False),
    Fault("redirect", _plain(Answer(307, headers={"Location": "http://127.0.0.1:9/v1"})), 0, 1,
          "redirects to another address", at_random=False),
)  # fmt: skip
"""Every fault that can be told to a server; those of the connection itself (TLS, no server) are tests of their own."""


class Mixed:
    """An endpoint that now and then has one of the faults, the same ones for the same seed in whatever order."""

    def __init__(self, seed: int, share: float, but: Sequence[str] = ()) -> None:
        self._seed = seed
        self._share = share
        self._faults = [fault for fault in FAULTS if fault.at_random and fault.name not in but]
        self._lock = threading.Lock()
        self._asked: Counter[str] = Counter()
        self.seen: Counter[str] = Counter()
        """How often each fault was served."""
        self.delivered = 0
        """Answers with status 200 that were sent whole: what an endpoint has on its bill, and a client in its hands."""
        self.broken = 0
        """Answers that were written, and perhaps charged for, and never came whole: what no client can keep."""

    def __call__(self, request: Request) -> Answer:
        article = asked_about(request)
        with self._lock:
            self._asked[article] += 1
            chance = random.Random(f"{self._seed} {article} {self._asked[article]}")
        fault = chance.choice(self._faults) if chance.random() < self._share else None
        answer = fault.answer(request) if fault else drafted(request)
        whole = answer.missing_bytes == 0 and answer.resets_after is None and not answer.drip
        with self._lock:
            if fault:
                self.seen[fault.name] += 1
            if answer.status == 200 and not answer.hangs and not answer.resets:
                self.delivered += whole
                self.broken += not whole
        return answer
