"""A web server on this machine for tests: pages are handed out as told, and what was asked is kept."""

from __future__ import annotations

import contextlib
import ssl
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeAlias

Answer: TypeAlias = Callable[[BaseHTTPRequestHandler], None]


def page(
    body: bytes | str, *, status: int = 200, media_type: str = "text/html; charset=utf-8", **headers: str
) -> Answer:
    """An answer with a body; ``headers`` are named with underscores."""
    data = body.encode("utf-8") if isinstance(body, str) else body

    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in {
            "Content-Type": media_type,
            "Content-Length": str(len(data)),
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(data)

    return answer


def moved(where: str, status: int = 302) -> Answer:
    """A redirect."""
    return page(b"", status=status, Location=where)


class PageServer(ThreadingHTTPServer):
    """Answers paths from `pages`; anything else is 404. `asked` holds (path, headers) of each request."""

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        self.pages: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.asked.append((self.path, dict(self.headers)))
                answer = server.pages.get(self.path, page("nothing here", status=404))
                with contextlib.suppress(BrokenPipeError, ConnectionResetError):
                    answer(self)

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
                return

        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server_address[1])

    @property
    def paths(self) -> list[str]:
        """What was asked, without robots.txt."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def at(self, path: str) -> str:
        """The address of a page."""
        return f"http://127.0.0.1:{self.port}{path}"


@contextlib.contextmanager
def running(tls: ssl.SSLContext | None = None) -> Iterator[PageServer]:
    """A server that runs as long as the context."""
    server = PageServer()
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
