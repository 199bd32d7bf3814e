"""One sentence into English with a small model: what is put in for it, how its tries are judged, which is kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from summarizer.checking.lost import lost_nouns
from summarizer.data import Usage
from summarizer.drafting import fidelity
from summarizer.drafting.caller import Caller
from summarizer.drafting.pinning import Pinned, pin
from summarizer.drafting.terms import Glossary
from summarizer.drafting.translate import _shorter, clauses, translate_text
from summarizer.figures import find
from summarizer.llm import Ability, Message, Reply
from summarizer.llm.base import ReplyMode

GLOSSARY = Glossary.read()


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("Das Land werde dem Pakt beitreten – den Regeln für den Handel.", "Das Land werde dem Pakt beitreten."),
        (
            "Das Land unterhält gute Beziehungen; der Schritt gilt als symbolisch.",
            "Das Land unterhält gute Beziehungen.",
        ),
        # nothing is cut where …
        ("Die Firma will 14 Züge kaufen – darunter zehn kurze.", None),  # … a figure would go with it
        ("Das Land – ein Nachbar – werde beitreten.", None),  # … the sentence goes on behind the aside
        ("So kam es – ganz plötzlich.", None),  # … too little would be left
        ("Er sagte: „Das Land tritt dem Pakt bei – bald“.", None),  # … a quotation would be left open
        ("Das Land werde dem Pakt beitreten.", None),  # … there is no aside
    ],
)
def test_an_aside_at_the_end_is_left_out_of_the_last_try(source: str, kept: str | None) -> None:
    found = find(source, "de")
    assert _shorter(source, 0, (), found) == (kept or source, (), found)


def pinned(text: str, *, nouns: bool = True) -> Pinned:
    glossary = GLOSSARY.for_article(text)
    return pin(text, 0, glossary.occurrences(text), find(text, "de"), nouns=nouns)


@pytest.mark.parametrize(
    ("german", "mixed"),
    [
        ("Sie haben über zwei Jahre lang verhandelt.", "more than two years lang"),
        ("Der Bau dauert gut drei Wochen.", "dauert just over three weeks"),
        ("Nach knapp 90 Minuten war Schluss.", "Nach nearly 90 minutes war"),
        ("An jeder dritten Schule fehlt Geld.", "An every third Schule"),
        # no hedge: the time that something lasts
        ("Der Vertrag läuft über zwölf Jahre.", "über twelve years"),
        ("Ein Kredit über fünf Jahre hilft.", "über five years"),
    ],
)
def test_hedges_of_durations_are_pinned_and_what_only_looks_like_one_is_not(german: str, mixed: str) -> None:
    assert mixed in pinned(german, nouns=False).text


@pytest.mark.parametrize(
    ("german", "english", "reason"),
    [
        ("Sie hat über zwei Jahre verhandelt.", "She negotiated for two years.", "drops the hedge of more than two"),
        ("Das kostet zwei Euro.", "It costs more than two euros.", "does not hedge €2"),
        (
            "Das Tor fiel spät.",
            "Keeping the words and figures exactly, the goal came late.",
            "repeats the instructions",
        ),
    ],
)
def test_hedges_and_leaked_instructions_are_faults(german: str, english: str, reason: str) -> None:
    assert reason in "; ".join(fault.reason for fault in fidelity.faults(german, pinned(german), english))


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Zwischen dem 3. und dem 17. August ruht alles.", "Everything rests between 3 August and 17 August."),
        ("Auf dem Rhein und der Mosel ruht alles.", "Everything rests on the Rhine and the Moselle."),
        ("Der Vertrag gilt 24 Monate.", "The contract is valid for two years."),
        ("Es gibt zwei Schritte in zwei Jahren.", "There are two steps over a two-year period."),
        ("Die Ernte fiel um ein Viertel.", "The harvest fell by a quarter."),
        ("Wegen Nebel und Trotz landete niemand.", "Because of fog and defiance nobody landed."),  # no name opens it
    ],
)
def test_what_is_right_in_other_words_is_no_fault(german: str, english: str) -> None:
    assert not [f for f in fidelity.faults(german, pinned(german), english) if f.weight >= 1]


def test_nouns_that_are_lost_weigh_the_more_the_more_they_are_unless_they_are_names() -> None:
    german = "Die Vesta liefert Kohle und Holz nach Peru."
    one = fidelity.faults(german, pinned(german), "Vesta ships fuel and more to Peru.", lost=["Holz"])
    two = fidelity.faults(german, pinned(german), "Vesta ships fuel and more to Peru.", lost=["Holz", "Kohle"])
    assert fidelity.weight(one) < fidelity.weight(two)
    name = fidelity.faults(
        german, pinned(german), "Vesta ships wood and coal to Peru.", frozenset({"Vesta"}), ["Vesta"]
    )
    assert name == ()


@pytest.mark.parametrize(
    ("source", "before"),
    [
        (
            "Die Kassen erwarten ein Minus von vier Milliarden Euro, obwohl die Beiträge im Mai gestiegen sind.",
            "Die Kassen erwarten ein Minus von vier Milliarden Euro",
        ),
        (
            "Am Tunnel wird bis zum Herbst gebaut; die Bahn setzt in dieser Zeit Busse ein.",
            "Am Tunnel wird bis zum Herbst gebaut",
        ),
        # not where …
        ("Sie kam spät, weil es regnete.", None),  # … too little would stand on one side
        ("Das Haus, das er sah, steht leer und wird bald verkauft.", None),  # … the clause is in the middle of another
        ("Er sagte: „Wir haben lange gewartet, aber niemand hat sich bei uns gemeldet“.", None),  # … words are quoted
    ],
)
def test_a_sentence_is_cut_in_two_where_a_clause_opens(source: str, before: str | None) -> None:
    parts = clauses(source)
    assert (parts[0] if parts else None) == before


class Scripted:
    """A model that answers in turn; its replies are written by hand."""

    name, endpoint, context_tokens, ability = "scripted", "none", 4_096, Ability.SMALL

    def __init__(self, *replies: str) -> None:
        self.replies = list(replies)
        self.asked: list[str] = []

    def count(self, text: str) -> int:
        return len(text)

    def write(self, messages: Sequence[Message], *, max_tokens: int) -> Reply[str]:
        self.asked.append(messages[-1]["content"])
        return Reply(self.replies.pop(0), Usage(calls=1), ReplyMode.TEXT)

    def ask(self, messages: Sequence[Message], reply: type[Any], *, max_tokens: int) -> Reply[Any]:
        raise AssertionError


def test_the_try_that_loses_least_is_kept() -> None:
    german = "Die Stadt baut Schulen und Häuser in Peru."
    model = Scripted("It is building a lot in Peru.", "The city is building schools and houses in Peru.")
    made = translate_text(Caller(model, lost=lost_nouns), german, GLOSSARY, find(german, "de"))
    assert made.text == "The city is building schools and houses in Peru."
    assert made.tries == 2
    assert model.asked[0].startswith("Words: ")
    assert model.asked[0].endswith("\n\nDie Stadt baut Schulen und Häuser in Peru.")
    assert model.asked[1].startswith("Die Stadt")


def test_a_long_sentence_is_put_together_from_its_clauses_at_last() -> None:
    german = "Die Werft liefert im Mai die Schiffe, obwohl der Hafen noch lange nicht fertig ist."
    model = Scripted(
        "No.", "No.", "The yard delivers the ships in May.", "Although the harbour is far from being ready."
    )
    made = translate_text(Caller(model), german, GLOSSARY, find(german, "de"))
    assert made.text == "The yard delivers the ships in May, although the harbour is far from being ready."
    assert len(model.asked) == 4


def test_two_main_clauses_are_asked_for_one_by_one_and_joined() -> None:
    german = "Der Rat baut in Peru zwei neue Schulen, Kosten und Ort nannte er am Montag nicht."
    model = Scripted("The council is building two new schools in Peru.", "He did not give cost or place on Monday.")
    made = translate_text(Caller(model), german, GLOSSARY, find(german, "de"), retries=0)
    assert len(model.asked) == 2
    assert made.text == ("The council is building two new schools in Peru; he did not give cost or place on Monday.")


def test_a_year_that_german_does_not_count_is_no_figure_too_many() -> None:
    german = "Der Vertrag wird um ein Jahr verlängert."
    english = "The contract is extended by one year."
    assert not fidelity.faults(german, pinned(german), english)
