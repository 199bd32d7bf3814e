"""Who takes part in a deal: noun groups that can be parties, and what they are called in English.

A name is taken as it stands ("Cove Capital"), with what the German says it is in brackets ("Kazakh state company");
countries and bodies come from the glossary; a group of firms is put together ("airlines from Kazakhstan and
Tajikistan"). What can't be put into English from the glossary is no party: nothing here is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.data import Span
from summarizer.drafting.grammar import Clause, Group
from summarizer.drafting.names import names
from summarizer.drafting.terms import Glossary, Occurrence, TermKind

FIRMS = re.compile(
    r"(?i)\b(?:airlines?|compan(?:y|ies)|firms?|groups?|makers?|producers?|suppliers?|operators?|providers?"
    r"|utilit(?:y|ies)"
    r"|investors?|banks?|funds?|shipyards?|subsidiar(?:y|ies)|steelmakers?|carmakers?|railways?|armed forces|army|navy"
    r"|manufacturers?|dealers?|unions?|associations?|universit(?:y|ies)|cit(?:y|ies)|institutes?|agenc(?:y|ies)"
    r"|consorti(?:um|a)|insurers?|lenders?|developers?|contractors?|retailers?|start-?ups?|subsidiary)\b"
)
_ALIKE = 3
_IRREGULAR = {
    "amerikanisch": "United States",
    "US-amerikanisch": "United States",
    "britisch": "United Kingdom",
    "irisch": "Ireland",
    "emiratisch": "United Arab Emirates",
    "koreanisch": "South Korea",
}
_OF_STATE = re.compile(r"\b(?:[Mm]inister|[Pp]resident|[Cc]hancellor|[Aa]mbassador|[Ss]ecretary)\b")
_PLACES = frozenset({TermKind.COUNTRY, TermKind.PLACE})
_WITHOUT_COUNTRY = re.compile(r"\b(?:US|German|European|Federal|World|International|NATO|EU|Bundes\w+|IMF|ECB)\b")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A noun group that may be a party."""

    name: str
    """In English, short: what merges and comparisons go by."""
    shown: str
    """In English, with what it is in brackets."""
    span: Span
    """In the sentence."""
    country: str | None = None
    """The country it belongs to, if the sentence says."""
    is_country: bool = False
    is_person: bool = False
    """Whether it is an office or a person: speaks for a country or a firm and is no party itself."""
    german: str = ""
    """The words of a common noun that no list knows, for the model to put into English; empty for all others."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known about a sentence when its parties are looked for."""

    text: str
    terms: tuple[Occurrence, ...]
    known_names: frozenset[str]
    demonyms: Mapping[str, str]
    """German adjective without its ending to country in English: ``kasachisch`` to ``Kazakhstan``."""
    in_paragraph: tuple[str, ...] = ()
    """Countries named before in the paragraph, the last one last."""
    nations: tuple[str, ...] = ()
    """The same with those that only an adjective names: "die österreichische Luftwaffe"."""

    def terms_in(self, span: Span) -> list[Occurrence]:
        """The glossary's terms inside ``span``."""
        return [t for t in self.terms if t.span.start >= span.start and t.span.end <= span.end]


def candidate(group: Group, clause: Clause, setting: Setting) -> Candidate | None:
    """``group`` as a party, or None where it is none."""
    words = [w for w in group.words if not (w.text[:1].isdigit())]
    if not words:
        return None
    span = Span(words[0].span.start, words[-1].span.end)
    inside = setting.terms_in(span)
    country = next((t for t in inside if t.term.kind is TermKind.COUNTRY), None)
    whose = next((t for t in inside if t.term.german in setting.demonyms), None)
    demonym = whose.english if whose else None
    home = setting.demonyms[whose.term.german] if whose else country.term.english if country else None
    proper = _proper(span, setting, inside)
    office = next((t for t in inside if t.term.kind is TermKind.OFFICE), None)
    at = setting.text.find(proper, span.start) if proper else -1
    descriptor = _descriptor([t for t in inside if at < 0 or t.span.end <= at], country)
    if proper and any(c.isdigit() for c in proper):  # a summit, a format: "C5+1"
        return None
    if office is not None and not proper and home is None:
        return None
    if office is not None or (proper and any(t.term.kind is TermKind.PERSON for t in inside)):
        if home is None and office is not None and _OF_STATE.search(office.english):
            home = _home_of(office.english) or next(iter((*setting.in_paragraph[-1:], *setting.nations[-1:])), None)
        return _person(span, proper, office, country, demonym, home)
    if proper:
        origin = _origin(group, clause, setting)
        shown = f"{proper} ({descriptor})" if descriptor else proper
        return Candidate(proper, shown, span, home or (origin[0] if origin else None))
    if country is not None and len([t for t in inside if t.term.kind not in _PLACES | {TermKind.ADJECTIVE}]) == 0:
        whole = country.term.english
        return Candidate(whole, whole, span, whole, is_country=True)
    return _body(group, clause, setting, span, inside, demonym, home)


def demonyms(glossary: Glossary) -> dict[str, str]:
    """German adjective to country in English, told from the glossary: the country that begins most alike."""
    countries = {t.german: t.english for t in glossary.terms if t.kind is TermKind.COUNTRY and " " not in t.german}
    found = dict(_IRREGULAR)
    for term in glossary.terms:
        if term.kind is not TermKind.ADJECTIVE or not term.german.endswith("isch") or term.german in found:
            continue
        alike = {name: _common(term.german.removesuffix("isch"), name) for name in countries}
        best = max(alike, key=lambda name: (alike[name], -len(name)), default="")
        if alike.get(best, 0) >= _ALIKE:
            found[term.german] = countries[best]
    if "Deutschland" in countries:
        found["deutsch"] = countries["Deutschland"]
    return found


def _common(a: str, b: str) -> int:
    a, b = (x.lower().translate(str.maketrans("äöü", "aou")) for x in (a, b))
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _proper(span: Span, setting: Setting, inside: Sequence[Occurrence]) -> str:
    found = names(setting.text[: span.end], [t for t in setting.terms if t.span.end <= span.end], setting.known_names)
    text = span.of(setting.text)
    own = [n for n in found if n in text]
    own += [t.english.removesuffix("'s") for t in inside if t.term.kind in (TermKind.PERSON, TermKind.NAME)]
    return max(own, key=len) if own else ""


def _descriptor(inside: Sequence[Occurrence], country: Occurrence | None) -> str:
    """What the group says it is: "Kazakh state company"."""
    parts = [
        t.english for t in inside if t.term.kind in (TermKind.ADJECTIVE, TermKind.NOUN, TermKind.BODY, TermKind.PLACE)
    ]
    nouns = [t for t in inside if t.term.kind in (TermKind.NOUN, TermKind.BODY)]
    if country is not None and nouns:
        return ""
    said = " ".join(parts) if nouns else ""
    return "" if said in ("company", "group") else said


def _person(
    span: Span,
    proper: str,
    office: Occurrence | None,
    country: Occurrence | None,
    demonym: str | None,
    home: str | None,
) -> Candidate:
    title = office.english if office else ""
    whose = f"{country.english} " if country and country.english.endswith("'s") else f"{demonym} " if demonym else ""
    name = " ".join(part for part in (f"{whose}{title}".strip(), proper) if part)
    return Candidate(name, name, span, home or _home_of(title), is_person=True)


def _home_of(title: str) -> str | None:
    first = title.split(" ")[0] if title else ""
    return {"US": "United States", "German": "Germany"}.get(first)


def _body(
    group: Group,
    clause: Clause,
    setting: Setting,
    span: Span,
    inside: Sequence[Occurrence],
    demonym: str | None,
    home: str | None,
) -> Candidate | None:
    body = next((t for t in inside if t.term.kind is TermKind.BODY), None)
    firm = next(
        (t for t in inside if t.term.kind in (TermKind.NOUN, TermKind.PLURAL) and FIRMS.search(t.english)), None
    )
    if body is None and firm is None:
        return None
    origin = _origin(group, clause, setting)
    if body is not None:
        origin = origin or _named_before(setting, span)
        if demonym:
            return Candidate(f"{demonym} {body.english}", f"{demonym} {body.english}", span, home)
        if origin and not _WITHOUT_COUNTRY.search(body.english):
            name = f"{body.english} of {origin[0]}"
            return Candidate(name, name, span, origin[0])
        return Candidate(body.english, body.english, span, home or _home_of(body.english))
    assert firm is not None
    kind = f"{demonym} {firm.english}" if demonym else firm.english
    if not origin and not demonym:
        return None
    name = f"{kind} from {_listed(origin)}" if origin else kind
    return Candidate(name, name, span, origin[0] if origin else home)


def _origin(group: Group, clause: Clause, setting: Setting) -> tuple[str, ...]:
    """The countries a group is from: "aus Kasachstan und Usbekistan" after it, or its genitive "Kasachstans"."""
    found: list[str] = []
    for other in clause.groups:
        follows = other.span.start >= group.span.end
        if follows and not found and other.preposition == "von" and other.article is None:
            name = other.span.of(setting.text)
            found += [name] if name in setting.known_names else []
        if follows and (other.genitive or other.preposition in ("aus", "von")):
            found += [t.term.english for t in setting.terms_in(other.span) if t.term.kind is TermKind.COUNTRY]
        elif (follows and found) or (follows and not other.joined):
            break
    return tuple(dict.fromkeys(found))


def _named_before(setting: Setting, span: Span) -> tuple[str, ...]:
    """The country a body belongs to where only the words before it say so: "aus Kasachstan kam …, die Zentralbank"."""
    before = [t for t in setting.terms if t.term.kind is TermKind.COUNTRY and t.span.end <= span.start]
    tied = [t for t in before if re.search(r"\b(?:aus|in)\s+(?:de[nr]\s+)?$", setting.text[: t.span.start])]
    if tied:
        return (tied[-1].term.english,)
    return setting.in_paragraph[-1:] if not before else ()


def _listed(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
