"""The desk that all workers of a batch come to: for the next article, for leave to ask the model, with what they got.

It owns the ledger, the limits and the output folder; workers own nothing and may die at any time. Every method may be
called from any thread, and takes and gives plain values that can be pickled, so that workers in other processes or on
other machines (`engines`) come to the same desk through a proxy.

One article, as a worker sees it: `next` gives the task; for each request `recall`, and if nothing is known `admit`,
send, `keep` (or `withdraw` where no answer came); at the end `finish` or `fail`, or `put_back` after a `STOP`.
"""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TypeVar

from summarizer.batch.folder import Folder
from summarizer.batch.ledger import Ledger, UnsyncedError
from summarizer.batch.limits import Budget, Circuit, Hold, Limits, Pace
from summarizer.batch.records import (
    Admission,
    Failing,
    Failure,
    Job,
    Pause,
    Result,
    Stop,
    StopKind,
    Tally,
    Task,
    Turn,
)
from summarizer.data import Usage
from summarizer.errors import SummarizerError

T = TypeVar("T")

ATTEMPTS = 3
"""How often an article is begun when the endpoint gives no answer; how many workers it may take along by itself."""
_AGAIN_SECONDS = 2.0
"""Before the second attempt; twice as long before each further one."""
_FOR_EVER = 3600.0
_REFUSED_KEY = frozenset({401, 403})
_WORD_SECONDS = 2.0
"""For what a worker has to tell."""


class Desk:
    """What workers share; see the module."""

    def __init__(
        self,
        ledger: Ledger,
        folder: Folder,
        job: Job,
        limits: Limits,
        *,
        clock: Callable[[], float] = time.monotonic,
        told: Callable[[Tally], None] | None = None,
        on_stop: Callable[[Stop, int], None] | None = None,
    ) -> None:
        self.job = job
        self.limits = limits
        self._ledger = ledger
        self._folder = folder
        self._clock = clock
        self._told = told
        self._on_stop = on_stop
        lock = threading.RLock()
        self._changed = threading.Condition(lock)
        """For those who wait for an article: one waits again, or none is in hand any more."""
        self._room = threading.Condition(lock)
        """For those who wait to send a request. One is woken at a time, and wakes the next when there is room for it,
        since all of them would keep the desk busier than the requests do."""
        self._requests = Pace(limits.requests_per_minute)
        self._tokens = Pace(limits.tokens_per_minute)
        self._hold = Hold()
        self._circuit = Circuit(after=max(8, 2 * limits.concurrency))
        self._tally = tally = ledger.tally()  # counted on from here: asking the ledger takes longer the more it holds
        spent = tally.spent.prompt_tokens + tally.spent.completion_tokens
        cost = tally.cost + (job.price.of(tally.unpriced) if job.price else 0)  # as if at the price of now
        self._budget = Budget(limits.max_cost, limits.max_tokens, job.price, cost, spent)
        self._tries: Counter[int] = Counter()
        """How often an article was begun in this run; the ledger's attempts count kills as well."""
        self._under_way: dict[tuple[int, str], Usage] = {}
        """Requests whose answer is not kept yet, and the most that they may take."""
        self._home: set[tuple[int, str]] = set()
        """Those of them whose answer has come and is noted: the endpoint has room for others."""
        self._working: set[int] = set()
        self._later: dict[int, float] = {}
        """Articles to be tried again, and from when on."""
        self._suspects: set[int] = set()
        """Articles whose worker has died: one of them may be why. No two of them are in hand at once."""
        self._lost: Counter[int] = Counter()
        """How many workers each of them has taken along since."""
        self._stop: Stop | None = None
        self._answered = False
        """Whether anything was, in this run."""
        self._doubted = False
        """Whether a key was refused before anything was answered: one request goes ahead, to see whether it will be."""

    @property
    def folder(self) -> Folder:
        """Where the results go."""
        return self._folder

    # --- articles

    def next(self, patience: float = _FOR_EVER) -> Turn:
        """The next article; a `Pause` where there may be one later than ``patience`` seconds; None at the end."""
        until = self._clock() + patience
        with self._changed:
            while self._stop is None:
                now = self._clock()
                self._later = {article: at for article, at in self._later.items() if at > now}
                task = self._guarded(lambda: self._ledger.claim(self._not_now()))
                if task is not None:
                    self._working.add(task.id)
                    self._tries[task.id] += 1
                    return task
                if not self._later and not self._working:
                    return None
                if now >= until:
                    return Pause.PAUSE
                soonest = min([*self._later.values(), until])
                self._changed.wait(max(0.0, soonest - now))
            return None

    def _not_now(self) -> Collection[int]:
        """Articles that may not be begun just now, though they wait."""
        if self._suspects.isdisjoint(self._working):
            return self._later.keys()
        return self._later.keys() | self._suspects

    def finish(self, article: int, result: Result) -> None:
        """Write the result of an article, then note it as done."""

        def written() -> None:
            path = self._folder.put(self._ledger.name(article), result.data, self.job.form)
            self._ledger.finish(article, path, result)

        self._guarded(written)
        self._leave(article, done=1, flagged=int(result.flagged))

    def fail(self, article: Task, failure: Failure) -> None:
        """Note that an article failed, or let it wait for another try; a fatal failure stops the run."""
        if failure.fatal:
            self.stop(Stop(StopKind.ENDPOINT, failure.reason))
        endpoint = failure.kind is Failing.ENDPOINT
        again = endpoint and (self._tries[article.id] < ATTEMPTS or self._circuit.open)
        if again or failure.fatal or (endpoint and self._stop is not None):
            with self._changed:  # before it waits, lest it be taken at once
                self._later[article.id] = self._clock() + _AGAIN_SECONDS * 2 ** (self._tries[article.id] - 1)
            self._guarded(lambda: self._ledger.put_back(article.id, undone=failure.fatal))
            self._leave(article.id)
        else:
            self._guarded(lambda: self._ledger.fail(article.id, failure))
            self._leave(article.id, failed=1)

    def put_back(self, article: int) -> None:
        """Let an article wait as if it had not been begun: the run ends before it does, or nobody was there for it."""
        with self._changed:
            self._tries[article] -= 1
        self._guarded(lambda: self._ledger.put_back(article, undone=True))
        self._leave(article)

    def abandon(self, article: Task, *, requests_too: bool = True) -> None:
        """The worker that had an article in hand is gone; one that takes every worker with it is not tried for ever.

        Those that were in hand together are tried again one by one, lest one of them take the same others along each
        time. ``requests_too``: what it had asked the endpoint is gone with it.
        """
        with self._changed:
            for ticket in [ticket for ticket in self._under_way if ticket[0] == article.id and requests_too]:
                self._returned(ticket, Usage())
                self._room.notify()
            alone = article.id in self._suspects  # the first time any of those in hand may have been why
            self._lost[article.id] += alone
            hopeless = self._lost[article.id] >= ATTEMPTS
            self._suspects.add(article.id)
        if hopeless:
            self.fail(article, Failure(Failing.FAULT, "The process that worked on it ended each time; report it."))
        else:
            self._guarded(lambda: self._ledger.put_back(article.id))
            self._leave(article.id)

    def _leave(self, article: int, *, done: int = 0, flagged: int = 0, failed: int = 0) -> None:
        with self._changed:
            self._working.discard(article)
            now = self._tally
            self._tally = replace(now, done=now.done + done, flagged=now.flagged + flagged, failed=now.failed + failed)
            if not self._working or not (done or failed) or article in self._suspects:
                self._changed.notify_all()
        if self._told is not None and (done or failed):
            self._told(self._tally)

    # --- requests

    def recall(self, article: int, keys: Sequence[str]) -> tuple[int, str, bool] | None:
        """The reply that this article already has: its place among ``keys``, the body, whether it was free."""
        return self._ledger.recall(article, keys)

    def admit(self, article: int, key: str, most: Usage, patience: float = _FOR_EVER) -> Admission:
        """Leave to send a request that takes ``most`` tokens at most; waits for it up to ``patience`` seconds."""
        ticket = article, key
        until = self._clock() + patience
        with self._changed:
            while self._stop is None:
                now = self._clock()
                wait = max(
                    self._requests.wait(now), self._tokens.wait(now), self._hold.wait(now), self._circuit.wait(now)
                )
                if self.under_way() >= (1 if self._doubted else self.limits.concurrency):
                    wait = max(wait, _FOR_EVER)
                if not self._budget.fits(most):
                    if not self._budget.under_way:
                        self._stop_now(self._spent())
                        break
                    wait = max(wait, _FOR_EVER)  # until a request comes back that took less than it might have
                if wait <= 0:
                    self._requests.take(1, now)
                    self._tokens.take(most.prompt_tokens + most.completion_tokens, now)
                    self._circuit.begin()
                    self._budget.reserve(ticket, most)
                    self._under_way[ticket] = most
                    self._room.notify()
                    return Admission.GO
                if now >= until:
                    self._room.notify()
                    return Admission.WAIT
                self._room.wait(min(wait, until - now))
            return Admission.STOP

    def keep(self, article: int, key: str, raw: str | None, usage: Usage, *, free: bool = False) -> None:
        """Note a reply before it is used; ``raw`` None: it is of no use. ``free``: it came from the user's cache."""
        cost = self.job.price.of(usage) if self.job.price else None

        def noted() -> None:  # not waited for on the disk, which takes as long as many requests
            with self._changed:
                if (article, key) in self._under_way:
                    self._home.add((article, key))
                    self._room.notify()

        self._guarded(lambda: self._ledger.keep(article, key, raw, usage, cost, free=free, noted=noted))
        with self._changed:
            if not free:
                self._returned((article, key), usage)
                self._circuit.good()
                self._answered, self._doubted = True, False
                now = self._tally
                unpriced = now.unpriced + usage if cost is None else now.unpriced
                self._tally = replace(now, spent=now.spent + usage, cost=now.cost + (cost or 0), unpriced=unpriced)
            self._room.notify()

    def withdraw(self, article: int, key: str, *, counts: bool) -> None:
        """No answer came to a request that was admitted; ``counts``: the endpoint is to blame, not the request."""
        with self._changed:
            self._returned((article, key), Usage())
            self._room.notify()
        if counts:
            self._failed_request(article)

    def observe(self, status: int, headers: Mapping[str, str]) -> None:
        """Look at what an answer says about limits."""
        with self._changed:
            self._hold.observe(status, headers, self._clock())
            if status in _REFUSED_KEY and not self._answered:
                if self._doubted:  # whoever asked is about to say what that means
                    self._hold.take(_WORD_SECONDS, self._clock())
                self._doubted = True

    def _returned(self, ticket: tuple[int, str], used: Usage) -> None:
        most = self._under_way.pop(ticket, Usage())
        self._home.discard(ticket)
        self._budget.settle(ticket, used)
        self._tokens.give_back(
            most.prompt_tokens + most.completion_tokens - used.prompt_tokens - used.completion_tokens
        )

    def _failed_request(self, article: int) -> None:
        with self._changed:
            if self._circuit.bad(self._clock(), article):
                self._stop_now(
                    Stop(
                        StopKind.ENDPOINT,
                        f"The endpoint failed {self._circuit.failures} times in a row, so the run was stopped; "
                        "give the same command again when it answers.",
                    )
                )
            self._room.notify()

    def _spent(self) -> Stop:
        limits, budget = self.limits, self._budget
        if limits.max_cost is not None and (limits.max_tokens is None or budget.tokens <= limits.max_tokens // 2):
            what = f"${budget.cost.quantize(Decimal('0.0001'))} of --max-cost {limits.max_cost}"
        else:
            what = f"{budget.tokens:,} of --max-tokens {limits.max_tokens:,}"
        return Stop(
            StopKind.BUDGET,
            f"The next request could pass the limit ({what} spent); give the same command with a higher one to go on.",
        )

    # --- the end

    @property
    def stopped(self) -> Stop | None:
        """Why the run ends before all is done; None where it does not."""
        return self._stop

    def stop(self, why: Stop) -> None:
        """Give out nothing more; what is under way may come home."""
        with self._changed:
            first, out = self._stop is None, self.under_way()
            self._stop_now(why)
        if first and self._on_stop is not None:
            self._on_stop(why, out)

    def _stop_now(self, why: Stop) -> None:
        self._stop = self._stop or why
        self._changed.notify_all()
        self._room.notify_all()

    def waiting(self) -> int:
        """How many articles wait."""
        return self._ledger.waiting()

    def under_way(self) -> int:
        """How many requests are out."""
        with self._changed:
            return len(self._under_way) - len(self._home)

    def _guarded(self, work: Callable[[], T]) -> T:
        """``work``, which writes. Where that fails the run ends, because nothing that is paid for could be kept.

        What is in hand is kept even then, if giving up the ballast makes room enough on a full disk.
        """
        try:
            return work()
        except SummarizerError as problem:
            self.stop(Stop(StopKind.OUTPUT, str(problem)))
            if self._folder.give_up_ballast() and not isinstance(problem, UnsyncedError):
                return work()
            raise
