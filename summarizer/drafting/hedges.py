"""Takes a hedge off a figure where the German word only looks like one: "ein Vertrag über 40 Drohnen".

"Über 40" is more than 40; a contract "über 40 Drohnen" is one for 40, and one that runs "über zwölf Jahre" runs for
twelve. The word before tells: a noun of a deal, or a verb of lasting. Rendered in English, the difference would be a
wrong figure. To add such a word, add it to the pattern.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from summarizer.data import Figure, Qualifier

_NO_HEDGE = re.compile(
    r"(?:[Vv]ertr(?:ag|ages|ags|äge|ägen)|[Aa]uftr(?:ag|ages|ags|äge|ägen)|[Aa]bkommens?|[Vv]ereinbarung(?:en)?|[Bb]estellung(?:en)?"
    r"|[Kk]redite?s?|[Dd]arlehens?|[Aa]nleihen?|[Ll]izenz(?:en)?|[Aa]bsichtserklärung(?:en)?|[Mm]emorandum|[Oo]ption(?:en)?"
    r"|[Rr]echnung(?:en)?|[Ss]checks?|läuft|laufen|lief|laufe|gilt|gelten|erstreckt sich|erstrecken sich)\s+über\s+$"
)
_LOOK_BACK = 40


def plain(text: str, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """``figures`` of the German ``text``, those behind such a word without their "more than"."""
    return tuple(
        replace(figure, qualifier=Qualifier.EXACT)
        if figure.qualifier is Qualifier.MORE_THAN
        and _NO_HEDGE.search(text[max(0, figure.span.start - _LOOK_BACK) : figure.span.start])
        else figure
        for figure in figures
    )
