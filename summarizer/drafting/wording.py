"""A deal as one English line: what the check reads, and what a report shows beside a flagged deal.

The line is put together from the deal's own fields and from figures rendered by `summarizer.figures.english`, so
that every figure in it stands for a figure of the source. Its wording keeps figures apart: "4 (787)" and not
"4 787", which reads as one number.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.data import Deal, DealKind, Figure, Party
from summarizer.figures import english

_LINKS = {
    DealKind.JOINT_VENTURE: "for",
    DealKind.AGREEMENT: "on",
    DealKind.MEMORANDUM: "on",
    DealKind.ACCESSION: "to",
    DealKind.LICENCE: "for",
    DealKind.LOAN: "for",
    DealKind.OTHER: "deal:",
}


def deal_line(deal: Deal) -> str:
    """``deal`` in one line of English, without a line end.

    Spans of the checks in `summarizer.data.Report.deal_checks` point into this text, so it depends on the deal
    alone.
    """
    what = " ".join(part for part in (_figure(deal.quantity), deal.item) if part)
    parts = [
        _of_what(deal.kind, what),
        f"of which {_listed([f'{_figure(part.figure)} ({part.item})' for part in deal.parts])}" if deal.parts else "",
        f"worth {_figure(deal.amount)}" if deal.amount else "",
        f"share {_figure(deal.share)}" if deal.share else "",
        f"date {_figure(deal.date)}" if deal.date else "",
        f"status {deal.status.value}",
        deal.note,
    ]
    parties = _listed([party_name(party) for party in deal.parties])
    said = ", ".join(part for part in parts if part)
    return " ".join(f"{parties}: {said}.".split()) if parties else " ".join(f"{said}.".split())


def _of_what(kind: DealKind, what: str) -> str:
    if not what:
        return kind.value
    if kind.value in what:  # "investment agreement", "eight agreements on …"
        return what
    return f"{kind.value} {_LINKS.get(kind, 'of')} {what}"


def party_name(party: Party) -> str:
    """A party with its role, where it is known: ``Air Astana (buyer)``."""
    return f"{party.name} ({party.role.value})" if party.role else party.name


def _figure(figure: Figure | None) -> str:
    return english(figure) if figure else ""


def _listed(items: Sequence[str]) -> str:
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"
