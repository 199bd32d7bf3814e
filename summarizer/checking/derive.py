"""Looks for the sum behind a figure that the source doesn't have: a total, a difference, a remainder, a share.

A licence to combine any figures with any others would prove everything, so it is narrow: operands are of one kind
and unit and stand near one another, a sum takes a run of at most four of them, growth and ratios take figures of one
sentence, and counts need the same counted noun. The number of combinations tried for one figure is bounded by
that: with n operands, 3n sums, and 4 forms for each of at most 45 pairs. `benchmarks/checking_chance.py` says how
often a random figure gets through.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from summarizer.checking import qualifiers
from summarizer.checking.atoms import Atom, Slot
from summarizer.checking.attribute import noun_fit
from summarizer.checking.changes import Changes
from summarizer.checking.late import late
from summarizer.checking.precision import is_telling_factor

_SUMMABLE = frozenset({Slot.COUNT, Slot.NUMBER, Slot.MONEY, Slot.MEASURE, Slot.DURATION, Slot.SHARE, Slot.POINTS})
_COUNTS = frozenset({Slot.COUNT, Slot.NUMBER})
_MOST_OPERANDS = 10
_HUNDRED = Decimal(100)
_LOOSELY = Decimal(5)
"""How many per cent of itself, times a hundred, a fraction in words may be off: "by a third" for 32 per cent."""
_LARGE = Decimal(1_000_000)
"""From here on a bare number is hardly a count."""
_UNITED = frozenset({Slot.MONEY, Slot.MEASURE, Slot.DURATION, Slot.POINTS, Slot.SHARE})
_ALIKE = 10
_BOTH = Decimal(2)
"""Up to so many are hardly what a price is multiplied by: "die beiden Vorjahre" beside a sum are no factor."""
_BESIDE, _PRICED = 80, 250
"""How far apart, in code points, a bare number and the figure with its unit stand; a price and how many it is for."""
_YEARS = (
    (late(r"\bJahr (?:davor|zuvor)|\bVorjahr\w*|\bvorangegangenen Jahr\b"), -1),
    (late(r"\bJahr (?:darauf|danach)|\bFolgejahr\w*"), 1),
)


class Derivation(NamedTuple):
    """How a figure follows from others of the source."""

    note: str
    """The arithmetic, as a reader would write it: ``15 + 14 + 8 = 37``."""
    operands: tuple[Atom, ...]


def derive(claim: Atom, near: Sequence[Atom], changes: Changes | None = None) -> Derivation | None:
    """The first way, plainest first, in which ``claim`` follows from source atoms that stand near one another.

    ``changes`` knows which of two figures is the old one; without it, either may be the base of a rate.
    """
    value = claim.value
    if not isinstance(value, Decimal) or value == 0:
        return None
    change = changes is not None and changes.is_one(claim)
    if claim.slot is Slot.SHARE and change:
        return _growth(value, near, changes)  # what two shares differ by is in points, not per cent
    if claim.slot is Slot.FRACTION and change:
        return _growth(value * _HUNDRED, near, changes, value * _LOOSELY, _hedged(claim))
    if claim.slot in _SUMMABLE:
        operands = [a for a in near if _operand(claim, a) or _elided(claim, a, near)][:_MOST_OPERANDS]
        counts = claim.slot in _COUNTS and value < _LARGE
        found = _sum(value, operands)
        if found is not None and counts and not any(noun_fit(claim, a) > 0 for a in found.operands):
            found = None
        if found is None:
            found = _difference(value, [a for a in operands if not counts or _counted_alike(claim, a, operands)])
        if found is None and claim.slot is Slot.MONEY:
            found = _product(value, operands, near)
        if found is not None:
            return found
    if claim.slot in (Slot.SHARE, Slot.POINTS):
        return _remainder(claim, value, near) or _points(claim, value, near) or _growth(value, near, changes)
    if claim.slot in (Slot.MULTIPLE, Slot.FRACTION):
        return _ratio(value, near)
    return _years_apart(claim, value, near)


def _years_apart(claim: Atom, value: Decimal, near: Sequence[Atom]) -> Derivation | None:
    """So many years from one year to another: 2030 is four years before 2034."""
    if claim.slot not in (Slot.DURATION, Slot.AGE) or claim.unit != "year":
        return None
    return _difference(value, [a for a in near if a.slot is Slot.YEAR and isinstance(a.value, Decimal)])


def _operand(claim: Atom, atom: Atom) -> bool:
    if not isinstance(atom.value, Decimal) or atom.slot not in _SUMMABLE or atom.value == 0:
        return False
    if claim.slot is Slot.NUMBER and atom.slot is Slot.MONEY:
        return isinstance(claim.value, Decimal) and claim.value >= _LARGE  # "3 billion", of what was said before
    if claim.slot is not atom.slot and not {claim.slot, atom.slot} <= _COUNTS:
        return False
    unsaid = claim.slot is Slot.MONEY and claim.unit is None  # 70 cents
    return (claim.unit == atom.unit or unsaid) and noun_fit(claim, atom) >= 0


def _counted_alike(claim: Atom, atom: Atom, near: Sequence[Atom]) -> bool:
    """Whether a number counts what ``claim`` does, or nothing of its own right beside one that does.

    "485 Sitzplätze, die anderen bieten 410."
    """
    if noun_fit(claim, atom) > 0 or atom.slot is not Slot.NUMBER:
        return noun_fit(claim, atom) > 0
    return any(noun_fit(claim, other) > 0 and abs(other.position - atom.position) <= _BESIDE for other in near)


def _elided(claim: Atom, atom: Atom, near: Sequence[Atom]) -> bool:
    """Whether a bare number has the unit of a figure beside it: "von 13,90 auf 14,60 Euro", "nach 6,2 Millionen"."""
    if claim.slot not in _UNITED or atom.slot is not Slot.NUMBER or not isinstance(atom.value, Decimal):
        return False
    slot = Slot.SHARE if claim.slot is Slot.POINTS else claim.slot
    return any(
        other.slot is slot
        and isinstance(other.value, Decimal)
        and abs(other.position - atom.position) <= _BESIDE
        and other.value <= atom.value * _ALIKE
        and atom.value <= other.value * _ALIKE
        for other in near
    )


_TURNS = {"Jahrtausendwende": (2000,), "Jahrhundertwende": (1900, 2000)}


def turn_of_years(claim: Atom, text: str) -> Derivation | None:
    """A year that the source calls the turn of the millennium or the century."""
    if claim.slot is not Slot.YEAR:
        return None
    for word, years in _TURNS.items():
        if claim.value in years and word in text:
            return Derivation(f"{word}: {claim.value}", ())
    return None


def year_before(claim: Atom, atoms: Sequence[Atom], text: str) -> Derivation | None:
    """A year that the source only speaks of: "6 Prozent mehr als im Jahr davor", beside 2025, is "up on 2024"."""
    if claim.slot is not Slot.YEAR or not isinstance(claim.value, Decimal):
        return None
    for pattern, step in _YEARS:
        match = pattern.search(text)
        if match is None:
            continue
        for atom in atoms:
            if atom.slot is Slot.YEAR and atom.value == claim.value - step:
                return Derivation(f"{match.group()}: {atom.value}{'−' if step < 0 else '+'}1 = {claim.value}", (atom,))
    return None


def _sum(value: Decimal, operands: Sequence[Atom]) -> Derivation | None:
    for start in range(len(operands)):
        total = Decimal(0)
        for length, atom in enumerate(operands[start : start + 4], 1):
            total += _value(atom)
            if length > 1 and total == value:
                chosen = tuple(operands[start : start + length])
                return Derivation(f"{' + '.join(_plain(_value(a)) for a in chosen)} = {_plain(value)}", chosen)
            if total > value:
                break
    return None


def _product(value: Decimal, prices: Sequence[Atom], near: Sequence[Atom]) -> Derivation | None:
    """So many at so much each. Tens and hundreds of them would excuse a point that has moved."""
    numbers = [a for a in near if a.slot in _COUNTS and isinstance(a.value, Decimal)][:_MOST_OPERANDS]
    for price in prices:
        for number in numbers:
            times = _value(number)
            if times <= _BOTH or not is_telling_factor(times) or price.slot is not Slot.MONEY:
                continue
            if abs(price.position - number.position) <= _PRICED and _value(price) * times == value:
                return Derivation(f"{_plain(times)} × {_plain(_value(price))} = {_plain(value)}", (number, price))
    return None


def _difference(value: Decimal, operands: Sequence[Atom]) -> Derivation | None:
    for left, right in _neighbours(operands):
        big, small = (left, right) if _value(left) >= _value(right) else (right, left)
        if _value(big) - _value(small) == value:
            return Derivation(f"{_plain(_value(big))} − {_plain(_value(small))} = {_plain(value)}", (big, small))
    return None


def _remainder(claim: Atom, value: Decimal, near: Sequence[Atom]) -> Derivation | None:
    for atom in near:
        share = atom.value
        if atom.slot is not Slot.SHARE or atom.unit != claim.unit or not isinstance(share, Decimal):
            continue
        if 0 < share < _HUNDRED and _HUNDRED - share == value:
            return Derivation(f"100 − {_plain(share)} = {_plain(value)} per cent", (atom,))
    return None


def _points(claim: Atom, value: Decimal, near: Sequence[Atom]) -> Derivation | None:
    """The distance of two shares, in points."""
    if claim.slot is not Slot.POINTS or claim.unit != "pp":
        return None
    return _difference(value, [a for a in near if a.slot is Slot.SHARE or _elided(claim, a, near)])


def in_points(claim: Atom, near: Sequence[Atom], changes: Changes) -> Derivation | None:
    """The distance of two shares that ``claim`` gives in per cent: from 18.6 to 20.2 per cent is up 1.6 points."""
    value = claim.value
    if claim.slot is not Slot.SHARE or not isinstance(value, Decimal) or not changes.is_one(claim):
        return None
    found = _difference(value, [a for a in near if a.slot is Slot.SHARE and a.unit == claim.unit and a.value])
    return None if found is None else found._replace(note=f"{found.note} percentage points")


def misreckoned(claim: Atom, near: Sequence[Atom], changes: Changes) -> Derivation | None:
    """The one change that the source gives from an old to a new value, where a fraction says it is another."""
    if claim.slot is not Slot.FRACTION or not isinstance(claim.value, Decimal) or not changes.is_one(claim):
        return None
    pairs = [pair for left, right in _comparable(near) if (pair := changes.ordered(left, right)) is not None]
    if len(pairs) != 1:
        return None
    (old, new), said = pairs[0], claim.value * _HUNDRED
    rate = abs(_value(new) - _value(old)) / _value(old) * _HUNDRED
    if 0 < (rate - said) * _hedged(claim) <= said * _BEYOND:
        return None
    rates = f"{_plain(round(rate, 1))} per cent, not {_plain(round(said, 0))}"
    return Derivation(f"{_plain(_value(old))} → {_plain(_value(new))}: {rates}", (old, new))


_BEYOND = Decimal("0.2")
"""How far beyond a fraction in words what is "more than" it may be: a fifth, for 21.8 per cent; 25 are a quarter."""


def _hedged(claim: Atom) -> int:
    """1 for more than a fraction, -1 for less than it or nearly, else 0."""
    return qualifiers.side(claim.qualifier)


def _growth(
    value: Decimal, near: Sequence[Atom], changes: Changes | None, within: Decimal | None = None, side: int = 0
) -> Derivation | None:
    """The rate between an old and a new value.

    ``within`` is how many per cent it may be off, by default a rounding; ``side`` where "more than" or "less than" lets
    it be off farther.
    """
    for left, right in _comparable(near, changes):
        told = changes.ordered(left, right) if changes is not None else None
        for base, other in ((left, right), (right, left)) if told is None else (told,):
            rate = abs(_value(other) - _value(base)) / _value(base) * _HUNDRED
            beyond = 0 < (rate - value) * side <= value * _BEYOND
            if beyond or abs(rate - value) <= (_place(value) if within is None else within):
                return Derivation(
                    f"{_plain(_value(base))} → {_plain(_value(other))}: {_plain(round(value, 2))} per cent",
                    (base, other),
                )
    return None


def _ratio(value: Decimal, near: Sequence[Atom]) -> Derivation | None:
    for left, right in _comparable(near):
        for over, under in ((left, right), (right, left)):
            ratio = _value(over) / _value(under)
            if abs(ratio - value) <= min(_place(value), value / 20):
                return Derivation(f"{_plain(_value(over))} ÷ {_plain(_value(under))} = {_plain(value)}", (over, under))
    return None


def _comparable(near: Sequence[Atom], changes: Changes | None = None) -> Iterator[tuple[Atom, Atom]]:
    """Pairs of one slot and unit, each given so that a rate between them means something.

    Of bare numbers only an old value and a new one, as the source tells them: von 180 auf 207.
    """
    bare = [a for a in near if a.slot is Slot.NUMBER and isinstance(a.value, Decimal) and a.value > 0]
    for left, right in _neighbours(bare[:_MOST_OPERANDS]):
        if changes is not None and left.value != right.value and changes.ordered(left, right) is not None:
            yield left, right
    firm = [a for a in near if a.slot in (Slot.MONEY, Slot.MEASURE, Slot.COUNT) and isinstance(a.value, Decimal)]
    for left, right in _neighbours([a for a in firm if a.value and _value(a) > 0][:_MOST_OPERANDS]):
        if left.slot is right.slot and left.unit == right.unit and left.value != right.value:
            yield left, right


def _neighbours(operands: Sequence[Atom]) -> Iterator[tuple[Atom, Atom]]:
    for index, left in enumerate(operands):
        for right in operands[index + 1 : index + 4]:
            yield left, right


def _place(value: Decimal) -> Decimal:
    """Half of the last place written, at most half of one."""
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return min(Decimal(10) ** exponent, Decimal(1)) / 2


def _value(atom: Atom) -> Decimal:
    assert isinstance(atom.value, Decimal)
    return atom.value


def _plain(value: Decimal) -> str:
    return f"{value.normalize():,f}"
