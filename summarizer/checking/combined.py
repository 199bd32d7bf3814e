"""What figures of the source make together, where the words of the target announce that something is reckoned.

Each form of arithmetic (`announced.Sum`) is one function here over the same few operands: those of the source that
bear out other figures of this sentence of the target or of the one before it (*told* figures), and what stands beside
them or in the sentences drawn on. Two operands are both told, or one is and the other stands near it in the source, or
they stand in one sentence. A claim has at most `_MOST` operands, so that no form tries more than a few hundred
combinations, however long the text.

Values are compared in the unit of the claim (8.43 metres less 61 centimetres), a bare number takes the unit of the
figure it stands with, and a rounder result is accepted as `precision.is_rounding` has it.

To extend: a branch of `_forms` with its function, and cases that must be refused beside those that follow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from summarizer.checking import units
from summarizer.checking.announced import Sum
from summarizer.checking.atoms import Atom, Slot
from summarizer.checking.attribute import noun_fit
from summarizer.checking.precision import is_rounding, is_telling_factor
from summarizer.checking.reading import Reading
from summarizer.checking.steps import is_step
from summarizer.checking.steps import way as steps_way

_COUNTS = frozenset({Slot.COUNT, Slot.NUMBER})
_WHOLE = frozenset({Slot.COUNT, Slot.NUMBER, Slot.MONEY, Slot.MEASURE, Slot.DURATION, Slot.SHARE, Slot.POINTS})
_MOST = 14
_MOST_DIVISORS = 24
_RUN = 6
_WIDE = frozenset({Sum.TOTAL, Sum.LEFT})
_ALIKE = 10
"""How many times larger a bare number may be than the figure whose unit it takes."""
_HUNDRED = Decimal(100)
_HARDLY_A_YEAR = Decimal(1700)


class Combination(NamedTuple):
    """How a figure follows from others."""

    note: str
    """The arithmetic, as a reader would write it."""
    operands: tuple[Atom, ...]


class Drawn(NamedTuple):
    """What a sentence of the target rests on."""

    told: Sequence[Atom]
    """Source atoms that bear out other figures of it, or of the sentence before."""
    evidence: Sequence[int]
    """Source sentences it draws on, best first."""
    source: Reading
    reach: int = 1
    """How many sentences apart two operands may stand where one of them is told."""
    here: frozenset[Atom] = frozenset()
    """Of what is told, that of the same sentence."""


class _Term(NamedTuple):
    atom: Atom
    value: Decimal
    """In the unit of the claim."""


def combine(claim: Atom, sums: frozenset[Sum], drawn: Drawn, *, strict: bool = False) -> Combination | None:
    """The first way in which ``claim`` follows from figures of the source, of those that its sentence announces.

    ``strict`` takes only operands that are told or stand in one sentence: for a value that the source has as well.
    """
    value = claim.value
    if not isinstance(value, Decimal) or value <= 0 or claim.slot not in _WHOLE:
        return None
    drawn = drawn._replace(reach=0 if strict else 2 if sums & _WIDE else 1)
    terms, near = _terms(claim, drawn), _nearness(drawn)
    for kind, form in _FORMS:
        if kind in sums:
            for exact, sign, chosen in form(terms, near, drawn):
                fits = drawn.here.issuperset(term.atom for term in chosen) or _fits(claim, chosen, sign)
                if _is(claim, exact) and fits and _counts(claim, chosen):
                    return Combination(_shown(sign, chosen, value, exact), tuple(t.atom for t in chosen))
    return None


def _is(claim: Atom, exact: Decimal) -> bool:
    assert isinstance(claim.value, Decimal)
    return claim.value == exact or is_rounding(claim.value, exact, claim.qualifier)


def _counts(claim: Atom, chosen: Sequence[_Term]) -> bool:
    """Whether each operand matters: 338,000 and 115 are not "338,000 in all"."""
    return not any(_is(claim, term.value) for term in chosen)


def _fits(claim: Atom, chosen: Sequence[_Term], sign: str) -> bool:
    """Whether no operand counts another thing than the claim does; what something is divided by always does."""
    if claim.slot not in _COUNTS:
        return True
    counted = [term.atom.noun.concepts if term.atom.noun is not None else frozenset() for term in chosen]
    unlike = any(a and b and a.isdisjoint(b) for a, b in pairwise(counted))
    if all(noun_fit(claim, term.atom) >= 0 for term in (chosen[:1] if sign == "÷" else chosen)):
        return not (unlike and sign == "−" and len(chosen) > 2)  # seats less votes less something are nothing
    return sign == "+" and unlike and all(counted)  # women and men are students: together they have another name


def _terms(claim: Atom, drawn: Drawn) -> list[_Term]:
    """The operands there are, those that are told first, then by the rank of their sentence."""
    source, told = drawn.source, list(dict.fromkeys(drawn.told))
    centres = [*drawn.evidence, *(source.sentence_index(atom.position) for atom in told)]
    ordered = list(dict.fromkeys(n for step in range(drawn.reach + 1) for c in centres for n in {c - step, c + step}))
    atoms = list(dict.fromkeys([*told, *(atom for n in ordered for atom in source.atoms_of((n,)))]))
    same = [_Term(atom, value) for atom in atoms if (value := _in_unit_of(claim, atom)) is not None]
    if claim.slot not in _COUNTS:
        same += [
            _Term(atom, atom.value)
            for atom in atoms
            if atom.slot is Slot.NUMBER
            and isinstance(atom.value, Decimal)
            and any(t.value <= atom.value * _ALIKE and atom.value <= t.value * _ALIKE for t in same)
        ]
    return [term for term in same if term.value > 0][:_MOST]


def _in_unit_of(claim: Atom, atom: Atom) -> Decimal | None:
    """The value of a source figure in the unit of the claim; None where it is of another kind."""
    if not isinstance(atom.value, Decimal):
        return None
    if atom.slot is Slot.ORDINAL and atom.value >= _HUNDRED and claim.slot in _COUNTS:
        return atom.value  # a number at the end of its sentence looks like an ordinal in German: "auf 1.660."
    if atom.slot is Slot.YEAR and atom.value < _HARDLY_A_YEAR and claim.slot in _COUNTS:
        return atom.value  # "1310 wurden abgebrochen"
    if atom.slot not in _WHOLE and atom.slot not in (Slot.AGE, Slot.YEAR):
        return None
    if {claim.slot, atom.slot} <= _COUNTS:
        return atom.value
    slots = {claim.slot, atom.slot}
    if claim.slot is Slot.DURATION and claim.unit == "year" and atom.slot in (Slot.AGE, Slot.YEAR):
        return atom.value  # so many years older, so many years from one to another
    if claim.slot is not atom.slot and slots != {Slot.SHARE, Slot.POINTS}:
        return None
    if slots == {Slot.SHARE, Slot.POINTS}:
        return atom.value if {claim.unit, atom.unit} == {"%", "pp"} else None
    if claim.unit == atom.unit or (claim.slot is Slot.MONEY and None in (claim.unit, atom.unit)):
        return atom.value
    mine, its = units.scale(claim.unit), units.scale(atom.unit)
    if mine is None or its is None or mine.dimension != its.dimension or mine.offset or its.offset:
        return None
    return units.in_unit(atom.value, its, mine)


_Near = Callable[[Atom, Atom], bool]


def _nearness(drawn: Drawn) -> _Near:
    told = set(drawn.told)
    index = drawn.source.sentence_index

    drawn_on = {*drawn.evidence, *(index(atom.position) for atom in drawn.told)} if drawn.reach else set()
    if drawn.reach > 1:
        drawn_on.update(best + step for best in drawn.evidence[:1] for step in range(-drawn.reach, drawn.reach + 1))

    def near(one: Atom, other: Atom) -> bool:
        if one in told and other in told:
            return True
        either = one in told or other in told
        here, there = index(one.position), index(other.position)
        return here == there or (either and (abs(here - there) <= drawn.reach or {here, there} <= drawn_on))

    return near


_Found = Iterator[tuple[Decimal, str, tuple[_Term, ...]]]


def _pairs(terms: Sequence[_Term], near: _Near) -> Iterator[tuple[_Term, _Term]]:
    for at, one in enumerate(terms):
        for other in terms[at + 1 :]:
            if one.atom.figure != other.atom.figure and near(one.atom, other.atom):
                yield one, other


def _apart(terms: Sequence[_Term], near: _Near, drawn: Drawn) -> _Found:
    told, best = set(drawn.told), drawn.evidence[:1]
    for one, other in _pairs(terms, near):
        anchored = one.atom in told or other.atom in told
        if not anchored and drawn.source.sentence_index(one.atom.position) not in best:
            continue  # a sentence that is hardly drawn on
        large, small = (one, other) if one.value >= other.value else (other, one)
        yield large.value - small.value, "−", (large, small)


def _total(terms: Sequence[_Term], near: _Near, drawn: Drawn) -> _Found:
    values = {term.value for term in terms}
    for one, other in _pairs(terms, near):
        if abs(one.value - other.value) not in values - {one.value, other.value}:  # else one is part of the other
            yield one.value + other.value, "+", (one, other)
    ordered = sorted(terms, key=lambda term: term.atom.position)
    for start in range(len(ordered)):
        for end in range(start + 3, min(start + _RUN, len(ordered)) + 1):
            run = tuple(ordered[start:end])
            if near(run[0].atom, run[-1].atom):
                yield sum((t.value for t in run), Decimal(0)), "+", run
    told = [term for term in terms if term.atom in set(drawn.told)]
    if 2 < len(told) <= _RUN:
        yield sum((t.value for t in told), Decimal(0)), "+", tuple(told)


def _left(terms: Sequence[_Term], near: _Near, drawn: Drawn) -> _Found:
    """What is left of one figure when one to three others are taken off, one of all of them told."""
    told = set(drawn.told)
    pairs = list(_pairs(terms, near))
    for one, other in pairs:
        large, small = (one, other) if one.value >= other.value else (other, one)
        yield large.value - small.value, "−", (large, small)
    for whole in terms:
        for one, other in pairs:
            if whole in (one, other) or one.value + other.value >= whole.value:
                continue
            if told.isdisjoint({whole.atom, one.atom, other.atom}):
                continue
            if near(whole.atom, one.atom) or near(whole.atom, other.atom):
                parts = sorted((one, other), key=lambda term: term.atom.position)
                yield whole.value - one.value - other.value, "−", (whole, *parts)
    if terms and terms[0].atom.slot is Slot.SHARE:
        yield from _rest(terms, near)
    yield from _less_a_run(terms, near, drawn)


def _less_a_run(terms: Sequence[_Term], near: _Near, drawn: Drawn) -> _Found:
    """What two to four figures in a row leave of one that stands beside them."""
    index = drawn.source.sentence_index
    ordered = sorted(terms, key=lambda term: term.atom.position)
    for start in range(len(ordered)):
        for end in range(start + 2, min(start + _RUN - 1, len(ordered)) + 1):
            run = tuple(ordered[start:end])
            for whole in ordered:
                beside = abs(index(whole.atom.position) - index(run[-1].atom.position)) <= min(1, drawn.reach)
                if whole not in run and (beside or near(whole.atom, run[-1].atom)) and near(run[0].atom, run[-1].atom):
                    yield whole.value - sum((t.value for t in run), Decimal(0)), "−", (whole, *run)


def _rest(terms: Sequence[_Term], near: _Near) -> _Found:
    """What two or three shares leave of a hundred per cent."""
    for one, other in _pairs(terms, near):
        yield _HUNDRED - one.value - other.value, "100−", (one, other)
    for one, other, third in zip(terms, terms[1:], terms[2:], strict=False):
        if near(one.atom, third.atom) and near(one.atom, other.atom):
            yield _HUNDRED - one.value - other.value - third.value, "100−", (one, other, third)


def _each(terms: Sequence[_Term], near: _Near, drawn: Drawn) -> _Found:
    """A sum divided by how many it is for."""
    source = drawn.source
    for term in terms:
        here = source.sentence_index(term.atom.position)
        beside = source.atoms_of({here - 1, here, here + 1})
        numbers = [a for a in (*drawn.told, *beside) if a.slot in _COUNTS and isinstance(a.value, Decimal)]
        for number in numbers[:_MOST_DIVISORS]:
            assert isinstance(number.value, Decimal)
            if number.value < 2 or number.figure == term.atom.figure or term.value <= number.value:
                continue
            if not near(number, term.atom) or not is_telling_factor(number.value):
                continue  # dividing by ten or a hundred would excuse a point that has moved
            yield term.value / number.value, "÷", (term, _Term(number, number.value))


def _before_change(terms: Sequence[_Term], near: _Near, drawn: Drawn) -> _Found:
    del near
    yield from _changed(terms, drawn, Decimal(-1))


def _after_change(terms: Sequence[_Term], near: _Near, drawn: Drawn) -> _Found:
    del near
    yield from _changed(terms, drawn, Decimal(1))


def _changed(terms: Sequence[_Term], drawn: Drawn, sign: Decimal) -> _Found:
    """The value before or after a step that the source names beside the other one, as a sum or in per cent."""
    source = drawn.source
    index = source.sentence_index
    sentences = dict.fromkeys(index(term.atom.position) for term in terms)
    shares = [a for n in sentences for a in source.atoms_of((n,)) if a.slot is Slot.SHARE and a.unit == "%"]
    steps = [*terms, *(_Term(a, a.value) for a in shares if isinstance(a.value, Decimal))]
    for step in dict.fromkeys(steps):
        way = steps_way(step.atom, source) if is_step(step.atom, source) else 0
        for term in terms if way else ():
            if term.atom.figure == step.atom.figure or index(term.atom.position) != index(step.atom.position):
                continue
            if step.atom.slot is Slot.SHARE and term.atom.slot is not Slot.SHARE:
                rate = 1 + way * step.value / _HUNDRED
                if rate > 0:
                    yield (term.value * rate if sign > 0 else term.value / rate), "×", (term, step)
            else:
                yield term.value + sign * way * step.value, "+" if sign * way > 0 else "−", (term, step)


def _worth(terms: Sequence[_Term], near: _Near, drawn: Drawn) -> _Found:
    """What the whole is worth where so much is paid for a part: 35 million for a fifth."""
    source = drawn.source
    for term in terms:
        for part in source.atoms_of({source.sentence_index(term.atom.position)}):
            if part.slot not in (Slot.SHARE, Slot.FRACTION) or not isinstance(part.value, Decimal):
                continue
            of_all = part.value / _HUNDRED if part.slot is Slot.SHARE else part.value
            if 0 < of_all < 1 and near(term.atom, part):
                yield term.value / of_all, "÷", (term, _Term(part, of_all))


def _vote(terms: Sequence[_Term], near: _Near, drawn: Drawn) -> _Found:
    """The votes for, from all votes and those against."""
    del drawn
    for one, other in _pairs(terms, near):
        large, small = (one, other) if one.value >= other.value else (other, one)
        yield large.value - small.value, "−", (large, small)


_FORMS: tuple[tuple[Sum, Callable[[Sequence[_Term], _Near, Drawn], _Found]], ...] = (
    (Sum.OLD, _before_change),
    (Sum.NEW, _after_change),
    (Sum.LEFT, _left),
    (Sum.TOTAL, _total),
    (Sum.NEW, _total),
    (Sum.PART, _total),
    (Sum.PART, _apart),
    (Sum.PART, _left),
    (Sum.APART, _apart),
    (Sum.EACH, _each),
    (Sum.VOTE, _vote),
    (Sum.WORTH, _worth),
)


def _shown(sign: str, chosen: Sequence[_Term], value: Decimal, exact: Decimal) -> str:
    values = [_plain(term.value) for term in chosen]
    if sign == "100−":
        sum_ = " − ".join(["100", *values])
    elif sign == "×":
        sum_ = f"{values[0]} and a change of {values[1]} per cent"
    else:
        sum_ = f" {sign} ".join(values)
    return f"{sum_} {'=' if value == exact else '≈'} {_plain(value)}"


def _plain(value: Decimal) -> str:
    return f"{round(value, 3).normalize():,f}"
