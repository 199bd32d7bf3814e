"""Which model to use and how to reach it, from options and environment.

The environment variables are the ones the openai client and the tools around it already use, so that a machine set up
for those needs nothing more. An option given in the call wins over the environment. Keys are held in `Secret`, which
no representation shows.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit, urlunsplit

from summarizer.errors import UsageError
from summarizer.llm.base import Ability

OPENAI_URL = "https://api.openai.com/v1"
OPENAI_MODEL = "gpt-4.1"
"""Asked for where there is a key for OpenAI and no model was named."""
EMBEDDED = "embedded"
"""The name under which ``--model`` asks for the embedded model."""


class Secret:
    """A key that is shown by nobody by accident."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The key itself."""
        return self._text

    def __repr__(self) -> str:
        return "Secret(…)"


@dataclass(frozen=True, slots=True)
class Settings:
    """What `open_model` needs to know."""

    model: str | None = None
    """As the endpoint knows it; None: the only one an endpoint has, `OPENAI_MODEL` at OpenAI."""
    base_url: str | None = None
    """None: OpenAI where there is a key, the embedded model where there is none."""
    api_key: Secret | None = None
    key_header: str | None = None
    """Header that carries the key; None: ``Authorization: Bearer``, or ``api-key`` at Azure."""
    query: Mapping[str, str] = field(default_factory=dict)
    """Query parameters of every request, such as ``api-version``."""
    model_path: Path | None = None
    """A GGUF file for the embedded model; None: the one this project fetches."""
    timeout: float | None = None
    """Seconds without an answer before a request is given up; None: 120, or 1,800 for the embedded model."""
    max_retries: int = 2
    """How often a request is sent again after a lost connection, a 429 or a 5xx answer."""
    context_tokens: int | None = None
    """None: what is known of the model, what the endpoint says, or 8,192."""
    ability: Ability | None = None
    """None: small for the embedded model and for names that say 4B parameters or fewer, else strong."""
    seed: int = 7
    """Sent with each request, where the endpoint takes one."""
    fetch: bool = True
    """Whether a missing file of the embedded model is fetched."""
    cache: bool = False
    """Whether answers are kept for the next time the same is asked (`summarizer.llm.cache`)."""

    @property
    def embedded(self) -> bool:
        """Whether the embedded model is meant."""
        return self.base_url is None and self.api_key is None

    @classmethod
    def from_environment(
        cls,
        *,
        model: str | None = None,
        base_url: str | None = None,
        model_path: Path | None = None,
        timeout: float | None = None,
        max_retries: int = 2,
        context_tokens: int | None = None,
        ability: Ability | None = None,
        cache: bool = True,
        environ: Mapping[str, str] | None = None,
    ) -> Settings:
        """Settings from options, and from the environment where an option is None.

        Read are OPENAI_BASE_URL, OPENAI_API_KEY or OPENAI_API_KEY_FILE, OPENAI_MODEL, OPENAI_API_VERSION and
        OPENAI_API_KEY_HEADER, and SUMMARIZER_NO_CACHE, which turns the ``cache`` off.
        Raises `UsageError` where they don't fit together or a key file is open to others.
        """
        env = os.environ if environ is None else environ
        common = cls(
            timeout=timeout,
            max_retries=max_retries,
            context_tokens=context_tokens,
            ability=ability,
            cache=cache and not env.get("SUMMARIZER_NO_CACHE"),
        )
        if base_url is not None and (model == EMBEDDED or model_path is not None):
            option = "--model embedded" if model == EMBEDDED else "--model-path"
            raise UsageError(f"{option} asks for the embedded model and --base-url for another; give one of them.")
        if model == EMBEDDED or model_path is not None:
            return replace(common, model_path=model_path)
        url = base_url or env.get("OPENAI_BASE_URL") or None
        key = _key(env)
        if url is None and key is None:
            if model is not None:
                raise UsageError(
                    f"The model {model} needs an endpoint: set OPENAI_API_KEY for OpenAI, or give --base-url "
                    "(say, http://localhost:11434/v1); without a model name the embedded one is used."
                )
            return common
        address, query = _split_query(url or OPENAI_URL)
        if version := env.get("OPENAI_API_VERSION"):
            query.setdefault("api-version", version)
        return replace(
            common,
            model=model or env.get("OPENAI_MODEL") or None,
            base_url=address,
            api_key=key,
            key_header=env.get("OPENAI_API_KEY_HEADER") or None,
            query=query,
        )


def _split_query(url: str) -> tuple[str, dict[str, str]]:
    """The address without its query, and the query: the client appends paths, which must come before it."""
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        good = good and url.isprintable() and " " not in url
    except ValueError:
        good = False
    if not good:
        raise UsageError(
            "The base URL is not an address; it must look like https://host/v1 or http://localhost:11434/v1."
        )
    return urlunsplit((parts.scheme, parts.netloc, parts.path.rstrip("/"), "", "")), dict(parse_qsl(parts.query))


def _key(env: Mapping[str, str]) -> Secret | None:
    text = env.get("OPENAI_API_KEY", "").strip()
    path = env.get("OPENAI_API_KEY_FILE", "").strip()
    if not text and path:
        text = _key_file(Path(path).expanduser())
    if not text:
        return None
    if not text.isascii() or not text.isprintable() or " " in text:
        source = "OPENAI_API_KEY" if env.get("OPENAI_API_KEY", "").strip() else f"The key file {path}"
        raise UsageError(f"{source} holds characters that no key has; copy the key again, on one line.")
    return Secret(text)


def _key_file(path: Path) -> str:
    try:
        with path.open(encoding="utf-8") as file:
            if os.name == "posix" and stat.S_IMODE(os.fstat(file.fileno()).st_mode) & 0o077:
                raise UsageError(f"The key file {path} can be read by others; run: chmod 600 {path}")
            text = file.read(10_000).strip()
    except (OSError, UnicodeDecodeError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else "not text"
        raise UsageError(f"The key file {path} can't be read ({reason}); see OPENAI_API_KEY_FILE.") from None
    if not text:
        raise UsageError(f"The key file {path} is empty; put the key on its first line.")
    return text
