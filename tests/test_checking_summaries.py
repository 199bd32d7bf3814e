"""Whole summaries as an analyst writes them: none of a good one's figures is flagged, and its errors are.

`summaries.toml` holds articles, a summary of each, and what one error looks like in it. The errors that pass are named
there, exactly, so that a case that changes sides has to be moved.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from summarizer.checking import check

_FILE = Path(__file__).parent / "cases" / "checking" / "summaries.toml"
_ARTICLES: list[dict[str, Any]] = tomllib.loads(_FILE.read_text(encoding="utf-8"))["article"]


def _source(article: dict[str, Any]) -> str:
    """The article, a paragraph a line: the file is wrapped for its readers."""
    return re.sub(r"(?<=\S)\n(?=\S)", " ", article["source"].strip())


@pytest.mark.parametrize("article", _ARTICLES, ids=lambda article: article["name"])
def test_a_good_summary_is_left_alone(article: dict[str, Any]) -> None:
    found = check(_source(article), article["summary"].strip())
    assert [f.claim.surface for f in found.findings if f.flagged and f.claim] == []
    assert [n.surface for n in found.names if n.flagged] == []


@pytest.mark.parametrize("article", _ARTICLES, ids=lambda article: article["name"])
def test_one_error_in_a_summary_is_flagged_where_it_stands(article: dict[str, Any]) -> None:
    source, summary = _source(article), article["summary"].strip()
    missed = set()
    for was, now, _ in article["errors"]:
        assert summary.count(was) == 1
        start = summary.index(was)
        found = check(source, summary.replace(was, now)).findings
        spans = [f.claim.span for f in found if f.flagged and f.claim is not None]
        if not any(span.start < start + len(now) and start < span.end for span in spans):
            missed.add(now)
    assert missed == set(article["missed"])
