"""Options and environment become settings, and keys stay hidden."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from summarizer.errors import UsageError
from summarizer.llm import Ability, Settings
from summarizer.llm.known import ability_by_name, context_by_listing, context_by_name
from tests.fault_server import KEY


def test_nothing_given_is_the_embedded_model() -> None:
    assert Settings.from_environment(environ={}).embedded
    assert Settings.from_environment(environ={"OPENAI_API_KEY": "", "OPENAI_BASE_URL": ""}).embedded


def test_a_key_alone_is_openai() -> None:
    made = Settings.from_environment(environ={"OPENAI_API_KEY": f" {KEY}\n"})
    assert made.base_url == "https://api.openai.com/v1"
    assert made.api_key is not None
    assert made.api_key.reveal() == KEY


def test_options_win_over_the_environment() -> None:
    env = {"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": "http://a/v1", "OPENAI_MODEL": "m"}
    made = Settings.from_environment(base_url="http://b/v1/", model="n", environ=env)
    assert (made.base_url, made.model) == ("http://b/v1", "n")
    made = Settings.from_environment(environ=env)
    assert (made.base_url, made.model) == ("http://a/v1", "m")


@pytest.mark.parametrize("model", [None, "embedded"])
def test_the_embedded_model_can_be_asked_for_beside_a_key(model: str | None) -> None:
    path = None if model else Path("m.gguf")
    made = Settings.from_environment(model=model, model_path=path, environ={"OPENAI_API_KEY": KEY})
    assert made.embedded
    assert made.model_path == path


def test_a_gateway() -> None:
    env = {"OPENAI_API_KEY": KEY, "OPENAI_API_VERSION": "2025-01-01", "OPENAI_API_KEY_HEADER": "x-key"}
    made = Settings.from_environment(base_url="https://gate.example/openai/deployments/d?team=7", environ=env)
    assert made.base_url == "https://gate.example/openai/deployments/d"
    assert made.query == {"team": "7", "api-version": "2025-01-01"}
    assert made.key_header == "x-key"


def test_no_representation_shows_the_key() -> None:
    made = Settings.from_environment(environ={"OPENAI_API_KEY": KEY})
    assert KEY not in f"{made!r} {made} {made.api_key!r} {made.api_key}"


@pytest.mark.parametrize(
    ("options", "env", "words"),
    [
        ({"model": "gpt-5"}, {}, "gpt-5 needs an endpoint"),
        ({"model": "embedded", "base_url": "http://a/v1"}, {}, "--model embedded asks for"),
        ({"model_path": Path("m"), "base_url": "http://a/v1"}, {}, "--model-path asks for"),
        ({"base_url": "localhost:11434"}, {}, "not an address"),
        ({"base_url": "ftp://host/v1"}, {}, "not an address"),
        ({"base_url": "http://"}, {}, "not an address"),
        ({"base_url": "http://[::1/v1"}, {}, "not an address"),
        ({"base_url": "http://host:99999/v1"}, {}, "not an address"),
        ({"base_url": "http://a b/v1"}, {}, "not an address"),
        ({}, {"OPENAI_API_KEY": "sk-ä"}, "OPENAI_API_KEY holds characters"),
        ({}, {"OPENAI_API_KEY": "two words"}, "OPENAI_API_KEY holds characters"),
        ({}, {"OPENAI_API_KEY_FILE": "/nowhere/key"}, "/nowhere/key can't be read"),
    ],
)
def test_what_does_not_fit_is_one_sentence(options: dict[str, object], env: dict[str, str], words: str) -> None:
    with pytest.raises(UsageError) as caught:
        Settings.from_environment(**options, environ=env)  # type: ignore[arg-type]
    assert words in str(caught.value)


def test_the_key_file(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_text(f"{KEY}\n")
    path.chmod(0o600)
    made = Settings.from_environment(environ={"OPENAI_API_KEY_FILE": str(path)})
    assert made.api_key is not None
    assert made.api_key.reveal() == KEY


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX")
@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660])
def test_a_key_file_open_to_others_is_refused(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "key"
    path.write_text(KEY)
    path.chmod(mode)
    with pytest.raises(UsageError, match=r"can be read by others; run: chmod 600 .*key$") as caught:
        Settings.from_environment(environ={"OPENAI_API_KEY_FILE": str(path)})
    assert KEY not in str(caught.value)


@pytest.mark.parametrize("content", [b"", b" \n", b"\xff\xfe\x00", b"one\ntwo"])
def test_a_key_file_without_a_key(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "key"
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(UsageError, match="key"):
        Settings.from_environment(environ={"OPENAI_API_KEY_FILE": str(path)})


@pytest.mark.parametrize(
    ("name", "ability"),
    [
        ("qwen2.5:1.5b", Ability.SMALL),
        ("Qwen/Qwen2.5-Coder-3B-Instruct", Ability.SMALL),
        ("llama3.2:3b-instruct-q4_K_M", Ability.SMALL),
        ("gemma-3-270m-it-4b", Ability.SMALL),
        ("llama3.1:8b", Ability.STRONG),
        ("mixtral-8x7b", Ability.STRONG),
        ("Qwen3-30B-A3B", Ability.STRONG),
        ("gpt-4.1", Ability.STRONG),
        ("b2b-model", Ability.STRONG),
    ],
)
def test_ability_by_name(name: str, ability: Ability) -> None:
    assert ability_by_name(name) is ability


def test_context() -> None:
    assert context_by_name("gpt-4o-mini") == 128_000
    assert context_by_name("openai/gpt-4.1-mini") == 1_000_000
    assert context_by_name("gpt-4-0613") == 8_192
    assert context_by_name("qwen2.5:7b") is None
    assert context_by_listing({"id": "m", "max_model_len": 4096}) == 4096
    assert context_by_listing({"id": "m", "meta": {"n_ctx": 2048, "n_ctx_train": 32768}}) == 2048
    assert context_by_listing({"id": "m", "meta": None}) is None
