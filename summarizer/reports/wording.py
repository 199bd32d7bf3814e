"""The words in which a report speaks of verdicts, reasons, kinds and values.

One table an enum, so that every format uses the same words; a new member of an enum without its words fails the
tests.
"""

from __future__ import annotations

from decimal import Decimal

from summarizer.data import Figure, Finding, Kind, Qualifier, Reason, Verdict

VERDICTS = {
    Verdict.SUPPORTED: "supported",
    Verdict.ROUNDED: "rounded",
    Verdict.CONVERTED: "converted",
    Verdict.DERIVED: "derived",
    Verdict.CONTRADICTED: "contradicted",
    Verdict.MISATTRIBUTED: "misattributed",
    Verdict.UNSUPPORTED: "unsupported",
    Verdict.OMITTED: "left out",
}

REASONS = {
    Reason.NONE: "",
    Reason.VALUE: "the value differs from the source",
    Reason.SCALE: "the scale differs from the source (thousand, million, billion)",
    Reason.SEPARATOR: "a decimal or thousands separator was misread",
    Reason.UNIT: "the unit differs from the source",
    Reason.CURRENCY: "the currency differs from the source",
    Reason.POINTS: "percent and percentage points are confused",
    Reason.DATE_PART: "a part of the date differs from the source",
    Reason.QUALIFIER: "the source hedges it otherwise",
    Reason.DESIGNATION: "the designation differs from the source",
    Reason.SUBJECT: "the source says this figure of something else",
    Reason.SWAPPED: "two figures have changed places",
    Reason.DIRECTION: "the source says it moves the other way",
    Reason.NOT_IN_SOURCE: "nothing in the source bears it out",
    Reason.LEFT_OUT: "the source has it, the English text does not",
}

PARTS = {
    Reason.VALUE: "value",
    Reason.SCALE: "scale",
    Reason.SEPARATOR: "separator",
    Reason.UNIT: "unit",
    Reason.CURRENCY: "currency",
    Reason.POINTS: "percent or points",
    Reason.DATE_PART: "date",
    Reason.QUALIFIER: "hedge",
    Reason.DESIGNATION: "designation",
    Reason.SUBJECT: "subject",
    Reason.SWAPPED: "swapped",
    Reason.DIRECTION: "direction",
}
"""What differs, in a word; the other reasons say no more than their verdict."""

QUALIFIERS = {
    Qualifier.EXACT: "",
    Qualifier.ABOUT: "about",
    Qualifier.NEARLY: "nearly",
    Qualifier.JUST_OVER: "just over",
    Qualifier.AT_MOST: "at most",
    Qualifier.AT_LEAST: "at least",
    Qualifier.MORE_THAN: "more than",
    Qualifier.LESS_THAN: "less than",
    Qualifier.FURTHER: "further",
}

# Beyond this many digits a number is given with an exponent: "1e999999" in an article must not fill the screen.
_PLAIN_DIGITS = 30


def kind(value: Kind) -> str:
    """A kind as a reader would say it."""
    return value.value.replace("_", " ")


def exact(value: Decimal | str | None) -> str | None:
    """A value as data: a decimal number without needless zeros, an ISO date or a designation as it stands."""
    if not isinstance(value, Decimal):
        return value
    if not value.is_finite() or not -_PLAIN_DIGITS < value.adjusted() < _PLAIN_DIGITS:
        return str(value)
    digits = format(value, "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def amount(value: Decimal | str | None) -> str:
    """A value for a reader: thousands grouped with commas."""
    plain = exact(value)
    if plain is None:
        return ""
    if not isinstance(value, Decimal) or "E" in plain or not value.is_finite():
        return plain
    whole, point, rest = plain.partition(".")
    return f"{int(whole):,}{point}{rest}" if whole not in ("-0", "") else plain


def value_of(figure: Figure) -> str:
    """The value of a figure for a table cell: a number, a date, or ``low–high`` where it has bounds only."""
    if figure.value is not None:
        return amount(figure.value)
    low, high = amount(figure.low), amount(figure.high)
    return f"{low}–{high}" if low or high else ""


def verdict(finding: Finding) -> str:
    """The verdict with the part that differs, where one does: ``contradicted: scale``."""
    said = VERDICTS[finding.verdict]
    part = PARTS.get(finding.reason)
    return f"{said}: {part}" if part else said


def why(finding: Finding) -> str:
    """The reason of a flagged finding: what the check noted, else what its reason means."""
    return _sentence(finding.note or REASONS[finding.reason] or VERDICTS[finding.verdict])


def plural(number: int, singular: str, many: str | None = None) -> str:
    """``1 figure``, ``2 figures``."""
    return f"{number:,} {singular if number == 1 else many or singular + 's'}"


def _sentence(text: str) -> str:
    text = text.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?")) else ".")
