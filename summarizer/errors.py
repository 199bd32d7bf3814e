"""The exception tree: library code raises these, and only the command line turns one into an exit code.

    SummarizerError
    ├── UsageError            exit 2   the options don't fit together
    ├── InputError            exit 3   the article can't be read, is empty, or is not German
    └── ModelError            exit 4   the model or its endpoint failed
        ├── EndpointError              unreachable, overloaded, refused the request
        │   └── AccessError            refuses every request: the key, the quota, the model's name
        ├── ReplyError                 answered, but not with what was asked for
        └── ModelFileError             the embedded model's file is missing, damaged or can't be fetched

Every message is one sentence that names the input and says what to do. None carries a key.
"""

from __future__ import annotations

from typing import ClassVar


class SummarizerError(Exception):
    """Base of everything this package raises on purpose."""

    exit_code: ClassVar[int] = 2


class UsageError(SummarizerError):
    """The options given don't fit together."""

    exit_code = 2


class InputError(SummarizerError):
    """The article can't be read or is not what this tool reads."""

    exit_code = 3


class ModelError(SummarizerError):
    """The model or its endpoint failed."""

    exit_code = 4


class EndpointError(ModelError):
    """The endpoint can't be reached or refuses the request."""


class AccessError(EndpointError):
    """The endpoint refuses every request of this kind: a wrong key, a spent quota, a model it does not have."""


class ReplyError(ModelError):
    """The model answered, but not with what was asked for."""


class ModelFileError(ModelError):
    """The embedded model's file is missing, damaged or can't be fetched."""
