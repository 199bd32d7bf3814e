"""Puts into a German sentence what is already known in English: terms of the glossary, figures as they must appear.

A small model that is given a term list drops parts of the sentence to please the list; given the sentence with the
English words already in their places, it fills in the rest and keeps them (in our trials half the faults). Figures are
rendered from their values, so that the model copies a figure and never converts one.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from summarizer.data import Figure, Kind, Qualifier, Span
from summarizer.drafting.terms import Occurrence, TermKind
from summarizer.figures import english

_BEFORE = re.compile(
    r"(?i)\b(?:bis zu|maximal|höchstens|mindestens|wenigstens|rund|etwa|circa|ca\.|ungefähr|knapp|fast|nahezu|beinahe"
    r"|gut|mehr als|über|weniger als|unter|weitere[nrs]?|zusätzliche[nrs]?|insgesamt rund)\s+$"
)
_AFTER = re.compile(r"(?i)^\s+(?:weitere[nrs]?|zusätzliche[nrs]?)\b")
_UNPINNED = frozenset({Kind.ORDINAL, Kind.DESIGNATION, Kind.VAGUE, Kind.TIME})
_EVERY = {2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 10: "tenth"}
PLAIN = frozenset({TermKind.NOUN, TermKind.PHRASE, TermKind.PLURAL})
"""Terms that are words like others, and may be told beside the sentence instead of put into it."""
_LOOK_BACK = 20
_TIES = {"aus": "from", "und": "and"}
_AT = {"am": "on", "im": "in", "seit": "since", "ab": "from"}
_LEADS = {
    Kind.YEAR: re.compile(r"\b(?P<at>[Ii]m Jahre?|[Ss]eit(?: dem Jahr)?|[Aa]b(?: dem Jahr)?) $"),
    Kind.DATE: re.compile(r"\b(?P<at>[Aa]m|[Ii]m) $"),
}


@dataclass(frozen=True, slots=True)
class Pinned:
    """A German sentence with its known parts in English."""

    text: str
    terms: tuple[Occurrence, ...]
    """Of the German sentence."""
    figures: tuple[Figure, ...]
    """That stand in it; spans point into the article."""
    must: tuple[str, ...]
    """English words for its figures, as a translation has to show them."""


def pin(
    sentence: str,
    offset: int,
    terms: Sequence[Occurrence],
    figures: Sequence[Figure],
    *,
    nouns: bool = True,
    meant: tuple[Span, str] | None = None,
) -> Pinned:
    """``sentence`` (which starts at ``offset`` in its article) with ``terms`` and ``figures`` in English.

    Without ``nouns``, only figures, names, places and bodies are put in: for a model that stumbled over the rest.
    ``meant`` is a pronoun and what it stands for.
    """
    parts: list[tuple[Span, str]] = [meant] if meant else []
    must: list[str] = []
    for figure in figures:
        if figure.kind in _UNPINNED or figure.surface.lower().startswith("beid"):
            continue
        span, words = _figure(sentence, Span(figure.span.start - offset, figure.span.end - offset), figure)
        parts.append((span, words))
        must.append(words)
    for term in terms:
        if any(term.span.overlaps(span) for span, _ in parts):
            continue
        if nouns or term.term.kind not in PLAIN:
            parts.append((term.span, _cased(term.english, sentence, term.span)))
    parts += _ties(
        sentence, [t for t in terms if not any(t.span.overlaps(span) for span, _ in parts if span != t.span)]
    )
    text = sentence
    for span, words in sorted(parts, reverse=True):
        text = text[: span.start] + words + text[span.end :]
    return Pinned(text, tuple(terms), tuple(figures), tuple(dict.fromkeys(must)))


def _ties(sentence: str, terms: Sequence[Occurrence]) -> list[tuple[Span, str]]:
    """ "aus" between what is said and where it is from, "und" between countries: else the origin goes astray."""
    found: list[tuple[Span, str]] = []
    for before, after in itertools.pairwise(terms):
        gap = Span(before.span.end, after.span.start)
        word = gap.of(sentence).strip()
        genitive = after.term.kind is TermKind.ADJECTIVE and after.span.of(sentence).endswith("er")
        if not word and genitive and before.term.kind is TermKind.NOUN:
            found.append((gap, " of "))
            continue
        if after.term.kind is not TermKind.COUNTRY or word not in _TIES:
            continue
        if word == "und" and before.term.kind is not TermKind.COUNTRY:
            continue
        start = gap.start + gap.of(sentence).index(word)
        found.append((Span(start, start + len(word)), _TIES[word]))
    return found


def _figure(sentence: str, span: Span, figure: Figure) -> tuple[Span, str]:
    """Where a figure with its hedge stands, and how both are written in English."""
    if figure.surface.lower().startswith("jede") and isinstance(figure.value, Decimal) and figure.value:
        ordinal = _EVERY.get(round(1 / figure.value))  # "jede dritte Schule" counts schools, it is no third of one
        return span, f"every {ordinal}" if ordinal else english(figure)
    plain = english(replace(figure, qualifier=Qualifier.EXACT))
    lead = _LEADS.get(figure.kind)
    led = lead.search(sentence[: span.start]) if lead else None
    if led:
        where = _AT[led["at"].lower().split()[0]]
        return Span(led.start("at"), span.end), f"{where} {plain}"
    if figure.qualifier is Qualifier.EXACT:
        return span, plain
    before = _BEFORE.search(sentence[max(0, span.start - _LOOK_BACK) : span.start])
    after = _AFTER.match(sentence[span.end :])
    if before:
        width = len(before[0])
        return Span(span.start - width, span.end), english(figure)
    if after:
        return Span(span.start, span.end + after.end()), english(figure)
    return span, plain


def _cased(words: str, sentence: str, span: Span) -> str:
    return words[:1].upper() + words[1:] if not sentence[: span.start].strip(" „“\"»'") else words
