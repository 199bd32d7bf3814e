"""The sentence splitter: cases in tests/cases/sentences, and properties that hold for every text."""

from __future__ import annotations

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.data import Sentence
from summarizer.sentences import LEXICONS, split

CASES = Path(__file__).parent / "cases" / "sentences"
SENTENCE, PARAGRAPH = "‖", "¶"


def _cases() -> list[object]:
    params: list[object] = []
    for name, language in (("de", "de"), ("en", "en"), ("layout", "de")):
        for case in tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["case"]:
            marks = [pytest.mark.xfail(reason=case["why"])] if case.get("fails") else []
            params.append(pytest.param(case["marked"], case.get("language", language), id=case["why"], marks=marks))
    return params


def _unmark(marked: str) -> str:
    return marked.replace(SENTENCE, "").replace(PARAGRAPH, "")


def _mark(text: str, sentences: tuple[Sentence, ...]) -> str:
    """Writes the cuts found back into the text, behind the sentence they end."""
    marked = text[: sentences[0].span.end]
    for before, sentence in pairwise(sentences):
        marked += SENTENCE if sentence.paragraph == before.paragraph else PARAGRAPH
        marked += text[before.span.end : sentence.span.end]
    return marked + text[sentences[-1].span.end :]


@pytest.mark.parametrize(("marked", "language"), _cases())
def test_cuts_where_marked(marked: str, language: str) -> None:
    text = _unmark(marked)
    assert _mark(text, split(text, language)) == marked


def _assert_sound(text: str, sentences: tuple[Sentence, ...]) -> None:
    end = 0
    paragraph = 0
    for number, sentence in enumerate(sentences, 1):
        span = sentence.span
        piece = span.of(text)
        assert sentence.id == f"S{number}"
        assert piece
        assert piece == piece.strip()
        assert span.start >= end
        assert not text[end : span.start].strip()
        assert paragraph <= sentence.paragraph <= paragraph + 1
        end, paragraph = span.end, sentence.paragraph
    assert not text[end:].strip()


ALPHABET = st.one_of(
    st.characters(),
    st.sampled_from(list(" \n\n\t .!?…()[]„“”»«\"'–-0123456789aAzZ\u00a0\u2028\r\x85")),
)
PIECES = st.sampled_from(
    [
        "Der Vertrag", "z. B.", "am 6.", "November", "Dr.", "500", "Millionen Euro", "\n", "\n\n", ". ", "! ", "“ ",
        "„", "(", ") ", "XIV. ", "5 p.m. ", "U.S. ", "… ",
        "- ", "1. ", "und ", "die", "iPhone", "24.12. ", "[12]", "²",
    ]
)  # fmt: skip


@given(st.one_of(st.text(ALPHABET), st.lists(PIECES).map(" ".join)), st.sampled_from(sorted(LEXICONS)))
def test_spans_are_trimmed_ordered_and_cover_everything(text: str, language: str) -> None:
    _assert_sound(text, split(text, language))


@given(st.lists(PIECES, min_size=1).map(" ".join))
def test_a_sentence_read_alone_keeps_its_first_character(text: str) -> None:
    for sentence in split(text):
        again = split(sentence.span.of(text))
        assert again[0].span.start == 0
        assert again[-1].span.end == len(sentence.span.of(text))


DE_FIGURES = [
    "6. November 2025", "24. 12. 2025", "24.12.2025", "17.30 Uhr", "3,5 Mio. Euro", "2 Mrd. US-Dollar",
    "1.250,75 Euro",
    "Art. 5 Abs. 2", "§ 12 Abs. 3 Nr. 4", "Nr. 5", "19. Jahrhundert", "2. Quartal", "5. Jh. v. Chr.", "ca. 40 Prozent",
    "12. 500 Tonnen", "8./9. Juni", "787-9", "1,2 TWh", "rd. 500 MW", "15. Oktober", "Dez. 2020", "100 km",
    "70 Prozent",
    "4,5 Bio. Yen", "30 Tsd. Stück", "3. Platz", "1. Halbjahr",
]  # fmt: skip
EN_FIGURES = [
    "$1.5 million", "No. 5", "5 p.m. EST", "Jan. 5, 2025", "2.5 percent", "U.S. $3 bn", "Fig. 3", "approx. 40 MW",
    "2 a.m. GMT", "1,250.75 euros",
]  # fmt: skip
DE_FRAMES = [
    "Das sind {} im Vergleich.",
    "Der Wert von {}.",
    "{} Danach kam mehr.",
    "„{}“, sagte er.",
    "Am {} Die Firma.",
    "({})",
]
EN_FRAMES = ["That is {} in all.", "The value of {}.", "{} Then came more.", "“{},” he said.", "({})"]


@pytest.mark.parametrize("gap", [" ", "\u00a0", "\u202f"])
@pytest.mark.parametrize(
    ("figure", "language"), [(f, "de") for f in DE_FIGURES] + [(f, "en") for f in EN_FIGURES], ids=lambda value: value
)
def test_never_cuts_inside_a_figure(figure: str, language: str, gap: str) -> None:
    for frame in DE_FRAMES if language == "de" else EN_FRAMES:
        text = frame.format(figure.replace(" ", gap))
        start = text.index(figure.replace(" ", gap))
        cuts = {sentence.span.start for sentence in split(text, language)}
        assert not [cut for cut in cuts if start < cut < start + len(figure)], text


@pytest.mark.parametrize("figure", DE_FIGURES)
def test_never_cuts_a_figure_at_the_line_break_of_wrapped_text(figure: str) -> None:
    words = f"der Wert liegt nach Angaben des Hauses bei {figure} und damit weit über dem Plan der Firma".split(" ")
    for at in range(1, len(words)):
        text = " ".join(words[:at]) + "\n" + " ".join(words[at:])
        text = "Wie es heißt, wird der Vertrag von der Regierung geprüft, und\n" + text
        wrapped_figure = re.search(r"\s+".join(map(re.escape, figure.split(" "))), text)
        assert wrapped_figure is not None
        cuts = {sentence.span.start for sentence in split(text)}
        assert not [cut for cut in cuts if wrapped_figure.start() < cut < wrapped_figure.end()], text


def test_an_unknown_language_is_named() -> None:
    with pytest.raises(ValueError, match="'fr'"):
        split("Bonjour.", "fr")


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_no_text_no_sentences(text: str) -> None:
    assert split(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "a.) " * 50_000,
        "z. " * 50_000,
        "(" * 100_000 + ". A",
        "1. " * 50_000,
        "\n" * 200_000,
        "x" * 1_000_000,
        '." ' * 50_000,
    ],
    ids=["brackets", "letters", "open", "ordinals", "lines", "one word", "quotes"],
)
def test_repeats_don_t_make_it_slow(text: str) -> None:
    """Each would take minutes if any rule looked back or ahead without bound."""
    _assert_sound(text, split(text))


def test_tables_hold_words_without_their_last_stop() -> None:
    for lexicon in LEXICONS.values():
        assert not [word for word in lexicon.endings if word.endswith(".")]
        assert not [word for word in lexicon.starters if not word[0].isupper()]
