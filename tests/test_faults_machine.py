"""What the machine itself does wrong: a folder that can't be written.

The model's replies here are written by hand, all of them; no model was asked.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

from summarizer import batch
from summarizer.batch.engines.local import LocalEngine
from summarizer.batch.records import StopKind
from summarizer.errors import UsageError
from summarizer.llm import Settings
from tests.batch_runs import Command, Counted, articles, results
from tests.fault_server import FaultServer, serve

COUNT = 12


def run(server: FaultServer, tmp_path: Path, name: str) -> batch.Outcome:
    job = batch.Job(Settings(model="test-model", base_url=server.url, timeout=20.0))
    limits = batch.Limits(concurrency=4)
    return batch.run([str(tmp_path / "in")], tmp_path / name, job, limits, using=LocalEngine(processes=1))


def test_a_folder_that_is_taken_away_in_the_middle(tmp_path: Path) -> None:
    """A file stands where reports go, as when a share is gone: the run ends, and goes on when it is back."""
    articles(tmp_path / "in", COUNT)
    counted = Counted()
    with serve(always=counted) as server:
        run(server, tmp_path, "out")
        before = results(tmp_path / "out")
        articles(tmp_path / "in", COUNT + 4)
        (tmp_path / "out" / "articles").rename(tmp_path / "kept")
        (tmp_path / "out" / "articles").write_text("in the way")
        with pytest.raises(UsageError, match="articles is a file, where the reports go") as problem:
            run(server, tmp_path, "out")
        assert problem.value.exit_code == 2
        (tmp_path / "out" / "articles").unlink()
        (tmp_path / "kept").rename(tmp_path / "out" / "articles")
        done = run(server, tmp_path, "out")
    assert done.tally.done == COUNT + 4
    assert {name: results(tmp_path / "out")[name] for name in before} == before
    assert len(counted.answered) == COUNT + 4


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    articles(tmp_path / "in", 2)
    (tmp_path / "out").mkdir(mode=0o500)
    counted = Counted()
    with serve(always=counted) as server, pytest.raises(Exception, match="out"):
        run(server, tmp_path, "out")
    assert not counted.answered, "nothing is paid for that could not be kept"


def test_a_report_that_can_not_be_written_stops_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a disk that became read-only: the replies are kept, and the next run asks for none of them again."""
    articles(tmp_path / "in", COUNT)
    counted = Counted()
    real = os.replace
    written = 0

    def replace(source: str | Path, target: str | Path) -> None:
        nonlocal written
        written += Path(target).parent.name == "articles"
        if written > 3 and Path(target).parent.name == "articles":
            raise OSError(30, "Read-only file system", str(target))
        real(source, target)

    with serve(always=counted) as server:
        with monkeypatch.context() as broken:
            broken.setattr(os, "replace", replace)
            done = run(server, tmp_path, "out")
        assert done.stop is not None
        assert done.stop.kind is StopKind.OUTPUT
        assert "Read-only" in done.stop.reason
        assert done.tally.failed == 0, "it is no article's fault"
        assert run(server, tmp_path, "out").tally.done == COUNT
    assert len(counted.answered) == COUNT


def _as_nobody() -> None:
    os.environ.update(
        dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "SUMMARIZER_CONFIG", "SUMMARIZER_CACHE_DIR"), "/nonexistent")
    )
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only the superuser can become another user")
@pytest.mark.parametrize("kept", ["out", "out/articles"])
def test_another_user_may_not_write(kept: str, tmp_path: Path) -> None:
    """One sentence, exit code 2, and nothing asked: for the whole folder, and where only the reports can't be put."""
    counted = Counted()
    with tempfile.TemporaryDirectory() as name, serve(always=counted) as server:
        articles(tmp_path / "in", 1)
        run(server, tmp_path, "warm")  # everything loaded: the other user may not read where Python lies
        counted.answered.clear()
        top = Path(name)
        top.chmod(0o755)
        articles(top / "in", 2)
        (top / "out").mkdir()
        (top / "out").chmod(0o777)
        (top / kept).mkdir(exist_ok=True)
        (top / kept).chmod(0o755)
        code, said = Command(server.url, top / "in", top / "out", "--no-cache", before=_as_nobody).end()
        left = [path for path in (top / "out").rglob("*") if path.name not in ("articles", "run.lock")]
    assert code == 2
    assert said == f"summarizer: The folder {top / kept} can't be written (Permission denied); choose another.\n"
    assert not left
    assert not counted.answered
