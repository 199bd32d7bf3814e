"""One statement for each event, however many articles tell it.

Of the sentences that tell an event the one is taken that most of the articles bear out, figure by figure; those
articles become its markers. An article that tells it with other details is named as telling it, too; one that gives
another figure for the same thing makes a difference, and both figures stand side by side. What another article adds
in figures is not lost: its sentence stays, right behind.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.briefing.events import comparable, equal_figures
from summarizer.briefing.items import MEASURED, Item, Verifier
from summarizer.briefing.outlook import when
from summarizer.briefing.records import Marker, Nature, Row, Statement, Told
from summarizer.data import Figure, Kind
from summarizer.figures import english

_OF_ONE_THING = frozenset({Kind.MONEY, Kind.COUNT, Kind.POWER, Kind.ENERGY, Kind.MASS, Kind.PERCENT})


@dataclass(frozen=True, slots=True, eq=False)
class Event:
    """What happened, as one item tells it, with all that tell it."""

    item: Item
    """The one whose words are taken."""
    statement: Statement
    group: tuple[Item, ...]

    @property
    def weight(self) -> float:
        """How much a reader needs it; what several articles tell weighs more."""
        return max(item.weight for item in self.group) + 2.5 * (len({i.source for i in self.group}) - 1)

    @property
    def sources(self) -> frozenset[int]:
        """Numbers of the articles that tell it."""
        return frozenset(item.source for item in self.group)


def events(groups: Sequence[Sequence[Item]], verifier: Verifier) -> tuple[Event, ...]:
    """One event a group, and one more for each item of it that adds figures of its own."""
    found: list[Event] = []
    for group in groups:
        leader = _leader(group, verifier)
        found.append(_event(leader, group, verifier))
        found += [_event(item, (item,), verifier) for item in group if item is not leader and _adds(item, leader)]
    return tuple(found)


def _event(item: Item, group: Sequence[Item], verifier: Verifier) -> Event:
    others = [other for other in group if other is not item]
    vouching = [other for other in others if _borne_out(item, other, verifier)]
    differing = tuple(pair for other in others if other not in vouching for pair in _differing(item, other))
    markers = (item.marker, *(other.marker for other in vouching))
    german_when = when(item.german, item.outlook.when) if item.outlook.when else ("", "")
    statement = replace(
        verifier.statement(item.statement.text, markers, doubtful=item.statement.doubtful),
        nature=item.outlook.nature,
        also=tuple(other.marker for other in others if other not in vouching),
        differing=differing,
        when=german_when[0],
        order=german_when[1],
    )
    return Event(item, statement, tuple(group))


def _leader(group: Sequence[Item], verifier: Verifier) -> Item:
    def rank(item: Item) -> tuple[object, ...]:
        borne_out = sum(_borne_out(item, other, verifier) for other in group if other is not item)
        figures = sum(f.kind in MEASURED for f in item.figures)
        return (not item.statement.flagged, not item.leans, figures, borne_out, -item.position, -item.source)

    return max(group, key=rank)


def _borne_out(item: Item, other: Item, verifier: Verifier) -> bool:
    """Whether the other's article bears out every figure and name of the item's English."""
    check = verifier.check(item.statement.text, other.marker)
    return not check.flagged and all(finding.verdict.accepted for finding in check.findings)


def _adds(item: Item, leader: Item) -> bool:
    """Whether an item holds a figure that the leader has neither equal nor differing."""
    own = [f for f in item.figures if f.kind in MEASURED]
    return any(not any(equal_figures(f, g) or comparable(f, g) for g in leader.figures) for f in own)


def _differing(item: Item, other: Item) -> list[tuple[Told, ...]]:
    """Figures of the same thing on which two items differ."""
    found: list[tuple[Told, ...]] = []
    for kind in _OF_ONE_THING:
        pair = _one_of(kind, item, other), _one_of(kind, other, item)
        one, two = pair
        if one is not None and two is not None and comparable(one, two) and not equal_figures(one, two):
            found.append((_told(one, item.marker), _told(two, other.marker)))
    return found


def _one_of(kind: Kind, item: Item, other: Item) -> Figure | None:
    """The only figure of a kind that the other item does not have; None for none or several."""
    own = [f for f in item.figures if f.kind is kind and not any(equal_figures(f, g) for g in other.figures)]
    return own[0] if len(own) == 1 else None


def _told(figure: Figure, marker: Marker) -> Told:
    return Told(english(figure), (marker,))


def with_differences(table: Sequence[Row], found: Sequence[Event]) -> tuple[Row, ...]:
    """The deal table with the figures that only a sentence of another article gives.

    Where a deal's reader did not tie a sum to the deal in one article, the sentence that tells it still matches the
    other article's: the row then shows both, as the sentence does.
    """
    pairs = [pair for event in found for pair in event.statement.differing]
    return tuple(_completed(row, pairs) for row in table)


def _completed(row: Row, pairs: Sequence[tuple[Told, ...]]) -> Row:
    sources = {entry.source: set(entry.deal.evidence) for entry in row.entries}
    cells: dict[str, tuple[Told, ...]] = {}
    for name in ("quantity", "amount", "share"):
        cell: tuple[Told, ...] = getattr(row, name)
        for one, other in ((pair[a], pair[b]) for pair in pairs for a, b in ((0, 1), (1, 0))):
            place, elsewhere = one.markers[0], other.markers[0]
            here = len(cell) == 1 and cell[0].english == one.english and place.source in sources
            if here and sources[place.source] & set(place.sentences) and elsewhere.source in sources:
                told_by = {marker.source for marker in cell[0].markers}
                if elsewhere.source not in told_by:
                    cell = (cell[0], other)
        cells[name] = cell
    return replace(row, quantity=cells["quantity"], amount=cells["amount"], share=cells["share"])


def planned(event: Event) -> bool:
    """Whether the source says that it lies ahead."""
    return event.statement.nature is Nature.PLAN
