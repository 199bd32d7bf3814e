"""What a number counts, and names that hold digits read to their end."""

from __future__ import annotations

import pytest

from summarizer.data import Kind
from summarizer.figures import find


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("40 new trains were ordered.", "trains"),
        ("40 ICE 3neo trains were ordered.", "trains"),
        ("12 Boeing 787-9 aircraft will be delivered.", "aircraft"),
        ("30 local school districts closed.", "districts"),
        ("The 12 newly built wind turbines stand still.", "turbines"),
        ("About 200 highly skilled workers left.", "workers"),
        ("500 additional full-time jobs are created.", "jobs"),
        ("Three hydrogen-powered regional trains of the type run.", "trains"),
        ("100 U.S. soldiers arrived.", "soldiers"),
        ("30 staff members resigned.", "members"),
        ("Two sports clubs merged.", "clubs"),
        ("Three one-bedroom flats burned.", "flats"),
        ("40 people were injured.", "people"),
        ("14 members of the crew survived.", "members"),
        ("12 killed and no end.", "killed"),
        ("The third attempt was weak.", "attempt"),
        # No form tells the noun here: an adjective is not called one.
        ("1,200 permanent and 300 temporary jobs are to go.", None),
        ("40 old and new trains run.", None),
        ("Three large, modern plants run.", None),
    ],
)
def test_the_head_of_an_english_noun_phrase_is_counted(text: str, noun: str | None) -> None:
    first = find(text, "en")[0]
    assert first.kind in (Kind.COUNT, Kind.ORDINAL)
    assert first.noun == noun


def test_one_thing_is_no_plural() -> None:
    assert [figure.noun for figure in find("Some 1 sports club and 1 man left.", "en")] == [None, "man"]


def test_german_nouns_show_themselves() -> None:
    assert find("Sie kauft 14 neue Boeing-Maschinen.", "de")[0].noun == "Boeing-Maschinen"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Der ICE 3neo fährt nach Brüssel.", ["ICE 3neo"]),
        ("The ICE 3neo runs to Brussels.", ["ICE 3neo"]),
        ("Der TGV 2N2 steht.", ["TGV 2N2"]),
        ("Die neue B 27n umgeht den Ort.", ["B 27n"]),
        # Nothing is glued to these.
        ("Der ICE 3 fährt mit 300 km/h.", ["ICE 3"]),
        ("Er kam mit dem ICE 3.", ["ICE 3"]),
        ("Die zwei ICE 4s stehen.", ["ICE 4"]),
        ("Sie nahm den EC 8 bis Zürich.", ["EC 8"]),
        ("Auf der A 7 staut es sich auf 5 km.", ["A 7"]),
        ("Der Ausbau der B 27-Brücke dauert.", ["B 27"]),
    ],
)
@pytest.mark.parametrize("spaces", [" ", "\u00a0"], ids=["space", "no-break"])
def test_a_name_runs_to_the_end_of_its_word(text: str, names: list[str], spaces: str) -> None:
    language = "en" if text.startswith("The ") else "de"
    written = text.replace(" ", spaces)
    found = [figure.surface for figure in find(written, language) if figure.kind is Kind.DESIGNATION]
    assert found == [name.replace(" ", spaces) for name in names]
