"""Whether a text denies what the other says of a figure: "40 drones were ordered" where the source says nicht bestellt.

A translator says "not" in a hundred ways (refused, failed, unfilled, only, yet to), so a negation counts as lost only
where the German clause of the figure plainly denies something and nothing in the whole English sentence may say so;
as added only the other way round.

To extend: a word of ``[may deny]`` in ``words/denials.txt``, which only makes the question rarer.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from summarizer.checking.atoms import Atom, Slot
from summarizer.checking.late import late
from summarizer.checking.reading import Reading
from summarizer.checking.spotted import Spotted
from summarizer.checking.wordlists import patterns

LOST, LOST_SURELY = 0.4, 0.66
_ASKED = frozenset(
    {Slot.NUMBER, Slot.COUNT, Slot.MONEY, Slot.SHARE, Slot.POINTS, Slot.MEASURE, Slot.FRACTION, Slot.YEAR}
)
_NO_DENIAL = late(
    r"\bnicht (?:nur|mehr als|weniger als|zuletzt|einmal|allein|bloß|über|unter|ganz)\b|\bnicht\s*\?|\bnicht ohne\b"
    r"|\b(?:wenn|ob|als|wie|bevor|bis|sofern|falls|fast|noch lange|wo|warum)\b[^,;.]{0,60}\bnicht\b"
    r"|\bkeine? (?:geringer|ander|einzig)\w*|\bkeine[nr]? \d|\bkein(?:e[nmrs]?)? \w+ (?:mehr )?als\b"
    r"|\bohne (?:zu|dass|weitere[sn]?|Zweifel|Frage|Zwischen\w+|\w+ zu)\b",
    re.IGNORECASE,
)
"""Where the German word denies nothing of the figure, or leaves it open what it denies."""
_SHORT = {
    "de": late(
        r"\bun(?!d\b|s\b|ter|gefähr|ion|i[vt])\w+|\w+(?:los|frei)(?:e[mnrs]?)?\b|\w*(?:lehn|weiger)\w*", re.IGNORECASE
    ),
    "en": late(r"n['’]t\b|-free\b|\bun(?!der|til|ion|it|i[vqf])\w+", re.IGNORECASE),
}
"""What may deny as a part of a word."""
_SAYS_NO = late(r"\bno(?!\.? ?\d)\b|n['’]t\b", re.IGNORECASE)
"""What denies in English besides."""
_WORDS = "denials"


@cache
def _denies(language: str) -> Spotted:
    """The words that deny, each a word by itself."""
    words = patterns(_WORDS, language)["denies"].pattern
    return Spotted(words if language == "de" else f"{words}|{_SAYS_NO.pattern}")


_DONE = r"(?:(?:ge|be|ver|er|zu|ab|an|auf|ein|aus)\w+(?:t|en)|\w+iert|betroffen|verletzt)"
_VERB = r"wurden?|werden|wird|worden|hat|haben|hatten?|ist|sind|waren?|sein"
_SURELY = late(
    rf"\bnicht (?:\w+ )?{_DONE}(?=\s*(?:$|[,;.])|\s+(?:{_VERB})\b)"
    r"|\bkeine[smr]? (?:der|von|\w*(?:genehmigung|zusage|erlaubnis|einigung|mehrheit|zustimmung)\w*)\b",
    re.IGNORECASE,
)
"""What is denied so plainly that a sentence without any denial is wrong."""
_BEFORE = late(r"\bnicht vor(?: de[mnr]| Anfang| Mitte| Ende)? (?:\w+ )?$", re.IGNORECASE)
_NOT_BEFORE = late(
    r"\b(?:not|no|never|none|without|until|till|after|earliest|later|earlier|from|beyond|start\w*|beg[iau]n\w*|only)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_WITHOUT = late(r"ohne", re.IGNORECASE)
_WITH = late(r"(?<!compared )(?<!along )\bwith (?:the|their|its|his|her|prior|full|due)\b", re.IGNORECASE)
_REACH = 600
"""How long, in code points, a sentence may be on either side of a figure."""
_NEAR = 40
"""How far, in code points, a word that is thought to deny a figure stands from it."""
_ANOTHER = late(r"\b(?:and|or|but|that|who|which|as|because|to|when|while|if|since)\b|[,;:(]")
_STOP = late(r"[.!?…][\"”“»«)]?\s+(?=[^\s\da-zäöü])|\n\n")


class Denied(NamedTuple):
    """That the source denies what the target says, or the other way round."""

    doubt: float
    case: str
    words: str
    """What denies it."""


class Denials:
    """The clauses of a text that deny something."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._words = patterns(_WORDS, reading.language)
        self.any = _denies(reading.language).among(reading.tokens) and self._denying(0, len(reading.text)) is not None

    def of(self, atom: Atom) -> re.Match[str] | None:
        """What denies something in the clause of a figure."""
        if not self.any:
            return None
        span = self._reading.figures[atom.figure].span
        start, end = self._reading.clauses.around(span.start, span.end)
        if self._reading.language == "de" and _NO_DENIAL.search(self._reading.text, start, end):
            return None
        return self._denying(start, end)

    def _denying(self, start: int, end: int) -> re.Match[str] | None:
        text = self._reading.text
        found = self._words["denies"].search(text, start, end)
        if found is None and self._reading.language == "en":
            return _SAYS_NO.search(text, start, end)
        return found

    def before(self, atom: Atom) -> str:
        """What stands right before a figure."""
        return self._reading.text[max(0, atom.position - _NEAR) : atom.position].replace("\n", " ")

    def beside(self, atom: Atom, said: re.Match[str]) -> bool:
        """Whether what denies something stands near a figure and is about nothing else."""
        span = self._reading.figures[atom.figure].span
        text = said.string
        between = text[said.end() : span.start] if said.end() <= span.start else text[span.end : said.start()]
        return said.group() != "without" and len(between) <= _NEAR and _ANOTHER.search(between) is None

    def possible(self, atom: Atom) -> bool:
        """Whether anything in the sentence of a figure may deny something."""
        return self.says(atom, self._words["may deny"]) or self.says(atom, _SHORT[self._reading.language])

    def says(self, atom: Atom, words: re.Pattern[str]) -> bool:
        """Whether one of the words stands in the sentence of a figure."""
        text, at = self._reading.text, atom.position
        start = max((m.end() for m in _STOP.finditer(text, max(0, at - _REACH), at)), default=max(0, at - _REACH))
        stop = _STOP.search(text, at, at + _REACH)
        return words.search(text, start, stop.start() if stop else at + _REACH) is not None


def denied(claim: Atom, origin: Atom, here: Denials, there: Denials) -> Denied | None:
    """Whether one text denies what the other says of a figure; None where it doesn't, or where it isn't clear."""
    if claim.slot not in _ASKED or not (here.any or there.any):
        return None
    if claim.slot is Slot.YEAR and not _BEFORE.search(there.before(origin)):
        return None  # what happened in a year may be denied of something else that did
    mine, its = here.of(claim), there.of(origin)
    if its is not None and mine is None:
        return _lost(claim, origin, its, here, there)
    if mine is not None and its is None and here.beside(claim, mine) and not there.possible(origin):
        return Denied(LOST, "denial.added", mine.group())
    return None


def _lost(claim: Atom, origin: Atom, its: re.Match[str], here: Denials, there: Denials) -> Denied | None:
    """What of a denial of the source is lost in the target's sentence."""
    if _BEFORE.search(there.before(origin)):
        return None if here.says(claim, _NOT_BEFORE) else Denied(LOST_SURELY, "denial.lost.before", "nicht vor")
    if _WITHOUT.fullmatch(its.group()):
        said = here.says(claim, _WITH) and not here.possible(claim)
        return Denied(LOST_SURELY, "denial.lost.with", its.group()) if said else None
    if here.possible(claim):
        return None
    sure = _SURELY.match(its.string, its.start()) is not None
    return Denied(LOST_SURELY if sure else LOST, "denial.lost.surely" if sure else "denial.lost", its.group())
