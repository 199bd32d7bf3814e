"""One question in the course of being answered, and the reading of its answer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from summarizer.data import Usage
from summarizer.llm import json_text
from summarizer.llm.base import B, Message
from summarizer.llm.failures import one_line
from summarizer.llm.schema import Schema

_AGAIN = "That answer can't be used: {problem}. Give the whole answer again as one corrected JSON object."
_WRONG_FORM = frozenset({"missing", "extra_forbidden", "enum", "literal_error", "model_type"})
_ERRORS_SHOWN = 5
_QUOTED = re.compile(r"'([^']*)'")
_ID = re.compile(r"[A-Z]\d+")
"""Of a sentence, a figure, a note."""
_LONGEST_ID = 20
"""Characters; what was given for one is the model's own words."""


@dataclass(slots=True)
class Talk:
    """What was asked, what was sent back, what it took."""

    messages: list[Message]
    max_tokens: int
    name: str = ""
    form: Schema | None = None
    """Of the JSON object asked for; None for text."""
    usage: Usage = field(default_factory=Usage)
    notes: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    """Under which keys the answers are kept."""
    fixed: int = field(init=False)
    """How many messages, from the first, other questions may have as well: all but the last one given."""

    def __post_init__(self) -> None:
        self.fixed = len(self.messages) - 1

    def send_back(self, text: str, problem: str) -> None:
        """Go on with the answer ``text`` and what is wrong with it."""
        self.messages += [
            {"role": "assistant", "content": text or "{}"},
            {"role": "user", "content": _AGAIN.format(problem=problem)},
        ]


class UnfitError(ValueError):
    """A reply that is not what was asked for; ``form`` where even its outward form is wrong."""

    def __init__(self, problem: str, *, form: bool) -> None:
        super().__init__(problem)
        self.form = form


def read_reply(text: str, reply: type[B]) -> B:
    """The first JSON object of ``text`` that fits ``reply``. Raises `UnfitError`, with what a model can mend."""
    problem: UnfitError | None = None
    for value in json_text.objects(text):
        try:
            return reply.model_validate(value)
        except ValidationError as error:
            problem = problem or _unfit(error)
    raise problem or UnfitError("it holds no whole JSON object", form=True)


def _said(one: ErrorDetails) -> str:
    """What is wrong, for the model and for a reader: an id that is none by its name, not by all that there are."""
    choices = _QUOTED.findall(str(one.get("ctx", {}).get("expected", "")))
    if one["type"] not in ("enum", "literal_error") or not choices or not all(map(_ID.fullmatch, choices)):
        return one["msg"]
    return f"cites {one_line(str(one['input']), longest=_LONGEST_ID)}, which does not exist"


def _unfit(error: ValidationError) -> UnfitError:
    found = error.errors(include_url=False)
    told = "; ".join(f"{'.'.join(map(str, one['loc'])) or 'the object'}: {_said(one)}" for one in found[:_ERRORS_SHOWN])
    return UnfitError(told, form=any(one["type"] in _WRONG_FORM or one["type"].endswith("_type") for one in found))
