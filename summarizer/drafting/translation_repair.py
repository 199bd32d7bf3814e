"""After the check of a translation: each flagged passage goes back alone with the reason, at most twice.

A new wording counts only if the check flags less in it. Where the model can't, and all that is wrong is how one figure
of the German is written, the figure is put in by rule. What still fails stays and is shown flagged, or is left in
German behind a mark under `Options.strict`; nothing is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from summarizer.data import Check, Finding, PassageState, Qualifier, Reason, Verdict
from summarizer.drafting import fidelity
from summarizer.drafting.caller import Caller
from summarizer.drafting.grounding import clean, reads_german
from summarizer.drafting.options import Options
from summarizer.drafting.pinning import pin
from summarizer.drafting.translate import tidy
from summarizer.drafting.translation_layout import Piece, remarked, unmarked
from summarizer.drafting.translation_work import Made, PairChecker, Work
from summarizer.errors import ReplyError
from summarizer.figures import english, find

_TOKENS_PER_CHAR, _LEAST_TOKENS = 0.8, 120
_WRITTEN_WRONG = frozenset(
    {Reason.VALUE, Reason.SCALE, Reason.SEPARATOR, Reason.UNIT, Reason.CURRENCY, Reason.POINTS, Reason.DATE_PART}
)
_SHORTEST = 0.6
"""Of the words before, what a new wording must have: an empty sentence has no wrong figure either."""


@dataclass(frozen=True, slots=True)
class Mended:
    """What the repairs came to."""

    sent: int
    clean: int
    by_rule: int
    requests: int
    failing: tuple[int, ...]
    """Indices of the passages that still fail."""


def repair(caller: Caller, work: Work, checker: PairChecker, options: Options, *, small: bool) -> Mended:
    """Mend what the check flags. Raises `ModelError`."""
    flagged = [at for at in work.asked if _reasons(work, at, checker)]
    failing: list[int] = []
    by_rule = requests = 0
    for done, at in enumerate(flagged):
        caller.progress("repair", done, len(flagged))
        requests += _by_model(caller, work, at, checker, options.max_repairs, small=small)
        if _reasons(work, at, checker) and _by_rule(work, at, checker):
            by_rule += not _reasons(work, at, checker)
        if _reasons(work, at, checker):
            failing.append(at)
    if flagged:
        caller.progress("repair", len(flagged), len(flagged))
    return Mended(len(flagged), len(flagged) - len(failing), by_rule, requests, tuple(failing))


def _reasons(work: Work, at: int, checker: PairChecker) -> tuple[str, ...]:
    """What the check has against a passage, a line each."""
    made, piece = work.made[at], work.pieces[at]
    if made is None or made.state is not PassageState.TRANSLATED:
        return ()
    return tuple(_said(piece, made.text, checker))


def _said(piece: Piece, text: str, checker: PairChecker) -> Iterator[str]:
    if reads_german(text):
        yield "it is in German; write it in English"
    check = checker(piece.german, text, piece.sentence.id)
    for finding in check.findings:
        if finding.flagged and finding.claim is not None:
            why = f'"{finding.claim.surface}": {finding.note or finding.reason.value.replace("_", " ")}'
            ours = ", ".join(english(figure) for figure in finding.sources)
            yield f"{why}; the German has {ours}" if ours else why
    yield from (
        f"it leaves out {', '.join(english(f) for f in finding.sources)}"
        for finding in check.omitted
        if finding.flagged and finding.sources
    )
    yield from (f'the German does not name "{name.surface}"' for name in check.names if name.flagged)


def _by_model(caller: Caller, work: Work, at: int, checker: PairChecker, most: int, *, small: bool) -> int:
    """Ask for a passage again until the check is content; how many requests it took."""
    piece, requests = work.pieces[at], 0
    reasons = _reasons(work, at, checker)
    while reasons and requests < most:
        made = work.made[at]
        assert made is not None
        now = _again(caller, work, piece, made, reasons, pinned=small and requests == 0)
        requests += 1
        left = tuple(_said(piece, now, checker)) if now else reasons
        whole = len(now.split()) >= _SHORTEST * len(made.text.split())
        tries = made.tries + 1
        work.made[at] = replace(made, tries=tries)
        if len(left) < len(reasons) and whole:
            faults = tuple(f.reason for f in fidelity.wording(piece.body, now, work.material.names))
            work.made[at] = Made(now, tries=tries, faults=faults)
            reasons = left
    return requests


def _again(caller: Caller, work: Work, piece: Piece, made: Made, reasons: tuple[str, ...], *, pinned: bool) -> str:
    source, marks = unmarked(piece.body)
    room = int(len(source) * _TOKENS_PER_CHAR) + _LEAST_TOKENS
    inside = find(source, "de")
    given = "; ".join(dict.fromkeys(english(figure) for figure in inside))
    try:
        if pinned:
            known = pin(source, 0, work.material.glossary.occurrences(source), inside)
            reply = caller.write(
                "retranslate_sentence",
                room,
                sentence=known.text,
                reason="; ".join(reasons),
                pinned=given or "no figure",
            )
        else:
            reply = caller.write(
                "translate_repair",
                room,
                german=source if pinned else piece.body,
                english=made.text,
                reason="; ".join(reasons),
                figures=given or "none: write no figure",
            )
    except ReplyError:
        return ""
    text = clean(tidy(reply, source))
    if text.startswith(("{", "[", "```")):
        return ""
    return remarked(text, marks) if pinned else text


def _by_rule(work: Work, at: int, checker: PairChecker) -> bool:
    """Write the German's own figure where the English has it wrong; only if that leaves less to flag."""
    made, piece = work.made[at], work.pieces[at]
    assert made is not None
    check = checker(piece.german, made.text, piece.sentence.id)
    text = made.text
    for finding in reversed(check.findings):
        if finding.claim is not None and _plainly_wrong(finding, check):
            words = english(replace(finding.sources[0], qualifier=Qualifier.EXACT))
            span = finding.claim.span
            text = text[: span.start] + words + text[span.end :]
    text = re.sub(r"\b(percent|%) percent\b", r"\1", text)
    if text == made.text or len(tuple(_said(piece, text, checker))) >= len(_reasons(work, at, checker)):
        return False
    work.made[at] = replace(made, text=text)
    return True


def _plainly_wrong(finding: Finding, check: Check) -> bool:
    """Whether a claim is one figure of the German written wrongly, and no other claim stands for that figure."""
    if not finding.flagged or finding.verdict is not Verdict.CONTRADICTED or finding.reason not in _WRITTEN_WRONG:
        return False
    if len(finding.sources) != 1:
        return False
    return sum(finding.sources[0] in other.sources for other in check.findings) == 1
