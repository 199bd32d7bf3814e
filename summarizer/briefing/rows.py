"""One deal table over all articles: a deal that several tell is one row, and where they differ both figures stand.

Two articles tell the same deal if kind, parties and item fit and the figures don't speak against it. Figures that
agree are strong evidence; one that differs among others that agree, or one alone that differs by little, is what a
reader must see, so it stands in the row twice, each with its source. Nothing is averaged, and nothing is chosen.
Two deals that differ in every figure they share are two deals, though the same parties make them. A row takes one deal
of an article at most: what an article tells as two deals is two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from enum import Enum, auto

from summarizer.briefing.hollow import hollow
from summarizer.briefing.parties import same_party, sides, union
from summarizer.briefing.records import Entry, Marker, Row, Source, Told
from summarizer.data import Check, Deal, DealKind, DealStatus, Figure, Party, Qualifier, Role
from summarizer.figures import english

_WORD = re.compile(r"[^\W_][\w+-]*")
_GOODS = frozenset({DealKind.PURCHASE, DealKind.ORDER})
_LOOSE = frozenset({DealKind.AGREEMENT, DealKind.OTHER})
"""Kinds that a reporter uses for a deal of any kind."""
_FURTHEST = Decimal("1.5")
"""How many times as large a figure may be in one article as in the other, for both to be of one deal."""
_ROUND = frozenset({Qualifier.EXACT, Qualifier.ABOUT, Qualifier.NEARLY, Qualifier.JUST_OVER})
_FIRMNESS = (
    DealStatus.REPORTED, DealStatus.PLANNED, DealStatus.ANNOUNCED, DealStatus.INTENT, DealStatus.SIGNED,
    DealStatus.CONTRACT,
)  # fmt: skip
_ACTIVE = ((Role.BUYER, Role.INVESTOR), (Role.SELLER,))


class _Fit(Enum):
    """How the items of two deals go together."""

    SAME = auto()
    OPEN = auto()
    """One of them says too little to tell."""
    APART = auto()
    """No word in common."""
    CLASH = auto()
    """Two designations: a 787 is no 737."""


def rows(sources: Sequence[Source]) -> tuple[Row, ...]:
    """The deals of all articles, each once; those that more sources tell come first, then in order of telling."""
    groups: list[list[Entry]] = []
    for source in sources:
        taken: set[int] = set()
        for entry in _entries(source):
            fits = ((_likeness(group, entry), -at) for at, group in enumerate(groups) if at not in taken)
            best, at = max(fits, default=(0.0, 0))
            if best > 0:
                groups[-at].append(entry)
                taken.add(-at)
            else:
                taken.add(len(groups))
                groups.append([entry])
    found = [_row(group) for group in groups]
    return tuple(sorted(found, key=lambda row: -len(row.entries)))


def _entries(source: Source) -> Iterator[Entry]:
    draft = source.report.draft
    checks = (*source.report.deal_checks, *(Check(()) for _ in (draft.deals if draft else ())))
    for deal, check in zip(draft.deals if draft else (), checks, strict=False):
        yield Entry(source.number, deal, check)


def _likeness(group: Sequence[Entry], entry: Entry) -> float:
    """How much ``entry`` tells the deal of ``group``; 0 where it fits any of them badly."""
    found = [likeness(known.deal, entry.deal) for known in group]
    return min(found)


def likeness(a: Deal, b: Deal) -> float:
    """How surely two deals of two articles are one, between 0 (they are not) and some 10."""
    item = _items_fit(a, b)
    if not _kinds_fit(a, b) or not _parties_fit(sides(a), sides(b)) or item is _Fit.CLASH:
        return 0.0
    agree, differ, far = _figures(a, b)
    if differ and (far or differ > max(1, agree)):
        return 0.0
    if item is _Fit.APART and (differ or not agree):  # other words for one thing, where all figures are the same
        return 0.0
    shared = _shared(sides(a), sides(b))
    alike = agree > 0 or item is _Fit.SAME or (item is _Fit.OPEN and shared > 1)
    if not alike or (a.kind is not b.kind and not _both(a, b, _GOODS) and not agree):
        return 0.0
    return shared + 3 * agree - differ + (item is _Fit.SAME) + 0.5 * (a.kind is b.kind)


def _both(a: Deal, b: Deal, kinds: frozenset[DealKind]) -> bool:
    return a.kind in kinds and b.kind in kinds


def _kinds_fit(a: Deal, b: Deal) -> bool:
    return a.kind is b.kind or _both(a, b, _GOODS) or a.kind in _LOOSE or b.kind in _LOOSE


def _parties_fit(one: Sequence[Party], other: Sequence[Party]) -> bool:
    """Whether one article names the other's parties, or some of them, and nobody else in the same part."""
    if not _shared(one, other):
        return False
    for roles in _ACTIVE:
        mine, theirs = ([p for p in group if p.role in roles] for group in (one, other))
        if mine and theirs and not _shared(mine, theirs):
            return False
    small, large = sorted((one, other), key=len)
    return all(any(same_party(p.name, q.name) for q in large) for p in small)


def _shared(one: Iterable[Party], other: Iterable[Party]) -> int:
    theirs = list(other)
    return sum(any(same_party(p.name, q.name) for q in theirs) for p in one)


def _figures(a: Deal, b: Deal) -> tuple[int, int, bool]:
    """How many figures agree, how many differ, and whether any differs by too much to be the same one."""
    agree = differ = 0
    far = False
    for one, other in ((a.amount, b.amount), (a.quantity, b.quantity), (a.share, b.share), (a.date, b.date)):
        if one is None or other is None:
            continue
        if _same_value(one, other):
            agree += 1
        else:
            differ += 1
            far |= _far(one, other)
    return agree, differ, far


def _same_value(one: Figure, other: Figure) -> bool:
    if one.value is None or other.value is None:
        return (one.low, one.high) == (other.low, other.high)
    if isinstance(one.value, str) or isinstance(other.value, str):
        return _same_date(str(one.value), str(other.value))
    return one.value == other.value and (one.unit == other.unit or one.unit is None or other.unit is None)


def _same_date(one: str, other: str) -> bool:
    """Whether two ISO dates fit as far as both say: 2026 and 2026-05, XXXX-05-18 and 2026-05-18."""
    pairs = zip(one.split("-"), other.split("-"), strict=False)
    return all(x == y or "X" in x or "X" in y for x, y in pairs)


def _far(one: Figure, other: Figure) -> bool:
    if one.unit != other.unit:  # two currencies: nobody here knows the rate
        return False
    if isinstance(one.value, Decimal) and isinstance(other.value, Decimal) and one.value > 0 and other.value > 0:
        low, high = sorted((one.value, other.value))
        return high > low * _FURTHEST
    return one.kind is not other.kind


def _items_fit(a: Deal, b: Deal) -> _Fit:
    one, other = _words(a), _words(b)
    types = [{w for w in words if any(c.isdigit() for c in w)} for words in (one, other)]
    if all(types) and not types[0] & types[1]:
        return _Fit.CLASH
    if not one or not other:
        return _Fit.OPEN
    if one & other or any(x.endswith(y) or y.endswith(x) for x in one for y in other if min(len(x), len(y)) > 3):
        return _Fit.SAME
    return _Fit.APART


def _words(deal: Deal) -> set[str]:
    """The words of an item that say what it is, without a plural s; none where it only repeats the kind."""
    empty = {*hollow("item"), *deal.kind.value.split()}
    found = (word.lower() for word in _WORD.findall(deal.item))
    bare = (word.removesuffix("s") if len(word) > 3 else word for word in found)
    return {word for word in bare if word not in empty}


def _row(group: Sequence[Entry]) -> Row:
    deals = [entry.deal for entry in group]
    fullest = max(deals, key=lambda d: (bool(_words(d)), sum(f is not None for f in (d.amount, d.quantity, d.share))))
    kinds = [deal.kind for deal in deals if deal.kind not in _LOOSE] or [fullest.kind]
    return Row(
        parties=union(deal.parties for deal in deals),
        kind=kinds[0],
        item=fullest.item,
        quantity=_told((entry, entry.deal.quantity) for entry in group),
        amount=_told((entry, entry.deal.amount) for entry in group),
        share=_told((entry, entry.deal.share) for entry in group),
        date=_told((entry, entry.deal.date) for entry in group),
        status=_statuses(group),
        note="; ".join(dict.fromkeys(deal.note for deal in deals if deal.note)),
        entries=tuple(group),
    )


def _told(given: Iterable[tuple[Entry, Figure | None]]) -> tuple[Told, ...]:
    """Each value once, with all the sources that give it."""
    kept: list[tuple[Figure, list[Marker]]] = []
    for entry, figure in given:
        if figure is None:
            continue
        marker = Marker(entry.source, entry.deal.evidence)
        twin = next(
            (i for i, (known, _) in enumerate(kept) if _same_value(known, figure) and _hedges_fit(known, figure)), None
        )
        if twin is None:
            kept.append((figure, [marker]))
        else:
            known, markers = kept[twin]
            kept[twin] = (_more_careful(known, figure), [*markers, marker])
    return tuple(Told(english(figure), tuple(markers)) for figure, markers in kept)


def _hedges_fit(one: Figure, other: Figure) -> bool:
    """Whether two hedges say the same of one value: a bound is not a round number, "about" may be."""
    return one.qualifier is other.qualifier or {one.qualifier, other.qualifier} <= _ROUND


def _more_careful(one: Figure, other: Figure) -> Figure:
    """Of two figures that agree the hedged one, or the date that says more."""
    if isinstance(one.value, str) and isinstance(other.value, str):
        return max(one, other, key=lambda f: len(str(f.value).replace("X", "")))
    return other if one.qualifier is Qualifier.EXACT else one


def _statuses(group: Sequence[Entry]) -> tuple[Told, ...]:
    """How far it has come, as each source has it, the furthest first."""
    found: dict[DealStatus, list[Marker]] = {}
    for entry in group:
        found.setdefault(entry.deal.status, []).append(Marker(entry.source, entry.deal.evidence))
    ranked = sorted(found, key=lambda status: -_FIRMNESS.index(status))
    return tuple(Told(status.value, tuple(found[status])) for status in ranked)
