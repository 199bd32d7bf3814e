"""The Batch API of an endpoint: every request of every article in files, answered within a day, at half the price.

An article asks for one answer after another, and a batch answers many requests at once. So each article is done as far
as the ledger has its answers; the first request without one goes into the next batch, and the article is begun again
when that batch is over. Beginning again costs some milliseconds and asks for nothing twice: the same article asks the
same questions, and the ledger has the answers. What comes out is the same as with any other engine.

A run that ends leaves its batches at work; the next run on the folder fetches them first (`posting`). One process does
the computing: it has a day.
"""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from summarizer import tokens
from summarizer.batch.engines import Terms
from summarizer.batch.engines.posting import Outbox, Posting, forget, note, noted
from summarizer.batch.records import Admission, Job, Stop, StopKind, Task
from summarizer.batch.work import AtTheDesk, LaterError, StoppedError, article, no_model
from summarizer.data import Usage
from summarizer.errors import AccessError, EndpointError, ModelError, SummarizerError, UsageError
from summarizer.llm import Model, open_model
from summarizer.llm.batches import Batches, Course, Line, Seen
from summarizer.llm.cache import ReplyCache, location
from summarizer.llm.completion import usage_of
from summarizer.llm.exchange import Answer, Call, Refusal, Send
from summarizer.llm.opening import endpoint_of

if TYPE_CHECKING:
    from summarizer.batch.desk import Desk

MOST_LINES = 50_000
MOST_BYTES = 190_000_000
"""OpenAI's limits of one batch: 50,000 requests, and a file of 200 MB."""
_EVERY_SECONDS = 30.0
_PATIENCE = 10
"""How often in a row an endpoint may not say how far a batch is before the run ends."""
_TRIES = 3
"""Batches that a request is in before its article fails."""
_PASSING = frozenset({408, 409, 429})


class BatchApiEngine:
    """Hands in what is asked for, looks every ``every`` seconds how far it is, and goes on with what was answered."""

    terms = Terms(price_share=Decimal("0.5"), why="halved by the Batch API", paced=False)

    def __init__(self, every: float = _EVERY_SECONDS, most_lines: int = MOST_LINES) -> None:
        self._every = every
        self._most_lines = most_lines

    def run(self, desk: Desk) -> None:
        """Work until nothing is left. Ctrl-C leaves the batches at work for the next run to fetch."""
        settings = desk.job.settings
        if settings.embedded:
            raise UsageError("The embedded model has no Batch API; leave --engine out, or name an endpoint.")
        exchange = Collecting(desk, ReplyCache(location()) if settings.cache else None)
        try:
            with (
                open_model(settings, counter=tokens.counter, exchange=exchange) as model,
                Batches(endpoint_of(settings)) as batches,
            ):
                _Run(desk, model, exchange, batches, self._every, self._most_lines).through()
        except ModelError as problem:
            desk.stop(no_model(problem))


class Collecting(AtTheDesk):
    """An `Exchange` that gives the answers that are there and collects the requests of those that are not."""

    def __init__(self, desk: Desk, cache: ReplyCache | None = None) -> None:
        super().__init__(desk, cache)
        self._counter = desk
        self.outbox: Outbox | None = None
        self.problems: dict[tuple[int, str], Refusal | EndpointError] = {}
        """What came in place of an answer."""
        self.tries: Counter[tuple[int, str]] = Counter()
        """How often nothing came."""

    def fresh(self, article: int, call: Call, send: Send) -> Answer:  # noqa: ARG002 - nothing is sent at once
        """Put the request into the outbox. Raises `LaterError`, or what came in the answer's place."""
        problem = self.problems.get((article, call.key))
        if problem is not None:
            if not isinstance(problem, Refusal):  # what was refused would be again, and a batch takes hours
                del self.problems[article, call.key]
            raise problem
        word = self._counter.admit(article, call.key, Usage(1, call.count(), call.max_tokens), 0.0)
        if word is Admission.STOP:
            raise StoppedError
        if word is Admission.GO:
            self.outbox = self.outbox or Outbox(self._counter.folder)
            self.outbox.add(article, call)
        raise LaterError  # WAIT: no room in the budget beside what is under way; asked for again after the next batch


class _Run:
    """One run of the engine."""

    def __init__(
        self, desk: Desk, model: Model, exchange: Collecting, batches: Batches, every: float, most_lines: int
    ) -> None:
        self._desk = desk
        self._job: Job = desk.job
        self._model = model
        self._exchange = exchange
        self._batches = batches
        self._every = every
        self._most_lines = most_lines
        self._narrow = False
        """Whether the endpoint lets in only so much at once."""
        self._open: list[Posting] = []
        self._parked: dict[int, Task] = {}
        """Articles that wait for an answer."""

    def through(self) -> None:
        """All articles, wave by wave."""
        try:
            self._open.extend(self._earlier())
            while self._open:  # paid for, and perhaps all that is needed
                self._wait()
            ready: deque[Task] = deque()
            while True:
                self._work(ready)
                full = self._full()
                self._post()
                if full and not self._narrow:
                    continue
                if self._open:
                    ready.extend(self._wait())
                elif isinstance(turn := self._desk.next(), Task):  # one that is tried again a little later
                    ready.append(turn)
                elif turn is None:
                    return
        except KeyboardInterrupt:
            self._desk.stop(Stop(StopKind.INTERRUPTED, "interrupted; the same command fetches what was handed in"))
            raise
        finally:
            self._put_back(self._parked.values())
            if self._exchange.outbox:
                self._exchange.outbox.discard()

    def _earlier(self) -> Iterable[Posting]:
        for posting in noted(self._desk.folder):
            posting.batch = posting.batch or self._batches.find(posting.mark)
            if posting.batch:
                yield posting
            else:  # the run was killed before it was made
                forget(self._desk.folder, posting)

    def _work(self, ready: deque[Task]) -> None:
        """Take articles as far as they go, until the outbox is full or there are no more."""
        while not self._full():
            turn = ready.popleft() if ready else self._desk.next(0.0)
            if not isinstance(turn, Task):
                return
            if not article(self._desk, self._job, self._model, self._exchange, turn):
                self._parked[turn.id] = turn

    def _full(self) -> bool:
        outbox = self._exchange.outbox
        return outbox is not None and (len(outbox.lines) >= self._most_lines or outbox.size >= MOST_BYTES)

    def _post(self) -> None:
        """Hand in what was collected."""
        outbox, self._exchange.outbox = self._exchange.outbox, None
        if outbox is None:
            return
        posting = outbox.close()
        try:
            note(self._desk.folder, posting)
            posting.batch = self._batches.post(outbox.path, posting.mark)
        except SummarizerError as problem:
            for request in posting.lines.values():
                self._desk.withdraw(*request, counts=False)
            if isinstance(problem, AccessError):  # nothing was made; else it may have been, and the note stays
                forget(self._desk.folder, posting)
            raise
        note(self._desk.folder, posting)
        outbox.discard()
        self._open.append(posting)

    def _wait(self) -> list[Task]:
        """Wait until a batch is over; the articles that can go on then."""
        while True:
            for posting in self._open:
                seen = self._look(posting)
                if seen is not None and seen.course is not Course.UNDER_WAY:
                    self._open.remove(posting)
                    return self._fetch(posting, seen)
            time.sleep(self._every)

    def _look(self, posting: Posting) -> Seen | None:
        try:
            seen = self._batches.look(posting.batch or "")
        except AccessError:
            raise
        except EndpointError:
            posting.failures += 1
            if posting.failures >= _PATIENCE:
                raise
            return None
        posting.failures = 0
        return seen

    def _fetch(self, posting: Posting, seen: Seen) -> list[Task]:
        """Bring the answers of a batch that is over into the ledger; the articles that waited for them."""
        left = dict(posting.lines)
        if seen.course is Course.REFUSED:
            self._refused(posting, seen)
        else:
            for file in seen.files:
                for line in self._batches.lines(file):
                    if request := left.pop(line.id, None):
                        self._arrived(line, *request)
            for unanswered in left.values():
                self._none_came(*unanswered, "the batch was over before it was asked")
        forget(self._desk.folder, posting)
        self._batches.remove((seen.asked, *seen.files))
        waited = [self._parked.pop(article, None) for article, _ in posting.lines.values()]
        if not self._open:  # those that found no room in the budget
            waited += self._parked.values()
            self._parked.clear()
        return [task for task in waited if task]

    def _arrived(self, line: Line, article: int, key: str) -> None:
        if line.status == 200:
            if self._desk.recall(article, (key,)) is None:  # else a run was killed while it fetched this
                self._desk.keep(article, key, line.body, usage_of(line.body))
        elif line.status is None or line.status >= 500 or line.status in _PASSING:
            self._none_came(article, key, "the endpoint failed on it")
        else:
            self._desk.withdraw(article, key, counts=False)
            self._exchange.problems[article, key] = Refusal(line.status, line.body)

    def _none_came(self, article: int, key: str, why: str) -> None:
        self._desk.withdraw(article, key, counts=False)
        self._exchange.tries[article, key] += 1
        if self._exchange.tries[article, key] < _TRIES:
            return  # it goes into the next batch
        words = f"{self._model.endpoint} gave no answer to a request in {_TRIES} batches ({why}); try again."
        self._exchange.problems[article, key] = EndpointError(words)

    def _refused(self, posting: Posting, seen: Seen) -> None:
        for request in posting.lines.values():
            self._desk.withdraw(*request, counts=False)
        if seen.code == "token_limit_exceeded" and len(posting.lines) > 1:
            self._narrow = True
            self._most_lines = max(1, len(posting.lines) // 2)  # as much as is let in at once, at most
            return
        words = f"{self._model.endpoint} refused a batch ({seen.reason})."
        self._desk.stop(Stop(StopKind.ENDPOINT, words))

    def _put_back(self, tasks: Iterable[Task]) -> None:
        for task in list(tasks):
            self._desk.put_back(task.id)
