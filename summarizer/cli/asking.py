"""The model of a command that works on one article or on many: one for all of them, opened when it is first needed.

With one article the library opens it itself, after it has read the article; with many it would do so for each, and an
embedded model takes seconds to start.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from summarizer.cli import several
from summarizer.cli.progress import Progress
from summarizer.data import Article, Report
from summarizer.reports import Content

if TYPE_CHECKING:
    from summarizer.llm import Model, Settings


def run(
    plan: several.Inputs,
    settings: Settings,
    report: Callable[[Article, Progress, Model | None], Report],
    *,
    shown: Callable[[Report], Content] = lambda made: made,
    quiet: bool,
    show: bool = False,
) -> int:
    """Have ``report`` made of every input of the plan, and written as ``shown`` has it; returns the exit code."""
    with Progress(quiet=quiet) as progress, _shared(plan, settings, progress) as model:

        def work(article: Article) -> tuple[Content, bool]:
            made = report(article, progress, model())
            progress.clear()
            return shown(made), made.flagged

        return several.run(plan, work, quiet=quiet, show=show)


@contextlib.contextmanager
def _shared(plan: several.Inputs, settings: Settings, progress: Progress) -> Iterator[Callable[[], Model | None]]:
    from summarizer import pipeline

    with contextlib.ExitStack() as held:
        opened: list[Model] = []

        def model() -> Model | None:
            if plan.several and not opened:
                opened.append(held.enter_context(pipeline.opened(settings, progress)))
            return opened[0] if opened else None

        yield model
