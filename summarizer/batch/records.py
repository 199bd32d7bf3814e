"""What travels between the parts of a batch: plain frozen values, so that they can go to another process or machine."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from summarizer.data import Sensitivity, Usage
from summarizer.drafting import Options
from summarizer.llm import Settings
from summarizer.llm.prices import Price
from summarizer.reports import Format


class State(StrEnum):
    """Where an article is on its way."""

    WAITING = "waiting"
    WORKING = "working"
    DONE = "done"
    FAILED = "failed"


class Failing(StrEnum):
    """What made an article fail."""

    INPUT = "input"
    """It can't be read, or is not German: another try changes nothing until the file does."""
    REPLY = "reply"
    """The model's replies were of no use."""
    ENDPOINT = "endpoint"
    """The endpoint gave no answer, however often it was asked."""
    USAGE = "usage"
    """It does not fit the options: too long for the model's context, say."""
    FAULT = "fault"
    """A fault of summarizer itself."""


class SourceKind(StrEnum):
    """How an article is stored."""

    FILE = "file"
    """Whatever `summarizer.inputs.read` takes."""
    JSONL = "jsonl"
    """A line of a file of JSON objects."""
    CSV = "csv"
    """A record of a CSV file."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article is, so that it need not be in memory before its turn comes."""

    kind: SourceKind
    path: str
    start: int = 0
    """First byte of the row."""
    end: int = 0
    """The byte after its last."""
    row: int = 0
    """Its number in the file, from 1."""
    column: str = ""
    header: tuple[str, ...] = ()
    """Of a CSV file: what its columns are called."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article to be entered in the ledger."""

    key: str
    """What tells it from all others in the same run: its path, or the file and the row's id."""
    title: str
    """What its result is named after."""
    content: str
    """Hash of what it holds, to notice a change."""
    source: Source


@dataclass(frozen=True, slots=True)
class Task:
    """An article whose turn it is."""

    id: int
    key: str
    source: Source
    attempt: int
    """1 for the first."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done with every article of a run; goes to each worker once."""

    settings: Settings
    options: Options = field(default_factory=Options)
    source_language: str | None = None
    sensitivity: Sensitivity = Sensitivity.DEFAULT
    require_coverage: bool = False
    form: Format = Format.MD
    allow_private: bool = False
    """Whether an address may lead into this machine or its own network."""
    price: Price | None = None
    """None where none is known."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of an article."""

    data: bytes
    """The report, as it is to be written."""
    flagged: bool
    usage: Usage
    cost: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an article failed."""

    kind: Failing
    reason: str
    """One sentence."""
    fatal: bool = False
    """Whether every other article would fail in the same way: a wrong key, an unknown model."""


class Admission(StrEnum):
    """The desk's word on a request."""

    GO = "go"
    WAIT = "wait"
    """Not within the patience given: ask again."""
    STOP = "stop"
    """The run ends; put the article back."""


class Pause(StrEnum):
    """The desk has nothing to give out now, and may have later."""

    PAUSE = "pause"


Turn: TypeAlias = Task | Pause | None
"""None: nothing is left to do."""


class StopKind(StrEnum):
    """Why a run ended before all was done."""

    BUDGET = "budget"
    ENDPOINT = "endpoint"
    INTERRUPTED = "interrupted"
    OUTPUT = "output"
    WORKERS = "workers"


@dataclass(frozen=True, slots=True)
class Stop:
    """Why a run ended before all was done, and the sentence that says so."""

    kind: StopKind
    reason: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a run is; articles of earlier runs that are not among the inputs now don't count."""

    total: int = 0
    done: int = 0
    flagged: int = 0
    failed: int = 0
    spent: Usage = field(default_factory=Usage)
    """By every call this folder's runs ever paid for."""
    cost: Decimal = Decimal(0)
    """US dollars; of calls whose price is known."""
    unpriced: Usage = field(default_factory=Usage)
    """Of `spent`, what was asked for when no price was known: `cost` is not all then."""

    @property
    def left(self) -> int:
        """Articles still to be done."""
        return self.total - self.done - self.failed
