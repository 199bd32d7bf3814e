"""What README shows is run: every command in it works, and prints what it says.

Blocks fenced as ``console`` hold commands behind ``$ `` (continued behind ``> ``) and what they print. A line of
``...`` stands for any lines. An HTML comment above a block says what it needs: ``<!-- test: embedded -->`` the embedded
model, ``<!-- test: skip (reason) -->`` something a test can't have. Exit codes 0 and 1 are both "done".
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_BLOCK = re.compile(r"(?:<!-- test: (?P<mark>[^>]+?) -->\s*\n)?```console\n(?P<body>.*?)^```", re.S | re.M)


@dataclass(frozen=True)
class Command:
    line: str
    shows: str


def blocks(text: str) -> list[tuple[str | None, list[Command]]]:
    return [(match["mark"], commands(match["body"])) for match in _BLOCK.finditer(text)]


def commands(body: str) -> list[Command]:
    found: list[Command] = []
    for line in body.splitlines():
        if line.startswith("$ "):
            found.append(Command(line[2:], ""))
        elif line.startswith("> ") and found and not found[-1].shows:
            found[-1] = Command(f"{found[-1].line}\n{line[2:]}", "")
        elif found:
            found[-1] = Command(found[-1].line, f"{found[-1].shows}{line}\n")
    return found


def shown_as_said(said: str, shown: str) -> bool:
    """Whether the output is what the block shows, a line of ``...`` standing for any lines."""
    parts = [re.escape(part.strip("\n")) for part in re.split(r"^\.\.\.$", said, flags=re.M)]
    return re.fullmatch(r"\s*" + r"(?:.*\n)*?.*".join(parts) + r"\s*", shown) is not None


def _cases() -> list[object]:
    cases: list[object] = []
    for number, (mark, found) in enumerate(blocks((ROOT / "README.md").read_text("utf-8")), 1):
        marks = []
        if mark and mark.startswith("embedded"):
            marks = [pytest.mark.embedded]
        elif mark:
            marks = [pytest.mark.skip(reason=f"README: {mark}")]
        cases.append(pytest.param(found, id=f"block{number}", marks=marks))
    return cases


@pytest.mark.parametrize("found", _cases())
def test_every_block_of_the_readme_works_as_shown(found: list[Command], tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    keep = {name: value for name, value in os.environ.items() if not name.startswith("OPENAI_")}
    path = os.pathsep.join([str(Path(sys.executable).parent), keep.get("PATH", "")])
    for command in found:
        done = subprocess.run(
            ["sh", "-c", command.line],
            cwd=tmp_path,
            env=keep | {"PATH": path},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert done.returncode in (0, 1), f"{command.line}\n{done.stdout}"
        if command.shows.strip():
            assert shown_as_said(command.shows, done.stdout), f"{command.line}\n{done.stdout}"


@pytest.mark.parametrize(
    ("said", "shown", "same"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\n...\nc\n", "a\nb\nb\nc\n", True),
        ("a\n...\n", "a\nb\n", True),
        ("...\nc\n", "a\nb\nc\n", True),
        ("a\nb\n", "a\nc\n", False),
        ("a\n...\nd\n", "a\nb\nc\n", False),
        ("a\n", "a\nb\n", False),  # more than was shown
    ],
)
def test_output_is_compared_line_by_line(said: str, shown: str, same: bool) -> None:
    assert shown_as_said(said, shown) is same


def test_blocks_are_read_with_their_marks_and_continued_lines() -> None:
    text = "x\n<!-- test: embedded -->\n```console\n$ a <<EOF\n> b\n> EOF\nout\n$ c\n```\n```console\n$ d\n```\n"
    assert blocks(text) == [
        ("embedded", [Command("a <<EOF\nb\nEOF", "out\n"), Command("c", "")]),
        (None, [Command("d", "")]),
    ]
