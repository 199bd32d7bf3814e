"""Tells a text's language, and refuses what is not German in one sentence.

langdetect draws n-grams at random, so the same text can get two answers. Here it always gets one: each detector has a
random generator of its own, and we seed that, never the library's global one; so it holds in threads too. The library
takes a second to load its profiles, so it is imported at the first question. A long text is sampled evenly rather than
read from the top, where agencies put bylines and English boilerplate. The library's two inner loops take most of the
time of a short article, so they are put here in another form that gives the same answers (`_quick`).
"""

from __future__ import annotations

import re
import threading
from collections import Counter
from collections.abc import Callable, Container
from dataclasses import dataclass
from functools import cache
from typing import Any

from summarizer.errors import InputError

SEED = 0
FEWEST_WORDS = 5
FEWEST_LETTERS = 25
"""A text with fewer words or letters is too short to tell: below, langdetect took 2 of 15 German news sentences for
another language; of 5 to 9 words 2 of 128, of ten or more 1 of 1,282."""
SAMPLE = 10_000
"""Characters looked at; more don't change the answer."""
WINDOWS = 5
"""Parts of the text, evenly spread, that a sample is made of."""
REFUSED_WORDS = 12
"""A source of fewer words is checked with a remark, whatever its language."""
UNDETERMINED = "und"

PARAGRAPH_WORDS = 12
"""A shorter paragraph goes with its neighbours: headings and captions are easily mistaken."""
FOREIGN_WORDS = 60
FOREIGN_SHARE = 0.2
"""So many words, and such a share of all, in other languages make it a page in two languages."""
GERMAN_WORDS = 40
"""A text with fewer German words is not German."""
_PLAIN_WORDS = 2
_MIXED = 5
"""A paragraph with one frequent German word to so many English ones is not English: it quotes."""
_SURE, _CERTAIN = 0.9, 0.99
_SPACES = re.compile(" +")
_BLANK = re.compile(r"\n\s*\n")
_OPENING = '„“”"«»‚‘'
_QUOTED = re.compile(r"[“”\"«»‘’][.,]?(?:\s*,?\s*(?:sagt|erklärt|so|betont|meint|schreib|hieß|heißt)\w*\b.*)?$", re.S)

_WORD = re.compile(r"[^\W\d_]+")
_GERMAN_WORDS = frozenset({
    "der", "das", "und", "nicht", "mit", "von", "ist", "für", "auf", "dem", "den", "ein", "eine", "auch", "sich",
    "wird", "wurde", "nach", "bei", "zum",
})  # fmt: skip
_ENGLISH_WORDS = frozenset({
    "the", "of", "and", "to", "that", "with", "for", "by", "from", "its", "has", "have", "been", "which", "this",
    "were", "on", "are",
})  # fmt: skip
_SURE_WORDS = 4
_SURE_TIMES = 4
"""So many frequent words of one language, and so many times more than of the other, leave no doubt."""
_SHORT_WORDS = 40
"""Fewer words than this are too few to load the library for, where all frequent ones are of one language."""
_load_once = threading.Lock()

NAMES = {
    "af": "Afrikaans", "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech",
    "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "gu": "Gujarati", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "kn": "Kannada",
    "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "ml": "Malayalam", "mr": "Marathi",
    "ne": "Nepali", "nl": "Dutch", "no": "Norwegian", "pa": "Punjabi", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "so": "Somali", "sq": "Albanian",
    "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "th": "Thai", "tl": "Tagalog", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh-cn": "Chinese", "zh-tw": "Chinese",
    UNDETERMINED: "no language we know",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Detection:
    """What language a text is in, and how sure that is."""

    language: str
    """ISO 639-1 code (Chinese with its script: ``zh-cn``); ``und`` for a text without words."""
    probability: float
    """Between 0 and 1."""

    @property
    def name(self) -> str:
        """The language's English name."""
        return NAMES.get(self.language, self.language)


def detect(text: str) -> Detection:
    """The language of ``text``: the same answer for the same text, in any order and thread. Never raises."""
    from langdetect.lang_detect_exception import LangDetectException

    detector = _detector()
    detector.seed = SEED
    detector.append(_legible(_sample(text)))
    try:
        found = detector.get_probabilities()
    except LangDetectException:
        found = []
    return Detection(found[0].lang, found[0].prob) if found else Detection(UNDETERMINED, 0.0)


def glance(text: str) -> str | None:
    """``de`` or ``en`` where the frequent words of ``text`` leave no doubt, else None; takes no time and no library.

    For remarks in passing: a text too short or too mixed to tell gets none. Words of both languages ("in", "was") and
    common abbreviations ("IT") don't count.
    """
    german, english = _counted(text[:SAMPLE])
    most, least = max(german, english), min(german, english)
    if most < _SURE_WORDS or most < _SURE_TIMES * least:
        return None
    return "de" if german > english else "en"


def surely(text: str) -> Detection | None:
    """The language of ``text`` where there is no doubt about it, else None; the library is loaded only where needed.

    A text of fewer than `FEWEST_WORDS` words is never sure, nor is a short one whose frequent words are all German or
    all English, if there are too few of them to tell: it is most likely what they say, and loading the library takes
    longer than checking such a text.
    """
    seen = glance(text)
    if seen is not None:
        return Detection(seen, 1.0)
    words = _WORD.findall(text, 0, SAMPLE)
    if len(words) < FEWEST_WORDS or sum(map(len, words)) < FEWEST_LETTERS:
        return None
    german, english = _counted(text[:SAMPLE])
    if len(words) < _SHORT_WORDS and (german == 0) != (english == 0):
        return None
    found = detect(text)
    return found if found.probability >= _CERTAIN and found.language != UNDETERMINED else None


def refuse_foreign(text: str, *, origin: str = "-") -> None:
    """Raises `InputError` where ``text`` is surely another language than German, and long enough to say so.

    Weaker than `require_german`: a check needs no model and does no harm with a text that can't be told.
    """
    if len(_WORD.findall(text, 0, SAMPLE)) < REFUSED_WORDS:
        return
    found = surely(text)
    if found is not None and found.language != "de":
        raise _foreign("standard input" if origin == "-" else origin, found)


def _counted(text: str) -> tuple[int, int]:
    """How many frequent words of German and of English there are."""
    words = _WORD.findall(text.lower())
    return sum(map(_GERMAN_WORDS.__contains__, words)), sum(map(_ENGLISH_WORDS.__contains__, words))


def require_german(text: str, *, origin: str = "-") -> Detection:
    """What `detect` says, if it is German.

    ``origin`` is the path or address to name, ``-`` for standard input. Raises `InputError` if the text is too short to
    tell, or not German. German with English quotes is German: the larger part decides.
    """
    name = "standard input" if origin == "-" else origin
    words = _WORD.findall(text, 0, SAMPLE)
    if len(words) < FEWEST_WORDS or sum(map(len, words)) < FEWEST_LETTERS:
        count = f"{len(words)} word{'' if len(words) == 1 else 's'}"
        raise InputError(
            f"{name} is too short to tell its language ({count}): give a whole article, or --source-lang de if it is "
            "German."
        )
    found = detect(text)
    if found.language == "de":
        return found
    if found.language == UNDETERMINED:
        raise InputError(f"{name} holds no text in a language we know: give a German article.")
    raise _foreign(name, found)


def _foreign(name: str, found: Detection) -> InputError:
    return InputError(
        f"{name} reads as {found.name} (probability {found.probability:.2f}), not German: give the German original; "
        "--source-lang de overrides."
    )


def for_figures(text: str) -> tuple[str, float | None, str | None]:
    """As what language the figures of ``text`` are to be read: ``de`` or ``en``, how sure that is, and a note.

    A text in neither, or too short to tell, is read as German: then there is no probability, and the note says so.
    """
    words = _WORD.findall(text, 0, SAMPLE)
    found = detect(text)
    if found.language in ("de", "en"):
        return found.language, found.probability, None
    long_enough = len(words) >= FEWEST_WORDS and sum(map(len, words)) >= FEWEST_LETTERS
    if found.language == UNDETERMINED or not long_enough or found.probability < _SURE:
        return (
            "de",
            None,
            "Its language can't be told: its figures were read as German; --lang en reads them as English.",
        )
    return (
        "de",
        None,
        f"It reads as {found.name} (probability {found.probability:.2f}), and only German and English figures can be "
        "read: they were read as German; --lang en reads them as English.",
    )


@dataclass(frozen=True, slots=True)
class Part:
    """The German of a text in two languages."""

    text: str
    """Its German paragraphs, in their order, a blank line between them."""
    note: str
    """A sentence that says what was left out."""


def german_part(text: str) -> Part | None:
    """The German paragraphs of a page in two languages; None for a text in one.

    A German article with English quotes is in one language: what stands in quotation marks is its own, and so are other
    languages below `FOREIGN_WORDS` words or `FOREIGN_SHARE` of all. A heading goes with what follows it.
    """
    paragraphs = [each.strip() for each in _BLANK.split(text) if each.strip()]
    counts = [len(_WORD.findall(each)) for each in paragraphs]
    if len(paragraphs) < 2 or sum(counts) < FOREIGN_WORDS + GERMAN_WORDS:
        return None
    whole = glance(text) or detect(text).language
    languages = _followed([_of(each, count) for each, count in zip(paragraphs, counts, strict=True)], whole)
    german = sum(count for count, language in zip(counts, languages, strict=True) if language == "de")
    others = Counter({name: 0 for name in languages if name != "de"})
    for count, name in zip(counts, languages, strict=True):
        if name != "de":
            others[name] += count
    foreign = others.total()
    if german < GERMAN_WORDS or foreign < max(FOREIGN_WORDS, FOREIGN_SHARE * (german + foreign)):
        return None
    kept = [each for each, language in zip(paragraphs, languages, strict=True) if language == "de"]
    name = NAMES.get(others.most_common(1)[0][0], "another language")
    left_out = len(paragraphs) - len(kept)
    return Part(
        "\n\n".join(kept),
        f"It is in German and {name}: {left_out} of {len(paragraphs)} paragraphs, which are not German, were left out.",
    )


def _of(paragraph: str, words: int) -> str | None:
    """The language of a paragraph; None where it is too short to tell, or a quotation."""
    if words < PARAGRAPH_WORDS or (paragraph[0] in _OPENING and _QUOTED.search(paragraph)):
        return None
    german, english = _counted(paragraph)
    if german >= _PLAIN_WORDS and german > 2 * english:  # most are told so, in no time
        return "de"
    if german >= _PLAIN_WORDS and german * _MIXED > english:  # German around a quotation
        return None
    found = detect(paragraph)
    return found.language if found.probability >= _SURE else None


def _followed(languages: list[str | None], whole: str) -> list[str]:
    """The languages with what can't be told taken for that of the next paragraph, or else the one before."""
    told: list[str] = []
    following: str | None = None
    for language in reversed(languages):
        following = language or following
        told.append(following or "")
    told.reverse()
    before = next((each for each in told if each), whole)
    for position, language in enumerate(told):
        before = told[position] = language or before
    return told


def _detector() -> Any:
    """A new detector with the library's profiles."""
    with _load_once:
        factory, kind = _loaded()
    return kind(factory)


@cache
def _loaded() -> tuple[Any, Any]:
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    factory = DetectorFactory()
    factory.load_profile(PROFILES_DIRECTORY)
    return factory, _quick()


class _Letters(dict[int, str]):
    """What the library takes each character for, a table for `str.translate` that fills itself."""

    def __init__(self, normalize: Callable[[str], str]) -> None:
        super().__init__()
        self._normalize = normalize

    def __missing__(self, character: int) -> str:
        found = self[character] = self._normalize(chr(character))
        return found


def _quick() -> Any:
    """The library's detector with its two inner loops in fewer steps: the same n-grams, the same sums in turn."""
    from langdetect.detector import Detector
    from langdetect.utils.ngram import NGram

    letters = _Letters(NGram.normalize)

    class Quick(Detector):  # type: ignore[misc]
        def _extract_ngrams(self) -> list[str]:
            return _ngrams(self.text.translate(letters), self.word_lang_prob_map)

        def _update_lang_prob(self, prob: list[float], word: str, alpha: float) -> bool:
            weight = alpha / self.BASE_FREQ
            prob[:] = [p * (weight + q) for p, q in zip(prob, self.word_lang_prob_map[word], strict=True)]
            return True

    return Quick


def _ngrams(text: str, known: Container[str]) -> list[str]:
    """The known runs of up to three characters of ``text``, by where they end; none of two words, or of capitals."""
    found: list[str] = []
    before, last = "", " "
    for now in _SPACES.sub(" ", text).removeprefix(" "):
        if not (now.isupper() and last.isupper()):
            if now != " " and now in known:
                found.append(now)
            two = last + now
            if two in known:
                found.append(two)
            if last != " ":
                three = before + two
                if three in known:
                    found.append(three)
        before, last = last, now
    return found


def _sample(text: str) -> str:
    """The text itself, or windows of it that add up to `SAMPLE` characters, cut at white space where there is some."""
    if len(text) <= SAMPLE:
        return text
    size = SAMPLE // WINDOWS
    stride = (len(text) - size) // (WINDOWS - 1)
    parts = [text[i * stride : i * stride + size] for i in range(WINDOWS)]
    return "\n".join(part[_edge(part) :] for part in parts)


def _edge(part: str) -> int:
    """Where the first whole word of a window begins."""
    space = part.find(" ", 0, 100)
    return space + 1


def _legible(text: str) -> str:
    """The text in small letters if it is written in capitals, which langdetect skips as abbreviations."""
    letters = [c for c in text if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    return text.lower() if capitals * 2 > len(letters) else text
