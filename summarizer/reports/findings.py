"""The check as blocks: what is flagged and why, what was accepted on arithmetic, what was left out.

The order is the reader's: the verdict in one line, then what needs a decision (each flagged figure between its
English sentence and the German one), then what can be skimmed. A summary and the lines of its deals are checked
apart and read together here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from summarizer.data import Article, Check, Figure, Finding, NameFinding, Sentence, Span, Verdict
from summarizer.reports import wording
from summarizer.reports.blocks import Block, Bullets, Entries, Entry, Heading, Line, Paragraph, Run, Style, line
from summarizer.reports.marking import excerpt, sentence_at, sentences_of

OMITTED_SHOWN = 10
"""How many unflagged omissions a report for readers lists; JSON lists all."""
SOURCES_SHOWN = 3
NOT_CHECKED = "Only figures and names are checked, and whose figures they are where names tell; not what else is said."
"""The last word of every check, so that nobody takes it for more; docs/checking.md says it at length."""


@dataclass(frozen=True, slots=True)
class Source:
    """The German side: what findings point back to."""

    article: Article
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """A text that was checked, how a reader calls its parts, and what was found."""

    text: str
    sentences: tuple[Sentence, ...]
    names: tuple[str, ...]
    """A name a sentence, by its number: ``headline``, ``sentence 3``, ``deal 2``."""
    check: Check

    def place(self, span: Span) -> tuple[str, Span]:
        """The name and the stretch of the sentence that ``span`` starts in."""
        found = sentence_at(self.sentences, span.start)
        if found is None:
            return "text", Span(0, len(self.text))
        return self.names[found.number - 1], found.span


def verdict_line(texts: Sequence[Checked], *, written: bool = True) -> Line:
    """What came out, in one line; not ``written``: there is no text, which is never well."""
    findings = [finding for text in texts for finding in text.check.findings]
    flagged = sum(finding.flagged for finding in findings)
    parts = [] if written else ["there is no summary."]
    if not findings:
        parts += ["the English text holds no figures."] if written else []
    elif not flagged:
        every = "the only figure is" if len(findings) == 1 else f"all {len(findings):,} figures{_of_deals(texts)} are"
        doubtful = sum(not finding.verdict.accepted for finding in findings)
        held = f"{every} borne out by the source." if not doubtful else "no figure is flagged; see the doubtful ones."
        parts.append(held)
    else:
        verb = "is" if flagged == 1 else "are"
        every = f"{wording.plural(len(findings), 'figure')}{_of_deals(texts)}"
        parts.append(f"{flagged:,} of {every} {verb} not borne out by the source.")
    left_out = sum(finding.flagged for text in texts for finding in text.check.omitted)
    if left_out:
        parts.append(f"{wording.plural(left_out, 'figure')} of the source {'is' if left_out == 1 else 'are'} left out.")
    names = sum(name.flagged for text in texts for name in text.check.names)
    if names:
        parts.append(f"{wording.plural(names, 'name')} {'is' if names == 1 else 'are'} not in the source.")
    doubts = sum(len(text.check.doubts) for text in texts)
    if doubts:
        parts.append(
            f"{wording.plural(doubts, 'doubt')} about the text {'needs' if doubts == 1 else 'need'} a decision."
        )
    clean = written and not any(text.check.flagged for text in texts)
    mark = Run("OK", Style.GOOD) if clean else Run("FLAGGED", Style.BAD)
    return line(mark, ": " + " ".join(parts))


def _of_deals(texts: Sequence[Checked]) -> str:
    """How many of the figures are those of the deals, which a reader who counts in the text doesn't find there."""
    text, *deals = texts
    of_deals = sum(len(deal.check.findings) for deal in deals)
    if not of_deals:
        return ""
    return f" ({of_deals:,} in the deals)" if text.check.findings else " of the deals"


def blocks(texts: Sequence[Checked], source: Source, *, written: bool = True) -> Iterator[Block]:
    """The whole part of a report on the check, without its heading."""
    yield Paragraph(verdict_line(texts, written=written))
    counts = _counts(texts)
    if counts:
        yield Paragraph(line(Run(counts, Style.QUIET)))
    yield from _flagged(texts, source)
    yield from doubt_blocks(texts)
    yield from name_blocks(texts)
    yield from _doubtful(texts, source)
    yield from _accepted(texts, source)
    yield from _omitted(texts, source)
    yield Paragraph(line(Run(NOT_CHECKED, Style.QUIET)))


def _counts(texts: Sequence[Checked]) -> str:
    """How many figures fared how; what is doubtful without being flagged is counted apart, as it is listed."""
    findings = [finding for text in texts for finding in text.check.findings]
    seen = Counter(finding.verdict for finding in findings if finding.flagged or finding.verdict.accepted)
    said = [f"{wording.VERDICTS[verdict]} {seen[verdict]}" for verdict in Verdict if seen[verdict]]
    doubtful = len(findings) - seen.total()
    if doubtful:
        said.append(f"doubtful, not flagged {doubtful}")
    omitted = len(texts[0].check.omitted) if texts else 0
    if omitted:
        said.append(f"{wording.plural(omitted, 'source figure')} left out")
    return " · ".join(said)


def flagged_findings(texts: Sequence[Checked]) -> tuple[tuple[Checked, Finding], ...]:
    """What needs a decision, with the text it stands in: claims, surest first, then what was left out."""
    claims = [(text, finding) for text in texts for finding in text.check.findings if finding.flagged]
    left_out = [(text, finding) for text in texts for finding in text.check.omitted if finding.flagged]
    return (*sorted(claims, key=_surest_first), *left_out)


def entry(text: Checked, finding: Finding, source: Source) -> Entry:
    """A flagged finding between its English sentence and the German ones, and why."""
    return _left_out(finding, source) if finding.claim is None else _entry(text, finding, finding.claim, source)


def _flagged(texts: Sequence[Checked], source: Source) -> Iterator[Block]:
    found = flagged_findings(texts)
    if found:
        yield Heading(line("Flagged"), 3)
        yield Entries(tuple(entry(text, finding, source) for text, finding in found))


def _surest_first(item: tuple[Checked, Finding]) -> float:
    # To one decimal, so that reading order decides between findings that are about equally sure.
    return -round(item[1].confidence, 1)


def _entry(text: Checked, finding: Finding, claim: Figure, source: Source) -> Entry:
    name, stretch = text.place(claim.span)
    english = excerpt(text.text, stretch, [(claim.span, Style.FLAG)])
    return Entry(
        title=_title(claim, finding),
        fields=(
            ("English", line(Run(f"({name}) ", Style.QUIET), *english)),
            *(("German", german) for german in german_lines(finding, source)),
            ("Why", line(wording.why(finding))),
        ),
    )


def _left_out(finding: Finding, source: Source) -> Entry:
    title = line(Run(finding.sources[0].surface if finding.sources else "?", Style.SOURCE), " left out")
    german = tuple(("German", german) for german in german_lines(finding, source))
    return Entry(title=title, fields=(*german, ("Why", line(wording.why(finding)))))


def _title(claim: Figure, finding: Finding) -> Line:
    sure = f" (confidence {finding.confidence:.0%})" if finding.confidence < 1 else ""
    return line(Run(claim.surface, Style.FLAG), f" {wording.verdict(finding)}", Run(sure, Style.QUIET))


def german_lines(finding: Finding, source: Source) -> tuple[Line, ...]:
    """The source sentences of a finding, its figures marked; those it was checked against where it has no figure."""
    marks = [(figure.span, Style.SOURCE) for figure in finding.sources]
    found = sentences_of(source.sentences, (figure.span for figure in finding.sources))
    if not found:
        wanted = set(finding.evidence)
        found = tuple(sentence for sentence in source.sentences if sentence.id in wanted)
    return tuple(
        line(_reference(sentence), " ", *excerpt(source.article.text, sentence.span, marks))
        for sentence in found[:SOURCES_SHOWN]
    )


def doubt_blocks(texts: Sequence[Checked]) -> Iterator[Block]:
    """What a person must decide besides figures and names."""
    items = tuple(line(doubt) for text in texts for doubt in text.check.doubts)
    if items:
        yield Heading(line("To decide"), 3)
        yield Bullets(items)


def name_blocks(texts: Sequence[Checked]) -> Iterator[Block]:
    """The names that the source does not hold, the flagged ones first."""
    for title, flagged in (("Names not in the source", True), ("Names not found in the source, not flagged", False)):
        items = [_name(text, name) for text in texts for name in text.check.names if name.flagged is flagged]
        if items:
            yield Heading(line(title), 3)
            yield Bullets(tuple(items))


def _name(text: Checked, name: NameFinding) -> Line:
    place, stretch = text.place(name.span)
    style = Style.FLAG if name.flagged else Style.SOURCE
    shown = excerpt(text.text, stretch, [(name.span, style)], limit=160)
    note = f" – {name.note}" if name.note and name.flagged else ""
    return line(Run(name.surface, Style.STRONG), note, Run(f" ({place}) ", Style.QUIET), *shown)


def _doubtful(texts: Sequence[Checked], source: Source) -> Iterator[Block]:
    items = tuple(
        _short(finding, source, f"{wording.verdict(finding)}. {wording.why(finding)}")
        for finding in _findings(texts)
        if not finding.flagged and not finding.verdict.accepted
    )
    if items:
        yield Heading(line("Doubtful, not flagged at this sensitivity"), 3)
        yield Bullets(items)


def _accepted(texts: Sequence[Checked], source: Source) -> Iterator[Block]:
    reworked = (Verdict.ROUNDED, Verdict.CONVERTED, Verdict.DERIVED)
    items = tuple(
        _short(finding, source, wording.VERDICTS[finding.verdict] + (f": {finding.note}" if finding.note else ""))
        for finding in _findings(texts)
        if not finding.flagged and finding.verdict in reworked
    )
    if items:
        yield Heading(line("Accepted, but not word for word"), 3)
        yield Bullets(items)


def _short(finding: Finding, source: Source, said: str) -> Line:
    surface = finding.claim.surface if finding.claim else ""
    found = sentences_of(source.sentences, (figure.span for figure in finding.sources))
    where = (part for sentence in found for part in (" ", _reference(sentence)))
    return line(Run(surface, Style.STRONG), f" {said}", *where)


def _omitted(texts: Sequence[Checked], source: Source) -> Iterator[Block]:
    # Only the text itself can leave figures of the article out; a deal is checked against its own evidence.
    findings = [finding for finding in texts[0].check.omitted if not finding.flagged] if texts else []
    if not findings:
        return
    yield Heading(line("Left out, weightiest first"), 3)
    yield Bullets(tuple(_omission(finding, source) for finding in findings[:OMITTED_SHOWN]))
    if len(findings) > OMITTED_SHOWN:
        more = len(findings) - OMITTED_SHOWN
        yield Paragraph(line(Run(f"… and {more:,} more; --format json lists all.", Style.QUIET)))


def _omission(finding: Finding, source: Source) -> Line:
    if not finding.sources:
        return line(finding.note)
    span = finding.sources[0].span
    sentence = sentence_at(source.sentences, span.start)
    stretch = sentence.span if sentence else span
    shown = excerpt(source.article.text, stretch, [(span, Style.SOURCE)], limit=110)
    return line(*((_reference(sentence), " ") if sentence else ()), *shown)


def _reference(sentence: Sentence) -> Run:
    return Run(f"[{sentence.id}]", Style.REFERENCE, f"#{sentence.id}")


def _findings(texts: Iterable[Checked]) -> Iterator[Finding]:
    for text in texts:
        yield from text.check.findings
