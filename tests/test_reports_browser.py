"""The HTML report in a real browser: by mouse, by keyboard, on paper, on a phone, for a screen reader, under attack."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from pdfminer.high_level import extract_pages, extract_text
from playwright.sync_api import Browser, Page, expect

from summarizer.data import Article, Check, Provenance, Report, Span
from summarizer.pipeline import read_figures, verify
from summarizer.reports import Format, draw, encode
from summarizer.reports.layout import Medium, document
from tests import browser
from tests import report_records as records

pytestmark = browser.needed
expect.set_options(timeout=60_000)  # a machine may be busy; what holds is seen at once

GERMAN = (
    "Die Reederei Nordsee kauft 15 Fähren und vier Schlepper.\n\nDer Auftrag ist rund 1,08 Milliarden Euro wert. "
    "Der Umsatz stieg 2024 um 12 Prozent."
)
ENGLISH = (
    "Nordsee buys 16 ferries and four tugs.\n\nThe order is worth about 1.08 million euros; sales rose by 12 percent."
)
PAGES = {
    "summary": encode(records.summary(), Format.HTML),
    "verification": encode(verify(GERMAN, ENGLISH), Format.HTML),
    "figures": encode(read_figures(Article(GERMAN, origin="de.txt")), Format.HTML),
    "document": draw(document(records.summary(), Medium.SHEET), Format.HTML),
}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser.running() as running:
        yield running


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    for name, data in PAGES.items():
        (folder / f"{name}.html").write_bytes(data)
    return {name: folder / f"{name}.html" for name in PAGES}


@pytest.fixture
def opened(chromium: Browser, files: dict[str, Path]) -> Iterator[Any]:
    """Opens one of `PAGES`; a page that asked for anything, or had an error, fails the test that opened it."""
    watched: list[browser.Watched] = []

    def open_page(name: str, **options: Any) -> Page:
        watched.append(browser.Watched(chromium, **options))
        return watched[-1].open(files[name])

    yield open_page
    for each in watched:
        each.close()
        assert each.did == []


def lit(page: Page) -> set[str]:
    return set(page.eval_on_selector_all(".lit", "all => all.map(each => each.id)"))


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def test_pointing_at_a_figure_lights_what_it_was_checked_against(opened: Any) -> None:
    page = opened("summary")
    page.hover("#c1")
    assert lit(page) == {"c1", "f1"}
    page.hover("#c3")
    assert lit(page) == {"c3", "f1", "f2"}  # derived from two
    page.hover("#f3")
    assert lit(page) == {"f3", "c4"}
    page.hover("h1")
    assert lit(page) == set()


def test_a_click_leads_to_the_partner_and_back(opened: Any) -> None:
    page = opened("summary", viewport={"width": 900, "height": 300})
    page.click("#c4")
    assert focused(page) == "f3"
    assert lit(page) == {"f3", "c4"}
    expect(page.locator("#f3")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert focused(page) == "c4"


def test_a_flagged_figure_is_listed_with_a_way_to_its_place(opened: Any) -> None:
    page = opened("summary", viewport={"width": 900, "height": 300})
    first = page.locator(".entries > li").first
    expect(first).to_contain_text("up to 16 contradicted: value")
    expect(first).to_contain_text("Die Reederei Nordsee kauft bis zu 15 Fähren")
    first.get_by_role("link", name="Show in the text").click()
    expect(page.locator("#c1")).to_be_in_viewport()
    assert focused(page) == "c1"


def test_everything_can_be_reached_and_done_by_keyboard(opened: Any) -> None:
    page = opened("summary")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to what is flagged")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to what is flagged")).to_be_in_viewport()
    seen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        seen.append(focused(page))
    assert [name for name in seen if re.fullmatch(r"c\d+|n\d+", name)] == ["c1", "c2", "c3", "c4", "n1", "c5"]
    assert {"theme", "print", "f1", "f2", "f3", "f5"} <= set(seen)
    page.focus("#c1")
    assert lit(page) == {"c1", "f1"}
    for key, at in (("ArrowRight", "c2"), ("ArrowDown", "c3"), ("ArrowLeft", "c2"), ("End", "c5"), ("Home", "c1")):
        page.keyboard.press(key)
        assert focused(page) == at
        assert at in lit(page)
    page.keyboard.press("ArrowLeft")
    assert focused(page) == "c1"  # there is none before it
    page.keyboard.press("Enter")
    assert focused(page) == "f1"
    page.keyboard.press("Escape")
    assert lit(page) == set()


def test_figures_are_filtered_by_verdict(opened: Any) -> None:
    page = opened("summary")
    status = page.get_by_role("status")
    expect(status).to_have_text("7 of 7 figures of both texts shown")
    page.get_by_role("checkbox", name="contradicted").uncheck()
    expect(status).to_have_text("6 of 7 figures of both texts shown")
    expect(page.locator("#row-c1")).to_be_hidden()
    assert "off" in str(page.get_attribute("#c1", "class"))
    assert page.evaluate("getComputedStyle(document.getElementById('c1')).textDecorationLine") == "none"
    page.get_by_role("checkbox", name="contradicted").focus()
    page.keyboard.press("Space")
    expect(page.locator("#row-c1")).to_be_visible()


def test_the_deal_table_sorts_by_value_and_not_by_text(opened: Any, chromium: Browser, tmp_path: Path) -> None:
    deal = records.DEALS[0]
    assert deal.amount is not None
    deals = [replace(deal, amount=replace(deal.amount, value=Decimal(value))) for value in (9, 10, 1_080_000_000)]
    deals.append(replace(deal, amount=None, item="nothing"))
    draft = records.summary().draft
    assert draft is not None
    told = records.summary(draft=replace(draft, deals=tuple(deals[i] for i in (1, 3, 0, 2))), deal_checks=())
    (tmp_path / "deals.html").write_bytes(encode(told, Format.HTML))
    watched = browser.Watched(chromium)
    page = watched.open(tmp_path / "deals.html")
    table = page.get_by_role("table", name="Deals")

    def order() -> list[str]:
        return table.locator("tbody td:first-child").all_inner_texts()

    assert order() == ["1", "2", "3", "4"]
    head = table.get_by_role("columnheader", name="Amount")
    head.get_by_role("button").click()
    assert order() == ["3", "1", "4", "2"]  # 9, 10, a billion, and the one without an amount
    expect(head).to_have_attribute("aria-sort", "ascending")
    head.get_by_role("button").press("Enter")
    assert order() == ["4", "1", "3", "2"]
    expect(head).to_have_attribute("aria-sort", "descending")
    watched.close()
    assert watched.did == []


def test_without_a_script_it_reads_and_leads_all_the_same(opened: Any) -> None:
    page = opened("summary", java_script_enabled=False)
    expect(page.locator("#theme")).to_be_hidden()
    expect(page.locator(".filter")).to_be_hidden()
    expect(page.locator("#c1")).to_be_visible()
    page.click("#c4")
    assert page.url.endswith("#f3")
    for said in ("Deals", "Every figure", "How this came about", "small-1b"):
        expect(page.get_by_text(said).first).to_be_visible()


def test_the_theme_follows_the_system_until_it_is_chosen(opened: Any) -> None:
    page = opened("summary", color_scheme="dark")
    paper = "getComputedStyle(document.querySelector('main')).backgroundColor"
    dark = page.evaluate(paper)
    assert page.get_by_role("button", name="Light theme").is_visible()
    page.click("#theme")
    light = page.evaluate(paper)
    assert (dark, light) == ("rgb(23, 28, 34)", "rgb(255, 255, 255)")
    page.reload()
    assert page.evaluate(paper) == light


@pytest.mark.parametrize("name", PAGES)
def test_it_reads_at_360_pixels_without_scrolling_sideways(opened: Any, name: str) -> None:
    page = opened(name, viewport={"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    wide = """all => all.filter(each => each.getBoundingClientRect().right > 361 && each.offsetParent)
        .map(each => each.outerHTML)"""
    assert page.eval_on_selector_all("main *", wide) == []
    if name == "summary":
        titled = "all => all.map(each => getComputedStyle(each, '::before').content)"
        assert page.eval_on_selector_all("td[data-title=Status]", titled) == ['"Status: "'] * 2


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_to_object_to(opened: Any, name: str) -> None:
    page = opened(name, viewport={"width": 1200, "height": 900})
    for width, scheme in ((1200, "light"), (1200, "dark"), (360, "light")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page)
        assert found.response["violations"] == [], (width, scheme, found.generate_report())


def test_axe_would_find_something(chromium: Browser, tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text("<!doctype html><title>x</title><p style='color:#ccc'>pale</p>", "utf-8")
    watched = browser.Watched(chromium)
    assert Axe().run(watched.open(tmp_path / "bad.html")).response["violations"]
    watched.close()


def test_it_prints_on_a4_with_nothing_cut(opened: Any, tmp_path: Path) -> None:
    page = opened("summary", color_scheme="dark")
    page.pdf(path=tmp_path / "report.pdf", prefer_css_page_size=True)
    sheets = list(extract_pages(tmp_path / "report.pdf"))
    assert len(sheets) == 2
    assert all((round(sheet.width), round(sheet.height)) == (595, 842) for sheet in sheets)
    for sheet in sheets:
        for part in sheet:
            assert part.x0 >= 20
            assert part.x1 <= 575
    text = " ".join(extract_text(tmp_path / "report.pdf").split())
    for said in (
        "Nordsee orders ferries", "2 of 5 figures are not borne out", "The source has bis zu 15.", "agreement signed",
        "Im Vorjahr waren es", "unterschrieben beide Seiten.", "translate_sentence 0123abcd", "1,234 + 321 tokens",
    ):  # fmt: skip
        assert said in text
    for control in ("Print", "Show figures of both texts:", "Show in the text", "Skip to"):
        assert control not in text


def test_a_long_article_prints_whole(chromium: Browser, tmp_path: Path) -> None:
    paragraphs = [
        f"Im Ort {name} kaufte die Reederei {number} Fähren." for number, name in enumerate("ABCDEFGHIJ" * 3, 100)
    ]
    report = verify("\n\n".join(paragraphs), "It bought 100 ferries.")
    (tmp_path / "long.html").write_bytes(encode(report, Format.HTML))
    watched = browser.Watched(chromium)
    watched.open(tmp_path / "long.html").pdf(path=tmp_path / "long.pdf", prefer_css_page_size=True)
    watched.close()
    text = " ".join(extract_text(tmp_path / "long.pdf").split())
    assert [number for number in range(100, 130) if f"Reederei {number} Fähren" not in text] == []
    assert text.count("Verdict") >= 2  # the titles of a table stand on each of its sheets


PAYLOADS = json.loads((Path(__file__).parent / "cases" / "reports" / "injection.json").read_text("utf-8"))


def test_there_are_many_payloads() -> None:
    assert len(PAYLOADS) >= 25


@pytest.mark.parametrize("form", ["report", "figures", "document"])
def test_nothing_of_an_article_acts_in_the_browser(chromium: Browser, tmp_path: Path, form: str) -> None:
    """All payloads at once, in every place that words of others can reach; each is shown as the text it is."""
    words = [case["words"] for case in PAYLOADS]
    report = _hostile(words)
    data = {
        "report": lambda: encode(report, Format.HTML),
        "figures": lambda: encode(read_figures(report.article), Format.HTML),
        "document": lambda: draw(document(report, Medium.PAGE), Format.HTML),
    }[form]()
    (tmp_path / "hostile.html").write_bytes(data)
    watched = browser.Watched(chromium)
    page = watched.open(tmp_path / "hostile.html")
    page.mouse.move(400, 400)
    page.keyboard.press("Tab")
    page.wait_for_timeout(300)
    assert watched.did == []
    assert page.evaluate("typeof window.hit") == "undefined"
    assert page.title() != "hit"
    own = {"HTML", "HEAD", "META", "TITLE", "STYLE", "BODY", "SCRIPT"}
    elements = set(page.eval_on_selector_all("*", "all => all.map(each => each.tagName)")) - own
    assert not elements & {
        "IMG",
        "IFRAME",
        "OBJECT",
        "EMBED",
        "FORM",
        "LINK",
        "BASE",
        "VIDEO",
        "AUDIO",
        "MATH",
        "DETAILS",
    }
    assert page.locator("script").count() == page.locator("style").count() == 1
    links = page.eval_on_selector_all("a[href]", "all => all.map(each => each.getAttribute('href'))")
    assert all(link.startswith(("#", "https://example.org/")) for link in links)
    handlers = (
        "all => all.flatMap(each => each.getAttributeNames()).filter(name => name.startsWith('on') || name === 'style')"
    )
    assert page.eval_on_selector_all("*", handlers) == []
    text = page.inner_text("body")
    for case in PAYLOADS:
        if case["shown"]:
            assert case["shown"] in text, case["why"]
    watched.close()


def _hostile(words: list[str]) -> Report:
    report = records.summary()
    assert report.draft is not None
    every = " ".join(words)
    source = every + " " + records.GERMAN
    shift = len(every) + 1
    moved = tuple(
        replace(
            sentence,
            span=Span(0 if sentence.span.start == 0 else sentence.span.start + shift, sentence.span.end + shift),
        )
        for sentence in records.SOURCE_SENTENCES
    )
    finding = replace(records.FINDINGS[0], note=every, claim=replace(_claim(), surface=every))
    name = replace(records.NAMES[0], surface=every, note=every)
    deals = tuple(replace(records.DEALS[0], item=each, note=each) for each in words)
    target = report.target + "\n" + every
    first, *rest = report.target_sentences
    longer = (first, *rest, replace(first, id="T9", span=Span(len(report.target) + 1, len(target))))
    sentence = replace(report.draft.sentences[0], text=every, sources=("S1", every))
    return replace(
        report,
        article=Article(
            source,
            title=every,
            origin=every,
            outlet=every,
            url="https://example.org/" + every,
            published=every,
            notes=(every,),
        ),
        sentences=moved,
        target=target,
        target_sentences=longer,
        draft=replace(report.draft, deals=deals, notes=(every,), sentences=(*report.draft.sentences, sentence)),
        deal_checks=(),
        citations=(*report.citations, replace(report.citations[0], span=longer[-1].span, sentences=("S1", every))),
        check=Check((finding, *records.FINDINGS[1:]), names=(name,), doubts=(every,)),
        provenance=Provenance(every, every, every, {every: every}, version=every),
    )


def _claim() -> Any:
    claim = records.FINDINGS[0].claim
    assert claim is not None
    return claim
