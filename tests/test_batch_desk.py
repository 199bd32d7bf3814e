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
from summarizer.batch.folder import Folder
from summarizer.batch.ledger import NAME, Ledger, UnsyncedError
from summarizer.batch.records import Admission, StopKind
from summarizer.batch.work import AtTheDesk
from summarizer.data import Usage
from summarizer.errors import UsageError
from summarizer.llm import Settings

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
