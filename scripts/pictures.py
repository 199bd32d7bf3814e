"""Makes the pictures of the README anew, from real runs of the commands they show.

    python -m scripts.pictures            # into docs/images
    python -m scripts.pictures /tmp/look  # elsewhere

`report.png` is the HTML report of `summarizer verify` in headless Chromium, a figure pointed at; `terminal.svg` is what
the same command writes to a terminal. The English text has two mistakes, put into it on purpose.
"""

from __future__ import annotations

import io
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parents[1]
SOURCE, TARGET = "examples/c5plus1/article.de.txt", "examples/c5plus1/briefing.en.txt"
COLUMNS = 100
_FONT = re.compile(r"@font-face \{.*?\}\s*", re.S)


def main(folder: Path) -> None:
    """Make both pictures in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "terminal.svg").write_text(terminal(), "utf-8")
    screenshot(folder / "report.png")


def terminal() -> str:
    """The command and what it writes to a terminal, as an SVG that fetches no font."""
    said = run_on_terminal(["verify", SOURCE, TARGET])
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    console.print(Text.from_ansi(f"$ summarizer verify {SOURCE} {TARGET}\n\n{said.rstrip()}"))
    drawn = console.export_svg(title="summarizer verify", unique_id="terminal")
    drawn = _FONT.sub("", drawn).replace("Fira Code", "ui-monospace, Menlo, Consolas, Liberation Mono")
    return "\n".join(line.rstrip() for line in drawn.splitlines()) + "\n"


def run_on_terminal(arguments: list[str]) -> str:
    """What ``summarizer`` writes to a terminal of `COLUMNS` columns; exit code 1 is a result, too."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(COLUMNS), "TERM": "xterm-256color", "PYTHONUTF8": "1"}
    environment.pop("NO_COLOR", None)
    command = [sys.executable, "-m", "summarizer", *arguments]
    with subprocess.Popen(command, stdout=theirs, cwd=ROOT, env=environment) as process:
        os.close(theirs)
        said = b""
        while block := _read(ours):
            said += block
    os.close(ours)
    if process.returncode not in (0, 1):
        raise SystemExit(f"summarizer ended with {process.returncode}")
    return said.decode("utf-8").replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # the other end of a terminal is closed when its program ends
        return b""


def screenshot(path: Path) -> None:
    """The page of the report, as far as both texts, with a wrong figure and its partner lit."""
    from playwright.sync_api import sync_playwright

    from tests.browser import CHROMIUM, FLAGS

    page_file = path.with_suffix(".html")
    command = [sys.executable, "-m", "summarizer", "verify", SOURCE, TARGET, "-q", "-o", str(page_file)]
    if subprocess.run(command, cwd=ROOT, check=False).returncode not in (0, 1):
        raise SystemExit("the report could not be made")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1240, "height": 1330})
        page.goto(page_file.as_uri())
        page.hover(".side .figure.flagged")
        page.screenshot(path=path)
        browser.close()
    page_file.unlink()


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "images")
