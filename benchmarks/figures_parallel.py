"""How many figures of a translation have an equal figure in its source: what the check is built on.

    python -m benchmarks.figures_parallel SEGMENTS.jsonl [--show 20]

Rows {"id", "src_de", "ref_en"}, translated by people. Equal means kind (a count and a bare number are one), value, unit
and bounds. Translators convert, round, leave out and add, so that the whole is not to be had; what is missing is shown
with --show, and is where a class of readings differs between the languages.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from pathlib import Path

from summarizer.data import Figure, Kind
from summarizer.figures import find


def key(figure: Figure) -> tuple[object, ...]:
    """What two figures must share to be equal."""
    kind = Kind.NUMBER if figure.kind is Kind.COUNT else figure.kind
    bounds = (figure.low, figure.high) if figure.value is None or kind is Kind.RATIO else None
    return kind, figure.value, figure.unit, bounds


def unmatched(figures: tuple[Figure, ...], others: tuple[Figure, ...]) -> list[Figure]:
    """The figures that have no equal one among the others, each of which is used once."""
    left = Counter(map(key, others))
    missing: list[Figure] = []
    for figure in figures:
        if left[key(figure)] > 0:
            left[key(figure)] -= 1
        else:
            missing.append(figure)
    return missing


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("segments", type=Path)
    parser.add_argument("--show", type=int, default=0)
    arguments = parser.parse_args()
    totals: Counter[str] = Counter()
    missing: Counter[str] = Counter()
    examples: list[str] = []
    for line in arguments.segments.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        pair = {"de": find(row["src_de"], "de"), "en": find(row["ref_en"], "en")}
        for language, other in (("en", "de"), ("de", "en")):
            totals[language] += len(pair[language])
            gone = unmatched(pair[language], pair[other])
            missing[language] += len(gone)
            missing.update(f"{language} {figure.kind.value}" for figure in gone)
            examples += [f"{language} {f.kind.value} {f.surface!r} {row['id']}" for f in gone]
    for language, other in (("en", "de"), ("de", "en")):
        found = totals[language] - missing[language]
        share = found / totals[language]
        print(f"figures of {language} with an equal one in {other}: {found}/{totals[language]} {share:.2%}")
    print(", ".join(f"{name} {n}" for name, n in missing.most_common() if " " in name))
    for example in random.Random(1).sample(examples, min(arguments.show, len(examples))):
        print(example)


if __name__ == "__main__":
    main()
