"""HTML: one file that holds all it needs, for a browser without a network, for the printer, for the archive.

`render` shows a report with both texts side by side, each figure marked and led to its partner, or a text with its
figures; `page` draws any document of blocks. `templates/` say what stands where, `page.css` how it looks, `page.js`
what it does; without the script everything can be read, and figures still lead to their partners. `view` and `marks`
make ready what the templates show, `templating` keeps article text from becoming markup.
"""

from __future__ import annotations

from summarizer.data import Reading, Report
from summarizer.reports.blocks import Document, Heading, anchors
from summarizer.reports.html.templating import fill


def render(content: Report | Reading) -> str:
    """A report, or the figures of a text, as a whole HTML page."""
    if isinstance(content, Reading):
        from summarizer.reports.html import listing

        shown = listing.listing(content)
        return fill("figures.html", title=f"Figures: {shown.title}", places=shown.places, view=shown)
    from summarizer.reports.html import view

    made = view.view(content)
    places = {sentence.id for sentence in (*content.sentences, *content.target_sentences)}
    return fill("report.html", title=made.title, places=places, view=made)


def page(document: Document) -> str:
    """A document of blocks as a whole HTML page; its first heading is the page's title."""
    title = next((block.line for block in document if isinstance(block, Heading)), ())
    return fill(
        "document.html",
        title="".join(run.text for run in title) or "Report",
        places=anchors(document).keys(),
        document=document,
    )
