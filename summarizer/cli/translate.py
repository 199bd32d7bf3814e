"""``summarizer translate``: German articles in, the whole of each in English out, checked passage by passage."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import asking, output, several
from summarizer.cli.options import (
    AllowPrivateOption,
    BaseUrlOption,
    ContextTokensOption,
    FolderOutputOption,
    FormatOption,
    GlossaryOption,
    ModelOption,
    ModelPathOption,
    NoCacheOption,
    SensitivityOption,
    TimeoutOption,
)
from summarizer.cli.progress import Progress
from summarizer.cli.summarize import Language
from summarizer.data import Article, Report, Sensitivity
from summarizer.errors import UsageError
from summarizer.reports import Content, Format, SideBySide

if TYPE_CHECKING:
    from summarizer.llm import Model


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
    glossary: GlossaryOption = None,
    sensitivity: SensitivityOption = Sensitivity.DEFAULT,
    strict: Annotated[
        bool,
        typer.Option("--strict", help="Leave in German, behind a mark, what is still flagged after repair."),
    ] = False,
    side_by_side: Annotated[
        bool, typer.Option("--side-by-side", help="Each paragraph beside its German, in a table.")
    ] = False,
    form: FormatOption = None,
    out: FolderOutputOption = None,
    allow_private: AllowPrivateOption = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress on standard error.")] = False,
) -> int:
    """Translate German articles whole, in their own layout, and check every figure of every passage.

    What the check flags is sent back, at most twice; what still fails is shown flagged. The model is found as for
    summarize. Exit code 1 where something is flagged or left in German.
    """
    plan = several.planned(articles, out, form, allow_private=allow_private)
    if side_by_side and output.form_of(plan.form, plan.path) is Format.JSON:
        raise UsageError("--side-by-side is for readers; json holds every passage with its German anyway.")

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
    options = drafting.Options(strict=strict, glossaries=tuple(glossary or ()))

    def report(article: Article, progress: Progress, shared: Model | None) -> Report:
        return pipeline.translate(
            article,
            settings=settings,
            options=options,
            source_language=source_lang and source_lang.value,
            sensitivity=sensitivity,
            progress=progress,
            model=shared,
        )

    def shown(made: Report) -> Content:
        return SideBySide(made) if side_by_side else made

    return asking.run(plan, settings, report, shown=shown, quiet=quiet)
