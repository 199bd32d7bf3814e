"""Patterns that are compiled when they are first asked: `late` in place of `re.compile`.

The check knows some hundred patterns, of which a short text needs a few; compiling all of them took a third of the time
that `summarizer verify A B` takes. A pattern used at once on every text is better off with `re.compile`, which says at
import that it is broken; `tests/test_checking_late.py` compiles each late one.
"""

from __future__ import annotations

import re
from typing import Any, cast

_TAKEN = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split", "flags", "groups")


class Late:
    """Stands for a pattern; at the first use it takes the compiled one's methods, so that later uses cost nothing."""

    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name not in _TAKEN:
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        for each in _TAKEN:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern, compiled at its first use; raises `re.error` there where it is broken."""
    return cast("re.Pattern[str]", Late(source, flags))
