"""A translation for a reader: the English in the article's own layout, flagged figures marked, then the check.

The text comes first and whole, since it is what was asked for; the check, the notes and how it came about follow under
a rule. Text and Markdown show the English line for line as the article is laid out: marks of Markdown that open a line
or surround words are kept, everything else that Markdown or a terminal would act on is escaped. Other formats draw
blocks, and so do all where each paragraph stands beside its German.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from summarizer.data import Passage, Report, Sentence, Span, Translation
from summarizer.reports import findings, md, text
from summarizer.reports.blocks import Block, Bullets, Document, Heading, Line, Paragraph, Run, Style, Table, line
from summarizer.reports.findings import Checked, Source
from summarizer.reports.layout import provenance_line
from summarizer.reports.marking import Marks, marked

_MARK = re.compile(r"(?P<indent>[ \t]*)(?P<mark>#{1,6}(?= )|>(?= )|[-*+](?= )|\d{1,3}[.)](?= ))")
_SEPARATOR = re.compile(r"[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*")
_STRONG = re.compile(r"(?<!\w)(?P<mark>\*\*|__)(?=\S)(?P<text>[^*_]+?)(?<=\S)(?P=mark)(?!\w)")
_EMPHASIS = re.compile(r"(?<![\\\w])((?:\\[*_]){1,3})(?=[^\s\\])(.+?)(?<=[^\s\\])\1(?!\w)")


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph of the article and its translation."""

    german: Span
    """In the article's text, marks included."""
    english: Span
    """In the target."""
    passages: tuple[Passage, ...]


def as_text(report: Report) -> str:
    """The translation in the article's layout, what is flagged in square brackets."""
    body = "\n".join(text.plain(each) for each in _lines(report))
    return f"{body}\n\n{'-' * 72}\n\n{text.render(_after(report))}"


def as_markdown(report: Report) -> str:
    """The translation in the article's layout, its own marks kept and all else escaped."""
    lines = [_md_line(each) for each in _lines(report)]
    return "\n".join(lines) + "\n\n---\n\n" + md.render(_after(report))


def document(report: Report, *, side_by_side: bool) -> Document:
    """The translation as blocks, each paragraph beside its German or the English alone."""
    body = list(_columns(report) if side_by_side else _running(report))
    title = () if body and isinstance(body[0], Heading) and body[0].level == 1 else _title(report)
    return (*title, *body, *_after(report))


def marks(report: Report) -> Marks:
    """What is flagged in the English, by span."""
    claims = [(f.claim.span, Style.FLAG) for f in report.check.findings if f.flagged and f.claim]
    return [*claims, *((name.span, Style.FLAG) for name in report.check.names if name.flagged)]


def pairs(report: Report) -> tuple[Pair, ...]:
    """The paragraphs of the article, each with its translation, in reading order."""
    made = translation_of(report).passages
    paragraphs = {sentence.id: sentence.paragraph for sentence in report.sentences}
    found = []
    for _, group in groupby(made, key=lambda passage: paragraphs[passage.source]):
        run = tuple(group)
        german = Span(_line_start(report.article.text, run[0].german.start), run[-1].german.end)
        english = Span(_line_start(report.target, run[0].english.start), run[-1].english.end)
        found.append(Pair(_closed(report.article.text, german), _closed(report.target, english), run))
    return tuple(found)


def translation_of(report: Report) -> Translation:
    """The translation of a report that has one."""
    assert report.translation is not None
    return report.translation


def _title(report: Report) -> Document:
    return (Heading(line(report.article.title or "Translation"), 1),)


def _after(report: Report) -> Document:
    """What follows the text: the check, what a reader must know, how it came about."""
    notes = (*report.article.notes, *translation_of(report).notes)
    return (
        Heading(line("Check")),
        *findings.blocks((_checked(report),), Source(report.article, report.sentences)),
        Heading(line("Notes")),
        Bullets(tuple(line(note) for note in notes)),
        Heading(line("How this came about")),
        Paragraph(line(provenance_line(report.provenance))),
    )


def _checked(report: Report) -> Checked:
    names = tuple(f"for {passage.source}" for passage in translation_of(report).passages)
    numbered = tuple(Sentence(f"T{n}", s.span, s.paragraph) for n, s in enumerate(report.target_sentences, 1))
    return Checked(report.target, numbered, names, report.check)


def _columns(report: Report) -> Iterator[Block]:
    flagged = marks(report)
    rows = tuple(
        (line(pair.german.of(report.article.text)), marked(report.target, pair.english, flagged))
        for pair in pairs(report)
    )
    yield Table(("German", "English"), rows)


def _running(report: Report) -> Iterator[Block]:
    """The paragraphs as headings, lists and text, by the marks they open with."""
    flagged = marks(report)
    items: list[Line] = []
    for at, pair in enumerate(pairs(report)):
        words = marked(report.target, pair.english, _near(flagged, *pair.english))
        mark = _MARK.match("".join(run.text for run in words))
        if mark and mark["mark"] in "-*+":
            items.append(_emphasis(_without(words, mark.end() + 1)))
            continue
        if items:
            yield Bullets(tuple(items))
            items = []
        if mark and mark["mark"].startswith("#"):
            level = 1 if at == 0 else max(2, min(len(mark["mark"]), 3))
            yield Heading(_emphasis(_without(words, mark.end() + 1)), level)
        else:
            yield Paragraph(_emphasis(words))
    if items:
        yield Bullets(tuple(items))


def _emphasis(words: Line) -> Line:
    """A line with the article's emphasis as a style, its marks gone, where no mark of ours is in it."""
    runs: list[str | Run] = []
    for run in words:
        if run.style is not Style.PLAIN:
            runs.append(run)
            continue
        at = 0
        for match in _STRONG.finditer(run.text):
            runs += [run.text[at : match.start()], Run(match["text"], Style.STRONG)]
            at = match.end()
        runs.append(run.text[at:])
    return line(*runs)


def _lines(report: Report) -> Iterator[Line]:
    """The English line by line, figures marked; blank lines are empty."""
    flagged = sorted(marks(report))
    at = 0
    for each in report.target.rstrip("\n").split("\n"):
        yield marked(report.target, Span(at, at + len(each)), _near(flagged, at, at + len(each)))
        at += len(each) + 1


def _near(flagged: Marks, start: int, end: int) -> Marks:
    return [(span, style) for span, style in flagged if span.start < end and start < span.end]


def _md_line(words: Line) -> str:
    """A line with the marks it opens with, and emphasis, kept; what else is markup is escaped."""
    plain = "".join(run.text for run in words)
    if _SEPARATOR.fullmatch(plain):
        return plain
    mark = _MARK.match(plain)
    row = plain.lstrip().startswith("|") and plain.rstrip().endswith("|")
    rest = _without(words, mark.end()) if mark else words
    shown = md.render((Paragraph(rest),)).rstrip("\n")
    shown = _EMPHASIS.sub(_emphasised, shown.replace("\\|", "|") if row else shown)
    return f"{mark['indent']}{mark['mark']} {shown.lstrip(' ')}" if mark else shown


def _emphasised(match: re.Match[str]) -> str:
    """Emphasis as the article has it; words with a mark of ours in them have enough of it."""
    mark = match[1].replace("\\", "")
    return match[0] if "**" in match[2] else f"{mark}{match[2]}{mark}"


def _without(words: Line, width: int) -> Line:
    """A line without its first ``width`` code points."""
    left: list[str | Run] = []
    for run in words:
        left.append(Run(run.text[width:], run.style))
        width = max(0, width - len(run.text))
    return line(*left)


def _line_start(whole: str, position: int) -> int:
    """The start of the line, where only marks stand before ``position`` on it; else ``position``."""
    start = whole.rfind("\n", 0, position) + 1
    return start if not re.search(r"\w", re.sub(r"^\W*\d{1,3}[.)]", "", whole[start:position])) else position


def _closed(whole: str, span: Span) -> Span:
    """The span with the marks that close its last passage."""
    end = re.compile(r"[*_]{0,3}(?:[ \t]*\|(?=[ \t]*(?:\n|$)))?").match(whole, span.end)
    return Span(span.start, end.end() if end else span.end)
