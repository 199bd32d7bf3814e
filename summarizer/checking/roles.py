"""Who buys and who sells: "Airbus is buying 40 jets from Lufthansa" where Lufthansa orders them from Airbus.

Figures and parties are all right and only their parts are exchanged, so a verb that names two parts tells: who takes
and who gives, who takes over and who is taken over, who pays and who is paid, who wins and who loses. A party's part
is read from its place: before the verb, right behind it, after a preposition (von, bei, an; from, to, by), in the
passive the other way round. A figure is doubted where a party of its sentence plays one part in the target and only
the other in the source's sentence of that figure.

To extend: a verb of `_VERBS`; another pair of parts is a `Deed`, with the verbs of each side in both languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from summarizer.checking.clauses import Clauses
from summarizer.checking.late import late
from summarizer.checking.reading import Reading
from summarizer.checking.spotted import Spotted
from summarizer.checking.wordlists import any_form


class Deed(Enum):
    """What two parties do with each other; each has one who does it and one it is done to or with."""

    TRANSFER = "transfer"
    TAKEOVER = "takeover"
    PAYMENT = "payment"
    MATCH = "match"


class Part(Enum):
    """The two parts of a deed: the taker, acquirer, payer or winner; and the other."""

    FIRST = 1
    SECOND = 2


class Role(NamedTuple):
    """The part that a party plays."""

    party: str
    deed: Deed
    part: Part


class Named(NamedTuple):
    """A party in a sentence: who, and where, in code points of the sentence."""

    party: str
    start: int
    end: int


class _Verb(NamedTuple):
    deed: Deed
    subject: Part
    """The part of the subject of the active verb."""
    words: str
    """The forms of the active verb and their participles, alternatives of a pattern that each begin with a letter."""
    forms: re.Pattern[str]
    """The same, ready to be found."""
    other: str
    """The prepositions before the other party."""
    direct: bool
    """Whether the other party may be the object itself."""


def _verb(deed: Deed, subject: Part, forms: str, other: str, *, direct: bool = False) -> _Verb:
    return _Verb(deed, subject, forms, late(rf"\b(?:{forms})\b", re.IGNORECASE), other, direct)


_TRANSFER, _OVER, _PAYMENT, _MATCH = Deed.TRANSFER, Deed.TAKEOVER, Deed.PAYMENT, Deed.MATCH
_FIRST, _SECOND = Part.FIRST, Part.SECOND
_KAUFEN = r"kauft|kauften?|kaufen|gekauft|erwirbt|erwarb(?:en)?|erworben|übernimmt|übernahm(?:en)?|übernommen"
_BESTELLEN = r"bestellt|bestellte[n]?|bestellen|ordert|orderten?|geordert|in Auftrag"
_VERKAUFEN = r"verkauft|verkaufte[n]?|verkaufen|veräußert|veräußern|liefert|lieferten?|geliefert|liefern"
_ZAHLEN = r"schulde[tn]?|schuldeten?|zahlt|zahlte[n]?|gezahlt|bezahlt|überwies(?:en)?|überweist|zahlen"
_GEWINNEN = r"gewann(?:en)?|gewonnen|gewinnt|siegte[n]?|gesiegt|setzte sich"
_BUY = r"buys?|buying|bought|purchas(?:es?|ed|ing)|acquir(?:es?|ed|ing)|t(?:akes?|aking|ook|aken) over"
_SELL = r"sells?|selling|sold|suppl(?:y|ies|ied|ying)|delivers?|delivered|delivering"
_VERBS: dict[str, tuple[_Verb, ...]] = {
    "de": (
        _verb(_TRANSFER, _FIRST, f"{_KAUFEN}|{_BESTELLEN}", "von|vom|bei|beim"),
        _verb(_TRANSFER, _SECOND, _VERKAUFEN, "an"),
        _verb(_OVER, _FIRST, f"{_KAUFEN}|schluckt", "", direct=True),
        _verb(_PAYMENT, _FIRST, _ZAHLEN, "an", direct=True),
        _verb(_MATCH, _FIRST, _GEWINNEN, "gegen"),
        _verb(_MATCH, _FIRST, r"besiegte[n]?|besiegt|schlug(?:en)?|bezwang(?:en)?|bezwungen", "", direct=True),
        _verb(_MATCH, _SECOND, r"verlor(?:en)?|unterlag(?:en)?|unterlegen", "gegen"),
    ),
    "en": (
        _verb(_TRANSFER, _FIRST, f"{_BUY}|ordered|ordering|to order", "from|at"),
        _verb(_TRANSFER, _SECOND, _SELL, "to"),
        _verb(_OVER, _FIRST, _BUY, "", direct=True),
        _verb(_PAYMENT, _FIRST, r"pays?|paid|paying|owes?|owed|owing", "to", direct=True),
        _verb(_MATCH, _FIRST, r"won|wins?|winning", "against|over"),
        _verb(_MATCH, _FIRST, r"beats?|beaten|defeated", "", direct=True),
        _verb(_MATCH, _SECOND, r"lost|loses?|losing", "to|against"),
    ),
}
_BETWEEN = r"(?:\s+[^\W\dA-ZÄÖÜ][\w-]*){0,3}(?:\s+[A-ZÄÖÜ][\w-]*(?:['’]s)?){0,2}\s+$"
"""What may stand between a preposition and the party it leads: article, adjectives, what sort or whose party it is."""
_AGENT = {"de": "von|vom|durch", "en": "by"}
_PASSIVE = {
    "de": late(r"\b(?:wird|werden|wurden?|worden)\b"),
    "en": late(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?$"),
}
_PREPOSITION = {
    "de": late(rf"\b(?i:von|vom|bei|beim|an|gegen|mit|für|durch|als|wie|des|aus|über|nach|zu[mr]?){_BETWEEN}"),
    "en": late(rf"\b(?i:from|by|to|of|with|for|at|against|over|than|like|in|on){_BETWEEN}"),
}
_RELATIVE = late(r"[\s,]*(?i:von|bei|an|gegen|mit|für|durch|aus|über|nach|zu)\s+(?:dem|der|denen|den|die|das)\b")
"""A preposition with a relative pronoun at the start of a clause; what it stands for is named before."""
_OBJECT = late(rf"\b(?:den|dem|einen|einem|seinen|seinem|ihren|ihrem){_BETWEEN}")
_PRONOUN = {
    "de": late(r"\b(?:er|sie|es|wir|ich|man|die|der|das)\b(?!\s+\w+\s+[A-ZÄÖÜ])(?!\s+[A-ZÄÖÜ])", re.IGNORECASE),
    "en": late(r"\b(?:he|she|it|they|we|I|who|which|that)\b"),
}
"""A subject that is not named, so that no party of the clause is it."""
_APART = late(r"(?:\s+(?!(?:in|on|at|of|to|for|from|with|by|and|as)\b)[^\W\d][\w-]*){0,3}\s+")
_JOINED = late(r"(?:,|\s+(?:und|sowie|and|&))\s+(?:the |die |der )?")
_FAR = 60
DOUBT = 0.7


@lru_cache(maxsize=4)
def _any_verb(language: str) -> re.Pattern[str]:
    forms = [form for verb in _VERBS[language] for form in _ALTERNATIVE.split(verb.words)]
    return any_form(rf"{form}\b" for form in dict.fromkeys(forms + _SENTENCING.split("|") * (language == "de")))


_ALTERNATIVE = late(r"\|(?![^(]*\))")


@lru_cache(maxsize=4)
def _spotted(language: str) -> Spotted:
    """Any of the verbs, those of more than one word by one of them."""
    return Spotted(rf"{_any_verb(language).pattern}|\b(?:auftrag|setzte|over|order)\b")


def speaks(reading: Reading) -> bool:
    """Whether a text has any of the verbs at all."""
    language = reading.language
    return _spotted(language).among(reading.tokens) and _any_verb(language).search(reading.text) is not None


def roles(text: str, language: str, parties: Iterable[Named]) -> set[Role]:
    """The parts that the parties of one sentence play in it, each read in the clause of its verb."""
    named = _apart(text, sorted(parties, key=lambda party: party.start))
    found: set[Role] = set()
    if not named:
        return found
    clauses = Clauses(text)
    if language == "de":
        found.update(_sentenced(text, named))
    for verb in _VERBS[language]:
        for match in verb.forms.finditer(text):
            start, end = clauses.around(match.start(), match.end())
            within = [Named(p.party, p.start - start, p.end - start) for p in named if start <= p.start < end]
            clause = text[start:end]
            if within and language == "de":
                found.update(_german(clause, within, verb))
            elif within:
                found.update(_english(clause, within, verb, match.start() - start, match.end() - start))
    return found


def _apart(text: str, named: list[Named]) -> list[Named]:
    """Without the second of two that are joined by "and": its part is that of the first."""
    pairs = zip([None, *named], named, strict=False)
    return [party for last, party in pairs if last is None or not _JOINED.fullmatch(text[last.end : party.start])]


def _led(text: str, party: Named, words: str, after: int = 0) -> bool:
    """Whether one of the prepositions leads a party."""
    before = text[max(after, party.start - _FAR) : party.start]
    return bool(words) and re.search(rf"\b(?:{words}){_BETWEEN}", f"{before.rstrip()} ") is not None


def _other(part: Part) -> Part:
    return Part.SECOND if part is Part.FIRST else Part.FIRST


def _german(text: str, named: list[Named], verb: _Verb) -> Iterator[Role]:
    passive = _PASSIVE["de"].search(text) is not None
    free = []
    if relative := _RELATIVE.match(
        text
    ):  # "…, bei dem Nordbahn bestellt": the preposition leads no party of the clause
        text = f"{' ' * relative.end()}{text[relative.end() :]}"
    for index, party in enumerate(named):
        after = named[index - 1].end if index else 0
        if passive and _led(text, party, _AGENT["de"], after):
            yield Role(party.party, verb.deed, verb.subject)
        elif not passive and _led(text, party, verb.other, after):
            yield Role(party.party, verb.deed, _other(verb.subject))
        elif not _PREPOSITION["de"].search(text[after : party.start]):
            free.append((party, after))
    if passive:
        if verb.direct and free:
            yield Role(free[0][0].party, verb.deed, _other(verb.subject))
        return
    if _PRONOUN["de"].search(text):
        objects, subjects = [party for party, _ in free], []
    else:
        objects = [party for party, after in free if _OBJECT.search(text[after : party.start])]
        subjects = [party for party, _ in free if party not in objects]
    if subjects:
        yield Role(subjects[0].party, verb.deed, verb.subject)
        objects += subjects[1:2]
    if verb.direct and objects and objects[0].party != (subjects[0].party if subjects else ""):
        yield Role(objects[0].party, verb.deed, _other(verb.subject))


def _english(text: str, named: list[Named], verb: _Verb, start: int, end: int) -> Iterator[Role]:
    passive = _PASSIVE["en"].search(text[:start]) is not None and "ing" not in text[start:end]
    before = [p for p in named if p.end <= start and not _PREPOSITION["en"].search(text[: p.start])]
    behind = [p for p in named if p.start >= end]
    if before and _PRONOUN["en"].search(text[before[-1].end : start]):
        before = []
    if passive:
        for party in behind:
            if _led(text, party, "by", end):
                yield Role(party.party, verb.deed, verb.subject)
            elif _led(text, party, verb.other, end):
                yield Role(party.party, verb.deed, _other(verb.subject))
        if before and verb.direct:
            yield Role(before[-1].party, verb.deed, _other(verb.subject))
        return
    if before:
        yield Role(before[-1].party, verb.deed, verb.subject)
    for index, party in enumerate(behind):
        between = text[end : party.start]
        owner = text[party.end : party.end + 2] in ("'s", "’s")
        led = _led(text, party, verb.other, end)
        owned = owner and index == 0 and verb.deed is Deed.TRANSFER
        near = index == 0 and not owner and _APART.fullmatch(between)
        if led or owned or (verb.direct and near):
            yield Role(party.party, verb.deed, _other(verb.subject))


_SENTENCING = "verurteilt|verurteilte|verurteilten|verpflichtete|verpflichtet"
_SENTENCED = late(rf"\b(?:{_SENTENCING})\b")


def _sentenced(text: str, named: list[Named]) -> Iterator[Role]:
    """Whom a court makes pay, and whom it is paid to: verurteilte Alvon zu Schadenersatz an Bertec."""
    verb = _SENTENCED.search(text)
    if verb is None or _PASSIVE["de"].search(text):
        return
    behind = [party for party in named if party.start >= verb.end()]
    for index, party in enumerate(behind):
        after = behind[index - 1].end if index else verb.end()
        if _led(text, party, "an", after):
            yield Role(party.party, _PAYMENT, _SECOND)
        elif index == 0 and not _PREPOSITION["de"].search(text[after : party.start]):
            yield Role(party.party, _PAYMENT, _FIRST)


def exchanged(claimed: set[Role], given: set[Role]) -> str | None:
    """The party that plays one part in the target and only the other in the source; None where there is none.

    Both sides of the deed must be named in the target, and neither may play its part there in the source.
    """
    for one in sorted(claimed, key=lambda role: (role.party, role.deed.value)):
        for other in claimed:
            if other.deed is not one.deed or other.part is one.part or other.party == one.party:
                continue
            pair = (one, other)
            turned = [role._replace(part=_other(role.part)) for role in pair]
            if claimed.isdisjoint(turned) and given.isdisjoint(pair) and not given.isdisjoint(turned):
                return one.party if turned[0] in given else other.party
    return None
