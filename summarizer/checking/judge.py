"""Says of each pairing what it means: borne out, contradicted in which part, misattributed, or nowhere to be found.

A finding's confidence is how surely the text is wrong there, were it flagged. It is a table, not a formula, so that
it can be read and measured: each case names how the figure was explained, and stands for the share of such cases in
which a reader agrees (`benchmarks/checking_cases.py` prints both counts for every case). What counts as flagged is
decided once, by the threshold of the sensitivity.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from summarizer.checking import qualifiers, unsaid
from summarizer.checking.atoms import Atom, Slot, Weight
from summarizer.checking.attribute import Pairing, noun_fit
from summarizer.data import Reason, Sensitivity, Verdict

THRESHOLDS: dict[Sensitivity, float] = {Sensitivity.DEFAULT: 0.6, Sensitivity.HIGH: 0.3}
"""From which doubt on a finding is flagged."""


class Judgement(NamedTuple):
    """What is said of one atom."""

    verdict: Verdict
    reason: Reason
    doubt: float
    """How surely it is wrong; 0 for one that is plainly borne out."""
    case: str
    """Which line of reasoning led here; for measuring, not for readers."""
    source: int | None
    """The source atom it was held against."""


def judge(claim: Atom, pairing: Pairing, source: Sequence[Atom], whole: Sequence[Atom]) -> Judgement:
    """The judgement on one atom of the target; ``source`` is the stretch it was paired in, ``whole`` all of it."""
    match, j = pairing.match, pairing.source
    if match is None or j is None:
        return _unsupported(claim)
    origin = source[j]
    if match.verdict is Verdict.CONTRADICTED:
        return _contradicted(claim, origin, match.reason, match.strength, j)
    if pairing.rival is not None:
        return _rivalled(claim, source[pairing.rival], pairing.rival)
    hedge = qualifiers.conflict(claim, origin)
    if hedge >= 0.2:
        return Judgement(Verdict.CONTRADICTED, Reason.QUALIFIER, hedge, "qualifier", j)
    unit = unsaid.doubt(claim, origin, whole)
    if unit is not None:
        case = f"unsaid.{claim.slot.name}.{'other' if unit[0] > 0.5 else 'none'}"
        return Judgement(Verdict.CONTRADICTED, unit[1], unit[0], case, j)
    if noun_fit(claim, origin) < 0:
        if claim.slot is Slot.COUNT and any(_counted_otherwise(claim, other) for other in whole):
            return Judgement(Verdict.MISATTRIBUTED, Reason.SUBJECT, 0.35, "noun.counted.otherwise", j)
        return Judgement(Verdict.MISATTRIBUTED, Reason.SUBJECT, 0.2, "noun.unlike", j)
    if pairing.repeated:
        doubt = 0.15 if claim.weight >= Weight.SPELLED else 0.05
        return Judgement(match.verdict, match.reason, doubt, f"repeated.{_weight(claim)}", j)
    return Judgement(match.verdict, match.reason, round(0.1 * (1 - match.strength), 3), f"fits.{match.verdict}", j)


def _counted_otherwise(claim: Atom, other: Atom) -> bool:
    """Whether another source figure counts what the target says, and gives another number."""
    return other.slot is Slot.COUNT and other.value != claim.value and noun_fit(claim, other) > 1


def _weight(atom: Atom) -> str:
    return atom.weight.name.lower()


def _at_most(doubt: float, weight: Weight, limits: Mapping[Weight, float]) -> float:
    """The doubt that a case deserves, less where translators are free."""
    return min(doubt, limits.get(weight, 1.0))


_ADDED = {Weight.FAINT: 0.15, Weight.SLIGHT: 0.25, Weight.SPELLED: 0.5}
_LOST = {Weight.FAINT: 0.1, Weight.SLIGHT: 0.25, Weight.SPELLED: 0.55}
"""The most that a figure is doubted which only the target, or only the source, has."""

_UNSUPPORTED: dict[Slot, float] = {
    Slot.WEEKDAY: 0.2,
    Slot.VAGUE: 0.2,
    Slot.MONTH: 0.6,
    Slot.DESIGNATION: 0.25,
    Slot.FRACTION: 0.25,
    Slot.MULTIPLE: 0.25,
    Slot.DECADE: 0.25,
    Slot.CENTURY: 0.5,
}


def _unsupported(claim: Atom) -> Judgement:
    doubt = _at_most(_UNSUPPORTED.get(claim.slot, 0.8), claim.weight, _ADDED)
    return Judgement(
        Verdict.UNSUPPORTED, Reason.NOT_IN_SOURCE, doubt, f"unsupported.{claim.slot.name}.{_weight(claim)}", None
    )


_NOWHERE = 0.65
"""The least doubt about a firm figure whose value the stretch does not have, whatever it is held against."""
_LOOSE = frozenset({Slot.VAGUE, Slot.DESIGNATION, Slot.FRACTION, Slot.MULTIPLE})


_COUNTS = frozenset({Slot.COUNT, Slot.NUMBER})
_FAR_APART = 4


def _far_apart(claim: Atom, origin: Atom) -> bool:
    """Whether a "two" is none of the source's thousands gone wrong: "the two companies", beside 7.300 employees."""
    left, right = claim.value, origin.value
    return isinstance(left, Decimal) and isinstance(right, Decimal) and right > left * _FAR_APART


_UNLIKE = "unsupported.unlike"
"""The case of a count that nothing bears out, beside one of something else: 3,000 jobs are not 40 trains gone wrong."""
_LOCALISED = frozenset({Slot.COUNT, Slot.NUMBER, Slot.MEASURE, Slot.DURATION})
_LOCALISED_DOUBT = 0.55


def in_translation(claim: Atom, said: Judgement) -> Judgement:
    """The judgement on an atom of a translation: what only it has is more often localised than made up.

    "911" for the emergency number, "6-foot-6" for 1.98 m, "24-hour" for rund um die Uhr: counts and measures that
    nothing in the source could have become. Sums, shares and dates are not localised that way.
    """
    if said.case == _UNLIKE:
        return said  # there is a figure in its place, of something else
    if said.verdict is Verdict.UNSUPPORTED and claim.slot in _LOCALISED and said.doubt > _LOCALISED_DOUBT:
        return said._replace(doubt=_LOCALISED_DOUBT)
    return said


def _contradicted(claim: Atom, origin: Atom, reason: Reason, strength: float, j: int) -> Judgement:
    if max(claim.weight, origin.weight) < Weight.SPELLED:
        strength *= 0.85
    if claim.weight >= Weight.SPELLED and not {claim.slot, origin.slot} & _LOOSE:
        strength = max(strength, _NOWHERE)
    if claim.weight < Weight.SPELLED and claim.slot in _COUNTS and _far_apart(claim, origin):
        strength = min(strength, _ADDED[claim.weight])
    if reason is Reason.VALUE and claim.slot is origin.slot is Slot.COUNT and noun_fit(claim, origin) < 0:
        return Judgement(Verdict.UNSUPPORTED, Reason.NOT_IN_SOURCE, strength, _UNLIKE, None)
    case = f"contradicted.{reason}.{claim.slot.name}.{origin.slot.name}.{_weight(claim)}.{_weight(origin)}"
    return Judgement(Verdict.CONTRADICTED, reason, strength, case, j)


def _rivalled(claim: Atom, rival: Atom, j: int) -> Judgement:
    """The value stands in the source but is used up, while another source figure of its kind goes without."""
    doubt = 0.7 if min(claim.weight, rival.weight) >= Weight.SPELLED else 0.5
    case = f"rivalled.{claim.slot.name}.{rival.slot.name}.{_weight(claim)}.{_weight(rival)}"
    return Judgement(Verdict.CONTRADICTED, Reason.VALUE, doubt, case, j)


_OMITTED: dict[Slot, float] = {
    Slot.WEEKDAY: 0.2,
    Slot.VAGUE: 0.15,
    Slot.MONTH: 0.45,
    Slot.DESIGNATION: 0.4,
    Slot.FRACTION: 0.3,
    Slot.MULTIPLE: 0.3,
    Slot.DECADE: 0.5,
    Slot.CENTURY: 0.5,
    Slot.ORDINAL: 0.5,
}


def omitted(origin: Atom, j: int) -> Judgement:
    """The judgement on a source atom that the translation of its sentence lacks."""
    doubt = _at_most(_OMITTED.get(origin.slot, 0.75), origin.weight, _LOST)
    return Judgement(Verdict.OMITTED, Reason.LEFT_OUT, doubt, f"omitted.{origin.slot.name}.{_weight(origin)}", j)
