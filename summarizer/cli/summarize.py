"""``summarizer summarize``: a German article in, a checked English summary and deal list out."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import asking, several
from summarizer.cli.options import (
    AllowPrivateOption,
    BaseUrlOption,
    ContextTokensOption,
    CoverageOption,
    FolderOutputOption,
    FormatOption,
    GlossaryOption,
    ModelOption,
    ModelPathOption,
    NoCacheOption,
    SensitivityOption,
    StrictOption,
    TimeoutOption,
)
from summarizer.cli.progress import Progress
from summarizer.data import Article, Report, Sensitivity
from summarizer.errors import UsageError

if TYPE_CHECKING:
    from summarizer.llm import Model


class Language(StrEnum):
    """Languages of articles that can be summarised."""

    DE = "de"


# Copies of the enums of `summarizer.drafting`, because importing that takes longer than showing a help text; a test
# holds them equal.
class Length(StrEnum):
    """How long the summary should be."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


class Strategy(StrEnum):
    """How the article is put to the model."""

    AUTO = "auto"
    WHOLE = "whole"
    MAP_REDUCE = "map-reduce"
    SENTENCES = "sentences"


def command(
    articles: Annotated[
        list[str],
        typer.Argument(metavar="ARTICLE...", help="German articles: files, folders, patterns, addresses, or -."),
    ],
    model: ModelOption = None,
    base_url: BaseUrlOption = None,
    model_path: ModelPathOption = None,
    context_tokens: ContextTokensOption = None,
    timeout: TimeoutOption = None,
    no_cache: NoCacheOption = False,
    source_lang: Annotated[
        Language | None, typer.Option(help="Take the article's language as given instead of detecting it.")
    ] = None,
    length: Annotated[Length, typer.Option(help="About 4, 8 or 16 sentences.")] = Length.MEDIUM,
    strategy: Annotated[
        Strategy,
        typer.Option(
            help="How the model is asked: the whole article at once, chunk by chunk, or sentence by sentence; "
            "auto: what suits the model and the article."
        ),
    ] = Strategy.AUTO,
    glossary: GlossaryOption = None,
    sensitivity: SensitivityOption = Sensitivity.DEFAULT,
    require_coverage: CoverageOption = False,
    strict: StrictOption = False,
    form: FormatOption = None,
    out: FolderOutputOption = None,
    allow_private: AllowPrivateOption = False,
    show: Annotated[bool, typer.Option("--show", help="With -o: show the result on the screen as well.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress on standard error.")] = False,
) -> int:
    """Summarise German articles in English, list their deals, and check every figure against the German.

    The model is the endpoint of OPENAI_API_KEY, OPENAI_BASE_URL or --base-url; without any of these, the embedded
    model, which runs on this machine and is fetched at first use. Exit code 1 where something is flagged.
    """
    if show and out is None:
        raise UsageError("--show goes with -o; without -o the result is shown anyway.")
    plan = several.planned(articles, out, form, allow_private=allow_private)

    from summarizer import drafting, pipeline
    from summarizer.llm import Settings

    settings = Settings.from_environment(
        model=model,
        base_url=base_url,
        model_path=model_path,
        context_tokens=context_tokens,
        timeout=timeout,
        cache=not no_cache,
    )
    options = drafting.Options(
        strategy=drafting.Strategy(strategy.value),
        length=drafting.Length(length.value),
        strict=strict,
        glossaries=tuple(glossary or ()),
    )

    def report(article: Article, progress: Progress, shared: Model | None) -> Report:
        return pipeline.summarize(
            article,
            settings=settings,
            options=options,
            source_language=source_lang and source_lang.value,
            sensitivity=sensitivity,
            require_coverage=require_coverage,
            progress=progress,
            model=shared,
        )

    return asking.run(plan, settings, report, quiet=quiet, show=show)
