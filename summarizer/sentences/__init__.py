"""Splits a text into sentences with exact offsets, in one pass and linear time.

Rules of our own, because the figure check needs three things no library we tried gives together: spans into the
untouched text, thousands of sentences a second, and a promise that no cut falls inside a figure ("am 6. November",
"2,5 Mrd. Euro", "Art. 5 Abs. 2"). `layout` first cuts the text into paragraphs by its shape; here each paragraph is
cut where a stop ends a sentence. `stops` judges a stop by the words on both sides of it; those words are data, one
file a language.

How to extend
    A word that is split wrongly: add it to the table it belongs to in `de` or `en`, and a case to
    ``tests/cases/sentences/``. A language: a file with a `Lexicon` and a line in `LEXICONS`.
"""

from __future__ import annotations

import re

from summarizer.data import Sentence, Span
from summarizer.sentences import de, en
from summarizer.sentences.layout import paragraphs
from summarizer.sentences.lexicon import Lexicon
from summarizer.sentences.stops import Stop, judge

LEXICONS = {"de": de.LEXICON, "en": en.LEXICON}

_STOP = re.compile(r"""[.!?…]+(?:["'“”»«’‘›‹)\]*_]|\[\d{1,3}\]|[¹²³⁰-⁹])*(?=\s)""")
_GAP = re.compile(r"""\s+(?:["'“„”»«’‘‚›‹(\[*_–—-]+\s*)*""")


def split(text: str, language: str = "de") -> tuple[Sentence, ...]:
    """The sentences of ``text`` in reading order, ids ``S1``, ``S2`` …

    Spans are trimmed of white space, never overlap, and together cover every character that is not white space.
    Never raises on any text; ``language`` is "de" or "en" (`ValueError` otherwise).
    """
    try:
        lexicon = LEXICONS[language]
    except KeyError:
        raise ValueError(f"no sentence rules for {language!r}; there are rules for {', '.join(LEXICONS)}") from None
    found: list[Sentence] = []
    for number, (start, end) in enumerate(paragraphs(text, lexicon)):
        for a, b in _sentences(text, start, end, lexicon):
            found.append(Sentence(f"S{len(found) + 1}", Span(a, b), number))
    return tuple(found)


def _sentences(text: str, start: int, end: int, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Cuts one trimmed paragraph."""
    spans: list[tuple[int, int]] = []
    first = start
    for stop in _STOP.finditer(text, start, end):
        cut = stop.end()
        gap = _GAP.match(text, cut, end)
        if gap is None or gap.end() >= end:
            continue
        if judge(text, first, stop.start(), cut, gap.end(), lexicon) is Stop.ENDS:
            spans.append((first, cut))
            first = _skip_space(text, cut)
    if first < end:
        spans.append((first, end))
    return spans


def _skip_space(text: str, at: int) -> int:
    while text[at].isspace():
        at += 1
    return at
