"""The pictures of the README: there, small, and made by the script from a real run."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"


def test_the_readme_shows_pictures_that_are_there_and_small() -> None:
    named = set(re.findall(r"\((docs/images/[^)\s]+)\)", (ROOT / "README.md").read_text("utf-8")))
    assert named == {f"docs/images/{path.name}" for path in IMAGES.iterdir()}
    assert all(path.stat().st_size < 300_000 for path in IMAGES.iterdir())


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of POSIX")
def test_the_terminal_run_is_recorded_from_a_real_one() -> None:
    from scripts.pictures import terminal

    drawn = terminal()
    said = " ".join(re.sub(r"<style.*?</style>|<[^>]+>", " ", drawn, flags=re.S).replace("&#160;", " ").split())
    for part in ("$ summarizer verify", "FLAGGED : 2 of 12 figures", "[?$1.1 million]", "1,1 Milliarden"):
        assert part in said
    assert "@font-face" not in drawn
    recorded = (IMAGES / "terminal.svg").read_text("utf-8")
    assert re.findall(r"<title>.*?</title>|\$&#160;summarizer[^<]*", drawn) == re.findall(
        r"<title>.*?</title>|\$&#160;summarizer[^<]*", recorded
    )
