"""Word: a document that a ministry can file, edit and print, on A4.

Headings, lists and the deal table are Word's own, so that its navigation and its styles work. What running text cites
stands in a footnote, as the reader of a brief expects it; in tables and lists, where a footnote would be far from its
figure, a citation leads to the list of sources at the end. Each style of `blocks` is a character style that can be
changed in Word (`styles`), the footnotes are put together in `footnotes`, and this file draws the blocks.

Text reaches the file as text: no field, no link to anything but an http(s) address that the document names, no macro.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING, Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from summarizer.reports.blocks import (
    Block,
    Bullets,
    Document,
    Entries,
    Fields,
    Heading,
    Line,
    Paragraph,
    Run,
    Style,
    Table,
    anchors,
    visible,
    web_address,
)
from summarizer.reports.docx import styles
from summarizer.reports.docx.footnotes import Footnotes
from summarizer.reports.office import undated
from summarizer.reports.text import fit, plain

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.table import Table as WordTable
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as WordParagraph

_ROOM = 96
"""Characters of a table's small print that fit across the page: what the widths of its columns are made by."""
_BOLD = "\N{NO-BREAK SPACE}" * 2
"""What a title needs beyond its letters, being bold: without it "Sources" is cut in two."""


def render(document: Document) -> bytes:
    """The document as the bytes of a .docx file; its first heading is the title among the file's properties."""
    word = docx.Document()
    _without_preview(word)
    styles.prepare(word)
    drawing = _Drawing(word, anchors(document))
    for block in document:
        drawing.block(block)
    drawing.footnotes.attach(word)
    _describe(word, document)
    out = io.BytesIO()
    word.save(out)
    return undated(out.getvalue())


def _without_preview(word: Word) -> None:
    # The template that python-docx begins with brings a picture of its own first page.
    relations = word.part.package.rels
    for name in [name for name, relation in relations.items() if relation.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del relations[name]


def _describe(word: Word, document: Document) -> None:
    title = next((block.line for block in document if isinstance(block, Heading)), ())
    properties = word.core_properties
    properties.title = "".join(visible(run.text) for run in title)[:255]
    properties.author = properties.last_modified_by = "summarizer"
    properties.comments = ""
    styles.footer(word, properties.title)


@dataclass(slots=True)
class _Drawing:
    """Draws blocks one after the other into a Word document."""

    word: Word
    places: dict[str, Line]
    footnotes: Footnotes = field(default_factory=Footnotes)
    _numbers: Iterator[int] = field(default_factory=count)
    _bookmarks: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        # Word takes 40 letters, digits and underscores for a name; the place in the list is short and unlike any other.
        self._bookmarks = {name: f"source_{number}" for number, name in enumerate(self.places, 1)}

    def block(self, block: Block) -> None:
        match block:
            case Heading():
                self._line(self.word.add_heading(level=min(block.level, 4)), block.line)
            case Paragraph():
                self._line(self.word.add_paragraph(), block.line, footnoted=True)
            case Bullets():
                self._bullets(block)
            case Entries():
                self._entries(block)
            case Fields():
                self._boxed(block)
            case Table():
                self._table(block)

    def _bullets(self, block: Bullets) -> None:
        for number, item in enumerate(block.items):
            paragraph = self.word.add_paragraph(style=styles.BULLET)
            name = block.anchors[number] if block.anchors else ""
            if name:
                self._bookmarked(paragraph, name)
            # A list of sources names itself in what it cites: no link from a line to itself.
            self._line(paragraph, tuple(run._replace(link="") if run.link == f"#{name}" else run for run in item))

    def _entries(self, block: Entries) -> None:
        for number, entry in enumerate(block.items, 1):
            title = self.word.add_paragraph(style=styles.ENTRY)
            self._line(title, (Run(f"{number}.\t"), *entry.title))
            for index, (label, line) in enumerate(entry.fields):
                paragraph = self.word.add_paragraph(style=styles.FIELD)
                paragraph.paragraph_format.keep_with_next = index < len(entry.fields) - 1
                self._line(paragraph, (Run(f"{label}\t", Style.QUIET), *line))

    def _boxed(self, block: Fields) -> None:
        table = self.word.add_table(0, 2)
        for label, line in block.items:
            cells = table.add_row().cells
            self._line(cells[0].paragraphs[0], (Run(label, Style.QUIET),))
            self._line(cells[1].paragraphs[0], line)
        styles.box(table, [Cm(4), Cm(styles.TEXT_CM - 4)])

    def _table(self, block: Table) -> None:
        table = self.word.add_table(1, len(block.titles))
        for cell, title in zip(table.rows[0].cells, block.titles, strict=True):
            self._line(cell.paragraphs[0], (Run(title, Style.STRONG),))
        for row in block.rows:
            cells = table.add_row().cells
            for column, (cell, line) in enumerate(zip(cells, row, strict=True)):
                self._cell(cell, line, right=column in block.numeric)
        styles.grid(table, _widths(block))
        _repeat_titles(table)

    def _cell(self, cell: _Cell, line: Line, *, right: bool) -> None:
        paragraph = cell.paragraphs[0]
        if right:
            paragraph.alignment = styles.RIGHT
        self._line(paragraph, line)

    def _line(self, paragraph: WordParagraph, line: Line, *, footnoted: bool = False) -> None:
        noted = False  # whether the run before was a footnote: two in a row are parted by a raised comma
        for number, run in enumerate(line):
            following = line[number + 1] if number + 1 < len(line) else None
            if footnoted and self._cites(run):
                name = run.link.removeprefix("#")
                for element in self.footnotes.cite(name, self.places[name], after_another=noted):
                    paragraph._p.append(element)
                noted = True
            elif footnoted and not run.text.strip() and following is not None and self._cites(following):
                continue  # the space before a citation: a footnote's mark touches its word
            else:
                self._run(paragraph, run)
                noted = False

    def _cites(self, run: Run) -> bool:
        return run.style is Style.REFERENCE and run.link.startswith("#") and run.link[1:] in self.places

    def _run(self, paragraph: WordParagraph, run: Run) -> None:
        element = styles.run(run)
        link = self._link(run)
        if link is not None:
            link.append(element)
        paragraph._p.append(element if link is None else link)

    def _link(self, run: Run) -> Any | None:
        """The element of a link without its text; None where the run leads nowhere."""
        address = web_address(run.link)
        if address is None and run.link.removeprefix("#") not in self.places:
            return None
        link = OxmlElement("w:hyperlink")
        if address is not None:
            relation = self.word.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            link.set(qn("r:id"), relation)
        else:
            link.set(qn("w:anchor"), self._bookmarks[run.link[1:]])
        return link

    def _bookmarked(self, paragraph: WordParagraph, name: str) -> None:
        number = str(next(self._numbers))
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        start.set(qn("w:id"), number)
        start.set(qn("w:name"), self._bookmarks[name])
        end.set(qn("w:id"), number)
        paragraph._p.extend([start, end])


def _widths(block: Table) -> list[Cm]:
    titles = [f"{title}{_BOLD}" for title in block.titles]
    sizes = fit([titles, *([plain(cell) for cell in row] for row in block.rows)], _ROOM)
    return _shared_out([size + 4 for size in sizes])


def _shared_out(sizes: Sequence[int]) -> list[Cm]:
    return [Cm(styles.TEXT_CM * size / sum(sizes)) for size in sizes]


def _repeat_titles(table: WordTable) -> None:
    for number, row in enumerate(table.rows):
        properties = row._tr.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            properties.append(OxmlElement("w:tblHeader"))
