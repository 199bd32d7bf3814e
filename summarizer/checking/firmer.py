"""Doubts that something else in the texts makes sure: a weekday tied to its date, a small count of the same noun.

By themselves these say little (translators add and drop weekdays, "two" may be part of a phrase), so `judge` leaves
them below the default's threshold. Here the words around them settle it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from summarizer.checking import wording
from summarizer.checking.atoms import Atom, Slot, Weight
from summarizer.checking.attribute import noun_fit
from summarizer.checking.judge import Judgement
from summarizer.checking.late import late
from summarizer.checking.reading import Reading
from summarizer.checking.stretches import Judged
from summarizer.data import Reason, Verdict

_NEAR = 25
"""How far behind the start of a weekday, in code points, the day of its date begins."""
_DOUBT = 0.65
_LIKE_UNIT = {
    Slot.DURATION: late(
        "nacht|nächt|winter|sommer|saison|spielzeit|tag|woche|monat|jahr|stunde|minute|quartal|semester|schicht", re.I
    ),
    Slot.MONEY: late(
        "euro|dollar|franken|pfund|mark|cent|krone|rubel|yen|yuan|schein|note|münze|lira|peso|schaden|schäden|kosten|umsatz|gewinn",
        re.I,
    ),
}
"""Nouns that are a length of time or money themselves: three nights, ten notes, 15.000 Sachschaden."""
_PLURAL = late(r"[^\W\d_]+[enrs]")


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


_NIGHT_TO = late(r"\bNacht (?:zum|zu|auf)(?: den)? $", re.IGNORECASE)
_NIGHT = late(r"\W{0,2}(?:nights?|evening)\b", re.IGNORECASE)
_LATE = late(r"\b(?:late on|(?:night|evening) of|overnight from) $", re.IGNORECASE)
_WEEK = 7


def night_before(item: Judged, target: Reading, source: Reading) -> Judged:
    """The same, accepted where "Sunday night" stands for "in der Nacht zum Montag"."""
    said, claim = item.judgement, item.claim
    if said.verdict is not Verdict.CONTRADICTED or claim.slot is not Slot.WEEKDAY or len(item.sources) != 1:
        return item
    origin = item.sources[0]
    if origin.slot is not Slot.WEEKDAY or not isinstance(claim.value, Decimal) or not isinstance(origin.value, Decimal):
        return item
    here, there = target.figures[claim.figure].span, source.figures[origin.figure].span
    led = _NIGHT_TO.search(source.text[max(0, there.start - 20) : there.start].replace("\n", " "))
    before = target.text[max(0, here.start - 20) : here.start].replace("\n", " ")
    if led is None or origin.value - claim.value not in (1, 1 - _WEEK):
        return item
    if not _NIGHT.match(target.text, here.end) and not _LATE.search(before):
        return item
    return item._replace(judgement=Judgement(Verdict.SUPPORTED, Reason.NONE, 0.1, "weekday.night", said.source))


def measured_instead(item: Judged, origins: Sequence[Atom]) -> Judged:
    """The same, doubted where things that the source counts have become a length of time or a sum of money.

    "18.000 Haushalte stundenlang" is no 18,000 hours, "100 Spenden" no 100 euros. Only a noun that the lexicon knows
    is sure to be counted, and a number that nowhere in the source has the unit.
    """
    claim, said = item.claim, item.judgement
    if claim.slot not in _LIKE_UNIT or claim.weight < Weight.SPELLED or len(item.sources) != 1:
        return item
    origin = item.sources[0]
    if origin.slot is not Slot.COUNT or origin.value != claim.value or said.doubt >= _DOUBT:
        return item
    noun = origin.noun
    word = (noun.word if noun is not None else None) or ""
    if noun is None or not noun.concepts or not _PLURAL.fullmatch(word) or _LIKE_UNIT[claim.slot].search(word):
        return item
    if any(o.slot is claim.slot and o.value == claim.value for o in origins):
        return item
    judgement = Judgement(Verdict.CONTRADICTED, Reason.UNIT, _DOUBT, f"measured.{claim.slot.name}", said.source)
    return item._replace(judgement=judgement, note=wording.counted(word))


def _day(weekday: Atom, atoms: Sequence[Atom]) -> object:
    """The day and month right behind a weekday; None where there is no full date."""
    behind = [a for a in atoms if 0 <= a.position - weekday.position <= _NEAR]
    found = {a.slot: a.value for a in reversed(behind) if a.slot in (Slot.DAY, Slot.MONTH)}
    return (found[Slot.DAY], found[Slot.MONTH]) if len(found) == 2 else None
