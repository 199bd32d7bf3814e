"""Word lists of one subject in both languages, as data: sections of lines "German forms = English forms".

"*" at the end of a form stands for any ending, "…" for what stands between the parts of a German verb (legte … zu; its
second part ends the clause). A section becomes one pattern that finds any of its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from summarizer.checking.late import late
from summarizer.checking.spotted import Spotted

_FOLDER = Path(__file__).parent / "words"


def _pattern(form: str) -> str:
    first, apart, last = form.partition("…")
    found = re.escape(first.rstrip("*")) + (r"\w*" if first.endswith("*") else "")
    return rf"{found}\b[^\n]*\b{re.escape(last)}{_AT_END}" if apart else rf"{found}\b"


_AT_END = r"(?=\s*(?:$|und\b))"


@cache
def _written(name: str, language: str) -> dict[str, list[str]]:
    """For each section of a list its words in a language, as they are written there."""
    found: dict[str, list[str]] = {}
    section = ""
    for line in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            section = line.strip("[]")
        elif "=" in line and not line.startswith("#"):
            forms = line.split("=")[0 if language == "de" else 1].split(",")
            found.setdefault(section, []).extend(form.strip() for form in forms if form.strip())
    return {section: forms for section, forms in found.items() if forms}


@cache
def _forms(name: str, language: str) -> dict[str, list[str]]:
    """The same as patterns."""
    return {section: list(map(_pattern, forms)) for section, forms in _written(name, language).items()}


@cache
def patterns(name: str, language: str) -> Mapping[str, re.Pattern[str]]:
    """A pattern for each section of ``words/<name>.txt``; a section without words in the language has none.

    Each is made when it is first asked for: most texts need few of them, and a short check little else.
    """
    return _Patterns(_forms(name, language))


class _Patterns(Mapping[str, re.Pattern[str]]):
    def __init__(self, forms: Mapping[str, Sequence[str]]) -> None:
        self._forms = forms
        self._made: dict[str, re.Pattern[str]] = {}

    def __getitem__(self, section: str) -> re.Pattern[str]:
        if section not in self._made:
            self._made[section] = any_form(self._forms[section])
        return self._made[section]

    def __contains__(self, section: object) -> bool:
        return section in self._forms

    def __iter__(self) -> Iterator[str]:
        return iter(self._forms)

    def __len__(self) -> int:
        return len(self._forms)


def any_form(forms: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the forms, which begin with a letter each.

    They are sorted by it: else each form is tried at each word.
    """
    by_letter: dict[str, list[str]] = {}
    for form in forms:
        by_letter.setdefault(form[0].lower(), []).append(form[1:])
    groups = [f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items()]
    return late(rf"\b(?:{'|'.join(groups)})", re.IGNORECASE)


class _Spots(dict[str, frozenset[str]]):
    """For each word, in lower case, the sections of a list that it may stand for; remembered within bounds."""

    def __init__(self, written: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self._sections = {section: any_form(map(_longest, forms)) for section, forms in written.items()}
        self.spotted = Spotted(
            any_form(_longest(form) for forms in written.values() for form in forms).pattern
        ).__getitem__

    def __missing__(self, word: str) -> frozenset[str]:
        found = frozenset(section for section, pattern in self._sections.items() if pattern.search(word))
        if len(self) < _MEMORY:
            self[word] = found
        return found


_MEMORY = 1 << 12


@cache
def _spots(name: str, language: str) -> _Spots:
    return _Spots(_written(name, language))


def sections(name: str, language: str, words: Iterable[str]) -> set[str]:
    """The sections of a list of which a text may have a word, by its words in lower case: no other has one.

    Each form is known by its longest word: "gemacht" of "dicht gemacht".
    """
    spots = _spots(name, language)
    return {section for word in filter(spots.spotted, words) for section in spots[word]}


def _longest(form: str) -> str:
    first = form.partition("…")[0]
    word: str = max(_LETTERS.findall(first), key=len)
    return word + ("" if f"{word}*" in first else r"\b")


_LETTERS = late(r"[^\W\d_]+")


@cache
def any_of(name: str, language: str) -> re.Pattern[str]:
    """One pattern for the words of all sections, in a whole text: what ends a clause (läuft … aus) may stand in it."""
    return any_form(form.partition(_AT_END)[0] for forms in _forms(name, language).values() for form in forms)
