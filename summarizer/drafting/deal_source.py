"""What deal reading goes from and what it gives: a sentence with all that is known of it, and a deal as far as read.

A `Source` is one sentence with its figures and terms; a `Found` grows while the sentences after it are read. Its
figures are the article's own records, so no value can change on the way. `Found.dated` keeps the date that says most:
when a deal was concluded before when it is delivered, that before when it ends.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import IntEnum

from summarizer.data import DealKind, DealStatus, Figure, Kind, Role, Span
from summarizer.drafting.grammar import Clause, clauses
from summarizer.drafting.parties import Candidate, Setting

DATES = frozenset({Kind.DATE, Kind.YEAR, Kind.QUARTER, Kind.HALF_YEAR})
COUNTS = frozenset({Kind.COUNT, Kind.NUMBER})
MEASURES = frozenset({Kind.ENERGY, Kind.POWER, Kind.MASS, Kind.VOLUME, Kind.LENGTH, Kind.AREA, Kind.MEASURE, Kind.DATA})
SHARES = frozenset({Kind.PERCENT, Kind.FRACTION})
PEOPLE = re.compile(
    r"(?i)(?:beschäftigte\w*|menschen|mitarbeiter\w*|leute|personen|einwohner\w*|haushalte\w*|stellen"
    r"|arbeitsplätze\w*|jobs"
    r"|kunden|staaten|ländern?|standorten?|jahre[n]?|unternehmen|firmen|seiten|parteien|mitbewerber\w*|aktionäre\w*"
    r"|soldaten)"
)
"""What is counted and never bought."""


_PLURAL_GOODS = re.compile(
    r"\s+(?:[a-zäöüß]+e[nr]? )?(?P<noun>(?:[A-ZÄÖÜ]\w*-?)?(?i:maschinen|jets|flugzeuge|flieger|frachter|hubschrauber"
    r"|busse|züge|lastwagen|fahrzeuge|autos|lokomotiven|turbinen|panzer|schiffe|wagen|traktoren|exemplare|raketen"
    r"|drohnen))\b"
)
_TYPE_NUMBER = re.compile(r"7[0-8]7")
_OF_A_TYPE = re.compile(r" (?:[A-Z][a-z]+ )?")


def as_counted(figures: Iterable[Figure], text: str) -> tuple[Figure, ...]:
    """``figures`` with "bei Boeing 150 Maschinen" taken for a count, and without the number of a type: "737 Max 10"."""
    kept: list[Figure] = []
    for figure in figures:
        before = kept[-1] if kept else None
        named = before is not None and before.kind is Kind.DESIGNATION
        gap = text[before.span.end : figure.span.start] if before is not None else ""
        if not (named and figure.kind in COUNTS and not figure.noun and _OF_A_TYPE.fullmatch(gap)):
            kept.append(_counting(figure, text, touching=bool(before) and gap == " "))
    return tuple(kept)


def _counting(figure: Figure, text: str, *, touching: bool) -> Figure:
    """A bare number behind a maker's name, read as a designation, as the count of the goods that follow."""
    goods = _PLURAL_GOODS.match(text, figure.span.end)
    bare = figure.kind is Kind.DESIGNATION and figure.surface.isdigit() and not _TYPE_NUMBER.fullmatch(figure.surface)
    if goods is None or not bare or touching:
        return figure
    return replace(figure, kind=Kind.COUNT, value=Decimal(figure.surface), noun=goods["noun"])


class DateOf(IntEnum):
    """What the date of a deal says; the higher says more."""

    END = 1
    START = 2
    DELIVERY = 3
    CLOSING = 4
    PLANNED = 5
    TOLD = 6
    """Announced or reported."""
    CONCLUDED = 7


DATE_NOTES = {
    DateOf.END: "the date is the end of the term",
    DateOf.START: "the date is that of the start",
    DateOf.DELIVERY: "the date is that of delivery",
    DateOf.CLOSING: "the date is that of completion",
    DateOf.PLANNED: "the date is what is planned",
    DateOf.TOLD: "the date is that of the announcement",
}


@dataclass(slots=True)
class Found:
    """A deal as far as it is read; grows while the sentences after it are read."""

    kind: DealKind
    status: DealStatus
    noun: str
    """What it is called in English: "letter of intent"."""
    parties: list[tuple[Candidate, Role]]
    evidence: list[str]
    paragraph: int
    item: str = ""
    """German."""
    lead: str = ""
    """English words before the item: "development of"."""
    amount: Figure | None = None
    quantity: Figure | None = None
    parts: list[tuple[Figure, str]] = field(default_factory=list)
    """Each with its item in German."""
    share: Figure | None = None
    date: Figure | None = None
    date_of: DateOf | None = None
    notes: list[str] = field(default_factory=list)
    """English, without figures."""
    seed: bool = False
    """Whether it says too little by itself and counts only if later sentences add to it."""

    waits: bool = False
    """Whether, being a seed, it counts only if the other side is named later."""

    @property
    def counts(self) -> bool:
        """Whether it is a deal by now: a seed is one if later sentences told of it."""
        if not self.seed:
            return True
        grown = len(self.evidence) > 1
        return grown and (len(self.sides) > 1 if self.waits else self.told)

    @property
    def told(self) -> bool:
        """Whether any figure of it is known."""
        return any((self.amount, self.quantity, self.share, self.date))

    @property
    def sides(self) -> list[Candidate]:
        """The parties proper, without whoever announced it."""
        return [party for party, role in self.parties if role is not Role.ANNOUNCED_BY]

    def with_role(self, *roles: Role) -> list[Candidate]:
        """The parties in one of ``roles``."""
        return [party for party, role in self.parties if role in roles]

    def dated(self, figure: Figure | None, of: DateOf) -> bool:
        """Take a date unless a better one is known; whether it was taken."""
        if figure is None or (self.date_of is not None and self.date_of >= of):
            return False
        self.date, self.date_of = figure, of
        return True

    def all_notes(self) -> list[str]:
        """The notes with what the date is of, each once."""
        of = [DATE_NOTES[self.date_of]] if self.date and self.date_of in DATE_NOTES else []
        return list(dict.fromkeys(self.notes + of))


@functools.lru_cache(maxsize=64)
def _clauses(text: str, quantities: tuple[Span, ...]) -> tuple[Clause, ...]:
    """The clauses of a sentence; each is looked at from several sides in a row."""
    return clauses(text, quantities)


@dataclass(frozen=True, slots=True)
class Source:
    """One sentence with all that is known of it."""

    id: str
    paragraph: int
    offset: int
    setting: Setting
    figures: tuple[Figure, ...]
    """That stand in it, see `as_counted`; spans point into the article."""

    @property
    def text(self) -> str:
        """The German."""
        return self.setting.text

    @property
    def whole(self) -> Span:
        """From its first character to its last."""
        return Span(0, len(self.text))

    def local(self, figure: Figure) -> Span:
        """Where a figure stands in the sentence."""
        return Span(figure.span.start - self.offset, figure.span.end - self.offset)

    def inside(self, span: Span, kinds: Iterable[Kind]) -> list[Figure]:
        """Figures of ``kinds`` in a part of the sentence."""
        wanted = frozenset(kinds)
        return [f for f in self.figures if f.kind in wanted and self.local(f).overlaps(span)]

    def clauses(self) -> tuple[Clause, ...]:
        """Its clauses, figures kept apart from names."""
        spans = tuple(self.local(f) for f in self.figures if f.kind is not Kind.DESIGNATION)
        return _clauses(self.text, spans)


@dataclass(frozen=True, slots=True)
class Before:
    """What was said before a sentence that its pronouns and "das Unternehmen" may stand for."""

    subjects: tuple[Candidate, ...] = ()
    """Of the last sentence that had any."""
    sides: tuple[Candidate, ...] = ()
    """The parties of the last deal, if it was told close by."""


NOTHING_BEFORE = Before()
