"""The rounds of a cup: semi-finals, quarter finalist, last 16, round of 16. German has single words."""

from __future__ import annotations

from typing import Final

from summarizer.data import Kind
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens

_STAGES: Final = {
    ("semi", "final"): "1/2 final", ("quarter", "final"): "1/4 final", ("eighth", "final"): "1/8 final",
    ("last", "16"): "1/8 final", ("last", "sixteen"): "1/8 final", ("last", "32"): "1/16 final",
    ("last", "eight"): "1/4 final",
    ("last", "four"): "1/2 final",
}  # fmt: skip


def read_stage(t: Tokens, i: int, _loc: Locale) -> Reading | None:
    """semi-finals, quarter finalist, last 16, round of 16; World War II is the second."""
    low = t.at[i].low
    if low == "round" and t.at[i + 1].low == "of":
        value = {"16": "1/8 final", "sixteen": "1/8 final", "32": "1/16 final"}.get(t.at[i + 2].low)
        return None if value is None else Reading(Kind.DESIGNATION, value, i, i + 3)
    j = i + 2 if t.at[i + 1].word == "-" else i + 1
    second = t.at[j].low
    if second.startswith("final"):
        second = "final"
    value = _STAGES.get((low, second))
    if value is None or (
        low == "last"
        and (
            t.at[i - 1].low not in ("the", "to")
            or (t.at[j + 1].word[:1].isalpha() and t.at[j + 1].low not in _AFTER_STAGE)
        )
    ):
        return None
    return Reading(Kind.DESIGNATION, value, i, j + 1)


_AFTER_STAGE: Final = wordset("of in at with for on and after but stage tie clash match game as the to against")
