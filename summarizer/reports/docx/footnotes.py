"""Footnotes, which python-docx can read past but not write: a part of their own in the file, and marks in the text.

A source is given in full where it is first cited; after that its footnote leads back to the first, so that a page is
not filled with the same German sentence. The form is that of ECMA-376 part 1, section 17.11.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from summarizer.reports.blocks import Line, Run
from summarizer.reports.docx import styles

if TYPE_CHECKING:
    from docx.document import Document as Word


@dataclass(slots=True)
class Footnotes:
    """The footnotes of a document, numbered as they are cited."""

    _notes: list[Any] = field(default_factory=list)
    _first: dict[str, int] = field(default_factory=dict)

    def cite(self, name: str, source: Line, *, after_another: bool) -> list[Any]:
        """The elements of a mark in the text that leads to the footnote of ``source``, whose anchor is ``name``."""
        number = len(self._notes) + 1
        if name in self._first:
            lead = source[0].text.strip() if source else ""
            said: Line = (Run(f"{lead} as in note {self._first[name]}."),)
        else:
            self._first[name] = number
            said = source
        self._notes.append(_note(number, said))
        mark = _raised()
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(number))
        mark.append(reference)
        return [_comma(), mark] if after_another else [mark]

    def attach(self, word: Word) -> None:
        """Put the footnotes into the file; a document without one keeps an empty list."""
        root = OxmlElement("w:footnotes")
        root.append(_rule(-1, "separator"))
        root.append(_rule(0, "continuationSeparator"))
        root.extend(self._notes)
        part = Part(
            PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, serialize_part_xml(root), word.part.package
        )
        word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _note(number: int, said: Line) -> Any:
    note, paragraph = OxmlElement("w:footnote"), OxmlElement("w:p")
    note.set(qn("w:id"), str(number))
    style = OxmlElement("w:pStyle")
    style.set(qn("w:val"), styles.FOOTNOTE_TEXT)
    properties = OxmlElement("w:pPr")
    properties.append(style)
    mark = _raised()
    mark.append(OxmlElement("w:footnoteRef"))
    paragraph.extend([properties, mark, styles.run(Run(" ")), *(styles.run(run) for run in said)])
    note.append(paragraph)
    return note


def _rule(number: int, kind: str) -> Any:
    note, paragraph, run = OxmlElement("w:footnote"), OxmlElement("w:p"), OxmlElement("w:r")
    note.set(qn("w:type"), kind)
    note.set(qn("w:id"), str(number))
    run.append(OxmlElement(f"w:{kind}"))
    paragraph.append(run)
    note.append(paragraph)
    return note


def _raised() -> Any:
    run, properties, style = OxmlElement("w:r"), OxmlElement("w:rPr"), OxmlElement("w:rStyle")
    style.set(qn("w:val"), styles.FOOTNOTE_MARK)
    properties.append(style)
    run.append(properties)
    return run


def _comma() -> Any:
    run, text = _raised(), OxmlElement("w:t")
    text.text = ","
    run.append(text)
    return run
