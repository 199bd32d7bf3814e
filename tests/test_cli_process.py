"""The command line as a process: signals, pipes, closed streams, and what it loads."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from summarizer.language import glance

TOOL = [sys.executable, "-m", "summarizer"]
GERMAN, ENGLISH = "Die Werft baut 15 Fähren.", "The yard builds 15 ferries."
posix = pytest.mark.skipif(os.name == "nt", reason="signals and descriptors of POSIX")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "de.txt").write_text(GERMAN, "utf-8")
    (tmp_path / "en.txt").write_text(ENGLISH, "utf-8")
    return tmp_path


def row(number: int) -> bytes:
    return (json.dumps({"id": number, "source": GERMAN, "target": ENGLISH}) + "\n").encode()


@posix
@pytest.mark.parametrize(
    ("number", "code", "said"),
    [(signal.SIGINT, 130, b"summarizer: interrupted.\n"), (signal.SIGTERM, 143, b"")],
)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_signal_ends_it_with_one_line_at_most(number: int, code: int, said: bytes, jobs: str) -> None:
    command = [*TOOL, "verify", "--jsonl", "--jobs", jobs]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        # Enough rows for the first answers to come while it waits for more: it is at work, not starting.
        process.stdin.write(b"".join(row(n) for n in range(1 if jobs == "1" else 64 * 8)))
        process.stdin.flush()
        assert process.stdout.readline()
        os.killpg(process.pid, number)  # as a terminal does: to every process of the group
        assert process.wait(30) == code
        assert process.stderr.read() == said


STUCK = """
import time
from summarizer.cli.workers import in_order

def pieces():
    yield from (600, 600, 600)
    raise KeyboardInterrupt

try:
    list(in_order(time.sleep, pieces(), 2))
except KeyboardInterrupt:
    print("ended")
"""


def test_an_interrupt_waits_for_no_piece_of_work() -> None:
    """Nor for one that the pool counts and no worker has, as when the interrupt strikes between the two."""
    done = subprocess.run([sys.executable, "-c", STUCK], capture_output=True, text=True, timeout=60, check=True)
    assert (done.stdout, done.stderr) == ("ended\n", "")


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
def test_a_killed_parent_leaves_no_process_behind() -> None:
    with subprocess.Popen(
        [*TOOL, "verify", "--jsonl", "--jobs", "2"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"".join(row(n) for n in range(64 * 8)))
        process.stdin.flush()
        assert process.stdout.readline()
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        assert children
        process.kill()
    deadline = time.monotonic() + 30
    while (left := [child for child in children if Path(f"/proc/{child}").exists()]) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert left == []


@posix
def test_a_reader_that_goes_away_is_no_error() -> None:
    with subprocess.Popen(
        [*TOOL, "verify", "--jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(row(1))
        process.stdin.flush()
        process.stdout.readline()
        process.stdout.close()
        process.stdin.write(row(2))
        process.stdin.close()
        assert process.wait(30) == 141
        assert process.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_gets_one_sentence(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*TOOL, "verify", "de.txt", "en.txt"], cwd=folder, stdout=full, stderr=subprocess.PIPE, text=True
        )
    assert done.returncode == 2
    assert done.stderr == "summarizer: the system refused: No space left on device.\n"


@posix
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_closed_streams_are_survived(folder: Path, closed: str) -> None:
    command = f'"{sys.executable}" -m summarizer verify de.txt en.txt {closed}'
    done = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def loaded_by(code: str, folder: Path) -> set[str]:
    probe = f"{code}\nimport sys; print(*{{name.split('.')[0] for name in sys.modules}}, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", probe], cwd=folder, capture_output=True, text=True, check=True)
    return set(done.stderr.split())


HEAVY = {"openai", "pydantic", "httpx", "langdetect", "tiktoken", "rich", "xllamacpp", "platformdirs"}


@pytest.mark.parametrize(
    "code",
    [
        "import summarizer",
        "from summarizer.cli.boundary import run; run(['--help'])",
        "from summarizer.cli.boundary import run; run(['verify', 'de.txt', 'en.txt'])",
        "from summarizer.cli.boundary import run; run(['figures', 'de.txt', '--lang', 'de'])",
    ],
)
def test_nothing_heavy_is_imported_before_it_is_needed(code: str, folder: Path) -> None:
    assert not loaded_by(code, folder) & HEAVY


SHORT = (
    "Der Konzern Siemens liefert 14 Transformatoren nach Rumänien; Auftragswert: 85 Millionen Euro, Baubeginn 2027.",
    "Siemens will supply Romania with 14 transformers; value: 85 million euros; construction start 2027.",
)
"""Too few frequent words to be sure of the language at a glance, but some, and of one language alone."""


def test_checking_two_short_texts_loads_no_language_profiles(tmp_path: Path) -> None:
    assert [glance(text) for text in SHORT] == [None, None]
    for name, text in zip(("de.txt", "en.txt"), SHORT, strict=True):
        (tmp_path / name).write_text(text)
    code = "from summarizer.cli.boundary import run; run(['verify', 'de.txt', 'en.txt'])"
    assert not loaded_by(code, tmp_path) & HEAVY


def test_importing_the_package_imports_next_to_nothing(folder: Path) -> None:
    assert not loaded_by("import summarizer", folder) & {"typer", "pydantic", "decimal", "dataclasses"}


@posix
def test_rows_do_not_pile_up() -> None:
    """Answers come while the input goes on without end: what is read is not kept."""
    command = [*TOOL, "verify", "--jsonl", "--jobs", "2"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        os.set_blocking(process.stdout.fileno(), False)
        answered, sent, deadline = b"", 0, time.monotonic() + 60
        while answered.count(b"\n") < 64 and time.monotonic() < deadline:
            if sent < 64 * 40:
                process.stdin.write(row(sent) * 64)
                process.stdin.flush()
                sent += 64
            answered += process.stdout.read() or b""
        assert answered.count(b"\n") >= 64
        assert sent <= 64 * 40
        os.set_blocking(process.stdout.fileno(), True)
        process.stdin.close()
        process.stdout.read()
        assert process.wait(60) == 0
