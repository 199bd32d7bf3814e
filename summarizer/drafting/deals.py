"""The deal list of the sentence strategy: rules read, the model fills in what they leave open, the glossary names.

Three steps. `deal_rules` reads each sentence and `deal_links` what the next ones add. Where a sentence speaks of a
deal between two parties and no rule reads it, the model says whether it is one, under a schema whose parties are the
candidates of that sentence and nothing else. Then items are put into English; a figure in an item that the German does
not have throws the model's wording away. Values are the article's own figures throughout.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, create_model

from summarizer.data import Deal, DealKind, DealPart, DealStatus, Figure, Kind, Party, Role, Sentence
from summarizer.drafting import deal_links, deal_rules, deal_sums, fidelity, select
from summarizer.drafting.addressed import addressed
from summarizer.drafting.caller import Caller
from summarizer.drafting.deal_source import Before, Found, Source, as_counted
from summarizer.drafting.names import aliases, bare_names, names
from summarizer.drafting.parties import Candidate, Setting, demonyms
from summarizer.drafting.party_introduced import described_names, lead_names
from summarizer.drafting.pinning import pin
from summarizer.drafting.terms import Glossary, Occurrence, TermKind
from summarizer.drafting.translation_phrases import translate_phrase
from summarizer.errors import ReplyError
from summarizer.figures import find

_ASK_TOKENS = 160
_MODEL_KINDS = tuple(kind for kind in DealKind if kind is not DealKind.OTHER)
_MODEL_ROLES = (Role.BUYER, Role.SELLER, Role.INVESTOR, Role.PARTNER, Role.STATE)
_KEPT_KINDS = frozenset({TermKind.NOUN, TermKind.NAME, TermKind.COUNTRY, TermKind.BODY, TermKind.PERSON})
_GENERIC = frozenset({"ministry", "government", "central bank", "authority", "company", "group"})
_ONLY_DIGITS = re.compile(r"\d[\d-]*s?")
_MAKER = re.compile(r"\b([A-ZÄÖÜ][a-zäöü]+) (\d{2,4})(?:-\d+)?\b")


class Material:
    """The sentences of an article with all the rules need to know of them."""

    def __init__(self, text: str, sentences: Sequence[Sentence], figures: Sequence[Figure], glossary: Glossary) -> None:
        self.text = text
        self.glossary = glossary
        self.sentences = tuple(sentences)
        self.figures = tuple(figures)
        nations = demonyms(glossary)
        terms = {s.id: glossary.occurrences(s.span.of(text)) for s in sentences}

        def known_word(word: str) -> bool:
            return glossary.english(word) is not None

        found = (name for s in sentences for name in names(s.span.of(text), terms[s.id]))
        self.names = aliases(found, text, known_word) | bare_names(text, known_word)
        self.addressed = frozenset(s.id for s in sentences if addressed(s.span.of(text)))
        self.sources: dict[str, Source] = {}
        countries: dict[int, list[str]] = {}
        nearby: dict[int, list[str]] = {}
        said = [s.span.of(text) for s in sentences]
        firms = self.names | lead_names(said, known_word) | described_names(said, known_word)
        inside = select.by_sentence(self.sentences, as_counted(self.figures, text))
        for s in sentences:
            named = countries.setdefault(s.paragraph, [])
            told = nearby.setdefault(s.paragraph, [])
            setting = Setting(s.span.of(text), terms[s.id], firms, nations, tuple(named), tuple(told))
            self.sources[s.id] = Source(s.id, s.paragraph, s.span.start, setting, inside[s.id])
            named += [t.term.english for t in terms[s.id] if t.term.kind is TermKind.COUNTRY]
            told += [c for t in terms[s.id] if (c := _country(t, nations))]

    @property
    def prose(self) -> tuple[Sentence, ...]:
        """The sentences of the article proper: no headings, credits or links, none that speaks to a machine."""
        return tuple(s for s in self.sentences if s.id not in self.addressed and select.is_prose(s.span.of(self.text)))


def _country(term: Occurrence, nations: Mapping[str, str]) -> str | None:
    return term.term.english if term.term.kind is TermKind.COUNTRY else nations.get(term.term.german)


def read(material: Material) -> tuple[list[Found], list[Source]]:
    """What the rules find, and the sentences a model should be asked about."""
    found: list[Found] = []
    to_ask: list[Source] = []
    before = Before()
    earlier: Source | None = None
    for sentence in material.prose:
        source = material.sources[sentence.id]
        if earlier is not None and earlier.paragraph != source.paragraph:
            earlier = None
        own = deal_rules.read(source, before)
        if own and found and deal_links.takes_up(found[-1], own, source):
            own = []
        if own and all(deal.seed for deal in own) and found:
            leaning = deal_links.link(found, source)  # too little for a deal: perhaps it only goes on about one
            found += [leaning] if leaning is not None else []
            if leaning is not None or deal_links.speaks_of(found, source):
                own = []
        if own:
            if len(own) == 1:
                deal_sums.complete(own[0], source)
                deal_sums.look_back(own[0], source, earlier)
            found += [deal for deal in own if not deal_links.retold(found, deal, source)]
        elif not deal_links.speaks_of(found, source):
            called_off = deal_links.link(found, source)
            if called_off is not None:
                found.append(called_off)
            elif not deal_links.speaks_of(found, source) and deal_rules.worth_asking(source):
                to_ask.append(source)
        before = _before_the_next(source, before, found)
        earlier = source
    to_ask = [source for source in to_ask if not _told(source, found)]
    found = [deal for deal in found if deal.counts]
    _spelled_out(found)
    return merged(found), to_ask


def _told(source: Source, found: Sequence[Found]) -> bool:
    """Whether the parties of a sentence are those of a deal read already: then it goes on about that one."""
    words = [set(who.name.split()) for who in deal_rules.parties_in(source) if not who.is_person]
    for deal in found:
        sides = [set(side.name.split()) for side in deal.sides]
        if len(words) > 1 and all(any(own & side for side in sides) for own in words):
            return True
    return False


def _before_the_next(source: Source, before: Before, found: Sequence[Found]) -> Before:
    """What the pronouns of the next sentence may stand for."""
    close = bool(found) and found[-1].paragraph == source.paragraph
    return Before(
        tuple(deal_rules.subjects_of(source)) or before.subjects,
        tuple(found[-1].sides) if close else (),
    )


def _spelled_out(found: Sequence[Found]) -> None:
    """ "The ministry" of a later deal is the ministry that an earlier one named in full."""
    full: list[Candidate] = []
    for deal in found:
        for at, (who, role) in enumerate(deal.parties):
            meant = [c for c in full if who.name in _GENERIC and who.name in c.name.lower() and c.name != who.name]
            if meant:
                deal.parties[at] = (meant[-1], role)
            elif who.name not in _GENERIC:
                full.append(who)


def merged(found: Sequence[Found]) -> list[Found]:
    """The same deals, each once: told twice with the same parties and nothing that contradicts is one deal."""
    kept: list[Found] = []
    for deal in found:
        twin = next((other for other in kept if _same(other, deal)), None)
        if twin is None:
            kept.append(deal)
            continue
        twin.evidence += [e for e in deal.evidence if e not in twin.evidence]
        twin.item = max(twin.item, deal.item, key=len)
        twin.amount, twin.quantity = twin.amount or deal.amount, twin.quantity or deal.quantity
        twin.share = twin.share or deal.share
        if deal.date_of is not None:
            twin.dated(deal.date, deal.date_of)
        twin.parts = twin.parts or deal.parts
    return kept


def ask(caller: Caller, source: Source, context: str) -> Found | None:
    """What the model says of one sentence; None where it is no deal or names too few parties. Raises `ModelError`."""
    candidates = {c.name: c for c in deal_rules.parties_in(source) if not c.is_person}
    if len(candidates) < 2:
        return None
    form = _form(tuple(candidates))
    try:
        reply: Any = caller.ask(
            "extract_deal",
            form,
            _ASK_TOKENS,
            context=context or "-",
            sentence=source.text,
            parties="; ".join(candidates),
        )
    except ReplyError as problem:
        caller.notes.append(f"The model gave no usable answer on {source.id}: {problem}")
        return None
    chosen: dict[str, tuple[Candidate, Role]] = {}
    for party in reply.parties:
        chosen.setdefault(party.name.value, (candidates[party.name.value], Role(party.role.value)))
    if not reply.is_deal or len(chosen) < 2:
        return None
    kind = DealKind(reply.kind.value)
    money = next((f for f in source.figures if f.kind is Kind.MONEY), None)
    return Found(
        kind, DealStatus.REPORTED, kind.value, list(chosen.values()), [source.id], source.paragraph, amount=money,
        notes=["read by the model, not by a rule"],
    )  # fmt: skip


def in_english(
    caller: Caller, found: Sequence[Found], material: Material, step: Callable[[], None] = lambda: None
) -> tuple[Deal, ...]:
    """The deals as records, items in English. Raises `ModelError`."""
    told: dict[str, str] = {}

    def item_of(german: str, source: Source) -> str:
        """A long article names the same thing often: each is put into English once."""
        if german not in told:
            told[german] = _item(caller, german, source, material)
        return told[german]

    deals = []
    for deal in found:
        source = material.sources[deal.evidence[0]]
        item = item_of(deal.item, source) if deal.item else ""
        item = f"{deal.lead} {_without_article(item)}" if item and deal.lead else item
        parts = [DealPart(f, item_of(german, source) or "items") for f, german in deal.parts]
        deals.append(
            Deal(
                parties=tuple(
                    Party(item_of(who.german, source) if who.german else who.shown, role) for who, role in deal.parties
                ),
                kind=deal.kind,
                item=item or deal.noun,
                status=deal.status,
                evidence=tuple(deal.evidence),
                amount=deal.amount,
                quantity=deal.quantity,
                parts=tuple(parts),
                share=deal.share,
                date=deal.date,
                note="; ".join(deal.all_notes()),
            )
        )
        step()
    return tuple(_with_maker(deal, deals) for deal in deals)


def _item(caller: Caller, german: str, source: Source, material: Material) -> str:
    """The English of an item: by the glossary where it knows every word, else by the model, its figures checked."""
    if _ONLY_DIGITS.fullmatch(german) or german in material.names:
        return german
    terms = material.glossary.occurrences(german)
    nouns = [t for t in terms if t.term.kind not in (TermKind.ADJECTIVE, TermKind.PHRASE)]
    if len(nouns) == 1 and all(any(t.span.start <= w < t.span.end for t in terms) for w in _word_starts(german)):
        return _lowered(pin(german, 0, terms, ()).text, german, material)
    english = translate_phrase(caller, german, material.glossary)
    ours = [*find(german, "de"), *source.figures]
    invented = [f for f in find(english, "en") if not any(fidelity.same_value(o, f) for o in ours)]
    too_long = len(english) > 2.5 * len(german) + 20
    if invented or too_long or not english:
        return _lowered(_of_genitives(german, material), german, material)
    lost = [t for t in terms if t.term.kind in _KEPT_KINDS and t.english[:5].lower() not in english.lower()]
    by_glossary = _of_genitives(german, material) if lost else ""
    if by_glossary and all(any(t.span.start <= w < t.span.end for t in terms) for w in _word_starts(german)):
        english = by_glossary
    return _lowered(english, german, material)


def _of_genitives(german: str, material: Material) -> str:
    """The glossary's words in the order of the German, "of" put before a genitive: "modernisation of digital …"."""
    text = german
    terms = material.glossary.occurrences(german)
    for before, after in reversed(list(itertools.pairwise(terms))):
        bare = not german[before.span.end : after.span.start].strip()
        genitive = after.span.of(german).endswith(("er", "es", "en")) and after.term.kind is TermKind.ADJECTIVE
        text = text[: after.span.start] + after.english + text[after.span.end :]
        if bare and genitive and before.term.kind is TermKind.NOUN:
            text = text[: after.span.start] + "of " + text[after.span.start :]
    if terms:
        text = text[: terms[0].span.start] + terms[0].english + text[terms[0].span.end :]
    return text


def _name_words(material: Material) -> frozenset[str]:
    return frozenset(word for name in material.names for word in name.split())


def _word_starts(german: str) -> list[int]:
    return [m.start() for m in re.finditer(r"[^\W\d_][\w+-]*", german)]


def _lowered(english: str, german: str, material: Material) -> str:
    """An item starts small unless its first word is a name, or a capital in German that nothing explains."""
    first = german.split()[0]
    term = material.glossary.english(first)
    if term is not None:
        named = term.english[:1].isupper()
    else:
        named = first in _name_words(material) or bool(re.match(r"\S*[A-Z]\S*[-\d]|\S+ \d", german))
    start = english.split()[0] if english else ""
    if named or any(c.isupper() for c in start[1:]):
        return english
    return english[:1].lower() + english[1:]


def _without_article(english: str) -> str:
    return re.sub(r"^(?:[Tt]he|[Aa]n?) (?=[a-z]\w+ (?:of|to)\b)", "", english)


def _with_maker(deal: Deal, deals: Sequence[Deal]) -> Deal:
    """A bare type number gets its maker from another item of the list: "787" beside "Boeing 787-9"."""
    if not _ONLY_DIGITS.fullmatch(deal.item):
        return deal
    for other in deals:
        match = _MAKER.search(other.item)
        if match and deal.item.startswith(match[2]):
            return replace(deal, item=f"{match[1]} {deal.item}")
    return deal


def _same(a: Found, b: Found) -> bool:
    if {s.name for s in a.sides} != {s.name for s in b.sides} or a.kind is not b.kind or a.evidence == b.evidence:
        return False
    pairs = ((a.amount, b.amount), (a.quantity, b.quantity), (a.share, b.share))
    clash = any(x is not None and y is not None and x.value != y.value for x, y in pairs)
    told = any(x is not None and y is not None and x.value == y.value for x, y in pairs)
    return not clash and (told or not a.item or not b.item or a.item == b.item)


def _form(parties: tuple[str, ...]) -> type[BaseModel]:
    """The reply's form for one request: parties only from ``parties``."""
    names_ = StrEnum("PartyName", {f"P{i}": name for i, name in enumerate(parties)})  # type: ignore[misc]
    roles = StrEnum("PartyRole", {role.name: role.value for role in _MODEL_ROLES})  # type: ignore[misc]
    kinds = StrEnum("DealSort", {kind.name: kind.value for kind in _MODEL_KINDS})  # type: ignore[misc]
    party: Any = create_model("DealParty", name=(names_, ...), role=(roles, ...))
    return create_model("DealReading", is_deal=(bool, ...), kind=(kinds, ...), parties=(list[party], ...))
