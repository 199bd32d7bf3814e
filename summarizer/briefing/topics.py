"""Which field a sentence belongs to: the themes of a briefing that no model has ordered.

Word parts of ``topics.toml`` point to fields ("Windpark" to energy). A sentence says little by itself, so the rest of
its paragraph, its heading and its article count too, each less than the one before. Sentences that tell one event get
one field, whichever article they are from. A field with one weak statement of an article is given up for the field
that the article is mostly about.

To extend: a word part, or a table, in ``topics.toml``; cases in ``tests/cases/briefing/topics.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from summarizer.data import Report, Sentence

_FILE = Path(__file__).with_name("topics.toml")
OTHER = "Other developments"
_OWN, _PARAGRAPH, _HEADING, _ARTICLE = 4.0, 0.6, 1.0, 0.25


@dataclass(frozen=True, slots=True)
class Topic:
    """A field."""

    title: str
    parts: re.Pattern[str]

    def hits(self, german: str) -> int:
        """How many words of ``german`` point to it."""
        return len({match[0].lower() for match in self.parts.finditer(german)})


@cache
def topics() -> tuple[Topic, ...]:
    """All fields, in the order of the file."""
    tables = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(Topic(table["title"], _pattern(table["parts"])) for table in tables.values())


def scores(german: str) -> Counter[str]:
    """Points of each field for a stretch of German, by title."""
    return Counter({topic.title: found for topic in topics() if (found := topic.hits(german))})


class Fields:
    """The fields of one article's sentences."""

    def __init__(self, report: Report) -> None:
        self._text = report.article.text
        self._by_id = {sentence.id: sentence for sentence in report.sentences}
        self._own = {s.id: scores(s.span.of(self._text)) for s in report.sentences}
        self._article: Counter[str] = sum(self._own.values(), Counter())
        self._paragraphs: dict[int, Counter[str]] = {}
        for sentence in report.sentences:
            self._paragraphs.setdefault(sentence.paragraph, Counter()).update(self._own[sentence.id])

    def of(self, sentences: Sequence[str]) -> Counter[str]:
        """Points of each field for the sentences named, with what stands around them."""
        points: Counter[str] = Counter()
        for name in sentences:
            sentence = self._by_id.get(name)
            if sentence is not None:
                points.update(self._around(sentence))
        return points

    def _around(self, sentence: Sentence) -> Counter[str]:
        parts = (
            (self._own[sentence.id], _OWN),
            (self._paragraphs[sentence.paragraph], _PARAGRAPH),
            (self._paragraphs.get(sentence.paragraph - 1, Counter()), _HEADING if self._headed(sentence) else 0.0),
            (self._article, _ARTICLE),
        )
        points: Counter[str] = Counter()
        for counted, weight in parts:
            for title, number in counted.items():
                points[title] += weight * number  # type: ignore[assignment]
        return points

    def _headed(self, sentence: Sentence) -> bool:
        before = [s for s in self._by_id.values() if s.paragraph == sentence.paragraph - 1]
        return len(before) == 1 and not before[0].span.of(self._text).rstrip().endswith((".", "!", "?"))


def best(points: Mapping[str, float]) -> str:
    """The field with the most points; the first of the file among equals, `OTHER` where there are none."""
    titles = [topic.title for topic in topics()]
    known = [title for title in titles if points.get(title, 0) > 0]
    return max(known, key=lambda title: (points[title], -titles.index(title)), default=OTHER)


def _pattern(parts: Sequence[str]) -> re.Pattern[str]:
    whole = [re.escape(part[1:]) for part in parts if part.startswith("=")]
    inside = [re.escape(part) for part in parts if not part.startswith("=")]
    return re.compile(rf"\b(?:{'|'.join(whole) or '(?!)'})\b|\b\w*(?:{'|'.join(inside) or '(?!)'})\w*", re.IGNORECASE)
