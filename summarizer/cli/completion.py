"""``summarizer completion``: what a shell needs to complete commands, options and their values."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from summarizer.cli.boundary import COMPLETE


class Shell(StrEnum):
    """Shells that can be told."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"


def command(
    shell: Annotated[Shell, typer.Argument(metavar="SHELL", help="bash, zsh or fish.")],
) -> int:
    """Print a script that completes commands, options and their values in your shell.

    For bash: summarizer completion bash >> ~/.bashrc. For zsh: the same with zsh and ~/.zshrc. For fish: into
    ~/.config/fish/completions/summarizer.fish.
    """
    from typer.completion import get_completion_script  # type: ignore[attr-defined]  # typer's own, without a public name

    typer.echo(get_completion_script(prog_name="summarizer", complete_var=COMPLETE, shell=shell.value))
    return 0
