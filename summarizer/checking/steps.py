"""Whether a figure is the step between two others: "um 340", "20 Milliarden mehr als", "by 340", "20 billion more".

`course` reads it from the word before a figure; a comparison stands behind it. Two figures of a sentence of which both
texts call the same one the step, or so much for each, have not changed places, whatever stands between them.

To extend: a word of `_COMPARED` or `_EACH`.
"""

from __future__ import annotations

import re

from summarizer.checking import course
from summarizer.checking.atoms import Atom, Slot
from summarizer.checking.direction import Directions
from summarizer.checking.late import late
from summarizer.checking.reading import Reading

_COMPARED = {
    "de": late(
        r" (?:(?:[A-ZÄÖÜ€][\w-]*|mehr|weniger) ){0,2}?(?:mehr|weniger|höher|niedriger|teurer|billiger|länger|kürzer"
        r"|schneller|langsamer|größer|kleiner|schwerer|leichter|älter|jünger|besser|schlechter|über|unter)"
        r" ?(?:als\b|dem\b|der\b|$|[.,;])",
    ),
    "en": late(
        r" (?:[a-z-]+ ){0,2}?(?:more|fewer|less|higher|lower|above|below|worse|short of|\w{2,}er) (?:than|the)\b",
        re.IGNORECASE,
    ),
}
_CHANGE = {
    "de": late(
        r"\b(?:Plus|Minus|Anstieg|Rückgang|Zuwachs|Einbruch|Steigerung|Zunahme|Abnahme|Verlust) (?:von|um) (?:\w+ )?$"
    ),
    "en": late(
        r"\b(?:rise|fall|gain|loss|increase|decrease|drop|decline|up|down|growth)"
        r" (?:of |by )?(?:(?:about|some|around|over|almost|nearly) )?[$€£]?$",
        re.IGNORECASE,
    ),
}
_EACH = {
    "de": late(
        r"\b(?:je|jeweils|pro)\b(?! nach)|\bjede[rsmn]?\b|\bim (?:Schnitt|Durchschnitt|Mittel)\b|\bdurchschnittlich\b"
    ),
    "en": late(r"\b(?:each|apiece|per|a head|every|on average|average|averag\w+)\b", re.IGNORECASE),
}
_BEFORE, _BEHIND = 40, 50
_RESULTS = frozenset({"loss", "gain", "verlust"})
"""What a sum of money is the result of as often as a step: a loss of €148 million."""


def is_step(atom: Atom, reading: Reading) -> bool:
    """Whether a figure says by how much something changes or differs."""
    place = course.place(atom, reading)
    if place is not None:
        return place is course.Place.STEP
    before, behind = _around(atom, reading)
    if _COMPARED[reading.language].match(behind) is not None:
        return True
    change = _CHANGE[reading.language].search(before)
    return change is not None and (atom.slot is not Slot.MONEY or change.group().split()[0].lower() not in _RESULTS)


_MORE = {
    "de": late(r"\b(?:mehr|höher|teurer|länger|schneller|größer|schwerer|älter|besser|über)\b"),
    "en": late(r"\b(?:more|higher|above|longer|faster|larger|bigger|heavier|older|better|dearer)\b"),
}


def way(atom: Atom, reading: Reading) -> int:
    """1 where a step goes up, -1 where it goes down, 0 where neither or both is said."""
    compared = _COMPARED[reading.language].match(_around(atom, reading)[1])
    if compared is not None:
        return 1 if _MORE[reading.language].search(compared.group()) else -1
    ways = reading.once(Directions).of(atom, moving=True)
    return ("up" in ways) - ("down" in ways)


def is_each(atom: Atom, reading: Reading) -> bool:
    """Whether a figure is told as so much for each, or on average."""
    before, behind = _around(atom, reading)
    before = re.split(r"\b(?:and|und|or|oder)\b", before)[-1]
    behind = re.split(r"\b(?:and|und|or|oder)\b", behind)[0]
    words = _EACH[reading.language]
    return words.search(before) is not None or words.search(behind) is not None


def _around(atom: Atom, reading: Reading) -> tuple[str, str]:
    """What stands right before and behind a figure in its clause, up to the next figure."""
    start, end = reading.figures[atom.figure].span
    first, last = reading.clauses.around(start, end)
    before = reading.text[max(first, start - _BEFORE) : start].replace("\n", " ")
    behind = reading.text[end : min(last, end + _BEHIND)].replace("\n", " ")
    if other := re.search(r"\d", behind):
        behind = behind[: other.start()]
    return re.split(r"\d", before)[-1], behind
