"""The outputs of the examples are what the script makes of the recorded summaries, and say who wrote them."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest

from scripts.examples import EXAMPLES, ROOT, Example, outputs, same

NAMES = [Path(example.article).parent.name for example in EXAMPLES]


@pytest.mark.parametrize("example", EXAMPLES, ids=NAMES)
def test_the_committed_outputs_are_what_the_script_makes(example: Example) -> None:
    made = dict(outputs(example))
    different = [name for name, data in made.items() if not same(data, (example.folder / name).read_bytes())]
    assert different == [], "run python -m scripts.examples, and read what has changed"
    recorded = {example.translation.name} if example.translated else set()
    assert {path.name for path in example.folder.iterdir()} == {*made, *recorded}


@pytest.mark.parametrize("example", EXAMPLES, ids=NAMES)
def test_what_the_model_wrote_names_it_and_the_day(example: Example) -> None:
    made = json.loads(example.summary.read_text("utf-8"))["provenance"]
    assert made["model"] == "qwen2.5-coder-1.5b-instruct-q4_k_m"
    assert re.fullmatch(r"embedded, \d{4}-\d\d-\d\d", made["endpoint"])


@pytest.mark.parametrize("folder", ["energy", "defence"])
def test_the_two_mistakes_of_the_english_texts_are_flagged_and_nothing_else(folder: str) -> None:
    said = (ROOT / "examples" / folder / "outputs" / "verify.txt").read_text("utf-8")
    assert "FLAGGED: 2 of" in said


def test_the_examples_stay_small() -> None:
    assert sum(path.stat().st_size for path in (ROOT / "examples").rglob("*") if path.is_file()) < 2_000_000


def test_what_is_compared_is_what_is_said(tmp_path: Path) -> None:
    def office(text: str, packing: int) -> bytes:
        path = tmp_path / "x.docx"
        with zipfile.ZipFile(path, "w", packing) as file:
            file.writestr("word/document.xml", text)
        return path.read_bytes()

    assert same(office("a", zipfile.ZIP_STORED), office("a", zipfile.ZIP_DEFLATED))
    assert not same(office("a", zipfile.ZIP_STORED), office("b", zipfile.ZIP_STORED))
    assert same(b"<style>a</style>x", b"<style>b</style>x")
    assert not same(b"<style>a</style>x", b"<style>a</style>y")
