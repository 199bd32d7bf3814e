"""The model's file by URL, going on where an earlier try stopped.

Servers differ in how they take a request for the rest of a file: 206 goes on, 200 starts again, 416 says that there
is no rest. A connection that breaks is taken up again as long as each try brings something. The hash of the whole,
checked by `model_file`, is what makes any of this safe.
"""

from __future__ import annotations

import http.client
import os
import socket
import urllib.error
import urllib.request
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from summarizer.errors import ModelFileError
from summarizer.llm.model_file import ModelFile, Progress, Report, Step

_SECONDS = 8.0
"""Until a silent server is given up; short, since there is another way."""
_BLOCK = 1 << 18
_HUB = "https://huggingface.co"


def append(model: ModelFile, part: Path, report: Report) -> None:
    """Bring ``part`` to the full size from the model's URL. Raises `ModelFileError`."""
    url = model.url.replace(_HUB, (os.environ.get("HF_ENDPOINT") or _HUB).rstrip("/"))
    host = urlsplit(url).hostname or url
    while (have := part.stat().st_size if part.exists() else 0) < model.size:
        try:
            _append_once(url, model.size, part, report)
        except urllib.error.HTTPError as refusal:
            raise ModelFileError(f"{host} refuses the file with status {refusal.code}") from None
        except (OSError, http.client.HTTPException, ValueError) as problem:
            if not part.exists() or part.stat().st_size <= have:
                raise ModelFileError(f"{host} can't be reached ({_reason(problem)})") from None


def _append_once(url: str, size: int, part: Path, report: Report) -> None:
    have = part.stat().st_size if part.exists() else 0
    headers = {"User-Agent": "summarizer", "Accept-Encoding": "identity"}
    if have:
        headers["Range"] = f"bytes={have}-"
    request = urllib.request.Request(url, headers=headers)  # noqa: S310 - https, or what the user set
    with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310
        goes_on = answer.status == 206 and answer.headers.get("Content-Range", "").startswith(f"bytes {have}-")
        done = have if goes_on else 0
        length = answer.headers.get("Content-Length")
        if length is not None and done + int(length) != size:
            raise ModelFileError(f"{urlsplit(url).hostname} offers another file ({done + int(length):,} bytes)")
        with part.open("ab" if goes_on else "wb") as file:
            _copy(answer, file, done, size, report)


def _copy(answer: http.client.HTTPResponse | IO[bytes], file: IO[bytes], done: int, size: int, report: Report) -> None:
    while done < size and (block := answer.read(min(_BLOCK, size - done))):
        file.write(block)
        done += len(block)
        report(Progress(Step.DOWNLOADING, done, size))
    if done < size:
        raise ConnectionError("the connection ended early")


def _reason(problem: BaseException) -> str:
    inner = problem.reason if isinstance(problem, urllib.error.URLError) else problem
    if isinstance(inner, TimeoutError):
        return f"no answer within {_SECONDS:g} seconds"
    if isinstance(inner, socket.gaierror):
        return "no such host, or no network"
    return getattr(inner, "strerror", None) or str(inner) or type(inner).__name__
