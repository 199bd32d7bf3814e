"""What a worker does with one article: the pipeline, with the desk between the model and the wire."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, TypeAlias

from summarizer import pipeline
from summarizer.batch import sources
from summarizer.batch.records import Admission, Failing, Failure, Job, Result, Source, Stop, StopKind, Task, Turn
from summarizer.data import Article, Usage
from summarizer.errors import (
    AccessError,
    EndpointError,
    InputError,
    ModelError,
    ReplyError,
    SummarizerError,
    UsageError,
)
from summarizer.llm.completion import usage_of
from summarizer.llm.exchange import Answer, Call, Refusal, Send, Turns
from summarizer.reports import encode

if TYPE_CHECKING:
    from summarizer.llm import Model
    from summarizer.llm.cache import ReplyCache

_STATUS_OF_INTEREST = (401, 403, 429, 503)


class Front(Protocol):
    """What a worker needs of the desk for its articles: `summarizer.batch.desk.Desk`, or a proxy to it."""

    def next(self, patience: float = ...) -> Turn:
        """As `Desk.next`."""
        ...

    def finish(self, article: int, result: Result) -> None:
        """As `Desk.finish`."""
        ...

    def fail(self, article: Task, failure: Failure) -> None:
        """As `Desk.fail`."""
        ...

    def put_back(self, article: int) -> None:
        """As `Desk.put_back`."""
        ...

    def stop(self, why: Stop) -> None:
        """As `Desk.stop`."""
        ...


class DeskLike(Front, Protocol):
    """What is needed besides where requests are sent from."""

    def recall(self, article: int, keys: Sequence[str]) -> tuple[int, str, bool] | None:
        """As `Desk.recall`."""
        ...

    def admit(self, article: int, key: str, most: Usage, patience: float = ...) -> Admission:
        """As `Desk.admit`."""
        ...

    def keep(self, article: int, key: str, raw: str | None, usage: Usage, *, free: bool = ...) -> None:
        """As `Desk.keep`."""
        ...

    def withdraw(self, article: int, key: str, *, counts: bool) -> None:
        """As `Desk.withdraw`."""
        ...

    def observe(self, status: int, headers: Mapping[str, str]) -> None:
        """As `Desk.observe`."""
        ...


class StoppedError(Exception):
    """The run ends; the article in hand is to be put back."""


class LaterError(Exception):
    """The answer is not there yet; the article in hand is to be taken up again when it is."""


class AtTheDesk:
    """An `Exchange` that asks the desk what it knows, then for leave, and brings it every reply before it is used.

    One object serves all threads of a worker; each thread says with `begin` which article it has in hand. One of them
    computes at a time, as in any Python process: were it left to the interpreter, which takes turns among all that
    want to, an answer that has come would wait for as many turns as articles are being read and checked, and the
    endpoint with it. So who computes holds `computing`, and gives it up while it asks.
    """

    def __init__(self, desk: DeskLike, cache: ReplyCache | None = None) -> None:
        self._desk = desk
        self._cache = cache
        self._computing = threading.Lock()
        self._hand = threading.local()
        self._fresh: dict[int, dict[str, tuple[Call, str]]] = {}
        """Answers by article and key that the user's cache gets once they are seen to be of use."""

    def begin(self, article: int) -> None:
        """From now on this thread asks for ``article``."""
        self._hand.article = article
        self._hand.turns = Turns()
        self._fresh[article] = {}

    def end(self, article: int) -> None:
        """``article`` is out of hand."""
        self._fresh.pop(article, None)

    def ask(self, call: Call, send: Send) -> Answer:
        """The reply that the ledger has, or the cache, or the endpoint. Raises `StoppedError` at the end of a run."""
        article: int = self._hand.article
        call = self._hand.turns.numbered(call)
        with self.asking():
            answer = self.known(article, call) or self.fresh(article, call, send)
        self._hand.turns.answered(answer.key)
        return answer

    @contextlib.contextmanager
    def computing(self) -> Iterator[None]:
        """Let this thread read and check, and no other of the worker; see the class."""
        with self._computing:
            self._hand.computes = True
            try:
                yield
            finally:
                self._hand.computes = False

    @contextlib.contextmanager
    def asking(self) -> Iterator[None]:
        """Within `computing`: let another thread compute while this one waits for an answer."""
        if not getattr(self._hand, "computes", False):
            yield
            return
        self._computing.release()
        try:
            yield
        finally:
            self._computing.acquire()

    def known(self, article: int, call: Call) -> Answer | None:
        """The answer to ``call`` that the ledger has, or the user's cache; None where it must be asked for."""
        known = self._desk.recall(article, call.keys)
        if known is not None:
            place, raw, free = known
            return Answer(raw, usage_of(raw), key=call.keys[place], remembered=place, free=free)
        kept = self._cache.recall(call.keys) if self._cache else None
        if kept is None:
            return None
        place, raw = kept
        self._keep(article, call.keys[place], raw, Usage(), free=True)
        return Answer(raw, usage_of(raw), key=call.keys[place], remembered=place, free=True)

    def fresh(self, article: int, call: Call, send: Send) -> Answer:
        """The answer of the endpoint, asked for with the desk's leave."""
        if self._desk.admit(article, call.key, Usage(1, call.count(), call.max_tokens)) is not Admission.GO:
            raise StoppedError
        try:
            answer = send()
        except BaseException as problem:
            self._desk.withdraw(article, call.key, counts=isinstance(problem, Refusal | ModelError))
            raise
        self._keep(article, call.key, None if answer.problem else answer.raw, answer.usage)
        if self._cache and answer.problem is None:
            self._fresh.setdefault(article, {})[call.key] = call, answer.raw
        return replace(answer, key=call.key)

    def _keep(self, article: int, key: str, raw: str | None, usage: Usage, *, free: bool = False) -> None:
        try:
            self._desk.keep(article, key, raw, usage, free=free)
        except SummarizerError:  # the ledger can't be written, which is no fault of the article's
            raise StoppedError from None

    def accepted(self, keys: Sequence[str]) -> None:
        """Let the user's cache have what led to a fit reply."""
        self.fit(self._hand.article, keys)

    def fit(self, article: int, keys: Sequence[str]) -> None:
        """As `accepted`, of an article that another thread has in hand."""
        fresh = self._fresh.get(article, {})
        for key in keys:
            if self._cache and (found := fresh.pop(key, None)):
                self._cache.keep(*found)

    def spoilt(self, keys: Sequence[str]) -> None:
        """The ledger forgets it when the article is tried again (`Ledger.retry`), not before: it was paid for."""

    def observe(self, status: int, headers: Mapping[str, str]) -> None:
        """Tell the desk of an answer that says something about limits."""
        if status in _STATUS_OF_INTEREST or any(
            headers.get(f"x-ratelimit-remaining-{what}") == "0" for what in ("requests", "tokens")
        ):
            told = {name.lower(): value for name, value in headers.items() if "ratelimit" in name.lower()}
            told |= {name: headers[name] for name in ("retry-after", "retry-after-ms") if name in headers}
            self._desk.observe(status, told)


Read: TypeAlias = Callable[[Source], Article]


def article(desk: Front, job: Job, model: Model, exchange: AtTheDesk, task: Task, read: Read | None = None) -> bool:
    """Do one article from its source, which ``read`` reads (None: on this machine), to its result, and tell the
    desk what became of it.

    False where it must be taken up again later (`LaterError`), of which the desk is told nothing. Raises only what
    the desk raises: a ledger that can't be written, a connection that is gone.
    """
    exchange.begin(task.id)
    try:
        source = read(task.source) if read else sources.read(task.source, allow_private=job.allow_private)
        with exchange.computing():
            result = _result(job, model, source)
    except LaterError:
        return False
    except StoppedError:
        desk.put_back(task.id)
    except Exception as problem:  # one article must not end the run
        desk.fail(task, failure(problem))
    else:
        desk.finish(task.id, result)
    finally:
        exchange.end(task.id)
    return True


def _result(job: Job, model: Model, source: Article) -> Result:
    report = pipeline.summarize(
        source,
        options=job.options,
        source_language=job.source_language,
        sensitivity=job.sensitivity,
        require_coverage=job.require_coverage,
        model=model,
    )
    used = report.provenance.usage
    cost = job.price.of(used) if job.price else None
    report = replace(report, provenance=replace(report.provenance, cost=cost))
    return Result(encode(report, job.form), report.flagged, used, cost)


def until_done(desk: Front, job: Job, model: Model, exchange: AtTheDesk, read: Read | None = None) -> None:
    """Do article after article until the desk has no more, or can't be reached."""
    # A ledger that can't be written has stopped the run already, and a desk that is gone has nothing more to give.
    with contextlib.suppress(SummarizerError, EOFError, OSError):
        while isinstance(task := desk.next(), Task):
            article(desk, job, model, exchange, task, read)


def failure(problem: Exception) -> Failure:
    """How an exception goes into the ledger."""
    kinds: tuple[tuple[type[Exception], Failing], ...] = (
        (InputError, Failing.INPUT),
        (ReplyError, Failing.REPLY),
        (EndpointError, Failing.ENDPOINT),
        (ModelError, Failing.REPLY),
        (UsageError, Failing.USAGE),
    )
    for kind, name in kinds:
        if isinstance(problem, kind):
            return Failure(name, str(problem), fatal=isinstance(problem, AccessError))
    words = str(problem) if isinstance(problem, SummarizerError) else f"{type(problem).__name__}: {problem}"
    return Failure(Failing.FAULT, f"A fault of summarizer ({words[:200]}); report it with the article.")


def no_model(problem: SummarizerError) -> Stop:
    """Why a run ends whose model can't be opened."""
    return Stop(StopKind.ENDPOINT, str(problem))
