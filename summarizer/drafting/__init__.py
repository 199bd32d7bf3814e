"""What is asked of the model, and how: from an article to a cited summary and a deal list.

`draft` is the whole room: it picks a strategy by the model's ability and the article's length, drafts, and has what
the check flags repaired. `plan` says beforehand what that takes. The strategies are in `sentencewise` (small models)
and `strong` (the rest); `deal_rules` reads deals from German grammar, `terms` is the glossary, `repair` mends.
A new strategy is a file with a ``prepare`` and a ``draft``, and a line here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.data import Article, Figure, Sentence
from summarizer.drafting import repair as repairs
from summarizer.drafting import sentencewise, strong
from summarizer.drafting.caller import Caller
from summarizer.drafting.grounding import left_in_german
from summarizer.drafting.numbered import places
from summarizer.drafting.options import (
    Checker,
    DraftResult,
    Length,
    Lost,
    OnProgress,
    Options,
    Plan,
    Progress,
    Strategy,
)
from summarizer.drafting.wording import deal_line
from summarizer.errors import InputError
from summarizer.llm import Ability, Model

__all__ = [
    "Checker",
    "DraftResult",
    "Length",
    "Options",
    "Plan",
    "Progress",
    "Strategy",
    "deal_line",
    "draft",
    "plan",
]


def draft(
    article: Article,
    sentences: Sequence[Sentence],
    figures: Sequence[Figure],
    model: Model,
    options: Options | None = None,
    checker: Checker | None = None,
    progress: OnProgress | None = None,
    lost: Lost | None = None,
) -> DraftResult:
    """A cited English summary and the deals of a German article, as good as ``model`` can make them.

    ``sentences`` and ``figures`` are the article's; ``checker`` checks English against it, and what it flags is
    repaired (None: no repairs). ``lost`` names nouns that a translation lacks, by which a small
    model's tries are judged. Raises `InputError` for an article without a sentence, `ModelError` where the model
    fails, `UsageError` for a glossary that can't be used or a window that is too small.
    """
    chosen = options or Options()
    found = _with_ids(figures)
    _require(sentences, article)
    caller = Caller(model, progress, lost)
    tries = 0
    if _small(model, chosen):
        strategy = Strategy.SENTENCES
        work = sentencewise.prepare(article, sentences, found, chosen)
        made, tries = sentencewise.draft(caller, article, work, chosen)
    else:
        planned = strong.prepare(article, sentences, found, model, chosen)
        strategy = planned.strategy
        made = strong.draft(caller, found, planned, chosen)
    if checker is not None:
        evidence = _evidence(article, sentences, found)
        made, requests = repairs.repair(caller, made, evidence, checker, chosen)
        tries += requests
    made = replace(made, doubts=(*made.doubts, *left_in_german(made)))
    return DraftResult(made, caller.usage, strategy, dict(caller.prompts), tries)


def plan(
    article: Article,
    sentences: Sequence[Sentence],
    figures: Sequence[Figure],
    model: Model,
    options: Options | None = None,
) -> Plan:
    """What `draft` will take of ``model``, found out without asking it anything. Raises as `draft` does."""
    chosen = options or Options()
    found = _with_ids(figures)
    _require(sentences, article)
    if _small(model, chosen):
        work = sentencewise.prepare(article, sentences, found, chosen)
        prompts = work.prompt_tokens(model)
        again = len(work.chosen) * chosen.max_repairs + 1
        most = work.calls + again + (len(work.chosen) + 1) * chosen.max_repairs
        return Plan(Strategy.SENTENCES, work.calls, prompts, most)
    planned = strong.prepare(article, sentences, found, model, chosen)
    flagged = chosen.length.sentences + 1
    most = 2 * planned.calls + flagged * chosen.max_repairs
    return Plan(planned.strategy, planned.calls, planned.prompt_tokens, most)


def _small(model: Model, options: Options) -> bool:
    if options.strategy is Strategy.AUTO:
        return model.ability is Ability.SMALL
    return options.strategy is Strategy.SENTENCES


def _with_ids(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    if all(figure.id for figure in figures) and len({figure.id for figure in figures}) == len(figures):
        return tuple(figures)
    return tuple(replace(figure, id=f"F{number}") for number, figure in enumerate(figures, 1))


def _require(sentences: Sequence[Sentence], article: Article) -> None:
    if not sentences:
        raise InputError(f"{article.origin} holds no sentence to summarise.")


def _evidence(article: Article, sentences: Sequence[Sentence], figures: Sequence[Figure]) -> repairs.Evidence:
    texts = {s.id: " ".join(s.span.of(article.text).split()) for s in sentences}
    where = places(sentences, figures)
    inside: dict[str, tuple[Figure, ...]] = {}
    for figure in figures:
        if figure.id in where:
            inside[where[figure.id]] = (*inside.get(where[figure.id], ()), figure)
    return repairs.Evidence(texts, inside)
