"""What a run leaves beside the reports: what failed and why, and an index for other programs."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from summarizer.batch.folder import Folder
from summarizer.batch.ledger import Ledger, Row
from summarizer.batch.records import Failing, State
from summarizer.errors import UsageError
from summarizer.reports import Format, draw
from summarizer.reports.blocks import Heading, Paragraph, Table, line
from summarizer.reports.json import dumps

FAILURES = "failures.md"
INDEX = "index.jsonl"
_WHAT_TO_DO = {
    Failing.INPUT: "input",
    Failing.REPLY: "model's reply",
    Failing.ENDPOINT: "endpoint",
    Failing.USAGE: "options",
    Failing.FAULT: "fault of summarizer",
}


def summaries(folder: Folder, ledger: Ledger) -> None:
    """Write the failures and the index; a disk that is full is told by the run itself."""
    with contextlib.suppress(UsageError):
        folder.write(INDEX, "".join(dumps(_entry(row)) + "\n" for row in ledger.rows()).encode())
        folder.write(FAILURES, draw(tuple(_failures(ledger)), Format.MD))


def _entry(row: Row) -> dict[str, object]:
    return {
        "article": row.key,
        "state": row.state.value,
        "result": row.result if row.state is State.DONE else None,
        "flagged": row.flagged if row.state is State.DONE else None,
        "reason": row.reason if row.state is State.FAILED else None,
        "attempts": row.attempts,
        "calls": row.usage.calls,
        "cached": row.usage.cached,
        "prompt_tokens": row.usage.prompt_tokens,
        "completion_tokens": row.usage.completion_tokens,
        "cost": None if row.cost is None else str(row.cost),
    }


def _failures(ledger: Ledger) -> Iterator[Heading | Paragraph | Table]:
    rows = list(ledger.rows(State.FAILED))
    yield Heading(line("Failures"), 1)
    if not rows:
        yield Paragraph(line("None."))
        return
    yield Paragraph(line("The same command with --retry-failed tries these again; the rest stays as it is."))
    yield Table(
        titles=("Article", "What", "Tries", "Reason"),
        rows=tuple(
            (
                line(row.key),
                line(_WHAT_TO_DO[row.failing or Failing.FAULT]),
                line(str(row.attempts)),
                line(row.reason or ""),
            )
            for row in rows
        ),
        numeric=frozenset({2}),
    )
