"""Puts the check together: reads both texts, aligns them, judges every figure, and lists what was left out.

The one entry of this room. Everything that weighs evidence is elsewhere; here it is only decided which stretch of
the target is held against which stretch of the source, and what of the judgements counts against the text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from summarizer.checking import align, coverage, millions, names, wording
from summarizer.checking.atoms import Atom, Slot
from summarizer.checking.changes import Changes
from summarizer.checking.judge import THRESHOLDS, Judgement, in_translation
from summarizer.checking.judge import omitted as judge_omitted
from summarizer.checking.late import late
from summarizer.checking.listed import listed
from summarizer.checking.reading import Reading, read_source
from summarizer.checking.reckon import reckoned
from summarizer.checking.stretches import Judged, Outcome, borrow, check_stretch, crossed, reconsider
from summarizer.checking.told import Told
from summarizer.checking.worked_out import Grounds, worked_out
from summarizer.data import Check, Citation, Finding, Reason, Sensitivity, Span, TextKind, Verdict

_SUMMED = late(
    r"\b(?:together|combined|in (?:all|total)|altogether|total(?:s|ling|led)?|all told|the (?:two|three))\b", re.I
)
_TELLING = 10
"""From here on a number is taken for the same one again, whatever it counts."""
_WIDE = 3
"""How many sentences away what a figure follows from may stand, where the target says that it adds up; else one."""
_ONE_STRETCH = 700
"""Up to so many code points a translation is one stretch: a segment, not a document."""


def check(
    source: str | Reading,
    target: str,
    *,
    kind: TextKind = TextKind.SUMMARY,
    sensitivity: Sensitivity = Sensitivity.DEFAULT,
    require_coverage: bool = False,
    omissions: bool = True,
    citations: Sequence[Citation] = (),
    source_language: str = "de",
    target_language: str = "en",
    fail_on: frozenset[Verdict] | None = None,
) -> Check:
    """What of ``target`` the figures of ``source`` bear out.

    ``kind`` says how the target relates to the source: a translation must carry every figure, sentence by sentence,
    a summary may leave out what it likes (``require_coverage`` flags that too). ``sensitivity`` is the operating
    point. Without ``omissions``, what a summary leaves out is not even listed. ``citations`` name the source
    sentences (ids of `summarizer.sentences.split`) that parts of the target rest on. ``fail_on`` lists the
    verdicts that count against the text; by default every one that is not accepted.

    ``source`` may be a `Reading` that was made before, in its own language: then nothing of it is read again.
    Spans of claims point into ``target``, those of sources into ``source``. Never raises on any text.
    """
    origin = source if isinstance(source, Reading) else read_source(source, source_language)
    found = check_figures(
        origin,
        target,
        kind=kind,
        sensitivity=sensitivity,
        require_coverage=require_coverage,
        omissions=omissions,
        citations=citations,
        target_language=target_language,
        fail_on=fail_on,
    )
    findings = tuple(replace(f, evidence=_evidence(f, origin)) for f in found.findings)
    omitted = tuple(replace(f, evidence=_evidence(f, origin)) for f in found.omitted)
    missing = names.missing(origin, target, target_language, sensitivity)
    claims = [f.claim.span for f in findings if f.claim]
    return Check(findings, omitted, tuple(name for name in missing if not _within(name.span, claims)))


def _within(name: Span, claims: Sequence[Span]) -> bool:
    """Whether a name is part of a figure (the MW of "60 MW"): it has been judged as such."""
    return any(claim.start <= name.start and name.end <= claim.end for claim in claims)


def check_figures(
    origin: Reading,
    target: str,
    *,
    kind: TextKind,
    sensitivity: Sensitivity,
    require_coverage: bool = False,
    omissions: bool = True,
    citations: Sequence[Citation] = (),
    target_language: str = "en",
    fail_on: frozenset[Verdict] | None = None,
) -> Check:
    """`check` without the names and, for the figures, without the sentences of the source: the fast part."""
    claim = millions.settled(Reading(target, target_language), origin)
    outcome = _outcome(claim, origin, kind, citations)
    threshold = THRESHOLDS[sensitivity]
    findings = _findings(claim, origin, outcome, threshold, fail_on)
    must = kind is TextKind.TRANSLATION or require_coverage
    if not must and not omissions:
        return Check(findings, ())
    return Check(findings, coverage.omitted(origin, outcome.unused, threshold if must else None, fail_on))


def _evidence(finding: Finding, source: Reading) -> tuple[str, ...]:
    """The source sentences a finding rests on: those of its figures, else those it was looked for in."""
    if not finding.sources:
        return finding.evidence
    indices = {source.sentence_index(figure.span.start) for figure in finding.sources}
    return tuple(source.sentences[index].id for index in sorted(indices))


def cases(source: str, target: str, kind: TextKind) -> list[tuple[str, float]]:
    """Which lines of reasoning a check goes through, with their doubts: for measuring them."""
    claim, origin = Reading(target, "en"), read_source(source, "de")
    outcome = _outcome(claim, origin, kind, ())
    found = [(item.judgement.case, item.judgement.doubt) for item in outcome.judged]
    if kind is TextKind.TRANSLATION:
        found += [(j.case, j.doubt) for j in (judge_omitted(atom, 0) for atom in outcome.unused)]
    return found


def _outcome(target: Reading, source: Reading, kind: TextKind, citations: Sequence[Citation]) -> Outcome:
    if kind is TextKind.TRANSLATION:
        short = len(source.text) <= _ONE_STRETCH
        found = check_stretch(target, source, target.atoms, source.atoms) if short else _translation(target, source)
        judged = [item._replace(judgement=in_translation(item.claim, item.judgement)) for item in found.judged]
        return Outcome(Told(target, source, alone=False).settled(judged), found.unused)
    if not target.atoms:
        return Outcome([], source.atoms)
    return _summary(target, source, citations)


def _translation(target: Reading, source: Reading) -> Outcome:
    stretches = [
        check_stretch(target, source, target.atoms_of(bead.target), source.atoms_of(bead.source))
        for bead in align.beads(target, source)
    ]
    for index, stretch in enumerate(stretches):
        for near in (index - 1, index + 1):
            if 0 <= near < len(stretches):
                borrow(stretch, stretches[near])
    return Outcome([j for s in stretches for j in s.judged], [atom for s in stretches for atom in s.unused])


def _summary(target: Reading, source: Reading, citations: Sequence[Citation]) -> Outcome:
    drawn: list[tuple[int, ...]] = []  # looked for only if some sentence cites nothing
    wider: list[tuple[int, ...]] = []  # and only if a figure is in doubt
    judged: list[Judged] = []
    used: set[int] = set()
    drawn_on: dict[int, tuple[int, ...]] = {}
    displaced: dict[int, Atom] = {}
    changes = Changes(target, source)
    grounds: list[Grounds] = []
    for index, sentence in enumerate(target.sentences):
        mine = target.atoms_of((index,))
        if not mine:
            continue
        evidence = _cited(source, citations, sentence.span.start, sentence.span.end)
        cited = bool(evidence)
        if not cited:
            drawn = drawn or align.evidence(target, source)
            evidence = drawn[index]
        seen = evidence
        first = _held(target, source, index, evidence, changes)
        if not cited and any(item.judgement.doubt >= _DOUBTED for item, _ in first):
            wider = wider or align.wider_evidence(target, source)
            if set(wider[index]) - set(evidence):
                first = _surer(first, _held(target, source, index, wider[index], changes))
                seen = tuple(dict.fromkeys((*evidence, *wider[index])))
        drawn_on.update({atom.figure: seen for atom in mine})
        displaced.update({len(judged) + at: place for at, (_, place) in enumerate(first) if place is not None})
        done = reckoned([item for item, _ in first], target, source)
        grounds.append(Grounds(len(judged), len(judged) + len(done), evidence))
        judged += done
        used.update(atom.figure for item in done for atom in item.sources)
    judged = crossed(judged, displaced)
    judged = Told(target, source, alone=True).settled(judged)
    judged = worked_out(judged, grounds, target, source)
    told = {_identity(atom) for item in judged if item.judgement.verdict.accepted for atom in item.sources}
    left = [atom for atom in source.atoms if atom.figure not in used and _identity(atom) not in told]
    return Outcome(judged, left, drawn_on)


_Held = list[tuple[Judged, Atom | None]]


def _held(target: Reading, source: Reading, index: int, evidence: Sequence[int], changes: Changes) -> _Held:
    """The judgements on one sentence against its evidence, each with the source figure whose place it has, if any."""
    found = check_stretch(target, source, target.atoms_of((index,)), source.atoms_of(evidence), evidence)
    far = _WIDE if _SUMMED.search(target.sentences[index].span.of(target.text)) else 1
    near = source.atoms_of({n for e in evidence for n in range(e - far, e + far + 1)})
    drawn_text = " ".join(source.sentences[e].span.of(source.text) for e in evidence)
    held: _Held = []
    for item in found.judged:
        final, place = reconsider(item, near, source.atoms, changes, drawn_text), None
        if final.judgement.verdict is Verdict.UNSUPPORTED:
            final = _listed(final, source, evidence)
        if final.judgement.reason is Reason.SUBJECT and item.sources and not item.judgement.verdict.accepted:
            place = item.sources[0]
            given, here = (source.figures[i.sources[0].figure] for i in (final, item))
            if given is not here and not final.note:
                final = final._replace(note=wording.meant(given, here, Reason.SUBJECT))
        held.append((final, place))
    return held


_DOUBTED = 0.6
"""From this doubt on a figure is looked at twice, in more of the source."""


_DATED = frozenset({Slot.DAY, Slot.MONTH, Slot.WEEKDAY, Slot.TIME, Slot.ORDINAL})
"""Which part of a day or date stands in another sentence as often."""


def _surer(first: _Held, second: _Held) -> _Held:
    """The first look at each figure, or the second where the first doubts it and the second less."""
    pairs = [(a, b, a[0].judgement.doubt) for a, b in zip(first, second, strict=True)]
    return [
        b if doubt >= _DOUBTED and b[0].judgement.doubt < doubt and not _common(a[0].claim) else a
        for a, b, doubt in pairs
    ]


def _common(claim: Atom) -> bool:
    """Whether another sentence may have a figure by chance: a day, a small number."""
    counted = claim.slot in (Slot.COUNT, Slot.NUMBER, Slot.DURATION) and isinstance(claim.value, Decimal)
    return claim.slot in _DATED or (counted and Decimal(str(claim.value)) < _TELLING)


def _identity(atom: Atom) -> tuple[object, ...]:
    """What makes two figures of one text the same: 17 in the headline and 17 in the lead are told by one 17."""
    number = atom.slot in (Slot.COUNT, Slot.NUMBER)
    small = isinstance(atom.value, Decimal) and atom.value < _TELLING
    counted = atom.noun.concepts if number and small and atom.noun is not None else None
    value = atom.value if atom.value is not None else atom.position
    return Slot.COUNT if number else atom.slot, value, atom.unit, counted


def _listed(item: Judged, source: Reading, evidence: Sequence[int]) -> Judged:
    """The same, accepted if it counts a list of its evidence."""
    value = item.claim.value
    if item.claim.slot not in (Slot.COUNT, Slot.NUMBER) or not isinstance(value, Decimal):
        return item
    for index in evidence:
        items = listed(value, source.sentences[index].span.of(source.text))
        if items is not None:
            judgement = Judgement(Verdict.DERIVED, Reason.NONE, 0.15, "derived.list", None)
            return Judged(item.claim, judgement, (), f"counts {', '.join(items)}")
    return item


def _cited(source: Reading, citations: Sequence[Citation], start: int, end: int) -> tuple[int, ...]:
    """The source sentences that the writer names for a stretch of target, by index."""
    named = {
        identifier
        for citation in citations
        if citation.span.start < end and start < citation.span.end
        for identifier in citation.sentences
    }
    if not named:
        return ()
    return tuple(index for index, sentence in enumerate(source.sentences) if sentence.id in named)


def _findings(
    target: Reading,
    source: Reading,
    outcome: Outcome,
    threshold: float,
    fail_on: frozenset[Verdict] | None,
) -> tuple[Finding, ...]:
    """One finding a figure: that of its most doubtful part."""
    by_figure: dict[int, list[Judged]] = defaultdict(list)
    for item in outcome.judged:
        by_figure[item.claim.figure].append(item)
    findings = []
    for index in sorted(by_figure):
        finding = _finding(target, source, index, by_figure[index], threshold, fail_on)
        if not finding.sources and index in outcome.drawn_on:
            ids = tuple(source.sentences[sentence].id for sentence in sorted(outcome.drawn_on[index]))
            finding = replace(finding, evidence=ids)
        findings.append(finding)
    return tuple(findings)


def _finding(
    target: Reading,
    source: Reading,
    index: int,
    parts: Sequence[Judged],
    threshold: float,
    fail_on: frozenset[Verdict] | None,
) -> Finding:
    worst = max(parts, key=lambda part: part.judgement.doubt)
    judgement = worst.judgement
    sources = sorted({atom.figure for part in parts for atom in part.sources})
    counts = not judgement.verdict.accepted if fail_on is None else judgement.verdict in fail_on
    held = tuple(source.figures[number] for number in sources)
    return Finding(
        judgement.verdict,
        target.figures[index],
        held,
        judgement.reason,
        worst.note or wording.note(target.figures[index], held, judgement.verdict, judgement.reason),
        _confidence(judgement),
        counts and judgement.doubt >= threshold,
    )


def _confidence(judgement: Judgement) -> float:
    return round(1 - judgement.doubt if judgement.verdict.accepted else judgement.doubt, 3)
