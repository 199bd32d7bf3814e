"""The material of a briefing: every sentence of the articles' checked summaries, with what the German says of it.

An `Item` knows its place, its German, whether it is a fact, a plan or a judgement, which field it belongs to, and how
much it weighs. `Verifier` holds any English against any of the articles, and remembers the answer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from summarizer import checking
from summarizer.briefing.attribution import attributed
from summarizer.briefing.outlook import Outlook, outlook
from summarizer.briefing.records import Marker, Nature, Source, Statement
from summarizer.briefing.topics import Fields
from summarizer.checking.lexicon import names
from summarizer.data import Check, Citation, DraftSentence, Figure, Kind, Report, Sensitivity, Span
from summarizer.drafting.options import Strategy

_LEANING = re.compile(
    r"(?:It|They|He|She|This|These|That|Those|Both|Its|Their|After that|Then|Thereafter|In return|For this|Of these)\b"
)
_JOINED_ON = re.compile(
    r"(?:In addition|Additionally|Moreover|Furthermore|Besides|Meanwhile|Also|At the same time|However), (?=\w)"
)
"""Words that join a sentence to one that may stand elsewhere in a briefing, or not at all."""
_UNSOUND = re.compile(r"The translation of (S\d+) may be unsound")
"""How `summarizer.drafting.sentencewise` notes it."""
MEASURED = frozenset(
    {Kind.MONEY, Kind.COUNT, Kind.NUMBER, Kind.PERCENT, Kind.POWER, Kind.ENERGY, Kind.MASS, Kind.LENGTH}
)


class Verifier:
    """Checks English against the articles of a briefing."""

    def __init__(self, sources: Sequence[Source], sensitivity: Sensitivity = Sensitivity.DEFAULT) -> None:
        self._texts = {source.number: source.report.article.text for source in sources}
        self._sensitivity = sensitivity
        self._known: dict[tuple[str, Marker], Check] = {}

    def check(self, text: str, marker: Marker) -> Check:
        """What the article of ``marker`` says to ``text``; what else its sentences hold need not be in it."""
        known = self._known.get((text, marker))
        if known is None:
            citations = (Citation(Span(0, len(text)), marker.sentences),)
            found = checking.check(self._texts[marker.source], text, sensitivity=self._sensitivity, citations=citations)
            known = self._known[text, marker] = replace(found, omitted=())
        return known

    def statement(self, text: str, markers: Sequence[Marker], **more: object) -> Statement:
        """A statement with its checks: against every article it cites."""
        checks = tuple(self.check(text, marker) for marker in markers)
        return Statement(text, tuple(markers), checks, **more)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """A sentence of an article's summary."""

    source: int
    position: int
    """In the summary, from 0."""
    statement: Statement
    german: str
    """Of the sentence it is of: the last it cites; those before are what it leans on."""
    figures: tuple[Figure, ...]
    """Of that sentence; spans point into the article."""
    outlook: Outlook
    fields: Counter[str] = field(default_factory=Counter)
    names: frozenset[str] = frozenset()
    """Keys of the names in it."""
    opens_deal: bool = False
    leans: bool = False
    """Whether it can't be understood without the item before it."""

    @property
    def marker(self) -> Marker:
        """Where it stands."""
        return self.statement.markers[0]

    @property
    def weight(self) -> float:
        """How much a reader needs it: the lead, deals, sums."""
        sums = [f.value for f in self.figures if f.kind is Kind.MONEY and isinstance(f.value, Decimal)]
        size = min(3.0, max((len(str(int(value))) - 5 for value in sums), default=0) * 0.4)
        figures = min(3, sum(f.kind in MEASURED for f in self.figures)) * 0.4
        judged = -1.5 if self.outlook.nature is Nature.JUDGEMENT else 0.0
        lead = 2.0 if self.position == 0 else 0.0
        return lead + (2.0 if self.opens_deal else 0.0) + max(0.0, size) + figures + judged - 0.1 * self.position


def items(sources: Sequence[Source], verifier: Verifier, today: str) -> tuple[Item, ...]:
    """The items of all sources, in reading order. ``today`` stands for the date of an article that has none."""
    return tuple(item for source in sources for item in _of(source, verifier, today))


def _of(source: Source, verifier: Verifier, today: str) -> list[Item]:
    report, draft = source.report, source.report.draft
    if draft is None:
        return []
    fields = Fields(report)
    doubtful = {match[1] for note in draft.notes if (match := _UNSOUND.match(note))}
    day = (report.article.published or today)[:10]
    opening = {deal.evidence[0] for deal in draft.deals if deal.evidence}
    spans = {sentence.id: sentence.span for sentence in report.sentences}
    found: list[Item] = []
    for sentence in draft.sentences:
        own = [name for name in sentence.sources if name in spans]
        if not own or not sentence.text.strip():
            continue
        span = spans[own[-1]]
        figures = tuple(f for f in report.figures if span.start <= f.span.start < span.end)
        german = span.of(report.article.text)
        text = attributed(german, _one_line(sentence))
        doubt = own[-1] in doubtful
        statement = verifier.statement(text, (Marker(source.number, tuple(own)),), doubtful=doubt)
        leans = bool(found) and (bool(_LEANING.match(statement.text)) or _rests_on(found[-1], own, report))
        found.append(
            Item(
                source=source.number,
                position=len(found),
                statement=statement,
                german=german,
                figures=figures,
                outlook=_outlook(own, report, day, leaning=leans),
                fields=fields.of(own),
                names=name_keys(statement.text),
                opens_deal=not opening.isdisjoint(own),
                leans=leans,
            )
        )
    return found


def _rests_on(before: Item, own: Sequence[str], report: Report) -> bool:
    """Whether a small model's sentence cites the one before it because it can't be understood without it."""
    return report.provenance.strategy == Strategy.SENTENCES and len(own) > 1 and own[0] == before.marker.sentences[-1]


def _outlook(cited: Sequence[str], report: Report, day: str, *, leaning: bool) -> Outlook:
    """Of the last sentence cited; a fact that it rests on as well makes all of it one."""
    spans = {sentence.id: sentence.span for sentence in report.sentences}
    read = []
    for name in cited:
        span = spans[name]
        inside = [f for f in report.figures if span.start <= f.span.start < span.end]
        read.append(outlook(span.of(report.article.text), inside, day))
    natures = {each.nature for each in read}
    if len(natures) > 1 and not leaning:
        return Outlook(Nature.FACT, next((each.when for each in read if each.when), None))
    return read[-1]


def name_keys(english: str) -> frozenset[str]:
    """Keys of the names in an English text, designations with digits among them."""
    return frozenset(found.key for found in names.find(english, "en"))


def _one_line(sentence: DraftSentence) -> str:
    """The sentence as it can stand anywhere: on one line, without a word that only joins it to the one before."""
    text = " ".join(sentence.text.split())
    free = _JOINED_ON.sub("", text, count=1)
    return free[:1].upper() + free[1:]
