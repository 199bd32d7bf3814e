"""A briefing as the bytes of a file, in any form that documents are drawn in, or as JSON."""

from __future__ import annotations

from summarizer.briefing import layout, tree
from summarizer.briefing.records import Briefing
from summarizer.reports import Format, Screen, draw


def encode(briefing: Briefing, form: Format, screen: Screen | None = None) -> bytes:
    """``briefing`` in ``form``, for the terminal ``screen`` or a file. Raises `ValueError` for any other format."""
    if form is Format.JSON:
        return tree.render(briefing).encode("utf-8")
    return draw(layout.document(briefing), form, screen)
