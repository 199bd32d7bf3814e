"""Metres or millions: what the "m" of "6.3m containers" stands for, which the source knows better than the English.

British news writes millions with a small m, for boxes and voters as for pounds. The figure reader takes it for millions
behind money and before nouns it knows; elsewhere "6.3m" is a length to it. Here the source decides: where it tells
millions and no such length, the m is read as millions.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.checking.late import late
from summarizer.checking.reading import Reading
from summarizer.data import Figure, Kind

_MILLION: Final = Decimal(10**6)
_GLUED: Final = late(r"\d[\d.,]*m$")
_MEASURED: Final = late(
    r"[-\s]+(?:thick|wide|high|long|deep|tall|apart|away|above|below|race|run|sprint|hurdles|freestyle|final|relay)\b"
)


def settled(target: Reading, source: Reading) -> Reading:
    """The English ``target`` with each doubtful "m" read as the source has it; itself where none is doubtful."""
    doubtful = [figure for figure in target.figures if figure.kind is Kind.LENGTH and _may_be_millions(figure, target)]
    if not doubtful or not any(_is_millions(figure) for figure in source.figures):
        return target
    lengths = [figure for figure in source.figures if figure.kind is Kind.LENGTH]
    ends = [figure.span.end - 1 for figure in doubtful if not lengths or _told_in_millions(figure, lengths, source)]
    if not ends:
        return target
    letters = list(target.text)
    for end in ends:
        letters[end] = "M"
    return Reading(target.text, target.language, read_as="".join(letters))


def _may_be_millions(figure: Figure, target: Reading) -> bool:
    glued = figure.unit == "m" and isinstance(figure.value, Decimal) and _GLUED.search(figure.surface) is not None
    return glued and _MEASURED.match(target.text, figure.span.end) is None


def _is_millions(figure: Figure) -> bool:
    return isinstance(figure.value, Decimal) and figure.value >= _MILLION and figure.kind is not Kind.LENGTH


def _told_in_millions(figure: Figure, lengths: list[Figure], source: Reading) -> bool:
    """Whether a source that has lengths as well tells this figure in millions, and no length of it."""
    if any(length.value == figure.value for length in lengths):
        return False
    assert isinstance(figure.value, Decimal)
    return bool(source.atoms_worth(figure.value * _MILLION))
