"""Deals that a noun of doing tells together with who does it: "Die Übernahme von X durch Y ist perfekt".

Such a noun has the places of its verb, each behind a preposition of its own or in the genitive (`[[event]]` of
`valency.toml`). Alone it is only talked about; a deal it is where the clause says that it is done, agreed, approved
or planned. Who approves (a cartel office, a parliament, shareholders) takes no part in it.

`direct` gives talks and agreements "über den Verkauf" their direction: who sells to whom.
"""

from __future__ import annotations

import re
from dataclasses import replace

from summarizer.data import DealKind, DealStatus, Kind, Role
from summarizer.drafting import deal_dates, deal_mood, triggers
from summarizer.drafting.deal_matter import take_goods
from summarizer.drafting.deal_source import DATES, MEASURES, SHARES, Found
from summarizer.drafting.deal_valency import ITEM, Event, events
from summarizer.drafting.deal_view import View, is_known
from summarizer.drafting.deal_words import sides
from summarizer.drafting.grammar import Group

_DONE = re.compile(
    r"\b(?:perfekt|besiegelt|abgeschlossen|vollzogen|unter Dach und Fach|in trockenen Tüchern|rechtskräftig|fix"
    r"|steh(?:t|en)(?: fest)?$"
    r"|vollendet|über die Bühne)\b"
)
_AGREED = re.compile(
    r"\b(?:beschlossen|beschließ\w+|beschloss|genehmig\w+|gebilligt|billigt\w*|zugestimmt|stimm\w+ .*\bzu$|freigegeben"
    r"|g(?:ibt|ab) .*\bfrei$|grünes Licht|erlaubt\w*|bestätigt\w*|verkünde\w*|bekannt|gemeldet"
    r"|vereinbart\w*|vermelde\w*"
    r"|angekündigt|kündigt\w* .*\ban$|bekanntgegeben|mitgeteilt)\b"
)
_AHEAD = re.compile(
    r"\b(?:rückt \w+|steh(?:t|en) (?:kurz )?bevor|(?:steht|stehen) (?:kurz )?vor|geplant\w*|plant\w*|planen)\b"
)
_APPROVES = re.compile(
    r"(?i)(?:cartel|commission|court|committee|parliament|government|ministry|authority|office|regulator|council"
    r"|shareholder|\w*amt|\w*behörde|\w*rat|\w*ausschuss|\w*versammlung|aktionäre|gläubiger\w*|bundestag|kommission"
    r"|aufsicht|\w*parlament|\w*gericht|landtag|kreistag)"
)


def read(view: View) -> Found | None:
    """The deal that a noun of doing tells in a clause; None where it is only talked about."""
    if not (_DONE.search(view.text) or _AGREED.search(view.text) or _AHEAD.search(view.text)):
        return None
    for group in view.clause.groups:
        event = next((e for e in events() if e.nouns.fullmatch(group.words[-1].text)), None)
        if event is not None and group.preposition in (None, "für", "vor"):
            deal = _of(view, group, event)
            if deal is not None:
                return deal
    return None


def _of(view: View, group: Group, event: Event) -> Found | None:
    view.slotted = True  # a noun of doing wants a party as a verb of deals does
    deal = Found(event.kind, _status(view), event.noun, [], [view.source.id], view.source.paragraph)
    _places(deal, view, group, event)
    if not any(role is event.subject for _, role in deal.parties):
        deal.parties = [(who, event.subject) for who in _who_tells(view, group)] + deal.parties
    deal.amount, deal.share = view.money(), next(iter(view.figures(SHARES)), None)
    first = deal.with_role(event.subject)
    enough = len(deal.sides) > 1 if event.subject is Role.PARTNER else bool(deal.item or len(deal.sides) > 1)
    told = deal.amount or deal.share or deal.quantity or all(is_known(who, view) for who in deal.sides)
    if not first or not enough or not told:
        return None
    deal_dates.of_clause(deal, view)
    deal.notes += deal_mood.hedges(view.source.text)
    return deal


def _places(deal: Found, view: View, noun: Group, event: Event) -> None:
    """Fill the places behind the noun: parties by preposition, the thing in the genitive or behind "von"."""
    for group in view.clause.groups:
        if group.span.start < noun.span.end or view.source.inside(group.span, {Kind.MONEY, Kind.PERCENT, *DATES}):
            continue
        place = event.genitive if group.genitive else event.behind.get(group.preposition or "")
        if place == ITEM and not deal.item:
            take_goods(deal, view, group)
        elif isinstance(place, Role):
            who = next(iter(sides([*view.taken_up(group)[:1], *filter(None, [view.party(group)])])), None)
            deal.parties += [(who, place)] if who is not None and who.name not in {s.name for s in deal.sides} else []
    if deal.item and deal.quantity is None:
        deal.quantity = next(iter(view.figures(MEASURES)), None)


def _who_tells(view: View, noun: Group) -> list:  # type: ignore[type-arg]
    """The subject, if it is one who does it: "SAP hat den Kauf von X abgeschlossen"; not one who allows it."""
    told = triggers.ANNOUNCING.search(view.text) or _DONE.search(view.text) or _AHEAD.search(view.text)
    subjects = [s for s in view.subjects if not s.span.overlaps(noun.span)]
    return [s for s in sides(subjects) if told and not (_APPROVES.search(s.name) or s.is_person)]


def _status(view: View) -> DealStatus:
    if _DONE.search(view.text):
        return DealStatus.CONTRACT
    if _AHEAD.search(view.text) or triggers.PLANNING.search(view.text):
        return DealStatus.PLANNED
    return DealStatus.ANNOUNCED


def direct(deal: Found) -> None:
    """Give talks or an agreement on a sale or a purchase its direction: the subject sells, or buys."""
    words = deal.item.split()
    event = next((e for e in events() if words and e.nouns.fullmatch(words[0]) and e.other is not None), None)
    if event is None or event.subject is Role.PARTNER or len(deal.sides) != 2:
        return
    (one, _), (two, _) = [p for p in deal.parties if p[1] is not Role.ANNOUNCED_BY]
    assert event.other is not None
    kept = [p for p in deal.parties if p[1] is Role.ANNOUNCED_BY]
    deal.parties = [(replace(one), event.subject), (replace(two), event.other), *kept]
    deal.kind = DealKind(event.kind)
