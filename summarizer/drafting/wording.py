"""A deal as one English line: what the check reads, and what a report shows beside a flagged deal.

The line is put together from the deal's own fields and from figures rendered by `summarizer.figures.english`, so
that every figure in it stands for a figure of the source. Its wording keeps figures apart: "4 (787)" and not
"4 787", which reads as one number.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.data import Deal, DealKind, DealPart, Figure, Party
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
    counted = [f"{_figure(part.figure)} ({part.item})" for part in deal.parts if part.counted]
    parts = [
        _of_what(deal.kind, what),
        f"of which {_listed(counted)}" if counted else "",
        f"worth {_figure(deal.amount)}" if deal.amount else "",
        f"share {_figure(deal.share)}" if deal.share else "",
        f"date {_figure(deal.date)}" if deal.date else "",
        *(further(part) for part in deal.parts if not part.counted),
        f"status {deal.status.value}",
    ]
    parties = _listed([party_name(party) for party in deal.parties])
    said = ", ".join(part for part in parts if part)
    note = f" {deal.note[:1].upper()}{deal.note[1:].removesuffix('.')}." if deal.note else ""
    return " ".join(f"{parties + ': ' if parties else ''}{said}.{note}".split())


def share_of_quantity(part: DealPart) -> str:
    """A counted part of a deal: ``10 × 737 MAX``, with its hedge; number words as digits."""
    said = english(part.figure)
    return f"{said if any(c.isdigit() for c in said) else part.figure.value} × {part.item}"


def further(part: DealPart) -> str:
    """A figure of a deal that is no part of its quantity: ``price per megawatt-hour: €62.50``."""
    return f"{part.item}: {english(part.figure)}" if part.item else english(part.figure)


def remarks(deal: Deal) -> str:
    """What a reader is told of a deal beside its main figures: the further ones, then the note."""
    figures = "; ".join(further(part) for part in deal.parts if not part.counted)
    return " ".join(part for part in (f"{figures}." if figures else "", deal.note) if part)


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
