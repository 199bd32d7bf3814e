"""What is wrong with the English of one sentence, told without a model: figures, names, negation, German left over.

Each fault has a weight and a sentence a model understands, so that the best of several tries can be taken and the
next one be asked for with a reason. The check (`summarizer.checking`) has the last word on figures; this is the quick
look between two tries.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from summarizer.data import Figure, Kind, Qualifier
from summarizer.drafting import origins, vocabulary
from summarizer.drafting.names import OPENING, names
from summarizer.drafting.origins import fold
from summarizer.drafting.pinning import Pinned
from summarizer.drafting.terms import TermKind
from summarizer.drafting.vocabulary import Known, WordKind
from summarizer.figures import english, find

_NO_GERMAN = re.compile(r"(?i)\b(?:nicht|kein\w*|ohne|niemand\w*|nie|niemals|weder|nirgends)\b")
_NO_ENGLISH = re.compile(
    r"(?i)\b(?:not|no|none|nobody|never|neither|nor|without|cannot|nothing|nowhere|yet to|fail\w*|lack\w*|refus\w*"
    r"|declin\w*|un\w+|in(?:complete|dependent)\w*)\b|n't\b|n’t\b"
)
_ONLY_GERMAN = re.compile(r"\b(?:nur|lediglich|bloß|erst(?= (?:im|am|seit|nach|vor|in|um|ab|\d)\b))\b", re.I)
_ONLY_ENGLISH = re.compile(
    r"(?i)\b(?:only|just|merely|solely|sole|alone|not until|no more than|nothing but|as late as)\b"
)
_OPEN_GERMAN = re.compile(
    r"\b(?:solle?n?|sollte[nr]?|rechne(?:n|t|te|ten) (?:\S+ ){0,6}?mit|erwarte(?:n|t|te|ten)|voraussichtlich|vermutlich"
    r"|könnten?|dürften?|womöglich|möglicherweise|angeblich|mutmaßlich\w*|plan(?:en|t|te|ten))\b"
)
_OPEN_ENGLISH = re.compile(
    r"(?i)\b(?:to|should|will|would|shall|may|might|could|must|can|expect\w*|anticipat\w*|forecast\w*|project(?:s|ed)"
    r"|predict\w*|plans?|planning|planned|likely|probabl[ey]|possibl[ey]|presum\w*|suppos\w*|alleged\w*|report\w*"
    r"|intend\w*|aim\w*|due|set|suspect\w*|seem\w*|appear\w*|estimat\w*|perhaps|potential\w*)\b"
)
_GERMAN_LEFT = re.compile(
    r"\b(?:der|das|dem|des|ein|eine|einen|einem|einer|und|oder|nicht|mit|für|auf|wird|werden|haben|sind"
    r"|wurde|wurden|sich|auch|nach|bei|aus|vom|zum|zur|über|dass|sowie|bereits|sollen|soll|sei|seien)\b"
)
_GERMAN_WORD = re.compile(
    r"\b[A-ZÄÖÜ][a-zäöüß]*(?:ung|ungen|heit|keit|schaft|minister|ministerin|ministerium|hersteller|konzern|unternehmen"
    r"|behörde|regierung|abkommen|vertrag|werk|verband|amt)\b|\b[a-zäöüß]+(?:ische[nrsm]?|liche[nrsm]?)\b"
)
_GERMAN_SPELLING = re.compile(r"\b[^\W\d_]*(?:dsch|tsch)[^\W\d_]*", re.IGNORECASE)
"""Sounds that English spells otherwise: "tadschikian" for "tadschikisch"."""
_ENGLISH_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_ENGLISH_CAPITALS = frozenset(
    {"United", "States", "Kingdom", "European", "Commission", "German", "American", "Council", "Parliament", "State"}
    | {"Prime", "Minister", "President", "Central", "Bank", "Union", "Federal", "Republic", "Secretary", "Department"}
)
_OPEN_NOUN = re.compile(
    r"(?i)\b(?:the|a|an|this|their|its) (?:\w+ )?(?:planned|expected|plans?|reports?|set)\b|\bto (?:the|a|an)\b"
)
"""What looks like openness and is none: "the planned 30 percent"; "to the house"."""
_HALF = 5
_ALIKE = 3
_DATED = re.compile(r"[\dX]{4}-(?P<month>\d\d)-(?P<day>\d\d)")
_SCALES = (1, 1000, 10**6, 10**9)
_MONTHS: dict[str | None, int] = {"month": 1, "year": 12}
_OFTEN_SAID = 2
"""Up to this, a number may come back as a pronoun or an article."""
_FRACTIONS: dict[Decimal | str | None, str] = {Decimal("0.25"): "quarter", Decimal("0.5"): "half"}
_OPTIONAL = frozenset({Kind.ORDINAL, Kind.VAGUE})
_MIN_RATIO, _MAX_RATIO = 0.62, 2.1
_NAME_WEIGHT, _FIGURE_WEIGHT, _TERM_WEIGHT = 2.0, 4.0, 1.0
_GUESS_WEIGHTS = {WordKind.VERB: 0.5, WordKind.PHRASE: 0.6, WordKind.NOUN: 0.5, WordKind.WORD: 0.3}
_NOUN_WEIGHT, _HEDGE_WEIGHT, _WORD_WEIGHT = 0.9, 1.5, 0.5
_LOOKED_FOR = frozenset({TermKind.COUNTRY, TermKind.PLACE, TermKind.PERSON, TermKind.NAME})
_UNHEDGED = frozenset({Qualifier.EXACT, Qualifier.FURTHER})
GUESSED = "it seems to guess or lose"
_INSTRUCTIONS = re.compile(
    r"(?i)\bkeep\w* (?:the |those )?words and figures\b|^German\s*:|\b(?:German|English) (?:sentence|news)\b"
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong."""

    reason: str
    """In English, for the model and for the notes."""
    weight: float


def faults(
    source: str,
    pinned: Pinned,
    target: str,
    known_names: frozenset[str] = frozenset(),
    lost: Sequence[str] = (),
) -> tuple[Fault, ...]:
    """What is wrong with ``target`` as the English of the German sentence ``source``, weightiest first.

    ``lost`` are nouns of ``source`` that a dictionary misses in ``target``.
    """
    words = vocabulary.known(source)
    guessed = vocabulary.missing(words, target)
    open_words = {word.span for word in guessed}
    said = {part for w in words if w.span not in open_words for part in w.span.of(source).split()}
    told = {part for w in words for part in w.span.of(source).split()}
    missing = [
        word
        for word in lost
        if word not in OPENING | said and word not in target and not _elsewhere(word, pinned, known_names)
    ]
    found = [
        *_lost(missing),
        *_guessed(source, [w for w in guessed if w.span.of(source) not in missing]),
        *_figures(pinned.figures, target),
        *_names(source, pinned, target, known_names, told),
        *wording(source, target, known_names),
    ]
    return tuple(sorted(found, key=lambda fault: -fault.weight))


def _elsewhere(word: str, pinned: Pinned, known: frozenset[str]) -> bool:
    """Whether a noun is part of a name, a term or a figure, which are looked for in their own way."""
    if any(word in name.split() for name in known) or any(word in figure.surface for figure in pinned.figures):
        return True
    return any(word in term.term.german for term in pinned.terms if term.term.kind in _LOOKED_FOR)


def _lost(nouns: Sequence[str]) -> Iterable[Fault]:
    if nouns:
        # One may be said in another way; several are a part of the sentence.
        yield Fault(f"it seems to leave out {', '.join(nouns)}", _NOUN_WEIGHT * len(nouns))


def _guessed(source: str, words: Sequence[Known]) -> Iterable[Fault]:
    """Words of the lists none of whose English is there."""
    if words:
        told = ", ".join(word.span.of(source) for word in words)
        yield Fault(f"{GUESSED} {told}", sum(_GUESS_WEIGHTS[word.kind] for word in words))


def weight(found: Iterable[Fault]) -> float:
    """How bad it is in all; 0 is clean."""
    return sum(fault.weight for fault in found)


def same_value(a: Figure, b: Figure) -> bool:
    """Whether two figures, of a German and of an English text, are worth the same."""
    if a.value is not None and b.value is not None:
        if a.kind is Kind.DESIGNATION or b.kind is Kind.DESIGNATION:
            return _name(a) == _name(b) or (a.kind is b.kind and str(a.value) == str(b.value))
        if a.kind is b.kind is Kind.DURATION and isinstance(a.value, Decimal) and isinstance(b.value, Decimal):
            return a.value * _MONTHS.get(a.unit, 1) == b.value * _MONTHS.get(b.unit, 1) and (
                a.unit == b.unit or {a.unit, b.unit} <= _MONTHS.keys()
            )
        return a.value == b.value and (a.unit == b.unit or a.unit is None or b.unit is None)
    return (a.low, a.high) == (b.low, b.high) and a.low is not None


def _name(figure: Figure) -> str:
    return re.sub(r"(?<=\d)s$", "", re.sub(r"\W", "", str(figure.value)).lower())


def _figures(sources: Sequence[Figure], target: str) -> Iterable[Fault]:
    said = list(find(target, "en"))
    for at, figure in enumerate(sources):
        match = next((f for f in said if same_value(figure, f) or _cut_short(figure, sources[at + 1 :], f)), None)
        if match is not None:
            said.remove(match)
            yield from _hedge(figure, match)
        elif figure.kind not in _OPTIONAL and not _hidden(figure, target):
            yield Fault(f"it leaves out or changes {english(figure)}", _FIGURE_WEIGHT)
    for figure in said:
        if figure.kind in _OPTIONAL or _day_of(figure, sources) or figure.value == 1:  # "ein Jahr" is no figure
            continue
        if any(same_value(f, figure) for f in sources):
            if isinstance(figure.value, Decimal) and figure.value > _OFTEN_SAID:
                yield Fault(f"it says {figure.surface} more often than the German", 1.0)
            continue
        yield Fault(f"the German does not say {figure.surface}", _FIGURE_WEIGHT)


def _cut_short(source: Figure, later: Sequence[Figure], said: Figure) -> bool:
    """Whether a number that leaves its unit to the next one is written out: "statt 86 nun 140 Millionen Euro"."""
    if source.kind is not Kind.NUMBER or not later or not isinstance(source.value, Decimal):
        return False
    whole = later[0]
    alike = said.kind is whole.kind is not Kind.NUMBER and said.unit == whole.unit
    return alike and any(said.value == source.value * scale for scale in _SCALES)


def _day_of(said: Figure, sources: Sequence[Figure]) -> bool:
    """Whether a date is the first of two that German names one month for: "zwischen dem 3. und dem 17. August"."""
    match = _DATED.fullmatch(str(said.value)) if said.kind is Kind.DATE else None
    if match is None:
        return False
    months = [other["month"] for f in sources if (other := _DATED.fullmatch(str(f.value)))]
    days = [f.value for f in sources if f.kind is Kind.ORDINAL]
    return match["month"] in months and int(match["day"]) in days


def _hedge(source: Figure, match: Figure) -> Iterable[Fault]:
    if source.kind in _OPTIONAL or source.kind is Kind.DESIGNATION:
        return
    if source.qualifier not in _UNHEDGED and match.qualifier is Qualifier.EXACT:
        yield Fault(f"it drops the hedge of {english(source)}", _HEDGE_WEIGHT)
    elif (
        source.qualifier is Qualifier.EXACT
        and match.qualifier not in _UNHEDGED
        and source.kind is match.kind is not Kind.DURATION
    ):
        yield Fault(f"the German does not hedge {english(source)}", _HEDGE_WEIGHT)


def _hidden(figure: Figure, target: str) -> bool:
    """Whether a small number or a designation is there in a form that is no figure by itself (both, a 787s)."""
    if figure.kind is Kind.DESIGNATION:
        return re.sub(r"\W", "", str(figure.value)).lower() in re.sub(r"\W", "", target).lower()
    if figure.surface.lower().startswith("jede"):
        return bool(re.search(r"(?i)\b(?:every|each|one in|one out of)\b", target))
    if figure.kind is Kind.FRACTION and figure.value in _FRACTIONS:
        return bool(re.search(rf"(?i)\b{_FRACTIONS[figure.value]}\b", target))
    if figure.value == 2:
        return bool(re.search(r"(?i)\bboth\b", target))
    return figure.value == 1


def _names(
    source: str, pinned: Pinned, target: str, known: frozenset[str], told: Collection[str] = ()
) -> Iterable[Fault]:
    plain = fold(target)
    for name in names(source, pinned.terms, known):
        if fold(name) not in plain and not _close(name, plain):
            yield Fault(f"it leaves out the name {name}", _NAME_WEIGHT)
    given = [fold(word) for word in re.findall(r"[^\W\d_]{3,}", f"{source} {pinned.text}")]
    for match in _ENGLISH_NAME.finditer(target):
        word = match[0]
        if word not in _ENGLISH_CAPITALS and not any(_alike(fold(word), other) for other in given):
            yield Fault(f"the German does not name {word}", _NAME_WEIGHT)
    for term in origins.lost(source, pinned.terms, plain):
        yield Fault(f"it leaves out {term.english}", _TERM_WEIGHT)
    for term in pinned.terms:
        wanted = fold(term.english.removesuffix("'s"))
        other = term.term.kind is TermKind.NOUN and term.span.of(source) not in told
        if other and wanted.split()[-1][:5] not in plain:
            yield Fault(f"it says {term.english} in other words, or not", _WORD_WEIGHT)


def _alike(english_word: str, german_word: str) -> bool:
    """Whether a name may be spelled so in the other language: Mexican and Mexikaner, Rhine and Rhein."""
    if english_word[:_ALIKE] == german_word[:_ALIKE]:
        return True
    return english_word[:2] == german_word[:2] and abs(len(english_word) - len(german_word)) <= 1


def _close(name: str, plain: str) -> bool:
    """Whether most words of a name are there, German endings aside."""
    words = re.findall(r"[\w+]+", name)
    return 2 * sum(fold(word).rstrip("sn")[:12] in plain for word in words) >= len(words)


def wording(source: str, target: str, known: frozenset[str]) -> Iterable[Fault]:
    """What is wrong with the words of ``target``, figures and names aside: parts lost or added, German left in."""
    ratio = len(target.split()) / max(1, len(source.split()))
    if ratio < _MIN_RATIO and len(source.split()) > 5:
        yield Fault("it leaves out a part of the sentence", 2.0)
    elif ratio > _MAX_RATIO and len(source.split()) > 3:
        yield Fault("it adds something", 2.0)
    yield from _meaning(source, target)
    for word in _half_german(source, target, known):
        yield Fault(f"it leaves {word} half in German", 0.9)
    for word in _GERMAN_SPELLING.findall(target):
        if any(word[:_HALF].lower() in given.lower() for given in source.split()) and not _in_a_name(word, known):
            yield Fault(f"it leaves {word} half in German", 1.5)
    if _INSTRUCTIONS.search(target) and not re.search(r"(?i)deutsch|englisch", source):
        yield Fault("it repeats the instructions", 3.0)
    if _GERMAN_LEFT.search(target):
        yield Fault("it leaves German words in", 3.0)
    for word in _GERMAN_WORD.findall(target):
        if word in source and not any(word in name for name in known):
            yield Fault(f"it leaves {word} in German", 1.5)
    if re.search(r"[äöüß]", target):
        left = [w for w in re.findall(r"\b[a-zäöüß]*[äöüß]\w*\b", target) if w[0].islower()]
        if left:
            yield Fault(f"it leaves {left[0]} in German", 2.0)


def _meaning(source: str, target: str) -> Iterable[Fault]:
    """Small words that turn a sentence round when they are lost."""
    if _NO_GERMAN.search(source) and not _NO_ENGLISH.search(target):
        yield Fault("it loses a 'not' or 'no'", 3.0)
    if _ONLY_GERMAN.search(source) and not _ONLY_ENGLISH.search(target):
        yield Fault("it loses the 'only'", 1.0)
    if _OPEN_GERMAN.search(source) and not _OPEN_ENGLISH.search(_OPEN_NOUN.sub(" ", target)):
        yield Fault("it tells as a fact what is planned, expected or said", 1.0)


def _in_a_name(word: str, known: frozenset[str]) -> bool:
    return any(word in name for name in known)


def _half_german(source: str, target: str, known: frozenset[str]) -> Iterable[str]:
    """Words of ``target`` that are the beginning of a German noun: "Weizener" for "Weizenernte"."""
    words = set(re.findall(r"\w+", source))
    for word in _ENGLISH_NAME.findall(target):
        longer = any(w.startswith(word) and len(w) > len(word) + 2 for w in words)
        if len(word) >= _HALF and longer and word not in words and not any(word in name for name in known):
            yield word
