"""Cuts a text into paragraphs by looking at its shape.

A blank line always ends a paragraph. A single line break is harder: in a news text with a sentence a line it ends a
paragraph, in a hard-wrapped text it is only a space, and a heading has no full stop. What tells them apart is how many
lines break off in mid-sentence ("… mit der / Regierung", "… einen / neuen Vertrag"): hard-wrapped text does so at
every other line or more, other texts hardly ever. In hard-wrapped text a line that the next word would still have
fitted into ends a paragraph all the same.

A line break never divides a figure: "500 / Millionen Euro" and "am 6. / November" go on in any text.
"""

from __future__ import annotations

import re
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from summarizer.sentences.lexicon import Lexicon
from summarizer.sentences.stops import Stop, judge

WRAPPED_SHARE = 0.3
"""From this share of line breaks in mid-sentence on, a text counts as hard-wrapped: wrapped German has 0.5 to 0.9 (half
of all words begin with a small letter), texts with a line a sentence or paragraph less than 0.05."""
NARROWEST = 30
"""Characters; blocks of shorter lines are lists, tables or verse, never hard-wrapped."""
FULL_LINE = 0.85
"""A line that ends no sentence is full if the next line's first word would have taken it past this share of the width;
one that ends a sentence is held to the whole width."""
OWN_EVIDENCE = 3
"""A block with this many line breaks may be hard-wrapped in a text that is not. The other way round it needs no rule:
lists and tables inside hard-wrapped text have lines that are not full."""

_ITEM = re.compile(r"(?:[-–—*•‣▪·◦]|\(?\d{1,3}[.)]|[a-zA-Z][.)])\s+\S")
_FIRST_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LAST_LETTERS = re.compile(r"[^\W\d_]+$")
_BRAND = re.compile(r"[a-z]{1,2}[A-Z]")
_ENDED = frozenset('.!?…:“”"«»’)')
_GOES_ON = frozenset(",;&–—-/(„")


class Link(Enum):
    """How a line of a block holds on to the next."""

    NONE = "none"
    SENTENCE = "sentence"
    """The sentence plainly goes on."""
    FIGURE = "figure"
    """A figure or an abbreviation goes on: never a break."""


class Line(NamedTuple):
    """A line without the white space around it."""

    start: int
    end: int


def paragraphs(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Trimmed spans of the paragraphs in order; together they cover all but white space."""
    blocks = _blocks(text)
    judged = [[_link(text, above, below, lexicon) for above, below in pairwise(block)] for block in blocks]
    breaks = sum(map(len, judged))
    share = sum(_share(links) * len(links) for links in judged) / breaks if breaks else 0.0
    width = _width(blocks)
    found: list[tuple[int, int]] = []
    for block, links in zip(blocks, judged, strict=True):
        many = len(links) >= OWN_EVIDENCE
        evidence = max(share, _share(links)) if many else share
        wrapped = evidence >= WRAPPED_SHARE and not (many and width < NARROWEST)
        start = block[0].start
        for link, (above, below) in zip(links, pairwise(block), strict=True):
            if _breaks(text, above, below, link=link, wrapped=wrapped, width=width, many=many):
                found.append((start, above.end))
                start = below.start
        found.append((start, block[-1].end))
    return found


def _share(links: list[Link]) -> float:
    """The share of a block's line breaks that fall in mid-sentence."""
    return sum(link is not Link.NONE for link in links) / len(links) if links else 0.0


def _blocks(text: str) -> list[list[Line]]:
    """Runs of lines between blank lines."""
    blocks: list[list[Line]] = []
    block: list[Line] = []
    at = 0
    for raw in text.splitlines(keepends=True):
        bare = raw.strip()
        if bare:
            start = at + (len(raw) - len(raw.lstrip()) if raw[0].isspace() else 0)
            block.append(Line(start, start + len(bare)))
        elif block:
            blocks.append(block)
            block = []
        at += len(raw)
    if block:
        blocks.append(block)
    return blocks


def _width(blocks: list[list[Line]]) -> int:
    """The width a wrapped text was wrapped to: nine in ten of the lines that have a neighbour are no longer."""
    lengths = sorted(line.end - line.start for block in blocks if len(block) > 1 for line in block)
    return lengths[len(lengths) * 9 // 10] if lengths else 0


def _link(text: str, above: Line, below: Line, lexicon: Lexicon) -> Link:
    """How a line holds on to the next."""
    last = text[above.end - 1]
    first = text[below.start]
    if last == ".":
        stop = judge(text, above.start, above.end - 1, above.end, below.start, lexicon)
        return Link.FIGURE if stop is Stop.GOES_ON else Link.NONE
    if last in _ENDED or _ITEM.match(text, below.start, below.end):
        return Link.NONE
    if last in _GOES_ON:
        return Link.SENTENCE
    if first.islower():
        return Link.NONE if _BRAND.match(text, below.start) else Link.SENTENCE
    if last in "$€£§" and first.isdigit():
        return Link.FIGURE
    if last.isdigit():
        word = _LETTERS.match(text, below.start, below.end)
        return Link.FIGURE if word and (word.group() in lexicon.units or word.group() in lexicon.months) else Link.NONE
    ending = _LAST_LETTERS.search(text, max(above.start, above.end - 30), above.end)
    return Link.SENTENCE if ending and ending.group() in lexicon.links else Link.NONE


def _breaks(text: str, above: Line, below: Line, *, link: Link, wrapped: bool, width: int, many: bool) -> bool:
    """Whether the break between two lines of a block ends a paragraph."""
    if link is Link.FIGURE:
        return False
    if not wrapped:
        return link is Link.NONE or (many and above.end - above.start < NARROWEST)
    if link is Link.SENTENCE:
        return False
    ended = text[above.end - 1] in _ENDED
    if _ITEM.match(text, below.start, below.end) and (ended or text[above.end - 1] in ",;"):
        return True
    word = _FIRST_WORD.match(text, below.start, below.end)
    taken = above.end - above.start + 1 + (len(word.group()) if word else 0)
    return taken <= width * (1 if ended else FULL_LINE)
