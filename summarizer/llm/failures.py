"""What went wrong at an endpoint, as one sentence that says what to do.

Plain data in (status, the endpoint's own words, the error underneath), an exception of ours out: nothing here knows
the client. What an endpoint says is untrusted: it is cut to one printable line. A key is never repeated, nor a part of
it that could be put to use: keys have no common form (Azure's are 32 hexadecimal digits), so the words are searched for
the very secrets that were sent; the usual beginnings of keys are a second net, for a key that a gateway put in.
"""

from __future__ import annotations

import json
import re
import socket
import ssl
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from summarizer.errors import AccessError, EndpointError, ModelError, ReplyError

_LONGEST = 200
_KEYS = re.compile(r"\b(?:sk|pk|key|gsk|hf)[-_][\w*-]{6,}", re.IGNORECASE)
_SHORTEST_SECRET = 4
"""Characters; what is shorter protects nothing, and taking it out would spoil words."""
_PART = 8
"""Characters of a secret, anywhere in it, that are not shown: endpoints repeat a key's beginning or its end."""
_NO_CONNECTION = frozenset({"ConnectError", "ConnectTimeout", "UnsupportedProtocol", "InvalidURL", "ProxyError"})
"""The transport's errors for an address at which nothing can be reached."""
_SPENT = frozenset({"insufficient_quota", "billing_hard_limit_reached", "billing_not_active", "account_deactivated"})
"""Error codes of an account that has to be paid for first; status 429 or 400, like what passes by itself."""
_CONTEXT = re.compile(
    r"context.{0,20}(?:length|size|window)|maximum context|too many tokens|exceed_context", re.IGNORECASE
)


def public_address(url: str) -> str:
    """``url`` without user, password, query and fragment."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path.rstrip("/"), "", ""))


def one_line(text: str, *, longest: int = _LONGEST, secrets: Iterable[str] = ()) -> str:
    """``text`` fit for a message: one line, printable, shortened, with none of ``secrets`` and no key in it."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[: longest * 8]).split())
    line = _KEYS.sub("[key]", _without(line, secrets))  # before it is shortened: half a key is a secret, too
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def _without(line: str, secrets: Iterable[str]) -> str:
    """``line`` with ``[key]`` for each secret and for each part of one, as it is or percent-encoded."""
    hidden = sorted({span for secret in secrets for span in _shown_of(line, secret)})
    pieces: list[str] = []
    position = 0
    for start, end in hidden:
        if start > position or not pieces:
            pieces += [line[position:start], "[key]"]
        position = max(position, end)
    return "".join([*pieces, line[position:]])


def _shown_of(line: str, secret: str) -> Iterator[tuple[int, int]]:
    for form in {secret, quote(secret, safe=""), unquote(secret)}:
        if len(form) < _SHORTEST_SECRET:
            continue
        size = min(_PART, len(form))
        parts = {form[at : at + size] for at in range(len(form) - size + 1)}
        yield from ((at, at + size) for at in range(len(line) - size + 1) if line[at : at + size] in parts)


def said(body: Any) -> str:
    """The message in an endpoint's error body, whatever shape it has."""
    if isinstance(body, bytes | str):
        try:
            return said(json.loads(body))
        except (ValueError, RecursionError):
            text = body.decode(errors="replace") if isinstance(body, bytes) else body
            return "" if "<html" in text.lower() or "<!doctype" in text.lower() else text
    if isinstance(body, dict):
        for name in ("message", "error", "detail", "msg"):
            if body.get(name):
                return said(body[name]) if not isinstance(body[name], str) else body[name]
        return ""
    if isinstance(body, list) and body:
        return said(body[0])
    return ""


def about_context(message: str) -> bool:
    """Whether an endpoint's message says that the request is longer than the model's context."""
    return bool(_CONTEXT.search(message))


def from_status(
    status: int, message: str, *, where: str, model: str, secrets: Iterable[str] = (), code: str = ""
) -> ModelError:
    """The exception for an answer with an error status; ``message`` and ``code`` are the endpoint's own.

    An `AccessError` where no other request would fare better, so that a batch need not try them all.
    """
    own = one_line(message, secrets=secrets)
    words = f" ({own})" if own else ""
    if status in (400, 413, 422) and about_context(message):
        return ReplyError(
            f"The request is longer than the context of {model} at {where}{words}; "
            "give a smaller --context-tokens or a model with a larger context."
        )
    match status:
        case 401:  # the endpoint's own words repeat part of the key here
            text = f"{where} does not accept the key; check OPENAI_API_KEY (or OPENAI_API_KEY_FILE)."
        case 403:
            text = f"{where} refuses this key access to {model}{words}; ask for access or name another model."
        case 404:
            text = (
                f"{where} has no model {model}, or no such address{words}; "
                "check --model and --base-url (most end in /v1)."
            )
        case 408 | 409 | 425:
            text = f"{where} gave the request up with status {status}{words}; try again later."
        case 402 | 429:
            text = f"{where} takes no more requests now{words}; wait and try again, or check the account's quota."
        case _ if 300 <= status < 400:
            text = f"{where} redirects to another address; give that address as --base-url."
        case _ if status >= 500:
            text = f"{where} failed with status {status}{words}; try again later or use another endpoint."
        case _:
            text = f"{where} refuses the request with status {status}{words}; check --model and --base-url."
    return AccessError(text) if status in (401, 402, 404) or code in _SPENT else EndpointError(text)


def code_of(body: str) -> str:
    """The error code in an endpoint's error body; empty where there is none."""
    try:
        error = json.loads(body)["error"]
        return str(error.get("code") or error.get("type") or "")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return ""


def about_money(body: str) -> bool:
    """Whether an error body says that the account has to be paid for first."""
    return code_of(body) in _SPENT


def from_connection(
    problem: BaseException, *, where: str, timeout: float, secrets: Iterable[str] = ()
) -> EndpointError:
    """The exception for an endpoint that gave no answer; ``problem`` is the client's error with its causes."""
    causes = _causes(problem)
    named = " ".join(type(cause).__name__ for cause in causes)
    if any(isinstance(c, ssl.SSLError) for c in causes):
        words = one_line(next(str(c) for c in causes if isinstance(c, ssl.SSLError)), secrets=secrets)
        return EndpointError(
            f"The connection to {where} is not trusted ({words}); check the address (http or https?), "
            "or name your certificates in SSL_CERT_FILE."
        )
    if "ConnectTimeout" in named:
        return EndpointError(f"{where} can't be reached (no answer to the connection); check --base-url and network.")
    if "EndlessError" in named:
        return EndpointError(f"{where} sent an answer without end; check --base-url or use another endpoint.")
    if "Timeout" in named:
        return EndpointError(
            f"{where} gave no answer within {timeout:g} seconds; try again or give a longer --timeout."
        )
    if any(isinstance(c, socket.gaierror) for c in causes):
        return EndpointError(f"The host of {where} is not known, or there is no network; check --base-url.")
    if any(isinstance(c, ConnectionRefusedError) for c in causes) or "ConnectError" in named:
        return EndpointError(f"Nothing answers at {where}; start the server there or check --base-url.")
    if "UnsupportedProtocol" in named or "InvalidURL" in named:
        return EndpointError(f"{where} is no address to send requests to; check --base-url.")
    return EndpointError(f"{where} broke off the connection; try again or use another endpoint.")


def never_connected(problem: BaseException) -> bool:
    """Whether there was no connection at all, so that no other request will fare better."""
    return any(type(cause).__name__ in _NO_CONNECTION for cause in _causes(problem))


def _causes(problem: BaseException) -> list[BaseException]:
    found: list[BaseException] = []
    following: BaseException | None = problem
    while following is not None and following not in found:
        found.append(following)
        following = following.__cause__ or following.__context__
    return found
