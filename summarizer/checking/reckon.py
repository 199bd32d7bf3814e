"""What a sentence works out from its own figures: 640 beds less 85 leaves 555, 15 per cent of 23 million is 3.45.

The operands must be borne out by the source, and at least one of them must stand in the same sentence of the target;
the other stands there too or in the same sentence of the source. So a sum is shown beside what it is made of, and
chance has few pairs to try. Where the operands stand there and a word announces the result ("leaving", "or about"), a
result that does not follow is told with the right one.

To extend: a form of arithmetic is a branch of `_result`, with the words that announce it in `_LEADS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from summarizer.checking.atoms import Atom, Slot, Weight
from summarizer.checking.attribute import noun_fit
from summarizer.checking.judge import Judgement
from summarizer.checking.late import late
from summarizer.checking.precision import is_rounding
from summarizer.checking.reading import Reading
from summarizer.checking.stretches import Judged
from summarizer.data import Reason, Verdict

_COUNTS = frozenset({Slot.COUNT, Slot.NUMBER})
_WHOLE = frozenset({Slot.COUNT, Slot.NUMBER, Slot.MONEY, Slot.MEASURE})
_PARTS = frozenset({Slot.SHARE, Slot.MONEY, Slot.MEASURE})
_HUNDRED = Decimal(100)
_HEDGE = r"\s+(?:(?:about|around|some|almost|nearly|roughly|only|just|a total of)\s+)?[$€£]?$"
_LEADS: dict[str, re.Pattern[str]] = {
    "−": late(rf"\b(?:leaving|leaves?|left with){_HEDGE}"),
    "×": late(rf"\b(?:or|i\.e\.|that is|equal to){_HEDGE}"),
    "÷": late(rf"\b(?:or|i\.e\.|that is|equal to){_HEDGE}"),
}
_COMPARED = late(
    r"\s*(?:[a-z-]+\s+){0,2}?(?:more|fewer|less|higher|lower|above|below|short of|ahead of|behind|better|worse)\b"
)
_DIFFERING = late(rf"\b(?:by|leaving|(?:gain|loss|rise|fall|gap|lead|surplus|shortfall) of){_HEDGE}")
"""Words behind and before a figure that make it what two others differ by."""
_SIGNS = {"times": "×"}
_BEFORE = 40
_WRONG = 0.8


class _Result(NamedTuple):
    value: Decimal
    sign: str
    operands: tuple[Atom, Atom]


def reckoned(judged: Sequence[Judged], target: Reading, source: Reading) -> list[Judged]:
    """The judgements on one sentence of a summary, accepting what follows from its other figures."""
    borne = [item for item in judged if item.judgement.verdict.accepted and len(item.sources) == 1]
    stated = [item.sources[0] for item in borne]
    stated += [_remainder(item) for item in borne if item.judgement.case == "derived" and item.claim.slot is Slot.SHARE]
    if not stated:
        return list(judged)
    sentences = {source.sentence_index(atom.position) for atom in stated}
    near = sentences | {at + step for at in sentences for step in (-1, 1)}
    unstated = [a for a in source.atoms_of(near) if a not in stated]
    beside = [a for a in unstated if a.slot in _PARTS or source.sentence_index(a.position) in sentences]
    done = [_reckoned(item, stated, beside, target, source) for item in judged]
    return [_apart(item, stated, unstated, target, source) for item in done]


def _remainder(item: Judged) -> Atom:
    """A share that follows from one of the source, as if it stood beside it: 85 per cent, where 15 are said."""
    origin = item.sources[0]
    return item.claim._replace(figure=origin.figure, position=origin.position)


def _away(one: Atom, other: Atom) -> int:
    """How many sentences apart two operands may stand: a share and what it is of are told one after the other."""
    return int(Slot.SHARE in (one.slot, other.slot))


def _reckoned(item: Judged, stated: Sequence[Atom], beside: Sequence[Atom], target: Reading, source: Reading) -> Judged:
    claim, said = item.claim, item.judgement
    if not _asked(item) or not isinstance(claim.value, Decimal):
        return item
    announced = []
    for left in stated:
        index = source.sentence_index(left.position)
        for right in (
            *stated,
            *(a for a in beside if abs(source.sentence_index(a.position) - index) <= _away(left, a)),
        ):
            for found in _results(claim, left, right):
                if _is(claim, found.value):
                    judgement = Judgement(Verdict.DERIVED, Reason.NONE, 0.1, "derived.within", None)
                    return Judged(claim, judgement, found.operands, _shown(found, claim.value))
                if right in stated and _announced(claim, found.sign, target):
                    announced.append(found)
    if len({found.value for found in announced}) != 1:
        return item
    found = announced[0]
    judgement = Judgement(Verdict.CONTRADICTED, Reason.VALUE, max(said.doubt, _WRONG), "reckoned.wrong", None)
    return Judged(claim, judgement, found.operands, f"{_shown(found, found.value)}, not {_plain(claim.value)}")


def _apart(item: Judged, stated: Sequence[Atom], others: Sequence[Atom], target: Reading, source: Reading) -> Judged:
    """Accepts what two figures differ by, where the target's words compare: "950 more than", "€50m below".

    The words say that it is a difference, so the counted noun, which either language may leave out, need not.
    """
    claim = item.claim
    if not _asked(item) or claim.slot not in _WHOLE or not _compares(claim, target):
        return item
    for left in stated:
        index = source.sentence_index(left.position)
        for right in (*stated, *(a for a in others if abs(source.sentence_index(a.position) - index) <= 1)):
            if not (_same(claim, left) and _same(claim, right)):
                continue
            if not isinstance(left.value, Decimal) or not isinstance(right.value, Decimal):
                continue
            large, small = max(left.value, right.value), min(left.value, right.value)
            if small > 0 and large > small and _is(claim, large - small):
                found = _Result(large - small, "−", (left, right) if left.value == large else (right, left))
                judgement = Judgement(Verdict.DERIVED, Reason.NONE, 0.1, "derived.apart", None)
                return Judged(claim, judgement, found.operands, _shown(found, large - small))
    return item


def _compares(claim: Atom, target: Reading) -> bool:
    start, end = target.figures[claim.figure].span
    before, behind = target.text[max(0, start - _BEFORE) : start], target.text[end : end + _BEFORE]
    return _COMPARED.match(behind) is not None or _DIFFERING.search(before) is not None


def _asked(item: Judged) -> bool:
    """Whether a figure is in doubt for its value, and is one that can be the result of a calculation."""
    said = item.judgement
    asked = said.verdict in (Verdict.UNSUPPORTED, Verdict.CONTRADICTED) and said.reason not in _OTHERWISE
    return asked and item.claim.weight >= Weight.SPELLED and isinstance(item.claim.value, Decimal)


_OTHERWISE = frozenset({Reason.QUALIFIER, Reason.DATE_PART, Reason.POINTS, Reason.CURRENCY})


def _results(claim: Atom, left: Atom, right: Atom) -> Iterator[_Result]:
    """What two source figures make, of the kind of ``claim``, in either order."""
    if left is not right:
        for one, other in ((left, right), (right, left)):
            if (found := _result(claim, one, other)) is not None:
                yield found


def _result(claim: Atom, one: Atom, other: Atom) -> _Result | None:
    here, there = one.value, other.value
    if not isinstance(here, Decimal) or not isinstance(there, Decimal) or here <= 0 or there <= 0:
        return None
    if {claim.slot, one.slot, other.slot} <= _COUNTS and here > there:
        like = noun_fit(other, one) >= 0 and all(noun_fit(claim, a) >= 0 or _staffing(claim, a) for a in (one, other))
        one_thing = one.noun is None or other.noun is None or not other.noun.concepts or noun_fit(other, one) > 0
        return _Result(here - there, "−", (one, other)) if like and one_thing else None
    if one.slot is Slot.MULTIPLE and other.slot in _WHOLE and _same(claim, other):
        return _Result(here * there, "times", (one, other))
    if one.slot is Slot.DURATION and other.slot is Slot.MONEY and _sum_of(claim, other):
        whole = here == here.to_integral_value() and here < _LONGEST
        return _Result(here * there, "times", (one, other)) if whole else None
    if one.slot is Slot.SHARE and one.unit == "%" and other.slot in _WHOLE and _same(claim, other):
        return _Result(here / _HUNDRED * there, "×", (one, other)) if here < _HUNDRED else None
    if claim.slot is Slot.SHARE and claim.unit == "%" and one.slot in _WHOLE and _same(one, other) and here < there:
        return _Result(here / there * _HUNDRED, "÷", (one, other))
    return None


_POSTS, _STAFF = "Arbeitsplatz", frozenset({"Beschäftigte", "Angestellte"})


def _staffing(one: Atom, other: Atom) -> bool:
    """Whether one counts jobs and the other those who have them: 2,300 of 2,800 staff, a loss of 500 jobs."""
    nouns = [atom.noun.concepts for atom in (one, other) if atom.noun is not None]
    return any(_POSTS in mine and not _STAFF.isdisjoint(its) for mine in nouns for its in nouns)


def _same(one: Atom, other: Atom) -> bool:
    """Whether two figures are of one kind and unit."""
    return one.unit == other.unit and (one.slot is other.slot or {one.slot, other.slot} <= _COUNTS)


def _sum_of(claim: Atom, money: Atom) -> bool:
    """Whether a figure is a sum of the same currency, which may go without saying: 5 million euros, or 10 million."""
    assert isinstance(claim.value, Decimal)
    counts = claim.noun is not None and bool(claim.noun.concepts)
    return _same(claim, money) or (claim.slot in _COUNTS and claim.value >= _LARGE and not counts)


_LARGE, _LONGEST = Decimal(1_000_000), Decimal(400)
"""From which number on it may be a sum; how many days or years something is paid for."""


def _is(claim: Atom, exact: Decimal) -> bool:
    assert isinstance(claim.value, Decimal)
    return claim.value == exact or is_rounding(claim.value, exact, claim.qualifier)


def _announced(claim: Atom, sign: str, target: Reading) -> bool:
    start = target.figures[claim.figure].span.start
    lead = _LEADS.get(sign)
    return lead is not None and lead.search(target.text[max(0, start - _BEFORE) : start].replace("\n", " ")) is not None


def _shown(found: _Result, value: Decimal) -> str:
    one, other = found.operands
    assert isinstance(one.value, Decimal)
    assert isinstance(other.value, Decimal)
    unit = " per cent" if found.sign == "÷" else ""
    first = f"{_plain(one.value)}%" if found.sign == "×" else _plain(one.value)
    return f"{first} {_SIGNS.get(found.sign, found.sign)} {_plain(other.value)} = {_plain(value)}{unit}"


def _plain(value: Decimal) -> str:
    return f"{round(value, 2).normalize():,f}"
