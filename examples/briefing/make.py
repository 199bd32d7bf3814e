"""Makes the briefings of this folder from its summaries: ``python examples/briefing/make.py`` in a checkout.

The summaries are what the embedded model made of the three articles (``summarizer summarize ARTICLE -o …json``); they
name the model, and README.md of this folder the day. No model is asked here. A test compares what this gives with
what is committed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from summarizer.briefing import Audience, Choices, brief, encode, template
from summarizer.drafting.options import Length
from summarizer.reports import Format

HERE = Path(__file__).parent
SUMMARIES = tuple(str(HERE / "summaries" / name) for name in ("nordbahn.json", "landtag.json", "zellen.json"))
DAY = "2026-05-20"


def outputs() -> Iterator[tuple[str, bytes]]:
    """Each file's name and what belongs in it."""
    minister = brief(SUMMARIES, choices=Choices(title="Rail and batteries", today=DAY))
    yield "minister.md", encode(minister, Format.MD)
    yield "briefing.json", encode(minister, Format.JSON)
    analyst = Choices(title="Rail and batteries", today=DAY, audience=Audience.ANALYST, length=Length.LONG)
    yield "analyst.md", encode(brief(SUMMARIES, choices=analyst), Format.MD)
    page = HERE / "lines.md.j2"
    yield "lines.md", template.render(minister, template.read(page), page.name).encode("utf-8")


if __name__ == "__main__":
    for name, data in outputs():
        (HERE / name).write_bytes(data)
