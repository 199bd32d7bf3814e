"""What an agreement is about, and what is bought: the groups behind the noun that names the deal.

"über den Ausbau der Bahnstrecke", "zur Modernisierung digitaler Zahlungssysteme", "den Kauf von 15 Maschinen". Partners
and sums that stand between are left out.
"""

from __future__ import annotations

import re

from summarizer.data import DealKind, Kind, Span
from summarizer.drafting.deal_source import COUNTS, MEASURES, PEOPLE, Found
from summarizer.drafting.deal_view import View
from summarizer.drafting.grammar import Group
from summarizer.drafting.parties import candidate

_MATTER = frozenset({"zu", "zur", "zum", "für", "bei", "über"})
_GOES_ON = frozenset({"zu", "zur", "zum", "für", "bei", "in", "im", "an", "am", "von", "vom", "auf", "aus", "nach"})
_NO_MATTER = frozenset({Kind.MONEY, Kind.DATE, Kind.PERCENT, Kind.YEAR, Kind.DURATION, Kind.QUARTER, Kind.HALF_YEAR})
_LEADING = re.compile(
    r"Bau|Lieferung|Errichtung|Entwicklung|Herstellung|Produktion|Modernisierung|Erneuerung|Wartung|Abnahme"
)
_DOING = re.compile(r"Lieferung|Kauf|Bau|Beschaffung|Abnahme|Bezug|Bereitstellung|Herstellung")


def goods_after(view: View, trigger: Group) -> Group | None:
    """What is bought: the group after "von" or "über", or the genitive, right behind the noun."""
    for group in view.clause.groups:
        if group.span.start >= trigger.span.end:
            if view.source.inside(group.span, {Kind.MONEY, Kind.DURATION}):
                return None
            named = group.preposition == "von" and not view.counted(group) and view.party(group) is not None
            return group if (group.preposition in ("von", "über") or group.genitive) and not named else None
    return None


def take_goods(deal: Found, view: View, group: Group) -> None:
    """Make ``group`` what the deal is about, with its quantity."""
    deal.quantity = deal.quantity or view.counted(group)
    deal.item = view.words(group) or deal.item


def take_goods_behind(deal: Found, view: View, group: Group) -> None:
    """The same where a noun of doing stands before the goods: "mit dem Bau von vier Satelliten"."""
    following = [g for g in view.clause.groups if g.span.start >= group.span.end][:1]
    take_goods(deal, view, group)
    for goods in following:
        tied = goods.genitive or goods.preposition in ("von", "vom", "über")
        if tied and not view.source.inside(goods.span, _NO_MATTER):
            deal.quantity = deal.quantity or view.counted(goods)
            if _LEADING.fullmatch(group.words[-1].text) and view.counted(goods):
                deal.item = view.words(goods)
            else:
                deal.item = Span(group.span.start, goods.span.end).of(view.source.text)


def matter(deal: Found, view: View, trigger: Group) -> None:
    """Give ``deal`` what it is about, and its quantity where that is goods."""
    pieces: list[Span] = []
    last: Group | None = None
    for group in view.clause.groups:
        if group.span.start < trigger.span.end:
            continue
        if _between(view, group):
            last = None
        elif last is not None and (group.joined or group.genitive or group.preposition in _GOES_ON):
            if deal.quantity is None and _DOING.fullmatch(last.words[-1].text):
                deal.quantity = view.counted(group)
            pieces[-1] = Span(pieces[-1].start, group.span.end)
            last = group
        elif group.preposition in _MATTER:
            counted = view.source.inside(group.span, COUNTS | MEASURES)
            if counted and (group.preposition == "über" or (group.preposition == "für" and _bought(deal, group))):
                deal.quantity = deal.quantity or view.counted(group)
                deal.item = view.words(group)
                return
            pieces.append(group.span if not pieces else Span(_start(view, group), group.span.end))
            last = group
    deal.item = " ".join(piece.of(view.source.text) for piece in pieces)


def _bought(deal: Found, group: Group) -> bool:
    """Whether what is counted behind "für" is goods: "den Zuschlag für 65 Züge", not "für vier Jahre"."""
    return deal.kind in (DealKind.ORDER, DealKind.PURCHASE) and not PEOPLE.fullmatch(group.words[-1].text)


def _between(view: View, group: Group) -> bool:
    """Whether a group is a partner, a sum or a date."""
    partner = (
        group.words[-1].text in ("Dauer", "Höhe", "Wert")
        or group.preposition == "mit"
        or (group.preposition in ("zwischen", "an") and candidate(group, view.clause, view.source.setting))
    )
    return bool(partner or view.source.inside(group.span, _NO_MATTER))


def _start(view: View, group: Group) -> int:
    """Where a group with its preposition starts."""
    return view.source.text.lower().rfind(group.preposition or "", 0, group.span.start)
