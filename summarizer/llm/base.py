"""What the rooms above may ask of a model, whichever it is.

`Model` is the seam: `openai_api` implements it against any OpenAI-compatible endpoint, `embedded` starts such an
endpoint on loopback, `replay` answers from recorded replies. Nothing above this room knows which one it holds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Literal, Protocol, TypedDict, TypeVar

from pydantic import BaseModel

from summarizer.data import Usage

T = TypeVar("T")
B = TypeVar("B", bound=BaseModel)


class Message(TypedDict):
    """One message of a chat, as the OpenAI protocol has it."""

    role: Literal["system", "user", "assistant"]
    content: str


class Ability(StrEnum):
    """What a model can be trusted with; the drafting strategy follows from it."""

    STRONG = "strong"
    """Reads whole chunks and writes a cited summary of them."""
    SMALL = "small"
    """Translates and extracts a sentence at a time."""


class ReplyMode(StrEnum):
    """How the endpoint was made to answer in the wanted form, best first."""

    SCHEMA = "schema"
    """``response_format`` of type ``json_schema``, strict."""
    OBJECT = "object"
    """``response_format`` of type ``json_object``, the schema in the prompt."""
    TEXT = "text"
    """Plain text from which the JSON is read."""


@dataclass(frozen=True, slots=True)
class Reply(Generic[T]):
    """A validated answer and what it took."""

    value: T
    usage: Usage
    mode: ReplyMode
    notes: tuple[str, ...] = ()
    """What went wrong on the way and was mended, one sentence each."""


class Model(Protocol):
    """A chat model behind an OpenAI-compatible endpoint."""

    @property
    def name(self) -> str:
        """The model's name, as the endpoint knows it."""
        ...

    @property
    def endpoint(self) -> str:
        """Base URL without credentials, or ``embedded``."""
        ...

    @property
    def context_tokens(self) -> int:
        """Prompt and reply together must fit this many tokens."""
        ...

    @property
    def ability(self) -> Ability:
        """What it can be trusted with."""
        ...

    def count(self, text: str) -> int:
        """Tokens of ``text`` in the model's own encoding, or in a stated fallback."""
        ...

    def write(self, messages: Sequence[Message], *, max_tokens: int) -> Reply[str]:
        """A plain-text answer. Raises `EndpointError` or `ReplyError`."""
        ...

    def ask(self, messages: Sequence[Message], reply: type[B], *, max_tokens: int) -> Reply[B]:
        """An answer that fits the pydantic model ``reply``. Raises `EndpointError` or `ReplyError`.

        ``reply`` may be made for one request (`pydantic.create_model`), so that fields are limited to the ids that
        exist in it.
        """
        ...
