"""Options that more than one command takes, so that they mean the same everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, NamedTuple, TypeAlias

import typer

from summarizer.data import Sensitivity, Verdict
from summarizer.errors import UsageError
from summarizer.reports import Format

FormatOption: TypeAlias = Annotated[
    Format | None,
    typer.Option("--format", "-f", help="How to write the result. Without it: as FILE's ending says, else text."),
]
OutputOption: TypeAlias = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write the result to FILE, whole or not at all."),
]
SensitivityOption: TypeAlias = Annotated[
    Sensitivity,
    typer.Option(help="default: few false alarms, for daily use; high: finds more, and raises more false alarms."),
]
CoverageOption: TypeAlias = Annotated[
    bool, typer.Option("--require-coverage", help="Flag every figure of the source that the English leaves out.")
]
ModelOption: TypeAlias = Annotated[
    str | None, typer.Option(metavar="NAME", help="The model, as the endpoint knows it; or: embedded.")
]
BaseUrlOption: TypeAlias = Annotated[
    str | None, typer.Option(metavar="URL", help="An OpenAI-compatible endpoint, such as http://localhost:11434/v1.")
]
ModelPathOption: TypeAlias = Annotated[
    Path | None, typer.Option(metavar="FILE", help="A GGUF file for the embedded model to use.")
]
ContextTokensOption: TypeAlias = Annotated[
    int | None,
    typer.Option(min=512, metavar="N", help="What the model can read and write at once; without it: what is known."),
]
TimeoutOption: TypeAlias = Annotated[
    float | None,
    typer.Option(min=1, metavar="SECONDS", help="How long to wait for an answer. Without it: 120; embedded 1800."),
]
GlossaryOption: TypeAlias = Annotated[
    list[Path] | None,
    typer.Option(metavar="FILE", help="Terms of your own (TOML), over the shipped ones; may be given repeatedly."),
]
StrictOption: TypeAlias = Annotated[
    bool, typer.Option("--strict", help="Leave out what is still flagged after repair, with a note.")
]
NoCacheOption: TypeAlias = Annotated[
    bool, typer.Option("--no-cache", help="Ask the model anew, and keep no answers; see summarizer cache.")
]
JobsOption: TypeAlias = Annotated[
    int, typer.Option("--jobs", "-j", min=1, metavar="N", help="With --jsonl: how many processes to use.")
]
FailOnOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--fail-on",
        metavar="WHAT",
        help="What counts as flagged, separated by commas: contradicted, misattributed, unsupported, omitted, names; "
        "or none. Without it: all of these, omitted only with --require-coverage or of a translation.",
    ),
]

FolderOutputOption: TypeAlias = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE|FOLDER",
        help="Write the result to FILE, whole or not at all; of several inputs, each to a file of its own in FOLDER.",
    ),
]
AllowPrivateOption: TypeAlias = Annotated[
    bool, typer.Option("--allow-private", help="Fetch addresses of this machine and its own network, too.")
]

_NAMES = "names"
_FAILABLE = {
    verdict.value: verdict
    for verdict in (Verdict.CONTRADICTED, Verdict.MISATTRIBUTED, Verdict.UNSUPPORTED, Verdict.OMITTED)
}


class FailOn(NamedTuple):
    """What counts against a text."""

    verdicts: frozenset[Verdict] | None = None
    """None: every verdict that is not accepted."""
    names: bool = True
    """Whether names that the source does not hold count."""

    @property
    def omitted(self) -> bool:
        """Whether figures left out were named."""
        return self.verdicts is not None and Verdict.OMITTED in self.verdicts


def parse_fail_on(text: str | None) -> FailOn:
    """The words of ``--fail-on``; None where it was not given. Raises `UsageError` for a word it does not know."""
    if text is None:
        return FailOn()
    words = {word.strip().lower() for word in text.split(",") if word.strip()}
    if words == {"none"}:
        return FailOn(frozenset(), names=False)
    unknown = sorted(words - _FAILABLE.keys() - {_NAMES})
    if unknown or not words:
        known = ", ".join([*_FAILABLE, _NAMES])
        raise UsageError(
            f"--fail-on does not know {', '.join(unknown) or 'an empty list'}; it takes none, or: {known}."
        )
    return FailOn(frozenset(_FAILABLE[word] for word in words - {_NAMES}), names=_NAMES in words)
