# ruff: noqa: E501 - tables, one group of words a row
"""English feasts, days and the labels that make a number a name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from summarizer.figures.feasts import Feast

FEASTS: Final = {
    "christmas": Feast(12, 25), "christmas day": Feast(12, 25), "christmas eve": Feast(12, 24),
    "boxing day": Feast(12, 26),
    "new year eve": Feast(12, 31), "new year day": Feast(1, 1), "halloween": Feast(10, 31),
    "all saints day": Feast(11, 1),
    "easter": Feast(easter=0), "easter sunday": Feast(easter=0), "easter monday": Feast(easter=1),
    "good friday": Feast(easter=-2),
    "palm sunday": Feast(easter=-7), "maundy thursday": Feast(easter=-3), "ash wednesday": Feast(easter=-46),
    "pentecost": Feast(easter=49), "whitsun": Feast(easter=49), "whit monday": Feast(easter=50), "corpus christi": Feast(easter=60),
    "ascension day": Feast(easter=39),
    "saint patrick day": Feast(3, 17), "st patrick day": Feast(3, 17),
    "earth day": Feast(4, 22),
    "valentine day": Feast(2, 14), "black friday": Feast(11, -1, weekday=5), "thanksgiving": Feast(11, 4, weekday=4),
    "labor day": Feast(9, 1, weekday=1), "memorial day": Feast(5, -1, weekday=1), "mother day": Feast(5, 2, weekday=7),
    "father day": Feast(6, 3, weekday=7), "martin luther king day": Feast(1, 3, weekday=1),
    "veterans day": Feast(11, 11), "international workers ' day": Feast(5, 1), "international workers day": Feast(5, 1), "yuandan": Feast(1, 1),
}  # fmt: skip
LABELS: Final = {
    "§": "§", "art": "article", "article": "article", "articles": "article", "no": "no.", "nos": "no.",
    "number": "no.", "numbers": "no.",
    "chapter": "chapter", "page": "page", "pages": "page", "version": "version", "resolution": "resolution",
    "formula": "formula", "tel": "tel.",
    "phone": "tel.", "flight": "flight", "room": "room", "platform": "platform", "section": "§", "paragraph": "para.",
    "para": "para.", "line": "line",
    "phase": "phase", "part": "part", "category": "category", "group": "group", "level": "level",
    "terminal": "terminal", "type": "type",
    "episode": "episode", "hall": "hall", "gate": "gate", "stage": "stage", "rank": "rank", "rounds": "round",
}  # fmt: skip
DAYS: Final[Mapping[str, int]] = {
    "today": 0,
    "tonight": 0,
    "yesterday": -1,
    "tomorrow": 1,
    "tmrw": 1,
    "day before yesterday": -2,
    "day after tomorrow": 2,
    "next day": 1,
}
