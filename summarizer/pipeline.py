"""The only composer: from an article to a checked report, one room after the other.

    >>> from summarizer.pipeline import verify
    >>> verify("Das kostet 1,1 Milliarden Euro.", "It costs 1.1 billion euros.").flagged
    False

`verify` is the right half of `summarize` alone: any German source against any English text. What a half needs is
imported by it, so that a check does not wait for the model's client. To add a step, add it here and nowhere else.
"""

from __future__ import annotations

from dataclasses import replace

from summarizer import __version__, checking, figures, sentences
from summarizer.data import (
    Article,
    Check,
    Provenance,
    Reading,
    Report,
    Sensitivity,
    Sentence,
    TextKind,
    Verdict,
)


def verify(
    source: Article | str,
    target: str,
    *,
    kind: TextKind = TextKind.SUMMARY,
    sensitivity: Sensitivity = Sensitivity.DEFAULT,
    require_coverage: bool = False,
    fail_on: frozenset[Verdict] | None = None,
    flag_names: bool = True,
) -> Report:
    """Check every figure and name of the English ``target`` against the German ``source``.

    ``kind`` says whether the target may leave figures out; ``require_coverage`` flags what a summary leaves out, too.
    ``fail_on`` names the verdicts that count as flagged (None: all that are not accepted), ``flag_names`` whether
    names that the source does not hold do. Needs no model and no network, and takes any text: it never raises.
    """
    article = _article(source)
    check = checking.check(
        article.text,
        target,
        kind=kind,
        sensitivity=sensitivity,
        require_coverage=require_coverage,
        fail_on=fail_on,
    )
    return Report(
        article=article,
        sentences=sentences.split(article.text, "de"),
        figures=figures.find(article.text, "de"),
        target=target,
        target_sentences=_renamed(sentences.split(target, "en")),
        check=check if flag_names else _without_names_flagged(check),
        draft=None,
        provenance=Provenance(model=None, version=__version__),
    )


def read_figures(text: Article | str, *, language: str | None = None) -> Reading:
    """Every figure of a German or English text; ``language`` is "de", "en", or None to have it detected.

    A text that is too short to tell, or in neither language, is read as German.
    """
    article = _article(text)
    if language is None:
        from summarizer.language import detect

        found = detect(article.text)
        language = "en" if found.language == "en" else "de"
        article = replace(article, language=language, language_probability=found.probability)
    return Reading(article, sentences.split(article.text, language), figures.find(article.text, language))


def _article(text: Article | str) -> Article:
    return text if isinstance(text, Article) else Article(text)


def _renamed(found: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    # T1, T2 …: a report names sentences of both texts, and S1 is the source's.
    return tuple(replace(sentence, id=f"T{sentence.number}") for sentence in found)


def _without_names_flagged(check: Check) -> Check:
    return replace(check, names=tuple(replace(name, flagged=False) for name in check.names))
