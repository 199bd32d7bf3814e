"""The records that travel between the rooms, and the enums that name what can be said about them.

A leaf module: it imports nothing of ours. Every record is frozen. Spans are half-open code-point offsets into
the text they were read from; values are `Decimal`, or ISO 8601 strings whose unknown parts are ``X``
(``XXXX-11-06`` is "6. November"), never floats. The words are those of the glossary in docs/architecture.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """Half-open code-point offsets into a text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The part of ``text`` this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Article:
    """A source text and what is known of where it comes from."""

    text: str
    """The whole text, line ends as ``\\n``; all spans point into it."""
    title: str | None = None
    author: str | None = None
    """As the source names them; several are joined by ``; ``."""
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    """ISO date."""
    retrieved: str | None = None
    """ISO date and time."""
    language: str | None = None
    """ISO 639-1 code."""
    language_probability: float | None = None
    """Between 0 and 1; None where the user named the language."""
    origin: str = "-"
    """The path or address it was read from, ``-`` for standard input."""
    notes: tuple[str, ...] = ()
    """What a reader must know of how it was read, a sentence each: the encoding guessed, escape sequences removed."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A segment of a text."""

    id: str
    """``S1``, ``S2`` … in reading order."""
    span: Span
    paragraph: int
    """Which paragraph it stands in, counted from 0; a heading is a paragraph of its own."""

    @property
    def number(self) -> int:
        """The counted part of the id."""
        return int(self.id[1:])


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of whole sentences that fits a token limit."""

    sentences: tuple[Sentence, ...]
    token_count: int


class Kind(StrEnum):
    """What sort of figure it is. One file of `summarizer.figures` reads each group."""

    NUMBER = "number"
    """A bare number whose counted thing, if any, is not known."""
    COUNT = "count"
    """A number of things; `Figure.unit` is None, `Figure.noun` the word counted."""
    MONEY = "money"
    PERCENT = "percent"
    PERMILLE = "permille"
    PERCENTAGE_POINT = "percentage_point"
    BASIS_POINT = "basis_point"
    DATE = "date"
    """ISO date with open parts: ``2025-11-06``, ``XXXX-11-06``, ``2025-11``; a weekday alone is ``XXXX-WXX-4``."""
    YEAR = "year"
    YEAR_RANGE = "year_range"
    DECADE = "decade"
    CENTURY = "century"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    WEEK = "week"
    TIME = "time"
    """A clock time, ``HH:MM``."""
    DURATION = "duration"
    AGE = "age"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    RATIO = "ratio"
    MULTIPLE = "multiple"
    LENGTH = "length"
    AREA = "area"
    VOLUME = "volume"
    MASS = "mass"
    SPEED = "speed"
    TEMPERATURE = "temperature"
    ENERGY = "energy"
    POWER = "power"
    DATA = "data"
    MEASURE = "measure"
    """Any other measured quantity; `Figure.unit` says of what."""
    VAGUE = "vague"
    """Hunderte, dozens: `Figure.low` and `Figure.high` bound the order of magnitude, `value` is None."""
    DESIGNATION = "designation"
    """A name that holds digits (787-9, C5+1, § 5 Abs. 2); `value` is its normalised form. Never a quantity."""


class Qualifier(StrEnum):
    """How a figure is hedged."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    """A little less: knapp, fast, nearly."""
    JUST_OVER = "just_over"
    """A little more: gut, just over."""
    AT_MOST = "at_most"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    FURTHER = "further"
    """In addition to what was named before: weitere acht."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a text: where it stands, how it is written, what it is worth."""

    kind: Kind
    value: Decimal | str | None
    """A number, an ISO date or time, the normalised form of a designation; None where only bounds are known."""
    surface: str
    """The exact text, ``text[span.start:span.end]``."""
    span: Span
    low: Decimal | str | None = None
    """Lower bound of a range, or of a vague quantity's order of magnitude."""
    high: Decimal | str | None = None
    unit: str | None = None
    """ISO 4217 code for money, a unit symbol for measures (``km``, ``MW``), ``year`` … ``second`` for durations."""
    qualifier: Qualifier = Qualifier.EXACT
    noun: str | None = None
    """The counted word as written, where one follows (``Maschinen`` in "14 Maschinen")."""
    id: str = ""
    """``F1``, ``F2`` … in reading order of the text searched."""


class Verdict(StrEnum):
    """What the check says of a claim; `OMITTED` is said of a source figure."""

    SUPPORTED = "supported"
    ROUNDED = "rounded"
    CONVERTED = "converted"
    DERIVED = "derived"
    CONTRADICTED = "contradicted"
    MISATTRIBUTED = "misattributed"
    UNSUPPORTED = "unsupported"
    OMITTED = "omitted"

    @property
    def accepted(self) -> bool:
        """Whether the source bears the claim out."""
        return self in _ACCEPTED


_ACCEPTED = frozenset({Verdict.SUPPORTED, Verdict.ROUNDED, Verdict.CONVERTED, Verdict.DERIVED})


class Reason(StrEnum):
    """Which part of a flagged figure differs from the source."""

    NONE = "none"
    VALUE = "value"
    SCALE = "scale"
    SEPARATOR = "separator"
    UNIT = "unit"
    CURRENCY = "currency"
    POINTS = "points"
    """Percent against percentage points (or permille, or basis points)."""
    DATE_PART = "date_part"
    QUALIFIER = "qualifier"
    DESIGNATION = "designation"
    SUBJECT = "subject"
    """The value stands in the source, but of another subject."""
    SWAPPED = "swapped"
    """Two figures of one sentence changed places."""
    DIRECTION = "direction"
    """The source says it moves the other way: rose for sank."""
    NOT_IN_SOURCE = "not_in_source"
    LEFT_OUT = "left_out"


class TextKind(StrEnum):
    """How the English text relates to the German one: what must be there, and where."""

    SUMMARY = "summary"
    TRANSLATION = "translation"


class Sensitivity(StrEnum):
    """Operating point of the check."""

    DEFAULT = "default"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Citation:
    """The source sentences that a stretch of the target rests on."""

    span: Span
    """In the target text."""
    sentences: tuple[str, ...]
    """Sentence ids of the source."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict on one figure."""

    verdict: Verdict
    claim: Figure | None
    """The figure of the target; None for a figure that only the source has."""
    sources: tuple[Figure, ...] = ()
    """The source figures that bear it out, contradict it, or were left out."""
    reason: Reason = Reason.NONE
    note: str = ""
    """One line for a reader: the arithmetic of a derived figure, or what differs."""
    confidence: float = 1.0
    """How sure the check is of the verdict, between 0 and 1."""
    flagged: bool = False
    """Whether it counts against the text under the options of this run."""
    evidence: tuple[str, ...] = ()
    """Ids of the source sentences it was checked against."""


@dataclass(frozen=True, slots=True)
class NameFinding:
    """A name of the target that the source does not hold."""

    surface: str
    span: Span
    note: str = ""
    flagged: bool = True


@dataclass(frozen=True, slots=True)
class Check:
    """What the check found: one text against one source."""

    findings: tuple[Finding, ...]
    """One for each figure of the target, in reading order."""
    omitted: tuple[Finding, ...] = ()
    """Source figures that the target leaves out, weightiest first."""
    names: tuple[NameFinding, ...] = ()
    doubts: tuple[str, ...] = ()
    """What a person must look at besides figures and names, a line each: each flags the text."""

    @property
    def flagged(self) -> bool:
        """Whether anything at all is flagged."""
        return (
            bool(self.doubts)
            or any(f.flagged for f in self.findings)
            or any(f.flagged for f in self.omitted)
            or any(n.flagged for n in self.names)
        )


class DealKind(StrEnum):
    """What sort of deal it is."""

    PURCHASE = "purchase"
    ORDER = "order"
    JOINT_VENTURE = "joint venture"
    INVESTMENT = "investment"
    AGREEMENT = "agreement"
    MEMORANDUM = "memorandum"
    ACCESSION = "accession"
    LOAN = "loan"
    LICENCE = "licence"
    OTHER = "other"


class DealStatus(StrEnum):
    """How far a deal has come, in the source's words."""

    CONTRACT = "contract"
    SIGNED = "agreement signed"
    INTENT = "letter of intent"
    PLANNED = "planned"
    ANNOUNCED = "announced"
    REPORTED = "reported"


class Role(StrEnum):
    """What a party does in a deal."""

    BUYER = "buyer"
    SELLER = "seller"
    INVESTOR = "investor"
    PARTNER = "partner"
    STATE = "state"
    ANNOUNCED_BY = "announced by"


@dataclass(frozen=True, slots=True)
class Party:
    """One side of a deal, in English."""

    name: str
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class DealPart:
    """A further figure of a deal and what it is: 4 (of) 787; €62.50, the price per megawatt-hour."""

    figure: Figure
    item: str

    @property
    def counted(self) -> bool:
        """Whether it is a part of the deal's quantity, as ten of 14 aircraft are."""
        return self.figure.kind in (Kind.COUNT, Kind.NUMBER) and self.figure.unit is None


@dataclass(frozen=True, slots=True)
class Deal:
    """A deal of the article. Its figures are the source's own, never typed by a model."""

    parties: tuple[Party, ...]
    kind: DealKind
    item: str
    status: DealStatus
    evidence: tuple[str, ...]
    """Ids of the source sentences it rests on."""
    amount: Figure | None = None
    quantity: Figure | None = None
    parts: tuple[DealPart, ...] = ()
    share: Figure | None = None
    date: Figure | None = None
    note: str = ""
    """Hedges and what stays open, in English ("details unclear")."""


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """A sentence of the summary with the source sentences it rests on."""

    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What the model wrote: headline, cited sentences, deals."""

    headline: DraftSentence
    sentences: tuple[DraftSentence, ...]
    deals: tuple[Deal, ...]
    notes: tuple[str, ...] = ()
    """What a reader must know about how it came about (sentences left out, replies repaired)."""
    covered: tuple[str, ...] = ()
    """Ids of the source sentences that the model read."""
    doubts: tuple[str, ...] = ()
    """What a person must decide, a line each (it rests on a sentence that speaks to machines): flags the report."""


class PassageState(StrEnum):
    """What stands for a passage of the article in its translation."""

    TRANSLATED = "translated"
    COPIED = "copied"
    """Nothing in it was to be translated: signs, addresses, figures alone (these are written the English way)."""
    KEPT = "kept in German"
    """The German itself behind a mark that says so: there was no translation, or none that could be let stand."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the article, or a part of a very long one, and what stands for it in the translation."""

    source: str
    """Id of the source sentence."""
    german: Span
    """In `Article.text`."""
    english: Span
    """In `Report.target`."""
    state: PassageState = PassageState.TRANSLATED
    tries: int = 1
    """How often the model was asked for it; 0 where it was not asked, or another passage said the same before."""
    faults: tuple[str, ...] = ()
    """What may be wrong with its words (a lost "not", German left in), a phrase each; figures are the check's."""


@dataclass(frozen=True, slots=True)
class Translation:
    """A full translation; its text is `Report.target`, which keeps the article's layout."""

    passages: tuple[Passage, ...]
    """In reading order; together they cover every sentence of the article."""
    notes: tuple[str, ...] = ()
    """What a reader must know about how it came about."""
    repaired: int = 0
    """Passages sent back after the check that came out clean."""
    failing: int = 0
    """Passages that failed the check after all repairs."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What the model calls of a run took."""

    calls: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    cached: int = 0
    """Answers taken from the user's cache; they count neither as calls nor as tokens."""

    def __add__(self, other: Usage) -> Usage:
        return Usage(
            self.calls + other.calls,
            self.prompt_tokens + other.prompt_tokens,
            self.completion_tokens + other.completion_tokens,
            self.cached + other.cached,
        )


@dataclass(frozen=True, slots=True)
class Provenance:
    """How a report came about."""

    model: str | None
    """Model name; None where no model was used (verify)."""
    endpoint: str | None = None
    """Base URL without credentials, or ``embedded``."""
    strategy: str | None = None
    prompts: Mapping[str, str] = field(default_factory=dict)
    """Prompt name to the hash of its files."""
    usage: Usage = Usage()
    cost: Decimal | None = None
    """US dollars for `usage` by the published prices; None where no price is known."""
    version: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text and the figures found in it: what `summarizer figures` shows."""

    article: Article
    sentences: tuple[Sentence, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Everything one run found out, ready to be written in any form."""

    article: Article
    sentences: tuple[Sentence, ...]
    figures: tuple[Figure, ...]
    """Of the source."""
    target: str
    """The English text that was checked: given by the user, or the draft's sentences one a line."""
    target_sentences: tuple[Sentence, ...]
    check: Check
    draft: Draft | None
    provenance: Provenance
    citations: tuple[Citation, ...] = ()
    deal_checks: tuple[Check, ...] = ()
    """One for each deal of the draft, in the same order; claims point into `summarizer.drafting.wording.deal_line`."""
    translation: Translation | None = None
    """What stands for what, where ``target`` is a full translation made here."""

    @property
    def flagged(self) -> bool:
        """Whether anything at all is flagged: exit code 1."""
        return self.check.flagged or any(c.flagged for c in self.deal_checks)
