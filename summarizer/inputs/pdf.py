"""PDF files: the text layer, read by pdfminer.six and put back into paragraphs.

pdfminer finds lines, groups them into boxes and orders these, columns included. What is done here: running heads and
page numbers go, words divided at the end of a line are joined, and so are paragraphs that go on in the next column or
on the next page. A file without a text layer is a picture of a text; it is refused, because reading it is OCR's work.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from summarizer.data import Article
from summarizer.errors import InputError
from summarizer.inputs.cleaning import clean
from summarizer.inputs.html import line
from summarizer.inputs.plain import heading
from summarizer.inputs.source import Source

SIGNATURE = b"%PDF-"
MOST_PAGES = 400
_MARGIN = 0.1
"""Share of a page's height, at the top and at the bottom, where running heads and page numbers stand."""
_REPEATED = 3
"""On so many pages the same line (but for its numbers) at the edge is a running head."""
_FEWEST_LETTERS = 20
"""A page of a text has more; if all pages together don't, there is no text layer."""
_UNMAPPED = re.compile(r"\(cid:\d+\)")
_MOST_UNMAPPED = 0.02
"""Share of characters whose font does not say what they mean, above which the text can't be trusted."""
_NUMBERS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"[-–—|•\s]*(?:(?:Seite|S\.|Page)\s*)?\d{1,4}(?:\s*(?:/|von|of)\s*\d{1,4})?[-–—|•\s]*", re.I)
_DIVIDED = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]$")
_JOINERS = re.compile(r"(?:und|oder|bzw|sowie|bis|wie|als|noch)\b")
"""After a hyphen at the end of a line these go on a series ("Bau- und Planungskosten"), not a word."""
_OPEN = re.compile(
    r"\b(?:de[rmns]|die|das|ein(?:e[rmns]?)?|und|oder|in|im|an|am|auf|aus|bei|beim|bis|durch|für|mit|nach|ohne|seit|über|um"
    r"|unter|von|vom|vor|während|wegen|zu|zum|zur|zwischen|dass|als|wie|wenn|rund|etwa|mehr|\d+)$",
    re.I,
)
"""Words after which neither a paragraph nor a heading ends, and figures, whose unit is still to come."""
_LARGER = 1.12
"""A line so many times as large as the next one is not of its paragraph."""
_BOLD = re.compile(r"bold|black|heavy|semib|demi", re.I)
_ENDED = re.compile(r"[.!?:;…]['\"“”»«)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page and whether it stands at the page's edge."""

    text: str
    at_edge: bool
    size: float = 0.0
    """Of most of its letters, in points; 0 where it is not known."""
    bold: bool = False

    def styled_as(self, other: Line) -> bool:
        """Whether both are of about one size and of one weight."""
        return self.bold is other.bold and max(self.size, other.size) <= _LARGER * min(self.size, other.size)


Box = tuple[Line, ...]
"""Lines that stand together."""
Page = tuple[Box, ...]


def recognises(source: Source) -> bool:
    """Whether it begins as a PDF; a few bytes may stand before, as readers allow."""
    return SIGNATURE in source.data[:1_024] and not source.data.lstrip().startswith(b"<")


def read(source: Source) -> Article:
    """The text layer; raises `InputError` for a scanned, encrypted or damaged file."""
    pages, about = _open(source)
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
    kept, dropped = _without_running(pages)
    text, removed = clean("\n\n".join(paragraphs([box for page in kept for box in page])))
    return Article(
        text=text,
        title=_title(about.get("Title"), text),
        author=line(about.get("Author")),
        url=source.url,
        retrieved=source.retrieved,
        origin=source.origin,
        notes=(*_said(dropped), *removed),
    )


def _said(dropped: int) -> tuple[str, ...]:
    if not dropped:
        return ()
    return (f"{dropped} running head{'' if dropped == 1 else 's'} and page numbers were left out.",)


def _open(source: Source) -> tuple[list[Page], dict[str, str]]:
    import logging

    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LAParams
    from pdfminer.pdfdocument import PDFDocument, PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.pdfparser import PDFParser

    from summarizer.inputs.unpacking import LARGEST, TooLarge, bounded

    logging.getLogger("pdfminer").addHandler(logging.NullHandler())
    try:
        with bounded():
            document = PDFDocument(PDFParser(io.BytesIO(source.data)))
            pages: list[Page] = []
            for layout in extract_pages(io.BytesIO(source.data), laparams=LAParams()):
                if len(pages) == MOST_PAGES:
                    raise InputError(
                        f"{source.shown} has more than {MOST_PAGES} pages: give the article's pages alone."
                    )
                pages.append(_page(layout))
            if not pages:
                raise InputError(f"{source.shown} is a PDF without pages: get it again.")
            return pages, _about(document)
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


def _title(given: str | None, text: str) -> str | None:
    """The title the file names, if the text bears it out (many name the word processor's file), else its heading."""
    title = line(given)
    if title and title in " ".join(text[:2_000].split()):
        return title
    return heading(text)


def _page(layout: Any) -> Page:
    from pdfminer.layout import LTTextBox, LTTextLine

    low, high = layout.y0 + _MARGIN * layout.height, layout.y1 - _MARGIN * layout.height
    boxes = (
        tuple(
            Line(each.get_text().strip(), each.y1 <= low or each.y0 >= high, *_style(each))
            for each in box
            if isinstance(each, LTTextLine) and each.get_text().strip()
        )
        for box in layout
        if isinstance(box, LTTextBox)
    )
    return tuple(part for box in boxes for part in _by_style(box))


def _style(text_line: Any) -> tuple[float, bool]:
    from pdfminer.layout import LTChar

    styles = Counter(
        (round(char.size, 1), _BOLD.search(char.fontname) is not None)
        for char in text_line
        if isinstance(char, LTChar) and not char.get_text().isspace()
    )
    return styles.most_common(1)[0][0] if styles else (0.0, False)


def _by_style(box: Box) -> Iterator[Box]:
    """The box, cut where the letters change: a headline that stands close to its text. A sentence is not cut."""
    part: list[Line] = []
    for each in box:
        if part and not part[-1].styled_as(each) and not _goes_on(part[-1].text, each.text):
            yield tuple(part)
            part = []
        part.append(each)
    if part:
        yield tuple(part)


def _without_running(pages: Sequence[Page]) -> tuple[list[Page], int]:
    """The pages without what is repeated at their edges, and how many lines that were."""
    seen = Counter(
        pattern for page in pages for pattern in {_pattern(line) for box in page for line in box if line.at_edge}
    )
    running = {pattern for pattern, count in seen.items() if count >= max(_REPEATED, len(pages) / 3)}

    def runs(line: Line) -> bool:
        return line.at_edge and (_pattern(line) in running or _PAGE_NUMBER.fullmatch(line.text) is not None)

    kept = [tuple(tuple(line for line in box if not runs(line)) for box in page) for page in pages]
    dropped = sum(runs(line) for page in pages for box in page for line in box)
    return kept, dropped


def _pattern(line: Line) -> str:
    return _NUMBERS.sub("0", " ".join(line.text.split()))


def paragraphs(boxes: Sequence[Box]) -> Iterator[str]:
    """The text of the boxes in their order: one that plainly goes on in the next is joined with it."""
    before = ""
    for box in boxes:
        text = ""
        for each in box:
            text = _joined(text, each.text)
        if not text:
            continue
        if before and _goes_on(before, text):
            before = _joined(before, text)
            continue
        if before:
            yield before
        before = text
    if before:
        yield before


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
