"""A briefing in blocks, in the order in which it is read: bottom line first, then why, then how one can know.

Every form (`summarizer.reports.draw`) draws these blocks. The audience decides what is shown how: an analyst gets the
German sentences and the details of the check, the press the outlet beside each marker. What is flagged, and where the
sources differ, is shown to all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarizer.briefing import proof, wording
from summarizer.briefing.records import Audience, Briefing, Marker, Row, Source, Statement, Told
from summarizer.data import Span
from summarizer.reports.blocks import (
    Block,
    Bullets,
    Document,
    Entries,
    Entry,
    Fields,
    Heading,
    Line,
    Paragraph,
    Run,
    Style,
    Table,
    line,
)
from summarizer.reports.marking import marked

_FROM_THAT_DAY = re.compile(
    r"(?i)\b(?:yesterday|today|tonight|tomorrow|(?:last|next|this|coming) (?:week|month|year|night)"
    r"|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?!,? (?:the )?(?:\d|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))\b"
)


def document(briefing: Briefing) -> Document:
    """The blocks of a briefing; nothing in them but our own markers looks like one."""
    return tuple(_unfeigned(block) for block in _blocks(briefing))


def _unfeigned(block: Block) -> Block:
    match block:
        case Heading() | Paragraph():
            return replace(block, line=_own(block.line))
        case Bullets():
            return replace(block, items=tuple(map(_own, block.items)))
        case Table():
            return replace(block, rows=tuple(tuple(map(_own, row)) for row in block.rows))
        case Entries():
            return replace(block, items=tuple(Entry(_own(e.title), _own_fields(e.fields)) for e in block.items))
        case Fields():
            return replace(block, items=_own_fields(block.items))


def _own_fields(fields: Sequence[tuple[str, Line]]) -> tuple[tuple[str, Line], ...]:
    return tuple((label, _own(each)) for label, each in fields)


def _own(each: Line) -> Line:
    return tuple(
        run if run.style is Style.REFERENCE else run._replace(text=wording.own_words(run.text)) for run in each
    )


def _blocks(briefing: Briefing) -> Iterator[Block]:
    yield Heading(line(briefing.title), 1)
    yield Paragraph(line(Run(_date_line(briefing), Style.QUIET)))
    yield Paragraph(_verdict(briefing))
    yield from _bottom_line(briefing)
    yield from _developments(briefing)
    yield from _deals(briefing)
    yield from _watch(briefing)
    yield from _judgements(briefing)
    yield from proof.check(briefing)
    yield from _sources(briefing)
    yield from _notes(briefing)
    if briefing.audience is Audience.ANALYST:
        yield from proof.cited(briefing)
    yield from _provenance(briefing)


def _date_line(briefing: Briefing) -> str:
    count = len(briefing.sources)
    read = "1 article" if count == 1 else f"{count} articles"
    return f"{wording.weekday(briefing.date)} · from {read} in German · written by a model, checked by rule"


def _verdict(briefing: Briefing) -> Line:
    mark = Run("FLAGGED", Style.BAD) if briefing.flagged or not briefing.statements else Run("OK", Style.GOOD)
    unread = len(briefing.unread)
    missing = f" {unread} {'input' if unread == 1 else 'inputs'} could not be used; see Sources." if unread else ""
    differ = wording.differ_line(briefing)
    return line(mark, f": {wording.check_line(briefing)}", f" {differ}" if differ else "", missing)


def _bottom_line(briefing: Briefing) -> Iterator[Block]:
    if briefing.bottom_line:
        yield Heading(line("Bottom line"))
        yield Bullets(tuple(_line(statement, briefing) for statement in briefing.bottom_line))


def _developments(briefing: Briefing) -> Iterator[Block]:
    if briefing.themes:
        yield Heading(line("Developments"))
    for theme in briefing.themes:
        yield Heading(line(theme.title), 3)
        yield Bullets(tuple(_line(statement, briefing) for statement in theme.statements))


def _line(statement: Statement, briefing: Briefing) -> Line:
    """A statement with its flags, its markers, and what the sources differ on."""
    marks = [(span, Style.FLAG) for span in statement.flags]
    runs: list[str | Run] = [*marked(statement.text, Span(0, len(statement.text)), marks)]
    if statement.doubtful:
        runs.append(Run(" (translation doubtful, see Notes)", Style.QUIET))
    outlets = _outlets(statement, briefing) if briefing.audience is Audience.PRESS else ""
    runs += [Run(f" ({known})", Style.QUIET) for known in (_as_of(statement, briefing), outlets) if known]
    runs += [" ", *_markers(statement.markers, statement.also, briefing)]
    for pair in statement.differing:
        runs += [" ", Run("The sources differ", Style.BAD), ": "]
        for number, told in enumerate(pair):
            runs += [
                " against " if number else "",
                f"{told.english} ",
                Run(wording.cite(told.markers), Style.REFERENCE),
            ]
        runs.append(".")
    return line(*runs)


def _markers(markers: Sequence[Marker], also: Sequence[Marker], briefing: Briefing) -> list[str | Run]:
    """``[1, S4; 2, S2]``, each part leading to its source, or to the sentence where that is shown."""
    runs: list[str | Run] = []
    for number, marker in enumerate((*markers, *also)):
        before = "[" if number == 0 else "; see also " if number == len(markers) else "; "
        shown = str(marker).replace(", ", ",\u00a0")  # a place is looked for whole
        runs.append(Run(f"{before}{shown}", Style.REFERENCE, f"#{_anchor(marker, briefing)}"))
    return [*runs, Run("]", Style.REFERENCE)]


def _anchor(marker: Marker, briefing: Briefing) -> str:
    if briefing.audience is Audience.ANALYST and marker.sentences:
        return f"{marker.source}-{marker.sentences[-1]}"
    return f"source-{marker.source}"


def _outlets(statement: Statement, briefing: Briefing) -> str:
    named = {source.number: source.report.article.outlet for source in briefing.sources}
    known = (named[marker.source] for marker in statement.markers)
    return ", ".join(dict.fromkeys(outlet for outlet in known if outlet))


def _as_of(statement: Statement, briefing: Briefing) -> str:
    """The day of the article, where "on Friday" or "yesterday" counts from it and the briefing is of another day."""
    article = briefing.sources[statement.markers[0].source - 1].report.article if statement.markers else None
    published = article.published if article else None
    if not published or published[:10] == briefing.date or not _FROM_THAT_DAY.search(statement.text):
        return ""
    return f"as of {wording.day(published)}"


def _deals(briefing: Briefing) -> Iterator[Block]:
    yield Heading(line("Deals"))
    if not briefing.rows:
        yield Paragraph(line("The articles report none."))
        return
    titles = ("#", "Parties", "Deal", "Figures", "Status", "Sources")
    yield Table(
        titles=titles,
        rows=tuple(_row(number, row) for number, row in enumerate(briefing.rows, 1)),
        numeric=frozenset({0}),
    )


def _row(number: int, row: Row) -> tuple[Line, ...]:
    from summarizer.drafting.wording import party_name

    what = row.item if row.item.lower().startswith(row.kind.value) else f"{row.kind.value}: {row.item}"
    return (
        line(Run(str(number), Style.FLAG if row.flagged else Style.PLAIN)),
        line("; ".join(party_name(party) for party in row.parties)),
        line(what if row.item else row.kind.value),
        _figures(row),
        line(*_statuses(row), f"; {row.note}" if row.note else ""),
        line(Run(" ".join(wording.cite((marker,)) for marker in row.markers), Style.REFERENCE)),
    )


def _figures(row: Row) -> Line:
    """The figures of a deal in one cell; those that the sources give differently are marked."""
    from summarizer.drafting.wording import further, share_of_quantity

    parts = [part for entry in row.entries for part in entry.deal.parts]
    counted = ", ".join(dict.fromkeys(share_of_quantity(part) for part in parts if part.counted))
    quantity = _told(row.quantity) if row.quantity else []
    others = dict.fromkeys(further(part) for part in parts if not part.counted)
    cells: list[Sequence[str | Run]] = [
        [*quantity, f" ({counted})" if quantity and counted else counted],
        *(_told(each) for each in (row.amount, row.share, row.date)),
        *([each] for each in others),
    ]
    filled = [said for cell in cells if (said := [run for run in cell if run])]
    return line(*(run for number, cell in enumerate(filled) for run in (["; ", *cell] if number else cell)))


def _statuses(row: Row) -> list[str | Run]:
    """How far it has come; where the sources say otherwise, the furthest first: a deal moves on, that is no dispute."""
    if len(row.status) < 2:
        return [each.english for each in row.status]
    return [
        part
        for number, each in enumerate(row.status)
        for part in ("; " if number else "", f"{each.english} ", _numbers(each.markers))
    ]


def _told(told: Sequence[Told]) -> list[str | Run]:
    """A cell; where the sources differ each value with its sources, side by side and marked."""
    if len(told) < 2:
        return [each.english for each in told]
    runs: list[str | Run] = []
    for number, each in enumerate(told):
        runs += [" / " if number else "", Run(each.english, Style.BAD), " ", _numbers(each.markers)]
    return runs


def _numbers(markers: Sequence[Marker]) -> Run:
    return Run(f"[{', '.join(dict.fromkeys(str(marker.source) for marker in markers))}]", Style.REFERENCE)


def _watch(briefing: Briefing) -> Iterator[Block]:
    if not briefing.watch:
        return
    yield Heading(line("What to watch"))
    yield Bullets(
        tuple(
            line(Run(_capital(s.when), Style.STRONG), ": " if s.when else "", *_line(s, briefing))
            for s in briefing.watch
        )
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _judgements(briefing: Briefing) -> Iterator[Block]:
    if not briefing.judgements:
        return
    yield Heading(line("Assessments and positions"))
    yield Paragraph(line(Run("What those named think, expect or want. Not established as fact.", Style.QUIET)))
    yield Bullets(tuple(_line(statement, briefing) for statement in briefing.judgements))


def _sources(briefing: Briefing) -> Iterator[Block]:
    yield Heading(line("Sources"))
    yield Bullets(
        tuple(line(Run(f"[{s.number}]", Style.REFERENCE), " ", *_source(s)) for s in briefing.sources),
        anchors=tuple(f"source-{source.number}" for source in briefing.sources),
    )
    if briefing.unread:
        yield Heading(line("Not used"), 3)
        yield Bullets(tuple(line(Run(each.origin, Style.STRONG), f": {each.reason}") for each in briefing.unread))


def _source(source: Source) -> list[str | Run]:
    """The line of the source list, its address a link where it is one."""
    before, url, after = f"{wording.source_line(source)}.", source.report.article.url, ""
    if url and url in before:
        before, _, after = before.partition(url)
    return [before, Run(url or "", link=url or ""), after]


def _notes(briefing: Briefing) -> Iterator[Block]:
    if briefing.notes:
        yield Heading(line("Notes"))
        yield Bullets(tuple(line(note) for note in briefing.notes))


def _provenance(briefing: Briefing) -> Iterator[Block]:
    made = briefing.provenance
    yield Heading(line("How this came about"))
    yield Fields(
        (
            ("Written by", line(wording.writer(made))),
            ("Prompts", line(wording.prompts(made))),
            ("Took", line(wording.tokens(made))),
            ("Cost", line(wording.cost(made))),
            ("Check", line(wording.check_line(briefing))),
        )
    )
