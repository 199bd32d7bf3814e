"""Checks a stretch of target against the stretch of source it was made from, atom by atom.

A stretch is a whole segment, an aligned run of sentences of a translation, or one sentence of a summary with the
sentences it draws on. What comes out is one judgement for each atom of the target, and the source atoms left over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from summarizer.checking import exchange, losses, wording
from summarizer.checking.atoms import Atom, Slot, Weight
from summarizer.checking.attribute import noun_fit, pair
from summarizer.checking.changes import Changes
from summarizer.checking.compare import compare
from summarizer.checking.compounds import inside_a_word
from summarizer.checking.derive import Derivation, derive, in_points, misreckoned, turn_of_years, year_before
from summarizer.checking.judge import Judgement, judge
from summarizer.checking.late import late
from summarizer.checking.reading import Reading
from summarizer.data import Qualifier, Reason, Verdict


class Judged(NamedTuple):
    """An atom of the target, what is said of it, and the source atoms that this rests on."""

    claim: Atom
    judgement: Judgement
    sources: tuple[Atom, ...]
    note: str = ""


class Outcome(NamedTuple):
    """A stretch, judged."""

    judged: list[Judged]
    unused: list[Atom]
    drawn_on: dict[int, tuple[int, ...]] = {}  # noqa: RUF012 - never written to; a tuple's default
    """For a summary: index of a target figure to the source sentences it was looked for in."""


def plain_agreement(claims: Sequence[Atom], origins: Sequence[Atom]) -> bool:
    """Whether both sides have the same figures in the same order: most stretches, and nothing to weigh there."""
    if len(claims) != len(origins):
        return False
    unlike = []
    for claim, origin in zip(claims, origins, strict=True):
        if (
            claim.value is None
            or claim.value != origin.value
            or claim.slot is not origin.slot
            or claim.unit != origin.unit
            or claim.qualifier is not origin.qualifier
        ):
            return False
        if claim.slot is Slot.COUNT and noun_fit(claim, origin) < 0:
            unlike.append((claim, origin))
    return len(unlike) < _PAIR or not _nouns_crossed(unlike)


_PAIR = 2


def _nouns_crossed(unlike: Sequence[tuple[Atom, Atom]]) -> bool:
    """Whether two figures count each what the other counts in the source: 2,100 applicants for 2.100 Lehrstellen."""
    return any(
        noun_fit(claim, origin2) > 1 and noun_fit(claim2, origin) > 1
        for place, (claim, origin) in enumerate(unlike)
        for claim2, origin2 in unlike[place + 1 :]
    )


_FITS = Judgement(Verdict.SUPPORTED, Reason.NONE, 0.0, "fits.supported", None)


def check_stretch(
    target: Reading,
    source: Reading,
    claims: Sequence[Atom],
    origins: Sequence[Atom],
    evidence: Sequence[int] = (),
) -> Outcome:
    """Judges the atoms of one stretch of target against those of its stretch of source.

    ``evidence`` lists the source sentences of the stretch, best first, where it is known.
    """
    if plain_agreement(claims, origins):
        return Outcome([Judged(c, _FITS, (o,)) for c, o in zip(claims, origins, strict=True)], [])
    claims = losses.settle(target, source, _settle_slashes(target, claims, origins), origins)
    pairings = pair(claims, origins, rounding=True)
    judgements = [
        judge(claim, pairing, origins, source.atoms) for claim, pairing in zip(claims, pairings.of, strict=True)
    ]
    judgements = [_worth(target, source, claim, said, origins) for claim, said in zip(claims, judgements, strict=True)]
    text = source.text
    if evidence:
        text = "\n".join(source.sentences[index].span.of(source.text) for index in evidence)
    judgements = [_verbatim(target, text, claim, said) for claim, said in zip(claims, judgements, strict=True)]
    notes: dict[int, str] = {}
    for found in exchange.find(target, source, claims, origins, pairings, evidence):
        old = judgements[found.claim]
        if old.doubt < found.doubt:
            judgements[found.claim] = Judgement(
                Verdict.MISATTRIBUTED, found.reason, found.doubt, found.case, old.source
            )
            notes[found.claim] = _instead(source, origins, old.source, found)
    judged = []
    for index, (claim, judgement) in enumerate(zip(claims, judgements, strict=True)):
        sources = () if judgement.source is None else (origins[judgement.source],)
        judged.append(Judged(claim, judgement, sources, notes.get(index, "")))
    _said_twice(judged)
    used = {atom for item in judged if item.judgement.verdict.accepted for atom in item.sources}
    left = [origins[j] for j in pairings.unused if not any(_is_same(origins[j], other) for other in used)]
    return Outcome(judged, [atom for atom in left if not _kept_in_german(target, source, atom)])


def _instead(source: Reading, origins: Sequence[Atom], given: int | None, found: exchange.Exchange) -> str:
    """What stands in the source where a figure has another's place."""
    if given is None or origins[given].figure == origins[found.meant].figure:
        return ""
    figures = source.figures
    return wording.meant(figures[origins[given].figure], figures[origins[found.meant].figure], found.reason)


def _kept_in_german(target: Reading, source: Reading, origin: Atom) -> bool:
    """Whether the English keeps the German number word: it is part of a name (Sieben Linden)."""
    word = source.figures[origin.figure].surface
    return word.isalpha() and len(word) > 2 and re.search(rf"\b{word}\b", target.text) is not None


def _is_same(one: Atom, other: Atom) -> bool:
    """Whether two figures of one text say the same: a year named twice, "an inch (2.54 cm)"."""
    if one.slot is not other.slot:
        return False
    match = compare(one, other, rounding=False)
    return match is not None and match.verdict.accepted and match.strength >= _SURELY


def _said_twice(judged: list[Judged]) -> None:
    """Accepts a measure that only repeats an accepted one in another unit: 18 inches (46 cm)."""
    accepted = [item for item in judged if item.judgement.verdict.accepted and item.claim.slot is Slot.MEASURE]
    for index, item in enumerate(judged):
        if item.judgement.verdict is not Verdict.UNSUPPORTED or item.claim.slot is not Slot.MEASURE:
            continue
        for other in accepted:
            match = compare(item.claim, other.claim, rounding=False)
            if match is not None and match.verdict is Verdict.CONVERTED:
                said = Judgement(Verdict.CONVERTED, Reason.NONE, 0.1, "converted.within", None)
                judged[index] = Judged(item.claim, said, other.sources)
                break


_OVER = late(r"\büber\s*$", re.IGNORECASE)
_ABOVE = late(r"\boberhalb (?:von )?$", re.IGNORECASE)
_THROUGHOUT = late(r"\bover (?:the (?:next |past |last )?|a |an )?$", re.IGNORECASE)
_PHRASAL = late(
    r"\b(?:t(?:urn(?:s|ed|ing)?|akes?|aking|aken|ook)|hand(?:s|ed|ing)?|sign(?:s|ed|ing)?|spread(?:s|ing)?"
    r"|fl(?:y|ies|ew)|mak(?:es?|ing)|made|carr(?:y|ies|ied)|won|win(?:s|ning)?|presid(?:es?|ed|ing)|roll(?:s|ed|ing)?)"
    r" over (?:all |the )?$",
    re.IGNORECASE,
)
"""Verbs that "over" belongs to: turned over 50 million, took over twelve hospitals."""
_WORTH, _NO_BOUND = 0.75, 0.1


def _worth(target: Reading, source: Reading, claim: Atom, said: Judgement, origins: Sequence[Atom]) -> Judgement:
    """Doubts "more than" more where the German has "über" in the sense of worth: a loan über 85 million.

    And less where the English "over" or "above" sets no bound: part of a verb, the length of time or the height that
    the German gives with the same preposition.
    """
    if said.reason is not Reason.QUALIFIER or claim.qualifier is not Qualifier.MORE_THAN or said.source is None:
        return said
    origin = origins[said.source]
    before = target.text[max(0, claim.position - 30) : claim.position].replace("\n", " ")
    before_it = source.text[max(0, origin.position - 16) : origin.position].replace("\n", " ")
    lasting = claim.slot is Slot.DURATION and _THROUGHOUT.search(before) is not None
    if (lasting and _OVER.search(before_it)) or _PHRASAL.search(before) or _ABOVE.search(before_it):
        return Judgement(Verdict.SUPPORTED, Reason.NONE, _NO_BOUND, "qualifier.preposition", said.source)
    if origin.qualifier is not Qualifier.EXACT or not _OVER.search(before_it):
        return said
    return said._replace(doubt=max(said.doubt, _WORTH), case="qualifier.worth")


_WORDS = late(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+")
# What German says without a figure.
_IDIOMS: tuple[tuple[re.Pattern[str], frozenset[Decimal]], ...] = (
    (late(r"\brund um die Uhr\b", re.IGNORECASE), frozenset({Decimal(24), Decimal(7)})),
    (late(r"\bvon eine[mrn] (?:\w+ )?auf\b"), frozenset({Decimal(1)})),
    (late(r"\bhalbe[nr]? (?:Prozentp|P)unkt\b"), frozenset({Decimal(50), Decimal("0.5")})),
    (
        late(r"\b[Vv]iertel-?(?:prozent)?punkt|\bviertel (?:Prozentp|P)unkt"),
        frozenset({Decimal(25), Decimal("0.25")}),
    ),
    (late(r"\bNotruf"), frozenset({Decimal(n) for n in (110, 112, 911, 999)})),
)
_IDIOM = Judgement(Verdict.SUPPORTED, Reason.NONE, 0.15, "fits.idiom", None)
_LETTERS = late(r"[A-Za-z]{3,}")
_COMPOUNDED = Judgement(Verdict.SUPPORTED, Reason.NONE, 0.15, "fits.compound", None)
_NAMED = Judgement(Verdict.SUPPORTED, Reason.NONE, 0.1, "fits.verbatim", None)


def _verbatim(target: Reading, text: str, claim: Atom, said: Judgement) -> Judgement:
    """Accepts a number word that the German has within a word, or in English in a name (Six Nations, Fifth Avenue)."""
    if said.verdict not in (Verdict.UNSUPPORTED, Verdict.CONTRADICTED):
        return said
    surface = target.figures[claim.figure].surface
    if _WORDS.fullmatch(surface) and surface in text:
        return _NAMED  # a title that stays English: Twenty Years Later
    if any(claim.value in said_by and phrase.search(text) for phrase, said_by in _IDIOMS):
        return _IDIOM
    if claim.weight is Weight.FIRM:
        return said
    unsupported = said.verdict is Verdict.UNSUPPORTED
    if unsupported and isinstance(claim.value, Decimal) and inside_a_word(claim.value, text):
        return _COMPOUNDED
    word = _LETTERS.match(target.figures[claim.figure].surface)
    if word is None or not re.search(rf"\b{word.group()}\b", text, re.IGNORECASE):
        return said
    return _NAMED


_SLASHED = late(r"\d{1,2}/\d{1,2}/\d{2,4}")


def _settle_slashes(target: Reading, claims: Sequence[Atom], origins: Sequence[Atom]) -> Sequence[Atom]:
    """Reads 04/05/2018 day first where the source says 4 May: English writes such a date both ways."""
    if not any(claim.slot is Slot.DAY for claim in claims):
        return claims
    parts = {(a.figure, a.slot): a.value for a in origins if a.slot in (Slot.DAY, Slot.MONTH)}
    dates = {(parts.get((figure, Slot.DAY)), parts.get((figure, Slot.MONTH))) for figure, _ in parts}
    mine = {(a.figure, a.slot): a.value for a in claims if a.slot in (Slot.DAY, Slot.MONTH)}
    settled = list(claims)
    for index, claim in enumerate(claims):
        if claim.slot not in (Slot.DAY, Slot.MONTH) or not _SLASHED.search(target.figures[claim.figure].surface):
            continue
        day, month = mine.get((claim.figure, Slot.DAY)), mine.get((claim.figure, Slot.MONTH))
        if (day, month) not in dates and (month, day) in dates:
            settled[index] = claim._replace(value=month if claim.slot is Slot.DAY else day)
    return settled


def borrow(stretch: Outcome, neighbour: Outcome) -> None:
    """Lets figures that their stretch does not bear out be borne out by what the next one has left over.

    A translator moves a figure over a full stop, and an alignment is a sentence off now and then.
    """
    for place, item in enumerate(stretch.judged):
        said = item.judgement
        if said.verdict not in (Verdict.UNSUPPORTED, Verdict.CONTRADICTED) or said.reason is Reason.QUALIFIER:
            continue
        for index, origin in enumerate(neighbour.unused):
            match = compare(item.claim, origin, rounding=False)
            if match is not None and match.verdict.accepted and match.strength >= _SURELY:
                stretch.judged[place] = Judged(
                    item.claim, Judgement(match.verdict, match.reason, 0.05, "borrowed", None), (origin,)
                )
                stretch.unused.extend(a for a in item.sources if a not in stretch.unused)
                del neighbour.unused[index]
                break


_SURELY = 0.88
"""Only a figure of the same kind and unit, found elsewhere, takes anything away from a plain contradiction."""
_FOUND_ELSEWHERE = 0.15
"""How much of the doubt about a contradicted figure goes when its value stands in another part of the source."""


_TAKEN = frozenset(
    {Slot.COUNT, Slot.MONEY, Slot.SHARE, Slot.POINTS, Slot.MEASURE, Slot.DURATION, Slot.DAY, Slot.MONTH, Slot.YEAR}
)
_MISTAKEN = 0.62
"""The least doubt about a figure that another sentence has and its own has otherwise: hardly ever by chance."""


def _by_arithmetic(claim: Atom, found: Derivation) -> Judged:
    return Judged(claim, Judgement(Verdict.DERIVED, Reason.NONE, 0.1, "derived", None), found.operands, found.note)


_WEIGHTY = 0.3
_TOGETHER = 3


def _derived_at_once(claim: Atom, atoms: Sequence[Atom]) -> Derivation | None:
    """A sum or difference of figures in a row, for a value that the source also gives of something else."""
    for start in range(len(atoms) - 1):
        run = [
            atom for atom in atoms[start : start + _TOGETHER] if atom.slot is atoms[start].slot or claim.unit is None
        ]
        found = derive(claim, run)
        if found is not None and any(noun_fit(claim, atom) > 0 for atom in found.operands):
            return found
    return None


_MISRECKONED = 0.8


def reconsider(
    judged: Judged,
    near: Sequence[Atom],
    elsewhere: Sequence[Atom],
    changes: Changes,
    text: str,
    near_doubt: float = 0.1,
) -> Judged:
    """A second look, for a summary, at a figure that its own evidence does not bear out.

    It may stand in a sentence that the alignment missed, or follow from figures of the evidence by arithmetic.
    ``near_doubt`` is the doubt left when the value is only found elsewhere, ``text`` that of the evidence; ``changes``
    tells old values from new ones.
    """
    said = judged.judgement
    if said.reason is Reason.SUBJECT and said.doubt >= _WEIGHTY:
        found = _derived_at_once(judged.claim, elsewhere)
        return judged if found is None else _by_arithmetic(judged.claim, found)
    if said.verdict not in (Verdict.UNSUPPORTED, Verdict.CONTRADICTED) or said.reason is Reason.QUALIFIER:
        return judged
    found = (
        derive(judged.claim, near, changes)
        or year_before(judged.claim, near, text)
        or turn_of_years(judged.claim, changes.source.text)
    )
    if found is not None:
        return _by_arithmetic(judged.claim, found)
    for reason, wrong in ((Reason.POINTS, in_points), (Reason.VALUE, misreckoned)):
        found = wrong(judged.claim, near, changes)
        if found is not None:
            said = Judgement(Verdict.CONTRADICTED, reason, _MISRECKONED, wrong.__name__, None)
            return Judged(judged.claim, said, found.operands, found.note)
    if said.reason is Reason.DATE_PART and judged.claim.slot in (Slot.DAY, Slot.MONTH):
        return judged
    strongly = said.verdict is Verdict.CONTRADICTED and said.doubt >= 0.5
    best, strength = None, _SURELY if strongly else 0.0
    beside = frozenset(near)
    for origin in elsewhere:
        match = compare(judged.claim, origin, rounding=origin in beside and not strongly)
        if match is not None and match.verdict is not Verdict.CONTRADICTED and match.strength > strength:
            best, strength = origin, match.strength
    if best is None:
        return judged
    doubt = said.doubt - _FOUND_ELSEWHERE if strongly else near_doubt
    if strongly and best not in beside and judged.claim.weight >= Weight.SPELLED and judged.claim.slot in _TAKEN:
        doubt = max(doubt, _MISTAKEN)
    if judged.claim.weight < Weight.SPELLED and said.reason is Reason.VALUE:
        doubt = min(doubt, 0.4)
    case = f"elsewhere.{'rival' if strongly else 'free'}.{judged.claim.slot.name}.{judged.claim.weight.name.lower()}"
    verdict = Verdict.MISATTRIBUTED if strongly else Verdict.SUPPORTED
    reason = Reason.SUBJECT if strongly else Reason.NONE
    return Judged(judged.claim, Judgement(verdict, reason, doubt, case, None), (best,))


_CROSSED = 0.8


def crossed(judged: Sequence[Judged], displaced: Mapping[int, Atom]) -> list[Judged]:
    """The same, sure of two figures that stand in each other's place, sentences apart.

    ``displaced`` has, for the index of a judgement whose value stands elsewhere, the source figure whose place it has.
    """
    found = list(judged)
    for index, origin in displaced.items():
        for other, its in displaced.items():
            if origin.value != judged[other].claim.value or its.value != judged[index].claim.value:
                continue
            if origin.value == its.value:
                continue
            said = judged[index].judgement
            doubt = max(said.doubt, _CROSSED)
            found[index] = judged[index]._replace(
                judgement=said._replace(reason=Reason.SWAPPED, doubt=doubt, case="crossed")
            )
    return found
