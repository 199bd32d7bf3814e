"""Runs of a batch for the tests: articles, an endpoint that drafts them, a command in a process of its own.

The model's replies here are written by hand, all of them; no model was asked.
"""

from __future__ import annotations

import json
import os
import re
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from summarizer.cli.boundary import run
from tests.fault_server import Answer, Request, chat

SHIPS = ("Fähren", "Schlepper", "Frachter", "Tanker")


def german(number: int) -> str:
    """An article; the number makes it another one."""
    return (
        f"Die Reederei Nordsee kauft bis zu {number + 3} {SHIPS[number % 4]} der Werft Ostkai. "
        f"Der Auftrag ist rund {number + 2},1 Milliarden Euro wert, wie die Werft am Montag mitteilte.\n"
    )


def articles(folder: Path, count: int) -> Path:
    """A folder of so many articles."""
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"artikel{number}.txt").write_text(german(number), "utf-8")
    return folder


def drafted(request: Request) -> Answer:
    """A draft of the article in the request, its figures filled in."""
    text = "\n".join(message["content"] for message in request.json["messages"])
    count, worth = re.search(r"bis zu (\d+)", text), re.search(r"rund (\d+),1", text)
    assert count
    assert worth
    reply: dict[str, Any] = {
        "headline": {"text": f"Nordsee to buy up to {count[1]} ships", "sources": ["S1"]},
        "sentences": [
            {"text": f"The Nordsee shipping line is buying up to {count[1]} ships.", "sources": ["S1"]},
            {"text": f"The order is worth about {worth[1]}.1 billion euros.", "sources": ["S2"]},
        ],
        "deals": [],
    }
    return chat(json.dumps(reply), usage=(1000, 200))


def asked_about(request: Request) -> str:
    """Which article a request is about: its figure."""
    found = re.search(r"bis zu (\d+)", request.body.decode())
    assert found
    return found[1]


class Counted:
    """`drafted`, counting what was answered, and signalling when a number of answers is reached."""

    def __init__(self) -> None:
        self.answered: list[str] = []
        self._reached = threading.Condition()

    def __call__(self, request: Request) -> Answer:
        with self._reached:
            self.answered.append(asked_about(request))
            self._reached.notify_all()
        return drafted(request)

    def wait_for(self, count: int, seconds: float = 60.0) -> None:
        """Return when so many answers were given."""
        with self._reached:
            assert self._reached.wait_for(lambda: len(self.answered) >= count, seconds)


class Command:
    """``summarizer batch`` in a process of its own that can be killed.

    It is forked from the test's process, which has everything imported: a run then begins at once, and can be killed
    as often as it takes.
    """

    def __init__(
        self, url: str, source: Path, out: Path, *options: str, before: Callable[[], object] | None = None
    ) -> None:
        words = ["batch", str(source), "-o", str(out), "--base-url", url, "--model", "test-model", "--processes", "1"]
        self._said = out.with_name(f"{out.name}.err")
        sys.stdout.flush()
        sys.stderr.flush()
        self.pid = os.fork()
        if self.pid == 0:
            self._run([*words, *options], before)

    def _run(self, words: list[str], before: Callable[[], object] | None) -> None:
        code = 99
        try:
            with self._said.open("w", encoding="utf-8") as err:
                sys.stdout = sys.stderr = err
                if before is not None:
                    before()
                code = run(words)
                err.flush()
        finally:
            os._exit(code)

    def running(self) -> bool:
        """Whether it is still at work."""
        return os.waitpid(self.pid, os.WNOHANG) == (0, 0)

    def signal(self, number: int) -> None:
        """Send it a signal."""
        os.kill(self.pid, number)

    def end(self) -> tuple[int, str]:
        """Its exit code (negative: the signal it died of) and what it said, once it has ended."""
        _, status = os.waitpid(self.pid, 0)
        return os.waitstatus_to_exitcode(status), self._said.read_text("utf-8")


def results(out: Path) -> dict[str, bytes]:
    """The reports in a folder by name."""
    return {path.name: path.read_bytes() for path in sorted((out / "articles").iterdir())}
