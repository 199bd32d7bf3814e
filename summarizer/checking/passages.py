"""Checks a translation whose pairs are known: each German passage against the English written for it, and no other.

Where we translate, nothing has to be aligned or guessed: it is known which English stands for which German. That is the
strictest check there is (a figure that slipped into the next sentence is seen), and its time grows with the text.
Only names are looked for in the whole article: a pronoun may have been replaced by the name it stands for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from summarizer.checking.assembly import check
from summarizer.checking.lexicon import names as lexicon
from summarizer.checking.reading import read_source
from summarizer.data import Check, Figure, Finding, Sensitivity, Span, TextKind


class Passages:
    """The check of one article's passages, at one sensitivity."""

    def __init__(self, article: str, sensitivity: Sensitivity = Sensitivity.DEFAULT) -> None:
        self._article = article
        self._sensitivity = sensitivity
        self._reading = read_source(article, "de")
        self._figures = {figure.span: figure for figure in self._reading.figures}

    def check(self, german: Span, english: str, sentence: str = "") -> Check:
        """What of ``english`` the passage ``german`` of the article bears out; ``sentence`` is the passage's id.

        Spans of claims and names point into ``english``, those of sources into the article.
        """
        found = check(german.of(self._article), english, kind=TextKind.TRANSLATION, sensitivity=self._sensitivity)
        evidence = (sentence,) if sentence else ()
        findings = tuple(self._home(finding, german.start, evidence) for finding in found.findings)
        omitted = tuple(self._home(finding, german.start, evidence) for finding in found.omitted)
        names = found.names
        if names:
            missing = {item.name.span for item in lexicon.missing(english, self._reading.names)}
            names = tuple(name for name in names if name.span in missing)
        return Check(findings, omitted, names)

    def _home(self, finding: Finding, offset: int, evidence: tuple[str, ...]) -> Finding:
        """The finding with its sources as the figures of the article."""
        sources = []
        for figure in finding.sources:
            span = Span(figure.span.start + offset, figure.span.end + offset)
            sources.append(self._figures.get(span) or replace(figure, span=span, id=""))
        return replace(finding, sources=tuple(sources), evidence=evidence)


def joined(checked: Iterable[tuple[int, Check]]) -> Check:
    """The checks of passages as one of the whole text; each comes with where its English starts in that text."""
    findings: list[Finding] = []
    omitted: list[Finding] = []
    names = []
    for offset, found in checked:
        for finding in found.findings:
            claim = finding.claim
            findings.append(replace(finding, claim=claim and _moved(claim, offset, f"F{len(findings) + 1}")))
        omitted += found.omitted
        names += [replace(n, span=Span(n.span.start + offset, n.span.end + offset)) for n in found.names]
    return Check(tuple(findings), tuple(omitted), tuple(names))


def _moved(figure: Figure, offset: int, name: str) -> Figure:
    return replace(figure, span=Span(figure.span.start + offset, figure.span.end + offset), id=name)
