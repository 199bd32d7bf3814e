"""The only composer: from an article to a checked report, one room after the other.

    >>> from summarizer.pipeline import verify
    >>> verify("Das kostet 1,1 Milliarden Euro.", "It costs 1.1 billion euros.").flagged
    False

`verify` is the right half of `summarize` alone: any German source against any English text. What a half needs is
imported by it, so that a check does not wait for the model's client. To add a step, add it here and nowhere else.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from summarizer import __version__, checking, figures, sentences
from summarizer.checking.lost import lost_nouns
from summarizer.checking.reading import Reading as SourceReading
from summarizer.checking.reading import read_source
from summarizer.data import (
    Article,
    Check,
    Citation,
    Draft,
    DraftSentence,
    Figure,
    PassageState,
    Provenance,
    Reading,
    Report,
    Sensitivity,
    Sentence,
    Span,
    TextKind,
    Verdict,
)
from summarizer.errors import InputError

if TYPE_CHECKING:
    from summarizer.checking.passages import Passages
    from summarizer.drafting import Options
    from summarizer.drafting.options import Progress as DraftProgress
    from summarizer.drafting.translation import TranslationResult
    from summarizer.llm import Model, Settings
    from summarizer.llm.model_file import Progress as FetchProgress

LONGEST = 500_000
"""Characters of an article to summarise: some 80,000 words. What is longer is a file of many articles, or a wrong one;
a check takes it."""

OnStep: TypeAlias = Callable[[str], None]
"""Told what is being done, a phrase a step."""


def verify(
    source: Article | str,
    target: str,
    *,
    kind: TextKind = TextKind.SUMMARY,
    sensitivity: Sensitivity = Sensitivity.DEFAULT,
    require_coverage: bool = False,
    fail_on: frozenset[Verdict] | None = None,
    flag_names: bool = True,
) -> Report:
    """Check every figure and name of the English ``target`` against the German ``source``.

    ``kind`` says whether the target may leave figures out; ``require_coverage`` flags what a summary leaves out, too.
    ``fail_on`` names the verdicts that count as flagged (None: all that are not accepted), ``flag_names`` whether
    names that the source does not hold do. Needs no model and no network, and takes any text: it never raises.
    """
    article = _with_order_remarked(_article(source), target)
    origin = read_source(article.text, "de")
    check = checking.check(
        origin,
        target,
        kind=kind,
        sensitivity=sensitivity,
        require_coverage=require_coverage,
        fail_on=fail_on,
    )
    return Report(
        article=article,
        sentences=origin.sentences,
        figures=origin.figures,
        target=target,
        target_sentences=_renamed(sentences.split(target, "en")),
        check=check if flag_names else _without_names_flagged(check),
        draft=None,
        provenance=Provenance(model=None, version=__version__),
    )


def order_remark(source: str, target: str) -> str | None:
    """A sentence where the languages of two texts are not what they should be: they are easily given crosswise."""
    from summarizer.language import surely

    found, held = surely(source), surely(target)
    german = held is not None and held.language == "de"
    if found is not None and found.language != "de":
        remark = f"It reads as {found.name}" + (", and the text held against it as German" if german else "")
        asked = "are the two files in the right order?" if found.language == "en" or german else "is it the right file?"
        return f"{remark}: {asked}"
    if german:
        return "It is held against a text that reads as German: are the two files in the right order?"
    if target.strip() and source.split() == target.split():  # too short to tell its language
        return "The text held against it is the same, word for word: is one of them in the wrong language?"
    return None


def _with_order_remarked(article: Article, target: str) -> Article:
    remark = order_remark(article.text, target)
    return article if remark is None else replace(article, notes=(remark, *article.notes))


def summarize(
    source: Article | str,
    *,
    settings: Settings | None = None,
    options: Options | None = None,
    source_language: str | None = None,
    sensitivity: Sensitivity = Sensitivity.DEFAULT,
    require_coverage: bool = False,
    progress: OnStep | None = None,
    model: Model | None = None,
) -> Report:
    """Have a model write a summary and a deal list of a German article, and check every figure of them.

    ``settings`` name the model (None: what the environment says, or the embedded one), ``options`` how it is asked. An
    open ``model`` is asked in their place and stays open: for many articles in a row.
    ``source_language`` "de" takes the article as German; without it the language is detected. ``progress`` is told
    each step. Raises `InputError` for a text that is not German or longer than `LONGEST`, `ModelError` where the model
    fails.
    """
    from summarizer import drafting
    from summarizer.drafting.terms import Glossary
    from summarizer.llm import prices

    tell = progress or _silent
    if options and options.glossaries:  # a file that can't be used is told before a model is fetched for it
        Glossary.read(options.glossaries)
    article = _german(_short_enough(_article(source)), source_language)
    with contextlib.nullcontext(model) if model is not None else opened(settings, tell) as asked:
        name, endpoint = asked.name, asked.endpoint
        origin = read_source(article.text, "de")  # after the model, which may not be there: a long text takes seconds
        checker = _Checker(origin, sensitivity, require_coverage)
        split, found = origin.sentences, origin.figures
        tell(f"asking {name} ({endpoint})")
        result = drafting.draft(
            article,
            split,
            found,
            asked,
            options or drafting.Options(),
            checker.draft,
            lambda now: tell(_drafting(now)),
            lost_nouns,
        )
    tell("checking every figure")
    provenance = Provenance(
        model=name,
        endpoint=endpoint,
        strategy=result.strategy.value,
        prompts=result.prompts,
        usage=result.usage,
        cost=prices.cost(name, endpoint, result.usage),
        version=__version__,
    )
    return _report(article, split, found, checker, result.draft, provenance)


def prepared(source: Article | str, source_language: str | None = None) -> tuple[Article, SourceReading]:
    """An article as `summarize` takes it up, its sentences and figures read: what is done before a model is asked.

    Raises `InputError` as `summarize` does.
    """
    article = _german(_short_enough(_article(source)), source_language)
    return article, read_source(article.text, "de")


@contextlib.contextmanager
def opened(settings: Settings | None = None, progress: OnStep | None = None) -> Iterator[Model]:
    """The model that ``settings`` name (None: as `summarize` has it), for as many articles as the context lasts.

    Raises `ModelError` where it can't be had.
    """
    from summarizer import tokens
    from summarizer.llm import Settings, open_model

    tell = progress or _silent
    tell("opening the model")
    chosen = settings or Settings.from_environment()
    with open_model(chosen, counter=tokens.counter, progress=lambda now: tell(_fetching(now))) as model:
        yield model


def recheck(
    source: Article,
    draft: Draft,
    provenance: Provenance,
    *,
    sensitivity: Sensitivity = Sensitivity.DEFAULT,
    require_coverage: bool = False,
) -> Report:
    """The report of a draft that was made before: its article is read and every figure checked anew."""
    origin = read_source(source.text, "de")
    checker = _Checker(origin, sensitivity, require_coverage)
    return _report(source, origin.sentences, origin.figures, checker, draft, provenance)


def translate(
    source: Article | str,
    *,
    settings: Settings | None = None,
    options: Options | None = None,
    source_language: str | None = None,
    sensitivity: Sensitivity = Sensitivity.DEFAULT,
    progress: OnStep | None = None,
    model: Model | None = None,
) -> Report:
    """Have a model translate a German article whole, in its own layout, and check every passage against its German.

    `Report.target` is the English text, `Report.translation` says which passage stands for which sentence; what the
    check flags has been sent back, at most ``options.max_repairs`` times. With ``options.strict`` what still fails is
    left in German behind a mark. Arguments and errors otherwise as for `summarize`.
    """
    from summarizer.checking.passages import Passages
    from summarizer.drafting import Options, translation
    from summarizer.drafting.terms import Glossary
    from summarizer.llm import prices

    tell = progress or _silent
    if options and options.glossaries:
        Glossary.read(options.glossaries)
    article = _german(_short_enough(_article(source)), source_language)
    with contextlib.nullcontext(model) if model is not None else opened(settings, tell) as asked:
        name, endpoint = asked.name, asked.endpoint
        origin = read_source(article.text, "de")
        passages = Passages(article.text, sensitivity)
        tell(f"asking {name} ({endpoint})")
        result = translation.translate_article(
            article,
            origin.sentences,
            origin.figures,
            asked,
            options or Options(),
            passages.check,
            lambda now: tell(_drafting(now)),
            lost_nouns,
        )
    tell("checking every figure")
    provenance = Provenance(
        model=name,
        endpoint=endpoint,
        strategy=result.strategy,
        prompts=result.prompts,
        usage=result.usage,
        cost=prices.cost(name, endpoint, result.usage),
        version=__version__,
    )
    return _translation_report(article, origin, passages, result, provenance)


def _translation_report(
    article: Article, origin: SourceReading, passages: Passages, result: TranslationResult, provenance: Provenance
) -> Report:
    from summarizer.checking.passages import joined

    made = result.translation.passages
    check = joined(
        (p.english.start, passages.check(p.german, p.english.of(result.text), p.source))
        for p in made
        if p.state is not PassageState.KEPT
    )
    paragraphs = {sentence.id: sentence.paragraph for sentence in origin.sentences}
    return Report(
        article=article,
        sentences=origin.sentences,
        figures=origin.figures,
        target=result.text,
        target_sentences=tuple(
            Sentence(f"T{number}", p.english, paragraphs[p.source]) for number, p in enumerate(made, 1)
        ),
        check=replace(check, doubts=result.doubts),
        draft=None,
        provenance=provenance,
        citations=tuple(Citation(p.english, (p.source,)) for p in made),
        translation=result.translation,
    )


@dataclass(frozen=True, slots=True)
class _Checker:
    """The check of one source, with the options of one run."""

    source: SourceReading
    """Held for as long as the article is in hand: other articles may be read while the model is waited for."""
    sensitivity: Sensitivity
    require_coverage: bool

    def draft(self, target: str, citations: Sequence[Citation]) -> Check:
        """What the drafting asks while it is at work: a part of the text, which must not cover everything."""
        return checking.check(self.source, target, sensitivity=self.sensitivity, omissions=False, citations=citations)

    def whole(self, target: str, citations: Sequence[Citation]) -> Check:
        """The finished text."""
        return checking.check(
            self.source,
            target,
            sensitivity=self.sensitivity,
            citations=citations,
            require_coverage=self.require_coverage,
        )

    def deal(self, line: str, evidence: tuple[str, ...]) -> Check:
        """A deal's line against the sentences it rests on; a deal need not mention what else they say."""
        return self.draft(line, (Citation(Span(0, len(line)), evidence),))


def _report(
    article: Article,
    split: tuple[Sentence, ...],
    found: tuple[Figure, ...],
    checker: _Checker,
    draft: Draft,
    provenance: Provenance,
) -> Report:
    from summarizer.drafting.wording import deal_line

    target, lines, citations = _target(draft)
    return Report(
        article=article,
        sentences=split,
        figures=found,
        target=target,
        target_sentences=lines,
        check=replace(checker.whole(target, citations), doubts=(*draft.doubts, *_missing(draft))),
        draft=draft,
        provenance=provenance,
        citations=citations,
        deal_checks=tuple(checker.deal(deal_line(deal), deal.evidence) for deal in draft.deals),
    )


def _missing(draft: Draft) -> tuple[str, ...]:
    # A text without figures is well by every rule of the check; one without a sentence is not.
    if any(sentence.text.strip() for sentence in draft.sentences):
        return ()
    return ("There is no summary: the model wrote no sentence, or none that could be kept.",)


def _target(draft: Draft) -> tuple[str, tuple[Sentence, ...], tuple[Citation, ...]]:
    """The text to check: headline and sentences, one a line, with what each rests on."""
    lines = [(_one_line(sentence), sentence.sources) for sentence in (draft.headline, *draft.sentences)]
    spans = list(_spans(text for text, _ in lines))
    return (
        "\n".join(text for text, _ in lines),
        tuple(Sentence(f"T{number}", span, number) for number, span in enumerate(spans, 1)),
        tuple(Citation(span, sources) for span, (_, sources) in zip(spans, lines, strict=True) if sources),
    )


def _spans(texts: Iterable[str]) -> Iterator[Span]:
    start = 0
    for text in texts:
        yield Span(start, start + len(text))
        start += len(text) + 1


def _one_line(sentence: DraftSentence) -> str:
    return " ".join(sentence.text.splitlines())


def _short_enough(article: Article) -> Article:
    if len(article.text) > LONGEST:
        name = "standard input" if article.origin == "-" else article.origin
        raise InputError(
            f"{name} holds {len(article.text):,} characters, too many for one article ({LONGEST:,} at most): "
            "give the article alone."
        )
    return article


def _german(article: Article, named: str | None) -> Article:
    if named is not None:
        return replace(article, language=named, language_probability=None)
    from summarizer.language import german_part, require_german

    if part := german_part(article.text):
        article = replace(article, text=part.text, notes=(*article.notes, part.note))
    detection = require_german(article.text, origin=article.origin)
    return replace(article, language=detection.language, language_probability=detection.probability)


_STAGES = {
    "translate": "translating",
    "notes": "taking notes of parts",
    "merge": "merging the notes",
    "summary": "writing the summary",
    "deals": "reading deals",
    "headline": "writing the headline",
    "repair": "repairing what was flagged",
}


def _drafting(now: DraftProgress) -> str:
    return f"{_STAGES.get(now.stage, now.stage)}: {now.done} of {now.total}"


def _fetching(now: FetchProgress) -> str:
    amount = f" {now.done / 1e6:,.0f} of {now.total / 1e6:,.0f} MB" if now.total else ""
    return f"model: {now.step.value}{amount}"


def _silent(_step: str) -> None:
    return


def read_figures(text: Article | str, *, language: str | None = None, indefinite: bool = False) -> Reading:
    """Every figure of a German or English text; ``language`` is "de", "en", or None to have it detected.

    A text that is too short to tell, or in neither language, is read as German, without a probability and with a note.
    Days named from the day it was written (gestern, two weeks ago) are dates: exact where the article says when it was
    published, else open. ``indefinite`` lists mehrere, several, a few too, as vague quantities.
    """
    article = _article(text)
    if language is None:
        from summarizer.language import for_figures

        language, probability, note = for_figures(article.text)
        notes = article.notes if note is None else (*article.notes, note)
        article = replace(article, language=language, language_probability=probability, notes=notes)
    return Reading(
        article,
        sentences.split(article.text, language),
        figures.find_dated(article.text, language, _day(article.published), indefinite=indefinite),
    )


def _day(published: str | None) -> date | None:
    try:
        return None if published is None else date.fromisoformat(published[:10])
    except ValueError:
        return None


def _article(text: Article | str) -> Article:
    return text if isinstance(text, Article) else Article(text)


def _renamed(found: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    # T1, T2 …: a report names sentences of both texts, and S1 is the source's.
    return tuple(replace(sentence, id=f"T{sentence.number}") for sentence in found)


def _without_names_flagged(check: Check) -> Check:
    return replace(check, names=tuple(replace(name, flagged=False) for name in check.names))
