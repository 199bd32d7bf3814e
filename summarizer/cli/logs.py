"""What is done, for those who look into it later: lines on standard error (``--verbose``), JSON lines in a file.

Both come from the standard library's `logging`: our own records from INFO up, those of libraries from WARNING up,
because they may quote requests and articles. Nothing that looks like a key, and no key of this run, gets through: the
formatters take it out of the finished line, so that no record and no traceback can carry it past them.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import parse_qsl, urlsplit

from summarizer.cli.boundary import one_line
from summarizer.cli.everywhere import Everywhere
from summarizer.cli.streams import say
from summarizer.errors import UsageError

OURS = "summarizer"
REDACTED = "[redacted]"
_PATTERNS = (
    re.compile(r"\b(?:sk|pk|rk|key|ghp|gsk|xai)[-_][A-Za-z0-9_-]{8,}"),
    re.compile(r"(?<=://)[^/\s@]*(?=@)"),  # a name and password in an address
    re.compile(r"(?i)(?<=bearer )[^\s\"',;]+"),
    re.compile(
        r"(?i)(?:(?<=api-key)|(?<=api_key)|(?<=apikey)|(?<=token)|(?<=secret)|(?<=password)|(?<=authorization)"
        r"|(?<=signature)|(?<=[?&]key)|(?<=[?&]sig))[\"']?\s*[=:]\s*[\"']?(?:basic |bearer )?[^\s\"',;&]+"
    ),
)
_SHORTEST = 6
"""Characters; a shorter secret would take words out of every line."""
_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}


def redacted(text: str, secrets: Sequence[str] = ()) -> str:
    """``text`` without ``secrets`` and without whatever looks like a key."""
    for secret in secrets:
        text = text.replace(secret, REDACTED)
    for pattern in _PATTERNS:
        text = pattern.sub(REDACTED, text)
    return text


def secrets_of(environ: Mapping[str, str]) -> tuple[str, ...]:
    """The keys that a run with this environment may use, longest first; a key file that can't be read holds none."""
    found = [environ.get("OPENAI_API_KEY", "").strip()]
    if path := environ.get("OPENAI_API_KEY_FILE", "").strip():
        with contextlib.suppress(OSError, UnicodeDecodeError):
            found.append(Path(path).expanduser().read_text("utf-8")[:10_000].strip())
    with contextlib.suppress(ValueError):
        address = urlsplit(environ.get("OPENAI_BASE_URL", ""))
        found += [address.password or "", *(value for name, value in parse_qsl(address.query) if name != "api-version")]
    return tuple(sorted({each for each in found if len(each) >= _SHORTEST}, key=len, reverse=True))


class JsonLines(logging.Formatter):
    """A record as an object on a line: time, level, logger, message, and what was given as ``extra``."""

    def __init__(self, secrets: Sequence[str]) -> None:
        super().__init__()
        self._secrets = secrets

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        row: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        row |= {name: value for name, value in vars(record).items() if name not in _STANDARD}
        if record.exc_info:
            row["traceback"] = self.formatException(record.exc_info)
        return json.dumps(self._clean(row), ensure_ascii=False, default=str)

    def _clean(self, value: Any) -> Any:
        """Each string by itself: what is escaped in JSON would hide a key from the patterns."""
        if isinstance(value, dict):
            return {str(name): self._clean(each) for name, each in value.items()}
        if isinstance(value, list | tuple):
            return [self._clean(each) for each in value]
        if isinstance(value, int | float | bool) or value is None:
            return value
        return redacted(str(value), self._secrets)


class Lines(logging.Handler):
    """Records as lines on standard error, wherever that is by then."""

    def __init__(self, secrets: Sequence[str]) -> None:
        super().__init__(logging.INFO)
        self._secrets = secrets

    def emit(self, record: logging.LogRecord) -> None:
        """Say the record."""
        known = {name: value for name, value in vars(record).items() if name not in _STANDARD}
        more = "".join(f", {name} {value}" for name, value in known.items())
        clock = time.strftime("%H:%M:%S", time.localtime(record.created))
        say(one_line(f"{clock} {redacted(record.getMessage() + more, self._secrets)}"))


def verbose() -> bool:
    """Whether records are said on standard error, where progress would say them again."""
    return any(isinstance(handler, Lines) for handler in logging.getLogger().handlers)


@contextlib.contextmanager
def kept(whole: Everywhere, args: Sequence[str]) -> Iterator[None]:
    """Log as ``whole`` asks while the context lasts, beginning with the command line; its end is `ended`'s to log.

    Raises `UsageError` where the file can't be written.
    """
    if not whole.verbose and whole.log_file is None:
        yield
        return
    secrets = secrets_of(os.environ)
    root, ours = logging.getLogger(), logging.getLogger(OURS)
    handlers: list[logging.Handler] = [Lines(secrets)] if whole.verbose else []
    if whole.log_file is not None:
        handlers.append(_file(whole.log_file, secrets))
    before = root.level, ours.level
    root.setLevel(logging.WARNING)
    ours.setLevel(logging.INFO)
    for handler in handlers:
        root.addHandler(handler)
    try:
        _begin(args)
        yield
    finally:
        for handler in handlers:
            root.removeHandler(handler)
            handler.close()
        root.setLevel(before[0])
        ours.setLevel(before[1])


def ended(code: int, seconds: float, problem: BaseException | None = None, *, unforeseen: bool = False) -> None:
    """Log how the command ended; of what was not foreseen with its traceback."""
    logger = logging.getLogger(OURS)
    if problem is not None:
        logger.error("%s: %s", type(problem).__name__, problem, exc_info=problem if unforeseen else None)
    logger.info("end", extra={"code": code, "seconds": round(seconds, 3)})


def _begin(args: Sequence[str]) -> None:
    from summarizer.version import __version__

    logging.getLogger(OURS).info("begin", extra={"version": __version__, "arguments": list(args)})


def _file(path: Path, secrets: Sequence[str]) -> logging.Handler:
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    except OSError as problem:
        raise UsageError(f"The log file {path} can't be written ({problem.strerror}); choose another place.") from None
    return File(os.fdopen(descriptor, "a", encoding="utf-8", errors="replace"), JsonLines(secrets))


class File(logging.Handler):
    """Records as lines of an open file, which is closed with the handler; a full disk is no reason to fail."""

    def __init__(self, stream: TextIO, form: logging.Formatter) -> None:
        super().__init__(logging.INFO)
        self._stream = stream
        self.setFormatter(form)

    def emit(self, record: logging.LogRecord) -> None:
        """Write the record."""
        with contextlib.suppress(OSError, ValueError):
            self._stream.write(self.format(record) + "\n")
            self._stream.flush()

    def close(self) -> None:
        """Close the file."""
        with contextlib.suppress(OSError):
            self._stream.close()
        super().close()
