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
from summarizer.data import Report, Verdict
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


def test_no_wrong_figure_of_the_article_goes_unflagged(report: Report) -> None:
    """Every figure of the English that is not flagged is one of those a reader took from the German by hand."""
    gold = {worth(figure["value"]) for figure in load_gold(EXAMPLES / "c5plus1")["figures"]}
    findings = [finding for check in (report.check, *report.deal_checks) for finding in check.findings]
    assert len(findings) > 20
    for finding in findings:
        if not finding.flagged and finding.verdict is Verdict.SUPPORTED:
            assert finding.claim
            assert worth(finding.claim.value) in gold, finding


def test_the_deals_of_the_article_are_there(report: Report) -> None:
    assert report.draft
    result = score(load_gold(EXAMPLES / "c5plus1"), report.draft.deals)
    assert len(result.whole) >= 8, result
    assert not any("2026" in item for item in result.invented)
