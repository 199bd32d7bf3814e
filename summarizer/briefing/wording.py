"""How a briefing words its marks: source markers, dates, who wrote it. Shared by the laid-out forms and by templates.

>>> from summarizer.briefing.records import Marker
>>> cite((Marker(1, ("S4",)), Marker(2, ("S1", "S2"))))
'[1, S4; 2, S1, S2]'
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence

from summarizer.briefing.records import Briefing, Marker, Row, Source, Statement, Told
from summarizer.data import Provenance

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LIKE_A_MARKER = re.compile(r"\[(\s*\d+\s*(?:,\s*S\d+|\])[^\[\]]*)\]?")
LANGUAGES = {"de": "German", "en": "English"}


def cite(markers: Iterable[Marker], also: Sequence[Marker] = ()) -> str:
    """Markers in one pair of brackets: ``[1, S4; 2, S2]``; where the event is told with other details, ``see also``."""
    parts = [str(marker) for marker in markers]
    if also:
        parts.append("see also " + "; ".join(map(str, also)))
    return f"[{'; '.join(parts)}]"


def own_words(text: str) -> str:
    """``text`` with round brackets for square ones that a reader would take for a marker of ours."""
    return _LIKE_A_MARKER.sub(lambda match: f"({match[1].rstrip(']')})", text)


def day(iso: str | None) -> str:
    """An ISO date (a time behind it is dropped) for a reader: ``18 May 2026``; as it stands where it is no date."""
    try:
        date = datetime.date.fromisoformat((iso or "")[:10])
    except ValueError:
        return iso or ""
    return f"{date.day} {_MONTHS[date.month - 1]} {date.year}"


def weekday(iso: str) -> str:
    """The same with its weekday: ``Monday, 18 May 2026``."""
    try:
        return f"{_DAYS[datetime.date.fromisoformat(iso[:10]).weekday()]}, {day(iso)}"
    except ValueError:
        return iso


def source_line(source: Source) -> str:
    """An article as a source list has it: outlet, original title, date, address, when it was read, language."""
    article = source.report.article
    title = f"“{article.title}”" if article.title else "(no title)"
    parts = [
        article.outlet or "",
        title,
        day(article.published) if article.published else "date not given",
        article.url or ("standard input" if article.origin == "-" else article.origin),
        f"retrieved {day(article.retrieved)}" if article.retrieved else "",
        LANGUAGES.get(article.language or "de", article.language or ""),
    ]
    return ", ".join(part for part in parts if part)


def differences(briefing: Briefing) -> int:
    """How many figures the sources differ on; one told in a sentence and in a deal's row counts once."""
    pairs = {frozenset(t.english for t in pair) for s in briefing.statements for pair in s.differing}
    pairs |= {frozenset(t.english for t in cell_) for row in briefing.rows for cell_ in _cells(row)}
    return len(pairs)


def _cells(row: Row) -> list[tuple[Told, ...]]:
    return [cell_ for cell_ in (row.quantity, row.amount, row.share, row.date) if len(cell_) > 1]


def figures(briefing: Briefing) -> tuple[int, int]:
    """How many figures were checked, and how many of them are flagged; one checked against two articles counts once."""
    checked = flagged = 0
    for statement in _each_once(briefing):
        spans = {f.claim.span: False for check in statement.checks for f in check.findings if f.claim}
        for check in statement.checks:
            spans |= {f.claim.span: True for f in check.findings if f.flagged and f.claim}
        checked += len(spans)
        flagged += sum(spans.values())
    for row in briefing.rows:
        found = [finding for entry in row.entries for finding in entry.check.findings]
        checked += len(found)
        flagged += sum(finding.flagged for finding in found)
    return checked, flagged


def _each_once(briefing: Briefing) -> list[Statement]:
    return list({(s.text, s.markers): s for s in briefing.statements}.values())


def check_line(briefing: Briefing) -> str:
    """What the check found, in one or two sentences."""
    checked, flagged = figures(briefing)
    if not briefing.statements:
        said = "There is no briefing: the articles' summaries hold no sentence."
    elif not checked:
        said = "The English holds no figures."
    elif not flagged:
        said = (
            f"All {checked:,} figures are borne out by every article they cite."
            if checked > 1
            else ("The only figure is borne out by every article it cites.")
        )
    else:
        verb = "is" if flagged == 1 else "are"
        said = f"{flagged:,} of {checked:,} figures {verb} not borne out by an article cited."
    names = sum(n.flagged for s in _each_once(briefing) for c in s.checks for n in c.names)
    if names:
        said += f" {names:,} {'name is' if names == 1 else 'names are'} not in the article cited."
    if briefing.doubts:
        said += f" {len(briefing.doubts):,} {'doubt needs' if len(briefing.doubts) == 1 else 'doubts need'} a decision."
    return said


def differ_line(briefing: Briefing) -> str:
    """On how many figures the sources differ; empty for none."""
    count = differences(briefing)
    if not count:
        return ""
    return f"The sources differ on {'one figure' if count == 1 else f'{count} figures'}; both are given."


def writer(provenance: Provenance) -> str:
    """Who wrote it: the model, where it ran, how it was asked."""
    where = "embedded, on this machine" if provenance.endpoint == "embedded" else f"at {provenance.endpoint}"
    how = f", strategy {provenance.strategy}" if provenance.strategy else ""
    return f"A model wrote the English: {provenance.model} ({where}){how}."


def tokens(provenance: Provenance) -> str:
    """What the calls took."""
    usage = provenance.usage
    calls = "1 call" if usage.calls == 1 else f"{usage.calls:,} calls"
    cached = f"; {usage.cached:,} more answered from the cache" if usage.cached else ""
    return f"{calls}, {usage.prompt_tokens:,} + {usage.completion_tokens:,} tokens{cached}"


def prompts(provenance: Provenance) -> str:
    """The prompts used, each with the hash of its files, and the version they are of."""
    named = ", ".join(f"{name} {digest}" for name, digest in provenance.prompts.items()) or "none"
    return f"{named}; summarizer {provenance.version}"


def cost(provenance: Provenance) -> str:
    """What it cost, as far as is known."""
    if provenance.endpoint == "embedded":
        return "none: the model ran on this machine"
    if provenance.cost is None:
        return "not known: no price is published for it"
    return f"US${provenance.cost:.4f} by published prices"
