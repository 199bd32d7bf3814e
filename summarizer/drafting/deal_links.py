"""Which deal a later sentence speaks of, and that it speaks of one at all.

News tells a deal once and then goes on about it: "Der Auftrag hat ein Volumen von …", "Geliefert werden 18 …". What a
sentence adds is read by `deal_additions`; here it is decided to whom: to a deal of the same paragraph, or to the last
one before if the sentence takes it up by name ("Der Vertrag"). A sentence whose subject is a firm that has no part in
a deal adds nothing to it, nor does one that speaks of an earlier contract, of turnover or of a share price.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.data import DealKind, DealStatus, Role
from summarizer.drafting import deal_additions, deal_mood, deal_sides, deal_sums
from summarizer.drafting.deal_source import Found, Source
from summarizer.drafting.deal_subjects import subjects_of
from summarizer.drafting.deal_ties import CONTRACT, SAME

_FAR_TIE = re.compile(
    rf"^(?:Der|Die|Das|Den|Dem|Dieser|Diese|Dieses|Im|Laut|Für|Mit|Über) (?:\w+ )?{CONTRACT}|^(?:Die|Mit der"
    rf"|Der) (?:\w+ )?"
    r"(?:\w*[Ll]ieferung\w*|Produktion|Bauarbeiten|Transaktion|Übergabe)|^Gelie(?:fert|ferte)|^(?:Den Zuschlag"
    r"|Lieferant|Auftraggeber)"
)
_ANOTHER = re.compile(
    r"(?i)\b(?:Vorgänger\w*|frühere[rn]?|bisherige[nr]?|vorige[nr]?|letzte[rn]? (?:Auftrag|Vertrag)|damals"
    r"|ursprünglich\w*"
    r"|Umsatz|Umsätze|Gewinn\w*|Verlust\w*|Börsenwert|Marktwert|Aktie[n]?kurs|Konkurrent\w*|Wettbewerber\w*|Rivale\w*"
    r"|Schulden|Etat|Haushalt|Jahresumsatz|Erlöse?n?|Ergebnis)\b|\b(?:Die Aktien?|Das Papier)\b"
)
_VALUE = r"(?:\w*[Vv]olumen|\w*[Ww]ert|\w*[Pp]reis|Kosten|\w*[Ss]umme)"
_VALUED = re.compile(
    rf"\b{_VALUE}\b.*\b(?:beziffer\w+|nenn(?:t|en)|nannte\w*|veranschlag\w+|schätz\w+|gibt .* an$)"
    rf"|\b(?:beziffer\w+|veranschlag\w+|schätz\w+)\b.*\b{_VALUE}\b"
    r"|\b(?:lässt|lassen|ließ(?:en)?) sich (?:den|das|die) .*\bkosten\b"
)
"""Whoever says what a deal costs need have no part in it."""
_PROCEEDS = re.compile(r"(?:Der|Die) (?:\w*[Ee]rlös|Einnahmen)\b")
"""Of a sale they are what it brings, not somebody's turnover."""
_TWO = 2
_TAKEN_UP = re.compile(rf"\b(?:den|der|die|des|das|dem) {CONTRACT}\b")
_CONTRACT_FIRST = re.compile(rf"^(?:Der|Die|Das|Den) (?:\w+ )?{CONTRACT}\b")
_FURTHER = re.compile(
    r"(?i)\b(?:zudem|außerdem|gleichzeitig|zugleich|zusätzlich|daneben|ferner|auch|ebenfalls|weitere[nrs]?"
    r"|darüber hinaus"
    r"|überdies|parallel|unterdessen|ein zweiter|eine zweite|einen zweiten|zweite[rns]?)\b"
)
_DONE = (DealStatus.CONTRACT, DealStatus.SIGNED)
_OPEN_KINDS = frozenset({DealKind.JOINT_VENTURE, DealKind.MEMORANDUM, DealKind.OTHER})
_NEXT_PARAGRAPH = 2
"""A heading between two paragraphs counts as one, so this reaches just over it."""


def link(deals: Sequence[Found], source: Source) -> Found | None:
    """Add what ``source`` says to the deal it speaks of; a deal that leans on one (a first call-off) comes back.

    ``source`` counts as evidence of a deal only if it added something.
    """
    if not deals:
        return None
    for deal in _reached(deals, source):
        proceeds = deal.noun == "sale" and _PROCEEDS.match(source.text)
        if (_ANOTHER.search(source.text) and not proceeds) or _of_a_stranger(deal, source):
            continue
        ordered = deal_additions.call_off(deal, source)
        if ordered is not None:
            return ordered
        if deal_additions.add(deal, source) and source.id not in deal.evidence:
            deal.evidence.append(source.id)
            return None
        if source.id in deal.evidence:
            return None
    return None


def takes_up(last: Found, own: Sequence[Found], source: Source) -> bool:
    """Whether a sentence that could be a deal by itself only goes on about the last one: "Der Vertrag mit …"."""
    if last.paragraph != source.paragraph:
        return False
    if deal_sides.completes(last, source):
        return True
    ours = {side.name for side in last.sides}
    new = {side.name for deal in own for side in deal.sides} - ours
    told = {side.name for deal in own for side in deal.sides} & ours
    return (
        bool(_CONTRACT_FIRST.match(source.text))
        and (bool(told) or len(new) < _TWO)
        and not _FURTHER.search(source.text)
    )


def speaks_of(deals: Sequence[Found], source: Source) -> bool:
    """Whether a sentence was taken as evidence of one of ``deals``."""
    return any(source.id in deal.evidence for deal in deals)


def _reached(deals: Sequence[Found], source: Source) -> list[Found]:
    """The deals a sentence may speak of, the likeliest first."""
    here = [d for d in reversed(deals) if d.paragraph == source.paragraph]
    named = [d for d in here if any(who.name in source.text for who in d.sides)]
    near = [d for d in here[:1] if d not in named]
    if here:
        return [*named, *near] if len({id(d) for d in here}) > 1 else here
    last = deals[-1]
    told_before = [d for d in deals if d.paragraph == last.paragraph]
    close = 0 < source.paragraph - last.paragraph <= _NEXT_PARAGRAPH
    if close and _FAR_TIE.match(source.text) and len(told_before) == 1:
        return [last]
    same = [d for d in deals if deal_sums.splits(d, source)]
    return same[-1:]


def _of_a_stranger(deal: Found, source: Source) -> bool:
    """Whether the subject is a firm or a state that has no part in the deal."""
    if _is_off(source):
        return True
    subjects = [who for who in subjects_of(source) if not who.is_person]
    tied = (
        _FAR_TIE.match(source.text)
        or _VALUED.search(source.text)
        or SAME.search(source.text)
        or deal_sides.names_a_role(deal, source)
        or deal_sides.completes(deal, source)
    )
    if not subjects or tied:
        return False
    ours = [*(side.name for side in deal.sides), deal.item]
    words = {word for name in ours for word in name.split() if len(word) > 3}
    named = [who for who in subjects if not who.name.split()[-1].islower()]  # "the group" is whoever was named before
    return bool(named) and not any(who.name in ours or words & set(who.name.split()) for who in named)


def _is_off(source: Source) -> bool:
    """Whether a sentence denies; that nothing is said of the price is no denial."""
    clauses = source.clauses()
    first = clauses[0].span.of(source.text) if clauses else source.text
    return deal_mood.off(first, source.text) and not deal_mood.only_terms(source.text)


def retold(deals: Sequence[Found], new: Found, source: Source) -> bool:
    """Whether ``new`` is the last deal told on; then what it says of it is added to it.

    "BMW und Toyota gründen ein Gemeinschaftsunternehmen. Die Partner stecken 600 Millionen Euro in den Aufbau."
    """
    if not deals or deals[-1].paragraph != new.paragraph or _FURTHER.search(source.text):
        return False
    old = deals[-1]
    names = {who.name for who in new.sides}
    other_side = _other_side(old, new)
    spent = SAME.search(source.text) and new.kind is DealKind.INVESTMENT and old.amount is None
    taken_up = _TAKEN_UP.search(source.text) and new.quantity is None and old.kind is new.kind
    going_on = _goes_on(old, new) or spent or bool(taken_up)
    if not names or not (names <= {who.name for who in old.sides} or other_side) or not going_on:
        return False
    pairs = ((old.amount, new.amount), (old.quantity, new.quantity), (old.share, new.share))
    if any(a is not None and b is not None and a.value != b.value for a, b in pairs):
        return False
    if other_side:
        old.parties += [(w, role) for w, role in new.parties if w.name not in {side.name for side in old.sides}]
    old.amount, old.quantity = old.amount or new.amount, old.quantity or new.quantity
    old.share, old.item = old.share or new.share, old.item or new.item
    old.parts = old.parts or new.parts
    if old.kind is DealKind.AGREEMENT and new.kind is DealKind.JOINT_VENTURE:
        old.kind, old.noun = new.kind, new.noun
    if new.status in _DONE and old.status not in (*_DONE, DealStatus.INTENT):
        old.status = new.status
    if new.date_of is not None:
        old.dated(new.date, new.date_of)
    old.evidence += [e for e in new.evidence if e not in old.evidence]
    return True


def _other_side(old: Found, new: Found) -> bool:
    """Whether ``new`` only brings the other side of a sale without figures: "stößt X ab. 26 Prozent gehen an Y"."""
    goods = (DealKind.PURCHASE, DealKind.ORDER)
    if old.seed and new.kind in goods and len(old.sides) == len(new.sides) == 1:
        return {role for _, role in (*old.parties, *new.parties)} == {Role.BUYER, Role.SELLER}
    waiting = old.seed or (old.kind is DealKind.PURCHASE and not old.told)
    if not waiting or len(old.sides) != 1 or len(new.sides) != _TWO:
        return False
    (who, role) = next(p for p in old.parties if p[0].name == old.sides[0].name)
    return any(other.name == who.name and its is role for other, its in new.parties)


def _goes_on(old: Found, new: Found) -> bool:
    """Whether one deal may be another sentence on the same: of a kind that needs filling, or of the same thing."""
    if {"stake", "takeover"} & {old.noun, new.noun} and old.noun != new.noun:
        return False
    if old.kind is DealKind.AGREEMENT and new.kind is DealKind.JOINT_VENTURE:
        return True
    if old.kind in _OPEN_KINDS and new.kind in (
        DealKind.INVESTMENT,
        DealKind.PURCHASE,
        DealKind.ORDER,
        DealKind.AGREEMENT,
    ):
        return True
    goods = (DealKind.PURCHASE, DealKind.ORDER, DealKind.AGREEMENT)
    if old.kind is not new.kind and not (old.kind in goods and new.kind in goods):
        return False
    shared = {w.lower()[:6] for w in old.item.split()} & {w.lower()[:6] for w in new.item.split()}
    return not old.item or not new.item or bool(shared)
