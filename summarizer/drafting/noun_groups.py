"""Noun groups of a German clause: what stands between an article and its last noun, with the preposition before it.

Built while the words go by, from the lists in `german_words` and the rule that German writes nouns with a capital.
A group knows its preposition, its article, whether it is joined to the one before by "und" or a comma, and whether it
is a genitive that says whose the one before is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.data import Span
from summarizer.drafting.german_words import (
    ADJECTIVE,
    ADVERBS,
    ARTICLES,
    CONJUNCTIONS,
    GENITIVE,
    PREPOSITIONS,
    is_number_word,
    is_verb,
)
from summarizer.drafting.noun_cases import Case, cases

_TIMES = frozenset(
    ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
     "Dezember", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag", "Frühjahr", "Sommer",
     "Herbst", "Winter", "Jahresende", "Jahresbeginn"]
)  # fmt: skip
_ONLY_SUBJECT = frozenset({Case.NOMINATIVE})
_IN_NAMES = frozenset({"&", "/", "da", "de", "di", "del", "dos", "van", "bin", "ibn", "al", "el", "la"})
"""Signs and particles that hold a name together: "Riese & Müller", "Lula da Silva"."""
_QUOTES = frozenset('„“”"»«‚‘’')


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign."""

    text: str
    span: Span

    @property
    def is_noun(self) -> bool:
        """Whether it has a capital, as German nouns and names do."""
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class Group:
    """A noun group: what stands between its article and its last noun."""

    preposition: str | None
    article: str | None
    words: tuple[Token, ...]
    """Adjectives, numbers, nouns and names; without the article."""
    joined: bool = False
    """Joined to the group before it by a comma or "und": it has the same preposition and role."""
    genitive: bool = False
    """Says whose the group before it is."""

    @property
    def span(self) -> Span:
        """From its first word to its last, article and preposition not included."""
        return Span(self.words[0].span.start, self.words[-1].span.end)

    @property
    def may_be_subject(self) -> bool:
        """Whether preposition, article and gender leave open that it is in the nominative."""
        return self.preposition is None and not self.genitive and Case.NOMINATIVE in self.cases

    @property
    def is_subject(self) -> bool:
        """Whether it can be nothing else: "der Konzern", not "die Bank"."""
        return self.preposition is None and not self.genitive and self.cases == _ONLY_SUBJECT

    @property
    def may_be_dative(self) -> bool:
        """Whether article and gender leave open that it is in the dative."""
        return Case.DATIVE in self.cases

    @property
    def cases(self) -> frozenset[Case]:
        """The cases its article and its nouns leave open; the preposition is not asked."""
        return cases(self.article, (word.text for word in self.words if word.is_noun))

    @property
    def definite(self) -> bool:
        """Whether it takes up something already named."""
        return self.article in (
            "der",
            "die",
            "das",
            "den",
            "dem",
            "des",
            "dieser",
            "diese",
            "dieses",
            "diesem",
            "diesen",
        )


def noun_groups(tokens: Sequence[Token], quantities: Sequence[Span]) -> list[Group]:
    """The noun groups of a clause in reading order; a figure (``quantities``) opens a group of its own."""
    builder = _Builder()
    for at, token in enumerate(tokens):
        if token.text in _QUOTES:
            continue
        before = tokens[at - 1] if at else None
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if token.text[:1].isalnum() and any(token.span.overlaps(span) for span in quantities):
            within = before is not None and any(before.span.overlaps(span) for span in quantities)
            builder.add(token, opens=not within)
        else:
            _word(builder, token, before, following)
    builder.close()
    return builder.done


def _word(builder: _Builder, token: Token, before: Token | None, following: Token | None) -> None:
    """What one word that is no figure does to the group being built."""
    lower = token.text.lower() if before is None else token.text
    next_word = following.text if following else ""
    if token.text in _IN_NAMES and builder.open_noun and next_word[:1].isupper():
        builder.add(token, opens=False)
    elif lower == "bis" or (lower == "zu" and before is not None and before.text.lower() == "bis"):
        builder.close()
    elif lower == "an" and builder.since:
        builder.stop()
    elif lower in PREPOSITIONS and not (lower == "unter" and next_word == "anderem"):
        builder.preposition(lower, infinitive=is_verb(next_word))
    elif lower in ARTICLES:
        builder.article(lower)
    elif token.text in CONJUNCTIONS or token.text == ",":
        builder.join()
    elif is_number_word(lower):
        builder.add(token, opens=True)
    elif token.text[:1].isdigit() or (token.is_noun and not (before is None and lower in ADVERBS)):
        builder.add(token, opens=False)
    elif lower in ADVERBS and builder.waiting:
        return
    elif not (is_verb(lower) or lower in ADVERBS) and ADJECTIVE.fullmatch(lower) and next_word[:1].isalpha():
        builder.add(token, opens=True)
    else:
        builder.stop()


class _Builder:
    """Collects groups while the tokens go by."""

    def __init__(self) -> None:
        self.done: list[Group] = []
        self._words: list[Token] = []
        self._preposition: str | None = None
        self._article: str | None = None
        self._joined = False
        self._touching = False
        """Whether nothing but the genitive's article stood between this group and the one before."""

    def preposition(self, word: str, *, infinitive: bool) -> None:
        self.close()
        self._touching = False
        self._preposition = None if infinitive else word

    def article(self, word: str) -> None:
        if self._words:
            self.close()
        elif self._article is not None:
            self._touching = False
        self._article = word

    def join(self) -> None:
        self.close()
        self._joined = bool(self.done)
        self._touching = False

    @property
    def waiting(self) -> bool:
        """Whether a preposition or an article still wants its noun."""
        return not self._words and (self._preposition is not None or self._article is not None)

    @property
    def open_noun(self) -> bool:
        """Whether the last word of the group being read is a noun."""
        return bool(self._words) and self._words[-1].is_noun

    @property
    def since(self) -> bool:
        """Whether a date under "von" was just read, which "an" closes: "von Dezember 2027 an", "vom 1. März an"."""
        last = self._words[-1].text if self._words else ""
        dated = last.rstrip(".").isdigit() or last in _TIMES
        return self._preposition in ("von", "vom") and dated

    def add(self, token: Token, *, opens: bool) -> None:
        if opens and self._words and self._words[-1].is_noun:
            self.close()
        self._words.append(token)

    def stop(self) -> None:
        self.close()
        self._preposition = self._article = None
        self._joined = self._touching = False

    def _owns(self) -> bool:
        """Whether article and gender allow the genitive: "der Bank", not "der Konzern"."""
        nouns = (word.text for word in self._words if word.is_noun)
        return self._article in GENITIVE and Case.GENITIVE in cases(self._article, nouns)

    def close(self) -> None:
        noun = any(t.is_noun or t.text[:1].isdigit() or is_number_word(t.text) for t in self._words)
        if self._words and noun:
            first = self._words[0].text
            bare = self._article is None and first.endswith("er") and first[:1].islower() and not is_number_word(first)
            whose = self._touching and self._preposition is None and (bare or self._owns())
            joined = self._joined and (self._preposition is None)
            inherited = self.done[-1].preposition if joined and self.done else None
            genitive = whose and not joined
            preposition = self._preposition or inherited
            self.done.append(Group(preposition, self._article, tuple(self._words), joined, genitive))
            self._touching = True
            self._preposition = self._article = None
            self._joined = False
        elif self._words:
            self._preposition = self._article = None
        self._words = []
