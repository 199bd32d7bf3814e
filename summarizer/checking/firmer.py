"""Doubts that something else in the texts makes sure: a weekday tied to its date, a small count of the same noun.

By themselves these say little (translators add and drop weekdays, "two" may be part of a phrase), so `judge` leaves
them below the default's threshold. Here the words around them settle it.
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.checking.atoms import Atom, Slot, Weight
from summarizer.checking.attribute import noun_fit
from summarizer.checking.judge import Judgement
from summarizer.checking.stretches import Judged
from summarizer.data import Reason, Verdict

_NEAR = 25
"""How far behind the start of a weekday, in code points, the day of its date begins."""
_DOUBT = 0.65


def firmer(item: Judged, claims: Sequence[Atom], origins: Sequence[Atom]) -> Judged:
    """The same, or surer; ``claims`` and ``origins`` are all figures of the target and of the source."""
    said = item.judgement
    if said.verdict is Verdict.CONTRADICTED and item.claim.slot is Slot.WEEKDAY and len(item.sources) == 1:
        day, its = _day(item.claim, claims), _day(item.sources[0], origins)
        if day is not None and day == its:
            return item._replace(judgement=said._replace(doubt=max(said.doubt, _DOUBT), case="weekday.tied"))
    if said.verdict is Verdict.UNSUPPORTED and item.claim.slot is Slot.COUNT and item.claim.weight is Weight.SPELLED:
        like = [o for o in origins if o.slot is Slot.COUNT and noun_fit(item.claim, o) > 1]
        if like and all(o.value != item.claim.value and o.weight >= Weight.SPELLED for o in like):
            judgement = Judgement(Verdict.CONTRADICTED, Reason.VALUE, _DOUBT, "count.same.noun", None)
            return Judged(item.claim, judgement, tuple(like[:1]))
    return item


def _day(weekday: Atom, atoms: Sequence[Atom]) -> object:
    """The day and month right behind a weekday; None where there is no full date."""
    behind = [a for a in atoms if 0 <= a.position - weekday.position <= _NEAR]
    found = {a.slot: a.value for a in reversed(behind) if a.slot in (Slot.DAY, Slot.MONTH)}
    return (found[Slot.DAY], found[Slot.MONTH]) if len(found) == 2 else None
