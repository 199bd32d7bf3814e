"""What the package promises of growing: a toy language in one file, a toy kind in one reader and one table line.

The toy language is a handful of Esperanto words. Nothing of the package knows it but its own `Locale`; if reading it
needs a change elsewhere, these tests fail.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from decimal import Decimal
from types import ModuleType

import pytest

from summarizer.data import Kind, Qualifier
from summarizer.figures import find, find_dated, kinds, locales
from summarizer.figures.lexeme import Lexeme, Role
from summarizer.figures.locale import WORD_SETS, Locale, Unit, wordset
from summarizer.figures.locales import shared
from summarizer.figures.numerals import parse
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens

_NUMBERS = {"du": 2, "tri": 3, "kvin": 5, "dek": 10, "dudek": 20}
_SCALES = {"mil": 1000, "milionoj": 10**6}
_MONTHS = {"majo": 5, "novembro": 11}


def _classify(word: str) -> Lexeme | None:
    if word[0].isdecimal():
        return Lexeme(Role.DIGITS, parse(word, ","))
    low = word.lower()
    for words, role in ((_NUMBERS, Role.CARDINAL), (_SCALES, Role.SCALE), (_MONTHS, Role.MONTH)):
        if low in words:
            return Lexeme(role, Decimal(words[low]))
    return None


TOY = Locale(
    language="eo",
    decimal_mark=",",
    classify=_classify,
    units={"procentoj": Unit(Kind.PERCENT, "%"), "eŭroj": Unit(Kind.MONEY, "EUR"), "tagoj": Unit(Kind.DURATION, "day")},
    symbols=shared.SYMBOLS,
    glued_symbols=shared.GLUED,
    scale_symbols={},
    ands=wordset("kaj"),
    decimal_words=wordset("komo"),
    range_words=wordset("ĝis"),
    between=wordset("inter"),
    before={"ĉirkaŭ": {"": Qualifier.ABOUT}, "ol": {"pli": Qualifier.MORE_THAN}},
    after={},
    articles=wordset("la"),
    or_more={},
    worth={},
    share_words=frozenset(),
    noun_stop=wordset("la en de estas"),
    nouns_capitalised=False,
    ordinal_point=True,
    ordinal_denominators=False,
    ones_before_tens=False,
    day_first=True,
    twelve_hours=False,
    weekdays={},
    year_words=wordset("en"),
    days={"hieraŭ": -1},
    words=dict.fromkeys(WORD_SETS, frozenset[str]()),
)


@pytest.fixture
def toy_language(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    module = ModuleType("summarizer.figures.locales.eo")
    module.LOCALE = TOY  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(locales, "LANGUAGES", ("de", "en", "eo"))
    yield
    locales.locale.cache_clear()


@pytest.mark.usefixtures("toy_language")
@pytest.mark.parametrize(
    ("text", "kind", "value", "unit", "qualifier"),
    [
        ("Venis tri homoj.", Kind.COUNT, 3, None, Qualifier.EXACT),
        ("Ĝi kostas ĉirkaŭ 2,5 milionoj eŭroj.", Kind.MONEY, 2_500_000, "EUR", Qualifier.ABOUT),
        ("Pli ol dudek procentoj.", Kind.PERCENT, 20, "%", Qualifier.MORE_THAN),
        ("Post dek kvin tagoj.", Kind.DURATION, 5, "day", Qualifier.EXACT),
        ("Longas 120 km.", Kind.LENGTH, 120, "km", Qualifier.EXACT),
        ("La 6. novembro 2025.", Kind.DATE, "2025-11-06", None, Qualifier.EXACT),
        ("Je 05/06/2025.", Kind.DATE, "2025-06-05", None, Qualifier.EXACT),
        ("Inter tri kaj kvin procentoj.", Kind.PERCENT, None, "%", Qualifier.EXACT),
    ],
)
def test_a_language_is_one_file_of_words(
    text: str, kind: Kind, value: int | str | None, unit: str | None, qualifier: Qualifier
) -> None:
    figure = find(text, "eo")[-1]
    expected = Decimal(value) if isinstance(value, int) else value
    assert (figure.kind, figure.value, figure.unit, figure.qualifier) == (kind, expected, unit, qualifier)


@pytest.mark.usefixtures("toy_language")
def test_a_language_says_how_its_days_are_called() -> None:
    assert find_dated("Hieraŭ pluvis.", "eo")[0].unit == "-P1D"


def test_a_language_that_is_not_named_is_not_read() -> None:
    with pytest.raises(ValueError, match="eo"):
        find("tri", "eo")


def _read_stars(t: Tokens, i: int, _loc: Locale) -> Reading | None:
    """5*: a toy kind, the stars of a hotel."""
    value = t.at[i].lexeme.value if t.at[i].lexeme is not None else None  # type: ignore[union-attr]
    return Reading(Kind.MEASURE, value, i, i + 2, unit="star") if t.at[i + 1].word == "*" else None


def test_a_kind_is_one_reader_and_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [figure.unit for figure in find("Ein 5* Hotel mit 20 Zimmern.", "de")] == [None, None]
    monkeypatch.setitem(kinds.READERS, Role.DIGITS, (_read_stars, *kinds.READERS[Role.DIGITS]))
    stars, rooms = find("Ein 5* Hotel mit 20 Zimmern.", "de")
    assert (stars.kind, stars.unit, stars.surface) == (Kind.MEASURE, "star", "5*")
    assert (rooms.kind, rooms.noun) == (Kind.COUNT, "Zimmern")
