"""``summarizer brief``: German articles in, one checked English briefing out."""

from __future__ import annotations

import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from summarizer.cli import output
from summarizer.cli.options import (
    BaseUrlOption,
    ContextTokensOption,
    GlossaryOption,
    ModelOption,
    ModelPathOption,
    NoCacheOption,
    OutputOption,
    SensitivityOption,
    StrictOption,
    TimeoutOption,
)
from summarizer.cli.progress import Progress
from summarizer.cli.several import SOME_FAILED
from summarizer.cli.summarize import Language, Length
from summarizer.data import Sensitivity
from summarizer.errors import UsageError
from summarizer.reports import Format


class Form(StrEnum):
    """What a briefing can be written as."""

    TEXT = "text"
    MD = "md"
    HTML = "html"
    DOCX = "docx"
    JSON = "json"


_FORMS = tuple(Format(form.value) for form in Form)
_BINARY = frozenset(f".{form.value}" for form in Format if form.binary)


class Audience(StrEnum):
    """Whom it is for: decides the form."""

    MINISTER = "minister"
    ANALYST = "analyst"
    PRESS = "press"


def command(
    given: Annotated[
        list[str] | None,
        typer.Argument(metavar="INPUT…", help="Articles (files, folders, patterns, addresses, -), or JSON reports."),
    ] = None,
    feed: Annotated[
        list[str] | None,
        typer.Option(metavar="URL", help="An RSS or Atom feed whose articles to take; may be given repeatedly."),
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="WHEN", help="With --feed: how far back, as 24h, 7d, or a date.")
    ] = None,
    most: Annotated[int, typer.Option(min=1, metavar="N", help="With --feed: its newest N articles.")] = 20,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Let addresses lead into this machine or its own network.")
    ] = False,
    title: Annotated[str, typer.Option(metavar="TEXT", help="The briefing's title.")] = "Briefing",
    date: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="The briefing's date. Without it: today.")
    ] = None,
    length: Annotated[Length, typer.Option(help="How much of it all to tell.")] = Length.MEDIUM,
    audience: Annotated[
        Audience,
        typer.Option(
            help="minister: one page; analyst: with the German cited and all of the check; press: with the outlets."
        ),
    ] = Audience.MINISTER,
    template: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="A Jinja template of your own for the form; docs/briefing.md says what it gets."
        ),
    ] = None,
    by_rule: Annotated[
        bool, typer.Option("--by-rule", help="Order the briefing by rule, even where the model could.")
    ] = False,
    model: ModelOption = None,
    base_url: BaseUrlOption = None,
    model_path: ModelPathOption = None,
    context_tokens: ContextTokensOption = None,
    timeout: TimeoutOption = None,
    no_cache: NoCacheOption = False,
    source_lang: Annotated[
        Language | None, typer.Option(help="Take the articles' language as given instead of detecting it.")
    ] = None,
    glossary: GlossaryOption = None,
    sensitivity: SensitivityOption = Sensitivity.DEFAULT,
    strict: StrictOption = False,
    form: Annotated[
        Form | None,
        typer.Option("--format", "-f", help="How to write it. Without it: as FILE's ending says, else text."),
    ] = None,
    out: OutputOption = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress on standard error.")] = False,
) -> int:
    """Brief a decision-maker in English from several German articles, every figure checked against its article.

    Bottom line, developments by theme, one deal table, what to watch, sources. A JSON report of a summary made before
    is taken as it stands, checked anew, and costs no model call. Exit code 5 where an input could not be used and the
    briefing was made of the rest, 1 where something is flagged.
    """
    if template is not None and form is not None:
        raise UsageError("--template takes the place of --format; give one of the two.")
    names = tuple(given or ())
    asked = Format(form.value) if form else None
    path = output.writable(out, inputs=names, form=Format.TEXT if template else asked, forms=_FORMS)
    if template and path is not None and path.suffix.lower() in _BINARY:
        raise UsageError(
            f"A template gives text, and {path} would be taken for another kind of file; end it otherwise."
        )

    from summarizer import drafting, inputs
    from summarizer.briefing import Choices, brief, encode, gather
    from summarizer.briefing import template as own
    from summarizer.briefing.records import Audience as Reader
    from summarizer.llm import Settings

    text = own.read(template) if template else ""
    if template:
        own.check(text, template.name)
    if since is not None and not feed:
        raise UsageError("--since goes with --feed.")
    choices = Choices(
        title=title,
        length=drafting.Length(length.value),
        audience=Reader(audience.value),
        today=_day(date),
        drafts=drafting.Options(strict=strict, glossaries=tuple(glossary or ())),
        source_language=source_lang and source_lang.value,
        sensitivity=sensitivity,
        by_rule=by_rule,
        ask_editor=not by_rule and (model is not None or base_url is not None or model_path is not None),
    )
    settings = Settings.from_environment(
        model=model,
        base_url=base_url,
        model_path=model_path,
        context_tokens=context_tokens,
        timeout=timeout,
        cache=not no_cache,
    )
    with Progress(quiet=quiet) as progress:
        if feed:
            progress("reading feeds")
        found = gather(
            names,
            feed or (),
            since=inputs.moment(since) if since else None,
            most=most,
            allow_private=allow_private,
            stdin=sys.stdin.buffer,
        )
        found = replace(found, names=_others(found.names, path))
        made = brief(found, settings=settings, choices=choices, progress=progress)
    chosen = Format.TEXT if template else output.form_of(asked, path, forms=_FORMS)
    if template:
        data = own.render(made, text, template.name).encode("utf-8", errors="replace")
    else:
        data = encode(made, chosen, output.screen() if path is None and chosen is Format.TEXT else None)
    if path is None:
        output.show_bytes(data, chosen)
    else:
        output.write_bytes(path, data, quiet=quiet)
    return SOME_FAILED if made.unread else int(made.flagged)


def _others(names: tuple[str, ...], out: Path | None) -> tuple[str, ...]:
    """The inputs without the briefing of the last time, which may stand in the folder it is made from."""
    if out is None or not out.exists():
        return names
    return tuple(name for name in names if not (Path(name).exists() and out.samefile(name)))


def _day(date: str | None) -> str:
    import datetime

    if date is None:
        return ""
    try:
        return datetime.date.fromisoformat(date).isoformat()
    except ValueError:
        raise UsageError(f"--date {date} is no date; write it as 2026-05-18.") from None
