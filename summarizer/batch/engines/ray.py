"""Workers on many machines: a Ray cluster computes, the machine of the command keeps the desk and asks the model.

Each node of the cluster gets workers that read, prompt and check; what they want of the desk goes through an actor
(`mailbox`). The requests themselves are sent by the desk's process. That way a node that dies takes no answer with it
that was paid for: the answer comes home, is in the ledger, and the article, begun again elsewhere, finds it there; one
that is still under way is joined, not sent again. A process that only waits for answers keeps thousands under way.

Articles are read by the desk's process, so nodes need no shared disk; they need this package, and glossary files at the
same paths.
"""

from __future__ import annotations

import contextlib
import logging
import os
import socket
import threading
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

from summarizer import tokens
from summarizer.batch import sources
from summarizer.batch.engines import Terms
from summarizer.batch.engines.mailbox import DistantDesk, Letter, Mailbox, Reply
from summarizer.batch.engines.sending import Distant, Sender
from summarizer.batch.records import Job, Stop, StopKind, Task, Turn
from summarizer.batch.work import AtTheDesk, no_model, until_done
from summarizer.errors import ModelError, SummarizerError, UsageError
from summarizer.llm import open_model
from summarizer.llm.cache import ReplyCache, location

if TYPE_CHECKING:
    from summarizer.batch.desk import Desk
    from summarizer.llm.openai_api import OpenAIModel

_MORE = 1.5
"""Articles in hand for each request allowed at once."""
_LOST_WORKERS = 50
"""So many that died one after the other end a run."""
_LOOK_SECONDS = 0.5


class RayEngine:
    """A cluster at ``address``: ``auto`` (the one this machine belongs to), HOST:PORT, or ``local`` for one of its own.

    Raises `UsageError` where Ray is not installed or there is no cluster.
    """

    terms = Terms()

    def __init__(self, address: str = "auto") -> None:
        self._address = address

    def run(self, desk: Desk) -> None:
        """Work until nothing is left; Ctrl-C lets what is under way come home, a second one does not wait."""
        settings = desk.job.settings
        if settings.embedded:
            raise UsageError("The embedded model runs on one machine; leave --engine out, or name an endpoint.")
        with cluster(self._address):
            office = _Office(desk)
            try:
                with open_model(
                    settings, counter=tokens.counter, exchange=office.exchange, observe=office.exchange.observe
                ) as model:
                    office.serve(model)  # type: ignore[arg-type] # what is not embedded is behind an endpoint
            except ModelError as problem:
                desk.stop(no_model(problem))


@contextlib.contextmanager
def cluster(address: str) -> Iterator[None]:
    """A connection to a Ray cluster for as long as the context lasts. Raises `UsageError` where there is none."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    try:
        import ray
    except ImportError:
        raise UsageError("Ray is not installed; install it with: pip install 'summarizer-de-en[ray]'.") from None
    if ray.is_initialized():
        yield
        return
    if not _answers(address):
        raise _no_cluster(address)
    try:
        place = {"include_dashboard": False} if address == "local" else {"address": address}
        ray.init(**place, logging_level=logging.ERROR, log_to_driver=False)
    except (ConnectionError, ValueError, RuntimeError, OSError):
        raise _no_cluster(address) from None
    try:
        yield
    finally:
        ray.shutdown()


def _answers(address: str) -> bool:
    """Whether something listens at HOST:PORT; Ray itself would try for minutes."""
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal():
        return True  # a name that Ray knows how to look up
    with contextlib.suppress(OSError, OverflowError):
        socket.create_connection((host.strip("[]"), int(port)), timeout=5).close()
        return True
    return False


def _no_cluster(address: str) -> UsageError:
    return UsageError(
        f"No Ray cluster answers at {address}; start one with `ray start --head`, or give --address local."
    )


class _Office:
    """The desk's side: answers letters, sends requests, sees that there are workers."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.exchange = AtTheDesk(desk, ReplyCache(location()) if desk.job.settings.cache else None)
        self._lock = threading.Lock()
        self._in_hand: defaultdict[int, dict[int, Task]] = defaultdict(dict)
        """Articles by worker."""
        self._dead: set[int] = set()
        self._over = threading.Event()
        self._working: dict[Any, int] = {}
        """Ray's reference to each worker at work, and the worker's number."""
        self._workers = 0
        self._mailbox: Any = None

    def serve(self, model: OpenAIModel) -> None:
        """Until all articles are done."""
        import ray
        from ray.util.scheduling_strategies import NodeAffinitySchedulingStrategy

        self._sender = Sender(self.exchange, model.send)
        here = NodeAffinitySchedulingStrategy(ray.get_runtime_context().get_node_id(), soft=False)
        actor: Any = ray.remote(Mailbox)
        self._mailbox = actor.options(num_cpus=0, max_concurrency=100_000, scheduling_strategy=here).remote()
        resources: dict[str, float] = ray.cluster_resources()  # type: ignore[no-untyped-call]
        workers, threads = self._sizes(int(resources.get("CPU", 1)))
        with ThreadPoolExecutor(workers * threads + _LOST_WORKERS * 2, "desk") as clerks:
            postman = threading.Thread(target=self._deliver, args=(clerks,), daemon=True)
            postman.start()
            try:
                self._employ(workers, threads)
            except (KeyboardInterrupt, SystemExit):
                self._desk.stop(Stop(StopKind.INTERRUPTED, "interrupted"))
                self._employ(0, threads)
                raise
            finally:
                self._over.set()
                postman.join()
                ray.kill(self._mailbox)

    def _sizes(self, cores: int) -> tuple[int, int]:
        """How many workers, and articles in hand for each."""
        wanted = min(max(1, int(self._desk.limits.concurrency * _MORE)), max(1, self._desk.waiting()))
        workers = max(1, min(cores, wanted))
        return workers, -(-wanted // workers)

    def _employ(self, count: int, threads: int) -> None:
        """Keep ``count`` workers at work until nothing is left; with 0, wait for those that are."""
        import ray

        make = ray.remote(_work).options(num_cpus=1, max_retries=0, scheduling_strategy="SPREAD")
        job = ray.put(self._desk.job)
        while True:
            wanted = count if self._desk.stopped is None and self._desk.waiting() else 0
            while len(self._working) < wanted and len(self._dead) < _LOST_WORKERS:
                self._workers += 1
                self._working[make.remote(self._mailbox, self._workers, threads, job)] = self._workers
            if not self._working:
                break
            ended, _ = ray.wait(list(self._working), timeout=_LOOK_SECONDS)
            for one in ended:
                worker = self._working.pop(one)
                try:
                    ray.get(one)
                except ray.exceptions.RayError:
                    self._bury(worker)
        if self._desk.stopped is None and self._desk.waiting():
            self._desk.stop(Stop(StopKind.WORKERS, "The workers of the cluster died; give the same command again."))

    def _bury(self, worker: int) -> None:
        """Let others have what a worker had in hand; its requests come home all the same."""
        with self._lock:
            self._dead.add(worker)
            left = list(self._in_hand.pop(worker, {}).values())
        for task in left:
            self._desk.abandon(task, requests_too=False)

    # --- letters

    def _deliver(self, clerks: ThreadPoolExecutor) -> None:
        import ray

        def done(number: int, work: Future[Any]) -> None:
            problem = work.exception()
            reply = Reply(number, problem is None, problem or (work.result() if problem is None else None))
            with contextlib.suppress(Exception):  # the actor is gone, and the run with it
                self._mailbox.deliver.remote([reply])

        while not self._over.is_set():
            try:
                letters: list[Letter] = ray.get(self._mailbox.collect.remote())
            except ray.exceptions.RayError:
                self._desk.stop(Stop(StopKind.WORKERS, "The cluster is gone; give the same command again."))
                return
            for letter in letters:
                work = clerks.submit(self._answer, letter)
                work.add_done_callback(lambda work, number=letter.number: done(number, work))  # type: ignore[misc]

    def _answer(self, letter: Letter) -> Any:
        match letter.name, letter.args:
            case "next", (patience,):
                return self._next(letter.worker, patience)
            case "read", (source,):
                return sources.read(source, allow_private=self._desk.job.allow_private)
            case "ask", (article, asked):
                return self._sender.ask(article, asked)
            case "fit", (article, keys):
                return self.exchange.fit(article, keys)
            case "stop", (why,):
                return self._desk.stop(why)
            case ("finish" | "fail" | "put_back") as name, (article, *rest):
                number = article.id if isinstance(article, Task) else article
                with self._lock:  # what comes late, from a worker that was given up, is not to count twice
                    mine = self._in_hand[letter.worker].pop(number, None)
                if mine is not None:
                    self.exchange.end(number)
                    getattr(self._desk, name)(article, *rest)
        return None

    def _next(self, worker: int, patience: float) -> Turn:
        turn = self._desk.next(patience)
        if isinstance(turn, Task):
            with self._lock:
                dead = worker in self._dead
                if not dead:
                    self._in_hand[worker][turn.id] = turn
            if dead:
                self._desk.put_back(turn.id)
        return turn


def _work(mailbox: Any, worker: int, threads: int, job: Job) -> None:
    """A worker: so many articles at once, until the desk has no more."""
    desk = DistantDesk(mailbox, worker)
    exchange = Distant(desk, cache=job.settings.cache)
    try:
        with open_model(job.settings, counter=tokens.counter, exchange=exchange) as model:
            alive = [
                threading.Thread(target=until_done, args=(desk, job, model, exchange, desk.read), daemon=True)
                for _ in range(threads)
            ]
            for thread in alive:
                thread.start()
            for thread in alive:
                thread.join()
    except SummarizerError as problem:
        desk.stop(no_model(problem))
