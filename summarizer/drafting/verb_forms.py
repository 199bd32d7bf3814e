"""Every form a German verb of the word list takes in the news, made by rule: wies, zurückwies, zurückzuweisen.

Forms of the third person and those without person are enough for news. A verb whose stem changes follows its root
(``words/strong.txt``); its regular forms are made as well, since some roots have both and a form that is none is never
looked up. A table may give a verb by its principal parts instead (`forms`): "ab|stoßen stößt stieß gestoßen", where the
bar parts off what ends a main clause ("stößt … ab"); a weak verb is its infinitive alone.

To extend: a line in ``words/strong.txt``.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_STRONG = Path(__file__).with_name("words") / "strong.txt"
_UNSTRESSED = ("be", "emp", "ent", "er", "ge", "hinter", "miss", "über", "um", "unter", "ver", "voll", "wider", "zer")
"""Prefixes that never part from their verb, or not where the list has no bar behind them; no "ge" in the participle."""
_UMLAUT = str.maketrans("aou", "äöü")
_ADJECTIVE = ("", "e", "en", "er", "es", "em")
_DENTAL = ("d", "t", "chn", "ffn", "gn", "dn", "tm", "dm")


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
    stem = _stem(infinitive)
    if strong:
        present, past, participle = strong
        pasts = {past, past + ("n" if past.endswith("e") else "en")}
    else:
        link = "e" if stem.endswith(_DENTAL) else ""
        present, past = f"{stem}{link}t", f"{stem}{link}te"
        pasts = {past, f"{past}n"}
        participle = _weak_participle(infinitive)
    finite = frozenset({present, infinitive, f"{stem}e", *pasts})
    joined = {prefix + form for form in finite} | {
        prefix + participle,
        f"{prefix}zu{infinitive}" if prefix else participle,
    }
    return Forms(prefix, finite, frozenset(joined), prefix + participle)


def finite(root: str) -> frozenset[str]:
    """The forms with person of a verb without a separable prefix, in the third person."""
    stem = _stem(root)
    soft = "e" if stem.endswith(_DENTAL) else ""
    made = {root, f"{stem}e", f"{stem}{soft}t", f"{stem}{soft}te", f"{stem}{soft}ten"}
    for prefix, past, _, present in _strong(root):
        weak_past = past.endswith("te")
        made |= {prefix + past, prefix + past + ("n" if weak_past else "en")}
        if present:
            made.add(prefix + present)
        if not weak_past:
            changed = past.translate(_UMLAUT)
            made |= {f"{prefix}{changed}e", f"{prefix}{changed}en"}
    return frozenset(made)


def impersonal(root: str, prefix: str) -> frozenset[str]:
    """Infinitive, infinitive with "zu", both participles in every ending; ``prefix`` is separable or empty."""
    made = {prefix + root, f"{prefix}zu{root}"} if prefix else {root}
    made |= {f"{prefix}{root}d{ending}" for ending in _ADJECTIVE}
    for participle in _participles(root):
        made |= {prefix + participle + ending for ending in _ADJECTIVE}
    return frozenset(made)


def changed_pasts() -> frozenset[str]:
    """Past forms of the roots whose stem changes, in both numbers: ging, gingen."""
    pasts = [past for past, _, _ in _roots().values()]
    return frozenset(pasts) | {past + ("n" if past.endswith("te") else "en") for past in pasts}


def _stem(root: str) -> str:
    return root.removesuffix("en") if root.endswith("en") else root.removesuffix("n")


def _participles(root: str) -> Iterator[str]:
    yield _weak_participle(root)
    for prefix, _, participle, _ in _strong(root):
        yield prefix + participle.removeprefix("ge") if prefix else participle


def _weak_participle(root: str) -> str:
    stem = _stem(root)
    bare = root.endswith("ieren") or root.startswith(_UNSTRESSED)
    return f"{'' if bare else 'ge'}{stem}{'e' if stem.endswith(_DENTAL) else ''}t"


def _strong(root: str) -> Iterator[tuple[str, str, str, str | None]]:
    """Unstressed prefix, past, participle and third person of the changing root that ``root`` ends with."""
    for infinitive, (past, participle, present) in _roots().items():
        if root == infinitive:
            yield "", past, participle, present
        elif root.endswith(infinitive) and root.removesuffix(infinitive) in _UNSTRESSED:
            yield root.removesuffix(infinitive), past, participle, present


@functools.cache
def _roots() -> dict[str, tuple[str, str, str | None]]:
    found: dict[str, tuple[str, str, str | None]] = {}
    for line in _STRONG.read_text(encoding="utf-8").splitlines():
        parts = line.split()
        if parts and not line.startswith("#"):
            found[parts[0]] = (parts[1], parts[2], parts[3] if len(parts) > 3 else None)
    return found
