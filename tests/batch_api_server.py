"""A server on loopback that speaks OpenAI's Batch API, and goes wrong on demand.

    with serve_batches(answer) as server:
        ...
    assert server.billed == 12

``answer`` is asked for each request of a batch, as the chat endpoint would be. ``courses`` says what becomes of the
first batches, in the order they are made; later ones go well.
"""

from __future__ import annotations

import email.parser
import email.policy
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.fault_server import Answer, FaultServer, Request, error, reply

Ask = Callable[[Request], Answer]
UNDER_WAY = ("validating", "in_progress", "finalizing")


@dataclass
class Course:
    """What becomes of a batch."""

    ends: str = "completed"
    """Its last status."""
    answered: int | None = None
    """So many lines are answered before it ends; None: all."""
    lost: frozenset[int] = frozenset()
    """Lines, by their place, that are in neither file."""
    code: str = ""
    """Of a batch that ends as failed: why."""
    looks: int = 2
    """So often it is under way when it is looked at."""
    create: Answer | None = None
    """The answer to the request that makes it, which is made all the same."""
    raw: tuple[bytes, ...] = ()
    """Lines put in front of the output."""


@dataclass
class Batch:
    """A batch at the server."""

    id: str
    file: str
    metadata: dict[str, str]
    course: Course
    looks: int = 0
    output: str | None = None
    errors: str | None = None
    lines: list[dict[str, Any]] = field(default_factory=list)

    def shown(self, status: str) -> dict[str, Any]:
        failed = status == "failed"
        over = status not in UNDER_WAY
        return {
            "id": self.id,
            "object": "batch",
            "endpoint": "/v1/chat/completions",
            "input_file_id": self.file,
            "completion_window": "24h",
            "status": status,
            "created_at": 1,
            "metadata": self.metadata,
            "output_file_id": self.output if over else None,
            "error_file_id": self.errors if over else None,
            "errors": {"object": "list", "data": [{"code": self.course.code, "message": f"no: {self.course.code}"}]}
            if failed
            else None,
            "request_counts": {"total": len(self.lines), "completed": 0, "failed": 0},
        }


class BatchServer(FaultServer):
    """The running server: what it was handed in, and what it billed."""

    def __init__(self, ask: Ask, courses: list[Course]) -> None:
        super().__init__([], None, [{"id": "test-model"}])
        self.files: dict[str, bytes] = {}
        self.removed: list[str] = []
        self.batches: dict[str, Batch] = {}
        self.billed: list[str] = []
        """The bodies of requests that were answered with status 200."""
        self.creations = 0
        self._ask = ask
        self._courses = iter(courses)
        self._guard = threading.Lock()

    def answer(self, request: Request) -> Answer:
        path = request.path.partition("?")[0].removeprefix("/v1")
        if not path.startswith(("/files", "/batches")):
            return super().answer(request)
        with self._guard:
            match request.method, path.strip("/").split("/"):
                case "POST", ["files"]:
                    return self._uploaded(request)
                case "DELETE", ["files", file]:
                    self.removed.append(file)
                    return reply({"id": file, "object": "file", "deleted": True})
                case "GET", ["files", file, "content"]:
                    return Answer(200, self.files[file], "application/octet-stream")
                case "POST", ["batches"]:
                    return self._created(request)
                case "GET", ["batches"]:
                    shown = [batch.shown(self._status(batch)) for batch in reversed(self.batches.values())]
                    return reply({"object": "list", "data": shown, "has_more": False})
                case "GET", ["batches", name]:
                    return self._looked(self.batches[name])
        return error(404, f"no such path: {path}")

    def _uploaded(self, request: Request) -> Answer:
        head = f"Content-Type: {request.headers['content-type']}\n\n".encode()
        form = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(head + request.body)
        parts = {part.get_param("name", header="content-disposition"): part for part in form.iter_parts()}
        assert parts["purpose"].get_content().strip() == "batch"
        name = f"file-{len(self.files)}"
        data = parts["file"].get_payload(decode=True)
        assert isinstance(data, bytes)
        self.files[name] = data
        return reply({"id": name, "object": "file", "bytes": 1, "created_at": 1, "filename": "x", "purpose": "batch"})

    def _created(self, request: Request) -> Answer:
        asked = request.json
        assert (asked["endpoint"], asked["completion_window"]) == ("/v1/chat/completions", "24h")
        self.creations += 1
        course = next(self._courses, Course())
        batch = Batch(f"batch-{len(self.batches)}", asked["input_file_id"], asked.get("metadata") or {}, course)
        batch.lines = [json.loads(line) for line in self.files[batch.file].splitlines()]
        self.batches[batch.id] = batch
        if course.create is not None:
            return course.create
        return reply(batch.shown("validating"))

    def _status(self, batch: Batch) -> str:
        return UNDER_WAY[min(batch.looks, 2)] if batch.looks < batch.course.looks else batch.course.ends

    def _looked(self, batch: Batch) -> Answer:
        status = self._status(batch)
        batch.looks += 1
        if status not in UNDER_WAY and status != "failed" and batch.output is None:
            self._run(batch)
        return reply(batch.shown(status))

    def _run(self, batch: Batch) -> None:
        output, errors = list(batch.course.raw), []
        for place, line in enumerate(batch.lines):
            if place in batch.course.lost:
                continue
            if batch.course.answered is not None and place >= batch.course.answered:
                problem = {"code": "batch_expired", "message": "This request could not be executed."}
                errors.append({"id": "r", "custom_id": line["custom_id"], "response": None, "error": problem})
                continue
            assert (line["method"], line["url"]) == ("POST", "/v1/chat/completions")
            answer = self._ask(Request("POST", line["url"], {}, json.dumps(line["body"]).encode()))
            response = {"status_code": answer.status, "request_id": "q", "body": json.loads(answer.body)}
            whole = {"id": "r", "custom_id": line["custom_id"], "response": response, "error": None}
            if answer.status == 200:
                self.billed.append(json.dumps(line["body"], sort_keys=True))
                output.insert(0, json.dumps(whole).encode())  # in any order
            else:
                errors.append(whole)
        batch.output, batch.errors = f"{batch.id}-out", f"{batch.id}-err" if errors else None
        self.files[batch.output] = b"\n".join(output) + b"\n"
        self.files[f"{batch.id}-err"] = b"".join(json.dumps(line).encode() + b"\n" for line in errors)


@contextmanager
def serve_batches(ask: Ask, *courses: Course) -> Iterator[BatchServer]:
    """`tests.fault_server.serve`, with files and batches beside the chats."""
    with BatchServer(ask, list(courses)).running() as server:
        yield server
