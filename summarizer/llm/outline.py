"""What can be known of a model without asking anybody, so that what it will be asked can be planned and priced."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summarizer.errors import UsageError
from summarizer.llm import known
from summarizer.llm.base import Ability, B, Message, Reply
from summarizer.llm.failures import public_address
from summarizer.llm.settings import EMBEDDED, OPENAI_MODEL, OPENAI_URL, Settings

if TYPE_CHECKING:
    from summarizer.llm.opening import Counter

EMBEDDED_CONTEXT = 4096
"""Tokens the embedded model reads and writes at once, unless it is told otherwise."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What is known of a model without asking anybody: enough to plan what would be asked of it. No `Model` to ask."""

    name: str
    endpoint: str
    context_tokens: int
    ability: Ability
    counter: Callable[[str], int]

    @property
    def small(self) -> bool:
        """Whether it is asked a sentence at a time."""
        return self.ability is Ability.SMALL

    def count(self, text: str) -> int:
        """Tokens of ``text``."""
        return self.counter(text)

    def write(self, messages: Sequence[Message], *, max_tokens: int) -> Reply[str]:  # noqa: ARG002 - the protocol's
        """There is nobody to ask."""
        raise AssertionError("an outline can't be asked")

    def ask(self, messages: Sequence[Message], reply: type[B], *, max_tokens: int) -> Reply[B]:  # noqa: ARG002
        """There is nobody to ask."""
        raise AssertionError("an outline can't be asked")


def outlined(settings: Settings, counter: Callable[[str], Counter]) -> Outline:
    """The model that ``settings`` name as far as it is known by name. Raises `UsageError` where they name none."""
    if settings.embedded:
        from summarizer.llm.model_file import QWEN

        name = settings.model_path.stem if settings.model_path else QWEN.name
        context, ability, endpoint = (
            settings.context_tokens or EMBEDDED_CONTEXT,
            settings.ability or Ability.SMALL,
            EMBEDDED,
        )
    else:
        endpoint = public_address(settings.base_url or OPENAI_URL)
        if settings.model is None and urlsplit(endpoint).hostname != "api.openai.com":
            raise UsageError(f"Which model {endpoint} has is known only by asking it; name it with --model.")
        name = settings.model or OPENAI_MODEL
        context = settings.context_tokens or known.context_by_name(name) or known.FALLBACK_CONTEXT
        ability = settings.ability or known.ability_by_name(name)
    return Outline(name, endpoint, context, ability, counter(name).count)
