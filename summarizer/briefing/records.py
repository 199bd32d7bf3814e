"""What a briefing is made of: statements with their sources, themes, deal rows over all articles, what to watch.

Records alone, frozen, built by `assemble` (by rule) or `merge` (with a capable model) and read by `layout`, `tree` and
`template`. Every sentence of a briefing is a `Statement`: its text, the places it rests on, and one check for each.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from summarizer.data import Check, Deal, DealKind, Party, Provenance, Report, Span


class Audience(StrEnum):
    """Whom the briefing is for: decides its form, never what is said."""

    MINISTER = "minister"
    """One page: no German, narrow deal table."""
    ANALYST = "analyst"
    """Everything: the German sentences cited, the details of the check."""
    PRESS = "press"
    """Each statement with the outlet that reported it, beside its marker."""


class Nature(StrEnum):
    """What the source says a statement is."""

    FACT = "fact"
    """It happened, it is so, or somebody is reported to have said that it is so."""
    PLAN = "plan"
    """The source says that somebody plans it, or that it lies ahead."""
    JUDGEMENT = "judgement"
    """An opinion, an assessment, a demand, a forecast of somebody the source names."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A place in a source: ``[1, S4]``."""

    source: int
    """Number in the source list, from 1."""
    sentences: tuple[str, ...]
    """Ids of sentences of that article."""

    def __str__(self) -> str:
        return ", ".join((str(self.source), *self.sentences))


@dataclass(frozen=True, slots=True)
class Told:
    """A figure as one or more sources give it."""

    english: str
    markers: tuple[Marker, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of the briefing."""

    text: str
    markers: tuple[Marker, ...]
    """Sources that bear out every figure of it, or what it cites where some don't and it is flagged."""
    checks: tuple[Check, ...]
    """One for each marker, against that article; claims point into `text`."""
    nature: Nature = Nature.FACT
    also: tuple[Marker, ...] = ()
    """Where the same event is told with other details: not a source of the figures here."""
    differing: tuple[tuple[Told, ...], ...] = ()
    """Figures on which the sources differ, each as every source gives it."""
    when: str = ""
    """Of a plan: the date the source gives, in English; empty without one."""
    order: str = ""
    """The same as an ISO date for sorting."""
    doubtful: bool = False
    """Whether the drafting noted that the translation may be unsound: in words, which no check of figures sees."""
    rewritten: bool = False
    """Whether a model worded it anew for the briefing; else it is a sentence of the article's checked summary."""

    @property
    def flagged(self) -> bool:
        """Whether the check flags anything of it against any article it cites."""
        return any(check.flagged for check in self.checks)

    @property
    def flags(self) -> tuple[Span, ...]:
        """What of `text` is flagged, in reading order."""
        spans = [f.claim.span for c in self.checks for f in c.findings if f.flagged and f.claim]
        spans += [name.span for check in self.checks for name in check.names if name.flagged]
        return tuple(sorted(set(spans)))


@dataclass(frozen=True, slots=True)
class Theme:
    """Statements that belong together, in the order of telling."""

    title: str
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One source's telling of a deal."""

    source: int
    deal: Deal
    check: Check


@dataclass(frozen=True, slots=True)
class Row:
    """One deal over all articles. A cell with more than one `Told` is one on which the sources differ."""

    parties: tuple[Party, ...]
    kind: DealKind
    item: str
    quantity: tuple[Told, ...]
    amount: tuple[Told, ...]
    share: tuple[Told, ...]
    date: tuple[Told, ...]
    status: tuple[Told, ...]
    note: str
    entries: tuple[Entry, ...]

    @property
    def markers(self) -> tuple[Marker, ...]:
        """Where each source tells it."""
        return tuple(Marker(entry.source, entry.deal.evidence) for entry in self.entries)

    @property
    def differing(self) -> tuple[str, ...]:
        """The figures the sources differ on, by name; a status that moved on is no such."""
        cells = {"quantity": self.quantity, "amount": self.amount, "share": self.share, "date": self.date}
        return tuple(name for name, cell in cells.items() if len(cell) > 1)

    @property
    def flagged(self) -> bool:
        """Whether the check flags it against any of its sources."""
        return any(entry.check.flagged for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Source:
    """An article that was read, and its own checked summary."""

    number: int
    report: Report


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that gave nothing, and why."""

    origin: str
    reason: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """All of it, ready to be written in any form."""

    title: str
    date: str
    """ISO date of the briefing."""
    bottom_line: tuple[Statement, ...]
    themes: tuple[Theme, ...]
    judgements: tuple[Statement, ...]
    rows: tuple[Row, ...]
    watch: tuple[Statement, ...]
    sources: tuple[Source, ...]
    unread: tuple[Unread, ...]
    provenance: Provenance
    """Of the whole: the model, all prompts used, what all calls took."""
    notes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    """What a person must look at besides figures and names; each flags the briefing."""
    audience: Audience = Audience.MINISTER

    @property
    def statements(self) -> tuple[Statement, ...]:
        """Every sentence of it, in reading order."""
        told = (statement for theme in self.themes for statement in theme.statements)
        return (*self.bottom_line, *told, *self.judgements, *self.watch)

    @property
    def flagged(self) -> bool:
        """Whether anything at all is flagged."""
        flagged = any(s.flagged for s in self.statements) or any(row.flagged for row in self.rows)
        return flagged or bool(self.doubts)
