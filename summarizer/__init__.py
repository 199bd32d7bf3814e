"""summarizer reads a German article and gives an English summary, a deal list, and a check of every figure.

    >>> import summarizer
    >>> report = summarizer.verify("Das kostet 1,1 Milliarden Euro.", "It costs 1.1 million euros.")
    >>> report.flagged
    True

Importing it is cheap: what a call needs is imported by the call.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from summarizer.version import __version__

if TYPE_CHECKING:
    from summarizer.pipeline import summarize, translate, verify

__all__ = ["__version__", "summarize", "translate", "verify"]


def __getattr__(name: str) -> Any:
    """Import what `__all__` names on first use."""
    if name in ("summarize", "translate", "verify"):
        from summarizer import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module 'summarizer' has no attribute {name!r}")
