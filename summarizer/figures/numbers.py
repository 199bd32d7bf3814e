"""Reads a number, in digits or words or both, that starts at a token: 12 400; 2,5 Millionen; 2½; 1e6; one point five.

Digits are read here, words in `spelled`. Each token is looked at a bounded number of times.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from summarizer.figures.aircraft import splits
from summarizer.figures.lexeme import Lexeme, Role
from summarizer.figures.locale import Locale
from summarizer.figures.reading import Number
from summarizer.figures.spelled import HYPHENS, read_spelled
from summarizer.figures.tokens import Tokens

_SUPERSCRIPT: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_SPACES: Final = frozenset(" \u00a0\u202f\u2009\u2007")
_MAX_EXPONENT: Final = 60
_LONGEST_BEFORE_B: Final = 5
_TINY: Final = Decimal("1e-9")
_ONE: Final = Decimal(1)
_TEN: Final = Decimal(10)
_HUNDRED: Final = Decimal(100)


def read_number(t: Tokens, i: int, loc: Locale, *, money: bool = False) -> Number | None:
    """The number that starts at token ``i``; ``money`` says that a currency stands before it ("£50m")."""
    lexeme = t.at[i].lexeme
    if lexeme is None:
        return None
    role = lexeme.role
    if role is Role.DIGITS:
        number = _digits(t, i, loc, lexeme, money)
        if number is not None and number.stop == i + 1 and t.at[i + 1].low in loc.decimal_words and t.at[i].spaced:
            return _spoken_decimal(t, number, loc)
        return number if number is None or not number.scaled else _further_groups(t, number, loc)
    if role is Role.SIGN:
        return _signed(t, i, loc, lexeme, money)
    if role in _WORD_ROLES:
        number = read_spelled(t, i, loc)
        if number is not None and t.at[number.stop].low in loc.decimal_words:
            return _spoken_decimal(t, number, loc)
        return number
    return None


def _further_groups(t: Tokens, number: Number, loc: Locale) -> Number:
    """4 thousand 3 hundred and 21; 2 Millionen 300 Tausend: groups in digits, each with a smaller scale."""
    while True:
        last, first = t.at[number.stop - 1].lexeme, t.at[number.stop]
        joined = first.low in loc.ands
        j = number.stop + joined
        following = t.at[j].lexeme
        if last is None or last.role is not Role.SCALE or last.value is None or t.at[number.stop - 1].breaks:
            return number
        if following is None or following.role is not Role.DIGITS or following.value is None:
            return number
        scale = t.at[j + 1].lexeme
        if joined:
            scaled = scale is not None and scale.role is Role.SCALE
            if last.value != _HUNDRED or scaled or not 0 < following.value < _HUNDRED:
                return number
            return number._replace(value=number.value + following.value, stop=j + 1)
        if scale is None or scale.role is not Role.SCALE or scale.value is None or scale.value >= last.value:
            return number
        if following.value * scale.value >= last.value:
            return number
        number = number._replace(value=number.value + following.value * scale.value, stop=j + 2)


_WORD_ROLES: Final = frozenset(
    {Role.CARDINAL, Role.ARTICLE, Role.SCALE, Role.MIXED, Role.COLLECTIVE, Role.HALF, Role.FRACTION}
)


def _signed(t: Tokens, i: int, loc: Locale, lexeme: Lexeme, money: bool) -> Number | None:
    following = t.at[i + 1].lexeme
    if t.glued(i) and t.at[i - 1].word == "/":  # plus/minus 2
        return None
    hyphens = t.at[i - 1].word == "-" and t.at[i - 3].word == "-"  # plus-or-minus 2, plus or minus 2
    if (
        i > 3 - 2 * (not hyphens)
        and t.at[i - 1 - hyphens].low in ("or", "oder")
        and t.at[i - 2 - 2 * hyphens].low == "plus"
    ):
        return None
    if following is None or following.role not in (Role.DIGITS, Role.CARDINAL, Role.ARTICLE, Role.MIXED):
        return None
    number = read_number(t, i + 1, loc, money=money)
    if number is None or lexeme.value is None:
        return None
    return number._replace(value=number.value * lexeme.value, bare_article=False)


def _digits(t: Tokens, i: int, loc: Locale, lexeme: Lexeme, money: bool) -> Number | None:
    value = lexeme.value
    if value is None:
        return None
    stop = i + 1
    token = t.at[i]
    if token.spaced and len(token.word) <= 3 and token.word.isdigit() and token.word[0] != "0":
        stop, value = _grouped_by_space(t, i, loc, value)
    if t.at[stop].word in _MARKS and _whole_price(t, stop, loc, money):
        return Number(value, stop + 2, True)
    following = t.at[stop]
    if following.lexeme is not None:
        role = following.lexeme.role
        if role is Role.FRACTION and len(following.word) == 1 and following.lexeme.value is not None:  # 2½
            return scale_behind(t, stop + 1, loc, value + following.lexeme.value, money)
        if role is Role.DIGITS and following.word.isdigit():  # 2 1/2
            part = slash_fraction(t, stop)
            if part is not None and part < 1 and token.spaced and value == value.to_integral_value():
                return scale_behind(t, stop + 3, loc, value + part, money)
    elif not token.spaced or following.word in ("×", "x"):
        power = _power(t, stop, value)
        if power is not None:
            return power
    return scale_behind(t, stop, loc, value, money)


def _whole_price(t: Tokens, j: int, loc: Locale, money: bool) -> bool:
    """20.– Franken, CHF 1'200.–, 5,- Euro: a dash stands for no cents."""
    if t.at[j - 1].spaced or t.at[j].spaced or t.at[j + 1].word not in _NO_CENTS:
        return False
    behind = t.at[j + 2]
    sign = behind.lexeme is not None and behind.lexeme.role is Role.CURRENCY
    return sign or behind.low in loc.phrases or (money and not behind.word[:1].isdecimal())


_MARKS: Final = frozenset({".", ","})
_NO_CENTS: Final = frozenset("-–—")


def _grouped_by_space(t: Tokens, i: int, loc: Locale, value: Decimal) -> tuple[int, Decimal]:
    """12 400: groups of three digits behind a normal, thin or no-break space."""
    stop, digits = i + 1, t.at[i].word
    while stop < i + 8:
        token = t.at[stop]
        if token.lexeme is None or token.lexeme.role is not Role.DIGITS or t.gap(stop - 1) not in _SPACES:
            break
        word = token.word
        if stop == i + 1 and splits(t, stop, loc):
            break  # 12 787s
        if len(word) != 3 or not word.isdigit():
            if len(word) > 4 and word[:3].isdigit() and word[3] == loc.decimal_mark and word[4:].isdigit():
                return stop + 1, Decimal(f"{digits}{word[:3]}.{word[4:]}")
            break
        digits += word
        stop += 1
    return stop, Decimal(digits) if stop > i + 1 else value


def parts_of_one(count: Decimal, part: Decimal) -> Decimal:
    """So many parts, as a quotient of whole numbers: two thirds are 2/3 to the last digit, however they are written."""
    below = (_ONE / part).to_integral_value() if part else _ONE
    return count / below if abs(part * below - _ONE) < _TINY else count * part


def slash_fraction(t: Tokens, i: int) -> Decimal | None:
    """The value of ``3/4`` if that stands at token ``i``, without spaces."""
    below = t.at[i + 2]
    if t.at[i + 1].word not in "/⁄" or t.at[i].spaced or t.at[i + 1].spaced or not below.word.isdigit():
        return None
    above = t.at[i].word
    if len(above) > 4 or len(below.word) > 4 or not above.isdigit() or int(below.word) == 0 or below.word[0] == "0":
        return None
    return Decimal(int(above)) / Decimal(int(below.word))


def _power(t: Tokens, stop: int, value: Decimal) -> Number | None:
    """1e6, 10^6, 10⁶, 3,2 × 10^9."""
    token = t.at[stop]
    exponent: int | None = None
    if token.low == "e" and t.at[stop + 1].word.isdigit() and not token.spaced:
        exponent, base, after = int(t.at[stop + 1].word[:4]), _TEN, stop + 2
    elif token.low == "e" and t.at[stop + 1].word in ("+", "-") and t.at[stop + 2].word.isdigit():
        exponent, base, after = int(t.at[stop + 2].word[:4]), _TEN, stop + 3
        exponent = -exponent if t.at[stop + 1].word == "-" else exponent
    elif token.word in ("×", "x") and t.at[stop + 1].word == "10":
        exponent, after = _exponent(t, stop + 2)
        base = _TEN
    else:
        exponent, after = _exponent(t, stop)
        base, value = value, _ONE
    if exponent is None or abs(exponent) > _MAX_EXPONENT or (base == 0 and exponent < 0):
        return None
    return Number(value * base**exponent, after, True)


def _exponent(t: Tokens, stop: int) -> tuple[int | None, int]:
    token = t.at[stop]
    if token.word == "^":
        at, sign = stop + 1, 1
        while t.at[at].word in ("-", "+", "−") and at < stop + 4:
            sign = sign if t.at[at].word == "+" else -1
            at += 1
        word = t.at[at].word
        return (sign * int(word), at + 1) if word.isdigit() and len(word) < 4 else (None, stop)
    plain = token.word.translate(_SUPERSCRIPT)
    if plain != token.word and len(plain) < 4 and plain.lstrip("-").isdigit():
        return int(plain), stop + 1
    return None, stop


def scale_behind(t: Tokens, stop: int, loc: Locale, value: Decimal, money: bool = False) -> Number:
    """Multiplies by the scales behind a number in digits: 2,5 Millionen; 100-Milliarden; $1.1bn; 350 T€."""
    scaled = False
    for _ in range(3):
        at = stop + 1 if t.at[stop].word in HYPHENS and not t.at[stop].spaced and t.glued(stop) else stop
        token = t.at[at]
        lexeme = token.lexeme
        if lexeme is not None and lexeme.role is Role.SCALE and lexeme.value is not None and not t.at[stop - 1].breaks:
            if at > stop and not token.word[0].isupper() and loc.nouns_capitalised:
                break
            value, stop, scaled = value * lexeme.value, at + 1, True
            if lexeme.extra == "dot" and t.at[stop].word == "." and not token.spaced:
                stop += 1
            continue
        if lexeme is not None and lexeme.value == 12 and lexeme.role in (Role.COLLECTIVE, Role.VAGUE):
            value, stop, scaled = value * 12, at + 1, True
        break
    if scaled:
        return Number(value, stop, True, True)
    factor = _symbol_scale(t, stop, loc, money)
    return Number(value, stop, True) if factor is None else Number(value * factor, stop + 1, True, True)


def _symbol_scale(t: Tokens, stop: int, loc: Locale, money: bool) -> Decimal | None:
    token = t.at[stop]
    factor = loc.scale_symbols.get(token.word)
    if factor is None or not (token.spaced or _closes(t, stop + 1)):
        return None
    if not t.glued(stop) and not (len(token.word) > 1 or money or token.word == "G"):
        return None
    if token.word == "m" and not money:
        unit = t.at[stop + 1].low
        return factor if unit in loc.words["currency_after_m"] or unit in loc.phrases else None
    if token.word == "b" and not money and len(t.at[stop - 1].word) > _LONGEST_BEFORE_B:
        return None  # 802.11b
    return factor


def _closes(t: Tokens, index: int) -> bool:
    """Whether a symbol may end before this token: not in front of more letters or digits."""
    word = t.at[index].word
    return not word or not (word[0].isalnum())


def _spoken_decimal(t: Tokens, number: Number, loc: Locale) -> Number:
    """null Komma drei, two point seventy-one: the digits after the mark, one word after the other."""
    digits, j = "", number.stop + 1
    while len(digits) < 12:
        lexeme = t.at[j].lexeme
        if lexeme is None:
            if t.at[j].word in HYPHENS and digits.endswith("0") and t.at[j + 1].lexeme is not None:
                j += 1
                continue
            break
        if lexeme.value is None or lexeme.role not in (Role.CARDINAL, Role.DIGITS, Role.ARTICLE):
            break
        if lexeme.value != lexeme.value.to_integral_value() or lexeme.value > 9999:
            break
        word = str(int(lexeme.value))
        if len(digits) == 2 and digits[1] == "0" and digits[0] != "0" and len(word) == 1:
            digits = digits[0] + word
        else:
            digits += word
        j += 1
    if not digits:
        return number
    return scale_behind(t, j, loc, number.value + Decimal(f"0.{digits}"))
