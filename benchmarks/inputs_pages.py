"""How well articles come out of real German pages, on the pages that trafilatura is evaluated with.

    python -m benchmarks.inputs_pages CHECKOUT

CHECKOUT is a checkout of github.com/adbar/trafilatura: ``tests/evaldata.json`` names for each page some stretches that
belong to the article and some that don't, ``tests/eval`` and ``tests/cache`` hold the pages. German is a page whose
whole text reads as German, whatever is made of it afterwards. Beside ours: all text of the page.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from summarizer import inputs
from summarizer.errors import InputError
from summarizer.inputs.encodings import decode
from summarizer.inputs.markup import blocks
from summarizer.language import detect


@dataclass(frozen=True, slots=True)
class Page:
    """A page with stretches that belong to its article, and stretches that don't."""

    path: Path
    within: tuple[str, ...]
    without: tuple[str, ...]


@dataclass(slots=True)
class Score:
    """Stretches rightly and wrongly in the text, and pages refused."""

    counts: Counter[str] = field(default_factory=Counter)
    milliseconds: list[float] = field(default_factory=list)

    def row(self, name: str) -> str:
        """A line of the table."""
        right, wrong, missed = self.counts["right"], self.counts["wrong"], self.counts["missed"]
        precision, recall = right / (right + wrong or 1), right / (right + missed or 1)
        both = 2 * precision * recall / (precision + recall or 1)
        return (
            f"{name:<22} {precision:>9.1%} {recall:>7.1%} {both:>6.1%} {self.counts['refused']:>8} "
            f"{statistics.median(self.milliseconds):>8.0f}"
        )


def pages(checkout: Path) -> Iterator[Page]:
    """The pages that are there."""
    folder = checkout / "tests"
    for entry in json.loads((folder / "evaldata.json").read_text("utf-8")).values():
        for path in (folder / "eval" / entry["file"], folder / "cache" / entry["file"]):
            if path.is_file():
                yield Page(path, tuple(entry["with"]), tuple(entry["without"]))
                break


def article(path: Path) -> str:
    """What we make of a page."""
    return inputs.read(str(path)).text


def everything(path: Path) -> str:
    """All text of a page."""
    return "\n\n".join(blocks(decode(path.read_bytes().replace(b"\0", b""), path.name).text))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkout", type=Path)
    german = [page for page in pages(parser.parse_args().checkout) if detect(everything(page.path)).language == "de"]
    known: Counter[str] = Counter()
    print(f"{len(german)} German pages")
    print(f"{'':<22} {'precision':>9} {'recall':>7} {'F1':>6} {'refused':>8} {'ms':>8}")
    makers: dict[str, Callable[[Path], str]] = {"summarizer": article, "all text of the page": everything}
    for name, make in makers.items():
        score = Score()
        for page in german:
            start = time.perf_counter()
            try:
                text = " ".join(make(page.path).split())
            except InputError:
                text = ""
                score.counts["refused"] += 1
            score.milliseconds.append((time.perf_counter() - start) * 1000)
            for stretch in page.within:
                score.counts["right" if " ".join(stretch.split()) in text else "missed"] += 1
            for stretch in page.without:
                score.counts["wrong"] += " ".join(stretch.split()) in text
        print(score.row(name))
    for page in german:
        try:
            found = inputs.read(str(page.path))
        except InputError:
            continue
        known.update(name for name in ("title", "author", "outlet", "published") if getattr(found, name))
        known["reads as German"] += detect(found.text).language == "de"
    print("known of pages:", ", ".join(f"{name} {count}" for name, count in known.items()))


if __name__ == "__main__":
    main()
