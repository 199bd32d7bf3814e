"""One question in the course of being answered, and the reading of its answer."""

from __future__ import annotations

from dataclasses import dataclass, field

from pydantic import ValidationError

from summarizer.data import Usage
from summarizer.llm import json_text
from summarizer.llm.base import B, Message
from summarizer.llm.schema import Schema

_AGAIN = "That answer can't be used: {problem}. Give the whole answer again as one corrected JSON object."
_WRONG_FORM = frozenset({"missing", "extra_forbidden", "enum", "literal_error", "model_type"})
_ERRORS_SHOWN = 5


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


def _unfit(error: ValidationError) -> UnfitError:
    found = error.errors(include_url=False, include_input=False, include_context=False)
    told = "; ".join(f"{'.'.join(map(str, one['loc'])) or 'the object'}: {one['msg']}" for one in found[:_ERRORS_SHOWN])
    return UnfitError(told, form=any(one["type"] in _WRONG_FORM or one["type"].endswith("_type") for one in found))
