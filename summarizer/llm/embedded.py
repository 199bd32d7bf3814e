"""The embedded model: llama.cpp in a process of its own, spoken to through the same client as any endpoint.

Two things only this endpoint has: it counts tokens itself, and it is told to take up a prompt's fixed beginning where
it was read before (`embedded_prefix`), since on two cores reading a long instruction takes ten times as long as
translating a sentence under it.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any

from summarizer.errors import EndpointError, ModelError
from summarizer.llm import embedded_process
from summarizer.llm.base import Ability, B, Message, Reply
from summarizer.llm.embedded_prefix import Prefixes
from summarizer.llm.exchange import Exchange
from summarizer.llm.openai_api import Endpoint, OpenAIModel, Traits
from summarizer.llm.outline import EMBEDDED_CONTEXT
from summarizer.llm.settings import EMBEDDED, Settings

CONTEXT_TOKENS = EMBEDDED_CONTEXT
_TIMEOUT = 1800.0
_INSTALL = "The embedded model needs an extra package; run: pip install 'summarizer-de-en[embedded]'"


class EmbeddedModel(OpenAIModel):
    """An `OpenAIModel` whose endpoint is a process of ours."""

    def __init__(
        self,
        server: embedded_process.Server,
        name: str,
        settings: Settings,
        exchange: Exchange | None = None,
        identity: str | None = None,
    ) -> None:
        self._server = server
        self._prefixes = Prefixes(server)
        self._turn = Lock()
        super().__init__(
            Endpoint(
                base_url=f"{server.address}/v1",
                api_key=server.key,
                timeout=settings.timeout or _TIMEOUT,
                max_retries=0,
                label=EMBEDDED,
                identity=identity,
            ),
            Traits(
                name=name,
                context_tokens=settings.context_tokens or CONTEXT_TOKENS,
                ability=settings.ability or Ability.SMALL,
                count=lru_cache(maxsize=16_384)(self._tokens),
                seed=settings.seed,
                grammar=True,
            ),
            exchange,
        )

    def write(self, messages: Sequence[Message], *, max_tokens: int) -> Reply[str]:
        """A plain-text answer. Raises `EndpointError` or `ReplyError`."""
        with self._alive():
            return super().write(messages, max_tokens=max_tokens)

    def ask(self, messages: Sequence[Message], reply: type[B], *, max_tokens: int) -> Reply[B]:
        """An answer that fits ``reply``. Raises `EndpointError` or `ReplyError`."""
        with self._alive():
            return super().ask(messages, reply, max_tokens=max_tokens)

    def _create(self, request: dict[str, Any], fixed: int) -> str:
        with self._turn:  # between taking up a state and the request that goes on from it, nothing may come
            taken_up = self._prefixes.take_up(request["messages"][:fixed])
            return super()._create(request | {"extra_body": {"cache_prompt": taken_up}}, fixed)

    def _tokens(self, text: str) -> int:
        with self._alive():  # half a surrogate pair is no JSON
            return len(self._server.post("/tokenize", {"content": text.encode(errors="replace").decode()})["tokens"])

    @contextlib.contextmanager
    def _alive(self) -> Iterator[None]:
        """Put a failure down to the end of the process where that is what happened."""
        try:
            yield
        except EndpointError:
            if (ending := self._server.ended()) is None:
                raise
            raise EndpointError(
                f"The embedded model stopped ({ending}); it needs 2 GiB of free memory. Try again."
            ) from None


def require() -> None:
    """Raise `ModelError` where the extra that the embedded model needs is not installed."""
    if find_spec("xllamacpp") is None:
        raise ModelError(_INSTALL)


@contextlib.contextmanager
def open_embedded(
    path: Path, name: str, settings: Settings, exchange: Exchange | None = None
) -> Iterator[EmbeddedModel]:
    """Load the GGUF file ``path``; the model is there as long as the context is.

    Raises `ModelError` where the extra is missing, `ModelFileError` where the file can't be loaded.
    """
    require()
    context_tokens = settings.context_tokens or CONTEXT_TOKENS
    with (
        embedded_process.serve(path, name, context_tokens) as server,
        EmbeddedModel(server, name, settings, exchange, f"{EMBEDDED}, {path.stat().st_size} bytes") as model,
    ):
        yield model
