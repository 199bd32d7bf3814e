"""Summaries made before, from their JSON reports: a briefing of them asks the model nothing for what is paid for.

A report (``summarizer summarize --format json``, or a batch) holds its article, so nothing of it is taken on trust:
the figures of the article are read again, and every sentence and deal is checked again. Only the English, the deal
records and who wrote them come from the file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from summarizer.data import (
    Article,
    Deal,
    DealKind,
    DealPart,
    DealStatus,
    Draft,
    DraftSentence,
    Figure,
    Kind,
    Party,
    Provenance,
    Qualifier,
    Role,
    Span,
    Usage,
)
from summarizer.errors import InputError

Tree = Mapping[str, Any]
_OPENING = re.compile(rb'\s*\{\s*"schema_version"\s*:\s*"1\.\d+"\s*,\s*"document"\s*:\s*"summary"')
OPENING = 400
"""Bytes of a file that tell whether it is one."""
_TEXTS = frozenset(
    {Kind.DATE, Kind.YEAR, Kind.YEAR_RANGE, Kind.DECADE, Kind.CENTURY, Kind.QUARTER, Kind.HALF_YEAR, Kind.WEEK}
    | {Kind.TIME, Kind.DESIGNATION}
)


def is_report(data: bytes) -> bool:
    """Whether ``data`` is a JSON report of a summary, by its opening."""
    return _OPENING.match(data, 0, OPENING) is not None


def read(data: bytes, origin: str) -> tuple[Article, Draft, Provenance]:
    """The article, what was written of it, and by whom. Raises `InputError` for a report that is damaged."""
    try:
        tree = json.loads(data)
        return _article(tree["article"]), _draft(tree), _provenance(tree["provenance"])
    except (ValueError, KeyError, TypeError, AttributeError, InvalidOperation, RecursionError):
        raise InputError(
            f"{origin} is a damaged report of a summary: make it again with summarizer summarize."
        ) from None


def _article(tree: Tree) -> Article:
    return Article(
        text=_text(tree["text"]),
        title=_maybe(tree.get("title")),
        author=_maybe(tree.get("author")),
        outlet=_maybe(tree.get("outlet")),
        url=_maybe(tree.get("url")),
        published=_maybe(tree.get("published")),
        retrieved=_maybe(tree.get("retrieved")),
        language=_maybe(tree.get("language")),
        language_probability=tree.get("language_probability"),
        origin=_text(tree["origin"]),
        notes=tuple(map(_text, tree.get("notes", ()))),
    )


def _draft(tree: Tree) -> Draft:
    summary = tree["summary"]
    length = len(tree["article"]["text"])
    return Draft(
        headline=_sentence(summary["headline"]),
        sentences=tuple(map(_sentence, summary["sentences"])),
        deals=tuple(_deal(deal, length) for deal in tree["deals"]),
        notes=tuple(map(_text, summary["notes"])),
        covered=tuple(map(_text, summary["covered"])),
        doubts=tuple(map(_text, tree["check"]["doubts"])),
    )


def _sentence(tree: Tree) -> DraftSentence:
    return DraftSentence(_text(tree["text"]), tuple(map(_text, tree["sources"])))


def _deal(tree: Tree, length: int) -> Deal:
    def figure(name: str) -> Figure | None:
        return _figure(tree[name], length) if tree.get(name) else None

    return Deal(
        parties=tuple(Party(_text(p["name"]), Role(p["role"]) if p["role"] else None) for p in tree["parties"]),
        kind=DealKind(tree["kind"]),
        item=_text(tree["item"]),
        status=DealStatus(tree["status"]),
        evidence=tuple(map(_text, tree["evidence"])),
        amount=figure("amount"),
        quantity=figure("quantity"),
        parts=tuple(DealPart(_figure(p["figure"], length), _text(p["item"])) for p in tree["parts"]),
        share=figure("share"),
        date=figure("date"),
        note=_text(tree["note"]),
    )


def _figure(tree: Tree, length: int) -> Figure:
    kind = Kind(tree["kind"])

    def value(given: Any) -> Decimal | str | None:
        if given is None:
            return None
        return str(given) if kind in _TEXTS else Decimal(given)

    start, end = int(tree["start"]), int(tree["end"])
    if not 0 <= start < end <= length:
        raise ValueError("a figure outside its article")
    return Figure(
        kind=kind,
        value=value(tree["value"]),
        surface=_text(tree["surface"]),
        span=Span(start, end),
        low=value(tree["low"]),
        high=value(tree["high"]),
        unit=_maybe(tree["unit"]),
        qualifier=Qualifier(tree["qualifier"]),
        noun=_maybe(tree["noun"]),
        id=_text(tree["id"]),
    )


def _provenance(tree: Tree) -> Provenance:
    usage, cost = tree["usage"], tree.get("cost_usd", tree.get("cost"))
    return Provenance(
        model=_maybe(tree["model"]),
        endpoint=_maybe(tree["endpoint"]),
        strategy=_maybe(tree["strategy"]),
        prompts={_text(name): _text(digest) for name, digest in tree["prompts"].items()},
        usage=Usage(
            int(usage["calls"]),
            int(usage["prompt_tokens"]),
            int(usage["completion_tokens"]),
            int(usage.get("cached", 0)),
        ),
        cost=None if cost is None else Decimal(cost),
        version=_text(tree["version"]),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("text expected")
    return value


def _maybe(value: Any) -> str | None:
    return None if value is None else _text(value)
