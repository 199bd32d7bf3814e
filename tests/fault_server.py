"""A real HTTP server on loopback that speaks the OpenAI chat protocol from a script, and misbehaves on demand.

    with serve(error(429), chat("Hello.")) as server:
        ...  # base URL: server.url
    assert server.requests[1].json["temperature"] == 0

Each request to ``/chat/completions`` takes the next answer of the script; one too many gets status 501, which no
client tries again without end. An answer may be a function of the request, for an endpoint with opinions. ``always``
answers every request instead of a script. Everything runs on a real socket: clients differ in what they patch.
"""

from __future__ import annotations

import contextlib
import json
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

KEY = "sk-test-0123456789abcdef0123456789abcdef"


@dataclass(frozen=True)
class Request:
    """What the client sent."""

    method: str
    path: str
    headers: Mapping[str, str]
    """Names in lower case."""
    body: bytes

    @property
    def json(self) -> dict[str, Any]:
        parsed = json.loads(self.body)
        assert isinstance(parsed, dict)
        return parsed


@dataclass(frozen=True)
class Answer:
    """What the server sends back."""

    status: int = 200
    body: bytes = b""
    kind: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    missing_bytes: int = 0
    """How many more bytes than are sent are promised."""
    hangs: bool = False
    """Whether nothing is sent until the server stops."""
    resets: bool = False
    """Whether the connection is reset instead of an answer."""
    delay: float = 0.0
    """Seconds before the answer begins."""
    drip: float = 0.0
    """Seconds between two bytes of the body."""
    header_drip: float = 0.0
    """Seconds between two bytes of a header that never ends."""
    resets_after: int | None = None
    """After how many bytes of the body the connection is reset."""
    endless: bool = False
    """Whether the body is repeated until the client hangs up."""


Script = Answer | Callable[[Request], Answer]


def chat(text: str | None, *, finish: str = "stop", usage: tuple[int, int] | None = (10, 5), **message: Any) -> Answer:
    """A completion with ``text``; ``message`` adds fields to its message, such as ``refusal``."""
    answer: dict[str, Any] = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": "test-model",
        "choices": [{"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": text} | message}],
    }
    if usage:
        answer["usage"] = {"prompt_tokens": usage[0], "completion_tokens": usage[1], "total_tokens": sum(usage)}
    return reply(answer)


def reply(value: Any, status: int = 200, **headers: str) -> Answer:
    """Any JSON value as an answer."""
    return Answer(status, json.dumps(value).encode(), headers=headers)


def error(status: int, message: str = "no", *, code: str | None = None, param: str | None = None) -> Answer:
    """An error as OpenAI words it; says not to try again at once where the client would."""
    body = {"error": {"message": message, "type": "invalid_request_error", "code": code, "param": param}}
    return reply(body, status, **{"retry-after-ms": "1"})


def page(status: int = 200) -> Answer:
    """A gateway's login page."""
    return Answer(status, b"<!DOCTYPE html><html><body>Please log in</body></html>", "text/html; charset=utf-8")


def truncated() -> Answer:
    """An answer whose connection ends in its middle."""
    return Answer(200, b'{"choices": [{"mess', missing_bytes=500)


def resets() -> Answer:
    """A connection reset without a word."""
    return Answer(resets=True)


def hangs() -> Answer:
    """No answer at all."""
    return Answer(hangs=True)


def resets_in_the_middle(answer: Answer) -> Answer:
    """``answer`` until half of its body, then a reset."""
    return replace(answer, resets_after=len(answer.body) // 2)


def refusing(field_name: str, message: str, then: Script) -> Callable[[Request], Answer]:
    """An endpoint that refuses requests with the field ``field_name`` with ``message``, else does ``then``."""

    def answer(request: Request) -> Answer:
        if field_name in request.json:
            return error(400, message)
        return then(request) if callable(then) else then

    return answer


class FaultServer:
    """The running server: its address and what it was sent."""

    def __init__(
        self,
        script: list[Script],
        always: Script | None,
        models: list[dict[str, Any]] | None,
        listing: Answer | None = None,
    ) -> None:
        self.requests: list[Request] = []
        """Of chat completions; requests for the list of models are in `listings`."""
        self.listings: list[Request] = []
        self._script = iter(script)
        self._always = always
        self._models = models
        self._listing = listing
        self._lock = threading.Lock()
        self.stopping = threading.Event()
        self._http = _Quiet(("127.0.0.1", 0), _handler(self))
        self._http.daemon_threads = True

    @property
    def port(self) -> int:
        return int(self._http.server_address[1])

    @property
    def url(self) -> str:
        """The base URL."""
        return f"http://127.0.0.1:{self.port}/v1"

    def answer(self, request: Request) -> Answer:
        with self._lock:
            path = request.path.partition("?")[0]
            if request.method == "GET" and path.endswith("/models"):
                self.listings.append(request)
                if self._listing is not None:
                    return self._listing
                return error(404) if self._models is None else reply({"object": "list", "data": self._models})
            if request.method != "POST" or not path.endswith("/chat/completions"):
                return error(404, f"no such path: {path}")
            self.requests.append(request)
            step = self._always or next(self._script, error(501, "the script is at its end"))
        return step(request) if callable(step) else step

    @contextmanager
    def running(self) -> Iterator[Self]:
        """Itself, which serves until the context ends; `serve` and those of its kinds are made of it."""
        thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self.stop()
            thread.join()

    def stop(self) -> None:
        self.stopping.set()
        self._http.shutdown()
        self._http.server_close()


class _Quiet(ThreadingHTTPServer):
    """Says nothing of clients that are gone, which is what half of the tests are about."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def _send(handler: BaseHTTPRequestHandler, answer: Answer, stopping: threading.Event) -> None:
    """The body of an answer, in the way it is to be sent."""
    if answer.resets_after is not None:
        handler.wfile.write(answer.body[: answer.resets_after])
        time.sleep(0.02)  # or the reset overtakes the bytes
        _reset(handler)
    elif answer.drip:
        for byte in answer.body:
            handler.wfile.write(bytes([byte]))
            if stopping.wait(answer.drip):
                return
    else:
        handler.wfile.write(answer.body)
    while answer.endless and not stopping.is_set():
        handler.wfile.write(answer.body)


def _drip_headers(handler: BaseHTTPRequestHandler, pause: float, stopping: threading.Event) -> None:
    handler.flush_headers()
    handler.wfile.write(b"X-Slow: ")
    with contextlib.suppress(ConnectionError):
        while not stopping.wait(pause):
            handler.wfile.write(b"x")
    handler.close_connection = True


def _reset(handler: BaseHTTPRequestHandler) -> None:
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    handler.close_connection = True
    handler.connection.close()


def _handler(server: FaultServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def do_DELETE(self) -> None:
            self._answer()

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

        def _answer(self) -> None:
            size = int(self.headers.get("Content-Length", 0))
            body = self.rfile.read(size)
            if len(body) < size:  # the client was killed before it had sent its request
                self.close_connection = True
                return
            headers = {name.lower(): value for name, value in self.headers.items()}
            answer = server.answer(Request(self.command, self.path, headers, body))
            server.stopping.wait(None if answer.hangs else answer.delay)
            if answer.hangs or answer.resets:
                _reset(self)
                return
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.kind)
            if answer.header_drip:
                _drip_headers(self, answer.header_drip, server.stopping)
                return
            if not answer.endless:
                self.send_header("Content-Length", str(len(answer.body) + answer.missing_bytes))
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            with contextlib.suppress(ConnectionError):  # a client may hang up in the middle
                _send(self, answer, server.stopping)
            if answer.missing_bytes or answer.endless:
                self.close_connection = True

    return Handler


@contextmanager
def serve(
    *script: Script,
    always: Script | None = None,
    models: list[dict[str, Any]] | None = None,
    listing: Answer | None = None,
) -> Iterator[FaultServer]:
    """Serve until the context ends; ``models`` is what ``/models`` lists (without it: status 404).

    ``listing`` is what ``/models`` answers instead.
    """
    with FaultServer(list(script), always, models, listing).running() as server:
        yield server


def unused_port() -> int:
    """A loopback port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
