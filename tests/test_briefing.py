"""A briefing as a whole: what is told, checked, marked, left out; by rule and with a model as editor.

English sentences and the editor's replies are written by hand; no model was asked.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from summarizer.briefing import Audience, Briefing, Choices, compose, document, encode
from summarizer.briefing import template as templates
from summarizer.briefing import tree as trees
from summarizer.briefing.records import Nature
from summarizer.data import Deal, DealKind, DealPart, DealStatus, Party, Report, Role, Usage
from summarizer.drafting import sentencewise
from summarizer.drafting.options import Length
from summarizer.errors import EndpointError, UsageError
from summarizer.figures import find
from summarizer.llm import Ability, Message
from summarizer.llm.base import Reply, ReplyMode
from summarizer.reports import Format
from tests import json_schema
from tests.briefing_reports import report

ROOT = Path(__file__).parents[1]
SCHEMA = json.loads((ROOT / "docs" / "briefing.schema.json").read_text("utf-8"))
CHOICES = Choices(today="2026-05-20")

TRAINS = (
    "Die Eisenbahngesellschaft Nordbahn hat bei Elbwerk 40 Züge bestellt. "
    "Der Auftrag hat einen Wert von 620 Millionen Euro. "
    "Die ersten acht Züge sollen im Herbst 2028 fahren. "
    "Die Gewerkschaft kritisierte, dass 310 Stellen wegfallen."
)
TRAINS_EN = (
    "Nordbahn has ordered 40 trains from Elbwerk.",
    "The order is worth 620 million euros.",
    "The first eight trains are to run in the autumn of 2028.",
    "The union criticised that 310 jobs are to go.",
)
AGAIN = (
    "Elbwerk liefert der Nordbahn 40 Züge. Das Ministerium bezifferte den Wert des Auftrags auf 640 Millionen Euro. "
    "Die Landesbank gibt der Nordbahn einen Kredit über 200 Millionen Euro."
)
AGAIN_EN = (
    "Elbwerk is supplying Nordbahn with 40 trains.",
    "The ministry put the value of the order at 640 million euros.",
    "The state bank is giving Nordbahn a loan of 200 million euros.",
)


def order(german: str, amount: str, *, kind: DealKind = DealKind.ORDER) -> Deal:
    figures = {figure.surface: figure for figure in find(german, "de")}
    return Deal(
        (Party("Nordbahn", Role.BUYER), Party("Elbwerk", Role.SELLER)),
        kind,
        "trains",
        DealStatus.CONTRACT,
        ("S1", "S2"),
        amount=figures[amount],
        quantity=figures["40"],
    )


@pytest.fixture(scope="module")
def two() -> tuple[Report, Report]:
    first = report(
        TRAINS,
        *TRAINS_EN,
        deals=[order(TRAINS, "620 Millionen Euro")],
        headline="Nordbahn orders 40 trains from Elbwerk",
        title="Nordbahn bestellt 40 Züge",
        outlet="Bote",
        published="2026-05-18",
        url="https://bote.example/zug",
        retrieved="2026-05-20T06:00:00",
    )
    second = report(AGAIN, *AGAIN_EN, deals=[order(AGAIN, "640 Millionen Euro")], outlet="Kurier")
    return first, second


@pytest.fixture(scope="module")
def briefing(two: tuple[Report, Report]) -> Briefing:
    return compose(two, CHOICES)


def text(made: Briefing, form: Format = Format.TEXT) -> str:
    return encode(made, form).decode("utf-8")


def told(made: Briefing) -> list[str]:
    return [statement.text for theme in made.themes for statement in theme.statements]


def test_an_event_that_two_articles_tell_is_told_once_with_both_markers(briefing: Briefing) -> None:
    found = [s for theme in briefing.themes for s in theme.statements if "40 trains" in s.text]
    assert len(found) == 1
    assert sorted(str(marker) for marker in found[0].markers) == ["1, S1", "2, S1"]
    assert len(found[0].checks) == 2, "held against both"


def test_a_figure_the_sources_differ_on_stands_twice_and_is_marked(briefing: Briefing) -> None:
    shown = " ".join(text(briefing).split())
    assert "The sources differ: €620 million [1, S2] against €640 million [2, S2]." in shown
    assert "630" not in shown, "never averaged"
    assert "The sources differ on one figure; both are given." in shown
    (row,) = briefing.rows
    assert row.differing == ("amount",)
    assert not briefing.flagged, "the English is right about each of them"


def test_plans_and_judgements_stand_apart_from_facts(briefing: Briefing) -> None:
    assert [s.text for s in briefing.watch] == [TRAINS_EN[2]]
    assert briefing.watch[0].when == "autumn 2028"
    assert [s.text for s in briefing.judgements] == [TRAINS_EN[3]]
    assert not {TRAINS_EN[2], TRAINS_EN[3]} & set(told(briefing))
    assert all(s.nature is Nature.JUDGEMENT for s in briefing.judgements)


def test_the_bottom_line_opens_with_the_weightiest_headline(briefing: Briefing) -> None:
    assert briefing.bottom_line[0].text == "Nordbahn orders 40 trains from Elbwerk."
    assert 1 <= len(briefing.bottom_line) <= 3


def test_the_source_list_says_where_each_article_is_from(briefing: Briefing) -> None:
    shown = " ".join(text(briefing).split())
    assert (
        "[1] Bote, “Nordbahn bestellt 40 Züge”, 18 May 2026, https://bote.example/zug, retrieved 20 May 2026, German."
    ) in shown
    assert "[2] Kurier, (no title), date not given, article.txt" in shown


def test_further_figures_of_a_deal_stand_once_each_with_their_unit() -> None:
    german = "Die Bank leiht dem Werk 30 Millionen Euro zu 3,8 Prozent, davon zahlt sie 14 Raten."
    amount, rate, instalments = find(german, "de")
    parts = (DealPart(rate, "interest"), DealPart(instalments, "instalments"))
    deal = Deal((Party("Bank"),), DealKind.LOAN, "", DealStatus.REPORTED, ("S1",), amount=amount, parts=parts)
    told = text(compose([report(german, "The bank lends the works €30 million.", deals=[deal])], CHOICES), Format.MD)
    assert "| 14 × instalments; €30 million; interest: 3.8 percent |" in told


def test_the_box_says_that_a_model_wrote_it_and_what_it_took(briefing: Briefing) -> None:
    shown = " ".join(text(briefing).split())
    assert "A model wrote the English: test-model (at http://127.0.0.1:1/v1), strategy whole." in shown
    assert "summarise_article 0123456789ab" in shown
    assert "2 calls, 2,000 + 400 tokens" in shown
    assert "Wednesday, 20 May 2026" in shown


def test_a_wrong_figure_is_flagged_wherever_it_stands(two: tuple[Report, Report]) -> None:
    wrong = report(TRAINS, TRAINS_EN[0].replace("40", "46"), *TRAINS_EN[1:])
    made = compose([wrong], CHOICES)
    assert made.flagged
    shown = text(made)
    assert "[?46]" in shown
    assert "FLAGGED" in shown
    assert "1 of 6 figures is not borne out" in " ".join(shown.split())
    tree = trees.tree(made)
    assert tree["flagged"] is True
    assert tree["check"]["flagged"] == 1


@pytest.mark.parametrize("audience", list(Audience))
def test_the_audience_changes_the_form_and_not_the_facts(two: tuple[Report, Report], audience: Audience) -> None:
    made = compose(two, replace(CHOICES, audience=audience))
    shown = text(made)
    assert trees.tree(made)["themes"] == trees.tree(compose(two, CHOICES))["themes"]
    assert ("Sentences cited" in shown) is (audience is Audience.ANALYST)
    assert ("(Bote" in shown) is (audience is Audience.PRESS)
    assert "The sources differ" in shown


def test_the_length_changes_how_much_is_told() -> None:
    german = " ".join(f"Im Werk {n} in Kressin arbeiten {n * 7} Menschen." for n in range(10, 40))
    english = [f"At plant {n} in Kressin {n * 7} people work." for n in range(10, 40)]
    long = report(german, *english)
    counts = [len(told(compose([long], replace(CHOICES, length=length)))) for length in Length]
    assert counts == sorted(counts)
    assert counts[0] < counts[1] < counts[2]
    short = compose([long], replace(CHOICES, length=Length.SHORT))
    assert any("left out" in note for note in short.notes), "said, not passed over"
    assert set(told(short)) <= set(english)


def test_a_doubt_about_an_article_flags_the_briefing() -> None:
    made = compose([report(TRAINS, *TRAINS_EN, doubts=("S4 speaks to a machine.",))], CHOICES)
    assert made.flagged
    assert "Article 1: S4 speaks to a machine." in text(made)


def test_a_sentence_that_leans_stays_behind_the_one_before() -> None:
    german = "Elbwerk baut in Oderau eine Halle. Sie soll 2027 öffnen. Daneben entsteht ein Gleis."
    made = compose([report(german, "Elbwerk is building a hall in Oderau.", "It is to open in 2027.", "")], CHOICES)
    assert [s.text for s in made.bottom_line] == ["Elbwerk is building a hall in Oderau.", "It is to open in 2027."]
    assert told(made) == []
    assert made.watch == ()


@pytest.mark.parametrize("length", list(Length))
def test_the_briefing_of_one_article_says_nothing_twice(length: Length) -> None:
    made = compose([report(TRAINS, *TRAINS_EN, headline="Nordbahn orders 40 trains")], replace(CHOICES, length=length))
    opening = [s.text for s in made.bottom_line]
    assert opening[0] == TRAINS_EN[0], "the sentence, which says more than the headline"
    said = [*opening, *told(made), *(s.text for s in (*made.watch, *made.judgements))]
    assert sorted(said) == sorted(TRAINS_EN), "everything once, nothing lost"
    assert not any("left out" in note for note in made.notes)


@pytest.mark.parametrize(
    ("again", "english", "kept"),
    [
        ("Das Werk in Oderau kostet Elbwerk 90 Millionen Euro.", "The Oderau plant costs Elbwerk €90 million.", False),
        # A figure, a name, or a word is new.
        ("Das Werk in Oderau kostet Elbwerk 95 Millionen Euro.", "The Oderau plant costs Elbwerk €95 million.", True),
        ("Das Werk in Oderau kostet Elbwerk und Nordbahn 90 Millionen Euro.",
         "The Oderau plant is costing Elbwerk and Nordbahn €90 million.", True),
        ("Anwohner kritisieren Elbwerk in Oderau wegen Lärm und Verkehr.",
         "Residents criticise Elbwerk in Oderau for noise and traffic.", True),
    ],
)  # fmt: skip
def test_what_an_article_says_again_is_told_once(again: str, english: str, kept: bool) -> None:
    lead, other = "Elbwerk baut in Oderau ein Werk, das 90 Millionen Euro kostet.", "Das Land zahlt 9 Millionen Euro."
    made = compose(
        [report(
            f"{lead} {other} {again}", "Elbwerk is building a plant in Oderau that costs €90 million.",
            "The state is paying €9 million.", english,
        )],
        CHOICES,
    )  # fmt: skip
    said = [*(s.text for s in made.bottom_line), *told(made), *(s.text for s in (*made.watch, *made.judgements))]
    assert (english in said) is kept
    assert any("again what its article says before" in note for note in made.notes) is not kept


def test_a_longer_article_opens_with_two_sentences_and_leaves_the_rest_to_develop() -> None:
    german = (
        "Elbwerk baut in Oderau ein Werk. Elbwerk verkauft eine Halle. Das Land fördert das Werk mit 9 Millionen Euro."
    )
    english = (
        "Elbwerk is building a plant in Oderau.",
        "Elbwerk is selling a hall.",
        "The state is supporting the plant with 9 million euros.",
    )
    made = compose([report(german, *english)], CHOICES)
    assert len(made.bottom_line) == 2
    assert sorted([*(s.text for s in made.bottom_line), *told(made)]) == sorted(english)


def test_a_day_that_counts_from_the_article_s_is_dated() -> None:
    german = "Am Freitag berät der Landtag. Am 3. Mai 2026 unterschrieb Elbwerk."
    english = ("On Friday the state parliament debates.", "On Sunday, 3 May 2026, Elbwerk signed.")
    shown = " ".join(text(compose([report(german, *english, published="2026-05-18")], CHOICES)).split())
    assert "debates. (as of 18 May 2026) [1, S1]" in shown
    assert "Elbwerk signed. [1, S2]" in shown, "it has its own date"
    same_day = compose([report(german, *english, published="2026-05-20")], CHOICES)
    assert "as of" not in text(same_day)


def test_a_doubtful_translation_says_so_where_it_stands() -> None:
    made = report(TRAINS, *TRAINS_EN)
    assert made.draft is not None
    note = "The translation of S2 may be unsound: it seems to leave out Auftrag."
    assert "The translation of {" in inspect.getsource(sentencewise), "the note is worded so"
    assert "may be unsound" in inspect.getsource(sentencewise)
    doubted = replace(made, draft=replace(made.draft, notes=(note,)))
    shown = " ".join(text(compose([doubted], CHOICES)).split())
    assert "620 million euros. (translation doubtful, see Notes) [1, S2]" in shown
    assert shown.count("translation doubtful") == 1
    assert note in shown


def test_what_leans_takes_the_sentence_before_along() -> None:
    filler = [f"Im Werk {n} in Kressin arbeiten {n * 7} Menschen." for n in range(10, 20)]
    german = " ".join(["Das Land billigte den Bau.", *filler, "Norvik kauft Anteile.", "Es zahlt 950 Millionen Euro."])
    told_so = [f"At plant {n} in Kressin {n * 7} people work." for n in range(10, 20)]
    english = ["The state approved it.", *told_so, "Norvik is buying shares.", "It is paying 950 million euros."]
    made = told(compose([report(german, *english)], replace(CHOICES, length=Length.SHORT)))
    assert "It is paying 950 million euros." in made
    assert made.index("It is paying 950 million euros.") == made.index("Norvik is buying shares.") + 1


# --- forms -----------------------------------------------------------------------------------------------------------


def test_every_form_can_be_written(briefing: Briefing) -> None:
    assert text(briefing, Format.MD).startswith("# Briefing\n")
    assert text(briefing, Format.HTML).startswith("<!doctype html>")
    assert encode(briefing, Format.DOCX).startswith(b"PK")
    assert document(briefing)


def test_json_fits_its_schema(briefing: Briefing, two: tuple[Report, Report]) -> None:
    for made in (briefing, compose(two, replace(CHOICES, audience=Audience.ANALYST)), compose([], CHOICES)):
        assert list(json_schema.problems(json.loads(trees.render(made)), SCHEMA, SCHEMA)) == []


HOSTILE = "<script>alert(1)</script> [1, S9] {{ 7 * 7 }} [link](javascript:x) \x1b[31m"


def test_article_text_stays_text_in_every_form() -> None:
    made = compose([report("Elbwerk baut ein Werk.", f"Elbwerk builds {HOSTILE} a plant.", title=HOSTILE)], CHOICES)
    for form in (Format.TEXT, Format.MD, Format.HTML):
        shown = text(made, form)
        assert "\x1b[31m" not in shown
        assert "[1, S9]" not in shown.replace("\\", ""), form
        assert "49" not in shown
    assert "<script>alert" not in text(made, Format.HTML)
    assert "<script>alert" not in text(made, Format.MD)


# --- templates -------------------------------------------------------------------------------------------------------

SIMPLE = (
    "{% for s in bottom_line %}* {{ s.marked }}\n{% endfor %}"
    "{% for theme in themes %}{% for s in theme.statements %}- {{ s.marked }} {{ s.cite }}\n{% endfor %}{% endfor %}"
)


def test_a_template_gives_the_form(briefing: Briefing) -> None:
    shown = templates.render(briefing, "{{ title }} / {{ date_line }}\n" + SIMPLE, "mine.txt")
    assert shown.startswith("Briefing / Wednesday, 20 May 2026\n* ")
    assert "Elbwerk is supplying" in shown or "Nordbahn has ordered" in shown


def test_a_template_shows_what_is_flagged(two: tuple[Report, Report]) -> None:
    made = compose([report(TRAINS, TRAINS_EN[0].replace("40", "46"))], CHOICES)
    assert "ordered ⚠ 46 trains" in templates.render(made, SIMPLE, "mine.md.j2")


def test_values_are_escaped_as_the_template_s_name_says() -> None:
    made = compose([report("Elbwerk baut ein Werk.", "Elbwerk builds <b>*a*</b> plant.")], CHOICES)
    assert "<b>*a*</b>" in templates.render(made, SIMPLE, "t.txt")
    assert "&lt;b&gt;*a*" in templates.render(made, SIMPLE, "t.html.j2")
    assert "&lt;b&gt;\\*a\\*" in templates.render(made, SIMPLE, "t.md")


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ nothing }}", "'nothing' is undefined"),
        ("{% for x in themes %}", "line 1"),
        ("{{ title.__class__.__mro__ }}", "unsafe"),
        ("{{ ''.__class__ }}", "unsafe"),
        ("{% set _ = themes.append(1) %}", "unsafe"),
        ("{% include '/etc/passwd' %}", "no loader"),
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ range(10000000) | list }}", "Range too big"),
    ],
)
def test_a_template_can_do_no_harm_and_its_faults_are_told(briefing: Briefing, template: str, said: str) -> None:
    with pytest.raises(UsageError) as caught:
        templates.render(briefing, template, "mine.md")
    assert str(caught.value).startswith("The template mine.md")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


# --- a model as editor -----------------------------------------------------------------------------------------------


@dataclass
class Editor:
    """A capable model that answers what it is told to. Its replies are written by hand."""

    reply: Any
    name: str = "editor"
    endpoint: str = "test"
    context_tokens: int = 32_000
    ability: Ability = Ability.STRONG
    asked: list[Sequence[Message]] = field(default_factory=list)

    def count(self, shown: str) -> int:
        return len(shown) // 3

    def write(self, messages: Sequence[Message], *, max_tokens: int) -> Reply[str]:
        raise AssertionError("the editor is asked for records alone")

    def ask(self, messages: Sequence[Message], reply: type[Any], *, max_tokens: int) -> Reply[Any]:
        self.asked.append(messages)
        if isinstance(self.reply, Exception):
            raise self.reply
        return Reply(reply.model_validate(self.reply), Usage(1, 500, 100), ReplyMode.SCHEMA)


def shown_ids(editor: Editor) -> dict[str, str]:
    """The sentences the editor was shown, by their text."""
    lines = str(editor.asked[-1][-1]["content"]).splitlines()
    return {line.split(") ", 1)[1]: line[1 : line.index("]")] for line in lines if line.startswith("[P")}


def edited(two: Sequence[Report], themes: Any, bottom: Any = ()) -> tuple[Briefing, Editor]:
    editor = Editor({"bottom_line": list(bottom), "themes": themes})
    return compose(two, CHOICES, model=editor), editor


def test_the_editor_orders_and_names_the_themes(two: tuple[Report, Report]) -> None:
    themes = [
        {"title": "Rail finance", "statements": [{"ids": ["P4"], "text": None}]},
        {"title": "New trains", "statements": [{"ids": ["P1"], "text": None}]},
    ]
    made, editor = edited(two, themes, [{"text": "", "ids": ["P1"]}])
    ids = {name: said for said, name in shown_ids(editor).items()}
    assert [theme.title for theme in made.themes] == ["Rail finance", "New trains"]
    assert told(made) == [ids["P4"], ids["P1"]]
    assert made.bottom_line[0].text == ids["P1"]
    assert made.provenance.usage.calls == 3
    assert "merge_briefing" in made.provenance.prompts
    assert len(editor.asked) == 1, "one bounded request"


def test_of_one_article_the_editor_does_not_say_the_bottom_line_again() -> None:
    one = report(TRAINS, *TRAINS_EN, headline="Nordbahn orders 40 trains")
    every = [{"title": "Trains", "statements": [{"ids": [f"P{n}"], "text": None} for n in (1, 2)]}]
    made = compose([one], CHOICES, model=Editor({"bottom_line": [{"text": "", "ids": ["P1"]}], "themes": every}))
    assert [s.text for s in made.bottom_line] == [TRAINS_EN[0]]
    assert told(made) == [TRAINS_EN[1]]
    only = [{"title": "Trains", "statements": every[0]["statements"][:1]}]
    made = compose([one], CHOICES, model=Editor({"bottom_line": [{"text": "", "ids": ["P1"]}], "themes": only}))
    assert told(made) == [TRAINS_EN[0]], "a briefing without developments is none"


def test_a_wording_of_the_editor_s_is_taken_only_if_it_is_borne_out(two: tuple[Report, Report]) -> None:
    good = "Elbwerk will deliver 40 trains to Nordbahn."
    bad = "The order is worth 630 million euros on average."
    made, _ = edited(
        two,
        [{"title": "Trains", "statements": [{"ids": ["P1"], "text": good}, {"ids": ["P2"], "text": bad}]}],
    )
    statements = made.themes[0].statements
    assert statements[0].text == good
    assert statements[0].rewritten
    assert len(statements[0].checks) == 2, "checked against both articles"
    assert statements[1].text in {TRAINS_EN[1], AGAIN_EN[1]}, "the checked summary's words stand"
    assert not made.flagged
    assert any("worded anew failed the check" in note for note in made.notes)


def test_a_theme_s_title_may_not_bring_figures_or_names(two: tuple[Report, Report]) -> None:
    statement = {"statements": [{"ids": ["P1"], "text": None}]}
    other = {"statements": [{"ids": ["P2"], "text": None}]}
    made, _ = edited(two, [{"title": "A 900 million deal", **statement}, {"title": "Denmark buys", **other}])
    assert [theme.title for theme in made.themes] == ["Other developments"] * 2


def test_deals_and_what_to_watch_never_pass_through_the_editor(two: tuple[Report, Report], briefing: Briefing) -> None:
    made, editor = edited(two, [{"title": "Trains", "statements": [{"ids": ["P1"], "text": None}]}])
    assert made.rows == briefing.rows
    assert [s.text for s in made.watch] == [s.text for s in briefing.watch]
    assert TRAINS_EN[3] not in shown_ids(editor), "judgements are told apart beforehand"


@pytest.mark.parametrize("reply", [EndpointError("The endpoint is gone."), {"bottom_line": [], "themes": []}])
def test_without_a_usable_order_the_rules_decide_and_it_is_said(two: tuple[Report, Report], reply: Any) -> None:
    by_rule = compose(two, CHOICES)
    made = compose(two, CHOICES, model=Editor(reply))
    assert told(made) == told(by_rule)
    assert any("by rule" in note for note in made.notes)


def test_a_small_model_is_never_the_editor(two: tuple[Report, Report]) -> None:
    editor = Editor({}, ability=Ability.SMALL)
    compose(two, CHOICES, model=editor)
    assert editor.asked == []


def test_what_does_not_fit_the_window_is_not_sent(two: tuple[Report, Report]) -> None:
    themes = [{"title": "Trains", "statements": [{"ids": ["P1"], "text": None}]}]
    editor = Editor({"bottom_line": [], "themes": themes}, context_tokens=1_800)
    compose(two, CHOICES, model=editor)
    assert editor.asked == [], "two sentences at least, or there is nothing to order"
    roomy = Editor({"bottom_line": [], "themes": themes}, context_tokens=4_000)
    compose(two, CHOICES, model=roomy)
    assert sum(len(str(message["content"])) for message in roomy.asked[0]) // 3 < 4_000


# --- what it took ----------------------------------------------------------------------------------------------------


def priced(model: str, endpoint: str, cost: Decimal | None = None) -> Report:
    made = report("Elbwerk baut ein Werk.", "Elbwerk is building a plant.")
    return replace(made, provenance=replace(made.provenance, model=model, endpoint=endpoint, cost=cost))


def test_the_cost_is_that_of_all_articles_or_not_known() -> None:
    known = priced("m", "https://api.example.org/v1", Decimal("0.25"))
    made = compose([known, known], CHOICES)
    assert made.provenance.cost == Decimal("0.50")
    assert "US$0.5000" in text(made)
    half = compose([known, priced("unheard-of", "http://127.0.0.1:9/v1")], CHOICES)
    assert half.provenance.cost is None, "a part is not the cost"
    assert "not known" in text(half)
    assert "none: the model ran on this machine" in text(compose([priced("q", "embedded")], CHOICES))


def test_a_word_that_joins_a_sentence_to_another_falls_away() -> None:
    german = (
        "Elbwerk baut ein Werk. Darüber hinaus verkauft Elbwerk eine Halle. Zuvor hatte Elbwerk ein Gleis verkauft."
    )
    english = (
        "Elbwerk is building a plant.",
        "In addition, Elbwerk is selling a hall.",
        "Previously, Elbwerk had sold a track.",
    )
    whole = compose([report(german, *english)], CHOICES)
    made = [*(s.text for s in whole.bottom_line), *told(whole)]
    assert "Elbwerk is selling a hall." in made
    assert "Previously, Elbwerk had sold a track." in made, "that says when"
