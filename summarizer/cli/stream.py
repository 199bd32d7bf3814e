"""Rows of JSON, one a line: read from standard input, answered on standard output, in order.

Memory does not grow with the input: in one process a row is answered before the next is read; with more, as many
batches are under way as keep them busy. A row that can't be answered gets a row that says why, with its id, and the
stream goes on.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, BinaryIO, NamedTuple, Protocol, TypeAlias, TypeVar

from summarizer.cli.streams import say
from summarizer.errors import InputError, SummarizerError

In = TypeVar("In")
Out = TypeVar("Out")
Answer: TypeAlias = Callable[[dict[str, Any]], dict[str, Any]]
"""From a row to its answer; raises `SummarizerError` for a row it can't take."""

LONGEST_LINE = 64 * 1024 * 1024
_BATCH_ROWS = 64
_BATCH_BYTES = 256 * 1024


class Tally(NamedTuple):
    """What a stretch of rows came to."""

    rows: int = 0
    bad: int = 0
    flagged: int = 0

    def plus(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(self.rows + other.rows, self.bad + other.bad, self.flagged + other.flagged)


class _Line(NamedTuple):
    number: int
    data: bytes


class Spread(Protocol):
    """Spreads work over other processes or machines."""

    def __call__(self, work: Callable[[In], Out], pieces: Iterable[In], /) -> Iterator[Out]:
        """The result of ``work`` on each of ``pieces``, in their order."""
        ...


def run(answer: Answer, *, jobs: int = 1, spread: Spread | None = None) -> Tally:
    """Answer every row of standard input on standard output, with ``jobs`` processes or as ``spread`` spreads it.

    ``answer`` must be importable by name (or a `functools.partial` of such a function) but in one process.
    """
    out = sys.stdout.buffer
    tally = Tally()
    lines = _lines(sys.stdin.buffer)
    pieces = _each(answer, lines) if jobs == 1 and spread is None else _parallel(answer, lines, jobs, spread)
    for text, count in pieces:
        out.write(text)
        out.flush()
        tally = tally.plus(count)
    return tally


def exit_code(tally: Tally, *, fail_on_flags: bool) -> int:
    """What a stream came to, as an exit code; rows that could not be answered are said on standard error."""
    if tally.bad:
        say(f"summarizer: {tally.bad:,} of {tally.rows:,} rows could not be answered; their lines say why.")
        return InputError.exit_code
    return int(fail_on_flags and tally.flagged > 0)


def _lines(source: BinaryIO) -> Iterator[_Line]:
    number = 0
    while line := source.readline(LONGEST_LINE):
        number += 1
        if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            while (rest := source.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
            line = b"\0"  # longer than any row is meant to be: answered as one that is not JSON
        if line.strip():
            yield _Line(number, line)


def _each(answer: Answer, lines: Iterable[_Line]) -> Iterator[tuple[bytes, Tally]]:
    for line in lines:
        yield _answer(answer, line)


def _parallel(
    answer: Answer, lines: Iterable[_Line], jobs: int, spread: Spread | None
) -> Iterator[tuple[bytes, Tally]]:
    if spread is not None:
        return spread(partial(_answer_batch, answer), _batches(lines))
    from summarizer.cli import workers

    return workers.in_order(partial(_answer_batch, answer), _batches(lines), jobs)


def _batches(lines: Iterable[_Line]) -> Iterator[list[_Line]]:
    batch: list[_Line] = []
    size = 0
    for line in lines:
        batch.append(line)
        size += len(line.data)
        if len(batch) >= _BATCH_ROWS or size >= _BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _answer_batch(answer: Answer, batch: list[_Line]) -> tuple[bytes, Tally]:
    tally = Tally()
    texts = []
    for line in batch:
        text, count = _answer(answer, line)
        texts.append(text)
        tally = tally.plus(count)
    return b"".join(texts), tally


def _answer(answer: Answer, line: _Line) -> tuple[bytes, Tally]:
    row: dict[str, Any] = {}
    try:
        row = _row(line)
        result = answer(row)
        tally = Tally(1, 0, int(bool(result.get("flagged"))))
    except SummarizerError as problem:
        result, tally = _bad(row, line, str(problem)), Tally(1, 1)
    except Exception as problem:  # one row must not end the stream
        result, tally = _bad(row, line, f"unexpected {type(problem).__name__}: {problem}"), Tally(1, 1)
    try:
        return _written(result), tally
    except (ValueError, TypeError, RecursionError):  # an id that can be read and not written, such as 1e999
        return _written(_bad({}, line, "this row's values can't be written as JSON")), Tally(1, 1)


def _written(result: dict[str, Any]) -> bytes:
    from summarizer.reports.json import dumps

    return (dumps(result) + "\n").encode("utf-8")


def _bad(row: dict[str, Any], line: _Line, why: str) -> dict[str, Any]:
    return {"id": row.get("id"), "error": f"line {line.number}: {why.rstrip('.')[:300]}."}


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON")


def _row(line: _Line) -> dict[str, Any]:
    try:
        row = json.loads(line.data, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise InputError("this is not a JSON object on one line") from None
    if not isinstance(row, dict):
        raise InputError("this is not a JSON object")
    return row
