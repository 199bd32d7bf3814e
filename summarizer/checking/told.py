"""Second thoughts about figures whose value is right: who they are of, which way they go, what they are per.

Value and unit agree, so only the words beside a figure can be wrong. Each question has a file of its own (`party`,
`roles`, `direction`, `course`, `rates`, `hedged`, `firmer`); here they are asked in turn, and the surest answer is
kept. A doubt counts only where every source figure of that value, which the target may mean as well, deserves it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from summarizer.checking import (
    anchors,
    compared,
    course,
    denied,
    differences,
    direction,
    hedged,
    labels,
    partners,
    portions,
    ranks,
    rates,
    roles,
    supposed,
    votes,
    when,
    wording,
    year_parts,
)
from summarizer.checking.atoms import Atom, Slot
from summarizer.checking.attribute import could_stand_for
from summarizer.checking.firmer import firmer, measured_instead, night_before
from summarizer.checking.judge import Judgement
from summarizer.checking.party import Parties
from summarizer.checking.reading import Reading
from summarizer.checking.sides import Sides
from summarizer.checking.stretches import Judged
from summarizer.data import Reason, Verdict

_CREDITED = frozenset({Verdict.SUPPORTED, Verdict.ROUNDED, Verdict.CONVERTED, Verdict.MISATTRIBUTED})
_CONFIRMED, _TYPE = 0.45, 0.2
"""The most doubt left about an exchange where the right party stands beside the figure, or the type it buys."""
_ENDS = (course.Place.OLD, course.Place.NEW)
_NEAR = 60
"""How far apart, in code points, the old and the new value of a change begin."""
_OPEN = 0.3
"""Up to this doubt a figure of another subject is taken for the right one, and asked what else is said of it."""


Answer = TypeVar("Answer")


def _fits(item: Judged) -> bool:
    """Whether the value of a figure is right, whatever is said of its place."""
    return item.judgement.verdict.accepted or item.judgement.reason in (Reason.SWAPPED, Reason.SUBJECT)


class _Doubt(NamedTuple):
    """Something that is told of a figure and differs."""

    reason: Reason
    doubt: float
    case: str
    note: str


class Told:
    """What two texts tell of their figures."""

    def __init__(self, target: Reading, source: Reading, *, alone: bool) -> None:
        self._target = target
        self._source = source
        self._alone = alone
        self._parties = Parties(target, source, alone=alone)
        self._partners = partners.Partners(target, source, self._parties)
        self._sides = Sides(target, source)

    @cached_property
    def _directions(self) -> tuple[direction.Directions, direction.Directions]:
        return direction.Directions(self._target), self._source.once(direction.Directions)

    @cached_property
    def _rates(self) -> tuple[rates.Rates, rates.Rates]:
        return rates.Rates(self._target), self._source.once(rates.Rates)

    @cached_property
    def _firmer(self) -> hedged.Firmer:
        return hedged.Firmer(self._target, self._source)

    @cached_property
    def _denials(self) -> tuple[denied.Denials, denied.Denials]:
        return denied.Denials(self._target), self._source.once(denied.Denials)

    @cached_property
    def _times(self) -> tuple[when.Times, when.Times]:
        return when.Times(self._target), self._source.once(when.Times)

    @cached_property
    def _ranks(self) -> tuple[ranks.Ranks, ranks.Ranks]:
        return ranks.Ranks(self._target), self._source.once(ranks.Ranks)

    @cached_property
    def _anchors(self) -> tuple[anchors.Anchors, anchors.Anchors]:
        return anchors.Anchors(self._target), self._source.once(anchors.Anchors)

    def settled(self, judged: Sequence[Judged]) -> list[Judged]:
        """The same judgements, surer or doubted where the words beside the figures ask for it."""
        return self._with_months(self._with_labels([self._settled(item) for item in judged]))

    def _with_months(self, judged: list[Judged]) -> list[Judged]:
        """The same, doubting a month that stands beside the figure of another."""
        pairs = [(i, item.claim, item.sources[0]) for i, item in enumerate(judged) if len(item.sources) == 1]
        fitting = [pair for pair in pairs if _fits(judged[pair[0]])]
        for found in when.months(self._target, self._source, fitting):
            said = judged[found.month].judgement
            if said.doubt < when.DOUBT:
                said = Judgement(Verdict.MISATTRIBUTED, Reason.DATE_PART, when.DOUBT, "time.month", said.source)
                note = wording.at_another_time(found.words)
                judged[found.month] = judged[found.month]._replace(judgement=said, note=note)
        return judged

    def _with_labels(self, judged: list[Judged]) -> list[Judged]:
        """The same, doubting figures of one sentence that have each other's labels."""
        fitting = [(i, item) for i, item in enumerate(judged) if len(item.sources) == 1 and _fits(item)]
        if len(fitting) < 2:
            return judged
        pairs = [(i, item.claim, item.sources[0]) for i, item in fitting]
        for found in labels.crossed(self._target, self._source, pairs):
            for index in (found.one, found.other):
                said = judged[index].judgement
                if said.doubt < found.doubt:
                    case = "labels.clear" if found.doubt == labels.CLEAR else "labels.mixed"
                    said = Judgement(Verdict.MISATTRIBUTED, Reason.SWAPPED, found.doubt, case, said.source)
                    judged[index] = judged[index]._replace(judgement=said, note=wording.labelled(found.words))
        return judged

    def _spread(self, item: Judged) -> Judged:
        """The same, accepted where it is the depth of what the source gives as a volume an area, or the other way."""
        said = item.judgement
        wrong = said.verdict is Verdict.UNSUPPORTED or (said.verdict is Verdict.CONTRADICTED and said.doubt >= _OPEN)
        if not wrong or item.claim.slot is not Slot.MEASURE:
            return item
        for origin in self._source.atoms:
            if origin.slot is Slot.MEASURE and rates.height(item.claim, origin, *self._rates):
                return Judged(item.claim, Judgement(Verdict.CONVERTED, Reason.NONE, 0.1, "spread", None), (origin,))
        return item

    def _settled(self, item: Judged) -> Judged:
        item = self._spread(item)
        item = self._with_party(item)
        item = measured_instead(firmer(item, self._target.atoms, self._source.atoms), self._source.atoms)
        item = night_before(item, self._target, self._source)
        item = self._ranked(self._compared(item))
        said = item.judgement
        hedge = said.reason is Reason.QUALIFIER and said.doubt < _OPEN
        open_ = said.verdict.accepted or said.reason is Reason.SUBJECT or hedge
        if said.reason is Reason.SWAPPED and len(item.sources) == 1:
            return self._unless_told(item)
        if not open_ or len(item.sources) != 1 or said.verdict is Verdict.DERIVED:
            return item  # what is reckoned says something else than its operand does
        asked = [d for d in self._doubts(item.claim, item.sources[0]) if not hedge or d.case == "rate"]
        worst = max(asked, key=lambda found: found.doubt, default=None)
        if worst is None or worst.doubt <= said.doubt:
            return item
        verdict = Verdict.MISATTRIBUTED if worst.reason in (Reason.SWAPPED, Reason.SUBJECT) else Verdict.CONTRADICTED
        judgement = Judgement(verdict, worst.reason, worst.doubt, worst.case, said.source)
        return item._replace(judgement=judgement, note=worst.note)

    def _ranked(self, item: Judged) -> Judged:
        """The same, doubting a rank that the source doesn't know, and another fraction of the same thing."""
        claim, said = item.claim, item.judgement
        if said.doubt >= ranks.DOUBT:
            return item
        if said.verdict is Verdict.UNSUPPORTED and ranks.unknown(claim, self._target, *self._ranks):
            return item._replace(judgement=said._replace(doubt=ranks.DOUBT, case="rank.unknown"))
        if said.verdict is not Verdict.CONTRADICTED or len(item.sources) != 1:
            return item
        if portions.other_fraction(claim, item.sources[0], self._target, self._source):
            return item._replace(judgement=said._replace(doubt=portions.DOUBT, case="fraction"))
        return item

    def _compared(self, item: Judged) -> Judged:
        """The same, doubting a comparison or a vote that is turned round."""
        claim, said = item.claim, item.judgement
        if said.doubt >= compared.DOUBT:
            return item
        if origin := compared.turned(claim, self._target, self._source):
            words = self._source.figures[origin.figure].surface
            judgement = Judgement(Verdict.CONTRADICTED, Reason.DIRECTION, compared.DOUBT, "comparison", None)
            return Judged(claim, judgement, (origin,), wording.reversed_way(words))
        if ends := differences.turned(claim, item.sources, self._target, self._source):
            judgement = Judgement(Verdict.CONTRADICTED, Reason.DIRECTION, differences.DOUBT, "difference", None)
            return item._replace(
                judgement=judgement, note=wording.smaller(*(self._source.figures[a.figure] for a in ends))
            )
        if change := compared.wrong_way(claim, self._target, self._source.atoms):
            old, new = (self._source.figures[atom.figure].surface for atom in change)
            judgement = Judgement(Verdict.CONTRADICTED, Reason.DIRECTION, compared.DOUBT, "comparison.change", None)
            return Judged(claim, judgement, change, f"the other way: from “{old}” to “{new}”")
        if vote := votes.turned(claim, self._target, self._source):
            judgement = Judgement(Verdict.MISATTRIBUTED, Reason.SWAPPED, votes.DOUBT, "vote", said.source)
            return item._replace(judgement=judgement, note=wording.voted(vote))
        return item

    def _doubts(self, claim: Atom, origin: Atom) -> Iterator[_Doubt]:
        if self._directions[0].said and (
            said := self._of_all(claim, origin, lambda o: direction.opposite(claim, o, *self._directions))
        ):
            yield _Doubt(Reason.DIRECTION, said.doubt, "direction", wording.reversed_way(said.word))
        word = self._of_all(claim, origin, lambda o: differences.opposite(claim, o, self._target, self._source))
        if word:
            yield _Doubt(Reason.DIRECTION, differences.DOUBT, "difference.word", wording.reversed_way(word))
        word = self._of_all(claim, origin, lambda o: ranks.differs(claim, o, *self._ranks))
        if word:
            yield _Doubt(Reason.SUBJECT, ranks.DOUBT, "rank", wording.ranked(word))
        word = self._of_all(claim, origin, lambda o: rates.differs(claim, o, *self._rates))
        if word:
            yield _Doubt(Reason.UNIT, rates.DOUBT, "rate", wording.per(word))
        yield from self._dated(claim, origin)
        word = self._of_all(claim, origin, self._another_place(claim))
        if word:
            yield _Doubt(Reason.VALUE, course.DOUBT, "course", wording.placed(word))
        new = self._of_all(claim, origin, lambda o: course.stale(claim, o, self._target, self._source))
        if new and self._alone:
            note = wording.stale(self._source.figures[new.figure])
            yield _Doubt(Reason.VALUE, course.STALE, "course.stale", note)
        firm = self._of_all(claim, origin, lambda o: self._firmer.than(claim, o))
        if firm:
            case = "bound.exactly" if firm[0] == hedged.EXACTLY else "bound.lost"
            yield _Doubt(Reason.QUALIFIER, firm[0], case, wording.hedged(firm[1]))
        if (self._denials[0].any or self._denials[1].any) and (
            no := self._of_all(claim, origin, lambda o: denied.denied(claim, o, *self._denials))
        ):
            yield _Doubt(Reason.DIRECTION, no.doubt, no.case, wording.denied(no.words, lost=no.case != "denial.added"))
        if self._source.once(supposed.supposes) and (
            word := self._of_all(claim, origin, lambda o: supposed.told_as_fact(claim, o, self._target, self._source))
        ):
            yield _Doubt(Reason.QUALIFIER, supposed.DOUBT, "supposed", wording.supposed(word))
        mixed = anchors.mixed(claim, origin, *self._anchors)
        if mixed:
            yield _Doubt(Reason.SUBJECT, mixed.doubt, mixed.case, wording.anchored(self._source.figures[origin.figure]))
        yield from self._whose(claim, origin)

    def _whose(self, claim: Atom, origin: Atom) -> Iterator[_Doubt]:
        """Who is said to have a figure, or to be beside it."""
        if self._alone:
            yield from self._beside(claim, origin)
        if self._sides.told and (party := self._of_all(claim, origin, lambda o: self._sides.exchanged(claim, o))):
            yield _Doubt(Reason.SWAPPED, roles.DOUBT, "roles", wording.exchanged(party))

    def _beside(self, claim: Atom, origin: Atom) -> Iterator[_Doubt]:
        """The same of a summary, which may leave out who else there is."""
        if partner := self._partners.wrong(claim):
            note = wording.beside(partner.party, partner.instead)
            yield _Doubt(Reason.SUBJECT, partners.DOUBT, "party.beside", note)
        if owner := self._of_all(claim, origin, lambda o: self._partners.one_of_two(claim, o)):
            yield _Doubt(Reason.SUBJECT, partners.PART, "part.of.two", wording.part(owner))
        if word := self._of_all(claim, origin, lambda o: portions.as_whole(claim, o, self._target, self._source)):
            yield _Doubt(Reason.SUBJECT, portions.DOUBT, "part.whole", wording.part(word))

    def _dated(self, claim: Atom, origin: Atom) -> Iterator[_Doubt]:
        """Of when a figure is."""
        word = self._of_all(claim, origin, lambda o: year_parts.differs(claim, o, self._target, self._source))
        if word:
            yield _Doubt(Reason.DATE_PART, year_parts.DOUBT, "year.part", wording.part_of_year(word))
        word = self._of_all(claim, origin, lambda o: when.differs(claim, o, *self._times))
        if word:
            yield _Doubt(Reason.DATE_PART, when.DOUBT, "time", wording.at_another_time(word))

    def _another_place(self, claim: Atom) -> Callable[[Atom], str | None]:
        def asked(origin: Atom) -> str | None:
            agrees = course.agrees(claim, origin, self._target, self._source)
            if agrees is not False:
                return None
            span = self._source.figures[origin.figure].span
            return self._source.text[max(0, span.start - 12) : span.end].split(" ", 1)[-1]

        return asked

    def _of_all(self, claim: Atom, origin: Atom, asked: Callable[[Atom], Answer | None]) -> Answer | None:
        """What is asked of the source figure, if every other that the target may mean gives an answer too."""
        found = asked(origin)
        if found is None:
            return None
        for other in self._source.atoms_worth(claim.value):
            like = other.position != origin.position and could_stand_for(claim, other)
            if like and asked(other) is None:
                return None
        return found

    def _unless_told(self, item: Judged) -> Judged:
        """The same, hardly doubted where both texts say alike which is the old figure and which the new."""
        claim = item.claim
        place = course.place(claim, self._target)
        if place not in _ENDS:
            return item
        for other in self._target.atoms:
            its = course.place(other, self._target) if abs(other.position - claim.position) < _NEAR else None
            if its not in _ENDS or its is place:
                continue
            old = claim if place is course.Place.OLD else other
            if any(course.place(o, self._source) is course.Place.OLD for o in self._source.atoms_worth(old.value)):
                said = Judgement(Verdict.SUPPORTED, Reason.NONE, 0.1, "course.same", item.judgement.source)
                return item._replace(judgement=said, note="")
        return item

    def _with_party(self, item: Judged) -> Judged:
        """The same, doubting an accepted figure that is credited to somebody else."""
        item = self._compared(item)
        said = item.judgement
        open_ = said.verdict in _CREDITED or (said.reason is Reason.QUALIFIER and said.doubt < _OPEN)
        if not open_ or len(item.sources) != 1 or said.verdict is Verdict.DERIVED:
            return item  # what is reckoned says something else than its operand does
        wrong = self._parties.wrong(item.claim, item.sources[0])
        if wrong is not None and wrong.doubt > said.doubt:
            judgement = Judgement(Verdict.MISATTRIBUTED, Reason.SUBJECT, wrong.doubt, wrong.case, said.source)
            return item._replace(judgement=judgement, note=wording.credited(wrong.party, wrong.owner))
        dated = item.claim.slot in (Slot.DAY, Slot.MONTH, Slot.YEAR)
        if said.reason is Reason.SUBJECT and not dated and self._parties.confirmed(item.claim, item.sources[0]):
            most = _TYPE if item.claim.slot is Slot.DESIGNATION else _CONFIRMED
            return item._replace(judgement=said._replace(doubt=min(said.doubt, most), case="party.right"))
        return item
