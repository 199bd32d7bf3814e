"""Verbs that report a deal, and who stands where beside them: the table that `deal_by_verb` reads by.

A line says what the subject is, what the object is (a thing, or a party: "X beauftragt Y"), behind which prepositions
the other side stands, and what must be there for the verb to report a deal at all: "liefert" alone reports none,
"liefert der Bundeswehr 120.000 Granaten" does. To add a verb, add its forms to a line, or a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from summarizer.data import DealKind, Role


class Need(Enum):
    """What must stand beside a verb."""

    GOODS = auto()
    """Something counted or measured, or a thing the glossary knows."""
    QUANTITY = auto()
    OTHER = auto()
    """A party on the other side."""
    MONEY = auto()
    TWO = auto()
    """Two parties on one side."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How a verb tells a deal."""

    verbs: re.Pattern[str]
    kind: DealKind
    noun: str
    """What such a deal is called in English."""
    subject: Role
    other: Role | None = None
    """Of the party behind ``behind``, of a dative, and of the object where that is a party."""
    behind: frozenset[str] = field(default_factory=frozenset)
    dative: bool = False
    party_object: bool = False
    matter: frozenset[str] = field(default_factory=frozenset)
    """Prepositions that bring in what it is about."""
    prefix: str = ""
    """A part of the verb that stands at the end of the clause: "schafft … an"."""
    needs: tuple[frozenset[Need], ...] = ()
    """One of these must be there in full; none: nothing."""
    object_word: re.Pattern[str] | None = None
    """What the object must be, if only some make it a deal: "sichert sich die Rechte"."""
    matter_word: re.Pattern[str] | None = None
    """The same for what stands behind ``matter``: "verhandelt über die Lieferung"."""
    word: re.Pattern[str] | None = None
    """What must stand somewhere in the clause: "sich", "künftig"."""
    seeds: bool = False
    """Whether less than ``needs`` may still become a deal by what later sentences tell."""
    hedge: str = ""
    """What a reader must know of such a deal."""
    says_sold: bool = False
    """Whether the object may be a firm that changes hands."""


def _any(*needs: Need | tuple[Need, ...]) -> tuple[frozenset[Need], ...]:
    return tuple(frozenset(n if isinstance(n, tuple) else (n,)) for n in needs)


_FROM = frozenset({"bei", "beim", "von", "vom"})
_TO = frozenset({"an", "ans"})
_WITH = frozenset({"mit"})
_IN = frozenset({"in"})
_HAS_IT_BUILT = re.compile(
    r"\b(?:lässt|lassen|ließ(?:en)?)\b.*\b\w*(?:bauen|wickeln|richten|fertigen|modernisieren|stellen|warten|betreiben|reinigen|sanieren|liefern|rüsten)$|\b(?:lässt"
    r"|ließ)\b.*\bbauen$"
    r"|\w+en lassen$"
)
_ONESELF = re.compile(r"\bsich\b")
_FROM_NOW = re.compile(r"\b(?:künftig|zukünftig|wollen|will|werden|wird|ab sofort|vereinbart|gemeinsam|haben)\b")
_N, _R, _K = Need, Role, DealKind

FRAMES: tuple[Frame, ...] = (
    Frame(
        re.compile(r"(?:nach)?bestell(?:en|t|te|ten)|(?:ge)?order(?:n|t|te|ten)|nachzubestellen"),
        _K.ORDER, "order", _R.BUYER, _R.SELLER, _FROM, needs=_any(_N.GOODS, _N.OTHER, _N.MONEY), seeds=True,
    ),
    Frame(
        re.compile(
            r"(?:ein|an|auf|zu)?(?:ge)?kauf(?:en|t|te|ten)|(?:auf|zu|an)zukaufen|erwerben|erwirbt|erwarb(?:en)?"
            r"|erworben"
            r"|(?:an|be)(?:ge)?schaff(?:en|t|te|ten)|anzuschaffen"
        ),
        _K.PURCHASE, "purchase", _R.BUYER, _R.SELLER, _FROM, needs=_any(_N.GOODS, _N.OTHER, _N.MONEY), says_sold=True,
        seeds=True,
    ),
    Frame(
        re.compile(r"schaff(?:t|en|te|ten)"), _K.PURCHASE, "purchase", _R.BUYER, _R.SELLER, _FROM, prefix="an",
        needs=_any(_N.GOODS, _N.OTHER, _N.MONEY),
    ),
    Frame(
        re.compile(r"(?:ge)?leas(?:en|t|te|ten)|(?:an)?(?:ge)?miete(?:n|t|te|ten)"), _K.OTHER, "lease", _R.BUYER,
        _R.SELLER, _FROM, needs=_any(_N.QUANTITY, _N.OTHER, _N.MONEY),
    ),
    Frame(
        re.compile(r"verkauf(?:en|t|te|ten)|veräußer(?:n|t|te|ten)"), _K.PURCHASE, "sale", _R.SELLER, _R.BUYER, _TO,
        dative=True, needs=_any(_N.OTHER), says_sold=True,
    ),
    Frame(
        re.compile(r"(?:ge)?trenn(?:en|t|te|ten)"), _K.PURCHASE, "sale", _R.SELLER, matter=frozenset({"von", "vom"}),
        matter_word=re.compile(
            r"\w*(?:geschäfts?|tochter|töchter|sparte|werk|anteile?n?|beteiligung(?:en)?|bereich|fabrik|marke|netz)",
            re.IGNORECASE),
    ),
    Frame(
        re.compile(r"g(?:ibt|eben|ab|aben)"), _K.PURCHASE, "sale", _R.SELLER, _R.BUYER, _TO, prefix="ab",
        needs=_any(_N.OTHER), says_sold=True,
    ),
    Frame(
        re.compile(r"(?:aus)?(?:ge)?liefer(?:n|t|te|ten)"), _K.PURCHASE, "supply", _R.SELLER, _R.BUYER, _TO | {"für"},
        dative=True, needs=_any((_N.OTHER, _N.QUANTITY), (_N.OTHER, _N.MONEY)), seeds=True,
    ),
    Frame(
        re.compile(
            r"bauen|entwickeln|errichten|fertigen|modernisieren|herstellen|umbauen|warten|betreiben|reinigen|sanieren"
        ), _K.ORDER, "order",
        _R.BUYER, _R.SELLER, _FROM | {"durch"}, word=_HAS_IT_BUILT,
        needs=_any(_N.GOODS, _N.OTHER, _N.QUANTITY, _N.MONEY), seeds=True,
    ),
    Frame(
        re.compile(r"(?:ge)?bau(?:en|t|te|ten)|errichte(?:n|t|te|ten)|(?:ge)?fertig(?:en|t|te|ten)|produzier(?:en|t|te|ten)"
                   r"|entwickel(?:n|t|te|ten)|modernisier(?:en|t|te|ten)"),
        _K.ORDER, "order", _R.SELLER, _R.BUYER, frozenset({"für"}),
        needs=_any((_N.OTHER, _N.QUANTITY), (_N.OTHER, _N.MONEY)),
    ),
    Frame(
        re.compile(r"beauftrag(?:en|t|te|ten)"), _K.ORDER, "order", _R.BUYER, _R.SELLER, party_object=True,
        matter=_WITH, needs=_any(_N.OTHER),
    ),
    Frame(
        re.compile(r"bezieh(?:t|en)|bezog(?:en)?|abnehmen|abzunehmen|abgenommen"), _K.PURCHASE, "offtake", _R.BUYER,
        _R.SELLER, frozenset({"von", "vom", "bei", "beim", "aus"}), needs=_any(_N.OTHER),
    ),
    Frame(
        re.compile(r"n(?:immt|ehmen|ahm|ahmen)"), _K.PURCHASE, "offtake", _R.BUYER, _R.SELLER,
        frozenset({"von", "vom", "aus"}), prefix="ab", needs=_any((_N.OTHER, _N.QUANTITY)),
    ),
    Frame(
        re.compile(r"investier(?:en|t|te|ten)|zu investieren|steck(?:en|t|te|ten)"), _K.INVESTMENT, "investment",
        _R.INVESTOR, matter=_IN, needs=_any(_N.MONEY),
    ),
    Frame(
        re.compile(r"(?:ge)?förder(?:n|t|te|ten)|unterstütz(?:en|t|te|ten)|bezuschuss(?:en|t|te|ten)"), _K.OTHER,
        "public funding", _R.INVESTOR, _R.PARTNER, frozenset({"von", "vom"}), needs=_any(_N.MONEY),
    ),
    Frame(
        re.compile(r"stell(?:t|en|te|ten)"), _K.OTHER, "funding", _R.INVESTOR, _R.PARTNER, frozenset({"für"}),
        prefix="bereit", dative=True, needs=_any((_N.MONEY, _N.OTHER)),
    ),
    Frame(
        re.compile(r"bereitgestellt|bereitstellen|bereitzustellen"), _K.OTHER, "funding", _R.INVESTOR, _R.PARTNER,
        frozenset({"für"}), dative=True, needs=_any((_N.MONEY, _N.OTHER)),
    ),
    Frame(
        re.compile(r"lizenzier(?:en|t|te|ten)|einlizenzier(?:en|t|te|ten)"), _K.LICENCE, "licence", _R.BUYER, _R.SELLER,
        _FROM, needs=_any(_N.OTHER),
    ),
    Frame(
        re.compile(r"(?:ge)?sicher(?:n|t|te|ten)|erw(?:irbt|arb|erben|orben)|kauf(?:t|en|te|ten)"), _K.LICENCE,
        "rights", _R.BUYER, _R.SELLER, _FROM, object_word=re.compile(r"\w*(?:[Rr]echte?|[Ll]izenz(?:en)?)"),
        needs=_any(_N.OTHER, _N.MONEY), seeds=True,
    ),
    Frame(
        re.compile(r"(?:ge)?sicher(?:n|t|te|ten)"), _K.PURCHASE, "purchase", _R.BUYER, _R.SELLER, _FROM, word=_ONESELF,
        needs=_any((_N.QUANTITY, _N.OTHER)), seeds=True,
    ),
    Frame(
        re.compile(r"verhandel(?:n|t|te|ten)"), _K.AGREEMENT, "talks", _R.PARTNER, _R.PARTNER, _WITH,
        matter=frozenset({"über"}), needs=_any(_N.TWO), hedge="under negotiation",
        matter_word=re.compile(
            r"\w*(?:lieferung(?:en)?|kauf|übernahme|beteiligung|bau|bezug|abnahme|einstieg|fusion|zusammenschluss"
            r"|kredit"
            r"|auftrag|aufträge|vertrag|beschaffung|bestellung|erwerb|verkauf)", re.IGNORECASE),
    ),
    Frame(
        re.compile(r"(?:ge)?bau(?:en|t|te|ten)|errichte(?:n|t|te|ten)"), _K.INVESTMENT, "investment", _R.INVESTOR,
        needs=_any(_N.MONEY),
    ),
    Frame(
        re.compile(r"leih(?:t|en)|lieh(?:en)?|geliehen"), _K.LOAN, "loan", _R.INVESTOR, _R.PARTNER, dative=True,
        needs=_any((_N.MONEY, _N.OTHER)),
    ),
    Frame(
        re.compile(r"fusionier(?:en|t|te|ten)"), _K.OTHER, "merger", _R.PARTNER, _R.PARTNER, _WITH, needs=_any(_N.TWO),
    ),
    Frame(
        re.compile(r"schl(?:ießen|ossen)"), _K.OTHER, "merger", _R.PARTNER, _R.PARTNER, _WITH, prefix="zusammen",
        needs=_any(_N.TWO),
    ),
    Frame(
        re.compile(r"kooperier(?:en|t|te|ten)|zusammenarbeiten|zusammenzuarbeiten"), _K.AGREEMENT, "cooperation",
        _R.PARTNER, _R.PARTNER, _WITH, matter=frozenset({"bei", "beim", "zu", "zur", "für"}), needs=_any(_N.TWO),
        word=_FROM_NOW,
    ),
    Frame(
        re.compile(r"arbeite(?:n|t|te|ten)"), _K.AGREEMENT, "cooperation", _R.PARTNER, _R.PARTNER, _WITH,
        matter=frozenset({"bei", "beim", "für"}), prefix="zusammen", needs=_any(_N.TWO), word=_FROM_NOW,
    ),
    Frame(
        re.compile(r"vereinbar(?:en|t|te|ten)|verständig(?:en|t|te|ten)|(?:ge)?einig(?:en|t|te|ten)"), _K.AGREEMENT,
        "agreement", _R.PARTNER, _R.PARTNER, _WITH, matter=frozenset({"auf", "über"}), needs=_any(_N.TWO),
    ),
)  # fmt: skip


def frames_of(words: list[str]) -> Iterator[Frame]:
    """The frames of the verbs of deals among the small words of a clause, in the order of the table."""
    for frame in FRAMES:
        for at, word in enumerate(words):
            if frame.verbs.fullmatch(word) and (not frame.prefix or frame.prefix in words[at + 1 :]):
                yield frame
                break


def is_deal_verb(word: str) -> bool:
    """Whether a small word is one of the verbs, a prefix aside."""
    return any(frame.verbs.fullmatch(word) for frame in FRAMES)


def is_participle(word: str) -> bool:
    """Whether a form of one of these verbs may be the participle of a passive."""
    return word.endswith("t") or word in ("erworben", "bezogen", "abgenommen", "geliehen")
