"""The whole way with the embedded model, for real: from a German text to a checked English summary and deal list.

Slow (a minute or two) and honest: no reply is canned. What is asked for is what must hold whatever the model writes:
no figure of the English that the German does not bear out passes unflagged, and the deals a reader took from the
article by hand are there.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import summarizer
from benchmarks.deals import load_gold, score, worth
from summarizer.data import Report, Verdict
from summarizer.inputs import read

pytestmark = pytest.mark.embedded

EXAMPLES = Path(__file__).parents[1] / "examples"

SHORT = """Die Stadtwerke Neuenfeld kaufen 24 Elektrobusse

Die Stadtwerke Neuenfeld haben beim Hersteller Auwald Fahrzeugbau 24 Elektrobusse bestellt. Der Auftrag hat einen
Wert von 13,2 Millionen Euro. Das Land übernimmt 40 Prozent der Kosten.
"""


def test_a_short_text_is_summarised_and_checked(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(SHORT, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "summarizer", "summarize", "article.txt", "--model", "embedded", "-o", "out.json"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert done.returncode in (0, 1), done.stderr
    report = json.loads((tmp_path / "out.json").read_text("utf-8"))
    assert report["provenance"]["endpoint"] == "embedded"
    assert report["summary"]["headline"]["text"]
    text = " ".join(sentence["text"] for sentence in report["summary"]["sentences"])
    assert "24" in text
    assert "13.2 million" in text
    assert all(sentence["sources"] for sentence in report["summary"]["sentences"])
    order = next(deal for deal in report["deals"] if deal["quantity"] and deal["quantity"]["value"] == "24")
    assert any("Auwald" in party["name"] for party in order["parties"])
    assert any("Neuenfeld" in party["name"] for party in order["parties"])


@pytest.fixture(scope="module")
def report() -> Report:
    return summarizer.summarize(read(str(EXAMPLES / "c5plus1" / "article.de.txt")))


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
