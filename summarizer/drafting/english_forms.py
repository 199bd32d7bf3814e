"""English words brought to a stem by which their forms can be told as one: fell and falling, companies and company.

A stem here is no word of a dictionary, only what the forms share. To extend: a line in ``words/english.txt`` for a word
whose forms share too little.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path

from summarizer.drafting import verb_forms

_IRREGULAR = Path(__file__).with_name("words") / "english.txt"
_WORD = re.compile(r"[a-z]+")
_EMPTY_WORDS = "a an the to of be is are was were been for in on at by up out from with into its as it no not"
_EMPTY = frozenset(_EMPTY_WORDS.split())
"""Words that no meaning hangs on when a phrase of the lists is looked for."""
_ENDINGS = re.compile(r"(?:ations?|ments?|ings?|ied|ies|ers?|ed|es|ly|al|s|d|e|y)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_SAME = {verb: verb for verb in ("cut", "put", "set", "hit", "shut", "cost", "spread", "forecast", "quit", "shed")}
_SHORTEST = 3


@functools.lru_cache(maxsize=8192)
def stems(text: str) -> frozenset[str]:
    """The stems of the words of ``text`` that carry meaning."""
    return frozenset(stem(word) for word in _WORD.findall(text.lower().replace("-", "")) if word not in _EMPTY)


@functools.lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """What the forms of ``word`` share."""
    word = _irregular().get(word, word)
    while (ending := _ENDINGS.search(word)) and ending.start() >= _SHORTEST:
        word = word[: ending.start()]
    return word[:-1] if len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "ls" else word


def like(verb: str, german: str) -> str:
    """The English ``verb``, given in the plain form, in tense and number of a German finite form: "wies", rejected."""
    first, _, rest = verb.partition(" ")
    rest = f" {rest}" if rest else ""
    if first == "be":
        many, past = german.endswith("en"), _past(german)
        return (("were" if past else "are") if many else "was" if past else "is") + rest
    if _past(german):
        return _past_form(first) + rest
    if german.endswith("en"):
        return verb
    ending = "es" if first.endswith(("s", "sh", "ch", "x", "o")) else "s"
    return (f"{first[:-1]}ies" if _CONSONANT_Y.search(first) else first + ending) + rest


def _past(german: str) -> bool:
    return german.endswith(("te", "ten")) or not german.endswith(("t", "en", "e")) or german in _past_forms()


def _past_form(verb: str) -> str:
    if verb in _pasts():
        return _pasts()[verb]
    if _CONSONANT_Y.search(verb):
        return f"{verb[:-1]}ied"
    return f"{verb}d" if verb.endswith("e") else f"{verb}ed"


@functools.cache
def _past_forms() -> frozenset[str]:
    return verb_forms.changed_pasts()


@functools.cache
def _pasts() -> dict[str, str]:
    lines = (line.split() for line in _IRREGULAR.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {words[0]: words[1] for words in lines if len(words) > 1 and words[1].isalpha()} | _SAME


@functools.cache
def _irregular() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _IRREGULAR.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            base, *forms = line.split()
            found |= dict.fromkeys(forms, base)
    return found
