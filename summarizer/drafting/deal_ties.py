"""Words and names that tie a later sentence to a deal told before it."""

from __future__ import annotations

import re

from summarizer.drafting.deal_source import Found

CONTRACT = (
    r"(?!\w*(?:bank|anstalt|geber|nehmer|haus|häuser)\b)(?:\w*(?:[Vv]ertrag\w*|[Vv]erträge\w*|[Aa]uftrag\w*"
    r"|[Aa]ufträge\w*|[Aa]bkommen\w*|[Vv]ereinbarung\w*|[Kk]redit\w*"
    r"|[Dd]arlehen\w*|[Mm]emorandum\w*|[Bb]estellung\w*|[Bb]eteiligung\w*|[Pp]artnerschaft\w*)|Projekte?\w*|Vorhaben\w*"
    r"|Geschäft\w*|Deals?|Joint[ -]Ventures?|Gemeinschaftsunternehmen\w*|Transaktion\w*|Übernahme\w*|Kauf\w*|Erwerb\w*"
    r"|Anschaffung\w*|Beschaffung\w*|Absichtserklärung\w*|Zusammenschluss\w*|Fusion\w*|Investition\w*|\w*dokument\w*"
    r"|Verkauf\w*|Unterzeichnung\w*|Lizenz\w*|Zusammenarbeit|Kooperation\w*|Beitritt\w*|Urkunde|Erklärung)"
)
SAME = re.compile(r"\b(?:entsprechende[srn]?|dazu|dafür|diesbezügliche[srn]?)\b", re.IGNORECASE)


def names_party(deal: Found, text: str) -> bool:
    """Whether a text names one of the deal's parties."""
    return any(side.name in text for side in deal.sides)
