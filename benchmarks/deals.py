"""Deals read from the example articles, against what a careful reader took from them by hand (``gold.json``).

    python -m benchmarks.deals [FOLDER ...] [--model NAME] [--base-url URL] [--model-path FILE]

Without a folder, all of ``examples/``; without a model, the embedded one. A deal counts as found when a row of the
draft shares a sentence of evidence, a party and every figure with it; parties are right when none is missing and none
is there that does not belong (who announced it aside); rows that match no deal of the gold are invented.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from summarizer.data import Deal, Report, Role

EXAMPLES = Path(__file__).parents[1] / "examples"
_FINEST = 10**6
_SMALL_WORDS = frozenset({"of", "the", "and", "from", "a"})


@dataclass(frozen=True, slots=True)
class Score:
    """How one article's deals came out."""

    deals: int
    """In the gold."""
    found: tuple[str, ...]
    """Items found with all their figures."""
    whole: tuple[str, ...]
    """Of these, the ones with exactly the right parties."""
    missing: tuple[str, ...]
    invented: tuple[str, ...]
    """Items of draft rows that no gold deal answers to."""


def score(gold: dict[str, Any], deals: Sequence[Deal]) -> Score:
    """Pair the deals of ``gold`` with rows of a draft, each row at most once."""
    figures = {figure["id"]: worth(figure.get("value", figure.get("high"))) for figure in gold["figures"]}
    left = list(deals)
    found, whole, missing = [], [], []
    for wanted in gold["deals"]:
        rows = [row for row in left if _answers(wanted, row, figures)]
        if not rows:
            missing.append(wanted["item"])
            continue
        row = max(rows, key=lambda row: (_parties_right(wanted, row), _likeness(wanted["item"], row.item)))
        left.remove(row)
        found.append(wanted["item"])
        if _parties_right(wanted, row):
            whole.append(wanted["item"])
    return Score(len(gold["deals"]), tuple(found), tuple(whole), tuple(missing), tuple(_line(row) for row in left))


def _answers(wanted: dict[str, Any], row: Deal, figures: dict[str, Fraction | str]) -> bool:
    if not set(wanted["evidence"]) & set(row.evidence):
        return False
    if not any(_same_party(party["name"], other.name) for party in wanted["parties"] for other in row.parties):
        return False
    stated = (row.amount, row.quantity, row.share, *(part.figure for part in row.parts))
    have = {worth(figure.high if figure.value is None else figure.value) for figure in stated if figure}
    want = {figures[wanted[part]] for part in ("amount", "quantity", "share") if part in wanted}
    want |= {figures[part["figure"]] for part in wanted.get("parts", ())}
    return want <= have


def worth(written: object) -> Fraction | str:
    """Numbers by what they are worth (1100000000 and 1.1E+9), everything else as written."""
    try:
        return Fraction(str(written)).limit_denominator(_FINEST)  # a third is kept as 0.333…
    except ValueError:
        return str(written)


def _parties_right(wanted: dict[str, Any], row: Deal) -> bool:
    parties = [party.name for party in row.parties if party.role is not Role.ANNOUNCED_BY]
    names = [party["name"] for party in wanted["parties"]]
    return all(any(_same_party(name, other) for other in parties) for name in names) and all(
        any(_same_party(name, other) for name in names) for other in parties
    )


def _same_party(one: str, other: str) -> bool:
    first, second = _words(one), _words(re.sub(r"\(.*?\)", "", other))
    small, large = sorted((first, second), key=len)
    return bool(small) and small <= large


def _words(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"\w+", text)} - _SMALL_WORDS


def _likeness(one: str, other: str) -> int:
    return len(_words(one) & _words(other))


def _line(row: Deal) -> str:
    return f"{', '.join(party.name for party in row.parties)}: {row.item}"


def folders(named: Iterable[str]) -> list[Path]:
    """The example folders to run: those named, or all that have a gold."""
    return [Path(name) for name in named] or sorted(path.parent for path in EXAMPLES.glob("*/gold.json"))


def load_gold(folder: Path) -> dict[str, Any]:
    """What a reader took from the article of ``folder``."""
    gold: dict[str, Any] = json.loads((folder / "gold.json").read_text("utf-8"))
    return gold


def main() -> None:
    """Run the articles and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="*")
    parser.add_argument("--model")
    parser.add_argument("--base-url")
    parser.add_argument("--model-path", type=Path)
    options = parser.parse_args()

    import summarizer
    from summarizer.inputs import read
    from summarizer.llm import Settings

    settings = Settings.from_environment(model=options.model, base_url=options.base_url, model_path=options.model_path)
    print(f"{'article':12} {'deals':>5} {'found':>5} {'whole':>5} {'invented':>8} {'flagged figures':>15}")
    for folder in folders(options.folder):
        report: Report = summarizer.summarize(read(str(folder / "article.de.txt")), settings=settings)
        result = score(load_gold(folder), report.draft.deals if report.draft else ())
        flagged = sum(f.flagged for check in (report.check, *report.deal_checks) for f in check.findings)
        print(
            f"{folder.name:12} {result.deals:5} {len(result.found):5} {len(result.whole):5} "
            f"{len(result.invented):8} {flagged:15}"
        )
        for label, items in (
            ("missing", result.missing),
            ("parties differ", tuple(item for item in result.found if item not in result.whole)),
            ("invented", result.invented),
        ):
            for item in items:
                print(f"  {label}: {item}")


if __name__ == "__main__":
    main()
