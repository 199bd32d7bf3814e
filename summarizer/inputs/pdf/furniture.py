"""What stands on a page and is no part of the article: running heads, page numbers, navigation, captions, footnotes.

Each is told by where and how it stands, hardly by its words: a running head is repeated at the edge of the pages, all
of a menu's words can be clicked, a footnote is set small below the text and begins with a raised mark. What goes is
said in a note, a sentence a sort; captions and footnotes go here as they do from web pages and Word documents.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from summarizer.inputs.pdf.lines import Box, Line, Page

_REPEATED = 3
"""On so many pages the same line (but for its numbers) at the edge is a running head."""
_SAME_HEIGHT = 3.0
"""Points: in a file of two pages it must also stand at one height."""
_NUMBERS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"[-–—|•\s]*(?:(?:Seite|S\.|Page)\s*)?\d{1,4}(?:\s*(?:/|von|of)\s*\d{1,4})?[-–—|•\s]*", re.I)
_PRINTED = re.compile(
    r"(?:https?|file)://\S+(?:\s+\d{1,3}/\d{1,3})?|\d{1,4}[./-]\d{1,2}[./-]\d{2,4},?\s+\d{1,2}:\d{2}(?:\s*[AP]M)?", re.I
)
"""What browsers print at the edges of a page: its address, and when that was."""
_IMPRINT = re.compile(
    r"(?:©|\(c\)|copyright\b).*|(?:(?:Impressum|Datenschutz\w*|AGB|Kontakt|Nutzungsbedingungen)\W*){2,}", re.I
)
_SENTENCE = re.compile(r"[.!?…]['\"“”»«)\]]*$")
_CREDIT = re.compile(
    r"(?:(?:Archiv|Symbol|Presse)?(?:Fotos?|Bild(?:er)?)|Grafik|Illustration|Picture)\s*:\s*\S[^.]{0,60}$|\((?:Foto|Bild|dpa)\b[^)]*\)$"
)
"""How the line under a picture ends."""
_FIGURE_LEGEND = re.compile(r"(?:Abbildung|Abb\.|Bild|Foto|Grafik|Schaubild)\s*\d*\s*:")
_NOTE_MARK = re.compile(r"(?:\d{1,3}\)?|[*†‡]{1,3})\s*\S")
_SMALLER = 0.92
"""Times the size of the body: what is set smaller may be a footnote or a caption."""
_LOWER = 0.45
"""Share of a page's height below which footnotes stand."""
_LONGEST_CAPTION = 400


def without(pages: Sequence[Page], heights: Sequence[float]) -> tuple[list[Page], tuple[str, ...]]:
    """The pages without it, and a sentence for each sort that went; ``heights`` are those of the pages, in points."""
    notes = []
    runs = _running(pages)
    kept = [tuple(tuple(line for line in box if not runs(line)) for box in page) for page in pages]
    if dropped := sum(runs(line) for page in pages for box in page for line in box):
        notes.append(f"{dropped} running head{'' if dropped == 1 else 's'} and page numbers were left out.")
    body = _body_size(kept)
    menus, captions, footnotes = 0, 0, 0
    bare = _without_menus(kept, body)
    for at, page in enumerate(kept):
        plain = bare[at]
        menus += sum(map(bool, page)) - len(plain)
        uncaptioned = tuple(box for box in plain if not _is_caption(box, body))
        captions += len(plain) - len(uncaptioned)
        kept[at] = _without_footnotes(uncaptioned, body, _LOWER * heights[at])
        footnotes += len(uncaptioned) - len(kept[at])
    for count, what in ((menus, "Links of the page"), (captions, "Captions of pictures"), (footnotes, "Footnotes")):
        if count:
            notes.append(f"{what} were left out.")
    return kept, tuple(notes)


def _running(pages: Sequence[Page]) -> Callable[[Line], bool]:
    """Tells whether a line is repeated at the edges of the pages, or is what a printer adds there."""
    seen: Counter[str] = Counter()
    placed: dict[str, list[float]] = {}
    for page in pages:
        edge = {_pattern(line): line.y for box in page for line in box if line.at_edge and not line.row}
        seen.update(edge.keys())
        for pattern, y in edge.items():
            placed.setdefault(pattern, []).append(y)
    few = len(pages) < _REPEATED
    running = {
        pattern
        for pattern, count in seen.items()
        if count >= max(_REPEATED, len(pages) / 3)
        or (few and count == len(pages) == 2 and max(placed[pattern]) - min(placed[pattern]) <= _SAME_HEIGHT)
    }
    stamped = {
        line.y for page in pages for box in page for line in box if line.at_edge and _PRINTED.fullmatch(line.text)
    }

    def runs(line: Line) -> bool:
        if not line.at_edge or line.row:
            return False
        return _pattern(line) in running or _PAGE_NUMBER.fullmatch(line.text) is not None or line.y in stamped

    return runs


def _pattern(line: Line) -> str:
    return _NUMBERS.sub("0", " ".join(line.text.split()))


def _body_size(pages: Sequence[Page]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for box in page:
            for line in box:
                sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _without_menus(pages: Sequence[Page], body: float) -> list[Page]:
    """The pages without boxes that are all links and no sentence, the headings over these, and the imprint's line."""
    kept: list[tuple[int, Box]] = []
    for number, page in enumerate(pages):
        for box in page:
            if not box:
                continue
            if not _is_menu(box):
                kept.append((number, box))
            elif len(kept) > 1 and _is_heading(kept[-1][1], body):
                kept.pop()
    return [tuple(box for number, box in kept if number == at) for at in range(len(pages))]


def _is_menu(box: Box) -> bool:
    text = " ".join(line.text for line in box)
    if len(box) <= 2 and _IMPRINT.fullmatch(text):
        return True
    return all(line.linked for line in box) and _SENTENCE.search(text) is None


def _is_heading(box: Box, body: float) -> bool:
    return len(box) == 1 and (box[0].bold or box[0].size > body) and not _SENTENCE.search(box[0].text)


def _is_caption(box: Box, body: float) -> bool:
    text = " ".join(line.text for line in box)
    if not box or box[0].row or len(text) > _LONGEST_CAPTION or box[0].size > body:
        return False
    small = all(line.size <= _SMALLER * body for line in box)
    return _CREDIT.search(text) is not None or (small and _FIGURE_LEGEND.match(text) is not None)


def _without_footnotes(page: Page, body: float, low: float) -> Page:
    """The page without what is set small at its foot, from the first that begins with a mark on."""
    small = [
        bool(box) and not box[0].row and all(line.size <= _SMALLER * body and line.y < low for line in box)
        for box in page
    ]
    first = next(
        (at for at, box in enumerate(page) if small[at] and (box[0].marked or _NOTE_MARK.match(box[0].text))), None
    )
    if first is None:
        return page
    return tuple(box for at, box in enumerate(page) if at < first or not small[at])
