"""The articles of a batch: files as `summarizer.inputs` has them, rows of JSONL and CSV files.

Only where an article lies is remembered, and a hash of what it holds: a worker reads it when its turn comes, so that a
million rows take no memory. A row may carry ``id``, ``title``, ``outlet``, ``url`` and ``published`` beside its text.
"""

from __future__ import annotations

import csv
import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import IO, Any

from summarizer import inputs
from summarizer.batch.records import Entry, Source, SourceKind
from summarizer.data import Article
from summarizer.errors import InputError, UsageError
from summarizer.inputs import plain
from summarizer.inputs import source as inputs_source

COLUMN = "text"
"""Where the text of a row is, unless the user says otherwise."""
LONGEST_ROW = 20_000_000
"""Bytes."""
_ROWS = {".jsonl": SourceKind.JSONL, ".ndjson": SourceKind.JSONL, ".csv": SourceKind.CSV, ".tsv": SourceKind.CSV}
_KNOWN = ("title", "outlet", "url", "published", "author")
_FIELDS = frozenset(field.name for field in fields(Article))
_BLOCK = 1 << 20


def entries(names: Sequence[str], *, column: str | None = None, base: Path | None = None) -> Iterator[Entry]:
    """The articles that ``names`` lead to, in order: folders and patterns unfolded, rows one by one.

    An article is known by its path from the folder ``base``, so that it is the same one from wherever the command is
    given, and after both were moved. Raises `InputError` where a name leads to nothing or a table lacks the ``column``,
    `UsageError` for standard input, which could not be read again to go on.
    """
    if "-" in names:
        raise UsageError("A batch reads files, so that it can go on after an interruption; name them instead of -.")
    for name in inputs.gather(names):
        for entry in _rows(name, column or COLUMN) if _is_table(name) else (_file(name),):
            yield entry if base is None else replace(entry, key=_from(base, entry))


def read(source: Source, *, allow_private: bool = False) -> Article:
    """The article at ``source``. Raises `InputError` as `summarizer.inputs.read` does, and for a row without text."""
    if source.kind is SourceKind.FILE:
        return inputs.read(source.path, allow_private=allow_private)
    origin = f"{source.path}:{source.row}"
    try:
        with Path(source.path).open("rb") as file:
            file.seek(source.start)
            data = file.read(source.end - source.start)
    except OSError as problem:
        raise InputError(f"{source.path} can't be read ({problem.strerror}): check the path.") from None
    row = _object(data) if source.kind is SourceKind.JSONL else _record(data, source)
    text = row.get(source.column)
    if not isinstance(text, str) or not text.strip():
        raise InputError(f"{origin} has no text in {source.column!r}: give the right name with --column.")
    article = plain.read(inputs_source.Source(text.encode(errors="replace"), origin))
    known: dict[str, Any] = {name: str(row[name]) for name in _KNOWN if row.get(name) and name in _FIELDS}
    return replace(article, **known)


def _from(base: Path, entry: Entry) -> str:
    path = entry.source.path
    if inputs.is_address(path):
        return entry.key
    try:
        shown = Path(os.path.relpath(path, base)).as_posix()
    except ValueError:  # another drive, or no path at all
        return entry.key
    return shown + entry.key[len(path) :]


def _is_table(name: str) -> bool:
    return not inputs.is_address(name) and Path(name).suffix.lower() in _ROWS and not Path(name).is_dir()


def _file(name: str) -> Entry:
    if inputs.is_address(name):  # what is there is known when it is fetched; what was done stays done
        return Entry(name, name.rstrip("/").rpartition("/")[2] or name, "", Source(SourceKind.FILE, name))
    path = Path(name)
    try:
        digest = hashlib.sha256()
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
        content = digest.hexdigest()
    except (OSError, ValueError):  # said when its turn comes, as one failure among the articles
        content = ""
    return Entry(name, path.stem, content, Source(SourceKind.FILE, name))


def _rows(name: str, column: str) -> Iterator[Entry]:
    kind = _ROWS[Path(name).suffix.lower()]
    try:
        with Path(name).open("rb") as file:
            yield from (_jsonl if kind is SourceKind.JSONL else _csv)(file, name, column)
    except OSError as problem:
        raise InputError(f"{name} can't be read ({problem.strerror}): check the path.") from None


def _jsonl(file: IO[bytes], name: str, column: str) -> Iterator[Entry]:
    start, seen = 0, set[str]()
    for number, line in enumerate(file, 1):
        end = start + len(line)
        if line.strip():
            yield _entry(name, _object(line), line, Source(SourceKind.JSONL, name, start, end, number, column), seen)
        start = end


def _csv(file: IO[bytes], name: str, column: str) -> Iterator[Entry]:
    position = 0

    def lines() -> Iterator[str]:
        nonlocal position
        for line in file:
            position += len(line)
            yield _decoded(line, name)

    reader = csv.reader(lines(), delimiter=_delimiter(name))
    csv.field_size_limit(LONGEST_ROW)
    seen = set[str]()
    try:
        header = tuple(cell.lstrip("\ufeff").strip() for cell in next(reader, []))
        if column not in header:
            shown = ", ".join(header[:8]) or "nothing"
            raise InputError(f"{name} has no column {column!r} (its first line names {shown}); name one with --column.")
        start = position
        for number, record in enumerate(reader, 2):
            source = Source(SourceKind.CSV, name, start, position, number, column, header)
            start = position
            if any(record):
                row = dict(zip(header, record, strict=False))
                yield _entry(name, row, "\x1f".join(record).encode(errors="replace"), source, seen)
    except csv.Error as problem:
        raise InputError(f"{name} is no CSV file that can be read ({problem}): save it again as UTF-8.") from None


def _entry(name: str, row: dict[str, Any], data: bytes, source: Source, seen: set[str]) -> Entry:
    said = row.get("id")
    mark = str(said) if isinstance(said, str | int) and str(said).strip() else ""
    if not mark or mark in seen:  # an id given twice would make two articles one
        mark = f"row {source.row}"
    seen.add(mark)
    title = row.get("title")
    stem = Path(name).stem
    return Entry(
        key=f"{name}#{mark}",
        title=f"{stem}-{title if isinstance(title, str) and title.strip() else mark}",
        content=hashlib.sha256(source.column.encode() + b"\0" + data).hexdigest(),
        source=source,
    )


def _object(data: bytes) -> dict[str, Any]:
    """The object on a line; empty where there is none, so that the row fails alone when its turn comes."""
    try:
        row = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return row if isinstance(row, dict) else {}


def _record(data: bytes, source: Source) -> dict[str, Any]:
    lines = (_decoded(line, source.path) for line in data.splitlines(keepends=True))
    record = next(csv.reader(lines, delimiter=_delimiter(source.path)), [])
    return dict(zip(source.header, record, strict=False))


def _decoded(line: bytes, name: str) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        raise InputError(f"{name} is not UTF-8: save it again as UTF-8.") from None


def _delimiter(name: str) -> str:
    """Tab for ``.tsv``; else a semicolon where the first line has more of these, as German spreadsheets save it."""
    if Path(name).suffix.lower() == ".tsv":
        return "\t"
    with Path(name).open("rb") as file:
        first = file.readline(LONGEST_ROW)
    return ";" if first.count(b";") > first.count(b",") else ","
