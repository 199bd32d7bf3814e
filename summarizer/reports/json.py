"""JSON for other programs: everything the run found out, as docs/report.schema.json describes it.

Spans are spelled out as ``start`` and ``end`` (half-open code-point offsets) beside the text they cover; figures of
the source and the article's sentences point into ``article.text``, claims into ``target.text``, a deal's claims into
its ``line``. Values are strings, so that no reader turns a decimal into a float. `SCHEMA_VERSION` names the form: a
field more raises its second number, anything else its first.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, TypeAlias

from summarizer.data import (
    Article,
    Check,
    Deal,
    Draft,
    DraftSentence,
    Figure,
    Finding,
    NameFinding,
    Provenance,
    Reading,
    Report,
    Sentence,
    Span,
    Translation,
)
from summarizer.reports import wording

SCHEMA_VERSION = "1.2"

Tree: TypeAlias = dict[str, Any]

# Controls that JSON may carry raw but a terminal acts on, and halves of surrogate pairs that can't be written out.
_UNSAFE = re.compile("[\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufeff]")


def render(content: Report | Reading) -> str:
    """The report or the figure list as indented JSON, a line end at its end."""
    return dumps(tree(content), indent=2) + "\n"


def render_lines(content: Report | Reading) -> str:
    """One object a line: the deals of a summary, the findings of a check, the figures of a text."""
    whole = tree(content)
    name, key = _LINES[whole["document"]]
    found = whole[key] if key in whole else [*whole["check"]["findings"], *whole["check"]["omitted"]]
    said = {"schema_version": SCHEMA_VERSION, "document": name}
    about = {part: whole["article"][part] for part in ("origin", "title", "url")}
    lines = (dumps(said | {"number": number} | about | {name: each}) for number, each in enumerate(found, 1))
    return "".join(f"{line}\n" for line in lines)


_LINES = {
    "summary": ("deal", "deals"),
    "verification": ("finding", "findings"),
    "translation": ("finding", "findings"),
    "figures": ("figure", "figures"),
}


def dumps(value: Mapping[str, Any], indent: int | None = None) -> str:
    """JSON in readable characters, save those that act on a terminal, which are escaped."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def tree(content: Report | Reading) -> Tree:
    """The same as plain dicts and lists."""
    if isinstance(content, Reading):
        return {
            "schema_version": SCHEMA_VERSION,
            "document": "figures",
            "article": _article(content.article),
            "sentences": [_sentence(sentence, content.article.text) for sentence in content.sentences],
            "figures": [figure(each) for each in content.figures],
        }
    return {
        "schema_version": SCHEMA_VERSION,
        "document": _document(content),
        "flagged": content.flagged,
        "summary": content.draft and _summary(content.draft),
        "deals": _deals(content),
        "check": _check(content.check),
        "article": _article(content.article),
        "sentences": [_sentence(sentence, content.article.text) for sentence in content.sentences],
        "figures": [figure(each) for each in content.figures],
        "target": {
            "text": content.target,
            "sentences": [_sentence(sentence, content.target) for sentence in content.target_sentences],
            "citations": [
                {"start": citation.span.start, "end": citation.span.end, "sentences": list(citation.sentences)}
                for citation in content.citations
            ],
        },
        "translation": content.translation and _translation(content.translation, content),
        "provenance": provenance(content.provenance),
    }


def _document(report: Report) -> str:
    if report.translation is not None:
        return "translation"
    return "verification" if report.draft is None else "summary"


def _translation(made: Translation, report: Report) -> Tree:
    return {
        "passages": [
            {
                "source": passage.source,
                "state": passage.state.value,
                "tries": passage.tries,
                "faults": list(passage.faults),
                "german": _stretch(passage.german, report.article.text),
                "english": _stretch(passage.english, report.target),
            }
            for passage in made.passages
        ],
        "notes": list(made.notes),
        "repaired": made.repaired,
        "failing": made.failing,
    }


def _stretch(span: Span, text: str) -> Tree:
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def figure(value: Figure) -> Tree:
    """A figure: its text and place, its value, what it is a figure of."""
    return {
        "id": value.id,
        "surface": value.surface,
        "start": value.span.start,
        "end": value.span.end,
        "kind": value.kind.value,
        "value": wording.exact(value.value),
        "low": wording.exact(value.low),
        "high": wording.exact(value.high),
        "unit": value.unit,
        "noun": value.noun,
        "qualifier": value.qualifier.value,
    }


def _article(article: Article) -> Tree:
    return {
        "origin": article.origin,
        "title": article.title,
        "author": article.author,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published,
        "retrieved": article.retrieved,
        "language": article.language,
        "language_probability": article.language_probability,
        "notes": list(article.notes),
        "text": article.text,
    }


def _sentence(sentence: Sentence, text: str) -> Tree:
    return {
        "id": sentence.id,
        "start": sentence.span.start,
        "end": sentence.span.end,
        "paragraph": sentence.paragraph,
        "text": sentence.span.of(text),
    }


def _summary(draft: Draft) -> Tree:
    return {
        "headline": _draft_sentence(draft.headline),
        "sentences": [_draft_sentence(sentence) for sentence in draft.sentences],
        "notes": list(draft.notes),
        "covered": list(draft.covered),
    }


def _draft_sentence(sentence: DraftSentence) -> Tree:
    return {"text": sentence.text, "sources": list(sentence.sources)}


def _deals(report: Report) -> list[Tree]:
    deals = report.draft.deals if report.draft else ()
    checks = (*report.deal_checks, *(Check(()) for _ in deals[len(report.deal_checks) :]))
    return [_deal(deal, check) for deal, check in zip(deals, checks, strict=True)]


def _deal(deal: Deal, check: Check) -> Tree:
    from summarizer.drafting.wording import deal_line

    return {
        "parties": [{"name": party.name, "role": party.role and party.role.value} for party in deal.parties],
        "kind": deal.kind.value,
        "item": deal.item,
        "quantity": deal.quantity and figure(deal.quantity),
        "parts": [{"item": part.item, "figure": figure(part.figure)} for part in deal.parts],
        "amount": deal.amount and figure(deal.amount),
        "share": deal.share and figure(deal.share),
        "date": deal.date and figure(deal.date),
        "status": deal.status.value,
        "note": deal.note,
        "evidence": list(deal.evidence),
        "line": deal_line(deal),
        "check": _check(check),
    }


def _check(check: Check) -> Tree:
    return {
        "flagged": check.flagged,
        "findings": [_finding(finding) for finding in check.findings],
        "omitted": [_finding(finding) for finding in check.omitted],
        "names": [_name(name) for name in check.names],
        "doubts": list(check.doubts),
    }


def _finding(finding: Finding) -> Tree:
    return {
        "verdict": finding.verdict.value,
        "accepted": finding.verdict.accepted,
        "flagged": finding.flagged,
        "reason": finding.reason.value,
        "note": finding.note,
        "confidence": round(finding.confidence, 4),
        "claim": finding.claim and figure(finding.claim),
        "sources": [figure(source) for source in finding.sources],
        "evidence": list(finding.evidence),
    }


def _name(name: NameFinding) -> Tree:
    return {
        "surface": name.surface,
        "start": name.span.start,
        "end": name.span.end,
        "note": name.note,
        "flagged": name.flagged,
    }


def provenance(made: Provenance) -> Tree:
    """How a report or a briefing came about."""
    return {
        "model": made.model,
        "endpoint": made.endpoint,
        "strategy": made.strategy,
        "prompts": dict(made.prompts),
        "usage": {
            "calls": made.usage.calls,
            "prompt_tokens": made.usage.prompt_tokens,
            "completion_tokens": made.usage.completion_tokens,
            "cached": made.usage.cached,
        },
        "cost": None if made.cost is None else f"{made.cost.normalize():f}",
        "version": made.version,
    }
