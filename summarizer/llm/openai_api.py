"""Any endpoint that speaks the OpenAI chat protocol, as a `Model`. The only file that imports openai.

The client gives transport, retries and time-outs. What an endpoint takes is learnt from what it refuses (`dialect`),
what comes back is read from the raw text (`completion`), since a gateway's login page has status 200 as well, and
every failure becomes one sentence (`failures`). To bear with another endpoint's oddity, teach `dialect` or
`completion`, with a test against tests/fault_server.py.
"""

from __future__ import annotations

import contextlib
import importlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Self
from urllib.parse import urlsplit

import openai

from summarizer.data import Usage
from summarizer.errors import EndpointError, ModelError, ReplyError
from summarizer.llm import bounded, completion, failures, json_text, schema
from summarizer.llm.base import Ability, B, Message, Reply, ReplyMode
from summarizer.llm.completion import Completion
from summarizer.llm.dialect import Dialect
from summarizer.llm.exchange import Answer, Call, Direct, Exchange, Refusal, request_key
from summarizer.llm.settings import Secret
from summarizer.llm.talk import Talk, UnfitError, read_reply

_MODES = tuple(ReplyMode)
_STRETCH = 2
"""By how much the limit grows for the second try after a reply that was cut off."""
_MESSAGE_OVERHEAD = 16
"""Tokens that a chat template adds to a message, at most."""
_CUT_CHARACTERS = 6
"""More characters a token than any language has: reason to count."""
_CUT_SHARE = 0.6
"""Less of the prompt than this was read: reason to say so. Encodings differ by less."""
_THINKING = 8192
"""Tokens added to every limit for a model that was seen to think before it answers: thoughts count against it."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the requests go, and how."""

    base_url: str
    api_key: Secret | None = None
    key_header: str | None = None
    query: Mapping[str, str] = field(default_factory=dict)
    timeout: float = 120.0
    """Seconds."""
    max_retries: int = 2
    label: str | None = None
    """What messages call it; None: its address."""
    identity: str | None = None
    """By what its answers are remembered, where the name is not enough: of which file an embedded model is, say."""
    observe: Callable[[int, Mapping[str, str]], None] | None = None
    """Told the status and headers of every answer, those that are asked for again included."""

    @property
    def where(self) -> str:
        """Its name in messages and reports: never with credentials."""
        return self.label or failures.public_address(self.base_url)

    @property
    def secrets(self) -> tuple[str, ...]:
        """What no message may repeat: the key, a password in the address, what the query carries (a signature, say)."""
        key = self.api_key.reveal() if self.api_key else ""
        query = (value for name, value in self.query.items() if name != "api-version")
        return tuple(secret for secret in (key, urlsplit(self.base_url).password or "", *query) if secret)


@dataclass(frozen=True, slots=True)
class Traits:
    """What is known of the model itself."""

    name: str
    context_tokens: int
    ability: Ability
    count: Callable[[str], int]
    seed: int = 7
    grammar: bool = False
    """Whether the endpoint turns a schema into a grammar, so that limits of length may stay in it."""


class OpenAIModel:
    """A chat model behind an OpenAI-compatible endpoint; a context manager that closes the connections."""

    def __init__(self, endpoint: Endpoint, traits: Traits, exchange: Exchange | None = None) -> None:
        self._endpoint = endpoint
        self._exchange = exchange or Direct()
        self._traits = traits
        self._client = client(endpoint)
        self._said_cut = False
        host = urlsplit(endpoint.base_url).hostname or ""
        modern = host == "api.openai.com" or host.endswith(".azure.com")
        self._dialect = Dialect(limit="max_completion_tokens" if modern else "max_tokens")

    @property
    def name(self) -> str:
        """The model's name, as the endpoint knows it."""
        return self._traits.name

    @property
    def endpoint(self) -> str:
        """Base URL without credentials, or ``embedded``."""
        return self._endpoint.where

    @property
    def context_tokens(self) -> int:
        """Prompt and reply together must fit this many tokens."""
        return self._traits.context_tokens

    @property
    def ability(self) -> Ability:
        """What it can be trusted with."""
        return self._traits.ability

    def count(self, text: str) -> int:
        """Tokens of ``text``, as the function given at the start counts them."""
        return self._traits.count(text)

    def write(self, messages: Sequence[Message], *, max_tokens: int) -> Reply[str]:
        """A plain-text answer. Raises `EndpointError` or `ReplyError`."""
        talk = Talk(list(messages), max_tokens)
        for _ in range(2):
            text = json_text.without_thoughts(self._finished(talk)).strip()
            if text:
                self._exchange.accepted(talk.kept)
                return Reply(text, talk.usage, ReplyMode.TEXT, tuple(talk.notes))
            talk.notes.append("An empty answer was asked for again.")
        self._exchange.spoilt(talk.kept)
        raise ReplyError(f"{self.name} at {self.endpoint} gave an empty answer twice; use another model.")

    def ask(self, messages: Sequence[Message], reply: type[B], *, max_tokens: int) -> Reply[B]:
        """An answer that fits ``reply``. Raises `EndpointError` or `ReplyError`, `TypeError` for an unfit ``reply``."""
        form = schema.strict(reply, limits=self._traits.grammar)
        talk = Talk(list(messages), max_tokens, reply.__name__, form)
        sent_back = False
        while True:
            text = self._finished(talk)
            try:
                value = read_reply(text, reply)
                self._exchange.accepted(talk.kept)
                return Reply(value, talk.usage, self._dialect.mode, tuple(talk.notes))
            except UnfitError as problem:
                if problem.form and self._dialect.mode is ReplyMode.SCHEMA and not self._traits.grammar:
                    self._dialect = replace(self._dialect, mode=ReplyMode.OBJECT)
                    talk.notes.append(f"{self.endpoint} did not keep to the JSON schema; it was put into the prompt.")
                    continue
                if sent_back:
                    self._exchange.spoilt(talk.kept)
                    raise ReplyError(
                        f"{self.name} at {self.endpoint} answered, but not with what was asked for "
                        f"({self._one_line(problem)}); try again or use a stronger model."
                    ) from None
                sent_back = True
                talk.notes.append(f"An answer was sent back: {self._one_line(problem)}.")
                talk.send_back(text, str(problem))

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _finished(self, talk: Talk) -> str:
        """The text of an answer that came to its end, asked for a second time with a higher limit if need be."""
        first = self._send(talk, talk.max_tokens)
        if not first.cut_off:
            return first.text
        room = self.context_tokens - self._asked(talk)
        if first.thought or not (first.text.strip() or self._traits.grammar):
            self._dialect = replace(self._dialect, thinking=max(0, min(_THINKING, room - talk.max_tokens)))
        higher = min(talk.max_tokens * _STRETCH, room - self._dialect.thinking)
        if higher > talk.max_tokens or self._dialect.thinking:
            higher = max(higher, talk.max_tokens)
            talk.notes.append(f"An answer cut off at {talk.max_tokens} tokens was asked for again with {higher}.")
            second = self._send(talk, higher)
            if not second.cut_off:
                return second.text
        self._exchange.spoilt(talk.kept)
        limit = max(higher, talk.max_tokens)
        full = limit + self._dialect.thinking >= room
        advice = "its context is full, use a model with a larger one" if full else "use a stronger model"
        raise ReplyError(f"The answer of {self.name} at {self.endpoint} was cut off at {limit} tokens; {advice}.")

    def _send(self, talk: Talk, max_tokens: int) -> Completion:
        """One completion, in the first dialect the endpoint takes; the dialect is kept if it then answers."""
        dialect = self._dialect
        while True:
            call = self._call(talk, max_tokens, dialect)
            try:
                answer = self._exchange.ask(call, lambda now=call: self.send(now, talk.fixed))  # type: ignore[misc]
            except Refusal as refusal:
                poorer = dialect.poorer(refusal.status, refusal.body, structured=talk.form is not None)
                if poorer is None:
                    raise self._refused(refusal) from None
                dialect = poorer
            else:
                break
        if answer.remembered:
            dialect = replace(dialect, mode=_MODES[_MODES.index(dialect.mode) + answer.remembered])
        if answer.problem is not None:
            raise answer.problem
        if dialect.mode is not self._dialect.mode:
            talk.notes.append(
                f"{self.endpoint} takes no {self._dialect.mode.value} format; {dialect.mode.value} was used."
            )
        self._dialect = dialect
        done = self._parsed(answer.raw)
        talk.kept.append(answer.key)
        talk.usage += Usage(cached=1) if answer.free else done.usage
        self._see_to_cut_prompt(talk, done.usage.prompt_tokens)
        return done

    def _call(self, talk: Talk, max_tokens: int, dialect: Dialect) -> Call:
        """The request as ``dialect`` words it, and the hashes by which its answer is kept.

        The hashes are of what is wanted, not of how this endpoint came to be asked for it: a parameter that it refuses
        is not part of them, so that an answer is found again by a process that has not learnt so yet.
        """
        asked: dict[str, Any] = {
            "messages": [dict(message) for message in talk.messages],
            "max_tokens": max_tokens,
            "temperature": 0,
            "seed": self._traits.seed,
        }
        if talk.form is not None:
            asked |= {"name": talk.name, "schema": talk.form}
        modes = _MODES[_MODES.index(dialect.mode) :] if talk.form is not None else (ReplyMode.TEXT,)
        identity = self._endpoint.identity or self.endpoint
        body = dialect.request(
            talk.messages, max_tokens=max_tokens, seed=self._traits.seed, name=talk.name, schema=talk.form
        )
        return Call(
            keys=tuple(request_key(endpoint=identity, model=self.name, mode=mode.value, asked=asked) for mode in modes),
            endpoint=self.endpoint,
            model=self.name,
            body={"model": self.name, **body},
            max_tokens=max_tokens + dialect.thinking,
            count=lambda: self._asked(talk),
        )

    def send(self, call: Call, fixed: int = 0) -> Answer:
        """The endpoint's answer to ``call``, whose first ``fixed`` messages may begin others.

        Raises `Refusal` for an error status, `EndpointError` where no answer came.
        """
        request = {name: value for name, value in call.body.items() if name != "model"}
        try:
            raw = self._create(request, fixed)
        except openai.APIStatusError as refusal:
            raise Refusal(refusal.status_code, _body(refusal)) from None
        except openai.OpenAIError as problem:
            raise self._failure(problem) from None
        try:
            return Answer(raw, self._parsed(raw).usage)
        except ModelError as problem:
            return Answer(raw, completion.usage_of(raw), problem)

    def _parsed(self, raw: str) -> Completion:
        return completion.parse(raw, where=self.endpoint, model=self.name, secrets=self._endpoint.secrets)

    def _refused(self, refusal: Refusal) -> ModelError:
        return failures.from_status(
            refusal.status,
            failures.said(refusal.body),
            where=self.endpoint,
            model=self.name,
            secrets=self._endpoint.secrets,
            code=failures.code_of(refusal.body),
        )

    def _create(self, request: dict[str, Any], fixed: int) -> str:  # noqa: ARG002 - for a model that can use it
        """The raw text of one completion; the first ``fixed`` messages are likely to begin other requests as well."""
        return self._client.chat.completions.with_raw_response.create(
            model=self.name, extra_headers=key_headers(self._endpoint), **request
        ).text

    def _asked(self, talk: Talk) -> int:
        """Tokens of the prompt."""
        asked = sum(self.count(message["content"]) + _MESSAGE_OVERHEAD for message in talk.messages)
        if talk.form is not None and self._dialect.mode is not ReplyMode.SCHEMA:
            asked += self.count(json.dumps(talk.form)) + _MESSAGE_OVERHEAD
        return asked

    def _see_to_cut_prompt(self, talk: Talk, read: int) -> None:
        """Note where much less was read than sent: some endpoints cut a prompt to their context and say nothing."""
        if self._said_cut:  # once is enough: the next prompts fare the same
            return
        characters = sum(len(message["content"]) for message in talk.messages)
        if 0 < read < characters / _CUT_CHARACTERS and read < (asked := self._asked(talk)) * _CUT_SHARE:
            self._said_cut = True
            talk.notes.append(
                f"{self.endpoint} read only {read:,} of about {asked:,} tokens; its context may be smaller than "
                "thought, give its size with --context-tokens."
            )

    def _one_line(self, problem: Exception) -> str:
        return failures.one_line(str(problem), secrets=self._endpoint.secrets)

    def _failure(self, problem: openai.OpenAIError) -> ModelError:
        return failure(problem, self._endpoint, self.name)


def client(endpoint: Endpoint) -> openai.OpenAI:
    """A client for ``endpoint``. Raises `EndpointError` where the address is none."""
    parts = urlsplit(endpoint.base_url)
    host = parts.hostname or ""
    key = endpoint.api_key.reveal() if endpoint.api_key else "none"
    # A proxy can't reach this machine's own loopback; a redirect would carry the key to an address nobody named.
    local = parts.scheme == "http" and host in ("localhost", "127.0.0.1", "::1")
    try:
        host.encode("idna")  # what the transport does only when it connects
        transport = openai.DefaultHttpxClient(
            follow_redirects=False,
            trust_env=not local,
            event_hooks=_hooks(endpoint),
            headers={"Accept-Encoding": bounded.ENCODINGS},
        )
        bounded.hasten(transport, endpoint.timeout)
        return openai.OpenAI(
            base_url=endpoint.base_url,
            api_key=key,
            timeout=openai.Timeout(endpoint.timeout, connect=min(10.0, endpoint.timeout)),
            max_retries=endpoint.max_retries,
            default_query=dict(endpoint.query),
            http_client=transport,
        )
    except Exception:  # the transport has an error of its own for such addresses; its message may hold credentials
        raise EndpointError(f"{endpoint.where} is no address to send requests to; check --base-url.") from None


def _transport() -> Any:
    """The package that the client sends with: httpx, or a successor of it."""
    return importlib.import_module(openai.DefaultHttpxClient.__base__.__module__.partition(".")[0])


def _hooks(endpoint: Endpoint) -> dict[str, list[Callable[..., Any]]]:
    hooks: list[Callable[..., Any]] = [
        bounded.bound(endpoint.timeout, _transport()),
        bounded.give_up_on_spent_quotas,
    ]
    if (observe := endpoint.observe) is not None:
        hooks.append(lambda response: observe(response.status_code, response.headers))
    return {"response": hooks}


def key_headers(endpoint: Endpoint) -> dict[str, Any]:
    """Headers of each request to an endpoint that wants its key elsewhere than in ``Authorization``."""
    host = urlsplit(endpoint.base_url).hostname or ""
    azure = host.endswith(".azure.com") or "api-version" in endpoint.query
    header = endpoint.key_header or ("api-key" if azure else "Authorization")
    if endpoint.api_key is None or header.lower() == "authorization":
        return {}
    return {header: endpoint.api_key.reveal(), "Authorization": openai.omit}


def _body(refusal: openai.APIStatusError) -> str:
    return refusal.response.text


@contextlib.contextmanager
def told(endpoint: Endpoint, what: str) -> Iterator[None]:
    """Raise an exception of ours for whatever the client raises within; ``what`` was asked for."""
    try:
        yield
    except openai.OpenAIError as problem:
        raise failure(problem, endpoint, what) from None


def failure(problem: openai.OpenAIError, endpoint: Endpoint, model: str) -> ModelError:
    """Our exception for the client's ``problem``."""
    if isinstance(problem, openai.APIStatusError):
        message = failures.said(_body(problem))
        return failures.from_status(
            problem.status_code, message, where=endpoint.where, model=model, secrets=endpoint.secrets
        )
    return failures.from_connection(problem, where=endpoint.where, timeout=endpoint.timeout, secrets=endpoint.secrets)


def listed(endpoint: Endpoint, *, needed: bool = True) -> dict[str, dict[str, Any]]:
    """The models an endpoint names at ``/models``, and what it says of each; none where it has no such list.

    Raises `EndpointError` where it can't be reached or refuses the key; where the list is not ``needed``, only where
    there is no connection: some endpoints answer chats and refuse a list.
    """
    with client(endpoint) as connection:
        try:
            raw = connection.models.with_raw_response.list(extra_headers=key_headers(endpoint)).text
        except (openai.NotFoundError, openai.InternalServerError):
            return {}
        except openai.OpenAIError as problem:
            if not needed and not failures.never_connected(problem):
                return {}
            raise failure(problem, endpoint, "its list of models") from None
    try:
        entries = json.loads(raw)["data"]
        return {str(entry["id"]): entry for entry in entries}
    except (ValueError, KeyError, TypeError, RecursionError):
        return {}
