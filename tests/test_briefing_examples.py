"""The briefing example is what its script makes of its summaries, and the tutorial's commands run as shown."""

from __future__ import annotations

import importlib.util
import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from summarizer.inputs import read
from tests.command import invoke
from tests.test_readme import ROOT, Command, blocks, shown_as_said

FOLDER = ROOT / "examples" / "briefing"
ARTICLES = {"nordbahn": "nordbahn.html", "landtag": "landtag.html", "zellen": "zellen.txt"}


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_briefing", FOLDER / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_committed_briefings_are_what_the_script_makes() -> None:
    for name, data in script().outputs():
        assert data.decode("utf-8") == (FOLDER / name).read_text("utf-8"), (
            f"run python examples/briefing/make.py: {name}"
        )


@pytest.mark.parametrize("name", ARTICLES)
def test_a_summary_is_of_its_article_and_names_its_model(name: str) -> None:
    tree = json.loads((FOLDER / "summaries" / f"{name}.json").read_text("utf-8"))
    assert tree["article"]["text"] == read(str(FOLDER / ARTICLES[name])).text
    assert "qwen" in tree["provenance"]["model"]
    assert "2026-11-23" in (FOLDER / "README.md").read_text("utf-8"), "the day it was made"


def test_the_sources_differ_in_one_sum_and_the_briefing_says_so() -> None:
    tree = json.loads((FOLDER / "briefing.json").read_text("utf-8"))
    told = [s for theme in tree["themes"] for s in theme["statements"]]
    pairs = [[t["english"] for t in pair] for s in told for pair in s["differing"]]
    pairs += [[t["english"] for t in deal[name]] for deal in tree["deals"] for name in deal["differing"]]
    assert ["about €620 million", "about €640 million"] in [sorted(pair) for pair in pairs]
    assert not any("630" in s["text"] for s in told)


def _cases() -> list[object]:
    cases: list[object] = []
    for number, (mark, found) in enumerate(blocks((ROOT / "docs" / "tutorial.md").read_text("utf-8")), 1):
        marks = [pytest.mark.skip(reason=f"tutorial: {mark}")] if mark else []
        cases.append(pytest.param(found, id=f"block{number}", marks=marks))
    return cases


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for the whole page: a block goes on where the one before stopped."""
    made = tmp_path_factory.mktemp("tutorial")
    shutil.copytree(ROOT / "examples", made / "examples")
    return made


def run(line: str) -> tuple[int, str]:
    """The exit code of a command in the working folder, and all it printed.

    The program itself is called in this process, which starts and reads its words once for the whole page; whatever
    needs a shell goes to one.
    """
    words = shlex.split(line)
    if words[0] == "summarizer" and not {"|", "||", ">", "<"} & set(words):
        done = invoke(*words[1:])  # unfolds patterns by itself
        return done.code, done.out + done.err
    shell = subprocess.run(["sh", "-c", line], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    return shell.returncode, shell.stdout


@pytest.mark.parametrize("found", _cases())
def test_every_block_of_the_tutorial_works_as_shown(
    found: list[Command], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in os.environ if name.startswith("OPENAI_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("PATH", os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]))
    monkeypatch.chdir(folder)
    for command in found:
        code, printed = run(command.line)
        assert code in (0, 1), f"{command.line}\n{printed}"
        if command.shows.strip():
            assert shown_as_said(command.shows, printed), f"{command.line}\n{printed}"
