"""An endpoint's Batch API: a file of requests in, files of answers out, some time within a day, at half the price.

The protocol is OpenAI's (files, then batches): a line a request with an id of ours, in the output a line an answer in
any order, requests that failed in a file of their own. Making a batch is never tried twice blindly: where the answer
to that got lost, the batches at the endpoint are searched for the mark it was to carry, since each is paid for.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, Self

from summarizer.errors import AccessError, EndpointError
from summarizer.llm import failures
from summarizer.llm.openai_api import Endpoint, client, key_headers, told

PATH: Final = "/v1/chat/completions"
"""What the requests of a batch are for; the protocol's own name, whatever the endpoint's address."""
_MARK = "summarizer"
_SEARCHED = 1000
"""Batches looked at in search of a mark, newest first."""


class Course(StrEnum):
    """How far a batch is, of the statuses that endpoints name."""

    UNDER_WAY = "under way"
    OVER = "over"
    """Completed, expired or cancelled: what was answered can be fetched, the rest was not asked."""
    REFUSED = "refused"
    """Nothing of it was asked."""


_OVER = frozenset({"completed", "expired", "cancelled"})


@dataclass(frozen=True, slots=True)
class Seen:
    """What an endpoint says of a batch."""

    course: Course
    files: tuple[str, ...] = ()
    """Ids of the files that hold answers and errors."""
    asked: str = ""
    """Id of the file that holds the requests."""
    code: str = ""
    """Why it was refused, as endpoints name it: ``token_limit_exceeded``."""
    reason: str = ""
    """The same for a reader."""
    answered: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """The answer to one request of a batch."""

    id: str
    """As it was given with the request."""
    status: int | None
    """The HTTP status; None where the request was not asked: the batch expired, say."""
    body: str
    """The JSON the endpoint answered with, or what it says of the error."""


def request_line(identity: str, body: Any) -> bytes:
    """A request as a line of the input file."""
    whole = {"custom_id": identity, "method": "POST", "url": PATH, "body": body}
    return json.dumps(whole, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


class Batches:
    """The batches of one endpoint; a context manager. Every method raises `EndpointError` where it gets no answer."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._headers = key_headers(endpoint)
        self._client = client(endpoint)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def post(self, path: Path, mark: str) -> str:
        """Hand in the requests in the file ``path``; the id of the batch, of which there is one to a ``mark``."""
        with told(self._endpoint, "a file of requests"):
            file = self._client.files.create(file=path, purpose="batch", extra_headers=self._headers)
        once = self._client.with_options(max_retries=0)
        for attempt in range(3):
            try:
                with told(self._endpoint, "a batch"):
                    return once.batches.create(
                        input_file_id=file.id,
                        endpoint=PATH,
                        completion_window="24h",
                        metadata={_MARK: mark},
                        extra_headers=self._headers,
                    ).id
            except AccessError:
                raise
            except EndpointError:
                if found := self.find(mark):
                    return found
                if attempt == 2:
                    raise
        raise AssertionError("the last attempt raises")

    def find(self, mark: str) -> str | None:
        """The id of the batch that carries ``mark``; None where there is none, or the endpoint lists no batches."""
        with contextlib.suppress(EndpointError), told(self._endpoint, "its list of batches"):
            for number, batch in enumerate(self._client.batches.list(limit=100, extra_headers=self._headers)):
                if (batch.metadata or {}).get(_MARK) == mark:
                    return batch.id
                if number >= _SEARCHED:
                    break
        return None

    def look(self, batch: str) -> Seen:
        """How far a batch is."""
        with told(self._endpoint, "a batch"):
            found = self._client.batches.retrieve(batch, extra_headers=self._headers)
        counts = found.request_counts
        answered, total = (counts.completed + counts.failed, counts.total) if counts else (0, 0)
        if found.status == "failed":
            errors = (found.errors.data if found.errors else None) or []
            said = "; ".join(error.message or error.code or "" for error in errors[:3]) or "no reason given"
            code = next((error.code for error in errors if error.code), "")
            reason = failures.one_line(said, secrets=self._endpoint.secrets)
            return Seen(Course.REFUSED, asked=found.input_file_id, code=code, reason=reason)
        files = tuple(name for name in (found.output_file_id, found.error_file_id) if name)
        course = Course.OVER if found.status in _OVER else Course.UNDER_WAY
        return Seen(course, files, found.input_file_id, answered=answered, total=total)

    def lines(self, file: str) -> Iterator[Line]:
        """The answers in a file; lines that can't be read are left out, and so count as not answered."""
        with (
            told(self._endpoint, "a file of answers"),
            self._client.files.with_streaming_response.content(file, extra_headers=self._headers) as answer,
        ):
            for text in answer.iter_lines():
                if (line := _line(text)) is not None:
                    yield line

    def remove(self, files: tuple[str, ...]) -> None:
        """Take files off the endpoint, as far as it lets us: they hold articles, and nobody needs them there."""
        for file in files:
            with contextlib.suppress(EndpointError), told(self._endpoint, "removing a file"):
                self._client.files.delete(file, extra_headers=self._headers)


def _line(text: str) -> Line | None:
    try:
        whole = json.loads(text)
        identity, answer, problem = str(whole["custom_id"]), whole.get("response"), whole.get("error")
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    if isinstance(answer, dict) and isinstance(answer.get("status_code"), int):
        return Line(identity, answer["status_code"], json.dumps(answer.get("body"), ensure_ascii=False))
    return Line(identity, None, json.dumps({"error": problem}, ensure_ascii=False))
