"""Which sum an English sentence announces beside a figure: "leaving 5 million", "12 million each", "950 more than".

Words are what makes arithmetic a claim rather than a chance hit: where they say that a figure is what is left, what two
others differ by, so much for each or all in all, `combined` may look a little farther for its operands than `derive`,
which sees the numbers alone.

To extend: a word of `_BEFORE`, `_BEHIND` or `_ANYWHERE`, with a case in ``tests/cases/checking/computed.toml``.
"""

from __future__ import annotations

import re
from enum import Enum

from summarizer.checking import course
from summarizer.checking.atoms import Atom, Slot
from summarizer.checking.late import late
from summarizer.checking.reading import Reading


class Sum(Enum):
    """What is done with the source's figures."""

    APART = "what two figures differ by"
    TOTAL = "what several make together"
    LEFT = "what is left of one when others are taken off"
    PART = "some of a number that is told beside it"
    EACH = "what there is for each"
    OLD = "what it was before it changed"
    NEW = "what it is after it changed"
    VOTE = "one side of a vote"
    WORTH = "what all of it is worth, by the price of a part"


_HEDGED = (
    r"(?:(?:about|around|some|almost|nearly|roughly|only|just|over|under|a little|well|more than|less than"
    r"|fewer than|close to|nearer|at least|up to|a|an|another|the|its|their|as many as|a full|a further|barely"
    r"|not quite) ){0,3}[$€£]?(?:SFr|CHF)?"
)
_CHANGE = (
    r"gains?|loss(?:es)?|rises?|falls?|increases?|decreases?|drops?|declines?|reductions?|cuts?|savings?|improvements?"
    r"|gaps?|leads?|margins?|difference|surplus|deficit|shortfall|excess|balance|growth|swing|premium|discount|overrun|delay"
    r"|advantage|spread|slump|jump|net|shrinkage|addition|expansion|markup|mark-up|markdown"
)
_MOVED = (
    r"up|down|by|rose|risen|rises|rising|fell|fallen|falls|falling|gained|gains|gaining|lost|loses|losing|grew|grows|added"
    r"|adds|adding|shed|sheds|shedding|dropped|drops|dropping|saved|saves|saving|slipped|climbed|add|net|extra|trails?|leads?"
    r"|lags?|beats?|exceeds?|missed|misses|overshot|undershot|cutting|trimming|shaving|widened|narrowed|short"
)
_LASTING = r"last(?:s|ed|ing)|for|within|in|after|spann(?:ed|ing)|over|took|takes?|taking|ran|runs|running"
_BEFORE: tuple[tuple[Sum, str], ...] = (
    (Sum.APART, rf"(?:{_MOVED})"),
    (Sum.APART, rf"(?:{_CHANGE})(?: of)?"),
    (
        Sum.LEFT,
        r"leav(?:es?|ing)(?: [\w'’-]+){0,7}?|left with|(?:gap|shortfall|hole|balance) of|remaining"
        r"|remainder(?: of)?|rest(?:,| of)?|other|others"
        r"|(?:rest|remainder|balance)(?: \w+)? (?:came|comes|coming|amount(?:s|ed)?|was|were|is|are) to",
    ),
    (
        Sum.LEFT,
        r"(?:must|has to|have to|had to|need to|needs to) (?:still )?"
        r"(?:find|raise|pay|contribute|provide|borrow|cover|bear|meet|shoulder|make up)(?: the)?",
    ),
    (Sum.APART, r"net (?:gain|loss|increase|rise|growth) to"),
    (Sum.WORTH, r"(?:valu(?:es?|ed|ing)|valuation)(?: [\w'’-]+){0,5}? (?:at|of)"),
    (
        Sum.TOTAL,
        r"total(?:s|ling|led|ing)?(?: (?:of|to))?|all|altogether|together|combined|sum of|both|between them|overall"
        r"|adds? up to|adding up to|comes? to|came to|coming to|amount(?:s|ed|ing)? to|mak(?:es|ing)|sums? to"
        r"|tally (?:of|to)|figure to|number to|bill (?:of|to)|count to",
    ),
    (
        Sum.TOTAL,
        r"(?:bring|brought|tak|took|lift|rais|swell|push|boost|expand|increas|grow|grew|ris|rose|widen|enlarg|tak|double)\w*"
        r"(?: [\w'’-]+){0,6}? to",
    ),
    (Sum.EACH, r"averag(?:e|es|ed|ing)(?: (?:of|about))?|on average|a mean of|each(?: \w+){0,3}?|apiece|per head"),
)
_BEHIND: tuple[tuple[Sum, str], ...] = (
    (
        Sum.APART,
        r"(?:[\w'’%-]+ ){0,3}?(?:more|fewer|less|higher|lower|above|below|beneath|beyond|short|shy|ahead|behind|better"
        r"|worse"
        r"|faster|slower|longer|shorter|older|younger|cheaper|dearer|costlier|larger|smaller|bigger|taller|heavier|lighter"
        r"|earlier|later|sooner|wider|narrower|deeper|warmer|colder|cooler|hotter|stronger|weaker|thinner|thicker|farther"
        r"|further|closer|quicker|up|down|over|under|off|adrift|clear|in excess|extra|additional|apart|difference|gap"
        r"|lead|margin|rise|fall|increase|decrease|drop|decline|gain|loss|cut|surplus|shortfall|deficit|overrun|swing)\b",
    ),
    (Sum.PART, r"of (?:[\w'’-]+ ){0,4}?\d"),
    (
        Sum.LEFT,
        r"(?:[\w'’-]+ ){0,3}?(?:left|remain(?:s|ed|ing)?|others?|over|unaccounted|outstanding|still|short"
        r"|missing|shy|lacking|empty|unsold|unused|vacant|free|unspent|to go|to spare|did not|didn['’]t|absent"
        r"|stayed away)\b",
    ),
    (
        Sum.TOTAL,
        r"(?:[\w'’-]+ ){0,4}?(?:in (?:all|total)|altogether|together|combined|between them|overall|all told)\b",
    ),
    (
        Sum.EACH,
        r"(?:[\w'’-]+ ){0,3}?(?:each|apiece|per|a head|a piece|every|for (?:each|every)|on average"
        r"|a (?:day|week|month|year|person|case|unit|household|child|pupil|metre|tonne|flat|home|employee|member|hour"
        r"|night|kilometre|seat|share|student)"
        r"|an (?:hour|employee|inhabitant|hectare))\b|an? [a-z]{3,}",
    ),
    (Sum.OLD, r"(?:[\w'’-]+ ){0,3}?(?:a|one|the) (?:year|month|week|quarter|decade) (?:ago|earlier|before)\b"),
)
_ANYWHERE: tuple[tuple[Sum, str], ...] = (
    (
        Sum.TOTAL,
        r"\b(?:together|combined|in (?:all|total)|altogether|between them|all told|totals?|totall?ing|totall?ed"
        r"|of (?:them|whom|which)|including|made up of|compris\w+|consist\w*)\b",
    ),
)
_VOTE = late(r"(?:votes? )?(?:to|against|for|and)(?: [a-z]+)? \S")
_VOTED = late(r"\bvot(?:e[ds]?|ing)\b|\bballots?\b", re.IGNORECASE)
_REACH = 60
_ENDINGS = tuple((kind, late(rf"\b(?:{words}) {_HEDGED}$", re.IGNORECASE)) for kind, words in _BEFORE)
_STARTS = tuple((kind, late(rf",? ?(?:{words})", re.IGNORECASE)) for kind, words in _BEHIND)
_WITHIN = tuple((kind, late(words, re.IGNORECASE)) for kind, words in _ANYWHERE)
_LASTS = late(rf"\b(?:{_LASTING}) {_HEDGED}$", re.IGNORECASE)
_PLACES = {course.Place.OLD: Sum.OLD, course.Place.NEW: Sum.NEW}
_SIDES = frozenset({Slot.COUNT, Slot.NUMBER})


def announced(claim: Atom, target: Reading) -> frozenset[Sum]:
    """What the words beside a figure of the target say that it is the result of; empty where they say nothing."""
    start, end = target.figures[claim.figure].span
    sentence = target.sentences[target.sentence_index(claim.position)].span
    before = target.text[max(sentence.start, start - _REACH) : start].replace("\n", " ")
    behind = target.text[end : min(sentence.end, end + _REACH)].replace("\n", " ")
    found = {kind for kind, pattern in _ENDINGS if pattern.search(before)}
    found |= {kind for kind, pattern in _STARTS if pattern.match(behind)}
    whole = sentence.of(target.text)
    found |= {kind for kind, pattern in _WITHIN if pattern.search(whole)}
    place = course.place(claim, target)
    if place in _PLACES:
        found.add(_PLACES[place])
    if claim.slot is Slot.DURATION and _LASTS.search(before):
        found.add(Sum.APART)
    if claim.slot in _SIDES and _VOTED.search(whole):
        found.add(Sum.VOTE)
    return frozenset(found)
