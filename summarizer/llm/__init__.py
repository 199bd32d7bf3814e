"""The models behind one protocol: `open_model(Settings(...))` gives a `Model`, whichever it is.

Importing this package is cheap; the client and the model are imported when one is opened.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.llm.base import Ability, Message, Model, Reply, ReplyMode
    from summarizer.llm.opening import open_model
    from summarizer.llm.settings import Settings

__all__ = ["Ability", "Message", "Model", "Reply", "ReplyMode", "Settings", "open_model"]


def __getattr__(name: str) -> Any:
    """Import on first use."""
    if name == "open_model":
        from summarizer.llm.opening import open_model

        return open_model
    if name == "Settings":
        from summarizer.llm.settings import Settings

        return Settings
    if name in __all__:
        from summarizer.llm import base

        return getattr(base, name)
    raise AttributeError(f"module 'summarizer.llm' has no attribute {name!r}")
