"""The whole way, room after room: what is composed and what is passed on."""

from __future__ import annotations

import re

import pytest

import summarizer
from summarizer import pipeline
from summarizer.data import Article, Sensitivity, TextKind, Verdict

GERMAN = "Die Reederei Nordsee kauft bis zu 15 Fähren für rund 1,1 Milliarden Euro. Sie liefert 2027."
RIGHT = "The Nordsee shipping line buys up to 15 ferries for about 1.1 billion euros. It delivers in 2027."
WRONG = RIGHT.replace("15", "16")


def test_a_right_text_is_clean_and_a_wrong_one_flagged() -> None:
    assert not summarizer.verify(GERMAN, RIGHT).flagged
    report = summarizer.verify(GERMAN, WRONG)
    assert [finding.claim and finding.claim.surface for finding in report.check.findings if finding.flagged] == ["16"]


def test_a_report_holds_both_texts_and_no_model() -> None:
    article = Article(GERMAN, title="Fähren", origin="a.txt")
    report = pipeline.verify(article, RIGHT)
    assert report.article is article
    assert report.target == RIGHT
    assert [sentence.id for sentence in report.sentences] == ["S1", "S2"]
    assert [sentence.id for sentence in report.target_sentences] == ["T1", "T2"]
    assert all(figure.span.of(GERMAN) == figure.surface for figure in report.figures)
    assert report.draft is None
    assert report.provenance.model is None
    assert report.provenance.version == summarizer.__version__


def test_options_reach_the_check() -> None:
    short = RIGHT.split(". ", maxsplit=1)[0] + "."
    assert not pipeline.verify(GERMAN, short).flagged
    assert pipeline.verify(GERMAN, short, require_coverage=True).flagged
    assert pipeline.verify(GERMAN, short, kind=TextKind.TRANSLATION).flagged
    assert not pipeline.verify(GERMAN, WRONG, fail_on=frozenset({Verdict.OMITTED})).flagged
    assert pipeline.verify(GERMAN, WRONG, sensitivity=Sensitivity.HIGH).flagged


@pytest.mark.parametrize("source", ["", " \n ", "\x00\x1b[31m\ud800", "1" * 5000, "日本 15 ferries"])
@pytest.mark.parametrize("target", ["", "\x00", "15 " * 300, "\ud800 15"])
def test_any_two_texts_can_be_checked(source: str, target: str) -> None:
    report = pipeline.verify(source, target)
    for finding in report.check.findings:
        assert finding.claim is None or finding.claim.span.of(target) == finding.claim.surface


def test_names_count_only_where_they_are_to() -> None:
    target = RIGHT + " It was said in Lisbon by Ms Ostrowska of Harbour Bank."
    report = pipeline.verify(GERMAN, target, sensitivity=Sensitivity.HIGH)
    unflagged = pipeline.verify(GERMAN, target, sensitivity=Sensitivity.HIGH, flag_names=False)
    assert any(name.flagged for name in report.check.names)
    assert not any(name.flagged for name in unflagged.check.names)
    assert [name.surface for name in report.check.names] == [name.surface for name in unflagged.check.names]


@pytest.mark.parametrize(
    ("text", "named", "language"),
    [
        ("Es kostet 1.500 Euro.", "de", "de"),
        ("It costs 1,500 euros.", "en", "en"),
        ("The company said that it had sold 1,500 machines to customers in the north.", None, "en"),
        ("Das Unternehmen hat nach eigenen Angaben 1.500 Maschinen an Kunden im Norden verkauft.", None, "de"),
        ("1.500", None, "de"),  # too short to tell
    ],
)
def test_figures_are_read_in_their_language(text: str, named: str | None, language: str) -> None:
    reading = pipeline.read_figures(text, language=named)
    assert [str(figure.value) for figure in reading.figures] == ["1500"]
    assert (reading.article.language or named) == language


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "La société a vendu 1 500 machines à des clients du nord du pays, selon ses propres indications.",
            r"^It reads as French \(probability 1\.00\), and only German and English figures can be read",
        ),
        ("1.500", r"^Its language can't be told: its figures were read as German"),
        ("Kostí 1.500", r"^Its language can't be told"),
    ],
    ids=["French", "no words", "too short"],
)
def test_figures_of_another_language_are_read_as_german_and_that_is_said(text: str, says: str) -> None:
    article = pipeline.read_figures(text).article
    assert (article.language, article.language_probability) == ("de", None)
    assert len(article.notes) == 1
    assert re.search(says, article.notes[0])
    named = pipeline.read_figures(text, language="en").article
    assert named.notes == ()


def test_figures_in_a_language_that_can_be_told_need_no_note() -> None:
    article = pipeline.read_figures("Das Unternehmen hat 1.500 Maschinen an Kunden im Norden verkauft.").article
    assert (article.language, article.notes) == ("de", ())
    assert (article.language_probability or 0) > 0.9


def test_of_a_page_in_two_languages_the_german_is_read_and_that_is_said() -> None:
    german = "Der Hafen in Emden bekommt im kommenden Jahr zwei neue Kräne, die zusammen 28 Millionen Euro kosten. " * 4
    english = "The port of Emden will have two new cranes by the end of next year, at a cost of 28 million euros. " * 4
    article, reading = pipeline.prepared(Article(f"{german}\n\n{english}", origin="a.txt"), None)
    assert article.text == german.strip()
    assert reading.sentences[-1].span.end <= len(german)
    assert article.notes == ("It is in German and English: 1 of 2 paragraphs, which are not German, were left out.",)
    whole, _ = pipeline.prepared(Article(f"{german}\n\n{english}"), "de")
    assert english.strip() in whole.text
