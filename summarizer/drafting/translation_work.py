"""What the strategies of a full translation share: the passages still to be asked for, and what was made of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from summarizer.data import Check, Figure, PassageState, Span
from summarizer.drafting.deals import Material
from summarizer.drafting.translation_layout import Piece, ready

PairChecker: TypeAlias = Callable[[Span, str, str], Check]
"""Checks the English of the passage at a span of the article; the third is the id of its sentence."""


@dataclass(frozen=True, slots=True)
class Made:
    """What stands for a passage."""

    text: str
    state: PassageState = PassageState.TRANSLATED
    tries: int = 1
    faults: tuple[str, ...] = ()
    """What is wrong with its words, as `summarizer.drafting.fidelity` sees it."""


@dataclass(slots=True)
class Work:
    """An article's passages, and what has been made of them so far."""

    material: Material
    pieces: tuple[Piece, ...]
    made: list[Made | None] = field(default_factory=list)
    asked: list[int] = field(default_factory=list)
    """Indices of the passages a model is asked for: of passages that say the same, the first."""
    twins: dict[int, int] = field(default_factory=dict)
    """Passages that say what an earlier one says, and which."""

    @classmethod
    def of(cls, material: Material, pieces: Sequence[Piece]) -> Work:
        """The work on ``pieces``, with what needs no model done."""
        work = cls(material, tuple(pieces))
        seen: dict[str, int] = {}
        for at, piece in enumerate(work.pieces):
            copied = ready(piece)
            work.made.append(None if copied is None else Made(copied, PassageState.COPIED, 0))
            if copied is not None:
                continue
            if piece.body in seen:
                work.twins[at] = seen[piece.body]
            else:
                seen[piece.body] = at
                work.asked.append(at)
        return work

    def settle(self) -> None:
        """Give passages that say the same what the first of them got."""
        for at, first in self.twins.items():
            made = self.made[first]
            self.made[at] = made and Made(made.text, made.state, 0, made.faults)

    def figures(self, piece: Piece) -> tuple[Figure, ...]:
        """The article's figures in a passage."""
        source = self.material.sources[piece.sentence.id]
        return tuple(figure for figure in source.figures if figure.span.overlaps(piece.german))
