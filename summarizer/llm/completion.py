"""Read the raw text of a chat completion, trusting nothing about it.

The protocol's shape is what good endpoints send; others send a login page with status 200, an error object in place
of choices, no choices at all, or content in parts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from summarizer.data import Usage
from summarizer.errors import EndpointError, ReplyError
from summarizer.llm.failures import one_line, said


@dataclass(frozen=True, slots=True)
class Completion:
    """What an endpoint answered."""

    text: str
    cut_off: bool
    """Whether it ended at its token limit."""
    usage: Usage
    thought: bool = False
    """Whether the model thought before it answered, at the cost of the limit."""


def parse(raw: str, *, where: str, model: str, secrets: Iterable[str] = ()) -> Completion:
    """The completion in ``raw``. Raises `EndpointError` or `ReplyError`: ``where`` and ``model`` named, no secret."""
    answer = _object(raw, where)
    choices = answer.get("choices")
    if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
        if answer.get("error"):
            own = one_line(said(answer), secrets=secrets)
            raise EndpointError(f"{where} failed inside its answer ({own}); try again or use another model.")
        raise ReplyError(f"{model} at {where} gave an answer without any choices; try again or use another model.")
    message = choices[0].get("message")
    message = message if isinstance(message, dict) else {}
    finish = choices[0].get("finish_reason")
    if finish == "content_filter":
        raise ReplyError(f"The content filter of {where} stopped the answer; use another endpoint for this article.")
    text = _text(message.get("content"))
    if message.get("refusal") and not text:
        own = one_line(str(message["refusal"]), secrets=secrets)
        raise ReplyError(f"{model} at {where} declined to answer ({own}); use another model.")
    counted = answer.get("usage")
    counted = counted if isinstance(counted, dict) else {}
    details = counted.get("completion_tokens_details")
    thought = bool(isinstance(details, dict) and details.get("reasoning_tokens")) or bool(
        message.get("reasoning_content")
    )
    return Completion(text, finish in ("length", "max_tokens"), _usage(counted), thought)


def usage_of(raw: str) -> Usage:
    """What an answer says that it took, even one that is of no use otherwise; one call where it says nothing."""
    try:
        counted = json.loads(raw)["usage"]
    except (ValueError, KeyError, TypeError, RecursionError):
        counted = None
    return _usage(counted if isinstance(counted, dict) else {})


def _object(raw: str, where: str) -> dict[str, Any]:
    try:
        answer = json.loads(raw)
    except (ValueError, RecursionError):
        answer = None
    if isinstance(answer, dict):
        return answer
    kind = "a web page" if raw.lstrip()[:1] == "<" else "something else"
    raise EndpointError(
        f"{where} answered with {kind} instead of the OpenAI protocol's JSON; check --base-url (most end in /v1)."
    )


def _text(content: Any) -> str:
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        return "".join(str(part.get("text", "")) for part in content if isinstance(part, dict))
    return ""


def _usage(counted: dict[str, Any]) -> Usage:
    prompt, reply = (
        number if isinstance(number := counted.get(name), int) and number >= 0 else 0
        for name in ("prompt_tokens", "completion_tokens")
    )
    return Usage(calls=1, prompt_tokens=prompt, completion_tokens=reply)
