"""What single words tell of a text must never hide what its pattern would find there."""

from __future__ import annotations

import pytest

from summarizer.checking import denied, direction, roles, supposed, wordlists
from summarizer.checking.reading import Reading
from summarizer.checking.spotted import Spotted


def _texts(name: str, language: str) -> list[str]:
    forms = {form for forms in wordlists._written(name, language).values() for form in forms}
    texts = []
    for form in sorted(forms):
        first, _, last = form.partition("…")
        texts.append(f"Am 5. {first.replace('*', 'end')} {last}".strip())
        texts.append(f"({first.replace('*', '')} {last})".upper().replace("ẞ", "SS"))
    return texts


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_word_of_the_list_is_spotted(language: str) -> None:
    pattern = wordlists.any_of("direction", language)
    found = [text for text in _texts("direction", language) if pattern.search(text)]
    assert len(found) > 150
    assert [
        text for text in found if not wordlists.sections("direction", language, Reading(text, language).tokens)
    ] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They didn’t buy 40."),
        ("en", "THEY DIDN'T BUY 40."),
        ("en", "No. There are no 40."),
        ("en", "It bought none of the 40."),
        ("de", "Keines der 40 Flugzeuge wurde bestellt."),
        ("de", "Sie sind NICHT bestellt."),
    ],
)
def test_a_denial_is_spotted(language: str, text: str) -> None:
    assert denied.Denials(Reading(text, language)).any


@pytest.mark.parametrize(("language", "text"), [("en", "It bought 40 of them, see No. 7."), ("de", "Keinath hat 40.")])
def test_no_denial_is_found_where_none_is(language: str, text: str) -> None:
    assert not denied.Denials(Reading(text, language)).any


@pytest.mark.parametrize(
    "text", ["Es könnte 40 kosten.", "Unter Umständen sind es 40.", "VORAUSSICHTLICH 40", "Wohl 40, heißt es."]
)
def test_a_supposition_is_spotted(text: str) -> None:
    assert supposed.supposes(Reading(text, "de"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Nordbahn gab 40 Züge in Auftrag."),
        ("de", "Nordbahn setzte sich gegen Alvon durch."),
        ("de", "Das Gericht verurteilte Alvon zu 40 Millionen."),
        ("en", "Alvon has taken over 40 stores."),
        ("en", "Alvon is to order 40 trains."),
        ("en", "Alvon bought 40 trains."),
    ],
)
def test_a_verb_of_two_parts_is_spotted(language: str, text: str) -> None:
    assert roles.speaks(Reading(text, language))
    assert not roles.speaks(Reading("40", language))


def test_what_turns_round_stays_found_beside_an_address_and_a_possessive() -> None:
    for text in ("See https://example.org/rise for 5 percent", "The rise's 5 percent"):
        assert direction.Directions(Reading(text, "en")).said


def test_the_memory_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarizer.checking.spotted._MEMORY", 3)
    spotted = Spotted(r"\bab")
    assert [spotted[word] for word in ("ab", "cd", "abc", "xab", "ab")] == [True, False, True, False, True]
    assert len(spotted) <= 3
    assert spotted["ab" * 50]
    assert "ab" * 50 not in spotted
