"""One German sentence into English with a small model: pinned, tried, judged, tried again in another way.

At most three tries: with figures and names put in and what its words mean listed beside it, after examples; with the
terms put in as well, under a plain prompt; clause by clause, or with the reason. Small models fail here and there and
seldom twice alike, so that the judge, not the prompt, does much of the work. The first try that has no fault is taken;
else the one with the fewest, and what is still wrong with it comes back beside it, so that nothing wrong passes unseen.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.data import Figure, Sentence, Span
from summarizer.drafting import fidelity
from summarizer.drafting.caller import Caller
from summarizer.drafting.fidelity import Fault
from summarizer.drafting.names import names
from summarizer.drafting.origins import restored
from summarizer.drafting.pinning import PLAIN, Pinned, pin
from summarizer.drafting.terms import Glossary, Occurrence, TermKind
from summarizer.drafting.translation_order import main_clauses, plainer, subject_led
from summarizer.drafting.vocabulary import joined, known
from summarizer.figures import find

_TOKENS_PER_CHAR = 0.6
_LEAST_TOKENS = 48
_GOOD_ENOUGH = 0.4
"""One adverb that may have been lost, and nothing else: a further try seldom brings it back."""
_ASIDE = re.compile(r"(?:\s+[–—]|;)\s[^–—;]*$")
_BORDER = re.compile(
    r"(?:;|,(?= (?:obwohl|obgleich|weil|da|nachdem|während|ehe|bevor|sobald|solange|sofern|falls|wenn|wobei|womit"
    r"|wodurch|weshalb|sodass|so dass|damit|von denen|aber|doch|sondern|jedoch|und|denn)\b)) "
)
"""Where a sentence may be cut in two: before a word that opens a clause."""
_SAID_BEHIND = re.compile(r"(?P<verb>\b(?:haben|sein)) soll(?:en)?\b")
_RELATIVE = re.compile(r", (?:in |an |bei |von |mit |für )?(?:der|die|das|dem|denen|den)\b(?=[^,]*(?:haben|sein)\b)")
_SAID = re.compile(
    r"\bsoll(?P<many>en)? (?P<rest>(?:[^,;:]+?)"
    r"(?:ge\w+(?:t|en)|(?:be|ver|er|ent|zer|über|unter|\w{2,4}ge)\w+(?:t|en)))"
    r" (?P<be>haben|sein)(?=[.,;])"
)
_HAVE = {("haben", ""): "hat", ("haben", "en"): "haben", ("sein", ""): "ist", ("sein", "en"): "sind"}
WITH_WORDS = 3
"""What a sentence and the list of what its words mean take, in lengths of the sentence."""
_TOLD = 2
"""Of the meanings of a word, how many the model is told."""
_LEAST_WORDS = 5
"""What is left of a shortened sentence must still be one."""


@dataclass(frozen=True, slots=True)
class Translation:
    """The English of a sentence, and what is still wrong with it."""

    text: str
    faults: tuple[Fault, ...]
    tries: int


def translate(
    caller: Caller,
    article: str,
    sentence: Sentence,
    figures: Sequence[Figure],
    glossary: Glossary,
    *,
    retries: int = 2,
    known_names: frozenset[str] = frozenset(),
    meant: tuple[Span, str] | None = None,
    turned: str | None = None,
) -> Translation:
    """The English of ``sentence``. ``figures`` and ``known_names`` are the article's. Raises `ModelError`.

    ``meant`` is a pronoun of the sentence and the names it stands for, ``turned`` the sentence with its subject first.
    """
    source = " ".join(sentence.span.of(article).split())
    straight = len(source) == sentence.span.end - sentence.span.start
    inside: Sequence[Figure] = [f for f in figures if f.span.overlaps(sentence.span)] if straight else []
    offset = sentence.span.start
    if turned is not None or not straight:
        source, offset, meant = turned or source, 0, None
        inside = find(source, "de")
    return translate_text(
        caller, source, glossary, inside, offset,
        retries=retries, known_names=known_names, meant=meant, may_shorten=True,
    )  # fmt: skip


def translate_text(
    caller: Caller,
    source: str,
    glossary: Glossary,
    inside: Sequence[Figure],
    offset: int = 0,
    *,
    retries: int = 2,
    known_names: frozenset[str] = frozenset(),
    meant: tuple[Span, str] | None = None,
    may_shorten: bool = False,
) -> Translation:
    """The English of the one-line German ``source``, whose figures are ``inside``. Raises `ModelError`.

    ``offset`` is where ``source`` starts in the text that the figures' spans point into. With ``may_shorten``, the last
    try leaves an aside at the end out.
    """
    terms: Sequence[Occurrence] = _outside_names(source, glossary.occurrences(source), known_names)
    room = int(len(source) * _TOKENS_PER_CHAR) + _LEAST_TOKENS
    best: Translation | None = None
    for attempt in range(retries + 1):
        pinned = pin(source, offset, terms, inside, meant=meant)
        if attempt == 0 or best is None:
            mains = main_clauses(source) if meant is None else (source,)
            if len(mains) > 1:
                reply = _in_parts(caller, (mains[0], ";", mains[1]), glossary, known_names, room)
            else:
                fewer = pin(source, offset, terms, inside, nouns=False, meant=meant)
                reply = _with_words(caller, fewer, glossary, known_names, room)
        elif attempt == 1:
            reply = caller.write("translate_sentence", room, sentence=pinned.text)
        else:
            shorter = _shorter(source, offset, terms, inside) if may_shorten else (source, terms, inside)
            parts = clauses(source)
            if shorter[0] != source:
                source, terms, inside = shorter
                pinned = pin(source, offset, terms, inside, nouns=False, meant=meant)
                reply = _with_words(caller, pinned, glossary, known_names, room)
            elif parts and meant is None:
                reply = _in_parts(caller, parts, glossary, known_names, room)
            else:
                reason = "; ".join(fault.reason for fault in best.faults[:2])
                must = "; ".join(pinned.must) or "all that the German says"
                reply = caller.write("retranslate_sentence", room, sentence=pinned.text, reason=reason, pinned=must)
        text = restored(source, terms, names(source, terms, known_names), tidy(reply, source))
        lost = caller.lost(source, text)
        now = Translation(text, fidelity.faults(source, pinned, text, known_names, lost), attempt + 1)
        if best is None or fidelity.weight(now.faults) < fidelity.weight(best.faults):
            best = Translation(now.text, now.faults, attempt + 1)
        if fidelity.weight(best.faults) <= _GOOD_ENOUGH:
            break
    assert best is not None
    return best


def _with_words(caller: Caller, pinned: Pinned, glossary: Glossary, known_names: frozenset[str], room: int) -> str:
    """The reply to a sentence with what its words mean listed beside it. Raises `ModelError`."""
    text = plainer(joined(said_of(subject_led(pinned.text))))
    found = _outside_names(text, glossary.occurrences(text), known_names)
    terms = {t.span: t for t in found if t.term.kind in PLAIN}
    told: list[tuple[Span, str, tuple[str, ...]]] = [(t.span, t.term.german, (t.english,)) for t in terms.values()]
    names = [Span(at, at + len(n)) for n in known_names if (at := text.find(n)) >= 0]
    english = {word for words in pinned.must for word in words.split()}
    for word in known(text):
        term = terms.get(word.span)
        put_in = word.span.of(text) in english  # "half" is a figure here and no form of "helfen"
        if put_in or any(word.span.overlaps(other) for other in names):
            continue
        if term and not glossary.lists(term.term):  # a compound, read in two ways
            told.remove((term.span, term.term.german, (term.english,)))
            told.append((word.span, word.german, (word.english[0], term.english)))
        elif not any(word.span.overlaps(other) for other in terms):
            told.append((word.span, word.german, word.english))
    words = "; ".join(f"{german} = {', '.join(dict.fromkeys(english[:_TOLD]))}" for _, german, english in sorted(told))
    return caller.write("translate_words", room, words=words or "-", sentence=text)


def said_of(german: str) -> str:
    """``german`` with "soll … haben", which says that it is said, in words that a small model can't take for a duty."""
    relative = _SAID_BEHIND.sub(r"\g<verb>", german)
    if relative != german:
        return _RELATIVE.sub(r"\g<0> angeblich", relative, count=1)
    return _SAID.sub(lambda m: f"{_HAVE[m['be'], m['many'] or '']} angeblich {m['rest']}", german)


def clauses(source: str) -> tuple[str, str, str] | None:
    """A sentence in two: before, what parts them, behind; at the clause border nearest its middle. None without one."""
    best: tuple[str, str, str] | None = None
    for border in _BORDER.finditer(source):
        before, behind = source[: border.start()], source[border.end() :]
        short = min(len(before.split()), len(behind.split())) < _LEAST_WORDS
        quoted = before.count("„") != before.count("“") or before.count('"') % 2
        nearer = best is None or abs(len(before) - len(behind)) < abs(len(best[0]) - len(best[2]))
        if not short and not quoted and nearer:
            best = (before, border[0].strip(), behind)
    return best


def _in_parts(
    caller: Caller, parts: tuple[str, str, str], glossary: Glossary, known_names: frozenset[str], room: int
) -> str:
    """The two clauses translated each for itself and joined again. Raises `ModelError`."""
    before, sign, behind = parts
    made = []
    for part in (before, behind):
        terms = _outside_names(part, glossary.occurrences(part), known_names)
        pinned = pin(part, 0, terms, find(part, "de"), nouns=False)
        reply = _with_words(caller, pinned, glossary, known_names, room)
        made.append((tidy(reply, part).rstrip(".;,"), pinned.text))
    (first, _), (second, given) = made
    return f"{first}{sign} {_inside(second, given)}."


def _inside(english: str, pinned: str) -> str:
    """The English of a clause as it stands behind another: small at its start, unless a name stands there."""
    start = english.split(maxsplit=1)[0].strip(",.'’") if english else ""
    common = any(start in word.english or word.span.of(pinned) == start for word in known(pinned))
    named = not common and re.search(rf"\b{re.escape(start)}", pinned[1:] if pinned[:1].islower() else pinned)
    return english if named or start == "I" or start[1:2].isupper() else english[:1].lower() + english[1:]


def _shorter(
    source: str, offset: int, terms: Sequence[Occurrence], inside: Sequence[Figure]
) -> tuple[str, Sequence[Occurrence], Sequence[Figure]]:
    """The sentence without an aside at its end (behind a dash or semicolon), where that takes no figure with it.

    A summary can do without it, and what stands before it comes out whole where the full sentence did not.
    """
    aside = _ASIDE.search(source)
    if aside is None:
        return source, terms, inside
    head = source[: aside.start()]
    whole = len(head.split()) >= _LEAST_WORDS and not re.search("[–—;]", head)
    whole = whole and head.count("„") == head.count("“") and head.count('"') % 2 == 0
    if not whole or any(f.span.end > offset + len(head) for f in inside):
        return source, terms, inside
    return f"{head}.", tuple(t for t in terms if t.span.end <= len(head)), inside


def _outside_names(source: str, terms: Sequence[Occurrence], known: frozenset[str]) -> tuple[Occurrence, ...]:
    """Terms that are no part of a name: "Vesta Munition" is a firm, not ammunition."""
    names = [Span(at, at + len(n)) for n in known if " " in n and (at := source.find(n)) >= 0]
    inside = (any(n.start < t.span.start and t.span.end <= n.end for n in names) for t in terms)
    return tuple(t for t, within in zip(terms, inside, strict=True) if not within or t.term.kind is TermKind.PERSON)


def tidy(reply: str, source: str) -> str:
    """A reply as one line: labels, wrapping quotes and second thoughts taken off."""
    lines = [line.strip() for line in reply.strip().splitlines() if line.strip()]
    text = lines[0] if lines else ""
    text = re.sub(r"^(?:English|Translation|Sentence)\s*:\s*", "", text)
    quoted = (
        len(text) > 1 and text[0] in '"“„' and text[-1] in '"”“' and text.count(text[0]) + text.count(text[-1]) <= 4
    )
    if quoted and source[:1] not in '„“"»' and not re.search(r"[\"“”„]", text[1:-1]):
        text = text[1:-1].strip()
    if text and source.rstrip('“”"»').endswith((".", "!", "?")) and text[-1] not in '.!?"”':
        text += "."
    return text[:1].upper() + text[1:]
