"""A last look at figures of a summary that are still in doubt: do the words say that they are worked out, and of what?

Comes after everything else, so that only what would be flagged is asked. Sentence by sentence it gathers what bears out
the other figures of the sentence and of the one before it, reads what the words announce (`announced`), and tries the
arithmetic (`combined`, `scaled`); what is accepted may be an operand of the next figure ("1.8 million between them,
leaving 5 million"). A number without its unit is tried in that of its neighbour (`elided`). Figures that were taken for
exchanged are left alone where both texts tell the same one as the step, or as so much for each (`steps`), and doubted
where each tells another one as the step.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from summarizer.checking import wording
from summarizer.checking.announced import announced
from summarizer.checking.atoms import Atom, Slot, Weight
from summarizer.checking.attribute import could_stand_for
from summarizer.checking.combined import Combination, Drawn, combine
from summarizer.checking.compare import compare
from summarizer.checking.elided import bound_turned, readings
from summarizer.checking.judge import Judgement
from summarizer.checking.reading import Reading
from summarizer.checking.scaled import scale
from summarizer.checking.steps import is_each, is_step, way
from summarizer.checking.stretches import Judged
from summarizer.data import Reason, Verdict


class Grounds(NamedTuple):
    """The judgements on one sentence of the target, and the source sentences that it draws on."""

    start: int
    end: int
    evidence: Sequence[int]


_WORKED_OUT = "derived.announced"
_BACK = 5
"""How many sentences of the target back what is told may be an operand."""
_RECKONED = 2
_DOUBTFUL = 0.3
_FITTING = 0.6
_SURELY = 0.85
_OPEN = frozenset({Reason.VALUE, Reason.NOT_IN_SOURCE, Reason.SCALE, Reason.SEPARATOR, Reason.NONE})
_PLACED = frozenset({Reason.SUBJECT, Reason.SWAPPED})
"""The value is right, and of something else: only words that announce a sum outweigh that."""


def worked_out(judged: Sequence[Judged], grounds: Sequence[Grounds], target: Reading, source: Reading) -> list[Judged]:
    """The same judgements, accepting what follows from others as its words say.

    ``grounds`` cover ``judged``, in order.
    """
    found = list(judged)
    before: deque[list[Atom]] = deque(maxlen=_BACK)
    for sentence in grounds:
        items = found[sentence.start : sentence.end]
        if any(_asked(item) for item in items):
            for at, item in enumerate(items):
                if _asked(item):
                    stated = [a for other in items if _fits(other) for a in _told(other)]
                    told = [*stated, *chain(*before)]
                    drawn = Drawn(told, sentence.evidence, source, here=frozenset(stated))
                    items[at] = _settled(item, items, drawn, target)
            items = _confirmed(items)
        items = _parts_exchanged(items, target, source)
        found[sentence.start : sentence.end] = items
        before.appendleft([a for item in items if _fits(item) for a in _told(item)])
    return found


def _told(item: Judged) -> tuple[Atom, ...]:
    """The source figures that a figure of the target rests on, and itself where it is reckoned from them.

    "€4.2bn: €1.9bn next year and €2.3bn in 2028" is what the next sentence compares with, as if the source had it.
    """
    if item.judgement.verdict is not Verdict.DERIVED or len(item.sources) < _RECKONED:
        return item.sources
    first = item.sources[0]
    return *item.sources, item.claim._replace(figure=first.figure, position=first.position)


def _fits(item: Judged) -> bool:
    said = item.judgement
    return said.verdict.accepted or (said.reason is Reason.SUBJECT and said.doubt < _FITTING)


def _asked(item: Judged) -> bool:
    said = item.judgement
    doubted = said.doubt >= _DOUBTFUL and not said.verdict.accepted
    open_ = said.reason in _OPEN | _PLACED or (said.reason is Reason.DATE_PART and item.claim.slot is Slot.YEAR)
    return doubted and open_ and item.claim.weight >= Weight.SPELLED


def _settled(item: Judged, beside: Sequence[Judged], drawn: Drawn, target: Reading) -> Judged:
    claim, said = item.claim, item.judgement
    if said.reason is Reason.SWAPPED and _same_parts(item, beside, target, drawn.source):
        return item._replace(
            judgement=Judgement(Verdict.SUPPORTED, Reason.NONE, 0.1, "parts.same", said.source), note=""
        )
    sums = announced(claim, target)
    meanings = [claim, *readings(claim, target)]
    for meant in meanings[1:] if said.reason in _OPEN else ():
        origin = _borne_out(meant, target, drawn)
        if origin is not None:
            return Judged(claim, Judgement(Verdict.SUPPORTED, Reason.NONE, 0.1, "elided", None), (origin,))
    for meant in meanings:
        found = combine(meant, sums, drawn, strict=said.reason in _PLACED)
        if found is None and said.reason not in _PLACED:
            found = scale(meant, target, drawn)
        if found is not None:
            return _accepted(claim, found)
    return item


def _accepted(claim: Atom, found: Combination) -> Judged:
    return Judged(claim, Judgement(Verdict.DERIVED, Reason.NONE, 0.1, _WORKED_OUT, None), found.operands, found.note)


def _borne_out(meant: Atom, target: Reading, drawn: Drawn) -> Atom | None:
    """The figure of the sentences drawn on that a number with its unit added is."""
    source = drawn.source
    sentences = {*drawn.evidence, *(source.sentence_index(atom.position) for atom in drawn.told)}
    if meant.slot is Slot.MONEY:
        sentences |= {n + step for n in sentences for step in (-1, 1)}
    for atom in source.atoms_of(sentences):
        if atom.slot is Slot.NUMBER or (meant.slot is Slot.AGE and bound_turned(meant, target, atom, source)):
            continue
        match = compare(meant, atom, rounding=False)
        if match is not None and match.verdict.accepted and match.strength >= _SURELY:
            return atom
    return None


def _confirmed(items: list[Judged]) -> list[Judged]:
    """The same, accepting a value of another subject that another figure of the sentence is worked out from."""
    operands = {a for item in items if item.judgement.case == _WORKED_OUT for a in item.sources}
    right = Judgement(Verdict.SUPPORTED, Reason.NONE, 0.15, "operand", None)
    return [
        Judged(item.claim, right, item.sources)
        if item.judgement.reason is Reason.SUBJECT and item.sources and operands.issuperset(item.sources)
        else item
        for item in items
    ]


def _same_parts(item: Judged, beside: Sequence[Judged], target: Reading, source: Reading) -> bool:
    """Whether both texts tell this figure, or the one it was taken to be exchanged with, as the step or for each."""
    exchanged = [other for other in beside if other.judgement.reason is Reason.SWAPPED or other is item]
    exchanged += [other for other in beside if other.judgement.case == "parts.same"]
    for part in (is_step, is_each):
        here = [part(other.claim, target) for other in exchanged]
        there = [any(part(a, source) for a in other.sources) for other in exchanged]
        if here == there and sum(here) == 1 and len(exchanged) == 2:
            step = exchanged[here.index(True)]
            return all(way(step.claim, target) * way(a, source) >= 0 for a in step.sources)
    return False


_EXCHANGED = 0.7


def _parts_exchanged(items: list[Judged], target: Reading, source: Reading) -> list[Judged]:
    """The same, doubting two figures of which each text tells another one as the step."""
    told = [(at, item) for at, item in enumerate(items) if item.judgement.verdict.accepted and len(item.sources) == 1]
    mine = [(at, item) for at, item in told if is_step(item.claim, target)]
    its = [(at, item) for at, item in told if is_step(item.sources[0], source)]
    if len(mine) != 1 or len(its) != 1 or mine[0][0] == its[0][0]:
        return items
    pair = (mine[0], its[0])
    one, other = (item.sources[0] for _, item in pair)
    if Slot.SHARE in (one.slot, other.slot) or not could_stand_for(one, other):
        return items  # a rate of growth is a step in any case
    if (one.unit != other.unit and None not in (one.unit, other.unit)) or source.sentence_index(
        one.position
    ) != source.sentence_index(other.position):
        return items
    found = list(items)
    for (at, item), (_, instead) in (pair, pair[::-1]):
        given, here = (source.figures[i.sources[0].figure] for i in (item, instead))
        said = Judgement(Verdict.MISATTRIBUTED, Reason.SWAPPED, _EXCHANGED, "parts.exchanged", item.judgement.source)
        found[at] = item._replace(judgement=said, note=wording.meant(given, here, Reason.SWAPPED))
    return found
