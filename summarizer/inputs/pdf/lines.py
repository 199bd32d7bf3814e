"""A line of a page with what is known of it, and lines put back into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_DIVIDED = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]$")
_JOINERS = re.compile(r"(?:und|oder|bzw|sowie|bis|wie|als|noch)\b")
"""After a hyphen at the end of a line these go on a series ("Bau- und Planungskosten"), not a word."""
_OPEN = re.compile(
    r"\b(?:de[rmns]|die|das|ein(?:e[rmns]?)?|und|oder|in|im|an|am|auf|aus|bei|beim|bis|durch|für|mit|nach|ohne|seit|über|um"
    r"|unter|von|vom|vor|während|wegen|zu|zum|zur|zwischen|dass|als|wie|wenn|rund|etwa|mehr|(?!(?:19|20)\d\d$)\d+)$",
    re.I,
)
"""Words after which neither a paragraph nor a heading ends, and figures but years, whose unit is still to come."""
_ENDED = re.compile(r"[.!?:;…]['\"“”»«)\]]*$")
_LARGER = 1.12
"""A line so many times as large as the next one is not of its paragraph."""
_ITEM = re.compile(r"[•▪◦‣●■➢✓–]\s+\S|\(?\d{1,2}[.)]\s+[^\W\d_]")
_FACT = 4
"""Words of a line in a box of facts, on average."""
_INDENTED = 0.8
"""Times the size: a line that begins so far to the right of the others begins a paragraph."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, or a row of a table."""

    text: str
    at_edge: bool
    """Whether it stands where running heads and page numbers do."""
    size: float = 0.0
    """Of most of its letters, in points; 0 where it is not known."""
    bold: bool = False
    x: float = 0.0
    """Where it begins, in points."""
    end: float = 0.0
    """Where it ends, in points."""
    y: float = 0.0
    """Its base line, in points from the page's lower edge."""
    row: bool = False
    """Whether it is a row of a table."""
    linked: bool = False
    """Whether all of it leads somewhere when clicked."""
    marked: bool = False
    """Whether it begins with the raised mark of a footnote."""

    def styled_as(self, other: Line) -> bool:
        """Whether both are of about one size and of one weight."""
        return self.bold is other.bold and max(self.size, other.size) <= _LARGER * min(self.size, other.size)


Box = tuple[Line, ...]
"""Lines that stand together."""
Page = tuple[Box, ...]


def divided(box: Box) -> Iterator[Box]:
    """The box, cut into paragraphs; a sentence is not cut.

    One begins where the letters change (a headline that stands close to its text), at an indented line, at an item of a
    list, and at each line of a box of facts ("24 Hektar / 26 Megawatt").
    """
    part: list[Line] = []
    left, facts = min((line.x for line in box), default=0.0), _are_facts(box)
    for each in box:
        if part and _begins(part[-1], each, left, facts=facts):
            yield tuple(part)
            part = []
        part.append(each)
    if part:
        yield tuple(part)


def _begins(before: Line, line: Line, left: float, *, facts: bool) -> bool:
    if facts:
        return _DIVIDED.search(before.text) is None and not line.text[0].islower()
    if _goes_on(before.text, line.text):
        return False
    if _ITEM.match(line.text) or not before.styled_as(line):
        return True
    indented = line.x - left > _INDENTED * line.size > 0 and before.x - left <= _INDENTED * line.size
    return indented and _ENDED.search(before.text) is not None and not _ITEM.match(before.text)


def _are_facts(box: Box) -> bool:
    figures = sum(any(char.isdigit() for char in line.text) for line in box)
    return len(box) > 2 and not _are_text(box) and figures * 2 >= len(box)


def paragraphs(boxes: Sequence[Box]) -> Iterator[str]:
    """The text of the boxes in their order: one that plainly goes on in the next is joined with it."""
    before: Box = ()
    text, waiting = "", []
    for box in boxes:
        if box and box[0].row:
            waiting.append("\n".join(line.text for line in box))
            continue
        said = ""
        for each in box:
            said = _joined(said, each.text)
        if not said:
            continue
        if text and _goes_on_in(before, text, box, said) and (not waiting or said[0].islower()):
            before, text = box, _joined(text, said)
            continue
        if text:
            yield text
        yield from waiting
        before, text, waiting = box, said, []
    if text:
        yield text
    yield from waiting


def _goes_on_in(before: Box, text: str, box: Box, said: str) -> bool:
    """Whether a paragraph goes on in the next box: by its words, or from a column's foot to the head of another."""
    last, first = before[-1], box[0]
    alike = last.styled_as(first) or not (last.size and first.size)
    if _goes_on(text, said):
        return alike or said[0].islower()
    full = len(before) > 1 and last.end >= max(line.end for line in before) - 2 * last.size > 0
    return alike and full and first.y > last.y > 0 and not _ENDED.search(text) and _are_text(before)


def _are_text(box: Box) -> bool:
    return sum(len(line.text.split()) for line in box) > _FACT * len(box)


def _goes_on(before: str, after: str) -> bool:
    if _DIVIDED.search(before):
        return True
    return not _ENDED.search(before) and (after[0].islower() or _OPEN.search(before) is not None)


def _joined(before: str, after: str) -> str:
    """Two lines as one, with a word that was divided between them made whole."""
    if not before:
        return after
    if before.endswith("\u00ad"):
        return before[:-1] + after
    if _DIVIDED.search(before) and after[:1].isalpha():
        if _JOINERS.match(after):
            return f"{before} {after}"
        return before[:-1] + after if after[0].islower() else before + after
    if re.search(r"\d[-–]$", before) and after[:1].isdigit():  # 787-9, 2025–2030
        return before + after
    return f"{before} {after}"
