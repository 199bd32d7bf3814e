"""Workers on this machine: threads for the waiting, processes for the computing.

The drafting talks to a `Model`, whose methods wait for their answer, so what waits is a thread; asyncio would put the
same call into a thread anyway. Threads of one process compute one at a time, so there are as many processes as are
useful (`processes`), each with its share of the threads; their requests are sent from this one (`sending`), which does
nothing else and goes first. With one process the threads are in this one.

There are twice as many threads as requests allowed at once: while an answer is checked and the next article read,
another stands ready with its request, even where all answers come at the same moment.
"""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from multiprocessing import forkserver
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any, cast

from summarizer import tokens
from summarizer.batch.engines import Terms
from summarizer.batch.engines.counter import Counter, CounterDesk
from summarizer.batch.engines.sending import Distant, Sender
from summarizer.batch.records import Job, Stop, StopKind
from summarizer.batch.work import AtTheDesk, Front, no_model, until_done
from summarizer.errors import SummarizerError
from summarizer.llm import Model, open_model

if TYPE_CHECKING:
    from summarizer.batch.desk import Desk
    from summarizer.llm.openai_api import OpenAIModel

_MORE = 1.0
"""Threads beyond the requests allowed at once, as a share of these."""
_LOOK_SECONDS = 0.2
_LOST_WORKERS = 50
"""So many that died end a run: it is the machine then, not an article."""
_SWITCH_SECONDS = 0.0005
"""How long the thread that computes keeps one waiting that has an answer to pass on; Python's own is ten times that."""
_YOUNG = 20_000
"""Objects made before a worker's garbage is looked for; Python's own 700 are an eighth of its time."""


class LocalEngine:
    """Threads, in this process or in ``processes`` of its own (None: one a core, where that many are of use)."""

    terms = Terms()

    def __init__(self, processes: int | None = None) -> None:
        self._processes = processes

    def run(self, desk: Desk) -> None:
        """Work until nothing is left; Ctrl-C lets what is under way come home, a second one does not wait."""
        threads = desk.limits.concurrency + max(1, int(desk.limits.concurrency * _MORE))
        processes = default_processes(desk.job, desk.limits.concurrency)
        if self._processes and not desk.job.settings.embedded:
            processes = self._processes
        threads = min(threads, max(1, desk.waiting()))
        workers = _in_processes(desk, processes, threads) if processes > 1 else _in_threads(desk, desk.job, threads)
        with workers as until_all_is_done:
            try:
                until_all_is_done()
                if desk.stopped is None and desk.waiting():
                    desk.stop(Stop(StopKind.WORKERS, "The worker processes were killed; give the same command again."))
            except (KeyboardInterrupt, SystemExit):
                desk.stop(Stop(StopKind.INTERRUPTED, "interrupted"))
                until_all_is_done()
                raise


def default_processes(job: Job, concurrency: int) -> int:
    """One a core where many articles are under way; the embedded model is one process whatever is asked of it."""
    if job.settings.embedded or concurrency < 8:
        return 1
    return min(os.cpu_count() or 1, max(1, concurrency // 8))


def _wait(alive: list[threading.Thread]) -> None:
    for one in alive:
        while one.is_alive():
            one.join(_LOOK_SECONDS)  # with a time-out, so that Ctrl-C is heard on every system


@contextlib.contextmanager
def _in_threads(desk: Desk, job: Job, count: int) -> Iterator[Callable[[], None]]:
    exchange = _exchange(desk, job)
    with _model(desk, job, exchange) as model:
        alive = [] if model is None else _begun(desk, job, model, exchange, count)
        yield lambda: _wait(alive)


def _begun(desk: Front, job: Job, model: Model, exchange: AtTheDesk, count: int) -> list[threading.Thread]:
    alive = [threading.Thread(target=until_done, args=(desk, job, model, exchange), daemon=True) for _ in range(count)]
    for thread in alive:
        thread.start()
    return alive


def _exchange(desk: Desk, job: Job) -> AtTheDesk:
    from summarizer.llm.cache import ReplyCache, location

    return AtTheDesk(desk, ReplyCache(location()) if job.settings.cache else None)


@contextlib.contextmanager
def _model(desk: Front, job: Job, exchange: AtTheDesk) -> Iterator[Model | None]:
    """The model with ``exchange`` before it; None where it can't be had, which the desk is told."""
    with contextlib.ExitStack() as stack:
        try:
            model = stack.enter_context(
                open_model(job.settings, counter=tokens.counter, exchange=exchange, observe=exchange.observe)
            )
        except SummarizerError as problem:
            desk.stop(no_model(problem))
            yield None
        else:
            yield model


@contextlib.contextmanager
def _in_processes(desk: Desk, processes: int, threads: int) -> Iterator[Callable[[], None]]:
    exchange = _exchange(desk, desk.job)
    with Counter(desk) as counter, _model(desk, desk.job, exchange) as model:
        counter.send_with(None if model is None else Sender(exchange, cast("OpenAIModel", model).send))
        crew = _Crew(desk, counter)
        try:
            for number in range(processes if model is not None else 0):
                crew.begin(threads // processes + (number < threads % processes))
            yield crew.wait
        finally:
            crew.end()


class _Crew:
    """Processes of workers. One that dies is followed by another, lest the articles that kill it be the run's end."""

    def __init__(self, desk: Desk, counter: Counter) -> None:
        self._desk = desk
        self._counter = counter
        self._context = _context()
        self._alive: dict[multiprocessing.process.BaseProcess, int] = {}
        """Each with its number of threads."""
        self._lost = 0

    def begin(self, threads: int) -> None:
        mine, theirs = self._context.Pipe()
        args = theirs, self._counter.address, self._counter.key, threads
        one = self._context.Process(target=_worker, args=args, daemon=True)
        one.start()
        theirs.close()
        self._alive[one] = threads
        self._counter.mind(mine)

    def wait(self) -> None:
        """Return when all are done; the run goes on without those that can't be kept alive."""
        while self._alive:
            wait([one.sentinel for one in self._alive], _LOOK_SECONDS)  # so that Ctrl-C is heard on every system
            for one in [one for one in self._alive if not one.is_alive()]:
                threads = self._alive.pop(one)
                if one.exitcode and self._desk.stopped is None:
                    self._lost += 1
                    if self._lost < _LOST_WORKERS:
                        self.begin(threads)

    def end(self) -> None:
        for one in self._alive:
            one.kill()  # an article in hand waits in the ledger
            one.join()


def _context() -> Any:
    """How processes are made: this one has threads, which a fork would not take along.

    On Linux they are forked from one that has loaded everything (`warm`); elsewhere each begins from nothing, since
    system libraries there don't take forks well.
    """
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["summarizer.batch.engines.warm"])
    forkserver.ensure_running()  # it loads while this process goes on
    return context


def _worker(parent: Connection, address: str, key: bytes, threads: int) -> None:
    """A process of workers; it ends with its parent, at whatever point that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process of a terminal; the parent acts on it
    gc.set_threshold(_YOUNG, 10, 10)
    sys.setswitchinterval(_SWITCH_SECONDS)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    desk = CounterDesk(address, key)
    job = desk.job()
    exchange = Distant(desk, cache=job.settings.cache)
    with _model(desk, job, exchange) as model:
        alive = [] if model is None else _begun(desk, job, model, exchange, threads)
        gc.freeze()  # modules and tables stay: no need to look through them again
        _wait(alive)
        os._exit(0)  # everything is at the desk; taking an interpreter down in order takes as long as an article


def _end_with(parent: Connection) -> None:
    with contextlib.suppress(EOFError, OSError):
        parent.recv()
    os._exit(1)
