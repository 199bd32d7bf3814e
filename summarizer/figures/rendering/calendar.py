"""Dates and times in English: 6 November 2025, Monday, the third quarter of 2025, 5:30 p.m."""

from __future__ import annotations

from typing import Final

from summarizer.data import Figure
from summarizer.figures.rendering.numbers import nth, ordinal_word

_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def date(value: str) -> str:
    """An ISO date with open parts in English: 6 November 2025, November 2025, 6 November, Monday, the 6th."""
    if value.startswith("XXXX-W"):
        return _WEEKDAYS[int(value[-1]) - 1]
    parts = value.split("-")
    year = parts[0] if "X" not in parts[0] else ""
    month = _MONTHS[int(parts[1]) - 1] if len(parts) > 1 and parts[1].isdigit() else ""
    day = str(int(parts[2])) if len(parts) > 2 and parts[2].isdigit() else ""
    if day and not month:
        return f"the {nth(int(day))}"
    return " ".join(part for part in (day, month, year) if part)


def dated(figure: Figure) -> str:
    """6 November 2025; 1–3 May 2025; 30 April to 1 May."""
    if isinstance(figure.low, str) and isinstance(figure.high, str):
        low, high = figure.low, figure.high
        if low[:8] == high[:8] and low[8:]:
            return f"{int(low[8:])}–{date(high)}"
        return f"{date(low)} to {date(high)}"
    return (isinstance(figure.value, str) and date(figure.value)) or figure.surface


def year_range(figure: Figure) -> str:
    """2024–2025."""
    return f"{figure.low}–{figure.high}"


def decade(figure: Figure) -> str:
    """the 1990s."""
    return f"the {str(figure.value)[:3]}0s"


def century(figure: Figure) -> str:
    """the 19th century."""
    return f"the {nth(int(str(figure.value)[:2]) + 1)} century"


def part_of_year(figure: Figure) -> str:
    """the third quarter of 2025; week 45; the first half of the year."""
    value = str(figure.value)
    year, _, part = value.partition("-") if "-" in value else ("", "", value)
    rest = "" if not year or "X" in year else f" of {year}"
    if part[0] == "W":
        return f"week {int(part[1:])}{rest}"
    return f"the {ordinal_word(int(part[1:]))} {'quarter' if part[0] == 'Q' else 'half'}{rest or ' of the year'}"


def _clock(value: str) -> str:
    hour, minute, *second = (int(part) for part in value.split(":"))
    if second:
        return value
    if minute == 0 and hour in (0, 12):
        return "noon" if hour else "midnight"
    half = "a.m." if hour < 12 else "p.m."
    return f"{(hour - 1) % 12 + 1}{f':{minute:02}' if minute else ''} {half}"


def time(figure: Figure) -> str:
    """5:30 p.m.; noon; 9 a.m. to 5 p.m."""
    if isinstance(figure.low, str) and isinstance(figure.high, str):
        return f"{_clock(figure.low)} to {_clock(figure.high)}"
    return _clock(figure.value) if isinstance(figure.value, str) else figure.surface
