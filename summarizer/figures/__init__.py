"""Reads every figure of a German or an English text, as a value.

    >>> from summarizer.figures import find
    >>> [(f.surface, f.kind.value, int(f.value), f.unit) for f in find("rund 1,1 Milliarden US-Dollar", "de")]
    [('1,1 Milliarden US-Dollar', 'money', 1100000000, 'USD')]

How it works: `tokens` cuts the text with one pattern and judges each distinct word once (`locales`); a word that can
open a figure has a `lexeme.Role`, and the table in `kinds` says which readers that role calls, the narrow ones first; a
reader looks at the tokens ahead and hands back a `reading.Reading`; `search` adds the hedge before it and the noun
behind it. Nothing backtracks, so the time is linear in the length of the text.

Values are comparable across the languages, by `Figure.kind`, `value`, `unit`, `low` and `high`; docs/figures.md gives
the conventions. `NUMBER` and `COUNT` differ only in whether a counted noun was seen.

To add a **kind**: one file in ``kinds/`` with its reader, its name in the rows of the table in ``kinds/__init__.py``
that can open it, its words in each locale, its cases in ``tests/cases/figures/``. A kind that is only a number with a
unit needs no file, only unit words.

To add a **language**: one file in ``locales/``, or a folder with a file a subject, with a `Locale` (words, patterns and
habits) and a function that judges a single word, its code in ``locales.LANGUAGES``, and its cases.

Both are held by tests that add a toy kind and a toy language (tests/test_figures_extension.py).

The modules behind these functions are loaded at the first call: importing the package costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from summarizer.data import Figure

__all__ = ["english", "find", "find_dated", "find_with_words", "row"]


def find(text: str, language: str, *, indefinite: bool = False) -> tuple[Figure, ...]:
    """Every figure of a text, in reading order, none overlapping another.

    Args:
        text: any text; spans are half-open code-point offsets into it.
        language: ``de`` or ``en``.
        indefinite: whether to read mehrere, einige, several, a few too, as vague quantities of 2 to 9.

    Raises:
        ValueError: if the language is not known.
    """
    from summarizer.figures.search import find as search

    return search(text, language, indefinite=indefinite)


def find_with_words(text: str, language: str) -> tuple[tuple[Figure, ...], frozenset[str]]:
    """What `find` gives, and the words of the text, which had to be cut for it: who asks for both cuts it once.

    The words are its distinct tokens in lower case: numbers, marks and addresses too, each whole, and an English
    possessive without its 's. In no order, and with an empty one for the end of the text.

    Raises:
        ValueError: if the language is not known.
    """
    from summarizer.figures.search import find_with_words as search

    return search(text, language)


def find_dated(
    text: str, language: str, written: date | None = None, *, indefinite: bool = False
) -> tuple[Figure, ...]:
    """What `find` gives, and the days that a text names from the day it was written: yesterday, vor drei Tagen.

    Args:
        text: any text; spans are half-open code-point offsets into it.
        language: ``de`` or ``en``.
        written: the day the text was written. Without it such days are open (``XXXX-XX-XX``); `Figure.unit` is the
            distance in any case (``-P1D``).
        indefinite: as for `find`.

    Raises:
        ValueError: if the language is not known.
    """
    from summarizer.figures.relative import find as search

    return search(text, language, written, indefinite=indefinite)


def english(figure: Figure) -> str:
    """The figure in English, rendered from its value, with its hedge: "up to 37", "US$1.1 billion", "6 November"."""
    from summarizer.figures.rendering import english as render

    return render(figure)


def row(figure: Figure) -> dict[str, object]:
    """The figure for JSON: text, start, end, kind, value, unit, low, high, qualifier, noun.

    Numbers are decimal strings; dates and times are ISO 8601, a time with its designator (``T17:30``). A hedge that
    bounds the value gives that bound too: "bis zu 37" has ``high`` 37.
    """
    from summarizer.figures.rendering.rows import row as render

    return render(figure)
