"""A briefing through a user's own template: its form, not its facts.

The template (Jinja) is run in a sandbox that can't change what it is given, load other files or reach Python. It gets
the data of `tree`, with ``{{ statement.marked }}`` beside ``statement.text``: the text with ⚠ before whatever is
flagged. A template whose name ends in ``.html`` (before ``.j2`` or ``.jinja``) has everything escaped as HTML; all
others as Markdown, or not at all for ``.txt``. docs/briefing.md lists the variables.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from summarizer.briefing.records import Briefing
from summarizer.briefing.tree import tree
from summarizer.errors import UsageError
from summarizer.reports.blocks import unmarked, visible

LARGEST = 1_000_000
"""Bytes of a template."""
_OWN_ENDINGS = frozenset({".j2", ".jinja", ".jinja2", ".tmpl"})


def read(path: Path) -> str:
    """The template's text. Raises `UsageError` where it can't be read."""
    try:
        data = path.read_bytes()
    except OSError as problem:
        raise UsageError(f"The template {path} can't be read ({problem.strerror}): check the path.") from None
    if len(data) > LARGEST:
        raise UsageError(f"The template {path} is larger than {LARGEST // 1000:,} kB.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"The template {path} is no UTF-8 text: save it again as UTF-8.") from None


def render(briefing: Briefing, template: str, name: str) -> str:
    """The briefing in the form of ``template``, called ``name``, a line end at its end.

    Raises `UsageError`, one sentence with the line, for a template that is wrong or asks for what there is not.
    """
    form = _form(name)
    try:
        return _environment(form).from_string(template).render(_shown(tree(briefing))).rstrip("\n") + "\n"
    except TemplateError as problem:
        at = getattr(problem, "lineno", None)
        where = f", line {at}" if at else ""
        raise UsageError(f"The template {name}{where}: {_one_line(problem)}.") from None
    except (
        TypeError,
        ValueError,
        ArithmeticError,
        AttributeError,
        LookupError,
        RecursionError,
        OverflowError,
    ) as problem:
        raise UsageError(f"The template {name} fails: {_one_line(problem)}.") from None


def check(template: str, name: str) -> None:
    """Raise `UsageError` for a template that can't be parsed: told before the work, not after it."""
    try:
        _environment(_form(name)).parse(template)
    except TemplateError as problem:
        at = getattr(problem, "lineno", None)
        raise UsageError(f"The template {name}{f', line {at}' if at else ''}: {_one_line(problem)}.") from None


def _form(name: str) -> str:
    path = Path(name)
    while path.suffix.lower() in _OWN_ENDINGS:
        path = path.with_suffix("")
    return {".html": "html", ".htm": "html", ".txt": "text"}.get(path.suffix.lower(), "md")


def _environment(form: str) -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        autoescape=form == "html",
        finalize=_FINALIZERS[form],
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _shown(value: Any) -> Any:
    """The data with nothing in it that acts on a terminal, and each statement's text with its flags marked."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, list):
        return [_shown(each) for each in value]
    if isinstance(value, dict):
        shown = {key: _shown(each) for key, each in value.items()}
        if "flags" in value:
            shown["marked"] = _marked(value["text"], value["flags"])
        return shown
    return value


def _marked(text: str, flags: list[dict[str, int]]) -> str:
    parts, position = [], 0
    for flag in flags:
        parts += [visible(text[position : flag["start"]]), "⚠ "]
        position = flag["start"]
    return "".join([*parts, visible(text[position:])])


def _markdown(value: Any) -> Any:
    from summarizer.reports import md

    if not isinstance(value, str):
        return value
    return "⚠".join(md.escape(part) for part in value.split("⚠"))


def _plain(value: Any) -> Any:
    return unmarked(value) if isinstance(value, str) and "⚠" not in value else value


def _html(value: Any) -> Any:
    return value


_FINALIZERS: dict[str, Callable[[Any], Any]] = {"html": _html, "md": _markdown, "text": _plain}


def _one_line(problem: Exception) -> str:
    return " ".join(str(problem).split()).rstrip(".")[:200] or type(problem).__name__
