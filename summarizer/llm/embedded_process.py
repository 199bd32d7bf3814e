"""Start the process that holds the embedded model, talk to it, and see to its end.

`embedded_server` is the other side and says why it is a process. It listens on a free loopback port, behind a key
made for this run, so that nobody else on the machine can use it, and it ends when this process does, in whatever way.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import IO, Any

from summarizer.errors import EndpointError, ModelFileError
from summarizer.llm.failures import one_line
from summarizer.llm.settings import Secret

_LOADING_SECONDS = 600.0
_ANSWER_SECONDS = 1800.0
_FOLDER = "summarizer-embedded-"
_STALE_SECONDS = 3 * 86_400.0
_SERVER = Path(__file__).with_name("embedded_server.py")


@dataclass(frozen=True, slots=True)
class Server:
    """The running process and how to talk to it."""

    process: subprocess.Popen[bytes]
    address: str
    key: Secret
    folder: Path
    """Where it may keep states; gone when it is."""

    def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """The answer of one of llama.cpp's own requests, which the client doesn't know. Raises `EndpointError`."""
        request = urllib.request.Request(  # noqa: S310 - our own loopback address
            self.address + path,
            json.dumps(body).encode(),
            {"Content-Type": "application/json", "Authorization": f"Bearer {self.key.reveal()}"},
        )
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=_ANSWER_SECONDS) as answer:
                value = json.load(answer)
        except (OSError, ValueError) as problem:
            raise EndpointError(f"The embedded model refuses {path} ({one_line(str(problem))}).") from None
        return value if isinstance(value, dict) else {}

    def ended(self) -> str | None:
        """How the process ended; None while it runs."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=1)  # its sockets close before it is gone
        return None if self.process.returncode is None else _ending(self.process.returncode)


@contextlib.contextmanager
def serve(path: Path, name: str, context_tokens: int) -> Iterator[Server]:
    """Load the GGUF file ``path`` under ``name``; raises `ModelFileError` where it can't be loaded."""
    key = secrets.token_urlsafe(24)
    _remove_stale_folders()
    wanted = {
        "path": str(path.resolve()),
        "name": name,
        "key": key,
        "context_tokens": context_tokens,
        "threads": _threads(),
    }
    with tempfile.TemporaryFile() as errors, tempfile.TemporaryDirectory(prefix=_FOLDER) as folder:
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
            address = _address(process, json.dumps(wanted | {"folder": folder}), errors, path)
            yield Server(process, address, Secret(key), Path(folder))
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


def _remove_stale_folders() -> None:
    """Remove what programs left that were killed days ago."""
    for folder in Path(tempfile.gettempdir()).glob(_FOLDER + "*"):
        with contextlib.suppress(OSError):
            if time.time() - folder.stat().st_mtime > _STALE_SECONDS:
                shutil.rmtree(folder, ignore_errors=True)
