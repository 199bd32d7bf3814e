"""From settings to a model: what is asked of the endpoint before the first question."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import EndpointError, ModelError, ModelFileError, UsageError
from summarizer.llm import Ability, Message, Settings, embedded, model_file, open_model
from summarizer.llm.known import FALLBACK_CONTEXT
from tests.fault_server import Answer, FaultServer, chat, error, page, resets, serve, truncated, unused_port

ASK: list[Message] = [{"role": "user", "content": "Hallo"}]


def at(server: FaultServer, model: str | None = None) -> Settings:
    return Settings(model=model, base_url=server.url, max_retries=0)


def test_the_only_model_of_an_endpoint_needs_no_name() -> None:
    with serve(chat("x"), models=[{"id": "qwen2.5-3b", "max_model_len": 4321}]) as server:
        with open_model(at(server)) as model:
            model.write(ASK, max_tokens=5)
            assert (model.name, model.context_tokens, model.ability) == ("qwen2.5-3b", 4321, Ability.SMALL)
            assert model.endpoint == server.url
        assert server.requests[0].json["model"] == "qwen2.5-3b"


@pytest.mark.parametrize("ids", [["a", "b"], [], list("abcdefgh")])
def test_one_of_several_must_be_named(ids: list[str]) -> None:
    with serve(models=[{"id": name} for name in ids]) as server, pytest.raises(UsageError) as caught:  # noqa: SIM117
        with open_model(at(server)):
            pass
    assert server.url in str(caught.value)
    assert "--model" in str(caught.value)


def test_an_endpoint_that_lists_nothing_can_still_be_asked() -> None:
    with serve(chat("x")) as server, open_model(at(server, "m")) as model:
        assert model.context_tokens == FALLBACK_CONTEXT
        assert model.write(ASK, max_tokens=5).value == "x"


@pytest.mark.parametrize("refusal", [None, []])
def test_a_list_that_is_refused_or_empty_is_no_matter_where_all_is_known(refusal: Any) -> None:
    with serve(chat("x"), models=refusal) as server, open_model(at(server, "gpt-4o")) as model:
        assert model.context_tokens == 128_000
        assert len(server.listings) == 1
        assert model.write(ASK, max_tokens=5).value == "x"


@pytest.mark.parametrize("answer", [error(401), error(403), error(429), error(500), page(), resets(), truncated()])
def test_trouble_with_the_list_is_left_to_the_first_question(answer: Answer) -> None:
    with serve(chat("x"), listing=answer) as server, open_model(at(server, "gpt-4o")) as model:
        assert model.write(ASK, max_tokens=5).value == "x"


def test_tokens_are_counted_by_the_function_given() -> None:
    @dataclass
    class Counter:
        model: str

        def count(self, text: str) -> int:
            return len(text) + len(self.model)

    with serve() as server:
        with open_model(at(server, "gpt-4o"), counter=Counter) as model:
            assert model.count("abc") == 9
        with open_model(at(server, "gpt-4o")) as model:
            assert model.count("Häuser!") == 3


def test_an_endpoint_without_a_list_needs_a_name() -> None:
    with serve() as server, pytest.raises(UsageError, match="does not say which models"), open_model(at(server)):
        pass


@pytest.mark.parametrize("name", [None, "m", "gpt-4o"])
def test_an_endpoint_that_is_not_there_says_so_at_once(name: str | None) -> None:
    settings = Settings(model=name, base_url=f"http://127.0.0.1:{unused_port()}/v1", max_retries=0)
    with pytest.raises(EndpointError, match="Nothing answers"), open_model(settings):
        pass


def test_without_the_extra_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "find_spec", lambda _: None)
    monkeypatch.setattr(model_file, "locate", lambda *_, **__: pytest.fail("fetched"))
    with pytest.raises(ModelError, match=r"pip install 'summarizer-de-en\[embedded\]'"), open_model(Settings()):
        pass


def test_a_file_that_is_no_model(tmp_path: Path) -> None:
    pytest.importorskip("xllamacpp")
    for path in (tmp_path / "missing.gguf", tmp_path, tmp_path / "text.gguf"):
        (tmp_path / "text.gguf").write_text("not a model")
        with pytest.raises(ModelFileError, match="check --model-path"), open_model(Settings(model_path=path)):
            pass


def test_importing_the_room_imports_neither_client_nor_model() -> None:
    code = "import sys, summarizer.llm; print([m for m in ('openai', 'pydantic', 'xllamacpp') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "[]\n"
