"""Answers kept on this machine: what is kept, for whom, for how long, and what is not.

The model's replies here are written by hand, all of them; no model was asked.
"""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from summarizer.errors import ReplyError, UsageError
from summarizer.llm import Message, Model, Settings, open_model
from summarizer.llm.cache import Cached, ReplyCache, location
from summarizer.llm.exchange import Call
from tests.command import invoke
from tests.fault_server import KEY, FaultServer, Script, chat, error, serve

ASK: list[Message] = [{"role": "system", "content": "Read."}, {"role": "user", "content": "Wer kauft Fähren?"}]


class Deal(BaseModel):
    buyer: str


@contextmanager
def model_at(server: FaultServer, **changes: Any) -> Iterator[Model]:
    settings: dict[str, Any] = {
        "model": "test-model",
        "base_url": server.url,
        "max_retries": 0,
        "context_tokens": 4000,
        "cache": True,
    }
    with open_model(Settings(**(settings | changes))) as model:
        yield model


def asked_twice(*script: Script, **changes: Any) -> tuple[list[str], int]:
    """The same question to two models, one after the other; what they said, and how many requests that took."""
    said = []
    with serve(*script, always=None) as server:
        for more in ({}, changes):
            with model_at(server, **more) as model:
                said.append(model.write(ASK, max_tokens=50).value)
        return said, len(server.requests)


def test_the_same_question_is_asked_once() -> None:
    assert asked_twice(chat("Nordsee."), chat("another")) == (["Nordsee.", "Nordsee."], 1)


def test_what_comes_from_the_cache_is_no_call() -> None:
    with serve(chat("Nordsee.", usage=(10, 5))) as server:
        with model_at(server) as model:
            assert model.write(ASK, max_tokens=50).usage.calls == 1
        with model_at(server) as model:
            usage = model.write(ASK, max_tokens=50).usage
    assert (usage.calls, usage.prompt_tokens, usage.completion_tokens, usage.cached) == (0, 0, 0, 1)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"cache": False}, "the user does not want it"),
        ({"model": "other"}, "another model"),
        ({"seed": 8}, "another parameter"),
    ],
    ids=str,
)
def test_another_question_is_asked(changes: dict[str, Any], reason: str) -> None:
    said, requests = asked_twice(chat("one"), chat("two"), **changes)
    assert (said, requests) == (["one", "two"], 2), reason


def test_another_limit_schema_or_message_is_another_question() -> None:
    with serve(chat("a"), chat("b"), chat('{"buyer": "c"}')) as server, model_at(server) as model:
        model.write(ASK, max_tokens=50)
        assert model.write(ASK, max_tokens=51).value == "b"
        assert model.ask(ASK, Deal, max_tokens=50).value.buyer == "c"


def test_a_second_try_within_a_run_is_one_and_is_found_again() -> None:
    with serve(chat("first"), chat("second")) as server:
        for _ in range(2):
            with model_at(server) as model:
                assert [model.write(ASK, max_tokens=50).value for _ in range(2)] == ["first", "second"]
        assert len(server.requests) == 2


def test_an_answer_that_fits_nothing_is_not_kept() -> None:
    with serve(chat("no"), chat("still no"), chat("never"), chat('{"buyer": "Nordsee"}')) as server:
        with model_at(server) as model, pytest.raises(ReplyError):
            model.ask(ASK, Deal, max_tokens=50)
        with model_at(server) as model:
            assert model.ask(ASK, Deal, max_tokens=50).value.buyer == "Nordsee"


def test_an_answer_sent_back_is_found_with_its_correction() -> None:
    with serve(chat("{}"), chat('{"buyer": "Nordsee"}')) as server:
        for _ in range(2):
            with model_at(server) as model:
                model.ask(ASK, Deal, max_tokens=50)
        assert len(server.requests) == 2


def test_a_parameter_the_endpoint_refuses_is_no_other_question() -> None:
    with serve(error(400, "temperature is not supported"), chat("Nordsee.")) as server:
        for _ in range(2):
            with model_at(server) as model:
                assert model.write(ASK, max_tokens=50).value == "Nordsee."
        assert len(server.requests) == 2


def test_a_form_the_endpoint_refuses_is_no_other_question() -> None:
    with serve(error(400, "response_format is not supported"), chat('{"buyer": "Nordsee"}')) as server:
        for _ in range(2):
            with model_at(server) as model:
                assert model.ask(ASK, Deal, max_tokens=50).value.buyer == "Nordsee"
        assert len(server.requests) == 2


def test_no_key_and_no_prompt_in_the_file() -> None:
    from summarizer.llm.settings import Secret

    with serve(chat("Nordsee.")) as server, model_at(server, api_key=Secret(KEY)) as model:
        model.write(ASK, max_tokens=50)
    data = b"".join(path.read_bytes() for path in location().parent.iterdir())
    assert b"Nordsee." in data
    assert KEY.encode() not in data
    assert "Fähren".encode() not in data


@pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")
def test_only_its_owner_can_read_it() -> None:
    with serve(chat("Nordsee.")) as server, model_at(server) as model:
        model.write(ASK, max_tokens=50)
        modes = {stat.S_IMODE(path.stat().st_mode) for path in location().parent.iterdir()}
    assert modes == {0o600}


# The file


def call(key: str) -> Call:
    return Call((key,), "http://h/v1", "m", {}, 10, lambda: 1)


class Clock:
    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def test_what_is_old_is_forgotten(tmp_path: Path) -> None:
    clock = Clock()
    cache = ReplyCache(tmp_path / "c", oldest=100, clock=clock)
    cache.keep(call("a"), "x")
    clock.now += 90
    assert cache.recall(["a"]) == (0, "x")
    clock.now += 90
    assert cache.recall(["a"]) == (0, "x"), "its use counts"
    clock.now += 101
    assert cache.recall(["a"]) is None


def test_a_clock_set_back_forgets_nothing(tmp_path: Path) -> None:
    clock = Clock()
    cache = ReplyCache(tmp_path / "c", oldest=100, clock=clock)
    cache.keep(call("a"), "x")
    clock.now -= 1e9
    assert cache.recall(["a"]) == (0, "x")
    assert cache.contents().oldest == 0


def test_it_does_not_grow_without_end(tmp_path: Path) -> None:
    clock = Clock()
    cache = ReplyCache(tmp_path / "c", largest=10_000, clock=clock)
    for number in range(402):
        clock.now += 1
        cache.keep(call(str(number)), "x" * 100)
    assert cache.contents().size <= 10_000 + 200 * 100
    assert cache.recall(["0"]) is None
    assert cache.recall(["401"]) is not None, "what was used last stays"


def test_several_write_at_once(tmp_path: Path) -> None:
    def fill(number: int) -> None:
        mine = ReplyCache(tmp_path / "c")
        for each in range(20):
            mine.keep(call(f"{number}.{each}"), "x")
        mine.close()

    threads = [threading.Thread(target=fill, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert ReplyCache(tmp_path / "c").contents().answers == 120


@pytest.mark.parametrize("damage", [b"not a database at all" * 100, b"", b"SQLite format 3\0" + b"\xff" * 4000])
def test_a_damaged_file_is_begun_anew(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "c").write_bytes(damage)
    cache = ReplyCache(tmp_path / "c")
    assert cache.recall(["a"]) is None
    cache.keep(call("a"), "x")
    assert cache.recall(["a"]) == (0, "x")


def test_a_file_that_cannot_be_made_is_an_empty_cache(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    cache = ReplyCache(tmp_path / "file" / "c")
    cache.keep(call("a"), "x")
    assert cache.recall(["a"]) is None


def test_a_busy_file_is_an_empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("summarizer.llm.cache._BUSY_SECONDS", 0.05)
    cache = ReplyCache(tmp_path / "c")
    cache.keep(call("a"), "x")
    other = sqlite3.connect(tmp_path / "c", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    cache.keep(call("b"), "y")
    other.execute("ROLLBACK")
    other.close()
    assert cache.recall(["b"]) is None
    assert cache.recall(["a"]) == (0, "x")


def test_the_second_of_several_keys(tmp_path: Path) -> None:
    cache = Cached(ReplyCache(tmp_path / "c"))
    reply = chat("x").body.decode()
    ReplyCache(tmp_path / "c").keep(call("poorer"), reply)

    def never() -> Any:
        raise AssertionError

    answer = cache.ask(replace(call("best"), keys=("best", "poorer")), never)
    assert (answer.remembered, answer.free, answer.key) == (1, True, "poorer")


# The command


def test_the_command_shows_and_clears() -> None:
    with serve(chat("Nordsee.")) as server, model_at(server) as model:
        model.write(ASK, max_tokens=50)
    shown = invoke("cache")
    assert shown.code == 0
    assert "answers    1" in shown.out
    assert "test-model: 1" in shown.out
    assert str(location()) in shown.out
    assert invoke("cache", "show").out == shown.out
    assert invoke("cache", "clear").out == "1 answers forgotten.\n"
    assert not location().exists()
    assert "answers    0" in invoke("cache").out


def test_a_cache_that_cannot_be_removed(tmp_path: Path) -> None:
    (tmp_path / "c").mkdir()
    with pytest.raises(UsageError, match="can't be removed"):
        ReplyCache(tmp_path / "c").clear()


def test_the_environment_turns_it_off() -> None:
    assert Settings.from_environment(environ={}).cache
    assert not Settings.from_environment(environ={"SUMMARIZER_NO_CACHE": "1"}).cache
    assert not Settings.from_environment(cache=False, environ={}).cache
