"""One key for one name, however German and English write it: Tokajew and Tokayev, Schoigu and Shoigu.

German and English take names over from Russian, Arabic, Chinese or Persian by their own sound: tsch is ch, sch is sh,
ch is kh, j is y, dsch is j, w is v, s is z. `romanised_key` maps each group of letters that stands for one sound in
either language to one letter, drops doubled letters, and reduces a run of vowels to its first real one: the glides
(-ijoje-, -iyoye-) are where the spellings part. Names written alike in both languages stay alike. What the key doesn't
catch, `similar` does: two keys a letter or two apart with the same consonants.

To extend: a sound is one entry of `_SOUNDS` (the longest group first), and a pair in
``tests/cases/lexicon/names.toml``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from summarizer.checking.late import late

_SOUNDS = {
    "schtsch": "6",
    "shch": "6",
    "dsch": "i",
    "tsch": "k",
    "tch": "k",
    "sch": "s",
    "zh": "s",
    "sh": "s",
    "dj": "i",
    "ch": "k",
    "kh": "k",
    "ck": "k",
    "gh": "g",
    "dh": "d",
    "th": "t",
    "ph": "f",
    "rh": "r",
    "bh": "b",
    "ts": "s",
    "tz": "s",
    "cz": "k",
    "qu": "kv",
    "ou": "u",
    "oo": "u",
    "ae": "a",
    "oe": "o",
    "ue": "u",
    "c": "k",
    "q": "k",
    "z": "s",
    "w": "v",
    "j": "i",
    "y": "i",
    "x": "ks",
}
_SOUND = late("|".join(_SOUNDS))
_TWIN = late(r"([a-z0-9])\1+")
_VOWELS = late(r"[aeiou]{2,}")
_ENDING = late(r"(?:[ieoj]?[eo](?:v|ff|f))(a?)$")
_PLAIN = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "œ": "oe", "æ": "ae"})
_SHORT, _MIDDLE, _LONG = 5, 7, 10
FURTHEST = 3
"""By how many letters two keys that are `similar` may differ at most."""


def _one_vowel(run: re.Match[str]) -> str:
    """The first vowel of a run that is more than a glide."""
    vowels = run[0].strip("i")
    return vowels[0] if vowels else "i"


@lru_cache(maxsize=1 << 14)
def romanised_key(word: str) -> str:
    """One lower-case key for the German and the English spelling of one name; empty where no letter is left."""
    folded = word.lower()
    if not folded.isascii():
        folded = unicodedata.normalize("NFKD", folded.translate(_PLAIN))
        folded = "".join(sign for sign in folded if not unicodedata.combining(sign))
    key = _SOUND.sub(lambda found: _SOUNDS[found[0]], folded)
    key = _VOWELS.sub(_one_vowel, _TWIN.sub(r"\1", key))
    key = _ENDING.sub(r"ev\1", key)
    return key[:-1] if key.endswith("h") and len(key) > 2 else key


def skeleton(key: str) -> str:
    """The consonants of a key, with a mark for a vowel at its start."""
    bare = key.translate(_NO_VOWELS)
    return "a" + bare if key[:1] in "aeiou" else bare


_NO_VOWELS = str.maketrans("", "", "aeiou")


def _within(one: str, other: str, limit: int) -> bool:
    """Whether at most ``limit`` letters must be put in, left out or changed to make one of the other."""
    if abs(len(one) - len(other)) > limit:
        return False
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        previous, row[0] = row[0], at
        for to, theirs in enumerate(other, 1):
            previous, row[to] = row[to], min(row[to] + 1, row[to - 1] + 1, previous + (letter != theirs))
        if min(row) > limit:
            return False
    return row[-1] <= limit


@lru_cache(maxsize=1 << 14)
def similar(one: str, other: str) -> bool:
    """Whether two keys are near enough to be one name: equal, or a letter or two apart and of one skeleton.

    The longer the name, the more may differ: nothing under five letters, one letter under ten and then two; of the same
    consonants one more.
    """
    if one == other:
        return True
    shorter = min(len(one), len(other))
    if shorter < _SHORT or skeleton(one)[:1] != skeleton(other)[:1]:
        return False
    limit = 1 if shorter < _LONG else 2
    if skeleton(one) == skeleton(other) and shorter >= _MIDDLE:
        limit += 1
    return _within(one, other, limit)
