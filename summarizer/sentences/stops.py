"""Says of one stop whether it ends the sentence.

A stop behind a plain word does, if no small letter follows. Behind an abbreviation, an initial or a number the word
that follows decides: one that is capitalised only where a sentence begins ("Der", "Danach") says yes; one that belongs
to the figure ("November", "Millionen") says no; any other leaves it open, and then nothing is cut inside a line.
"""

from __future__ import annotations

import re
from enum import Enum

from summarizer.sentences.lexicon import Ending, Lexicon

OPENERS = "\"'“„”»«’‘‚›‹([*_–—-"
CLOSERS = "\"'“”»«’‘›‹)]*_[0123456789¹²³⁰⁴⁵⁶⁷⁸⁹"

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BRAND = re.compile(r"[a-z]{1,2}[A-Z]")
_NUMBER = re.compile(r"\d{1,3}(?:[.\u00a0\u202f]\d{3})*|\d+")
_SHORT_DATE = re.compile(r"\d{1,2}\.\d{1,2}")
_DAY_OR_MONTH = re.compile(r"\d{1,2}\.")
_YEAR = re.compile(r"\d{4}(?!\d)")
_GROUP = re.compile(r"\d{3}(?!\d)")
_LAST_OF_PAIR = re.compile(r"(?<=\.)[/–-]")
_ROMAN = re.compile(r"(?=[IVXLC])(?:X[LC]|L?X{0,3})(?:I[XV]|V?I{0,3})")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.-?)+[^\W\d_]{1,3}|[^\W\d_]-[^\W\d_]")
_HYPHENS = re.compile(r"[-/]")
_LOOK_BACK = 48
"""Characters before a stop that hold the three words the rules look at; a bound keeps the pass linear."""
_BRACKET_REACH = 400


class Stop(Enum):
    """What a stop does to the sentence."""

    GOES_ON = "goes on"
    """The sentence goes on, even if the line ends here."""
    OPEN = "open"
    """Either is possible: no cut inside a line, but the end of a line ends the sentence too."""
    ENDS = "ends"


def judge(text: str, first: int, at: int, cut: int, after: int, lexicon: Lexicon) -> Stop:
    """Judges the stop at ``text[at:cut]``, closing quotes and brackets included.

    ``first`` is where the sentence began, ``after`` where the next word begins (both inside ``text``).
    """
    if text[after].islower() and not _BRAND.match(text, after):
        return Stop.GOES_ON
    stop = text[at:cut]
    if (")" in stop or "]" in stop) and _inside_brackets(text, first, at):
        return Stop.OPEN
    mark = stop.rstrip(CLOSERS)
    if mark != ".":
        if lexicon.nouns_are_capitalised and set(mark) <= {".", "…"}:
            return Stop.ENDS if _starts_sentence(text, after, lexicon) else Stop.OPEN
        return Stop.ENDS
    words = text[max(first, at - _LOOK_BACK) : at].split()
    if not words:
        return Stop.ENDS
    word = words[-1].lstrip(OPENERS)
    ending = _abbreviation(words, word, lexicon)
    if ending is None and word[:1].isdigit():
        return _after_number(text, words, word, after, lexicon)
    if ending is None and _is_initial(word, lexicon):
        ending = Ending.NEVER if len(words) == 1 and len(word) == 1 else Ending.EITHER
    return _after_abbreviation(text, word, ending, after, lexicon)


def _inside_brackets(text: str, first: int, at: int) -> bool:
    """Whether the bracket that closes right behind the stop was opened in mid-sentence."""
    reach = max(first, at - _BRACKET_REACH)
    return max(text.rfind("(", reach, at), text.rfind("[", reach, at)) > first


def _abbreviation(words: list[str], word: str, lexicon: Lexicon) -> Ending | None:
    """What is known of the word before the stop, also if written apart ("z. B.") or hyphened ("Dipl.-Ing.")."""
    endings = lexicon.endings
    if len(word) <= 4 and len(words) > 1 and words[-2].endswith("."):
        joined = words[-2].lstrip(OPENERS) + word
        if joined in endings:
            return endings[joined]
        if len(words) > 2 and words[-3].endswith("."):
            joined = words[-3].lstrip(OPENERS) + joined
            if joined in endings:
                return endings[joined]
    found = endings.get(word)
    if found is None and not word.isalpha():
        found = endings.get(_HYPHENS.split(word)[-1])
    if found is None and word.endswith(lexicon.abbreviated_tails):
        found = Ending.EITHER
    return found


def _is_initial(word: str, lexicon: Lexicon) -> bool:
    """J., U.S., H.-P., XIV.: a letter, letters between stops, or (where ordinals take a stop) a Roman numeral."""
    if len(word) == 1:
        return word.isalpha()
    if _DOTTED.fullmatch(word):
        return True
    return lexicon.ordinals_take_stop and word.isupper() and _ROMAN.fullmatch(word) is not None


def _after_abbreviation(text: str, short: str, ending: Ending | None, after: int, lexicon: Lexicon) -> Stop:
    following = _WORD.match(text, after)
    word = following.group() if following else ""
    match ending:
        case None:
            return Stop.ENDS
        case Ending.NEVER:
            return Stop.GOES_ON
        case Ending.BEFORE_NUMBER:
            numeral = _ROMAN.fullmatch(word) and word not in lexicon.starters
            numbered = text[after].isdigit() or text[after] == "§" or numeral
            return Stop.GOES_ON if numbered else Stop.ENDS
        case Ending.EITHER:
            if word in lexicon.starters:
                return Stop.ENDS
            initial = len(word) == 1 and text.startswith(".", after + 1)
            day_or_year = short in lexicon.months and text[after].isdigit()
            return Stop.GOES_ON if initial or day_or_year or word in lexicon.units else Stop.OPEN


def _starts_sentence(text: str, after: int, lexicon: Lexicon) -> bool:
    """Whether the capital at ``after`` can only be there because a sentence begins."""
    word = _WORD.match(text, after)
    return word is not None and word.group() in lexicon.starters


def _after_number(text: str, words: list[str], word: str, after: int, lexicon: Lexicon) -> Stop:
    """A stop behind digits: ordinal ("am 6. November", "der 2. Weltkrieg"), part of a date, or the sentence's end."""
    number = _LAST_OF_PAIR.split(word.rstrip(CLOSERS[:10]))[-1]
    before = words[-2].lstrip(OPENERS) if len(words) > 1 else ""
    if not before and number.isdigit() and len(number) <= 3:
        return Stop.GOES_ON
    if not lexicon.ordinals_take_stop:
        return Stop.ENDS
    if _SHORT_DATE.fullmatch(number):
        return Stop.ENDS if _starts_sentence(text, after, lexicon) else Stop.OPEN
    if _NUMBER.fullmatch(number) is None:
        return Stop.ENDS
    if text[after].isdigit():
        return Stop.GOES_ON if _number_goes_on(text, number, before, after) else Stop.ENDS
    following = _WORD.match(text, after)
    if following is None:
        return Stop.ENDS
    noun = following.group()
    if noun in lexicon.ordinal_nouns or noun in lexicon.units:
        return Stop.GOES_ON
    if noun in lexicon.starters:
        return Stop.ENDS
    return Stop.OPEN if _is_ordinal(number, words, before, noun, lexicon) else Stop.ENDS


def _number_goes_on(text: str, number: str, before: str, after: int) -> bool:
    """24. 12. 2025, and thousands set with a stray space ("77. 000")."""
    if _GROUP.match(text, after):
        return True
    if _DAY_OR_MONTH.match(text, after):
        return len(number) <= 2
    return len(number) <= 2 and _YEAR.match(text, after) is not None and _DAY_OR_MONTH.fullmatch(before) is not None


def _is_ordinal(number: str, words: list[str], before: str, noun: str, lexicon: Lexicon) -> bool:
    """Whether the words around a number read as an ordinal: "der 2. Torwart", "(5. Absatz", "2. und 3. Gipfel"."""
    if not before or words[-1][0] in "([" or before in lexicon.ordinal_leads or before[-1] in ",;:(–-/":
        return True
    if number == "1" and noun.isupper() and 2 <= len(noun) <= 4:
        return True
    return before in lexicon.joiners and len(words) > 2 and words[-3].rstrip(",").endswith(".")
