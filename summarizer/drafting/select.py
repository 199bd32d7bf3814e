"""Which sentences of an article carry its story: the summary of the sentence strategy is made of their translations.

Points by rule: the lead, figures, words of deals, a heading just before; less for quotations and for sentences that
lean on the one before them. Headings and the lines around an article ("Related Post") never count.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from summarizer.data import Figure, Kind, Sentence

_END = re.compile(r"[.!?…][\"'“”»«’)\]]*$")
_STORY = re.compile(
    r"(?i)(abkommen|vereinbar|vertrag|verträge|absichtserkl|memorandum|kauf|erwerb|erwirb|bestell|auftrag|aufträge|"
    r"joint venture|partnerschaft|gemeinschaftsunternehmen|investi|übern[ai]hm|übernehm|beitre?t|beitritt|kredit|"
    r"darlehen|lizenz|unterzeich|liefer|beschloss|beschließ|kündig|verkünd|förder|genehmig|gründe|baut|bauen)"
)
_LEANING = re.compile(
    r"(?:Er|Sie|Es|Dies|Das|Dabei|Damit|Dafür|Dagegen|Dazu|Davon|Diese[rsnm]?|Gemeinsam|Ihr[er]?|Sein[e]?|Demnach"
    r"|Zudem sollen sie|Details)\b"
)
_PRONOUN = re.compile(r"\b(?:sie|er|ihn|ihm|ihnen)\b")
_QUOTE = re.compile(r"^[„“»\"]")
_WANTED = 4.0
"""More than figures alone can give: what the deal list rests on comes first."""
_NO_QUANTITY = frozenset({Kind.DESIGNATION, Kind.YEAR, Kind.DATE, Kind.ORDINAL, Kind.TIME})
_CLOSING = re.compile(
    r"(?i)^(?:dieser (?:artikel|beitrag|text) (?:entstand|erschien|wurde)|mehr zum thema|lesen sie|related|quelle[n]?:"
    r"|foto:|bild:|newsletter|anzeige\b|abonnieren|teilen\b)"
)


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence and how much of the story it carries."""

    sentence: Sentence
    score: float


def is_prose(text: str) -> bool:
    """Whether a segment is a sentence of the article: not a heading, a credit or a link."""
    return bool(_END.search(text)) and len(text.split()) > 2 and not _CLOSING.match(text)


def is_heading(text: str) -> bool:
    """Whether a segment reads as a heading: some words, no full stop at the end."""
    return not _END.search(text) and 2 < len(text.split()) < 20 and not _CLOSING.match(text)


def choose(
    text: str, sentences: Sequence[Sentence], figures: Sequence[Figure], limit: int, wanted: Collection[str] = ()
) -> tuple[Sentence, ...]:
    """The ``limit`` sentences that carry most, in reading order; ``wanted`` ids get an advantage."""
    inside, wanted = by_sentence(sentences, figures), frozenset(wanted)
    scored = [Scored(s, _score(text, s, inside[s.id], s.id in wanted)) for s in sentences if is_prose(s.span.of(text))]
    if not scored:  # a list of lines without stops is still an article
        scored = [Scored(s, float(-i)) for i, s in enumerate(sentences)]
    first = scored[0].sentence
    ranked = sorted(scored, key=lambda s: (s.sentence is not first, -s.score, s.sentence.number))
    chosen: dict[str, Sentence] = {}
    by_number = {s.sentence.number: s.sentence for s in scored}
    for candidate in ranked:
        if len(chosen) >= limit:
            break
        chosen[candidate.sentence.id] = candidate.sentence
        before = by_number.get(candidate.sentence.number - 1)
        leans = _LEANING.match(candidate.sentence.span.of(text))
        if leans and before and before.paragraph == candidate.sentence.paragraph and len(chosen) < limit:
            chosen.setdefault(before.id, before)
    return tuple(sorted(chosen.values(), key=lambda s: s.number))


def leans_on_the_one_before(text: str) -> bool:
    """Whether a sentence can't be understood without the one before it."""
    return bool(_LEANING.match(text) or _PRONOUN.search(text))


def by_sentence(sentences: Sequence[Sentence], figures: Sequence[Figure]) -> dict[str, tuple[Figure, ...]]:
    """The figures that stand in each sentence, by its id; both come in reading order, so one pass will do."""
    starts = [figure.span.start for figure in figures]
    return {
        s.id: tuple(figures[bisect_left(starts, s.span.start) : bisect_left(starts, s.span.end)]) for s in sentences
    }


def _score(text: str, sentence: Sentence, inside: Sequence[Figure], wanted: bool) -> float:
    words = sentence.span.of(text)
    quantities = sum(f.kind not in _NO_QUANTITY for f in inside)
    score = 1.5 * min(quantities, 3) + 0.5 * min(len(inside) - quantities, 2)
    score += min(2.0, len(_STORY.findall(words)))
    score += _WANTED if wanted else 0.0
    score -= 2.0 if _QUOTE.match(words) else 0.0
    score -= 0.5 if _LEANING.match(words) else 0.0
    return score - sentence.span.start / max(1, len(text))
