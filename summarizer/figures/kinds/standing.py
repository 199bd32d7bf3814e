"""Number words that stand by themselves: a text that is nothing but "one", the pronoun eins, a mark ("eine Zwei").

"ein" and "one" are articles and pronouns wherever something stands beside them; the only word of a text (a table's
cell, say) they are a number. "eins" is a pronoun too ("Eins ist klar"), unless what stands beside it makes it a number:
a digit, a word of arithmetic, a preposition of amounts. "eine Zwei" is a school mark, a name and no two; "die Elf" is
a football team, since a number is written small.
"""

from __future__ import annotations

from typing import Final

from summarizer.data import Kind
from summarizer.figures import quantities
from summarizer.figures.lexeme import Role
from summarizer.figures.locale import Locale, wordset
from summarizer.figures.reading import Reading
from summarizer.figures.tokens import Tokens

_BEFORE_ONE: Final = wordset(
    "zu bis um gegen nach vor auf bei von unter über mal plus minus durch komma punkt punkto note hundert tausend "
    "mindestens höchstens genau ist gleich faktor wert ziffer zahl stufe : - – /"
)
_BEHIND_ONE: Final = wordset("zu bis komma plus minus mal durch gleich : - – / %")
_LISTING: Final = wordset(", und oder")
_MARKED: Final = wordset("eine einer")
_WORST_MARK: Final = 6


def read_only_word(t: Tokens, i: int) -> Reading | None:
    """The one that is a whole text: Eine, einen, one; but not a and an."""
    lexeme = t.at[i].lexeme
    if i or t.at[1].word or lexeme is None or lexeme.extra in ("a", "an"):
        return None
    return Reading(Kind.NUMBER, lexeme.value, i, i + 1)


def read_mark(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """eine Zwei, mit einer Fünf: a capital behind a feminine article, and nothing counted."""
    token, lexeme = t.at[i], t.at[i].lexeme
    if not loc.nouns_capitalised or not token.word[0].isupper() or t.at[i - 1].low not in _MARKED or not i:
        return None
    if lexeme is None or lexeme.value is None or not 1 <= lexeme.value <= _WORST_MARK or _goes_on(t, i + 1):
        return None
    return Reading(Kind.DESIGNATION, str(int(lexeme.value)), i, i + 1)


def _goes_on(t: Tokens, j: int) -> bool:
    """Whether more of a number or a noun stands at token ``j``: eine Zwei-Drittel-Mehrheit, eine Drei Millionen."""
    token = t.at[j]
    return token.lexeme is not None or token.word[:1].isupper() or (token.word == "-" and not t.at[j - 1].spaced)


def read_word(t: Tokens, i: int, loc: Locale) -> Reading | None:
    """A number word with its unit; None for eins as a pronoun and for a nil return."""
    if t.at[i].low == "nil" and t.at[i].spaced and t.at[i + 1].word[:1].isalpha():
        return None
    if t.at[i].low == "eins" and t.at[1].word and not _beside_a_number(t, i):
        return None
    if loc.nouns_capitalised and _is_team(t, i):
        return None
    return quantities.read(t, i, loc)


def _is_team(t: Tokens, i: int) -> bool:
    """die Elf, der Münchner Elf, die DFB-Elf: a capital where no sentence begins, and nothing counted behind it."""
    if t.at[i].word != "Elf" or not i or _goes_on(t, i + 1):
        return False
    before = t.at[i - 1]
    return (before.word[-1:].isalnum() and not before.breaks) or (before.word == "-" and not before.spaced)


def _beside_a_number(t: Tokens, i: int) -> bool:
    before, behind = t.at[i - 1], t.at[i + 1]
    if i and (before.low in _BEFORE_ONE or _is_number(t, i - 1) or _is_label(t, i - 1)):
        return True
    if i and before.low in _LISTING and _is_number(t, i - 2):
        return True
    if behind.low == "von" or behind.low in _LISTING:
        return _is_number(t, i + 2)
    return behind.low in _BEHIND_ONE or _is_number(t, i + 1)


def _is_number(t: Tokens, j: int) -> bool:
    lexeme = t.at[j].lexeme
    return lexeme is not None and lexeme.role in (Role.DIGITS, Role.CARDINAL, Role.SIGN, Role.SCALE)


def _is_label(t: Tokens, j: int) -> bool:
    lexeme = t.at[j].lexeme
    return lexeme is not None and lexeme.role is Role.LABEL
