"""The memory of a batch: which articles there are, what became of each, every reply that was paid for.

One SQLite file in the output folder, in WAL mode, brought to the disk after each transaction: what a method has
returned from survives the process, and the machine. That is done outside the lock and for all at once that have come
by then (`disk`), which SQLite's own ``synchronous=FULL`` does for one after the other. A reply is in here before
anybody reads it, so that an article that is begun again after a kill goes on from the replies it has; the work itself
is repeated, since it costs milliseconds and the replies cost money. No clock decides anything: times are notes for a
reader.

    waiting ──claim──> working ──finish──> done
       ^                  │ ├────fail────> failed ──retry──> waiting
       └──put back, kill──┘ └─ changed text or options: done or failed ──enter──> waiting
"""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from decimal import ROUND_CEILING, Decimal
from pathlib import Path
from typing import Any

from summarizer.batch.disk import Disk
from summarizer.batch.naming import free_name
from summarizer.batch.records import Entry, Failing, Failure, Result, Source, SourceKind, State, Tally, Task
from summarizer.data import Usage
from summarizer.errors import UsageError

NAME = "ledger.sqlite3"
_FORM = 1
_BUSY_SECONDS = 30.0
_NANO = Decimal(1_000_000_000)
_UNKNOWN = -1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS articles (
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE, source TEXT NOT NULL,
    content TEXT NOT NULL, options TEXT NOT NULL, state TEXT NOT NULL, run INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0, failing TEXT, reason TEXT, result TEXT, flagged INTEGER NOT NULL DEFAULT 0,
    calls INTEGER NOT NULL DEFAULT 0, cached INTEGER NOT NULL DEFAULT 0, prompt_tokens INTEGER NOT NULL DEFAULT 0,
    completion_tokens INTEGER NOT NULL DEFAULT 0, cost_nano INTEGER, changed TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS articles_turn ON articles (run, state, id);
CREATE TABLE IF NOT EXISTS replies (
    key TEXT NOT NULL, article INTEGER NOT NULL, raw TEXT NOT NULL, free INTEGER NOT NULL, PRIMARY KEY (article, key)
) STRICT;
CREATE TABLE IF NOT EXISTS spending (
    id INTEGER PRIMARY KEY, article INTEGER NOT NULL, at TEXT NOT NULL, calls INTEGER NOT NULL,
    prompt_tokens INTEGER NOT NULL, completion_tokens INTEGER NOT NULL, cost_nano INTEGER NOT NULL
) STRICT;
"""


class UnsyncedError(UsageError):
    """What was to be noted is in the file, and may not survive the machine: not to be noted a second time."""


@dataclass(frozen=True, slots=True)
class Census:
    """What was found when the articles were entered."""

    new: int = 0
    finished: int = 0
    """Done before, and as they were."""
    failed: int = 0
    """Failed before, and as they were."""
    changed_text: int = 0
    """Worked on before; their text is another now."""
    changed_options: int = 0
    """Worked on before under other options."""
    lost: int = 0
    """Done before; their result is gone."""
    absent: int = 0
    """In the ledger, and not among the inputs now."""


@dataclass(frozen=True, slots=True)
class Row:
    """An article as the ledger has it."""

    id: int
    key: str
    name: str
    state: State
    attempts: int
    failing: Failing | None
    reason: str | None
    result: str | None
    flagged: bool
    usage: Usage
    cost: Decimal | None


class Ledger:
    """The open file. Methods may be called from any thread; each is one transaction.

    Raises `UsageError` where the file can't be read or written; what was returned from before then is kept.
    """

    def __init__(self, path: Path, *, copy: bool = False) -> None:
        self.path = path
        self._lock = threading.RLock()
        try:
            self._db = _copied(path) if copy else _connected(path)
        except OSError as problem:
            raise UsageError(f"The ledger {path} can't be read ({problem.strerror}).") from None
        except sqlite3.Error as problem:
            raise _unusable(path, problem) from None
        with self._working():
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")  # a checkpoint is synced; what is before it, by `Disk`
            self._db.executescript(_SCHEMA)
        self._disk = None if copy else Disk(path.with_name(f"{path.name}-wal"))
        form = self.note("form")
        if form is not None and form != str(_FORM):
            raise UsageError(f"The ledger {path} was made by another version of summarizer; choose another folder.")
        self.run = int(self.note("run") or 0)

    @classmethod
    def rehearsal(cls, path: Path) -> Ledger:
        """A copy in memory of the ledger at ``path``, which need not be there: to see what a run would do."""
        return cls(path, copy=True)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            if self._disk is not None:
                self._disk.close()
            self._db.close()

    def note(self, name: str) -> str | None:
        """What was noted under ``name``."""
        with self._working() as db:
            row = db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return row and str(row[0])

    def enter(self, entries: Iterable[Entry], options: str, *, folder: Path | None = None) -> Census:
        """Begin a run over ``entries`` under ``options`` (a hash): all in one transaction, whatever their number.

        What was left in the middle waits again. What is done or failed stays so, if neither its text nor the options
        changed and its result still lies in ``folder``.
        """
        found = dict.fromkeys(("new", "finished", "failed", "changed_text", "changed_options", "lost"), 0)
        with self._changing() as db:
            self.run += 1
            db.execute("INSERT OR REPLACE INTO meta VALUES ('form', ?), ('run', ?)", (str(_FORM), str(self.run)))
            db.execute("UPDATE articles SET state = ? WHERE state = ?", (State.WAITING, State.WORKING))
            for entry in entries:
                what = self._enter(db, entry, options, folder)
                if what:
                    found[what] += 1
            (absent,) = db.execute("SELECT count(*) FROM articles WHERE run < ?", (self.run,)).fetchone()
        return Census(**found, absent=absent)

    def _enter(self, db: sqlite3.Connection, entry: Entry, options: str, folder: Path | None) -> str | None:
        source = json.dumps(asdict(entry.source), ensure_ascii=False)
        old = db.execute(
            "SELECT id, content, options, state, result, run FROM articles WHERE key = ?", (entry.key,)
        ).fetchone()
        if old is None:
            name = free_name(entry.title, entry.key, lambda name: _taken(db, name))
            db.execute(
                "INSERT INTO articles (key, name, source, content, options, state, run, changed)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (entry.key, name, source, entry.content, options, State.WAITING, self.run, _now()),
            )
            return "new"
        number, content, before, state, result, run = old
        if run == self.run:  # given twice
            return None
        verdict = {State.DONE.value: "finished", State.FAILED.value: "failed"}.get(state)
        if content != entry.content:
            verdict = "changed_text"
        elif before != options:
            verdict = "changed_options" if state != State.WAITING else None
        elif verdict == "finished" and folder is not None and not (folder / (result or "")).is_file():
            verdict = "lost"
        again = verdict not in ("finished", "failed")
        db.execute(
            "UPDATE articles SET run = ?, source = ?, content = ?, options = ?, state = iif(?, ?, state),"
            " attempts = iif(?, 0, attempts) WHERE id = ?",
            (self.run, source, entry.content, options, again, State.WAITING, again and verdict is not None, number),
        )
        return verdict

    def retry(self) -> int:
        """Let what failed wait again, and forget the replies that it failed on. How many there were."""
        with self._changing() as db:
            failed = (self.run, State.FAILED)
            db.execute(
                "DELETE FROM replies WHERE article IN"
                " (SELECT id FROM articles WHERE run = ? AND state = ? AND failing = ?)",
                (*failed, Failing.REPLY),
            )
            return db.execute(
                "UPDATE articles SET state = 'waiting', attempts = 0 WHERE run = ? AND state = ?", failed
            ).rowcount

    def claim(self, held: Collection[int] = ()) -> Task | None:
        """The next article that waits, now being worked on; none of ``held``, whose time has not come."""
        with self._changing(kept=False) as db:  # where the machine dies, it waits as before
            row = db.execute(
                "UPDATE articles SET state = ?, attempts = attempts + 1, changed = ? WHERE id ="
                " (SELECT id FROM articles WHERE run = ? AND state = ?"
                " AND id NOT IN (SELECT value FROM json_each(?)) ORDER BY id LIMIT 1)"
                " RETURNING id, key, source, attempts",
                (State.WORKING, _now(), self.run, State.WAITING, json.dumps(sorted(held))),
            ).fetchone()
        return row and Task(row[0], row[1], _source(row[2]), row[3])

    def put_back(self, article: int, *, undone: bool = False) -> None:
        """Let an article wait again; ``undone``: as if it had not been tried."""
        with self._changing() as db:
            db.execute(
                "UPDATE articles SET state = ?, attempts = max(0, attempts - ?), changed = ?"
                " WHERE id = ? AND state = ?",
                (State.WAITING, int(undone), _now(), article, State.WORKING),
            )

    def recall(self, article: int, keys: Sequence[str]) -> tuple[int, str, bool] | None:
        """The first of ``keys`` that this article has a reply under: its place, the body, whether it was free."""
        with self._working() as db:
            for place, key in enumerate(keys):
                row = db.execute(
                    "SELECT raw, free FROM replies WHERE article = ? AND key = ?", (article, key)
                ).fetchone()
                if row is not None:
                    return place, row[0], bool(row[1])
        return None

    def keep(
        self,
        article: int,
        key: str,
        raw: str | None,
        usage: Usage,
        cost: Decimal | None,
        *,
        free: bool = False,
        noted: Callable[[], None] | None = None,
    ) -> None:
        """Note a reply and what it took, before anybody reads it; ``raw`` None: it is of no use, and paid for.

        ``noted`` is called when it survives the process, and is being brought to the disk to survive the machine.
        """
        with self._changing(noted=noted) as db:
            if raw is not None:
                db.execute("INSERT OR REPLACE INTO replies VALUES (?, ?, ?, ?)", (key, article, raw, int(free)))
            if not free:
                db.execute(
                    "INSERT INTO spending (article, at, calls, prompt_tokens, completion_tokens, cost_nano)"
                    " VALUES (?, ?, ?, ?, ?, ?)",
                    (article, _now(), usage.calls, usage.prompt_tokens, usage.completion_tokens, _paid(cost)),
                )

    def finish(self, article: int, path: str, result: Result) -> None:
        """Note that the result of an article lies at ``path``, relative to the folder."""
        used = result.usage
        with self._changing() as db:
            db.execute(
                "UPDATE articles SET state = ?, result = ?, flagged = ?, calls = ?, cached = ?, prompt_tokens = ?,"
                " completion_tokens = ?, cost_nano = ?, failing = NULL, reason = NULL, changed = ? WHERE id = ?",
                (
                    State.DONE,
                    path,
                    int(result.flagged),
                    used.calls,
                    used.cached,
                    used.prompt_tokens,
                    used.completion_tokens,
                    _nano(result.cost),
                    _now(),
                    article,
                ),
            )

    def fail(self, article: int, failure: Failure) -> None:
        """Note why an article failed."""
        with self._changing() as db:
            db.execute(
                "UPDATE articles SET state = ?, failing = ?, reason = ?, changed = ? WHERE id = ?",
                (State.FAILED, failure.kind, failure.reason, _now(), article),
            )

    def name(self, article: int) -> str:
        """What the result of an article is called, without an ending."""
        with self._working() as db:
            return str(db.execute("SELECT name FROM articles WHERE id = ?", (article,)).fetchone()[0])

    def options(self) -> Mapping[str, Any]:
        """The options of the last run, by name; empty before the first."""
        noted: dict[str, Any] = json.loads(self.note("options") or "{}")
        return noted

    def note_options(self, options: Mapping[str, Any]) -> None:
        """Note the options of this run, so that the next can say what changed."""
        with self._changing() as db:
            db.execute("INSERT OR REPLACE INTO meta VALUES ('options', ?)", (json.dumps(options),))

    def waiting(self) -> int:
        """How many articles of this run wait."""
        with self._working() as db:
            row = db.execute(
                "SELECT count(*) FROM articles WHERE run = ? AND state = ?", (self.run, State.WAITING)
            ).fetchone()
        return int(row[0])

    def tally(self) -> Tally:
        """How far this run is, and what this folder's runs cost so far."""
        with self._working() as db:
            total, done, failed, flagged = db.execute(
                "SELECT count(*), total(state = 'done'), total(state = 'failed'), total(state = 'done' AND flagged)"
                " FROM articles WHERE run = ?",
                (self.run,),
            ).fetchone()
            spent, unpriced, nano = Usage(), Usage(), 0
            for known, *used, cost in db.execute(
                "SELECT cost_nano >= 0, sum(calls), sum(prompt_tokens), sum(completion_tokens), sum(cost_nano)"
                " FROM spending GROUP BY 1"
            ):
                usage = Usage(*used)
                spent += usage
                if known:
                    nano = cost
                else:
                    unpriced = usage
        return Tally(total, int(done), int(flagged), int(failed), spent, Decimal(nano) / _NANO, unpriced)

    def rows(self, *states: State) -> Iterator[Row]:
        """The articles of this run in their order; only those in ``states`` where any are named."""
        last = 0
        wanted = json.dumps(states or list(State))
        while True:
            with self._working() as db:
                rows = db.execute(
                    "SELECT id, key, name, state, attempts, failing, reason, result, flagged, calls, prompt_tokens,"
                    " completion_tokens, cached, cost_nano FROM articles"
                    " WHERE run = ? AND id > ? AND state IN (SELECT value FROM json_each(?)) ORDER BY id LIMIT 500",
                    (self.run, last, wanted),
                ).fetchall()
            if not rows:
                return
            yield from map(_row, rows)
            last = rows[-1][0]

    @contextmanager
    def _working(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            try:
                yield self._db
            except sqlite3.Error as problem:
                raise _unusable(self.path, problem) from None

    @contextmanager
    def _changing(self, *, kept: bool = True, noted: Callable[[], None] | None = None) -> Iterator[sqlite3.Connection]:
        """One transaction, begun so that two processes can't both read before they write; ``kept``: and on the disk."""
        with self._working() as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise
            number = self._disk.wrote() if self._disk is not None else 0
        if noted is not None:
            noted()
        if kept and self._disk is not None:
            try:
                self._disk.bring(number)
            except OSError as problem:
                words = problem.strerror or str(problem)
                raise UnsyncedError(
                    f"The ledger {self.path} can't be written ({words}); free space on that disk and give the same "
                    "command again."
                ) from None


def _connected(path: Path | str) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)


def _copied(path: Path) -> sqlite3.Connection:
    """The ledger in memory. Where SQLite can't open it because the folder may not be written, a copy of it is read."""
    copy = _connected(":memory:")
    if not path.exists():
        return copy
    try:
        _backup(path, copy)
    except sqlite3.OperationalError:
        with tempfile.TemporaryDirectory() as folder:
            for ending in ("", "-wal"):
                with contextlib.suppress(FileNotFoundError):
                    shutil.copyfile(f"{path}{ending}", Path(folder) / f"{path.name}{ending}")
            _backup(Path(folder) / path.name, copy)
    return copy


def _backup(path: Path, copy: sqlite3.Connection) -> None:
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as original:
        original.backup(copy)


def _taken(db: sqlite3.Connection, name: str) -> bool:
    return db.execute("SELECT 1 FROM articles WHERE name = ?", (name,)).fetchone() is not None


def _row(row: tuple[Any, ...]) -> Row:
    return Row(
        id=row[0],
        key=row[1],
        name=row[2],
        state=State(row[3]),
        attempts=row[4],
        failing=Failing(row[5]) if row[5] else None,
        reason=row[6],
        result=row[7],
        flagged=bool(row[8]),
        usage=Usage(row[9], row[10], row[11], row[12]),
        cost=None if row[13] is None else Decimal(row[13]) / _NANO,
    )


def _source(text: str) -> Source:
    made = json.loads(text)
    return Source(**(made | {"kind": SourceKind(made["kind"]), "header": tuple(made["header"])}))


def _nano(cost: Decimal | None) -> int | None:
    """Billionths of a dollar, rounded up: sums of many replies stay exact, and never below what was paid."""
    return None if cost is None else int((cost * _NANO).to_integral_value(ROUND_CEILING))


def _paid(cost: Decimal | None) -> int:
    """As `_nano`, in a column that holds no NULL: `_UNKNOWN` where no price is known."""
    nano = _nano(cost)
    return _UNKNOWN if nano is None else nano


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _unusable(path: Path, problem: sqlite3.Error) -> UsageError:
    words = str(problem)
    if "full" in words or "I/O" in words:
        return UsageError(
            f"The ledger {path} can't be written ({words}); free space on that disk and give the same command again."
        )
    if "readonly" in words or "unable to open" in words:
        return UsageError(f"The ledger {path} can't be written ({words}); choose another folder.")
    if "malformed" in words or "not a database" in words:
        return UsageError(f"The ledger {path} is damaged ({words}); choose another folder.")
    return UsageError(f"The ledger {path} can't be used ({words}); choose another folder.")
