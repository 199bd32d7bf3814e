"""The ledger: what stays, what is done again, and what no sequence of steps can break."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from summarizer.batch import ledger as ledgers
from summarizer.batch.ledger import NAME, Census, Ledger
from summarizer.batch.naming import free_name, slug
from summarizer.batch.records import Entry, Failing, Failure, Result, Source, SourceKind, State, Task
from summarizer.data import Usage
from summarizer.errors import UsageError

RESULT = Result(b"report", flagged=True, usage=Usage(2, 30, 4), cost=Decimal("0.25"))
FAILURE = Failure(Failing.REPLY, "It is of no use.")


def entry(name: str, content: str = "text") -> Entry:
    return Entry(f"in/{name}.txt", name, content, Source(SourceKind.FILE, f"in/{name}.txt"))


def entries(*names: str) -> list[Entry]:
    return [entry(name) for name in names]


def done(ledger: Ledger, folder: Path | None = None) -> list[str]:
    """Finish everything that waits; the names in order."""
    names = []
    while task := ledger.claim():
        name = ledger.name(task.id)
        if folder is not None:
            (folder / f"{name}.md").write_bytes(b"report")
        ledger.finish(task.id, f"{name}.md", RESULT)
        names.append(name)
    return names


def test_articles_come_in_their_order_and_once(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "l")
    assert ledger.enter(entries("b", "a", "c", "a"), "o") == Census(new=3)
    assert done(ledger) == ["b", "a", "c"]
    assert ledger.claim() is None


@pytest.mark.parametrize(
    ("content", "options", "census", "again"),
    [
        ("text", "o", Census(finished=1), []),
        ("other", "o", Census(changed_text=1), ["a"]),
        ("text", "p", Census(changed_options=1), ["a"]),
    ],
)
def test_only_what_changed_is_done_again(
    tmp_path: Path, content: str, options: str, census: Census, again: list[str]
) -> None:
    with_before = Ledger(tmp_path / "l")
    with_before.enter(entries("a"), "o")
    done(with_before)
    with_before.close()
    ledger = Ledger(tmp_path / "l")
    assert ledger.enter([entry("a", content)], options) == census
    assert done(ledger) == again


def test_a_report_that_is_gone_is_written_again(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "l")
    ledger.enter(entries("a", "b"), "o", folder=tmp_path)
    done(ledger, tmp_path)
    (tmp_path / "b.md").unlink()
    assert ledger.enter(entries("a", "b"), "o", folder=tmp_path) == Census(finished=1, lost=1)
    assert done(ledger, tmp_path) == ["b"]


def test_what_is_no_longer_given_is_left_alone(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "l")
    ledger.enter(entries("a", "b"), "o")
    assert ledger.enter(entries("b"), "o") == Census(absent=1)
    assert done(ledger) == ["b"]
    assert ledger.tally().total == 1


def test_what_was_under_way_waits_with_its_replies(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "l")
    ledger.enter(entries("a"), "o")
    task = ledger.claim()
    assert task
    ledger.keep(task.id, "k", "raw", Usage(1, 10, 5), Decimal("0.01"))
    ledger.close()  # as a kill would: nothing else is written
    ledger = Ledger(tmp_path / "l")
    ledger.enter(entries("a"), "o")
    again = ledger.claim()
    assert again == replace(task, attempt=2)
    assert ledger.recall(again.id, ["poorer", "k"]) == (1, "raw", False)


def test_a_failure_waits_only_when_it_is_retried(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "l")
    ledger.enter(entries("a", "b"), "o")
    for failing in (Failing.REPLY, Failing.ENDPOINT):
        task = ledger.claim()
        assert task
        ledger.keep(task.id, "k", "raw", Usage(1, 10, 5), None)
        ledger.fail(task.id, Failure(failing, "why"))
    assert ledger.enter(entries("a", "b"), "o") == Census(failed=2)
    assert ledger.claim() is None
    assert ledger.retry() == 2
    assert ledger.recall(1, ["k"]) is None, "it failed on this reply"
    assert ledger.recall(2, ["k"]) == (0, "raw", False), "it did not fail on this one"
    assert ledger.tally().spent == Usage(2, 20, 10), "what was paid stays paid"


def test_money_is_exact_and_never_less_than_was_paid(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "l")
    ledger.enter(entries("a"), "o")
    for number in range(100):
        ledger.keep(1, str(number), "raw", Usage(1, 1, 0), Decimal("0.000001"))
    assert ledger.tally().cost == Decimal("0.0001")
    ledger.keep(1, "free", "raw", Usage(), None, free=True)
    ledger.keep(1, "bad", None, Usage(1, 1, 0), Decimal("0.00000000001"))
    assert ledger.tally().cost == Decimal("0.000100001")
    assert ledger.recall(1, ["bad"]) is None


def test_rows_tell_what_became_of_each(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "l")
    ledger.enter(entries("a", "b"), "o")
    task = ledger.claim()
    assert task
    ledger.finish(task.id, "a.md", RESULT)
    ledger.fail(2, FAILURE)
    good, bad = ledger.rows()
    assert (good.state, good.result, good.flagged, good.usage, good.cost) == (
        State.DONE, "a.md", True, Usage(2, 30, 4), Decimal("0.25"),
    )  # fmt: skip
    assert (bad.state, bad.failing, bad.reason) == (State.FAILED, Failing.REPLY, "It is of no use.")
    assert [row.name for row in ledger.rows(State.FAILED)] == ["b"]


def test_a_rehearsal_of_a_folder_that_may_not_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There SQLite can't open a ledger with a log beside it; what stands in the log alone counts all the same."""
    book = Ledger(tmp_path / NAME)
    book.enter([entry("a"), entry("b")], "options")
    backup = ledgers._backup

    def strict(path: Path, copy: sqlite3.Connection) -> None:
        if path.parent == tmp_path:
            raise sqlite3.OperationalError("unable to open database file")
        backup(path, copy)

    monkeypatch.setattr(ledgers, "_backup", strict)
    copy = Ledger.rehearsal(tmp_path / NAME)
    assert copy.enter([entry("a"), entry("b"), entry("c")], "options").new == 1
    assert copy.tally().total == 3
    copy.close()
    book.close()


def test_a_rehearsal_changes_nothing(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "l")
    ledger.enter(entries("a"), "o")
    done(ledger)
    rehearsal = Ledger.rehearsal(tmp_path / "l")
    assert rehearsal.enter(entries("a", "b"), "o") == Census(new=1, finished=1)
    assert done(rehearsal) == ["b"]
    assert ledger.tally().total == 1
    assert Ledger.rehearsal(tmp_path / "none").enter(entries("a"), "o") == Census(new=1)
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("damage", [b"no database " * 500, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_ledger_is_named(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "l").write_bytes(damage)
    with pytest.raises(UsageError, match=r"The ledger .*l is damaged"):
        Ledger(tmp_path / "l")


def test_a_ledger_of_another_version_is_refused(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "l")
    ledger.enter(entries("a"), "o")
    ledger.close()
    connection = sqlite3.connect(tmp_path / "l")
    connection.execute("UPDATE meta SET value = '99' WHERE name = 'form'")
    connection.commit()
    connection.close()
    with pytest.raises(UsageError, match="another version"):
        Ledger(tmp_path / "l")


def test_bad_entries_change_nothing(tmp_path: Path) -> None:
    def broken() -> Sequence[Entry]:
        raise UsageError("no")

    ledger = Ledger(tmp_path / "l")
    with pytest.raises(UsageError):
        ledger.enter((each for part in (lambda: entries("a"), broken) for each in part()), "o")
    assert Ledger(tmp_path / "l").tally().total == 0


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Bericht Nr. 5", "bericht-nr.-5"),
        ("Übergrößenträger", "uebergroessentraeger"),
        ("../../etc/passwd", "etc-passwd"),
        ("a/b\\c:d", "a-b-c-d"),
        ("CON", "con-"),
        ("x" * 300, "x" * 80),
        ("…", "article-2c26b46b68ff"),
        ("taken", "taken-2c26b46b68ff"),
    ],
)
def test_names_are_safe(title: str, name: str) -> None:
    assert free_name(title, "foo", lambda tried: tried == "taken") == name
    assert slug(name) in (name, name.rstrip("-"), f"{name}")


class LedgerMachine(RuleBasedStateMachine):
    """Any order of steps, kills and new runs, against a model that is a few dicts."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "l"
        self.ledger = Ledger(self.path)
        self.known: dict[str, tuple[str, str, State]] = {}
        """Key to content, options and state."""
        self.given: set[str] = set()
        self.hand: dict[str, Task] = {}
        self.paid = 0
        self.replies: dict[tuple[str, str], str] = {}

    def teardown(self) -> None:
        self.ledger.close()
        self.folder.cleanup()

    @initialize()
    def begin(self) -> None:
        self.enter([("a", "1")], "o")

    @rule(
        given=st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("12")), max_size=5, unique_by=lambda e: e[0]),
        options=st.sampled_from("op"),
    )
    def enter(self, given: list[tuple[str, str]], options: str) -> None:
        """A run begins, after an end or a kill."""
        self.ledger.close()
        self.ledger = Ledger(self.path)
        self.ledger.enter([entry(name, content) for name, content in given], options)
        self.hand.clear()
        for key, (content, before, state) in self.known.items():
            if state is State.WORKING:
                self.known[key] = content, before, State.WAITING
        for name, content in given:
            old = self.known.get(name)
            same = old is not None and old[:2] == (content, options)
            self.known[name] = content, options, old[2] if old and same else State.WAITING
        self.given = {name for name, _ in given}

    @rule()
    def claim(self) -> None:
        task = self.ledger.claim()
        waiting = {name for name in self.given if self.known[name][2] is State.WAITING}
        assert (task is None) == (not waiting)
        if task is not None:
            name = self._name(task)
            assert name in waiting
            self._becomes(name, State.WORKING)
            self.hand[name] = task

    @precondition(lambda self: self.hand)
    @rule(data=st.data(), key=st.sampled_from("kl"), raw=st.sampled_from(["x", "y"]))
    def keep(self, data: st.DataObject, key: str, raw: str) -> None:
        name = data.draw(st.sampled_from(sorted(self.hand)))
        self.ledger.keep(self.hand[name].id, key, raw, Usage(1, 7, 3), Decimal("0.5"))
        self.replies[name, key] = raw
        self.paid += 1

    @precondition(lambda self: self.hand)
    @rule(data=st.data(), end=st.sampled_from(["finish", "fail", "put back"]))
    def end(self, data: st.DataObject, end: str) -> None:
        name = data.draw(st.sampled_from(sorted(self.hand)))
        task = self.hand.pop(name)
        if end == "finish":
            self.ledger.finish(task.id, f"{name}.md", RESULT)
        elif end == "fail":
            self.ledger.fail(task.id, FAILURE)
        else:
            self.ledger.put_back(task.id)
        self._becomes(name, {"finish": State.DONE, "fail": State.FAILED}.get(end, State.WAITING))

    @rule()
    def retry(self) -> None:
        failed = {name for name in self.given if self.known[name][2] is State.FAILED}
        assert self.ledger.retry() == len(failed)
        for name in failed:
            self._becomes(name, State.WAITING)
        self.replies = {place: raw for place, raw in self.replies.items() if place[0] not in failed}

    @invariant()
    def it_has_what_was_told(self) -> None:
        states = {row.key.removeprefix("in/").removesuffix(".txt"): row.state for row in self.ledger.rows()}
        assert states == {name: self.known[name][2] for name in self.given}
        tally = self.ledger.tally()
        assert tally.spent == Usage(self.paid, 7 * self.paid, 3 * self.paid)
        assert tally.cost == Decimal("0.5") * self.paid
        for name, task in self.hand.items():
            for key in "kl":
                known = self.ledger.recall(task.id, [key])
                assert known == ((0, self.replies[name, key], False) if (name, key) in self.replies else None)

    def _name(self, task: Task) -> str:
        return task.key.removeprefix("in/").removesuffix(".txt")

    def _becomes(self, name: str, state: State) -> None:
        self.known[name] = (*self.known[name][:2], state)


LedgerMachine.TestCase.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
TestLedgerMachine = LedgerMachine.TestCase


def test_times_in_the_ledger_decide_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter(["2099-01-01T00:00:00+00:00", "1970-01-01T00:00:00+00:00"] * 100)
    monkeypatch.setattr("summarizer.batch.ledger._now", lambda: next(times))
    ledger = Ledger(tmp_path / "l")
    ledger.enter(entries("a", "b", "c"), "o")
    assert done(ledger) == ["a", "b", "c"]
    assert ledger.enter(entries("a", "b", "c"), "o") == Census(finished=3)
    json.dumps([row.name for row in ledger.rows()])
