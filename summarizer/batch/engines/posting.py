"""What a run has handed in to a Batch API, noted in the output folder so that a kill loses none of it.

    OUT/posted/MARK.json     which request of which article each line is, and the id of the batch once it is known
    OUT/posted/MARK.jsonl    the requests, until they are handed in

The note is written before the batch is made and removed when its answers are in the ledger. A note without a batch id
is of a run that was killed in between: the batch is searched for by its mark.
"""

from __future__ import annotations

import contextlib
import json
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from summarizer.batch.folder import Folder
from summarizer.llm.batches import request_line
from summarizer.llm.exchange import Call

FOLDER = "posted"


@dataclass(slots=True)
class Posting:
    """A batch: its mark, its id at the endpoint, and what its lines are."""

    mark: str
    lines: Mapping[str, tuple[int, str]]
    """Line id to article and key of the request."""
    batch: str | None = None
    failures: int = field(default=0, compare=False)
    """How often in a row the endpoint did not say how far it is."""


class Outbox:
    """Requests that are collected for the next batch, on disk as they come."""

    def __init__(self, folder: Folder) -> None:
        self.mark = secrets.token_hex(8)
        self.lines: dict[str, tuple[int, str]] = {}
        self.size = 0
        """Bytes."""
        self.path = folder.path / FOLDER / f"{self.mark}.jsonl"
        self.path.parent.mkdir(exist_ok=True)
        self._file = self.path.open("wb")

    def add(self, article: int, call: Call) -> None:
        """One more request."""
        identity = f"{article}-{len(self.lines)}"
        line = request_line(identity, call.body)
        self._file.write(line)
        self.lines[identity] = article, call.key
        self.size += len(line)

    def close(self) -> Posting:
        """All of it, ready to be handed in."""
        self._file.close()
        return Posting(self.mark, self.lines)

    def discard(self) -> None:
        """Nothing of it will be handed in."""
        self._file.close()
        with contextlib.suppress(OSError):
            self.path.unlink()


def note(folder: Folder, posting: Posting) -> None:
    """Note a batch on the disk, before it is made and when its id is known. Raises `UsageError`."""
    whole = {"mark": posting.mark, "batch": posting.batch, "lines": posting.lines}
    folder.write(f"{FOLDER}/{posting.mark}.json", json.dumps(whole).encode())


def forget(folder: Folder, posting: Posting) -> None:
    """Remove the note and the requests of a batch whose answers are in the ledger, or that was never made."""
    for ending in ("json", "jsonl"):
        with contextlib.suppress(OSError):
            (folder.path / FOLDER / f"{posting.mark}.{ending}").unlink()
    with contextlib.suppress(OSError):  # others may be noted there
        (folder.path / FOLDER).rmdir()


def noted(folder: Folder) -> Iterator[Posting]:
    """What earlier runs have handed in and not fetched; requests that never got a note are removed."""
    notes = sorted((folder.path / FOLDER).glob("*.json"))
    for path in (folder.path / FOLDER).glob("*.jsonl"):
        if path.with_suffix(".json") not in notes:
            path.unlink(missing_ok=True)
    for path in notes:
        whole = _read(path)
        if whole is not None:
            yield whole


def _read(path: Path) -> Posting | None:
    try:
        whole = json.loads(path.read_text("utf-8"))
        lines = {str(name): (int(article), str(key)) for name, (article, key) in whole["lines"].items()}
        return Posting(str(whole["mark"]), lines, whole["batch"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
