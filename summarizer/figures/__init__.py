"""Reads every figure of a text, as a value.

>>> from summarizer.figures import find
>>> [(f.surface, str(f.value), f.unit) for f in find("rund 1,1 Milliarden US-Dollar", "de")]
[('1,1 Milliarden US-Dollar', '1100000000.0', 'USD')]
"""

from __future__ import annotations

from summarizer.figures.rendering import english, row
from summarizer.figures.search import find

__all__ = ["english", "find", "row"]
