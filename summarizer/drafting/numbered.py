"""An article as a strong model sees it: numbered sentences, its figures by id, all of it fenced data."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from summarizer.data import Figure, Sentence
from summarizer.drafting.terms import Glossary, TermKind
from summarizer.figures import english
from summarizer.prompting import fenced

_TERM_KINDS = frozenset({TermKind.COUNTRY, TermKind.PERSON, TermKind.NAME, TermKind.BODY, TermKind.OFFICE})
_MOST_TERMS = 60


def line(text: str, sentence: Sentence) -> str:
    """One sentence with its id, on one line."""
    return f"[{sentence.id}] {' '.join(sentence.span.of(text).split())}"


def block(text: str, sentences: Iterable[Sentence]) -> str:
    """Sentences as a fenced block; a blank line where a paragraph ends."""
    lines: list[str] = []
    paragraph = None
    for sentence in sentences:
        if paragraph is not None and sentence.paragraph != paragraph:
            lines.append("")
        paragraph = sentence.paragraph
        lines.append(line(text, sentence))
    return fenced("\n".join(lines), "article")


def figure_list(figures: Sequence[Figure], where: dict[str, str]) -> str:
    """Figures, one a line: id, sentence, German words, English words. ``where`` gives the sentence of a figure id."""
    lines = [f'{f.id} [{where[f.id]}] "{" ".join(f.surface.split())}" = {english(f)} ({f.kind.value})' for f in figures]
    return fenced("\n".join(lines) or "(none)", "figures")


def places(sentences: Iterable[Sentence], figures: Iterable[Figure]) -> dict[str, str]:
    """The sentence each figure stands in, by id; figures outside all of ``sentences`` are left out."""
    found: dict[str, str] = {}
    ordered = sorted(sentences, key=lambda s: s.span)
    at = 0
    for figure in sorted(figures, key=lambda f: f.span):
        while at < len(ordered) and ordered[at].span.end <= figure.span.start:
            at += 1
        if at < len(ordered) and ordered[at].span.overlaps(figure.span):
            found[figure.id] = ordered[at].id
    return found


def term_list(text: str, sentences: Iterable[Sentence], glossary: Glossary) -> str:
    """Names and bodies of the glossary that occur, German and English, where they differ."""
    found: dict[str, str] = {}
    for sentence in sentences:
        for hit in glossary.occurrences(sentence.span.of(text)):
            if hit.term.kind in _TERM_KINDS and hit.term.german != hit.term.english:
                found.setdefault(hit.term.german, hit.term.english)
    shown = list(found.items())[:_MOST_TERMS]
    return "\n".join(f"{german} = {english_}" for german, english_ in shown) or "(none)"
