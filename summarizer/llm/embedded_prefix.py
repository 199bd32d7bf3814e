"""What the embedded model has read of a prompt's fixed beginning, kept and taken up again.

Most requests of a run begin with the same instruction and differ in their last message. llama.cpp can go on from what
it read last, but then an answer depends, in its last digits and so sometimes in its words, on what was asked before.
Here it always goes on from the same state: the fixed messages are read once by themselves, the state is saved, and
each request starts from it. An answer then depends on its own messages alone, and costs a tenth of the time.

There are two states a request: the leading system messages, and, read on from there, all messages but the last.
"""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from summarizer.errors import EndpointError
from summarizer.llm.embedded_process import Server

_MOST = 16
"""States kept; each takes 28 KiB of disk a token."""
_WORTH = 60
"""Characters below which reading again is as fast."""

Messages = Sequence[dict[str, Any]]


class Prefixes:
    """The states of one server. Not for two threads at once."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._kept: OrderedDict[str, None] = OrderedDict()

    def take_up(self, fixed: Messages) -> bool:
        """Bring the server to the state in which it has read ``fixed``; False where it has to read all by itself."""
        if sum(len(message["content"]) for message in fixed) < _WORTH:
            return False
        systems = next((n for n, message in enumerate(fixed) if message["role"] != "system"), len(fixed))
        try:
            if not self._restored(fixed):
                going_on = 0 < systems < len(fixed) and (self._restored(fixed[:systems]) or self._read(fixed[:systems]))
                self._read(fixed, going_on=going_on)
        except EndpointError:  # longer than the context, a full disk, a chat template that wants a user's message
            return False
        return True

    def _restored(self, messages: Messages) -> bool:
        name = _name(messages)
        if name not in self._kept or not (self._server.folder / name).is_file():
            return False
        self._server.post("/slots/0?action=restore", {"filename": name})
        self._kept.move_to_end(name)
        return True

    def _read(self, messages: Messages, *, going_on: bool = False) -> bool:
        request = {"messages": list(messages), "max_tokens": 1, "temperature": 0, "cache_prompt": going_on}
        self._server.post("/v1/chat/completions", request)
        name = _name(messages)
        self._server.post("/slots/0?action=save", {"filename": name})
        self._kept[name] = None
        while len(self._kept) > _MOST:
            oldest, _ = self._kept.popitem(last=False)
            (self._server.folder / oldest).unlink(missing_ok=True)
        return True


def _name(messages: Messages) -> str:
    return hashlib.sha256(json.dumps(list(messages), sort_keys=True).encode()).hexdigest()
