"""The row form of the check, for streams of many pairs: one mapping in, one mapping out, nothing kept between.

A row has ``source`` and ``target`` (or ``src_de`` and ``tgt_en``) and an ``id``. The answer keeps to what a stream
is used for: is something flagged, and where. A verdict there is ``supported`` for all that is accepted, with the
finer word under ``detail``; ``unknown`` for a doubt below the threshold of the chosen sensitivity.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from summarizer.checking.assembly import check_figures
from summarizer.checking.reading import read_source
from summarizer.data import Finding, Sensitivity, TextKind, Verdict
from summarizer.errors import InputError


def jsonl_row(
    row: Mapping[str, Any],
    *,
    kind: TextKind = TextKind.SUMMARY,
    sensitivity: Sensitivity = Sensitivity.DEFAULT,
    require_coverage: bool = False,
    fail_on: frozenset[Verdict] | None = None,
) -> dict[str, Any]:
    """The answer to one row; see the module for its form. Raises `InputError` when a text is missing."""
    source, target = _text(row, "source", "src_de"), _text(row, "target", "tgt_en")
    found = check_figures(
        read_source(source, "de"),
        target,
        kind=kind,
        sensitivity=sensitivity,
        require_coverage=require_coverage,
        fail_on=fail_on,
    )
    figures = [_figure(finding) for finding in found.findings]
    figures += [_figure(finding) for finding in found.omitted if finding.flagged]
    return {
        "id": row.get("id"),
        "flagged": any(f.flagged for f in found.findings) or any(f.flagged for f in found.omitted),
        "figures": figures,
    }


def _text(row: Mapping[str, Any], name: str, other: str) -> str:
    text = row.get(name, row.get(other))
    if not isinstance(text, str):
        raise InputError(f"A row needs the text {name!r} (or {other!r}).")
    return text


def _figure(finding: Finding) -> dict[str, Any]:
    shown = finding.claim or finding.sources[0]
    accepted = finding.verdict.accepted and not finding.flagged
    verdict = "supported" if accepted else str(finding.verdict) if finding.flagged else "unknown"
    return {
        "text": shown.surface,
        "start": finding.claim.span.start if finding.claim else None,
        "end": finding.claim.span.end if finding.claim else None,
        "verdict": verdict,
        "detail": str(finding.verdict),
        "reason": str(finding.reason),
        "confidence": finding.confidence,
    }
