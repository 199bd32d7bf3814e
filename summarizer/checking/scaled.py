"""Figures that follow from two of another kind: a share of a sum, a monthly rate by the year, so long after an hour.

"40 per cent of 64 million" is 25.6 million, 58 francs a month are 696 a year, ten to four until half past five are a
hundred minutes, the 3rd to the 17th of March are 14 days, and twenty years after 1968 is 1988. None of this needs a
word that announces it, since two figures of different kinds seldom meet by chance in the result; so the operands stand
in one sentence of the source or in neighbouring ones, or are told in the same sentence of the target.

To extend: one function more in `_FORMS`, with cases that must be refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal

from summarizer.checking import units
from summarizer.checking.atoms import Atom, Slot
from summarizer.checking.attribute import noun_fit
from summarizer.checking.combined import Combination, Drawn
from summarizer.checking.late import late
from summarizer.checking.match import minutes_of_day
from summarizer.checking.precision import is_conversion, is_rounding, is_telling_factor, significant_digits
from summarizer.checking.rates import Rates
from summarizer.checking.reading import Reading
from summarizer.checking.steps import is_each
from summarizer.data import Kind

_COUNTS = frozenset({Slot.COUNT, Slot.NUMBER})
_WHOLE = frozenset({Slot.COUNT, Slot.NUMBER, Slot.MONEY, Slot.MEASURE})
_HUNDRED = Decimal(100)
_PERIODS: dict[tuple[str, str], Decimal] = {
    ("month", "year"): Decimal(12),
    ("week", "year"): Decimal(52),
    ("day", "year"): Decimal(365),
    ("quarter", "year"): Decimal(4),
    ("month", "quarter"): Decimal(3),
    ("day", "week"): Decimal(7),
    ("hour", "day"): Decimal(24),
    ("minute", "hour"): Decimal(60),
    ("second", "minute"): Decimal(60),
}
_LATER = late(r"\b(?:Jahre?n?|Stunden?|Minuten?) (später|danach|darauf|zuvor|davor|vorher|früher)\b")
_AFTER = late(r"\b[Nn]ach (?:\w+ )?\Z")
_LEAD = 20
_EARLIER = frozenset({"zuvor", "davor", "vorher", "früher"})
_MOST = 12
_DAY = 1440
_TELLING = 2
"""How many digits an unhedged rounded result must state."""


def scale(claim: Atom, target: Reading, drawn: Drawn) -> Combination | None:
    """The first way in which ``claim`` follows from two source figures of different kinds, or two points in time."""
    source = drawn.source
    centres = dict.fromkeys([*drawn.evidence, *(source.sentence_index(a.position) for a in drawn.told)])
    near = list(dict.fromkeys([*drawn.told, *source.atoms_of({n + s for n in centres for s in (-2, -1, 0, 1, 2)})]))
    for form in _FORMS.get(claim.slot, ()):
        for found in form(claim, near, target, drawn):
            return found
    return None


_Found = Iterator[Combination]


def _is(claim: Atom, exact: Decimal) -> bool:
    value = claim.value
    assert isinstance(value, Decimal)
    if value == exact:
        return True
    return significant_digits(value) >= _TELLING and is_rounding(value, exact, claim.qualifier)


def _same_kind(claim: Atom, atom: Atom) -> bool:
    alike = claim.slot is atom.slot or {claim.slot, atom.slot} <= _COUNTS
    unsaid = claim.slot is Slot.MONEY and None in (claim.unit, atom.unit)
    return alike and (claim.unit == atom.unit or unsaid) and noun_fit(claim, atom) >= 0


def _of_whole(claim: Atom, near: Sequence[Atom], target: Reading, drawn: Drawn) -> _Found:
    """A share of a sum or number: one of the two is told, or stands in the sentence drawn on first."""
    del target
    index, told, best = drawn.source.sentence_index, set(drawn.told), set(drawn.evidence[:1])
    wholes = [a for a in near if _same_kind(claim, a) and isinstance(a.value, Decimal) and a.value > 0][:_MOST]
    for share in [a for a in near if a.slot in (Slot.SHARE, Slot.FRACTION)][:_MOST]:
        part = _part(share)
        if part is None:
            continue
        for whole in wholes:
            here, there = index(share.position), index(whole.position)
            both = share in told and whole in told
            either = share in told or whole in told
            if not both and (abs(here - there) > 1 + either or not (either or {here, there} & best)):
                continue
            if isinstance(whole.value, Decimal) and _is(claim, whole.value * part):
                shown = drawn.source.figures[share.figure].surface
                yield Combination(f"{shown} × {_plain(whole.value)} = {_plain(claim.value)}", (share, whole))


def _part(share: Atom) -> Decimal | None:
    if not isinstance(share.value, Decimal) or share.value <= 0:
        return None
    if share.slot is Slot.SHARE:
        return share.value / _HUNDRED if share.unit == "%" and share.value < _HUNDRED else None
    return share.value if share.value < 1 else None


def _per_period(claim: Atom, near: Sequence[Atom], target: Reading, drawn: Drawn) -> _Found:
    """So much a month, told by the year: both texts must name their period."""
    mine = target.once(Rates).of(claim)
    if not mine:
        return
    there = drawn.source.once(Rates)
    for origin in [a for a in near if _same_kind(claim, a) and isinstance(a.value, Decimal)][:_MOST]:
        paid = origin.slot is Slot.MONEY and _PAY.search(_around(origin, drawn))
        for period in there.of(origin) or (("month",) if paid else ()):
            for told in mine:
                times = _PERIODS.get((period, told))
                over = _PERIODS.get((told, period))
                assert isinstance(origin.value, Decimal)
                if times is not None and _is(claim, origin.value * times):
                    yield Combination(f"{_plain(origin.value)} × {times} = {_plain(claim.value)}", (origin,))
                elif over is not None and _is(claim, origin.value / over):
                    yield Combination(f"{_plain(origin.value)} ÷ {over} = {_plain(claim.value)}", (origin,))


_PAY = late(r"\b(?:verdien\w+|bekomm\w+|erh[aä]lt\w*|Gehalt\w*|Lohn|Miete\w*|Rente\w*|brutto|netto|Sold)\b")
"""What is paid by the month in German where no period is said."""


def _around(atom: Atom, drawn: Drawn) -> str:
    source = drawn.source
    return source.sentences[source.sentence_index(atom.position)].span.of(source.text)


def _each_times(claim: Atom, near: Sequence[Atom], target: Reading, drawn: Drawn) -> _Found:
    """So many of so much each: 26 wheels of 32 kilos apiece."""
    del target
    index, source = drawn.source.sentence_index, drawn.source
    best = set(drawn.evidence[:1])
    for each in [a for a in near if _same_kind(claim, a) and isinstance(a.value, Decimal)][:_MOST]:
        here = index(each.position)
        if (each not in drawn.here and here not in best) or not is_each(each, source):
            continue
        for number in [a for a in near if a.slot in _COUNTS and isinstance(a.value, Decimal)][:_MOST]:
            assert isinstance(number.value, Decimal)
            assert isinstance(each.value, Decimal)
            beside = index(number.position) == here or number in drawn.here
            if number.figure == each.figure or not beside or not is_telling_factor(number.value):
                continue
            if _is(claim, each.value * number.value):
                yield Combination(
                    f"{_plain(number.value)} × {_plain(each.value)} = {_plain(claim.value)}", (number, each)
                )


def _priced(claim: Atom, near: Sequence[Atom], target: Reading, drawn: Drawn) -> _Found:
    """An amount at so much a kilo, a tonne, an hour; the amount is told, or stands beside the price."""
    del target
    rates, index, told = drawn.source.once(Rates), drawn.source.sentence_index, set(drawn.told)
    if claim.slot is not Slot.MONEY:
        return
    for price in [a for a in near if a.slot is Slot.MONEY and a.unit == claim.unit][:_MOST]:
        per = rates.of(price) if isinstance(price.value, Decimal) else {}
        for amount in near if per else ():
            if amount.slot not in (Slot.MEASURE, Slot.DURATION) or amount.unit is None:
                continue
            if amount.unit not in per or not isinstance(amount.value, Decimal) or not is_telling_factor(amount.value):
                continue
            assert isinstance(price.value, Decimal)
            together = amount in told or index(amount.position) == index(price.position)
            if together and _is(claim, price.value * amount.value):
                shown = f"{_plain(amount.value)} × {_plain(price.value)} = {_plain(claim.value)}"
                yield Combination(shown, (amount, price))


_SHARED = late(r"\b(?:share|proportion|percentage|majority|vote)s?\b(?: [\w'’-]+){0,3}? (?:of )?$", re.IGNORECASE)


def _share(claim: Atom, near: Sequence[Atom], target: Reading, drawn: Drawn) -> _Found:
    """How many per cent one number is of another that the sentence tells, or of both together where it is a share."""
    if claim.unit != "%" or not isinstance(claim.value, Decimal) or significant_digits(claim.value) < _TELLING:
        return
    index, here = drawn.source.sentence_index, drawn.here
    numbers = [a for a in near if a.slot in _COUNTS and isinstance(a.value, Decimal) and a.value >= _FEW][:_MOST]
    start = target.figures[claim.figure].span.start
    as_share = _SHARED.search(_HEDGES.sub("", target.text[max(0, start - _LEAD * 2) : start])) is not None
    precise = significant_digits(claim.value) > _TELLING
    for whole in [a for a in numbers if a in here]:
        for part in numbers:
            assert isinstance(whole.value, Decimal)
            assert isinstance(part.value, Decimal)
            apart = abs(index(part.position) - index(whole.position))
            if part.figure == whole.figure or apart > 1 or noun_fit(part, whole) < 0:
                continue
            both = part in here
            if part.value < whole.value and (both or precise) and _is(claim, part.value / whole.value * _HUNDRED):
                shown = f"{_plain(part.value)} ÷ {_plain(whole.value)} = {_plain(claim.value)} per cent"
                yield Combination(shown, (part, whole))
            total = part.value + whole.value
            if as_share and both and not apart and _is(claim, whole.value / total * _HUNDRED):
                shown = f"{_plain(whole.value)} ÷ {_plain(total)} = {_plain(claim.value)} per cent"
                yield Combination(shown, (whole, part))


_FEW = 5
_HEDGES = late(r"\b(?:almost|nearly|about|around|some|roughly|just|over|under|more|less|than|a|little) ")


def _clock(claim: Atom, near: Sequence[Atom], target: Reading, drawn: Drawn) -> _Found:
    """A time of day so many minutes after or before another."""
    del target
    said = minutes_of_day(str(claim.value))
    for time in [a for a in near if a.slot is Slot.TIME][:_MOST]:
        start = minutes_of_day(str(time.value))
        for length in [a for a in near if a.slot is Slot.DURATION][:_MOST]:
            minutes = _minutes(length)
            apart = abs(drawn.source.sentence_index(length.position) - drawn.source.sentence_index(time.position))
            if start is None or said is None or minutes is None or apart > 1:
                continue
            text = drawn.source.text
            later = _LATER.search(text, length.position, length.position + 40)
            if later is None and _AFTER.search(text, max(0, length.position - _LEAD), length.position) is None:
                continue
            for way, sign in ((1, "+"), (-1, "−")):
                if (later is not None and later[1] in _EARLIER) != (way < 0):
                    continue
                if (start + way * minutes) % _DAY == said:
                    yield Combination(f"{time.value} {sign} {int(minutes)} minutes = {claim.value}", (time, length))


def _lasting(claim: Atom, near: Sequence[Atom], target: Reading, drawn: Drawn) -> _Found:
    """From one time of day, or one date, to another."""
    del target
    scale_ = units.scale(claim.unit)
    if scale_ is None or scale_.dimension != "time" or not isinstance(claim.value, Decimal):
        return
    days = units.in_base(claim.value, scale_)
    index = drawn.source.sentence_index
    times = [(a, m) for a in near if a.slot is Slot.TIME and (m := minutes_of_day(str(a.value))) is not None][:_MOST]
    for at, (one, begins) in enumerate(times):
        for other, ends in times[at + 1 :]:
            minutes = Decimal((ends - begins) % _DAY)
            together = index(one.position) == index(other.position)
            if claim.unit in ("hour", "minute") and together and minutes and abs(minutes - days * _DAY) < 1:
                yield Combination(f"{one.value} to {other.value}: {_plain(minutes)} minutes", (one, other))
    dates = _dates(near, drawn.source)
    for at, (first, begin) in enumerate(dates):
        for second, end in dates[at + 1 :]:
            apart = abs((end - begin).days)
            together = abs(index(first.position) - index(second.position)) <= 1
            if claim.unit not in ("day", "week") or not together or not apart:
                continue
            if is_conversion(days, Decimal(apart), Decimal(apart)) or (claim.unit == "day" and days == apart + 1):
                yield Combination(f"{begin:%d.%m.} to {end:%d.%m.}: {apart} days", (first, second))


_TO = late(r"\s*(?:bis(?: zum| einschließlich)?|und|–|-)\s*")


def _dates(near: Sequence[Atom], source: Reading) -> list[tuple[Atom, date]]:
    """Whole days of a year, whichever; "vom 3. bis zum 17. März" are two of them."""
    found: list[tuple[Atom, date]] = []
    before: Atom | None = None
    for atom in near:
        figure = source.figures[atom.figure]
        if atom.slot is Slot.DAY and figure.kind is Kind.DATE and isinstance(figure.value, str):
            if day := _day(figure.value):
                found.append((atom, day))
            begins = before.value if before is not None and day else None
            if before is not None and day and isinstance(begins, Decimal) and 0 < begins < day.day:
                between = source.text[source.figures[before.figure].span.end : figure.span.start]
                found += [(before, day.replace(day=int(begins)))] if _TO.fullmatch(between) else []
        before = atom if atom.slot is Slot.ORDINAL else None
    return found[:_MOST]


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso.replace("XXXX", "2001"))
    except ValueError:
        return None


def _minutes(length: Atom) -> int | None:
    scale_ = units.scale(length.unit)
    if scale_ is None or scale_.dimension != "time" or not isinstance(length.value, Decimal):
        return None
    minutes = round(units.in_base(length.value, scale_) * _DAY)
    return minutes if 0 < minutes < _DAY else None


def _year(claim: Atom, near: Sequence[Atom], target: Reading, drawn: Drawn) -> _Found:
    """A year that the source only counts to: "1968 eröffnet … 20 Jahre später"."""
    del target
    for length in near:
        if length.slot is not Slot.DURATION or length.unit != "year" or not isinstance(length.value, Decimal):
            continue
        text, figure = drawn.source.text, drawn.source.figures[length.figure]
        said = _LATER.search(text, figure.span.start, min(len(text), figure.span.end + 15))
        if said is None:
            continue
        step = -length.value if said[1] in _EARLIER else length.value
        for year in near:
            if year.slot is Slot.YEAR and isinstance(year.value, Decimal) and year.value + step == claim.value:
                yield Combination(
                    f"{year.value} {'+' if step > 0 else '−'} {abs(step)} = {claim.value}", (year, length)
                )


_Form = Callable[[Atom, Sequence[Atom], Reading, Drawn], _Found]
_FORMS: dict[Slot, tuple[_Form, ...]] = {
    **dict.fromkeys(_WHOLE, (_per_period, _of_whole, _each_times, _priced)),
    Slot.SHARE: (_share,),
    Slot.TIME: (_clock,),
    Slot.DURATION: (_lasting,),
    Slot.YEAR: (_year,),
}


def _plain(value: Decimal | str | None) -> str:
    assert isinstance(value, Decimal)
    return f"{round(value, 3).normalize():,f}"
