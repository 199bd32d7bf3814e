"""English hedges: about, up to, more than, at least."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from summarizer.data import Qualifier

ABOUT, NEARLY, OVER = Qualifier.ABOUT, Qualifier.NEARLY, Qualifier.JUST_OVER
MOST, LEAST, MORE, LESS, FURTHER = (
    Qualifier.AT_MOST, Qualifier.AT_LEAST, Qualifier.MORE_THAN, Qualifier.LESS_THAN, Qualifier.FURTHER
)  # fmt: skip

_EXCEEDING: Final = (
    "exceed", "exceeds", "exceeded", "exceeding", "surpass", "surpasses", "surpassed", "surpassing", "topping",
)  # fmt: skip
_NOT: Final = ("not", "cannot", "never", "n't", "don't", "doesn't", "don’t", "doesn’t")
BEFORE: Final[Mapping[str, Mapping[str, Qualifier]]] = {
    **{
        w: {"": ABOUT}
        for w in (
            "about",
            "around",
            "roughly",
            "approximately",
            "circa",
            "ca",
            "some",
            "approx",
            "estimated",
            "~",
            "≈",
        )
    },
    **{w: {"": NEARLY} for w in ("nearly", "almost", "barely", "hardly", "scarcely")},
    ">": {"": MORE},
    **{w: {"": MORE, **dict.fromkeys(_NOT, MOST)} for w in ("above", *_EXCEEDING)},
    "<": {"": LESS},
    "=": {"<": MOST, ">": LEAST},
    "even": {"not": LESS},
    **{w: {"": LEAST} for w in ("≥", "minimum")},
    **{w: {"": MOST} for w in ("≤", "maximum")},
    **{w: {"": FURTHER} for w in ("another", "additional", "further")},
    "just over": {"": OVER},
    "to": {
        "up": MOST,
        "close": NEARLY,
        **{f"{word} than or equal": MOST for word in ("less", "fewer", "lower", "smaller")},
        **{f"{word} than or equal": LEAST for word in ("more", "greater", "higher", "larger")},
    },
    "than": {
        **{f"{no} {more}": MOST for no in ("not", "no") for more in ("more", "higher", "larger", "longer", "later")},
        **{f"not {less}": LEAST for less in ("fewer", "lower", "shorter", "smaller")},
        **dict.fromkeys(("little more", "barely more", "slightly more", "hardly more"), OVER),
        "no less": LEAST,
        "no fewer": LEAST,
        "not less": LEAST,
        "more": MORE,
        "less": LESS,
        "fewer": LESS,
        "greater": MORE,
        "higher": MORE,
        "lower": LESS,
        "larger": MORE,
        "longer": MORE,
        **{f"{word} or equal": MOST for word in ("less", "fewer", "lower", "smaller")},
        **{f"{word} or equal": LEAST for word in ("more", "greater", "higher", "larger")},
    },
    "least": {"at": LEAST},
    "quite": {"not": NEARLY},
    "good": {"a": OVER},
    "most": {"at": MOST},
    **{key: {"just": NEARLY, "": LESS, "not": LEAST} for key in ("under", "below")},
    "over": {"just": OVER, "little": OVER, "barely": OVER, "": MORE, "not": MOST},
    ".": {"approx": ABOUT, "ca": ABOUT},
    "of": {"maximum": MOST, "minimum": LEAST},
}
AFTER: Final[Mapping[str, Qualifier]] = dict.fromkeys(("more", "additional", "further", "other", "extra"), FURTHER)
OR_MORE: Final[Mapping[str, Qualifier]] = {
    "more": LEAST,
    "greater": LEAST,
    "higher": LEAST,
    "above": LEAST,
    "so": ABOUT,
    "less": MOST,
    "fewer": MOST,
    "lower": MOST,
}
