"""Recorded replies in place of a model, for tests and examples.

A recording is a JSONL file. Each row holds the request it answers as a hash of messages and schema, the reply (text,
or an object for a schema), and who wrote it: ``model`` and ``date``, or ``"model": "written by hand"``. A request that
is not in it is an error, never a guess, so a changed prompt shows.

`Recorder` makes such a file by passing requests on to a real model.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel, ValidationError

from summarizer.data import Usage
from summarizer.errors import ReplyError
from summarizer.llm.base import Ability, B, Message, Model, Reply, ReplyMode
from summarizer.llm.schema import Schema, strict

BY_HAND: Final = "written by hand"


def request_key(messages: Sequence[Message], schema: Schema | None = None) -> str:
    """The hash by which a recorded reply is found: SHA-256 over messages and schema."""
    asked = {"messages": [dict(message) for message in messages], "schema": schema}
    text = json.dumps(asked, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def row(messages: Sequence[Message], reply: Any, *, model: str, date: str = "", schema: Schema | None = None) -> str:
    """One line of a recording, without its line end. Raises `ValueError` for a model's reply without a date."""
    if model != BY_HAND and not date:
        raise ValueError("a reply that a model wrote needs the date on which it did")
    made = {"request": request_key(messages, schema), "model": model} | ({"date": date} if date else {})
    return json.dumps(made | {"reply": reply}, ensure_ascii=False)


def read(path: Path) -> dict[str, Any]:
    """The replies of a recording by request. Raises `ValueError` for a row that does not say who wrote it."""
    replies = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        entry = json.loads(line)
        if entry.get("model") != BY_HAND and not (entry.get("model") and entry.get("date")):
            raise ValueError(f"{path.name}:{number}: name the model and the date, or {BY_HAND!r}")
        replies[entry["request"]] = entry["reply"]
    return replies


def _third_of_bytes(text: str) -> int:
    return -(-len(text.encode()) // 3)


@dataclass(frozen=True, slots=True)
class ReplayModel:
    """A `Model` that answers from a recording."""

    replies: Mapping[str, Any]
    name: str = "replay"
    endpoint: str = "replay"
    context_tokens: int = 128_000
    ability: Ability = Ability.STRONG
    counter: Callable[[str], int] = _third_of_bytes

    def count(self, text: str) -> int:
        """Tokens of ``text`` by the counter given."""
        return self.counter(text)

    def write(self, messages: Sequence[Message], *, max_tokens: int) -> Reply[str]:  # noqa: ARG002 - the protocol's
        """The recorded text. Raises `ReplyError` where there is none."""
        found = self._found(messages, None)
        if not isinstance(found, str):
            raise ReplyError("The recorded reply is an object where text was asked for; record it again.")
        return Reply(found, Usage(calls=1), ReplyMode.TEXT)

    def ask(self, messages: Sequence[Message], reply: type[B], *, max_tokens: int) -> Reply[B]:  # noqa: ARG002
        """The recorded object. Raises `ReplyError` where there is none, or one that does not fit."""
        found = self._found(messages, strict(reply))
        try:
            return Reply(reply.model_validate(found), Usage(calls=1), ReplyMode.SCHEMA)
        except ValidationError as problem:
            raise ReplyError(
                f"The recorded reply does not fit {reply.__name__} ({problem.error_count()} errors); record it again."
            ) from None

    def _found(self, messages: Sequence[Message], schema: Schema | None) -> Any:
        key = request_key(messages, schema)
        if key not in self.replies:
            raise ReplyError(f"No reply is recorded for this request ({key[:12]}…); the prompt or article has changed.")
        return self.replies[key]


@dataclass(frozen=True, slots=True)
class Recorder:
    """A `Model` that passes requests on to another and adds the replies to a recording."""

    model: Model
    path: Path
    date: str
    """ISO date of the recording."""

    @property
    def name(self) -> str:
        """The other model's name."""
        return self.model.name

    @property
    def endpoint(self) -> str:
        """The other model's endpoint."""
        return self.model.endpoint

    @property
    def context_tokens(self) -> int:
        """The other model's context."""
        return self.model.context_tokens

    @property
    def ability(self) -> Ability:
        """The other model's ability."""
        return self.model.ability

    def count(self, text: str) -> int:
        """Tokens of ``text``, as the other model counts them."""
        return self.model.count(text)

    def write(self, messages: Sequence[Message], *, max_tokens: int) -> Reply[str]:
        """The other model's text, recorded."""
        reply = self.model.write(messages, max_tokens=max_tokens)
        self._keep(messages, reply.value, None)
        return reply

    def ask(self, messages: Sequence[Message], reply: type[B], *, max_tokens: int) -> Reply[B]:
        """The other model's object, recorded."""
        answer = self.model.ask(messages, reply, max_tokens=max_tokens)
        self._keep(messages, _plain(answer.value), strict(reply))
        return answer

    def _keep(self, messages: Sequence[Message], reply: Any, schema: Schema | None) -> None:
        with self.path.open("a", encoding="utf-8") as file:
            file.write(row(messages, reply, model=self.model.name, date=self.date, schema=schema) + "\n")


def _plain(value: BaseModel) -> Any:
    return value.model_dump(mode="json")
