"""PDF files: the text layer, read by pdfminer.six and put back into paragraphs.

A PDF places glyphs on pages and knows of no text. pdfminer reads the glyphs and what they mean; the rest is done here,
each step in a file: `glyphs` makes words of them and rows of these, `gutters` cuts the rows between columns and cells,
`tables` finds what is read row by row, `blocks` what is read together and in which order, `furniture` takes out what is
no part of the article (running heads, page numbers, menus, captions, footnotes), and `lines` joins the lines to
paragraphs, words divided at the end of a line made whole. pdfminer's own grouping is not used: it takes a table for
columns and wide words of justified type for boxes of their own.

A file without a text layer is a picture of a text; it is refused, because reading it is OCR's work.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from summarizer.data import Article
from summarizer.errors import InputError
from summarizer.inputs.cleaning import clean
from summarizer.inputs.html import line
from summarizer.inputs.pdf import furniture
from summarizer.inputs.pdf.blocks import Block, blocks
from summarizer.inputs.pdf.glyphs import rows, rules
from summarizer.inputs.pdf.gutters import Piece
from summarizer.inputs.pdf.lines import Box, Line, Page, divided, paragraphs
from summarizer.inputs.plain import LONGEST_TITLE, heading
from summarizer.inputs.source import Source

SIGNATURE = b"%PDF-"
MOST_PAGES = 400
_MARGIN = 0.1
"""Share of a page's height, at the top and at the bottom, where running heads and page numbers stand."""
_FEWEST_LETTERS = 20
"""A page of a text has more; if all pages together don't, there is no text layer."""
_UNMAPPED = re.compile(r"\(cid:\d+\)")
_MOST_UNMAPPED = 0.02
"""Share of characters whose font does not say what they mean, above which the text can't be trusted."""

_HEADLINE = 1.25
"""Times the size of the text: a headline is larger."""


def recognises(source: Source) -> bool:
    """Whether it begins as a PDF; a few bytes may stand before, as readers allow."""
    return SIGNATURE in source.data[:1_024] and not source.data.lstrip().startswith(b"<")


def read(source: Source) -> Article:
    """The text layer; raises `InputError` for a scanned, encrypted or damaged file."""
    pages, heights, about = _open(source)
    raw = "".join(line.text for page in pages for box in page for line in box)
    unmapped = len(_UNMAPPED.findall(raw))
    letters = sum(char.isalpha() for char in _UNMAPPED.sub("", raw))
    if letters < _FEWEST_LETTERS and not unmapped:
        count = f"{len(pages)} page{'' if len(pages) == 1 else 's'}"
        raise InputError(
            f"{source.shown} is a PDF without a text layer ({count}), as scanners make it: have it read by OCR first."
        )
    if unmapped > _MOST_UNMAPPED * (letters + unmapped):
        raise InputError(
            f"{source.shown} is a PDF whose fonts don't say which letters they show: have it read by OCR first."
        )
    kept, left_out = furniture.without(pages, heights)
    text, removed = clean("\n\n".join(paragraphs([box for page in kept for box in page])))
    return Article(
        text=text,
        title=_title(about.get("Title"), kept[0], text),
        author=line(about.get("Author")) if about.get("Author") != "python-docx" else None,
        url=source.url,
        retrieved=source.retrieved,
        origin=source.origin,
        notes=(*left_out, *removed),
    )


def _open(source: Source) -> tuple[list[Page], list[float], dict[str, str]]:
    import logging

    from pdfminer.converter import PDFPageAggregator
    from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser

    from summarizer.inputs.unpacking import LARGEST, TooLarge, bounded

    logging.getLogger("pdfminer").addHandler(logging.NullHandler())
    try:
        with bounded():
            document = PDFDocument(PDFParser(io.BytesIO(source.data)))
            device = PDFPageAggregator(PDFResourceManager(), laparams=None)
            interpreter = PDFPageInterpreter(device.rsrcmgr, device)
            pages: list[Page] = []
            heights: list[float] = []
            for each in PDFPage.create_pages(document):
                if len(pages) == MOST_PAGES:
                    raise InputError(
                        f"{source.shown} has more than {MOST_PAGES} pages: give the article's pages alone."
                    )
                interpreter.process_page(each)
                layout = device.get_result()
                pages.append(_page(layout, _links(each)))
                heights.append(layout.height)
            if not pages:
                raise InputError(f"{source.shown} is a PDF without pages: get it again.")
            return pages, heights, _about(document)
    except TooLarge as error:
        raise InputError(
            f"{source.shown} unpacks to more than {LARGEST // 1_000_000} MB, which no article does: save its text as "
            "plain text."
        ) from error
    except InputError:
        raise
    except (PDFPasswordIncorrect, PDFEncryptionError) as error:
        raise InputError(f"{source.shown} is a PDF with a password: save it without one.") from error
    except Exception as error:  # pdfminer stumbles over a damaged file in many ways
        raise InputError(f"{source.shown} is a PDF that is damaged or cut off: get it again.") from error


def _about(document: Any) -> dict[str, str]:
    from pdfminer.utils import decode_text

    found = {}
    for about in document.info:
        for name, value in about.items():
            if isinstance(value, bytes):
                found[name] = decode_text(value)
    return found


def _title(given: str | None, first: Page, text: str) -> str | None:
    """The title the file names, if the text bears it out (many name the word processor's file), else the headline.

    That is what the first page sets largest, if its text is set smaller, else a first line that is one.
    """
    title = line(given)
    if title and title in " ".join(text[:2_000].split()):
        return title
    sizes = sorted((each.size for box in first for each in box for _ in each.text), reverse=True)
    if sizes and sizes[0] >= _HEADLINE * sizes[len(sizes) // 2]:
        largest = next(box for box in first if any(each.size == sizes[0] for each in box))
        said = next(paragraphs([largest]), "")
        if len(said.split()) > 1 and len(said) <= LONGEST_TITLE:
            return said
    return heading(text)


def _links(page: Any) -> list[tuple[float, float, float, float]]:
    """The rectangles of a page that lead somewhere when clicked; a broken one leads nowhere."""
    from pdfminer.pdftypes import list_value, resolve1
    from pdfminer.psparser import literal_name

    found = []
    for each in list_value(page.annots) if page.annots else ():
        link = resolve1(each)
        if isinstance(link, dict) and literal_name(link.get("Subtype", "")) == "Link":
            place = [resolve1(number) for number in list_value(link.get("Rect", []))]
            if len(place) == 4 and all(isinstance(number, int | float) for number in place):
                a, b, c, d = (float(number) for number in place)
                found.append((min(a, c), min(b, d), max(a, c), max(b, d)))
    return found


def _page(layout: Any, links: list[tuple[float, float, float, float]]) -> Page:
    low, high = layout.y0 + _MARGIN * layout.height, layout.y1 - _MARGIN * layout.height
    found: list[Box] = []
    for block in blocks(rows(layout, links), rules(layout)):
        box = tuple(_lines(block, low, high))
        found.extend([box] if block.rows else divided(box))
    return tuple(found)


def _lines(block: Block, low: float, high: float) -> Iterator[Line]:
    if block.rows:
        yield from (Line(row, at_edge=False, row=True) for row in block.rows)
        return
    for piece in block.pieces:
        if piece.text:
            yield _line(piece, low, high)


def _line(piece: Piece, low: float, high: float) -> Line:
    letters = sum(len(word.text) for word in piece.words)
    return Line(
        text=piece.text,
        at_edge=piece.y + piece.size <= low or piece.y >= high - 0.3 * piece.size,
        size=piece.size,
        bold=sum(len(word.text) for word in piece.words if word.bold) * 2 > letters,
        x=piece.x0,
        end=piece.x1,
        y=piece.y,
        linked=all(word.linked for word in piece.words),
        marked=piece.words[0].raised,
    )
