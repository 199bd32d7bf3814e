"""Cases by article and gender, and that they, not the order of the words, say who acts."""

from __future__ import annotations

import pytest

from summarizer.drafting.grammar import clauses
from summarizer.drafting.noun_cases import ALL, Case, Gender, cases, gender

N, A, D, G = Case.NOMINATIVE, Case.ACCUSATIVE, Case.DATIVE, Case.GENITIVE


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("Baukonzern", Gender.MASCULINE),
        ("Zulieferer", Gender.MASCULINE),
        ("Großreederei", Gender.FEMININE),
        ("Landesbank", Gender.FEMININE),
        ("Wehrverwaltung", Gender.FEMININE),
        ("Chemieunternehmen", Gender.NEUTER),
        ("Finanzministerium", Gender.NEUTER),
        ("Mehrwertsteuer", None),
        ("Kammer", Gender.FEMININE),
        ("Norvik", None),
    ],
)
def test_gender_follows_from_the_last_part_of_a_compound(noun: str, expected: Gender | None) -> None:
    assert gender(noun) is expected


@pytest.mark.parametrize(
    ("article", "nouns", "expected"),
    [
        ("der", ["Konzern", "Norvik"], {N}),
        ("der", ["Reederei", "Norvik"], {D, G}),
        ("der", ["Norvik"], {N, D, G}),
        ("der", ["Münchner", "Firma", "Norvik"], {D, G}),
        ("der", ["Batteriehersteller", "Lotion"], {N}),
        ("der", ["Unternehmen"], {G}),
        ("die", ["Konzerne", "Norvik"], {N, A}),
        ("den", ["Stadtwerken"], {A, D}),
        ("einer", ["Tochter"], {D, G}),
        ("seinem", ["Rivalen", "Norvik"], {D}),
        (None, ["Norvik"], ALL),
        ("beide", ["Seiten"], ALL),
    ],
)
def test_an_article_leaves_the_cases_open_that_its_noun_has(
    article: str | None, nouns: list[str], expected: set[Case]
) -> None:
    assert cases(article, nouns) == expected


def test_an_owner_is_told_from_who_acts() -> None:
    def owners(sentence: str) -> list[str]:
        return [g.words[-1].text for g in clauses(sentence)[0].groups if g.genitive]

    assert owners("Die Mine der Reederei Norvik kauft Tessera.") == ["Norvik"]
    assert owners("Die Mine kauft nun die Bank.") == []
    assert owners("Für die Anlage der Konzern Norvik zahlt.") == [], "a masculine with der is subject"
