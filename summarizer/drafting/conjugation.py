"""The forms of a German verb from its principal parts, so that a table of verbs lists each verb once.

"ab|stoßen stößt stieß gestoßen": the bar parts off what stands at the end of a main clause ("stößt … ab") and inside
the participle ("abgestoßen"). A weak verb is its infinitive alone; "-ieren" and the prefixes that never part take no
"ge-". Person and mood are those of news: third person, infinitive, participle, and the mood of reported speech.
"""

from __future__ import annotations

from dataclasses import dataclass

_FIXED = ("be", "ge", "er", "ver", "zer", "ent", "emp", "miss", "über", "unter", "wider")
_AFTER_E = ("t", "d", "chn", "ffn", "gn", "dm", "tm")
"""Stems that take an "e" before "t": "mietet", "zeichnet"."""


@dataclass(frozen=True, slots=True)
class Forms:
    """How a verb is written, by where it stands."""

    prefix: str
    """What stands at the end of a main clause; empty if nothing does."""
    finite: frozenset[str]
    """In a main clause, ``prefix`` apart."""
    joined: frozenset[str]
    """At the end of a clause, ``prefix`` and all: infinitives, participles, what a subordinate clause ends with."""
    participle: str

    @property
    def words(self) -> frozenset[str]:
        """Every form that is a word of its own."""
        return self.joined | self.finite


def forms(parts: str) -> Forms:
    """The forms of a verb given as infinitive, present, past and participle, or as infinitive alone if it is weak.

    >>> sorted(forms("ab|kaufen").joined)[:3]
    ['abgekauft', 'abkaufe', 'abkaufen']
    """
    first, *strong = parts.split()
    prefix, _, infinitive = first.rpartition("|")
    stem = infinitive[:-2] if infinitive.endswith("en") else infinitive[:-1]
    if strong:
        present, past, participle = strong
        pasts = {past, past + ("n" if past.endswith("e") else "en")}
    else:
        link = "e" if stem.endswith(_AFTER_E) else ""
        present, past = f"{stem}{link}t", f"{stem}{link}te"
        pasts = {past, f"{past}n"}
        plain = infinitive.startswith(_FIXED) or infinitive.endswith("ieren")
        participle = f"{'' if plain else 'ge'}{stem}{link}t"
    finite = frozenset({present, infinitive, f"{stem}e", *pasts})
    joined = {prefix + form for form in finite} | {
        prefix + participle,
        f"{prefix}zu{infinitive}" if prefix else participle,
    }
    return Forms(prefix, finite, frozenset(joined), prefix + participle)
