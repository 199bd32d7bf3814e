"""Proper names in a German sentence, and in an English one, told from common nouns without a dictionary.

German writes every noun with a capital, so a capital says little. What does say something: two capitalised words in a
row that no article parts ("Cove Capital", "Howard Lutnick"), a word all in capitals ("VISA"), an apposition after a
noun of the glossary ("dem Stahlhersteller Saxstahl"). These are the names a translation must keep.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from summarizer.data import Span
from summarizer.drafting.grammar import ARTICLES
from summarizer.drafting.terms import LEGAL, Occurrence, TermKind

_TOKEN = re.compile(r"[^\W_][\w&+’'-]*")
_TITLE = frozenset({"Herr", "Herrn", "Frau", "Dr", "Prof"})
_NOT_NAMES = frozenset(
    [
        "Der",
        "Die",
        "Das",
        "Den",
        "Dem",
        "Des",
        "Ein",
        "Eine",
        "Einen",
        "Einem",
        "Einer",
        "Am",
        "Im",
        "In",
        "Auf",
        "Nach",
        "Vor",
        "Mit",
        "Bei",
        "Zum",
        "Zur",
        "Zwei",
        "Drei",
        "Auch",
        "Er",
        "Sie",
        "Es",
        "Und",
        "Oder",
        "Aber",
        "Wir",
        "Ich",
        "Von",
        "Vom",
        "Für",
        "Über",
        "Unter",
        "Wie",
        "Als",
        "Wenn",
        "Laut",
        "So",
        "Da",
        "Dies",
        "Diese",
        "Dieser",
        "Dieses",
        "Zu",
        "Aus",
        "An",
        "Ab",
        "Bis",
        "Prozent",
        "Euro",
        "Dollar",
        "US-Dollar",
        "Milliarden",
        "Millionen",
        "Milliarde",
        "Million",
        "Uhr",
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
        "Montag",
        "Dienstag",
        "Mittwoch",
        "Donnerstag",
        "Freitag",
        "Samstag",
        "Sonntag",
        "Pfund",
        "Franken",
        "Tonnen",
        "Meter",
        "Kilometer",
        "Hektar",
        "Megawatt",
        "Gigawatt",
        "Terawattstunden",
        "Megawattstunde",
        "Ende",
        "Jahr",
        "Jahre",
        "Anfang",
        "Mitte",
    ]
)
_OPENING_WORDS = """
    Ein Eine Einem Einen Einer Eines Aber Alle Allein Allerdings Als Angesichts Aufgrund Außer Außerdem
    Außerhalb Bereits Bisher Bislang Binnen Dabei Dadurch Dafür Dagegen Daher Dahinter Damit Danach
    Daneben Dann Daran Darauf Daraus Darüber Darum Darunter Davon Davor Dazu Denn Dennoch Derzeit
    Deshalb Deswegen Dort Doch Durch Ebenso Eigentlich Einige Einst Entgegen Erst Erstmals Etwa Etliche
    Fast Früher Gegen Gegenüber Gemäß Genau Gerade Gestern Gleichzeitig Heute Hier Hingegen Hinter Immer
    Infolge Innerhalb Insgesamt Inzwischen Je Jede Jeder Jedes Jedem Jeden Jedoch Jene Jetzt Kaum Kein
    Keine Keiner Knapp Künftig Lange Manche Mehr Mehrere Mindestens Mittlerweile Möglicherweise Nachdem
    Neben Nicht Noch Nun Nur Ob Obwohl Ohne Rund Schließlich Schon Sechs Seit Seitdem Sieben Sobald
    Sogar Solange Solche Somit Sondern Sonst Sowohl Später Statt Teils Trotz Trotzdem Um Ungefähr Viel
    Viele Vielmehr Vier Voraussichtlich Während Wann Warum Was Wegen Weil Weitere Welche Wem Wen Wenige
    Weniger Wer Wo Wobei Womöglich Zehn Zeitweise Zudem Zuerst Zufolge Zuletzt Zumal Zunächst Zusätzlich
    Zuvor Zwar Zwischen Fünf Acht Neun Elf Zwölf Hunderte Tausende Dutzende Beide Beiden Ihr Ihre Ihren
    Sein Seine Unser Unsere Mein Meine Dieses Diesem Diesen Laut
"""
OPENING = frozenset(_OPENING_WORDS.split())
"""Words that are capitalised only because a sentence opens with them."""
_STANDS_ALONE = re.compile(r"\b(\w+)\b(?! [A-ZÄÖÜ])")
_FORM = re.compile(r"\b(?:AG|GmbH|SE|KG|KGaA|Inc|Ltd|plc|PLC|Corp)\b")
_WITH_BEFORE = re.compile(r"(?P<before>\b\w+ )?(?<![\w-])(?P<word>[A-ZÄÖÜ][a-zäöüß]{3,})\b(?!-)")
_BEFORE_NAMES = frozenset(
    ["über", "unter", "hinter", "oder", "aber", "wieder", "immer", "gegen", "neben", "zwischen", "wegen", "sollen",
     "wollen", "haben", "werden", "wurden", "unterzeichneten", "ferner", "erneut", "außer", "bisher",
     "denen", "dessen", "deren"]
)  # fmt: skip
_CONTRACTED = frozenset({"im", "am", "vom", "zum", "zur", "beim", "ins", "ans", "pro", "je"})
_OFTEN = 3
_LONG_ENOUGH = 3
_DESCRIBING = frozenset({TermKind.NOUN, TermKind.BODY, TermKind.OFFICE})
_COMMON_ENDINGS = (
    "ung", "ungen", "heit", "heiten", "keit", "keiten", "schaft", "schaften", "tion", "tionen", "ismus", "tät", "täten",
    "nis", "nisse", "tum", "ling", "ment", "minister", "ministerin", "hersteller", "konzern", "unternehmen", "agentur",
)  # fmt: skip


def names(text: str, terms: Sequence[Occurrence], known: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Names in the German ``text``, in reading order, each once. ``terms`` are its glossary terms.

    ``known`` are names found elsewhere in the article: they count here without further evidence. Persons and names of
    the glossary come in their English form.
    """
    found = [match["name"].strip() for match in LEGAL.finditer(text)]
    for run in _runs(text):
        found += _in_run(run, text, terms, known)
    found += [t.english.removesuffix("'s") for t in terms if t.term.kind in (TermKind.PERSON, TermKind.NAME)]
    return tuple(dict.fromkeys(name for name in found if len(name) > 1))


def aliases(found: Iterable[str], text: str, known_word: Callable[[str], bool]) -> frozenset[str]:
    """Names with their short forms: a firm's first word stands for it where the article uses it alone."""
    whole = tuple(dict.fromkeys(found))
    short = {name.split()[0] for name in whole if " " in name or _FORM.search(name)}
    single = frozenset(_STANDS_ALONE.findall(text))
    alone = {
        word
        for word in short
        if len(word) > _LONG_ENOUGH and not known_word(word) and not _common(word) and _alone(word, single, text)
    }
    return frozenset(whole) | alone


def _alone(word: str, single: frozenset[str], text: str) -> bool:
    """Whether a word stands somewhere without another capitalised one behind it; a joined one is searched for."""
    if word in single or word.isalnum():
        return word in single
    return re.search(rf"\b{re.escape(word)}(?! [A-ZÄÖÜ])\b", text) is not None


def bare_names(text: str, known_word: Callable[[str], bool]) -> frozenset[str]:
    """Capitalised words that come three times or more and never with an article or an adjective: countries, firms."""
    counted: Counter[str] = Counter()
    common: set[str] = set()
    for match in _WITH_BEFORE.finditer(text):
        word = match["word"]
        if word in _NOT_NAMES or known_word(word) or _common(word):
            continue
        counted[word] += 0 if (match["before"] or "")[:1].isupper() else 1
        before = (match["before"] or "").strip()
        adjective = before[:1].islower() and before.endswith(("er", "en", "es", "em")) and before not in _BEFORE_NAMES
        if adjective or before.lower() in ARTICLES | _CONTRACTED:
            common.add(word)
    return frozenset(word for word, times in counted.items() if times >= _OFTEN and word not in common)


def _in_run(run: list[Span], text: str, terms: Sequence[Occurrence], known: frozenset[str]) -> list[str]:
    """The names in a run of capitalised words: what a describing noun is followed by, or what no term covers."""
    covered = [next((t for t in terms if word.overlaps(t.span)), None) for word in run]
    for at in range(1, len(run)):
        before = covered[at - 1]
        descriptor = before is not None and before.term.kind in _DESCRIBING and before.english == before.term.english
        if descriptor and covered[at] is None and not _common(run[at].of(text)):
            return [Span(run[at].start, run[-1].end).of(text)]
    found = []
    for group in _adjacent([word for word, term in zip(run, covered, strict=True) if term is None], text):
        told = _common(group[0].of(text)) and len(group) > 1
        own = list(itertools.dropwhile(lambda span: _common(span.of(text)), group))
        if not own:
            continue
        whole = Span(own[0].start, own[-1].end).of(text)
        evident = len(own) > 1 or told or _marked(whole) or _described(own[0], text, terms)
        if evident or whole in known:
            found.append(whole)
    return found


def _described(word: Span, text: str, terms: Sequence[Occurrence]) -> bool:
    """Whether a noun that says what it is stands right before it: "Stahlhersteller Saxstahl"."""
    for term in terms:
        if term.span.end <= word.start and not text[term.span.end : word.start].strip():
            return term.term.kind in _DESCRIBING and term.english == term.term.english
    return False


def _runs(text: str) -> list[list[Span]]:
    """Runs of capitalised words with nothing but white space between them."""
    runs: list[list[Span]] = []
    for token in _TOKEN.finditer(text):
        word = token[0]
        if not word[0].isupper() or word in _NOT_NAMES or word in OPENING or word in _TITLE:
            continue
        span = Span(token.start(), token.end())
        if runs and text[runs[-1][-1].end : span.start].strip() == "":
            runs[-1].append(span)
        else:
            runs.append([span])
    return runs


def _adjacent(spans: Sequence[Span], text: str) -> list[list[Span]]:
    groups: list[list[Span]] = []
    for span in spans:
        if groups and text[groups[-1][-1].end : span.start].strip() == "":
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


def _common(word: str) -> bool:
    return word.lower().endswith(_COMMON_ENDINGS) or (word.endswith(("er", "e")) and "-" in word)


def _marked(word: str) -> bool:
    """A single word that shows by itself that it is a name."""
    return (len(word) > 1 and word.isupper()) or any(c.isupper() for c in word[1:].replace("-", "")[1:])
