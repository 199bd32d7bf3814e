"""Records for the report tests, put together by hand: an invented article, a draft of it, a check with every verdict.

Nothing here was produced by a model or by the check; the tests of reports ask how records are shown, not whether
they are right.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from summarizer.data import (
    Article,
    Check,
    Citation,
    Deal,
    DealKind,
    DealPart,
    DealStatus,
    Draft,
    DraftSentence,
    Figure,
    Finding,
    Kind,
    NameFinding,
    Party,
    Provenance,
    Qualifier,
    Reading,
    Reason,
    Report,
    Role,
    Sentence,
    Span,
    Usage,
    Verdict,
)

GERMAN = (
    "Die Reederei Nordsee kauft bis zu 15 Fähren und vier Schlepper. "
    "Der Auftrag ist rund 1,08 Milliarden Euro wert. "
    "Im Vorjahr waren es 14 Fähren der Werft Ostkai. "
    "Am 3. Mai unterschrieben beide Seiten."
)
ENGLISH = (
    "Nordsee orders ferries",
    "The Nordsee shipping line buys up to 16 ferries and four tugs, 19 vessels in all.",
    "The order is worth about 1.1 billion euros, Lisbon said.",
    "In the year before it was 15 ferries.",
)


def sentences(text: str, prefix: str, pattern: str = r"[^ ][^.]*\.(?= [A-Z]|$)") -> tuple[Sentence, ...]:
    """Sentences of the invented texts: split wherever ``pattern`` says."""
    spans = [Span(*match.span()) for match in re.finditer(pattern, text)]
    return tuple(Sentence(f"{prefix}{number}", span, 0) for number, span in enumerate(spans, 1))


def figure(text: str, surface: str, kind: Kind, value: Decimal | str | int | None, **more: object) -> Figure:
    """The figure ``surface`` where it first stands in ``text``."""
    start = text.index(surface)
    number = Decimal(value) if isinstance(value, int) else value
    return replace(Figure(kind, number, surface, Span(start, start + len(surface))), **more)  # type: ignore[arg-type]


SOURCE_SENTENCES = sentences(GERMAN, "S", r"Die[^.]*\.|Der[^.]*\.|Im[^.]*\.|Am .*")
FERRIES = figure(GERMAN, "bis zu 15", Kind.COUNT, 15, noun="Fähren", qualifier=Qualifier.AT_MOST, id="F1")
TUGS = figure(GERMAN, "vier", Kind.COUNT, 4, noun="Schlepper", id="F2")
PRICE = figure(
    GERMAN, "rund 1,08 Milliarden Euro", Kind.MONEY, 1_080_000_000, unit="EUR", qualifier=Qualifier.ABOUT, id="F3"
)
BEFORE = figure(GERMAN, "14", Kind.COUNT, 14, noun="Fähren", id="F4")
SIGNED = figure(GERMAN, "3. Mai", Kind.DATE, "XXXX-05-03", id="F5")
FIGURES = (FERRIES, TUGS, PRICE, BEFORE, SIGNED)

TARGET = "\n".join(ENGLISH)
TARGET_SENTENCES = sentences(TARGET, "T", r"[^\n]+")

FINDINGS = (
    Finding(
        Verdict.CONTRADICTED,
        figure(TARGET, "up to 16", Kind.COUNT, 16, noun="ferries", qualifier=Qualifier.AT_MOST, id="F1"),
        sources=(FERRIES,),
        reason=Reason.VALUE,
        note="the source has bis zu 15",
        confidence=0.97,
        flagged=True,
        evidence=("S1",),
    ),
    Finding(Verdict.SUPPORTED, figure(TARGET, "four", Kind.COUNT, 4, noun="tugs", id="F2"), (TUGS,), evidence=("S1",)),
    Finding(
        Verdict.DERIVED,
        figure(TARGET, "19", Kind.COUNT, 19, noun="vessels", id="F3"),
        (FERRIES, TUGS),
        note="15 + 4 = 19",
        evidence=("S1",),
    ),
    Finding(
        Verdict.ROUNDED,
        figure(TARGET, "about 1.1 billion euros", Kind.MONEY, 1_100_000_000, unit="EUR", id="F4"),
        (PRICE,),
        note="1,080,000,000 to two digits",
        evidence=("S2",),
    ),
    Finding(
        Verdict.MISATTRIBUTED,
        figure(TARGET, "15", Kind.COUNT, 15, noun="ferries", id="F5"),
        (FERRIES, BEFORE),
        reason=Reason.SUBJECT,
        confidence=0.6,
        flagged=True,
        evidence=("S1", "S3"),
    ),
)
OMITTED = (
    Finding(Verdict.OMITTED, None, (SIGNED,), Reason.LEFT_OUT, flagged=False, evidence=("S4",)),
    Finding(Verdict.OMITTED, None, (BEFORE,), Reason.LEFT_OUT, flagged=False, evidence=("S3",)),
)
NAMES = (NameFinding("Lisbon", Span(TARGET.index("Lisbon"), TARGET.index("Lisbon") + 6), note="no such place there"),)

DEALS = (
    Deal(
        parties=(Party("Nordsee", Role.BUYER), Party("Ostkai | Sons", Role.SELLER)),
        kind=DealKind.ORDER,
        item="vessels",
        status=DealStatus.SIGNED,
        evidence=("S1", "S2"),
        amount=PRICE,
        quantity=FERRIES,
        parts=(DealPart(TUGS, "tugs"),),
        date=SIGNED,
        note="terms unclear",
    ),
    Deal((Party("Ostkai"),), DealKind.OTHER, "", DealStatus.REPORTED, ("S3",)),
)


def verification(**changes: object) -> Report:
    """A report of a verification, every verdict in it."""
    report = Report(
        article=Article(GERMAN, origin="fähren.txt"),
        sentences=SOURCE_SENTENCES,
        figures=FIGURES,
        target=TARGET,
        target_sentences=TARGET_SENTENCES,
        check=Check(FINDINGS, OMITTED, NAMES),
        draft=None,
        provenance=Provenance(model=None, version="0.1.0"),
    )
    return replace(report, **changes)  # type: ignore[arg-type]


def clean_verification() -> Report:
    """A report with nothing flagged."""
    findings = tuple(finding for finding in FINDINGS if finding.verdict.accepted)
    return verification(check=Check(findings, OMITTED))


def summary(**changes: object) -> Report:
    """A report of a summary: draft, deals and provenance beside the check."""
    cited = tuple(DraftSentence(text, (f"S{number}",)) for number, text in enumerate(ENGLISH[1:], 1))
    report = verification(
        article=Article(GERMAN, language="de", language_probability=0.9999, origin="fähren.txt"),
        draft=Draft(
            headline=DraftSentence(ENGLISH[0], ("S1",)),
            sentences=cited,
            deals=DEALS,
            notes=("One sentence was sent back once.",),
            covered=("S1", "S2", "S3"),
        ),
        deal_checks=(Check(()), Check((), names=(NameFinding("Ostkai", Span(0, 6)),))),
        citations=tuple(
            Citation(sentence.span, (f"S{max(number, 1)}",)) for number, sentence in enumerate(TARGET_SENTENCES)
        ),
        provenance=Provenance(
            model="small-1b",
            endpoint="embedded",
            strategy="sentences",
            prompts={"translate_sentence": "0123abcd"},
            usage=Usage(7, 1234, 321),
            version="0.1.0",
        ),
    )
    return replace(report, **changes)  # type: ignore[arg-type]


def reading() -> Reading:
    """The figures of the German text."""
    return Reading(Article(GERMAN, origin="fähren.txt"), SOURCE_SENTENCES, FIGURES)


def hostile(report: Report, words: Mapping[str, str]) -> Report:
    """``report`` with words of the German article replaced by others of equal length, so that spans still hold."""
    text = report.article.text
    for old, new in words.items():
        assert len(old) == len(new)
        assert old in text
        text = text.replace(old, new)
    return replace(report, article=replace(report.article, text=text))
