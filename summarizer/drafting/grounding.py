"""From a reply to records, with nothing taken on trust: figures must stand in the evidence and be of the right kind.

What does not fit is left out of the record and said in a note; the form of the reply has seen to the ids.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from summarizer.data import Deal, DealKind, DealPart, DealStatus, Draft, DraftSentence, Figure, Kind, Party, Role

_DATES = frozenset(
    {Kind.DATE, Kind.YEAR, Kind.YEAR_RANGE, Kind.QUARTER, Kind.HALF_YEAR, Kind.WEEK, Kind.DECADE, Kind.CENTURY}
)
_SHARES = frozenset({Kind.PERCENT, Kind.FRACTION, Kind.PERMILLE, Kind.PERCENTAGE_POINT, Kind.RATIO})
_NO_QUANTITY = _DATES | {Kind.MONEY, Kind.DESIGNATION, Kind.TIME}
_QUOTED = re.compile(
    r"„[^“”\"]{0,600}[“”\"]|“[^”]{0,600}”|‘[^’]{0,600}’"
    r"|(?<!\w)'[^']{0,600}'(?!\w)|»[^«]{0,600}«|\"[^\"]{0,600}\""
)
_GERMAN = re.compile(
    r"(?i)\b(?:hat|haben|hatten?|wird|werden|wurden?|ist|sind|sich|nicht|auch|dass|sollen?|sollten?|kann|können|muss"
    r"|müssen|einen|einem|einer|eines|eine|ein|seine[rnms]?|noch|bereits|sowie|nach|vom|zum|zur)\b"
    r"|\b(?-i:(?!für\b)[a-z]*[äöüß]\w*)"
)
_GERMAN_IN_NAMES = re.compile(r"(?i)\b(?:der|die|das|den|dem|des|und|für|von|im|mit|auf|bei|aus)\b")
"""Words that German names hold, too: Haus der Kunst, Bank für Sozialwirtschaft."""
_ENGLISH = re.compile(
    r"(?i)\b(?:the|of|and|to|an?|is|are|were|has|have|had|would|for|with|by|from|at|as|its?|that|which|be|been|on|or"
    r"|not|his|their|this|after|more|up|into|over)\b"
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


class Ground:
    """What a reply is held against: the figures by id, and where each stands."""

    def __init__(self, figures: Sequence[Figure], where: Mapping[str, str]) -> None:
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
            if deal.parties and deal.evidence:
                kept.append(deal)
            else:
                self.notes.append(f"A deal without {'evidence' if deal.parties else 'parties'} was left out.")
        return tuple(kept)

    def _deal(self, entry: Any) -> Deal:
        evidence = tuple(dict.fromkeys(map(str, entry.evidence)))
        parts = [
            DealPart(figure, clean(part.item))
            for part in getattr(entry, "parts", ())
            if (figure := self._figure(part.figure, evidence, "part")) is not None
            and str(part.figure) not in map(str, (entry.amount, entry.quantity, entry.share, entry.date))
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
            self._refuse(figure, field, "it stands in none of its evidence")
            return None
        fits = {
            "amount": figure.kind is Kind.MONEY,
            "share": figure.kind in _SHARES,
            "date": figure.kind in _DATES,
            "part": figure.kind is not Kind.DESIGNATION,
        }.get(field, figure.kind not in _NO_QUANTITY)
        if not fits:
            self._refuse(figure, field, f"it is read as {figure.kind.value.replace('_', ' ')}")
            return None
        return figure

    def _refuse(self, figure: Figure, field: str, why: str) -> None:
        self.notes.append(f"“{figure.surface}” ({figure.id}) was refused as {field} of a deal: {why}.")


def clean(text: str) -> str:
    """A model's words as one line without control characters."""
    return " ".join(_CONTROL.sub(" ", text).split())


def reads_german(text: str) -> bool:
    """Whether a sentence that should be English is German: by its function words, quotes aside.

    German words of names count only where they are a third of all; a sentence without function words passes.
    """
    own = _QUOTED.sub(" ", text)
    own = own if own.split() else text
    sure, perhaps = len(_GERMAN.findall(own)), len(_GERMAN_IN_NAMES.findall(own))
    if not sure and 3 * perhaps < len(own.split()):
        return False
    return sure + perhaps > len(_ENGLISH.findall(own))


def left_in_german(draft: Draft) -> tuple[str, ...]:
    """A line for the sentences of a draft that are still German; none for none."""
    count = sum(reads_german(sentence.text) for sentence in (draft.headline, *draft.sentences))
    if not count:
        return ()
    return (
        f"{count} of the text's {1 + len(draft.sentences)} sentences {'reads' if count == 1 else 'read'} as German.",
    )
