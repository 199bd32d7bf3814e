"""How a report is shown: the same facts in every format, and nothing of an article acts on its reader's machine."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from summarizer.data import (
    Check,
    DealKind,
    DealStatus,
    DraftSentence,
    Finding,
    Kind,
    Qualifier,
    Reason,
    Report,
    Role,
    Sentence,
    Span,
    Verdict,
)
from summarizer.drafting.wording import deal_line
from summarizer.reports import Format, Screen, md, render, text, wording
from summarizer.reports.blocks import Run, Style, Table, columns, unmarked, visible
from summarizer.reports.json import dumps
from summarizer.reports.layout import Medium, document, provenance_line
from summarizer.reports.marking import excerpt, marked, sentence_at
from tests import json_schema
from tests import report_records as records

SCHEMA: dict[str, Any] = json.loads((Path(__file__).parents[1] / "docs" / "report.schema.json").read_text("utf-8"))
SCREEN = Screen(110)
ANSI = re.compile(r"\x1b\[[0-9;]*m")
CONTENTS = {
    "verification": records.verification(),
    "clean": records.clean_verification(),
    "summary": records.summary(),
    "nothing found": records.verification(check=Check(())),
}


def flat(shown: str) -> str:
    """Text as a reader reads it: without colours, escapes and line breaks."""
    return " ".join(html.unescape(re.sub(r"\\(?=[^\w\s])", "", ANSI.sub("", shown))).split())


def shown_everywhere(report: Report) -> dict[str, str]:
    return {
        "text": flat(render(report, Format.TEXT)),
        "terminal": flat(render(report, Format.TEXT, SCREEN)),
        "md": flat(render(report, Format.MD).replace("**", "").replace("⚠ ", "")),
    }


@pytest.mark.parametrize("form", ["text", "terminal", "md"])
def test_every_readers_format_says_what_was_found(form: str) -> None:
    shown = shown_everywhere(records.summary())[form]
    for said in (
        "2 of 5 figures are not borne out",
        "2 names are not in the source",
        "supported 1 · rounded 1 · derived 1 · contradicted 1 · misattributed 1 · 2 source figures left out",
        "contradicted: value (confidence 97%)",
        "The source has bis zu 15.",
        "The source says this figure of something else.",
        "19 derived: 15 + 4 = 19 [S1]",
        "rounded: 1,080,000,000 to two digits [S2]",
        "no such place there",
        "One sentence was sent back once.",
        "The model read 3 of the article's 4 sentences.",
        "German (probability 1.00)",
        "A model wrote this: small-1b (embedded, on this machine)",
        "1,234 + 321 tokens",
        "Only figures and names are checked, and whose figures they are where names tell; not what else is said.",
        "(buyer)",  # cells wrap between words
        "unclear",
        "signed",
    ):
        assert said in shown


def test_what_came_out_stands_above_the_summary_so_that_nobody_misses_it() -> None:
    shown = shown_everywhere(records.summary())["text"]
    assert shown.index("FLAGGED: 2 of 5 figures") < shown.index("The Nordsee shipping line")


def test_flagged_figures_are_marked_where_they_stand() -> None:
    shown = shown_everywhere(records.summary())["text"]
    assert "buys [?up to 16] ferries and four tugs, 19 vessels in all. [S1]" in shown
    assert "[?Lisbon] said. [S2]" in shown
    assert "In the year before it was [?15] ferries. [S3]" in shown
    assert "[S1] Die Reederei Nordsee kauft [bis zu 15] Fähren" in shown
    assert "[?four]" not in shown  # accepted


def test_a_misattributed_figure_is_shown_beside_every_sentence_it_could_come_from() -> None:
    shown = shown_everywhere(records.verification())["text"]
    assert "(sentence 4) In the year before it was [?15] ferries. German [S1]" in shown
    assert "German [S3] Im Vorjahr waren es [14] Fähren" in shown


def test_flagged_findings_come_surest_first() -> None:
    sure, unsure = (
        replace(finding, confidence=value) for finding, value in zip(records.FINDINGS[::4], (0.55, 0.9), strict=True)
    )
    shown = shown_everywhere(records.verification(check=Check((sure, unsure))))["text"]
    assert shown.index("1. [?15]") < shown.index("2. [?up to 16]")


def test_omissions_are_weightiest_first_and_cut_only_where_unflagged() -> None:
    many = records.OMITTED * 10
    shown = shown_everywhere(records.verification(check=Check((), many)))["text"]
    assert shown.count("- [S") == 10
    assert "… and 10 more" in shown
    flagged = tuple(replace(finding, flagged=True) for finding in many)
    shown = shown_everywhere(records.verification(check=Check((), flagged)))["text"]
    assert shown.count("left out Ger") == 20
    assert "20 figures of the source are left out." in shown


def test_a_doubt_below_the_threshold_is_shown_and_not_flagged() -> None:
    doubt = replace(records.FINDINGS[0], flagged=False)
    shown = shown_everywhere(records.verification(check=Check((doubt,))))["text"]
    assert "no figure is flagged" in shown
    assert "- up to 16 contradicted: value. The source has bis zu 15." in shown


def test_names_that_are_only_doubtful_are_listed_apart() -> None:
    names = (replace(records.NAMES[0], flagged=False),)
    shown = shown_everywhere(records.verification(check=Check((), names=names)))["text"]
    assert "Names not found in the source, not flagged - Lisbon (sentence 3)" in shown
    assert "OK: the English text holds no figures." in shown


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (records.clean_verification(), "OK: all 3 figures are borne out by the source."),
        (records.verification(check=Check(records.FINDINGS[1:2])), "OK: the only figure is borne out by the source."),
        (records.verification(check=Check(())), "OK: the English text holds no figures."),
        (
            records.verification(check=Check(records.FINDINGS[:1])),
            "FLAGGED: 1 of 1 figure is not borne out by the source.",
        ),
    ],
)
def test_the_first_line_says_what_came_out(report: Report, said: str) -> None:
    assert said in shown_everywhere(report)["text"]


@pytest.mark.parametrize("report", [records.clean_verification(), records.verification(), records.summary()])
@pytest.mark.parametrize("form", ["text", "terminal", "md"])
def test_the_check_ends_with_what_it_does_not_look_at(report: Report, form: str) -> None:
    said = "Only figures and names are checked, and whose figures they are where names tell; not what else is said."
    assert shown_everywhere(report)[form].count(said) == 1


@pytest.mark.parametrize("headline", ["", "Nordsee orders ferries"])
@pytest.mark.parametrize("sentences", [(), (DraftSentence(" ", ("S1",)),)])
@pytest.mark.parametrize("form", ["text", "terminal", "md"])
def test_a_report_without_a_summary_is_never_well(
    headline: str, sentences: tuple[DraftSentence, ...], form: str
) -> None:
    lines = (headline, *(sentence.text for sentence in sentences))
    first, *others = (Sentence(f"T{n}", Span(0, 0), n) for n, _ in enumerate(lines, 1))
    spans = (replace(first, span=Span(0, len(headline))), *others)
    draft = replace(_draft(), headline=DraftSentence(headline, ()), sentences=sentences, deals=())
    empty = records.summary(
        draft=draft, target="\n".join(lines), target_sentences=spans, check=Check(()), deal_checks=(), citations=()
    )
    shown = shown_everywhere(empty)[form]
    assert shown.count("FLAGGED: there is no summary.") == 2
    assert "OK" not in shown
    assert shown.lstrip("# ").startswith(headline or "No summary")


def test_a_summary_may_lack_a_headline() -> None:
    first = replace(records.TARGET_SENTENCES[0], span=Span(0, 0))
    bare = records.summary(
        draft=replace(_draft(), headline=DraftSentence("", ())),
        target_sentences=(first, *records.TARGET_SENTENCES[1:]),
    )
    assert render(bare, Format.TEXT).startswith("No headline\n===")


def test_a_finding_without_source_figures_shows_what_it_was_checked_against() -> None:
    finding = replace(records.FINDINGS[0], sources=(), verdict=Verdict.UNSUPPORTED, reason=Reason.NOT_IN_SOURCE)
    shown = shown_everywhere(records.verification(check=Check((finding,))))["text"]
    assert "German [S1] Die Reederei Nordsee kauft bis zu 15 Fähren" in shown


def test_deals_are_numbered_and_empty_columns_left_out() -> None:
    table = next(block for block in document(records.summary(), Medium.SCREEN) if isinstance(block, Table))
    assert table.titles == ("#", "Parties", "Deal", "Figures", "Status", "Source")
    paged = next(block for block in document(records.summary(), Medium.PAGE) if isinstance(block, Table))
    assert "Share" not in paged.titles
    row = "| 1 | Nordsee (buyer); Ostkai \\| Sons (seller) | order | vessels |"
    assert row in render(records.summary(), Format.MD)
    assert [row[0] for row in table.rows] == [(Run("1"),), (Run("2", Style.FLAG),)]
    assert "None found." in shown_everywhere(records.summary(draft=replace(_draft(), deals=())))["text"]


@pytest.mark.parametrize("report", [records.summary(), records.verification()])
def test_what_was_guessed_in_reading_is_told(report: Report) -> None:
    told = replace(report, article=replace(report.article, notes=("It was read as Latin-1.",)))
    assert "It was read as Latin-1." in shown_everywhere(told)["md"]
    assert json.loads(render(told, Format.JSON))["article"]["notes"] == ["It was read as Latin-1."]


def _draft() -> Any:
    return records.summary().draft


@pytest.mark.parametrize(
    ("kind", "item", "shown"),
    [
        (DealKind.ORDER, "vessels", "order: vessels"),
        (DealKind.INVESTMENT, "investment agreement", "investment agreement"),
        (DealKind.ACCESSION, "", "accession"),
    ],
)
def test_a_deal_says_its_kind_once(kind: DealKind, item: str, shown: str) -> None:
    report = records.summary(draft=replace(_draft(), deals=(replace(records.DEALS[0], kind=kind, item=item),)))
    table = next(block for block in document(report, Medium.SCREEN) if isinstance(block, Table))
    assert table.rows[0][2] == (Run(shown),)


def test_a_row_is_as_low_as_its_room_allows() -> None:
    """Width goes to the cells that make rows tall, not in equal parts."""
    rows = (("a " * 60, "b", "c " * 10), ("a " * 50, "b", "c"))
    wide, one, short = text.fit(rows, 60)
    assert wide + one + short == 60
    assert wide > 2 * short


def test_a_deal_is_one_line_whose_figures_stand_apart() -> None:
    said = deal_line(records.DEALS[0])
    assert said.startswith("Nordsee (buyer) and Ostkai | Sons (seller): order of up to 15 vessels, of which")
    assert "(tugs)" in said
    assert "1.08 billion" in said
    assert "\n" not in said
    assert deal_line(records.DEALS[1]) == "Ostkai: other, status reported."


def test_markdown_lists_the_sentences_cited() -> None:
    shown = render(records.summary(), Format.MD)
    assert "## Sentences cited" in shown
    assert "- \\[S2\\] Der Auftrag ist rund 1,08 Milliarden Euro wert." in shown
    assert "Sentences cited" not in render(records.summary(), Format.TEXT)


def test_a_figure_stays_on_one_line_of_its_list() -> None:
    short = replace(records.reading(), figures=(replace(records.PRICE, surface="1,1 Milliarden US-Dollar"),))
    shown = render(short, Format.TEXT)
    assert any(line.startswith("1,1 Milliarden US-Dollar  money") for line in shown.split("\n"))
    assert "\N{NO-BREAK SPACE}" not in shown  # it would not be found by who searches for it


def test_figures_are_listed_with_value_unit_qualifier_and_place() -> None:
    shown = render(records.reading(), Format.MD)
    assert "| **rund 1,08 Milliarden Euro** | money | 1,080,000,000 | EUR | about | S2 Der Auftrag ist **rund" in shown
    assert "5 figures." in shown
    assert "None found." in render(replace(records.reading(), figures=()), Format.TEXT)


# What an article may hold, and must not do: act on a terminal, become markup, break a table, hide.
HOSTILE = [
    "\x1b[2J\x1b]0;owned\x07",
    "\x9b31m",
    "\u202eevil\u202c",
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "![x](http://evil.example/x.png)",
    "a | b | c",
    "# heading",
    "`code` *bold* _it_ ~~s~~",
    "http://evil.example www.evil.example",
    "&lt;b&gt;",
    "zero\u200bwidth\ufeff",
    "\ud800",
    "[bold red]rich markup[/]",
    "line\nbreak\r\n\u2028sep\x0b\x0c",
    "- item",
    "1. item",
    "===",
    "{{ liquid }} $x$",
]


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("screen", [None, SCREEN])
def test_article_text_never_acts_on_a_terminal(words: str, screen: Screen | None) -> None:
    shown = ANSI.sub("", render(_with_words(words), Format.TEXT, screen))
    for char in shown:
        assert char == "\n" or char.isprintable() or char == "\u00a0"
    if "rich markup" in words:
        assert "[bold red]rich markup[/]" in shown


@pytest.mark.parametrize("words", HOSTILE)
def test_article_text_never_becomes_markup(words: str) -> None:
    page = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(render(_with_words(words), Format.MD))
    plain = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(render(_with_words("xx"), Format.MD))
    tags = re.compile(r"<(/?\w+)")
    assert tags.findall(page) == tags.findall(plain)
    assert html.escape(visible(words).strip()) in page.replace("&quot;", '"') or '"' in words


# What a reader would take for a mark of ours: a citation, a flag, a figure of the source.
LIKE_MARKS = [
    "[S71]", "[s 71]", "[S71, S72]", "[?16]", "[ ?16]", "[?", "[S79", "［S71］", "[？16]", "[T72]", "[F71]",
    "⚠ 16", "⚠\ufe0f", "✔ OK",
]  # fmt: skip


@pytest.mark.parametrize("words", LIKE_MARKS)
@pytest.mark.parametrize("screen", [None, SCREEN])
def test_words_of_others_never_look_like_our_marks(words: str, screen: Screen | None) -> None:
    marks = re.compile(r"[\[［]\s*[?？STF][^\]］]*[\]］]?|⚠|✔", re.IGNORECASE)
    shown = ANSI.sub("", render(_with_words(words), Format.TEXT, screen))
    harmless = ANSI.sub("", render(_with_words("x" * len(words)), Format.TEXT, screen))
    assert sorted(set(marks.findall(flat(shown)))) == sorted(
        {mark.replace("x" * len(words), unmarked(words)) for mark in marks.findall(flat(harmless))}
    )


@pytest.mark.parametrize("words", ["[sic]", "[15]", "[...]", "[Anm. d. Red.]", "a[0]", "[bold red]"])
def test_other_brackets_stay(words: str) -> None:
    assert words in render(records.summary(draft=replace(_draft(), notes=(f"Told: {words}.",))), Format.TEXT)


def test_a_sign_of_ours_in_an_article_is_none_in_markdown() -> None:
    shown = render(_with_words("⚠ 16 ✔"), Format.MD)
    assert "! 16 \\*" in shown
    assert "⚠ 16 ✔" not in shown


def _with_words(words: str) -> Report:
    """A summary in which ``words`` stand in every text that comes from outside."""
    report = records.summary()
    assert report.draft is not None
    finding = replace(records.FINDINGS[0], note=f"note {words}", claim=replace(_claim(), surface=words))
    source = words + " " + records.GERMAN
    moved = tuple(
        replace(sentence, span=Span(*(0 if offset == 0 else offset + len(words) + 1 for offset in sentence.span)))
        for sentence in records.SOURCE_SENTENCES
    )
    deal = replace(records.DEALS[0], item=words, note=words)
    return replace(
        report,
        article=replace(report.article, text=source, title=words, origin=words),
        sentences=moved,
        target=report.target.replace("ferries and", f"{words} and"),
        target_sentences=records.sentences(
            report.target.replace("ferries and", "x" * len(words) + " and"), "T", r"[^\n]+"
        ),
        draft=replace(report.draft, deals=(deal,), notes=(words,)),
        deal_checks=(),
        check=Check((finding,)),
    )


def _claim() -> Any:
    claim = records.FINDINGS[0].claim
    assert claim is not None
    return claim


@given(st.text(max_size=60))
def test_escaped_text_reads_as_itself(words: str) -> None:
    page = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render("x" + md.escape(words) + "x\n")
    shown = html.unescape(re.sub(r"</?p>", "", page)).strip("\n")
    assert shown == f"x{visible(words)}x"


@given(st.text(max_size=80))
def test_what_is_visible_is_one_printable_line(words: str) -> None:
    assert all(char.isprintable() or char.isspace() or ord(char) > 0x7F for char in visible(words))
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029\ud800-\udfff]", visible(words))


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=200), st.integers(8, 60))
def test_wrapping_keeps_every_word_and_the_width(words: str, width: int) -> None:
    lines = text.wrap(words, width)
    assert "".join("".join(lines).split(" ")) == "".join(words.split(" "))
    assert all(columns(line) <= width for line in lines)


@pytest.mark.parametrize("width", [40, 60, 100, 200])
@pytest.mark.parametrize("name", CONTENTS)
def test_plain_text_keeps_to_its_width(name: str, width: int) -> None:
    shown = text.render(document(CONTENTS[name], Medium.PAGE), width)
    longest = max(columns(line) for line in shown.splitlines())
    assert longest <= max(width, 60)  # eleven columns need some room


def test_columns_line_up_with_wide_and_combining_characters() -> None:
    wide = Table(("a", "b"), (((Run("日本"),), (Run("x"),)), ((Run("o\u0308"),), (Run("x"),))))
    lines = text.render((wide,)).splitlines()
    assert {columns(line[: line.index("x")]) for line in lines[2:]} == {6}


@pytest.mark.parametrize("screen", [Screen(80), Screen(140, colour=False)])
def test_a_terminal_without_colour_gets_none(screen: Screen) -> None:
    shown = render(records.summary(), Format.TEXT, screen)
    assert ("\x1b[1;31m" in shown) == screen.colour
    assert "[?up to 16]" in ANSI.sub("", shown)
    assert all(columns(line) <= screen.columns for line in ANSI.sub("", shown).splitlines())


@pytest.mark.parametrize("limit", [20, 60, 320])
def test_an_excerpt_is_short_and_keeps_the_figure(limit: int) -> None:
    long = "Wort " * 200 + "genau 4711 Stück " + "mehr " * 200
    start = long.index("4711")
    cut = excerpt(long, Span(0, len(long)), [(Span(start, start + 4), Style.FLAG)], limit=limit)
    shown = "".join(run.text for run in cut)
    assert Run("4711", Style.FLAG) in cut
    assert len(shown) <= 2 * limit + 8
    assert shown.startswith("… ")
    assert shown.endswith(" …")


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=5))
def test_marking_changes_no_text(words: str, pairs: list[tuple[int, int]]) -> None:
    marks = [(Span(min(pair), max(pair)), Style.FLAG) for pair in pairs]
    assert "".join(run.text for run in marked(words, Span(0, len(words)), marks)) == words


def test_a_place_between_sentences_is_in_none() -> None:
    first = records.SOURCE_SENTENCES[0]
    assert sentence_at(records.SOURCE_SENTENCES, 0) == first
    assert sentence_at(records.SOURCE_SENTENCES, first.span.end) is None
    assert sentence_at((), 3) is None


@pytest.mark.parametrize("name", CONTENTS)
def test_json_keeps_to_the_published_schema(name: str) -> None:
    tree = json.loads(render(CONTENTS[name], Format.JSON))
    assert list(json_schema.problems(tree, SCHEMA, SCHEMA)) == []
    assert tree["flagged"] == CONTENTS[name].flagged


def test_json_of_figures_keeps_to_the_published_schema() -> None:
    tree = json.loads(render(records.reading(), Format.JSON))
    assert list(json_schema.problems(tree, SCHEMA, SCHEMA)) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["schema_version"], "9.9"),
        (["check", "findings", 0, "verdict"], "maybe"),
        (["check", "findings", 0, "extra"], 1),
        (["figures", 0, "value"], 15),  # a number would be read as a float
        (["sentences", 0, "start"], -1),
        (["provenance"], None),
    ],
)
def test_the_schema_refuses_what_it_does_not_describe(path: list[Any], value: Any) -> None:
    tree = json.loads(render(records.summary(), Format.JSON))
    place = tree
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert list(json_schema.problems(tree, SCHEMA, SCHEMA))


def test_json_spells_out_every_span() -> None:
    tree = json.loads(render(records.summary(), Format.JSON))
    article, target = tree["article"]["text"], tree["target"]["text"]
    for figure in tree["figures"]:
        assert article[figure["start"] : figure["end"]] == figure["surface"]
    for sentence in tree["sentences"]:
        assert article[sentence["start"] : sentence["end"]] == sentence["text"]
    for finding in tree["check"]["findings"]:
        claim = finding["claim"]
        assert target[claim["start"] : claim["end"]] == claim["surface"]
    assert tree["deals"][0]["line"] == deal_line(records.DEALS[0])


@given(st.text(max_size=60))
def test_json_never_carries_a_control_character_and_loses_nothing(words: str) -> None:
    shown = dumps({"text": words})
    assert all(char.isprintable() or ord(char) > 0x9F for char in shown)
    assert json.loads(shown) == {"text": words}


@pytest.mark.parametrize(
    ("place", "enum"),
    [
        (["finding", "properties", "verdict"], Verdict),
        (["finding", "properties", "reason"], Reason),
        (["figure", "properties", "kind"], Kind),
        (["figure", "properties", "qualifier"], Qualifier),
        (["deal", "properties", "kind"], DealKind),
        (["deal", "properties", "status"], DealStatus),
        (["deal", "properties", "parties", "items", "properties", "role"], Role),
    ],
)
def test_the_schema_knows_every_member(place: list[str], enum: type[StrEnum]) -> None:
    found: Any = SCHEMA["$defs"]
    for step in place:
        found = found[step]
    assert {value for value in found["enum"] if value is not None} == {member.value for member in enum}


def test_every_member_has_its_words() -> None:
    assert set(wording.VERDICTS) == set(Verdict)
    assert set(wording.REASONS) == set(Reason)
    assert set(wording.QUALIFIERS) == set(Qualifier)


@pytest.mark.parametrize(
    ("value", "data", "shown"),
    [
        (Decimal("1080000000"), "1080000000", "1,080,000,000"),
        (Decimal("1.50"), "1.5", "1.5"),
        (Decimal("1E+3"), "1000", "1,000"),
        (Decimal("-0.5"), "-0.5", "-0.5"),
        (Decimal("-1234.5"), "-1234.5", "-1,234.5"),
        (Decimal("1E+999999"), "1E+999999", "1E+999999"),
        (Decimal("0"), "0", "0"),
        ("XXXX-11-06", "XXXX-11-06", "XXXX-11-06"),
        (None, None, ""),
    ],
)
def test_values_are_exact_in_data_and_grouped_for_readers(value: Any, data: str | None, shown: str) -> None:
    assert wording.exact(value) == data
    assert wording.amount(value) == shown


def test_bounds_are_shown_where_there_is_no_value() -> None:
    vague = replace(records.FERRIES, kind=Kind.VAGUE, value=None, low=Decimal(100), high=Decimal(9999))
    assert wording.value_of(vague) == "100–9,999"


def test_the_reason_is_what_the_check_noted_or_what_its_word_means() -> None:
    finding = Finding(Verdict.CONTRADICTED, None, reason=Reason.SCALE, note="closest: 14")
    assert wording.why(finding) == "Closest: 14."
    assert wording.verdict(finding) == "contradicted: scale"
    assert wording.why(replace(finding, note="")).startswith("The scale differs from the source")
    assert wording.why(replace(finding, note="", reason=Reason.NONE)) == "Contradicted."
    assert wording.verdict(replace(finding, reason=Reason.NOT_IN_SOURCE)) == "contradicted"


def test_provenance_says_when_no_model_was_used() -> None:
    assert provenance_line(records.verification().provenance) == "Checked by rule, without a model; summarizer 0.1.0."
