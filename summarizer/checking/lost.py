"""German nouns whose English a translation lacks, as far as the lexicon of counted nouns knows both.

No verdict is made of it: a translator may say "it" or use a word the lexicon doesn't hold. It is a measure by which
the better of several wordings can be told, and a reason that a model understands.
"""

from __future__ import annotations

from summarizer.checking.late import late
from summarizer.checking.lexicon import nouns

_NOUN = late(r"(?<![\w-])[A-ZÄÖÜ][a-zäöüß]{2,}(?:-[A-ZÄÖÜ]?[a-zäöüß]+)*\b")
_WORD = late(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def lost_nouns(german: str, english: str) -> tuple[str, ...]:
    """The nouns of ``german`` that the lexicon holds and none of whose English words stands in ``english``.

    Peoples and countries are no nouns here ("Polen" is Poland, too): they are looked for as names.
    """
    words = [word.lower() for word in _WORD.findall(english)]
    said: set[str] = set()
    for at, word in enumerate(words):
        said |= nouns.concepts(word, "en")
        if at:
            said |= nouns.concepts(f"{words[at - 1]} {word}", "en")
    found = []
    for match in _NOUN.finditer(german):
        known = nouns.concepts(match[0], "de")
        if known and known.isdisjoint(said) and not nouns.national(known):
            found.append(match[0])
    return tuple(dict.fromkeys(found))
