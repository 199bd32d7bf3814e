"""Prompts as files: ``prompts/<verb_noun>/{system,user}.md``, their variables declared and checked when loaded.

A file may open with a header between two lines of ``---`` that declares what it takes::

    ---
    variables: article, length
    ---
    Summarise this: {{article}}

A variable that is used and not declared, or declared and not used, fails at load; one that is missing or unknown in a
call is named in the error. Values are put in in one pass, so that ``{{length}}`` inside an article stays as it is.
Between the two may stand ``examples.md``: what was asked and answered in turn, as a chat that went before, parted by
lines of ``===``; a small model follows what it seems to have answered itself better than what it is told.
To add a prompt, add a folder; nothing else knows their list. They ship as ``summarizer/_prompts`` in the wheel and
stand in ``prompts/`` at the top of a checkout.
"""

from __future__ import annotations

import functools
import hashlib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypedDict

_VARIABLE = re.compile(r"\{\{([a-z_]+)\}\}")
_HEADER = re.compile(r"\A---\n(?P<header>.*?)\n---\n", re.S)
_NAME = re.compile(r"[a-z]+(?:_[a-z]+)*")
_ROLES: tuple[Literal["system"], Literal["user"]] = ("system", "user")
_EXAMPLES = "examples.md"
_BETWEEN = re.compile(r"\n===\n")
_FENCE_DIGITS = 10


class PromptError(ValueError):
    """A prompt's files, or the values given to it, don't fit together: a mistake in the program, not in its input."""


class Message(TypedDict):
    """One message of a chat, as the OpenAI protocol has it."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Template:
    """One message: its text, and the variables it declares."""

    role: Literal["system", "user", "assistant"]
    text: str
    variables: frozenset[str]

    def fill(self, values: dict[str, str]) -> str:
        """The text with ``values`` in place, each put in once and never searched again."""
        return _VARIABLE.sub(lambda match: values[match[1]], self.text)


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt ready to be filled in."""

    name: str
    templates: tuple[Template, ...]
    """In the order of the chat: the system's, the examples, what is asked."""
    digest: str
    """First 12 hex digits of the SHA-256 of its files: changes when a word of the prompt does."""

    @property
    def variables(self) -> frozenset[str]:
        """All that a call must give."""
        return frozenset[str]().union(*(template.variables for template in self.templates))

    def messages(self, **variables: str) -> list[Message]:
        """The chat, system message first. Raises `PromptError` naming what is missing or unknown."""
        if missing := sorted(self.variables - variables.keys()):
            raise PromptError(f"prompt {self.name} needs a value for {', '.join(missing)}")
        if unknown := sorted(variables.keys() - self.variables):
            raise PromptError(f"prompt {self.name} knows no {', '.join(unknown)}")
        return [Message(role=template.role, content=template.fill(variables)) for template in self.templates]


@functools.cache
def load(name: str) -> Prompt:
    """The prompt ``name`` (a folder of `folder()`). Raises `PromptError` where its files are missing or unsound."""
    home = folder() / name
    if not _NAME.fullmatch(name) or not home.is_dir():
        raise PromptError(f"there is no prompt {name!r} in {folder().name}; there are {', '.join(names())}")
    files = [(role, home / f"{role}.md") for role in _ROLES]
    present = [(role, path) for role, path in files if path.is_file()]
    if not any(role == "user" for role, _ in present):
        raise PromptError(f"prompt {name} has no user.md")
    digest = hashlib.sha256()
    templates = []
    for role, path in present:
        raw = path.read_text(encoding="utf-8")
        digest.update(f"{path.name}\0{raw}\0".encode())
        templates.append(_template(role, raw, f"{name}/{path.name}"))
    if (path := home / _EXAMPLES).is_file():
        raw = path.read_text(encoding="utf-8")
        digest.update(f"{path.name}\0{raw}\0".encode())
        templates[-1:-1] = _examples(raw, f"{name}/{path.name}")
    return Prompt(name, tuple(templates), digest.hexdigest()[:12])


def names() -> tuple[str, ...]:
    """All prompts there are, sorted."""
    return tuple(sorted(path.name for path in folder().iterdir() if path.is_dir() and _NAME.fullmatch(path.name)))


def folder() -> Path:
    """Where the prompts are: in the installed package, else in the checkout. Raises `PromptError` for neither."""
    package = Path(__file__).resolve().parent
    for candidate in (package / "_prompts", package.parent / "prompts"):
        if candidate.is_dir():
            return candidate
    raise PromptError("the prompts are missing from this installation; install the package again")


def fenced(text: str, label: str) -> str:
    """``text`` as a block of data that it can't close: the fence carries a hash of what it holds.

    A text that wants to end the block early would have to contain its own hash. Control characters other than line
    ends and tabs are dropped, as no prompt needs them.
    """
    clean = "\n".join(map(_printable, text.split("\n")))
    mark = hashlib.sha256(clean.encode("utf-8", "replace")).hexdigest()[:_FENCE_DIGITS]
    return f"<{label} {mark}>\n{clean}\n</{label} {mark}>"


def _printable(line: str) -> str:
    # Whole lines first: a long article is fenced again and again while its chunks are sought.
    return line if line.isprintable() else "".join(c for c in line if c == "\t" or c.isprintable())


def _template(role: Literal["system", "user"], raw: str, where: str) -> Template:
    match = _HEADER.match(raw)
    declared = _declared(match["header"], where) if match else frozenset[str]()
    text = (raw[match.end() :] if match else raw).strip()
    if not text:
        raise PromptError(f"{where} is empty")
    used = frozenset(_VARIABLE.findall(text))
    if undeclared := sorted(used - declared):
        raise PromptError(f"{where} uses {', '.join(undeclared)} without declaring it")
    if unused := sorted(declared - used):
        raise PromptError(f"{where} declares {', '.join(unused)} and does not use it")
    return Template(role, text, declared)


def _examples(raw: str, where: str) -> list[Template]:
    """Questions and answers in turn. Raises `PromptError` where an answer is missing, or a variable stands in them."""
    parts = [part.strip() for part in _BETWEEN.split(raw)]
    if len(parts) % 2 or not all(parts):
        raise PromptError(f"{where} must hold questions and answers in turn, none empty, with === between them")
    if _VARIABLE.search(raw):
        raise PromptError(f"{where} uses a variable, which an example can't")
    roles: tuple[Literal["user"], Literal["assistant"]] = ("user", "assistant")
    return [Template(roles[at % 2], part, frozenset()) for at, part in enumerate(parts)]


def _declared(header: str, where: str) -> frozenset[str]:
    key, colon, listed = header.partition(":")
    if key.strip() != "variables" or not colon or "\n" in header.strip():
        raise PromptError(f"the header of {where} must be one line, 'variables: a, b'")
    return frozenset(name.strip() for name in listed.split(",") if name.strip())
