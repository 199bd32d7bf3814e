"""Standard output and error as they come: in any encoding, closed, or into a pipe that nobody reads.

What a terminal's encoding lacks is written in its nearest plain form, never as a crash: a summary with “–” and “⚠”
must come out of a console in code page 1252.
"""

from __future__ import annotations

import codecs
import os
import sys
import unicodedata
from typing import Literal, TextIO

_PLAIN = {
    "„": '"', "“": '"', "”": '"', "«": '"', "»": '"', "‚": "'", "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-",
    "…": "...", "·": "|", "•": "-", "×": "x", "⚠": "!", "✔": "", "─": "-", "━": "-", "€": "EUR", "£": "GBP",
    "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "\u00a0": " ", "\u2009": " ",
    "\u202f": " ", "½": "1/2", "¼": "1/4", "¾": "3/4", "°": " deg ", "²": "2", "³": "3",
}  # fmt: skip


def nearest(error: UnicodeError) -> tuple[str, int]:
    """A codec error handler: the nearest plain spelling of what can't be encoded, or ``?``."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(_PLAIN.get(char) or _unaccented(char) for char in lost), error.end


def _unaccented(char: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFKD", char) if part.isascii()) or "?"


def prepare() -> None:
    """Make the streams write anything without raising; one that is closed is empty and swallows what it is given."""
    codecs.register_error("summarizer.nearest", nearest)
    if sys.stdin is None:
        sys.stdin = _nowhere("r")
    if sys.stdout is None:
        sys.stdout = _nowhere("w")
    if sys.stderr is None:
        sys.stderr = _nowhere("w")
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="summarizer.nearest")


def _nowhere(mode: Literal["r", "w"]) -> TextIO:
    return open(os.devnull, mode, encoding="utf-8")  # noqa: PTH123  (open as long as the process)


def silence_stdout() -> None:
    """Point standard output at nothing: its reader is gone, and the interpreter flushes once more at its end."""
    try:
        descriptor = sys.stdout.fileno()
    except (OSError, ValueError):
        return
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, descriptor)
    os.close(devnull)


def say(text: str) -> None:
    """One line to standard error; a standard error that can't be written is no reason to fail."""
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        pass
