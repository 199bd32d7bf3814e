"""A shallow reading of a German sentence: clauses, noun groups with their preposition and article, who may be subject.

No parser: closed lists of articles, prepositions, conjunctions, adverbs and the verbs that matter for deals, and the
rule that German writes nouns with a capital. That is enough to tell "mit dem Hersteller John Deere" (a partner) from
"der Hersteller John Deere" (who acts), which a small model gets wrong as often as right. Offsets are of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from summarizer.data import Span
from summarizer.drafting.german_words import ARTICLES, CONJUNCTIONS, PREPOSITIONS, is_number_word, is_verb
from summarizer.drafting.noun_groups import Group, Token, noun_groups

__all__ = ["ARTICLES", "PREPOSITIONS", "Clause", "Group", "Token", "clauses", "is_number_word", "is_verb"]

_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*(?:[-–x]\d+|[A-Za-z]\w*)?\.?|[^\W\d_][\w+&’'.-]*(?<![.,'’-])|[,;:–—()„“”\"»«?!]|\S"
)
_SHORT = 6
_BREAKS = frozenset(",;:–—()?!")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence between two breaks, with its noun groups and its verbs."""

    span: Span
    tokens: tuple[Token, ...]
    groups: tuple[Group, ...]
    verbs: tuple[str, ...] = field(default=())

    def has_verb(self) -> bool:
        """Whether there is any verb that is known."""
        return bool(self.verbs)

    def groups_after(self, preposition: str | frozenset[str], start: int = 0) -> tuple[Group, ...]:
        """The groups under a preposition, with those joined to them."""
        wanted = frozenset({preposition}) if isinstance(preposition, str) else preposition
        found: list[Group] = []
        taking = False
        for group in self.groups:
            if group.span.start < start:
                continue
            taking = group.preposition in wanted if not group.joined else taking
            if taking and not group.genitive:
                found.append(group)
        return tuple(found)


def clauses(sentence: str, quantities: Sequence[Span] = ()) -> tuple[Clause, ...]:
    """The clauses of a German sentence in reading order.

    ``quantities`` are the spans of its figures, designations left out: a figure starts a noun group of its own.

    A comma ends a clause unless it only parts a list ("aus Kasachstan, Tadschikistan und Usbekistan"); "und" ends one
    where a new clause with its own verb follows.
    """
    tokens = [Token(m[0], Span(m.start(), m.end())) for m in _TOKEN.finditer(sentence)]
    stretches: list[list[Token]] = [[]]
    for at, token in enumerate(tokens):
        if token.text == ".":
            continue
        if token.text in _BREAKS and not (token.text == "," and _lists(tokens, at)):
            stretches.append([])
        else:
            stretches[-1].append(token)
    return tuple(
        _clause(stretch, quantities)
        for stretch in _closed(stretches)
        if any(t.text.isalnum() or t.is_noun for t in stretch)
    )


def _closed(stretches: list[list[Token]]) -> list[list[Token]]:
    """Clauses that an insertion without a verb broke in two, joined again: "am Donnerstag, dem 5. März, … bestellt"."""
    kept: list[list[Token]] = []
    at = 0
    while at < len(stretches):
        now = stretches[at]
        date = 1 < len(now) <= _SHORT and now[0].text in ("dem", "den") and now[1].text[:1].isdigit()
        if date and kept and at + 1 < len(stretches):
            gap = Token(",–", Span(now[-1].span.end, now[-1].span.end))
            kept[-1] = [*kept[-1], *now, gap, *stretches[at + 1]]
            at += 2
            continue
        kept.append(now)
        at += 1
    return kept


def _lists(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a comma stands between members of a list: nouns on both sides, an "und" to end it, no verb between."""
    if comma == 0 or not (tokens[comma - 1].is_noun or tokens[comma - 1].text[:1].isdigit()):
        return False
    for token in tokens[comma + 1 :]:
        if token.text in CONJUNCTIONS:
            return True
        if token.text == ",":
            continue
        if token.text in _BREAKS or is_verb(token.text) or token.text in ("die", "der", "das", "dass", "darunter"):
            return False
        if token.text in PREPOSITIONS:
            return False
    return False


def _clause(tokens: list[Token], quantities: Sequence[Span]) -> Clause:
    verbs = tuple(t.text for t in tokens if t.text[:1].islower() and is_verb(t.text))
    return Clause(
        Span(tokens[0].span.start, tokens[-1].span.end), tuple(tokens), tuple(noun_groups(tokens, quantities)), verbs
    )
