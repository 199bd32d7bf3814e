"""Reads deals from the grammar of German sentences: who buys what, who agrees with whom, who joins.

A class of sentence, not a text: a trigger (`triggers`) in a clause (`grammar`), the subject before it, the partners
after "mit" and "zwischen", the seller after "bei", the matter after "zu", "für" and "über". What a rule can't read
safely it leaves out: a deal without a party is not made up, "das Abkommen" with nothing new is not counted twice. The
figures are the article's own records, so no value can change on the way. Items stay German here; `deals` puts them
into English.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from summarizer.data import DealKind, DealStatus, Figure, Kind, Role, Span
from summarizer.drafting import triggers
from summarizer.drafting.grammar import Clause, Group, clauses, is_number_word, is_verb
from summarizer.drafting.parties import Candidate, Setting, candidate
from summarizer.drafting.terms import TermKind, plural

_MATTER = frozenset({"zu", "zur", "zum", "für", "bei", "über"})
_MATTER_GOES_ON = frozenset(
    {"zu", "zur", "zum", "für", "bei", "in", "im", "an", "am", "von", "vom", "auf", "aus", "nach"}
)
_MENTION_ONLY = frozenset(
    [
        "laut",
        "nach",
        "mit",
        "wegen",
        "gegen",
        "seit",
        "trotz",
        "durch",
        "unter",
        "in",
        "im",
        "bei",
        "beim",
        "aus",
        "vor",
        "zur",
        "zum",
        "zu",
        "für",
    ]
)
_COUNTS = frozenset({Kind.COUNT, Kind.NUMBER})
_MEASURES = frozenset(
    {Kind.ENERGY, Kind.POWER, Kind.MASS, Kind.VOLUME, Kind.LENGTH, Kind.AREA, Kind.MEASURE, Kind.DATA}
)
_GOODS = frozenset({DealKind.PURCHASE, DealKind.ORDER})
_PER_UNIT = re.compile(r"^\s*(?:je|pro|per)\b")
PER_UNIT_BEFORE = re.compile(r"\b(?:je|pro) [A-ZÄÖÜ]\w+|\bStückpreis|\bFestpreis von\b")
"""Words that make a sum the price of one piece."""
_COVERING = re.compile(r"\b(?:umfass\w+|betreff\w+|betrifft|vorsieht|vorsehen|regel[nt]\w*|beinhalte\w+)\b")
_VAGUE = re.compile(r"(?i)(?:mehrere|einige|zahlreiche|viele|diverse)[rn]?$")
_PASSIVE = re.compile(r"\b(?:wird|werden|wurden?|worden|sind|ist)\b")
_BINATIONAL = re.compile(r"\b([A-Z]{2,3}|[a-zäöü]+)-([a-zäöü]+isch)(?:e[nrsm]?)\b")
_INFINITIVE = re.compile(r"\bzu [a-zäöüß]+n\b|\b(?:bei|ab|an|auf|ein|aus|zu)zu[a-zäöüß]+n\b")
_PRONOUN = re.compile(r"\b(?:[Ss]ie|[Ee]r|[Bb]eide)\b")
_FIRM_AGAIN = frozenset({"Unternehmen", "Konzern", "Firma", "Gesellschaft", "Hersteller", "Betreiber", "Reederei"})
_MOST_MEANT = 2
_AGENT = re.compile(
    r"\b(?:über(?:nimmt|nehmen|nahm)|plan|will\b|woll|kauf|erw[ei]rb|bestell|zahl|bau|verkauf|liefer|beschäftig|kündig"
    r"|verkünd|vereinbar|einig|unterz|gründ|investier|soll|möcht|beteilig|beauftrag)"
)
"""Verbs of those who act: "er läuft sieben Jahre" is said of a contract."""
_OF_TYPE = re.compile(r"\s+(?:vom|des) Typs? (?:„[^“]+“|[A-ZÄÖÜ\d][\w-]*(?: [A-Z\d][\w-]*)*)")


@dataclass(slots=True)
class Found:
    """A deal as far as it is read; grows while the sentences after it are read."""

    kind: DealKind
    status: DealStatus
    noun: str
    """What it is called in English: "letter of intent"."""
    parties: list[tuple[Candidate, Role]]
    evidence: list[str]
    paragraph: int
    item: str = ""
    """German."""
    lead: str = ""
    """English words before the item: "development of"."""
    amount: Figure | None = None
    quantity: Figure | None = None
    parts: list[tuple[Figure, str]] = field(default_factory=list)
    """Each with its item in German."""
    share: Figure | None = None
    date: Figure | None = None
    notes: list[str] = field(default_factory=list)
    """English, without figures."""

    @property
    def sides(self) -> list[Candidate]:
        """The parties proper, without whoever announced it."""
        return [party for party, role in self.parties if role is not Role.ANNOUNCED_BY]


@dataclass(frozen=True, slots=True)
class Source:
    """One sentence with all that is known of it."""

    id: str
    paragraph: int
    offset: int
    setting: Setting
    figures: tuple[Figure, ...]
    """That stand in it; spans point into the article."""

    @property
    def text(self) -> str:
        """The German."""
        return self.setting.text

    def local(self, figure: Figure) -> Span:
        """Where a figure stands in the sentence."""
        return Span(figure.span.start - self.offset, figure.span.end - self.offset)

    def inside(self, span: Span, kinds: Iterable[Kind]) -> list[Figure]:
        """Figures of ``kinds`` in a part of the sentence."""
        wanted = frozenset(kinds)
        return [f for f in self.figures if f.kind in wanted and self.local(f).overlaps(span)]

    def clauses(self) -> tuple[Clause, ...]:
        """Its clauses, figures kept apart from names."""
        return clauses(self.text, [self.local(f) for f in self.figures if f.kind is not Kind.DESIGNATION])


def read(source: Source, before: Sequence[Candidate] = ()) -> list[Found]:
    """The deals that one sentence reports by itself; ``before`` are the subjects that its pronouns may stand for."""
    return _Reader(source, before).read()


def meant_by_pronoun(source: Source, before: Sequence[Candidate]) -> tuple[Span, str] | None:
    """Where "er" or "sie" stands for the firms and states ``before``, and what they are called; None if unclear.

    Only where the clause has no subject of its own and number fits: "er" for one, "sie" for several.
    """
    people = any(who.is_person for who in before)
    if not before or people or len({who.name for who in before}) > _MOST_MEANT:
        return None
    reader = _Reader(source)
    for clause in source.clauses():
        if reader.subjects_in(clause) or not _AGENT.search(clause.span.of(source.text)):
            return None
        for token in clause.tokens:
            if token.text.lower() == ("er" if len(before) == 1 else "sie"):
                names = list(dict.fromkeys(who.name for who in before))
                return token.span, " and ".join(names)
        if clause.has_verb():
            return None
    return None


def subjects_of(source: Source) -> list[Candidate]:
    """The parties that are subject in a sentence: what "sie" in the next one stands for."""
    reader = _Reader(source)
    found = (reader.subjects_in(clause) for clause in source.clauses())
    return next((subjects for subjects in found if subjects), [])


def worth_asking(source: Source) -> bool:
    """Whether a model may know more: a word of a deal that is not just taken up again, and two parties at least."""
    reader = _Reader(source)
    parties: set[str] = set()
    trigger = False
    for clause in source.clauses():
        if triggers.CANCELLED.search(clause.span.of(source.text)):
            continue
        for group in clause.groups:
            hit = reader.trigger(group)
            trigger |= hit is not None and not (hit.needs_money or group.definite or group.preposition in _MENTION_ONLY)
            who = candidate(group, clause, source.setting)
            if who is not None and not who.is_person and hit is None:
                parties.add(who.name)
        trigger |= any(not t.is_noun and triggers.verb(t.text) is not None for t in clause.tokens)
    return trigger and len(parties) > 1


def parties_in(source: Source) -> list[Candidate]:
    """Every group of a sentence that may be a party, each once."""
    found: dict[str, Candidate] = {}
    for clause in source.clauses():
        for group in clause.groups:
            who = candidate(group, clause, source.setting)
            if who is not None:
                found.setdefault(who.name, who)
    return list(found.values())


class _Reader:
    """Goes through the clauses of one sentence, keeping who was subject last."""

    def __init__(self, source: Source, before: Sequence[Candidate] = ()) -> None:
        self.source = source
        self.before = [replace(who, span=Span(0, 0)) for who in before]  # they stand in another sentence
        self.carried = False
        """Whether the subjects of the clause at hand come from another one."""
        self.setting = source.setting
        self.found: list[Found] = []
        self.subjects: list[Candidate] = []
        self.announcer: Candidate | None = None

    def read(self) -> list[Found]:
        for clause in self.source.clauses():
            text = clause.span.of(self.source.text)
            own = self.subjects_in(clause)
            infinitive = bool(_INFINITIVE.search(text)) and not own
            goes_on = bool(clause.tokens) and is_verb(clause.tokens[0].text)
            pronoun = not own and not self.subjects and _PRONOUN.search(text)
            self.carried = not own
            subjects = own or (self.subjects if infinitive or goes_on else self.before if pronoun else [])
            if self.found and re.match(r"(?:darunter|davon)\b", text):
                self.found[-1].parts += self._parts(clause)
            elif self.found and _COVERING.search(text) and re.match(r"(?:die|der|das)\b", text):
                self._covered(clause)
            elif self.found and not self.found[-1].item and not own and _INFINITIVE.search(text):
                self._purpose(clause)
            elif not triggers.CANCELLED.search(text) and not triggers.WISHED.search(self.source.text):
                self._clause(clause, subjects, text)
            if own:
                self.subjects = own
            if triggers.ANNOUNCING.search(text) and own:
                self.announcer = own[0]
        return self.found

    def _clause(self, clause: Clause, subjects: list[Candidate], text: str) -> None:
        deal = (
            self._by_stake(clause, subjects, text)
            or self._by_noun(clause, subjects, text)
            or self._by_verb(clause, subjects, text)
        )
        if deal is None or not deal.sides:
            return
        self._announced(deal, clause)
        self.found.append(deal)

    def _by_noun(self, clause: Clause, subjects: list[Candidate], text: str) -> Found | None:
        for group in clause.groups:
            hit = self.trigger(group)
            agreed_in = (
                group.preposition == "in" and group.article in ("einer", "einem") and triggers.SIGNING.search(text)
            )
            if hit is None or self._own_subject(group, subjects):
                continue
            if group.preposition in _MENTION_ONLY and not agreed_in:
                continue
            amount = self._money(clause)
            if hit.needs_money and amount is None:
                continue
            if group.preposition == "von" and not triggers.SIGNING.search(text) and not self._of_deal(clause, group):
                continue
            goods = hit.kind in _GOODS and self._goods_after(clause, group) is not None
            partners = self._after(clause, "mit") + self._after(clause, "zwischen")
            signed = bool(triggers.SIGNING.search(text))
            if (group.definite or group.genitive) and not (goods or partners or (signed and not self.carried)):
                continue
            if not clause.has_verb() and not goods:
                continue
            return self._agreement(clause, group, hit, subjects, amount)
        return None

    def _agreement(
        self, clause: Clause, group: Group, hit: triggers.Noun, subjects: list[Candidate], amount: Figure | None
    ) -> Found | None:
        deal = Found(hit.kind, self._status(hit.status), hit.english, [], [self.source.id], self.source.paragraph)
        deal.amount = amount
        between = self._after(clause, "zwischen")
        announcing = bool(triggers.ANNOUNCING.search(clause.span.of(self.source.text)))
        sides = list(between)
        if not between:
            for subject in subjects:
                side = self._side(subject)
                if side is not None and (not announcing or subject.is_person or not _government(subject)):
                    sides.append(side)
            sides += [side for p in self._after(clause, "mit") if (side := self._side(p)) is not None]
            sides = sides or self._binational(clause)
        if announcing and subjects and (between or subjects[0].is_person):
            self.announcer = subjects[0]
        goods = self._goods_after(clause, group) if hit.kind in _GOODS else None
        if goods is not None:
            self._take_goods(deal, goods)
        else:
            self._matter(deal, clause, group)
            counted = next(iter(self.source.inside(group.span, _COUNTS)), None)
            deal.quantity = deal.quantity or counted
        if hit.kind is DealKind.LOAN:
            sides += self._datives(clause, sides)
        awarded = (
            self._after(clause, "an")
            if re.search(r"\bverg(?:ab|ibt|eben|aben)\b", clause.span.of(self.source.text))
            else []
        )
        sellers = self._after(clause, frozenset({"bei", "beim"})) if hit.kind in _GOODS else []
        if awarded:
            deal.parties = [(s, Role.BUYER) for s in sides[:1]] + [(a, Role.SELLER) for a in awarded]
        elif deal.kind is DealKind.ORDER and triggers.RECEIVING.search(clause.span.of(self.source.text)):
            buyers = self._after(clause, "von")
            deal.parties = [(b, Role.BUYER) for b in buyers] + [(s, Role.SELLER) for s in sides]
        else:
            deal.parties = _roles(deal.kind, sides, sellers, mutual=hit.mutual)
        deal.date = self._date(clause)
        several = any(_VAGUE.match(w.text) for w in group.words)
        if (several or deal.quantity) and goods is None and hit.kind is DealKind.AGREEMENT:
            deal.lead = f"{plural(hit.english)} on"
        if several:
            deal.notes.append("several, number not given")
        generic = not (deal.item or deal.amount or deal.quantity or len(deal.sides) > 1)
        return None if generic else deal

    def _of_deal(self, clause: Clause, group: Group) -> bool:
        """Whether a group after "von" hangs on a word of concluding: "den Abschluss von acht Verträgen"."""
        before = [g for g in clause.groups if g.span.end <= group.span.start]
        return bool(before) and before[-1].words[-1].text in ("Abschluss", "Unterzeichnung", "Reihe", "Paket")

    def _datives(self, clause: Clause, sides: Sequence[Candidate]) -> list[Candidate]:
        """Who gets a loan: a party in the dative, without a preposition; a country has no article to show it."""
        groups = (g for g in clause.groups if g.preposition is None and not g.genitive and self.trigger(g) is None)
        found = [(g, candidate(g, clause, self.setting)) for g in groups]
        return [
            who
            for group, who in found
            if who is not None
            and (group.article in ("den", "dem", "der") or who.is_country)
            and all(who.name != side.name for side in sides)
        ]

    def _by_stake(self, clause: Clause, subjects: list[Candidate], text: str) -> Found | None:
        """ "… übernimmt 24,9 Prozent an X", "eine Mehrheit an X": a purchase of a share."""
        shares = self.source.inside(clause.span, {Kind.PERCENT, Kind.FRACTION})
        joins = re.search(r"\bbeteilig(?:t|te|en) sich\b|\bsich .{0,60}\bbeteilig", text)
        if not subjects or not triggers.STAKE.search(text) or not (joins or triggers.STAKE_OBJECT.search(text)):
            return None
        targets = [
            g for g in clause.groups_after(frozenset({"an", "am"})) if not self.source.inside(g.span, {Kind.DATE})
        ]
        sides = [side for s in subjects if (side := self._side(s)) is not None]
        if not targets or not sides or targets[0].words[-1].text in ("Kosten", "Finanzierung", "Wahl", "Ausschreibung"):
            return None
        status = self._verb_status(DealKind.OTHER, text)
        deal = Found(DealKind.PURCHASE, status, "stake", [], [self.source.id], self.source.paragraph)
        deal.item, deal.lead = self._words(targets[0]), "stake in"
        deal.share = shares[0] if shares else None
        deal.amount = self._money(clause)
        sellers = [w for w in self._after(clause, "von") if all(w.name != s.name for s in sides)]
        deal.parties = _roles(DealKind.PURCHASE, sides[:1], sellers)
        deal.date = self._date(clause)
        return deal if deal.share or deal.amount or joins or "Mehrheit" in text else None

    def _by_verb(self, clause: Clause, subjects: list[Candidate], text: str) -> Found | None:
        kind = next((k for t in clause.tokens if not t.is_noun and (k := triggers.verb(t.text))), None)
        if kind is None and triggers.JOINS.search(text):
            kind = DealKind.ACCESSION
        passive = _PASSIVE.search(text) and not re.search(r"\b(?:hat|haben|habe|hatten?)\b", text)
        reflexive = kind in _GOODS and re.search(r"\bsich\b", text) and not re.search(r"\bsich (?:mit|bei)\b", text)
        if kind is None or not subjects or reflexive or (passive and not re.search(r"\b(?:will|wollen)\b", text)):
            return None
        deal = Found(kind, self._verb_status(kind, text), kind.value, [], [self.source.id], self.source.paragraph)
        deal.amount = self._money(clause)
        if kind is DealKind.ACCESSION:
            deal.item = self._joined_what(clause, subjects)
        elif not self._objects(deal, clause, subjects):
            return None
        sellers = self._after(clause, frozenset({"bei", "beim", "von"}))
        sides = [side for s in subjects if (side := self._side(s)) is not None]
        sellers = [s for s in sellers if all(s.name not in side.name for side in sides)]
        if re.search(r"\b(?:ge)?liefer", text):
            buyers = self._after(clause, frozenset({"an"}))
            deal.parties = [(s, Role.SELLER) for s in sides] + [(b, Role.BUYER) for b in buyers]
            return deal if buyers and deal.quantity else None
        if kind is DealKind.AGREEMENT:
            sides += [side for p in self._after(clause, "mit") if (side := self._side(p)) is not None]
            if len(sides) < 2:
                return None
        deal.parties = _roles(kind, sides, sellers)
        deal.date = self._date(clause)
        return deal if deal.item or deal.quantity or deal.amount else None

    def _objects(self, deal: Found, clause: Clause, subjects: list[Candidate]) -> bool:
        taken = [s.span for s in subjects]
        for group in clause.groups:
            usable = group.preposition is None and not group.genitive and group.words[0].text not in _FIRM_AGAIN
            if group.preposition == "in" and deal.kind is DealKind.INVESTMENT and deal.amount:
                joined = [g for g in clause.groups_after("in", group.span.start) if g is group or g.joined]
                deal.item = deal.item or Span(group.span.start, joined[-1].span.end).of(self.source.text)
            elif usable and not any(group.span.overlaps(span) for span in taken):
                counted = self.source.inside(group.span, _COUNTS | _MEASURES)
                if self.source.inside(group.span, {Kind.MONEY, Kind.DATE, Kind.PERCENT}):
                    continue
                if deal.kind in _GOODS and not counted and not self.setting.terms_in(group.span):
                    continue
                self._take_goods(deal, group)
                break
        return bool(deal.item or deal.quantity) and (deal.kind is not DealKind.INVESTMENT or deal.amount is not None)

    def _announced(self, deal: Found, clause: Clause) -> None:
        cited = [*self._after(clause, "laut"), *self._stated_by(clause)]
        said_by = cited[0] if cited else self.announcer
        if said_by is None or any(said_by.name == side.name for side in deal.sides):
            return
        deal.parties.append((said_by, Role.ANNOUNCED_BY))

    def _stated_by(self, clause: Clause) -> list[Candidate]:
        """Who stands behind "nach Angaben des …"."""
        for first, second in zip(clause.groups, clause.groups[1:], strict=False):
            if first.preposition == "nach" and first.words[-1].text.startswith(("Angabe", "Information")):
                who = candidate(second, clause, self.setting)
                return [who] if who is not None else []
        return []

    def subjects_in(self, clause: Clause) -> list[Candidate]:
        """The party that may be subject, with those joined to it; the first in the clause wins."""
        found: list[Candidate] = []
        for group in clause.groups:
            if found and not group.joined:
                if group.genitive or group.preposition in ("aus", "in"):
                    continue
                break
            who = candidate(group, clause, self.setting) if group.may_be_subject else None
            if who is None and not found and self._taken_up(group):
                return self.before[:1]
            if who is not None and self.trigger(group) is None:
                found.append(who)
            elif found:
                break
        return found

    def _taken_up(self, group: Group) -> bool:
        """Whether a group takes up the firm named before: "das Unternehmen"."""
        alone = len(group.words) == 1 and group.words[0].text in _FIRM_AGAIN
        return alone and group.definite and group.may_be_subject and bool(self.before) and not self.before[0].is_person

    def trigger(self, group: Group) -> triggers.Noun | None:
        """The word of a deal in a group, if there is one outside a proper name."""
        text = group.span.of(self.source.text)
        named = [t.span for t in self.setting.terms_in(group.span) if t.term.kind is TermKind.NAME]
        if re.search(r"\bJoint[ -]Ventures?\b", text):
            return triggers.NOUNS["joint venture"]
        for word in group.words:
            hit = triggers.noun(word.text) if word.is_noun else None
            if hit is not None and not any(word.span.overlaps(span) for span in named):
                return hit
        return None

    def _own_subject(self, group: Group, subjects: list[Candidate]) -> bool:
        return any(group.span.overlaps(s.span) for s in subjects)

    def _after(self, clause: Clause, preposition: str | frozenset[str]) -> list[Candidate]:
        found = (candidate(group, clause, self.setting) for group in clause.groups_after(preposition))
        return [who for who in found if who is not None]

    def _side(self, who: Candidate) -> Candidate | None:
        """A party, or the country that an office or a government speaks for."""
        if not who.is_person:
            return who
        if who.country is None:
            return None
        return Candidate(who.country, who.country, who.span, who.country, is_country=True)

    def _binational(self, clause: Clause) -> list[Candidate]:
        match = _BINATIONAL.search(clause.span.of(self.source.text))
        if match is None:
            return []
        both = [_country(part, self.setting) for part in match.groups()]
        return [Candidate(name, name, Span(0, 0), name, is_country=True) for name in both if name]

    def _goods_after(self, clause: Clause, trigger: Group) -> Group | None:
        """What is bought: the group after "von" or "über", or the genitive, right behind the noun."""
        for group in clause.groups:
            if group.span.start >= trigger.span.end:
                money = self.source.inside(group.span, {Kind.MONEY})
                return group if (group.preposition in ("von", "über") or group.genitive) and not money else None
        return None

    def _take_goods(self, deal: Found, group: Group) -> None:
        counted = self.source.inside(group.span, _COUNTS | _MEASURES)
        deal.quantity = deal.quantity or next(iter(counted), None)
        deal.item = self._words(group)

    def _words(self, group: Group) -> str:
        """The German of a group without its figures and number words, with "vom Typ …" behind it."""
        out = [False for _ in group.words]
        for at, word in enumerate(group.words):
            figure = any(
                self.source.local(f).overlaps(word.span) for f in self.source.figures if f.kind is not Kind.DESIGNATION
            )
            out[at] = figure or is_number_word(word.text)
        kept = [w for w, dropped in zip(group.words, out, strict=True) if not dropped]
        if not kept:
            return ""
        typed = _OF_TYPE.match(self.source.text[kept[-1].span.end :])
        return Span(kept[0].span.start, kept[-1].span.end + (typed.end() if typed else 0)).of(self.source.text)

    def _matter(self, deal: Found, clause: Clause, trigger: Group) -> None:
        """What an agreement is about: the groups after "zu", "für", "über", partners and amounts left out."""
        pieces: list[Span] = []
        last: Group | None = None
        for group in clause.groups:
            if group.span.start < trigger.span.end:
                continue
            partner = group.preposition == "mit" or (
                group.preposition == "an" and candidate(group, clause, self.setting)
            )
            if partner or self.source.inside(group.span, {Kind.MONEY, Kind.DATE, Kind.PERCENT}):
                last = None
            elif last is not None and (group.joined or group.genitive or group.preposition in _MATTER_GOES_ON):
                pieces[-1] = Span(pieces[-1].start, group.span.end)
                last = group
            elif group.preposition in _MATTER:
                if group.preposition == "über" and self.source.inside(group.span, _COUNTS | _MEASURES):
                    self._take_goods(deal, group)
                    return
                pieces.append(group.span if not pieces else Span(self._start(group), group.span.end))
                last = group
        deal.item = " ".join(piece.of(self.source.text) for piece in pieces)

    def _start(self, group: Group) -> int:
        """Where a group with its preposition starts."""
        return self.source.text.lower().rfind(group.preposition or "", 0, group.span.start)

    def _covered(self, clause: Clause) -> None:
        """ "…, die unter anderem A, B und C umfassen": A, B and C are what it is about."""
        nouns = [g for g in clause.groups if g.preposition is None]
        if nouns and not self.found[-1].item:
            self.found[-1].item = Span(nouns[0].span.start, nouns[-1].span.end).of(self.source.text)

    def _purpose(self, clause: Clause) -> None:
        """ "… vereinbarten sie, ein Gemeinschaftsunternehmen zu prüfen": what they agreed to do it with."""
        objects = [g for g in clause.groups if g.preposition is None and not self.source.inside(g.span, {Kind.MONEY})]
        if objects:
            self.found[-1].item = self._words(objects[0])

    def _joined_what(self, clause: Clause, subjects: list[Candidate]) -> str:
        for group in clause.groups:
            if group.preposition in (None, "zu", "zum", "zur") and not any(
                group.span.overlaps(s.span) for s in subjects
            ):
                return group.span.of(self.source.text)
        return ""

    def _parts(self, clause: Clause) -> list[tuple[Figure, str]]:
        """ "darunter vier 787 und zehn 737 MAX": each count with what is counted."""
        parts = []
        for group in clause.groups:
            counted = self.source.inside(group.span, _COUNTS)
            if counted:
                parts.append((counted[0], self._words(group)))
        return parts

    def _money(self, clause: Clause) -> Figure | None:
        if PER_UNIT_BEFORE.search(clause.span.of(self.source.text)):
            return None
        for figure in self.source.inside(clause.span, {Kind.MONEY}):
            if not _PER_UNIT.match(self.source.text[self.source.local(figure).end :]):
                return figure
        return None

    def _date(self, clause: Clause) -> Figure | None:
        text = clause.span.of(self.source.text)
        if triggers.PLANNING.search(text) or not re.search(
            r"\b(?:hat|hatten?|haben|\w+(?:te|ten|ieb|oss(?:en)?))\b", text
        ):
            return None
        dates = self.source.inside(clause.span, {Kind.DATE})
        return min(dates, key=lambda f: str(f.value).startswith("XXXX-W"), default=None)  # a weekday says least

    def _status(self, own: DealStatus) -> DealStatus:
        text = self.source.text
        if own is DealStatus.INTENT:
            return own
        if triggers.PLANNING.search(text) and not triggers.SIGNING.search(text):
            return DealStatus.PLANNED
        if triggers.SIGNING.search(text):
            if re.search(r"(?i)\bmeldung\b|\bhieß es\b|\blaut\b", text):
                return DealStatus.REPORTED
            return DealStatus.CONTRACT if own is DealStatus.CONTRACT else DealStatus.SIGNED
        if triggers.ANNOUNCING.search(text) and not re.search(r"(?i)\blaut\b", text):
            return DealStatus.ANNOUNCED
        return DealStatus.REPORTED if triggers.REPORTING.search(text) else own

    def _verb_status(self, kind: DealKind, text: str) -> DealStatus:
        if triggers.PLANNING.search(text):
            return DealStatus.PLANNED
        if triggers.ANNOUNCING.search(self.source.text) or re.search(r"\b(?:werde|werden|wird|wollen)\b", text):
            return DealStatus.ANNOUNCED
        return DealStatus.CONTRACT if kind in _GOODS else DealStatus.REPORTED


def _roles(
    kind: DealKind, sides: Sequence[Candidate], sellers: Sequence[Candidate], *, mutual: bool = False
) -> list[tuple[Candidate, Role]]:
    """A role for each: by the kind of deal, by who a party is, and by where it stood (subject first)."""
    unique = list({side.name: side for side in sides}.values())
    goods = kind in _GOODS and not mutual
    roles: list[tuple[Candidate, Role]] = []
    for at, side in enumerate(unique):
        if goods:
            role = Role.BUYER if at == 0 else Role.SELLER
        elif side.is_country:
            role = Role.STATE
        else:
            role = Role.INVESTOR if kind is DealKind.INVESTMENT else Role.PARTNER
        roles.append((side, role))
    return roles + [(s, Role.SELLER) for s in sellers if all(s.name != side.name for side in unique)]


def _government(who: Candidate) -> bool:
    return bool(re.search(r"(?i)\b(?:government|administration|ministry|department|news agency)\b", who.name))


def _country(word: str, setting: Setting) -> str | None:
    return "United States" if word == "US" else setting.demonyms.get(word)
