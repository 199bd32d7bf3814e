"""``summarizer verify``: is every figure of an English text borne out by its German source?"""

from __future__ import annotations

import sys
from enum import StrEnum
from functools import partial
from typing import Annotated, Any

import typer

from summarizer.cli import output, stream
from summarizer.cli.options import (
    AllowPrivateOption,
    CoverageOption,
    FailOn,
    FailOnOption,
    FormatOption,
    JobsOption,
    OutputOption,
    SensitivityOption,
    parse_fail_on,
)
from summarizer.cli.streams import say
from summarizer.data import Article, Sensitivity, TextKind
from summarizer.errors import UsageError


class SourceLanguage(StrEnum):
    """Languages of texts that English can be checked against."""

    DE = "de"


def command(
    source: Annotated[
        str | None, typer.Argument(metavar="SOURCE", help="The German text: a file, an address, or -.")
    ] = None,
    target: Annotated[
        str | None, typer.Argument(metavar="TARGET", help="The English text: a file, an address, or -.")
    ] = None,
    more: Annotated[list[str] | None, typer.Argument(hidden=True)] = None,
    kind: Annotated[
        TextKind, typer.Option(help="A summary may leave figures out; a translation must carry each, in its place.")
    ] = TextKind.SUMMARY,
    sensitivity: SensitivityOption = Sensitivity.DEFAULT,
    require_coverage: CoverageOption = False,
    fail_on: FailOnOption = None,
    source_lang: Annotated[
        SourceLanguage | None, typer.Option(help="Take the source's language as given instead of detecting it.")
    ] = None,
    form: FormatOption = None,
    out: OutputOption = None,
    allow_private: AllowPrivateOption = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing: the exit code says it.")] = False,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help='Answer rows {"id", "source", "target"} of standard input, one a line.')
    ] = False,
    jobs: JobsOption = 1,
    ray: Annotated[
        str | None,
        typer.Option(
            "--ray", metavar="ADDRESS", help="Spread the rows of --jsonl over a Ray cluster: auto, HOST:PORT or local."
        ),
    ] = None,
) -> int:
    """Check every figure and name of an English text against the German text it was made from.

    Needs no model and no network. Exit code 1 where something is flagged. With --jsonl each row's answer says it, and
    the exit code is 0 unless --fail-on is given, or 3 where a row can't be read.
    """
    flags = parse_fail_on(fail_on)
    require_coverage = require_coverage or flags.omitted
    if jsonl:
        if source is not None or out is not None:
            raise UsageError("With --jsonl rows come from standard input and go to standard output: name no files.")
        answer = partial(_answer, kind, sensitivity, require_coverage, flags)
        rows = stream.run(answer, jobs=jobs, spread=_over(ray) if ray else None)
        return stream.exit_code(rows, fail_on_flags=fail_on is not None)
    if source is None or target is None:
        raise UsageError("verify needs two texts, SOURCE and TARGET, or --jsonl; see summarizer verify --help.")
    _only_two(source, target, *(more or ()))
    if ray is not None:
        raise UsageError("--ray is for --jsonl; two texts are checked in one process.")
    if jobs != 1:
        raise UsageError("--jobs is for --jsonl; two texts are checked in one process.")
    if source == target == "-":
        raise UsageError("Only one of SOURCE and TARGET can be standard input.")
    path = output.writable(out, inputs=(source, target), form=form)

    from summarizer import inputs, pipeline

    german, english = (inputs.read(name, sys.stdin.buffer, allow_private=allow_private) for name in (source, target))
    if source_lang is None:
        from summarizer.language import refuse_foreign

        refuse_foreign(german.text, origin=german.origin)
    if not quiet:
        _remark(german, english)
    report = pipeline.verify(
        german,
        english.text,
        kind=kind,
        sensitivity=sensitivity,
        require_coverage=require_coverage,
        fail_on=flags.verdicts,
        flag_names=flags.names,
    )
    if path is not None:
        output.write(path, report, output.form_of(form, path), quiet=quiet)
    elif not quiet:
        output.show(report, output.form_of(form, None))
    return int(report.flagged)


def _only_two(source: str, target: str, *more: str) -> None:
    """Raises `UsageError` for what can't be one text and another: more names, folders, patterns."""
    from summarizer import inputs

    many = "verify takes two texts, a German and an English one"
    if more:
        raise UsageError(f"{many}, and {len(more) + 2} are named; for many pairs there is --jsonl.")
    for name in (source, target):
        if inputs.means_many(name):
            raise UsageError(
                f"{many}, and {name} is a folder or a pattern; name a file, or use --jsonl for many pairs."
            )


def _over(address: str) -> stream.Spread:
    from summarizer.batch.engines import ray_rows

    return partial(ray_rows.in_order, address=address)


def _remark(german: Article, english: Article) -> None:
    """Say on standard error, before the result, what its reader must know of the two texts."""
    from summarizer.pipeline import order_remark

    if remark := order_remark(german.text, english.text):
        say(f"summarizer: {german.origin}: {remark}")
    for note in english.notes:
        say(f"summarizer: {english.origin}: {note}")


def _answer(
    kind: TextKind, sensitivity: Sensitivity, require_coverage: bool, flags: FailOn, row: dict[str, Any]
) -> dict[str, Any]:
    # At module level and without a closure, so that it can be sent to other processes.
    from summarizer.checking import jsonl_row

    return jsonl_row(row, kind=kind, sensitivity=sensitivity, require_coverage=require_coverage, fail_on=flags.verdicts)
