"""What a briefing shows of its check: what is flagged, between its English sentence and the German one, for everybody;
for an analyst also what was accepted on arithmetic, and the German of every sentence cited.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.briefing.records import Audience, Briefing, Marker, Statement
from summarizer.data import Finding, Span, Verdict
from summarizer.reports import findings
from summarizer.reports import wording as report_wording
from summarizer.reports.blocks import Block, Bullets, Entries, Entry, Heading, Line, Paragraph, Run, Style, line
from summarizer.reports.marking import excerpt

_REWORKED = (Verdict.ROUNDED, Verdict.CONVERTED, Verdict.DERIVED)


@dataclass(frozen=True, slots=True)
class _Found:
    """A finding with its place."""

    place: str
    text: str
    source: int
    finding: Finding

    @property
    def flagged(self) -> bool:
        return self.finding.flagged


def check(briefing: Briefing) -> Iterator[Block]:
    """The part on the check: what is flagged, for an analyst also what else there is to see; nothing for neither."""
    flagged = [_entry(found, briefing) for found in (*_found(briefing), *_deal_findings(briefing)) if found.flagged]
    names = tuple(_names(briefing))
    if flagged or names or briefing.doubts or briefing.audience is Audience.ANALYST:
        yield Heading(line("Check"))
    if flagged:
        yield Heading(line("Flagged"), 3)
        yield Entries(tuple(flagged))
    if briefing.doubts:
        yield Heading(line("To decide"), 3)
        yield Bullets(tuple(line(doubt) for doubt in briefing.doubts))
    if names:
        yield Heading(line("Names not in the article cited"), 3)
        yield Bullets(names)
    if briefing.audience is Audience.ANALYST:
        yield from _accepted(briefing)
        yield Paragraph(line(Run(findings.NOT_CHECKED, Style.QUIET)))


def _places(briefing: Briefing) -> Iterator[tuple[str, Statement]]:
    """Every statement once, with what a reader calls its place."""
    parts = [("bottom line", briefing.bottom_line)]
    parts += [(theme.title, theme.statements) for theme in briefing.themes]
    parts += [("what to watch", briefing.watch), ("assessments", briefing.judgements)]
    seen: set[tuple[str, tuple[Marker, ...]]] = set()
    for name, statements in parts:
        for number, statement in enumerate(statements, 1):
            if (statement.text, statement.markers) not in seen:
                seen.add((statement.text, statement.markers))
                yield f"{name} {number}", statement


def _found(briefing: Briefing) -> Iterator[_Found]:
    for place, statement in _places(briefing):
        for marker, check in zip(statement.markers, statement.checks, strict=True):
            for finding in check.findings:
                yield _Found(place, statement.text, marker.source, finding)


def _deal_findings(briefing: Briefing) -> Iterator[_Found]:
    from summarizer.drafting.wording import deal_line

    for number, row in enumerate(briefing.rows, 1):
        for entry in row.entries:
            for finding in entry.check.findings:
                yield _Found(f"deal {number}", deal_line(entry.deal), entry.source, finding)


def _entry(found: _Found, briefing: Briefing) -> Entry:
    """A flagged figure between its English sentence and the German one."""
    claim = found.finding.claim
    span = claim.span if claim else Span(0, 0)
    english = excerpt(found.text, Span(0, len(found.text)), [(span, Style.FLAG)])
    german = findings.german_lines(found.finding, _german(found.source, briefing))
    return Entry(
        title=line(Run(claim.surface if claim else "?", Style.FLAG), f" {report_wording.verdict(found.finding)}"),
        fields=(
            ("English", line(Run(f"({found.place}) ", Style.QUIET), *english)),
            *((f"German [{found.source}]", each) for each in german),
            ("Why", line(report_wording.why(found.finding))),
        ),
    )


def _german(number: int, briefing: Briefing) -> findings.Source:
    report = next(source.report for source in briefing.sources if source.number == number)
    return findings.Source(report.article, report.sentences)


def _names(briefing: Briefing) -> Iterator[Line]:
    for place, statement in _places(briefing):
        for marker, check in zip(statement.markers, statement.checks, strict=True):
            for name in check.names:
                if name.flagged:
                    note = f" – {name.note}" if name.note else ""
                    yield line(Run(name.surface, Style.FLAG), f"{note} ({place}; article {marker.source})")
    for number, row in enumerate(briefing.rows, 1):
        for entry in row.entries:
            for name in entry.check.names:
                if name.flagged:
                    yield line(Run(name.surface, Style.FLAG), f" (deal {number}; article {entry.source})")


def _accepted(briefing: Briefing) -> Iterator[Block]:
    """What was accepted on arithmetic: an analyst may want to see it."""
    items = tuple(
        line(
            Run(found.finding.claim.surface, Style.STRONG),
            f" {report_wording.VERDICTS[found.finding.verdict]}",
            f": {found.finding.note}" if found.finding.note else "",
            Run(f" ({found.place}; article {found.source})", Style.QUIET),
        )
        for found in _found(briefing)
        if found.finding.claim and not found.flagged and found.finding.verdict in _REWORKED
    )
    if items:
        yield Heading(line("Accepted, but not word for word"), 3)
        yield Bullets(items)


def cited(briefing: Briefing) -> Iterator[Block]:
    """The German of every sentence cited, article by article."""
    wanted = {(m.source, name) for s in briefing.statements for m in (*s.markers, *s.also) for name in m.sentences}
    wanted |= {(m.source, name) for row in briefing.rows for m in row.markers for name in m.sentences}
    yield Heading(line("Sentences cited"))
    named = [
        (s, sentence) for s in briefing.sources for sentence in s.report.sentences if (s.number, sentence.id) in wanted
    ]
    yield Bullets(
        tuple(
            line(
                Run(f"[{source.number}, {sentence.id}] ", Style.REFERENCE),
                *excerpt(source.report.article.text, sentence.span, (), limit=600),
            )
            for source, sentence in named
        ),
        anchors=tuple(f"{source.number}-{sentence.id}" for source, sentence in named),
    )
