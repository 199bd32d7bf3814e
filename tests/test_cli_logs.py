"""What is logged, where to, and that no key gets into it.

The model's replies here are written by hand; no model was asked.
"""

from __future__ import annotations

import json
import logging
import stat
import subprocess
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from summarizer.cli.logs import REDACTED, JsonLines, redacted, secrets_of
from tests.command import invoke
from tests.fault_server import chat, error, serve
from tests.test_cli_summarize import GERMAN, GOOD

SECRET = "pw-9f8e7d6c5b4a"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("OPENAI_API_KEY", "OPENAI_API_KEY_FILE", "OPENAI_BASE_URL", "OPENAI_MODEL", "OPENAI_API_VERSION"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "de.txt").write_text(GERMAN, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_a_log_file_tells_a_run_from_its_beginning_to_its_end(folder: Path) -> None:
    log = folder / "a.log"
    assert invoke("figures", "de.txt", "--log-file", log).err == ""
    begin, read, end = rows(log)
    assert (begin["message"], begin["level"], begin["logger"]) == ("begin", "info", "summarizer")
    assert begin["arguments"] == ["figures", "de.txt", "--log-file", str(log)]
    assert (read["message"], read["origin"], read["characters"]) == ("read", "de.txt", len(GERMAN.strip()))
    assert (end["message"], end["code"]) == ("end", 0)
    assert "Nordsee" not in log.read_text("utf-8")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    invoke("figures", "de.txt", "--log-file", log)
    assert len(rows(log)) == 6


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["figures", "fehlt.txt"], 3, "InputError: fehlt.txt does not exist"),
        (["figures", "--unknown"], 2, "NoSuchOption: "),
        (["figures"], 2, "UsageError: figures needs a FILE"),
    ],
)
def test_an_error_is_logged_with_its_code(folder: Path, arguments: list[str], code: int, message: str) -> None:
    log = folder / "a.log"
    assert invoke(*arguments, "--log-file", log).code == code
    *_, problem, end = rows(log)
    assert str(problem["message"]).startswith(message)
    assert problem["level"] == "error"
    assert "traceback" not in problem
    assert end["code"] == code


def test_what_was_not_foreseen_is_logged_with_its_traceback(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError(f"key {SECRET}")

    monkeypatch.setenv("OPENAI_API_KEY", SECRET)
    monkeypatch.setattr("summarizer.pipeline.read_figures", fail)
    log = folder / "a.log"
    assert invoke("figures", "de.txt", "--log-file", log).code == 70
    problem = rows(log)[-2]
    assert "Traceback" in str(problem["traceback"])
    assert SECRET not in log.read_text("utf-8")


def test_verbose_says_the_steps_on_any_standard_error(folder: Path) -> None:
    with serve(always=chat(json.dumps(GOOD))) as server:
        done = invoke("--verbose", "summarize", "de.txt", "--base-url", server.url, "--model", "m")
    assert done.code == 0
    assert "opening the model" in done.err
    assert "asking m (" in done.err
    assert "end, code 0" in done.err
    assert logging.getLogger().handlers == [h for h in logging.getLogger().handlers if "summarizer" not in str(type(h))]


def test_a_log_file_that_cannot_be_written_is_said_before_any_work(folder: Path) -> None:
    done = invoke("figures", "de.txt", "--log-file", folder / "fehlt" / "a.log")
    assert (done.code, done.out) == (2, "")
    assert "can't be written (No such file or directory); choose another place." in done.sentence


def test_no_key_gets_into_a_log(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The key in the environment, one in an address, one that an endpoint sends back."""
    monkeypatch.setenv("OPENAI_API_KEY", SECRET)
    log = folder / "a.log"
    with serve(always=error(401, f"wrong key {SECRET}, Authorization: Bearer {SECRET}")) as server:
        address = server.url.replace("http://", "http://vera:geheimnis@") + "?sig=unterschrift"
        done = invoke("summarize", "de.txt", "--base-url", address, "--model", "m", "--verbose", "--log-file", log)
    assert done.code == 4
    for text in (log.read_text("utf-8"), done.err):
        assert SECRET not in text
        assert "geheimnis" not in text
        assert "unterschrift" not in text
        assert REDACTED in text


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("the key sk-proj-abcdefgh12345678 is", f"the key {REDACTED} is"),
        ("Authorization: Bearer abc.def-ghi", f"Authorization{REDACTED}"),
        ("https://vera:geheim@host/v1", f"https://{REDACTED}@host/v1"),
        ("https://host/v1?api-key=geheim&x=1", f"https://host/v1?api-key{REDACTED}&x=1"),
        ("{'api_key': 'geheim'}", f"{{'api_key{REDACTED}'}}"),
        ("password=geheim", f"password{REDACTED}"),
        # Not keys: nothing is taken out.
        ("The task is at risk-free rates", "The task is at risk-free rates"),
        ("1,000 tokens of context; token count 5", "1,000 tokens of context; token count 5"),
        ("https://example.org/a?page=2", "https://example.org/a?page=2"),
        ("write to vera@example.org", "write to vera@example.org"),
    ],
)
def test_what_looks_like_a_key_goes(text: str, clean: str) -> None:
    assert redacted(text) == clean


@settings(deadline=None)
@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=6, max_size=40), st.text(), st.text())
def test_a_known_key_goes_wherever_it_stands(secret: str, before: str, after: str) -> None:
    assume(secret not in REDACTED)
    record = logging.makeLogRecord({"msg": before + secret + after, "name": "n", "extra": {"a": [secret]}})
    row = json.loads(JsonLines([secret]).format(record))
    assert secret not in row["message"]
    assert row["extra"] == {"a": [REDACTED]}


def test_a_key_file_s_key_is_known(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_text(f"{SECRET}\n", "utf-8")
    assert secrets_of({"OPENAI_API_KEY_FILE": str(path)}) == (SECRET,)
    assert secrets_of({"OPENAI_API_KEY_FILE": str(tmp_path / "fehlt")}) == ()


# Completion


def completed(words: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("_SUMMARIZER_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(len(words.split(" ")) - 1))
    done = invoke()
    assert done.code == 0
    return done.out.split()


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("summarizer fig", ["figures"]),
        ("summarizer figures --for", ["--format"]),
        ("summarizer summarize --length ", ["short", "medium", "long"]),
        ("summarizer --prof", ["--profile"]),
        ("summarizer xyz", []),
    ],
)
def test_a_shell_is_told_how_to_go_on(words: str, offered: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert completed(words, monkeypatch) == offered


def test_the_script_is_one_that_bash_takes(tmp_path: Path) -> None:
    script = tmp_path / "completion"
    script.write_text(invoke("completion", "bash").out, "utf-8")
    subprocess.run(["bash", "-n", script], check=True)
    assert "_SUMMARIZER_COMPLETE" in script.read_text("utf-8")
    for shell in ("zsh", "fish"):
        assert "_SUMMARIZER_COMPLETE" in invoke("completion", shell).out
    assert invoke("completion", "tcsh").code == 2
