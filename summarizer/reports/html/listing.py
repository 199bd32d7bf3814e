"""What the page of `summarizer figures` shows: the text with its figures marked, and the table of their values."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from summarizer.data import Figure, Reading
from summarizer.reports import wording
from summarizer.reports.html.marks import of_figures
from summarizer.reports.html.view import Paragraph, paragraphs
from summarizer.reports.marking import sentence_at


@dataclass(frozen=True, slots=True)
class Row:
    """A figure as a value."""

    id: str
    """Of its mark in the text."""
    surface: str
    kind: str
    value: str
    key: str
    """What it is sorted by."""
    unit: str
    qualifier: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Listing:
    """All that the template asks for."""

    title: str
    language: str
    said: str
    paragraphs: tuple[Paragraph, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]
    places: frozenset[str]


def listing(reading: Reading) -> Listing:
    """The page of a text's figures."""
    rows = tuple(_row(number, figure, reading) for number, figure in enumerate(reading.figures, 1))
    marks = of_figures(reading.figures, [_said(row) for row in rows])
    article = reading.article
    named = article.title or ("standard input" if article.origin == "-" else PurePath(article.origin).name)
    return Listing(
        title=named,
        language=article.language or "",
        said=f"{wording.plural(len(rows), 'figure')} in {wording.plural(len(reading.sentences), 'sentence')}.",
        paragraphs=paragraphs(article.text, reading.sentences, marks),
        rows=rows,
        notes=article.notes,
        places=frozenset(sentence.id for sentence in reading.sentences),
    )


def _row(number: int, figure: Figure, reading: Reading) -> Row:
    sentence = sentence_at(reading.sentences, figure.span.start)
    return Row(
        id=f"f{number}",
        surface=figure.surface,
        kind=wording.kind(figure.kind),
        value=wording.value_of(figure),
        key=wording.exact(figure.value if figure.value is not None else figure.low) or "",
        unit=figure.unit or figure.noun or "",
        qualifier=wording.QUALIFIERS[figure.qualifier],
        sentence=sentence.id if sentence else "",
    )


def _said(row: Row) -> str:
    return " ".join(part for part in (f"{row.kind}:", row.qualifier, row.value, row.unit) if part)
