"""Where a party is from: told when the English loses it, and put back where German ties it to a name.

A small model drops "aus Chile" and "chilenische" beside a name more readily than anything else, try after try, while
whose firm it is is what a reader of deals asks first. What stands right beside a name in German can be put right beside
that name in English without a model. To extend: a line in `_COUNTRIES` for a demonym whose country begins otherwise.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from summarizer.drafting.terms import Occurrence, TermKind

_PLACES = frozenset({TermKind.COUNTRY, TermKind.PLACE})
_ALSO = {
    "United States": r"\bus(?:a)?\b|american",
    "United Kingdom": r"\buk\b|britain|british",
    "United Nations": r"\bun\b",
    "European Union": r"\beu\b",
    "Bundesrat": "federal council|upper house",
}
"""Other names of bodies and countries, as `fold` leaves them."""
_COUNTRIES = {
    "American": r"\bus(?:a)?\b|united states",
    "British": r"\buk\b|united kingdom",
    "Danish": r"\bdenmark|\bdanes?\b",
    "Dutch": r"\bnetherlands|\bholland",
    "Emirati": r"\buae\b",
    "English": r"\bengland|\bbritish|\bbritain",
    "European": r"\beu\b",
    "French": r"\bfrance",
    "Irish": r"\bireland",
    "Polish": r"\bpoland|\bpoles?\b",
    "Spanish": r"\bspain|\bspaniards?\b",
    "Swiss": r"\bswitzerland",
    "US": r"\bus\b|american|united states",
}
"""What else says where someone is from."""
_LETTERS = 5
_DEMONYM_LETTERS = 4
_FROM = re.compile(r"\s+aus\s+(?:der |dem |den )?$")
_ARTICLE = re.compile(r"(?i)\ban? $")


def fold(text: str) -> str:
    """``text`` in plain small letters, without accents and signs; hyphens part words."""
    flat = unicodedata.normalize("NFKD", text.lower())
    return re.sub(r"[^a-z0-9+ ]", "", "".join(c for c in flat if not unicodedata.combining(c)).replace("-", " "))


def lost(source: str, terms: Sequence[Occurrence], plain: str) -> Iterator[Occurrence]:
    """Countries, places, bodies and demonyms among the ``terms`` of ``source`` that ``plain``, folded, lacks."""
    for term in terms:
        english = term.term.english
        if term.term.kind in _PLACES | {TermKind.BODY}:
            if fold(term.english.removesuffix("'s"))[:_LETTERS] in plain:
                continue
            if not (english in _ALSO and re.search(_ALSO[english], plain)):
                yield term
        elif _demonym(source, term):
            start = fold(english.split()[-1])[:_DEMONYM_LETTERS]
            if not re.search(rf"\b{start}", plain) and not re.search(_COUNTRIES.get(english, "(?!)"), plain):
                yield term


def restored(source: str, terms: Sequence[Occurrence], names: Sequence[str], english: str) -> str:
    """``english`` with what it lost of where the ``names`` are from, as far as German says it right beside a name.

    A name that the English has twice, or not at all, or behind "a", stays as it is: there the place is not certain.
    """
    for term in lost(source, terms, fold(english)):
        if term.term.kind is TermKind.BODY:
            continue
        behind = source[term.span.end :].lstrip()
        ahead = _FROM.sub("", source[: term.span.start])
        for name in sorted(names, key=len, reverse=True):
            found = list(re.finditer(rf"(?<!\w){re.escape(name)}(?!\w|['’]s)", english))
            if len(found) != 1:
                continue
            at = found[0]
            before = english[: at.start()]
            if term.term.kind in _PLACES:
                if ahead != source[: term.span.start] and ahead.endswith(name):
                    english = f"{english[: at.end()]} from {term.english}{english[at.end() :]}"
                    break
            elif behind.startswith(name) and not _ARTICLE.search(before):
                english = f"{before}{term.english} {english[at.start() :]}"
                break
    return english


def _demonym(source: str, term: Occurrence) -> bool:
    """Whether a term is an adjective of a country or people; in a name ("Deutsche Bank") it is written large."""
    small = term.span.of(source)[:1].islower()
    return term.term.kind is TermKind.ADJECTIVE and small and term.term.english[:1].isupper()
