"""The project's own article with the embedded model, for real: a checked English summary and deal list.

Slow (a minute or two): no reply is canned. What is asked for is what must hold whatever the model writes:
no figure of the English that the German does not bear out passes unflagged, and the deals a reader took from the
article by hand are there.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import summarizer
from benchmarks.deals import load_gold, score, worth
from summarizer.data import Report
from summarizer.inputs import read
from summarizer.llm import Settings

pytestmark = pytest.mark.embedded
pytest.importorskip("xllamacpp")

EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture(scope="module")
def report() -> Report:
    return summarizer.summarize(
        read(str(EXAMPLES / "c5plus1" / "article.de.txt")), settings=Settings.from_environment(model="embedded")
    )


def test_every_figure_stands_in_the_sentences_its_own_cites_or_is_flagged(report: Report) -> None:
    """What a reader found in the German by hand decides, not what the program read there."""
    gold = load_gold(EXAMPLES / "c5plus1")["figures"]
    text = report.article.text
    stands = {
        sentence.id: {worth(figure["value"]) for figure in gold if figure["in"] in sentence.span.of(text)}
        for sentence in report.sentences
    }
    claims = [
        (finding.claim.value, sources)
        for finding in report.check.findings
        if finding.claim and not finding.flagged
        for sources in [c.sentences for c in report.citations if c.span.overlaps(finding.claim.span)][:1]
    ]
    claims += [
        (finding.claim.value, deal.evidence)
        for deal, check in zip(report.draft.deals if report.draft else (), report.deal_checks, strict=True)
        for finding in check.findings
        if finding.claim and not finding.flagged
    ]
    assert len(claims) > 20
    for value, sources in claims:
        assert worth(value) in set().union(*(stands[source] for source in sources)), (value, sources)


def test_the_deals_of_the_article_are_there(report: Report) -> None:
    assert report.draft
    result = score(load_gold(EXAMPLES / "c5plus1"), report.draft.deals)
    assert len(result.whole) >= 8, result
    assert not any("2026" in item for item in result.invented)
