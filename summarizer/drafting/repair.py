"""After the check: each flagged sentence goes back alone, with its evidence and the reason, at most twice.

A new wording counts only if the check flags less in it than in the old one. What still fails stays and is shown
flagged, or is left out with a note under `Options.strict`; nothing is passed over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from summarizer.data import Check, Citation, Draft, DraftSentence, Figure, Span
from summarizer.drafting.caller import Caller
from summarizer.drafting.grounding import clean, reads_german
from summarizer.drafting.options import Checker, Options
from summarizer.drafting.translate import tidy
from summarizer.figures import english
from summarizer.prompting import fenced

_TOKENS = 220


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a repair may draw on."""

    texts: Mapping[str, str]
    """German sentences by id."""
    figures: Mapping[str, tuple[Figure, ...]]
    """Figures by sentence id."""


def repair(caller: Caller, draft: Draft, evidence: Evidence, checker: Checker, options: Options) -> tuple[Draft, int]:
    """The draft with its flagged sentences mended as far as may be, and the number of requests. Raises `ModelError`."""
    sentences = (draft.headline, *draft.sentences)
    flagged = [at for at, sentence in enumerate(sentences) if _flags(sentence, checker)]
    mended = list(sentences)
    requests = 0
    failing: set[int] = set()
    for done, at in enumerate(flagged):
        caller.progress("repair", done, len(flagged))
        mended[at], used, clean_now = _mend(caller, sentences[at], evidence, checker, options)
        requests += used
        if not clean_now:
            failing.add(at)
    if flagged:
        caller.progress("repair", len(flagged), len(flagged))
    notes = list(draft.notes)
    if requests:
        again = len(flagged) - len(failing)
        notes.append(
            f"{len(flagged)} of {len(sentences)} sentences were sent back after the check; {again} came out clean."
        )
    kept = list(enumerate(mended))
    if options.strict and failing:
        left_out = [mended[at] for at in sorted(failing) if at > 0]
        kept = [(at, s) for at, s in kept if at == 0 or at not in failing]
        if left_out:
            notes.append(f"{len(left_out)} sentences that failed the check were left out.")
        if 0 in failing and len(kept) > 1:
            kept[0] = (0, kept[1][1])
            notes.append("The headline failed the check; the first sentence stands in its place.")
    texts = [sentence for _, sentence in kept]
    return replace(draft, headline=texts[0], sentences=tuple(texts[1:]), notes=tuple(notes)), requests


def _mend(
    caller: Caller, sentence: DraftSentence, evidence: Evidence, checker: Checker, options: Options
) -> tuple[DraftSentence, int, bool]:
    best, reasons = sentence, _flags(sentence, checker)
    requests = 0
    german = "\n".join(f"[{i}] {evidence.texts[i]}" for i in sentence.sources if i in evidence.texts)
    figures = [english(f) for i in sentence.sources for f in evidence.figures.get(i, ())]
    while reasons and requests < options.max_repairs:
        reply = caller.write(
            "repair_sentence",
            _TOKENS,
            sentence=best.text,
            reason="; ".join(reasons),
            evidence=fenced(german or "(none)", "source"),
            figures="; ".join(dict.fromkeys(figures)) or "none: write no figure",
        )
        requests += 1
        now = DraftSentence(clean(tidy(reply, best.text)), sentence.sources)
        left = _flags(now, checker)
        if (
            now.text
            and not now.text.startswith(("{", "[", "```"))
            and len(left) < len(reasons)
            and len(now.text.split()) >= len(best.text.split()) // 2
        ):
            best, reasons = now, left
    return best, requests, not reasons


def _flags(sentence: DraftSentence, checker: Checker) -> tuple[str, ...]:
    """What the check has against a sentence, a line each."""
    if not sentence.text:
        return ()
    check = checker(sentence.text, (Citation(Span(0, len(sentence.text)), sentence.sources),))
    language = ("the sentence is in German; write it in English",) if reads_german(sentence.text) else ()
    return (*language, *_reasons(check))


def _reasons(check: Check) -> tuple[str, ...]:
    found = []
    for finding in check.findings:
        if finding.flagged and finding.claim is not None:
            said = f'"{finding.claim.surface}": {finding.note or finding.reason.value.replace("_", " ")}'
            ours: Sequence[str] = [english(f) for f in finding.sources]
            found.append(f"{said}; the source has {', '.join(ours)}" if ours else said)
    found += [f'the source does not name "{name.surface}"' for name in check.names if name.flagged]
    return tuple(found)
