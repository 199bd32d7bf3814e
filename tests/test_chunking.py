"""Packing sentences into chunks: never over the limit, nothing lost, paragraphs kept where they can be."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.chunking import pack
from summarizer.data import Chunk, Sentence, Span


def words(text: str) -> int:
    return len(text.split())


def uneven(text: str) -> int:
    """A count that does not add up, as tokenizers' don't: joining can take more or less than the parts."""
    return len(re.findall(r"\w{1,4}|[^\w\s]", text)) + text.count("\n") * (len(text) % 3)


def article(*paragraphs: str) -> tuple[str, tuple[Sentence, ...]]:
    """A text from paragraphs whose sentences are divided by ``|``."""
    text = ""
    found: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        for sentence in paragraph.split("|"):
            found.append(Sentence(f"S{len(found) + 1}", Span(len(text), len(text) + len(sentence)), number))
            text += sentence + " "
        text += "\n\n"
    return text, tuple(found)


def ids(chunks: tuple[Chunk, ...]) -> list[str]:
    return [" ".join(sentence.id for sentence in chunk.sentences) for chunk in chunks]


@pytest.mark.parametrize(
    ("paragraphs", "limit", "chunks"),
    [
        (["Eins zwei drei.|Vier fünf."], 5, ["S1 S2"]),
        (["Eins zwei drei.|Vier fünf."], 4, ["S1", "S2"]),
        (["Eins zwei.", "Drei vier.|Fünf sechs."], 5, ["S1 S2", "S3"]),
        (["Eins zwei drei vier.", "Fünf sechs.|Sieben acht."], 7, ["S1", "S2 S3"]),
        (["Eins zwei drei.", "Die Überschrift", "Vier fünf sechs."], 5, ["S1", "S2 S3"]),
        (["Die Überschrift", "Eins zwei drei vier."], 4, ["S1", "S2"]),
        ([], 5, []),
    ],
    ids=[
        "all in one",
        "as many as fit",
        "a paragraph's end that leaves it less than half full is passed",
        "a paragraph's end is preferred",
        "a heading goes with what it heads",
        "a heading alone if nothing else fits",
        "nothing",
    ],
)
def test_where_chunks_end(paragraphs: list[str], limit: int, chunks: list[str]) -> None:
    text, sentences = article(*paragraphs)
    packed = pack(text, sentences, words, limit)
    assert ids(packed) == chunks
    assert all(chunk.token_count <= limit for chunk in packed)


def test_a_heading_longer_than_half_the_limit_does_not_hang() -> None:
    text, sentences = article("Eine lange Überschrift", "Noch eine Überschrift", "Eins zwei drei vier.")
    assert ids(pack(text, sentences, words, 5)) == ["S1", "S2", "S3"]


def test_counts_what_stands_in_the_prompt() -> None:
    text, sentences = article("Eins zwei.|Drei vier.")
    chunks = pack(text, sentences, words, 5, write=lambda s: f"[{s.id}] {s.span.of(text)}")
    assert [(chunk.token_count, len(chunk.sentences)) for chunk in chunks] == [(3, 1), (3, 1)]


def test_gives_a_sentence_back_where_joining_takes_more_than_the_parts() -> None:
    text, sentences = article("Eins zwei.|Drei vier.|Fünf sechs.")
    chunks = pack(text, sentences, lambda part: words(part) + 2 * part.strip().count("\n"), 7)
    assert [(ids((chunk,))[0], chunk.token_count) for chunk in chunks] == [("S1 S2", 6), ("S3", 2)]


def test_counts_each_sentence_once_and_each_chunk_once() -> None:
    text, sentences = article(*["Eins zwei drei vier fünf."] * 1000)
    counted = 0

    def count(part: str) -> int:
        nonlocal counted
        counted += len(part)
        return words(part)

    chunks = pack(text, sentences, count, 100)
    assert len(chunks) == 50
    assert counted < 2.2 * len(text)


LONG = "Das Werk liefert ab dem 6. November 2025 rund 500 Millionen Euro an Wert, und es zahlt 1 200 000 Euro mehr als"


@pytest.mark.parametrize("limit", range(1, 25))
def test_a_sentence_over_the_limit_comes_as_pieces_with_its_id(limit: int) -> None:
    text, sentences = article("Kurz.", LONG, "Ende.")
    chunks = pack(text, sentences, words, limit)
    pieces = [s for chunk in chunks for s in chunk.sentences if s.id == "S2"]
    assert " ".join(piece.span.of(text) for piece in pieces) == LONG
    assert all(chunk.token_count <= limit for chunk in chunks)


@pytest.mark.parametrize("limit", range(8, 20))
def test_pieces_don_t_divide_a_figure(limit: int) -> None:
    text, sentences = article(LONG)
    pieces = [s.span.of(text) for chunk in pack(text, sentences, words, limit) for s in chunk.sentences]
    for figure in ("6. November 2025", "500 Millionen Euro", "1 200 000 Euro"):
        assert any(figure in piece for piece in pieces), pieces


def test_pieces_end_at_clauses_where_they_can() -> None:
    text, sentences = article("Sie bauen Windräder im Norden, und sie bauen Leitungen in den Süden des Landes")
    pieces = [s.span.of(text) for chunk in pack(text, sentences, words, 8) for s in chunk.sentences]
    assert pieces == ["Sie bauen Windräder im Norden,", "und sie bauen Leitungen in den Süden des", "Landes"]


def test_one_endless_word_is_cut_too() -> None:
    text, sentences = article("x" * 100_000)
    chunks = pack(text, sentences, len, 1000)
    assert sum(chunk.token_count for chunk in chunks) == 100_000
    assert all(chunk.token_count <= 1000 for chunk in chunks)


@pytest.mark.parametrize("limit", [0, -1, 2])
def test_a_limit_no_character_fits_into_is_refused(limit: int) -> None:
    text, sentences = article("Ölpreis.")
    with pytest.raises(ValueError, match="S1"):
        pack(text, sentences, lambda part: 3 * len(part), limit)


SENTENCE = st.text(st.sampled_from("aB1ö,. –"), min_size=1, max_size=60).map(lambda s: f"x{s}x")
PARAGRAPHS = st.lists(st.lists(SENTENCE, min_size=1, max_size=5).map("|".join), max_size=6)


@given(PARAGRAPHS, st.integers(6, 60), st.sampled_from([words, len, uneven]))
def test_never_over_the_limit_and_nothing_lost(paragraphs: list[str], limit: int, count: Callable[[str], int]) -> None:
    text, sentences = article(*paragraphs)
    chunks = pack(text, sentences, count, limit)
    packed = [sentence for chunk in chunks for sentence in chunk.sentences]
    covered = {i for sentence in packed for i in range(*sentence.span)}
    assert all(i in covered or text[i].isspace() for s in sentences for i in range(*s.span))
    assert [s.span.start for s in packed] == sorted({s.span.start for s in packed})
    assert list(dict.fromkeys(s.id for s in packed)) == [s.id for s in sentences]
    for chunk in chunks:
        assert chunk.token_count == count("\n".join(s.span.of(text) for s in chunk.sentences)) <= limit
