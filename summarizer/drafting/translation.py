"""The whole article in English, passage for passage, in the article's own layout.

`translate_article` is the door: it takes the text apart (`translation_layout`), has the passages translated as the
model is able to (`translation_sentences`, `translation_chunks`), has what the check flags mended
(`translation_repair`), and puts all back in its place. `plan` says beforehand what that takes. Each passage of the
article ends in the translation: translated, copied where there is nothing to translate, or in German behind a mark.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from summarizer.data import Article, Figure, Passage, PassageState, Sentence, Translation, Usage
from summarizer.drafting import translation_chunks as chunks
from summarizer.drafting import translation_sentences as by_sentence
from summarizer.drafting.caller import Caller
from summarizer.drafting.deals import Material
from summarizer.drafting.grounding import reads_german
from summarizer.drafting.options import Lost, OnProgress, Options, Plan, Strategy
from summarizer.drafting.terms import Glossary
from summarizer.drafting.translation_layout import assembled, pieces
from summarizer.drafting.translation_repair import Mended, repair
from summarizer.drafting.translation_work import Made, PairChecker, Work
from summarizer.errors import InputError
from summarizer.llm import Ability, Model

__all__ = ["KEPT_MARK", "PairChecker", "TranslationResult", "plan", "translate_article"]

KEPT_MARK = "[left in German:]"
"""Stands before a passage for which there is no translation, or none that could be let stand."""
_SHOWN = 12
"""Passages that a note or a doubt names one by one."""


@dataclass(frozen=True, slots=True)
class TranslationResult:
    """A translation and how it came about."""

    text: str
    translation: Translation
    usage: Usage
    strategy: str
    """``sentences``, or ``passages`` for whole runs of them."""
    prompts: Mapping[str, str] = field(default_factory=dict)
    doubts: tuple[str, ...] = ()
    """What a person must decide, a line each: flags the report."""


def translate_article(
    article: Article,
    sentences: Sequence[Sentence],
    figures: Sequence[Figure],
    model: Model,
    options: Options | None = None,
    checker: PairChecker | None = None,
    progress: OnProgress | None = None,
    lost: Lost | None = None,
) -> TranslationResult:
    """The article in English, as good as ``model`` can make it.

    ``checker`` checks the English of one passage; what it flags is repaired (None: no repairs). ``lost`` names nouns
    that a translation lacks, by which a small model's tries are judged. Of the ``options``,
    length is of no meaning here. Raises `InputError` for an article without a sentence, `ModelError` where the model
    fails, `UsageError` for a glossary that can't be used or a window that is too small.
    """
    chosen = options or Options()
    small = _small(model, chosen)
    work = _work(article, sentences, figures, model, chosen, small=small)
    caller = Caller(model, progress, lost)
    if small:
        by_sentence.translate(caller, work, chosen)
    else:
        chunks.translate(caller, work, chunks.prepare(model, work))
    mended = repair(caller, work, checker, chosen, small=small) if checker else Mended(0, 0, 0, 0, ())
    if chosen.strict:
        for at in mended.failing:
            work.made[at] = replace(_made(work, at), state=PassageState.KEPT)
    work.settle()
    text, passages = _put_together(article.text, work)
    notes = (*_notes(passages, mended, chosen), *caller.notes)
    translation = Translation(passages, notes, mended.clean, 0 if chosen.strict else len(mended.failing))
    strategy = Strategy.SENTENCES.value if small else "passages"
    return TranslationResult(
        text, translation, caller.usage, strategy, dict(caller.prompts), _doubts(text, work, passages)
    )


def plan(
    article: Article,
    sentences: Sequence[Sentence],
    figures: Sequence[Figure],
    model: Model,
    options: Options | None = None,
) -> Plan:
    """What `translate_article` will take of ``model``, found out without asking it. Raises as that does."""
    chosen = options or Options()
    small = _small(model, chosen)
    work = _work(article, sentences, figures, model, chosen, small=small)
    repairs = len(work.asked) * chosen.max_repairs
    if small:
        calls = by_sentence.calls(work)
        tokens = by_sentence.prompt_tokens(model, work)
        again = len(work.asked) * (chosen.max_repairs + 1)  # the last try may be made in two parts
        return Plan(Strategy.SENTENCES, calls, tokens, calls + again + repairs)
    runs = chunks.prepare(model, work)
    most = 2 * len(runs) + len(work.asked) + repairs
    return Plan(Strategy.MAP_REDUCE, len(runs), sum(run.prompt_tokens for run in runs), most)


def _small(model: Model, options: Options) -> bool:
    if options.strategy is Strategy.AUTO:
        return model.ability is Ability.SMALL
    return options.strategy is Strategy.SENTENCES


def _work(
    article: Article,
    sentences: Sequence[Sentence],
    figures: Sequence[Figure],
    model: Model,
    options: Options,
    *,
    small: bool,
) -> Work:
    if not sentences:
        raise InputError(f"{article.origin} holds no sentence to translate.")
    glossary = Glossary.read(options.glossaries).for_article(article.text)
    limit = by_sentence.longest(model) if small else chunks.longest(model)
    material = Material(article.text, sentences, figures, glossary)
    return Work.of(material, pieces(article.text, sentences, model.count, limit))


def _made(work: Work, at: int) -> Made:
    made = work.made[at]
    assert made is not None
    return made


def _put_together(text: str, work: Work) -> tuple[str, tuple[Passage, ...]]:
    made = [_made(work, at) for at in range(len(work.pieces))]
    words = [
        f"{KEPT_MARK} {piece.body}" if one.state is PassageState.KEPT else one.text
        for piece, one in zip(work.pieces, made, strict=True)
    ]
    whole, spans = assembled(text, work.pieces, words)
    passages = (
        Passage(piece.sentence.id, piece.german, span, one.state, one.tries, one.faults)
        for piece, span, one in zip(work.pieces, spans, made, strict=True)
    )
    return whole, tuple(passages)


def _notes(passages: Sequence[Passage], mended: Mended, options: Options) -> tuple[str, ...]:
    kept = sum(p.state is PassageState.KEPT for p in passages)
    copied = sum(p.state is PassageState.COPIED for p in passages)
    said = f"{len(passages) - kept - copied:,} of {len(passages):,} passages were translated"
    said += f", {copied:,} had nothing to translate" if copied else ""
    said += f", {kept:,} stayed in German" if kept else ""
    notes = [f"{said}."]
    if mended.sent:
        rule = f" ({mended.by_rule:,} by writing the German's own figure in)" if mended.by_rule else ""
        left = len(mended.failing)
        fate = "are left in German" if options.strict else "are shown flagged"
        rest = f"; {left:,} {fate if left > 1 else fate.replace('are', 'is')}" if left else ""
        notes.append(
            f"{mended.sent:,} passages were sent back after the check; {mended.clean:,} came out clean{rule}{rest}."
            if mended.sent > 1
            else f"1 passage was sent back after the check; {mended.clean:,} came out clean{rule}{rest}."
        )
    unsound = [p for p in passages if p.faults and p.state is PassageState.TRANSLATED]
    notes += [f"The translation of {p.source} may be unsound: {'; '.join(p.faults)}." for p in unsound[:_SHOWN]]
    if len(unsound) > _SHOWN:
        notes.append(f"So may those of {len(unsound) - _SHOWN:,} more; --format json names them.")
    return tuple(notes)


def _doubts(text: str, work: Work, passages: Sequence[Passage]) -> tuple[str, ...]:
    kept = [p.source for p in passages if p.state is PassageState.KEPT]
    german = [p.source for p in passages if p.state is PassageState.TRANSLATED and reads_german(p.english.of(text))]
    told = [p.source for p in passages if p.source in work.material.addressed]
    lines = (
        (kept, "is left in German", "are left in German"),
        (german, "still reads as German", "still read as German"),
        (
            told,
            "reads as if spoken to the reader or a machine and not of the news; its translation stands in its place",
            "read as if spoken to the reader or a machine and not of the news; their translations stand in their place",
        ),
    )
    return tuple(f"{_named(ids)} {one if len(set(ids)) == 1 else many}." for ids, one, many in lines if ids)


def _named(ids: Sequence[str]) -> str:
    each = list(dict.fromkeys(ids))
    shown = ", ".join(each[:_SHOWN])
    return f"{shown} and {len(each) - _SHOWN:,} more" if len(each) > _SHOWN else shown
