"""How fast figures are found: megabytes a second, segment pairs, import, and cost against length for hostile input.

    python -m benchmarks.figures_speed [TEXT ...] [--segments SEGMENTS.jsonl] [--peer text2num]

TEXT is a file named *.de.* or *.en.*; the example article by default, repeated to a megabyte. One process, one core,
in seconds of processor time; the first figure is with an empty vocabulary (each word is judged for the first time), the
second with a filled one.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from summarizer.figures import find

_ARTICLE = Path(__file__).parents[1] / "examples" / "c5plus1" / "article.de.txt"
_SIZE = 1_000_000
_HOSTILE = (
    "1.1", "1", "ein und ", "zweihundertfünfund", " ", "one hundred and ", "1 ", "787-9 ", "3 bis ",
    "one and a half ", "$1", "§ 5 Abs. 2 ",
)  # fmt: skip


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _text(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return (text * (_SIZE // len(text) + 1))[:_SIZE]


def _speed(path: Path, peer: str | None) -> None:
    text, language = _text(path), "en" if ".en" in path.name else "de"
    size = len(text.encode()) / 1e6
    cold, warm = (size / _seconds(lambda: find(text, language)) for _ in range(2))
    print(f"{path.name}: {cold:.1f} MB/s cold, {warm:.1f} MB/s warm, {len(find(text, language))} figures a megabyte")
    if peer:
        convert = import_module("text_to_num").alpha2digit
        print(f"  {peer}: {size / _seconds(lambda: convert(text, language)):.1f} MB/s (number words only)")


def _import(module: str) -> None:
    code = f"import time; s = time.perf_counter(); import {module}; print(time.perf_counter() - s)"
    best = min(float(subprocess.check_output([sys.executable, "-c", code])) for _ in range(5))
    print(f"import {module}: {best * 1000:.0f} ms")


def _repeated(unit: str, size: int) -> float:
    text = unit * (size // len(unit))
    return 1000 * _seconds(lambda: find(text, "de"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, nargs="*", default=[_ARTICLE])
    parser.add_argument("--segments", type=Path)
    parser.add_argument("--peer", choices=["text2num"])
    arguments = parser.parse_args()
    for path in arguments.texts:
        _speed(path, arguments.peer)
    if arguments.segments:
        rows = [json.loads(line) for line in arguments.segments.read_text(encoding="utf-8").splitlines()[:1000]]
        spent = _seconds(lambda: [(find(r["src_de"], "de"), find(r["ref_en"], "en")) for r in rows])
        print(f"{len(rows)} segment pairs, both sides: {spent:.2f} s")
    for module in ("summarizer.figures", "summarizer.figures.search"):
        _import(module)
    print("hostile input, milliseconds for 250, 500 and 1000 KB:")
    for unit in _HOSTILE:
        costs = [_repeated(unit, size) for size in (250_000, 500_000, 1_000_000)]
        print(f"  {unit!r:24}" + "".join(f"{cost:9.0f}" for cost in costs))


if __name__ == "__main__":
    main()
