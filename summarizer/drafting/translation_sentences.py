"""A full translation by a small model: passage by passage, as the summary's sentences are made.

Terms and figures are pinned, each try is judged, a pronoun is replaced by the firm it stands for, and what German says
by mood and modal verb is put right by rule. Nothing is shortened: a translation is whole.
"""

from __future__ import annotations

from summarizer.data import Span
from summarizer.drafting.caller import Caller
from summarizer.drafting.options import Options
from summarizer.drafting.sentencewise import meant_by, spoken
from summarizer.drafting.translate import WITH_WORDS, translate_text
from summarizer.drafting.translation_layout import Piece, remarked, unmarked
from summarizer.drafting.translation_order import main_clauses
from summarizer.drafting.translation_work import Made, Work
from summarizer.figures import find
from summarizer.llm import Model
from summarizer.prompting import load

_PROMPT = "translate_words"
_WORTH_SAYING = 1.0
"""Weight of a fault that a reader is told of; a lighter one only makes for another try."""
_SHARE = 4
"""Of the window, the part that one passage may take: its English takes as much, and so may a reason."""


def longest(model: Model) -> int:
    """Tokens of the longest passage that is put to ``model`` in one piece."""
    return model.context_tokens // _SHARE


def calls(work: Work) -> int:
    """First requests: one a passage, two where it is of two main clauses."""
    return sum(len(main_clauses(unmarked(work.pieces[at].body)[0])) for at in work.asked)


def prompt_tokens(model: Model, work: Work) -> int:
    """Of all first requests, as ``model`` counts."""
    fixed = sum(model.count(template.text) for template in load(_PROMPT).templates)
    return calls(work) * fixed + sum(WITH_WORDS * model.count(work.pieces[at].body) for at in work.asked)


def translate(caller: Caller, work: Work, options: Options) -> None:
    """Fill in what is still to be made. Raises `ModelError`."""
    for done, at in enumerate(work.asked):
        caller.progress("translate", done, len(work.asked))
        work.made[at] = passage(caller, work, work.pieces[at], options.max_repairs)
    caller.progress("translate", len(work.asked), len(work.asked))


def passage(caller: Caller, work: Work, piece: Piece, retries: int) -> Made:
    """One passage in English. Raises `ModelError`."""
    material = work.material
    source, marks = unmarked(piece.body)
    made = translate_text(
        caller,
        source,
        material.glossary,
        find(source, "de"),
        retries=retries,
        known_names=material.names,
        meant=None if marks else _meant(work, piece),
    )
    english = made.text if source.endswith((".", "!", "?", "…")) else made.text.rstrip(".")
    english = spoken(material, piece.sentence, english) if source.endswith(".") else english
    return Made(
        remarked(english, marks),
        tries=made.tries,
        faults=tuple(fault.reason for fault in made.faults if fault.weight >= _WORTH_SAYING),
    )


def _meant(work: Work, piece: Piece) -> tuple[Span, str] | None:
    """What a pronoun stands for, where the passage is a whole sentence and stands in the article just so."""
    if not piece.straight or piece.german != piece.sentence.span:
        return None
    return meant_by(work.material, piece.sentence)
