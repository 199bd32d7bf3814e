"""Recorded replies stand in for a model; what is not recorded is an error."""

from __future__ import annotations

import json
from contextlib import ExitStack
from pathlib import Path

import pytest
from pydantic import BaseModel

from summarizer.errors import ReplyError
from summarizer.llm import Message, Model, ReplyMode, Settings, open_model
from summarizer.llm.replay import BY_HAND, Recorder, ReplayModel, read, row
from summarizer.llm.schema import strict
from tests.fault_server import chat, serve

ASK: list[Message] = [{"role": "user", "content": "Wer kauft?"}]
OTHER: list[Message] = [{"role": "user", "content": "Wer verkauft?"}]


class Buyer(BaseModel):
    buyer: str


def test_what_a_model_said_is_said_again(tmp_path: Path) -> None:
    path = tmp_path / "replies.jsonl"
    with ExitStack() as stack:
        server = stack.enter_context(serve(chat("A buys."), chat('{"buyer": "A"}')))
        model = stack.enter_context(open_model(Settings(model="m", base_url=server.url, context_tokens=100)))
        recorder: Model = Recorder(model, path, "2026-11-23")
        recorder.write(ASK, max_tokens=5)
        recorder.ask(ASK, Buyer, max_tokens=5)
        assert (recorder.name, recorder.endpoint, recorder.count("abc")) == ("m", server.url, 1)
    rows = [json.loads(line) for line in path.read_text().splitlines()]
    assert [(entry["model"], entry["date"]) for entry in rows] == [("m", "2026-11-23")] * 2
    replay: Model = ReplayModel(read(path))
    assert replay.write(ASK, max_tokens=99).value == "A buys."
    answer = replay.ask(ASK, Buyer, max_tokens=99)
    assert answer.value == Buyer(buyer="A")
    assert answer.mode is ReplyMode.SCHEMA


def test_an_unknown_request_is_an_error() -> None:
    model = ReplayModel({})
    with pytest.raises(ReplyError, match="No reply is recorded"):
        model.write(ASK, max_tokens=5)
    with pytest.raises(ReplyError, match="No reply is recorded"):
        model.ask(ASK, Buyer, max_tokens=5)


def test_a_reply_that_does_not_fit_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "replies.jsonl"
    path.write_text(
        row(ASK, {"seller": "A"}, model=BY_HAND, schema=strict(Buyer)) + "\n\n" + row(OTHER, {"x": 1}, model=BY_HAND)
    )
    model = ReplayModel(read(path))
    with pytest.raises(ReplyError, match="does not fit Buyer"):
        model.ask(ASK, Buyer, max_tokens=5)
    with pytest.raises(ReplyError, match="object where text"):
        model.write(OTHER, max_tokens=5)


def test_who_wrote_a_reply_must_be_said(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="date"):
        row(ASK, "x", model="gpt-4.1")
    path = tmp_path / "replies.jsonl"
    path.write_text('{"request": "0", "reply": "x", "model": "gpt-4.1"}\n')
    with pytest.raises(ValueError, match=r"replies\.jsonl:1: name the model"):
        read(path)
