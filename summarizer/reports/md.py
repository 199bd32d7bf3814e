"""Markdown (GitHub's kind): for a wiki page, a merge request or a mail client.

Article text is data here: whatever Markdown or HTML would read as markup, a link or a table cell's end is escaped, so
that a report shows what the article says and nothing else happens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.reports.blocks import (
    Block,
    Bullets,
    Document,
    Entries,
    Fields,
    Heading,
    Line,
    Paragraph,
    Style,
    Table,
    visible,
)

_WRAPPERS = {
    Style.PLAIN: "{}",
    Style.STRONG: "**{}**",
    Style.FLAG: "**⚠ {}**",
    Style.SOURCE: "**{}**",
    Style.GOOD: "✔ **{}**",
    Style.BAD: "⚠ **{}**",
    Style.QUIET: "{}",
    Style.REFERENCE: "{}",
}
_MARKUP = re.compile(r"[\\`*_{}\[\]|~#]")
_LINE_START = re.compile(r"^(\s*)(?:([-+=>])|(\d+)([.)]))(?=\s|$|=)")


def render(document: Document) -> str:
    """The document as Markdown, a line end at its end."""
    return "\n\n".join("\n".join(_block(block)) for block in document) + "\n"


def escape(text: str) -> str:
    """``text`` so that Markdown shows it as it is: one line, no markup, no HTML, no links."""
    text = _MARKUP.sub(lambda match: "\\" + match[0], visible(text))
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # A scheme followed by its colon is linked by itself; an entity for the character in between breaks that.
    return re.sub(r"(?i)\b(https?|ftp|mailto)(:)|\b(www)(\.)", _unlink, text)


def _unlink(match: re.Match[str]) -> str:
    return f"{match[1]}&#58;" if match[1] else f"{match[3]}&#46;"


def _inline(line: Line) -> str:
    return "".join(_run(run.text, _WRAPPERS[run.style]) for run in line)


def _run(text: str, wrapper: str) -> str:
    # Emphasis must touch the text it marks, so spaces at the ends go outside.
    inner = escape(text)
    core = inner.strip(" ")
    if not core:
        return inner
    start = inner.index(core)
    return inner[:start] + wrapper.format(core) + inner[start + len(core) :]


def _own_line(line: Line) -> str:
    """A line that opens a block: what Markdown reads as a list, a quote or an underline there is escaped."""
    return _LINE_START.sub(
        lambda match: match[1] + (f"\\{match[2]}" if match[2] else f"{match[3]}\\{match[4]}"), _inline(line)
    )


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield "#" * block.level + " " + _inline(block.line)
        case Paragraph():
            yield _own_line(block.line)
        case Bullets():
            yield from ("- " + _own_line(item) for item in block.items)
        case Entries():
            for number, entry in enumerate(block.items, 1):
                lead = f"{number}. "
                yield lead + _own_line(entry.title)
                yield from (" " * len(lead) + f"- *{label}:* {_inline(line)}" for label, line in entry.fields)
        case Fields():
            yield from (f"- *{label}:* {_inline(line)}" for label, line in block.items)
        case Table():
            yield _row(list(block.titles))
            yield _row(["---:" if column in block.numeric else "---" for column in range(len(block.titles))])
            yield from (_row([_inline(cell) for cell in row]) for row in block.rows)


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"
