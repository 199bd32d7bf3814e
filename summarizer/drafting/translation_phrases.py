"""The thing that a deal is about, in English: a noun for a noun, or by the lists where the model gives none.

Asked for two words without a sentence around them, a small model answers with whatever comes to it: "Fähren" came back
as "to run". The lists know most nouns of the news; an answer that has nothing of what they say is refused, asked for
once more with the nouns put in, and in the end written by rule. An answer about a noun that no list knows is taken.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.data import Span
from summarizer.drafting import english_forms
from summarizer.drafting.caller import Caller
from summarizer.drafting.pinning import pin
from summarizer.drafting.terms import Glossary, Occurrence, plural
from summarizer.drafting.translate import tidy
from summarizer.drafting.vocabulary import Known, WordKind, known

_ROOM = 40
_VERB = re.compile(r"(?i)^to (?!the\b|an?\b)")
_SMALL = {
    "für": "for", "von": "of", "vom": "of the", "aus": "from", "und": "and", "mit": "with", "im": "in the", "in": "in",
    "der": "of the", "des": "of the", "die": "the", "das": "the", "den": "the", "dem": "the", "eine": "a", "ein": "a",
    "einer": "of a", "eines": "of a", "einen": "a", "einem": "a", "zum": "for the", "zur": "for the", "oder": "or",
}  # fmt: skip
_MANY = ("e", "en", "n", "er", "ern", "nen", "se", "innen", "s")
_SAME_IN_PLURAL = ("er", "en", "el")


def translate_phrase(caller: Caller, phrase: str, glossary: Glossary) -> str:
    """A short English noun phrase for a German one, never a verb. Raises `ModelError`."""
    terms = glossary.occurrences(phrase)
    nouns = _nouns(phrase, terms)
    english = _asked(caller, phrase, pin(phrase, 0, terms, ()).text)
    if sound(english, nouns):
        return english
    told = _with(phrase, terms, nouns)
    again = _asked(caller, phrase, told)
    return again if nouns and sound(again, nouns) else _by_rule(phrase, terms, nouns) or told


def sound(english: str, nouns: Sequence[Known]) -> bool:
    """Whether ``english`` is no verb and says each of ``nouns``, or at least a part of it, in words of the lists."""
    if not english or _VERB.match(english):
        return False
    said = english_forms.stems(english)
    return all(any(english_forms.stems(words) & said for words in noun.english) for noun in nouns)


def _asked(caller: Caller, phrase: str, text: str) -> str:
    return tidy(caller.write("translate_phrase", _ROOM, phrase=text), phrase).rstrip(".")


def _nouns(phrase: str, terms: Sequence[Occurrence]) -> tuple[Known, ...]:
    """The nouns that the lists know and the glossary has not put in already."""
    return tuple(
        word
        for word in known(phrase)
        if word.kind is WordKind.NOUN and not any(word.span.overlaps(term.span) for term in terms)
    )


def _with(phrase: str, terms: Sequence[Occurrence], nouns: Sequence[Known]) -> str:
    """``phrase`` with what the glossary and the lists know in it in English."""
    parts = [(term.span, term.english) for term in terms] + [(noun.span, _counted(noun, phrase)) for noun in nouns]
    return _put_in(phrase, parts)


def _put_in(phrase: str, parts: Sequence[tuple[Span, str]]) -> str:
    for span, words in sorted(parts, reverse=True):
        phrase = phrase[: span.start] + words + phrase[span.end :]
    return phrase


def _by_rule(phrase: str, terms: Sequence[Occurrence], nouns: Sequence[Known]) -> str:
    """Word for word where all words are known; else the first noun alone, which in German is the thing itself."""
    parts = [(term.span, term.english) for term in terms] + [(noun.span, _counted(noun, phrase)) for noun in nouns]
    parts += [(w.span, w.english[0]) for w in known(phrase) if w.kind is WordKind.WORD and not _taken(w.span, parts)]
    for match in re.finditer(r"[^\W\d_]+", phrase):
        span = Span(*match.span())
        if not _taken(span, parts):
            if match[0] not in _SMALL:
                return _counted(nouns[0], phrase) if nouns else ""
            parts.append((span, _SMALL[match[0]]))
    return re.sub(r"^of (?=the|a\b)", "", _put_in(phrase, parts))


def _taken(span: Span, parts: Sequence[tuple[Span, str]]) -> bool:
    return any(span.overlaps(other) for other, _ in parts)


def _counted(noun: Known, phrase: str) -> str:
    """The first English of a noun, in the number of its German form."""
    form, english = noun.span.of(phrase), noun.english[0]
    ending = form.removeprefix(noun.german)
    bare = form == noun.german and form.endswith(_SAME_IN_PLURAL) and noun.span.start == 0
    genitive = ending in ("s", "es") and re.search(r"\b(?:des|eines)\b", phrase[: noun.span.start])
    return plural(english) if (ending in _MANY and not genitive) or bare else english
