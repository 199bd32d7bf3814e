"""What every test starts from: a cache of answers of its own, so that none is answered by what another asked."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest

# A shell starts what it puts into the background with Ctrl-C ignored, and every program started from there ignores it
# as well: tests that interrupt a program would wait for ever.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    folder: Path = tmp_path_factory.mktemp("cache")
    monkeypatch.setenv("SUMMARIZER_CACHE_DIR", str(folder))
    monkeypatch.setenv("SUMMARIZER_CONFIG", str(folder / "config.toml"))  # nor by the settings of who runs the tests
