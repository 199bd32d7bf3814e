"""How well and how fast sentences are split, beside pysbd and syntok.

    pip install pysbd syntok
    python -m benchmarks.sentences [--segments FILE] [--text FILE] [--kilobytes 500]

Two tables. Right: of the marked cases in tests/cases/sentences (ours: written while the rules were, so they favour
them), those cut exactly as marked; and with --segments, a JSONL of news segments in reading order ({"doc", "src_de",
"ref_en"}), how many of the places where two segments that end in a mark are joined by a space are found again, and how
many further cuts are made (a segment can hold two sentences, so not all of those are wrong). Fast: a text repeated to
the size given; peers get a tenth of it, because pysbd takes seconds a hundred kilobytes. A peer that is not installed
is left out.
"""

from __future__ import annotations

import argparse
import json
import re
import time
import tomllib
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from summarizer.sentences import split

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "cases" / "sentences"
ARTICLE = ROOT / "examples" / "c5plus1" / "article.de.txt"
FIELDS = {"de": "src_de", "en": "ref_en"}

Splitter = Callable[[str, str], list[int]]
"""Where the sentences of a text in a language begin."""

_ENDED = re.compile(r"[.!?…][\"“”»«')]*$")


def _ours(text: str, language: str) -> list[int]:
    return [sentence.span.start for sentence in split(text, language)]


def _pysbd(text: str, language: str) -> list[int]:
    segmenter = import_module("pysbd").Segmenter(language=language, clean=False, char_span=True)
    return [span.start for span in segmenter.segment(text)]


def _syntok(text: str, _language: str) -> list[int]:
    process = import_module("syntok.segmenter").process
    return [next(iter(sentence)).offset for paragraph in process(text) for sentence in paragraph]


def _splitters() -> Iterator[tuple[str, Splitter]]:
    yield "summarizer", _ours
    for name, splitter in (("pysbd", _pysbd), ("syntok", _syntok)):
        try:
            import_module(name)
        except ImportError:
            continue
        yield name, splitter


def _cases() -> Iterator[tuple[str, str, str, list[int]]]:
    """File, language, text, and where its sentences begin."""
    for file in ("de", "en", "layout"):
        for case in tomllib.loads((CASES / f"{file}.toml").read_text(encoding="utf-8"))["case"]:
            text, begins = "", []
            for part in re.split("[‖¶]", case["marked"]):
                begins.append(len(text) + len(part) - len(part.lstrip()))
                text += part
            yield file, case.get("language", "en" if file == "en" else "de"), text, begins


def _joined(path: Path, language: str) -> list[tuple[str, set[int]]]:
    """Documents whose segments are joined by spaces, and where the segments begin."""
    segments: dict[str, list[str]] = {}
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            segment = " ".join(row[FIELDS[language]].split())
            if _ENDED.search(segment):
                segments.setdefault(row["doc"], []).append(segment)
    joined = []
    for parts in segments.values():
        begins, at = set(), 0
        for part in parts:
            begins.add(at)
            at += len(part) + 1
        joined.append((" ".join(parts), begins))
    return joined


def _right(name: str, splitter: Splitter) -> None:
    scores: dict[str, list[bool]] = {}
    for file, language, text, begins in _cases():
        found = [at + len(text[at:]) - len(text[at:].lstrip()) for at in splitter(text, language)]
        scores.setdefault(file, []).append(found == begins)
    print(f"{name:12}" + "".join(f"{file:>10} {sum(s):3} of {len(s):3}" for file, s in scores.items()))


def _found_again(name: str, splitter: Splitter, path: Path) -> None:
    for language in FIELDS:
        missed = further = total = 0
        for text, begins in _joined(path, language):
            found = {at + len(text[at:]) - len(text[at:].lstrip()) for at in splitter(text, language)}
            total += len(begins)
            missed += len(begins - found)
            further += len(found - begins)
        print(f"{name:12}{language:>10} {total:6} places {missed:6} missed {further:6} further cuts")


def _fast(name: str, splitter: Splitter, text: str, kilobytes: int) -> None:
    size = kilobytes * 1000 // (1 if name == "summarizer" else 10)
    long = (text * (size // len(text) + 1))[:size]
    start = time.perf_counter()
    count = len(splitter(long, "de"))
    took = time.perf_counter() - start
    print(f"{name:12}{size / took / 1e6:10.2f} million characters/s {count / took:12,.0f} sentences/s")


def main() -> None:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--segments", type=Path)
    parser.add_argument("--text", type=Path, default=ARTICLE)
    parser.add_argument("--kilobytes", type=int, default=500)
    options = parser.parse_args()
    text = options.text.read_text(encoding="utf-8") + "\n\n"
    for name, splitter in _splitters():
        _right(name, splitter)
        if options.segments:
            _found_again(name, splitter, options.segments)
        _fast(name, splitter, text, options.kilobytes)


if __name__ == "__main__":
    main()
