"""``summarizer figures``: every figure of a text, as a value."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import partial
from typing import Annotated, Any

import typer

from summarizer.cli import several, stream
from summarizer.cli.options import AllowPrivateOption, FolderOutputOption, FormatOption, JobsOption
from summarizer.data import Article
from summarizer.errors import InputError, UsageError
from summarizer.reports import Content


class Language(StrEnum):
    """Languages whose figures can be read."""

    DE = "de"
    EN = "en"


def command(
    texts: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE...", help="The texts: files, folders, patterns, addresses, or -."),
    ] = None,
    lang: Annotated[Language | None, typer.Option(help="The text's language. Without it: detected.")] = None,
    form: FormatOption = None,
    out: FolderOutputOption = None,
    allow_private: AllowPrivateOption = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Nothing on standard error but errors: not where results were put.")
    ] = False,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help='Answer rows {"id", "lang", "text"} of standard input, one a line.')
    ] = False,
    vague: Annotated[
        bool, typer.Option("--vague", help="List mehrere, einige, several, a few too, as vague quantities.")
    ] = False,
    jobs: JobsOption = 1,
) -> int:
    """List every figure of a German or English text with its value, unit, qualifier and place."""
    if jsonl:
        if texts or out is not None:
            raise UsageError("With --jsonl rows come from standard input and go to standard output: name no files.")
        return stream.exit_code(stream.run(partial(_answer, vague=vague), jobs=jobs), fail_on_flags=False)
    if not texts:
        raise UsageError("figures needs a FILE (or - for standard input), or --jsonl; see summarizer figures --help.")
    if jobs != 1:
        raise UsageError("--jobs is for --jsonl; texts given by name are read in one process.")
    plan = several.planned(texts, out, form, allow_private=allow_private)

    from summarizer import pipeline

    def work(article: Article) -> tuple[Content, bool]:
        return pipeline.read_figures(article, language=lang and lang.value, indefinite=vague), False

    return several.run(plan, work, quiet=quiet)


def _answer(row: dict[str, Any], *, vague: bool = False) -> dict[str, Any]:
    # At module level, so that it can be sent to other processes.
    from summarizer import figures

    text, language = row.get("text"), row.get("lang", Language.DE.value)
    if not isinstance(text, str):
        raise InputError('the row has no "text" that is a string')
    if language not in set(Language):
        raise InputError('"lang" must be "de" or "en"')
    found = figures.find_dated(text, language, _written(row.get("published")), indefinite=vague)
    return {"id": row.get("id"), "figures": [figures.row(figure) for figure in found]}


def _written(published: object) -> date | None:
    if published is None:
        return None
    try:
        return date.fromisoformat(str(published)[:10])
    except ValueError:
        raise InputError('"published" must be an ISO date, such as 2025-11-06') from None
