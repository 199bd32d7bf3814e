"""The embedded model for real: it answers, repeats itself, and leaves nothing behind however the program ends."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from pydantic import BaseModel, Field

from summarizer.errors import EndpointError, ModelFileError, ReplyError
from summarizer.llm import Ability, Message, Model, ReplyMode, Settings, embedded_prefix, model_file, open_model
from summarizer.llm.embedded import EmbeddedModel

pytestmark = pytest.mark.embedded
pytest.importorskip("xllamacpp")

SYSTEM: Message = {"role": "system", "content": "Translate the German sentence into English. Reply with it alone."}
ASK: list[Message] = [SYSTEM, {"role": "user", "content": "Der Vertrag hat einen Wert von 3,8 Milliarden Euro."}]
OTHER: list[Message] = [SYSTEM, {"role": "user", "content": "Der Minister reist am Freitag nach Riga."}]


class Deal(BaseModel):
    buyer: Literal["Nordvik", "Saxstahl"]
    amount: Literal["F1", "F2", "none"]
    item: str = Field(max_length=30)


@pytest.fixture(scope="module")
def path() -> Path:
    return model_file.locate(None)


@pytest.fixture(scope="module")
def model(path: Path) -> Iterator[Model]:
    with open_model(Settings(model_path=path, context_tokens=1024)) as opened:
        yield opened


def test_it_translates_and_says_what_it_took(model: Model) -> None:
    reply = model.write(ASK, max_tokens=60)
    assert "3.8 billion" in reply.value
    assert reply.usage.calls == 1
    assert reply.usage.prompt_tokens > 20
    assert (model.endpoint, model.ability, model.context_tokens) == ("embedded", Ability.SMALL, 1024)
    assert model.name == "qwen2.5-coder-1.5b-instruct-q4_k_m"


def test_the_same_question_has_the_same_answer_whatever_came_before(model: Model) -> None:
    first = model.write(ASK, max_tokens=60).value
    model.write(OTHER, max_tokens=60)
    assert model.write(ASK, max_tokens=60).value == first


LONG: Message = {
    "role": "system",
    "content": "You translate German news into English. Keep every figure, every name and every hedge as it is in the "
    "German. Write plain British English, in one sentence, and reply with that sentence alone. " * 2,
}
EXAMPLE: list[Message] = [
    {"role": "user", "content": "Es regnet seit Tagen."},
    {"role": "assistant", "content": "It has been raining for days."},
]


def test_fixed_beginnings_are_read_once_and_change_nothing(
    model: Model, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(model, EmbeddedModel)
    known = set(model._server.folder.iterdir())
    questions = [[LONG, ASK[-1]], [LONG, *EXAMPLE, OTHER[-1]], [LONG, OTHER[-1]]]
    answers = [model.write(question, max_tokens=60).value for question in questions]
    assert len(set(model._server.folder.iterdir()) - known) == 2
    with open_model(Settings(model_path=path, context_tokens=1024)) as fresh:
        assert isinstance(fresh, EmbeddedModel)
        backwards = [fresh.write(question, max_tokens=60).value for question in reversed(questions)]
        assert backwards == answers[::-1]
        folder = fresh._server.folder
        monkeypatch.setattr(embedded_prefix, "_MOST", 1)
        fresh.write([{"role": "system", "content": f"Hello! {LONG['content']}"}, ASK[-1]], max_tokens=60)
        assert len(list(folder.iterdir())) == 1
        fresh.write(questions[0], max_tokens=60)
        for state in folder.iterdir():
            state.write_bytes(b"damaged")
        assert fresh.write(questions[0], max_tokens=60).value == answers[0]
    assert not folder.exists()


def test_a_schema_is_kept(model: Model) -> None:
    text = "Saxstahl kauft für 3,8 Milliarden Euro [F1] bei Nordvik Wasserstoff. Who is the buyer, what is bought?"
    reply = model.ask([{"role": "user", "content": text}], Deal, max_tokens=80)
    assert reply.mode is ReplyMode.SCHEMA
    assert len(reply.value.item) <= 30
    assert reply.notes == ()


def test_its_own_tokeniser_counts(model: Model) -> None:
    assert model.count("Das kostet 1,1 Milliarden Euro.") == 12
    assert model.count("") == 0
    assert model.count("\x00\ud800ä" * 100) > 100


def test_a_prompt_that_does_not_fit_is_an_error(model: Model) -> None:
    with pytest.raises(ReplyError, match="longer than the context"):
        model.write([{"role": "user", "content": "Wort " * 2000}], max_tokens=5)


def test_nobody_else_can_use_it(model: Model) -> None:
    assert isinstance(model, EmbeddedModel)
    url = f"{model._server.address}/v1"
    stranger = Settings(model="x", base_url=url, max_retries=0, context_tokens=100)
    with open_model(stranger) as other, pytest.raises(EndpointError, match="does not accept the key"):
        other.write(ASK, max_tokens=5)
    assert urlsplit(url).hostname == "127.0.0.1"


def test_its_end_is_said_and_nothing_waits(path: Path) -> None:
    with open_model(Settings(model_path=path, context_tokens=256)) as doomed:
        assert isinstance(doomed, EmbeddedModel)
        doomed._server.process.kill()
        with pytest.raises(EndpointError, match=r"stopped \(killed by signal 9\); it needs 2 GiB"):
            doomed.write(ASK, max_tokens=5)
        with pytest.raises(EndpointError, match="stopped"):
            doomed.count("x")


def test_a_damaged_file_is_one_sentence(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "damaged.gguf"
    path.write_bytes(b"GGUF" + b"\xff" * 5000)
    broken = open_model(Settings(model_path=path))
    with pytest.raises(ModelFileError, match=r"can't be loaded from .*damaged\.gguf") as caught, broken:
        pass
    assert "\n" not in str(caught.value)
    assert capfd.readouterr() == ("", "")


# The end of the program

PROGRAM = """
import subprocess, sys
from pathlib import Path
from summarizer.llm import Settings, open_model

start = subprocess.Popen
def popen(*args, **options):
    process = start(*args, **options)
    if "embedded_server.py" in str(args):  # the client asks the system for its name in this way too
        print(process.pid, flush=True)
    return process
subprocess.Popen = popen

with open_model(Settings(model_path=Path(sys.argv[1]), context_tokens=2048)) as model:
    model.write([{"role": "user", "content": "Hi"}], max_tokens=10)
    print(model._server.address, flush=True)
    if sys.argv[2] == "works":
        while True:
            model.write([{"role": "user", "content": "Count to one thousand."}], max_tokens=500)
"""


@contextlib.contextmanager
def run(path: Path, how: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", PROGRAM, str(path), how]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as program:
        try:
            yield program
        finally:
            program.kill()  # one that did not end must fail its test, not hold up all others


def gone(pid: int) -> bool:
    """Whether the process ends within some seconds; one that waits for its parent to look is gone as well."""
    for _ in range(200):
        try:
            os.kill(pid, 0)
            if Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z":
                return True
        except (ProcessLookupError, FileNotFoundError):
            return True
        time.sleep(0.05)
    return False


def listens(address: str) -> bool:
    parts = urlsplit(address)
    assert parts.port is not None
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", parts.port)) == 0


def freed(address: str) -> bool:
    """Whether the port is closed within some seconds: it is when the last thread of the process has ended."""
    for _ in range(200):
        if not listens(address):
            return True
        time.sleep(0.05)
    return False


def test_nothing_is_left_of_a_program_that_ends(path: Path) -> None:
    with run(path, "ends") as program:
        out, err = program.communicate(timeout=120)
    pid, address = out.split()
    assert gone(int(pid))
    assert freed(address)
    assert err == ""


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_nothing_is_left_of_a_program_that_is_stopped_at_work(path: Path, number: signal.Signals) -> None:
    with run(path, "works") as program:
        assert program.stdout is not None
        pid, address = int(program.stdout.readline()), program.stdout.readline().strip()
        assert listens(address)
        program.send_signal(number)
        program.wait(timeout=60)
        assert gone(pid)
        assert freed(address)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the process ends when it has loaded")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_nothing_is_left_of_a_program_that_is_stopped_while_it_loads(path: Path, number: signal.Signals) -> None:
    with run(path, "works") as program:
        assert program.stdout is not None
        pid = int(program.stdout.readline())
        time.sleep(0.3)
        program.send_signal(number)
        program.wait(timeout=60)
        assert gone(pid)
