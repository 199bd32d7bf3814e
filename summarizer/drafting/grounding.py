"""From a reply to records, with nothing taken on trust: figures must stand in the evidence and be of the right kind.

What does not fit is left out of the record and said in a note; the form of the reply has seen to the ids.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from summarizer.data import Deal, DealKind, DealStatus, DraftSentence, Figure, Kind, Party, QuantityPart, Role

_DATES = frozenset(
    {Kind.DATE, Kind.YEAR, Kind.YEAR_RANGE, Kind.QUARTER, Kind.HALF_YEAR, Kind.WEEK, Kind.DECADE, Kind.CENTURY}
)
_SHARES = frozenset({Kind.PERCENT, Kind.FRACTION, Kind.PERMILLE, Kind.PERCENTAGE_POINT, Kind.RATIO})
_NO_QUANTITY = _DATES | {Kind.MONEY, Kind.DESIGNATION, Kind.TIME}
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


class Ground:
    """What a reply is held against: the figures by id, and where each stands."""

    def __init__(
        self, figures: Sequence[Figure], where: Mapping[str, str], addressed: frozenset[str] = frozenset()
    ) -> None:
        self.addressed = addressed
        self.figures = {f.id: f for f in figures}
        self.where = where
        self.notes: list[str] = []

    def sentences(self, cited: Iterable[Any]) -> tuple[DraftSentence, ...]:
        """Cited sentences; those that cite nothing or say nothing are left out with a note."""
        kept = []
        for entry in cited:
            sentence = self.sentence(entry)
            if sentence is None:
                continue
            if self._only_addressed(sentence.sources, "sentence"):
                continue
            if sentence.sources:
                kept.append(sentence)
            else:
                self.notes.append("A sentence that cites no source was left out.")
        return tuple(kept)

    def sentence(self, entry: Any) -> DraftSentence | None:
        """One cited sentence; None for an empty one."""
        text = clean(entry.text)
        return DraftSentence(text, tuple(dict.fromkeys(map(str, entry.sources)))) if text else None

    def deals(self, entries: Iterable[Any]) -> tuple[Deal, ...]:
        """Deals; one without parties or evidence is left out with a note."""
        kept = []
        for entry in entries:
            deal = self._deal(entry)
            if self._only_addressed(deal.evidence, "deal"):
                continue
            if deal.parties and deal.evidence:
                kept.append(deal)
            else:
                self.notes.append(f"A deal without {'evidence' if deal.parties else 'parties'} was left out.")
        return tuple(kept)

    def _only_addressed(self, sources: tuple[str, ...], what: str) -> bool:
        """Whether it rests on nothing but sentences that speak to a machine; then a note says so."""
        if not sources or not self.addressed.issuperset(sources):
            return False
        self.notes.append(f"A {what} that rests only on {', '.join(sources)}, which speaks to a machine, was left out.")
        return True

    def _deal(self, entry: Any) -> Deal:
        evidence = tuple(dict.fromkeys(map(str, entry.evidence)))
        parts = [
            QuantityPart(figure, clean(part.item))
            for part in getattr(entry, "parts", ())
            if (figure := self._figure(part.figure, evidence, "part")) is not None
        ]
        return Deal(
            parties=tuple(
                Party(name, Role(p.role) if p.role else None) for p in entry.parties if (name := clean(p.name))
            ),
            kind=DealKind(entry.kind),
            item=clean(entry.item),
            status=DealStatus(entry.status),
            evidence=evidence,
            amount=self._figure(entry.amount, evidence, "amount"),
            quantity=self._figure(entry.quantity, evidence, "quantity"),
            parts=tuple(parts),
            share=self._figure(entry.share, evidence, "share"),
            date=self._figure(entry.date, evidence, "date"),
            note=clean(entry.note),
        )

    def _figure(self, given: Any, evidence: tuple[str, ...], field: str) -> Figure | None:
        if given is None:
            return None
        figure = self.figures[str(given)]
        if self.where.get(figure.id) not in evidence:
            self.notes.append(f"{figure.id} was refused as {field} of a deal: it stands in none of its evidence.")
            return None
        fits = {
            "amount": figure.kind is Kind.MONEY,
            "share": figure.kind in _SHARES,
            "date": figure.kind in _DATES,
        }.get(field, figure.kind not in _NO_QUANTITY)
        if not fits:
            self.notes.append(f"{figure.id} was refused as {field} of a deal: it is a {figure.kind.value}.")
            return None
        return figure


def clean(text: str) -> str:
    """A model's words as one line without control characters."""
    return " ".join(_CONTROL.sub(" ", text).split())
