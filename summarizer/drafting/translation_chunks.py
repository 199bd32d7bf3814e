"""A full translation by a capable model: whole runs of numbered passages, each to be returned under its number.

The reply's form lists the numbers that exist, so none can be made up; what the model leaves out is asked for once more,
then passage by passage, and what does not come even then stays in German with a mark. So each passage is there, and the
number of requests is bounded: twice the runs, and one a passage.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, create_model

from summarizer.data import Kind, PassageState
from summarizer.drafting import fidelity
from summarizer.drafting.caller import Caller
from summarizer.drafting.grounding import clean
from summarizer.drafting.numbered import term_list
from summarizer.drafting.translate import tidy
from summarizer.drafting.translation_layout import Piece
from summarizer.drafting.translation_work import Made, Work
from summarizer.errors import ReplyError, UsageError
from summarizer.figures import english
from summarizer.llm import Message, Model
from summarizer.prompting import fenced, load

_PROMPT = "translate_passages"
_MOST, _LEAST = 1_200, 120
"""Tokens of German in one request. More of it would be cheaper, and come back with gaps."""
_MOST_PASSAGES = 100
_GROWTH = 1.6
"""Tokens of a reply for one of German, ids and JSON included."""
_SPARE = 500
_OVERHEAD = 900
"""Tokens that chat templates, the reply's form and a second try add to a request, at most."""
_BEFORE = 2
"""Passages before a run that are shown with it."""
_ALONE_TOKENS_PER_CHAR, _ALONE_TOKENS = 0.8, 200
_GIVEN_UP = 2
"""Runs in a row of which nothing came back, after which the model is taken to be unable."""
_UNLISTED = frozenset({Kind.ORDINAL, Kind.VAGUE})


@dataclass(frozen=True, slots=True)
class Run:
    """A request about some passages."""

    passages: tuple[int, ...]
    messages: tuple[Message, ...]
    prompt_tokens: int
    reply_tokens: int


def longest(model: Model) -> int:
    """Tokens of the longest passage that is put to ``model`` in one piece."""
    return max(_LEAST, min(_MOST, model.context_tokens // 6))


def prepare(model: Model, work: Work) -> tuple[Run, ...]:
    """The requests, each within the model's window. Raises `UsageError` where not even one passage fits."""
    limit = longest(model)
    sizes = [model.count(_line(work.pieces[at])) for at in work.asked]
    while True:
        runs = tuple(_run(model, work, group) for group in _groups(work.asked, sizes, limit))
        if all(run.prompt_tokens + run.reply_tokens + _OVERHEAD <= model.context_tokens for run in runs):
            return runs
        if limit < _LEAST:
            raise UsageError(
                f"{model.name} holds {model.context_tokens} tokens, too few for a part of this article; "
                "use a model with a larger window, or one that works sentence by sentence."
            )
        limit = int(limit * 0.7)


def translate(caller: Caller, work: Work, runs: Sequence[Run]) -> None:
    """Fill in what is still to be made. Raises `ModelError`."""
    silent = 0
    for done, run in enumerate(runs):
        caller.progress("translate", done, len(runs))
        left = _ask(caller, work, run, run.messages)
        if left:
            again = _run(caller.model, work, left)
            left = _ask(caller, work, again, again.messages)
        for at in left:
            work.made[at] = _alone(caller, work, work.pieces[at])
        nothing = all(_kept(work.made[at]) for at in run.passages)
        silent = silent + 1 if nothing else 0
        if silent == _GIVEN_UP or (nothing and len(runs) == 1):
            raise ReplyError(
                f"{caller.model.name} translated nothing of what it was given: try again, or use another model."
            )
    caller.progress("translate", len(runs), len(runs))


def _ask(caller: Caller, work: Work, run: Run, messages: Sequence[Message]) -> list[int]:
    """Take what comes back; the passages that didn't."""
    caller.prompts[_PROMPT] = load(_PROMPT).digest
    keys = {work.pieces[at].key: at for at in run.passages}
    try:
        reply: Any = caller.ask_messages(messages, _form(tuple(keys)), run.reply_tokens)
    except ReplyError as problem:
        caller.notes.append(f"A part of the article had to be asked for again: {problem}")
        return list(run.passages)
    for entry in reply.passages:
        at, text = keys[str(entry.id)], clean(entry.english)
        if text and work.made[at] is None:
            work.made[at] = Made(text, faults=_faults(work.pieces[at].body, text, work))
    return [at for at in run.passages if work.made[at] is None]


def _alone(caller: Caller, work: Work, piece: Piece) -> Made:
    room = int(len(piece.body) * _ALONE_TOKENS_PER_CHAR) + _ALONE_TOKENS
    try:
        text = clean(tidy(caller.write("translate_sentence", room, sentence=piece.body), piece.body))
    except ReplyError:
        text = ""
    if not text:
        return Made(piece.body, PassageState.KEPT, 3)
    return Made(text, tries=3, faults=_faults(piece.body, text, work))


def _kept(made: Made | None) -> bool:
    return made is None or made.state is PassageState.KEPT


def _faults(source: str, text: str, work: Work) -> tuple[str, ...]:
    return tuple(fault.reason for fault in fidelity.wording(source, text, work.material.names))


def _groups(asked: Sequence[int], sizes: Sequence[int], limit: int) -> list[list[int]]:
    groups: list[list[int]] = []
    used = 0
    for at, size in zip(asked, sizes, strict=True):
        if not groups or used + size > limit or len(groups[-1]) == _MOST_PASSAGES:
            groups.append([])
            used = 0
        groups[-1].append(at)
        used += size
    return groups


def _run(model: Model, work: Work, group: Sequence[int]) -> Run:
    pieces = [work.pieces[at] for at in group]
    text = work.material.text
    sentences = list({piece.sentence.id: piece.sentence for piece in pieces}.values())
    before = [" ".join(p.body.split()) for p in work.pieces[max(0, group[0] - _BEFORE) : group[0]]]
    messages = [
        Message(role=m["role"], content=m["content"])
        for m in load(_PROMPT).messages(
            before=fenced("\n".join(before) or "(nothing)", "before"),
            passages=fenced(_block(pieces), "article"),
            figures=fenced(_figures(work, pieces), "figures"),
            terms=term_list(text, sentences, work.material.glossary),
        )
    ]
    reply = int(sum(model.count(_line(piece)) for piece in pieces) * _GROWTH) + _SPARE
    return Run(tuple(group), tuple(messages), sum(model.count(m["content"]) for m in messages), reply)


def _line(piece: Piece) -> str:
    return f"[{piece.key}] {piece.body}"


def _block(pieces: Sequence[Piece]) -> str:
    """The passages one a line, a blank line where a paragraph ends."""
    lines: list[str] = []
    paragraph = None
    for piece in pieces:
        if paragraph is not None and piece.sentence.paragraph != paragraph:
            lines.append("")
        paragraph = piece.sentence.paragraph
        lines.append(_line(piece))
    return "\n".join(lines)


def _figures(work: Work, pieces: Sequence[Piece]) -> str:
    lines = [
        f'[{piece.key}] "{" ".join(figure.surface.split())}" = {english(figure)}'
        for piece in pieces
        for figure in work.figures(piece)
        if figure.kind not in _UNLISTED
    ]
    return "\n".join(lines) or "(none)"


def _form(keys: Sequence[str]) -> type[BaseModel]:
    """Passages by id, the id one of ``keys``."""
    names: Any = Literal[*keys]  # made for one request
    passage: Any = create_model("TranslatedPassage", id=(names, ...), english=(str, ...))
    return create_model("TranslatedPassages", passages=(list[passage], ...))
