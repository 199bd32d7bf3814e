"""Parties by the place they stand in: where a verb of deals wants a firm, a word no list knows is its name.

`parties.candidate` takes what shows by itself that it is a party. A firm of one word ("Rheinmetall", "die Lufthansa")
shows nothing; what tells is the grammar: German puts an article before every singular noun that can be counted, so a
bare word that buys, sells or supplies is a name. With an article it is a name too unless its ending says it is a
common noun ("der Gemeinderat"): that one is kept in German for the model to put into English.
"""

from __future__ import annotations

from dataclasses import replace

from summarizer.data import Span
from summarizer.drafting.german_words import ADVERBS, is_number_word
from summarizer.drafting.grammar import Clause, Group, Token
from summarizer.drafting.parties import FIRMS, Candidate, Setting, candidate
from summarizer.drafting.party_again import BOTH_AGAIN
from summarizer.drafting.party_whole_names import COMMON_AFTER_PLACE, federal_state, settlement, whole_name
from summarizer.drafting.party_words import (
    ADJECTIVES_OF_NAMES,
    COMMON,
    DESCRIBES,
    NAME_ALL_THE_SAME,
    NOT_AFTER_PREPOSITION,
    ORGANISED,
    PARTICIPLE,
    PLACE_ADJECTIVE,
    is_common,
)
from summarizer.drafting.terms import LEGAL, TermKind
from summarizer.drafting.vocabulary import base_of


def in_slot(group: Group, clause: Clause, setting: Setting) -> Candidate | None:
    """``group`` as a party where the grammar leaves room for nothing else; None where it is a thing or unnamed."""
    nouns = [w for w in group.words if w.is_noun]
    if (
        not nouns
        or nouns[0].text
        in ("Herr", "Herrn", "Frau", "Jeder", "Jede", "Beide", "Alle", "Alles", "Vieles", "Dieser", "Diese")
        or any(w.text[:1].isdigit() or is_number_word(w.text) for w in group.words)
    ):
        return None
    settled = federal_state(nouns, setting, group) or settlement(nouns, setting, group)
    if settled is not None:
        return settled
    whole = whole_name(group, nouns, setting)
    if whole is not None:
        return whole
    who = candidate(group, clause, setting)
    if who is not None:
        named = _by_name(group, nouns, setting, clause) if _only_described(who, group, nouns, setting) else None
        return named or _trimmed(who, group, nouns)
    return _by_name(group, nouns, setting, clause) or _by_kind(group, nouns, setting)


def _only_described(who: Candidate, group: Group, nouns: list[Token], setting: Setting) -> bool:
    """Whether only the noun that describes a firm was read, and a name is behind it: "Batteriehersteller Gotion"."""
    last = nouns[-1]
    described = len(nouns) > 1 and group.definite and DESCRIBES.fullmatch(nouns[0].text)
    read = last.text in who.name or who.is_person or who.is_country
    return bool(described) and not read and not is_common(last, setting)


def _trimmed(who: Candidate, group: Group, nouns: list[Token]) -> Candidate:
    """A name without the noun that only describes it, where no list knew the noun: "dem Entsorger Saubermacher"."""
    words = who.name.split()
    if len(words) < 2 or group.article is None or LEGAL.search(who.name) or who.is_person or who.is_country:
        return who
    if words[0] not in [w.text for w in nouns] or not DESCRIBES.fullmatch(words[0]):
        return who
    if PLACE_ADJECTIVE.fullmatch(words[0]) and COMMON_AFTER_PLACE.fullmatch(words[1]):
        return who
    rest = " ".join(words[1:])
    return replace(who, name=rest, shown=rest)


def _by_name(group: Group, nouns: list[Token], setting: Setting, clause: Clause) -> Candidate | None:
    """The name in a group: what follows a noun that describes it, or the only noun, if nothing says it is common."""
    adjectives = [w.text for w in group.words if not w.is_noun]
    known = {w.text for w in nouns if is_common(w, setting)}
    rest = nouns
    while len(rest) > 1 and (rest[0].text in known or (group.article and DESCRIBES.fullmatch(rest[0].text))):
        rest = rest[1:]
    described = len(rest) < len(nouns)
    if len(nouns) > 1 and not described and group.article and PLACE_ADJECTIVE.fullmatch(nouns[0].text):
        rest = nouns
    first = rest[0]
    if not described and group.article is not None and not group.definite:
        return None  # "eine Frist": a name takes no such article
    if not described and (first.text in known or _no_name(first, group, clause)):
        return None
    if not described and group.article in ("das", "dieses", "des", "dieser", "diese") and len(rest) == 1:
        return None  # "das Gesetz": firms without a noun before them are "der" or "die"
    if not described and group.article is not None and not _fits_a_name(adjectives, group, setting):
        return None  # "die ersten Busse"
    if described and all(w.text in known for w in rest):
        return None
    span = Span(rest[0].span.start, rest[-1].span.end)
    name = span.of(setting.text)
    return Candidate(name, name, Span(nouns[0].span.start, rest[-1].span.end))


def _fits_a_name(adjectives: list[str], group: Group, setting: Setting) -> bool:
    """Whether adjectives are such as names take: "die italienische Unicredit"."""
    if ADJECTIVES_OF_NAMES.fullmatch(" ".join(adjectives)):
        return True
    terms = setting.terms_in(group.span)
    return any(t.term.german in setting.demonyms or t.term.kind is TermKind.PLACE for t in terms)


def _no_name(word: Token, group: Group, clause: Clause) -> bool:
    text = word.text
    if NAME_ALL_THE_SAME.fullmatch(text):
        return False
    lone = group.article is None and len(group.words) == 1
    if lone and word.span.start == clause.tokens[0].span.start and PARTICIPLE.fullmatch(text):
        return True
    if text.lower() in ADVERBS or (lone and text in NOT_AFTER_PREPOSITION):
        return True
    if group.words[0].text[:1].islower() and group.article is None:  # "grünem Ammoniak"
        return True
    return (bool(COMMON.fullmatch(text)) or _known_noun(text, group)) and not text.isupper()


def _known_noun(text: str, group: Group) -> bool:
    """Whether the lists of news words know a noun, and it does not stand like a name: bare and as its base form."""
    base = None if NAME_ALL_THE_SAME.fullmatch(text) else base_of(text)
    return base is not None and (group.article is not None or group.preposition is not None or base != text)


def _by_kind(group: Group, nouns: list[Token], setting: Setting) -> Candidate | None:
    """A firm or a body without a name: "die Bank", "der Gemeinderat"; one that an article leaves open is nobody."""
    if not group.definite and group.preposition is None and group.article is not None:
        return None
    if not group.definite or group.words[0].text in BOTH_AGAIN.pattern:
        return None
    span = Span(nouns[0].span.start, nouns[-1].span.end)
    terms = [t for t in setting.terms_in(group.span) if t.term.kind in (TermKind.NOUN, TermKind.BODY)]
    firm = next((t for t in terms if FIRMS.search(t.english)), None)
    if firm is not None:
        adjective = next((t.english for t in setting.terms_in(group.span) if t.term.kind is TermKind.ADJECTIVE), "")
        name = f"{adjective} {firm.english}".strip()
        return Candidate(name, name, span)
    head = nouns[-1].text
    if not terms and len(nouns) == 1 and ORGANISED.fullmatch(head):
        return Candidate(head, head, span, german=group.span.of(setting.text))
    return None
