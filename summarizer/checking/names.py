"""The names of the target that the source does not have: "Russian mining" where the source says kasachischer Bergbau.

What a name is, and whether the German has it in its own spelling, is `lexicon.names`' business. Here it is decided what
counts: a country, a region or a city that the source never names is nearly always an error; a capitalised word may be
anything, so it is listed and only flagged where it looks like nothing in the source at all and the user asked for more.
"""

from __future__ import annotations

from summarizer.checking.lexicon import names as lexicon
from summarizer.checking.reading import Reading
from summarizer.data import NameFinding, Sensitivity

_THRESHOLDS: dict[Sensitivity, float] = {Sensitivity.DEFAULT: 0.8, Sensitivity.HIGH: 0.5}
"""From which confidence of `lexicon.names.missing` on a name is flagged."""


def missing(source: Reading, target: str, language: str, sensitivity: Sensitivity) -> tuple[NameFinding, ...]:
    """The names of the target, in ``language``, that the source lacks, in reading order."""
    if language != "en" or not source.text:
        return ()
    found = lexicon.missing(target, source.names)
    return tuple(
        NameFinding(
            item.name.surface,
            item.name.span,
            f"the source names no such {item.name.kind}" if item.confidence >= 0.5 else "not found in the source",
            item.confidence >= _THRESHOLDS[sensitivity],
        )
        for item in found
    )
