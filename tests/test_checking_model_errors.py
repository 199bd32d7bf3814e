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
    # what is counted turned into a unit by a word beside it
    (
        "Nach dem Sturm war in 18.000 Haushalten stundenlang der Strom weg.",
        "After the storm the power was out for 18,000 hours.",
        "After the storm 18,000 households were without power for hours.",
    ),
    ("Der Verein sammelte 100 Spenden.", "The club collected 100 euros.", "The club collected 100 donations."),
    # another part of the year or the month
    (
        "Die Brücke soll Mitte 2028 fertig sein.",
        "The bridge is to be finished at the end of 2028.",
        "The bridge is to be finished in mid-2028.",
    ),
    (
        "Die Brücke soll im Frühjahr 2028 fertig sein.",
        "The bridge is to be finished in autumn 2028.",
        "The bridge is to be finished in early 2028.",
    ),
    (
        "Die Brücke soll Anfang März fertig sein.",
        "The bridge is to be finished at the end of March.",
        "The bridge is to be finished at the beginning of March.",
    ),
    # late in a year and early in its last month are one
    (
        "Die Brücke soll Anfang Dezember 2028 fertig sein.",
        "The bridge is to be finished in early November 2028.",
        "The bridge is to be finished in late 2028, at the beginning of December.",
    ),
    # an end where the source has a beginning, and the other way round
    (
        "Die Fertigung soll Ende 2028 anlaufen.",
        "Production is expected to end in 2028.",
        "Production is expected to start at the end of 2028.",
    ),
    (
        "Der Vertrag läuft Ende 2028 aus.",
        "The contract begins at the end of 2028.",
        "The contract will end at the end of 2028.",
    ),
    # a relative clause: its preposition leads the maker named before it, not the buyer behind
    (
        "Der Zughersteller Elbwerk, bei dem Nordbahn 40 Züge bestellt hat, wird größer.",
        "Elbwerk has ordered 40 trains from Nordbahn.",
        "Nordbahn has ordered 40 trains from Elbwerk.",
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


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Sie blieben drei Nächte.", "They stayed three nights."),  # a noun that is a length of time itself
        ("Insgesamt entstand rund 15.000 Sachschaden.", "Damage of around 15,000 euros was caused."),  # or money
        ("Sie zahlte mit zehn Scheinen.", "She paid with ten notes."),
        ("Im Herbst 2028 ist Wahl.", "The vote is in late 2028."),  # writers use one for the other
        ("2028 ist Wahl.", "The vote is at the end of 2028."),  # a part that only one text names
        ("Die Fertigung begann 2024 und endet 2028.", "Production began in 2024 and ends in 2028."),
    ],
)
def test_what_a_translator_may_do_beside_such_slips_is_not_flagged(german: str, english: str) -> None:
    assert not check(german, english, kind=TextKind.TRANSLATION).flagged


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
