"""Finds figures that changed places: each value is right, each stands where the other belongs.

Nothing about the values shows it, so the words around them must: the counted noun, the nearest name, the unit that
follows, in keys that both languages share (`context`). Where these say nothing, the order does, a little: a
translator keeps the order of like figures far more often than not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from summarizer.checking import context, course
from summarizer.checking.atoms import Atom, Slot, Weight
from summarizer.checking.attribute import Pairings, could_stand_for, kind_fit, noun_fit
from summarizer.checking.context import Surroundings, affinity
from summarizer.checking.late import late
from summarizer.checking.reading import Reading
from summarizer.checking.wholes import sums, told_as_whole
from summarizer.data import Qualifier, Reason

_CLEARER = 0.55
"""The same for figures of one sentence in their old order: what the second of a pair leaves unsaid misleads there."""
_SENTENCE = 0.5
"""What a word counts that stands in the right sentence, if not near the figure."""
_SUBJECT = 0.6
"""What the nearest name counts, where the order says nothing."""
_LEAD = 0.4
"""What the word right before a figure counts beside its place among the surroundings."""
_SOME, _SUBJECT_WORDS = 0.05, 5
"""How much words must speak for an exchange on either side; how many words the subject of a sentence may have."""
_CONCEPT = late(r"c[A-ZÄÖÜ]|w\d")
_UNSAID = 0.5
"""The doubt about two figures in their old order of which German names the noun once: it fits both."""
_CLEAR = 0.35
"""From which difference of fit on the words decide and the order no longer counts."""


class Exchange(NamedTuple):
    """A target atom that fits another source atom better than the one of its value."""

    claim: int
    """Index of the target atom."""
    meant: int
    """Index of the source atom that it fits better."""
    reason: Reason
    doubt: float
    case: str


def find(
    target: Reading,
    source: Reading,
    claims: Sequence[Atom],
    origins: Sequence[Atom],
    pairings: Pairings,
    evidence: Sequence[int] = (),
) -> list[Exchange]:
    """What stands in another's place among the pairings of a stretch, the least doubtful first.

    ``evidence`` ranks the source sentences, best first: a figure is not taken to be meant for one of a worse sentence.
    """
    matched = [
        (i, p.source)
        for i, p in enumerate(pairings.of)
        if p.match is not None and p.source is not None and p.match.verdict.accepted and not p.repeated
    ]
    found: list[Exchange] = []
    parts = sums(origins)
    for a, (i, j) in enumerate(matched):
        for k, m in matched[a + 1 :]:
            if (
                _one_kind_of_thing(claims[i], claims[k], origins[j], origins[m])
                and claims[i].figure != claims[k].figure
                and origins[j].figure != origins[m].figure
                and claims[i].value != claims[k].value
                and could_stand_for(claims[i], origins[m])
                and could_stand_for(claims[k], origins[j])
            ):
                as_whole = told_as_whole(target, (claims[i], j), (claims[k], m), origins, parts)
                weighed = _weighed(
                    target,
                    source,
                    (i, claims[i], origins[j]),
                    (k, claims[k], origins[m]),
                    as_whole,
                    free=bool(evidence),
                )
                if weighed is not None:
                    found += [Exchange(i, m, Reason.SWAPPED, *weighed), Exchange(k, j, Reason.SWAPPED, *weighed)]
    rank = {sentence: place for place, sentence in enumerate(evidence)}
    for i, j in matched:
        if rank:
            mine = rank.get(source.sentence_index(origins[j].position), len(rank))
        for m in pairings.unused:
            if rank and rank.get(source.sentence_index(origins[m].position), len(rank)) > mine:
                continue
            if claims[i].weight < Weight.SPELLED or claims[i].value == origins[m].value:
                continue
            if could_stand_for(claims[i], origins[m]):
                weighed = _prefer(target, source, claims[i], origins[j], origins[m])
                if weighed is not None:
                    found.append(Exchange(i, m, Reason.SUBJECT, *weighed))
    found.sort(key=lambda e: e.doubt)
    return found


def _prefer(target: Reading, source: Reading, claim: Atom, origin: Atom, other: Atom) -> tuple[float, str] | None:
    """Whether a source figure that nothing stands for fits a target figure better than the one of its value."""
    if claim.qualifier is Qualifier.FURTHER and origin.qualifier is Qualifier.FURTHER:
        return None
    here = target.surroundings(claim)
    mine, its = affinity(here, source.surroundings(origin)), affinity(here, source.surroundings(other))
    margin = its - mine + 0.3 * (noun_fit(claim, other) - noun_fit(claim, origin))
    if margin <= _CLEAR:
        return None
    return min(0.75, 0.3 + 0.5 * (margin - _CLEAR)), "subject"


def _one_kind_of_thing(*atoms: Atom) -> bool:
    """Whether all are quantities or all are names: a number and a designation don't change places."""
    return len({atom.slot is Slot.DESIGNATION for atom in atoms}) == 1


_Pair = tuple[int, Atom, Atom]


def _weighed(
    target: Reading, source: Reading, one: _Pair, other: _Pair, as_whole: bool | None, *, free: bool
) -> tuple[float, str] | None:
    """The doubt about two figures; where one is part of the other, how the target tells them settles it."""
    if as_whole is None:
        return _weigh(target, source, one, other, free=free)
    return None if as_whole else (0.75, "exchange.whole")


def _weigh(target: Reading, source: Reading, one: _Pair, other: _Pair, *, free: bool) -> tuple[float, str] | None:
    """The same; ``free`` where a summary may order what it tells as it likes, and words must speak on both sides."""
    _, claim, origin = one
    _, claim2, origin2 = other
    reversed_order = (claim.position < claim2.position) != (origin.position < origin2.position)
    said = _counts_said(claim, claim2) or _counts_said(origin, origin2)
    nouns = _crossed(noun_fit, one, other) if said else 0.0
    units = _crossed(_unit_fit, one, other)
    kinds = _crossed(kind_fit, one, other)
    if kinds >= 1:
        return 0.85, "exchange.kinds"
    here, there = target.surroundings(claim), target.surroundings(claim2)
    straight = affinity(here, source.surroundings(origin)) + affinity(there, source.surroundings(origin2))
    crossed = affinity(here, source.surroundings(origin2)) + affinity(there, source.surroundings(origin))
    first, second = source.sentence_index(origin.position), source.sentence_index(origin2.position)
    if first != second:
        ours, theirs = source.sentence_keys[first], source.sentence_keys[second]
        crossed += _SENTENCE * (_named(here, theirs) + _named(there, ours))
        straight += _SENTENCE * (_named(here, ours) + _named(there, theirs))
    leads = _LEAD * (
        _led(here, source.surroundings(origin2))
        + _led(there, source.surroundings(origin))
        - _led(here, source.surroundings(origin))
        - _led(there, source.surroundings(origin2))
    )
    if not reversed_order:
        leads += _SUBJECT * _crossed(lambda c, o: _subject_fit(target, source, c, o), one, other)
    margin = crossed - straight + leads + 0.3 * nouns + 0.5 * units + (0.5 * kinds if reversed_order else 0.0)
    order = "reversed" if reversed_order else "kept"
    spelled = min(claim.weight, claim2.weight) >= Weight.SPELLED
    if margin > (_CLEAR if reversed_order or first != second else _CLEARER) and (reversed_order or spelled):
        if not reversed_order and first == second and _elided(origin, origin2):
            return _UNSAID, "exchange.words.elided"
        if free and reversed_order and first == second and _by_frame(target, source, one, other):
            return _UNSAID, "exchange.words.frame"
        told_anew = reversed_order and first != second  # who retells sentences may turn their order round
        return min(0.8, (0.6 if reversed_order and not told_anew else 0.25) + 0.4 * margin), f"exchange.words.{order}"
    if margin < -_CLEAR or not reversed_order:
        return None
    if abs(margin) < 0.05:
        return 0.45, "exchange.order.silent"
    return 0.5 if margin > 0 else 0.25, f"exchange.order.{'for' if margin > 0 else 'against'}"


def _by_frame(target: Reading, source: Reading, one: _Pair, other: _Pair) -> bool:
    """Whether only the frame of a sentence speaks for an exchange: its subject, and a time that is said of one figure.

    "Das Land will im kommenden Jahr 18,94 Milliarden ausgeben und dafür 1,08 Milliarden aufnehmen" may be told as "to
    borrow 1.1 billion next year for a budget of 18.9 billion": the year and the state are of both.
    """
    (_, claim, origin), (_, claim2, origin2) = one, other
    if course.place(claim, target) or course.place(claim2, target):
        return False
    here, there = target.surroundings(claim), target.surroundings(claim2)
    near, far = source.surroundings(origin), source.surroundings(origin2)
    sides = affinity(here, far) - affinity(here, near), affinity(there, near) - affinity(there, far)
    if min(sides) > _SOME or _crossed(noun_fit, one, other) > 0:
        return False
    start = target.sentences[target.sentence_index(claim.position)].span.start
    leading = target.words.between(start, min(claim.position, claim2.position))
    frame = {key for word in leading[:_SUBJECT_WORDS] if word.capital for key in word.keys}
    timed = [
        any(weight >= _SENTENCE and not _times().isdisjoint(keys) for keys, weight in s.words) for s in (here, there)
    ]
    if timed[0] != timed[1]:
        frame |= _times()
    told = sides[0] + sides[1]
    here, there = (_without(side, frame) for side in (here, there))
    left = affinity(here, far) + affinity(there, near) - affinity(here, near) - affinity(there, far)
    return left <= _CLEAR <= told - left


def _without(here: Surroundings, frame: set[str]) -> Surroundings:
    return here._replace(words=[(keys, weight) for keys, weight in here.words if frame.isdisjoint(keys)])


@cache
def _times() -> set[str]:
    """The concepts of words that say when; their sounds are those of other words (last, lost)."""
    said = ("year", "month", "week", "quarter", "next", "coming", "last")
    return {key for word in said for key in context.keys(word, "en") if _CONCEPT.match(key)}


def _elided(one: Atom, other: Atom) -> bool:
    """Whether only the first of two source figures says what both count: 307 Abgeordnete mit Ja, 148 mit Nein."""
    first, second = sorted((one, other), key=lambda atom: atom.position)
    return _says(first) and not _says(second)


def _says(atom: Atom) -> bool:
    return atom.noun is not None and bool(atom.noun.concepts)


def _subject_fit(target: Reading, source: Reading, claim: Atom, origin: Atom) -> float:
    """How much of the nearest name before a target figure stands in the clause of a source figure."""
    name = target.words.subject(claim.position)
    if not name:
        return 0.0
    clause = source.words.clause(origin.position)
    return sum(not clause.isdisjoint(keys) for keys in name) / len(name)


def _led(here: Surroundings, there: Surroundings) -> bool:
    """Whether the same word leads both figures: von 83 auf 26, from 83 to 26."""
    return not set(here.lead).isdisjoint(there.lead)


def _counts_said(one: Atom, other: Atom) -> bool:
    """Whether both figures say what they count; German and English leave it out of different ones of a pair."""
    return _says(one) and _says(other)


def _named(here: Surroundings, sentence: set[str]) -> float:
    """How many of the words around a figure stand anywhere in a sentence, nearer ones counting more."""
    return sum(weight for keys, weight in here.words if not sentence.isdisjoint(keys))


def _crossed(fit: Callable[[Atom, Atom], float], one: _Pair, other: _Pair) -> float:
    """How much better two pairs fit crosswise."""
    (_, claim, origin), (_, claim2, origin2) = one, other
    return fit(claim, origin2) + fit(claim2, origin) - fit(claim, origin) - fit(claim2, origin2)


def _unit_fit(left: Atom, right: Atom) -> float:
    if left.unit is None or right.unit is None:
        return 0.0
    return 1.0 if left.unit == right.unit else -1.0
