"""The output folder of a batch: one run at a time, every file whole or not there.

    OUT/articles/NAME.md   a report an article
    OUT/failures.md        what failed, and why
    OUT/index.jsonl        a line an article, for other programs
    OUT/ledger.sqlite3     the ledger
    OUT/run.lock           held by the run that is at work

The lock is the system's own, so that it goes when its process does, however that ends; what stands in the file is for
the message alone. A ballast file is given up when the disk is full, so that the replies under way can still be kept.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import tempfile
from pathlib import Path
from typing import IO

from summarizer.batch.disk import Disk
from summarizer.errors import UsageError
from summarizer.reports import Format

ARTICLES = "articles"
_BALLAST = ".ballast"
_PART = ".part"
_BALLAST_BYTES = 1024 * 1024


class Folder:
    """The folder, held by this process as long as the object is open; a context manager.

    Raises `UsageError` where it can't be made or written, or another run holds it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        made = _missing(path / ARTICLES)
        try:
            (path / ARTICLES).mkdir(parents=True, exist_ok=True)
            for folder in made:
                _sync_folder(folder.parent)
            self._lock = (path / "run.lock").open("a+", encoding="utf-8")
        except FileExistsError:
            if path.is_dir():
                raise UsageError(
                    f"{path / ARTICLES} is a file, where the reports go; move it away, or choose another folder."
                ) from None
            raise UsageError(f"The output {path} is a file; name a folder.") from None
        except OSError as problem:
            raise UsageError(f"The folder {path} can't be written ({problem.strerror}); choose another.") from None
        if not os.access(path / ARTICLES, os.W_OK | os.X_OK):  # before anything is paid for
            self._lock.close()
            raise UsageError(f"The folder {path / ARTICLES} can't be written (Permission denied); choose another.")
        if not _locked(self._lock):
            self._lock.seek(0)
            who = self._lock.read(200).strip() or "another process"
            self._lock.close()
            raise UsageError(f"Another run is at work in {path} ({who}); wait for it, or choose another folder.")
        with contextlib.suppress(OSError):  # the lock holds without it
            self._lock.truncate(0)
            self._lock.write(f"process {os.getpid()}\n")
            self._lock.flush()
        for left in (path / ARTICLES).glob(f".*{_PART}"):  # by a run that was killed
            with contextlib.suppress(OSError):
                left.unlink()
        self._names = Disk(path / ARTICLES, os.O_RDONLY, sync=_sync_names) if os.name == "posix" else None
        self._ballast()

    def settle(self) -> None:
        """Bring the names of what was made in the folder itself to the disk. Raises `UsageError`."""
        try:
            _sync_folder(self.path)
        except OSError as problem:
            raise UsageError(f"The folder {self.path} can't be written ({problem.strerror}); choose another.") from None

    def close(self) -> None:
        """Let the next run have it."""
        with contextlib.suppress(OSError):
            (self.path / _BALLAST).unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            self._lock.truncate(0)
        if self._names is not None:
            self._names.close()
        self._lock.close()

    def __enter__(self) -> Folder:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def put(self, name: str, data: bytes, form: Format) -> str:
        """Write the result ``name``; gives its path relative to the folder. Raises `UsageError`."""
        relative = f"{ARTICLES}/{name}.{ending(form)}"
        self.write(relative, data)
        return relative

    def write(self, relative: str, data: bytes) -> None:
        """Put ``data`` in the place of what is there, whole or not at all, and on the disk before it returns."""
        target = self.path / relative
        try:
            _replace(target, data)
            if target.parent.name != ARTICLES or self._names is None:
                _sync_folder(target.parent)
            else:
                self._names.bring(self._names.wrote())
        except OSError as problem:
            raise UsageError(
                f"The result {target} can't be written ({problem.strerror or problem}); "
                "make room or choose another folder, and give the same command again."
            ) from None

    def give_up_ballast(self) -> bool:
        """Make some room on a full disk; False where there is none left to make."""
        try:
            (self.path / _BALLAST).unlink()
        except OSError:
            return False
        return True

    def _ballast(self) -> None:
        with contextlib.suppress(OSError):
            (self.path / _BALLAST).write_bytes(os.urandom(_BALLAST_BYTES))


def ending(form: Format) -> str:
    """The ending of a file in ``form``."""
    return {"text": "txt"}.get(form.value, form.value)


def _replace(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=_PART)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _sync_folder(path: Path) -> None:
    """See that the new name survives a power loss, where the system can do that for folders."""
    if os.name != "posix":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        _sync_names(descriptor)
    finally:
        os.close(descriptor)


def _sync_names(descriptor: int) -> None:
    """Sync a folder; some file systems, of networks above all, have nothing to do there and say so."""
    try:
        os.fsync(descriptor)
    except OSError as problem:
        if problem.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise


def _missing(path: Path) -> list[Path]:
    """Of a folder and those above it, which are not there, the uppermost first."""
    return [each for each in reversed((path, *path.parents)) if not each.exists()]


if sys.platform == "win32":
    import msvcrt

    def _locked(file: IO[str]) -> bool:
        try:
            file.seek(1 << 20)  # beyond what is written, so that others can read who holds it
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(file: IO[str]) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
