"""Who may go when: one thread of a worker computes at a time, and room at the endpoint is never left empty."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from summarizer.batch import Job, Limits
from summarizer.batch.desk import Desk
from summarizer.batch.engines.sending import Asked, Sender
from summarizer.batch.folder import Folder
from summarizer.batch.ledger import NAME, Ledger, UnsyncedError
from summarizer.batch.records import Admission, Entry, Source, SourceKind, StopKind, Task
from summarizer.batch.work import AtTheDesk
from summarizer.data import Usage
from summarizer.errors import UsageError
from summarizer.llm import Settings
from summarizer.llm.exchange import Answer, Call

ONE = Usage(1, 100, 100)


@contextmanager
def desk_of(path: Path, limits: Limits) -> Iterator[Desk]:
    with Folder(path) as folder:
        ledger = Ledger(path / NAME)
        try:
            yield Desk(ledger, folder, Job(Settings(model="m", base_url="http://127.0.0.1:9/v1")), limits)
        finally:
            ledger.close()


@pytest.mark.parametrize("limits", [Limits(concurrency=1), Limits(concurrency=3), Limits(20, max_tokens=100_000)])
def test_everybody_who_waits_for_room_gets_it(tmp_path: Path, limits: Limits) -> None:
    going: list[int] = []
    with desk_of(tmp_path, limits) as desk:

        def ask(number: int) -> None:
            if desk.admit(number, "key", replace(ONE, prompt_tokens=9_000)) is Admission.GO:
                going.append(desk.under_way())
                desk.keep(number, "key", "{}", ONE)

        threads = [threading.Thread(target=ask, args=(number,)) for number in range(60)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert len(going) == 60
        assert max(going) <= limits.concurrency
        assert desk.stopped is None


def test_who_gives_up_waiting_leaves_the_room_to_the_next(tmp_path: Path) -> None:
    with desk_of(tmp_path, Limits(concurrency=1)) as desk:
        assert desk.admit(0, "key", ONE) is Admission.GO
        words: list[Admission] = []
        patient = [threading.Thread(target=lambda n=n: words.append(desk.admit(n, "key", ONE))) for n in (1, 2)]
        hasty = threading.Thread(target=lambda: words.append(desk.admit(3, "key", ONE, 0.05)))
        hasty.start()
        for thread in patient:
            thread.start()
        hasty.join(30)
        assert words == [Admission.WAIT]
        desk.withdraw(0, "key", counts=False)
        while len(words) < 2:
            pass
        for number in (1, 2):
            desk.withdraw(number, "key", counts=False)
        for thread in patient:
            thread.join(30)
        assert words == [Admission.WAIT, Admission.GO, Admission.GO]


def test_room_is_free_while_a_reply_is_brought_to_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with desk_of(tmp_path, Limits(concurrency=1)) as desk:
        disk, slow = desk._ledger._disk, threading.Event()
        assert disk is not None
        assert desk.admit(1, "key", ONE) is Admission.GO
        with monkeypatch.context() as patched:
            patched.setattr(disk, "bring", lambda _: slow.wait(30))
            keeping = threading.Thread(target=desk.keep, args=(1, "key", "{}", ONE))
            keeping.start()
            assert desk.admit(2, "key", ONE, 30) is Admission.GO
            assert keeping.is_alive()  # whoever reads the reply waits for the disk all the same
            assert desk.recall(1, ("key",)) is not None
            assert desk.admit(3, "key", ONE, 0) is Admission.WAIT
            slow.set()
            keeping.join(30)
        assert desk.under_way() == 1


def test_a_request_that_two_workers_want_is_sent_once(tmp_path: Path) -> None:
    with desk_of(tmp_path, Limits()) as desk:
        sent, may = [], threading.Event()

        def send(call: Call) -> Answer:
            sent.append(call.key)
            may.wait(30)
            return Answer("{}", ONE)

        sender = Sender(AtTheDesk(desk), send)
        asked = Asked(("key",), "e", "m", {}, 100, 100)
        answers: list[Answer] = []
        askers = [threading.Thread(target=lambda: answers.append(sender.ask(1, asked))) for _ in range(2)]
        for asker in askers:
            asker.start()
        while not sent:
            pass
        may.set()
        for asker in askers:
            asker.join(30)
        assert sent == ["key"]
        assert [answer.raw for answer in answers] == ["{}", "{}"]


def test_one_request_goes_ahead_where_the_key_is_in_doubt(tmp_path: Path) -> None:
    with desk_of(tmp_path, Limits()) as desk:
        desk.observe(401, {})  # the list of models was refused, which some endpoints do that answer chats
        assert desk.admit(1, "key", ONE) is Admission.GO
        assert desk.admit(2, "key", ONE, 0) is Admission.WAIT
        desk.keep(1, "key", "{}", ONE)
        assert desk.admit(2, "key", ONE, 0) is Admission.GO
        assert desk.admit(3, "key", ONE, 0) is Admission.GO
        desk.observe(403, {})  # one that was answered before is not in doubt
        assert desk.admit(4, "key", ONE, 0) is Admission.GO


def test_one_thread_computes_and_the_others_ask(tmp_path: Path) -> None:
    with desk_of(tmp_path, Limits()) as desk:
        exchange = AtTheDesk(desk)
        computing, most, met = 0, 0, threading.Barrier(4)
        lock = threading.Lock()

        def work() -> None:
            nonlocal computing, most
            with exchange.computing():
                for asks in (True, False):
                    with lock:
                        computing += 1
                        most = max(most, computing)
                    with lock:
                        computing -= 1
                    if asks:
                        with exchange.asking():
                            met.wait(30)  # all four wait for their answers at once

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        assert most == 1
        with exchange.asking():  # by who computes nothing: nothing to give up
            pass


def test_a_reply_that_may_not_survive_is_not_noted_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with desk_of(tmp_path, Limits()) as desk:
        assert desk._ledger._disk is not None
        assert desk.admit(1, "key", ONE) is Admission.GO

        def full(_: int) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(desk._ledger._disk, "_sync", full)
            with pytest.raises(UnsyncedError):
                desk.keep(1, "key", "{}", ONE)
        assert desk.stopped is not None
        assert desk.stopped.kind is StopKind.OUTPUT
        assert desk._ledger.tally().spent.calls == 1


def test_what_can_not_be_noted_at_all_is_noted_when_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk_of(tmp_path, Limits()) as desk:
        keep, tries = desk._ledger.keep, []

        def full(*args: object, **named: object) -> None:
            tries.append(1)
            if len(tries) == 1:
                raise UsageError("full")
            keep(*args, **named)  # type: ignore[arg-type]

        monkeypatch.setattr(desk._ledger, "keep", full)
        desk.keep(1, "key", "{}", ONE)
        assert len(tries) == 2  # the second had the room of the ballast
        assert desk._ledger.tally().spent.calls == 1


@pytest.mark.parametrize(("deaths", "given_up"), [(1, False), (3, False), (4, True)])
def test_an_article_is_given_up_at_the_third_death_that_is_its_own(tmp_path: Path, deaths: int, given_up: bool) -> None:
    with Folder(tmp_path) as folder:
        ledger = Ledger(tmp_path / NAME)
        ledger.enter([Entry("a", "a", "hash", Source(SourceKind.FILE, "a.txt"))], "options")
        desk = Desk(ledger, folder, Job(Settings(model="m", base_url="http://127.0.0.1:9/v1")), Limits())
        for _ in range(deaths):
            task = desk.next(0)
            assert isinstance(task, Task)
            desk.abandon(task)
        assert ledger.tally().failed == int(given_up)
        ledger.close()
