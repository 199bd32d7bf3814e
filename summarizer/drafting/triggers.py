"""Words that report a deal: the nouns and verbs, the kind of deal they mean, and how far they say it has come.

Nouns are matched at the end of a word, since German puts them last in compounds ("Rahmenvertrag", "Baumwolllieferung"
is none). To add a trigger, add a line; the longest ending wins.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from summarizer.data import DealKind, DealStatus
from summarizer.drafting.deal_frames import is_deal_verb
from summarizer.drafting.deal_valency import verb_forms


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that stands for a deal."""

    kind: DealKind
    status: DealStatus
    """What it says of the state by itself; verbs may say otherwise."""
    english: str
    needs_money: bool = False
    """Whether it counts only with an amount beside it ("Förderung", "Investition")."""
    mutual: bool = False
    """Whether it leaves open which side buys and which sells."""


_A, _S = DealKind, DealStatus
NOUNS: dict[str, Noun] = {
    "absichtserklärung": Noun(_A.MEMORANDUM, _S.INTENT, "letter of intent"),
    "memorandum": Noun(_A.MEMORANDUM, _S.INTENT, "memorandum"),
    "grundsatzvereinbarung": Noun(_A.MEMORANDUM, _S.INTENT, "agreement in principle"),
    "vorvertrag": Noun(_A.MEMORANDUM, _S.INTENT, "preliminary contract"),
    "investitionsabkommen": Noun(_A.INVESTMENT, _S.SIGNED, "investment agreement"),
    "investitionsvereinbarung": Noun(_A.INVESTMENT, _S.SIGNED, "investment agreement"),
    "investitionsvertrag": Noun(_A.INVESTMENT, _S.CONTRACT, "investment contract"),
    "joint venture": Noun(_A.JOINT_VENTURE, _S.ANNOUNCED, "joint venture"),
    "joint-venture": Noun(_A.JOINT_VENTURE, _S.ANNOUNCED, "joint venture"),
    "gemeinschaftsunternehmen": Noun(_A.JOINT_VENTURE, _S.ANNOUNCED, "joint venture"),
    "gemeinschaftsfirma": Noun(_A.JOINT_VENTURE, _S.ANNOUNCED, "joint venture"),
    "partnerschaft": Noun(_A.AGREEMENT, _S.ANNOUNCED, "partnership"),
    "kooperation": Noun(_A.AGREEMENT, _S.ANNOUNCED, "cooperation"),
    "zusammenarbeit": Noun(_A.AGREEMENT, _S.ANNOUNCED, "cooperation"),
    "rahmenvertrag": Noun(_A.AGREEMENT, _S.CONTRACT, "framework contract"),
    "rahmenabkommen": Noun(_A.AGREEMENT, _S.SIGNED, "framework agreement"),
    "rahmenvereinbarung": Noun(_A.AGREEMENT, _S.SIGNED, "framework agreement"),
    "kaufvertrag": Noun(_A.PURCHASE, _S.CONTRACT, "purchase contract"),
    "lieferabkommen": Noun(_A.PURCHASE, _S.CONTRACT, "supply agreement", mutual=True),
    "liefervertrag": Noun(_A.PURCHASE, _S.CONTRACT, "supply contract", mutual=True),
    "abnahmevertrag": Noun(_A.PURCHASE, _S.CONTRACT, "offtake agreement", mutual=True),
    "kreditvertrag": Noun(_A.LOAN, _S.CONTRACT, "loan agreement"),
    "lizenzvertrag": Noun(_A.LICENCE, _S.CONTRACT, "licence agreement"),
    "vertrag": Noun(_A.AGREEMENT, _S.CONTRACT, "contract"),
    "verträge": Noun(_A.AGREEMENT, _S.CONTRACT, "contracts"),
    "abkommen": Noun(_A.AGREEMENT, _S.SIGNED, "agreement"),
    "vereinbarung": Noun(_A.AGREEMENT, _S.SIGNED, "agreement"),
    "übereinkunft": Noun(_A.AGREEMENT, _S.SIGNED, "agreement"),
    "übereinkommen": Noun(_A.AGREEMENT, _S.SIGNED, "agreement"),
    "auftrag": Noun(_A.ORDER, _S.CONTRACT, "order"),
    "aufträge": Noun(_A.ORDER, _S.CONTRACT, "orders"),
    "zuschlag": Noun(_A.ORDER, _S.CONTRACT, "contract award"),
    "bauauftrag": Noun(_A.ORDER, _S.CONTRACT, "construction order"),
    "bestellung": Noun(_A.ORDER, _S.CONTRACT, "order"),
    "kauf": Noun(_A.PURCHASE, _S.REPORTED, "purchase"),
    "ankauf": Noun(_A.PURCHASE, _S.REPORTED, "purchase"),
    "erwerb": Noun(_A.PURCHASE, _S.REPORTED, "acquisition"),
    "beschaffung": Noun(_A.PURCHASE, _S.REPORTED, "procurement"),
    "anschaffung": Noun(_A.PURCHASE, _S.REPORTED, "purchase"),
    "übernahme": Noun(_A.PURCHASE, _S.ANNOUNCED, "takeover"),
    "beitritt": Noun(_A.ACCESSION, _S.ANNOUNCED, "accession"),
    "kredit": Noun(_A.LOAN, _S.ANNOUNCED, "loan", needs_money=True),
    "darlehen": Noun(_A.LOAN, _S.ANNOUNCED, "loan", needs_money=True),
    "betriebserlaubnis": Noun(_A.LICENCE, _S.ANNOUNCED, "operating licence"),
    "konzession": Noun(_A.LICENCE, _S.ANNOUNCED, "concession"),
    "schürfrecht": Noun(_A.LICENCE, _S.ANNOUNCED, "mining rights"),
    "nutzungsrecht": Noun(_A.LICENCE, _S.ANNOUNCED, "rights of use"),
    "lizenz": Noun(_A.LICENCE, _S.ANNOUNCED, "licence"),
    "investition": Noun(_A.INVESTMENT, _S.ANNOUNCED, "investment", needs_money=True),
    "förderung": Noun(_A.OTHER, _S.ANNOUNCED, "public funding", needs_money=True),
    "zuschuss": Noun(_A.OTHER, _S.ANNOUNCED, "grant", needs_money=True),
    "beihilfe": Noun(_A.OTHER, _S.ANNOUNCED, "state aid", needs_money=True),
}
_NOT_A_DEAL = re.compile(
    r"(?:(?:aus|vor|ein)?verkauf|einkauf|(?:arbeits|tarif|miet|ehe|staats|eu-)vertrag"
    r"|(?:waffenstillstands|klima|friedens|atom|auslieferungs)abkommen)"
)
_OTHER_VERBS = re.compile(
    r"übern(?:immt|ahm|ahmen|ehmen|ommen)|beteilig(?:t|en|te|ten)|tritt|treten|trat(?:en)?|beitreten|beigetreten"
    r"|beizutreten"
    r"|einsteigen|steigt|stieg|gründe(?:n|t|te|ten)|gegründet|erhöh(?:t|en)|sichert|unterzeichn(?:en|et|ete|eten)"
    r"|geschlossen|schließen|erhalten|bekommen"
)
_ENDINGS = ("", "s", "e", "n", "es", "en", "se", "ses")
_LONGEST_FIRST = sorted(NOUNS, key=len, reverse=True)

STAKE = re.compile(
    r"\b(?:übern(?:immt|ahm|ehmen|ommen)|beteilig(?:t|te|en)|erw(?:irbt|arb|erben|orben)|kauf(?:t|te|en)|gekauft"
    r"|sichert"
    r"|erhöh(?:t|te|en)|stock(?:t|te|en)|aufgestockt)\b"
)
"""Verbs that, with a share or a majority of something, report a purchase of it."""
STAKE_OBJECT = re.compile(r"\b(?:Mehrheit|Anteile?n?|Aktien|Beteiligung|Prozent)\b")
SIGNING = re.compile(
    r"(?i)\b(?:unterzeichn\w+|unterschr\w+|unterzeichnung|(?:ab)?geschlossen|schlie(?:ßt|ßen)|schlossen|schloss"
    r"|getroffen|beurkundet"
    r"|trafen|traf|vereinbart\w*|vergab(?:en)?|vergeben|besiegel\w+|einig(?:t|ten|en)|geeinigt)\b"
)
PLANNING = re.compile(
    r"(?i)\b(?:will|wollen|wolle|wollte[n]?|plant|planen|plane|geplant\w*|soll|sollen|solle|möchte[n]?|beabsichtig\w+"
    r"|erwäg\w+|vorgesehen|strebt|anstreben|beabsichtigt|hofft|peilt)\b"
)
ANNOUNCING = re.compile(
    r"(?i)\b(?:kündig(?:t|te|ten|en)|angekündigt|ankündig\w+|verkünde\w*|vermelde\w*|melde(?:t|te|ten)|gemeldet"
    r"|teilte[n]?|mitgeteilt|gab(?:en)? .{0,60}bekannt|bekanntgab\w*|bekannt gegeben|stellte .{0,40}vor)\b"
)
REPORTING = re.compile(
    r"(?i)\b(?:laut|zufolge|nach angaben|nach informationen|meldung|berichte[nt]?|hieß es|heißt es|soll)\b"
)
RECEIVING = re.compile(r"\b(?:erh(?:ält|alten|ielt|ielten)|bek(?:ommt|ommen|am|amen)|gew(?:innt|ann|onnen)|Zuschlag)\b")
"""With an order: the subject is the one who sells."""
WISHED = re.compile(
    r"(?i)\b(?:verlang\w+|forder\w+|gefordert|empfahl\w*|empfehl\w+|empfohlen|warn\w+|rät|raten|riet\w*|hoff\w+"
    r"|wünsch\w+)\b"
)
"""Somebody wants it: no deal."""
UNCLEAR = re.compile(
    r"(?i)\b(?:details|einzelheiten|näheres|konditionen|genaueres)\b.{0,60}\b(?:unklar|offen|nicht|keine|unbekannt"
    r"|zunächst)\b"
    r"|\b(?:keine|nicht)\b.{0,30}\b(?:details|einzelheiten)\b"
)
NO_PRICE = re.compile(
    r"(?i)\b(?:preis\w*|\w*preis\w*|\w*summe|finanziell\w*|konditionen)\b.{0,60}"
    r"\b(?:keine angaben|nicht (?:genannt|bekannt|mitgeteilt|nennen|verraten|mitteilen)"
    r"|stillschweigen|schweig\w+|n[ae]nn\w+\b.{0,40}\bnicht)\b"
)


@functools.lru_cache(maxsize=8192)
def noun(word: str) -> Noun | None:
    """The trigger a German noun ends in, if it is one; the longest ending wins."""
    lower = word.lower()
    for ending in _ENDINGS:
        if ending and not lower.endswith(ending):
            continue
        stem = lower[: len(lower) - len(ending)] if ending else lower
        if _NOT_A_DEAL.fullmatch(stem):
            return None
        for name in _LONGEST_FIRST:
            if stem.endswith(name) and (stem == name or _compounds(stem, name)):
                return NOUNS[name]
    return None


@functools.lru_cache(maxsize=8192)
def deal_verb(word: str) -> bool:
    """Whether a small word is a verb that deals are told with."""
    return is_deal_verb(word) or word in verb_forms() or bool(_OTHER_VERBS.fullmatch(word))


def _compounds(stem: str, name: str) -> bool:
    """Whether ``name`` is the head of a compound and not the end of another word ("Verkauf", "Einkauf")."""
    before = stem[: len(stem) - len(name)]
    return len(before) > 3 and not before.endswith(("ver", "ein", "aus", "vor", "-"))
