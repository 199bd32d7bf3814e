"""What holds of the figure grammar for every text and every value: no crash, exact spans, and values that survive.

The spellers here write numbers in words independently of the grammar, so that reading them back says something.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.data import Figure, Kind
from summarizer.figures import english, find, find_dated, row
from summarizer.figures.feasts import advent, easter
from summarizer.figures.numerals import MAX_DIGITS, parse

LANGUAGES = ("de", "en")
CASES = Path(__file__).parent / "cases" / "figures"
_WHITE = ("\n", "\n\n", " ", "\u00a0", "\u202f", "\t")
_PIECES = (*_WHITE, *(CASES / "pieces.txt").read_text(encoding="utf-8").splitlines())
"""What figures are made of, to be thrown together at random."""
pieces = st.lists(st.sampled_from(_PIECES), max_size=40).map(" ".join)
glued = st.lists(st.sampled_from(_PIECES), max_size=25).map("".join)
texts = st.one_of(st.text(max_size=200), pieces, glued)


@given(text=texts, language=st.sampled_from(LANGUAGES))
@settings(max_examples=600, deadline=None)
def test_any_text_is_read_without_a_crash_and_with_exact_spans(text: str, language: str) -> None:
    figures = find(text, language)
    assert all(figure.span.of(text) == figure.surface and figure.surface for figure in figures)
    assert all(before.span.end <= after.span.start for before, after in pairwise(figures))
    assert [figure.id for figure in figures] == [f"F{n}" for n in range(1, len(figures) + 1)]
    for figure in figures:
        assert english(figure)
        assert row(figure)["text"] == figure.surface


@given(text=texts, language=st.sampled_from(LANGUAGES), day=st.none() | st.dates())
@settings(max_examples=300, deadline=None)
def test_dated_reading_never_crashes_and_its_figures_never_overlap(text: str, language: str, day: date | None) -> None:
    figures = find_dated(text, language, day)
    assert all(figure.span.of(text) == figure.surface and english(figure) for figure in figures)
    assert all(before.span.end <= after.span.start for before, after in pairwise(figures))


@given(text=texts, language=st.sampled_from(LANGUAGES))
@settings(max_examples=100, deadline=None)
def test_reading_twice_gives_the_same(text: str, language: str) -> None:
    assert find(text, language) == find(text, language)


def _only(text: str, language: str) -> Figure:
    figures = find(text, language)
    assert len(figures) == 1, (text, figures)
    return figures[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_beyond_all_words_are_read_without_a_crash(language: str) -> None:
    scale = {"de": "Trilliarden", "en": "quintillion"}[language]
    for tail in ("zweite", "second", "halb", "Prozent", "percent"):
        find(f"{f'{scale} ' * 4}{tail}, {'9' * 36} {scale} {scale} {tail}", language)


_amounts = st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False, allow_infinity=False)


@given(value=_amounts)
def test_an_amount_written_in_german_is_read_back(value: Decimal) -> None:
    written = f"{value:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    figure = _only(f"Es sind {written} Euro.", "de")
    assert (figure.kind, figure.value, figure.unit) == (Kind.MONEY, value, "EUR")


@given(value=_amounts)
def test_an_amount_written_in_english_is_read_back(value: Decimal) -> None:
    figure = _only(f"It is €{value:,.2f} now.", "en")
    assert (figure.kind, figure.value, figure.unit) == (Kind.MONEY, value, "EUR")


@given(value=st.integers(min_value=0, max_value=10**15))
def test_a_count_is_read_back_with_every_group_mark(value: int) -> None:
    for mark in (".", "\u00a0", "\u202f", "’"):
        figure = _only(f"Es sind {f'{value:,}'.replace(',', mark)} Dinge da.", "de")
        assert figure.value == value
    assert _only(f"There are {value:,} things.", "en").value == value


_ONES = ("", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf")
_TENS = ("", "zehn", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
_TEENS = {16: "sechzehn", 17: "siebzehn"}
_ENGLISH = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_ENGLISH_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def german_words(value: int) -> str:
    """A number from 1 to 999,999 as German writes it: one word."""
    if value >= 1000:
        rest = value % 1000
        return german_words(value // 1000) + "tausend" + (german_words(rest) if rest else "")
    if value >= 100:
        rest = value % 100
        return _ONES[value // 100] + "hundert" + (german_words(rest) if rest else "")
    if value < len(_ONES):
        return _ONES[value]
    if value < 20:
        return _TEENS.get(value) or _ONES[value - 10] + "zehn"
    one, ten = value % 10, _TENS[value // 10]
    return f"{_ONES[one]}und{ten}" if one else ten


def english_words(value: int) -> str:
    """A number from 1 to 999,999,999 in English words."""
    for scale, word in ((10**6, "million"), (1000, "thousand")):
        if value >= scale:
            rest = value % scale
            joint = " and " if 0 < rest < 100 else " "
            return f"{english_words(value // scale)} {word}" + (joint + english_words(rest) if rest else "")
    if value >= 100:
        rest = value % 100
        return f"{_ENGLISH[value // 100]} hundred" + (f" and {english_words(rest)}" if rest else "")
    if value < 20:
        return _ENGLISH[value]
    one, ten = value % 10, _ENGLISH_TENS[value // 10]
    return f"{ten}-{_ENGLISH[one]}" if one else ten


@given(value=st.integers(min_value=2, max_value=999_999))
def test_german_number_words_are_read_back(value: int) -> None:
    assert _only(f"Es kamen {german_words(value)} Menschen.", "de").value == value


@given(value=st.integers(min_value=2, max_value=999_999_999))
def test_english_number_words_are_read_back(value: int) -> None:
    assert _only(f"There came {english_words(value)} people.", "en").value == value


@given(day=st.dates(min_value=date(1000, 1, 1), max_value=date(2199, 12, 31)))
def test_dates_are_read_back(day: date) -> None:
    assert _only(f"Es war am {day.day}.{day.month}.{day.year}.", "de").value == day.isoformat()
    assert _only(f"It was on {day:%B} {day.day}, {day.year}.", "en").value == day.isoformat()
    assert _only(f"It was on {day.isoformat()} there.", "en").value == day.isoformat()


@pytest.mark.parametrize(
    ("german", "english_text"),
    [
        ("zwei Drittel der Stimmen", "two thirds of the votes"),
        ("eine Zweidrittelmehrheit", "a two-thirds majority"),
        ("2/3 der Stimmen", "2/3 of the votes"),
        ("fünf Sechstel der Stimmen", "five sixths of the votes"),
        ("jeder Dritte", "one in three"),
    ],
)
def test_shares_are_equal_to_the_last_digit(german: str, english_text: str) -> None:
    assert _only(german, "de").value == _only(english_text, "en").value


_GERMAN_FORMS = (
    "{n} Prozent", "{n} Prozentpunkte", "{n} Basispunkte", "{n} Millionen US-Dollar", "{n} Euro", "{n} Tage",
    "{n} Stunden",
    "{n} Kilometer", "{n} MW", "{n} Tonnen", "{n} Millionen Tenge", "{n} Grad Celsius", "{n} Jahre alt", "{n}-mal",
)  # fmt: skip


@given(value=st.integers(min_value=2, max_value=99), form=st.sampled_from(_GERMAN_FORMS))
def test_what_is_rendered_in_english_is_read_back_as_the_same_value(value: int, form: str) -> None:
    source = _only(form.format(n=value), "de")
    target = _only(english(source), "en")
    assert (target.kind, target.value, target.unit) == (source.kind, source.value, source.unit)


@pytest.mark.parametrize(
    "german",
    [
        "6. November", "6. November 2025", "November 2025", "Montag", "seit 1991", "90er-Jahre", "19. Jahrhundert",
        "3. Quartal 2025", "1. Halbjahr 2025", "17.30 Uhr", "8 Uhr", "zehntägig", "dritter", "zum 21. Mal",
        "zwei Drittel",
        "Hälfte", "verdoppelt", "halbiert", "Zehntausende", "Hunderte", "Dutzende", "Achtelfinale", "Halbfinale",
        "787-9", "C5+1", "Artikel 14", "10 bis 15 Prozent", "1.–3. Mai", "2:1", "bis zu 37", "knapp 500",
        "mindestens 12",
    ],
)  # fmt: skip
def test_every_kind_survives_the_way_into_english(german: str) -> None:
    source = _only(german, "de")
    target = _only(english(source), "en")
    same = (target.kind, target.value, target.unit, target.qualifier) == (
        source.kind, source.value, source.unit, source.qualifier,
    )  # fmt: skip
    assert same, (english(source), target)
    if source.value is None:
        assert (target.low, target.high) == (source.low, source.high)


@pytest.mark.parametrize(
    ("year", "sunday"),
    [(1818, date(1818, 3, 22)), (2000, date(2000, 4, 23)), (2025, date(2025, 4, 20)), (2038, date(2038, 4, 25))]
)  # fmt: skip
def test_easter(year: int, sunday: date) -> None:
    assert easter(year) == sunday


@given(year=st.integers(min_value=1583, max_value=2199))
def test_feasts_fall_on_their_weekday_and_in_their_season(year: int) -> None:
    assert easter(year).isoweekday() == 7
    assert date(year, 3, 22) <= easter(year) <= date(year, 4, 25)
    assert [advent(year, n).isoweekday() for n in (1, 2, 3, 4)] == [7, 7, 7, 7]
    assert date(year, 12, 18) <= advent(year, 4) <= date(year, 12, 24)


@pytest.mark.parametrize(
    ("word", "mark", "value"),
    [
        ("1.234", ",", "1234"), ("1,234", ",", "1.234"), ("1.234", ".", "1.234"), ("1,234", ".", "1234"),
        ("12.50", ",", "12.50"),
        ("1,234.5", ",", "1234.5"), ("1.234,5", ".", "1234.5"), ("1'234.50", ",", "1234.50"),
        ("12,34,567", ".", "1234567"),
        ("1.1.1", ",", None), ("1,2,3", ".", None), ("0.123", ",", "0.123"), ("9" * MAX_DIGITS, ",", "9" * MAX_DIGITS),
        ("9" * (MAX_DIGITS + 1), ",", None), ("1'2", ",", None),
    ],
)  # fmt: skip
def test_separators(word: str, mark: str, value: str | None) -> None:
    assert parse(word, mark) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    "unit",
    [
        "1.1", "1", "ein und ", "zweihundertfünfund", " ", "one hundred and ", "1 ", "1-", "a1.", "3/4", "3 zu ",
        "0 ", "$1",
        "3 bis ", "x10", "2 Jahre 1 Monat ", "§ 5 Abs. 2 ", "A-1-", "drei und ", "_1", "one and a half ", "minus ",
        "1. Mai/",
        "[1", "tausend", "million ", "3:4:", "\n", "'1", "zwischen 1 und ", "from 1 to ", "5 to ", "1.–", "(", "½", "°",
    ],
)  # fmt: skip
@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_repetition_is_read_to_its_end(unit: str, language: str) -> None:
    """No recursion, no explosion: 20,000 characters of the same thing come back with sound spans."""
    text = unit * (20_000 // len(unit))
    assert all(figure.span.of(text) == figure.surface for figure in find(text, language))
