"""What one endpoint takes in a request, learnt from what it refuses.

A `Dialect` starts out as the protocol's own and is replaced by a poorer one each time the endpoint refuses something
by name; `poorer` decides from the endpoint's own words. Nothing here sends anything.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from summarizer.llm.base import Message, ReplyMode
from summarizer.llm.failures import about_context
from summarizer.llm.schema import Schema

_NEXT: Final = {ReplyMode.SCHEMA: ReplyMode.OBJECT, ReplyMode.OBJECT: ReplyMode.TEXT}
_LIMITS: Final = {"max_tokens": "max_completion_tokens", "max_completion_tokens": "max_tokens"}
_STRANGE_FIELD = re.compile(
    r"extra (?:inputs|fields)|unknown|unrecogni[sz]ed|unexpected|unsupported param", re.IGNORECASE
)
_ABOUT_FORM = re.compile(r"response_format|json_?schema|json_object|structured|grammar|\bschema\b", re.IGNORECASE)
_FORM = (
    "\n\nAnswer with one JSON object that fits this JSON schema, all properties given, and with nothing else:\n{schema}"
)


def _sendable(message: Message) -> dict[str, str]:
    """The message without halves of surrogate pairs, which no encoding of a request has."""
    return {"role": message["role"], "content": message["content"].encode(errors="replace").decode()}


@dataclass(frozen=True, slots=True)
class Dialect:
    """How requests to one endpoint are worded."""

    mode: ReplyMode = ReplyMode.SCHEMA
    limit: str = "max_tokens"
    """What the token limit of the reply is called."""
    limit_settled: bool = False
    """Whether the other name was tried already."""
    thinking: int = 0
    """Tokens added to each limit, for a model whose thoughts count against it."""
    temperature: bool = True
    seed: bool = True

    def request(
        self, messages: Sequence[Message], *, max_tokens: int, seed: int, name: str = "", schema: Schema | None = None
    ) -> dict[str, Any]:
        """The parameters of a request; with ``schema``, for an answer of that form called ``name``."""
        wanted: dict[str, Any] = {
            "messages": [_sendable(message) for message in messages],
            self.limit: max_tokens + self.thinking,
        }
        if self.temperature:
            wanted["temperature"] = 0
        if self.seed:
            wanted["seed"] = seed
        if schema is None:
            return wanted
        if self.mode is ReplyMode.SCHEMA:
            form = {"name": name[:64], "schema": schema, "strict": True}
            return wanted | {"response_format": {"type": "json_schema", "json_schema": form}}
        wanted["messages"][-1]["content"] += _FORM.format(schema=json.dumps(schema, ensure_ascii=False))
        if self.mode is ReplyMode.OBJECT:
            wanted["response_format"] = {"type": "json_object"}
        return wanted

    def without_mode(self) -> Dialect | None:
        """The dialect with the next way to ask for JSON; None where there is none left."""
        following = _NEXT.get(self.mode)
        return replace(self, mode=following) if following else None

    def poorer(self, status: int, body: str, *, structured: bool) -> Dialect | None:
        """What to try after a refusal with ``status`` and ``body``; None where nothing of ours was at fault."""
        if about_context(body):
            return None
        about_form = bool(_ABOUT_FORM.search(body))
        if status in (400, 422):
            if self.limit in body and not self.limit_settled:
                return replace(self, limit=_LIMITS[self.limit], limit_settled=True)
            if self.temperature and "temperature" in body:
                return replace(self, temperature=False)
            if self.seed and (re.search(r"\bseed\b", body) or (_STRANGE_FIELD.search(body) and not about_form)):
                return replace(self, seed=False)
        if structured and (status in (400, 422) or (about_form and status >= 500)):
            return self.without_mode()
        return None
