"""Answers that were paid for once, kept for the next time the same is asked.

A request at temperature 0 is asked again when a report is wanted in another format, or a command was interrupted. The
cache answers it from an SQLite file in the user's cache folder: readable by its owner alone, bounded in size and age,
safe with several processes. It holds hashes of requests and the answers' bodies, no prompts and no keys. Only answers
that led to a reply that fits are kept, so that a bad one is not given for ever.

`ReplyCache` is the file, `Cached` an `Exchange` that asks it before the wire. A cache that can't be used is no reason
to fail: it is then as if it were empty.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from summarizer.errors import UsageError
from summarizer.llm.completion import usage_of
from summarizer.llm.exchange import Answer, Call, Direct, Exchange, Send, Turns

T = TypeVar("T")

LARGEST = 256 * 1024 * 1024
"""Bytes of answers that are kept; beyond them the longest unused go."""
OLDEST = 30 * 24 * 3600.0
"""Seconds an answer is kept after it was last used."""
_BUSY_SECONDS = 10.0
_TIDY_EVERY = 200
"""Writes between two looks at size and age."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS replies (
    key TEXT PRIMARY KEY, endpoint TEXT NOT NULL, model TEXT NOT NULL, raw TEXT NOT NULL, size INTEGER NOT NULL,
    made REAL NOT NULL, used REAL NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS replies_used ON replies (used);
"""


def location() -> Path:
    """Where the cache is: in SUMMARIZER_CACHE_DIR, or in the user's cache folder."""
    named = os.environ.get("SUMMARIZER_CACHE_DIR")
    if named:
        return Path(named) / "replies.sqlite3"
    from platformdirs import user_cache_path

    return user_cache_path("summarizer-de-en") / "replies.sqlite3"


@dataclass(frozen=True, slots=True)
class Contents:
    """What a cache holds."""

    answers: int
    size: int
    """Bytes of the answers."""
    oldest: float | None
    """Seconds since the longest unused was used; None where there is none."""
    models: tuple[tuple[str, int], ...] = ()
    """Model names and how many answers of each, most first."""


class ReplyCache:
    """The file. Every method may be called from any thread; none raises for a file that can't be used, save `clear`."""

    def __init__(
        self,
        path: Path,
        *,
        largest: int = LARGEST,
        oldest: float = OLDEST,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.path = path
        self._largest = largest
        self._oldest = oldest
        self._clock = clock
        self._lock = threading.Lock()
        self._writes = 0
        self._connection: sqlite3.Connection | None = None

    def recall(self, keys: Sequence[str]) -> tuple[int, str] | None:
        """The first of ``keys`` that is known, by its place among them, and the body kept under it."""

        def look(connection: sqlite3.Connection) -> tuple[int, str] | None:
            for place, key in enumerate(keys):
                row = connection.execute("SELECT raw, used FROM replies WHERE key = ?", (key,)).fetchone()
                now = self._clock()
                if row is not None and now - row[1] <= self._oldest:
                    connection.execute("UPDATE replies SET used = ? WHERE key = ?", (now, key))
                    return place, row[0]
            return None

        return self._using(look, None)

    def keep(self, call: Call, raw: str) -> None:
        """Remember ``raw`` as the answer to ``call``."""

        def put(connection: sqlite3.Connection) -> None:
            now = self._clock()
            connection.execute(
                "INSERT OR REPLACE INTO replies VALUES (?, ?, ?, ?, ?, ?, ?)",
                (call.key, call.endpoint, call.model, raw, len(raw.encode(errors="replace")), now, now),
            )
            self._writes += 1
            if self._writes % _TIDY_EVERY == 1:
                self._tidy(connection)

        self._using(put, None)

    def contents(self) -> Contents:
        """How much it holds; nothing where it can't be read."""

        def look(connection: sqlite3.Connection) -> Contents:
            answers, size, used = connection.execute("SELECT count(*), total(size), min(used) FROM replies").fetchone()
            models = connection.execute("SELECT model, count(*) FROM replies GROUP BY model ORDER BY 2 DESC, 1")
            unused = None if used is None else max(0.0, self._clock() - used)
            return Contents(answers, int(size), unused, tuple(models.fetchall()))

        return self._using(look, Contents(0, 0, None)) if self.path.exists() else Contents(0, 0, None)

    def clear(self) -> None:
        """Forget everything. Raises `UsageError` where the file can't be removed."""
        self.close()
        try:
            for ending in ("", "-wal", "-shm"):
                self.path.with_name(self.path.name + ending).unlink(missing_ok=True)
        except OSError as problem:
            raise UsageError(
                f"The cache {self.path} can't be removed ({problem.strerror}); remove it by hand."
            ) from None

    def close(self) -> None:
        """Close the file; it is opened again when it is needed."""
        with self._lock:
            self._close()

    def _close(self) -> None:
        if self._connection is not None:
            with contextlib.suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None

    def _using(self, work: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """What ``work`` makes of the open file, one thread at a time; ``otherwise`` where the file is of no use."""
        with self._lock:
            for _ in range(2):
                try:
                    if self._connection is None:
                        self._connection = _connect(self.path)
                    return work(self._connection)
                except sqlite3.OperationalError:  # busy, full, not writable: of no use now, and not damaged
                    return otherwise
                except sqlite3.DatabaseError:  # damaged, or no database: begun anew
                    self._close()
                    with contextlib.suppress(OSError):
                        self.path.unlink(missing_ok=True)
                except OSError:
                    return otherwise
            return otherwise

    def _tidy(self, connection: sqlite3.Connection) -> None:
        """Drop what is too old, then what has been unused longest until the rest is small enough."""
        connection.execute("DELETE FROM replies WHERE ? - used > ?", (self._clock(), self._oldest))
        (size,) = connection.execute("SELECT total(size) FROM replies").fetchone()
        if size <= self._largest:
            return
        connection.execute(
            """DELETE FROM replies WHERE key IN (
                   SELECT key FROM (SELECT key, sum(size) OVER (ORDER BY used DESC, key) AS whole FROM replies)
                   WHERE whole > ?)""",
            (self._largest * 3 // 4,),
        )
        connection.execute("PRAGMA incremental_vacuum")


def _connect(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    # Made before SQLite opens it, so that it is never readable by others; its log files take its mode.
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    if os.name == "posix":
        path.chmod(0o600)
    connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA auto_vacuum = incremental")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.executescript(_SCHEMA)
    except BaseException:
        connection.close()
        raise
    return connection


class Cached:
    """An `Exchange` that asks the cache before it asks ``inner``."""

    def __init__(self, cache: ReplyCache, inner: Exchange | None = None) -> None:
        self._cache = cache
        self._inner = inner or Direct()
        self._turns = Turns()
        self._fresh: dict[str, tuple[Call, str]] = {}
        self._lock = threading.Lock()

    def ask(self, call: Call, send: Send) -> Answer:
        """The answer that is kept, free of charge, or that of the endpoint."""
        call = self._turns.numbered(call)
        known = self._cache.recall(call.keys)
        if known is not None:
            place, raw = known
            self._turns.answered(call.keys[place])
            return Answer(raw, usage_of(raw), key=call.keys[place], remembered=place, free=True)
        answer = self._inner.ask(call, send)
        self._turns.answered(call.key)
        if answer.problem is None:
            with self._lock:
                self._fresh[call.key] = call, answer.raw
        return replace(answer, key=call.key)

    def accepted(self, keys: Sequence[str]) -> None:
        """Keep what led to a reply that fits: the bad answers on the way too, so that the way is found again."""
        for fresh in self._taken(keys):
            self._cache.keep(*fresh)
        self._inner.accepted(keys)

    def spoilt(self, keys: Sequence[str]) -> None:
        """Keep none of it."""
        self._taken(keys)
        self._inner.spoilt(keys)

    def _taken(self, keys: Sequence[str]) -> list[tuple[Call, str]]:
        with self._lock:
            return [found for key in keys if (found := self._fresh.pop(key, None))]
