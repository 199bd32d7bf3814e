"""HTML: one file that holds all it needs, for a browser without a network, for the printer, for the archive.

`page` draws any document of blocks. `templates/` say what stands where, `page.css` how it looks, `page.js` what it
does; without the script everything can be read, and figures still lead to their partners. `templating` keeps article
text from becoming markup.
"""

from __future__ import annotations

from summarizer.reports.blocks import Document, Heading, anchors
from summarizer.reports.html.templating import fill


def page(document: Document) -> str:
    """A document of blocks as a whole HTML page; its first heading is the page's title."""
    title = next((block.line for block in document if isinstance(block, Heading)), ())
    return fill(
        "document.html",
        title="".join(run.text for run in title) or "Report",
        places=anchors(document).keys(),
        document=document,
    )
