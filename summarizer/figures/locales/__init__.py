"""Words and patterns, one file or folder a language; `locale(code)` loads a language when it is first used."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Final

from summarizer.figures.locale import Locale

LANGUAGES: Final = ("de", "en")
"""A new language is a file or folder here of its code's name, and its code in this table."""


@cache
def locale(language: str) -> Locale:
    """The words of a language.

    Raises:
        ValueError: for a language that is not in `LANGUAGES`.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no figures are read in {language!r}; known: {', '.join(LANGUAGES)}")
    loaded: Locale = import_module(f"summarizer.figures.locales.{language}").LOCALE
    return loaded
