"""The HTML page as a file: whole, self-contained, fenced, every mark led to a place that is there."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.data import Article, Check, Figure, Report, Span
from summarizer.pipeline import read_figures, verify
from summarizer.reports import Format, draw, render
from summarizer.reports.blocks import Bullets, Fields, Heading, Paragraph, Run, Style, Table, line
from summarizer.reports.html.bars import bars_of
from summarizer.reports.html.marks import Mark, Marks, pair
from summarizer.reports.layout import checked
from tests import report_records as records

PAYLOADS = json.loads((Path(__file__).parent / "cases" / "reports" / "injection.json").read_text("utf-8"))
PAGES = {
    "summary": render(records.summary(), Format.HTML),
    "verification": render(records.verification(), Format.HTML),
    "clean": render(records.clean_verification(), Format.HTML),
    "nothing": render(verify("", ""), Format.HTML),
    "figures": render(records.reading(), Format.HTML),
}


class Page(HTMLParser):
    """What a page holds: elements with their attributes, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.own = {"style": "", "script": ""}
        self._in = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._in = tag

    def handle_endtag(self, tag: str) -> None:
        self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in in self.own:
            self.own[self._in] += data
        else:
            self.text += data

    def every(self, name: str) -> list[str]:
        """The values of an attribute."""
        return [value for _, attrs in self.elements if (value := attrs.get(name))]


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_to_a_place_in_the_page(name: str) -> None:
    page = Page(PAGES[name])
    ids = page.every("id")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in page.every("href")} <= set(ids)
    assert {partner for partners in page.every("data-partners") for partner in partners.split()} <= set(ids)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_holds_all_it_needs_and_names_by_hash_what_may_act(name: str) -> None:
    page = Page(PAGES[name])
    tags = [tag for tag, _ in page.elements]
    assert not {"img", "link", "iframe", "object", "base", "form"} & set(tags)
    assert (tags.count("script"), tags.count("style")) == (1, 1)
    assert page.every("src") == []
    policy = next(
        attrs["content"] for tag, attrs in page.elements if attrs.get("http-equiv") == "Content-Security-Policy"
    )
    for kind, text in page.own.items():
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in str(policy)
    assert str(policy).startswith("default-src 'none'; ")
    assert "unsafe" not in str(policy)
    assert "".join(page.own.values()).isascii()  # so that a terminal in another encoding can't change what is hashed
    assert "url(" not in page.own["style"]


def test_a_figure_is_marked_in_both_texts_and_told_by_word_as_well_as_colour() -> None:
    page = PAGES["summary"]
    assert re.search(
        r'<a href="#f1" class="figure contradicted flagged" id="c1" title="contradicted: value – source: '
        r'“bis zu 15” – The source has bis zu 15"[^>]*>up to 16</a>',
        page,
    )
    assert re.search(r'<a href="#c1" class="figure contradicted flagged" id="f1"[^>]*>bis zu 15</a>', page)
    assert re.search(r'<a href="#f1" class="figure derived" id="c3"[^>]*data-partners="f1 f2">19</a>', page)
    assert re.search(r'<a href="#row-f5" class="figure omitted" id="f5" title="left out"[^>]*>3. Mai</a>', page)
    assert re.search(
        r'<a href="#names" class="figure name flagged" id="n1" title="name not in the source: no such place', page
    )


def test_both_texts_are_there_whole_in_their_paragraphs() -> None:
    report = verify("Erster Satz mit 5 Haien.\n\nZweiter. Und 7 Wale.", "Five sharks.\n\n* and 7 whales, in all 12\n")
    text = " ".join(Page(render(report, Format.HTML)).text.split())
    assert "S1Erster Satz mit 5 Haien. S2Zweiter. S3Und 7 Wale." in text
    assert "and 7 whales, in all 12" in text


def test_a_figure_within_another_is_known_by_the_longer_ones_mark() -> None:
    outer, inner, after = Span(0, 10), Span(4, 6), Span(12, 14)
    marks = Marks(Mark(name, span, "supported", False, "") for name, span in (("b", inner), ("a", outer), ("c", after)))
    assert [mark.id for mark in marks] == ["a", "c"]
    assert (marks.standing("b"), marks.standing("x")) == ("a", "")
    text = "0123456789ab12"
    assert [piece if isinstance(piece, str) else piece[1] for piece in marks.pieces(text, Span(0, 14))] == [
        "0123456789", "ab", "12",
    ]  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=8), st.integers(0, 40), st.integers(0, 40))
def test_marking_leaves_the_text_as_it_is(spans: list[tuple[int, int]], start: int, end: int) -> None:
    text = "".join(chr(0x100 + number) for number in range(40))
    marks = Marks(Mark(f"m{n}", Span(min(s), max(s)), "", False, "") for n, s in enumerate(spans))
    pieces = marks.pieces(text, Span(min(start, end), max(start, end)))
    assert (
        "".join(each if isinstance(each, str) else each[1] for each in pieces)
        == text[min(start, end) : max(start, end)]
    )


def test_figures_that_overlap_in_both_texts_leave_every_id_single() -> None:
    inner = replace(
        records.FINDINGS[1], claim=replace(_claim(0), span=Span(_claim(0).span.start + 3, _claim(0).span.end))
    )
    twice = (records.OMITTED[0], records.OMITTED[0])
    page = Page(render(records.verification(check=Check((records.FINDINGS[0], inner), twice)), Format.HTML))
    ids = page.every("id")
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in page.every("href")} <= set(ids)


def _claim(number: int) -> Figure:
    claim = records.FINDINGS[number].claim
    assert claim is not None
    return claim


def test_claims_of_deals_have_ids_of_their_own() -> None:
    report = records.summary(deal_checks=(Check(records.FINDINGS[1:2]), Check(())))
    pairs = pair(report, checked(report))
    assert [mark.id for mark in pairs.texts[1]] == ["d1c1"]
    assert next(mark for mark in pairs.source if mark.id == "f2").partners == ("c2", "c3", "d1c1")


@pytest.mark.parametrize("case", PAYLOADS, ids=lambda case: case["why"])
def test_words_of_others_are_text_wherever_they_stand(case: dict[str, str]) -> None:
    words = case["words"]
    report = verify(Article(f"{words} kauft 5 Schiffe.", title=words, origin=words), f"{words} buys 6 ships.")
    pages = (render(report, Format.HTML), render(read_figures(report.article), Format.HTML))
    harmless = verify(Article("xx kauft 5 Schiffe.", title="xx", origin="xx"), "xx buys 6 ships.")
    known = {tag for tag, _ in Page(render(harmless, Format.HTML)).elements} | {"ul", "li", "dd", "dt", "dl", "p", "h3"}
    for text in pages:
        page = Page(text)
        assert {tag for tag, _ in page.elements} <= known
        assert not [name for _, attrs in page.elements for name in attrs if name.startswith("on") or name == "style"]
        assert case["shown"] in page.text or "&" not in case["shown"]


def test_a_document_of_blocks_is_a_page() -> None:
    document = (
        Heading(line("Title & more"), 1),
        Paragraph(line("Said. ", Run("[1]", Style.REFERENCE, "#one"), Run("[2]", Style.REFERENCE, "#none"))),
        Fields((("Model", line("small-1b")),)),
        Table(("No.", "Amount"), ((line("1"), line("nine")),), frozenset({0}), keys=(("", "9"),)),
        Bullets((line("One"), line(Run("page", link="https://example.org/a?b=1&c=2"))), anchors=("one", "two")),
        Paragraph(line(Run("x", link="javascript:alert(1)"))),
    )
    shown = draw(document, Format.HTML).decode()
    page = Page(shown)
    assert "<title>Title &amp; more</title>" in shown
    assert page.every("href") == ["#at-one", "https://example.org/a?b=1&c=2"]
    assert page.every("rel") == ["noopener noreferrer"]
    assert '<td role="cell" data-title="Amount" data-sort="9">nine</td>' in shown
    assert "javascript" not in shown.split("<script>")[0]


@pytest.mark.parametrize(
    ("english", "shares"),
    [
        ("The yard builds 15 ships for 40 million euros.", {"carried": 2}),
        ("The yard builds 16 ships for 40 million euros.", {"carried": 1, "differs": 1}),
        ("The yard builds 16 ships.", {"differs": 1, "omitted": 1}),
        ("The yard builds 15 ships.", {"carried": 1, "omitted": 1}),
    ],
)
def test_only_what_something_accepted_rests_on_is_carried_over(english: str, shares: dict[str, int]) -> None:
    german = "Die Werft baut 15 Schiffe für 40 Millionen Euro."
    report = verify(Article(text=german), english)
    of_german = [bar for bar in bars_of(checked(report)) if bar.label.endswith("of the German")]
    assert [{share.name: share.count for share in bar.shares} for bar in of_german] == [shares]
    assert of_german[0].label == "2 figures of the German"


def test_shares_in_words_have_no_dot_after_the_last() -> None:
    report = verify(Article(text="Die Werft baut 15 Schiffe."), "The yard builds 15 ships.")
    said = re.findall(r'<p class="said">(.*?)</p>', render(report, Format.HTML))
    assert len(said) == 2
    assert not any(each.rstrip().endswith("·") for each in said)


def test_a_report_without_figures_says_so() -> None:
    assert "the English text holds no figures" in PAGES["nothing"]
    empty: Report = replace(records.clean_verification(), target="", target_sentences=(), check=Check(()))
    assert 'class="figure' in render(empty, Format.HTML)
