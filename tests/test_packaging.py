"""What users install: the wheel holds all that a run needs, and every dependency's licence may go with ours."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import summarizer

ROOT = Path(__file__).parents[1]
DISTRIBUTION = "summarizer-de-en"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made from the source distribution, so that both are shown to be whole."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def about(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return message_from_bytes(archive.read(name))


def test_the_wheel_carries_every_prompt(names: set[str]) -> None:
    prompts = [path.relative_to(ROOT / "prompts") for path in (ROOT / "prompts").rglob("*.md")]
    assert prompts
    assert {f"summarizer/_prompts/{path.as_posix()}" for path in prompts} <= names


def test_the_wheel_carries_every_file_of_the_package_and_nothing_else(names: set[str]) -> None:
    package = [path for path in (ROOT / "summarizer").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    wanted = {path.relative_to(ROOT).as_posix() for path in package}
    assert any(not name.endswith(".py") for name in wanted)
    assert wanted <= names
    assert {name.split("/")[0] for name in names} == {"summarizer", f"summarizer_de_en-{PROJECT['version']}.dist-info"}
    assert not [name for name in names - wanted if not re.match(r"summarizer/_prompts/|[^/]+\.dist-info/", name)]


def test_the_wheel_says_what_it_is(about: Message, names: set[str], wheel: Path) -> None:
    assert about["Name"] == DISTRIBUTION
    assert about["Version"] == summarizer.__version__
    assert about["License-Expression"] == "Apache-2.0"
    assert about["Requires-Python"] == ">=3.11"
    assert about.get_all("Provides-Extra") == ["embedded", "ray"]
    assert {name.split("/")[-1] for name in names if "/licenses/" in name} == {"LICENSE", "NOTICE"}
    with zipfile.ZipFile(wheel) as archive:
        points = archive.read(next(name for name in names if name.endswith("entry_points.txt"))).decode()
    assert "summarizer = summarizer.cli:main" in points


def test_the_wheel_runs_where_there_is_no_checkout(wheel: Path, tmp_path: Path) -> None:
    """From a folder of its own, so that neither prompts nor data files can be found in the checkout."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    (tmp_path / "de.txt").write_text("Das kostet 1,1 Milliarden Euro.", "utf-8")
    (tmp_path / "en.txt").write_text("It costs 1.1 billion euros.", "utf-8")
    probe = (
        "import sys; sys.path.insert(0, 'site')\n"
        "import summarizer, summarizer.prompting as prompting\n"
        "assert 'site' in summarizer.__file__, summarizer.__file__\n"
        "assert prompting.load('translate_sentence').messages(sentence='x')\n"
        "from summarizer.cli.boundary import run\n"
        "sys.exit(run(['verify', 'de.txt', 'en.txt']))\n"
    )
    done = subprocess.run([sys.executable, "-c", probe], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "borne out by the source" in done.stdout


def test_the_module_runs_as_a_program() -> None:
    done = subprocess.run([sys.executable, "-m", "summarizer", "--version"], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, f"summarizer {summarizer.__version__}\n")


def test_one_version_is_told_everywhere() -> None:
    assert PROJECT["version"] == summarizer.__version__


# Licences whose works may be distributed together with a work under Apache-2.0: permissive ones, and the MPL, whose
# copyleft ends at its own files (certifi's list of certificates, tld's list of domains).
COMPATIBLE = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CNRI-Python", "ISC", "MIT", "MIT-0", "MPL-1.1", "MPL-2.0",
    "PSF-2.0", "Unlicense", "Zlib",
}  # fmt: skip
# What older metadata calls them.
SPOKEN = {
    "MIT License": "MIT",
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "BSD": "BSD-3-Clause",
    "ISC License": "ISC",
    "ISC License (ISCL)": "ISC",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}


def runtime_distributions() -> dict[str, metadata.Distribution]:
    """Every installed distribution that ours needs, with the embedded model's, found by walking the requirements."""
    found: dict[str, metadata.Distribution] = {}
    waiting: list[tuple[str, str]] = [(DISTRIBUTION, "embedded")]
    while waiting:
        name, extra = waiting.pop()
        try:
            distribution = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # for another platform, or the extra is not installed
        found[re.sub(r"[-_.]+", "-", name).lower()] = distribution
        for text in distribution.requires or ():
            wanted = Requirement(text)
            applies = wanted.marker is None or any(wanted.marker.evaluate({"extra": each}) for each in (extra, ""))
            if applies and re.sub(r"[-_.]+", "-", wanted.name).lower() not in found:
                waiting += [(wanted.name, each) for each in (wanted.extras or {""})]
    return found


def licence(about: metadata.PackageMetadata) -> str:
    """An SPDX expression for what a distribution's metadata says."""
    if "License-Expression" in about:
        return about["License-Expression"]
    classified = [each.split(" :: ")[-1] for each in about.get_all("Classifier") or () if each.startswith("License")]
    classified = [each for each in classified if each != "OSI Approved"]
    short = about["License"].strip().splitlines()[:1] if "License" in about else []
    names = classified or short
    return " OR ".join(SPOKEN.get(name, name) for name in names)


def compatible(expression: str) -> bool:
    if not expression:
        return False
    return any(
        all(part.strip(" ()") in COMPATIBLE for part in alternative.split(" AND "))
        for alternative in expression.split(" OR ")
    )


def _cases() -> Iterator[tuple[str, str]]:
    for name, distribution in sorted(runtime_distributions().items()):
        yield name, licence(distribution.metadata)


@pytest.mark.parametrize(("name", "expression"), list(_cases()))
def test_the_licence_of_every_dependency_may_go_with_ours(name: str, expression: str) -> None:
    assert compatible(expression), f"{name} is under {expression or 'no named licence'}"


def test_the_walk_reaches_what_dependencies_need() -> None:
    found = runtime_distributions()
    assert {"openai", "typer", "rich", "pydantic", "tiktoken", "langdetect"} <= found.keys()
    assert {"pydantic-core", "certifi", "regex", "markdown-it-py"} <= found.keys()  # by way of others
    assert not {"pytest", "mypy", "ruff", "hypothesis"} & found.keys()


@pytest.mark.parametrize(
    ("expression", "fits"),
    [
        ("MIT", True),
        ("MIT OR GPL-3.0-only", True),
        ("Apache-2.0 AND CNRI-Python", True),
        ("MIT AND GPL-3.0-only", False),
        ("GPL-3.0-or-later", False),
        ("AGPL-3.0-only", False),
        ("", False),  # unknown is not compatible
    ],
)
def test_copyleft_and_unknown_licences_are_refused(expression: str, fits: bool) -> None:
    assert compatible(expression) is fits


def test_every_pinned_dependency_carries_hashes() -> None:
    for name in ("embedded.lock", "dev.lock"):
        text = (ROOT / "requirements" / name).read_text("utf-8")
        blocks = re.split(r"^(?=[A-Za-z0-9._-]+==)", text, flags=re.M)[1:]
        assert blocks
        assert [block.split("==")[0] for block in blocks if "--hash=sha256:" not in block] == []
