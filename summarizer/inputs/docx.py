"""Word documents (.docx), opened by python-docx.

Its tree is walked here, because its own list of paragraphs leaves out what stands in content controls and what tracked
changes insert. Tracked changes are read as accepted. Text boxes, footnotes, headers and footers are left out, with a
note where there are any footnotes or boxes.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from summarizer.data import Article
from summarizer.inputs.archives import Archive, holds
from summarizer.inputs.cleaning import clean
from summarizer.inputs.html import line
from summarizer.inputs.plain import heading
from summarizer.inputs.source import Source

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_BODY = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t", f"{_W}noBreakHyphen": "-"}
_PASSED_OVER = frozenset({f"{_W}txbxContent", f"{_W}del", f"{_W}moveFrom", _FALLBACK, f"{_W}instrText"})
_WHAT = "a Word document"


def recognises(source: Source) -> bool:
    """Whether it is a zip archive with the body of a Word document."""
    return holds(source, _BODY)


def read(source: Source) -> Article:
    """The document's text; raises `InputError` where it can't be opened."""
    archive = Archive(source, _WHAT)
    if _BODY not in archive.names:
        raise archive.damaged()
    archive.member(_BODY)  # whether it can be unpacked
    document = _open(source, archive)
    body = document.element.body
    text, removed = clean("\n\n".join(block for block in _blocks(body) if block))
    about = document.core_properties
    given = line(about.title)
    return Article(
        text=text,
        title=given if given and given in text[:1_000] else heading(text),
        author=line(about.author) if about.author != "python-docx" else None,
        url=source.url,
        retrieved=source.retrieved,
        origin=source.origin,
        notes=(*_notes(body), *removed),
    )


def _open(source: Source, archive: Archive) -> Any:
    import docx

    try:
        document = docx.Document(io.BytesIO(source.data))
        assert document.element.body is not None
    except Exception as error:  # whatever it stumbles over in a damaged document
        raise archive.damaged() from error
    return document


def _notes(body: Any) -> Iterator[str]:
    if next(body.iter(f"{_W}ins", f"{_W}del"), None) is not None:
        yield "It holds tracked changes, which were read as accepted."
    if next(body.iter(f"{_W}footnoteReference", f"{_W}endnoteReference"), None) is not None:
        yield "Its footnotes were left out."
    if next(body.iter(f"{_W}txbxContent"), None) is not None:
        yield "Its text boxes were left out."


def _blocks(parent: Any) -> Iterator[str]:
    items: list[str] = []
    for element in _block_elements(parent):
        listed = element.tag == f"{_W}p" and next(element.iter(f"{_W}numPr"), None) is not None
        text = _table(element) if element.tag == f"{_W}tbl" else "".join(_pieces(element)).strip()
        if listed and text:
            items.append(f"- {text}")
            continue
        if items:
            yield "\n".join(items)
            items = []
        yield text
    yield "\n".join(items)


def _block_elements(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables, also those within content controls and insertions."""
    for child in parent:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml", f"{_W}smartTag"):
            yield from _block_elements(child)


def _table(table: Any) -> str:
    rows = (
        " | ".join(" ".join("".join(_pieces(p)) for p in cell.iter(f"{_W}p")).strip() for cell in row.iter(f"{_W}tc"))
        for row in table.iter(f"{_W}tr")
    )
    return "\n".join(row for row in rows if row.strip(" |"))


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag not in _PASSED_OVER and child.tag != f"{_W}pPr":
            yield from _pieces(child)
