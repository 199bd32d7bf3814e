"""The one place where errors end: one sentence on standard error, an exit code, and no traceback.

`SUMMARIZER_DEBUG=1` shows the traceback of what was not foreseen. Exit codes are those of docs/architecture.md; 141
and 143 are what a shell reports for a program whose reader is gone, or that was told to stop.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

import typer

from summarizer.cli.streams import say, silence_stdout
from summarizer.errors import SummarizerError

if TYPE_CHECKING:
    from summarizer.cli.everywhere import Everywhere

INTERRUPTED = 130
BROKEN_PIPE = 141
TERMINATED = 143
UNEXPECTED = 70
"""EX_SOFTWARE of sysexits.h: a fault of this program, not of what it was given."""

COMPLETE = "_SUMMARIZER_COMPLETE"
"""Set by a shell that completes: see `summarizer.cli.completion`."""
_LONGEST = 800

# typer carries its own copy of click since 0.20 and names only some of its exceptions; this one is the base of all
# that a wrong command line can raise, in either.
_BAD_USAGE: type[Exception] = typer.BadParameter.__mro__[1]


def leave_with() -> NoReturn:
    """Run the command line of this process and exit."""
    sys.exit(run(sys.argv[1:]))


def run(args: list[str]) -> int:
    """Run one command line and return its exit code; what it has to say is said."""
    stop = _Stop()
    try:
        code = _completed() if COMPLETE in os.environ else _run(args)
        sys.stdout.flush()
    except SummarizerError as problem:
        say(f"summarizer: {one_line(str(problem))}")
        return problem.exit_code
    except (KeyboardInterrupt, typer.Abort):
        return _interrupted()
    except BrokenPipeError:
        silence_stdout()
        return BROKEN_PIPE
    except _BAD_USAGE as problem:
        say(f"summarizer: {_usage(problem)}")
        return 2
    except Exception as problem:
        if stop.asked:
            return _interrupted() if stop.asked == signal.SIGINT else TERMINATED
        return _os_error(problem) if isinstance(problem, OSError) else _unexpected(problem)
    return code


class _Stop:
    """Ctrl-C and a request to end, as exceptions: so the embedded model's server and half-written files are cleaned up.

    What was asked is kept, because libraries that catch every exception turn it into another one.
    """

    def __init__(self) -> None:
        self.asked: int | None = None
        if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:  # as in a shell's background job
            signal.signal(signal.SIGINT, self._stop)
        signal.signal(signal.SIGTERM, self._stop)

    def _stop(self, number: int, _frame: FrameType | None) -> None:
        self.asked = number
        if number == signal.SIGINT:
            raise KeyboardInterrupt
        raise SystemExit(TERMINATED)


def _completed() -> int:
    """Answer a shell that asks how the command line may go on."""
    from typer import completion
    from typer.main import get_command

    from summarizer.cli.app import build

    completion.completion_init()  # type: ignore[attr-defined]  # typer's own, which has no public name
    return completion.shell_complete(get_command(build([])), {}, "summarizer", COMPLETE, os.environ[COMPLETE])


def _run(args: list[str]) -> int:
    from typer.main import get_command

    from summarizer.cli.app import build
    from summarizer.cli.everywhere import settled, taken

    whole, rest = taken(args)
    command = get_command(build(rest))
    # Not by the command's own `main`: that would turn a broken pipe into exit code 1, which means "flagged" here.
    with settled(whole.profile, rest) as defaults, _logged(whole, args) as end:
        try:
            with command.make_context("summarizer", rest, default_map=defaults) as context:
                context.obj = whole
                result = command.invoke(context)
        except typer.Exit as leaving:
            return leaving.exit_code
        end.code = result if isinstance(result, int) else 0
        return end.code


@contextlib.contextmanager
def _logged(whole: Everywhere, args: list[str]) -> Iterator[_End]:
    """The log of the run, where one is asked for, with how it ended."""
    end = _End()
    if not whole.verbose and whole.log_file is None:
        yield end
        return
    from summarizer.cli import logs

    start = time.monotonic()
    with logs.kept(whole, args):
        try:
            yield end
        except BaseException as problem:
            logs.ended(_code(problem), time.monotonic() - start, problem, unforeseen=_code(problem) == UNEXPECTED)
            raise
        logs.ended(end.code, time.monotonic() - start)


def _code(problem: BaseException) -> int:
    """The exit code that an error leads to, for the log."""
    if isinstance(problem, SummarizerError):
        return problem.exit_code
    if isinstance(problem, SystemExit):
        return problem.code if isinstance(problem.code, int) else UNEXPECTED
    if isinstance(problem, KeyboardInterrupt | typer.Abort):
        return INTERRUPTED
    if isinstance(problem, BrokenPipeError):
        return BROKEN_PIPE
    return 2 if isinstance(problem, _BAD_USAGE | OSError) else UNEXPECTED


@dataclass(slots=True)
class _End:
    code: int = 0


def one_line(text: str) -> str:
    """A message on one line of bounded length, without control characters: it may quote a file name or a server."""
    shown = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return shown if len(shown) <= _LONGEST else f"{shown[: _LONGEST // 2]} … {shown[-_LONGEST // 2 :]}"


def _usage(problem: Exception) -> str:
    format_message = getattr(problem, "format_message", None)
    message = one_line(format_message() if format_message else str(problem)).rstrip(".")
    context = getattr(problem, "ctx", None)
    command = getattr(context, "command_path", "summarizer")
    return f"{message}; see {command} --help."


def _interrupted() -> int:
    say("summarizer: interrupted.")
    return INTERRUPTED


def _os_error(problem: OSError) -> int:
    if os.environ.get("SUMMARIZER_DEBUG") == "1":
        raise problem
    what = f" {problem.filename}" if problem.filename else ""
    say(one_line(f"summarizer: the system refused{what}: {problem.strerror or problem}."))
    return 2


def _unexpected(problem: Exception) -> int:
    if os.environ.get("SUMMARIZER_DEBUG") == "1":
        raise problem
    say(
        one_line(
            f"summarizer: unexpected {type(problem).__name__}: {str(problem)[:200]} – this is a fault of summarizer; "
            "run it again with SUMMARIZER_DEBUG=1 and report the traceback with the command and the version."
        )
    )
    return UNEXPECTED
