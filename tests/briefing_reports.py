"""Reports for the briefing tests: German and English written by hand, read and checked by the real rooms."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer import pipeline
from summarizer.data import Article, Deal, Draft, DraftSentence, Provenance, Report, Usage
from summarizer.sentences import split

WRITER = Provenance(
    model="test-model",
    endpoint="http://127.0.0.1:1/v1",
    strategy="whole",
    prompts={"summarise_article": "0123456789ab"},
    usage=Usage(1, 1000, 200),
    version="0",
)


def report(
    german: str,
    *english: str,
    deals: Sequence[Deal] = (),
    headline: str = "",
    doubts: tuple[str, ...] = (),
    **known: str,
) -> Report:
    """A report of an article: its sentences in order, each the English of the German one; ``known`` of the article.

    An English sentence may be empty: then the German one is left out of the summary.
    """
    article = Article(german, **{"origin": "article.txt", "language": "de", **known})  # type: ignore[arg-type]
    ids = [sentence.id for sentence in split(german)]
    told = tuple(DraftSentence(text, (name,)) for text, name in zip(english, ids, strict=False) if text)
    first = DraftSentence(headline, (ids[0],)) if headline else told[0] if told else DraftSentence("No summary", ())
    draft = Draft(first, told, tuple(deals), (), tuple(ids), doubts)
    return pipeline.recheck(article, draft, WRITER)
