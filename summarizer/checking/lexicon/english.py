"""English inflection undone: the singulars that a word may be a form of, likeliest first.

As for German, endings come off at look-up. American spelling is brought to the British one of the word list, and
"-man", "-woman" and "-person" words are read as one another.

To extend: an irregular plural is one entry of `_IRREGULAR`, a spelling class one line of `_SPELLINGS`.
"""

from __future__ import annotations

from collections.abc import Iterator

_IRREGULAR = {
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "teeth": "tooth",
    "geese": "goose",
    "mice": "mouse",
    "oxen": "ox",
    "lives": "life",
    "wives": "wife",
    "knives": "knife",
    "loaves": "loaf",
    "halves": "half",
    "thieves": "thief",
    "leaves": "leaf",
    "wolves": "wolf",
    "calves": "calf",
    "shelves": "shelf",
    "crises": "crisis",
    "analyses": "analysis",
    "bases": "base",
    "criteria": "criterion",
    "phenomena": "phenomenon",
    "media": "medium",
    "alumni": "alumnus",
    "dice": "die",
    "passers-by": "passer-by",
}
_ENDINGS: tuple[tuple[str, str], ...] = (
    ("s", ""),
    ("ies", "y"),
    ("es", ""),
    ("ves", "f"),
    ("ves", "fe"),
    ("men", "man"),
    ("women", "woman"),
    ("children", "child"),
    ("people", "person"),
    ("wives", "wife"),
)
_SPELLINGS: tuple[tuple[str, str], ...] = (
    ("or", "our"),
    ("er", "re"),
    ("am", "amme"),
    ("ense", "ence"),
    ("zation", "sation"),
    ("iler", "iller"),
    ("eler", "eller"),
    ("log", "logue"),
)
_SEXES: tuple[tuple[str, str], ...] = (
    ("woman", "man"),
    ("person", "man"),
    ("ess", ""),
)
_SHORTEST_STEM = 2


def _singulars(word: str) -> Iterator[str]:
    yield word
    if irregular := _IRREGULAR.get(word):
        yield irregular
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            yield word[: -len(ending)] + instead


def base_forms(word: str) -> Iterator[str]:
    """Singular forms that the case-folded ``word`` may belong to, the least changed first; may repeat itself."""
    for possessive in ("'s", "’s", "'", "’"):
        if word.endswith(possessive):
            word = word[: -len(possessive)]
            break
    singulars = list(_singulars(word))
    yield from singulars
    for single in singulars:
        for ending, instead in (*_SPELLINGS, *_SEXES):
            if single.endswith(ending):
                yield single[: -len(ending)] + instead
        if "our" in single or "or" in single:
            yield single.replace("our", "or") if "our" in single else single.replace("or", "our")
