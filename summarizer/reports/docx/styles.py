"""How the Word document looks: the page, the paragraph styles, one character style for each style of `blocks`.

Everything that is not plain text goes through a named style, so that a house style can be laid over it in Word. A
flagged figure is bold, red and wavy-underlined, and has a sign before it: it is told without colour, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_UNDERLINE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor

from summarizer.reports.blocks import Run, Style, visible

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.styles.style import ParagraphStyle
    from docx.table import Table

TEXT_CM = 17.0
"""How wide the text is: A4 less its margins."""
BULLET, ENTRY, FIELD = "List Bullet", "Entry", "Entry Field"
FOOTNOTE_TEXT, FOOTNOTE_MARK = "FootnoteText", "FootnoteReference"
RIGHT = WD_ALIGN_PARAGRAPH.RIGHT

_FONT = "Arial"
"""On every machine, or there under the same measures (Liberation Sans): pages break alike in Word and LibreOffice."""
_INK, _NAVY, _RED, _GREEN, _GREY = (
    RGBColor.from_string(colour) for colour in ("1A1A1A", "17324D", "A3180F", "1B6E3C", "55606B")
)
_NAMES = {
    Style.STRONG: "Strong",
    Style.FLAG: "Flagged Figure",
    Style.SOURCE: "Source Figure",
    Style.GOOD: "Verdict Good",
    Style.BAD: "Verdict Bad",
    Style.QUIET: "Quiet",
    Style.REFERENCE: "Citation",
}
_SIGNS = {Style.FLAG: "⚠\N{NO-BREAK SPACE}", Style.BAD: "⚠\N{NO-BREAK SPACE}", Style.GOOD: "✔\N{NO-BREAK SPACE}"}


def prepare(word: Word) -> None:
    """Set up the page and the styles of an empty document."""
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.0)
    section.top_margin, section.bottom_margin = Cm(2.0), Cm(2.2)
    _paragraphs(word)
    _characters(word)
    _quiet_proofing(word)


def _paragraphs(word: Word) -> None:
    normal = _paragraph(word, "Normal", size=10, after=6)
    normal.font.color.rgb = _INK
    normal.paragraph_format.line_spacing = 1.12
    for name, size, before in (("Heading 1", 18, 0), ("Heading 2", 13, 16), ("Heading 3", 10.5, 12)):
        heading = _paragraph(word, name, size=size, after=4)
        heading.font.color.rgb = _NAVY
        heading.font.bold = True
        heading.paragraph_format.space_before = Pt(before)
        heading.paragraph_format.keep_with_next = True
    _paragraph(word, BULLET, size=9.5, after=3)
    entry = _paragraph(word, ENTRY, size=10, after=2)
    entry.paragraph_format.space_before = Pt(8)
    entry.paragraph_format.keep_with_next = True
    _hang(entry, 0.0, 0.7)
    _hang(_paragraph(word, FIELD, size=9.5, after=2), 0.7, 1.7)
    footnote = _paragraph(word, "footnote text", size=8.5, after=1)
    footnote.element.set(qn("w:styleId"), FOOTNOTE_TEXT)


def _paragraph(word: Word, name: str, *, size: float, after: float) -> ParagraphStyle:
    known = {style.name for style in word.styles}
    style: Any = word.styles[name] if name in known else word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.font.name, style.font.size = _FONT, Pt(size)
    # The theme's fonts would win over the name given here, in scripts and styles that still carry them.
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in [key for key in fonts.attrib if "heme" in key]:
        del fonts.attrib[attribute]
    for script in ("w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), _FONT)
    style.paragraph_format.space_after = Pt(after)
    style.paragraph_format.widow_control = True
    found: ParagraphStyle = style
    return found


def _hang(style: ParagraphStyle, left: float, hanging: float) -> None:
    style.paragraph_format.left_indent = Cm(left + hanging)
    style.paragraph_format.first_line_indent = Cm(-hanging)
    style.paragraph_format.tab_stops.add_tab_stop(Cm(left + hanging))


def _characters(word: Word) -> None:
    for style, name in _NAMES.items():
        known = {each.name for each in word.styles}
        made: Any = word.styles[name] if name in known else word.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        made.font.bold = style not in (Style.QUIET, Style.REFERENCE)
        colour = {Style.FLAG: _RED, Style.BAD: _RED, Style.GOOD: _GREEN, Style.SOURCE: _NAVY}.get(style)
        if style in (Style.QUIET, Style.REFERENCE):
            colour = _GREY
        if colour is not None:
            made.font.color.rgb = colour
    flag: Any = word.styles[_NAMES[Style.FLAG]]
    flag.font.underline = WD_UNDERLINE.WAVY
    source: Any = word.styles[_NAMES[Style.SOURCE]]
    source.font.underline = WD_UNDERLINE.DOTTED
    mark: Any = word.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    mark.font.superscript = True
    mark.element.set(qn("w:styleId"), FOOTNOTE_MARK)


def _quiet_proofing(word: Word) -> None:
    # German sentences in an English document would be underlined as misspelt from one end to the other.
    settings = word.settings.element
    before = settings.find(qn("w:proofState"))
    for name in ("w:hideSpellingErrors", "w:hideGrammaticalErrors"):
        before.addprevious(OxmlElement(name))
    notes = OxmlElement("w:footnotePr")
    for number in ("-1", "0"):
        note = OxmlElement("w:footnote")
        note.set(qn("w:id"), number)
        notes.append(note)
    settings.find(qn("w:compat")).addprevious(notes)


def run(of: Run) -> Any:
    """The element of a stretch of text in its style, the sign of the style before it."""
    element = OxmlElement("w:r")
    if of.style in _NAMES:
        properties = OxmlElement("w:rPr")
        name = OxmlElement("w:rStyle")
        name.set(qn("w:val"), _NAMES[of.style].replace(" ", ""))
        properties.append(name)
        element.append(properties)
    lead, tab, rest = of.text.partition("\t")
    _text(element, _SIGNS.get(of.style, "") + visible(lead))
    if tab:
        element.append(OxmlElement("w:tab"))
        _text(element, visible(rest))
    return element


def _text(element: Any, words: str) -> None:
    if words:
        text = OxmlElement("w:t")
        text.text = words
        text.set(qn("xml:space"), "preserve")
        element.append(text)


def grid(table: Table, widths: Sequence[Length]) -> None:
    """A ruled table of small print under shaded titles."""
    _set(table, widths)
    _borders(table, {"top": "single", "bottom": "single", "insideH": "single"})
    for cell in table.rows[0].cells:
        _shade(cell, "E6ECF2")


def box(table: Table, widths: Sequence[Length]) -> None:
    """Labelled lines in a shaded box."""
    _set(table, widths)
    for row in table.rows:
        for cell in row.cells:
            _shade(cell, "F1F3F5")


def _set(table: Table, widths: Sequence[Length]) -> None:
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
                for part in paragraph._p.iter(qn("w:r")):
                    _small(part)


def _small(element: Any) -> None:
    properties = element.find(qn("w:rPr"))
    if properties is None:
        properties = OxmlElement("w:rPr")
        element.insert(0, properties)
    size = OxmlElement("w:sz")
    size.set(qn("w:val"), "17")  # half points
    properties.append(size)


def _borders(table: Table, sides: dict[str, str]) -> None:
    borders = OxmlElement("w:tblBorders")
    for side, kind in sides.items():
        rule = OxmlElement(f"w:{side}")
        for key, value in (("val", kind), ("sz", "4"), ("space", "0"), ("color", "9AA7B4")):
            rule.set(qn(f"w:{key}"), value)
        borders.append(rule)
    table._tbl.tblPr.append(borders)


def _shade(cell: Any, colour: str) -> None:
    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shade.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def footer(word: Word, title: str) -> None:
    """The title and "page of pages" at the foot of each page."""
    style: Any = word.styles["Footer"]
    style.paragraph_format.tab_stops.clear_all()
    style.paragraph_format.tab_stops.add_tab_stop(Cm(TEXT_CM), alignment=WD_TAB_ALIGNMENT.RIGHT)
    style.font.size = Pt(8.5)
    paragraph = word.sections[0].footer.paragraphs[0]
    shown = title if len(title) <= _FOOT else title[: _FOOT - 1].rstrip() + "…"
    paragraph._p.append(run(Run(f"{shown}\tPage ", Style.QUIET)))
    paragraph._p.append(_counter("PAGE"))
    paragraph._p.append(run(Run(" of ", Style.QUIET)))
    paragraph._p.append(_counter("NUMPAGES"))


_FOOT = 80


def _counter(field: str) -> Any:
    element = OxmlElement("w:fldSimple")
    element.set(qn("w:instr"), field)
    element.append(run(Run("1", Style.QUIET)))
    return element
