"""The parts a report is laid out in, free of any format: what is said, not how it looks.

`layout` turns a report into blocks once; `text`, `terminal`, `md`, `html` and `docx` each draw the same blocks, so that
no format says more or less than another. To add a format for readers, draw these blocks in one more file; to get all of
these formats for a document of your own, lay it out in blocks and give it to `summarizer.reports.draw`.

What goes into a `Run` may come from an untrusted article. `visible` takes out whatever could act on a terminal or
hide text from a reader; every renderer passes text through it, and escapes on top what its own format reads as markup.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple, TypeAlias


class Style(Enum):
    """What a stretch of text is to the reader; a format decides how to show it."""

    PLAIN = auto()
    STRONG = auto()
    FLAG = auto()
    """A figure or name that is flagged: marked so that it shows without colour, too."""
    SOURCE = auto()
    """The figure of the source that a finding is about."""
    GOOD = auto()
    """The word that says all is well."""
    BAD = auto()
    """The word that says something is not."""
    QUIET = auto()
    """What a reader may skip."""
    REFERENCE = auto()
    """Ids of source sentences in brackets, ours; the only style whose text may look like our marks."""


class Run(NamedTuple):
    """A stretch of text in one style."""

    text: str
    style: Style = Style.PLAIN
    link: str = ""
    """Where it leads, in formats that have links: ``#`` and the anchor of a list item, or an http(s) address.

    A link to an anchor that the document does not have, or to any other address, is shown as text.
    """


Line: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A title; level 1 is the report's own."""

    line: Line
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    line: Line


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short lines."""

    items: tuple[Line, ...]
    anchors: tuple[str, ...] = ()
    """A name for each item that links lead to; DOCX makes a footnote of an item that running text cites."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column titles; every row has as many cells as there are titles."""

    titles: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    numeric: frozenset[int] = frozenset()
    """Columns set flush right."""
    keys: tuple[tuple[str, ...], ...] = ()
    """What each cell is ordered by where rows can be sorted, if that is not its text: a plain number, an ISO date."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something numbered with labelled lines below it."""

    title: Line
    fields: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """A numbered list of entries."""

    items: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Fields:
    """Labelled lines that belong together: who wrote it, from what, when. Set in a box where a format has one."""

    items: tuple[tuple[str, Line], ...]


Block: TypeAlias = Heading | Paragraph | Bullets | Table | Entries | Fields
Document: TypeAlias = tuple[Block, ...]


def anchors(document: Document) -> dict[str, Line]:
    """The list items that links may lead to, by their anchors."""
    return {
        name: item
        for block in document
        if isinstance(block, Bullets) and block.anchors
        for name, item in zip(block.anchors, block.items, strict=True)
    }


def web_address(link: str) -> str | None:
    """``link`` where it is a plain http(s) address that may be followed; None for any other scheme or an odd one."""
    return link if _WEB.fullmatch(link) else None


def line(*parts: str | Run) -> Line:
    """A line of plain strings and styled runs; empty parts are left out."""
    runs = (part if isinstance(part, Run) else Run(part) for part in parts)
    return tuple(run for run in runs if run.text)


# Control characters (C0, DEL, C1) drive terminals; lone surrogates can't be written out; bidirectional controls
# reorder what a reader sees (CVE-2021-42574); zero-width characters and soft hyphens hide in a word.
# XML, and so DOCX and XLSX, can't hold U+FFFE and U+FFFF.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
_WEB = re.compile(r"https?://[^\s\"'<>\\^`{|}\x00-\x20\x7f-\x9f]+", re.IGNORECASE)
_SPACE = re.compile("[\t-\r\u2028\u2029 ]+")


# What a reader takes for a mark of ours: [S1] cites, [?16] and ⚠ flag, ✔ says that all is well.
_SIGNS = str.maketrans({"⚠": "!", "✔": "*", "✅": "*"})
_LIKE_A_MARK = re.compile(r"[\[［](\s*(?:[?？]|[STF]\s*\d)[^\[\]［］]*)[\]］]?", re.IGNORECASE)


def visible(text: str) -> str:
    """``text`` on one line, with nothing in it that acts on a terminal, can't be seen, or is one of our signs.

    A control character becomes U+FFFD, so that a reader sees something was there; a no-break space stays.
    """
    shown = _SPACE.sub(" ", _INVISIBLE.sub("", _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)))
    return shown if shown.isascii() else shown.translate(_SIGNS)


def unmarked(text: str) -> str:
    """``text`` as `visible` gives it, round brackets in place of square ones that a reader would take for our marks.

    For formats whose marks are brackets and that know no escape; an article or a model may write ``[S1]``, too.
    """
    shown = visible(text)
    return _LIKE_A_MARK.sub(r"(\1)", shown) if "[" in shown or "［" in shown else shown


def columns(text: str) -> int:
    """How many terminal columns ``text`` takes: 2 for wide East Asian characters, 0 for combining ones."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )
