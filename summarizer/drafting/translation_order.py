"""German made easier for a small model before it is asked: one main clause at a time, small words already in English.

Two things it does badly are known beforehand. Of two main clauses with only a comma between them, which agencies love
("…, Einzelheiten nannte er nicht"), it drops the second or runs it into the first; asked for each alone it keeps both.
And it passes over the adverbs on which the sense turns: again, so far, only, worldwide, at the latest. Standing in the
sentence in English, they are copied like the figures.

All of it is by rule and closed lists. To extend: a line in ``words/adverbs.txt``, whose German has one English alone.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from pathlib import Path

from summarizer.drafting.german_words import ARTICLES, PREPOSITIONS
from summarizer.drafting.vocabulary import WordKind, finite_forms, known

_ADVERBS = Path(__file__).with_name("words") / "adverbs.txt"
_AUXILIARY = frozenset(
    [
        "ist", "sind", "war", "waren", "hat", "haben", "hatte", "hatten", "wird", "werden", "wurde", "wurden", "kann",
        "können", "konnte", "konnten", "muss", "müssen", "musste", "mussten", "soll", "sollen", "will", "wollen",
        "wollte", "wollten", "darf", "dürfen", "durfte", "durften", "dürfte", "dürften", "bleibt", "bleiben", "blieb",
        "blieben", "gibt", "gab",
    ]
)  # fmt: skip
_OPENS_NO_MAIN = frozenset(
    [
        "dass", "weil", "wenn", "ob", "wie", "wo", "wer", "was", "wann", "warum", "wieso", "als", "da", "nachdem",
        "während", "ehe", "bevor", "sobald", "solange", "sofern", "falls", "wobei", "womit", "wodurch", "weshalb",
        "sodass", "so", "damit", "obwohl", "obgleich", "indem", "bis", "um", "ohne", "statt", "anstatt", "außer", "und",
        "oder", "aber", "doch", "sondern", "jedoch", "denn", "deren", "dessen", "denen", "zumal", "seit", "seitdem",
        "je", "desto", "sowie", "beziehungsweise", "darunter", "welche", "welcher", "welches", "wofür", "wogegen",
        "woraus", "worauf", "woran", "worin", "worüber", "wozu",
    ]
)  # fmt: skip
_MAY_BE_RELATIVE = frozenset(["der", "die", "das", "dem", "den"])
_RELATIVE = frozenset(["deren", "dessen", "denen", "welchem", "welcher", "welchen"])
_SAYS = re.compile(
    r"(?i)\b(?:sag|beton|erklär|versicher|bericht|glaub|mein|hoff|warn|behaupt|räum|wirf|warf|heiß|hieß|teil\w* \w+ mit"
    r"|befürcht|versprach|versprich|forder|verlang|droh|vermut|schrieb|schreib|bekräftig|beschloss|entschied|urteil)"
)
_UNREAL = re.compile(
    r"\b(?:sei|seien|habe|hätten?|werde|würden?|könne|müsse|solle|wolle|dürfe|gebe|gehe|komme|stehe|lasse|brauche)\b"
)
_SHORTEST = 4
"""Words that a clause must have to be put to the model alone."""
_WHO = re.compile(r"^Wer (?=[^,]+ [^,]+, (?!weiß|ist|bleibt|war)\w)")
_UNKNOWN = re.compile(
    r"^(?P<what>(?:Warum|Ob|Wie|Wann|Wo|Wieso|Weshalb|Inwieweit) [^,;:–]+), (?P<verb>ist|war|bleibt|blieb|steht) "
    r"(?P<rest>(?:(?:noch|weiter|weiterhin|bislang|bisher|vorerst|derzeit|zunächst) )*"
    r"(?:nicht )?(?:unklar|offen|ungewiss|unbekannt|umstritten|fest|fraglich|bekannt|geklärt))(?=[.,;]|$)"
)
_OBJECT_FIRST = re.compile(
    r"^(?P<what>[^,;:–]+?) (?P<verb>[a-zäöüß]+) (?P<who>er|man|wir)\b(?P<rest>[^,;:–]*)(?=[,;:–]|\.$|$)"
)
_DETERMINERS = ARTICLES | frozenset(
    ["keine", "keinen", "diese", "diesen", "seine", "seinen", "ihre", "ihren", "solche", "solchen"]
)
_DAY = re.compile(
    r"\b(?P<day>Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)"
    r"(?P<part>morgen|vormittag|mittag|nachmittag|abend|nacht)s?\b"
)
_DAYS = {
    "Montag": "Monday", "Dienstag": "Tuesday", "Mittwoch": "Wednesday", "Donnerstag": "Thursday", "Freitag": "Friday",
    "Samstag": "Saturday", "Sonnabend": "Saturday", "Sonntag": "Sunday",
}  # fmt: skip
_PARTS = {
    "morgen": "morning", "vormittag": "morning", "mittag": "midday", "nachmittag": "afternoon", "abend": "evening",
    "nacht": "night",
}  # fmt: skip
_ONLY = re.compile(
    r"\b(?P<e>[Ee])rst(?= (?:am|im|in|ab|nach|seit|vor|um|Anfang|Mitte|Ende|on|from|since|after|\d|next|gegen)\b)"
)


def main_clauses(sentence: str) -> tuple[str, ...]:
    """The main clauses of ``sentence`` that a comma or semicolon alone parts, two of them; itself where it has one."""
    if re.search('[„“"»«:]', sentence):
        return (sentence,)
    for comma in re.finditer(r"[,;] ", sentence):
        before, behind = sentence[: comma.start()], sentence[comma.end() :]
        long_enough = min(len(before.split()), len(behind.split())) >= _SHORTEST
        if long_enough and _has_verb(before) and not _SAYS.search(before) and _is_main(behind):
            return before, behind
    return (sentence,)


def _has_verb(stretch: str) -> bool:
    return any(w in _AUXILIARY or w in finite_forms() for w in stretch.split() if w[:1].islower())


def _is_main(stretch: str) -> bool:
    """Whether ``stretch`` begins with a main clause: its verb second, behind one group of words."""
    clause = re.split(r"[,;.]( |$)", stretch)[0]
    words = clause.split()
    first = words[0].lower()
    if first in _OPENS_NO_MAIN or _UNREAL.search(clause) or len(words) < _SHORTEST:
        return False
    first_verb = next((i for i, w in enumerate(words) if w in _AUXILIARY or w in finite_forms()), 0)
    at = 1 if words[1] in _AUXILIARY else first_verb  # "verletzt wurde niemand"
    last = words[-1].rstrip(".;")
    if at == 0 or at == len(words) - 1 or (last in _AUXILIARY and words[at] not in _AUXILIARY):
        return False
    if words[at - 1] in ("und", "oder") or words[1] in _RELATIVE:
        return False
    if first in _MAY_BE_RELATIVE:
        return (first == "das" and at == 1) or (words[at - 1][:1].isupper() and at <= _SHORTEST)
    return True


def subject_led(clause: str) -> str:
    """``clause`` with "er" first where an object stands there: "Einzelheiten nannte er nicht"."""
    match = _OBJECT_FIRST.match(clause)
    if match is None or not (match["verb"] in _AUXILIARY or match["verb"] in finite_forms()):
        return clause
    what, who = match["what"], match["who"]
    first = what.split()[0].lower()
    if first in PREPOSITIONS or first in _OPENS_NO_MAIN or (first not in _DETERMINERS and not _names_a_thing(what)):
        return clause
    opens = clause[:1].isupper()
    what = what[:1].lower() + what[1:] if opens and first in _DETERMINERS else what
    but = "aber " if re.search(r" aber\b", match["rest"]) else ""
    rest = re.sub(r" aber\b", "", match["rest"], count=1)
    led = f"{but}{who} {match['verb']} {what}{rest}{clause[match.end() :]}"
    return led[:1].upper() + led[1:] if opens else led


def _names_a_thing(what: str) -> bool:
    """Whether there is a noun behind the first word, or the stretch is one noun and what hangs on it."""
    words = what.split()
    only = len(words) == 1 and any(word.kind is WordKind.NOUN for word in known(what))
    return only or any(word[:1].isupper() for word in words[1:])


def plainer(sentence: str) -> str:
    """``sentence`` with its small words in English, and a question that it opens with put behind what is said of it."""
    text = _UNKNOWN.sub(_turned, sentence)
    text = _WHO.sub("Anyone who ", text)
    text = _DAY.sub(lambda m: f"{_DAYS[m['day']]} {_PARTS[m['part']]}", text)
    text = re.sub(r"\b([Ii])n der Nacht zum? (\w+day|\w+tag)\b", r"\1n the night to \2", text)
    text = _ONLY.sub(lambda m: "Only" if m["e"] == "E" else "only", text)
    return _phrases().sub(lambda m: _cased(_adverbs()[m[0][:1].lower() + m[0][1:]], m[0]), text)


def _turned(match: re.Match[str]) -> str:
    what = match["what"]
    return f"Es {match['verb']} {match['rest']}, {what[:1].lower()}{what[1:]}"


def _cased(words: str, like: str) -> str:
    return words[:1].upper() + words[1:] if like[:1].isupper() else words


@functools.cache
def _phrases() -> re.Pattern[str]:
    longest_first = sorted(_adverbs(), key=len, reverse=True)
    either = (f"[{word[0].upper()}{word[0]}]{re.escape(word[1:])}" for word in longest_first)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(either)})(?![\w-])")


@functools.cache
def _adverbs() -> Mapping[str, str]:
    lines = (line.partition(" = ") for line in _ADVERBS.read_text(encoding="utf-8").splitlines())
    return {german: english for german, sign, english in lines if sign and not german.startswith("#")}
