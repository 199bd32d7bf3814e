"""Syncs that many share: nobody returns before what he wrote is on the disk, and few syncs serve many."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from summarizer.batch.disk import Disk
from summarizer.batch.folder import Folder
from summarizer.batch.ledger import NAME, Ledger
from summarizer.data import Usage
from summarizer.errors import UsageError
from summarizer.reports import Format


def test_who_comes_while_a_sync_goes_on_shares_the_next(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"")
    begun, go, syncs = threading.Event(), threading.Event(), []

    def slow(_: int) -> None:
        syncs.append(disk._written)
        begun.set()
        assert go.wait(30)

    disk = Disk(path, sync=slow)
    first = threading.Thread(target=disk.bring, args=(disk.wrote(),))
    first.start()
    assert begun.wait(30)
    others = [threading.Thread(target=disk.bring, args=(disk.wrote(),)) for _ in range(20)]
    for one in others:
        one.start()
    assert all(one.is_alive() for one in (first, *others))  # none is told that it is safe before it is
    go.set()
    for one in (first, *others):
        one.join(30)
    assert syncs == [1, 21]
    disk.close()


def test_a_sync_that_fails_is_no_sync(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"")
    answers = [OSError(28, "No space left on device"), None]

    def fickle(_: int) -> None:
        answer = answers.pop(0)
        if answer is not None:
            raise answer

    disk = Disk(path, sync=fickle)
    number = disk.wrote()
    with pytest.raises(OSError, match="No space"):
        disk.bring(number)
    for later in (number, disk.wrote()):  # who waited for the same sync, and who comes after it
        with pytest.raises(OSError, match="No space") as raised:
            disk.bring(later)
        assert raised.value.errno == 28
    assert answers == [None]  # the system would have said that all is well
    disk.close()


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="tells the file by /proc")
def test_a_reply_is_synced_before_it_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = Ledger(tmp_path / NAME)
    synced: list[str] = []
    assert ledger._disk is not None
    monkeypatch.setattr(
        ledger._disk, "_sync", lambda file: synced.append(Path(f"/proc/self/fd/{file}").readlink().name)
    )
    ledger.keep(1, "key", "{}", Usage(1, 2, 3), None)
    assert synced == [f"{NAME}-wal"]
    ledger.claim()  # of an article that is begun again anyway
    assert len(synced) == 1

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(ledger._disk, "_sync", full)
    with pytest.raises(UsageError, match=r"can't be written \(No space left on device\); free space"):
        ledger.keep(1, "other", "{}", Usage(1, 2, 3), None)
    ledger.close()


@pytest.mark.skipif(os.name != "posix", reason="folders are synced on POSIX systems only")
def test_names_are_brought_to_the_disk_up_to_the_folder_that_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[str] = []

    def sync(file: int) -> None:
        synced.append(os.path.realpath(f"/proc/self/fd/{file}") if Path("/proc/self/fd").exists() else "")

    monkeypatch.setattr(os, "fsync", sync)
    with Folder(tmp_path / "new" / "out") as folder:
        assert len(synced) == 3
        if synced[0]:
            assert synced == [str(each.resolve()) for each in (tmp_path, tmp_path / "new", tmp_path / "new" / "out")]
        folder.settle()
        assert len(synced) == 4


@pytest.mark.skipif(os.name != "posix", reason="folders are synced on POSIX systems only")
@pytest.mark.parametrize(("number", "goes_on"), [(errno.EINVAL, True), (errno.ENOTSUP, True), (errno.EIO, False)])
def test_a_file_system_that_syncs_no_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, goes_on: bool
) -> None:
    real = os.fsync

    def sync(file: int) -> None:
        if stat.S_ISDIR(os.fstat(file).st_mode):
            raise OSError(number, os.strerror(number))
        real(file)

    (tmp_path / "out" / "articles").mkdir(parents=True)
    with Folder(tmp_path / "out") as folder:
        monkeypatch.setattr(os, "fsync", sync)
        with contextlib.nullcontext() if goes_on else pytest.raises(UsageError, match="can't be written"):
            folder.put("a", b"text", Format.MD)
        assert (tmp_path / "out" / "articles" / "a.md").exists()
        monkeypatch.undo()
