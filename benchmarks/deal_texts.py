"""Deals read from short texts, field by field, against gold written by hand before the rules saw them.

    python -m benchmarks.deal_texts [PART] [--rules]

``dev.toml`` in ``tests/cases/deals`` is what the rules were developed on first; ``held``, ``last`` and ``blind`` were
held back until a version was done; all others taught it more after a first sight of each. With ``--rules`` no model is
asked; else the embedded one is, as in a real run. A row is whole when its parties with their roles, its amount,
quantity, share, date, kind and status are all right, nothing missing and nothing added; the precision and recall of
each field stand beside it. A row that no deal of the gold answers to is invented.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from summarizer.data import Deal, DealKind, DealPart, DealStatus, Figure, Party, Role

TEXTS = Path(__file__).parents[1] / "tests/cases/deals"
PARTS = ("dev", "later", "third", "held", "last", "fourth", "fifth", "sixth", "blind", "seventh", "eighth", "ninth")
FIGURES = ("amount", "quantity", "share", "date")
FIELDS = ("parties", *FIGURES, "kind", "status")
_SMALL_WORDS = frozenset({"of", "the", "and", "from", "a", "ministry"})


@dataclass(slots=True)
class Tally:
    """Counts over many texts."""

    texts: int = 0
    deals: int = 0
    """In the gold."""
    rows: int = 0
    """That were read."""
    whole: int = 0
    invented: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    right: Counter[str] = field(default_factory=Counter)
    """By field: values that were read and are right."""
    given: Counter[str] = field(default_factory=Counter)
    """By field: values that were read."""
    wanted: Counter[str] = field(default_factory=Counter)
    """By field: values of the gold."""

    def precision(self, name: str) -> float:
        """Of what was read in a field, the part that is right."""
        return self.right[name] / self.given[name] if self.given[name] else 1.0

    def recall(self, name: str) -> float:
        """Of what should have been read in a field, the part that was."""
        return self.right[name] / self.wanted[name] if self.wanted[name] else 1.0


def load(name: str) -> list[dict[str, Any]]:
    """The texts of one half with their gold."""
    texts: list[dict[str, Any]] = tomllib.loads((TEXTS / f"{name}.toml").read_text("utf-8"))["text"]
    return texts


def score(tally: Tally, text: dict[str, Any], rows: Sequence[Deal]) -> None:
    """Add one text's rows to ``tally``: each deal of the gold takes the row that has most in common with it."""
    tally.texts += 1
    tally.rows += len(rows)
    left = list(rows)
    for wanted in text.get("deal", []):
        tally.deals += 1
        best = max(left, key=lambda row: len(_agreeing(text["text"], wanted, row)), default=None)
        if best is None or not _parties(wanted, best.parties)[0]:
            tally.missing.append(f"{text['id']}: {', '.join(wanted['parties'])}")
            _count_wanted(tally, wanted)
            continue
        left.remove(best)
        faults = _compare(tally, text["text"], wanted, best)
        tally.whole += not faults
        if faults:
            tally.wrong.append(f"{text['id']}: {'; '.join(faults)}")
    for row in left:
        tally.invented.append(f"{text['id']}: {', '.join(party.name for party in row.parties)}: {row.item}")
        for name in FIELDS:
            tally.given[name] += len(row.parties) if name == "parties" else getattr(row, name) is not None


def _agreeing(text: str, wanted: dict[str, Any], row: Deal) -> list[str]:
    hits = [name for name in FIGURES if wanted.get(name) and _figure_right(text, wanted, name, getattr(row, name))]
    return hits + ["party"] * _parties(wanted, row.parties)[0]


def _count_wanted(tally: Tally, wanted: dict[str, Any]) -> None:
    tally.wanted["parties"] += sum(not party.startswith("?") for party in wanted["parties"])
    tally.wanted["kind"] += 1
    tally.wanted["status"] += 1
    for name in FIGURES:
        tally.wanted[name] += "" not in _accepted(wanted, name)


def _compare(tally: Tally, text: str, wanted: dict[str, Any], row: Deal) -> list[str]:
    """What is wrong with ``row``, a line each; every field is counted."""
    _count_wanted(tally, wanted)
    faults = []
    right, strangers, absent, roles = _parties(wanted, row.parties)
    tally.right["parties"] += right
    tally.given["parties"] += right + len(strangers)
    faults += [f"party {name} does not belong" for name in strangers]
    faults += [f"party {name} missing" for name in absent] + roles
    for name in FIGURES:
        figure: Figure | None = getattr(row, name)
        open_ = "" in _accepted(wanted, name) and _figure_right(text, wanted, name, figure)
        tally.given[name] += figure is not None and not open_
        if _figure_right(text, wanted, name, figure):
            tally.right[name] += figure is not None and "" not in _accepted(wanted, name)
        else:
            faults.append(f"{name} {figure.surface if figure else '-'} for {' or '.join(_accepted(wanted, name))}")
    for name in ("kind", "status"):
        value = getattr(row, name).value
        tally.given[name] += 1
        if value in wanted[name]:
            tally.right[name] += 1
        else:
            faults.append(f"{name} {value} for {' or '.join(wanted[name])}")
    return faults


def _accepted(wanted: dict[str, Any], name: str) -> list[str]:
    value = wanted.get(name, "")
    return value if isinstance(value, list) else [value]


def _figure_right(text: str, wanted: dict[str, Any], name: str, figure: Figure | None) -> bool:
    """By place, so that a figure of the same value elsewhere in the text does not count."""
    accepted = _accepted(wanted, name)
    if figure is None:
        return "" in accepted
    for words in filter(None, accepted):
        for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
            if figure.span.start < match.end() and match.start() < figure.span.end:
                return True
    return False


def _parties(wanted: dict[str, Any], parties: Sequence[Party]) -> tuple[int, list[str], list[str], list[str]]:
    """How many are right; names that don't belong, names that are missing, roles that differ."""
    left = [party for party in parties if party.role is not Role.ANNOUNCED_BY]
    right, absent, roles = 0, [], []
    for entry in wanted["parties"]:
        accepted, _, names = entry.removeprefix("?").partition(": ")
        match = next((p for p in left if any(_alike(name, p.name) for name in names.split(" ~ "))), None)
        if match is None:
            absent += [] if entry.startswith("?") else [names]
            continue
        left.remove(match)
        right += not entry.startswith("?")
        if match.role is None or match.role.value not in accepted.split("|"):
            roles.append(f"role of {match.name} {match.role.value if match.role else '-'} for {accepted}")
    return right, [party.name for party in left], absent, roles


def _alike(one: str, other: str) -> bool:
    first, second = _words(one), _words(re.sub(r"\(.*?\)", "", other))
    small, large = sorted((first, second), key=len)
    return bool(small) and small <= large


def _words(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"\w+", text)} - _SMALL_WORDS


def read_by_rules(text: str) -> list[Deal]:
    """The rules alone: items stay German, no model is asked."""
    from summarizer.drafting import deals
    from summarizer.drafting.terms import Glossary
    from summarizer.figures import find
    from summarizer.sentences import split

    figures = find(text, "de")
    found, _ = deals.read(deals.Material(text, split(text), figures, Glossary.read().for_article(text)))
    return [
        Deal(
            tuple(Party(who.name, role) for who, role in deal.parties), DealKind(deal.kind), deal.item,
            DealStatus(deal.status), tuple(deal.evidence), deal.amount, deal.quantity,
            tuple(DealPart(figure, item) for figure, item in deal.parts), deal.share, deal.date,
            "; ".join(deal.notes),
        )
        for deal in found
    ]  # fmt: skip


def show(tally: Tally) -> None:
    print(
        f"{tally.texts} texts: {tally.whole} of {tally.deals} deals whole, {len(tally.missing)} missing, "
        f"{len(tally.invented)} invented, {tally.rows} rows"
    )
    for name in FIELDS:
        print(f"  {name:8} precision {tally.precision(name):.2f}  recall {tally.recall(name):.2f}")
    for label in ("missing", "wrong", "invented"):
        for line in getattr(tally, label):
            print(f"  {label}: {line}")


def main() -> None:
    """Run one half and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("half", nargs="?", default="dev", choices=PARTS)
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--totals", action="store_true", help="print no single text")
    options = parser.parse_args()
    tally = Tally()
    if options.rules:
        for text in load(options.half):
            score(tally, text, read_by_rules(text["text"]))
    else:
        _with_the_model(tally, load(options.half))
    if options.totals:
        tally.missing, tally.invented, tally.wrong = ([""] * len(x) for x in (tally.missing, tally.invented, []))
    show(tally)


def _with_the_model(tally: Tally, texts: Sequence[dict[str, Any]]) -> None:
    from summarizer.data import Article
    from summarizer.drafting import Options, sentencewise
    from summarizer.drafting.caller import Caller
    from summarizer.figures import find
    from summarizer.llm import Settings, open_model
    from summarizer.sentences import split
    from summarizer.tokens import counter

    with open_model(Settings.from_environment(), counter=counter) as model:
        for text in texts:
            article = Article(text["text"], language="de")
            work = sentencewise.prepare(article, split(article.text), find(article.text, "de"), Options())
            score(tally, text, sentencewise._deals(Caller(model), work))


if __name__ == "__main__":
    main()
