"""From settings to a model that is ready to be asked."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from summarizer.errors import UsageError
from summarizer.llm.base import Model
from summarizer.llm.exchange import Exchange
from summarizer.llm.model_file import Report
from summarizer.llm.settings import OPENAI_MODEL, OPENAI_URL, Settings

if TYPE_CHECKING:
    from summarizer.llm.openai_api import Endpoint

_TIMEOUT = 120.0
_LISTING_TIMEOUT = 10.0
"""Seconds for a list of models that can be done without."""
_SHOWN = 5


class Counter(Protocol):
    """What counts tokens."""

    def count(self, text: str) -> int:
        """Tokens of ``text``."""
        ...


@contextlib.contextmanager
def open_model(
    settings: Settings,
    *,
    counter: Callable[[str], Counter] | None = None,
    progress: Report | None = None,
    exchange: Exchange | None = None,
    observe: Callable[[int, Mapping[str, str]], None] | None = None,
) -> Iterator[Model]:
    """The model that ``settings`` name, for as long as the context lasts.

    ``counter`` gives what counts tokens for a model's name (`summarizer.tokens.counter`); without one, a third of the
    bytes is taken, which is more than tokenisers make of German or English. The embedded model counts by itself,
    and its file is fetched first if it is not there; ``progress`` is told how far that is. An endpoint is asked for its
    list of models, which shows whether it is there. ``exchange`` stands between the model and the wire; without one,
    it is the cache if ``settings`` say so, and ``observe`` is told the status and headers of every answer.
    Raises `ModelError` where it can't be had.
    """
    with contextlib.ExitStack() as stack:
        if exchange is None and settings.cache:
            from summarizer.llm.cache import Cached, ReplyCache, location

            cache = ReplyCache(location())
            stack.callback(cache.close)
            exchange = Cached(cache)
        yield stack.enter_context(_open(settings, counter, progress, exchange, observe))


@contextlib.contextmanager
def _open(
    settings: Settings,
    counter: Callable[[str], Counter] | None,
    progress: Report | None,
    exchange: Exchange | None,
    observe: Callable[[int, Mapping[str, str]], None] | None,
) -> Iterator[Model]:
    if settings.embedded:
        from summarizer.llm import embedded, model_file

        embedded.require()  # before a gigabyte is fetched for it
        path = model_file.locate(settings.model_path, fetch_missing=settings.fetch, report=progress)
        with embedded.open_embedded(path, path.stem, settings, exchange) as model:
            yield model
    else:
        with _open_endpoint(settings, counter, exchange, observe) as remote:
            yield remote


@contextlib.contextmanager
def _open_endpoint(
    settings: Settings,
    counter: Callable[[str], Counter] | None,
    exchange: Exchange | None,
    observe: Callable[[int, Mapping[str, str]], None] | None,
) -> Iterator[Model]:
    from summarizer.llm import known
    from summarizer.llm.openai_api import OpenAIModel, Traits, listed

    endpoint = endpoint_of(settings, observe)
    name = settings.model
    if name is None and urlsplit(endpoint.base_url).hostname == "api.openai.com":
        name = OPENAI_MODEL
    context = settings.context_tokens or (known.context_by_name(name) if name else None)
    # Asked even where nothing is left to learn: an endpoint that isn't there is told before the article is read.
    models = listed(endpoint) if name is None else listed(_hurried(endpoint), needed=False)
    name = name or _only(list(models), endpoint.where)
    context = context or known.context_by_name(name) or known.context_by_listing(models.get(name, {}))
    traits = Traits(
        name=name,
        context_tokens=context or known.FALLBACK_CONTEXT,
        ability=settings.ability or known.ability_by_name(name),
        count=counter(name).count if counter else _third_of_bytes,
        seed=settings.seed,
    )
    with OpenAIModel(endpoint, traits, exchange) as model:
        yield model


def endpoint_of(settings: Settings, observe: Callable[[int, Mapping[str, str]], None] | None = None) -> Endpoint:
    """Where requests go under ``settings``, which do not mean the embedded model."""
    from summarizer.llm.openai_api import Endpoint

    return Endpoint(
        base_url=settings.base_url or OPENAI_URL,
        api_key=settings.api_key,
        key_header=settings.key_header,
        query=settings.query,
        timeout=settings.timeout or _TIMEOUT,
        max_retries=settings.max_retries,
        observe=observe,
    )


def _hurried(endpoint: Endpoint) -> Endpoint:
    return replace(endpoint, timeout=min(_LISTING_TIMEOUT, endpoint.timeout), max_retries=min(1, endpoint.max_retries))


def _only(names: list[str], where: str) -> str:
    if len(names) == 1:
        return names[0]
    if not names:
        raise UsageError(f"{where} does not say which models it has; name one with --model.")
    shown = ", ".join(sorted(names)[:_SHOWN]) + (" …" if len(names) > _SHOWN else "")
    raise UsageError(f"{where} has {len(names)} models; name one with --model ({shown}).")


def _third_of_bytes(text: str) -> int:
    return -(-len(text.encode()) // 3)
