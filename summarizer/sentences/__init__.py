"""Splits a text into sentences with exact offsets, in one pass and linear time.

Rules of our own, because the figure check needs three things no library we tried gives together: spans into the
untouched text, thousands of sentences a second, and a promise that no cut falls inside a figure ("am 6. November",
"2,5 Mrd. Euro", "Art. 5 Abs. 2"). `layout` first cuts the text into paragraphs by its shape; here each paragraph is
cut at the stops that end a sentence. What a stop means depends on the word before it and the word behind it; those
words are data, one file a language.

How to extend
    A word that is split wrongly: add it to the table it belongs to in `de` or `en`, and a case to
    ``tests/cases/sentences/``. A language: a file with a `Lexicon` and a line in `LEXICONS`.
"""

from __future__ import annotations

import re

from summarizer.data import Sentence, Span
from summarizer.sentences import de, en
from summarizer.sentences.layout import paragraphs
from summarizer.sentences.lexicon import Ending, Lexicon

LEXICONS = {"de": de.LEXICON, "en": en.LEXICON}

_STOP = re.compile(r"""[.!?…]+(?:["'“”»«’‘›‹)\]*_]|\[\d{1,3}\]|[¹²³⁰-⁹])*(?=\s)""")
_GAP = re.compile(r"""\s+(?:["'“„”»«’‘‚›‹(\[*_–—-]+\s*)*""")
_WORD = re.compile(r"[^\W\d_]+")
_BRAND = re.compile(r"[a-z]{1,2}[A-Z]")
_OPENERS = "\"'“„”»«’‘‚›‹([*_–—-"
_NUMBER = re.compile(r"\d{1,3}(?:[.  ]\d{3})*|\d+")
_SHORT_DATE = re.compile(r"\d{1,2}\.\d{1,2}")
_DATE_GOES_ON = re.compile(r"\d{1,2}\.|\d{4}(?!\d)")
_ROMAN = re.compile(r"(?=[IVXLC])(?:X[LC]|L?X{0,3})(?:I[XV]|V?I{0,3})")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}")
_LOOK_BACK = 48
_BRACKET_REACH = 400


def split(text: str, language: str = "de") -> tuple[Sentence, ...]:
    """The sentences of ``text`` in reading order, ids ``S1``, ``S2`` …

    Spans are trimmed of white space, never overlap, and together cover every character that is not white space.
    Never raises on any text; ``language`` is "de" or "en" (`ValueError` otherwise).
    """
    try:
        lexicon = LEXICONS[language]
    except KeyError:
        raise ValueError(f"no sentence rules for {language!r}; there are rules for {', '.join(LEXICONS)}") from None
    found: list[Sentence] = []
    for number, (start, end) in enumerate(paragraphs(text, lexicon)):
        for a, b in _sentences(text, start, end, lexicon):
            found.append(Sentence(f"S{len(found) + 1}", Span(a, b), number))
    return tuple(found)


def _sentences(text: str, start: int, end: int, lexicon: Lexicon) -> list[tuple[int, int]]:
    """Cuts one trimmed paragraph."""
    spans: list[tuple[int, int]] = []
    first = start
    for stop in _STOP.finditer(text, start, end):
        cut = stop.end()
        gap = _GAP.match(text, cut, end)
        if gap is None or gap.end() >= end:
            continue
        after = gap.end()
        if text[after].islower() and not _BRAND.match(text, after):
            continue
        if _ends(text, first, stop.group(), stop.start(), after, lexicon):
            spans.append((first, cut))
            first = _skip_space(text, cut)
    if first < end:
        spans.append((first, end))
    return spans


def _skip_space(text: str, at: int) -> int:
    while text[at].isspace():
        at += 1
    return at


def _ends(text: str, first: int, stop: str, at: int, after: int, lexicon: Lexicon) -> bool:
    """Whether the stop at ``at`` ends the sentence that began at ``first``; ``after`` is where the next word begins."""
    if (")" in stop or "]" in stop) and _inside_brackets(text, first, at):
        return False
    mark = stop.rstrip("\"'“”»«’‘›‹)]*_[0123456789¹²³⁰⁴⁵⁶⁷⁸⁹")
    if mark != ".":
        if set(mark) <= {".", "…"} and lexicon.nouns_are_capitalised:
            return _starts_sentence(text, after, lexicon)
        return True
    words = text[max(first, at - _LOOK_BACK) : at].split()
    if not words:
        return True
    word = words[-1].lstrip(_OPENERS)
    ending = _abbreviation(words, word, lexicon)
    if ending is None and word[:1].isdigit():
        return _ends_after_number(text, words, word, after, lexicon)
    if ending is None and _is_initial(word, lexicon):
        ending = Ending.EITHER
    match ending:
        case Ending.NEVER:
            return False
        case Ending.EITHER:
            return _starts_sentence(text, after, lexicon)
        case Ending.BEFORE_NUMBER:
            return not (text[after].isdigit() or text[after] in "§$€" or _is_roman(text, after))
        case _:
            return True


def _inside_brackets(text: str, first: int, at: int) -> bool:
    """Whether the bracket that closes right behind the stop was opened in mid-sentence."""
    reach = max(first, at - _BRACKET_REACH)
    return max(text.rfind("(", reach, at), text.rfind("[", reach, at)) > first


def _abbreviation(words: list[str], word: str, lexicon: Lexicon) -> Ending | None:
    """What is known of the word before the stop, also if written apart ("z. B.") or hyphened ("Dipl.-Ing.")."""
    endings = lexicon.endings
    if len(word) <= 4 and len(words) > 1 and words[-2].endswith("."):
        joined = words[-2].lstrip(_OPENERS) + word
        if joined in endings:
            return endings[joined]
        if len(words) > 2 and words[-3].endswith("."):
            joined = words[-3].lstrip(_OPENERS) + joined
            if joined in endings:
                return endings[joined]
    found = endings.get(word)
    if found is None and not word.isalpha():
        found = endings.get(re.split(r"[-/]", word)[-1])
    if found is None and word.endswith(lexicon.abbreviated_tails):
        found = Ending.EITHER
    return found


def _is_initial(word: str, lexicon: Lexicon) -> bool:
    """J., U.S., XIV.: a letter, letters between stops, or (where ordinals take a stop) a Roman numeral."""
    if len(word) == 1:
        return word.isalpha()
    if _DOTTED.fullmatch(word) or (word[1:2] == "-" and len(word) == 3):
        return True
    return lexicon.ordinals_take_stop and word.isupper() and _ROMAN.fullmatch(word) is not None


def _is_roman(text: str, at: int) -> bool:
    word = _WORD.match(text, at)
    return word is not None and _ROMAN.fullmatch(word.group()) is not None


def _starts_sentence(text: str, after: int, lexicon: Lexicon) -> bool:
    """Whether the capital at ``after`` can only be there because a sentence begins."""
    word = _WORD.match(text, after)
    return word is not None and word.group() in lexicon.starters


def _ends_after_number(text: str, words: list[str], word: str, after: int, lexicon: Lexicon) -> bool:
    """A stop behind digits: ordinal ("am 6. November", "der 2. Weltkrieg"), part of a date, or the sentence's end."""
    number = word.rstrip("\"'“”»«’‘")
    if not lexicon.ordinals_take_stop:
        return len(words) > 1 or len(number) > 3
    if _SHORT_DATE.fullmatch(number):
        return _starts_sentence(text, after, lexicon)
    if _NUMBER.fullmatch(number) is None:
        return True
    if text[after].isdigit():
        return not (len(number) <= 2 and _DATE_GOES_ON.match(text, after))
    follows = _WORD.match(text, after)
    if follows is None:
        return True
    if follows.group() in lexicon.ordinal_nouns:
        return False
    if follows.group() in lexicon.starters:
        return True
    if len(words) == 1:
        return False
    before = words[-2].lstrip(_OPENERS)
    if before in lexicon.ordinal_leads or before[-1:] in ",;:(–-/":
        return False
    return not (before in lexicon.joiners and len(words) > 2 and words[-3].rstrip(",").endswith("."))
