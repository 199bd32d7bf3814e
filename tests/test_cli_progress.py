"""Progress on standard error: readable in a log, one line in a terminal, nothing when it is to be quiet."""

from __future__ import annotations

import logging
import sys
import time

import pytest

from summarizer.cli.progress import Progress
from tests.command import Stream


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    return now


def said(monkeypatch: pytest.MonkeyPatch, *, tty: bool) -> Stream:
    stream = Stream(tty=tty)
    monkeypatch.setattr(sys, "stderr", stream)
    return stream


def test_a_pipe_gets_nothing_and_the_log_a_record_a_phase_and_one_now_and_then(
    monkeypatch: pytest.MonkeyPatch, clock: list[float], caplog: pytest.LogCaptureFixture
) -> None:
    stream = said(monkeypatch, tty=False)
    with caplog.at_level(logging.INFO, "summarizer"), Progress() as progress:
        for number in range(1000):
            progress(f"model: downloading {number} of 1,000 MB")
            clock[0] += 0.01
        progress("translating 1 of 2")
        progress("translating 2 of 2")
    assert stream.written() == ""
    assert [record.getMessage() for record in caplog.records] == [
        "model: downloading 0 of 1,000 MB",
        "model: downloading 500 of 1,000 MB",
        "translating 1 of 2",
    ]


def test_the_time_that_is_left_is_told_once_it_can_be(monkeypatch: pytest.MonkeyPatch, clock: list[float]) -> None:
    stream = said(monkeypatch, tty=True)
    with Progress() as progress:
        for number in range(1, 5):
            progress(f"translating: {number} of 40")
            clock[0] += 10
        progress("merging: 1 of 40")
        clock[0] += 1
        progress("merging: 2 of 40")
        clock[0] += 10
        progress("merging: 40 of 40")
    assert [line for line in stream.written().split("\r\x1b[K") if line] == [
        "translating: 1 of 40",
        "translating: 2 of 40, about 6 min left",
        "translating: 3 of 40, about 6 min left",
        "translating: 4 of 40, about 6 min left",
        "merging: 1 of 40",
        "merging: 2 of 40",
        "merging: 40 of 40",
    ]


def test_a_terminal_gets_one_line_that_is_gone_at_the_end(monkeypatch: pytest.MonkeyPatch, clock: list[float]) -> None:
    stream = said(monkeypatch, tty=True)

    def work() -> None:
        with Progress() as progress:
            progress("translating 1 of 2\x1b[31m\n")
            clock[0] += 1
            progress("x" * 500)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    shown = stream.written()
    assert "\n" not in shown
    assert shown.startswith("\r\x1b[Ktranslating 1 of 2 [31m\r\x1b[Kxxx")
    assert shown.endswith("\r\x1b[K")
    assert max(map(len, shown.split("\r\x1b[K"))) < 200


@pytest.mark.parametrize("tty", [True, False])
def test_quiet_is_quiet(monkeypatch: pytest.MonkeyPatch, tty: bool) -> None:
    stream = said(monkeypatch, tty=tty)
    with Progress(quiet=True) as progress:
        progress("translating")
    assert stream.written() == ""
