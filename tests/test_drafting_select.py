"""Which figures stand in which sentence, and which short names stand alone: what long texts must not slow down."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer import figures, sentences
from summarizer.drafting.names import aliases
from summarizer.drafting.select import by_sentence

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*/article.de.txt"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_every_figure_is_given_to_the_sentences_it_stands_in(path: Path) -> None:
    text = path.read_text("utf-8")
    split, found = sentences.split(text, "de"), figures.find(text, "de")
    inside = by_sentence(split, found)
    assert sum(len(part) for part in inside.values()) == len(found)
    for sentence in split:
        assert inside[sentence.id] == tuple(f for f in found if f.span.overlaps(sentence.span))


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Falkenrath Systems baut aus. Falkenrath liefert bald.", {"Falkenrath"}),
        ("Falkenrath Systems baut aus. Falkenrath Systems liefert bald.", set()),  # never alone
        ("Falkenrath Systems baut aus. Das Werk der Falkenrath-Gruppe liefert.", {"Falkenrath"}),
        ("Rolls-Orten Systems baut aus. Rolls-Orten liefert bald.", {"Rolls-Orten"}),
        ("Rolls-Orten Systems baut aus.", set()),
    ],
)
def test_a_firms_first_word_stands_for_it_where_it_stands_alone(text: str, short: set[str]) -> None:
    whole = text.split(" baut")[0]
    assert aliases([whole], text, lambda _: False) == {whole} | short
