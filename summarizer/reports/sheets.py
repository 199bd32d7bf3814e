"""Deals, findings and figures as tables of plain values, for spreadsheets: what `csv` and `xlsx` write.

A number stands in a cell of its own, without unit, hedge or thousands separators; its unit and hedge have columns
beside it, and so has the wording a reader would use. A range has its bounds in "from" and "to" and no value. Dates are
ISO 8601 with ``X`` for unknown parts, and so are text. To add a column, add it to one of the tables below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from summarizer.data import Check, Deal, Figure, Finding, Reading, Report, Sentence, Verdict
from summarizer.reports import layout, wording
from summarizer.reports.blocks import visible
from summarizer.reports.findings import Checked, verdict_line
from summarizer.reports.marking import sentence_at, sentences_of

Cell: TypeAlias = str | int | Decimal | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet."""

    title: str
    width: int = 12
    """In characters; longer text is wrapped."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of values under column titles."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def main(content: Report | Reading) -> Sheet:
    """The one table that a format of one table writes: deals of a summary, findings of a check, figures of a text."""
    if isinstance(content, Reading):
        return _figures(content.figures, content.sentences, content.article.text)
    return _findings(content) if content.draft is None else _deals(content)


def every(content: Report | Reading) -> tuple[Sheet, ...]:
    """All tables, the main one first."""
    if isinstance(content, Reading):
        return (main(content),)
    figures = _figures(content.figures, content.sentences, content.article.text)
    deals = () if content.draft is None else (_deals(content),)
    return (*deals, _findings(content), figures, _about(content))


def _told(name: str) -> tuple[Column, ...]:
    """The columns of a figure of a deal."""
    low = name.lower()
    return (
        Column(name, 14), Column(f"{name} from"), Column(f"{name} to"), Column(f"{name} unit", 9),
        Column(f"{name} hedge", 10), Column(f"{name}, in words", 20 if low == "amount" else 16),
    )  # fmt: skip


_DEAL_COLUMNS = (
    Column("No.", 5), Column("Parties", 36), Column("Kind", 13), Column("Item", 28), *_told("Quantity"),
    Column("Parts", 22), *_told("Amount"), *_told("Share"), Column("Date", 11), Column("Date, in words", 16),
    Column("Status", 15), Column("Note", 24), Column("Flagged", 8), Column("Source sentences", 10),
    Column("German", 60),
)  # fmt: skip
_FINDING_COLUMNS = (
    Column("No.", 5), Column("Verdict", 14), Column("Flagged", 8), Column("Differs in", 13), Column("English", 22),
    Column("Value", 14), Column("Unit", 9), Column("Where", 12), Column("English sentence", 50), Column("German", 22),
    Column("German value", 14), Column("German unit", 9), Column("Source sentences", 10), Column("German sentence", 50),
    Column("Why", 40), Column("Confidence", 10),
)  # fmt: skip
_FIGURE_COLUMNS = (
    Column("No.", 5), Column("Figure", 24), Column("Kind", 14), Column("Value", 16), Column("From", 12),
    Column("To", 12), Column("Unit", 9), Column("Counted", 16), Column("Hedge", 10), Column("Sentence", 9),
    Column("Start", 8), Column("End", 8), Column("Text", 60),
)  # fmt: skip


def _deals(report: Report) -> Sheet:
    rows = []
    for number, deal, check in layout.numbered_deals(report):
        found = [sentence for sentence in report.sentences if sentence.id in set(deal.evidence)]
        rows.append(_deal(number, deal, check, " ".join(each.span.of(report.article.text) for each in found)))
    return Sheet("Deals", _DEAL_COLUMNS, tuple(rows))


def _deal(number: int, deal: Deal, check: Check, german: str) -> tuple[Cell, ...]:
    from summarizer.drafting.wording import further, party_name, share_of_quantity
    from summarizer.figures import english

    return (
        number,
        "; ".join(party_name(party) for party in deal.parties),
        deal.kind.value,
        deal.item,
        *_figure_of(deal.quantity),
        "; ".join(share_of_quantity(part) if part.counted else further(part) for part in deal.parts),
        *_figure_of(deal.amount),
        *_figure_of(deal.share),
        wording.exact(deal.date.value) if deal.date else None,
        english(deal.date) if deal.date else None,
        deal.status.value,
        deal.note,
        _yes(check.flagged),
        " ".join(deal.evidence),
        german,
    )


def _figure_of(figure: Figure | None) -> tuple[Cell, ...]:
    from summarizer.figures import english

    if figure is None:
        return (None,) * 6
    hedge = wording.QUALIFIERS[figure.qualifier]
    return (*_values(figure), figure.unit, hedge, english(figure))


def _values(figure: Figure) -> tuple[Cell, Cell, Cell]:
    return (figure.value, figure.low, figure.high) if figure.value is None else (figure.value, None, None)


def _findings(report: Report) -> Sheet:
    texts = layout.checked(report)
    rows = [row for text in texts for row in _claims(text, report)]
    rows += [_omission(finding, report) for finding in texts[0].check.omitted]
    rows += [row for text in texts for row in _names(text)]
    return Sheet("Findings", _FINDING_COLUMNS, tuple((number, *row) for number, row in enumerate(rows, 1)))


def _claims(text: Checked, report: Report) -> Iterator[tuple[Cell, ...]]:
    for finding in text.check.findings:
        claim = finding.claim
        if claim is None:
            continue
        where, stretch = text.place(claim.span)
        why = wording.why(finding) if finding.note or not finding.verdict.accepted else ""
        yield (
            wording.VERDICTS[finding.verdict],
            _yes(finding.flagged),
            wording.PARTS.get(finding.reason, ""),
            claim.surface,
            claim.value,
            claim.unit or claim.noun,
            where,
            stretch.of(text.text),
            *_german(finding, report),
            why,
            Decimal(str(round(finding.confidence, 2))),
        )


def _omission(finding: Finding, report: Report) -> tuple[Cell, ...]:
    verdict = wording.VERDICTS[Verdict.OMITTED]
    return (verdict, _yes(finding.flagged), *(None,) * 6, *_german(finding, report), finding.note, None)


def _german(finding: Finding, report: Report) -> tuple[Cell, ...]:
    found = sentences_of(report.sentences, (figure.span for figure in finding.sources))
    only = finding.sources[0] if len(finding.sources) == 1 else None
    return (
        "; ".join(figure.surface for figure in finding.sources),
        only.value if only else None,
        (only.unit or only.noun) if only else None,
        " ".join(sentence.id for sentence in found),
        " ".join(sentence.span.of(report.article.text) for sentence in found),
    )


def _names(text: Checked) -> Iterator[tuple[Cell, ...]]:
    for name in text.check.names:
        where, stretch = text.place(name.span)
        said = stretch.of(text.text)
        why = name.note or "the source does not hold this name"
        yield ("name not found", _yes(name.flagged), "", name.surface, None, None, where, said, *(None,) * 5, why, None)


def _figures(figures: Sequence[Figure], sentences: Sequence[Sentence], text: str) -> Sheet:
    rows = []
    for number, figure in enumerate(figures, 1):
        sentence = sentence_at(sentences, figure.span.start)
        hedge, place = wording.QUALIFIERS[figure.qualifier], sentence.span.of(text) if sentence else ""
        rows.append((
            number, figure.surface, wording.kind(figure.kind), *_values(figure), figure.unit, figure.noun, hedge,
            sentence.id if sentence else None, figure.span.start, figure.span.end, place,
        ))  # fmt: skip
    return Sheet("Figures", _FIGURE_COLUMNS, tuple(rows))


def _about(report: Report) -> Sheet:
    texts, draft = layout.checked(report), report.draft
    written = draft is None or layout.is_written(draft)
    outcome = "".join(run.text for run in verdict_line(texts, written=written))
    rows: list[tuple[Cell, ...]] = [("Outcome", outcome)]
    rows += [("To decide", doubt) for text in texts for doubt in text.check.doubts]
    rows += [(label, "".join(run.text for run in said)) for label, said in layout.provenance_fields(report)]
    rows += [("Note", "".join(run.text for run in note)) for note in layout.notes(report)]
    return Sheet("About", (Column("What", 16), Column("Said", 90)), tuple(rows))


def _yes(said: bool) -> str:
    return "yes" if said else "no"


def shown(cell: Cell) -> str:
    """A cell as text on one line, with nothing hidden in it."""
    return visible(cell) if isinstance(cell, str) else "" if cell is None else wording.exact(Decimal(cell)) or ""
