"""Asks the model, keeps count: usage, prompts used, what was mended on the way, progress."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from pydantic import BaseModel

from summarizer import prompting
from summarizer.data import Usage
from summarizer.drafting.options import Lost, OnProgress, Progress
from summarizer.llm import Message, Model

B = TypeVar("B", bound=BaseModel)


def _nothing_lost(_german: str, _english: str) -> tuple[str, ...]:
    return ()


class Caller:
    """A model with a memory of what was asked of it in one draft."""

    def __init__(self, model: Model, on_progress: OnProgress | None = None, lost: Lost | None = None) -> None:
        self.model = model
        self.lost: Lost = lost or _nothing_lost
        """Names German nouns that an English text lacks; by it the better of two wordings is told."""
        self.usage = Usage()
        self.prompts: dict[str, str] = {}
        self.notes: list[str] = []
        self._on_progress = on_progress

    def write(self, prompt: str, max_tokens: int, **variables: str) -> str:
        """The text that answers ``prompt``. Raises `ModelError`."""
        reply = self.model.write(self._messages(prompt, variables), max_tokens=max_tokens)
        self._keep(reply.usage, reply.notes)
        return reply.value

    def ask(self, prompt: str, reply: type[B], max_tokens: int, **variables: str) -> B:
        """The record that answers ``prompt``. Raises `ModelError`."""
        return self.ask_messages(self._messages(prompt, variables), reply, max_tokens)

    def ask_messages(self, messages: Sequence[Message], reply: type[B], max_tokens: int) -> B:
        """The record that answers ``messages``. Raises `ModelError`."""
        answer = self.model.ask(messages, reply, max_tokens=max_tokens)
        self._keep(answer.usage, answer.notes)
        return answer.value

    def messages(self, prompt: str, **variables: str) -> list[Message]:
        """The chat of ``prompt``, noted as used."""
        return self._messages(prompt, variables)

    def progress(self, stage: str, done: int, total: int) -> None:
        """Tell whoever listens."""
        if self._on_progress is not None:
            self._on_progress(Progress(stage, done, total))

    def note(self, line: str) -> None:
        """Keep a line for the reader, once."""
        if line not in self.notes:
            self.notes.append(line)

    def _messages(self, prompt: str, variables: dict[str, str]) -> list[Message]:
        loaded = prompting.load(prompt)
        self.prompts[loaded.name] = loaded.digest
        return [Message(role=m["role"], content=m["content"]) for m in loaded.messages(**variables)]

    def _keep(self, usage: Usage, notes: Sequence[str]) -> None:
        self.usage += usage
        self.notes.extend(note for note in notes if note not in self.notes)
