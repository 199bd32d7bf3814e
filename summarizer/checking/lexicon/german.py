"""German inflection undone: the base forms that a word may be an inflected form of, likeliest first.

The lexicon holds base forms only. A word is looked up by taking endings off, not by generating all forms: a few dozen
look-ups for a word never seen before cost less than holding tens of thousands of forms. The order matters: what takes
the least off comes first, so that "Spieler" is a player before it is a plural of "Spiel".

To extend: a class of plurals is one line of `_ENDINGS` (ending, what replaces it, whether the stem's umlaut goes).
"""

from __future__ import annotations

from collections.abc import Iterator

from summarizer.checking.lexicon import common

_ENDINGS: tuple[tuple[str, str, bool], ...] = (
    ("n", "", True),
    ("s", "", False),
    ("e", "", True),
    ("es", "", False),
    ("en", "", True),
    ("sse", "s", False),
    ("ssen", "s", False),
    ("sses", "s", False),
    # feminine forms, also as "Mitarbeiter:innen", "Mitarbeiter*innen", "MitarbeiterInnen"
    ("innen", "", True),
    ("innen", "e", True),
    ("in", "", True),
    ("in", "e", True),
    ("frauen", "mann", False),
    ("frau", "mann", False),
    ("männer", "mann", False),
    ("männern", "mann", False),
    ("leute", "mann", False),
    ("leuten", "mann", False),
    # foreign plurals: Firmen, Museen, Praktika, Stadien, Konten, Kriterien
    ("en", "a", False),
    ("en", "um", False),
    ("en", "o", False),
    ("en", "us", False),
    ("a", "um", False),
    ("ien", "ium", False),
    ("ien", "ion", False),
    ("ien", "ie", False),
    ("i", "o", False),
    ("ta", "", False),
)
_BY_LETTER: dict[str, list[tuple[str, str, bool]]] = {}
for _entry in _ENDINGS:
    _BY_LETTER.setdefault(_entry[0][-1], []).append(_entry)
_GENDER_SIGNS = str.maketrans("", "", "*:_·/")
_SHORTEST_STEM = 2


def _plain(stem: str) -> str | None:
    """The stem with its last umlaut undone; None where it has none."""
    for at in range(len(stem) - 1, -1, -1):
        if stem[at] in "äöü":
            return stem[:at] + "aou"["äöü".index(stem[at])] + stem[at + 1 :]
    return None


def _er_plurals(word: str) -> Iterator[str]:
    """The stem of a plural in -er (Häuser, Kindern): only of the nouns known to make it so."""
    for ending in ("er", "ern"):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            for base in (_plain(stem), stem):
                if base is not None and base.endswith(common.words("german er plurals")):
                    yield base


def _adjectival(word: str, adjectival: tuple[str, ...]) -> Iterator[str]:
    """The weak form that an adjectival noun is listed in: Verletzter, Verletzten, Neugeborenes."""
    if word.endswith(("er", "en", "es", "em")) and (weak := word[:-1]).endswith(adjectival):
        yield weak


def base_forms(word: str, adjectival: tuple[str, ...] = ()) -> Iterator[str]:
    """Base forms that the lower-case ``word`` may belong to, the least changed first; may repeat itself.

    ``adjectival`` are the nouns declined as adjectives, in the weak form (Verletzte), that a word may end with.
    """
    if not word.isalpha():
        word = word.translate(_GENDER_SIGNS)
    yield word
    yield from _adjectival(word, adjectival)
    if (plain := _plain(word)) is not None and not word.endswith("in"):
        yield plain
    yield from _er_plurals(word)
    for ending, instead, umlaut in _BY_LETTER.get(word[-1:], ()):
        if not word.endswith(ending) or len(word) - len(ending) < _SHORTEST_STEM:
            continue
        stem = word[: -len(ending)]
        yield stem + instead
        if umlaut and (plain := _plain(stem)) is not None:
            yield plain + instead
