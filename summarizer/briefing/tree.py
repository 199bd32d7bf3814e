"""A briefing as plain dicts and lists: JSON for other programs, and what a user's template is given.

docs/briefing.schema.json describes it. `SCHEMA_VERSION` names the form: a field more raises its second number,
anything else its first. Values are strings, spans half-open code-point offsets into the statement's ``text``.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from summarizer.briefing import wording
from summarizer.briefing.records import Briefing, Marker, Row, Source, Statement, Told
from summarizer.data import Check, Finding, Provenance
from summarizer.reports.json import dumps, figure, provenance

SCHEMA_VERSION = "1.0"
Tree: TypeAlias = dict[str, Any]


def render(briefing: Briefing) -> str:
    """The briefing as indented JSON, a line end at its end."""
    return dumps(tree(briefing), indent=2) + "\n"


def tree(briefing: Briefing) -> Tree:
    """The briefing as plain data."""
    checked, flagged = wording.figures(briefing)
    return {
        "schema_version": SCHEMA_VERSION,
        "document": "briefing",
        "title": briefing.title,
        "date": briefing.date,
        "date_line": wording.weekday(briefing.date),
        "audience": briefing.audience.value,
        "flagged": briefing.flagged,
        "bottom_line": [_statement(each) for each in briefing.bottom_line],
        "themes": [
            {"title": theme.title, "statements": [_statement(each) for each in theme.statements]}
            for theme in briefing.themes
        ],
        "deals": [_row(row) for row in briefing.rows],
        "watch": [_statement(each) for each in briefing.watch],
        "judgements": [_statement(each) for each in briefing.judgements],
        "sources": [_source(source) for source in briefing.sources],
        "unread": [{"origin": each.origin, "reason": each.reason} for each in briefing.unread],
        "notes": list(briefing.notes),
        "doubts": list(briefing.doubts),
        "check": {
            "figures": checked,
            "flagged": flagged,
            "differing": wording.differences(briefing),
            "line": " ".join(part for part in (wording.check_line(briefing), wording.differ_line(briefing)) if part),
        },
        "provenance": _provenance(briefing.provenance),
    }


def _statement(statement: Statement) -> Tree:
    return {
        "text": statement.text,
        "cite": wording.cite(statement.markers, statement.also),
        "nature": statement.nature.value,
        "markers": [_marker(marker) for marker in statement.markers],
        "also": [_marker(marker) for marker in statement.also],
        "differing": [[_told(told) for told in pair] for pair in statement.differing],
        "when": statement.when,
        "rewritten": statement.rewritten,
        "doubtful": statement.doubtful,
        "flagged": statement.flagged,
        "flags": [{"start": span.start, "end": span.end} for span in statement.flags],
        "checks": [
            {"source": marker.source, **_check(check)}
            for marker, check in zip(statement.markers, statement.checks, strict=True)
        ],
    }


def _marker(marker: Marker) -> Tree:
    return {"source": marker.source, "sentences": list(marker.sentences)}


def _told(told: Told) -> Tree:
    return {"english": told.english, "markers": [_marker(marker) for marker in told.markers]}


def _check(check: Check) -> Tree:
    return {
        "flagged": check.flagged,
        "findings": [_finding(finding) for finding in check.findings],
        "names": [{"surface": name.surface, "note": name.note, "flagged": name.flagged} for name in check.names],
    }


def _finding(finding: Finding) -> Tree:
    return {
        "verdict": finding.verdict.value,
        "flagged": finding.flagged,
        "reason": finding.reason.value,
        "note": finding.note,
        "claim": finding.claim and figure(finding.claim),
        "evidence": list(finding.evidence),
    }


def _row(row: Row) -> Tree:
    return {
        "parties": [{"name": party.name, "role": party.role and party.role.value} for party in row.parties],
        "kind": row.kind.value,
        "item": row.item,
        "quantity": [_told(told) for told in row.quantity],
        "amount": [_told(told) for told in row.amount],
        "share": [_told(told) for told in row.share],
        "date": [_told(told) for told in row.date],
        "status": [_told(told) for told in row.status],
        "note": row.note,
        "differing": list(row.differing),
        "flagged": row.flagged,
        "cite": " ".join(wording.cite((marker,)) for marker in row.markers),
        "markers": [_marker(marker) for marker in row.markers],
    }


def _source(source: Source) -> Tree:
    article = source.report.article
    return {
        "number": source.number,
        "line": wording.source_line(source),
        "outlet": article.outlet,
        "title": article.title,
        "published": article.published,
        "url": article.url,
        "origin": article.origin,
        "retrieved": article.retrieved,
        "language": article.language,
        "headline": source.report.draft.headline.text if source.report.draft else "",
        "cited": {sentence.id: sentence.span.of(article.text) for sentence in source.report.sentences},
    }


def _provenance(made: Provenance) -> Tree:
    tree = provenance(made)
    return {
        "line": wording.writer(made),
        **tree,
        "tokens": wording.tokens(made),
        "cost": wording.cost(made),
        "cost_usd": tree["cost"],
    }
