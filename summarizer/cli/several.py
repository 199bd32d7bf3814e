"""One input or many: each is read, worked on and written by itself, and a bad one among many does not stop the rest.

With one input, its error is the command's. With several, each error is a line on standard error, and the exit code
says that some failed (5) or, where all did, why the first one did. A model that can't be reached ends the run: the
others would fail the same way.
"""

from __future__ import annotations

import hashlib
import logging
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from summarizer.cli import output
from summarizer.cli.boundary import one_line
from summarizer.cli.streams import say
from summarizer.data import Article
from summarizer.errors import EndpointError, SummarizerError, UsageError
from summarizer.reports import Content, Format

SOME_FAILED = 5
"""Exit code: some of several inputs failed."""

Work: TypeAlias = Callable[[Article], tuple[Content, bool]]
"""From an article to what is to be written of it, and whether anything in it is flagged."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What is to be read, and where the results go."""

    names: tuple[str, ...]
    form: Format | None
    path: Path | None
    """A file, for the only input; None for the screen."""
    folder: Path | None = None
    """Where each input gets a file of its own."""
    allow_private: bool = False

    @property
    def several(self) -> bool:
        """Whether there may be more than one result."""
        return len(self.names) > 1 or self.folder is not None


def planned(names: Sequence[str], out: Path | None, form: Format | None, *, allow_private: bool) -> Inputs:
    """What ``names`` lead to, once it is sure that the results can be written.

    ``out`` is a file for one input, a folder for several (made if it is not there) or for one. Raises `UsageError`
    where it is neither or named like the other, `InputError` for a folder or pattern without inputs.
    """
    from summarizer import inputs

    found = inputs.gather(names)
    to_folder = out is not None and (out.is_dir() or len(found) > 1)
    if not to_folder and len(found) == 1:
        return Inputs(found, form, output.writable(out, inputs=found, form=form), None, allow_private)
    if out is None:
        if form not in (None, Format.TEXT):
            raise UsageError(f"Several inputs can't share one {form} on standard output; name a folder with -o.")
        return Inputs(found, form, None, None, allow_private)
    return Inputs(found, form, None, _folder(out), allow_private)


def _folder(path: Path) -> Path:
    if not path.exists():
        output.folder_named(path)
    try:
        path.mkdir(exist_ok=True)
    except FileExistsError:
        raise UsageError(
            f"The output {path} is a file, and several inputs need a folder; choose another name."
        ) from None
    except OSError as problem:
        raise UsageError(f"The folder {path} can't be made ({problem.strerror}); choose another place.") from None
    if not os.access(path, os.W_OK):
        raise UsageError(f"The folder {path} can't be written; choose another place for the output.")
    return path


def run(plan: Inputs, work: Work, *, quiet: bool = False, show: bool = False) -> int:
    """Do ``work`` on each input and write or show what comes of it; the exit code. ``show`` shows what is written."""
    if not plan.several:
        return int(_one(plan, plan.names[0], work, quiet=quiet, show=show))
    failures: list[SummarizerError] = []
    flagged = False
    for name in plan.names:
        try:
            flagged |= _one(plan, name, work, quiet=quiet, show=show)
        except (EndpointError, UsageError) as problem:
            done = plan.names.index(name) - len(failures)
            say(f"summarizer: {done} of {len(plan.names)} inputs were done before this:")
            raise problem
        except SummarizerError as problem:
            failures.append(problem)
            say(f"summarizer: {one_line(str(problem))}")
    if not failures:
        return int(flagged)
    say(f"summarizer: {len(failures)} of {len(plan.names)} inputs failed.")
    return failures[0].exit_code if len(failures) == len(plan.names) else SOME_FAILED


def _one(plan: Inputs, name: str, work: Work, *, quiet: bool, show: bool) -> bool:
    from summarizer import inputs

    article = inputs.read(name, sys.stdin.buffer, allow_private=plan.allow_private)
    logging.getLogger("summarizer.inputs").info(
        "read", extra={"origin": article.origin, "characters": len(article.text), "notes": article.notes}
    )
    content, flagged = work(article)
    form = output.form_of(plan.form, plan.path)
    path = plan.path if plan.folder is None else plan.folder / file_name(article, form)
    if path is not None:
        output.write(path, content, form, quiet=quiet)
    if path is None or show:
        if plan.several:
            sys.stdout.write(f"==> {one_line(name)} <==\n\n")
        output.show(content, form if path is None else Format.TEXT)
        if plan.several:
            sys.stdout.write("\n")
    return flagged


def file_name(article: Article, form: Format) -> str:
    """What an article's result is called in a folder: after its file or its title, and never another article's.

    A hash of where it is from makes it its own: the same input gets the same name in every run, and ``a/1.txt`` does
    not overwrite what came of ``b/1.txt``.
    """
    from summarizer.batch.naming import slug

    local = article.url is None and article.origin != "-"
    title = Path(article.origin).stem if local else article.title or article.url or "article"
    where = str(Path(article.origin).absolute()) if local else article.url or article.text
    mark = hashlib.sha256(where.encode("utf-8", errors="replace")).hexdigest()[:8]
    ending = "txt" if form is Format.TEXT else form.value
    return f"{slug(title) or 'article'}-{mark}.{ending}"
