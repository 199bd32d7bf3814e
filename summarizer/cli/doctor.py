"""``summarizer doctor``: what is installed, which model answers, whether a key is found, what runs without a network.

It reads, opens and asks what a summary would, so that what it says is what will happen; nothing is downloaded. Keys are
found or not; none is shown.
"""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from summarizer import configuration
from summarizer.cli.boundary import one_line
from summarizer.cli.config import key_found
from summarizer.cli.everywhere import Everywhere
from summarizer.cli.options import BaseUrlOption, ModelOption, ModelPathOption
from summarizer.errors import ModelError, SummarizerError

if TYPE_CHECKING:
    from summarizer.llm import Settings

_EXTRAS = (("xllamacpp", "embedded", "the embedded model"), ("ray", "ray", "batches over several machines"))
_QUESTION = "Answer with one word: what is the capital of Germany?"
_ENOUGH_TOKENS = 512
"""For one word, and for models that think before they say it."""


class Line(NamedTuple):
    """One thing looked at."""

    what: str
    found: str
    well: bool = True


def command(
    context: typer.Context,
    model: ModelOption = None,
    base_url: BaseUrlOption = None,
    model_path: ModelPathOption = None,
    no_ask: Annotated[
        bool, typer.Option("--no-ask", help="Don't ask the model anything: no network, no cost.")
    ] = False,
) -> int:
    """Say what is installed, which model answers, whether a key is found, and what runs without a network.

    Exit code 0 where the model answers, 4 where it does not.
    """
    whole = context.obj if isinstance(context.obj, Everywhere) else Everywhere()
    well = True
    for line in _lines(whole.profile, model, base_url, model_path, ask=not no_ask):
        typer.echo(f"{'ok' if line.well else '!!'}  {line.what:<10}  {one_line(line.found)}")
        well &= line.well
    return 0 if well else ModelError.exit_code


def _lines(
    profile: str | None, model: str | None, base_url: str | None, model_path: Path | None, *, ask: bool
) -> Iterator[Line]:
    from summarizer.llm import Settings

    yield Line("summarizer", f"{version('summarizer-de-en')}, Python {platform.python_version()}, {platform.system()}")
    yield from (Line("extra", _extra(*extra)) for extra in _EXTRAS)
    yield Line("settings", _files(profile))
    yield Line("key", ", ".join(key_found(configuration.load("doctor", profile))))
    try:
        settings = Settings.from_environment(model=model, base_url=base_url, model_path=model_path, cache=False)
    except SummarizerError as problem:
        yield Line("model", str(problem), well=False)
        return
    yield _model(settings, ask=ask)
    yield Line("offline", _offline())
    yield _cache()


def _extra(package: str, extra: str, purpose: str) -> str:
    try:
        return f"{package} {version(package)}, for {purpose}"
    except PackageNotFoundError:
        return f"{package} is not installed; for {purpose}: pip install 'summarizer-de-en[{extra}]'"


def _files(profile: str | None) -> str:
    files = (configuration.PROJECT, configuration.user_file())
    there = [str(path) for path in files if path.is_file()]
    named = f"; profile {profile}" if profile else ""
    return (", ".join(there) or "no files, all as it comes") + named


def _model(settings: Settings, *, ask: bool) -> Line:
    from summarizer import pipeline

    if not ask:
        where = "the embedded model" if settings.embedded else f"{settings.model or 'its only model'} at an endpoint"
        return Line("model", f"{where}, not asked")
    start = time.monotonic()
    try:
        with pipeline.opened(replace(settings, fetch=False)) as opened:
            reply = opened.write([{"role": "user", "content": _QUESTION}], max_tokens=_ENOUGH_TOKENS)
            seconds = time.monotonic() - start
            return Line(
                "model",
                f"{opened.name} ({opened.endpoint}) answers: {one_line(reply.value)[:40]!r} after {seconds:.1f} s; "
                f"{opened.context_tokens:,} tokens of context, {opened.ability.value}",
            )
    except SummarizerError as problem:
        return Line("model", str(problem), well=False)


def _offline() -> str:
    from summarizer.llm import model_file

    always = "verify, figures"
    try:
        version("xllamacpp")
    except PackageNotFoundError:
        return always
    if not model_file.status().present:
        return f"{always}; the rest once the embedded model is here: summarizer model fetch"
    return f"{always}; summarize, translate, brief and batch with the embedded model"


def _cache() -> Line:
    from summarizer.llm import cache

    folder = cache.location().parent
    nearest = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    if os.access(nearest, os.W_OK):
        return Line("cache", str(folder))
    return Line("cache", f"{folder} can't be written: answers are not kept")
