"""One English briefing from several German articles, in the form that people who brief decision-makers use.

    >>> from summarizer.briefing import brief, document
    >>> briefing = brief(["a.txt", "b.html"])                       # doctest: +SKIP

`compose` reads and has each article summarised and checked by `summarizer.pipeline`; the rest turns those reports into
a `records.Briefing`: `items` (every sentence, what its German says of it by `outlook`), `events` and `told` (what
several articles tell is told once), `rows` with `parties` (one deal table), `topics` and `assemble` (themes by rule) or
`merge` (a capable model as editor). `layout` gives it as blocks for every form, `tree` as JSON, `template` through a
user's own template. To change what a briefing says, see `assemble`; how it looks, `layout`.
"""

from __future__ import annotations

from summarizer.briefing.compose import Choices, brief, compose
from summarizer.briefing.forms import encode
from summarizer.briefing.gather import Gathered, gather
from summarizer.briefing.layout import document
from summarizer.briefing.records import Audience, Briefing

__all__ = ["Audience", "Briefing", "Choices", "Gathered", "brief", "compose", "document", "encode", "gather"]
