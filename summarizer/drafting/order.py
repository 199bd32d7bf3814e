"""Puts the subject of a German sentence first, where a prepositional group stands there: "An X beteiligt sich Y".

English has no such order, and a small model reads whatever stands first as the one who acts: the roles of a deal come
out swapped, and no check of figures sees it. Only sentences of one clause are turned round, and only where the subject
is a party that can be told for sure.
"""

from __future__ import annotations

from summarizer.data import Span
from summarizer.drafting.deal_source import Source
from summarizer.drafting.grammar import ARTICLES, Clause, Group, is_verb
from summarizer.drafting.parties import candidate

_FRONTED = frozenset({"an", "am", "mit", "bei", "beim", "von", "vom", "zwischen"})


def subject_first(source: Source) -> str | None:
    """The sentence with its subject first; None where it is so already, or where nothing is sure."""
    clauses = source.clauses()
    if len(clauses) != 1 or not source.text.endswith("."):
        return None
    clause = clauses[0]
    front = clause.groups[0] if clause.groups else None
    verb = next((t for t in clause.tokens if not t.is_noun and is_verb(t.text)), None)
    if front is None or verb is None or front.preposition not in _FRONTED or front.span.start > verb.span.start:
        return None
    if source.text[: front.span.start].strip().lower().split()[:1] != [front.preposition]:
        return None
    subject = _subject(source, clause, verb.span.end)
    if subject is None:
        return None
    text = source.text.rstrip(".")
    fronted = text[: verb.span.start].strip()
    between, tail = text[verb.span.end : subject.start].strip(), text[subject.end :].strip()
    who = subject.of(text)
    closing = tail.split()[-1] if tail and tail.split()[-1].islower() else ""
    tail = tail[: len(tail) - len(closing)].strip() if closing else tail
    itself = "sich" if between.split()[:1] == ["sich"] else ""
    between = between.removeprefix("sich").strip() if itself else between
    fronted = fronted[:1].lower() + fronted[1:]
    parts = [who[:1].upper() + who[1:], verb.text, itself, fronted, between, tail, closing]
    return " ".join(part for part in parts if part) + "."


def _subject(source: Source, clause: Clause, start: int) -> Span | None:
    for group in clause.groups:
        if group.span.start < start or not group.may_be_subject:
            continue
        who = candidate(group, clause, source.setting)
        if who is None or who.is_person:
            return None
        return Span(_with_article(source, clause, group), group.span.end)
    return None


def _with_article(source: Source, clause: Clause, group: Group) -> int:
    for token in clause.tokens:
        gap = source.text[token.span.end : group.span.start]
        if token.span.end <= group.span.start and not gap.strip() and token.text.lower() in ARTICLES:
            return token.span.start
    return group.span.start
