"""How often a random figure gets through: 10,000 figures of clean English texts, each replaced by chance, one a time.

    python -m benchmarks.checking_chance DIR [--figures 10000] [--level doc|seg]

A check that accepts roundings, conversions and arithmetic is a licence for chance hits unless it is narrow. Every
figure written in digits is replaced by a random one of the same form (same number of digits, separators, unit and
words around it), and the table says what the check then makes of it. The share accepted as rounded, converted or
derived is the claim; those that happen to be equal to some figure of the source are listed beside it. Seeded, so
that two runs agree. DIR is the figbench folder.
"""

from __future__ import annotations

import argparse
import collections
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.checking_figbench import _KINDS, _NEEDED
from summarizer.checking import check
from summarizer.data import Figure, Kind, Sensitivity, Span, Verdict
from summarizer.figures import find

_DIGIT = re.compile(r"\d")
_LEFT_ALONE = frozenset({Kind.DATE, Kind.TIME, Kind.DESIGNATION, Kind.WEEK, Kind.QUARTER, Kind.HALF_YEAR})


def _random_like(surface: str, chance: random.Random) -> str:
    """The surface with every digit replaced; the first stays above zero where it was, so that the size stays."""
    digits = iter(range(len(surface)))
    first = next((i for i in digits if surface[i].isdigit()), 0)
    return "".join(
        c if not c.isdigit() else str(chance.randint(1 if i == first and c != "0" else 0, 9))
        for i, c in enumerate(surface)
    )


def _figures(rows: list[dict[str, Any]], field: str) -> Iterator[tuple[dict[str, Any], str, Figure]]:
    for row in rows:
        text = row[field]
        for figure in find(text, "en"):
            if figure.kind not in _LEFT_ALONE and _DIGIT.search(figure.surface):
                yield row, text, figure


def main() -> None:
    """Prints how the replaced figures were judged."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--figures", type=int, default=10_000)
    parser.add_argument("--level", choices=["seg", "doc"], default="doc")
    options = parser.parse_args()
    chance = random.Random(20251106)
    with (options.folder / _NEEDED[options.level][0]).open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    pool = list(_figures(rows, "extract_en" if options.level == "doc" else "ref_en"))
    verdicts: collections.Counter[Verdict | str] = collections.Counter()
    for _ in range(options.figures):
        row, text, figure = chance.choice(pool)
        new = _random_like(figure.surface, chance)
        if new == figure.surface:
            verdicts["the same by chance"] += 1
            continue
        target = text[: figure.span.start] + new + text[figure.span.end :]
        where = Span(figure.span.start, figure.span.start + len(new))
        found = check(row["src_de"], target, kind=_KINDS[options.level], sensitivity=Sensitivity.HIGH)
        touched = [f for f in found.findings if f.claim is not None and f.claim.span.overlaps(where)]
        verdicts["read as no figure" if not touched else touched[0].verdict] += 1
    for verdict, count in verdicts.most_common():
        print(f"{verdict:20} {count:6} {count / options.figures:7.2%}")
    by_licence = sum(verdicts[v] for v in (Verdict.ROUNDED, Verdict.CONVERTED, Verdict.DERIVED))
    print(f"accepted as rounded, converted or derived: {by_licence / options.figures:.2%}")


if __name__ == "__main__":
    main()
