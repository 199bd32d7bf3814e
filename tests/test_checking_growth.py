"""The work of a check grows with its texts: counted in calls, not in seconds, so that no machine's load decides.

What may grow with both texts at once is the search for a sentence's evidence among all source sentences that share a
word with it, which is a small part here; rules must look near the figure that they ask about, or up a value.
"""

from __future__ import annotations

import random
import sys
from types import FrameType
from typing import Any

from summarizer.checking import check

_TOWNS = [
    ("Köln", "Cologne"),
    ("Wien", "Vienna"),
    ("Zürich", "Zurich"),
    ("Prag", "Prague"),
    ("Leipzig", "Leipzig"),
]
_COUNTED = [
    ("Wohnungen", "flats"),
    ("Busse", "buses"),
    ("Schulen", "schools"),
    ("Haushalte", "households"),
]
_FIRMS = ["Alvon", "Brentag Mühlen", "Corvia", "Dornwerk", "Estrella Bau"]
_LEAST, _TIMES = 60, 4


def _texts(sentences: int) -> tuple[str, str]:
    """So many sentences with two figures each, and their English."""
    dice = random.Random(3)
    german, english = [], []
    for _ in range(sentences):
        (stadt, town), (ding, thing), firm = dice.choice(_TOWNS), dice.choice(_COUNTED), dice.choice(_FIRMS)
        many, few = dice.randint(1_000, 9_999), dice.randint(11, 899)
        german.append(f"{firm} besitzt in {stadt} {many} {ding} und zahlte dafür {few} Millionen Euro.")
        english.append(f"{firm} owns {many} {thing} in {town} and paid {few} million euros.")
    return "\n\n".join(german), "\n\n".join(english)


def _calls(source: str, target: str) -> int:
    """How many functions a check calls."""
    count = 0

    def seen(_frame: FrameType, event: str, _argument: Any) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        check(source, target)
    finally:
        sys.setprofile(before)
    return count


def test_four_times_the_text_is_not_sixteen_times_the_work() -> None:
    short, long = _texts(_LEAST), _texts(_LEAST * _TIMES)
    check(*long)  # words met before cost less: both are measured with all of them known
    first, second = (_calls(f"{source}\n", target) for source, target in (short, long))
    assert second < first * _TIMES * 1.5, f"{first:,} calls for one length, {second:,} for {_TIMES} times that"


def test_a_long_source_costs_a_short_summary_no_more_than_its_length() -> None:
    short, long = _texts(_LEAST), _texts(_LEAST * _TIMES)
    check(*long)
    first, second = (_calls(f"{source}\n\n", short[1]) for source, _ in (short, long))
    assert second < first * _TIMES * 1.5, f"{first:,} calls for one length, {second:,} for {_TIMES} times that"
