"""Slips that models really made, told again in sentences of our own: the check must flag each of them.

Beside each stands what a right translation says, which it must leave alone.
"""

from __future__ import annotations

import pytest

from summarizer.checking import check
from summarizer.checking.lost import lost_nouns
from summarizer.data import Sensitivity, TextKind

SLIPS = [
    # a dozen read as a hundred
    (
        "Im Hafen liegen rund drei Dutzend Schiffe.",
        "About three hundred ships lie in the harbour.",
        "About three dozen ships lie in the harbour.",
    ),
    # "über" after a loan says how much it is worth, not that it is more
    (
        "Die Förderbank gibt dem Werk einen Kredit über 85 Millionen Euro.",
        "The development bank gives the plant a loan of over 85 million euros.",
        "The development bank gives the plant a loan of 85 million euros.",
    ),
    # Milliarden are billions
    (
        "Die Trasse soll 2,5 Milliarden Euro kosten.",
        "The line is to cost 2.5 million euros.",
        "The line is to cost 2.5 billion euros.",
    ),
    # a dropped half
    (
        "Dreieinhalb Jahre später kehrte sie zurück.",
        "Three years later she returned.",
        "Three and a half years later she returned.",
    ),
    # a figure left out with its clause
    (
        "Vor der Abstimmung der 54.000 Ärzte wurde verhandelt.",
        "There were talks before the vote.",
        "There were talks before the vote of the 54,000 doctors.",
    ),
    # a hedge turned into another
    (
        "Rund 1,8 Millionen Wähler sind aufgerufen.",
        "More than 1.8 million voters are called upon.",
        "About 1.8 million voters are called upon.",
    ),
]
TYPE_FOR_COUNT = (
    "Die Fluglinie bestellt acht weitere 787.",
    "The airline is ordering 787 more.",
    "The airline is ordering eight more 787s.",
)


@pytest.mark.parametrize(("german", "wrong", "right"), SLIPS)
def test_a_slip_is_flagged_and_the_right_words_are_not(german: str, wrong: str, right: str) -> None:
    assert check(german, wrong, kind=TextKind.TRANSLATION).flagged
    assert not check(german, right, kind=TextKind.TRANSLATION).flagged


def test_a_type_of_aircraft_taken_for_a_count_is_flagged() -> None:
    german, wrong, right = TYPE_FOR_COUNT
    assert check(german, wrong.replace("more", "more aircraft"), kind=TextKind.TRANSLATION).flagged
    assert check(german, wrong, kind=TextKind.TRANSLATION, sensitivity=Sensitivity.HIGH).flagged
    for sensitivity in Sensitivity:
        assert not check(german, right, kind=TextKind.TRANSLATION, sensitivity=sensitivity).flagged


@pytest.mark.parametrize(
    ("german", "english", "lost"),
    [
        ("Die Häuser in Polen stehen am Fluss.", "They stand by the river in Poland.", ("Häuser",)),
        ("Die Häuser stehen am Fluss.", "The houses stand by the river.", ()),  # inflected forms are the same word
        ("Der Qwertz fehlt.", "Something is missing.", ()),  # what the lexicon doesn't hold is not judged
        ("", "", ()),
    ],
)
def test_nouns_that_an_english_text_lacks_are_named(german: str, english: str, lost: tuple[str, ...]) -> None:
    assert lost_nouns(german, english) == lost
