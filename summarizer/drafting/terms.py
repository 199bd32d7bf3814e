"""The glossary: which German words have a fixed English form, found in a sentence in whatever form they stand there.

A glossary file is TOML: a table a kind, a line a term (``"Wolfram" = "tungsten"``). German inflects and builds
compounds, so a list of words alone finds little: endings are taken off by kind ("kasachischen", "Abkommens"), plural
umlauts undone ("Käufe"), and compounds read from the right where all their parts are terms ("Wolframvorkommen":
tungsten deposit). Ministries and ministers are put together from the fields in ``[portfolio]``. ``[[sense]]`` holds
words whose English hangs on what the article is about.

To extend: a line in ``glossary/*.toml``, or a file of your own given to `Glossary.read`; what is read last wins.
"""

from __future__ import annotations

import functools
import itertools
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from summarizer.data import Span
from summarizer.drafting.grammar import PREPOSITIONS, is_verb
from summarizer.errors import UsageError

_FOLDER = Path(__file__).with_name("glossary")
_WORD = re.compile(r"[^\W\d_][\w+]*(?:[-‑][\w+]+)*")
LEGAL = re.compile(
    r"(?P<name>\b(?!(?:D(?:er|ie|as|en|em)|Eine?[nmr]?|Im|Am|Bei|Mit|Vom?|Zu[rm]|Auch|Laut)\b)"
    r"(?:[A-ZÄÖÜ][\w&-]+ ){1,4}?"
    r"(?:GmbH(?: & Co\. KG)?|AG|SE|KGaA|KG|Inc|Ltd|plc|PLC|Corp))\b"
)
"""A firm's name with its legal form. Nothing in it is a term."""
_LINKS = ("", "s", "es", "n", "en", "e")
_SHORTEST_HEAD = 3
_SHORTEST_FIRST = 2
_DEEPEST = 3
_UMLAUTS = str.maketrans("äöü", "aou")
_SINGULAR_BEFORE = frozenset(
    {"dem", "des", "ein", "einen", "einem", "eines", "im", "am", "vom", "zum", "beim", "jedem", "jeden", "diesem"}
)
_SEVERAL = re.compile(
    r"(?:\d|\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|zwanzig|dreißig|hundert|tausend"
    r"|beide[rn]?|mehrere[rn]?|viele[rn]?|einige[rn]?|alle[rn]?|weitere[rn]?|neue[rn]?|zahlreiche[rn]?))\s+$",
    re.IGNORECASE,
)
_LOOK_BACK = 24
_MOST_HITS = 4096
_UNCOUNTED = frozenset(
    {"water", "copper", "silver", "steel", "lithium", "nickel", "iron", "development", "mining", "army", "equipment"}
)
_SAME_PLURAL = frozenset({"aircraft", "debt", "funds", "troops", "costs", "relations", "shipping", "series"})
_MINISTRY = re.compile(
    r"(?P<of>US-|Bundes|Vize|Landes)?(?P<field>\w+?)s?(?P<what>minister(?:ium|in)?)(?P<end>s|n|nen|en|ien)?"
)


class TermKind(StrEnum):
    """What sort of thing a term names; the tables of a glossary file."""

    COUNTRY = "country"
    PLACE = "place"
    PERSON = "person"
    NAME = "name"
    BODY = "body"
    """States' organs, ministries, institutions: may be a party of a deal."""
    OFFICE = "office"
    ADJECTIVE = "adjective"
    NOUN = "noun"
    PART = "part"
    """Read only as the first part of a compound, where its English differs from the word alone."""
    PLURAL = "plural"
    PHRASE = "phrase"
    """Taken as it stands, small or capital first letter."""


_ENDINGS: Mapping[TermKind, tuple[str, ...]] = {
    TermKind.COUNTRY: ("", "s"),
    TermKind.PLACE: ("", "s"),
    TermKind.PERSON: ("", "s"),
    TermKind.NAME: ("", "s"),
    TermKind.BODY: ("", "s", "es", "e", "en", "n"),
    TermKind.OFFICE: ("", "s", "es", "en", "n", "nen", "e"),
    TermKind.ADJECTIVE: ("", "e", "en", "er", "es", "em"),
    TermKind.NOUN: ("", "s", "es", "e", "en", "n", "er", "ern", "nen", "ien"),
    TermKind.PART: (),
    TermKind.PLURAL: ("",),
    TermKind.PHRASE: ("",),
}
_POSSESSIVE = frozenset({TermKind.COUNTRY, TermKind.PLACE, TermKind.PERSON})
_COUNTED = frozenset({TermKind.NOUN, TermKind.BODY, TermKind.OFFICE})
_PARTS = frozenset({TermKind.NOUN, TermKind.BODY, TermKind.PLACE, TermKind.COUNTRY})


@dataclass(frozen=True, slots=True)
class Term:
    """A line of a glossary."""

    german: str
    english: str
    kind: TermKind
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term as it stands in a text."""

    span: Span
    english: str
    """In the number, or the possessive, of the German form."""
    term: Term


class _Entry(NamedTuple):
    """A term with what it is found by, taken from it once: each article has an index of its own."""

    term: Term
    first: str
    """Its first word in lower case."""
    key: str
    folded: tuple[str, ...]


class Glossary:
    """Terms, ready to be looked up. Read-only once made; `for_article` picks the senses one article calls for."""

    def __init__(self, terms: Iterable[Term], portfolios: Mapping[str, str], us_portfolios: Mapping[str, str]) -> None:
        self._entries = tuple(map(_entry, terms))
        self._portfolios = dict(portfolios)
        self._us_portfolios = dict(us_portfolios)
        self._american_fields: frozenset[str] = frozenset()
        self._index(e for e in self._entries if not e.term.cues)

    @classmethod
    def read(cls, extra: Iterable[Path] = ()) -> Glossary:
        """The shipped terms and those of the files ``extra``. Raises `UsageError` for a file that can't be used."""
        extra = tuple(extra)
        return cls._with(extra) if extra else cls._alone()

    @classmethod
    @functools.cache
    def _alone(cls) -> Glossary:
        """The shipped terms: read and sorted once, since every article asks for them."""
        return cls._with(())

    @classmethod
    def _with(cls, extra: tuple[Path, ...]) -> Glossary:
        terms, portfolios, american = _shipped()
        for path in extra:
            more, fields, us_fields = _read(path)
            terms, portfolios, american = terms + more, {**portfolios, **fields}, {**american, **us_fields}
        return cls(terms, portfolios, american)

    def for_article(self, text: str) -> Glossary:
        """The same glossary with the senses that ``text`` has cues for.

        An article that names the US ministry of a field means the American one where it names the minister alone.
        """
        chosen = Glossary((), self._portfolios, self._us_portfolios)
        chosen._entries = self._entries
        if "US-" in text:
            chosen._american_fields = frozenset(f for f in self._us_portfolios if re.search(rf"US-{f}s?minist", text))
        chosen._index(e for e in self._entries if not e.term.cues or any(cue in text for cue in e.term.cues))
        return chosen

    @property
    def terms(self) -> tuple[Term, ...]:
        """Every term, in the order it was read."""
        return tuple(entry.term for entry in self._entries)

    def occurrences(self, text: str) -> tuple[Occurrence, ...]:
        """The terms in ``text`` in reading order, none overlapping another; at each word the longest wins."""
        firms = [Span(*match.span("name")) for match in LEGAL.finditer(text)]
        words = [w for w in _WORD.finditer(text) if not any(Span(*w.span()).overlaps(firm) for firm in firms)]
        found: list[Occurrence] = []
        at = 0
        while at < len(words):
            hit, taken = self._at(text, words, at)
            if hit is not None:
                found.append(hit)
            at += taken
        return tuple(found)

    def english(self, word: str) -> Term | None:
        """The term behind one German word in any form, compounds included; its ``english`` is in the singular."""
        hit = self._word(word)
        return None if hit is None else hit[0]

    def lists(self, term: Term) -> bool:
        """Whether ``term`` is a line of the glossary, not put together from the parts of a compound."""
        return term.german in self._single

    def _index(self, entries: Iterable[_Entry]) -> None:
        self._hits: dict[str, tuple[Term, str] | None] = {}
        self._single: dict[str, Term] = {}
        self._part_terms: dict[str, Term] = {}
        self._multi: dict[str, list[tuple[str, ...]]] = {}
        self._by_words: dict[tuple[str, ...], Term] = {}
        for term, first, key, folded in entries:
            if term.kind is TermKind.PART:
                self._part_terms[term.german] = term
            elif len(folded) == 1:
                self._single[key] = term
            elif folded:
                self._by_words[folded] = term
                self._multi.setdefault(first, []).append(folded)
        for options in self._multi.values():
            options.sort(key=len, reverse=True)

    def _at(self, text: str, words: list[re.Match[str]], at: int) -> tuple[Occurrence | None, int]:
        for option in self._multi.get(words[at][0].lower(), ()):
            run = words[at : at + len(option)]
            if _fold(tuple(w[0] for w in run)) == option and _unbroken(text, run):
                term = self._by_words[option]
                return Occurrence(Span(run[0].start(), run[-1].end()), term.english, term), len(option)
        word = words[at]
        hit = self._word(word[0])
        if hit is None:
            return None, 1
        term, ending = hit
        english = _inflected(term, word[0], ending, text[max(0, word.start() - _LOOK_BACK) : word.start()])
        return Occurrence(Span(word.start(), word.end()), english, term), 1

    def _word(self, word: str) -> tuple[Term, str] | None:
        """The term behind a word; remembered, as an article says most of its words again."""
        try:
            return self._hits[word]
        except KeyError:
            if len(self._hits) >= _MOST_HITS:  # the shipped glossary outlives every article
                self._hits.clear()
            hit = self._hits[word] = self._found(word)
        return hit

    def _found(self, word: str) -> tuple[Term, str] | None:
        hit = self._simple(word) or self._ministry(word)
        if hit is None and word[0].isupper():
            hit = self._hyphenated(word) if "-" in word else self._compound(word, 0)
        return hit

    def _simple(self, word: str, kinds: frozenset[TermKind] | None = None) -> tuple[Term, str] | None:
        for cut in range(min(3, len(word) - 2) + 1):
            ending = word[len(word) - cut :]
            stem = word[: len(word) - cut]
            for form in (stem, stem.translate(_UMLAUTS)) if cut < 3 else (stem,):
                for key in (form, form.lower()):
                    term = self._single.get(key)
                    if term is None or (kinds and term.kind not in kinds) or ending not in _ENDINGS[term.kind]:
                        continue
                    if key != form and term.kind in _COUNTED:
                        continue
                    return term, ending or ("e" if form != stem else "")
        return None

    def _compound(self, word: str, depth: int) -> tuple[Term, str] | None:
        if depth > _DEEPEST:
            return None
        for cut in range(_SHORTEST_FIRST, len(word) - _SHORTEST_HEAD + 1):
            head = self._simple(word[cut:].capitalize(), _COUNTED)
            first = self._first(word[:cut], depth) if head else None
            if head and first:
                german = word[: len(word) - len(head[1])] if head[1] else word
                return Term(german, f"{first} {head[0].english}", head[0].kind), head[1]
        return None

    def _first(self, part: str, depth: int) -> str | None:
        for link in _LINKS:
            if not part.endswith(link) or len(part) - len(link) < _SHORTEST_FIRST:
                continue
            bare = part[: len(part) - len(link)] if link else part
            for form in (bare, bare + "e"):
                term = self._part_terms.get(form) or self._single.get(form)
                if term is not None and (term.kind in _PARTS or term.kind is TermKind.PART):
                    return term.english
        deeper = self._compound(part, depth + 1)
        return None if deeper is None else deeper[0].english

    def _hyphenated(self, word: str) -> tuple[Term, str] | None:
        first, _, head = word.rpartition("-")
        hit = self._word(head) if head[:1].isupper() else None
        if hit is None or hit[0].kind not in _COUNTED:
            return None
        left = " ".join(self._part(part) for part in first.split("-"))
        return Term(word, f"{left} {hit[0].english}", hit[0].kind), hit[1]

    def _part(self, part: str) -> str:
        term = self._single.get(part)
        return term.english if term is not None and term.kind in _PARTS else part

    def _ministry(self, word: str) -> tuple[Term, str] | None:
        match = _MINISTRY.fullmatch(word)
        field = match["field"].capitalize() if match else ""
        if match is None or field not in self._portfolios.keys() | self._us_portfolios.keys():
            return None
        ministry = match["what"].endswith("ium")
        ending = match["end"] or ""
        american = match["of"] == "US-" or (match["of"] is None and field in self._american_fields)
        if american and field in self._us_portfolios:
            english = _american(self._us_portfolios[field], ministry=ministry, named=match["of"] == "US-")
        else:
            whose = {"US-": "US ", "Bundes": "German ", "Vize": "Deputy ", "Landes": "State "}.get(
                match["of"] or "", ""
            )
            field_name = self._portfolios.get(field) or self._us_portfolios[field]
            english = f"{whose}{field_name} {'Ministry' if ministry else 'Minister'}"
        return Term(word, english, TermKind.BODY if ministry else TermKind.OFFICE), "" if ending == "s" else ending


def plural(english: str) -> str:
    """The plural of an English noun phrase, its head last or before " of "."""
    head, of, rest = english.partition(" of ")
    stem, _, last = head.rpartition(" ")
    if last in _SAME_PLURAL:
        many = last
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        many = last[:-1] + "ies"
    elif last.endswith(("man", "Man")):
        many = last[:-2] + "en"
    elif last.endswith(("s", "x", "ch", "sh")):
        many = last if last.endswith("s") else last + "es"
    else:
        many = last + "s"
    return f"{stem} {many}".strip() + of + rest


def _american(field: str, *, ministry: bool, named: bool) -> str:
    country = "US " if named else ""
    if ministry:
        return f"{country}{'Treasury Department' if field == 'Treasury' else f'Department of {field}'}"
    if field == "Justice":
        return f"{country}Attorney General"
    return f"{country}{'Secretary of State' if field == 'State' else f'{field} Secretary'}"


def _inflected(term: Term, surface: str, ending: str, before: str) -> str:
    """The English in the number of the German: told by the ending, or by the word before where that leaves it open."""
    if ending == "s" and term.kind in _POSSESSIVE:
        return f"{term.english}'s"
    if term.kind not in _COUNTED or ending == "es":
        return term.english
    if ending == "s":  # "des Hotels" and "Airlines": after a vowel and no genitive article it is a plural
        genitive = re.search(r"\b(?:des|eines|[a-zäöüß]+en)\s+$", before) or not term.german.endswith(tuple("aeiouy"))
        return term.english if genitive else plural(term.english)
    last = before.split()[-1].lower() if before.split() else ""
    if ending == "":
        same_in_plural = surface.endswith(("er", "en", "el"))
        many = same_in_plural and (
            _SEVERAL.search(before)
            or _bare_plural(term, last)
            or (last == "die" and surface.endswith("er") and term.kind is TermKind.OFFICE)
        )
        return plural(term.english) if many else term.english
    if last in _SINGULAR_BEFORE and ending in ("e", "en", "n"):
        return term.english
    return plural(term.english)


def _bare_plural(term: Term, before: str) -> bool:
    """Whether a countable noun stands without an article, after a verb or a preposition: "bestellt Radpanzer"."""
    return (is_verb(before) or before in PREPOSITIONS) and term.english.split()[-1] not in _UNCOUNTED


def _entry(term: Term) -> _Entry:
    words = tuple(_WORD.findall(term.german))
    return _Entry(term, words[0].lower() if words else "", _key(term.german, term.kind), _fold(words))


def _key(german: str, kind: TermKind) -> str:
    return german.lower() if kind is TermKind.PHRASE else german


def _fold(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.lower() for word in words)


def _unbroken(text: str, run: list[re.Match[str]]) -> bool:
    return all(not text[a.end() : b.start()].strip() for a, b in itertools.pairwise(run))


@functools.cache
def _shipped() -> tuple[tuple[Term, ...], dict[str, str], dict[str, str]]:
    terms: tuple[Term, ...] = ()
    portfolios: dict[str, str] = {}
    american: dict[str, str] = {}
    for path in sorted(_FOLDER.glob("*.toml")):
        more, fields, us_fields = _read(path)
        terms += more
        portfolios |= fields
        american |= us_fields
    return terms, portfolios, american


def _read(path: Path) -> tuple[tuple[Term, ...], dict[str, str], dict[str, str]]:
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as problem:
        raise UsageError(f"The glossary {path} can't be read: {problem.strerror or problem}.") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise UsageError(f"The glossary {path} is not valid TOML in UTF-8: {problem}.") from None
    fields, american = tables.pop("portfolio", {}), tables.pop("us_portfolio", {})
    senses = tables.pop("sense", [])
    try:
        return (*_plain(tables), *(_sense(sense) for sense in senses)), dict(fields), dict(american)
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise UsageError(
            f"The glossary {path} must hold tables named {', '.join(TermKind)} "
            f'with lines of "German" = "English": {problem}.'
        ) from None


def _plain(tables: Mapping[str, Mapping[str, str]]) -> Iterator[Term]:
    for kind, lines in tables.items():
        for german, english in lines.items():
            if not isinstance(english, str):
                raise TypeError(f"{german!r} has no English form")
            yield Term(german, english, TermKind(kind))


def _sense(line: Mapping[str, object]) -> Term:
    cues = line["cues"]
    if not isinstance(cues, list):
        raise TypeError("cues must be a list")
    return Term(str(line["de"]), str(line["en"]), TermKind(str(line.get("kind", "noun"))), tuple(map(str, cues)))
